//! Dates, times and spans as people say them, from the tables of `dates.ftl`. No rules about when anything happens.

use super::{Html, Tr};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

impl Tr {
    /// The local date of an instant.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.here(at).date_naive()
    }

    /// `18:30`.
    pub fn time(&self, at: DateTime<Utc>) -> Html {
        Html::ours(self.here(at).format("%H:%M").to_string())
    }

    /// Date, day of the week and time; with the year unless it is the current one.
    pub fn when(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
        if self.day(at).year() == self.day(now).year() { self.moment(at) } else { self.moment_with_year(at) }
    }

    /// Date, day of the week and time, for what is near.
    pub fn moment(&self, at: DateTime<Utc>) -> Html {
        let day = self.day(at);
        self.dates_moment(
            self.dates_weekday(day.weekday().number_from_monday()),
            day.day(),
            self.dates_month(day.month()),
            self.time(at),
        )
    }

    /// The same with the year, for what may be read long after.
    pub fn moment_with_year(&self, at: DateTime<Utc>) -> Html {
        let day = self.day(at);
        self.dates_moment_year(
            self.dates_weekday(day.weekday().number_from_monday()),
            day.day(),
            self.dates_month(day.month()),
            day.year(),
            self.time(at),
        )
    }

    /// Short form for a line of a list; today and tomorrow by their names.
    pub fn brief(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
        match (self.day(at) - self.day(now)).num_days() {
            0 => self.dates_today_at(self.time(at)),
            1 => self.dates_tomorrow_at(self.time(at)),
            _ => self.dates_line(self.day_brief(self.day(at)), self.time(at)),
        }
    }

    /// A day without a time, short: `5 қыр, сб`.
    pub fn day_brief(&self, day: NaiveDate) -> Html {
        self.dates_day(
            self.dates_weekday_short(day.weekday().number_from_monday()),
            day.day(),
            self.dates_month_short(day.month()),
        )
    }

    /// "until 18:30", with the day unless it is today.
    pub fn until(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
        let day = self.day(at);
        if day == self.day(now) {
            self.dates_until_time(self.time(at))
        } else {
            self.dates_until_day(self.time(at), day.day(), self.dates_month(day.month()))
        }
    }

    /// How long it is until then: "in 2 hours". At least a minute; hours from two on, days from two on.
    pub fn within(&self, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
        let minutes = ((at - now + TimeDelta::seconds(30)).num_minutes()).max(1);
        match minutes {
            ..120 => self.dates_in_minutes(minutes),
            120..2880 => self.dates_in_hours((minutes + 30) / 60),
            _ => self.dates_in_days((minutes + 720) / 1440),
        }
    }

    /// A length: "1 h 30 min".
    pub fn length(&self, minutes: u32) -> Html {
        match (minutes / 60, minutes % 60) {
            (0, minutes) => self.dates_length_minutes(minutes),
            (hours, 0) => self.dates_length_hours(hours),
            (hours, minutes) => self.dates_length_both(hours, minutes),
        }
    }

    /// Title of a month's page: "September 2026".
    pub fn month_title(&self, year: i32, month: u32) -> Html {
        self.dates_month_title(self.dates_month_alone(month), year)
    }

    fn here(&self, at: DateTime<Utc>) -> DateTime<Tz> {
        at.with_timezone(&self.zone)
    }
}
