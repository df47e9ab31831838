//! Copies of an event from a table as people paste it: "date; time; place; speaker; language; capacity", a line each. An
//! empty cell means as in the original. Writes nowhere.

use super::programme::{LINE_LIMIT, MOST_SEATS, languages, line, whole};
use super::sketch::speakers;
use super::{Event, EventLine, Language, Room, Sketch, moment, normalise};
use chrono::{DateTime, NaiveDateTime, TimeDelta};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Most copies that are made at once.
pub const MOST_COPIES: usize = 60;
/// Cells of a line: date, time, place, speaker, language, capacity.
const CELLS: usize = 6;

/// What a copy has of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Copy {
    /// Number of its line, from 1.
    pub line: u32,
    /// Local date and time.
    pub start: NaiveDateTime,
    /// Another place.
    pub venue: Option<String>,
    /// Other speakers.
    pub speakers: Option<Vec<String>>,
    /// Other languages.
    pub languages: Option<Vec<Language>>,
    /// Another number of seats.
    pub room: Option<Room>,
}

/// Why a line makes no copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyFault {
    /// Neither the date nor the time can be read.
    NotATime(String),
    /// That time is over.
    Past,
    /// Not a language.
    NotALanguage(String),
    /// Not a number of seats.
    NotSeats(String),
    /// A text that is too long or holds what it may not.
    NotAText,
    /// More cells than there are columns.
    TooManyCells,
    /// The same date, time and place as in this line.
    SameAs(u32),
    /// More lines than are made at once.
    TooMany(usize),
}

/// Two events that need the same place or speaker at the same time.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The line of the copy.
    pub line: u32,
    /// What both need.
    pub over: Over,
    /// The other one: an event that is there, or another line.
    pub with: With,
}

/// What two events need at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// The place.
    Place,
    /// This speaker.
    Speaker(String),
}

/// What a copy clashes with.
#[derive(Clone, Debug, PartialEq)]
pub enum With {
    /// An event.
    Event(Box<EventLine>),
    /// Another line.
    Line(u32),
}

