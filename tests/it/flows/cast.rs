//! The people of the flows in situations that several of them begin with. What they do then is in the flows.

use super::stage::{Guest, Stage};
use chrono::TimeDelta;

/// One for each language.
pub(crate) const PEOPLE: [(&str, &str); 3] = [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")];

/// Three people who look at the card in their languages.
pub(crate) fn trio(stage: &Stage) -> [Guest<'_>; 3] {
    PEOPLE.map(|(name, language)| stage.guest(name, language))
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
