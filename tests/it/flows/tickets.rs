//! Every ticket, code and name that can come to a door, in each language.

use super::cast::{at_the_door, before_the_start};
use super::stage::{Guest, Stage, dombra, lecture};
use insta::assert_snapshot;

/// Every way in and every refusal, in one language.
async fn all_tickets(language: &str) -> String {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let (aigul, emma) = before_the_start(&stage).await;
    let other = stage.guest("Bek", "en");
    other.start(&stage.link("дәріс").await).await;
    other.press("Sign up").await;
    for answer in ["y", "u"] {
        other.answer(answer).await;
    }
    other.say("Skip").await;
    other.answer("k").await;
    other.answer("c").await;
    let gone = stage.guest("Gone", "en");
    stage.execute("UPDATE events SET capacity = 4 WHERE external_id = 'F-1'").await;
    gone.sign_up(&stage.link("Домбыра").await, "1").await;
    let cancelled = gone.ticket();
    gone.press("Cancel my registration").await;
    gone.press("Yes, cancel").await;
    let code = |guest: &Guest<'_>| {
        let text =
            guest.person.messages().into_iter().rev().find(|message| message.photo.is_some()).unwrap().text;
        let line =
            text.lines().find(|line| line.starts_with("Код") || line.starts_with("Code")).unwrap().to_owned();
        line.rsplit(' ').next().unwrap().to_owned()
    };
    let steward = at_the_door(&stage, language).await;
    let typed = code(&aigul).to_lowercase();
    steward.say(&format!(" {} {} ", &typed[..3], &typed[3..])).await;
    steward.start(&aigul.ticket()).await;
    steward.start(&other.ticket()).await;
    steward.start(&cancelled).await;
    steward.start("t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dA").await;
    steward.start("t_").await;
    steward.say("ZZZZZZ").await;
    steward.say(&code(&other)).await;
    steward.say("асем").await;
    steward.press("Әсем").await;
    steward.say("елк").await;
    steward.say("Нетакого").await;
    // Emma was moved up when Gone left.
    steward.say("emma").await;
    steward.press("Emma").await;
    steward.press_data(|data| data.starts_with("dd.")).await;
    let _ = emma;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn every_ticket_and_name_in_kazakh() {
    assert_snapshot!(all_tickets("kk").await, @"
    Дәурен ▸  9sn twp
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 3 / 4
      Тіркелу саны: 2

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:30 · Әсем Ёлкина · 3 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    → Дәурен
      ✅ <b>Қош келдіңіз!</b>
      <b>Әсем Ёлкина</b> · 3 адам
      [1 / 3 адам] [2 / 3 адам]
      [↩️ Белгіні алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⚠️ <b>Бұрын белгіленген, уақыты – 17:30</b>
      <b>Әсем Ёлкина</b> · 3 адам
      [1 / 3 адам] [2 / 3 адам]
      [↩️ Белгіні алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ /start t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w
    → Дәурен
      ⛔ <b>Бұл билет басқа іс-шараға арналған:</b> <b>Ашық дәріс</b>, 3 желтоқсан, бейсенбі, 15:00
      [‹ Кіреберіске]
    Дәурен ▸ /start t_AAAAAAAEo0EcuZv1LanZMvM4Rop_mg
    → Дәурен
      ⛔ <b>Бұл тіркелу жойылған.</b>
      <b>Gone</b> · 1 адам
      [‹ Кіреберіске]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dA
    → Дәурен
      ⛔ <b>Мұндай билет, код не есім табылмады.</b> Тексеріп, қайталап көріңіз.
      [‹ Кіреберіске]
    Дәурен ▸ /start t_
    → Дәурен
      ⛔ <b>Мұндай билет, код не есім табылмады.</b> Тексеріп, қайталап көріңіз.
      [‹ Кіреберіске]
    Дәурен ▸ ZZZZZZ
    → Дәурен
      ⛔ <b>Мұндай билет, код не есім табылмады.</b> Тексеріп, қайталап көріңіз.
      [‹ Кіреберіске]
    Дәурен ▸ TXZS9C
    → Дәурен
      ⛔ <b>Мұндай билет, код не есім табылмады.</b> Тексеріп, қайталап көріңіз.
      [‹ Кіреберіске]
    Дәурен ▸ асем
    → Дәурен
      Адамды таңдаңыз:
      [Әсем Ёлкина · 3]
      [‹ Кіреберіске]
    Дәурен ▸ [Әсем Ёлкина · 3]
    ✎ Дәурен
      ⚠️ <b>Бұрын белгіленген, уақыты – 17:30</b>
      <b>Әсем Ёлкина</b> · 3 адам
      [1 / 3 адам] [2 / 3 адам]
      [↩️ Белгіні алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ елк
    → Дәурен
      Адамды таңдаңыз:
      [Әсем Ёлкина · 3]
      [‹ Кіреберіске]
    Дәурен ▸ Нетакого
    → Дәурен
      ⛔ <b>Мұндай билет, код не есім табылмады.</b> Тексеріп, қайталап көріңіз.
      [‹ Кіреберіске]
    Дәурен ▸ emma
    → Дәурен
      Адамды таңдаңыз:
      [Emma · 1]
      [‹ Кіреберіске]
    Дәурен ▸ [Emma · 1]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 4 / 4
      Тіркелу саны: 2

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:30 · Emma · 1 адам
      17:30 · Әсем Ёлкина · 3 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    ✎ Дәурен
      ✅ <b>Қош келдіңіз!</b>
      <b>Emma</b> · 1 адам
      [↩️ Белгіні алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ [‹ Кіреберіске]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 4 / 4
      Тіркелу саны: 2

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:30 · Emma · 1 адам
      17:30 · Әсем Ёлкина · 3 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn every_ticket_and_name_in_russian() {
    assert_snapshot!(all_tickets("ru").await, @"
    Дәурен ▸  9sn twp
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 4
      Записей: 2

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
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⚠️ <b>Приход уже отмечен в 17:30</b>
      <b>Әсем Ёлкина</b> · 3 человека
      [1 из 3] [2 из 3]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ /start t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w
    → Дәурен
      ⛔ <b>Это билет на другое мероприятие:</b> <b>Открытая лекция</b>, четверг, 3 декабря, 15:00
      [‹ Ко входу]
    Дәурен ▸ /start t_AAAAAAAEo0EcuZv1LanZMvM4Rop_mg
    → Дәурен
      ⛔ <b>Эта запись отменена.</b>
      <b>Gone</b> · 1 человек
      [‹ Ко входу]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dA
    → Дәурен
      ⛔ <b>Такого билета, кода или имени нет.</b> Проверьте и попробуйте ещё раз.
      [‹ Ко входу]
    Дәурен ▸ /start t_
    → Дәурен
      ⛔ <b>Такого билета, кода или имени нет.</b> Проверьте и попробуйте ещё раз.
      [‹ Ко входу]
    Дәурен ▸ ZZZZZZ
    → Дәурен
      ⛔ <b>Такого билета, кода или имени нет.</b> Проверьте и попробуйте ещё раз.
      [‹ Ко входу]
    Дәурен ▸ TXZS9C
    → Дәурен
      ⛔ <b>Такого билета, кода или имени нет.</b> Проверьте и попробуйте ещё раз.
      [‹ Ко входу]
    Дәурен ▸ асем
    → Дәурен
      Выберите человека:
      [Әсем Ёлкина · 3]
      [‹ Ко входу]
    Дәурен ▸ [Әсем Ёлкина · 3]
    ✎ Дәурен
      ⚠️ <b>Приход уже отмечен в 17:30</b>
      <b>Әсем Ёлкина</b> · 3 человека
      [1 из 3] [2 из 3]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ елк
    → Дәурен
      Выберите человека:
      [Әсем Ёлкина · 3]
      [‹ Ко входу]
    Дәурен ▸ Нетакого
    → Дәурен
      ⛔ <b>Такого билета, кода или имени нет.</b> Проверьте и попробуйте ещё раз.
      [‹ Ко входу]
    Дәурен ▸ emma
    → Дәурен
      Выберите человека:
      [Emma · 1]
      [‹ Ко входу]
    Дәурен ▸ [Emma · 1]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 4 из 4
      Записей: 2

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Emma · 1 человек
      17:30 · Әсем Ёлкина · 3 человека
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ✎ Дәурен
      ✅ <b>Добро пожаловать!</b>
      <b>Emma</b> · 1 человек
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ [‹ Ко входу]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 4 из 4
      Записей: 2

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Emma · 1 человек
      17:30 · Әсем Ёлкина · 3 человека
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ");
}

#[tokio::test]
async fn every_ticket_and_name_in_english() {
    assert_snapshot!(all_tickets("en").await, @"
    Дәурен ▸  9sn twp
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 3 of 4
      Registrations: 2

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      17:30 · Әсем Ёлкина · 3 people
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    → Дәурен
      ✅ <b>Welcome!</b>
      <b>Әсем Ёлкина</b> · 3 people
      [1 of 3] [2 of 3]
      [↩️ Undo]
      [‹ To the door]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Дәурен
      ⚠️ <b>Already checked in at 17:30</b>
      <b>Әсем Ёлкина</b> · 3 people
      [1 of 3] [2 of 3]
      [↩️ Undo]
      [‹ To the door]
    Дәурен ▸ /start t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w
    → Дәурен
      ⛔ <b>This ticket is for another event:</b> <b>Open lecture</b>, Thursday, 3 December, 15:00
      [‹ To the door]
    Дәурен ▸ /start t_AAAAAAAEo0EcuZv1LanZMvM4Rop_mg
    → Дәурен
      ⛔ <b>This registration was cancelled.</b>
      <b>Gone</b> · 1 person
      [‹ To the door]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dA
    → Дәурен
      ⛔ <b>There is no such ticket, code or name.</b> Check it and try again.
      [‹ To the door]
    Дәурен ▸ /start t_
    → Дәурен
      ⛔ <b>There is no such ticket, code or name.</b> Check it and try again.
      [‹ To the door]
    Дәурен ▸ ZZZZZZ
    → Дәурен
      ⛔ <b>There is no such ticket, code or name.</b> Check it and try again.
      [‹ To the door]
    Дәурен ▸ TXZS9C
    → Дәурен
      ⛔ <b>There is no such ticket, code or name.</b> Check it and try again.
      [‹ To the door]
    Дәурен ▸ асем
    → Дәурен
      Choose the person:
      [Әсем Ёлкина · 3]
      [‹ To the door]
    Дәурен ▸ [Әсем Ёлкина · 3]
    ✎ Дәурен
      ⚠️ <b>Already checked in at 17:30</b>
      <b>Әсем Ёлкина</b> · 3 people
      [1 of 3] [2 of 3]
      [↩️ Undo]
      [‹ To the door]
    Дәурен ▸ елк
    → Дәурен
      Choose the person:
      [Әсем Ёлкина · 3]
      [‹ To the door]
    Дәурен ▸ Нетакого
    → Дәурен
      ⛔ <b>There is no such ticket, code or name.</b> Check it and try again.
      [‹ To the door]
    Дәурен ▸ emma
    → Дәурен
      Choose the person:
      [Emma · 1]
      [‹ To the door]
    Дәурен ▸ [Emma · 1]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 4 of 4
      Registrations: 2

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      17:30 · Emma · 1 person
      17:30 · Әсем Ёлкина · 3 people
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ✎ Дәурен
      ✅ <b>Welcome!</b>
      <b>Emma</b> · 1 person
      [↩️ Undo]
      [‹ To the door]
    Дәурен ▸ [‹ To the door]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 4 of 4
      Registrations: 2

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      17:30 · Emma · 1 person
      17:30 · Әсем Ёлкина · 3 people
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ");
}
