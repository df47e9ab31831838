//! What a speaker speaks at: their own schedule.

use super::event_card::summary;
use super::parts::{LABEL, home, lines, paragraphs, screen};
use super::{Back, Button, Key, Screen};
use crate::domain::EventCard;
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Most talks shown at once.
const MOST: usize = 6;

/// Events, soonest first, with how full they are.
pub fn talks(tr: &Tr, talks: &[EventCard], now: DateTime<Utc>) -> Screen {
    let entry = |talk: &EventCard| {
        let seats = talk.seats;
        let taken = match seats.capacity {
            Some(capacity) => tr.manage_taken(tr.number(seats.taken), tr.number(capacity)),
            None => tr.manage_taken_open(tr.number(seats.taken)),
        };
        lines([summary(tr, &talk.event), taken])
    };
    let none = if talks.is_empty() { tr.talks_none() } else { Html::default() };
    let entries = Html::join(talks.iter().take(MOST).map(entry), "\n\n");
    let key = |talk: &EventCard| {
        let title = tr.plain(&talk.event.facts.title, LABEL);
        let label = one_line(&format!("{} · {title}", tr.brief(talk.event.starts_at, now)), LABEL);
        vec![Key::press(label, Button::Event(talk.event.id, Back::Home))]
    };
    let mut rows: Vec<_> = talks.iter().take(MOST).map(key).collect();
    rows.push(home(tr));
    screen(paragraphs([tr.talks_head(), none, entries]), rows)
}
