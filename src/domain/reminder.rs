//! Reminders: by which rules they fall due, in the programme's zone. What they say is in the views.

use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// When a reminder falls due. Written `day@11:00` (the day before, local time) or `2h`, `30m`, `45s` (before the start).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReminderRule {
    /// On the day before, at this local time.
    DayBefore(NaiveTime),
    /// This many seconds before the start.
    Before(u32),
}

impl ReminderRule {
    /// The instant it falls due for an event that starts at `starts_at` in `zone`.
    pub fn due(self, starts_at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            ReminderRule::Before(seconds) => starts_at - TimeDelta::seconds(i64::from(seconds)),
            ReminderRule::DayBefore(time) => {
                let day = starts_at.with_timezone(&zone).date_naive() - TimeDelta::days(1);
                local(day.and_time(time), zone)
            }
        }
    }

    /// Whether it is still worth sending at `now`, after an outage: nothing once the event has begun, and no "tomorrow"
    /// on the day itself, for which the nearer reminder is.
    pub fn is_useful(self, now: DateTime<Utc>, starts_at: DateTime<Utc>, zone: Tz) -> bool {
        let day = |instant: DateTime<Utc>| instant.with_timezone(&zone).date_naive();
        match self {
            ReminderRule::Before(_) => now < starts_at,
            ReminderRule::DayBefore(_) => day(now) < day(starts_at),
        }
    }
}

/// The instant a promised local time means. A time that happens twice means its first occurrence; one that a clock
/// change leaves out means the same time by the offset in force before.
pub fn local(time: chrono::NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    zone.from_local_datetime(&time)
        .earliest()
        .or_else(|| {
            zone.from_local_datetime(&(time - TimeDelta::hours(1)))
                .earliest()
                .map(|t| t + TimeDelta::hours(1))
        })
        .map_or_else(|| time.and_utc(), |t| t.with_timezone(&Utc))
}

impl fmt::Display for ReminderRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReminderRule::DayBefore(time) => write!(f, "day@{}", time.format("%H:%M")),
            ReminderRule::Before(s) if s % 3600 == 0 => write!(f, "{}h", s / 3600),
            ReminderRule::Before(s) if s % 60 == 0 => write!(f, "{}m", s / 60),
            ReminderRule::Before(s) => write!(f, "{s}s"),
        }
    }
}

impl FromStr for ReminderRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || {
            format!(
                "`{text}` is not a reminder: write day@HH:MM or a time before the start like 2h, 30m, 45s"
            )
        };
        if let Some(time) = text.strip_prefix("day@") {
            return NaiveTime::parse_from_str(time, "%H:%M")
                .map(ReminderRule::DayBefore)
                .map_err(|_| fault());
        }
        duration(text).map(ReminderRule::Before).ok_or_else(fault)
    }
}

/// Reads `12h`, `30m`, `45s`: a positive number of hours, minutes or seconds, in seconds; at most 30 days.
pub fn duration(text: &str) -> Option<u32> {
    let unit = match text.chars().last()? {
        'h' => 3600,
        'm' => 60,
        's' => 1,
        _ => return None,
    };
    let number: u32 = text[..text.len() - 1].parse().ok()?;
    number.checked_mul(unit).filter(|seconds| (1..=30 * 86_400).contains(seconds))
}

impl TryFrom<String> for ReminderRule {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<ReminderRule> for String {
    fn from(rule: ReminderRule) -> Self {
        rule.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn rules_round_trip_and_bad_ones_are_named() {
        for text in ["day@11:00", "day@00:05", "2h", "30m", "45s", "90m"] {
            let rule: ReminderRule = text.parse().unwrap();
            assert_eq!(rule.to_string(), text);
        }
        for text in ["", "h", "0h", "2d", "-1h", "day@25:00", "day", "99999h", "é"] {
            assert!(text.parse::<ReminderRule>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_day_before_is_counted_in_local_time() {
        let zone = chrono_tz::Asia::Almaty;
        let rule: ReminderRule = "day@11:00".parse().unwrap();
        // 00:30 on the 6th in Almaty is still the 5th in UTC; the day before is the 5th in Almaty.
        let start = local(NaiveDate::from_ymd_opt(2026, 12, 6).unwrap().and_hms_opt(0, 30, 0).unwrap(), zone);
        assert_eq!(rule.due(start, zone).to_rfc3339(), "2026-12-05T06:00:00+00:00");
    }

    #[test]
    fn a_time_that_happened_twice_means_its_first_occurrence() {
        // Almaty turned back from +06 to +05 at 24:00 on 2024-02-29.
        let twice = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap().and_hms_opt(23, 30, 0).unwrap();
        assert_eq!(local(twice, chrono_tz::Asia::Almaty).to_rfc3339(), "2024-02-29T17:30:00+00:00");
    }
}
