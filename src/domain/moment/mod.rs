//! A date and time as people type them, in all three languages. Tables of a programme are stricter: see `programme`.
//!
//! A text is taken apart into words and figures, and every way to read all of them is tried. It is understood if there
//! is one way only, or if all of them mean the same: nothing is guessed and nothing passed over.

mod length;
mod vocabulary;
mod words;

#[cfg(test)]
mod tests;

pub use length::length;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Weekday};
use chrono_tz::Tz;
use vocabulary::{Part, WORDS, Which, Word};
use words::{Figure, Token};

/// A date without a year that lies further back than this is meant for the next one.
const LONG_AGO: TimeDelta = TimeDelta::days(180);

/// Reads a date and a time: «5 сентября 18:30», «ертең сағат 19-да», `next Friday 6:30 pm`, `05.09 18.30`,
/// `2026-09-05T18:30`; a time alone means the next time it is that late.
///
/// The day comes before the month. A weekday means the coming one; «следующий» and its like mean that of the next
/// calendar week. An hour of one digit needs its minutes or a part of the day. The result may lie in the past: that is
/// for the asker to refuse.
pub fn moment(text: &str, here: DateTime<Tz>) -> Option<NaiveDateTime> {
    let said = Said(WORDS.tokens(text)?);
    let mut readings = Vec::new();
    said.read(0, Reading::default(), &mut readings);
    let mut moments = readings.iter().map(|reading| reading.moment(here));
    let first = moments.next()??;
    moments.all(|other| other == Some(first)).then_some(first)
}

/// What a text has told so far; everything is said at most once.
#[derive(Clone, Copy, Default)]
struct Reading {
    /// Day and month.
    date: Option<(u32, u32)>,
    year: Option<i32>,
    weekday: Option<Weekday>,
    which: Option<Which>,
    ahead: Option<u64>,
    clock: Option<Clock>,
    part: Option<Part>,
}

#[derive(Clone, Copy)]
struct Clock {
    hour: u32,
    minute: u32,
    /// Whether it can only be of 24 hours: `9` may be an evening's, `09` and `9:00` not.
    of_24: bool,
}

impl Reading {
    /// What it comes to. `None` if something is missing, impossible or at odds.
    fn moment(&self, here: DateTime<Tz>) -> Option<NaiveDateTime> {
        let (today, time) = (here.date_naive(), self.time()?);
        let passed = time <= here.time();
        let date = match self.date {
            Some((day, month)) => Some(date(day, month, self.year, today)?),
            None if self.year.is_some() => return None,
            None => None,
        };
        let ahead = self.ahead.and_then(|days| today.checked_add_days(Days::new(days)));
        if date.zip(ahead).is_some_and(|(date, ahead)| date != ahead) {
            return None;
        }
        let day = match (date.or(ahead), self.weekday) {
            (Some(day), Some(weekday)) => Some(day).filter(|day| day.weekday() == weekday)?,
            (Some(day), None) => day,
            (None, Some(weekday)) => return Some(coming(weekday, self.which, today, passed)?.and_time(time)),
            (None, None) => today.checked_add_days(Days::new(passed.into()))?,
        };
        self.which.is_none().then(|| day.and_time(time))
    }

    fn time(&self) -> Option<NaiveTime> {
        let clock = self.clock?;
        let hour = match self.part {
            Some(part) => part.hour(clock.hour)?,
            None => Some(clock.hour).filter(|_| clock.of_24)?,
        };
        NaiveTime::from_hms_opt(hour, clock.minute, 0)
    }
}

fn date(day: u32, month: u32, year: Option<i32>, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(year) = year {
        return NaiveDate::from_ymd_opt(year, month, day).filter(|_| (2020..=2100).contains(&year));
    }
    let this = NaiveDate::from_ymd_opt(today.year(), month, day);
    let next = NaiveDate::from_ymd_opt(today.year() + 1, month, day);
    this.filter(|this| today - *this < LONG_AGO).or(next)
}

