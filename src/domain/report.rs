//! The report on an event that is over: what was counted, what somebody who knows better has corrected, and whether it is
//! confirmed. No wording.

use super::{Event, Language, PersonId, Reason, Results};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A number that a report gives and that can be corrected. All are people, but for the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// Held seats.
    Registered,
    /// Of these, said "I'm coming".
    Coming,
    /// Were checked in by name.
    Came,
    /// Held seats and were not checked in, where anybody was.
    Absent,
    /// Came without a registration.
    WalkIns,
    /// Were in the room by a count of heads: everybody, registered or not.
    HeadCount,
    /// Questions that were asked.
    Questions,
}

impl Figure {
    /// Largest number taken for one.
    pub const MOST: u32 = 1_000_000;

    /// In the order of a report.
    pub const ALL: [Figure; 7] = [
        Figure::Registered,
        Figure::Coming,
        Figure::Came,
        Figure::Absent,
        Figure::WalkIns,
        Figure::HeadCount,
        Figure::Questions,
    ];

    /// The stable word in the database and in payloads.
    pub const fn slug(self) -> &'static str {
        match self {
            Figure::Registered => "registered",
            Figure::Coming => "coming",
            Figure::Came => "came",
            Figure::Absent => "absent",
            Figure::WalkIns => "walk_ins",
            Figure::HeadCount => "head_count",
            Figure::Questions => "questions",
        }
    }

    /// Reads [`Figure::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.slug() == slug)
    }
}

/// Figures, as far as they are known.
pub type Figures = BTreeMap<Figure, u32>;

/// A figure that somebody put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Which.
    pub figure: Figure,
    /// What it was, if it was known.
    pub before: Option<u32>,
    /// What it is.
    pub after: u32,
    /// Why.
    pub reason: Reason,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What those who work on an event report of it.
#[derive(Clone, Debug, PartialEq)]
pub struct EventReport {
    /// The event.
    pub event: Event,
    /// What was counted; it moves no more once the report is confirmed.
    pub counted: Figures,
    /// What was put right, in order.
    pub corrections: Vec<Correction>,
    /// How many of the registered are spoken to in each language, in the order of [`Language::ALL`].
    pub languages: [u32; Language::ALL.len()],
    /// What people say of it.
    pub results: Results,
    /// Who confirmed it, and when.
    pub confirmed: Option<(PersonId, DateTime<Utc>)>,
}

impl EventReport {
    /// A figure with its corrections; `None` while it is not known.
    pub fn figure(&self, figure: Figure) -> Option<u32> {
        let corrected = self.corrections.iter().rev().find(|correction| correction.figure == figure);
        corrected.map(|correction| correction.after).or_else(|| self.counted.get(&figure).copied())
    }
}

/// Answer to confirming a report.
#[derive(Clone, Debug, PartialEq)]
pub enum ReportConfirmed {
    /// It stands from now on.
    Done(EventReport),
    /// Somebody had confirmed it before.
    Already(EventReport),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn figures_are_read_as_they_are_written() {
        for figure in Figure::ALL {
            assert_eq!(Figure::parse(figure.slug()), Some(figure));
            assert_eq!(serde_json::to_string(&figure).unwrap(), format!("\"{}\"", figure.slug()));
        }
        let figures = Figures::from([(Figure::WalkIns, 3), (Figure::Came, 0)]);
        let text = serde_json::to_string(&figures).unwrap();
        assert_eq!(text, r#"{"came":0,"walk_ins":3}"#);
        assert_eq!(serde_json::from_str::<Figures>(&text).unwrap(), figures);
    }

    #[test]
    fn the_last_correction_counts() {
        let correction = |figure, after| Correction {
            figure,
            before: None,
            after,
            reason: Reason::parse("Қайта санадық").unwrap(),
            by: PersonId(1),
            at: DateTime::UNIX_EPOCH,
        };
        let report = EventReport {
            event: sample::event(),
            counted: Figures::from([(Figure::Came, 10), (Figure::Registered, 20)]),
            corrections: vec![
                correction(Figure::Came, 11),
                correction(Figure::HeadCount, 40),
                correction(Figure::Came, 12),
            ],
            languages: [0; 3],
            results: Results::default(),
            confirmed: None,
        };
        assert_eq!(
            Figure::ALL.map(|figure| report.figure(figure)),
            [Some(20), None, Some(12), None, None, Some(40), None]
        );
    }
}
