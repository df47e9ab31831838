//! What use cases answer: expected outcomes as values, so that every one of them gets its own words. No errors.

use super::{DoorCounts, Event, Feedback, Field, Party, Registration, Seats, Threads, Window};
use chrono::{DateTime, Utc};

/// An event as one person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventCard {
    /// The event.
    pub event: Event,
    /// How full it is.
    pub seats: Seats,
    /// The person's own registration, if one stands.
    pub mine: Option<Mine>,
    /// What there is beside it.
    pub threads: Threads,
    /// Organisations that run it together with its own.
    pub hosts: Vec<String>,
}

/// A person's own registration, with their place if they wait.
#[derive(Clone, Debug, PartialEq)]
pub struct Mine {
    /// The registration.
    pub registration: Registration,
    /// Place on the waiting list, from 1.
    pub place: Option<u32>,
}

/// One of a person's events, with their registration for it.
#[derive(Clone, Debug, PartialEq)]
pub struct MyEvent {
    /// The event.
    pub event: Event,
    /// Their registration.
    pub mine: Mine,
}

/// An event as those who work on it see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Managed {
    /// The event.
    pub event: Event,
    /// How full it is.
    pub seats: Seats,
    /// The numbers of its door.
    pub counts: DoorCounts,
    /// Whether it is put away.
    pub archived: bool,
    /// How many questions nobody has looked at.
    pub new_questions: u32,
}

/// Answer to an event that was written or changed.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// It is kept.
    Done(Box<Event>),
    /// This part is missing.
    Missing(Field),
    /// It would begin in the past.
    Past,
    /// So many people hold seats: there cannot be fewer.
    CapacityBelow(u32),
    /// It would not be theirs: another level, district or organisation.
    Elsewhere,
    /// It has begun, is over or cancelled: nothing is changed any more.
    Over,
}

/// Answer to publishing a draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Published {
    /// Everybody sees it.
    Done(Box<Event>),
    /// It was published before.
    Already(Box<Event>),
    /// It would begin in the past.
    Past(Box<Event>),
}

impl From<Published> for Saved {
    fn from(published: Published) -> Self {
        match published {
            Published::Done(event) | Published::Already(event) => Saved::Done(event),
            Published::Past(_) => Saved::Past,
        }
    }
}

/// Answer to a sign-up.
#[derive(Clone, Debug, PartialEq)]
pub enum Joined {
    /// They have seats; the ticket is on its way.
    Seated(Registration),
    /// The event is full for their party: they wait at this place, from 1.
    Waiting(Registration, u32),
    /// They had a registration already; it stands unchanged.
    Already(Mine),
    /// Sign-up is not possible now.
    Shut(Window),
    /// There is no such event for them.
    Absent,
}

/// Answer to leaving, declining or "I can't come".
#[derive(Clone, Debug, PartialEq)]
pub enum Left {
    /// The registration is cancelled and its seats have moved on.
    Done(Box<Event>),
    /// It was cancelled before, or never was.
    Nothing,
    /// The event has begun: nothing is changed any more.
    Started,
}

/// Answer to accepting an offered seat.
#[derive(Clone, Debug, PartialEq)]
pub enum Accepted {
    /// They are seated; the ticket is on its way.
    Seated(Registration),
    /// They held the seats already.
    Already(Registration),
    /// The offer ended; they are no longer in line.
    Lapsed,
    /// The event is cancelled or has begun.
    Shut(Window),
    /// No such registration.
    Absent,
}

/// Answer to "I'm coming".
#[derive(Clone, Debug, PartialEq)]
pub enum Confirmed {
    /// Noted.
    Done,
    /// The registration no longer holds seats.
    NotSeated,
    /// The event is cancelled or has begun.
    Shut(Window),
}

/// Answer to what somebody says of an event afterwards.
#[derive(Clone, Debug, PartialEq)]
pub enum Heard {
    /// Noted: what they have said of the event by now.
    Noted(Box<Event>, Feedback),
    /// The event is not over, or was over long ago, or was not theirs.
    Nothing,
}

