//! Who works on an event, as those who run it see it and as those who work there hear of it.

use super::event_card::{event_key, summary};
use super::parts::{PLACE, home, paragraphs, press, screen};
use super::{Button, Screen, Staff};
use crate::domain::{Event, Host};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// An organisation asks to run the event too.
pub fn host_asked(tr: &Tr, event: &Event, host: &Host) -> Screen {
    let key = |label, yes| press(label, Button::Staff(Staff::Answer(host.id, yes)));
    screen(
        paragraphs([
            tr.team_host_asked(organisation(&host.organisation)),
            summary(tr, event),
            tr.team_host_means(),
        ]),
        [
            vec![key(tr.team_host_yes_key(), true), key(tr.team_host_no_key(), false)],
            vec![event_key(tr, event)],
        ],
    )
}

/// What came of the answer to it.
pub fn host_told(tr: &Tr, event: &Event, host: &Host, yes: bool) -> Screen {
    let name = organisation(&host.organisation);
    let told = if yes { tr.team_host_approved(name) } else { tr.team_host_refused(name) };
    screen(paragraphs([told, summary(tr, event)]), [vec![event_key(tr, event)], home(tr)])
}

/// Whoever asked hears the answer.
pub fn host_answered(tr: &Tr, event: &Event, yes: bool) -> Screen {
    let told = if yes { tr.team_host_yes() } else { tr.team_host_no() };
    screen(paragraphs([told, summary(tr, event)]), [vec![event_key(tr, event)], home(tr)])
}

/// A speaker's event is near.
pub fn talk(tr: &Tr, event: &Event, now: DateTime<Utc>) -> Screen {
    let head = if tr.day(event.starts_at) > tr.day(now) {
        tr.team_talk_tomorrow()
    } else {
        tr.team_talk_soon(tr.within(event.starts_at, now))
    };
    screen(paragraphs([head, summary(tr, event)]), [vec![event_key(tr, event)], home(tr)])
}

pub(super) fn organisation(name: &str) -> Html {
    Html::clip(&one_line(name, PLACE), PLACE)
}
