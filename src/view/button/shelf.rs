//! The buttons of materials, and their payloads after the tag `mt`. What they do stands in `bot/materials.rs`.

use super::codec::{Fields, exact_language};
use crate::domain::{EventId, Language, MaterialId};

/// A press about materials. No event means the whole programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// A page of what there is for the person.
    Mine(u32),
    /// A page of the materials of an event.
    Of(EventId, u32),
    /// The first page beside what it was asked from.
    Beside(EventId),
    /// Get one.
    Take(MaterialId),
    /// A page of those that one may change.
    Tend(Option<EventId>, u32),
    /// Add one.
    Add(Option<EventId>),
    /// The next text is its title in this language.
    Title(Language),
    /// Add it as it is.
    Save,
    /// Ask whether to remove it.
    Remove(MaterialId),
    /// Remove it.
    RemoveSure(MaterialId),
}

impl Shelf {
    pub(super) fn encode(self) -> String {
        let of = |event: Option<EventId>| event.map_or(String::new(), |event| event.to_string());
        match self {
            Shelf::Mine(page) => format!("mt.m.{page}"),
            Shelf::Of(event, page) => format!("mt.o.{event}.{page}"),
            Shelf::Beside(event) => format!("mt.b.{event}"),
            Shelf::Take(id) => format!("mt.t.{id}"),
            Shelf::Tend(event, page) => format!("mt.k.{}.{page}", of(event)),
            Shelf::Add(event) => format!("mt.a.{}", of(event)),
            Shelf::Title(language) => format!("mt.l.{}", language.code()),
            Shelf::Save => "mt.s".into(),
            Shelf::Remove(id) => format!("mt.r.{id}"),
            Shelf::RemoveSure(id) => format!("mt.rr.{id}"),
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        Some(match fields.next()? {
            "m" => Shelf::Mine(fields.number()?),
            "o" => Shelf::Of(EventId(fields.number()?), fields.number()?),
            "b" => Shelf::Beside(EventId(fields.number()?)),
            "t" => Shelf::Take(MaterialId(fields.number()?)),
            "k" => Shelf::Tend(fields.optional(event)?, fields.number()?),
            "a" => Shelf::Add(fields.optional(event)?),
            "l" => Shelf::Title(exact_language(fields.next()?)?),
            "s" => Shelf::Save,
            "r" => Shelf::Remove(MaterialId(fields.number()?)),
            "rr" => Shelf::RemoveSure(MaterialId(fields.number()?)),
            _ => return None,
        })
    }
}

fn event(id: &str) -> Option<EventId> {
    id.parse().ok().filter(|number: &i64| number.to_string() == id).map(EventId)
}

/// Each of them with its longest fields.
#[cfg(test)]
pub(super) fn all(event: EventId, widest: i64) -> [Shelf; 12] {
    let id = MaterialId(widest);
    [
        Shelf::Mine(u32::MAX),
        Shelf::Of(event, u32::MAX),
        Shelf::Beside(event),
        Shelf::Take(id),
        Shelf::Tend(Some(event), u32::MAX),
        Shelf::Tend(None, 0),
        Shelf::Add(Some(event)),
        Shelf::Add(None),
        Shelf::Title(Language::Kk),
        Shelf::Save,
        Shelf::Remove(id),
        Shelf::RemoveSure(id),
    ]
}

/// Payloads that stand in people's chats. Lines are added, never changed.
#[cfg(test)]
pub(super) const FROZEN: &[&str] = &[
    "mt.m.0", "mt.o.7.0", "mt.b.7", "mt.t.5", "mt.k.7.0", "mt.k..0", "mt.a.7", "mt.a.", "mt.l.kk", "mt.s",
    "mt.r.5", "mt.rr.5",
];
