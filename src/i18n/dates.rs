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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Language, length, moment};
    use chrono_tz::Asia::Almaty;
    use proptest::prelude::*;

    fn all<T: ToString>(word: impl Fn(Tr) -> T) -> [String; 3] {
        Language::ALL.map(|language| word(Tr::new(language, Almaty)).to_string())
    }

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00+05:00").parse().unwrap()
    }

    #[test]
    fn full_dates() {
        let start = at("2026-09-05T18:30");
        assert_eq!(
            all(|tr| tr.when(start, at("2026-01-01T00:00"))),
            ["5 қыркүйек, сенбі, 18:30", "суббота, 5 сентября, 18:30", "Saturday, 5 September, 18:30"]
        );
        // 00:30 on New Year's Day in Almaty is still the old year in UTC.
        assert_eq!(
            all(|tr| tr.when(at("2027-01-01T00:30"), at("2026-12-31T23:59"))),
            [
                "2027 ж. 1 қаңтар, жұма, 00:30",
                "пятница, 1 января 2027 г., 00:30",
                "Friday, 1 January 2027, 00:30"
            ]
        );
    }

    #[test]
    fn lines_of_lists() {
        let start = at("2026-09-05T18:30");
        for (now, expected) in [
            ("2026-09-01T10:00", ["5 қыр, сб 18:30", "5 сен, сб 18:30", "Sat 5 Sep, 18:30"]),
            ("2026-09-04T23:59", ["ертең 18:30", "завтра в 18:30", "tomorrow, 18:30"]),
            ("2026-09-05T00:00", ["бүгін 18:30", "сегодня в 18:30", "today, 18:30"]),
            ("2026-09-06T00:00", ["5 қыр, сб 18:30", "5 сен, сб 18:30", "Sat 5 Sep, 18:30"]),
        ] {
            assert_eq!(all(|tr| tr.brief(start, at(now))), expected, "{now}");
        }
    }

    #[test]
    fn ends_of_offers() {
        let end = at("2026-09-05T18:30");
        assert_eq!(all(|tr| tr.until(end, at("2026-09-05T00:00"))), ["18:30 дейін", "до 18:30", "by 18:30"]);
        assert_eq!(
            all(|tr| tr.until(end, at("2026-09-04T23:00"))),
            ["5 қыркүйек, 18:30 дейін", "до 5 сентября, 18:30", "by 18:30 on 5 September"]
        );
    }

    #[test]
    fn how_long_until() {
        let start = at("2026-09-05T18:30");
        for (seconds, expected) in [
            (-5, ["1 минуттан кейін", "через 1 минуту", "in 1 minute"]),
            (60, ["1 минуттан кейін", "через 1 минуту", "in 1 minute"]),
            (22 * 60, ["22 минуттан кейін", "через 22 минуты", "in 22 minutes"]),
            (90 * 60, ["90 минуттан кейін", "через 90 минут", "in 90 minutes"]),
            (7199, ["2 сағаттан кейін", "через 2 часа", "in 2 hours"]),
            (7201, ["2 сағаттан кейін", "через 2 часа", "in 2 hours"]),
            (5 * 3600, ["5 сағаттан кейін", "через 5 часов", "in 5 hours"]),
            (21 * 3600, ["21 сағаттан кейін", "через 21 час", "in 21 hours"]),
            (3 * 86_400, ["3 күннен кейін", "через 3 дня", "in 3 days"]),
            (11 * 86_400, ["11 күннен кейін", "через 11 дней", "in 11 days"]),
        ] {
            let now = start - TimeDelta::seconds(seconds);
            assert_eq!(all(|tr| tr.within(start, now)), expected, "{seconds}");
        }
    }

    #[test]
    fn lengths() {
        for (minutes, expected) in [
            (45, ["45 мин", "45 мин", "45 min"]),
            (60, ["1 сағ", "1 ч", "1 h"]),
            (90, ["1 сағ 30 мин", "1 ч 30 мин", "1 h 30 min"]),
        ] {
            assert_eq!(all(|tr| tr.length(minutes)), expected);
        }
    }

    #[test]
    fn people_are_counted_in_the_right_form() {
        for (n, expected) in [
            (1, ["1 адам", "1 человек", "1 person"]),
            (2, ["2 адам", "2 человека", "2 people"]),
            (5, ["5 адам", "5 человек", "5 people"]),
            (21, ["21 адам", "21 человек", "21 people"]),
        ] {
            assert_eq!(all(|tr| tr.common_people(n)), expected);
        }
    }

    proptest! {
        #[test]
        fn what_we_write_can_be_typed(days in -170_i64..180, minutes in 0_i64..1440, lasts in 1_u32..=1440) {
            let now = at("2026-12-01T12:00");
            let then = at("2026-12-01T00:00") + TimeDelta::minutes(days * 1440 + minutes);
            let local = then.with_timezone(&Almaty).naive_local();
            for language in Language::ALL {
                let tr = Tr::new(language, Almaty);
                for text in [tr.moment(then), tr.moment_with_year(then), tr.when(then, now), tr.brief(then, now)] {
                    let read = moment(text.as_ref(), now.with_timezone(&Almaty));
                    prop_assert_eq!(read, Some(local), "{}", text);
                }
                prop_assert_eq!(length(tr.length(lasts).as_ref()), Some(lasts), "{}", tr.length(lasts));
            }
        }
    }
}
