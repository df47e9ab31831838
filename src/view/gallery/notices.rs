//! The screens that are sent unasked, but for broadcasts.

use super::{Gallery, World, named};
use crate::domain::{Standing, UpdateId};
use crate::i18n::Tr;
use crate::view::notices;
use chrono::TimeDelta;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let seated = w.registration(Standing::Seated, 2);
    let soon = w.event.starts_at - TimeDelta::hours(2);
    named([
        ("seat offered", notices::seat_offered(tr, &w.event, &seated, w.now + TimeDelta::hours(3), w.now)),
        ("offer lapsed", notices::offer_lapsed(tr, &w.event)),
        ("moved up", notices::moved_up(tr, &w.event, &seated, &w.name, &w.link)),
        ("reminder, day", notices::reminder_day(tr, &w.event, &seated)),
        ("reminder, soon", notices::reminder_soon(tr, &w.event, &seated, soon)),
        ("reminder, late", notices::reminder_soon(tr, &w.event, &seated, w.event.starts_at)),
        ("event changed", notices::event_changed(tr, &w.event, &seated, Some(&w.before()))),
        ("event changed, of old", notices::event_changed(tr, &w.event, &seated, None)),
        ("event cancelled", notices::event_cancelled(tr, &w.event, &[], w.now)),
        ("event cancelled, near", notices::event_cancelled(tr, &w.called_off(), &w.lines()[..3], w.now)),
        ("closed", notices::closed(tr, &w.event, &[], w.now)),
        ("closed, begun", notices::closed(tr, &w.event, &w.lines()[..3], w.event.starts_at)),
        ("dead letter", notices::dead_letter(tr, UpdateId(123))),
    ])
}
