//! The calendar file of an event (RFC 5545). Calendars update an entry by its UID and SEQUENCE.

use super::parts::screen;
use super::{Attachment, Screen};
use crate::domain::{Event, EventStatus};
use crate::i18n::{Tr, one_line};
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component, EventLike};

/// The file as a message. A cancelled event marks its entry as cancelled.
pub fn calendar(tr: &Tr, event: &Event, now: DateTime<Utc>) -> Screen {
    let caption = match event.status {
        EventStatus::Cancelled => tr.event_card_calendar_cancelled(),
        _ => tr.event_card_calendar(),
    };
    let mut screen = screen(super::event_card::title(tr, event).and("\n").and_html(&caption), []);
    screen.attachment = Some(Attachment::Document {
        name: format!("qatys-{}.ics", one_line(&event.code, 32)),
        bytes: ics(tr, event, now).into_bytes(),
    });
    screen
}

fn ics(tr: &Tr, event: &Event, now: DateTime<Utc>) -> String {
    let facts = &event.facts;
    let status = match event.status {
        EventStatus::Cancelled => icalendar::EventStatus::Cancelled,
        _ => icalendar::EventStatus::Confirmed,
    };
    let place = [&facts.venue, &facts.address].map(|text| one_line(text, 200));
    let place =
        place.iter().filter(|text| !text.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ");
    let mut entry = icalendar::Event::with_uid(&format!("{}@qatys", event.id));
    entry
        .timestamp(now)
        .sequence(event.revision)
        .status(status)
        .starts(event.starts_at)
        .ends(event.ends_at())
        .summary(&tr.plain(&facts.title, 200))
        .location(&place);
    if let Some((latitude, longitude)) = facts.point {
        entry.add_property("GEO", format!("{latitude:.6};{longitude:.6}"));
    }
    if let Some((description, _)) = facts.description.nearest(tr.language) {
        entry.description(description);
    }
    let mut calendar = Calendar::new();
    calendar.append_property(("METHOD", "PUBLISH"));
    calendar.push(entry.done());
    calendar.to_string()
}
