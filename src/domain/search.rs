//! Finding events: the filter of a list, and the one normal form in which titles and queries are compared.

use super::{District, Language, Level};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a person looks for. Every part narrows the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// On which days.
    pub days: Days,
    /// In which district.
    pub district: Option<District>,
    /// At which level.
    pub level: Option<Level>,
    /// Spoken in which language.
    pub language: Option<Language>,
}

/// Days a list covers, in local time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Days {
    /// From now on.
    #[default]
    All,
    /// Today.
    Today,
    /// Tomorrow.
    Tomorrow,
    /// Today and the six days after.
    Week,
    /// One day.
    Day(NaiveDate),
}

impl Days {
    /// First and last day, given today's date; `None` as the last means without end.
    pub fn bounds(self, today: NaiveDate) -> (NaiveDate, Option<NaiveDate>) {
        let plus = |n| today + chrono::Days::new(n);
        match self {
            Days::All => (today, None),
            Days::Today => (today, Some(today)),
            Days::Tomorrow => (plus(1), Some(plus(1))),
            Days::Week => (today, Some(plus(6))),
            Days::Day(day) => (day, Some(day)),
        }
    }
}

/// Folds a text to the form in which it is searched: lower case, Kazakh letters to their Russian neighbours
/// («қала» and «кала» meet), ё to е, everything that is not a letter or digit to a space.
///
/// «й» stays: it is a letter of its own to every reader.
pub fn normalise(text: &str) -> String {
    let folded: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'ә' => 'а',
            'ғ' => 'г',
            'қ' => 'к',
            'ң' => 'н',
            'ө' => 'о',
            'ұ' | 'ү' => 'у',
            'һ' => 'х',
            'і' => 'и',
            'ё' => 'е',
            c if c.is_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_meet() {
        for (one, other) in [("Қала", "кала"), ("ЁЛКА", "елка"), ("Үй-жай", "уй жай"), ("«Әлем»!", "алем")]
        {
            assert_eq!(normalise(one), normalise(other));
        }
        assert_ne!(normalise("май"), normalise("маи"));
        assert_eq!(normalise(" foo\"bar -x NEAR( "), "foo bar x near");
        assert_eq!(normalise("…"), "");
    }

    #[test]
    fn days_have_bounds() {
        let today = NaiveDate::from_ymd_opt(2026, 12, 31).unwrap();
        let next = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        assert_eq!(Days::Tomorrow.bounds(today), (next, Some(next)));
        assert_eq!(Days::Week.bounds(today), (today, NaiveDate::from_ymd_opt(2027, 1, 6)));
        assert_eq!(Days::All.bounds(today), (today, None));
    }
}
