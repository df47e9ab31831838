//! The door beyond tickets: coming in by the door's code, with a name or without one, and counting heads. When a code is
//! good; what it is made of is in `service/door_code.rs`.

use super::{Event, EventStatus, HeadCountId, Language, Party, PersonId, Registration};
use chrono::{DateTime, TimeDelta, Utc};

/// The code of a door is good from so long before the start; until the end.
pub const DOOR_OPENS: TimeDelta = TimeDelta::minutes(60);

/// Why the code of a door lets nobody in at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut {
    /// Not before this instant.
    NotYet(DateTime<Utc>),
    /// The event is over.
    Over,
    /// The event will not take place.
    Cancelled,
}

impl Event {
    /// Why the code of its door lets nobody in at `now`, if so.
    pub fn door_shut(&self, now: DateTime<Utc>) -> Option<Shut> {
        let opens = self.starts_at - DOOR_OPENS;
        match self.status {
            EventStatus::Cancelled => Some(Shut::Cancelled),
            _ if now < opens => Some(Shut::NotYet(opens)),
            _ if now >= self.ends_at() => Some(Shut::Over),
            _ => None,
        }
    }

    /// Whether an arrival at this instant is a late one: after the end.
    pub fn is_late(&self, at: DateTime<Utc>) -> bool {
        at >= self.ends_at()
    }
}

/// What somebody presses at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entering {
    /// "I'm here": the party that has seats.
    Seated,
    /// Without seats, with the name we know.
    Named,
    /// Without seats and without a name.
    Nameless,
}

/// What the door says to somebody who has scanned its code. Only about themselves.
#[derive(Clone, Debug, PartialEq)]
pub enum Entrance {
    /// The code is old, or none of ours: nothing is said of any event.
    Stale,
    /// Nobody comes in by the code at the moment.
    Shut(Box<Event>, Shut),
    /// Their party has seats: one press, and they are in.
    Seated(Box<Event>, Party),
    /// They have no seats.
    Open {
        /// Where they stand.
        event: Box<Event>,
        /// Their place on the waiting list, or the seats they are offered.
        line: Option<Registration>,
        /// Whether we know their name, and they agreed to that.
        is_known: bool,
    },
    /// They are in.
    In {
        /// Where.
        event: Box<Event>,
        /// Since when.
        at: DateTime<Utc>,
        /// As a party with seats; `None` without.
        came: Option<Party>,
        /// Whether it was this press that let them in.
        is_new: bool,
    },
}

/// How the people in a room were counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// So many more than before.
    More(u32),
    /// So many in all.
    All(u32),
}

impl Counted {
    /// The most people a room is believed to hold.
    pub const MOST: u32 = 100_000;
    /// By how many the keys go up.
    pub const STEPS: [u32; 3] = [1, 5, 50];

    /// Reads a number in all as people type it.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let is_plain = (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let number = digits.parse().ok().filter(|_| is_plain)?;
        (number <= Self::MOST).then_some(Self::All(number))
    }
}

/// A count as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadCount {
    /// Our id.
    pub id: HeadCountId,
    /// What was counted.
    pub counted: Counted,
    /// The picture that proves it, by Telegram's name of the file.
    pub photo: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
}

/// The message that shows a door to one of its staff.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// In whose chat.
    pub person: PersonId,
    /// The language they are spoken to in.
    pub language: Language,
    /// Which door.
    pub event: super::EventId,
    /// Which message.
    pub message: i32,
    /// What it shows: see [`super::DoorCounts::mark`].
    pub shown: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn the_code_is_good_from_an_hour_before_the_start_to_the_end() {
        let mut event = sample::event();
        let (opens, ends) = (event.starts_at - DOOR_OPENS, event.ends_at());
        let moment = TimeDelta::milliseconds(1);
        assert_eq!(event.door_shut(opens - moment), Some(Shut::NotYet(opens)));
        assert_eq!(event.door_shut(opens), None);
        assert_eq!(event.door_shut(ends - moment), None);
        assert_eq!(event.door_shut(ends), Some(Shut::Over));
        assert!(event.is_late(ends) && !event.is_late(ends - moment));
        event.status = EventStatus::Cancelled;
        assert_eq!(event.door_shut(opens), Some(Shut::Cancelled));
    }

    #[test]
    fn numbers_as_people_type_them() {
        for (text, number) in [
            ("0", Some(0)),
            (" 940 ", Some(940)),
            ("1 200", Some(1200)),
            ("100000", Some(100_000)),
            ("100001", None),
            ("0000000001", None),
            ("-1", None),
            ("+5", None),
            ("12,5", None),
            ("сорок", None),
            ("٣", None),
            ("", None),
        ] {
            assert_eq!(Counted::parse(text), number.map(Counted::All), "{text}");
        }
    }
}
