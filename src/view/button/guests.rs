//! The buttons of the people of an event, and their payloads after the tag `k`. What they do stands in `bot/guests.rs`.

use super::codec::Fields;
use crate::domain::{EventId, Group, RegistrationId};

/// A press on the people of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guests {
    /// A page of a group of them, from 0.
    List(EventId, Group, u32),
    /// One of them, and the page they were opened from.
    Card(RegistrationId, Group, u32),
    /// Read their phone.
    Phone(RegistrationId),
    /// Seat them out of turn.
    MoveUp(RegistrationId),
    /// Ask why they are taken off the list.
    Remove(RegistrationId),
    /// Take them off.
    RemoveSure(RegistrationId),
    /// Sign somebody up by hand.
    Add(EventId),
    /// All of them as a file.
    File(EventId, Format),
}

/// A kind of file for spreadsheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// Both.
    pub const ALL: [Format; 2] = [Format::Csv, Format::Xlsx];

    /// How a file's name ends.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Csv => "csv",
            Format::Xlsx => "xlsx",
        }
    }
}

impl Guests {
    pub(super) fn encode(self) -> String {
        match self {
            Guests::List(event, group, page) => format!("k.l.{event}.{}.{page}", group.slug()),
            Guests::Card(id, group, page) => format!("k.c.{id}.{}.{page}", group.slug()),
            Guests::Phone(id) => format!("k.p.{id}"),
            Guests::MoveUp(id) => format!("k.u.{id}"),
            Guests::Remove(id) => format!("k.r.{id}"),
            Guests::RemoveSure(id) => format!("k.rs.{id}"),
            Guests::Add(event) => format!("k.a.{event}"),
            Guests::File(event, format) => format!("k.f.{event}.{}", format.extension()),
        }
    }

    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        Some(match fields.next()? {
            "l" => Guests::List(EventId(fields.number()?), Group::parse(fields.next()?)?, fields.number()?),
            "c" => {
                let id = RegistrationId(fields.number()?);
                Guests::Card(id, Group::parse(fields.next()?)?, fields.number()?)
            }
            "p" => Guests::Phone(RegistrationId(fields.number()?)),
            "u" => Guests::MoveUp(RegistrationId(fields.number()?)),
            "r" => Guests::Remove(RegistrationId(fields.number()?)),
            "rs" => Guests::RemoveSure(RegistrationId(fields.number()?)),
            "a" => Guests::Add(EventId(fields.number()?)),
            "f" => {
                let event = EventId(fields.number()?);
                let extension = fields.next()?;
                Guests::File(event, Format::ALL.into_iter().find(|f| f.extension() == extension)?)
            }
            _ => return None,
        })
    }
}
