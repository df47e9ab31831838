//! Names and texts that mean harm, through every message of a flow: Telegram must take every message, and nothing of
//! them may turn into a tag, a link or a mark that turns the direction of writing.

use super::stage::{Guest, Stage, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::domain::{EventFacts, Texts};

const TEXTS: [&str; 7] = [
    "<a href=\"tg://x\">Бек</a>",
    "</b></blockquote>Бек",
    "Бек & Co &amp; &lt;b&gt;",
    "Бек\u{202e}кеБ",
    "Б\u{200b}е\u{200d}к\u{feff}",
    "ӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘӘ",
    "&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&&Бек",
];

/// The dombra evening with the text wherever an organiser writes something.
fn event(text: &str) -> EventFacts {
    let texts = || Texts { kk: Some(text.into()), ru: Some(text.into()), en: Some(text.into()) };
    EventFacts {
        title: texts(),
        description: texts(),
        venue: text.into(),
        address: text.into(),
        organisation: text.into(),
        ..dombra()
    }
}

/// Everything one can see of an event and a registration, from the card to the door.
async fn whole_life(stage: &Stage, language: &str, name: &str, link: &str) {
    let browser = stage.guest_called("0", name, language);
    let [guest, waiter] = ["1", "2"].map(|number| stage.guest_called(number, name, language));
    browser.say("/events").await;
    browser.press_data(|data| data == "fl.a,,,.0").await;
    browser.say(name).await;
    browser.start(link).await;
    for tag in ["es.", "ep.", "ec."] {
        browser.start(link).await;
        browser.press_data(|data| data.starts_with(tag)).await;
    }
    register(&guest, name, link, "3").await;
    register(&waiter, name, link, "1").await;
    guest.say("/my").await;
    waiter.say("/my").await;
    guest.start("").await;
    stage.pass(TimeDelta::hours(2)).await;
    guest.press_data(|data| data.starts_with("rn.")).await;
    waiter.press_data(|data| data.starts_with("ra.")).await;
    let steward = stage.steward("Steward", language);
    stage.pass(TimeDelta::hours(30)).await;
    steward.say("/desk").await;
    steward.press_data(|data| data.starts_with("dd.")).await;
    steward.say("Бек").await;
    steward.start(&waiter.ticket()).await;
    steward.start(&waiter.ticket()).await;
    steward.press_data(|data| data.starts_with("dd.")).await;
    waiter.say("/privacy").await;
    waiter.press_data(|data| data == "pd").await;
}

async fn register(guest: &Guest<'_>, name: &str, link: &str, party: &str) {
    guest.start(link).await;
    guest.press_data(|data| data.starts_with("s.")).await;
    guest.answer("y").await;
    guest.say(name).await;
    if guest.person.keyboard().is_none() {
        // A link is no name.
        guest.say("Бек").await;
    }
    guest.share_contact().await;
    guest.answer("k").await;
    guest.answer(&format!("p.{party}")).await;
    guest.answer("c").await;
}

/// A third of the texts in each language: what is escaped does not depend on the words around it.
async fn every_third(language: &str, first: usize) {
    for text in TEXTS.into_iter().skip(first).step_by(3) {
        let stage = Stage::with(&[event(text)]).await;
        let link = first_link(&stage).await;
        whole_life(&stage, language, text, &link).await;
        let told = stage.told();
        let seen = told.lines().filter(|line| line.starts_with("  ")).collect::<String>();
        // A transcript escapes what is text in a message; only labels of buttons and names of places stand as they are.
        assert!(!seen.contains('\u{202e}'), "{told}");
        assert!(!stage.has_links(), "{told}");
        stage.end().await;
    }
}

async fn first_link(stage: &Stage) -> String {
    let services = stage.demo.app.services();
    let found = services.events(qatys::domain::Filter::default(), 0).await.unwrap();
    let card = services.card(qatys::domain::PersonId(1), found.items[0].id).await.unwrap().unwrap();
    format!("e_{}", card.event.code)
}

#[tokio::test]
async fn hostile_texts_in_kazakh() {
    every_third("kk", 0).await;
}

#[tokio::test]
async fn hostile_texts_in_russian() {
    every_third("ru", 1).await;
}

#[tokio::test]
async fn hostile_texts_in_english() {
    every_third("en", 2).await;
}

#[tokio::test]
async fn how_a_hostile_name_looks() {
    let stage = Stage::with(&[event("</b><a href=\"tg://x\">\u{202e}Кеш</a>")]).await;
    let link = first_link(&stage).await;
    let guest = stage.guest_called("Бек", "</b>&\u{202e}Бек", "ru");
    guest.start(&link).await;
    stage.skip();
    guest.press("Записаться").await;
    guest.answer("y").await;
    stage.skip();
    guest.press("Бек").await;
    guest.share_contact().await;
    guest.answer("k").await;
    stage.skip();
    guest.answer("p.1").await;
    guest.answer("c").await;
    assert_snapshot!(stage.told(), @r"
    Бек ▸ [1]
    ✎ Бек
      <b>Проверьте, всё ли верно</b>

      <b>&lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;</b>
      📅 среда, 2 декабря, 18:00

      Имя: &lt;/b&gt;&amp;Бек
      Телефон: +7 701 000 01 00
      Сколько человек: 1
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    Бек ▸ [✅ Подтвердить]
    ✎ Бек
      ✅ <b>Вы записаны!</b> Билет – в следующем сообщении.

      <b>&lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 &lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;, &lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;, район Есиль
      [Добавить в календарь]
      [📍 На карте]
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    → Бек
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>&lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 &lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;, &lt;/b&gt;&lt;a href=&quot;tg://x&quot;&gt;Кеш&lt;/a&gt;, район Есиль

      &lt;/b&gt;&amp;Бек · 1 человек
      Код: <code>MPSTDF</code>

      Покажите этот код на входе.
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    ");
    stage.end().await;
}
