//! An event as people and organisers speak of it, and when one may sign up for it. No seats: see `registration`.

use super::{District, EventId, Language, Level, Party, Texts, Times};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A public event of the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Our id.
    pub id: EventId,
    /// Short public code of the deep link `e_CODE`.
    pub code: String,
    /// Everything its organiser wrote.
    pub facts: EventFacts,
    /// The instant `facts.local_start` means in the programme's time zone.
    pub starts_at: DateTime<Utc>,
    /// Whether it can be seen, and whether it takes place.
    pub status: EventStatus,
    /// Grows with every change that people are told of; the calendar file's SEQUENCE.
    pub revision: u32,
    /// Why it will not take place, if it was cancelled with a reason.
    pub cancel_reason: Option<Reason>,
    /// Who speaks, by name.
    pub speakers: Vec<String>,
    /// Its picture, as Telegram keeps it.
    pub photo: Option<String>,
}

/// Why an event will not take place, in the words of whoever cancels it: 3–500 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reason(String);

/// Why a text is not a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReasonFault {
    /// Fewer than three characters.
    TooShort,
    /// More than [`Reason::MAX`].
    TooLong,
}

impl Reason {
    /// Longest reason accepted, in characters.
    pub const MAX: usize = 500;

    /// Reads a reason as typed.
    pub fn parse(text: &str) -> Result<Self, ReasonFault> {
        let text = text.trim();
        match text.chars().count() {
            ..3 => Err(ReasonFault::TooShort),
            3..=Self::MAX => Ok(Self(text.to_owned())),
            _ => Err(ReasonFault::TooLong),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reason {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Reason::parse(&text).map_err(|fault| format!("not a reason: {fault:?}"))
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        reason.0
    }
}

/// What an organiser says of an event: the content of an import row or an editing conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct EventFacts {
    /// The organiser's own key, unique in the programme.
    pub external_id: String,
    /// Level of the programme.
    pub level: Level,
    /// District it belongs to; none at central level or for the whole city.
    pub district: Option<District>,
    /// Title, at least in one language.
    pub title: Texts,
    /// Description; may be empty.
    pub description: Texts,
    /// Promised local date and time in the programme's zone.
    pub local_start: NaiveDateTime,
    /// Length in minutes.
    pub duration_min: u32,
    /// Name of the building or place.
    pub venue: String,
    /// Street and number; may be empty.
    pub address: String,
    /// Latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// Number of seats; `None` means open entry, where nobody is turned away.
    pub capacity: Option<u32>,
    /// How many people the organiser expects, for the plan.
    pub expected: Option<u32>,
    /// Languages spoken at the event.
    pub languages: Vec<Language>,
    /// Name of the organisation that holds it.
    pub organisation: String,
    /// Whether a sign-up must carry a phone number.
    pub phone_required: bool,
    /// How many companions one person may bring, 0–4.
    pub companions: u32,
    /// When sign-up opens; `None` means with publication.
    pub opens_at: Option<DateTime<Utc>>,
    /// When sign-up closes; `None` means with the start.
    pub closes_at: Option<DateTime<Utc>>,
}

/// Where an event stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventStatus {
    /// Only its organisers see it.
    Draft,
    /// Everybody sees it.
    Published,
    /// It will not take place.
    Cancelled,
    /// It is over and reported.
    Finished,
}

impl EventStatus {
    const ALL: [EventStatus; 4] =
        [EventStatus::Draft, EventStatus::Published, EventStatus::Cancelled, EventStatus::Finished];

    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            EventStatus::Draft => "draft",
            EventStatus::Published => "published",
            EventStatus::Cancelled => "cancelled",
            EventStatus::Finished => "finished",
        }
    }

    /// Reads [`EventStatus::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.slug() == slug)
    }
}

/// Where those who run events find them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// Not published yet.
    Drafts,
    /// Still to come.
    Coming,
    /// Begun, over or cancelled.
    Past,
    /// Put away.
    Archived,
}

impl Shelf {
    /// In the order of the screen.
    pub const ALL: [Shelf; 4] = [Shelf::Drafts, Shelf::Coming, Shelf::Past, Shelf::Archived];

