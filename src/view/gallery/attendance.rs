//! The screens of the desk and the door.

use super::{Gallery, World, named};
use crate::domain::{Admission, DoorCounts, DoorKeys, EventId, Guest, WalkInId};
use crate::i18n::Tr;
use crate::view::attendance;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let counts = DoorCounts {
        registrations: 20,
        people: 41,
        arrived: 8,
        people_arrived: 17,
        walk_ins: 1_203,
        counted: Some(2_000),
    };
    let desk: Vec<_> = w.lines().into_iter().map(|line| (line, counts)).collect();
    let arrivals = vec![w.arrival(2, 3); 12];
    let mut all = named([
        ("desk", attendance::desk(tr, (0, 2), &desk, true, w.now)),
        ("desk, empty", attendance::desk(tr, (0, 0), &[], false, w.now)),
        (
            "door",
            attendance::door(
                tr,
                &w.event,
                &counts,
                &arrivals,
                DoorKeys { walk_in: Some(WalkInId(4)), code: true },
            ),
        ),
        (
            "door, empty",
            attendance::door(
                tr,
                &w.event,
                &DoorCounts::default(),
                &[],
                DoorKeys { walk_in: None, code: true },
            ),
        ),
        ("guests", attendance::guests(tr, &w.event, &vec![w.guest(4); 20])),
        ("guests, nameless", attendance::guests(tr, &w.event, &[Guest { name: None, ..w.guest(1) }])),
        ("guests, none", attendance::guests(tr, &w.event, &[])),
        ("undone", attendance::undone(tr, w.event.id)),
        ("refusal", attendance::refusal(tr)),
    ]);
    for admission in [
        Admission::Arrived(w.arrival(5, 5)),
        Admission::Arrived(w.arrival(1, 1)),
        Admission::Already(w.arrival(2, 3)),
        Admission::OtherEvent(EventId(8)),
        Admission::NotConfirmed(w.guest(1)),
        Admission::Cancelled(Guest { name: None, ..w.guest(2) }),
        Admission::EventCancelled,
        Admission::Unknown,
    ] {
        let name = format!("admission {admission:?}");
        let screen = attendance::admission(tr, &admission, Some(&w.event), Some(&w.event));
        all.push((name, screen));
        all.push(("without a door".into(), attendance::admission(tr, &admission, None, None)));
    }
    all
}
