//! An event while it is being written: every part may still be missing. What is asked for it is in the views, what comes
//! next in the conversation.

#[cfg(test)]
mod tests;

use super::programme::{DESCRIPTION_LIMIT, LINE_LIMIT, MOST_SEATS, line, paragraphs, whole};
use super::{
    District, Event, EventFacts, EventId, EventStatus, Language, Level, Party, Problem, Texts, local,
};
use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Longest list of speakers.
const MOST_SPEAKERS: usize = 12;
/// How long an event lasts unless somebody says otherwise, in minutes.
const LENGTH: u32 = 90;
/// Longest event, in minutes.
pub const LONGEST: u32 = 1_440;

/// What is said of an event so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sketch {
    /// Level of the programme.
    pub level: Option<Level>,
    /// District it belongs to.
    pub district: Option<District>,
    /// Titles.
    pub title: Texts,
    /// Descriptions.
    pub description: Texts,
    /// Local date and time.
    pub start: Option<NaiveDateTime>,
    /// Length in minutes.
    pub minutes: u32,
    /// Name of the place.
    pub venue: Option<String>,
    /// Its address.
    pub address: String,
    /// Its latitude and longitude.
    pub point: Option<(f64, f64)>,
    /// How many may come.
    pub room: Room,
    /// How many people are expected, for the plan.
    pub expected: Option<u32>,
    /// Languages spoken there.
    pub languages: Vec<Language>,
    /// Who holds it.
    pub organisation: Option<String>,
    /// Whether a sign-up must carry a phone number.
    pub phone_required: bool,
    /// How many companions one person may bring.
    pub companions: u32,
    /// When sign-up opens; `None` means with publication.
    pub opens_at: Option<DateTime<Utc>>,
    /// When sign-up closes; `None` means with the start.
    pub closes_at: Option<DateTime<Utc>>,
    /// Who speaks.
    pub speakers: Vec<String>,
    /// A picture that Telegram keeps.
    pub photo: Option<String>,
}

/// How many may come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    /// Nobody has said yet.
    #[default]
    Unsaid,
    /// Everybody.
    Open,
    /// So many.
    Seats(u32),
}

/// A part of an event that is asked for by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// Level of the programme.
    Level,
    /// District.
    District,
    /// Title and description in a language.
    Text(Language),
    /// Date and time.
    Start,
    /// How long it lasts.
    Length,
    /// Where it is.
    Place,
    /// How many may come.
    Room,
    /// Languages spoken there.
    Spoken,
    /// Who holds it.
    Organisation,
    /// What a sign-up asks, and how many may come together.
    SignUp,
    /// When one may sign up.
    Window,
    /// Who speaks.
    Speakers,
    /// Its picture.
    Photo,
}

/// Why something that was typed does not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SketchFault {
    /// Nothing that can be read.
    Empty,
    /// More characters than fit.
    TooLong(usize),
    /// A character that has no place in a text.
    Control,
    /// Not a date and time.
    NotATime,
    /// That time is over.
    Past,
    /// Not a length from a minute to a day.
    NotALength,
    /// Not a number of seats.
    NotSeats,
    /// Sign-up would close before it opens, or after the event began.
    NotAWindow,
    /// More names than are listed.
    TooManySpeakers(usize),
}

impl Default for Sketch {
    fn default() -> Self {
        Self {
            level: None,
            district: None,
            title: Texts::default(),
            description: Texts::default(),
            start: None,
            minutes: LENGTH,
            venue: None,
            address: String::new(),
            point: None,
            room: Room::default(),
            expected: None,
            languages: Vec::new(),
            organisation: None,
            phone_required: true,
            companions: Party::MAX - 1,
            opens_at: None,
            closes_at: None,
            speakers: Vec::new(),
            photo: None,
        }
    }
}

