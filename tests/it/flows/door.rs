//! The door: desk, live numbers, parties, corrections. Tickets are in `tickets`, what others learn in `strangers`.

use super::cast::{at_the_door, before_the_start};
use super::stage::{Stage, dombra, lecture};
use insta::assert_snapshot;

#[tokio::test]
async fn the_desk_and_an_empty_door_in_each_language() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let steward = stage.steward("Дәурен", "kk");
    steward.say("/desk").await;
    steward.press_data(|data| data.starts_with("dd.")).await;
    for language in ["Русский", "English"] {
        steward.say("/language").await;
        steward.press(language).await;
        steward.press_data(|data| data == "d.0").await;
        steward.press_data(|data| data.starts_with("dd.")).await;
    }
    assert_snapshot!(stage.told(), @"
    Дәурен ▸ /desk
    → Дәурен
      <b>Келгендерді белгілеу</b>

      1. <b>Домбыра кеші</b>
      ертең 18:00 · Келгендер саны: 0 / 0

      2. <b>Ашық дәріс</b>
      3 жел, бс 15:00 · Келгендер саны: 0 / 0
      [1. Домбыра кеші]
      [2. Ашық дәріс]
      [➕ Жаңа іс-шара] [🗂 Менің іс-шараларым]
      [Басты бет]
    Дәурен ▸ [1. Домбыра кеші]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 0 / 0
      Тіркелу саны: 0

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Дәурен ▸ /language
    → Дәурен
      Қай тілде сөйлесеміз?
      [Қазақша] [Русский] [English]
      [Басты бет]
    Дәурен ▸ [Русский]
    ✎ Дәурен
      <b>Здравствуйте!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
      [Отметить приход]
      [✉️ Написать людям]
    Дәурен ▸ [Отметить приход]
    ✎ Дәурен
      <b>Отметить приход</b>

      1. <b>Вечер домбры</b>
      завтра в 18:00 · Пришли: 0 из 0

      2. <b>Открытая лекция</b>
      3 дек, чт 15:00 · Пришли: 0 из 0
      [1. Вечер домбры]
      [2. Открытая лекция]
      [➕ Новое мероприятие] [🗂 Мои мероприятия]
      [На главную]
    Дәурен ▸ [1. Вечер домбры]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 0
      Записей: 0

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ /language
    → Дәурен
      На каком языке будем общаться?
      [Қазақша] [Русский] [English]
      [На главную]
    Дәурен ▸ [English]
    ✎ Дәурен
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
      [Check people in]
      [✉️ Write to people]
    Дәурен ▸ [Check people in]
    ✎ Дәурен
      <b>Check people in</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · Arrived: 0 of 0

      2. <b>Open lecture</b>
      Thu 3 Dec, 15:00 · Arrived: 0 of 0
      [1. Dombra evening]
      [2. Open lecture]
      [➕ New event] [🗂 My events]
      [Home]
    Дәурен ▸ [1. Dombra evening]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 0 of 0
      Registrations: 0

      Scan tickets with the phone's camera, or type the short code or a name here.
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn nothing_is_near() {
    let stage = Stage::with(&[]).await;
    let steward = stage.steward("Дәурен", "kk");
    steward.say("/desk").await;
    for language in ["Русский", "English"] {
        steward.say("/language").await;
        steward.press(language).await;
        stage.skip();
        steward.say("/desk").await;
    }
    assert_snapshot!(stage.told(), @"
    Дәурен ▸ /desk
    → Дәурен
      <b>Check people in</b>
      There are no events coming up.
      [➕ New event] [🗂 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_party_of_three_of_whom_two_came() {
    let stage = Stage::with(&[dombra()]).await;
    let (aigul, _) = before_the_start(&stage).await;
    let steward = at_the_door(&stage, "ru").await;
    steward.start(&aigul.ticket()).await;
    steward.press("2 из 3").await;
    steward.press("Ко входу").await;
    steward.start(&aigul.ticket()).await;
    steward.press("Снять отметку").await;
    steward.press("Ко входу").await;
    steward.press("Обновить").await;
    assert_snapshot!(stage.told(), @"
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Әсем Ёлкина · 3 человека
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    → Дәурен
      ✅ <b>Добро пожаловать!</b>
      <b>Әсем Ёлкина</b> · 3 человека
      [1 из 3] [2 из 3]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ [2 из 3]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 2 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Әсем Ёлкина · 2 из 3
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ✎ Дәурен
      ✅ <b>Добро пожаловать!</b>
      <b>Әсем Ёлкина</b> · 2 из 3
      [1 из 3] [Все 3]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ [‹ Ко входу]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 2 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Әсем Ёлкина · 2 из 3
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⚠️ <b>Приход уже отмечен в 17:30</b>
      <b>Әсем Ёлкина</b> · 2 из 3
      [1 из 3] [Все 3]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ [↩️ Снять отметку]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ✎ Дәурен
      Отметка о приходе снята.
      [‹ Ко входу]
    Дәурен ▸ [‹ Ко входу]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ [⟳ Обновить]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_seat_that_is_not_confirmed_and_an_event_that_is_off() {
    let stage = Stage::with(&[dombra()]).await;
    let (aigul, _) = before_the_start(&stage).await;
    let steward = at_the_door(&stage, "kk").await;
    let mut seen = Vec::new();
    for language in ["Қазақша", "Русский", "English"] {
        steward.say("/language").await;
        steward.press(language).await;
        stage.execute("UPDATE events SET status = 'published'").await;
        stage.skip();
        steward.say("emma").await;
        steward.press("Emma").await;
        stage.execute("UPDATE events SET status = 'cancelled'").await;
        steward.start(&aigul.ticket()).await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @r"
    Дәурен ▸ emma
    → Дәурен
      Адамды таңдаңыз:
      [Emma · 1]
      [‹ Кіреберіске]
    Дәурен ▸ [Emma · 1]
    ✎ Дәурен
      ⛔ <b>Орын расталмаған:</b> бұл адам күту тізімінде.
      <b>Emma</b> · 1 адам
      [‹ Кіреберіске]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⛔ <b>Іс-шара болмайды.</b>
      [‹ Кіреберіске]
    Дәурен ▸ emma
    → Дәурен
      Выберите человека:
      [Emma · 1]
      [‹ Ко входу]
    Дәурен ▸ [Emma · 1]
    ✎ Дәурен
      ⛔ <b>Место не подтверждено:</b> этот человек в листе ожидания.
      <b>Emma</b> · 1 человек
      [‹ Ко входу]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⛔ <b>Мероприятие отменено.</b>
      [‹ Ко входу]
    Дәурен ▸ emma
    → Дәурен
      Choose the person:
      [Emma · 1]
      [‹ To the door]
    Дәурен ▸ [Emma · 1]
    ✎ Дәурен
      ⛔ <b>The seat is not confirmed:</b> this person is on the waiting list.
      <b>Emma</b> · 1 person
      [‹ To the door]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⛔ <b>The event is cancelled.</b>
      [‹ To the door]
    ");
    stage.end().await;
}
