//! The first word to a new person: by language, by link, by a link that is no more. What is on a card is elsewhere.

use super::stage::{Stage, dombra};
use insta::assert_snapshot;

#[tokio::test]
async fn telegram_names_the_language() {
    let stage = Stage::with(&[]).await;
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en-GB")] {
        stage.guest(name, language).start("").await;
    }
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /start
    → Айгүл
      <b>Сәлеметсіз бе!</b>
      Неден бастаймыз?
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [📚 Материалдар мен жауаптар]
      [Тіл] [Менің деректерім]
    Сергей ▸ /start
    → Сергей
      <b>Здравствуйте!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
    Emma ▸ /start
    → Emma
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_person_of_unknown_language_chooses_one() {
    let stage = Stage::with(&[]).await;
    let hans = stage.guest("Hans", "de");
    hans.start("").await;
    hans.press("Русский").await;
    hans.say("/language").await;
    hans.press("Қазақша").await;
    hans.press("Тіл").await;
    hans.press("English").await;
    hans.say("/help").await;
    hans.press("Home").await;
    assert_snapshot!(stage.told(), @"
    Hans ▸ /start
    → Hans
      Сәлеметсіз бе! Мен – Qatys, қаладағы іс-шараларға тіркелуге көмектесемін. Тілді таңдаңыз:

      Здравствуйте! Я Qatys: помогаю записываться на мероприятия города. Выберите язык:

      Hello! I'm Qatys: I help you sign up for events in the city. Choose a language:
      [Қазақша] [Русский] [English]
    Hans ▸ [Русский]
    ✎ Hans
      <b>Здравствуйте!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
    Hans ▸ /language
    → Hans
      На каком языке будем общаться?
      [Қазақша] [Русский] [English]
      [На главную]
    Hans ▸ [Қазақша]
    ✎ Hans
      <b>Сәлеметсіз бе!</b>
      Неден бастаймыз?
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [📚 Материалдар мен жауаптар]
      [Тіл] [Менің деректерім]
    Hans ▸ [Тіл]
    ✎ Hans
      Қай тілде сөйлесеміз?
      [Қазақша] [Русский] [English]
      [Басты бет]
    Hans ▸ [English]
    ✎ Hans
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    Hans ▸ /help
    → Hans
      <b>How I can help</b>

      📅 /events – find an event by day, district, level or language. You can also just type a word, for example <i>lecture</i>.
      🎫 /my – your registrations and tickets. Plans changed? You can cancel there too.
      📚 “Materials and answers” on the home screen – materials of events and answers to what was asked.
      🔔 I'll remind you before the start and tell you if anything changes.

      /language – change the language
      /privacy – what we keep about you, and how to delete it
      /cancel – stop what we've started
      [Home]
    Hans ▸ [Home]
    ✎ Hans
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_person_whose_telegram_names_no_language_is_asked_too() {
    let stage = Stage::with(&[]).await;
    let nobody = stage.join(7, "Ян", None);
    nobody.say("сәлем").await;
    nobody.start("").await;
    assert_snapshot!(stage.told(), @r"
    Ян ▸ сәлем
    → Ян
      «сәлем» бойынша ештеңе табылмады.
      Басқа сөз немесе сөздің басын ғана жазып көріңіз. Күні мен ауданы бойынша таңдасаңыз да болады.
      [Барлығын көрсету]
      [Басқаша іздеу] [Басты бет]
    Ян ▸ /start
    → Ян
      Сәлеметсіз бе! Мен – Qatys, қаладағы іс-шараларға тіркелуге көмектесемін. Тілді таңдаңыз:

      Здравствуйте! Я Qatys: помогаю записываться на мероприятия города. Выберите язык:

      Hello! I'm Qatys: I help you sign up for events in the city. Choose a language:
      [Қазақша] [Русский] [English]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_poster_leads_a_new_person_to_the_event() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    stage.guest("Emma", "en").start(&link).await;
    let hans = stage.guest("Hans", "de");
    hans.start(&link).await;
    hans.press("English").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ /start e_r34zf34
    → Emma
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
    Hans ▸ /start e_r34zf34
    → Hans
      Сәлеметсіз бе! Мен – Qatys, қаладағы іс-шараларға тіркелуге көмектесемін. Тілді таңдаңыз:

      Здравствуйте! Я Qatys: помогаю записываться на мероприятия города. Выберите язык:

      Hello! I'm Qatys: I help you sign up for events in the city. Choose a language:
      [Қазақша] [Русский] [English]
    → Hans
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Бос орын: 3
      [Тіркелу]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Hans ▸ [English]
    ✎ Hans
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_link_that_leads_nowhere_says_so() {
    let stage = Stage::with(&[dombra()]).await;
    stage.guest("Айгүл", "kk").start("e_zzzzzzz").await;
    stage.guest("Сергей", "ru").start("e_").await;
    let emma = stage.guest("Emma", "en");
    emma.start("e_0000000").await;
    // A word of another release or another bot.
    emma.start("x_whatever").await;
    stage.guest("Hans", "de").start("e_zzzzzzz").await;
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /start e_zzzzzzz
    → Айгүл
      Мұндай іс-шара табылмады. Сілтеме ескірген болуы мүмкін.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ /start e_
    → Сергей
      Такого мероприятия нет. Возможно, ссылка устарела.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ /start e_0000000
    → Emma
      There is no such event. Perhaps the link is out of date.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    Emma ▸ /start x_whatever
    → Emma
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    Hans ▸ /start e_zzzzzzz
    → Hans
      Сәлеметсіз бе! Мен – Qatys, қаладағы іс-шараларға тіркелуге көмектесемін. Тілді таңдаңыз:

      Здравствуйте! Я Qatys: помогаю записываться на мероприятия города. Выберите язык:

      Hello! I'm Qatys: I help you sign up for events in the city. Choose a language:
      [Қазақша] [Русский] [English]
    → Hans
      Мұндай іс-шара табылмады. Сілтеме ескірген болуы мүмкін.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    ");
    stage.end().await;
}

#[tokio::test]
async fn help_and_menus_speak_every_language() {
    let stage = Stage::with(&[]).await;
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru")] {
        let guest = stage.guest(name, language);
        guest.say("/help").await;
        guest.say("/language").await;
        guest.say("/cancel").await;
        guest.say("/no_such_command").await;
    }
    let emma = stage.guest("Emma", "en");
    emma.say("/cancel").await;
    emma.say("/no_such_command").await;
    emma.does("a photo", |person| {
        person.send_photo(qatys_png(), None);
    })
    .await;
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /help
    → Айгүл
      <b>Қалай көмектесе аламын</b>

      📅 /events – іс-шараны күні, ауданы, деңгейі немесе тілі бойынша табу. Бір сөз жазсаңыз да болады, мысалы: <i>дәріс</i>.
      🎫 /my – тіркелген іс-шараларыңыз бен билеттеріңіз. Жоспарыңыз өзгерсе, тіркелуден де сол жерде бас тарта аласыз.
      📚 Басты беттегі «Материалдар мен жауаптар» – іс-шара материалдары мен қойылған сұрақтардың жауаптары.
      🔔 Басталар алдында еске саламын, бірдеңе өзгерсе, хабарлаймын.

      /language – тілді ауыстыру
      /privacy – сіз туралы не сақтаймыз және оны қалай жоюға болады
      /cancel – бастаған істі тоқтату
      [Басты бет]
    Айгүл ▸ /language
    → Айгүл
      Қай тілде сөйлесеміз?
      [Қазақша] [Русский] [English]
      [Басты бет]
    Айгүл ▸ /cancel
    → Айгүл
      Қазір тоқтататын ештеңе жоқ. Тіркелуден бас тарту үшін /my бөлімін ашыңыз.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Айгүл ▸ /no_such_command
    → Айгүл
      Түсінбей қалдым. Іс-шара атауынан бір сөз жазыңыз немесе төменнен таңдаңыз.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ /help
    → Сергей
      <b>Чем я могу помочь</b>

      📅 /events – найти мероприятие по дню, району, уровню или языку. Можно и просто написать слово, например <i>лекция</i>.
      🎫 /my – ваши записи и билеты. Если планы изменились, запись можно отменить там же.
      📚 «Материалы и ответы» на главной – материалы мероприятий и ответы на заданные вопросы.
      🔔 Напомню перед началом и сообщу, если что-то изменится.

      /language – сменить язык
      /privacy – что мы о вас храним и как это удалить
      /cancel – остановить начатое
      [На главную]
    Сергей ▸ /language
    → Сергей
      На каком языке будем общаться?
      [Қазақша] [Русский] [English]
      [На главную]
    Сергей ▸ /cancel
    → Сергей
      Сейчас останавливать нечего. Чтобы отменить запись, откройте /my.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ /no_such_command
    → Сергей
      Не получилось понять. Напишите слово из названия мероприятия или выберите ниже.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ /cancel
    → Emma
      There is nothing to stop right now. To cancel a registration, open /my.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    Emma ▸ /no_such_command
    → Emma
      I didn't quite get that. Type a word from an event's title or choose below.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    Emma ▸ (a photo)
    → Emma
      I didn't quite get that. Type a word from an event's title or choose below.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

/// The smallest picture there is.
fn qatys_png() -> Vec<u8> {
    crate::simulator::files::png(1, 1)
}
