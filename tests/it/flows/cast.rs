//! The people of the flows in situations that several of them begin with. What they do then is in the flows.

use super::stage::{Guest, Stage};
use chrono::TimeDelta;

/// One for each language.
pub(crate) const PEOPLE: [(&str, &str); 3] = [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")];

/// The languages by their codes.
pub(crate) const LANGUAGES: [&str; 3] = ["kk", "ru", "en"];

/// Three people who look at the card in their languages.
pub(crate) fn trio(stage: &Stage) -> [Guest<'_>; 3] {
    PEOPLE.map(|(name, language)| stage.guest(name, language))
}

/// The three of them with a seat each at the dombra evening.
pub(crate) async fn seated(stage: &Stage) -> [Guest<'_>; 3] {
    let link = stage.link("Домбыра").await;
    let people = trio(stage);
    for guest in &people {
        guest.sign_up(&link, "1").await;
    }
    stage.skip();
    people
}

/// What people of the dombra evening are told, in the order kk, ru, en; the Russian text is the caption of a photo.
pub(crate) const TEXTS: [&str; 3] = [
    "<b>Сәлем, {аты}!</b> «{іс-шара}» болады: {күні}. Ерте келіңіз.",
    "<b>{имя}</b>, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.",
    "<b>Hello {name}!</b> See you at “{event}”, {date}. Come a little early.",
];

/// An author writes all three texts from the overview on.
pub(crate) async fn write_texts(author: &Guest<'_>) {
    for (text, language) in TEXTS.into_iter().zip(LANGUAGES) {
        author.press_exactly(&format!("w.x.{language}")).await;
        if language == "ru" {
            author.send_photo(text).await;
        } else {
            author.say_formatted(text).await;
        }
    }
}

/// The admin, who has written to the people of the dombra evening and is asked when it goes.
async fn written<'a>(stage: &'a Stage, language: &str) -> Guest<'a> {
    let author = stage.steward("Дәурен", language);
    author.start(&stage.link("Домбыра").await).await;
    author.press_data(|data| data.starts_with("w.t.")).await;
    write_texts(&author).await;
    author.press_exactly("w.i").await;
    author
}

async fn let_go(author: &Guest<'_>, stage: &Stage) {
    author.press_exactly("w.s").await;
    author.press_exactly("w.sc.0").await;
    stage.skip();
}

/// The author of a message that goes at this time of the day.
pub(crate) async fn scheduled<'a>(stage: &'a Stage, language: &str, time: &str) -> Guest<'a> {
    let author = written(stage, language).await;
    author.say(time).await;
    let_go(&author, stage).await;
    author
}

/// The author of a message that goes an hour before the start.
pub(crate) async fn follow_the_start<'a>(stage: &'a Stage, language: &str) -> Guest<'a> {
    let author = written(stage, language).await;
    author.press_exactly("w.is.-60").await;
    let_go(&author, stage).await;
    author
}

/// The author of a message that everybody has; `done` is what is said of it then.
pub(crate) async fn sent<'a>(stage: &'a Stage, language: &str, done: &str) -> Guest<'a> {
    let author = scheduled(stage, language, "10:00").await;
    stage.demo.advance(TimeDelta::hours(1));
    author.awaits(done).await;
    stage.settle().await;
    stage.skip();
    author
}

/// Айгүл with two friends is seated, Emma waits; half an hour before the start.
pub(crate) async fn before_the_start(stage: &Stage) -> (Guest<'_>, Guest<'_>) {
    let link = stage.link("Домбыра").await;
    let (aigul, emma) = (stage.guest("Әсем Ёлкина", "kk"), stage.guest("Emma", "en"));
    aigul.sign_up(&link, "3").await;
    emma.sign_up(&link, "1").await;
    stage.pass(TimeDelta::minutes(32 * 60 + 30)).await;
    stage.skip();
    (aigul, emma)
}

/// The admin at the door of the next event.
pub(crate) async fn at_the_door<'a>(stage: &'a Stage, language: &str) -> Guest<'a> {
    let steward = stage.steward("Дәурен", language);
    steward.say("/desk").await;
    steward.press_data(|data| data.starts_with("dd.")).await;
    stage.skip();
    steward
}

/// Somebody who has pressed the button that begins a sign-up for the dombra evening.
pub(crate) async fn at_the_first_question<'a>(stage: &'a Stage, name: &str, language: &str) -> Guest<'a> {
    let guest = stage.guest(name, language);
    guest.start(&stage.link("Домбыра").await).await;
    stage.skip();
    guest.press_data(|data| data.starts_with("s.")).await;
    guest
}
