//! The built-in sample programme for trying the bot out: an invented month of neutral city events around now.

use crate::app::sheet;
use crate::domain::{EventFacts, programme};
use chrono::{DateTime, DurationRound, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// The events, as any organiser's file would say them, but with times counted from now.
const TABLE: &str = include_str!("sample.csv");

/// The sample programme as of `now`.
///
/// Its times are written as `+3 18:30`, which means in three days at 18:30 local time, or `now+3h`, which means in
/// three hours, to the nearest half hour. Everything else goes through the reader of real programmes.
pub fn programme(now: DateTime<Utc>, zone: Tz) -> Vec<EventFacts> {
    let local = now.with_timezone(&zone).naive_local();
    let mut table = sheet::parse("sample.csv", TABLE.as_bytes()).expect("the sample is part of this program");
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Some(time) = absolute(cell, local) {
            *cell = time.format("%Y-%m-%d %H:%M").to_string();
        }
    }
    programme::read(&table, zone).expect("a test reads the sample")
}

/// The moment such a cell means; `None` for any other cell.
fn absolute(cell: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    if let Some(hours) = cell.strip_prefix("now+").and_then(|rest| rest.strip_suffix('h')) {
        let then = now + TimeDelta::hours(hours.parse().ok()?);
        return then.duration_round(TimeDelta::minutes(30)).ok();
    }
    let (days, time) = cell.strip_prefix('+')?.split_once(' ')?;
    let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
    Some((now.date() + TimeDelta::days(days.parse().ok()?)).and_time(time))
}
