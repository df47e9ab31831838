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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{District, Language, Level};
    use chrono_tz::Asia::Almaty;
    use std::collections::HashSet;

    fn at(now: &str) -> (NaiveDateTime, Vec<EventFacts>) {
        let now: DateTime<Utc> = now.parse().unwrap();
        (now.with_timezone(&Almaty).naive_local(), programme(now, Almaty))
    }

    #[test]
    fn the_sample_shows_everything_at_any_hour() {
        for now in ["2026-12-05T06:10:00Z", "2027-02-28T18:59:59Z", "2028-02-29T23:00:00Z"] {
            let (local, events) = at(now);
            assert!(events.len() >= 64);
            for level in Level::ALL {
                assert!(events.iter().filter(|event| event.level == level).count() >= 8);
            }
            for district in District::ALL {
                assert!(events.iter().filter(|event| event.district == Some(district)).count() >= 6);
            }
            let hours = |event: &EventFacts| (event.local_start - local).num_minutes() as f64 / 60.0;
            assert!(events.iter().all(|event| hours(event) > 1.5 && hours(event) < 46.0 * 24.0));
            assert!(events.iter().filter(|event| (1.7..=4.3).contains(&hours(event))).count() >= 5);
            assert!(events.iter().any(|event| hours(event) > 44.0 * 24.0));
        }
    }

    #[test]
    fn the_sample_has_small_large_and_open_events() {
        let (_, events) = at("2026-12-05T06:10:00Z");
        let seats = |range: std::ops::RangeInclusive<u32>| {
            events.iter().filter(|event| event.capacity.is_some_and(|c| range.contains(&c))).count()
        };
        assert!(seats(1..=1) >= 1 && seats(2..=2) >= 1 && seats(12..=60) >= 30 && seats(300..=900) >= 6);
        assert!(events.iter().filter(|event| event.capacity.is_none()).count() >= 6);
        assert!(events.iter().any(|event| !event.phone_required));
        assert!(events.iter().any(|event| event.companions == 0));
        assert!(events.iter().any(|event| event.opens_at.is_some() && event.closes_at.is_some()));
        assert!(events.iter().all(|event| event.point.is_some() && !event.address.is_empty()));
        assert!(events.iter().all(|event| !event.description.is_empty()));
        let untranslated =
            |event: &&EventFacts| Language::ALL.iter().any(|l| event.title.exact(*l).is_none());
        assert_eq!(events.iter().filter(untranslated).count(), 8);
        for language in Language::ALL {
            let titles: HashSet<_> = events.iter().filter_map(|event| event.title.exact(language)).collect();
            assert!(titles.len() >= 64, "{language:?}: titles repeat");
        }
    }

    #[test]
    fn times_are_counted_from_now() {
        let now = "2026-12-31T22:50:00".parse().unwrap();
        for (cell, expected) in [
            ("now+3h", Some("2027-01-01T02:00:00")),
            ("+0 18:30", Some("2026-12-31T18:30:00")),
            ("+3 18:30", Some("2027-01-03T18:30:00")),
            ("now+h", None),
            ("+7 701", None),
            ("2026-12-31 18:30", None),
        ] {
            assert_eq!(absolute(cell, now), expected.map(|time| time.parse().unwrap()), "{cell}");
        }
    }
}
