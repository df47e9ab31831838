//! The people of an event in the hands of an organiser: find one, read a phone, remove with a word, seat, sign up by hand,
//! take the list as a file. Rules are tested in the services.

use super::cast::{LANGUAGES, trio};
use super::stage::{Guest, Stage, dombra};
use calamine::{Reader, Xlsx};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::{
    domain::{PersonId, Scope},
    service::Actor,
};
use std::io::Cursor;

/// Somebody who works on all events and looks at the people of the dombra evening.
async fn organiser<'a>(stage: &'a Stage, language: &str) -> Guest<'a> {
    let organiser = stage.guest("Дәурен", language);
    organiser.start("").await;
    let (admin, person) = (Actor::unprompted(PersonId(900_001)), PersonId(organiser.person.id()));
    stage.demo.app.services().add_scope(&admin, person, &Scope::default()).await.unwrap();
    organiser.start(&stage.link("Домбыра").await).await;
    organiser.press_data(|data| data.starts_with("dm.")).await;
    stage.skip();
    organiser.press_exactly("k.l.1.all.0").await;
    organiser
}

/// Three seats: two are Айгүл's, one is Сергей's, and Emma waits.
async fn full(stage: &Stage) {
    let link = stage.link("Домбыра").await;
    for (guest, people) in trio(stage).iter().zip(["2", "1", "1"]) {
        guest.sign_up(&link, people).await;
    }
    stage.skip();
}