/// The day a weekday means. Said on that day, before the time, it could be today or in a week: nobody knows.
fn coming(weekday: Weekday, which: Option<Which>, today: NaiveDate, passed: bool) -> Option<NaiveDate> {
    let ahead = i64::from(weekday.num_days_from_monday()) - i64::from(today.weekday().num_days_from_monday());
    let ahead = match which {
        Some(Which::Next) => ahead + 7,
        Some(Which::This) => Some(ahead).filter(|ahead| *ahead >= 0)?,
        None if ahead == 0 => passed.then_some(7)?,
        None => ahead.rem_euclid(7),
    };
    today.checked_add_signed(TimeDelta::days(ahead))
}

/// Puts down what was not yet said.
fn say<T>(place: &mut Option<T>, value: T) -> Option<()> {
    place.is_none().then(|| *place = Some(value))
}

/// Reads on at a place: how many pieces it took.
type Rule = fn(&Said, usize, &mut Reading) -> Option<usize>;

const RULES: [Rule; 8] = [
    Said::word,
    Said::numeric_date,
    Said::day_and_month,
    Said::month_and_day,
    Said::year,
    Said::clock,
    Said::hour,
    Said::hour_and_minutes,
];

struct Said(Vec<Token<Word>>);

impl Said {
    /// All ways to read everything from a place on.
    fn read(&self, at: usize, reading: Reading, found: &mut Vec<Reading>) {
        if at == self.0.len() {
            found.push(reading);
            return;
        }
        for rule in RULES {
            let mut reading = reading;
            if let Some(taken) = rule(self, at, &mut reading) {
                self.read(at + taken, reading, found);
            }
        }
    }

    fn figures(&self, at: usize) -> Option<(&[Figure], &str)> {
        match self.0.get(at)? {
            Token::Figures(figures, marks) => Some((figures, marks)),
            Token::Word(_) => None,
        }
    }

    /// A number standing alone, of one or two digits.
    fn number(&self, at: usize) -> Option<Figure> {
        match self.figures(at)? {
            ([figure], _) if figure.width <= 2 => Some(*figure),
            _ => None,
        }
    }

    fn meanings(&self, at: usize) -> &[Word] {
        match self.0.get(at) {
            Some(Token::Word(meanings)) => meanings,
            _ => &[],
        }
    }

    /// 1 if there is a word of this meaning, else 0.
    fn count(&self, at: usize, meaning: Word) -> usize {
        self.meanings(at).contains(&meaning).into()
    }

    fn is_part(&self, at: usize) -> bool {
        self.meanings(at).iter().any(|word| matches!(word, Word::Part(_)))
    }

    fn month(&self, at: usize) -> Option<u32> {
        self.meanings(at)
            .iter()
            .find_map(|word| if let Word::Month(month) = word { Some(*month) } else { None })
    }

    fn word(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        self.meanings(at).iter().find_map(|word| match *word {
            Word::Weekday(weekday) => say(&mut reading.weekday, weekday),
            Word::Ahead(days) => say(&mut reading.ahead, days),
            Word::Which(which) => say(&mut reading.which, which),
            Word::Part(part) => say(&mut reading.part, part),
            Word::Noon => say(&mut reading.clock, Clock { hour: 12, minute: 0, of_24: true }),
            Word::Marker if !self.meanings(at + 1).is_empty() => Some(()),
            Word::Filler => Some(()),
            _ => None,
        })?;
        Some(1)
    }

