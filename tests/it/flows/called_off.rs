//! An event is called off in chat: why, who is told and what they are offered instead, and what becomes of a message that
//! was to follow its start.

use super::cast::{follow_the_start, seated};
use super::stage::{Stage, december, dombra, lecture};
use insta::assert_snapshot;
use qatys::domain::{District, EventFacts, Texts};

/// The dombra evening, and four events of which three are nearer than the last.
fn programme() -> Vec<EventFacts> {
    let event = |id: &str, [kk, ru, en]: [&str; 3], day, district| EventFacts {
        external_id: id.into(),
        title: Texts { kk: Some(kk.into()), ru: Some(ru.into()), en: Some(en.into()) },
        local_start: december(day, 18, 0),
        district: Some(district),
        ..lecture()
    };
    vec![
        dombra(),
        lecture(),
        event("F-3", ["Хор кеші", "Вечер хора", "Choir evening"], 4, District::Esil),
        event("F-4", ["Көрме", "Выставка", "Exhibition"], 2, District::Nura),
        event("F-5", ["Айтыс", "Айтыс", "Aitys"], 20, District::Esil),
    ]
}

/// From the card to the news, and on to the message that waited for the start: it is sent all the same.
async fn call_off(language: &str, reason: &str, paused: &str) -> String {
    let stage = Stage::with(&programme()).await;
    seated(&stage).await;
    let author = follow_the_start(&stage, language).await;
    author.start(&stage.link("Домбыра").await).await;
    stage.skip();
    author.press_exactly("dm.1").await;
    author.press_exactly("x.1").await;
    author.say("?").await;
    author.say(reason).await;
    author.press_until("xs.1", paused).await;
    author.press_exactly("b.1.r").await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn by_a_kazakh_admin() {
    assert_snapshot!(call_off("kk", "Домбырашы ауырып қалды. Заболел домбрист.", "Кідіртілді").await, @"
    Дәурен ▸ [⚙️ Басқару]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      🟢 <b>Жарияланды</b>
      Алынған орын: 3 / 3
      [🚪 Кіреберіс] [🔳 Кіреберіс коды]
      [👥 Қатысушылар] [✏️ Өңдеу]
      [🗐 Көшірмелер] [❓ Сұрақтар, жаңа: 0]
      [📎 Материалдар] [👥 Команда]
      [Іс-шараны болдырмау…]
      [‹ Артқа]
    Дәурен ▸ [Іс-шараны болдырмау…]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <b>Іс-шара неге болмайды?</b>
      Себебін бір хабармен жазыңыз: адамдар оны сіз жазғандай оқиды, сондықтан бәріне түсінікті тілде жазыңыз. Хабар алатын тіркелулер саны: 3.
      [‹ Артқа]
    Дәурен ▸ ?
    → Дәурен
      Себеп үшін бұл тым қысқа.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <b>Іс-шара неге болмайды?</b>
      Себебін бір хабармен жазыңыз: адамдар оны сіз жазғандай оқиды, сондықтан бәріне түсінікті тілде жазыңыз. Хабар алатын тіркелулер саны: 3.
      [‹ Артқа]
    Дәурен ▸ Домбырашы ауырып қалды. Заболел домбрист.
    → Дәурен
      <b>Тіркелгендердің бәрі (3) мынаны алады, оған қоса үш іс-шараға дейін ұсынылады:</b>

      ❌ <b>Іс-шара болмайды</b>
      Кешірім сұраймыз. Мүмкін, басқасы ұнап қалар.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <blockquote>Домбырашы ауырып қалды. Заболел домбрист.</blockquote>

      Басқа себеп пе? Қайта жаза салыңыз.
      [❌ Иә, іс-шара болмайды]
      [‹ Артқа]
    Дәурен ▸ [❌ Иә, іс-шара болмайды]
    → Айгүл
      ❌ <b>Іс-шара болмайды</b>
      Кешірім сұраймыз. Мүмкін, басқасы ұнап қалар.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <blockquote>Домбырашы ауырып қалды. Заболел домбрист.</blockquote>

      Уақыты мен орны жағынан жақындары:
      [3 жел, бс 15:00 · Ашық дәріс]
      [4 жел, жм 18:00 · Хор кеші]
      [ертең 18:00 · Көрме]
      [Күнтізбеде белгілеу]
      [📅 Іс-шара табу]
    → Сергей
      ❌ <b>Мероприятие отменено</b>
      Нам очень жаль. Возможно, вам понравится другое.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>Домбырашы ауырып қалды. Заболел домбрист.</blockquote>

      Вот что рядом по времени и месту:
      [3 дек, чт 15:00 · Открытая ле…]
      [4 дек, пт 18:00 · Вечер хора]
      [завтра в 18:00 · Выставка]
      [Отметить в календаре]
      [📅 Найти мероприятие]
    → Emma
      ❌ <b>The event will not take place</b>
      We are sorry. Perhaps you'll like another one.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <blockquote>Домбырашы ауырып қалды. Заболел домбрист.</blockquote>

      These are near in time and place:
      [Thu 3 Dec, 15:00 · Open lectu…]
      [Fri 4 Dec, 18:00 · Choir even…]
      [tomorrow, 18:00 · Exhibition]
      [Mark in my calendar]
      [📅 Find an event]
    ✎ Дәурен
      ✅ Іс-шара болмайтын болды. Хабар алатындар: 3

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [‹ Артқа]
    → Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ⏸ <b>Кідіртілді</b>
      3 ішінен 0
      Оның іс-шарасы болмайтын болды. Сонда да жіберу керек болса, жалғастырыңыз.
      [▶️ Жалғастыру] [Тоқтату]
      [‹ Артқа]
    Дәурен ▸ [▶️ Жалғастыру]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      🕒 Басталуы: 2 желтоқсан, сәрсенбі, 17:00. Алушылар саны: шамамен 3.
      [⏸ Кідірту] [Тоқтату]
      [Жаңарту]
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn by_a_russian_admin() {
    assert_snapshot!(call_off("ru", "В зале прорвало трубу. Залда құбыр жарылды.", "На паузе").await, @"
    Дәурен ▸ [⚙️ Управление]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      🟢 <b>Опубликовано</b>
      Занято мест: 3 из 3
      [🚪 Вход] [🔳 Код входа]
      [👥 Участники] [✏️ Изменить]
      [🗐 Копии] [❓ Вопросы, новых: 0]
      [📎 Материалы] [👥 Команда]
      [Отменить мероприятие…]
      [‹ Назад]
    Дәурен ▸ [Отменить мероприятие…]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <b>Почему оно не состоится?</b>
      Напишите причину одним сообщением на языке, понятном всем: люди прочтут её так, как вы написали. Сообщение получат все, кто записан. Записей: 3.
      [‹ Назад]
    Дәурен ▸ ?
    → Дәурен
      Для причины это слишком коротко.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <b>Почему оно не состоится?</b>
      Напишите причину одним сообщением на языке, понятном всем: люди прочтут её так, как вы написали. Сообщение получат все, кто записан. Записей: 3.
      [‹ Назад]
    Дәурен ▸ В зале прорвало трубу. Залда құбыр жарылды.
    → Дәурен
      <b>Это получат все записавшиеся (3), и ещё до трёх мероприятий взамен:</b>

      ❌ <b>Мероприятие отменено</b>
      Нам очень жаль. Возможно, вам понравится другое.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>В зале прорвало трубу. Залда құбыр жарылды.</blockquote>

      Другая причина? Просто напишите её ещё раз.
      [❌ Да, отменить мероприятие]
      [‹ Назад]
    Дәурен ▸ [❌ Да, отменить мероприятие]
    → Айгүл
      ❌ <b>Іс-шара болмайды</b>
      Кешірім сұраймыз. Мүмкін, басқасы ұнап қалар.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <blockquote>В зале прорвало трубу. Залда құбыр жарылды.</blockquote>

      Уақыты мен орны жағынан жақындары:
      [3 жел, бс 15:00 · Ашық дәріс]
      [4 жел, жм 18:00 · Хор кеші]
      [ертең 18:00 · Көрме]
      [Күнтізбеде белгілеу]
      [📅 Іс-шара табу]
    → Сергей
      ❌ <b>Мероприятие отменено</b>
      Нам очень жаль. Возможно, вам понравится другое.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>В зале прорвало трубу. Залда құбыр жарылды.</blockquote>

      Вот что рядом по времени и месту:
      [3 дек, чт 15:00 · Открытая ле…]
      [4 дек, пт 18:00 · Вечер хора]
      [завтра в 18:00 · Выставка]
      [Отметить в календаре]
      [📅 Найти мероприятие]
    → Emma
      ❌ <b>The event will not take place</b>
      We are sorry. Perhaps you'll like another one.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <blockquote>В зале прорвало трубу. Залда құбыр жарылды.</blockquote>

      These are near in time and place:
      [Thu 3 Dec, 15:00 · Open lectu…]
      [Fri 4 Dec, 18:00 · Choir even…]
      [tomorrow, 18:00 · Exhibition]
      [Mark in my calendar]
      [📅 Find an event]
    ✎ Дәурен
      ✅ Мероприятие отменено. Сообщим: 3

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [‹ Назад]
    → Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      ⏸ <b>На паузе</b>
      0 из 3
      Её мероприятие отменено. Продолжите, если отправить всё же нужно.
      [▶️ Продолжить] [Остановить]
      [‹ Назад]
    Дәурен ▸ [▶️ Продолжить]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      🕒 Начнётся: среда, 2 декабря, 17:00. Получателей около 3.
      [⏸ Пауза] [Остановить]
      [Обновить]
      [‹ Назад]
    ");
}

#[tokio::test]
async fn by_an_english_admin() {
    assert_snapshot!(call_off("en", "The player is ill. Домбырашы ауырып қалды.", "Paused").await, @"
    Дәурен ▸ [⚙️ Manage]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      🟢 <b>Published</b>
      Seats taken: 3 of 3
      [🚪 Entrance] [🔳 Door code]
      [👥 People] [✏️ Edit]
      [🗐 Copy] [❓ Questions, new: 0]
      [📎 Materials] [👥 Team]
      [Cancel the event…]
      [‹ Back]
    Дәурен ▸ [Cancel the event…]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <b>Why will it not take place?</b>
      Write the reason in one message and in a language all of them understand: people read it as you wrote it. Registrations that will be told: 3.
      [‹ Back]
    Дәурен ▸ ?
    → Дәурен
      That is too short to be a reason.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <b>Why will it not take place?</b>
      Write the reason in one message and in a language all of them understand: people read it as you wrote it. Registrations that will be told: 3.
      [‹ Back]
    Дәурен ▸ The player is ill. Домбырашы ауырып қалды.
    → Дәурен
      <b>Everybody registered (3) will get this, with up to three other events:</b>

      ❌ <b>The event will not take place</b>
      We are sorry. Perhaps you'll like another one.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <blockquote>The player is ill. Домбырашы ауырып қалды.</blockquote>

      Another reason? Just write it again.
      [❌ Yes, cancel the event]
      [‹ Back]
    Дәурен ▸ [❌ Yes, cancel the event]
    → Айгүл
      ❌ <b>Іс-шара болмайды</b>
      Кешірім сұраймыз. Мүмкін, басқасы ұнап қалар.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <blockquote>The player is ill. Домбырашы ауырып қалды.</blockquote>

      Уақыты мен орны жағынан жақындары:
      [3 жел, бс 15:00 · Ашық дәріс]
      [4 жел, жм 18:00 · Хор кеші]
      [ертең 18:00 · Көрме]
      [Күнтізбеде белгілеу]
      [📅 Іс-шара табу]
    → Сергей
      ❌ <b>Мероприятие отменено</b>
      Нам очень жаль. Возможно, вам понравится другое.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>The player is ill. Домбырашы ауырып қалды.</blockquote>

      Вот что рядом по времени и месту:
      [3 дек, чт 15:00 · Открытая ле…]
      [4 дек, пт 18:00 · Вечер хора]
      [завтра в 18:00 · Выставка]
      [Отметить в календаре]
      [📅 Найти мероприятие]
    → Emma
      ❌ <b>The event will not take place</b>
      We are sorry. Perhaps you'll like another one.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <blockquote>The player is ill. Домбырашы ауырып қалды.</blockquote>

      These are near in time and place:
      [Thu 3 Dec, 15:00 · Open lectu…]
      [Fri 4 Dec, 18:00 · Choir even…]
      [tomorrow, 18:00 · Exhibition]
      [Mark in my calendar]
      [📅 Find an event]
    ✎ Дәурен
      ✅ The event is cancelled. Told: 3

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [‹ Back]
    → Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ⏸ <b>Paused</b>
      0 of 3
      Its event was cancelled. Resume it if it is still to be sent.
      [▶️ Resume] [Stop]
      [‹ Back]
    Дәурен ▸ [▶️ Resume]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      🕒 Goes out Wednesday, 2 December, 17:00. People: about 3
      [⏸ Pause] [Stop]
      [Refresh]
      [‹ Back]
    ");
}
