//! The buttons by which people come to work at events and others see that they do, and their payloads after the tag `j`.
//! What they do stands in `bot/team` and `bot/staff`.

use super::codec::Fields;
use crate::domain::HostId;

/// A press about who works where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Staff {
    /// Yes or no to an organisation that asks to run an event too.
    Answer(HostId, bool),
}

impl Staff {
    pub(super) fn encode(&self) -> String {
        match self {
            Staff::Answer(id, yes) => format!("j.a.{id}.{}", u8::from(*yes)),
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        Some(match fields.next()? {
            "a" => Staff::Answer(HostId(fields.number()?), fields.flag()?),
            _ => return None,
        })
    }
}
