//! Cards for other chats: free, full, open to all, not yet, called off, begun.

use super::*;
use crate::view::inline;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let seats = |capacity, taken| Seats { capacity, taken, waiting: 2 };
    let card = |event: &Event, seats, now| inline::card(tr, event, seats, "qatys_bot", now);
    let mut early = w.event.clone();
    early.facts.opens_at = Some(w.now + TimeDelta::days(1));
    let begun = w.event.starts_at;
    let entry = inline::entry(tr, &w.event, seats(Some(30), 9), "qatys_bot", w.now);
    assert!((1..=64).contains(&entry.id.len()) && entry.title.chars().count() <= 80, "{}", entry.id);
    named([
        ("inline, free", entry.screen),
        ("inline, full", card(&w.event, seats(Some(30), 30), w.now)),
        ("inline, open", card(&w.event, seats(None, 9), w.now)),
        ("inline, early", card(&early, seats(Some(30), 9), w.now)),
        ("inline, over: called off", card(&w.called_off(), seats(Some(30), 9), w.now)),
        ("inline, over: begun", card(&w.event, seats(Some(30), 9), begun)),
    ])
}
