//! The people of an event as those who work on it see them: groups, lines of a list, and what comes of changing them. No
//! phones: those are read one by one.

use super::{Details, EventId, Name, Party, Registration, Standing, Window};
use chrono::{DateTime, Utc};

/// A group of an event's people. Nobody whose registration was cancelled is in any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// Everybody.
    Everybody,
    /// Hold seats.
    Seated,
    /// Wait for seats or are offered some.
    Waiting,
    /// Hold seats and said "I'm coming".
    Coming,
    /// Were checked in.
    Came,
    /// Hold seats and were not checked in.
    Absent,
}

impl Group {
    /// In the order of the keys.
    pub const ALL: [Group; 6] =
        [Group::Everybody, Group::Seated, Group::Waiting, Group::Coming, Group::Came, Group::Absent];

    /// The stable word, for statements and payloads.
    pub const fn slug(self) -> &'static str {
        match self {
            Group::Everybody => "all",
            Group::Seated => "seated",
            Group::Waiting => "waiting",
            Group::Coming => "coming",
            Group::Came => "came",
            Group::Absent => "absent",
        }
    }

    /// Reads [`Group::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.slug() == slug)
    }
}

/// How many registrations each group has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Groups(pub [u32; Group::ALL.len()]);

impl Groups {
    /// Those of one group.
    pub const fn of(&self, group: Group) -> u32 {
        self.0[group as usize]
    }
}

/// One of an event's people.
#[derive(Clone, Debug, PartialEq)]
pub struct GuestLine {
    /// Their registration.
    pub registration: Registration,
    /// Their name; gone when they have deleted their data.
    pub name: Option<Name>,
    /// Place on the waiting list, from 1, if they wait.
    pub place: Option<u32>,
    /// When they signed up.
    pub since: DateTime<Utc>,
    /// How many of the party were checked in, and when.
    pub came: Option<(Party, DateTime<Utc>)>,
}

impl GuestLine {
    /// Whether somebody of the staff signed them up: nothing can be sent to them.
    pub const fn is_by_hand(&self) -> bool {
        self.registration.person.is_stand_in() && self.name.is_some()
    }

    /// Whether there is still something to be given to them: they wait, or have not answered an offer.
    pub const fn is_in_line(&self) -> bool {
        matches!(self.registration.standing, Standing::Waiting | Standing::Offered { .. })
    }
}

/// What a finished conversation asks for that signs somebody up who has no Telegram.
#[derive(Clone, Debug, PartialEq)]
pub struct ByHand {
    /// The event.
    pub event: EventId,
    /// Who they are. They have agreed that it is kept.
    pub details: Details,
    /// With how many people.
    pub party: Party,
}

/// Answer to signing somebody up by hand.
#[derive(Clone, Debug, PartialEq)]
pub enum Added {
    /// They have seats.
    Seated(GuestLine),
    /// There were not enough seats: they wait.
    Waiting(GuestLine),
    /// The event is cancelled or has begun.
    Shut(Window),
}

/// Answer to giving somebody of the waiting list seats out of turn.
#[derive(Clone, Debug, PartialEq)]
pub enum Lifted {
    /// They are seated, and will hear of it.
    Done(GuestLine),
    /// Only so many seats are free: not enough for their party. Nothing was changed.
    Full(u32),
    /// They do not wait any more.
    Nothing,
    /// The event is cancelled or over.
    Shut(Window),
}

/// Answer to taking somebody off an event's list.
#[derive(Clone, Debug, PartialEq)]
pub enum Removed {
    /// Their registration is cancelled, its seats have moved on, and they will hear of it.
    Done(GuestLine),
    /// It was cancelled before.
    Nothing,
    /// The event has begun: nothing is changed any more.
    Started,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_read_as_they_are_written_and_counted_in_order() {
        for (number, group) in (0..).zip(Group::ALL) {
            assert_eq!(Group::parse(group.slug()), Some(group));
            assert_eq!(Groups([0, 1, 2, 3, 4, 5]).of(group), number);
        }
        assert_eq!(Group::parse("none"), None);
    }
}