/// Reads every line, or names everything that is wrong. Blank lines and a line of headings are passed over.
pub fn copies(typed: &str, of: &Event, here: DateTime<Tz>) -> Result<Vec<Copy>, Vec<(u32, CopyFault)>> {
    let (mut copies, mut faults, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for (text, number) in typed.lines().zip(1..).filter(|(text, _)| !text.trim().is_empty()) {
        match copy(text, number, of, here) {
            Ok(copy) => {
                let first = *seen.entry((copy.start, copy.venue.clone())).or_insert(number);
                if first == number {
                    copies.push(copy);
                } else {
                    faults.push((number, CopyFault::SameAs(first)));
                }
            }
            Err(CopyFault::NotATime(_)) if number == 1 && is_heading(text) => {}
            Err(fault) => faults.push((number, fault)),
        }
    }
    if copies.len() > MOST_COPIES {
        faults.push((copies[MOST_COPIES].line, CopyFault::TooMany(MOST_COPIES)));
    }
    if faults.is_empty() { Ok(copies) } else { Err(faults) }
}

/// Headings have no digit anywhere.
fn is_heading(text: &str) -> bool {
    !text.contains(|c: char| c.is_ascii_digit())
}

fn copy(text: &str, number: u32, of: &Event, here: DateTime<Tz>) -> Result<Copy, CopyFault> {
    let separator = if text.contains('\t') { '\t' } else { ';' };
    let cells: Vec<_> = text.split(separator).map(str::trim).collect();
    if cells.len() > CELLS && cells[CELLS..].iter().any(|cell| !cell.is_empty()) {
        return Err(CopyFault::TooManyCells);
    }
    let cell = |index: usize| cells.get(index).copied().filter(|cell| !cell.is_empty());
    let time = cell(1).map_or_else(|| of.facts.local_start.format("%H:%M").to_string(), str::to_owned);
    let when = format!("{} {time}", cell(0).unwrap_or_default());
    let start = cell(0).and_then(|_| moment(&when, here)).ok_or(CopyFault::NotATime(when))?;
    if start <= here.naive_local() {
        return Err(CopyFault::Past);
    }
    let venue = cell(2).map(|text| line(text, LINE_LIMIT)).transpose().map_err(|_| CopyFault::NotAText)?;
    let speakers = cell(3).map(|text| speakers(&text.replace(',', "\n"))).transpose();
    let unread = |fault: fn(String) -> CopyFault, text: &str| fault(text.to_owned());
    let languages =
        cell(4).map(|text| spoken(text).ok_or_else(|| unread(CopyFault::NotALanguage, text))).transpose()?;
    let room = cell(5).map(|text| room(text).ok_or_else(|| unread(CopyFault::NotSeats, text))).transpose()?;
    Ok(Copy {
        line: number,
        start,
        venue,
        speakers: speakers.map_err(|_| CopyFault::NotAText)?,
        languages,
        room,
    })
}

/// Languages by their codes, as in a file, or by their names.
fn spoken(text: &str) -> Option<Vec<Language>> {
    languages(text).or_else(|| {
        let named: Option<Vec<_>> = text.split(['+', ',', '/']).map(Language::named).collect();
        let named = named?;
        Some(Language::ALL.into_iter().filter(|language| named.contains(language)).collect())
    })
}

/// A number of seats; a dash or a zero for open entry.
fn room(text: &str) -> Option<Room> {
    match text {
        "0" | "-" | "–" | "—" => Some(Room::Open),
        text => whole(text, 1..=MOST_SEATS).map(Room::Seats),
    }
}

impl Copy {
    /// The same event so many weeks later.
    pub fn later(of: &Event, weeks: u32) -> Self {
        let start = of.facts.local_start + TimeDelta::weeks(i64::from(weeks));
        Self { line: 1, start, venue: None, speakers: None, languages: None, room: None }
    }

    /// The copy as a sketch of its own. Its sign-up opens and closes as long before the start as the original's.
    pub fn sketch(&self, of: &Event) -> Sketch {
        let mut sketch = Sketch::of(of);
        let by = self.start - of.facts.local_start;
        sketch.opens_at = sketch.opens_at.map(|at| at + by);
        sketch.closes_at = sketch.closes_at.map(|at| at + by);
        sketch.start = Some(self.start);
        if let Some(venue) = self.venue.as_ref().filter(|venue| **venue != of.facts.venue) {
            (sketch.venue, sketch.address, sketch.point) = (Some(venue.clone()), String::new(), None);
        }
        if let Some(speakers) = &self.speakers {
            sketch.speakers.clone_from(speakers);
        }
        if let Some(languages) = &self.languages {
            sketch.languages.clone_from(languages);
        }
        if let Some(room) = self.room {
            sketch.room = room;
        }
        sketch
    }
}

/// What an event takes up: a place and speakers for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booked {
    /// Local date and time.
    pub start: NaiveDateTime,
    /// How long it lasts, in minutes.
    pub minutes: u32,
    /// Where it is.
    pub venue: String,
    /// Who speaks.
    pub speakers: Vec<String>,
}

impl Booked {
    /// What a copy would take up; nothing while its time is not known.
    fn of(sketch: &Sketch) -> Option<Self> {
        let venue = sketch.venue.clone().unwrap_or_default();
        Some(Self { start: sketch.start?, minutes: sketch.minutes, venue, speakers: sketch.speakers.clone() })
    }

    /// What both need at the same time. Names are compared as the search compares them.
    fn clashes(&self, other: &Booked) -> Option<Over> {
        let end = |one: &Booked| one.start + TimeDelta::minutes(i64::from(one.minutes));
        if self.start >= end(other) || other.start >= end(self) {
            return None;
        }
        let venue = normalise(&self.venue);
        if !venue.is_empty() && venue == normalise(&other.venue) {
            return Some(Over::Place);
        }
        let others: Vec<_> = other.speakers.iter().map(|name| normalise(name)).collect();
        let shared = self.speakers.iter().find(|name| others.contains(&normalise(name)));
        shared.map(|name| Over::Speaker(name.clone()))
    }
}

