//! What one cell of a programme can mean: times, numbers, words, texts. Knows no columns.

use crate::domain::{Language, Problem};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use std::ops::RangeInclusive;

/// How times are written, for the lines that say so.
pub(super) const TIME_FORM: &str = "YYYY-MM-DD HH:MM";

/// Years in which an event may be; others are slips of the hand.
pub(super) const YEARS: RangeInclusive<i32> = 2020..=2100;

/// A date with its time: `2026-12-01 10:30`, the same with `T`, `01.12.2026 10:30`, or the number by which
/// spreadsheets store it. Seconds are let pass when they are zero.
pub(super) fn date_time(text: &str) -> Option<NaiveDateTime> {
    let Some((date, time)) = text.split_once(|c: char| c.is_whitespace() || c == 'T') else {
        return serial(text);
    };
    let (date, time) = (date.trim(), time.trim());
    let date = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|form| NaiveDate::parse_from_str(date, form).ok())?;
    let time = ["%H:%M", "%H:%M:00"].iter().find_map(|form| NaiveTime::parse_from_str(time, form).ok())?;
    Some(date.and_time(time))
}

/// As [`date_time`], but a spreadsheet's bare day is refused: it would promise midnight where a time was forgotten.
pub(super) fn start(text: &str) -> Option<NaiveDateTime> {
    let bare_day = text.bytes().all(|b| b.is_ascii_digit());
    if bare_day { None } else { date_time(text) }
}

/// A spreadsheet's number of a moment: days since 30 December 1899, the time of day as fraction.
fn serial(text: &str) -> Option<NaiveDateTime> {
    const FIRST: f64 = 36_526.0; // 2000-01-01: smaller numbers are not meant as dates of a programme.
    const LAST: f64 = 73_415.0; // 2101-01-01
    let days: f64 = text.parse().ok()?;
    // Binary fractions of a day miss the minute by a little, hence the rounding.
    let minutes = (days * 1_440.0).round();
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    (FIRST..LAST).contains(&days).then(|| epoch + TimeDelta::minutes(minutes as i64))
}

/// A whole number in a range; spaces between groups of digits are let pass, as spreadsheets print them.
pub(in crate::domain) fn whole(text: &str, range: RangeInclusive<u32>) -> Option<u32> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}')).collect();
    let number = digits.parse().ok()?;
    range.contains(&number).then_some(number)
}

/// Degrees within a range; the decimal comma of Kazakh and Russian spreadsheets is let pass.
pub(super) fn degrees(text: &str, range: RangeInclusive<f64>) -> Option<f64> {
    let number: f64 = text.replace(',', ".").parse().ok()?;
    range.contains(&number).then_some(number)
}

/// Languages joined by `+`, in the order of [`Language::ALL`] so that `ru+kk` equals `kk+ru`.
pub(in crate::domain) fn languages(text: &str) -> Option<Vec<Language>> {
    let named: Option<Vec<_>> = text
        .split(['+', ',', '/'])
        .map(|word| Language::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(word.trim())))
        .collect();
    let named = named?;
    Some(Language::ALL.into_iter().filter(|language| named.contains(language)).collect())
}

/// Yes or no, also as spreadsheets store it and in the other two languages.
pub(super) fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "1" | "иә" | "да" => Some(true),
        "no" | "false" | "0" | "жоқ" | "нет" => Some(false),
        _ => None,
    }
}

/// A text of one line, white space made single spaces.
pub(in crate::domain) fn line(text: &str, limit: usize) -> Result<String, Problem> {
    let visible = visible(text)?;
    fit(visible.split_whitespace().collect::<Vec<_>>().join(" "), limit)
}

/// A text of several lines; at most one blank line in a row.
pub(in crate::domain) fn paragraphs(text: &str, limit: usize) -> Result<String, Problem> {
    let visible = visible(text)?.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines: Vec<String> = Vec::new();
    for text in visible.lines() {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    fit(lines.join("\n").trim_end().to_owned(), limit)
}

/// Drops what nobody sees and pasting brings along; refuses what can break or disguise a text.
fn visible(text: &str) -> Result<String, Problem> {
    let odd = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}')
            || matches!(c, '\u{61c}' | '\u{180e}' | '\u{fff9}'..='\u{fffd}' | '\u{e0000}'..='\u{e007f}')
    };
    match text.chars().find(|c| odd(*c)) {
        Some(c) => Err(Problem::Control(c)),
        None => Ok(text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}')).collect()),
    }
}

