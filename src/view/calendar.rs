//! The calendar file of an event (RFC 5545). Calendars update an entry by its UID and SEQUENCE.

use super::parts::screen;
use super::{Attachment, Screen};
use crate::domain::{Event, EventStatus};
use crate::i18n::{Tr, one_line, visible};
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
        entry.description(&visible(description));
    }
    let mut calendar = Calendar::empty();
    for property in [("VERSION", "2.0"), ("PRODID", "-//Qatys//Events//EN"), ("METHOD", "PUBLISH")] {
        calendar.append_property(property);
    }
    calendar.push(entry.done());
    calendar.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Language, sample};
    use chrono::TimeDelta;
    use chrono_tz::Asia::Almaty;

    fn file(event: &Event) -> String {
        let now = event.starts_at - TimeDelta::days(4);
        let screen = calendar(&Tr::new(Language::Kk, Almaty), event, now);
        match screen.attachment {
            Some(Attachment::Document { name, bytes }) => {
                assert_eq!(name, "qatys-k7m2x.ics");
                String::from_utf8(bytes).unwrap()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_entry_is_complete_and_in_utc() {
        insta::assert_snapshot!(file(&sample::event()).replace("\r\n", "\n"), @r"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Qatys//Events//EN
        METHOD:PUBLISH
        BEGIN:VEVENT
        DTEND:20261205T150000Z
        DTSTAMP:20261201T133000Z
        DTSTART:20261205T133000Z
        GEO:51.125600;71.427000
        LOCATION:Ұлттық академиялық кітапхана\, Дост
         ық көшесі\, 11
        SEQUENCE:0
        STATUS:CONFIRMED
        SUMMARY:Ашық дәріс
        UID:7@qatys
        END:VEVENT
        END:VCALENDAR
        ");
    }

    #[test]
    fn a_changed_event_keeps_its_uid_and_a_cancelled_one_says_so() {
        let mut event = sample::event();
        event.revision = 3;
        event.status = EventStatus::Cancelled;
        let file = file(&event);
        for line in ["UID:7@qatys", "SEQUENCE:3", "STATUS:CANCELLED"] {
            assert!(file.lines().any(|l| l == line), "{line} in\n{file}");
        }
    }

    #[test]
    fn texts_cannot_add_lines_of_their_own() {
        let mut event = sample::event();
        event.facts.title.kk = Some("а\r\nATTACH:x".into());
        event.facts.description.kk = Some("б\r\nATTACH:x\rATTACH:y\nв".into());
        event.facts.venue = "г\nATTACH:x".into();
        let file = file(&event);
        assert!(!file.split(['\r', '\n']).any(|line| line.starts_with("ATTACH")), "{file}");
    }
}