impl Sketch {
    /// An event as it stands, to be changed.
    pub fn of(event: &Event) -> Self {
        let facts = event.facts.clone();
        Self {
            level: Some(facts.level),
            district: facts.district,
            title: facts.title,
            description: facts.description,
            start: Some(facts.local_start),
            minutes: facts.duration_min,
            venue: Some(facts.venue),
            address: facts.address,
            point: facts.point,
            room: facts.capacity.map_or(Room::Open, Room::Seats),
            expected: facts.expected,
            languages: facts.languages,
            organisation: Some(facts.organisation),
            phone_required: facts.phone_required,
            companions: facts.companions,
            opens_at: facts.opens_at,
            closes_at: facts.closes_at,
            speakers: event.speakers.clone(),
            photo: event.photo.clone(),
        }
    }

    /// The first part without which it is no event, in the order in which they are asked. `first` is the language in
    /// which its author writes.
    pub fn missing(&self, first: Language) -> Option<Field> {
        let is_missing = |field: &Field| match field {
            Field::Level => self.level.is_none(),
            Field::District => self.level == Some(Level::District) && self.district.is_none(),
            Field::Text(_) => self.title.is_empty(),
            Field::Start => self.start.is_none(),
            Field::Place => self.venue.is_none(),
            Field::Room => self.room == Room::Unsaid,
            Field::Organisation => self.organisation.is_none(),
            Field::Spoken => self.languages.is_empty(),
            _ => false,
        };
        [
            Field::Text(first),
            Field::Start,
            Field::Place,
            Field::Room,
            Field::Level,
            Field::District,
            Field::Spoken,
            Field::Organisation,
        ]
        .into_iter()
        .find(is_missing)
    }

    /// The facts of an event, once nothing is missing.
    pub fn facts(&self, external_id: &str) -> Option<EventFacts> {
        if self.missing(Language::Kk).is_some() {
            return None;
        }
        let level = self.level?;
        Some(EventFacts {
            external_id: external_id.to_owned(),
            level,
            district: self.district.filter(|_| level != Level::Central),
            title: self.title.clone(),
            description: self.description.clone(),
            local_start: self.start?,
            duration_min: self.minutes,
            venue: self.venue.clone()?,
            address: self.address.clone(),
            point: self.point,
            capacity: match self.room {
                Room::Seats(seats) => Some(seats),
                Room::Open | Room::Unsaid => None,
            },
            expected: self.expected,
            languages: self.languages.clone(),
            organisation: self.organisation.clone()?,
            phone_required: self.phone_required,
            companions: self.companions,
            opens_at: self.opens_at,
            closes_at: self.closes_at,
        })
    }

    /// The event that it would become, once nothing is missing, for a look at it.
    pub fn event(&self, zone: Tz) -> Option<Event> {
        let facts = self.facts("")?;
        Some(Event {
            id: EventId(0),
            code: String::new(),
            starts_at: local(facts.local_start, zone),
            status: EventStatus::Published,
            revision: 0,
            cancel_reason: None,
            speakers: self.speakers.clone(),
            photo: self.photo.clone(),
            facts,
        })
    }

    /// Title and description in a language: the first line is the title, what follows is the description.
    pub fn set_text(&mut self, language: Language, typed: &str) -> Result<(), SketchFault> {
        let typed = typed.trim();
        let (title, description) = typed.split_once('\n').unwrap_or((typed, ""));
        let title = clean(line(title, LINE_LIMIT))?.ok_or(SketchFault::Empty)?;
        let description = clean(paragraphs(description.trim(), DESCRIPTION_LIMIT))?;
        *self.title.exact_mut(language) = Some(title);
        // Whoever corrects the title alone does not mean to lose the description.
        if description.is_some() {
            *self.description.exact_mut(language) = description;
        }
        Ok(())
    }

    /// Takes title and description in a language away.
    pub fn clear_text(&mut self, language: Language) {
        *self.title.exact_mut(language) = None;
        *self.description.exact_mut(language) = None;
    }