    fn numeric_date(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let (figures, marks) = self.figures(at)?;
        let (day, month, year) = match (marks, figures) {
            ("." | "/", &[day, month]) => (day, month, None),
            ("--" | ".." | "//", &[year, month, day]) if year.width == 4 => (day, month, Some(year.value)),
            ("--" | ".." | "//", &[day, month, year]) if year.width == 4 => (day, month, Some(year.value)),
            (".." | "//", &[day, month, year]) if year.width == 2 => (day, month, Some(2000 + year.value)),
            _ => return None,
        };
        let fits = day.width <= 2 && month.width <= 2 && (1..=31).contains(&day.value);
        if !fits || !(1..=12).contains(&month.value) {
            return None;
        }
        if let Some(year) = year {
            say(&mut reading.year, year as i32)?;
        }
        say(&mut reading.date, (day.value, month.value))?;
        Some(1)
    }

    fn day_and_month(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let day = self.number(at)?;
        let mut next = at + 1 + self.count(at + 1, Word::Ordinal);
        next += self.count(next, Word::Filler);
        say(&mut reading.date, (day.value, self.month(next)?))?;
        Some(next + 1 - at)
    }

    fn month_and_day(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let (month, day) = (self.month(at)?, self.number(at + 1)?);
        say(&mut reading.date, (day.value, month))?;
        Some(2 + self.count(at + 2, Word::Ordinal))
    }

    fn year(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let ([Figure { value, width: 4 }], _) = self.figures(at)? else { return None };
        say(&mut reading.year, *value as i32)?;
        Some(1)
    }

    /// `18:30`, `18.30`, `18:30:00`.
    fn clock(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let marked = self.count(at, Word::Marker);
        let place = at + marked;
        let (hour, minute) = match self.figures(place)? {
            (&[hour, minute], ":") | (&[hour, minute, Figure { value: 0, width: 2 }], "::") => (hour, minute),
            // Of two such pairs the first is the date, if it can be one.
            (&[hour, minute], ".") if marked == 1 || !self.is_before_another(place) => (hour, minute),
            _ => return None,
        };
        say(&mut reading.clock, clock(hour, Some(minute))?)?;
        let ending = |at| self.count(at, Word::Ending).max(self.count(at, Word::Hours));
        Some(marked + 1 + ending(place + 1))
    }

    fn is_before_another(&self, at: usize) -> bool {
        let is_date = |at: usize| self.numeric_date(at, &mut Reading::default()).is_some();
        is_date(at) && (at + 1..self.0.len()).any(is_date)
    }

    /// «в 19», «19 часов», «19-да», `7 pm`: something must say that it is an hour.
    fn hour(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let marked = self.count(at, Word::Marker);
        let place = at + marked;
        let hour = self.number(place)?;
        let unit = self.count(place + 1, Word::Hours);
        let ending = self.count(place + 1 + unit, Word::Ending);
        let is_near_part =
            self.is_part(place + 1) || at.checked_sub(1).is_some_and(|before| self.is_part(before));
        if marked + unit + ending == 0 && !is_near_part {
            return None;
        }
        say(&mut reading.clock, clock(hour, None)?)?;
        Some(marked + 1 + unit + ending)
    }

    /// «в 18 30», «18 сағат 30 минут», `18h30`.
    fn hour_and_minutes(&self, at: usize, reading: &mut Reading) -> Option<usize> {
        let marked = self.count(at, Word::Marker);
        let place = at + marked;
        let (hour, unit) = (self.number(place)?, self.count(place + 1, Word::Hours));
        let minute = self.number(place + 1 + unit).filter(|_| marked + unit > 0)?;
        say(&mut reading.clock, clock(hour, Some(minute))?)?;
        let next = place + 2 + unit;
        let named = self.count(next, Word::Minutes);
        Some(next + named + self.count(next + named, Word::Ending) - at)
    }
}

fn clock(hour: Figure, minute: Option<Figure>) -> Option<Clock> {
    let of_24 = minute.is_some() || hour.width == 2;
    let minute = match minute {
        Some(minute) if minute.width == 2 => minute.value,
        Some(_) => return None,
        None => 0,
    };
    (hour.width <= 2 && hour.value < 24 && minute < 60).then_some(Clock { hour: hour.value, minute, of_24 })
}
