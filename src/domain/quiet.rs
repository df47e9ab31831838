//! Quiet hours: when nothing optional is sent, and how long something takes that must not be sent in them.

use super::local;
use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

/// The hours of a day between which nothing optional is sent, in the programme's zone. They may go over midnight; the
/// same time twice means none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuietHours {
    /// First quiet moment.
    pub from: NaiveTime,
    /// First moment that is not quiet any more.
    pub to: NaiveTime,
    /// The zone they are meant in.
    pub zone: Tz,
}

impl QuietHours {
    /// When the quiet ends that reigns at `now`; `None` when it does not.
    pub fn until(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let here = now.with_timezone(&self.zone);
        let (day, time) = (here.date_naive(), here.time());
        let over_midnight = self.to < self.from;
        let (quiet, ends) = if over_midnight {
            let tomorrow = day.checked_add_days(Days::new(1)).unwrap_or(day);
            (time >= self.from || time < self.to, if time >= self.from { tomorrow } else { day })
        } else {
            (self.from <= time && time < self.to, day)
        };
        quiet.then(|| local(ends.and_time(self.to), self.zone))
    }

    /// The first moment from `at` on that is not quiet.
    pub fn after(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.until(at).unwrap_or(at)
    }

    /// When a work ends that begins at `from`, takes so long and rests in quiet hours.
    pub fn end_of(&self, from: DateTime<Utc>, mut takes: TimeDelta) -> DateTime<Utc> {
        /// Minutes, so that a work of days is found by some thousand steps.
        const STEP: TimeDelta = TimeDelta::minutes(1);
        let mut at = self.after(from);
        while takes > STEP {
            at = self.after(at + STEP);
            takes -= STEP;
        }
        self.after(at) + takes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Asia::Almaty;

    fn hours(from: u32, to: u32) -> QuietHours {
        let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
        QuietHours { from: time(from), to: time(to), zone: Almaty }
    }

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn quiet_reigns_from_its_first_moment_to_its_last() {
        let night = hours(22, 8);
        for (now, until) in [
            ("2026-12-01T21:59:59+05:00", None),
            ("2026-12-01T22:00:00+05:00", Some("2026-12-02T08:00:00+05:00")),
            ("2026-12-02T00:00:00+05:00", Some("2026-12-02T08:00:00+05:00")),
            ("2026-12-02T07:59:59+05:00", Some("2026-12-02T08:00:00+05:00")),
            ("2026-12-02T08:00:00+05:00", None),
        ] {
            assert_eq!(night.until(at(now)), until.map(at), "{now}");
        }
        let lunch = hours(13, 14);
        assert_eq!(lunch.until(at("2026-12-01T13:30:00+05:00")), Some(at("2026-12-01T14:00:00+05:00")));
        assert_eq!(lunch.until(at("2026-12-01T14:00:00+05:00")), None);
        assert_eq!(hours(8, 8).until(at("2026-12-01T08:00:00+05:00")), None);
    }

    #[test]
    fn a_work_rests_at_night() {
        let night = hours(22, 8);
        for (from, hours, end) in [
            ("2026-12-01T10:00:00+05:00", 2, "2026-12-01T12:00:00+05:00"),
            ("2026-12-01T21:00:00+05:00", 2, "2026-12-02T09:00:00+05:00"),
            ("2026-12-01T23:00:00+05:00", 1, "2026-12-02T09:00:00+05:00"),
            ("2026-12-01T08:00:00+05:00", 30, "2026-12-03T10:00:00+05:00"),
        ] {
            assert_eq!(night.end_of(at(from), TimeDelta::hours(hours)), at(end), "{from} {hours}");
        }
    }
}