    /// Name of the place in the first line, its address in the second.
    pub fn set_place(&mut self, typed: &str) -> Result<(), SketchFault> {
        let typed = typed.trim();
        let (venue, address) = typed.split_once('\n').unwrap_or((typed, ""));
        let venue = clean(line(venue, LINE_LIMIT))?.ok_or(SketchFault::Empty)?;
        self.address = clean(line(address, LINE_LIMIT))?.unwrap_or_default();
        // A pin of the old place would lead people astray.
        if self.venue.as_ref() != Some(&venue) && self.venue.is_some() {
            self.point = None;
        }
        self.venue = Some(venue);
        Ok(())
    }

    /// When it starts. What was said of its sign-up moves along.
    pub fn set_start(&mut self, start: NaiveDateTime, now: NaiveDateTime) -> Result<(), SketchFault> {
        if start <= now {
            return Err(SketchFault::Past);
        }
        if let Some(before) = self.start {
            let by = start - before;
            for bound in [&mut self.opens_at, &mut self.closes_at] {
                *bound = bound.map(|at| at + by);
            }
        }
        self.start = Some(start);
        Ok(())
    }

    /// How many may come, as typed.
    pub fn set_seats(&mut self, typed: &str) -> Result<(), SketchFault> {
        let seats = whole(typed.trim(), 1..=MOST_SEATS).ok_or(SketchFault::NotSeats)?;
        self.room = Room::Seats(seats);
        Ok(())
    }

    /// Who holds it, as typed.
    pub fn set_organisation(&mut self, typed: &str) -> Result<(), SketchFault> {
        self.organisation = Some(clean(line(typed, LINE_LIMIT))?.ok_or(SketchFault::Empty)?);
        Ok(())
    }

    /// Who speaks: a name a line, or separated by semicolons.
    pub fn set_speakers(&mut self, typed: &str) -> Result<(), SketchFault> {
        let speakers = speakers(typed)?;
        if speakers.is_empty() {
            return Err(SketchFault::Empty);
        }
        self.speakers = speakers;
        Ok(())
    }

    /// Until when one may sign up, so long before the start; `None` for until the start.
    pub fn set_closing(
        &mut self,
        before: Option<TimeDelta>,
        starts_at: DateTime<Utc>,
    ) -> Result<(), SketchFault> {
        let closes = before.map(|before| starts_at - before);
        if closes.zip(self.opens_at).is_some_and(|(closes, opens)| opens >= closes) {
            return Err(SketchFault::NotAWindow);
        }
        self.closes_at = closes;
        Ok(())
    }

    /// From when on one may sign up; `None` for at once.
    pub fn set_opening(
        &mut self,
        opens: Option<DateTime<Utc>>,
        starts_at: DateTime<Utc>,
    ) -> Result<(), SketchFault> {
        let closes = self.closes_at.unwrap_or(starts_at);
        if opens.is_some_and(|opens| opens >= closes) {
            return Err(SketchFault::NotAWindow);
        }
        self.opens_at = opens;
        Ok(())
    }

    /// Whether anything would be lost with it.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.start.is_none() && self.venue.is_none()
    }
}

/// Names as typed: one a line, or separated by semicolons.
pub(super) fn speakers(typed: &str) -> Result<Vec<String>, SketchFault> {
    let names = typed.split(['\n', ';']).map(|name| clean(line(name, LINE_LIMIT)));
    let names = names.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect::<Vec<_>>();
    if names.len() > MOST_SPEAKERS { Err(SketchFault::TooManySpeakers(MOST_SPEAKERS)) } else { Ok(names) }
}

fn clean(text: Result<String, Problem>) -> Result<Option<String>, SketchFault> {
    match text {
        Ok(text) => Ok(Some(text).filter(|text| !text.is_empty())),
        Err(Problem::TooLong { limit, .. }) => Err(SketchFault::TooLong(limit)),
        Err(_) => Err(SketchFault::Control),
    }
}
