//! The screens of those who run events.

use super::{Gallery, World, named};
use crate::domain::{DoorCounts, Event, EventStatus, Managed, Seats};
use crate::i18n::Tr;
use crate::view::manage;
use chrono::TimeDelta;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let managed = |status, capacity, arrived| Managed {
        event: Event { status, ..w.event.clone() },
        seats: Seats { capacity, taken: 1_280, waiting: 12 },
        counts: DoorCounts {
            registrations: 900,
            people: 1_280,
            arrived,
            people_arrived: arrived,
            ..DoorCounts::default()
        },
        archived: false,
        new_questions: 3,
    };
    let after = w.event.ends_at() + TimeDelta::hours(1);
    named([
        ("manage", manage::manage(tr, &managed(EventStatus::Published, Some(1_300), 0), w.now)),
        ("manage, over", manage::manage(tr, &managed(EventStatus::Published, None, 700), after)),
        ("manage, draft", manage::manage(tr, &managed(EventStatus::Draft, None, 0), w.now)),
        ("manage, cancelled", manage::manage(tr, &managed(EventStatus::Cancelled, None, 0), w.now)),
        ("manage, finished", manage::manage(tr, &managed(EventStatus::Finished, None, 700), after)),
    ])
}
