//! Reads a table into events, or names everything that is wrong with it. Reads no file and writes nowhere.

#[cfg(test)]
mod tests;
mod value;

use super::reminder::local;
use super::table::{Cells, Columns, Fault, Problem, Reported, Table};
use super::{District, EventFacts, Level, Texts};
use chrono::{DateTime, Datelike, NaiveDateTime, Utc};
use chrono_tz::Tz;
use std::{borrow::Cow, collections::HashMap};
use value::{TIME_FORM, YEARS, date_time, degrees, start, yes_no};
pub(super) use value::{languages, line, paragraphs, whole};

/// Columns that must be there, in any order.
pub const COLUMNS: [&str; 16] = [
    "external_id",
    "level",
    "district",
    "title_kk",
    "title_ru",
    "title_en",
    "starts_at",
    "duration_min",
    "venue",
    "address",
    "latitude",
    "longitude",
    "capacity",
    "expected",
    "language",
    "organisation",
];

/// Columns that may be there.
pub const EXTRA_COLUMNS: [&str; 7] = [
    "description_kk",
    "description_ru",
    "description_en",
    "phone_required",
    "companions",
    "opens_at",
    "closes_at",
];

/// Longest key, in characters.
const KEY_LIMIT: usize = 64;
/// Longest title, venue, address or organisation, in characters: such a line fits on a phone's screen.
pub(super) const LINE_LIMIT: usize = 200;
/// Longest description, in characters: with the rest of the event's card it fits into one Telegram message of 4096.
pub(super) const DESCRIPTION_LIMIT: usize = 2_000;
/// Most seats an event can have.
pub(super) const MOST_SEATS: u32 = 100_000;
/// Most companions one person may bring: the largest party less the person.
const MOST_COMPANIONS: u32 = super::Party::MAX - 1;

/// Reads every row, or names every fault of the header and of all rows.
///
/// Times are local times of `zone`. An empty `capacity` means open entry; `phone_required` defaults to yes,
/// `companions` to 4.
pub fn read(table: &Table, zone: Tz) -> Result<Vec<EventFacts>, Vec<Fault>> {
    let mut faults = Vec::new();
    let columns = Columns::find(&table.header, &COLUMNS, &EXTRA_COLUMNS, &mut faults);
    if table.rows.is_empty() {
        let row = table.header.number;
        faults.push(Fault { row, column: Cow::Borrowed(""), problem: Problem::NoRows });
    }
    let mut events = Vec::with_capacity(table.rows.len());
    let mut keys = HashMap::new();
    for row in &table.rows {
        let Some(mut cells) = Cells::new(row, &columns, &mut faults) else { continue };
        let key = key(&mut cells);
        if let Ok(key) = &key {
            let first = *keys.entry(key.clone()).or_insert(row.number);
            if first != row.number {
                cells.fault("external_id", Problem::SameAs { value: key.clone(), row: first });
            }
        }
        events.extend(event(&mut cells, key, zone).ok());
    }
    if faults.is_empty() { Ok(events) } else { Err(faults) }
}

/// Reads one row; every part is read before any missing one ends it, so that all faults are named.
fn event(cells: &mut Cells<'_>, key: Result<String, Reported>, zone: Tz) -> Result<EventFacts, Reported> {
    let place = level_and_district(cells);
    let title = titles(cells);
    let description = descriptions(cells);
    let times = times(cells, zone);
    let duration = cells.required("duration_min", "a number of minutes from 1 to 1440", "90, say", |text| {
        whole(text, 1..=1_440)
    });
    let venue = required_line(cells, "venue", "the name of the place");
    let address = optional_line(cells, "address", LINE_LIMIT);
    let point = point(cells);
    let capacity = cells.optional(
        "capacity",
        "a number of seats from 1 to 100000",
        "a number, or nothing for open entry",
        |text| whole(text, 1..=MOST_SEATS),
    );
    let expected =
        cells.optional("expected", "a number of people from 0 to 1000000", "a number, or nothing", |text| {
            whole(text, 0..=1_000_000)
        });
    let languages = cells.required("language", "a list of languages", "kk, ru, en or kk+ru", languages);
    let organisation = required_line(cells, "organisation", "who holds the event");
    let phone = cells.optional("phone_required", "yes or no", "yes or no", yes_no);
    let companions = cells.optional("companions", "a number from 0 to 4", "0, 1, 2, 3 or 4", |text| {
        whole(text, 0..=MOST_COMPANIONS)
    });
    let (level, district) = place?;
    let (local_start, opens_at, closes_at) = times?;
    Ok(EventFacts {
        external_id: key?,
        level,
        district,
        title: title?,
        description: description?,
        local_start,
        duration_min: duration?,
        venue: venue?,
        address: address?.unwrap_or_default(),
        point: point?,
        capacity: capacity?,
        expected: expected?,
        languages: languages?,
        organisation: organisation?,
        phone_required: phone?.unwrap_or(true),
        companions: companions?.unwrap_or(MOST_COMPANIONS),
        opens_at,
        closes_at,
    })
}

