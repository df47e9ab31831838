//! Audiences: whom a broadcast is meant for. A description, not a list of people: who they are is found when it is sent.

use super::{District, EventFacts, EventId, Language, Level, PersonId, local};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Whom a broadcast is meant for: people of the events that every given filter lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Audience {
    /// How they must stand to one of the events.
    pub whom: Whom,
    /// Events of this level.
    pub level: Option<Level>,
    /// Events of this district.
    pub district: Option<District>,
    /// Events of this organisation.
    pub organisation: Option<String>,
    /// These events; empty for all.
    pub events: Vec<EventId>,
    /// Events of this month, in the programme's zone.
    pub month: Option<Month>,
    /// People who are spoken to in this language.
    pub language: Option<Language>,
    /// Who signed up after this instant: "after my last message".
    pub since: Option<DateTime<Utc>>,
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Month {
    /// Year.
    pub year: i32,
    /// Month, 1–12.
    pub month: u32,
}

impl Month {
    /// Its first instant, and the first one after it. A month that no calendar has is empty.
    pub fn bounds(self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let first = |year, month| {
            NaiveDate::from_ymd_opt(year, month, 1).map(|day| local(day.and_time(NaiveTime::MIN), zone))
        };
        let next = if self.month == 12 { (self.year + 1, 1) } else { (self.year, self.month + 1) };
        match (first(self.year, self.month), first(next.0, next.1)) {
            (Some(from), Some(to)) => (from, to),
            _ => (DateTime::UNIX_EPOCH, DateTime::UNIX_EPOCH),
        }
    }
}

/// How people stand to an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whom {
    /// Hold seats, are offered some, or wait for some.
    #[default]
    Registered,
    /// Hold seats.
    Seated,
    /// Wait for seats or are offered some.
    Waiting,
    /// Were checked in.
    Came,
    /// Held seats of an event that is over and were not checked in.
    Absent,
    /// Gave up, and did not sign up again.
    Cancelled,
    /// Have never signed up for any of the events.
    Never,
    /// Everybody who has spoken to the bot, whatever the events.
    Everybody,
}

impl Whom {
    /// In the order of choices.
    pub const ALL: [Whom; 8] = [
        Whom::Registered,
        Whom::Seated,
        Whom::Waiting,
        Whom::Came,
        Whom::Absent,
        Whom::Cancelled,
        Whom::Never,
        Whom::Everybody,
    ];

    /// The stable word.
    pub const fn slug(self) -> &'static str {
        match self {
            Whom::Registered => "registered",
            Whom::Seated => "seated",
            Whom::Waiting => "waiting",
            Whom::Came => "came",
            Whom::Absent => "absent",
            Whom::Cancelled => "cancelled",
            Whom::Never => "never",
            Whom::Everybody => "everybody",
        }
    }
}

impl Audience {
    /// The people of one event.
    pub fn of(event: EventId) -> Self {
        Self { events: vec![event], ..Self::default() }
    }

    /// Whether its people are those of events: neither everybody, nor those who have nothing to do with them.
    pub const fn is_of_events(&self) -> bool {
        !matches!(self.whom, Whom::Never | Whom::Everybody)
    }

    /// The event that all of it is about, if it is one: only then can a text name it.
    pub fn event(&self) -> Option<EventId> {
        match self.events.as_slice() {
            [event] if self.is_of_events() => Some(*event),
            _ => None,
        }
    }
}

/// Whose events somebody works on: those that every given part lets through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Events of this level only.
    pub level: Option<Level>,
    /// Events of this district only.
    pub district: Option<District>,
    /// Events of this organisation only.
    pub organisation: Option<String>,
}

impl fmt::Display for Scope {
    /// What bounds it, as the audit keeps it: `city · nura · Қала кітапханалары`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = self.level.map(Level::slug);
        let district = self.district.map(District::slug);
        let bounds: Vec<_> = [level, district, self.organisation.as_deref()].into_iter().flatten().collect();
        f.write_str(if bounds.is_empty() { "*" } else { "" })?;
        f.write_str(&bounds.join(" · "))
    }
}

impl Scope {
    /// Whether an event like this belongs to it.
    pub fn covers(&self, facts: &EventFacts) -> bool {
        self.level.is_none_or(|level| facts.level == level)
            && self.district.is_none_or(|district| facts.district == Some(district))
            && self.organisation.as_ref().is_none_or(|organisation| facts.organisation == *organisation)
    }

    /// Whether the filters alone keep the audience to events of this scope, whatever events there are.
    pub fn bounds(&self, audience: &Audience) -> bool {
        audience.is_of_events()
            && (self.level.is_none() || audience.level == self.level)
            && (self.district.is_none() || audience.district == self.district)
            && (self.organisation.is_none() || audience.organisation == self.organisation)
    }
}

/// How many people an audience has at the moment: those who would get the message, and those who would not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Who would get it, by the language they are spoken to in, in the order of [`Language::ALL`].
    pub by_language: [u32; Language::ALL.len()],
    /// Who belongs to the audience but cannot be reached.
    pub unreachable: u32,
    /// Who belongs to it but does not want such messages.
    pub muted: u32,
}

impl Reach {
    /// Who would get it.
    pub fn people(&self) -> u32 {
        self.by_language.iter().sum()
    }
}

/// A part of everybody, by their numbers: audiences are gone through part by part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// Everybody above this one…
    pub after: PersonId,
    /// …up to this one, included.
    pub upto: PersonId,
}

impl Span {
    /// Everybody.
    pub const ALL: Span = Span { after: PersonId(i64::MIN), upto: PersonId(i64::MAX) };
}
