//! The report on an event that is over: what its organisers are asked, what they correct and confirm, who is reminded, and
//! the word to those who did not come. Rules are tested in the services.

use super::cast::{LANGUAGES, at_the_door, trio};
use super::stage::{Guest, Stage, december, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::{
    domain::{EventFacts, PersonId, Scope},
    service::Actor,
};

/// From nine in the morning of the day before to an hour after the end of the dombra evening.
const AFTER: TimeDelta = TimeDelta::minutes(35 * 60 + 30);

/// Somebody who works on all events.
async fn organiser<'a>(stage: &'a Stage, language: &str) -> Guest<'a> {
    let organiser = stage.guest("Дәурен", language);
    organiser.start("").await;
    let (admin, person) = (Actor::unprompted(PersonId(900_001)), PersonId(organiser.person.id()));
    stage.demo.app.services().add_scope(&admin, person, &Scope::default()).await.unwrap();
    organiser
}

/// Айгүл, Сергей and Emma have seats, and Айгүл came.
async fn evening(stage: &Stage) -> [Guest<'_>; 3] {
    let link = stage.link("Домбыра").await;
    let people = trio(stage);
    for guest in &people {
        guest.sign_up(&link, "1").await;
    }
    let ticket = people[0].ticket();
    stage.pass(TimeDelta::minutes(33 * 60)).await;
    let steward = at_the_door(stage, "kk").await;
    steward.start(&ticket).await;
    stage.skip();
    people
}