/// Answer to cancelling an event.
#[derive(Clone, Debug, PartialEq)]
pub enum CalledOff {
    /// It will not take place; so many registrations are told.
    Done(Box<Event>, u32),
    /// It was cancelled before.
    Already(Box<Event>),
    /// It has begun: nothing is changed any more.
    Started,
}

/// Answer to a change of party size.
#[derive(Clone, Debug, PartialEq)]
pub enum Resized {
    /// The registration has this party now.
    Done(Registration),
    /// There are not enough free seats; at most this many would fit. Nothing was changed.
    TooMany(Party),
    /// The event is cancelled, closed or has begun, or an offer must be answered first.
    Shut(Window),
    /// No such registration.
    Absent,
}

/// Everything we keep of a person, for themselves to read.
#[derive(Clone, Debug, serde::Serialize)]
pub struct PersonalData {
    /// Telegram's id of them.
    pub telegram_id: i64,
    /// Language of the interface.
    pub language: Option<String>,
    /// Name as last given.
    pub name: Option<String>,
    /// Phone as last given.
    pub phone: Option<String>,
    /// District as last given.
    pub district: Option<String>,
    /// When they first spoke to the bot.
    pub known_since: DateTime<Utc>,
    /// The consent in force.
    pub consent: Option<ConsentRecord>,
    /// Their registrations, cancelled ones included.
    pub registrations: Vec<RegistrationRecord>,
    /// Events they came to without a registration, with their name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub walk_ins: Vec<WalkInRecord>,
    /// Questions they asked or want to hear the answer to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<super::QuestionRecord>,
    /// Whose events they work on, if they are organisers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub scopes: Vec<ScopeRecord>,
    /// What they do at events, if they were invited to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<WorkRecord>,
    /// Kinds of messages they do not want.
    pub unwanted: Vec<&'static str>,
}

/// What somebody of the staff does, as kept.
#[derive(Clone, Debug, serde::Serialize)]
pub struct WorkRecord {
    /// As Telegram named them when they took it up.
    pub name: Option<String>,
    /// When that was.
    pub since: DateTime<Utc>,
    /// Their times at doors.
    pub shifts: Vec<ShiftRecord>,
    /// Events they speak at, by their public codes.
    pub talks: Vec<String>,
}

/// A time at the door of an event, as kept.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ShiftRecord {
    /// The event by its public code.
    pub event: String,
    /// From when on.
    pub from: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// One part of the programme a person works on, as kept.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ScopeRecord {
    /// Events of this level only.
    pub level: Option<String>,
    /// Events of this district only.
    pub district: Option<String>,
    /// Events of this organisation only.
    pub organisation: Option<String>,
}

impl From<super::Scope> for ScopeRecord {
    fn from(scope: super::Scope) -> Self {
        Self {
            level: scope.level.map(|level| level.slug().to_owned()),
            district: scope.district.map(|district| district.slug().to_owned()),
            organisation: scope.organisation,
        }
    }
}

/// One consent, as kept.
#[derive(Clone, Debug, serde::Serialize)]
pub struct ConsentRecord {
    /// Version of the text.
    pub version: u32,
    /// When it was given.
    pub at: DateTime<Utc>,
}

/// One registration, as kept.
#[derive(Clone, Debug, serde::Serialize)]
pub struct RegistrationRecord {
    /// Title of the event.
    pub event: String,
    /// Start of the event.
    pub starts_at: DateTime<Utc>,
    /// Seated, waiting, offered or cancelled.
    pub standing: String,
    /// Number of people.
    pub party: u32,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When they arrived at the door.
    pub arrived_at: Option<DateTime<Utc>>,
    /// How many of the party arrived.
    pub arrived_party: Option<u32>,
    /// Whether they say they came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub came: Option<bool>,
    /// How they rated it, 1–5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<u32>,
    /// What they wrote of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// One time they came in without a registration, as kept.
#[derive(Clone, Debug, serde::Serialize)]
pub struct WalkInRecord {
    /// Title of the event.
    pub event: String,
    /// When they came in.
    pub at: DateTime<Utc>,
}