fn fit(text: String, limit: usize) -> Result<String, Problem> {
    match text.chars().count() {
        length if length > limit => Err(Problem::TooLong { length, limit }),
        _ => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_and_spreadsheets_write_them() {
        for (text, expected) in [
            ("2026-12-01 10:30", "2026-12-01 10:30"),
            ("2026-12-01T10:30", "2026-12-01 10:30"),
            ("2026-12-01  10:30:00", "2026-12-01 10:30"),
            ("01.12.2026 9:05", "2026-12-01 09:05"),
            ("46357.4375", "2026-12-01 10:30"),
            ("46357.770833333336", "2026-12-01 18:30"),
            ("46357.999999", "2026-12-02 00:00"),
            ("46357", "2026-12-01 00:00"),
        ] {
            let time = date_time(text).map(|time| time.format("%Y-%m-%d %H:%M").to_string());
            assert_eq!(time.as_deref(), Some(expected), "{text}");
        }
        for text in [
            "2026-13-01 10:30",
            "2026-02-29 10:30",
            "2026-12-01 24:00",
            "2026-12-01 10:30:15",
            "2026-12-01",
            "12/01/2026 10:30",
            "01.12.26",
            "tomorrow 10:30",
            "20261201",
            "-1.5",
            "NaN",
            "inf",
            "1e9",
            "",
        ] {
            assert_eq!(date_time(text), None, "{text}");
        }
        assert_eq!(start("46357"), None);
        assert_eq!(start("46357.4375"), date_time("46357.4375"));
    }

    #[test]
    fn numbers_and_words_have_their_bounds() {
        for (text, expected) in [
            ("1", Some(1)),
            ("1 440", Some(1_440)),
            ("1\u{a0}440", Some(1_440)),
            ("0", None),
            ("1441", None),
            ("-5", None),
            ("90.5", None),
            ("99999999999", None),
            ("ninety", None),
        ] {
            assert_eq!(whole(text, 1..=1_440), expected, "{text}");
        }
        assert_eq!(degrees("51,125", 40.0..=56.0), Some(51.125));
        assert_eq!(degrees("71.4", 40.0..=56.0), None);
        assert_eq!(degrees("NaN", 40.0..=56.0), None);
        for (text, expected) in [
            ("kk", Some(vec![Language::Kk])),
            ("ru+KK", Some(vec![Language::Kk, Language::Ru])),
            ("en, ru / kk", Some(Language::ALL.to_vec())),
            ("kz", None),
            ("kk+", None),
            ("", None),
        ] {
            assert_eq!(languages(text), expected, "{text}");
        }
        assert_eq!((yes_no("YES"), yes_no("Жоқ"), yes_no("maybe")), (Some(true), Some(false), None));
    }

    #[test]
    fn texts_lose_what_nobody_sees_and_refuse_what_disguises() {
        assert_eq!(line(" Ашық\u{a0} дәріс\n\u{200b}II ", 20), Ok("Ашық дәріс II".into()));
        assert_eq!(line("👩\u{200d}🏫", 3), Ok("👩\u{200d}🏫".into()));
        assert_eq!(line("әіңғүұқөһ", 9), Ok("әіңғүұқөһ".into()));
        assert_eq!(line("0123456789", 9), Err(Problem::TooLong { length: 10, limit: 9 }));
        assert_eq!(paragraphs("a  b\r\n\r\n\r\n c\rd \n\n", 9), Ok("a b\n\nc\nd".into()));
        for c in ['\u{0}', '\u{1b}', '\u{85}', '\u{202e}', '\u{2066}', '\u{fffd}'] {
            assert_eq!(line(&format!("a{c}b"), 9), Err(Problem::Control(c)));
            assert_eq!(paragraphs(&format!("a{c}b"), 9), Err(Problem::Control(c)));
        }
    }
}
