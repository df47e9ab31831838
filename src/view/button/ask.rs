//! The buttons of questions about events and of the answers that are kept, and their payloads after the tag `as`. What
//! they do stands in `bot/questions.rs`.

use super::codec::Fields;
use crate::domain::{EventId, FaqId, Pile, QuestionId};

/// A press about a question or an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// A page of what is asked about an event.
    Board(EventId, u32),
    /// Ask something.
    Write(EventId),
    /// Vote for a question on this page, or take the vote back.
    Vote(QuestionId, u32),
    /// A question with its answer in full.
    Read(QuestionId),
    /// A page of the answers that are kept for everybody.
    Kept(EventId, u32),
    /// One of them in full.
    Entry(FaqId),
    /// Ask whether to keep it no longer.
    Drop(FaqId),
    /// Keep it no longer.
    DropSure(FaqId),
    /// Search in them by words.
    Search,
    /// A page of what was found.
    Found(u32, String),
    /// A page of what those who answer look through.
    Pile(EventId, Pile, u32),
    /// Let everybody see it.
    Approve(QuestionId),
    /// Take it away from everybody.
    Hide(QuestionId),
    /// Give it back.
    Unhide(QuestionId),
    /// Answer it.
    Answer(QuestionId),
    /// Correct the answer.
    Correct(QuestionId),
    /// Keep it at its event.
    Keep(QuestionId),
    /// Where it is kept and could be, page from 0.
    Keeping(QuestionId, u32),
    /// Keep it at this event or no longer; from which page.
    KeepAt(QuestionId, EventId, bool, u32),
}

impl Ask {
    pub(super) fn encode(&self) -> String {
        match self {
            Ask::Board(event, page) => format!("as.b.{event}.{page}"),
            Ask::Write(event) => format!("as.w.{event}"),
            Ask::Vote(id, page) => format!("as.v.{id}.{page}"),
            Ask::Read(id) => format!("as.r.{id}"),
            Ask::Kept(event, page) => format!("as.k.{event}.{page}"),
            Ask::Entry(id) => format!("as.e.{id}"),
            Ask::Drop(id) => format!("as.d.{id}"),
            Ask::DropSure(id) => format!("as.dd.{id}"),
            Ask::Search => "as.s".into(),
            Ask::Found(page, words) => format!("as.f.{page}.{words}"),
            Ask::Pile(event, pile, page) => format!("as.p.{event}.{}.{page}", pile.code()),
            Ask::Approve(id) => format!("as.y.{id}"),
            Ask::Hide(id) => format!("as.h.{id}"),
            Ask::Unhide(id) => format!("as.u.{id}"),
            Ask::Answer(id) => format!("as.a.{id}"),
            Ask::Correct(id) => format!("as.c.{id}"),
            Ask::Keep(id) => format!("as.q.{id}"),
            Ask::Keeping(id, page) => format!("as.l.{id}.{page}"),
            Ask::KeepAt(id, event, kept, page) => format!("as.t.{id}.{event}.{}.{page}", u8::from(*kept)),
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        Some(match fields.next()? {
            "b" => Ask::Board(EventId(fields.number()?), fields.number()?),
            "w" => Ask::Write(EventId(fields.number()?)),
            "v" => Ask::Vote(QuestionId(fields.number()?), fields.number()?),
            "r" => Ask::Read(QuestionId(fields.number()?)),
            "k" => Ask::Kept(EventId(fields.number()?), fields.number()?),
            "e" => Ask::Entry(FaqId(fields.number()?)),
            "d" => Ask::Drop(FaqId(fields.number()?)),
            "dd" => Ask::DropSure(FaqId(fields.number()?)),
            "s" => Ask::Search,
            "f" => Ask::Found(fields.number()?, fields.next()?.to_owned()),
            "p" => {
                let event = EventId(fields.number()?);
                let code = fields.next()?;
                let pile = Pile::ALL.into_iter().find(|pile| pile.code() == code)?;
                Ask::Pile(event, pile, fields.number()?)
            }
            "y" => Ask::Approve(QuestionId(fields.number()?)),
            "h" => Ask::Hide(QuestionId(fields.number()?)),
            "u" => Ask::Unhide(QuestionId(fields.number()?)),
            "a" => Ask::Answer(QuestionId(fields.number()?)),
            "c" => Ask::Correct(QuestionId(fields.number()?)),
            "q" => Ask::Keep(QuestionId(fields.number()?)),
            "l" => Ask::Keeping(QuestionId(fields.number()?), fields.number()?),
            "t" => {
                let (id, event) = (QuestionId(fields.number()?), EventId(fields.number()?));
                Ask::KeepAt(id, event, fields.flag()?, fields.number()?)
            }
            _ => return None,
        })
    }
}

/// Each of them with its longest fields.
#[cfg(test)]
pub(super) fn all(event: EventId, widest: i64) -> [Ask; 19] {
    let (id, entry) = (QuestionId(widest), FaqId(widest));
    [
        Ask::Board(event, u32::MAX),
        Ask::Write(event),
        Ask::Vote(id, u32::MAX),
        Ask::Read(id),
        Ask::Kept(event, u32::MAX),
        Ask::Entry(entry),
        Ask::Drop(entry),
        Ask::DropSure(entry),
        Ask::Search,
        Ask::Found(u32::MAX, "конституция тарихы".into()),
        Ask::Pile(event, Pile::Answered, u32::MAX),
        Ask::Approve(id),
        Ask::Hide(id),
        Ask::Unhide(id),
        Ask::Answer(id),
        Ask::Correct(id),
        Ask::Keep(id),
        Ask::Keeping(id, u32::MAX),
        Ask::KeepAt(id, event, true, u32::MAX),
    ]
}

/// Payloads that stand in people's chats. Lines are added, never changed.
#[cfg(test)]
pub(super) const FROZEN: &[&str] = &[
    "as.b.7.0",
    "as.w.7",
    "as.v.3.0",
    "as.r.3",
    "as.k.7.0",
    "as.e.2",
    "as.d.2",
    "as.dd.2",
    "as.s",
    "as.f.0.сұрақ",
    "as.p.7.n.0",
    "as.p.7.o.0",
    "as.p.7.a.1",
    "as.y.3",
    "as.h.3",
    "as.u.3",
    "as.a.3",
    "as.c.3",
    "as.q.3",
    "as.l.3.0",
    "as.t.3.7.1.0",
];
