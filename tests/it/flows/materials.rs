//! Materials of an event: added by its organiser, opened from the card, and offered once it is over; and those of the
//! programme, which an admin adds.

use super::cast::LANGUAGES;
use super::questions::organiser;
use super::stage::{Stage, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;

/// From nine in the morning of the day before to an hour after the end of the dombra evening.
const AFTER: TimeDelta = TimeDelta::minutes(35 * 60 + 30);

/// An organiser adds a file with two titles and a link, and removes the link again; Айгүл, who has a seat, opens the file
/// from the card and after the event.
async fn handed_out(language: &str, titles: [&str; 2]) -> String {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let organiser = organiser(&stage, language).await;
    let aigul = stage.guest("Айгүл", language);
    aigul.sign_up(&link, "1").await;
    organiser.start(&link).await;
    organiser.press_exactly("dm.1").await;
    stage.skip();
    organiser.press_exactly("mt.k.1.0").await;
    organiser.press_exactly("mt.a.1").await;
    organiser.say("?!").await;
    organiser
        .does("sends a file", |person| {
            person.send_document("kuis.pdf", b"%PDF".to_vec(), Some("kuis"));
        })
        .await;
    organiser.say(titles[0]).await;
    let other = LANGUAGES.into_iter().find(|other| *other != language).unwrap();
    organiser.press_exactly(&format!("mt.l.{other}")).await;
    organiser.say(titles[1]).await;
    organiser.press_exactly("mt.s").await;
    organiser.press_exactly("mt.a.1").await;
    organiser.say("qatys.kz/kuis").await;
    organiser.say("Qatys").await;
    organiser.press_exactly("mt.s").await;
    organiser.press_exactly("mt.r.2").await;
    organiser.press_exactly("mt.rr.2").await;
    aigul.start(&link).await;
    aigul.press_exactly("mt.o.1.0").await;
    aigul.press_exactly("mt.t.1").await;
    stage.pass(AFTER).await;
    aigul.press_exactly("mt.b.1").await;
    aigul.press_exactly("h").await;
    aigul.press_exactly("mt.m.0").await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn in_kazakh() {
    assert_snapshot!(handed_out("kk", ["Күйлер", "Кюи"]).await, @"
    Мәдина ▸ [📎 Материалдар]
    ✎ Мәдина
      📎 <b>Материалдар</b>

      <b>Домбыра кеші</b>

      Әзірге материал жоқ.

      🗑 – алып тастау. Барлығы ең көбі 20 материал.
      [➕ Материал қосу]
      [‹ Артқа]
    Мәдина ▸ [➕ Материал қосу]
    ✎ Мәдина
      <b>Не қосамыз?</b>
      Файл не сурет жіберіңіз немесе сілтеме жазыңыз, мысалы: qatys.kz/slides
      [‹ Артқа]
    Мәдина ▸ ?!
    → Мәдина
      Бұл файл да, сурет те, сілтеме де емес.

      <b>Не қосамыз?</b>
      Файл не сурет жіберіңіз немесе сілтеме жазыңыз, мысалы: qatys.kz/slides
      [‹ Артқа]
    Мәдина ▸ (sends a file)
    → Мәдина
      📄 Файл

      <b>Материал қалай аталады?</b> Тілі: Қазақша. Бір жол жазыңыз, 100 таңбадан аспасын.
      [➕ Русский] [➕ English]
      [‹ Артқа]
    Мәдина ▸ Күйлер
    → Мәдина
      📄 Файл
      Қазақша: <b>Күйлер</b>

      <b>Материал қалай аталады?</b> Тілі: Русский. Бір жол жазыңыз, 100 таңбадан аспасын.
      [✅ Қазақша] [➕ English]
      [✅ Қосу]
      [‹ Артқа]
    Мәдина ▸ [➕ Русский]
    ✎ Мәдина
      📄 Файл
      Қазақша: <b>Күйлер</b>

      <b>Материал қалай аталады?</b> Тілі: Русский. Бір жол жазыңыз, 100 таңбадан аспасын.
      [✅ Қазақша] [➕ English]
      [✅ Қосу]
      [‹ Артқа]
    Мәдина ▸ Кюи
    → Мәдина
      📄 Файл
      Қазақша: <b>Күйлер</b>
      Русский: <b>Кюи</b>

      <b>Материал қалай аталады?</b> Тілі: English. Бір жол жазыңыз, 100 таңбадан аспасын.
      [✅ Қазақша] [✅ Русский]
      [✅ Қосу]
      [‹ Артқа]
    Мәдина ▸ [✅ Қосу]
      (Материал қосылды)
    ✎ Мәдина
      📎 <b>Материалдар</b>

      <b>Домбыра кеші</b>

      1. 📄 Күйлер

      🗑 – алып тастау. Барлығы ең көбі 20 материал.
      [🗑 1. Күйлер]
      [➕ Материал қосу]
      [‹ Артқа]
    Мәдина ▸ [➕ Материал қосу]
    ✎ Мәдина
      <b>Не қосамыз?</b>
      Файл не сурет жіберіңіз немесе сілтеме жазыңыз, мысалы: qatys.kz/slides
      [‹ Артқа]
    Мәдина ▸ qatys.kz/kuis
    → Мәдина
      🔗 https://qatys.kz/kuis

      <b>Материал қалай аталады?</b> Тілі: Қазақша. Бір жол жазыңыз, 100 таңбадан аспасын.
      [➕ Русский] [➕ English]
      [‹ Артқа]
    Мәдина ▸ Qatys
    → Мәдина
      🔗 https://qatys.kz/kuis
      Қазақша: <b>Qatys</b>

      <b>Материал қалай аталады?</b> Тілі: Русский. Бір жол жазыңыз, 100 таңбадан аспасын.
      [✅ Қазақша] [➕ English]
      [✅ Қосу]
      [‹ Артқа]
    Мәдина ▸ [✅ Қосу]
      (Материал қосылды)
    ✎ Мәдина
      📎 <b>Материалдар</b>

      <b>Домбыра кеші</b>

      1. 📄 Күйлер
      2. 🔗 Qatys

      🗑 – алып тастау. Барлығы ең көбі 20 материал.
      [🗑 1. Күйлер]
      [🗑 2. Qatys]
      [➕ Материал қосу]
      [‹ Артқа]
    Мәдина ▸ [🗑 2. Qatys]
    ✎ Мәдина
      <b>Материалды алып тастаймыз ба?</b>

      <b>Qatys</b>
      [Иә, алып тастау]
      [‹ Артқа]
    Мәдина ▸ [Иә, алып тастау]
      (Материал алынды)
    ✎ Мәдина
      📎 <b>Материалдар</b>

      <b>Домбыра кеші</b>

      1. 📄 Күйлер

      🗑 – алып тастау. Барлығы ең көбі 20 материал.
      [🗑 1. Күйлер]
      [➕ Материал қосу]
      [‹ Артқа]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Бос орын: 2
      ✅ <b>Сіз тіркелдіңіз</b> (1 адам)
      [🎫 Менің билетім]
      [Адам санын өзгерту]
      [Тіркелуден бас тарту]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар] [📎 Материалдар]
      [‹ Артқа]
    Айгүл ▸ [📎 Материалдар]
    ✎ Айгүл
      📎 <b>Материалдар</b>

      <b>Домбыра кеші</b>

      1. 📄 Күйлер
      [1. Күйлер]
      [‹ Артқа]
    Айгүл ▸ [1. Күйлер]
    → Айгүл
      <document kuis.pdf>
      <b>Күйлер</b>
      [📎 Барлық материал]
    ──── 02.12. 20:30
    → Айгүл
      👋 <b>Іс-шараға келдіңіз бе?</b>
      Кіреберісте белгіленбепсіз.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [✅ Иә, келдім]
      [Жоқ, келе алмадым]
      [📎 Материалдар]
      [Енді сұрамаңыз]
    Айгүл ▸ [📎 Материалдар]
    → Айгүл
      📎 <b>Материалдар</b>

      <b>Домбыра кеші</b>

      1. 📄 Күйлер
      [1. Күйлер]
      [‹ Артқа]
    Айгүл ▸ [Басты бет]
    ✎ Айгүл
      <b>Сәлеметсіз бе, Айгүл!</b>
      Неден бастаймыз?
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [📚 Материалдар мен жауаптар]
      [Тіл] [Менің деректерім]
    Айгүл ▸ [📚 Материалдар мен жауаптар]
    ✎ Айгүл
      📚 <b>Материалдар мен жауаптар</b>

      1. 📄 Күйлер
      <i>Домбыра кеші</i>

      Ұйымдастырушылар бұрын жауап берген сұрақтарды сөз бойынша іздей аласыз.
      [1. Күйлер]
      [🔎 Жауаптардан іздеу]
      [Басты бет]
    ");
}

#[tokio::test]
async fn in_russian() {
    assert_snapshot!(handed_out("ru", ["Кюи", "Күйлер"]).await, @"
    Мәдина ▸ [📎 Материалы]
    ✎ Мәдина
      📎 <b>Материалы</b>

      <b>Вечер домбры</b>

      Материалов пока нет.

      🗑 – убрать. Всего материалов может быть 20.
      [➕ Добавить материал]
      [‹ Назад]
    Мәдина ▸ [➕ Добавить материал]
    ✎ Мәдина
      <b>Что добавим?</b>
      Отправьте файл или фото либо напишите ссылку, например: qatys.kz/slides
      [‹ Назад]
    Мәдина ▸ ?!
    → Мәдина
      Это не файл, не фото и не ссылка.

      <b>Что добавим?</b>
      Отправьте файл или фото либо напишите ссылку, например: qatys.kz/slides
      [‹ Назад]
    Мәдина ▸ (sends a file)
    → Мәдина
      📄 Файл

      <b>Как называется материал?</b> Язык: Русский. Напишите одну строку, не длиннее 100 знаков.
      [➕ Қазақша] [➕ English]
      [‹ Назад]
    Мәдина ▸ Кюи
    → Мәдина
      📄 Файл
      Русский: <b>Кюи</b>

      <b>Как называется материал?</b> Язык: Қазақша. Напишите одну строку, не длиннее 100 знаков.
      [✅ Русский] [➕ English]
      [✅ Добавить]
      [‹ Назад]
    Мәдина ▸ [➕ Қазақша]
    ✎ Мәдина
      📄 Файл
      Русский: <b>Кюи</b>

      <b>Как называется материал?</b> Язык: Қазақша. Напишите одну строку, не длиннее 100 знаков.
      [✅ Русский] [➕ English]
      [✅ Добавить]
      [‹ Назад]
    Мәдина ▸ Күйлер
    → Мәдина
      📄 Файл
      Қазақша: <b>Күйлер</b>
      Русский: <b>Кюи</b>

      <b>Как называется материал?</b> Язык: English. Напишите одну строку, не длиннее 100 знаков.
      [✅ Қазақша] [✅ Русский]
      [✅ Добавить]
      [‹ Назад]
    Мәдина ▸ [✅ Добавить]
      (Материал добавлен)
    ✎ Мәдина
      📎 <b>Материалы</b>

      <b>Вечер домбры</b>

      1. 📄 Кюи

      🗑 – убрать. Всего материалов может быть 20.
      [🗑 1. Кюи]
      [➕ Добавить материал]
      [‹ Назад]
    Мәдина ▸ [➕ Добавить материал]
    ✎ Мәдина
      <b>Что добавим?</b>
      Отправьте файл или фото либо напишите ссылку, например: qatys.kz/slides
      [‹ Назад]
    Мәдина ▸ qatys.kz/kuis
    → Мәдина
      🔗 https://qatys.kz/kuis

      <b>Как называется материал?</b> Язык: Русский. Напишите одну строку, не длиннее 100 знаков.
      [➕ Қазақша] [➕ English]
      [‹ Назад]
    Мәдина ▸ Qatys
    → Мәдина
      🔗 https://qatys.kz/kuis
      Русский: <b>Qatys</b>

      <b>Как называется материал?</b> Язык: Қазақша. Напишите одну строку, не длиннее 100 знаков.
      [✅ Русский] [➕ English]
      [✅ Добавить]
      [‹ Назад]
    Мәдина ▸ [✅ Добавить]
      (Материал добавлен)
    ✎ Мәдина
      📎 <b>Материалы</b>

      <b>Вечер домбры</b>

      1. 📄 Кюи
      2. 🔗 Qatys

      🗑 – убрать. Всего материалов может быть 20.
      [🗑 1. Кюи]
      [🗑 2. Qatys]
      [➕ Добавить материал]
      [‹ Назад]
    Мәдина ▸ [🗑 2. Qatys]
    ✎ Мәдина
      <b>Убрать материал?</b>

      <b>Qatys</b>
      [Да, убрать]
      [‹ Назад]
    Мәдина ▸ [Да, убрать]
      (Материал убран)
    ✎ Мәдина
      📎 <b>Материалы</b>

      <b>Вечер домбры</b>

      1. 📄 Кюи

      🗑 – убрать. Всего материалов может быть 20.
      [🗑 1. Кюи]
      [➕ Добавить материал]
      [‹ Назад]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Свободных мест: 2
      ✅ <b>Вы записаны</b> (1 человек)
      [🎫 Мой билет]
      [Изменить число людей]
      [Отменить запись]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы] [📎 Материалы]
      [‹ Назад]
    Айгүл ▸ [📎 Материалы]
    ✎ Айгүл
      📎 <b>Материалы</b>

      <b>Вечер домбры</b>

      1. 📄 Кюи
      [1. Кюи]
      [‹ Назад]
    Айгүл ▸ [1. Кюи]
    → Айгүл
      <document kuis.pdf>
      <b>Кюи</b>
      [📎 Все материалы]
    ──── 02.12. 20:30
    → Айгүл
      👋 <b>Вы были на мероприятии?</b>
      На входе вас не отметили.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [✅ Да]
      [Нет, не получилось]
      [📎 Материалы]
      [Больше не спрашивать]
    Айгүл ▸ [📎 Материалы]
    → Айгүл
      📎 <b>Материалы</b>

      <b>Вечер домбры</b>

      1. 📄 Кюи
      [1. Кюи]
      [‹ Назад]
    Айгүл ▸ [На главную]
    ✎ Айгүл
      <b>Здравствуйте, Айгүл!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
    Айгүл ▸ [📚 Материалы и ответы]
    ✎ Айгүл
      📚 <b>Материалы и ответы</b>

      1. 📄 Кюи
      <i>Вечер домбры</i>

      Вопросы, на которые организаторы уже ответили, можно найти по словам.
      [1. Кюи]
      [🔎 Поиск по ответам]
      [На главную]
    ");
}

#[tokio::test]
async fn in_english() {
    assert_snapshot!(handed_out("en", ["Kuis", "Күйлер"]).await, @"
    Мәдина ▸ [📎 Materials]
    ✎ Мәдина
      📎 <b>Materials</b>

      <b>Dombra evening</b>

      There are no materials yet.

      🗑 – remove. There can be 20 materials at most.
      [➕ Add a material]
      [‹ Back]
    Мәдина ▸ [➕ Add a material]
    ✎ Мәдина
      <b>What shall we add?</b>
      Send a file or a photo, or write a link, for example: qatys.kz/slides
      [‹ Back]
    Мәдина ▸ ?!
    → Мәдина
      That is neither a file nor a photo nor a link.

      <b>What shall we add?</b>
      Send a file or a photo, or write a link, for example: qatys.kz/slides
      [‹ Back]
    Мәдина ▸ (sends a file)
    → Мәдина
      📄 File

      <b>What is it called?</b> Language: English. Write one line of at most 100 characters.
      [➕ Қазақша] [➕ Русский]
      [‹ Back]
    Мәдина ▸ Kuis
    → Мәдина
      📄 File
      English: <b>Kuis</b>

      <b>What is it called?</b> Language: Қазақша. Write one line of at most 100 characters.
      [➕ Русский] [✅ English]
      [✅ Add]
      [‹ Back]
    Мәдина ▸ [➕ Қазақша]
    ✎ Мәдина
      📄 File
      English: <b>Kuis</b>

      <b>What is it called?</b> Language: Қазақша. Write one line of at most 100 characters.
      [➕ Русский] [✅ English]
      [✅ Add]
      [‹ Back]
    Мәдина ▸ Күйлер
    → Мәдина
      📄 File
      Қазақша: <b>Күйлер</b>
      English: <b>Kuis</b>

      <b>What is it called?</b> Language: Русский. Write one line of at most 100 characters.
      [✅ Қазақша] [✅ English]
      [✅ Add]
      [‹ Back]
    Мәдина ▸ [✅ Add]
      (The material is added)
    ✎ Мәдина
      📎 <b>Materials</b>

      <b>Dombra evening</b>

      1. 📄 Kuis

      🗑 – remove. There can be 20 materials at most.
      [🗑 1. Kuis]
      [➕ Add a material]
      [‹ Back]
    Мәдина ▸ [➕ Add a material]
    ✎ Мәдина
      <b>What shall we add?</b>
      Send a file or a photo, or write a link, for example: qatys.kz/slides
      [‹ Back]
    Мәдина ▸ qatys.kz/kuis
    → Мәдина
      🔗 https://qatys.kz/kuis

      <b>What is it called?</b> Language: English. Write one line of at most 100 characters.
      [➕ Қазақша] [➕ Русский]
      [‹ Back]
    Мәдина ▸ Qatys
    → Мәдина
      🔗 https://qatys.kz/kuis
      English: <b>Qatys</b>

      <b>What is it called?</b> Language: Қазақша. Write one line of at most 100 characters.
      [➕ Русский] [✅ English]
      [✅ Add]
      [‹ Back]
    Мәдина ▸ [✅ Add]
      (The material is added)
    ✎ Мәдина
      📎 <b>Materials</b>

      <b>Dombra evening</b>

      1. 📄 Kuis
      2. 🔗 Qatys

      🗑 – remove. There can be 20 materials at most.
      [🗑 1. Kuis]
      [🗑 2. Qatys]
      [➕ Add a material]
      [‹ Back]
    Мәдина ▸ [🗑 2. Qatys]
    ✎ Мәдина
      <b>Remove this material?</b>

      <b>Qatys</b>
      [Yes, remove]
      [‹ Back]
    Мәдина ▸ [Yes, remove]
      (The material is removed)
    ✎ Мәдина
      📎 <b>Materials</b>

      <b>Dombra evening</b>

      1. 📄 Kuis

      🗑 – remove. There can be 20 materials at most.
      [🗑 1. Kuis]
      [➕ Add a material]
      [‹ Back]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Seats left: 2
      ✅ <b>You are registered</b> (1 person)
      [🎫 My ticket]
      [Change party size]
      [Cancel my registration]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers] [📎 Materials]
      [‹ Back]
    Айгүл ▸ [📎 Materials]
    ✎ Айгүл
      📎 <b>Materials</b>

      <b>Dombra evening</b>

      1. 📄 Kuis
      [1. Kuis]
      [‹ Back]
    Айгүл ▸ [1. Kuis]
    → Айгүл
      <document kuis.pdf>
      <b>Kuis</b>
      [📎 All materials]
    ──── 02.12. 20:30
    → Айгүл
      👋 <b>Did you come?</b>
      It was not marked at the entrance.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [✅ Yes, I was there]
      [No, I could not come]
      [📎 Materials]
      [Don't ask me after events]
    Айгүл ▸ [📎 Materials]
    → Айгүл
      📎 <b>Materials</b>

      <b>Dombra evening</b>

      1. 📄 Kuis
      [1. Kuis]
      [‹ Back]
    Айгүл ▸ [Home]
    ✎ Айгүл
      <b>Hello, Айгүл!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    Айгүл ▸ [📚 Materials and answers]
    ✎ Айгүл
      📚 <b>Materials and answers</b>

      1. 📄 Kuis
      <i>Dombra evening</i>

      Questions that the organisers have answered before can be found by words.
      [1. Kuis]
      [🔎 Search in the answers]
      [Home]
    ");
}

#[tokio::test]
async fn of_the_whole_programme() {
    let stage = Stage::with(&[dombra()]).await;
    let (admin, emma) = (stage.steward("Дәурен", "ru"), stage.guest("Emma", "en"));
    admin.start("").await;
    emma.start("").await;
    stage.skip();
    emma.press_exactly("mt.m.0").await;
    admin.press_exactly("mt.m.0").await;
    admin.press_exactly("mt.k..0").await;
    admin.press_exactly("mt.a.").await;
    admin.say("https://qatys.kz/program").await;
    admin.say("О программе").await;
    admin.press_exactly("mt.s").await;
    emma.start("").await;
    emma.press_exactly("mt.m.0").await;
    emma.press_exactly("mt.t.1").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ [📚 Materials and answers]
    ✎ Emma
      📚 <b>Materials and answers</b>

      There are no materials yet. Those of events you are registered for will be here.

      Questions that the organisers have answered before can be found by words.
      [🔎 Search in the answers]
      [Home]
    Дәурен ▸ [📚 Материалы и ответы]
    ✎ Дәурен
      📚 <b>Материалы и ответы</b>

      Материалов пока нет. Здесь появятся материалы мероприятий, на которые вы записаны.

      Вопросы, на которые организаторы уже ответили, можно найти по словам.
      [🔎 Поиск по ответам]
      [⚙️ Материалы программы]
      [На главную]
    Дәурен ▸ [⚙️ Материалы программы]
    ✎ Дәурен
      📎 <b>Материалы</b>

      <b>Вся программа</b>

      Материалов пока нет.

      🗑 – убрать. Всего материалов может быть 20.
      [➕ Добавить материал]
      [‹ Назад]
    Дәурен ▸ [➕ Добавить материал]
    ✎ Дәурен
      <b>Что добавим?</b>
      Отправьте файл или фото либо напишите ссылку, например: qatys.kz/slides
      [‹ Назад]
    Дәурен ▸ https://qatys.kz/program
    → Дәурен
      🔗 https://qatys.kz/program

      <b>Как называется материал?</b> Язык: Русский. Напишите одну строку, не длиннее 100 знаков.
      [➕ Қазақша] [➕ English]
      [‹ Назад]
    Дәурен ▸ О программе
    → Дәурен
      🔗 https://qatys.kz/program
      Русский: <b>О программе</b>

      <b>Как называется материал?</b> Язык: Қазақша. Напишите одну строку, не длиннее 100 знаков.
      [✅ Русский] [➕ English]
      [✅ Добавить]
      [‹ Назад]
    Дәурен ▸ [✅ Добавить]
      (Материал добавлен)
    ✎ Дәурен
      📎 <b>Материалы</b>

      <b>Вся программа</b>

      1. 🔗 О программе

      🗑 – убрать. Всего материалов может быть 20.
      [🗑 1. О программе]
      [➕ Добавить материал]
      [‹ Назад]
    Emma ▸ /start
    → Emma
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    Emma ▸ [📚 Materials and answers]
    ✎ Emma
      📚 <b>Materials and answers</b>

      1. 🔗 О программе <i>(in Russian)</i>


      Questions that the organisers have answered before can be found by words.
      [1. О программе]
      [🔎 Search in the answers]
      [Home]
    Emma ▸ [1. О программе]
    → Emma
      <b>О программе <i>(in Russian)</i></b>
      https://qatys.kz/program
      [🔗 Open]
      [📚 Materials and answers]
    ");
    stage.end().await;
}
