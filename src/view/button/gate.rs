//! The buttons of a door beyond check-in: walk-ins, head-counts, its code, and coming in by it. Their payloads follow the tag
//! `dg`; what they do stands in `bot/arrive.rs`, `bot/head_count.rs` and `bot/entrance.rs`.

use super::codec::Fields;
use crate::domain::{Counted, Entering, EventId, HeadCountId, WalkInId};

/// A press at a door.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Count in somebody without a ticket.
    WalkIn(EventId),
    /// Take that back.
    UndoWalkIn(WalkInId),
    /// The counting of heads.
    Count(EventId),
    /// So many more heads: one of [`Counted::STEPS`].
    Step(EventId, u32),
    /// Take a count back.
    UndoCount(HeadCountId),
    /// The picture that proves the count.
    Proof(EventId),
    /// The code to scan, of this minute.
    Code(EventId),
    /// The code on paper.
    Paper(EventId),
    /// Whether the code on paper is good.
    SetPaper(EventId, bool),
    /// Come in by the code that was scanned.
    Enter(Entering, Pass),
}

/// What the buttons of somebody carry who has scanned the code of a door; made and read by the service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass(String);

impl Pass {
    /// Longest pass, in characters.
    const MAX: usize = 40;

    /// Takes what may stand in a payload: letters, digits, `-` and `_`.
    pub fn new(text: &str) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        let fits = (1..=Self::MAX).contains(&text.len()) && text.bytes().all(is_plain);
        fits.then(|| Self(text.to_owned()))
    }

    /// As it was made.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Gate {
    pub(super) fn encode(&self) -> String {
        match self {
            Gate::WalkIn(event) => format!("dg.w.{event}"),
            Gate::UndoWalkIn(id) => format!("dg.wu.{id}"),
            Gate::Count(event) => format!("dg.c.{event}"),
            Gate::Step(event, step) => format!("dg.cs.{event}.{step}"),
            Gate::UndoCount(id) => format!("dg.cu.{id}"),
            Gate::Proof(event) => format!("dg.cp.{event}"),
            Gate::Code(event) => format!("dg.q.{event}"),
            Gate::Paper(event) => format!("dg.p.{event}"),
            Gate::SetPaper(event, good) => format!("dg.ps.{event}.{}", u8::from(*good)),
            Gate::Enter(Entering::Seated, pass) => format!("dg.h.{}", pass.0),
            Gate::Enter(Entering::Named, pass) => format!("dg.n.{}", pass.0),
            Gate::Enter(Entering::Nameless, pass) => format!("dg.a.{}", pass.0),
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        Some(match fields.next()? {
            "w" => Gate::WalkIn(EventId(fields.number()?)),
            "wu" => Gate::UndoWalkIn(WalkInId(fields.number()?)),
            "c" => Gate::Count(EventId(fields.number()?)),
            "cs" => {
                let event = EventId(fields.number()?);
                Gate::Step(event, fields.number().filter(|step| Counted::STEPS.contains(step))?)
            }
            "cu" => Gate::UndoCount(HeadCountId(fields.number()?)),
            "cp" => Gate::Proof(EventId(fields.number()?)),
            "q" => Gate::Code(EventId(fields.number()?)),
            "p" => Gate::Paper(EventId(fields.number()?)),
            "ps" => Gate::SetPaper(EventId(fields.number()?), fields.flag()?),
            "h" => Gate::Enter(Entering::Seated, Pass::new(fields.next()?)?),
            "n" => Gate::Enter(Entering::Named, Pass::new(fields.next()?)?),
            "a" => Gate::Enter(Entering::Nameless, Pass::new(fields.next()?)?),
            _ => return None,
        })
    }
}
