//! The first screens, help, and answers to what was not expected. No events.

use super::parts::{home as home_row, paragraphs, press, screen};
use super::{Button, Compose, Key, Screen, Shelf, Staff};
use crate::domain::{Filter, Language, Name, Role};
use crate::i18n::{Html, Tr};
use chrono_tz::Tz;

use super::parts::NAME;

/// The first word to a person whose language is unknown, in every language, and the choice.
pub fn greeting() -> Screen {
    let hello = Language::ALL.map(|language| Tr::new(language, Tz::UTC).home_hello());
    screen(paragraphs(hello), [endonyms(&Tr::new(Language::Kk, Tz::UTC))])
}

/// The choice of language.
pub fn languages(tr: &Tr) -> Screen {
    screen(tr.home_languages(), [endonyms(tr), home_row(tr)])
}

fn endonyms(tr: &Tr) -> Vec<Key> {
    Language::ALL.map(|language| press(tr.endonym(language), Button::Speak(language))).into()
}

/// Home; `name` as given at the last sign-up, `role` for what else they do here.
pub fn home(tr: &Tr, name: Option<&Name>, role: &Role) -> Screen {
    let welcome = match name {
        Some(name) => tr.home_welcome_name(Html::clip(name.as_str(), NAME)),
        None => tr.home_welcome(),
    };
    let mut rows = ways_on(tr);
    rows.push(vec![press(tr.materials_home_key(), Button::Shelf(Shelf::Mine(0)))]);
    rows.push(vec![
        press(tr.home_language_key(), Button::Languages),
        press(tr.home_privacy_key(), Button::Privacy),
    ]);
    if role.has_desk() {
        rows.push(vec![press(tr.home_desk_key(), Button::Desk(0))]);
    }
    if role.runs_events() {
        rows.push(vec![press(tr.compose_home_key(), Button::Compose(Compose::Open))]);
    }
    if role.speaks() {
        rows.push(vec![press(tr.talks_key(), Button::Staff(Staff::Talks))]);
    }
    screen(welcome, rows)
}

/// What the bot can do.
pub fn help(tr: &Tr) -> Screen {
    screen(tr.home_help(), [home_row(tr)])
}

/// A conversation was stopped at the person's wish.
pub fn cancelled(tr: &Tr) -> Screen {
    with_ways_on(tr, tr.home_cancelled())
}

/// There is no conversation to stop.
pub fn nothing_to_cancel(tr: &Tr) -> Screen {
    with_ways_on(tr, tr.home_nothing_to_cancel())
}

/// Something failed on our side.
pub fn trouble(tr: &Tr) -> Screen {
    screen(tr.home_trouble(), [home_row(tr)])
}

/// A conversation begun before an update of the bot cannot be continued.
pub fn forgotten(tr: &Tr) -> Screen {
    with_ways_on(tr, tr.home_forgotten())
}

/// A message we can do nothing with.
pub fn not_understood(tr: &Tr) -> Screen {
    with_ways_on(tr, tr.home_not_understood())
}

/// Toast: the pressed button belongs to something that is no more.
pub fn old_button(tr: &Tr) -> String {
    tr.home_old_button().into()
}

fn with_ways_on(tr: &Tr, html: Html) -> Screen {
    let mut rows = ways_on(tr);
    rows.push(home_row(tr));
    screen(html, rows)
}

/// The two things people come for.
pub(super) fn ways_on(tr: &Tr) -> Vec<Vec<Key>> {
    vec![
        vec![press(tr.home_find_key(), Button::Find(Filter::default()))],
        vec![press(tr.home_mine_key(), Button::Mine { past: false, page: 0 })],
    ]
}
