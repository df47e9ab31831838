//! Registrations and the seat rule: who holds seats, who waits, and to whom freed seats go. Pure arithmetic.
//!
//! The rule: Σ seats of *seated* and *offered* ≤ capacity, always.

use super::{Details, EventId, PersonId, RegistrationId};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Number of people one registration brings: the person and up to four companions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Party(u32);

impl Party {
    /// The person alone.
    pub const ALONE: Party = Party(1);
    /// Largest party, the person included.
    pub const MAX: u32 = 5;

    /// A party of `size` people, the person included; `None` unless 1–5.
    pub fn new(size: u32) -> Option<Self> {
        (1..=Self::MAX).contains(&size).then_some(Self(size))
    }

    /// How many people, the person included.
    pub const fn size(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Party {
    type Error = &'static str;

    fn try_from(size: u32) -> Result<Self, Self::Error> {
        Party::new(size).ok_or("a party has one to five people")
    }
}

impl From<Party> for u32 {
    fn from(party: Party) -> Self {
        party.0
    }
}

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Holds its seats.
    Seated,
    /// Is on the waiting list.
    Waiting,
    /// Has been offered seats, which are held until this instant.
    Offered {
        /// End of the offer.
        until: DateTime<Utc>,
    },
    /// Given up, lapsed or erased. Counts nowhere.
    Cancelled,
}

impl Standing {
    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Standing::Seated => "seated",
            Standing::Waiting => "waiting",
            Standing::Offered { .. } => "offered",
            Standing::Cancelled => "cancelled",
        }
    }

    /// Whether it holds seats against the capacity.
    pub const fn holds_seats(self) -> bool {
        matches!(self, Standing::Seated | Standing::Offered { .. })
    }
}

/// One person's registration for one event.
#[derive(Clone, Debug, PartialEq)]
pub struct Registration {
    /// Our id.
    pub id: RegistrationId,
    /// For which event.
    pub event: EventId,
    /// Whose.
    pub person: PersonId,
    /// With how many people.
    pub party: Party,
    /// Seated, waiting, offered or cancelled.
    pub standing: Standing,
    /// Short code to type at the door, unique within the event.
    pub code: String,
    /// When the person said "I'm coming" to a reminder.
    pub confirmed_at: Option<DateTime<Utc>>,
}

/// What a finished sign-up conversation asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct SignUp {
    /// The event.
    pub event: EventId,
    /// Who they are; stored for the next time as well.
    pub details: Details,
    /// With how many people.
    pub party: Party,
    /// Version of the consent text they agreed to in this conversation.
    pub consent: u32,
}

/// An offer is made only while at least this long remains before the start; later the person is moved up at once,
/// because nobody can be expected to answer in time.
pub const LAST_OFFER: TimeDelta = TimeDelta::hours(3);

/// What happens to the next in line when seats are free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOut {
    /// The seats are held for them until this instant.
    Offer {
        /// End of the offer.
        until: DateTime<Utc>,
    },
    /// They are seated at once.
    MoveUp,
    /// The event has begun: nothing is handed out any more.
    Nothing,
}

/// How seats are handed out at `now` for an event that begins at `starts_at`.
///
/// An offer lasts a quarter of the time that is left, at most `longest`, so that several people can be asked in turn.
pub fn hand_out(now: DateTime<Utc>, starts_at: DateTime<Utc>, longest: TimeDelta) -> HandOut {
    let left = starts_at - now;
    if left <= TimeDelta::zero() {
        HandOut::Nothing
    } else if left < LAST_OFFER {
        HandOut::MoveUp
    } else {
        HandOut::Offer { until: now + longest.min(left / 4) }
    }
}

/// Who of the waiting list, in order of joining, gets `free` seats: each in turn whose whole party fits.
/// A party too large for what is free is passed over, not skipped for good.
pub fn next_in_line(mut free: u32, queue: &[(RegistrationId, Party)]) -> Vec<RegistrationId> {
    let mut chosen = Vec::new();
    for (id, party) in queue {
        if party.size() <= free {
            free -= party.size();
            chosen.push(*id);
        }
        if free == 0 {
            break;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_shrink_near_the_start_and_end_before_it() {
        let start = DateTime::UNIX_EPOCH + TimeDelta::days(30);
        let longest = TimeDelta::hours(12);
        for (left, expected) in [
            (TimeDelta::days(10), HandOut::Offer { until: start - TimeDelta::days(10) + longest }),
            (TimeDelta::hours(12), HandOut::Offer { until: start - TimeDelta::hours(9) }),
            (TimeDelta::hours(3), HandOut::Offer { until: start - TimeDelta::minutes(135) }),
            (TimeDelta::hours(3) - TimeDelta::seconds(1), HandOut::MoveUp),
            (TimeDelta::seconds(1), HandOut::MoveUp),
            (TimeDelta::zero(), HandOut::Nothing),
            (TimeDelta::hours(-1), HandOut::Nothing),
        ] {
            assert_eq!(hand_out(start - left, start, longest), expected, "{left}");
        }
    }

    #[test]
    fn seats_go_in_order_to_the_parties_that_fit() {
        let queue: Vec<_> = [3, 1, 2, 1]
            .into_iter()
            .enumerate()
            .map(|(n, size)| (RegistrationId(n as i64), Party::new(size).unwrap()))
            .collect();
        let ids = |free| next_in_line(free, &queue).into_iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(ids(0), [0_i64; 0]);
        assert_eq!(ids(1), [1]);
        assert_eq!(ids(2), [1, 3]);
        assert_eq!(ids(3), [0]);
        assert_eq!(ids(4), [0, 1]);
        assert_eq!(ids(9), [0, 1, 2, 3]);
    }
}
