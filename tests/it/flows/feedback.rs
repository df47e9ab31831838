//! After an event: what people are asked, what they answer, and what its organisers read; and what whoever waited hears
//! when the list closes. Rules are tested in the services.

use super::cast::{PEOPLE, at_the_door, trio};
use super::stage::{Stage, december, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::{
    domain::{EventFacts, PersonId, Scope},
    service::Actor,
};

/// From nine in the morning of the day before to an hour after the end of the dombra evening.
const AFTER: TimeDelta = TimeDelta::minutes(35 * 60 + 30);

#[tokio::test]
async fn marked_unmarked_and_absent() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let [aigul, sergey, emma] = trio(&stage);
    for guest in [&aigul, &sergey, &emma] {
        guest.sign_up(&link, "1").await;
    }
    let code = aigul.last().html().split("<code>").nth(1).unwrap()[..6].to_owned();
    stage.pass(TimeDelta::minutes(33 * 60)).await;
    let steward = at_the_door(&stage, "kk").await;
    steward.say(&code).await;
    stage.skip();
    stage.pass(AFTER - TimeDelta::minutes(33 * 60)).await;
    aigul.press_data(|data| data.starts_with("gr.") && data.ends_with(".5")).await;
    aigul.say("Күйшілер керемет! Орындықтар аз болды.").await;
    sergey.press_data(|data| data.starts_with("gc.") && data.ends_with(".1")).await;
    sergey.press_data(|data| data.starts_with("gr.") && data.ends_with(".3")).await;
    sergey.press_data(|data| data.starts_with("gr.") && data.ends_with(".4")).await;
    sergey
        .does("sends a place", |person| {
            person.share_location(51.1, 71.4);
        })
        .await;
    emma.press_data(|data| data == "u.feedback").await;
    emma.press_data(|data| data.starts_with("gc.") && data.ends_with(".0")).await;
    assert_snapshot!(stage.told(), @"
    ──── 02.12. 20:30
    → Айгүл
      ⭐ <b>Іс-шара қалай өтті?</b>

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      1 – нашар, 5 – өте жақсы. Ұйымдастырушыларға атыңыз көрінбейді.
      [1 ⭐] [2 ⭐] [3 ⭐] [4 ⭐] [5 ⭐]
      [Енді сұрамаңыз]
    → Сергей
      👋 <b>Вы были на мероприятии?</b>
      На входе вас не отметили.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [✅ Да]
      [Нет, не получилось]
      [Больше не спрашивать]
    → Emma
      👋 <b>Did you come?</b>
      It was not marked at the entrance.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [✅ Yes, I was there]
      [No, I could not come]
      [Don't ask me after events]
    → Дәурен
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
    Айгүл ▸ [5 ⭐]
    ✎ Айгүл
      🙏 <b>Рақмет!</b>

      <b>Домбыра кеші</b>

      Не ұнады, нені жақсарту керек? Қаласаңыз, бір хабарламамен жазыңыз. Ұйымдастырушыларға атыңыз көрінбейді.
      [1 ⭐] [2 ⭐] [3 ⭐] [4 ⭐] [· 5 ·]
      [Басты бет]
    Айгүл ▸ Күйшілер керемет! Орындықтар аз болды.
    → Айгүл
      🙏 <b>Рақмет, бұл ұйымдастырушыларға көмектеседі!</b>
      [Басты бет]
    Сергей ▸ [✅ Да]
    ✎ Сергей
      ⭐ <b>Как всё прошло?</b>

      <b>Вечер домбры</b>

      1 – плохо, 5 – отлично. Имён организаторы не видят.
      [1 ⭐] [2 ⭐] [3 ⭐] [4 ⭐] [5 ⭐]
      [На главную]
    Сергей ▸ [3 ⭐]
    ✎ Сергей
      🙏 <b>Спасибо!</b>

      <b>Вечер домбры</b>

      Что понравилось, что стоит улучшить? Если хотите, напишите одним сообщением. Имён организаторы не видят.
      [1 ⭐] [2 ⭐] [· 3 ·] [4 ⭐] [5 ⭐]
      [На главную]
    Сергей ▸ [4 ⭐]
    ✎ Сергей
      🙏 <b>Спасибо!</b>

      <b>Вечер домбры</b>

      Что понравилось, что стоит улучшить? Если хотите, напишите одним сообщением. Имён организаторы не видят.
      [1 ⭐] [2 ⭐] [3 ⭐] [· 4 ·] [5 ⭐]
      [На главную]
    Сергей ▸ (sends a place)
    → Сергей
      Напишите, пожалуйста, текстом, не длиннее 1000 знаков.
      [На главную]
    Emma ▸ [Don't ask me after events]
      (Questions afterwards: switched off. You can switch it on again under /privacy)
    Emma ▸ [No, I could not come]
    ✎ Emma
      Thank you for telling us! We hope to see you at another event.

      <b>Dombra evening</b>
      [📅 Find an event]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn what_organisers_read() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let guests = trio(&stage);
    for guest in &guests {
        guest.sign_up(&link, "1").await;
    }
    let organisers = PEOPLE.map(|(name, language)| stage.guest(&format!("{name} (ұйымдастырушы)"), language));
    let services = stage.demo.app.services();
    for organiser in &organisers {
        organiser.start("").await;
        let (admin, person) = (Actor::unprompted(PersonId(900_001)), PersonId(organiser.person.id()));
        services.add_scope(&admin, person, &Scope::default()).await.unwrap();
    }
    stage.pass(AFTER).await;
    for (guest, stars) in guests.iter().zip(["4", "5", "5"]) {
        guest.press_data(|data| data.starts_with("gc.") && data.ends_with(".1")).await;
        guest.press_data(|data| data.starts_with("gr.") && data.ends_with(stars)).await;
        guest.say("<b>10/10</b> & 👍").await;
    }
    // At ten the next morning they are reminded of the report, which is in `reports`.
    stage.pass(TimeDelta::minutes(13 * 60 + 30)).await;
    stage.skip();
    stage.pass(TimeDelta::minutes(10 * 60 + 30)).await;
    for organiser in &organisers {
        organiser.press_data(|data| data.starts_with("gs.")).await;
    }
    assert_snapshot!(stage.told(), @"
    ──── 03.12. 20:30
    → Айгүл (ұйымдастырушы)
      📊 <b>Қатысушылар не дейді</b>

      <b>Домбыра кеші</b>

      Кіреберісте белгіленбеген, бірақ келдім дегендер: 3
      Жазбаша пікірлер: 3

      <b>Баға: 4,7 / 5</b>, бағалағандар: 3
      5 ▇▇▇▇▇▇▇▇▇▇ 2
      4 ▇▇▇▇▇ 1
      3 0
      2 0
      1 0
      [⭐ Пікірлер]
    → Сергей (ұйымдастырушы)
      📊 <b>Что говорят участники</b>

      <b>Вечер домбры</b>

      Не отмечены на входе, но говорят, что были: 3
      Отзывов словами: 3

      <b>Оценка: 4,7 из 5</b>, оценили: 3
      5 ▇▇▇▇▇▇▇▇▇▇ 2
      4 ▇▇▇▇▇ 1
      3 0
      2 0
      1 0
      [⭐ Отзывы]
    → Emma (ұйымдастырушы)
      📊 <b>What people say</b>

      <b>Dombra evening</b>

      Not marked at the door, say they came: 3
      Comments: 3

      <b>Rating: 4.7 of 5</b>, given by 3
      5 ▇▇▇▇▇▇▇▇▇▇ 2
      4 ▇▇▇▇▇ 1
      3 0
      2 0
      1 0
      [⭐ Feedback]
    Айгүл (ұйымдастырушы) ▸ [⭐ Пікірлер]
    ✎ Айгүл (ұйымдастырушы)
      <b>Домбыра кеші</b>

      Келгендер саны: 0 / 3
      Кіреберісте белгіленбеген, бірақ келдім дегендер: 3
      Жазбаша пікірлер: 3

      <b>Баға: 4,7 / 5</b>, бағалағандар: 3
      5 ▇▇▇▇▇▇▇▇▇▇ 2
      4 ▇▇▇▇▇ 1
      3 0
      2 0
      1 0

      <blockquote>5 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      <blockquote>5 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      <blockquote>4 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      [‹ Артқа]
    Сергей (ұйымдастырушы) ▸ [⭐ Отзывы]
    ✎ Сергей (ұйымдастырушы)
      <b>Вечер домбры</b>

      Пришли: 0 из 3
      Не отмечены на входе, но говорят, что были: 3
      Отзывов словами: 3

      <b>Оценка: 4,7 из 5</b>, оценили: 3
      5 ▇▇▇▇▇▇▇▇▇▇ 2
      4 ▇▇▇▇▇ 1
      3 0
      2 0
      1 0

      <blockquote>5 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      <blockquote>5 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      <blockquote>4 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      [‹ Назад]
    Emma (ұйымдастырушы) ▸ [⭐ Feedback]
    ✎ Emma (ұйымдастырушы)
      <b>Dombra evening</b>

      Arrived: 0 of 3
      Not marked at the door, say they came: 3
      Comments: 3

      <b>Rating: 4.7 of 5</b>, given by 3
      5 ▇▇▇▇▇▇▇▇▇▇ 2
      4 ▇▇▇▇▇ 1
      3 0
      2 0
      1 0

      <blockquote>5 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      <blockquote>5 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      <blockquote>4 ⭐ &lt;b&gt;10/10&lt;/b&gt; &amp; 👍</blockquote>
      [‹ Back]
    ");
    organisers[0].press_data(|data| data.starts_with("e.")).await;
    guests[0].forge("gs.1.0").await;
    stage.end().await;
}

#[tokio::test]
async fn a_line_is_taken_for_an_hour_and_leaves_other_conversations_alone() {
    let stage = Stage::with(&[dombra(), super::stage::lecture()]).await;
    let emma = stage.guest("Emma", "en");
    emma.sign_up(&stage.link("Домбыра").await, "1").await;
    stage.pass(AFTER).await;
    emma.press_data(|data| data == "gc.1.1").await;
    emma.start(&stage.link("Ашық").await).await;
    emma.press_data(|data| data.starts_with("s.")).await;
    stage.skip();
    emma.press_data(|data| data == "gr.1.5").await;
    emma.press("‹ Back").await;
    emma.press_data(|data| data == "gr.1.4").await;
    stage.pass(TimeDelta::minutes(60)).await;
    emma.say("дәріс").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ [5 ⭐]
    ✎ Emma
      🙏 <b>Thank you, that helps the organisers!</b>

      <b>Dombra evening</b>
      [1 ⭐] [2 ⭐] [3 ⭐] [4 ⭐] [· 5 ·]
      [Home]
    Emma ▸ [‹ Back]
    ✎ Emma
      <b>Open lecture</b>

      📅 Thursday, 3 December, 15:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      Entry is open to everyone. Sign up and I'll remind you.
      [Sign up]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Emma ▸ [4 ⭐]
    ✎ Emma
      🙏 <b>Thank you!</b>

      <b>Dombra evening</b>

      What did you like, what should be better? Write it in one message, if you like. The organisers see no names.
      [1 ⭐] [2 ⭐] [3 ⭐] [· 4 ·] [5 ⭐]
      [Home]
    ──── 02.12. 21:30
    Emma ▸ дәріс
    → Emma
      <b>Search “дәріс”: 1</b>

      1. <b>Open lecture</b>
      tomorrow, 15:00 · Esil district · Open entry
      [1. Open lecture]
      [Search another way] [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_list_closes() {
    let closes_at = Some("2026-12-02T10:00:00Z".parse().unwrap());
    let early = EventFacts { closes_at, ..dombra() };
    let start = EventFacts { external_id: "F-9".into(), local_start: december(2, 19, 0), ..dombra() };
    let stage = Stage::with(&[early, start]).await;
    let link = stage.link("Домбыра").await;
    stage.guest("Болат", "kk").sign_up(&link, "3").await;
    for guest in trio(&stage) {
        guest.sign_up(&link, "1").await;
    }
    stage.skip();
    stage.pass(TimeDelta::hours(30)).await;
    assert_snapshot!(stage.told(), @"
    ──── 02.12. 15:00
    → Айгүл
      <b>Тіркелу жабылды, сіз әлі күту тізіміндесіз</b>
      Басталғанға дейін орын босаса, бірден хабарлаймыз.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      Уақыты мен орны жағынан жақындары:
      [бүгін 19:00 · Домбыра кеші]
      [Іс-шара туралы]
      [📅 Іс-шара табу]
    → Сергей
      <b>Регистрация закрыта, вы по-прежнему в листе ожидания</b>
      Если до начала освободится место, мы сразу сообщим.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      Вот что рядом по времени и месту:
      [сегодня в 19:00 · Вечер домбры]
      [О мероприятии]
      [📅 Найти мероприятие]
    → Emma
      <b>Registration has closed, and you are still on the waiting list</b>
      If a seat is freed before the start, you will hear of it at once.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      These are near in time and place:
      [today, 19:00 · Dombra evening]
      [About the event]
      [📅 Find an event]
    ");
    stage.end().await;
}
