//! Arrivals at the door: what a ticket, a code or a name leads to. Named check-ins only.

use super::{ArrivalId, EventId, Name, Party, PersonId, RegistrationId};
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
}

impl Found {
    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Found::Ticket => "ticket",
            Found::Code => "code",
            Found::Name => "name",
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

/// Live numbers of a door.
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
}
