//! The buttons of the report on an event that is over, and their payloads after the tag `y`. What they do stands in
//! `bot/reports.rs`.

use super::codec::Fields;
use crate::domain::{EventId, Figure};

/// A press on a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reports {
    /// The report.
    Look(EventId),
    /// Confirm it.
    Confirm(EventId),
    /// Which figure is to be put right?
    Correct(EventId),
    /// Ask for the right number.
    Figure(EventId, Figure),
}

impl Reports {
    pub(super) fn encode(self) -> String {
        match self {
            Reports::Look(event) => format!("y.l.{event}"),
            Reports::Confirm(event) => format!("y.y.{event}"),
            Reports::Correct(event) => format!("y.c.{event}"),
            Reports::Figure(event, figure) => format!("y.f.{event}.{}", figure.slug()),
        }
    }

    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        let tag = fields.next()?;
        let event = EventId(fields.number()?);
        Some(match tag {
            "l" => Reports::Look(event),
            "y" => Reports::Confirm(event),
            "c" => Reports::Correct(event),
            "f" => Reports::Figure(event, Figure::parse(fields.next()?)?),
            _ => return None,
        })
    }
}
