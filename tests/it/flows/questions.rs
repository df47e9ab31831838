//! Questions about an event from the first word to the last: asked, let through, voted for, answered, corrected, kept for
//! others and found again. Rules are tested in the services.

use super::stage::{Guest, Stage, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::{
    domain::{PersonId, Scope},
    service::Actor,
};

/// Works on the events of the library.
pub(crate) async fn organiser<'a>(stage: &'a Stage, language: &str) -> Guest<'a> {
    let guest = stage.guest("Мәдина", language);
    guest.start("").await;
    let scope = Scope { organisation: Some(dombra().organisation), ..Scope::default() };
    let admin = Actor::unprompted(PersonId(900_001));
    stage.demo.app.services().add_scope(&admin, PersonId(guest.person.id()), &scope).await.unwrap();
    guest
}

/// Айгүл asks in one language, Сергей votes in another, Мәдина answers in a third; and what Айгүл finds afterwards by
/// the word `searched`.
async fn whole(languages: [&str; 3], question: &str, answers: [&str; 2], searched: &str) -> String {
    let [asks, votes, moderates] = languages;
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let link = stage.link("Домбыра").await;
    let organiser = organiser(&stage, moderates).await;
    let (aigul, sergey) = (stage.guest("Айгүл", asks), stage.guest("Сергей", votes));
    aigul.start(&link).await;
    sergey.start(&link).await;
    stage.skip();
    aigul.press_exactly("as.b.1.0").await;
    aigul.press_exactly("as.w.1").await;
    aigul.say("?").await;
    aigul
        .does("sends a place", |person| {
            person.share_location(51.1, 71.4);
        })
        .await;
    aigul.say(question).await;
    stage.pass(TimeDelta::minutes(10)).await;
    organiser.press_exactly("as.p.1.n.0").await;
    organiser.press_exactly("as.h.1").await;
    organiser.press_exactly("as.u.1").await;
    organiser.press_exactly("as.y.1").await;
    sergey.press_exactly("as.b.1.0").await;
    sergey.press_exactly("as.v.1.0").await;
    organiser.press_exactly("as.p.1.o.0").await;
    organiser.press_exactly("as.a.1").await;
    organiser.say(answers[0]).await;
    organiser.press_exactly("as.c.1").await;
    organiser.say(answers[1]).await;
    stage.pass(TimeDelta::minutes(1)).await;
    organiser.press_exactly("as.q.1").await;
    organiser.press_data(|data| data.starts_with("as.t.1.2.1")).await;
    aigul.press_exactly("e.1.m").await;
    aigul.press_exactly("as.b.1.0").await;
    aigul.press_exactly("as.k.1.0").await;
    aigul.start("").await;
    aigul.press_exactly("mt.m.0").await;
    aigul.press_exactly("as.s").await;
    aigul.say(searched).await;
    aigul.press_exactly("as.e.2").await;
    aigul.say("qwerty").await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn in_kazakh() {
    let answers = ["Иә, жеті жастан.", "Иә, алты жастан."];
    let told = whole(["kk", "ru", "kk"], "Балаларға болады ма?", answers, "Бала").await;
    assert_snapshot!(told, @"
    Айгүл ▸ [💬 Сұрақтар мен жауаптар]
    ✎ Айгүл
      💬 <b>Сұрақтар мен жауаптар</b>

      <b>Домбыра кеші</b>

      Әзірге сұрақ жоқ. Біріншіні сіз қойыңыз!
      [✍️ Сұрақ қою]
      [‹ Артқа]
    Айгүл ▸ [✍️ Сұрақ қою]
    ✎ Айгүл
      <b>Домбыра кеші</b>

      <b>Не сұрағыңыз келеді?</b>
      Бір хабармен жазыңыз, 500 таңбадан аспасын. Атыңыз ешкімге көрінбейді. Сұрақты алдымен ұйымдастырушылар қарайды, жауабы осында келеді.
      Сұрағыңыз іс-шарадан кейін 90 күнге дейін Telegram идентификаторыңызбен бірге сақталады: /privacy
      [‹ Артқа]
    Айгүл ▸ ?
    → Айгүл
      Бұл тым қысқа.

      <b>Домбыра кеші</b>

      <b>Не сұрағыңыз келеді?</b>
      Бір хабармен жазыңыз, 500 таңбадан аспасын. Атыңыз ешкімге көрінбейді. Сұрақты алдымен ұйымдастырушылар қарайды, жауабы осында келеді.
      Сұрағыңыз іс-шарадан кейін 90 күнге дейін Telegram идентификаторыңызбен бірге сақталады: /privacy
      [‹ Артқа]
    Айгүл ▸ (sends a place)
    → Айгүл
      Мәтінмен жазыңызшы.

      <b>Домбыра кеші</b>

      <b>Не сұрағыңыз келеді?</b>
      Бір хабармен жазыңыз, 500 таңбадан аспасын. Атыңыз ешкімге көрінбейді. Сұрақты алдымен ұйымдастырушылар қарайды, жауабы осында келеді.
      Сұрағыңыз іс-шарадан кейін 90 күнге дейін Telegram идентификаторыңызбен бірге сақталады: /privacy
      [‹ Артқа]
    Айгүл ▸ Балаларға болады ма?
    → Айгүл
      ✅ <b>Рақмет, сұрағыңыз қабылданды!</b> Ұйымдастырушылар қараған соң басқаларға да көрінеді. Жауабы осында келеді.

      <b>Домбыра кеші</b>
      [💬 Сұрақтар мен жауаптар]
      [Басты бет]
    ──── 01.12. 09:10
    → Мәдина
      ❓ <b>Жаңа сұрақтар: 1</b>

      <b>Домбыра кеші</b>
      [Қарау]
    Мәдина ▸ [Қарау]
    ✎ Мәдина
      ❓ <b>Қатысушылардың сұрақтары</b>

      <b>Домбыра кеші</b>

      <b>1.</b> Балаларға болады ма?

      ✅ – бәріне көрсету, 🙈 – жасыру, ✍️ – жауап беру
      [· Жаңа 1 ·] [Ашық 0] [Жауабы бар 0]
      [✅ 1] [🙈 1] [✍️ 1]
      [‹ Артқа]
    Мәдина ▸ [🙈 1]
    ✎ Мәдина
      🙈 <b>Сұрақ жасырылды.</b> Ол жауап беретіндерден басқа ешкімге көрінбейді.

      ❓ Балаларға болады ма?
      [↩️ Қайтару]
      [‹ Артқа]
    Мәдина ▸ [↩️ Қайтару]
    ✎ Мәдина
      ❓ <b>Қатысушылардың сұрақтары</b>

      <b>Домбыра кеші</b>

      <b>1.</b> Балаларға болады ма?

      ✅ – бәріне көрсету, 🙈 – жасыру, ✍️ – жауап беру
      [· Жаңа 1 ·] [Ашық 0] [Жауабы бар 0]
      [✅ 1] [🙈 1] [✍️ 1]
      [‹ Артқа]
    Мәдина ▸ [✅ 1]
      (Сұрақ енді бәріне көрінеді)
    ✎ Мәдина
      ❓ <b>Қатысушылардың сұрақтары</b>

      <b>Домбыра кеші</b>

      Мұнда ештеңе жоқ.
      [· Жаңа 0 ·] [Ашық 1] [Жауабы бар 0]
      [‹ Артқа]
    Сергей ▸ [💬 Вопросы и ответы]
    ✎ Сергей
      💬 <b>Вопросы и ответы</b>

      <b>Вечер домбры</b>

      <b>1.</b> Балаларға болады ма?

      👍 – мне тоже интересно: ответ придёт и вам.
      [👍 1 · 0]
      [✍️ Задать вопрос]
      [‹ Назад]
    Сергей ▸ [👍 1 · 0]
      (Ответ придёт и вам)
    ✎ Сергей
      💬 <b>Вопросы и ответы</b>

      <b>Вечер домбры</b>

      <b>1.</b> Балаларға болады ма?

      👍 – мне тоже интересно: ответ придёт и вам.
      [✅ 1 · 1]
      [✍️ Задать вопрос]
      [‹ Назад]
    Мәдина ▸ [Ашық 1]
    ✎ Мәдина
      ❓ <b>Қатысушылардың сұрақтары</b>

      <b>Домбыра кеші</b>

      <b>1.</b> Балаларға болады ма?
      👍 1

      ✍️ – жауап беру, 🙈 – жасыру
      [Жаңа 0] [· Ашық 1 ·] [Жауабы бар 0]
      [✍️ 1] [🙈 1]
      [‹ Артқа]
    Мәдина ▸ [✍️ 1]
    ✎ Мәдина
      <b>Домбыра кеші</b>

      ❓ Балаларға болады ма?
      👍 1

      <b>Жауабыңызды бір хабармен жазыңыз</b>, 1500 таңбадан аспасын. Сұрақты қойған және қолдаған адамдардың бәрі оны сіз жазғандай алады.
      [‹ Артқа]
    Мәдина ▸ Иә, жеті жастан.
    → Мәдина
      ✅ <b>Жауап берілді.</b> Алатындар: 2

      ❓ Балаларға болады ма?

      <blockquote>Иә, жеті жастан.</blockquote>
      [📌 Бәріне қалдыру]
      [✏️ Жауапты түзету]
      [‹ Артқа]
    → Айгүл
      💬 <b>Сұраққа жауап берілді</b>

      <b>Домбыра кеші</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, жеті жастан.</blockquote>
      [💬 Сұрақтар мен жауаптар]
      [Іс-шара туралы]
    → Сергей
      💬 <b>Ответ на вопрос</b>

      <b>Вечер домбры</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, жеті жастан.</blockquote>
      [💬 Вопросы и ответы]
      [О мероприятии]
    Мәдина ▸ [✏️ Жауапты түзету]
    ✎ Мәдина
      <b>Домбыра кеші</b>

      ❓ Балаларға болады ма?
      👍 1

      <blockquote>Иә, жеті жастан.</blockquote>

      <b>Жаңа жауапты бір хабармен жазыңыз</b>, 1500 таңбадан аспасын. Жіберілген хабарлар түзетіледі, екінші хабар ешкімге келмейді.
      [‹ Артқа]
    Мәдина ▸ Иә, алты жастан.
    → Мәдина
      ✅ <b>Жауап түзетілді.</b> Түзетілетін хабарлар: 2

      ❓ Балаларға болады ма?

      <blockquote>Иә, алты жастан.</blockquote>
      ✏️ Жауап түзетілді
      [📌 Бәріне қалдыру]
      [✏️ Жауапты түзету]
      [‹ Артқа]
    ──── 01.12. 09:11
    ✎ Айгүл
      💬 <b>Сұраққа жауап берілді</b>

      <b>Домбыра кеші</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, алты жастан.</blockquote>
      ✏️ Жауап түзетілді
      [💬 Сұрақтар мен жауаптар]
      [Іс-шара туралы]
    ✎ Сергей
      💬 <b>Ответ на вопрос</b>

      <b>Вечер домбры</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, алты жастан.</blockquote>
      ✏️ Ответ исправлен
      [💬 Вопросы и ответы]
      [О мероприятии]
    Мәдина ▸ [📌 Бәріне қалдыру]
    ✎ Мәдина
      📌 <b>Сұрақ пен жауап іс-шараның карточкасында қалды.</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, алты жастан.</blockquote>

      Алдағы басқа іс-шараларыңызға да қосуға болады:
      [🗑 Осы іс-шарадан алып тастау]
      [➕ 3 жел, бс 15:00 · Ашық дәріс]
      [‹ Артқа]
    Мәдина ▸ [➕ 3 жел, бс 15:00 · Ашық дәріс]
    ✎ Мәдина
      📌 <b>Сұрақ пен жауап іс-шараның карточкасында қалды.</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, алты жастан.</blockquote>

      Алдағы басқа іс-шараларыңызға да қосуға болады:
      [🗑 Осы іс-шарадан алып тастау]
      [✅ 3 жел, бс 15:00 · Ашық дәріс]
      [‹ Артқа]
    Айгүл ▸ [Іс-шара туралы]
    ✎ Айгүл
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
    Айгүл ▸ [💬 Сұрақтар мен жауаптар]
    ✎ Айгүл
      💬 <b>Сұрақтар мен жауаптар</b>

      <b>Домбыра кеші</b>

      Әзірге сұрақ жоқ. Біріншіні сіз қойыңыз!
      [📌 Жиі сұрақтар (1)]
      [✍️ Сұрақ қою]
      [‹ Артқа]
    Айгүл ▸ [📌 Жиі сұрақтар (1)]
    ✎ Айгүл
      📌 <b>Жиі қойылатын сұрақтар</b>

      <b>Домбыра кеші</b>

      <b>1. Балаларға болады ма?</b>
      <blockquote>Иә, алты жастан.</blockquote>
      [💬 1]
      [‹ Артқа]
    Айгүл ▸ /start
    → Айгүл
      <b>Сәлеметсіз бе!</b>
      Неден бастаймыз?
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [📚 Материалдар мен жауаптар]
      [Тіл] [Менің деректерім]
    Айгүл ▸ [📚 Материалдар мен жауаптар]
    ✎ Айгүл
      📚 <b>Материалдар мен жауаптар</b>

      Әзірге материал жоқ. Тіркелген іс-шараларыңыздың материалдары осында шығады.

      Ұйымдастырушылар бұрын жауап берген сұрақтарды сөз бойынша іздей аласыз.
      [🔎 Жауаптардан іздеу]
      [Басты бет]
    Айгүл ▸ [🔎 Жауаптардан іздеу]
    ✎ Айгүл
      🔎 <b>Жауаптардан іздеу</b>
      Бір не бірнеше сөз жазыңыз, мысалы: <i>тұрақ</i>.
      [‹ Артқа]
    Айгүл ▸ Бала
    → Айгүл
      🔎 «Бала» бойынша жауаптар: 1

      <b>1. Балаларға болады ма?</b>
      <blockquote>Иә, алты жастан.</blockquote>
      <i>Ашық дәріс</i>

      Басқа сөз жазсаңыз, қайта іздеймін.
      [💬 1]
      [‹ Артқа]
    Айгүл ▸ [💬 1]
    → Айгүл
      <b>Ашық дәріс</b>

      ❓ Балаларға болады ма?

      <blockquote>Иә, алты жастан.</blockquote>
      [📌 Осы іс-шараның жауаптары]
      [Басты бет]
    Айгүл ▸ qwerty
    → Айгүл
      🔎 «qwerty» бойынша жауап табылмады.

      Басқа сөз жазсаңыз, қайта іздеймін.
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn in_russian() {
    let answers = ["Да, с семи лет.", "Да, с шести лет."];
    let told = whole(["ru", "en", "ru"], "Можно с детьми?", answers, "дет шест").await;
    assert_snapshot!(told, @"
    Айгүл ▸ [💬 Вопросы и ответы]
    ✎ Айгүл
      💬 <b>Вопросы и ответы</b>

      <b>Вечер домбры</b>

      Вопросов пока нет. Задайте первый!
      [✍️ Задать вопрос]
      [‹ Назад]
    Айгүл ▸ [✍️ Задать вопрос]
    ✎ Айгүл
      <b>Вечер домбры</b>

      <b>О чём вы хотите спросить?</b>
      Напишите одним сообщением, не длиннее 500 знаков. Вашего имени никто не увидит. Сначала вопрос посмотрят организаторы, ответ придёт сюда.
      Вопрос хранится вместе с вашим Telegram ID до 90 дней после мероприятия: /privacy
      [‹ Назад]
    Айгүл ▸ ?
    → Айгүл
      Это слишком коротко.

      <b>Вечер домбры</b>

      <b>О чём вы хотите спросить?</b>
      Напишите одним сообщением, не длиннее 500 знаков. Вашего имени никто не увидит. Сначала вопрос посмотрят организаторы, ответ придёт сюда.
      Вопрос хранится вместе с вашим Telegram ID до 90 дней после мероприятия: /privacy
      [‹ Назад]
    Айгүл ▸ (sends a place)
    → Айгүл
      Напишите, пожалуйста, текстом.

      <b>Вечер домбры</b>

      <b>О чём вы хотите спросить?</b>
      Напишите одним сообщением, не длиннее 500 знаков. Вашего имени никто не увидит. Сначала вопрос посмотрят организаторы, ответ придёт сюда.
      Вопрос хранится вместе с вашим Telegram ID до 90 дней после мероприятия: /privacy
      [‹ Назад]
    Айгүл ▸ Можно с детьми?
    → Айгүл
      ✅ <b>Спасибо, вопрос принят!</b> Когда организаторы его посмотрят, он станет виден и другим. Ответ придёт сюда.

      <b>Вечер домбры</b>
      [💬 Вопросы и ответы]
      [На главную]
    ──── 01.12. 09:10
    → Мәдина
      ❓ <b>Новые вопросы: 1</b>

      <b>Вечер домбры</b>
      [Посмотреть]
    Мәдина ▸ [Посмотреть]
    ✎ Мәдина
      ❓ <b>Вопросы участников</b>

      <b>Вечер домбры</b>

      <b>1.</b> Можно с детьми?

      ✅ – показать всем, 🙈 – скрыть, ✍️ – ответить
      [· Новые 1 ·] [Открытые 0] [С ответом 0]
      [✅ 1] [🙈 1] [✍️ 1]
      [‹ Назад]
    Мәдина ▸ [🙈 1]
    ✎ Мәдина
      🙈 <b>Вопрос скрыт.</b> Его видят только те, кто отвечает.

      ❓ Можно с детьми?
      [↩️ Вернуть]
      [‹ Назад]
    Мәдина ▸ [↩️ Вернуть]
    ✎ Мәдина
      ❓ <b>Вопросы участников</b>

      <b>Вечер домбры</b>

      <b>1.</b> Можно с детьми?

      ✅ – показать всем, 🙈 – скрыть, ✍️ – ответить
      [· Новые 1 ·] [Открытые 0] [С ответом 0]
      [✅ 1] [🙈 1] [✍️ 1]
      [‹ Назад]
    Мәдина ▸ [✅ 1]
      (Теперь вопрос видят все)
    ✎ Мәдина
      ❓ <b>Вопросы участников</b>

      <b>Вечер домбры</b>

      Здесь ничего нет.
      [· Новые 0 ·] [Открытые 1] [С ответом 0]
      [‹ Назад]
    Сергей ▸ [💬 Questions and answers]
    ✎ Сергей
      💬 <b>Questions and answers</b>

      <b>Dombra evening</b>

      <b>1.</b> Можно с детьми?

      👍 – I want to know that too: the answer will come to you.
      [👍 1 · 0]
      [✍️ Ask a question]
      [‹ Back]
    Сергей ▸ [👍 1 · 0]
      (The answer will come to you too)
    ✎ Сергей
      💬 <b>Questions and answers</b>

      <b>Dombra evening</b>

      <b>1.</b> Можно с детьми?

      👍 – I want to know that too: the answer will come to you.
      [✅ 1 · 1]
      [✍️ Ask a question]
      [‹ Back]
    Мәдина ▸ [Открытые 1]
    ✎ Мәдина
      ❓ <b>Вопросы участников</b>

      <b>Вечер домбры</b>

      <b>1.</b> Можно с детьми?
      👍 1

      ✍️ – ответить, 🙈 – скрыть
      [Новые 0] [· Открытые 1 ·] [С ответом 0]
      [✍️ 1] [🙈 1]
      [‹ Назад]
    Мәдина ▸ [✍️ 1]
    ✎ Мәдина
      <b>Вечер домбры</b>

      ❓ Можно с детьми?
      👍 1

      <b>Напишите ответ одним сообщением</b>, не длиннее 1500 знаков. Его получат все, кто задал или поддержал вопрос, – так, как вы написали.
      [‹ Назад]
    Мәдина ▸ Да, с семи лет.
    → Мәдина
      ✅ <b>Ответ дан.</b> Получат: 2

      ❓ Можно с детьми?

      <blockquote>Да, с семи лет.</blockquote>
      [📌 Оставить для всех]
      [✏️ Исправить ответ]
      [‹ Назад]
    → Айгүл
      💬 <b>Ответ на вопрос</b>

      <b>Вечер домбры</b>

      ❓ Можно с детьми?

      <blockquote>Да, с семи лет.</blockquote>
      [💬 Вопросы и ответы]
      [О мероприятии]
    → Сергей
      💬 <b>The answer to a question</b>

      <b>Dombra evening</b>

      ❓ Можно с детьми?

      <blockquote>Да, с семи лет.</blockquote>
      [💬 Questions and answers]
      [About the event]
    Мәдина ▸ [✏️ Исправить ответ]
    ✎ Мәдина
      <b>Вечер домбры</b>

      ❓ Можно с детьми?
      👍 1

      <blockquote>Да, с семи лет.</blockquote>

      <b>Напишите новый ответ одним сообщением</b>, не длиннее 1500 знаков. Отправленные сообщения исправятся, второе не придёт никому.
      [‹ Назад]
    Мәдина ▸ Да, с шести лет.
    → Мәдина
      ✅ <b>Ответ исправлен.</b> Исправим сообщений: 2

      ❓ Можно с детьми?

      <blockquote>Да, с шести лет.</blockquote>
      ✏️ Ответ исправлен
      [📌 Оставить для всех]
      [✏️ Исправить ответ]
      [‹ Назад]
    ──── 01.12. 09:11
    ✎ Айгүл
      💬 <b>Ответ на вопрос</b>

      <b>Вечер домбры</b>

      ❓ Можно с детьми?

      <blockquote>Да, с шести лет.</blockquote>
      ✏️ Ответ исправлен
      [💬 Вопросы и ответы]
      [О мероприятии]
    ✎ Сергей
      💬 <b>The answer to a question</b>

      <b>Dombra evening</b>

      ❓ Можно с детьми?

      <blockquote>Да, с шести лет.</blockquote>
      ✏️ The answer was corrected
      [💬 Questions and answers]
      [About the event]
    Мәдина ▸ [📌 Оставить для всех]
    ✎ Мәдина
      📌 <b>Вопрос с ответом остаётся в карточке мероприятия.</b>

      ❓ Можно с детьми?

      <blockquote>Да, с шести лет.</blockquote>

      Его можно добавить и к другим вашим предстоящим мероприятиям:
      [🗑 Убрать из мероприятия]
      [➕ 3 дек, чт 15:00 · Открытая…]
      [‹ Назад]
    Мәдина ▸ [➕ 3 дек, чт 15:00 · Открытая…]
    ✎ Мәдина
      📌 <b>Вопрос с ответом остаётся в карточке мероприятия.</b>

      ❓ Можно с детьми?

      <blockquote>Да, с шести лет.</blockquote>

      Его можно добавить и к другим вашим предстоящим мероприятиям:
      [🗑 Убрать из мероприятия]
      [✅ 3 дек, чт 15:00 · Открытая…]
      [‹ Назад]
    Айгүл ▸ [О мероприятии]
    ✎ Айгүл
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Свободных мест: 3
      [Записаться]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Айгүл ▸ [💬 Вопросы и ответы]
    ✎ Айгүл
      💬 <b>Вопросы и ответы</b>

      <b>Вечер домбры</b>

      Вопросов пока нет. Задайте первый!
      [📌 Частые вопросы (1)]
      [✍️ Задать вопрос]
      [‹ Назад]
    Айгүл ▸ [📌 Частые вопросы (1)]
    ✎ Айгүл
      📌 <b>Частые вопросы</b>

      <b>Вечер домбры</b>

      <b>1. Можно с детьми?</b>
      <blockquote>Да, с шести лет.</blockquote>
      [💬 1]
      [‹ Назад]
    Айгүл ▸ /start
    → Айгүл
      <b>Здравствуйте!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
    Айгүл ▸ [📚 Материалы и ответы]
    ✎ Айгүл
      📚 <b>Материалы и ответы</b>

      Материалов пока нет. Здесь появятся материалы мероприятий, на которые вы записаны.

      Вопросы, на которые организаторы уже ответили, можно найти по словам.
      [🔎 Поиск по ответам]
      [На главную]
    Айгүл ▸ [🔎 Поиск по ответам]
    ✎ Айгүл
      🔎 <b>Поиск по ответам</b>
      Напишите одно или несколько слов, например: <i>парковка</i>.
      [‹ Назад]
    Айгүл ▸ дет шест
    → Айгүл
      🔎 Ответы на «дет шест»: 1

      <b>1. Можно с детьми?</b>
      <blockquote>Да, с шести лет.</blockquote>
      <i>Открытая лекция</i>

      Напишите другие слова, и я поищу ещё раз.
      [💬 1]
      [‹ Назад]
    Айгүл ▸ [💬 1]
    → Айгүл
      <b>Открытая лекция</b>

      ❓ Можно с детьми?

      <blockquote>Да, с шести лет.</blockquote>
      [📌 Ответы мероприятия]
      [На главную]
    Айгүл ▸ qwerty
    → Айгүл
      🔎 По запросу «qwerty» ответов не нашлось.

      Напишите другие слова, и я поищу ещё раз.
      [‹ Назад]
    ");
}

#[tokio::test]
async fn in_english() {
    let answers = ["Yes, from seven on.", "Yes, from six on."];
    let told = whole(["en", "kk", "en"], "May children come?", answers, "child").await;
    assert_snapshot!(told, @"
    Айгүл ▸ [💬 Questions and answers]
    ✎ Айгүл
      💬 <b>Questions and answers</b>

      <b>Dombra evening</b>

      No questions yet. Ask the first one!
      [✍️ Ask a question]
      [‹ Back]
    Айгүл ▸ [✍️ Ask a question]
    ✎ Айгүл
      <b>Dombra evening</b>

      <b>What would you like to ask?</b>
      Write it in one message of at most 500 characters. Nobody sees your name. The organisers look at the question first, and the answer comes to you here.
      It is kept with your Telegram ID until 90 days after the event: /privacy
      [‹ Back]
    Айгүл ▸ ?
    → Айгүл
      That is too short.

      <b>Dombra evening</b>

      <b>What would you like to ask?</b>
      Write it in one message of at most 500 characters. Nobody sees your name. The organisers look at the question first, and the answer comes to you here.
      It is kept with your Telegram ID until 90 days after the event: /privacy
      [‹ Back]
    Айгүл ▸ (sends a place)
    → Айгүл
      Please write it as a text.

      <b>Dombra evening</b>

      <b>What would you like to ask?</b>
      Write it in one message of at most 500 characters. Nobody sees your name. The organisers look at the question first, and the answer comes to you here.
      It is kept with your Telegram ID until 90 days after the event: /privacy
      [‹ Back]
    Айгүл ▸ May children come?
    → Айгүл
      ✅ <b>Thank you, your question has been noted!</b> Once the organisers have looked at it, others see it too. The answer will come to you here.

      <b>Dombra evening</b>
      [💬 Questions and answers]
      [Home]
    ──── 01.12. 09:10
    → Мәдина
      ❓ <b>New questions: 1</b>

      <b>Dombra evening</b>
      [Look at them]
    Мәдина ▸ [Look at them]
    ✎ Мәдина
      ❓ <b>What people ask</b>

      <b>Dombra evening</b>

      <b>1.</b> May children come?

      ✅ – show to everybody, 🙈 – hide, ✍️ – answer
      [· New 1 ·] [Open 0] [Answered 0]
      [✅ 1] [🙈 1] [✍️ 1]
      [‹ Back]
    Мәдина ▸ [🙈 1]
    ✎ Мәдина
      🙈 <b>The question is hidden.</b> Only those who answer see it.

      ❓ May children come?
      [↩️ Undo]
      [‹ Back]
    Мәдина ▸ [↩️ Undo]
    ✎ Мәдина
      ❓ <b>What people ask</b>

      <b>Dombra evening</b>

      <b>1.</b> May children come?

      ✅ – show to everybody, 🙈 – hide, ✍️ – answer
      [· New 1 ·] [Open 0] [Answered 0]
      [✅ 1] [🙈 1] [✍️ 1]
      [‹ Back]
    Мәдина ▸ [✅ 1]
      (Everybody sees the question now)
    ✎ Мәдина
      ❓ <b>What people ask</b>

      <b>Dombra evening</b>

      There is nothing here.
      [· New 0 ·] [Open 1] [Answered 0]
      [‹ Back]
    Сергей ▸ [💬 Сұрақтар мен жауаптар]
    ✎ Сергей
      💬 <b>Сұрақтар мен жауаптар</b>

      <b>Домбыра кеші</b>

      <b>1.</b> May children come?

      👍 – маған да қызық: жауабы сізге де келеді.
      [👍 1 · 0]
      [✍️ Сұрақ қою]
      [‹ Артқа]
    Сергей ▸ [👍 1 · 0]
      (Жауабы сізге де келеді)
    ✎ Сергей
      💬 <b>Сұрақтар мен жауаптар</b>

      <b>Домбыра кеші</b>

      <b>1.</b> May children come?

      👍 – маған да қызық: жауабы сізге де келеді.
      [✅ 1 · 1]
      [✍️ Сұрақ қою]
      [‹ Артқа]
    Мәдина ▸ [Open 1]
    ✎ Мәдина
      ❓ <b>What people ask</b>

      <b>Dombra evening</b>

      <b>1.</b> May children come?
      👍 1

      ✍️ – answer, 🙈 – hide
      [New 0] [· Open 1 ·] [Answered 0]
      [✍️ 1] [🙈 1]
      [‹ Back]
    Мәдина ▸ [✍️ 1]
    ✎ Мәдина
      <b>Dombra evening</b>

      ❓ May children come?
      👍 1

      <b>Write the answer in one message</b> of at most 1500 characters. Everybody who asked or voted will get it as you write it.
      [‹ Back]
    Мәдина ▸ Yes, from seven on.
    → Мәдина
      ✅ <b>Answered.</b> People who get it: 2

      ❓ May children come?

      <blockquote>Yes, from seven on.</blockquote>
      [📌 Keep for everybody]
      [✏️ Correct the answer]
      [‹ Back]
    → Айгүл
      💬 <b>The answer to a question</b>

      <b>Dombra evening</b>

      ❓ May children come?

      <blockquote>Yes, from seven on.</blockquote>
      [💬 Questions and answers]
      [About the event]
    → Сергей
      💬 <b>Сұраққа жауап берілді</b>

      <b>Домбыра кеші</b>

      ❓ May children come?

      <blockquote>Yes, from seven on.</blockquote>
      [💬 Сұрақтар мен жауаптар]
      [Іс-шара туралы]
    Мәдина ▸ [✏️ Correct the answer]
    ✎ Мәдина
      <b>Dombra evening</b>

      ❓ May children come?
      👍 1

      <blockquote>Yes, from seven on.</blockquote>

      <b>Write the new answer in one message</b> of at most 1500 characters. The messages that were sent are edited; nobody gets a second one.
      [‹ Back]
    Мәдина ▸ Yes, from six on.
    → Мәдина
      ✅ <b>Corrected.</b> Messages to be edited: 2

      ❓ May children come?

      <blockquote>Yes, from six on.</blockquote>
      ✏️ The answer was corrected
      [📌 Keep for everybody]
      [✏️ Correct the answer]
      [‹ Back]
    ──── 01.12. 09:11
    ✎ Айгүл
      💬 <b>The answer to a question</b>

      <b>Dombra evening</b>

      ❓ May children come?

      <blockquote>Yes, from six on.</blockquote>
      ✏️ The answer was corrected
      [💬 Questions and answers]
      [About the event]
    ✎ Сергей
      💬 <b>Сұраққа жауап берілді</b>

      <b>Домбыра кеші</b>

      ❓ May children come?

      <blockquote>Yes, from six on.</blockquote>
      ✏️ Жауап түзетілді
      [💬 Сұрақтар мен жауаптар]
      [Іс-шара туралы]
    Мәдина ▸ [📌 Keep for everybody]
    ✎ Мәдина
      📌 <b>The question and its answer stay on the card of the event.</b>

      ❓ May children come?

      <blockquote>Yes, from six on.</blockquote>

      You can add it to other coming events of yours too:
      [🗑 Take off this event]
      [➕ Thu 3 Dec, 15:00 · Open lec…]
      [‹ Back]
    Мәдина ▸ [➕ Thu 3 Dec, 15:00 · Open lec…]
    ✎ Мәдина
      📌 <b>The question and its answer stay on the card of the event.</b>

      ❓ May children come?

      <blockquote>Yes, from six on.</blockquote>

      You can add it to other coming events of yours too:
      [🗑 Take off this event]
      [✅ Thu 3 Dec, 15:00 · Open lec…]
      [‹ Back]
    Айгүл ▸ [About the event]
    ✎ Айгүл
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
    Айгүл ▸ [💬 Questions and answers]
    ✎ Айгүл
      💬 <b>Questions and answers</b>

      <b>Dombra evening</b>

      No questions yet. Ask the first one!
      [📌 Frequent questions (1)]
      [✍️ Ask a question]
      [‹ Back]
    Айгүл ▸ [📌 Frequent questions (1)]
    ✎ Айгүл
      📌 <b>Frequent questions</b>

      <b>Dombra evening</b>

      <b>1. May children come?</b>
      <blockquote>Yes, from six on.</blockquote>
      [💬 1]
      [‹ Back]
    Айгүл ▸ /start
    → Айгүл
      <b>Hello!</b>
      Where shall we start?
      [📅 Find an event]
      [🎫 My events]
      [📚 Materials and answers]
      [Language] [My data]
    Айгүл ▸ [📚 Materials and answers]
    ✎ Айгүл
      📚 <b>Materials and answers</b>

      There are no materials yet. Those of events you are registered for will be here.

      Questions that the organisers have answered before can be found by words.
      [🔎 Search in the answers]
      [Home]
    Айгүл ▸ [🔎 Search in the answers]
    ✎ Айгүл
      🔎 <b>Search in the answers</b>
      Write a word or a few, for example: <i>parking</i>.
      [‹ Back]
    Айгүл ▸ child
    → Айгүл
      🔎 Answers for “child”: 1

      <b>1. May children come?</b>
      <blockquote>Yes, from six on.</blockquote>
      <i>Open lecture</i>

      Write other words, and I'll search again.
      [💬 1]
      [‹ Back]
    Айгүл ▸ [💬 1]
    → Айгүл
      <b>Open lecture</b>

      ❓ May children come?

      <blockquote>Yes, from six on.</blockquote>
      [📌 Answers of this event]
      [Home]
    Айгүл ▸ qwerty
    → Айгүл
      🔎 No answers were found for “qwerty”.

      Write other words, and I'll search again.
      [‹ Back]
    ");
}

/// What is not theirs looks like what is not there, whoever forges a payload.
#[tokio::test]
async fn forged() {
    let stage = Stage::with(&[dombra()]).await;
    let (aigul, emma) = (stage.guest("Айгүл", "kk"), stage.guest("Emma", "en"));
    aigul.start(&stage.link("Домбыра").await).await;
    emma.start("").await;
    aigul.press_exactly("as.b.1.0").await;
    aigul.press_exactly("as.w.1").await;
    aigul.say("Қашан?").await;
    stage.skip();
    for payload in [
        "as.p.1.n.0",
        "as.y.1",
        "as.h.1",
        "as.u.1",
        "as.a.1",
        "as.c.1",
        "as.q.1",
        "as.l.1.0",
        "as.t.1.1.1.0",
        "as.r.1",
        "as.v.1.0",
        "as.e.1",
        "as.dd.1",
        "as.w.404",
        "mt.k.1.0",
        "mt.k..0",
        "mt.a.1",
        "mt.s",
        "mt.l.kk",
        "mt.rr.1",
        "mt.t.1",
    ] {
        emma.forge(payload).await;
    }
    let told = stage.told();
    let answers: Vec<_> = told.lines().filter(|line| !line.contains("forged")).collect();
    assert_eq!(answers, ["  (This button is out of date. Please open the list again: /events)"; 21]);
    stage.end().await;
}
