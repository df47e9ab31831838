//! A date and time as people type it. Tables of a programme are stricter: see `programme`.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;

/// A date without a year that lies further back than this is meant for the next one.
const LONG_AGO: TimeDelta = TimeDelta::days(180);

/// Reads `5.12 18:30`, `05.12.2026 18:30`, `2026-12-05 18:30`, the same with `T`, and `18:30` for the next time it is
/// that late. The result may lie in the past: that is for the asker to refuse.
pub fn moment(text: &str, here: DateTime<Tz>) -> Option<NaiveDateTime> {
    let text = text.trim();
    let today = here.date_naive();
    let Some((date, clock)) = text.rsplit_once(|c: char| c.is_whitespace() || c == 'T') else {
        // A date alone is no time.
        let time = time(text).filter(|_| text.contains(':'))?;
        let passed = time <= here.time();
        let day = if passed { today.checked_add_days(Days::new(1))? } else { today };
        return Some(day.and_time(time));
    };
    Some(day(date.trim().trim_end_matches(','), today)?.and_time(time(time_of(clock))?))
}

/// A time without the seconds and the zone of ISO, which are let pass when they say nothing.
fn time_of(text: &str) -> &str {
    text.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(text)
}

fn time(text: &str) -> Option<NaiveTime> {
    ["%H:%M", "%H.%M"].iter().find_map(|form| NaiveTime::parse_from_str(text, form).ok())
}

fn day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let whole = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok());
    if let Some(day) = whole.filter(|day| (2020..=2100).contains(&day.year())) {
        return Some(day);
    }
    let mut numbers = text.trim_end_matches('.').split('.').map(str::parse::<u32>);
    let (day, month) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    let year = match numbers.next() {
        None => None,
        Some(short) => Some(2000 + i32::try_from(short.ok()?).ok().filter(|year| *year < 100)?),
    };
    if numbers.next().is_some() {
        return None;
    }
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let this = NaiveDate::from_ymd_opt(today.year(), month, day);
    let next = NaiveDate::from_ymd_opt(today.year() + 1, month, day);
    this.filter(|this| today - *this < LONG_AGO).or(next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Almaty;

    #[test]
    fn moments_are_read_as_people_type_them() {
        let here = DateTime::parse_from_rfc3339("2026-12-01T12:00:00+05:00").unwrap().with_timezone(&Almaty);
        for (text, expected) in [
            ("5.12 18:30", Some("2026-12-05 18:30")),
            (" 05.12  8:05 ", Some("2026-12-05 08:05")),
            ("05.12.2026 18:30", Some("2026-12-05 18:30")),
            ("05.12.2026, 18:30", Some("2026-12-05 18:30")),
            ("5.12.26 18:30", Some("2026-12-05 18:30")),
            ("5.12. 18.30", Some("2026-12-05 18:30")),
            ("2026-12-05 18:30", Some("2026-12-05 18:30")),
            ("2026-12-05T18:30:00", Some("2026-12-05 18:30")),
            ("18:30", Some("2026-12-01 18:30")),
            ("9:00", Some("2026-12-02 09:00")),
            ("5.1 10:00", Some("2027-01-05 10:00")),
            ("30.11 10:00", Some("2026-11-30 10:00")),
            ("29.02 10:00", None),
            ("31.11 10:00", None),
            ("5.12 24:00", None),
            ("5.12", None),
            ("12/05 18:30", None),
            ("5.12.1999 18:30", None),
            ("1.2.3.4 18:30", None),
            ("ертең 18:30", None),
            ("", None),
        ] {
            let read = moment(text, here).map(|time| time.format("%Y-%m-%d %H:%M").to_string());
            assert_eq!(read.as_deref(), expected, "{text}");
        }
    }
}