/// From the list to a card, the phone, a removal, and somebody who is seated instead.
async fn remove_and_seat(language: &str, words: [&str; 2]) -> String {
    let stage = Stage::with(&[dombra()]).await;
    full(&stage).await;
    let organiser = organiser(&stage, language).await;
    organiser.press_exactly("k.l.1.waiting.0").await;
    organiser.press_exactly("k.c.3.waiting.0").await;
    organiser.press_exactly("k.u.3").await;
    organiser.say("СЕРГ").await;
    organiser.press_exactly("k.c.2.all.0").await;
    organiser.press_exactly("k.p.2").await;
    organiser.press_exactly("k.c.2.all.0").await;
    organiser.press_exactly("k.r.2").await;
    for words in words {
        organiser.say(words).await;
    }
    organiser.press_exactly("k.rs.2").await;
    organiser.press_exactly("k.l.1.all.0").await;
    organiser.press_exactly("k.c.3.all.0").await;
    organiser.press_exactly("k.u.3").await;
    organiser.forge("k.rs.2").await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn removed_with_a_word_by_a_kazakh_organiser() {
    assert_snapshot!(remove_and_seat("kk", ["?", "Екі рет тіркелгенсіз."]).await, @"
    Дәурен ▸ [👥 Қатысушылар]
    ✎ Дәурен
      👥 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Толған орын: 3 / 3 · Күтіп тұрғандар: 1

      1. Айгүл · 2 адам · орны бар
      2. Сергей · 1 адам · орны бар
      3. Emma · 1 адам · ⏳ кезегі – 1

      Біреуді іздеп жүрсіз бе? Есімінің бір бөлігін не билетіндегі кодты жазыңыз.
      [✓ Барлығы: 3] [Орны бар: 2]
      [Кезекте: 1] [«Келемін»: 0]
      [Келді: 0]
      [1. Айгүл]
      [2. Сергей]
      [3. Emma]
      [➕ Қолмен тіркеу]
      [⬇️ Excel кестесі] [⬇️ CSV файлы]
      [‹ Артқа]
    Дәурен ▸ [Кезекте: 1]
    ✎ Дәурен
      👥 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Толған орын: 3 / 3 · Күтіп тұрғандар: 1

      1. Emma · 1 адам · ⏳ кезегі – 1

      Біреуді іздеп жүрсіз бе? Есімінің бір бөлігін не билетіндегі кодты жазыңыз.
      [Барлығы: 3] [Орны бар: 2]
      [✓ Кезекте: 1] [«Келемін»: 0]
      [Келді: 0]
      [1. Emma]
      [➕ Қолмен тіркеу]
      [⬇️ Excel кестесі] [⬇️ CSV файлы]
      [‹ Артқа]
    Дәурен ▸ [1. Emma]
    ✎ Дәурен
      <b>Домбыра кеші</b>

      <b>Emma</b> · 1 адам
      ⏳ кезегі – 1
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00
      [📞 Телефонды көрсету]
      [⬆️ Қазір орын беру]
      [Тізімнен шығару…]
      [‹ Артқа]
    Дәурен ▸ [⬆️ Қазір орын беру]
      (Бос орын жетпейді: 0. Ештеңе өзгерген жоқ. Алдымен іс-шараға орын қосыңыз.)
    Дәурен ▸ СЕРГ
    → Дәурен
      👥 <b>Домбыра кеші</b>

      1. Сергей · 1 адам · орны бар
      [1. Сергей]
      [‹ Тізімге]
    Дәурен ▸ [1. Сергей]
    ✎ Дәурен
      <b>Домбыра кеші</b>

      <b>Сергей</b> · 1 адам
      орны бар
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00
      [📞 Телефонды көрсету]
      [Тізімнен шығару…]
      [‹ Артқа]
    Дәурен ▸ [📞 Телефонды көрсету]
    ✎ Дәурен
      <b>Домбыра кеші</b>

      <b>Сергей</b> · 1 адам
      орны бар
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00

      Телефон: <code>+7 701 000 01 01</code>
      <i>Оны қарағаныңыз журналға жазылды.</i>
      [‹ Артқа]
    Дәурен ▸ [‹ Артқа]
    ✎ Дәурен
      <b>Домбыра кеші</b>

      <b>Сергей</b> · 1 адам
      орны бар
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00
      [📞 Телефонды көрсету]
      [Тізімнен шығару…]
      [‹ Артқа]
    Дәурен ▸ [Тізімнен шығару…]
    ✎ Дәурен
      <b>Тізімнен неге шығарасыз: Сергей?</b>
      Бір хабарламамен жазыңыз.
      Адам оны сіз жазғандай оқиды.
      [‹ Артқа]
    Дәурен ▸ ?
    → Дәурен
      Себеп үшін бұл тым қысқа.

      <b>Тізімнен неге шығарасыз: Сергей?</b>
      Бір хабарламамен жазыңыз.
      Адам оны сіз жазғандай оқиды.
      [‹ Артқа]
    Дәурен ▸ Екі рет тіркелгенсіз.
    → Дәурен
      <b>Тізімнен шығарылсын ба: Сергей? Адам мынаны алады:</b>

      ❌ <b>Ұйымдастырушылар тіркелуіңізді жойды</b>
      Олардың сөзі төменде.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      <blockquote>Екі рет тіркелгенсіз.</blockquote>

      Басқаша айтасыз ба? Қайта жаза салыңыз.
      [❌ Иә, шығару]
      [‹ Артқа]
    Дәурен ▸ [❌ Иә, шығару]
    → Сергей
      ❌ <b>Организаторы отменили вашу запись</b>
      Их слова – ниже.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>Екі рет тіркелгенсіз.</blockquote>
      [📅 Найти мероприятие]
    → Emma
      🔔 <b>A seat is free for you – confirm by 17:15</b>
      After that it goes to the next in line.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      People: 1
      [✅ Take the seat]
      [Give up the seat]
      [About the event]
    ✎ Дәурен
      Тізімнен шықты: Сергей. Орындар кезектегілерге беріледі. Хабарлама жіберіледі.
      [‹ Тізімге]
    Дәурен ▸ [‹ Тізімге]
    ✎ Дәурен
      👥 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Толған орын: 3 / 3

      1. Айгүл · 2 адам · орны бар
      2. Emma · 1 адам · 🔔 орын ұсынылды, 17:15 дейін растауы керек

      Біреуді іздеп жүрсіз бе? Есімінің бір бөлігін не билетіндегі кодты жазыңыз.
      [✓ Барлығы: 2] [Орны бар: 1]
      [Кезекте: 1] [«Келемін»: 0]
      [Келді: 0]
      [1. Айгүл]
      [2. Emma]
      [➕ Қолмен тіркеу]
      [⬇️ Excel кестесі] [⬇️ CSV файлы]
      [‹ Артқа]
    Дәурен ▸ [2. Emma]
    ✎ Дәурен
      <b>Домбыра кеші</b>

      <b>Emma</b> · 1 адам
      🔔 орын ұсынылды, 17:15 дейін растауы керек
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00
      [📞 Телефонды көрсету]
      [⬆️ Қазір орын беру]
      [Тізімнен шығару…]
      [‹ Артқа]
    Дәурен ▸ [⬆️ Қазір орын беру]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w>
      <b>A seat has come free, and it is yours!</b> If you can't come, please cancel so that someone else can.

      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>MR2E6F</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ✎ Дәурен
      ✅ <b>Орын берілді.</b> Хабарлама жіберіледі.

      <b>Домбыра кеші</b>

      <b>Emma</b> · 1 адам
      орны бар
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00
      [📞 Телефонды көрсету]
      [Тізімнен шығару…]
      [‹ Артқа]
    Дәурен ▸ (forged k.rs.2)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    ");
}

#[tokio::test]
async fn removed_with_a_word_by_a_russian_organiser() {
    assert_snapshot!(remove_and_seat("ru", ["?", "Вы записались дважды."]).await, @"
    Дәурен ▸ [👥 Участники]
    ✎ Дәурен
      👥 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Занято мест: 3 из 3 · Ждут места: 1

      1. Айгүл · 2 человека · место есть
      2. Сергей · 1 человек · место есть
      3. Emma · 1 человек · ⏳ в очереди, номер 1

      Кого-то ищете? Напишите часть имени или код с билета.
      [✓ Все: 3] [С местом: 2]
      [В очереди: 1] [«Приду»: 0]
      [Пришли: 0]
      [1. Айгүл]
      [2. Сергей]
      [3. Emma]
      [➕ Записать вручную]
      [⬇️ Таблица Excel] [⬇️ Файл CSV]
      [‹ Назад]
    Дәурен ▸ [В очереди: 1]
    ✎ Дәурен
      👥 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Занято мест: 3 из 3 · Ждут места: 1

      1. Emma · 1 человек · ⏳ в очереди, номер 1

      Кого-то ищете? Напишите часть имени или код с билета.
      [Все: 3] [С местом: 2]
      [✓ В очереди: 1] [«Приду»: 0]
      [Пришли: 0]
      [1. Emma]
      [➕ Записать вручную]
      [⬇️ Таблица Excel] [⬇️ Файл CSV]
      [‹ Назад]
    Дәурен ▸ [1. Emma]
    ✎ Дәурен
      <b>Вечер домбры</b>

      <b>Emma</b> · 1 человек
      ⏳ в очереди, номер 1
      Запись сделана: вторник, 1 декабря, 09:00
      [📞 Показать телефон]
      [⬆️ Дать место сейчас]
      [Убрать из списка…]
      [‹ Назад]
    Дәурен ▸ [⬆️ Дать место сейчас]
      (Свободных мест не хватает: 0. Ничего не изменилось. Сначала добавьте мест мероприятию.)
    Дәурен ▸ СЕРГ
    → Дәурен
      👥 <b>Вечер домбры</b>

      1. Сергей · 1 человек · место есть
      [1. Сергей]
      [‹ К списку]
    Дәурен ▸ [1. Сергей]
    ✎ Дәурен
      <b>Вечер домбры</b>

      <b>Сергей</b> · 1 человек
      место есть
      Запись сделана: вторник, 1 декабря, 09:00
      [📞 Показать телефон]
      [Убрать из списка…]
      [‹ Назад]
    Дәурен ▸ [📞 Показать телефон]
    ✎ Дәурен
      <b>Вечер домбры</b>

      <b>Сергей</b> · 1 человек
      место есть
      Запись сделана: вторник, 1 декабря, 09:00

      Телефон: <code>+7 701 000 01 01</code>
      <i>То, что вы его посмотрели, записано в журнал.</i>
      [‹ Назад]
    Дәурен ▸ [‹ Назад]
    ✎ Дәурен
      <b>Вечер домбры</b>

      <b>Сергей</b> · 1 человек
      место есть
      Запись сделана: вторник, 1 декабря, 09:00
      [📞 Показать телефон]
      [Убрать из списка…]
      [‹ Назад]
    Дәурен ▸ [Убрать из списка…]
    ✎ Дәурен
      <b>Почему убираем из списка: Сергей?</b>
      Напишите одним сообщением.
      Человек прочтёт это так, как вы написали.
      [‹ Назад]
    Дәурен ▸ ?
    → Дәурен
      Для причины это слишком коротко.

      <b>Почему убираем из списка: Сергей?</b>
      Напишите одним сообщением.
      Человек прочтёт это так, как вы написали.
      [‹ Назад]
    Дәурен ▸ Вы записались дважды.
    → Дәурен
      <b>Убрать из списка: Сергей? Человек получит вот это:</b>

      ❌ <b>Организаторы отменили вашу запись</b>
      Их слова – ниже.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>Вы записались дважды.</blockquote>

      Другими словами? Просто напишите ещё раз.
      [❌ Да, убрать]
      [‹ Назад]
    Дәурен ▸ [❌ Да, убрать]
    → Сергей
      ❌ <b>Организаторы отменили вашу запись</b>
      Их слова – ниже.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>Вы записались дважды.</blockquote>
      [📅 Найти мероприятие]
    → Emma
      🔔 <b>A seat is free for you – confirm by 17:15</b>
      After that it goes to the next in line.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      People: 1
      [✅ Take the seat]
      [Give up the seat]
      [About the event]
    ✎ Дәурен
      Из списка убрали: Сергей. Места переходят к ожидающим. Сообщение отправляем.
      [‹ К списку]
    Дәурен ▸ [‹ К списку]
    ✎ Дәурен
      👥 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Занято мест: 3 из 3

      1. Айгүл · 2 человека · место есть
      2. Emma · 1 человек · 🔔 предложено место, подтвердить до 17:15

      Кого-то ищете? Напишите часть имени или код с билета.
      [✓ Все: 2] [С местом: 1]
      [В очереди: 1] [«Приду»: 0]
      [Пришли: 0]
      [1. Айгүл]
      [2. Emma]
      [➕ Записать вручную]
      [⬇️ Таблица Excel] [⬇️ Файл CSV]
      [‹ Назад]
    Дәурен ▸ [2. Emma]
    ✎ Дәурен
      <b>Вечер домбры</b>

      <b>Emma</b> · 1 человек
      🔔 предложено место, подтвердить до 17:15
      Запись сделана: вторник, 1 декабря, 09:00
      [📞 Показать телефон]
      [⬆️ Дать место сейчас]
      [Убрать из списка…]
      [‹ Назад]
    Дәурен ▸ [⬆️ Дать место сейчас]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w>
      <b>A seat has come free, and it is yours!</b> If you can't come, please cancel so that someone else can.

      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>MR2E6F</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ✎ Дәурен
      ✅ <b>Место дано.</b> Сообщение отправляем.

      <b>Вечер домбры</b>

      <b>Emma</b> · 1 человек
      место есть
      Запись сделана: вторник, 1 декабря, 09:00
      [📞 Показать телефон]
      [Убрать из списка…]
      [‹ Назад]
    Дәурен ▸ (forged k.rs.2)
      (Эта кнопка устарела. Откройте список заново: /events)
    ");
}

#[tokio::test]
async fn removed_with_a_word_by_an_english_organiser() {
    assert_snapshot!(remove_and_seat("en", ["?", "You have signed up twice."]).await, @"
    Дәурен ▸ [👥 People]
    ✎ Дәурен
      👥 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Seats taken: 3 of 3 · People waiting: 1

      1. Айгүл · 2 people · has a seat
      2. Сергей · 1 person · has a seat
      3. Emma · 1 person · ⏳ in line, place 1

      Looking for somebody? Write a part of their name, or their code.
      [✓ Everybody: 3] [With a seat: 2]
      [In line: 1] [“I'm coming”: 0]
      [Came: 0]
      [1. Айгүл]
      [2. Сергей]
      [3. Emma]
      [➕ Add by hand]
      [⬇️ Excel] [⬇️ CSV]
      [‹ Back]
    Дәурен ▸ [In line: 1]
    ✎ Дәурен
      👥 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Seats taken: 3 of 3 · People waiting: 1

      1. Emma · 1 person · ⏳ in line, place 1

      Looking for somebody? Write a part of their name, or their code.
      [Everybody: 3] [With a seat: 2]
      [✓ In line: 1] [“I'm coming”: 0]
      [Came: 0]
      [1. Emma]
      [➕ Add by hand]
      [⬇️ Excel] [⬇️ CSV]
      [‹ Back]
    Дәурен ▸ [1. Emma]
    ✎ Дәурен
      <b>Dombra evening</b>

      <b>Emma</b> · 1 person
      ⏳ in line, place 1
      Signed up: Tuesday, 1 December, 09:00
      [📞 Show phone]
      [⬆️ Seat now]
      [Remove from the list…]
      [‹ Back]
    Дәурен ▸ [⬆️ Seat now]
      (There are not enough free seats: 0. Nothing has changed. Add seats to the event first.)
    Дәурен ▸ СЕРГ
    → Дәурен
      👥 <b>Dombra evening</b>

      1. Сергей · 1 person · has a seat
      [1. Сергей]
      [‹ To the list]
    Дәурен ▸ [1. Сергей]
    ✎ Дәурен
      <b>Dombra evening</b>

      <b>Сергей</b> · 1 person
      has a seat
      Signed up: Tuesday, 1 December, 09:00
      [📞 Show phone]
      [Remove from the list…]
      [‹ Back]
    Дәурен ▸ [📞 Show phone]
    ✎ Дәурен
      <b>Dombra evening</b>

      <b>Сергей</b> · 1 person
      has a seat
      Signed up: Tuesday, 1 December, 09:00

      Phone: <code>+7 701 000 01 01</code>
      <i>It is on record that you have looked at it.</i>
      [‹ Back]
    Дәурен ▸ [‹ Back]
    ✎ Дәурен
      <b>Dombra evening</b>

      <b>Сергей</b> · 1 person
      has a seat
      Signed up: Tuesday, 1 December, 09:00
      [📞 Show phone]
      [Remove from the list…]
      [‹ Back]
    Дәурен ▸ [Remove from the list…]
    ✎ Дәурен
      <b>Why are you removing Сергей?</b>
      Write it in one message.
      They will read it as you wrote it.
      [‹ Back]
    Дәурен ▸ ?
    → Дәурен
      That is too short to be a reason.

      <b>Why are you removing Сергей?</b>
      Write it in one message.
      They will read it as you wrote it.
      [‹ Back]
    Дәурен ▸ You have signed up twice.
    → Дәурен
      <b>Remove Сергей? They will get this:</b>

      ❌ <b>Your registration has been cancelled by the organisers</b>
      Their words are below.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      <blockquote>You have signed up twice.</blockquote>

      Other words? Just write them again.
      [❌ Yes, remove]
      [‹ Back]
    Дәурен ▸ [❌ Yes, remove]
    → Сергей
      ❌ <b>Организаторы отменили вашу запись</b>
      Их слова – ниже.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      <blockquote>You have signed up twice.</blockquote>
      [📅 Найти мероприятие]
    → Emma
      🔔 <b>A seat is free for you – confirm by 17:15</b>
      After that it goes to the next in line.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      People: 1
      [✅ Take the seat]
      [Give up the seat]
      [About the event]
    ✎ Дәурен
      Сергей is off the list, and the seats go to those who wait. They are told.
      [‹ To the list]
    Дәурен ▸ [‹ To the list]
    ✎ Дәурен
      👥 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Seats taken: 3 of 3

      1. Айгүл · 2 people · has a seat
      2. Emma · 1 person · 🔔 offered a seat, to confirm by 17:15

      Looking for somebody? Write a part of their name, or their code.
      [✓ Everybody: 2] [With a seat: 1]
      [In line: 1] [“I'm coming”: 0]
      [Came: 0]
      [1. Айгүл]
      [2. Emma]
      [➕ Add by hand]
      [⬇️ Excel] [⬇️ CSV]
      [‹ Back]
    Дәурен ▸ [2. Emma]
    ✎ Дәурен
      <b>Dombra evening</b>

      <b>Emma</b> · 1 person
      🔔 offered a seat, to confirm by 17:15
      Signed up: Tuesday, 1 December, 09:00
      [📞 Show phone]
      [⬆️ Seat now]
      [Remove from the list…]
      [‹ Back]
    Дәурен ▸ [⬆️ Seat now]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w>
      <b>A seat has come free, and it is yours!</b> If you can't come, please cancel so that someone else can.

      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>MR2E6F</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ✎ Дәурен
      ✅ <b>They have a seat.</b> They are told.

      <b>Dombra evening</b>

      <b>Emma</b> · 1 person
      has a seat
      Signed up: Tuesday, 1 December, 09:00
      [📞 Show phone]
      [Remove from the list…]
      [‹ Back]
    Дәурен ▸ (forged k.rs.2)
      (This button is out of date. Please open the list again: /events)
    ");
}

/// Somebody without Telegram is signed up, waits, and is let in by the code.
async fn by_hand(language: &str) -> String {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    stage.guest("Айгүл", "kk").sign_up(&link, "1").await;
    let organiser = organiser(&stage, language).await;
    organiser.press_exactly("k.a.1").await;
    organiser.say("12345").await;
    organiser.say("Күләш Бекқызы").await;
    organiser.say("жоқ").await;
    organiser.say("8 777 987 65 43").await;
    organiser.press_exactly("a.p.2").await;
    organiser.say("ok").await;
    organiser.press_exactly("a.c").await;
    let code = organiser.last().html().split("<code>").nth(1).unwrap()[..6].to_owned();
    organiser.press_exactly("k.a.1").await;
    organiser.say("Болат").await;
    organiser.press_exactly("a.k").await;
    organiser.press_exactly("a.p.1").await;
    organiser.press_exactly("a.b").await;
    organiser.press_exactly("a.p.1").await;
    organiser.press_exactly("a.c").await;
    organiser.press_exactly("k.c.3.all.0").await;
    organiser.press_exactly("k.u.3").await;
    let mut told = stage.told();
    stage.pass(TimeDelta::hours(32)).await;
    organiser.start(&link).await;
    organiser.press_data(|data| data.starts_with("dm.")).await;
    organiser.press_data(|data| data.starts_with("dd.")).await;
    stage.skip();
    organiser.say(&code).await;
    organiser.say("болат").await;
    organiser.press_exactly("dc.3.1").await;
    organiser.forge("k.l.1.came.0").await;
    told = told + "\n" + &stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn signed_up_by_hand_in_kazakh() {
    assert_snapshot!(by_hand("kk").await, @"
    Дәурен ▸ [👥 Қатысушылар]
    ✎ Дәурен
      👥 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Толған орын: 1 / 3

      1. Айгүл · 1 адам · орны бар

      Біреуді іздеп жүрсіз бе? Есімінің бір бөлігін не билетіндегі кодты жазыңыз.
      [✓ Барлығы: 1] [Орны бар: 1]
      [Кезекте: 0] [«Келемін»: 0]
      [Келді: 0]
      [1. Айгүл]
      [➕ Қолмен тіркеу]
      [⬇️ Excel кестесі] [⬇️ CSV файлы]
      [‹ Артқа]
    Дәурен ▸ [➕ Қолмен тіркеу]
    ✎ Дәурен
      <b>Кімді тіркейміз?</b>
      Telegram-ы жоқ адамның аты мен тегін жазыңыз – кіреберісте солай қарсы алынады.
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ 12345
    → Дәурен
      Бұл есімге ұқсамайды. Сілтеме мен сансыз, әріппен жазыңыз.

      <b>Кімді тіркейміз?</b>
      Telegram-ы жоқ адамның аты мен тегін жазыңыз – кіреберісте солай қарсы алынады.
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ Күләш Бекқызы
    → Дәурен
      <b>Телефон нөмірі</b>
      Бұл адамға хабарлама жетпейді, сондықтан қоңырау шалуға тура келеді. Өткізіп жіберсеңіз де болады.
      [Өткізіп жіберу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ жоқ
    → Дәурен
      Бұл нөмірді оқи алмадым. Мынадай үлгімен жазыңыз: +7 701 234 56 78

      <b>Телефон нөмірі</b>
      Бұл адамға хабарлама жетпейді, сондықтан қоңырау шалуға тура келеді. Өткізіп жіберсеңіз де болады.
      [Өткізіп жіберу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ 8 777 987 65 43
    → Дәурен
      <b>Неше адам келеді?</b>
      Өзін де қосып санаңыз.
      [1] [2] [3]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [2]
    ✎ Дәурен
      <b>Бәрі дұрыс па, тексеріңіз</b>

      Аты-жөні: Күләш Бекқызы
      Телефон: +7 777 987 65 43
      Адам саны: 2

      <b>Бұл адам келісімін берді ме?</b> Аты мен телефон нөмірі тіркеу және қатысуды есепке алу үшін іс-шарадан кейін 90 күнге дейін сақталады.
      [✅ Иә, тіркеу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ ok
    → Дәурен
      Батырмалардың бірін таңдаңыз.

      <b>Бәрі дұрыс па, тексеріңіз</b>

      Аты-жөні: Күләш Бекқызы
      Телефон: +7 777 987 65 43
      Адам саны: 2

      <b>Бұл адам келісімін берді ме?</b> Аты мен телефон нөмірі тіркеу және қатысуды есепке алу үшін іс-шарадан кейін 90 күнге дейін сақталады.
      [✅ Иә, тіркеу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [✅ Иә, тіркеу]
    ✎ Дәурен
      ✅ <b>Күләш Бекқызы</b> · 2 адам: тізімде, орны бар.
      Коды: <code>DKZ2H7</code>
      Кіреберісте осы код не есімі жеткілікті.

      <b>Домбыра кеші</b>
      [Карточкасына]
      [➕ Тағы біреуді тіркеу]
      [‹ Тізімге]
    Дәурен ▸ [➕ Тағы біреуді тіркеу]
    ✎ Дәурен
      <b>Кімді тіркейміз?</b>
      Telegram-ы жоқ адамның аты мен тегін жазыңыз – кіреберісте солай қарсы алынады.
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ Болат
    → Дәурен
      <b>Телефон нөмірі</b>
      Бұл адамға хабарлама жетпейді, сондықтан қоңырау шалуға тура келеді. Өткізіп жіберсеңіз де болады.
      [Өткізіп жіберу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [Өткізіп жіберу]
    ✎ Дәурен
      <b>Неше адам келеді?</b>
      Өзін де қосып санаңыз.
      [1] [2] [3]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [1]
    ✎ Дәурен
      <b>Бәрі дұрыс па, тексеріңіз</b>

      Аты-жөні: Болат
      Адам саны: 1

      <b>Бұл адам келісімін берді ме?</b> Аты мен телефон нөмірі тіркеу және қатысуды есепке алу үшін іс-шарадан кейін 90 күнге дейін сақталады.
      [✅ Иә, тіркеу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [‹ Артқа]
    ✎ Дәурен
      <b>Неше адам келеді?</b>
      Өзін де қосып санаңыз.
      [1] [2] [3]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [1]
    ✎ Дәурен
      <b>Бәрі дұрыс па, тексеріңіз</b>

      Аты-жөні: Болат
      Адам саны: 1

      <b>Бұл адам келісімін берді ме?</b> Аты мен телефон нөмірі тіркеу және қатысуды есепке алу үшін іс-шарадан кейін 90 күнге дейін сақталады.
      [✅ Иә, тіркеу]
      [‹ Артқа] [Бас тарту]
    Дәурен ▸ [✅ Иә, тіркеу]
    ✎ Дәурен
      ⏳ <b>Болат</b> · 1 адам: орын жетпейді, күту тізіміндегі кезегі – 1. Орын босаса, сұрамай-ақ беріледі.

      <b>Домбыра кеші</b>
      [Карточкасына]
      [➕ Тағы біреуді тіркеу]
      [‹ Тізімге]
    Дәурен ▸ [Карточкасына]
    ✎ Дәурен
      <b>Домбыра кеші</b>

      <b>Болат</b> · 1 адам
      ⏳ кезегі – 1
      Тіркелген уақыты: 1 желтоқсан, сейсенбі, 09:00
      Қолмен тіркелген: хабарлама жетпейді.
      Коды: <code>TXZS9C</code>
      [📞 Телефонды көрсету]
      [⬆️ Қазір орын беру]
      [Тізімнен шығару…]
      [‹ Артқа]
    Дәурен ▸ [⬆️ Қазір орын беру]
      (Бос орын жетпейді: 0. Ештеңе өзгерген жоқ. Алдымен іс-шараға орын қосыңыз.)
    Дәурен ▸ DKZ2H7
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 2 / 3
      Тіркелу саны: 2

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:00 · Күләш Бекқызы · 2 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    → Дәурен
      ✅ <b>Қош келдіңіз!</b>
      <b>Күләш Бекқызы</b> · 2 адам
      [1 / 2 адам]
      [↩️ Белгіні алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ болат
    → Дәурен
      Адамды таңдаңыз:
      [Болат · 1]
      [‹ Кіреберіске]
    Дәурен ▸ [Болат · 1]
    ✎ Дәурен
      ⛔ <b>Орын расталмаған:</b> бұл адам күту тізімінде.
      <b>Болат</b> · 1 адам
      [‹ Кіреберіске]
    Дәурен ▸ (forged k.l.1.came.0)
    ✎ Дәурен
      👥 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Толған орын: 3 / 3 · Күтіп тұрғандар: 1

      1. Күләш Бекқызы · 2 адам · ✅ келген уақыты – 17:00

      Біреуді іздеп жүрсіз бе? Есімінің бір бөлігін не билетіндегі кодты жазыңыз.
      [Барлығы: 3] [Орны бар: 2]
      [Кезекте: 1] [«Келемін»: 0]
      [✓ Келді: 1]
      [1. Күләш Бекқызы]
      [➕ Қолмен тіркеу]
      [⬇️ Excel кестесі] [⬇️ CSV файлы]
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn signed_up_by_hand_in_russian() {
    assert_snapshot!(by_hand("ru").await, @"
    Дәурен ▸ [👥 Участники]
    ✎ Дәурен
      👥 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Занято мест: 1 из 3

      1. Айгүл · 1 человек · место есть

      Кого-то ищете? Напишите часть имени или код с билета.
      [✓ Все: 1] [С местом: 1]
      [В очереди: 0] [«Приду»: 0]
      [Пришли: 0]
      [1. Айгүл]
      [➕ Записать вручную]
      [⬇️ Таблица Excel] [⬇️ Файл CSV]
      [‹ Назад]
    Дәурен ▸ [➕ Записать вручную]
    ✎ Дәурен
      <b>Кого записать?</b>
      Напишите имя и фамилию человека, у которого нет Telegram, – так его встретят на входе.
      [‹ Назад] [Отмена]
    Дәурен ▸ 12345
    → Дәурен
      Это не похоже на имя. Напишите его буквами, без ссылок и цифр.

      <b>Кого записать?</b>
      Напишите имя и фамилию человека, у которого нет Telegram, – так его встретят на входе.
      [‹ Назад] [Отмена]
    Дәурен ▸ Күләш Бекқызы
    → Дәурен
      <b>Номер телефона</b>
      Сообщения этому человеку не дойдут, придётся звонить. Можно пропустить.
      [Пропустить]
      [‹ Назад] [Отмена]
    Дәурен ▸ жоқ
    → Дәурен
      Не получилось прочитать номер. Напишите его так: +7 701 234 56 78

      <b>Номер телефона</b>
      Сообщения этому человеку не дойдут, придётся звонить. Можно пропустить.
      [Пропустить]
      [‹ Назад] [Отмена]
    Дәурен ▸ 8 777 987 65 43
    → Дәурен
      <b>Сколько человек придёт?</b>
      Вместе с самим человеком.
      [1] [2] [3]
      [‹ Назад] [Отмена]
    Дәурен ▸ [2]
    ✎ Дәурен
      <b>Проверьте, всё ли верно</b>

      Имя: Күләш Бекқызы
      Телефон: +7 777 987 65 43
      Сколько человек: 2

      <b>Дал ли этот человек согласие</b> на то, что имя и телефон хранятся для регистрации и учёта посещений до 90 дней после мероприятия?
      [✅ Да, записать]
      [‹ Назад] [Отмена]
    Дәурен ▸ ok
    → Дәурен
      Выберите, пожалуйста, одну из кнопок.

      <b>Проверьте, всё ли верно</b>

      Имя: Күләш Бекқызы
      Телефон: +7 777 987 65 43
      Сколько человек: 2

      <b>Дал ли этот человек согласие</b> на то, что имя и телефон хранятся для регистрации и учёта посещений до 90 дней после мероприятия?
      [✅ Да, записать]
      [‹ Назад] [Отмена]
    Дәурен ▸ [✅ Да, записать]
    ✎ Дәурен
      ✅ <b>Күләш Бекқызы</b> · 2 человека: в списке, место есть.
      Код: <code>DKZ2H7</code>
      На входе достаточно этого кода или имени.

      <b>Вечер домбры</b>
      [К карточке]
      [➕ Записать ещё]
      [‹ К списку]
    Дәурен ▸ [➕ Записать ещё]
    ✎ Дәурен
      <b>Кого записать?</b>
      Напишите имя и фамилию человека, у которого нет Telegram, – так его встретят на входе.
      [‹ Назад] [Отмена]
    Дәурен ▸ Болат
    → Дәурен
      <b>Номер телефона</b>
      Сообщения этому человеку не дойдут, придётся звонить. Можно пропустить.
      [Пропустить]
      [‹ Назад] [Отмена]
    Дәурен ▸ [Пропустить]
    ✎ Дәурен
      <b>Сколько человек придёт?</b>
      Вместе с самим человеком.
      [1] [2] [3]
      [‹ Назад] [Отмена]
    Дәурен ▸ [1]
    ✎ Дәурен
      <b>Проверьте, всё ли верно</b>

      Имя: Болат
      Сколько человек: 1

      <b>Дал ли этот человек согласие</b> на то, что имя и телефон хранятся для регистрации и учёта посещений до 90 дней после мероприятия?
      [✅ Да, записать]
      [‹ Назад] [Отмена]
    Дәурен ▸ [‹ Назад]
    ✎ Дәурен
      <b>Сколько человек придёт?</b>
      Вместе с самим человеком.
      [1] [2] [3]
      [‹ Назад] [Отмена]
    Дәурен ▸ [1]
    ✎ Дәурен
      <b>Проверьте, всё ли верно</b>

      Имя: Болат
      Сколько человек: 1

      <b>Дал ли этот человек согласие</b> на то, что имя и телефон хранятся для регистрации и учёта посещений до 90 дней после мероприятия?
      [✅ Да, записать]
      [‹ Назад] [Отмена]
    Дәурен ▸ [✅ Да, записать]
    ✎ Дәурен
      ⏳ <b>Болат</b> · 1 человек: мест не хватает, номер в листе ожидания – 1. Как только места освободятся, они достанутся этому человеку без вопросов.

      <b>Вечер домбры</b>
      [К карточке]
      [➕ Записать ещё]
      [‹ К списку]
    Дәурен ▸ [К карточке]
    ✎ Дәурен
      <b>Вечер домбры</b>

      <b>Болат</b> · 1 человек
      ⏳ в очереди, номер 1
      Запись сделана: вторник, 1 декабря, 09:00
      Запись сделана вручную: сообщения не доходят.
      Код: <code>TXZS9C</code>
      [📞 Показать телефон]
      [⬆️ Дать место сейчас]
      [Убрать из списка…]
      [‹ Назад]
    Дәурен ▸ [⬆️ Дать место сейчас]
      (Свободных мест не хватает: 0. Ничего не изменилось. Сначала добавьте мест мероприятию.)
    Дәурен ▸ DKZ2H7
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 2 из 3
      Записей: 2

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:00 · Күләш Бекқызы · 2 человека
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    → Дәурен
      ✅ <b>Добро пожаловать!</b>
      <b>Күләш Бекқызы</b> · 2 человека
      [1 из 2]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ болат
    → Дәурен
      Выберите человека:
      [Болат · 1]
      [‹ Ко входу]
    Дәурен ▸ [Болат · 1]
    ✎ Дәурен
      ⛔ <b>Место не подтверждено:</b> этот человек в листе ожидания.
      <b>Болат</b> · 1 человек
      [‹ Ко входу]
    Дәурен ▸ (forged k.l.1.came.0)
    ✎ Дәурен
      👥 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Занято мест: 3 из 3 · Ждут места: 1

      1. Күләш Бекқызы · 2 человека · ✅ приход в 17:00

      Кого-то ищете? Напишите часть имени или код с билета.
      [Все: 3] [С местом: 2]
      [В очереди: 1] [«Приду»: 0]
      [✓ Пришли: 1]
      [1. Күләш Бекқызы]
      [➕ Записать вручную]
      [⬇️ Таблица Excel] [⬇️ Файл CSV]
      [‹ Назад]
    ");
}

#[tokio::test]
async fn signed_up_by_hand_in_english() {
    assert_snapshot!(by_hand("en").await, @"
    Дәурен ▸ [👥 People]
    ✎ Дәурен
      👥 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Seats taken: 1 of 3

      1. Айгүл · 1 person · has a seat

      Looking for somebody? Write a part of their name, or their code.
      [✓ Everybody: 1] [With a seat: 1]
      [In line: 0] [“I'm coming”: 0]
      [Came: 0]
      [1. Айгүл]
      [➕ Add by hand]
      [⬇️ Excel] [⬇️ CSV]
      [‹ Back]
    Дәурен ▸ [➕ Add by hand]
    ✎ Дәурен
      <b>Whom shall I sign up?</b>
      Write the first and last name of somebody who has no Telegram: that is how they will be greeted at the entrance.
      [‹ Back] [Cancel]
    Дәурен ▸ 12345
    → Дәурен
      That doesn't look like a name. Please write it in letters, without links or numbers.

      <b>Whom shall I sign up?</b>
      Write the first and last name of somebody who has no Telegram: that is how they will be greeted at the entrance.
      [‹ Back] [Cancel]
    Дәурен ▸ Күләш Бекқызы
    → Дәурен
      <b>Their phone number</b>
      Messages do not reach them, so you will have to call. You can skip this.
      [Skip]
      [‹ Back] [Cancel]
    Дәурен ▸ жоқ
    → Дәурен
      I couldn't read this number. Please type it like this: +7 701 234 56 78

      <b>Their phone number</b>
      Messages do not reach them, so you will have to call. You can skip this.
      [Skip]
      [‹ Back] [Cancel]
    Дәурен ▸ 8 777 987 65 43
    → Дәурен
      <b>How many people will come?</b>
      Count them as well.
      [1] [2] [3]
      [‹ Back] [Cancel]
    Дәурен ▸ [2]
    ✎ Дәурен
      <b>Please check that everything is right</b>

      Name: Күләш Бекқызы
      Phone: +7 777 987 65 43
      People: 2

      <b>Has this person agreed</b> that their name and phone are kept to register them and to count attendance, until 90 days after the event?
      [✅ Yes, sign them up]
      [‹ Back] [Cancel]
    Дәурен ▸ ok
    → Дәурен
      Please choose one of the buttons.

      <b>Please check that everything is right</b>

      Name: Күләш Бекқызы
      Phone: +7 777 987 65 43
      People: 2

      <b>Has this person agreed</b> that their name and phone are kept to register them and to count attendance, until 90 days after the event?
      [✅ Yes, sign them up]
      [‹ Back] [Cancel]
    Дәурен ▸ [✅ Yes, sign them up]
    ✎ Дәурен
      ✅ <b>Күләш Бекқызы</b> · 2 people: on the list, with a seat.
      Code: <code>DKZ2H7</code>
      At the entrance this code or the name is enough.

      <b>Dombra evening</b>
      [To the card]
      [➕ One more]
      [‹ To the list]
    Дәурен ▸ [➕ One more]
    ✎ Дәурен
      <b>Whom shall I sign up?</b>
      Write the first and last name of somebody who has no Telegram: that is how they will be greeted at the entrance.
      [‹ Back] [Cancel]
    Дәурен ▸ Болат
    → Дәурен
      <b>Their phone number</b>
      Messages do not reach them, so you will have to call. You can skip this.
      [Skip]
      [‹ Back] [Cancel]
    Дәурен ▸ [Skip]
    ✎ Дәурен
      <b>How many people will come?</b>
      Count them as well.
      [1] [2] [3]
      [‹ Back] [Cancel]
    Дәурен ▸ [1]
    ✎ Дәурен
      <b>Please check that everything is right</b>

      Name: Болат
      People: 1

      <b>Has this person agreed</b> that their name and phone are kept to register them and to count attendance, until 90 days after the event?
      [✅ Yes, sign them up]
      [‹ Back] [Cancel]
    Дәурен ▸ [‹ Back]
    ✎ Дәурен
      <b>How many people will come?</b>
      Count them as well.
      [1] [2] [3]
      [‹ Back] [Cancel]
    Дәурен ▸ [1]
    ✎ Дәурен
      <b>Please check that everything is right</b>

      Name: Болат
      People: 1

      <b>Has this person agreed</b> that their name and phone are kept to register them and to count attendance, until 90 days after the event?
      [✅ Yes, sign them up]
      [‹ Back] [Cancel]
    Дәурен ▸ [✅ Yes, sign them up]
    ✎ Дәурен
      ⏳ <b>Болат</b> · 1 person: there are not enough seats, place 1 on the waiting list. As soon as seats are free, they get them without being asked.

      <b>Dombra evening</b>
      [To the card]
      [➕ One more]
      [‹ To the list]
    Дәурен ▸ [To the card]
    ✎ Дәурен
      <b>Dombra evening</b>

      <b>Болат</b> · 1 person
      ⏳ in line, place 1
      Signed up: Tuesday, 1 December, 09:00
      Signed up by hand: messages do not reach them.
      Code: <code>TXZS9C</code>
      [📞 Show phone]
      [⬆️ Seat now]
      [Remove from the list…]
      [‹ Back]
    Дәурен ▸ [⬆️ Seat now]
      (There are not enough free seats: 0. Nothing has changed. Add seats to the event first.)
    Дәурен ▸ DKZ2H7
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 2 of 3
      Registrations: 2

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      17:00 · Күләш Бекқызы · 2 people
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    → Дәурен
      ✅ <b>Welcome!</b>
      <b>Күләш Бекқызы</b> · 2 people
      [1 of 2]
      [↩️ Undo]
      [‹ To the door]
    Дәурен ▸ болат
    → Дәурен
      Choose the person:
      [Болат · 1]
      [‹ To the door]
    Дәурен ▸ [Болат · 1]
    ✎ Дәурен
      ⛔ <b>The seat is not confirmed:</b> this person is on the waiting list.
      <b>Болат</b> · 1 person
      [‹ To the door]
    Дәурен ▸ (forged k.l.1.came.0)
    ✎ Дәурен
      👥 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Seats taken: 3 of 3 · People waiting: 1

      1. Күләш Бекқызы · 2 people · ✅ came at 17:00

      Looking for somebody? Write a part of their name, or their code.
      [Everybody: 3] [With a seat: 2]
      [In line: 1] [“I'm coming”: 0]
      [✓ Came: 1]
      [1. Күләш Бекқызы]
      [➕ Add by hand]
      [⬇️ Excel] [⬇️ CSV]
      [‹ Back]
    ");
}

#[tokio::test]
async fn the_list_as_a_file_in_each_language() {
    let stage = Stage::with(&[dombra()]).await;
    full(&stage).await;
    let mut told = String::new();
    for language in LANGUAGES {
        let organiser = organiser(&stage, language).await;
        stage.skip();
        organiser.press_exactly("k.f.1.csv").await;
        told += &organiser.file();
        organiser.press_exactly("k.f.1.xlsx").await;
        told += &stage.told();
        told.push('\n');
        let document = organiser.last().document.unwrap();
        let bytes = organiser.person.file(&document.file_id).unwrap().bytes.to_vec();
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let range = workbook.worksheet_range_at(0).unwrap().unwrap();
        for row in range.rows() {
            let cells = row.iter().map(ToString::to_string).collect::<Vec<_>>();
            told += cells.join(" | ").trim_end_matches([' ', '|']);
            told.push('\n');
        }
    }
    assert_snapshot!(told, @r#"
    ﻿"р/с","Аты-жөні","Адам саны","Күйі","Кезегі","Тіркелген уақыты","«Келемін» деген уақыты","Келген адам саны","Келген уақыты"
    "1","Айгүл","2","орны бар","","2026-12-01 09:00","","",""
    "2","Сергей","1","орны бар","","2026-12-01 09:00","","",""
    "3","Emma","1","кезекте","1","2026-12-01 09:00","","",""

    "Экспорт 2026-12-01 09:00: Дәурен (103)"
    Дәурен ▸ [⬇️ CSV файлы]
    → Дәурен
      <document r34zf34-20261201.csv>
      <b>Домбыра кеші</b>

      Файлдағы тіркелулер: 3

      Файлда телефон нөмірлері жоқ. Файлды алғаныңыз журналға жазылды.
      [‹ Тізімге]
    Дәурен ▸ [⬇️ Excel кестесі]
    → Дәурен
      <document r34zf34-20261201.xlsx>
      <b>Домбыра кеші</b>

      Файлдағы тіркелулер: 3

      Файлда телефон нөмірлері жоқ. Файлды алғаныңыз журналға жазылды.
      [‹ Тізімге]
    р/с | Аты-жөні | Адам саны | Күйі | Кезегі | Тіркелген уақыты | «Келемін» деген уақыты | Келген адам саны | Келген уақыты
    1 | Айгүл | 2 | орны бар |  | 2026-12-01 09:00
    2 | Сергей | 1 | орны бар |  | 2026-12-01 09:00
    3 | Emma | 1 | кезекте | 1 | 2026-12-01 09:00

    Экспорт 2026-12-01 09:00: Дәурен (103)
    ﻿"№","Имя","Человек","Состояние","Номер в очереди","Время записи","Ответ «приду»","Пришло человек","Время прихода"
    "1","Айгүл","2","место","","2026-12-01 09:00","","",""
    "2","Сергей","1","место","","2026-12-01 09:00","","",""
    "3","Emma","1","в очереди","1","2026-12-01 09:00","","",""

    "Выгрузка 2026-12-01 09:00: Дәурен (104)"
    Дәурен ▸ [⬇️ Файл CSV]
    → Дәурен
      <document r34zf34-20261201.csv>
      <b>Вечер домбры</b>

      Записей в файле: 3

      Телефонов в файле нет. Выгрузка записана в журнал.
      [‹ К списку]
    Дәурен ▸ [⬇️ Таблица Excel]
    → Дәурен
      <document r34zf34-20261201.xlsx>
      <b>Вечер домбры</b>

      Записей в файле: 3

      Телефонов в файле нет. Выгрузка записана в журнал.
      [‹ К списку]
    № | Имя | Человек | Состояние | Номер в очереди | Время записи | Ответ «приду» | Пришло человек | Время прихода
    1 | Айгүл | 2 | место |  | 2026-12-01 09:00
    2 | Сергей | 1 | место |  | 2026-12-01 09:00
    3 | Emma | 1 | в очереди | 1 | 2026-12-01 09:00

    Выгрузка 2026-12-01 09:00: Дәурен (104)
    ﻿"No.","Name","People","Standing","Place in line","Signed up","Said “I'm coming”","People who came","Came at"
    "1","Айгүл","2","seat","","2026-12-01 09:00","","",""
    "2","Сергей","1","seat","","2026-12-01 09:00","","",""
    "3","Emma","1","in line","1","2026-12-01 09:00","","",""

    "Exported 2026-12-01 09:00: Дәурен (105)"
    Дәурен ▸ [⬇️ CSV]
    → Дәурен
      <document r34zf34-20261201.csv>
      <b>Dombra evening</b>

      Registrations in the file: 3

      There are no phones in it. That you have it is on record.
      [‹ To the list]
    Дәурен ▸ [⬇️ Excel]
    → Дәурен
      <document r34zf34-20261201.xlsx>
      <b>Dombra evening</b>

      Registrations in the file: 3

      There are no phones in it. That you have it is on record.
      [‹ To the list]
    No. | Name | People | Standing | Place in line | Signed up | Said “I'm coming” | People who came | Came at
    1 | Айгүл | 2 | seat |  | 2026-12-01 09:00
    2 | Сергей | 1 | seat |  | 2026-12-01 09:00
    3 | Emma | 1 | in line | 1 | 2026-12-01 09:00

    Exported 2026-12-01 09:00: Дәурен (105)
    "#);
    stage.end().await;
}

#[tokio::test]
async fn an_admin_gets_phones_with_the_file() {
    let stage = Stage::with(&[dombra()]).await;
    full(&stage).await;
    let admin = stage.steward("Сәуле", "kk");
    admin.start("").await;
    stage.skip();
    admin.forge("k.f.1.csv").await;
    assert_snapshot!(stage.told() + "\n" + &admin.file(), @r#"
    Сәуле ▸ (forged k.f.1.csv)
    → Сәуле
      <document r34zf34-20261201.csv>
      <b>Домбыра кеші</b>

      Файлдағы тіркелулер: 3

      Файлда телефон нөмірлері бар: ешкімге бермеңіз, керегі біткенде жойыңыз. Файлды алғаныңыз журналға жазылды.
      [‹ Тізімге]
    ﻿"р/с","Аты-жөні","Адам саны","Күйі","Кезегі","Тіркелген уақыты","«Келемін» деген уақыты","Келген адам саны","Келген уақыты","Телефон нөмірі"
    "1","Айгүл","2","орны бар","","2026-12-01 09:00","","","","'+7 701 000 01 00"
    "2","Сергей","1","орны бар","","2026-12-01 09:00","","","","'+7 701 000 01 01"
    "3","Emma","1","кезекте","1","2026-12-01 09:00","","","","'+7 701 000 01 02"

    "Экспорт 2026-12-01 09:00: Сәуле (900001)"
    "#);
    stage.end().await;
}

#[tokio::test]
async fn keys_of_an_event_of_others_are_old_keys() {
    let stage = Stage::with(&[dombra()]).await;
    full(&stage).await;
    let citizen = stage.guest("Болат", "ru");
    citizen.start("").await;
    stage.skip();
    for payload in ["k.l.1.all.0", "k.c.1.all.0", "k.p.1", "k.u.3", "k.r.1", "k.rs.1", "k.a.1", "k.f.1.csv"] {
        citizen.forge(payload).await;
    }
    assert_snapshot!(stage.told(), @"
    Болат ▸ (forged k.l.1.all.0)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.c.1.all.0)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.p.1)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.u.3)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.r.1)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.rs.1)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.a.1)
      (Эта кнопка устарела. Откройте список заново: /events)
    Болат ▸ (forged k.f.1.csv)
      (Эта кнопка устарела. Откройте список заново: /events)
    ");
    stage.end().await;
}
