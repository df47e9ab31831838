//! Arrivals at the door: what a ticket, a code or a name leads to. Named check-ins only.

use super::{ArrivalId, EventId, Name, Party, PersonId, RegistrationId, WalkInId};
use chrono::{DateTime, Utc};

/// How a registration was found at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The ticket's QR code was scanned.
    Ticket,
    /// The short code was typed.
    Code,
    /// The name was searched.
    Name,
    /// They came in by themselves, by the code of the door.
    Own,
}

impl Found {
    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Found::Ticket => "ticket",
            Found::Code => "code",
            Found::Name => "name",
            Found::Own => "self",
        }
    }
}

/// What the door says about someone who wants in.
#[derive(Clone, Debug, PartialEq)]
pub enum Admission {
    /// They are in.
    Arrived(Arrival),
    /// They were in before; this is the arrival of then.
    Already(Arrival),
    /// The ticket is good, but for another event.
    OtherEvent(EventId),
    /// On the waiting list, or offered a seat they have not accepted.
    NotConfirmed(Guest),
    /// The registration was cancelled.
    Cancelled(Guest),
    /// The event is cancelled.
    EventCancelled,
    /// No such ticket, code or name.
    Unknown,
}

/// Who stands at the door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Their registration.
    pub registration: RegistrationId,
    /// Their event.
    pub event: EventId,
    /// Their name; gone when they have deleted their data.
    pub name: Option<Name>,
    /// The party they registered.
    pub party: Party,
}

/// An arrival as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Our id.
    pub id: ArrivalId,
    /// Who came.
    pub guest: Guest,
    /// How many of the party came.
    pub came: Party,
    /// When.
    pub at: DateTime<Utc>,
    /// Who recorded it.
    pub by: PersonId,
}

/// Live numbers of a door. Named arrivals, walk-ins and the head-count stand side by side: who is in one of them is in
/// the head-count too, which is of everybody in the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoorCounts {
    /// Registrations that hold seats.
    pub registrations: u32,
    /// People those registrations bring.
    pub people: u32,
    /// Registrations that have arrived.
    pub arrived: u32,
    /// People who have arrived.
    pub people_arrived: u32,
    /// People who came in without a ticket.
    pub walk_ins: u32,
    /// People in the room, if anybody has counted them.
    pub counted: Option<u32>,
}

impl DoorCounts {
    /// How many people are there: nobody is added twice.
    pub fn present(&self) -> u32 {
        self.counted.unwrap_or_default().max(self.people_arrived + self.walk_ins)
    }

    /// The numbers and the last arrival in short, to tell whether what a board shows is still true.
    pub fn mark(&self, last: Option<ArrivalId>) -> String {
        let counted = self.counted.map_or_else(String::new, |counted| counted.to_string());
        let last = last.map_or(0, |last| last.0);
        format!(
            "{}.{}.{}.{}.{}.{counted}.{last}",
            self.registrations, self.people, self.arrived, self.people_arrived, self.walk_ins,
        )
    }
}

/// What somebody can do at a door beyond checking in and counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DoorKeys {
    /// Take back the last walk-in that they have counted.
    pub walk_in: Option<WalkInId>,
    /// Show the code of the door.
    pub code: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_counted_twice() {
        let counts = |people_arrived, walk_ins, counted| DoorCounts {
            people_arrived,
            walk_ins,
            counted,
            ..DoorCounts::default()
        };
        for (counts, present) in [
            (counts(0, 0, None), 0),
            (counts(3, 2, None), 5),
            (counts(3, 2, Some(4)), 5),
            (counts(3, 2, Some(5)), 5),
            (counts(3, 2, Some(40)), 40),
            (counts(0, 0, Some(0)), 0),
        ] {
            assert_eq!(counts.present(), present, "{counts:?}");
        }
    }

    #[test]
    fn the_mark_changes_with_every_number() {
        let plain = DoorCounts::default();
        let mut marks = vec![plain.mark(None), plain.mark(Some(ArrivalId(1)))];
        marks.extend(
            [
                DoorCounts { registrations: 1, ..plain },
                DoorCounts { people: 1, ..plain },
                DoorCounts { arrived: 1, ..plain },
                DoorCounts { people_arrived: 1, ..plain },
                DoorCounts { walk_ins: 1, ..plain },
                DoorCounts { counted: Some(0), ..plain },
            ]
            .map(|counts| counts.mark(None)),
        );
        let all = marks.len();
        marks.sort();
        marks.dedup();
        assert_eq!(marks.len(), all);
    }
}