    /// The stable word.
    pub const fn slug(self) -> &'static str {
        match self {
            Shelf::Drafts => "drafts",
            Shelf::Coming => "coming",
            Shelf::Past => "past",
            Shelf::Archived => "archived",
        }
    }
}

/// Whether sign-up is possible at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// Yes.
    Open,
    /// Not before this instant.
    NotYet(DateTime<Utc>),
    /// The organiser's window has ended.
    Closed,
    /// The event has begun.
    Started,
    /// The event will not take place.
    Cancelled,
}

impl Event {
    /// Whether one may sign up at `now`.
    pub fn window(&self, now: DateTime<Utc>) -> Window {
        match self.status {
            EventStatus::Cancelled => Window::Cancelled,
            _ if now >= self.starts_at => Window::Started,
            _ => match (self.facts.opens_at, self.facts.closes_at) {
                (Some(opens), _) if now < opens => Window::NotYet(opens),
                (_, Some(closes)) if now >= closes => Window::Closed,
                _ => Window::Open,
            },
        }
    }

    /// When it ends.
    pub fn ends_at(&self) -> DateTime<Utc> {
        self.starts_at + TimeDelta::minutes(i64::from(self.facts.duration_min))
    }

    /// When it takes place and when its list closes.
    pub fn times(&self) -> Times {
        Times::new(self.starts_at, self.facts.duration_min, self.facts.closes_at)
    }

    /// How many people one person may bring, themselves included.
    pub fn largest_party(&self) -> Party {
        Party::new(self.facts.companions + 1).unwrap_or(Party::ALONE)
    }

    /// The largest party worth asking for: one larger than all seats together would wait for ever.
    pub fn largest_sensible_party(&self) -> Party {
        let seats = self.facts.capacity.unwrap_or(Party::MAX).min(Party::MAX);
        Party::new(seats).map_or(Party::ALONE, |seats| seats.min(self.largest_party()))
    }

    /// Whether it has taken place.
    pub fn is_over(&self, now: DateTime<Utc>) -> bool {
        matches!(self.status, EventStatus::Published | EventStatus::Finished) && now >= self.ends_at()
    }

    /// Whether this event and another one share any minute.
    pub fn overlaps(&self, other: &Event) -> bool {
        self.starts_at < other.ends_at() && other.starts_at < self.ends_at()
    }
}

/// How full an event is. Cancelled registrations are in none of the numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Seats {
    /// Seats there are; `None` means open entry.
    pub capacity: Option<u32>,
    /// Seats held by seated registrations and open offers.
    pub taken: u32,
    /// People (not registrations) on the waiting list.
    pub waiting: u32,
}

impl Seats {
    /// Seats nobody holds; `None` means there is always room.
    pub fn free(self) -> Option<u32> {
        self.capacity.map(|capacity| capacity.saturating_sub(self.taken))
    }

    /// Whether a whole party finds seats.
    pub fn have_room_for(self, party: Party) -> bool {
        self.free().is_none_or(|free| party.size() <= free)
    }
}

/// One line of a list of events.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLine {
    /// Which event.
    pub id: EventId,
    /// Its title.
    pub title: Texts,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// Its district, if it has one.
    pub district: Option<District>,
    /// How full it is.
    pub seats: Seats,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn window_follows_status_start_and_bounds() {
        let mut event = sample::event();
        let start = event.starts_at;
        let before = start - TimeDelta::hours(5);
        assert_eq!(event.window(before), Window::Open);
        assert_eq!(event.window(start), Window::Started);
        event.facts.opens_at = Some(start - TimeDelta::hours(4));
        assert_eq!(event.window(before), Window::NotYet(start - TimeDelta::hours(4)));
        event.facts.closes_at = Some(start - TimeDelta::hours(1));
        assert_eq!(event.window(start - TimeDelta::hours(2)), Window::Open);
        assert_eq!(event.window(start - TimeDelta::hours(1)), Window::Closed);
        event.status = EventStatus::Cancelled;
        assert_eq!(event.window(before), Window::Cancelled);
    }

    #[test]
    fn events_that_touch_do_not_overlap() {
        let one = sample::event();
        let mut next = sample::event();
        next.starts_at = one.ends_at();
        assert!(!one.overlaps(&next));
        next.starts_at -= TimeDelta::minutes(1);
        assert!(one.overlaps(&next) && next.overlaps(&one));
    }
}
