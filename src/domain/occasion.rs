//! Occasions: what an event brings about by itself at a time of its own, from the first reminder to what its organisers
//! hear of it afterwards. Planned one by one for each event, not per person. What is said then is in the views.

use super::{EventId, ReminderRule, local};
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::{fmt, str::FromStr};

/// How long after the end people are asked how it was, and its organisers for their report.
const ASKED_AFTER: TimeDelta = TimeDelta::hours(1);
/// How long after the end its organisers hear what people said.
const TOLD_AFTER: TimeDelta = TimeDelta::hours(25);
/// How long after its time such a question or result is still worth sending.
const AFTERWARDS: TimeDelta = TimeDelta::days(3);

/// Something an event brings about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Occasion {
    /// People are reminded of it.
    Reminder(ReminderRule),
    /// Its list closes: whoever still waits hears so.
    Closing,
    /// It is over: people are asked whether they came and how it was.
    Feedback,
    /// Its organisers hear what people said.
    Results,
    /// Its organisers are asked to confirm the report.
    Report,
    /// They are reminded of it.
    Overdue,
    /// They have not done so: admins hear of it.
    Missing,
    /// Those who did not come hear a kind word.
    Absent,
}

/// When an event takes place and when its list closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Times {
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// When nobody can sign up any more: at the start at the latest.
    pub closes_at: DateTime<Utc>,
}

impl Times {
    /// Those of an event that starts at `starts_at` and lasts so many minutes; `closes_at` as its organiser said it.
    pub fn new(starts_at: DateTime<Utc>, minutes: u32, closes_at: Option<DateTime<Utc>>) -> Self {
        let ends_at = starts_at + TimeDelta::minutes(i64::from(minutes));
        Self { starts_at, ends_at, closes_at: closes_at.map_or(starts_at, |closes| closes.min(starts_at)) }
    }
}

impl Occasion {
    /// The occasions of every event, whatever the settings say of reminders.
    pub const ALWAYS: [Occasion; 7] = [
        Occasion::Closing,
        Occasion::Feedback,
        Occasion::Results,
        Occasion::Report,
        Occasion::Overdue,
        Occasion::Missing,
        Occasion::Absent,
    ];

    /// The instant it falls due, in the programme's `zone`.
    pub fn due(self, times: &Times, zone: Tz) -> DateTime<Utc> {
        match self {
            Occasion::Reminder(rule) => rule.due(times.starts_at, zone),
            Occasion::Closing => times.closes_at,
            Occasion::Feedback | Occasion::Report => times.ends_at + ASKED_AFTER,
            Occasion::Results => times.ends_at + TOLD_AFTER,
            Occasion::Overdue => morning(times, zone, 1, 10),
            Occasion::Missing => morning(times, zone, 2, 10),
            Occasion::Absent => morning(times, zone, 1, 11),
        }
    }

    /// From when on nobody needs to hear of it any more.
    pub fn void_after(self, times: &Times) -> DateTime<Utc> {
        match self {
            Occasion::Reminder(_) => times.starts_at,
            Occasion::Closing => times.ends_at,
            Occasion::Feedback | Occasion::Report => times.ends_at + ASKED_AFTER + AFTERWARDS,
            // By then the admins hear of it.
            Occasion::Overdue => times.ends_at + TimeDelta::days(2),
            Occasion::Missing | Occasion::Absent => times.ends_at + TimeDelta::days(2) + AFTERWARDS,
            Occasion::Results => times.ends_at + TOLD_AFTER + AFTERWARDS,
        }
    }

    /// Whether it is still worth its words at `now`, after an outage.
    pub fn is_useful(self, now: DateTime<Utc>, times: &Times, zone: Tz) -> bool {
        let is_right = match self {
            Occasion::Reminder(rule) => rule.is_useful(now, times.starts_at, zone),
            _ => true,
        };
        is_right && now < self.void_after(times)
    }
}

/// So many days after the day on which it ends, at this hour in the programme's zone.
fn morning(times: &Times, zone: Tz, days: u64, hour: u32) -> DateTime<Utc> {
    let day = times.ends_at.with_timezone(&zone).date_naive() + Days::new(days);
    local(day.and_time(NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default()), zone)
}

impl fmt::Display for Occasion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Occasion::Reminder(rule) => rule.fmt(f),
            Occasion::Closing => f.write_str("closing"),
            Occasion::Feedback => f.write_str("feedback"),
            Occasion::Results => f.write_str("results"),
            Occasion::Report => f.write_str("report"),
            Occasion::Overdue => f.write_str("overdue"),
            Occasion::Missing => f.write_str("missing"),
            Occasion::Absent => f.write_str("absent"),
        }
    }
}

impl FromStr for Occasion {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match Self::ALWAYS.into_iter().find(|occasion| occasion.to_string() == text) {
            Some(occasion) => Ok(occasion),
            None => text.parse().map(Occasion::Reminder),
        }
    }
}

/// An occasion of an event that waits for its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The event.
    pub event: EventId,
    /// What it brings about.
    pub occasion: Occasion,
    /// When it falls due.
    pub due: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;
    use chrono_tz::Asia::Almaty;

    #[test]
    fn occasions_are_written_as_they_are_read() {
        for text in [
            "day@11:00",
            "2h",
            "30m",
            "closing",
            "feedback",
            "results",
            "report",
            "overdue",
            "missing",
            "absent",
        ] {
            assert_eq!(text.parse::<Occasion>().unwrap().to_string(), text);
        }
        assert!("later".parse::<Occasion>().is_err());
    }

    #[test]
    fn each_has_its_time_and_its_term() {
        let mut event = sample::event();
        let (starts, ends) = (event.starts_at, event.ends_at());
        let hours = TimeDelta::hours;
        for (occasion, closes, due, void_after) in [
            ("2h", None, starts - hours(2), starts),
            ("closing", None, starts, ends),
            ("closing", Some(starts - hours(5)), starts - hours(5), ends),
            ("closing", Some(starts + hours(5)), starts, ends),
            ("feedback", None, ends + hours(1), ends + hours(73)),
            ("results", None, ends + hours(25), ends + hours(97)),
            ("report", None, ends + hours(1), ends + hours(73)),
            // It ends at eight in the evening.
            ("overdue", None, ends + hours(14), ends + hours(48)),
            ("missing", None, ends + hours(38), ends + hours(120)),
            ("absent", None, ends + hours(15), ends + hours(120)),
        ] {
            event.facts.closes_at = closes;
            let (occasion, times) = (occasion.parse::<Occasion>().unwrap(), event.times());
            assert_eq!((occasion.due(&times, Almaty), occasion.void_after(&times)), (due, void_after));
            assert!(occasion.is_useful(void_after - hours(1), &times, Almaty), "{occasion}");
            assert!(!occasion.is_useful(void_after, &times, Almaty), "{occasion}");
        }
    }
}