fn key(cells: &mut Cells<'_>) -> Result<String, Reported> {
    let key = optional_line(cells, "external_id", KEY_LIMIT)?;
    key.ok_or_else(|| cells.empty("external_id", "a key that no other row has"))
}

/// A district event needs its district, a city event may have one (where it is held), a central one has none.
fn level_and_district(cells: &mut Cells<'_>) -> Result<(Level, Option<District>), Reported> {
    let level = cells.required("level", "a level", "central, city or district", Level::parse);
    let district = cells.optional(
        "district",
        "a district of Astana",
        "almaty, baiqonyr, esil, nura, saraishyq or saryarqa",
        District::parse,
    );
    match (level?, district?) {
        (Level::District, None) => Err(cells.empty("district", "the district, or another level")),
        (Level::Central, Some(_)) => {
            let rule =
                "an event of the central level belongs to no district; empty this cell or change the level";
            Err(cells.fault("district", Problem::Rule(rule)))
        }
        fine => Ok(fine),
    }
}

fn titles(cells: &mut Cells<'_>) -> Result<Texts, Reported> {
    let [kk, ru, en] =
        ["title_kk", "title_ru", "title_en"].map(|column| optional_line(cells, column, LINE_LIMIT));
    let texts = Texts { kk: kk?, ru: ru?, en: en? };
    if texts.is_empty() {
        return Err(cells.empty("title_kk", "the title in at least one of title_kk, title_ru, title_en"));
    }
    Ok(texts)
}

fn descriptions(cells: &mut Cells<'_>) -> Result<Texts, Reported> {
    let [kk, ru, en] = ["description_kk", "description_ru", "description_en"]
        .map(|column| optional_text(cells, column, |text| paragraphs(text, DESCRIPTION_LIMIT)));
    Ok(Texts { kk: kk?, ru: ru?, en: en? })
}

fn required_line(
    cells: &mut Cells<'_>,
    column: &'static str,
    write: &'static str,
) -> Result<String, Reported> {
    optional_line(cells, column, LINE_LIMIT)?.ok_or_else(|| cells.empty(column, write))
}

fn optional_line(
    cells: &mut Cells<'_>,
    column: &'static str,
    limit: usize,
) -> Result<Option<String>, Reported> {
    optional_text(cells, column, |text| line(text, limit))
}

/// A text that may be left out; one of invisible characters only counts as left out.
fn optional_text(
    cells: &mut Cells<'_>,
    column: &'static str,
    clean: impl FnOnce(&str) -> Result<String, Problem>,
) -> Result<Option<String>, Reported> {
    match cells.text(column).map(clean).transpose() {
        Ok(text) => Ok(text.filter(|text| !text.is_empty())),
        Err(problem) => Err(cells.fault(column, problem)),
    }
}

/// Start, opening and closing of the sign-up.
type Times = (NaiveDateTime, Option<DateTime<Utc>>, Option<DateTime<Utc>>);

fn times(cells: &mut Cells<'_>, zone: Tz) -> Result<Times, Reported> {
    const KIND: &str = "a date and time";
    let start = cells.required("starts_at", KIND, TIME_FORM, start);
    let opens = cells.optional("opens_at", KIND, TIME_FORM, date_time);
    let closes = cells.optional("closes_at", KIND, TIME_FORM, date_time);
    let (start, opens, closes) = (start?, opens?, closes?);
    let mut sound = Ok(());
    let mut rule = |broken: bool, column, text| {
        if broken {
            sound = Err(cells.fault(column, Problem::Rule(text)));
        }
    };
    rule(!YEARS.contains(&start.year()), "starts_at", "the year must be from 2020 to 2100");
    rule(opens.is_some_and(|t| t >= start), "opens_at", "sign-up must open before the event starts");
    rule(closes.is_some_and(|t| t > start), "closes_at", "sign-up must close before the event starts");
    rule(
        opens.zip(closes).is_some_and(|(opens, closes)| opens >= closes),
        "closes_at",
        "sign-up must close after it opens",
    );
    let instant = |time: Option<NaiveDateTime>| time.map(|time| local(time, zone));
    sound.map(|()| (start, instant(opens), instant(closes)))
}

/// Both coordinates or none. The bounds are Kazakhstan's: wider ones would let swapped coordinates pass.
fn point(cells: &mut Cells<'_>) -> Result<Option<(f64, f64)>, Reported> {
    let latitude = cells.optional(
        "latitude",
        "a latitude in Kazakhstan (40 to 56)",
        "degrees such as 51.1256, or nothing",
        |text| degrees(text, 40.0..=56.0),
    );
    let longitude = cells.optional(
        "longitude",
        "a longitude in Kazakhstan (46 to 88)",
        "degrees such as 71.427, or nothing",
        |text| degrees(text, 46.0..=88.0),
    );
    match (latitude?, longitude?) {
        (Some(latitude), Some(longitude)) => Ok(Some((latitude, longitude))),
        (None, None) => Ok(None),
        (Some(_), None) => Err(cells.empty("longitude", "it beside the latitude, or empty both")),
        (None, Some(_)) => Err(cells.empty("latitude", "it beside the longitude, or empty both")),
    }
}
