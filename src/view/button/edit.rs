//! The buttons of those who make events, and their payloads after the tag `n`. What they do stands in `bot/edit`, and for
//! events that are kept in `bot/editing`.

use super::codec::{Fields, district_code, exact_language, level_code};
use crate::domain::{District, EventId, Field, Language, Level, Shelf};

/// A press on an event that is being written, changed, copied or put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Write a new one.
    New,
    /// The overview of what is being written.
    Open,
    /// Change a kept one.
    Change(EventId),
    /// Ask for a part.
    Ask(Field),
    /// At this level.
    Level(Level),
    /// In this district, or in none.
    District(Option<District>),
    /// So many minutes long.
    Minutes(u32),
    /// Everybody may come.
    OpenEntry,
    /// Whether this language is spoken there.
    Speak(Language, bool),
    /// Held by the organisation that holds this one.
    Organisation(EventId),
    /// Whether a sign-up must carry a phone number.
    Phone(bool),
    /// So many companions at most.
    Companions(u32),
    /// Sign-up closes so many hours before the start, or with it.
    Closes(Option<u32>),
    /// Sign-up opens at once.
    OpensNow,
    /// Take title and description in a language away.
    Clear(Language),
    /// Nobody speaks.
    NoSpeakers,
    /// No picture.
    NoPhoto,
    /// See it as citizens will.
    Preview,
    /// Keep it.
    Save,
    /// Keep it and let everybody see it.
    Publish,
    /// Ask whether to give up what was written.
    Leave,
    /// Give it up.
    LeaveSure,
    /// The actor's events on a shelf, page from 0.
    Shelf(Shelf, u32),
    /// Let everybody see a kept draft.
    Release(EventId),
    /// Put an event away, or take it back.
    Archive(EventId, bool),
    /// Copy an event by a table.
    Copy(EventId),
    /// Copy it to a week later.
    Week(EventId),
    /// Make the copies that were read, as drafts or published.
    Copied(bool),
}

