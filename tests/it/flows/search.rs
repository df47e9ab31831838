//! Searching by words: neighbours of letters, beginnings of words, and input that means harm.

use super::stage::{Stage, dombra, lecture};
use insta::assert_snapshot;
use qatys::domain::{EventFacts, Texts};

fn titled(key: &str, kk: &str, ru: &str) -> EventFacts {
    let title = Texts { kk: Some(kk.into()), ru: Some(ru.into()), en: None };
    EventFacts { external_id: key.into(), title, ..lecture() }
}

async fn with_titles() -> Stage {
    let town = titled("S-1", "Қала күні", "День города");
    let tree = titled("S-2", "Шырша мерекесі", "Ёлка во дворе");
    Stage::with(&[dombra(), town, tree]).await
}

/// How many events the words find, by the heading of the answer.
async fn found(stage: &Stage, words: &str) -> String {
    let guest = stage.guest("Сергей", "ru");
    guest.say(words).await;
    stage.skip();
    guest.last().text.lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn letters_meet_their_neighbours_and_words_their_beginnings() {
    let stage = with_titles().await;
    let mut answers = Vec::new();
    for words in ["кала", "ҚАЛА", "елка", "ёлка", "дом", "вечер домб", "гор ден", "мбыра", "дәріс"]
    {
        answers.push(found(&stage, words).await);
    }
    assert_snapshot!(answers.join("\n"), @r"
    Поиск «кала»: 3
    Поиск «ҚАЛА»: 3
    Поиск «елка»: 1
    Поиск «ёлка»: 1
    Поиск «дом»: 1
    Поиск «вечер домб»: 1
    Поиск «гор ден»: 1
    По запросу «мбыра» ничего не нашлось.
    По запросу «дәріс» ничего не нашлось.
    ");
    stage.end().await;
}

#[tokio::test]
async fn hostile_words_find_nothing_and_break_nothing() {
    let stage = with_titles().await;
    let mut answers = Vec::new();
    let long = "қала ".repeat(819) + "а";
    for words in [
        "\"",
        "-x",
        "NEAR(",
        "кала\" OR \"x",
        "*",
        "кала*",
        "title:кала",
        "🎻",
        "<b>",
        "&amp;",
        "....",
        "\u{202e}алак",
        "\u{200b}",
    ] {
        answers.push(found(&stage, words).await);
    }
    assert_eq!(long.chars().count(), 4096);
    answers.push(found(&stage, &long).await);
    assert_snapshot!(answers.join("\n"), @r#"
    По запросу «"» ничего не нашлось.
    По запросу «-x» ничего не нашлось.
    По запросу «NEAR(» ничего не нашлось.
    По запросу «кала" OR "x» ничего не нашлось.
    По запросу «*» ничего не нашлось.
    Поиск «кала*»: 3
    По запросу «title:кала» ничего не нашлось.
    По запросу «🎻» ничего не нашлось.
    По запросу «<b>» ничего не нашлось.
    По запросу «&amp;» ничего не нашлось.
    По запросу «....» ничего не нашлось.
    По запросу «алак» ничего не нашлось.
    Не получилось понять. Напишите слово из названия мероприятия или выберите ниже.
    По запросу «қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала қала…» ничего не нашлось.
    "#);
    stage.end().await;
}

#[tokio::test]
async fn what_is_found_is_opened_and_left_again() {
    let stage = with_titles().await;
    for (name, language, words, none, event) in [
        ("Айгүл", "kk", "кала", "дәріс", "Қала күні"),
        ("Сергей", "ru", "день", "лекция", "День города"),
        ("Emma", "en", "dombra", "lecture", "Dombra"),
    ] {
        let guest = stage.guest(name, language);
        guest.say(none).await;
        guest.say(words).await;
        guest.press(event).await;
        guest.press("‹").await;
    }
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ дәріс
    → Айгүл
      «дәріс» бойынша ештеңе табылмады.
      Басқа сөз немесе сөздің басын ғана жазып көріңіз. Күні мен ауданы бойынша таңдасаңыз да болады.
      [Барлығын көрсету]
      [Басқаша іздеу] [Басты бет]
    Айгүл ▸ кала
    → Айгүл
      <b>«кала» бойынша іздеу: 3</b>

      1. <b>Домбыра кеші</b>
      ертең 18:00 · Есіл ауданы · Бос орын: 3

      2. <b>Қала күні</b>
      3 жел, бс 15:00 · Есіл ауданы · Кіру еркін

      3. <b>Шырша мерекесі</b>
      3 жел, бс 15:00 · Есіл ауданы · Кіру еркін
      [1. Домбыра кеші]
      [2. Қала күні]
      [3. Шырша мерекесі]
      [Басқаша іздеу] [Басты бет]
    Айгүл ▸ [2. Қала күні]
    ✎ Айгүл
      <b>Қала күні</b>

      📅 3 желтоқсан, бейсенбі, 15:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      Кіру еркін. Тіркелсеңіз, алдын ала еске саламын.
      [Тіркелу]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Айгүл ▸ [‹ Артқа]
    ✎ Айгүл
      <b>«кала» бойынша іздеу: 3</b>

      1. <b>Домбыра кеші</b>
      ертең 18:00 · Есіл ауданы · Бос орын: 3

      2. <b>Қала күні</b>
      3 жел, бс 15:00 · Есіл ауданы · Кіру еркін

      3. <b>Шырша мерекесі</b>
      3 жел, бс 15:00 · Есіл ауданы · Кіру еркін
      [1. Домбыра кеші]
      [2. Қала күні]
      [3. Шырша мерекесі]
      [Басқаша іздеу] [Басты бет]
    Сергей ▸ лекция
    → Сергей
      По запросу «лекция» ничего не нашлось.
      Попробуйте другое слово или только его начало, либо выберите по дню и району.
      [Показать все]
      [Искать иначе] [На главную]
    Сергей ▸ день
    → Сергей
      <b>Поиск «день»: 1</b>

      1. <b>День города</b>
      3 дек, чт 15:00 · район Есиль · Вход свободный
      [1. День города]
      [Искать иначе] [На главную]
    Сергей ▸ [1. День города]
    ✎ Сергей
      <b>День города</b>

      📅 четверг, 3 декабря, 15:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      Вход свободный. Запишитесь, и я напомню заранее.
      [Записаться]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Поиск «день»: 1</b>

      1. <b>День города</b>
      3 дек, чт 15:00 · район Есиль · Вход свободный
      [1. День города]
      [Искать иначе] [На главную]
    Emma ▸ lecture
    → Emma
      Nothing found for “lecture”.
      Try another word or only its beginning, or choose by day and district.
      [Show all]
      [Search another way] [Home]
    Emma ▸ dombra
    → Emma
      <b>Search “dombra”: 1</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · Esil district · Seats left: 3
      [1. Dombra evening]
      [Search another way] [Home]
    Emma ▸ [1. Dombra evening]
    ✎ Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Seats left: 3
      [Sign up]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Emma ▸ [‹ Back]
    ✎ Emma
      <b>Search “dombra”: 1</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · Esil district · Seats left: 3
      [1. Dombra evening]
      [Search another way] [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn many_finds_are_turned_page_by_page() {
    let stage = Stage::with_sample().await;
    let emma = stage.guest("Emma", "en");
    emma.say("for").await;
    emma.press("›").await;
    emma.press("1.").await;
    emma.press("‹ Back").await;
    emma.press("Search another way").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ for
    → Emma
      <b>Search “for”: 17</b>

      1. <b>Neighbours' meeting: tea and hello</b>
      today, 11:00 · Saraishyq district · Seats left: 40

      2. <b>One-to-one legal advice: housing questions</b>
      today, 13:00 · Almaty district · Seats left: 1

      3. <b>Parent and baby: morning exercise</b>
      tomorrow, 10:00 · Almaty district · Seats left: 16

      4. <b>Robotics for children</b>
      tomorrow, 15:00 · Nura district · Seats left: 18

      5. <b>A safer internet: for parents</b>
      Sun 6 Dec, 18:30 · Saraishyq district · Seats left: 80

      6. <b>Computers for older people</b>
      Mon 7 Dec, 11:00 · Baiqonyr district · Seats left: 12
      [1. Neighbours' meeting: tea a…]
      [2. One-to-one legal advice: h…]
      [3. Parent and baby: morning e…]
      [4. Robotics for children]
      [5. A safer internet: for pare…]
      [6. Computers for older people]
      [1/3] [›]
      [Search another way] [Home]
    Emma ▸ [›]
    ✎ Emma
      <b>Search “for”: 17</b>

      1. <b>A walk through the district for newcomers</b>
      Thu 10 Dec, 15:00 · Saraishyq district · Seats left: 25

      2. <b>Road safety: a lesson for children</b>
      Fri 11 Dec, 12:00 · Almaty district · Seats left: 30

      3. <b>City quiz: how well do you know Astana?</b>
      Sun 13 Dec, 19:00 · Esil district · Seats left: 90

      4. <b>Nordic walking for older people</b>
      Mon 14 Dec, 09:00 · Saryarqa district · Seats left: 40

      5. <b>Sewing workshop: a second life for clothes</b>
      Mon 14 Dec, 16:00 · Nura district · Seats left: 14

      6. <b>School for volunteers</b>
      Tue 15 Dec, 15:00 · Almaty district · Seats left: 60
      [1. A walk through the distric…]
      [2. Road safety: a lesson for…]
      [3. City quiz: how well do you…]
      [4. Nordic walking for older p…]
      [5. Sewing workshop: a second…]
      [6. School for volunteers]
      [‹] [2/3] [›]
      [Search another way] [Home]
    Emma ▸ [1. A walk through the distric…]
    ✎ Emma
      <b>A walk through the district for newcomers</b>

      📅 Thursday, 10 December, 15:00 (1 h 30 min)
      📍 Мектеп-гимназия, «Сарайшық» ауданы, Ұлы Дала даңғылы, 20, Saraishyq district
      Language: Kazakh, Russian
      Organiser: Еріктілер үйі

      <blockquote>See where the clinic, the library and the sports ground are.</blockquote>

      Seats left: 25
      [Sign up]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Emma ▸ [‹ Back]
    ✎ Emma
      <b>Search “for”: 17</b>

      1. <b>A walk through the district for newcomers</b>
      Thu 10 Dec, 15:00 · Saraishyq district · Seats left: 25

      2. <b>Road safety: a lesson for children</b>
      Fri 11 Dec, 12:00 · Almaty district · Seats left: 30

      3. <b>City quiz: how well do you know Astana?</b>
      Sun 13 Dec, 19:00 · Esil district · Seats left: 90

      4. <b>Nordic walking for older people</b>
      Mon 14 Dec, 09:00 · Saryarqa district · Seats left: 40

      5. <b>Sewing workshop: a second life for clothes</b>
      Mon 14 Dec, 16:00 · Nura district · Seats left: 14

      6. <b>School for volunteers</b>
      Tue 15 Dec, 15:00 · Almaty district · Seats left: 60
      [1. A walk through the distric…]
      [2. Road safety: a lesson for…]
      [3. City quiz: how well do you…]
      [4. Nordic walking for older p…]
      [5. Sewing workshop: a second…]
      [6. School for volunteers]
      [‹] [2/3] [›]
      [Search another way] [Home]
    Emma ▸ [Search another way]
    ✎ Emma
      <b>Find an event</b>
      Choose when and where, or just type a word from the title, for example <i>lecture</i>.
      [Today] [Tomorrow] [7 days]
      [🗓 Choose a day]
      [District] [Level] [Language]
      [Show all]
      [Home]
    ");
    stage.end().await;
}