/// Where sketches clash with events that are there, and with each other.
pub fn clashes(sketches: &[(u32, Sketch)], events: &[(EventLine, Booked)]) -> Vec<Clash> {
    let booked: Vec<_> = sketches.iter().filter_map(|(line, s)| Some((*line, Booked::of(s)?))).collect();
    let mut found = Vec::new();
    for (index, (line, one)) in booked.iter().enumerate() {
        let with_events = events
            .iter()
            .filter_map(|(event, other)| Some((one.clashes(other)?, With::Event(Box::new(event.clone())))));
        let with_lines = booked[..index]
            .iter()
            .filter_map(|(number, other)| Some((one.clashes(other)?, With::Line(*number))));
        found.extend(with_events.chain(with_lines).map(|(over, with)| Clash { line: *line, over, with }));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;
    use chrono_tz::Asia::Almaty;

    fn here() -> DateTime<Tz> {
        DateTime::parse_from_rfc3339("2026-12-01T12:00:00+05:00").unwrap().with_timezone(&Almaty)
    }

    fn read(typed: &str) -> Result<Vec<Copy>, Vec<(u32, CopyFault)>> {
        copies(typed, &sample::event(), here())
    }

    #[test]
    fn a_table_is_read_with_empty_cells_as_in_the_original() {
        let typed = "күні; уақыты; орны; спикер; тіл; орын\n12.12.2026; 19:00; Театр; Әлия, Бек; kk+ru; 120\n\n13.12;;;;Русский, қазақша\n14.12;;;;;-\n15.12\t10:30\t\tӘлия";
        let read = read(typed).unwrap();
        let starts: Vec<_> = read.iter().map(|copy| copy.start.format("%d.%m %H:%M").to_string()).collect();
        assert_eq!(starts, ["12.12 19:00", "13.12 18:30", "14.12 18:30", "15.12 10:30"]);
        assert_eq!(read.iter().map(|copy| copy.line).collect::<Vec<_>>(), [2, 4, 5, 6]);
        let first = read[0].sketch(&sample::event());
        assert_eq!(
            (first.venue.as_deref(), first.point, first.room),
            (Some("Театр"), None, Room::Seats(120))
        );
        assert_eq!(first.speakers, ["Әлия", "Бек"]);
        assert_eq!(read[1].sketch(&sample::event()).point, sample::event().facts.point);
        assert_eq!(read[1].languages.as_deref(), Some(&[Language::Kk, Language::Ru][..]));
        assert_eq!(read[2].room, Some(Room::Open));
        assert_eq!(read[3].speakers.as_deref(), Some(&["Әлия".to_owned()][..]));
    }

    #[test]
    fn places_and_speakers_are_needed_once_at_a_time() {
        let event = sample::event();
        let line = EventLine {
            id: event.id,
            title: event.facts.title.clone(),
            starts_at: event.starts_at,
            district: None,
            seats: crate::domain::Seats::default(),
        };
        let there = Booked {
            start: event.facts.local_start,
            minutes: 90,
            venue: event.facts.venue.to_uppercase(),
            speakers: vec!["Әлия  Серік".into()],
        };
        let typed =
            "5.12; 19:59\n5.12; 20:00\n5.12;18:00;Театр;алия серик\n6.12;10:00;Театр\n6.12;11:00;театр";
        let sketches: Vec<_> =
            read(typed).unwrap().iter().map(|copy| (copy.line, copy.sketch(&event))).collect();
        let found = clashes(&sketches, &[(line, there)]);
        let found: Vec<_> =
            found.iter().map(|c| (c.line, c.over.clone(), matches!(c.with, With::Line(_)))).collect();
        let speaker = Over::Speaker("алия серик".into());
        assert_eq!(
            found,
            [(1, Over::Place, false), (2, Over::Place, true), (3, speaker, false), (5, Over::Place, true)]
        );
    }

    #[test]
    fn every_fault_is_named_with_its_line() {
        let faults = read(
            "31.11; 10:00\n30.11.2026; 10:00\n5.12; 10:00;;;deutsch\n5.12; 11:00;;;;many\n6.12;10:00\n6.12;10:00\n7.12;1;2;3;4;5;6\n; 10:00",
        )
        .unwrap_err();
        let expected = [
            (1, CopyFault::NotATime("31.11 10:00".into())),
            (2, CopyFault::Past),
            (3, CopyFault::NotALanguage("deutsch".into())),
            (4, CopyFault::NotSeats("many".into())),
            (6, CopyFault::SameAs(5)),
            (7, CopyFault::TooManyCells),
            (8, CopyFault::NotATime(" 10:00".into())),
        ];
        assert_eq!(faults, expected);
        let many: Vec<_> =
            (0..61).map(|n| format!("{}.12; {}:{:02}", 2 + n % 28, 10 + n / 28, n % 60)).collect();
        assert_eq!(read(&many.join("\n")).unwrap_err(), [(61, CopyFault::TooMany(60))]);
    }
}