impl Edit {
    pub(super) fn encode(self) -> String {
        match self {
            Edit::New => "n".into(),
            Edit::Open => "n.o".into(),
            Edit::Change(event) => format!("n.e.{event}"),
            Edit::Ask(field) => format!("n.a.{}", field_code(field)),
            Edit::Level(level) => format!("n.l.{}", level_code(Some(level))),
            Edit::District(district) => format!("n.d.{}", district_code(district)),
            Edit::Minutes(minutes) => format!("n.m.{minutes}"),
            Edit::OpenEntry => "n.r".into(),
            Edit::Speak(language, on) => format!("n.s.{}.{}", language.code(), u8::from(on)),
            Edit::Organisation(event) => format!("n.g.{event}"),
            Edit::Phone(on) => format!("n.p.{}", u8::from(on)),
            Edit::Companions(most) => format!("n.c.{most}"),
            Edit::Closes(hours) => format!("n.w.{}", hours.map_or(String::new(), |hours| hours.to_string())),
            Edit::OpensNow => "n.wo".into(),
            Edit::Clear(language) => format!("n.x.{}", language.code()),
            Edit::NoSpeakers => "n.ns".into(),
            Edit::NoPhoto => "n.np".into(),
            Edit::Preview => "n.v".into(),
            Edit::Save => "n.k".into(),
            Edit::Publish => "n.kp".into(),
            Edit::Leave => "n.q".into(),
            Edit::LeaveSure => "n.qq".into(),
            Edit::Shelf(which, page) => format!("n.z.{}.{page}", which.slug()),
            Edit::Release(event) => format!("n.rp.{event}"),
            Edit::Archive(event, away) => format!("n.za.{event}.{}", u8::from(away)),
            Edit::Copy(event) => format!("n.y.{event}"),
            Edit::Week(event) => format!("n.yw.{event}"),
            Edit::Copied(publish) => format!("n.yy.{}", u8::from(publish)),
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        let Some(kind) = fields.next() else { return Some(Edit::New) };
        Some(match kind {
            "o" => Edit::Open,
            "e" => Edit::Change(EventId(fields.number()?)),
            "a" => Edit::Ask(field(fields.next()?)?),
            "l" => {
                let code = fields.next()?;
                Edit::Level(Level::ALL.into_iter().find(|level| level_code(Some(*level)) == code)?)
            }
            "d" => Edit::District(fields.optional(|code| {
                District::ALL.into_iter().find(|district| district_code(Some(*district)) == code)
            })?),
            "m" => Edit::Minutes(fields.number()?),
            "r" => Edit::OpenEntry,
            "s" => Edit::Speak(exact_language(fields.next()?)?, fields.flag()?),
            "g" => Edit::Organisation(EventId(fields.number()?)),
            "p" => Edit::Phone(fields.flag()?),
            "c" => Edit::Companions(fields.number()?),
            "w" => {
                Edit::Closes(fields.optional(|hours| {
                    hours.parse().ok().filter(|number: &u32| number.to_string() == hours)
                })?)
            }
            "wo" => Edit::OpensNow,
            "x" => Edit::Clear(exact_language(fields.next()?)?),
            "ns" => Edit::NoSpeakers,
            "np" => Edit::NoPhoto,
            "v" => Edit::Preview,
            "k" => Edit::Save,
            "kp" => Edit::Publish,
            "q" => Edit::Leave,
            "qq" => Edit::LeaveSure,
            "z" => {
                let slug = fields.next()?;
                let shelf = Shelf::ALL.into_iter().find(|shelf| shelf.slug() == slug)?;
                Edit::Shelf(shelf, fields.number()?)
            }
            "rp" => Edit::Release(EventId(fields.number()?)),
            "za" => Edit::Archive(EventId(fields.number()?), fields.flag()?),
            "y" => Edit::Copy(EventId(fields.number()?)),
            "yw" => Edit::Week(EventId(fields.number()?)),
            "yy" => Edit::Copied(fields.flag()?),
            _ => return None,
        })
    }
}

/// All parts that can be asked for, with their codes.
const FIELDS: [(Field, &str); 15] = [
    (Field::Level, "l"),
    (Field::District, "d"),
    (Field::Text(Language::Kk), "kk"),
    (Field::Text(Language::Ru), "ru"),
    (Field::Text(Language::En), "en"),
    (Field::Start, "t"),
    (Field::Length, "m"),
    (Field::Place, "p"),
    (Field::Room, "r"),
    (Field::Spoken, "s"),
    (Field::Organisation, "g"),
    (Field::SignUp, "u"),
    (Field::Window, "w"),
    (Field::Speakers, "k"),
    (Field::Photo, "f"),
];

fn field_code(field: Field) -> &'static str {
    FIELDS.iter().find(|(known, _)| *known == field).map_or("", |(_, code)| code)
}

fn field(code: &str) -> Option<Field> {
    FIELDS.iter().find(|(_, known)| *known == code).map(|(field, _)| *field)
}

#[cfg(test)]
pub(super) fn all(event: EventId) -> Vec<Edit> {
    let mut all = vec![
        Edit::New,
        Edit::Open,
        Edit::Change(event),
        Edit::Level(Level::District),
        Edit::District(Some(District::Saryarqa)),
        Edit::District(None),
        Edit::Minutes(u32::MAX),
        Edit::OpenEntry,
        Edit::Speak(Language::Kk, true),
        Edit::Organisation(event),
        Edit::Phone(true),
        Edit::Companions(u32::MAX),
        Edit::Closes(Some(u32::MAX)),
        Edit::Closes(None),
        Edit::OpensNow,
        Edit::Clear(Language::Ru),
        Edit::NoSpeakers,
        Edit::NoPhoto,
        Edit::Preview,
        Edit::Save,
        Edit::Publish,
        Edit::Leave,
        Edit::LeaveSure,
        Edit::Release(event),
        Edit::Archive(event, true),
        Edit::Copy(event),
        Edit::Week(event),
        Edit::Copied(true),
    ];
    all.extend(FIELDS.iter().map(|(field, _)| Edit::Ask(*field)));
    all.extend(Shelf::ALL.map(|shelf| Edit::Shelf(shelf, u32::MAX)));
    all
}