/// The report comes, a number is put right, and it is confirmed.
async fn reported(language: &str, words: [&str; 2]) -> String {
    let stage = Stage::with(&[dombra()]).await;
    let organiser = organiser(&stage, language).await;
    evening(&stage).await;
    stage.pass(AFTER - TimeDelta::minutes(33 * 60)).await;
    let told = stage.told();
    // What people are asked at the same time is in `feedback`.
    let (_, asked) = told.split_once("→ Дәурен\n").expect("a report");
    let mut told = asked.split("\n→ ").next().unwrap().to_owned();
    organiser.press_exactly("y.c.1").await;
    organiser.press_exactly("y.f.1.came").await;
    for words in ["көп", "2"].into_iter().chain(words) {
        organiser.say(words).await;
    }
    organiser.press_exactly("y.y.1").await;
    organiser.press_exactly("y.c.1").await;
    organiser.forge("y.y.1").await;
    organiser.press_exactly("dm.1").await;
    told = told + "\n" + &stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn by_a_kazakh_organiser() {
    assert_snapshot!(reported("kk", ["?", "Екінші адам кейін келді, белгіленбей қалды."]).await, @"
      📋 <b>Іс-шара аяқталды, есебі дайын</b>

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>3</b>
      «Келемін» дегендер: <b>0</b>
      Аты бойынша белгіленгендер: <b>1</b>
      Келмегендер: <b>2</b>
      Тілі бойынша: қазақша – 1, орысша – 1, ағылшынша – 1

      Бәрі дұрыс па? Онда растаңыз: сонымен іс-шара аяқталған болып есептеледі. Дұрыс болмаса, алдымен түзетіңіз.
      [✅ Есепті растау]
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    Дәурен ▸ [✏️ Санды түзету]
    ✎ Дәурен
      <b>Қай сан дұрыс емес?</b>

      <b>Домбыра кеші</b>

      Тіркелгендер: <b>3</b>
      «Келемін» дегендер: <b>0</b>
      Аты бойынша белгіленгендер: <b>1</b>
      Келмегендер: <b>2</b>
      Тілі бойынша: қазақша – 1, орысша – 1, ағылшынша – 1
      [Тіркелгендер] [«Келемін» дегендер]
      [Аты бойынша белгіленгендер] [Келмегендер]
      [Тіркелусіз келгендер] [Санақ бойынша залда]
      [Сұрақтар]
      [‹ Артқа]
    Дәурен ▸ [Аты бойынша белгіленгендер]
    ✎ Дәурен
      Аты бойынша белгіленгендер: 1
      <b>Дұрыс санды жазыңыз.</b>
      [‹ Артқа]
    Дәурен ▸ көп
    → Дәурен
      Санды цифрмен жазыңыз, ең көбі – 1 000 000.

      Аты бойынша белгіленгендер: 1
      <b>Дұрыс санды жазыңыз.</b>
      [‹ Артқа]
    Дәурен ▸ 2
    → Дәурен
      Аты бойынша белгіленгендер: 2
      <b>Неге бұл сан дұрыс?</b>
      500 таңбадан аспайтын бір хабарламамен жазыңыз. Ол есепте сақталады.
      [‹ Артқа]
    Дәурен ▸ ?
    → Дәурен
      Себеп үшін бұл тым қысқа.

      Аты бойынша белгіленгендер: 2
      <b>Неге бұл сан дұрыс?</b>
      500 таңбадан аспайтын бір хабарламамен жазыңыз. Ол есепте сақталады.
      [‹ Артқа]
    Дәурен ▸ Екінші адам кейін келді, белгіленбей қалды.
    → Дәурен
      📋 <b>Есеп</b>
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>3</b>
      «Келемін» дегендер: <b>0</b>
      Аты бойынша белгіленгендер: <s>1</s> <b>2</b>
      Келмегендер: <b>2</b>
      Тілі бойынша: қазақша – 1, орысша – 1, ағылшынша – 1

      ✏️ Аты бойынша белгіленгендер: 1 → 2
      <blockquote>Екінші адам кейін келді, белгіленбей қалды.</blockquote>

      Бәрі дұрыс па? Онда растаңыз: сонымен іс-шара аяқталған болып есептеледі. Дұрыс болмаса, алдымен түзетіңіз.
      [✅ Есепті растау]
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    Дәурен ▸ [✅ Есепті растау]
    ✎ Дәурен
      ✅ <b>Есеп расталды, іс-шара аяқталды. Рақмет!</b>
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>3</b>
      «Келемін» дегендер: <b>0</b>
      Аты бойынша белгіленгендер: <s>1</s> <b>2</b>
      Келмегендер: <b>2</b>
      Тілі бойынша: қазақша – 1, орысша – 1, ағылшынша – 1

      ✏️ Аты бойынша белгіленгендер: 1 → 2
      <blockquote>Екінші адам кейін келді, белгіленбей қалды.</blockquote>
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    Дәурен ▸ [✏️ Санды түзету]
    ✎ Дәурен
      <b>Қай сан дұрыс емес?</b>

      <b>Домбыра кеші</b>

      Тіркелгендер: <b>3</b>
      «Келемін» дегендер: <b>0</b>
      Аты бойынша белгіленгендер: <s>1</s> <b>2</b>
      Келмегендер: <b>2</b>
      Тілі бойынша: қазақша – 1, орысша – 1, ағылшынша – 1
      [Тіркелгендер] [«Келемін» дегендер]
      [Аты бойынша белгіленгендер] [Келмегендер]
      [Тіркелусіз келгендер] [Санақ бойынша залда]
      [Сұрақтар]
      [‹ Артқа]
    Дәурен ▸ (forged y.y.1)
    ✎ Дәурен
      Есеп бұрын расталған.
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>3</b>
      «Келемін» дегендер: <b>0</b>
      Аты бойынша белгіленгендер: <s>1</s> <b>2</b>
      Келмегендер: <b>2</b>
      Тілі бойынша: қазақша – 1, орысша – 1, ағылшынша – 1

      ✏️ Аты бойынша белгіленгендер: 1 → 2
      <blockquote>Екінші адам кейін келді, белгіленбей қалды.</blockquote>
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    Дәурен ▸ [‹ Артқа]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      🏁 <b>Өтті, есеп расталды</b>
      Алынған орын: 3 / 3
      Келгендер саны: 1 / 3
      [👥 Қатысушылар] [📋 Есеп]
      [⭐ Пікірлер] [🗐 Көшірмелер]
      [🗄 Мұрағатқа] [❓ Сұрақтар, жаңа: 0]
      [📎 Материалдар] [👥 Команда]
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn by_a_russian_organiser() {
    assert_snapshot!(reported("ru", ["?", "Второй человек пришёл позже, не отметили."]).await, @"
      📋 <b>Мероприятие закончилось, отчёт готов</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Записались: <b>3</b>
      Сказали «приду»: <b>0</b>
      Отмечены по имени: <b>1</b>
      Не пришли: <b>2</b>
      По языкам: казахский – 1, русский – 1, английский – 1

      Всё верно? Тогда подтвердите: на этом мероприятие будет завершено. Если нет, сначала исправьте.
      [✅ Подтвердить отчёт]
      [✏️ Исправить число]
      [⭐ Отзывы]
      [‹ Назад]
    Дәурен ▸ [✏️ Исправить число]
    ✎ Дәурен
      <b>Какое число неверно?</b>

      <b>Вечер домбры</b>

      Записались: <b>3</b>
      Сказали «приду»: <b>0</b>
      Отмечены по имени: <b>1</b>
      Не пришли: <b>2</b>
      По языкам: казахский – 1, русский – 1, английский – 1
      [Записались] [Сказали «приду»]
      [Отмечены по имени] [Не пришли]
      [Пришли без записи] [В зале по счёту]
      [Вопросов]
      [‹ Назад]
    Дәурен ▸ [Отмечены по имени]
    ✎ Дәурен
      Отмечены по имени: 1
      <b>Напишите верное число.</b>
      [‹ Назад]
    Дәурен ▸ көп
    → Дәурен
      Напишите число цифрами, не больше 1 000 000.

      Отмечены по имени: 1
      <b>Напишите верное число.</b>
      [‹ Назад]
    Дәурен ▸ 2
    → Дәурен
      Отмечены по имени: 2
      <b>Почему верно это число?</b>
      Напишите одним сообщением, не длиннее 500 знаков. Это останется в отчёте.
      [‹ Назад]
    Дәурен ▸ ?
    → Дәурен
      Для причины это слишком коротко.

      Отмечены по имени: 2
      <b>Почему верно это число?</b>
      Напишите одним сообщением, не длиннее 500 знаков. Это останется в отчёте.
      [‹ Назад]
    Дәурен ▸ Второй человек пришёл позже, не отметили.
    → Дәурен
      📋 <b>Отчёт</b>
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Записались: <b>3</b>
      Сказали «приду»: <b>0</b>
      Отмечены по имени: <s>1</s> <b>2</b>
      Не пришли: <b>2</b>
      По языкам: казахский – 1, русский – 1, английский – 1

      ✏️ Отмечены по имени: 1 → 2
      <blockquote>Второй человек пришёл позже, не отметили.</blockquote>

      Всё верно? Тогда подтвердите: на этом мероприятие будет завершено. Если нет, сначала исправьте.
      [✅ Подтвердить отчёт]
      [✏️ Исправить число]
      [⭐ Отзывы]
      [‹ Назад]
    Дәурен ▸ [✅ Подтвердить отчёт]
    ✎ Дәурен
      ✅ <b>Отчёт подтверждён, мероприятие завершено. Спасибо!</b>
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Записались: <b>3</b>
      Сказали «приду»: <b>0</b>
      Отмечены по имени: <s>1</s> <b>2</b>
      Не пришли: <b>2</b>
      По языкам: казахский – 1, русский – 1, английский – 1

      ✏️ Отмечены по имени: 1 → 2
      <blockquote>Второй человек пришёл позже, не отметили.</blockquote>
      [✏️ Исправить число]
      [⭐ Отзывы]
      [‹ Назад]
    Дәурен ▸ [✏️ Исправить число]
    ✎ Дәурен
      <b>Какое число неверно?</b>

      <b>Вечер домбры</b>

      Записались: <b>3</b>
      Сказали «приду»: <b>0</b>
      Отмечены по имени: <s>1</s> <b>2</b>
      Не пришли: <b>2</b>
      По языкам: казахский – 1, русский – 1, английский – 1
      [Записались] [Сказали «приду»]
      [Отмечены по имени] [Не пришли]
      [Пришли без записи] [В зале по счёту]
      [Вопросов]
      [‹ Назад]
    Дәурен ▸ (forged y.y.1)
    ✎ Дәурен
      Отчёт уже был подтверждён.
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Записались: <b>3</b>
      Сказали «приду»: <b>0</b>
      Отмечены по имени: <s>1</s> <b>2</b>
      Не пришли: <b>2</b>
      По языкам: казахский – 1, русский – 1, английский – 1

      ✏️ Отмечены по имени: 1 → 2
      <blockquote>Второй человек пришёл позже, не отметили.</blockquote>
      [✏️ Исправить число]
      [⭐ Отзывы]
      [‹ Назад]
    Дәурен ▸ [‹ Назад]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      🏁 <b>Прошло, отчёт подтверждён</b>
      Занято мест: 3 из 3
      Пришли: 1 из 3
      [👥 Участники] [📋 Отчёт]
      [⭐ Отзывы] [🗐 Копии]
      [🗄 В архив] [❓ Вопросы, новых: 0]
      [📎 Материалы] [👥 Команда]
      [‹ Назад]
    ");
}

#[tokio::test]
async fn by_an_english_organiser() {
    assert_snapshot!(reported("en", ["?", "A second one came later and was not marked."]).await, @"
      📋 <b>The event is over, and its report is ready</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Signed up: <b>3</b>
      Said “I'm coming”: <b>0</b>
      Checked in by name: <b>1</b>
      Did not come: <b>2</b>
      By language: Kazakh – 1, Russian – 1, English – 1

      Is everything right? Then confirm it: the event is finished with that. If not, correct it first.
      [✅ Confirm the report]
      [✏️ Correct a number]
      [⭐ Feedback]
      [‹ Back]
    Дәурен ▸ [✏️ Correct a number]
    ✎ Дәурен
      <b>Which number is wrong?</b>

      <b>Dombra evening</b>

      Signed up: <b>3</b>
      Said “I'm coming”: <b>0</b>
      Checked in by name: <b>1</b>
      Did not come: <b>2</b>
      By language: Kazakh – 1, Russian – 1, English – 1
      [Signed up] [Said “I'm coming”]
      [Checked in by name] [Did not come]
      [Without a registration] [In the room, counted]
      [Questions]
      [‹ Back]
    Дәурен ▸ [Checked in by name]
    ✎ Дәурен
      Checked in by name: 1
      <b>Write the right number.</b>
      [‹ Back]
    Дәурен ▸ көп
    → Дәурен
      Please write a number in digits, 1,000,000 at most.

      Checked in by name: 1
      <b>Write the right number.</b>
      [‹ Back]
    Дәурен ▸ 2
    → Дәурен
      Checked in by name: 2
      <b>Why is this the right number?</b>
      Write it in one message of at most 500 characters. It stays with the report.
      [‹ Back]
    Дәурен ▸ ?
    → Дәурен
      That is too short to be a reason.

      Checked in by name: 2
      <b>Why is this the right number?</b>
      Write it in one message of at most 500 characters. It stays with the report.
      [‹ Back]
    Дәурен ▸ A second one came later and was not marked.
    → Дәурен
      📋 <b>Report</b>
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Signed up: <b>3</b>
      Said “I'm coming”: <b>0</b>
      Checked in by name: <s>1</s> <b>2</b>
      Did not come: <b>2</b>
      By language: Kazakh – 1, Russian – 1, English – 1

      ✏️ Checked in by name: 1 → 2
      <blockquote>A second one came later and was not marked.</blockquote>

      Is everything right? Then confirm it: the event is finished with that. If not, correct it first.
      [✅ Confirm the report]
      [✏️ Correct a number]
      [⭐ Feedback]
      [‹ Back]
    Дәурен ▸ [✅ Confirm the report]
    ✎ Дәурен
      ✅ <b>Confirmed, and the event is finished. Thank you!</b>
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Signed up: <b>3</b>
      Said “I'm coming”: <b>0</b>
      Checked in by name: <s>1</s> <b>2</b>
      Did not come: <b>2</b>
      By language: Kazakh – 1, Russian – 1, English – 1

      ✏️ Checked in by name: 1 → 2
      <blockquote>A second one came later and was not marked.</blockquote>
      [✏️ Correct a number]
      [⭐ Feedback]
      [‹ Back]
    Дәурен ▸ [✏️ Correct a number]
    ✎ Дәурен
      <b>Which number is wrong?</b>

      <b>Dombra evening</b>

      Signed up: <b>3</b>
      Said “I'm coming”: <b>0</b>
      Checked in by name: <s>1</s> <b>2</b>
      Did not come: <b>2</b>
      By language: Kazakh – 1, Russian – 1, English – 1
      [Signed up] [Said “I'm coming”]
      [Checked in by name] [Did not come]
      [Without a registration] [In the room, counted]
      [Questions]
      [‹ Back]
    Дәурен ▸ (forged y.y.1)
    ✎ Дәурен
      The report was confirmed before.
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Signed up: <b>3</b>
      Said “I'm coming”: <b>0</b>
      Checked in by name: <s>1</s> <b>2</b>
      Did not come: <b>2</b>
      By language: Kazakh – 1, Russian – 1, English – 1

      ✏️ Checked in by name: 1 → 2
      <blockquote>A second one came later and was not marked.</blockquote>
      [✏️ Correct a number]
      [⭐ Feedback]
      [‹ Back]
    Дәурен ▸ [‹ Back]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      🏁 <b>Over and reported</b>
      Seats taken: 3 of 3
      Arrived: 1 of 3
      [👥 People] [📋 Report]
      [⭐ Feedback] [🗐 Copy]
      [🗄 Archive] [❓ Questions, new: 0]
      [📎 Materials] [👥 Team]
      [‹ Back]
    ");
}

#[tokio::test]
async fn reminders_to_organisers_and_then_to_admins() {
    let mut told = String::new();
    for language in LANGUAGES {
        let stage = Stage::with(&[dombra()]).await;
        let organiser = organiser(&stage, language).await;
        let admin = stage.steward("Сәуле", language);
        admin.start("").await;
        stage.pass(AFTER).await;
        stage.skip();
        // Ten in the morning of the next day, and of the day after.
        stage.pass(TimeDelta::minutes(13 * 60 + 30)).await;
        stage.pass(TimeDelta::hours(24)).await;
        admin.press_exactly("y.l.1").await;
        organiser.press_exactly("y.l.1").await;
        told = told + &stage.told() + "\n";
        stage.end().await;
    }
    assert_snapshot!(told, @"
    ──── 03.12. 10:00
    → Дәурен
      ⏰ <b>Есеп әлі расталмаған</b>
      Сандарды қарап, бүгін растап жіберіңізші.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      [📋 Есепті ашу]
    ──── 04.12. 10:00
    → Сәуле
      ⚠️ <b>Есеп сол расталмаған күйі қалды</b>
      Іс-шарамен айналысатындардан екі рет сұралды.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      [📋 Есепті ашу]
    Сәуле ▸ [📋 Есепті ашу]
    ✎ Сәуле
      📋 <b>Есеп</b>
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>0</b>
      «Келемін» дегендер: <b>0</b>

      Бәрі дұрыс па? Онда растаңыз: сонымен іс-шара аяқталған болып есептеледі. Дұрыс болмаса, алдымен түзетіңіз.
      [✅ Есепті растау]
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    Дәурен ▸ [📋 Есепті ашу]
    ✎ Дәурен
      📋 <b>Есеп</b>
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>0</b>
      «Келемін» дегендер: <b>0</b>

      Бәрі дұрыс па? Онда растаңыз: сонымен іс-шара аяқталған болып есептеледі. Дұрыс болмаса, алдымен түзетіңіз.
      [✅ Есепті растау]
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    ──── 03.12. 10:00
    → Дәурен
      ⏰ <b>Отчёт ещё не подтверждён</b>
      Пожалуйста, посмотрите на числа и подтвердите их сегодня.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      [📋 Открыть отчёт]
    ──── 04.12. 10:00
    → Сәуле
      ⚠️ <b>Отчёт так и не подтверждён</b>
      Тех, кто занимается мероприятием, уже просили дважды.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      [📋 Открыть отчёт]
    Сәуле ▸ [📋 Открыть отчёт]
    ✎ Сәуле
      📋 <b>Отчёт</b>
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Записались: <b>0</b>
      Сказали «приду»: <b>0</b>

      Всё верно? Тогда подтвердите: на этом мероприятие будет завершено. Если нет, сначала исправьте.
      [✅ Подтвердить отчёт]
      [✏️ Исправить число]
      [⭐ Отзывы]
      [‹ Назад]
    Дәурен ▸ [📋 Открыть отчёт]
    ✎ Дәурен
      📋 <b>Отчёт</b>
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Записались: <b>0</b>
      Сказали «приду»: <b>0</b>

      Всё верно? Тогда подтвердите: на этом мероприятие будет завершено. Если нет, сначала исправьте.
      [✅ Подтвердить отчёт]
      [✏️ Исправить число]
      [⭐ Отзывы]
      [‹ Назад]
    ──── 03.12. 10:00
    → Дәурен
      ⏰ <b>A report is still to be confirmed</b>
      Please look at the numbers and confirm them today.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      [📋 Open the report]
    ──── 04.12. 10:00
    → Сәуле
      ⚠️ <b>A report has not been confirmed</b>
      Those who work on the event have been asked twice.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      [📋 Open the report]
    Сәуле ▸ [📋 Open the report]
    ✎ Сәуле
      📋 <b>Report</b>
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Signed up: <b>0</b>
      Said “I'm coming”: <b>0</b>

      Is everything right? Then confirm it: the event is finished with that. If not, correct it first.
      [✅ Confirm the report]
      [✏️ Correct a number]
      [⭐ Feedback]
      [‹ Back]
    Дәурен ▸ [📋 Open the report]
    ✎ Дәурен
      📋 <b>Report</b>
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Signed up: <b>0</b>
      Said “I'm coming”: <b>0</b>

      Is everything right? Then confirm it: the event is finished with that. If not, correct it first.
      [✅ Confirm the report]
      [✏️ Correct a number]
      [⭐ Feedback]
      [‹ Back]
    ");
}

#[tokio::test]
async fn a_word_to_those_who_did_not_come() {
    let event =
        |id: &str, day| EventFacts { external_id: id.into(), local_start: december(day, 18, 0), ..lecture() };
    let stage =
        Stage::with(&[dombra(), event("F-2", 4), event("F-3", 5), event("F-4", 6), event("F-5", 9)]).await;
    let [_, sergey, emma] = evening(&stage).await;
    stage.pass(AFTER - TimeDelta::minutes(33 * 60)).await;
    stage.skip();
    // Eleven in the morning of the next day.
    stage.pass(TimeDelta::minutes(14 * 60 + 30)).await;
    sergey.press_data(|data| data == "u.feedback").await;
    emma.press_data(|data| data.starts_with("e.")).await;
    assert_snapshot!(stage.told(), @"
    ──── 03.12. 11:00
    → Сергей
      🌿 <b>Жаль, что встретиться не получилось</b>
      Всякое бывает. Будем рады видеть вас в другой раз.

      <b>Вечер домбры</b>

      Вот что рядом по времени и месту:
      [завтра в 18:00 · Открытая лек…]
      [5 дек, сб 18:00 · Открытая ле…]
      [6 дек, вс 18:00 · Открытая ле…]
      [📅 Найти мероприятие]
      [Больше не спрашивать]
    → Emma
      🌿 <b>It is a pity that we did not see you</b>
      Things come up. We would be glad to see you another time.

      <b>Dombra evening</b>

      These are near in time and place:
      [tomorrow, 18:00 · Open lecture]
      [Sat 5 Dec, 18:00 · Open lectu…]
      [Sun 6 Dec, 18:00 · Open lectu…]
      [📅 Find an event]
      [Don't ask me after events]
    → Дәурен
      ⏰ <b>Есеп әлі расталмаған</b>
      Сандарды қарап, бүгін растап жіберіңізші.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      [📋 Есепті ашу]
    Сергей ▸ [Больше не спрашивать]
      (Вопросы после встреч: выключено. Включить снова можно в /privacy)
    Emma ▸ [tomorrow, 18:00 · Open lecture]
    ✎ Emma
      <b>Open lecture</b>

      📅 Friday, 4 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      Entry is open to everyone. Sign up and I'll remind you.
      [Sign up]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ");
    stage.end().await;
}
