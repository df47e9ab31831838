//! The buttons of the conversation that writes a message to many, and their payloads after the tag `w`. What they do
//! stands in `bot/compose`.

use super::codec::{Fields, district_code, exact_language, level_code};
use crate::domain::{District, EventId, Language, Level, Month, Whom};
use serde::{Deserialize, Serialize};

/// A press while a message to many is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compose {
    /// The overview; begins a message if none is being written.
    Open,
    /// Write to the people of this event; if a message is being written, to them too.
    To(EventId),
    /// Whom it goes to.
    Audience,
    /// What one part of the audience can be, page from 0.
    Choose(Facet, u32),
    /// How they must stand to the events.
    Whom(Whom),
    /// Events of this level, or of any.
    Level(Option<Level>),
    /// Events of this district, or of any.
    District(Option<District>),
    /// Events of the organisation that holds this one, or of any.
    Organisation(Option<EventId>),
    /// Events of this month, or of any.
    Month(Option<Month>),
    /// People who are spoken to in this language, or in any.
    Spoken(Option<Language>),
    /// Only who signed up after the last message, or no matter when.
    Since(bool),
    /// Takes an event out of the audience.
    Drop(EventId),
    /// Asks for the text in this language.
    Text(Language),
    /// Takes that text away.
    Clear(Language),
    /// What button it has.
    Link,
    /// No button.
    NoLink,
    /// A button to the card of this event.
    LinkTo(EventId),
    /// When it goes.
    Timing,
    /// At once.
    Now,
    /// So many minutes after the start of the event that it is about; before it, if negative.
    Start(i32),
    /// The same, of its end.
    End(i32),
    /// Shows it as people get it.
    Preview,
    /// Sends it to its author.
    Test,
    /// Asks whether to send it.
    Send,
    /// Asks once more whether to send it for Stars.
    Fast,
    /// Sends it; `true` for Stars.
    Confirm(bool),
    /// Asks whether to give it up.
    Leave,
    /// Gives it up.
    LeaveSure,
}

/// A part of an audience that is chosen from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Facet {
    /// How they stand to the events.
    Whom,
    /// Level of the events.
    Level,
    /// District of the events.
    District,
    /// Organisation that holds them.
    Organisation,
    /// Month of the events.
    Month,
    /// Language people are spoken to in.
    Spoken,
}

impl Facet {
    /// In the order of the screen.
    pub const ALL: [Facet; 6] =
        [Facet::Whom, Facet::Level, Facet::District, Facet::Organisation, Facet::Month, Facet::Spoken];

    const fn code(self) -> &'static str {
        match self {
            Facet::Whom => "w",
            Facet::Level => "v",
            Facet::District => "d",
            Facet::Organisation => "o",
            Facet::Month => "m",
            Facet::Spoken => "s",
        }
    }
}

impl Compose {
    pub(super) fn encode(self) -> String {
        match self {
            Compose::Open => "w".into(),
            Compose::To(event) => format!("w.t.{event}"),
            Compose::Audience => "w.a".into(),
            Compose::Choose(facet, page) => format!("w.f.{}.{page}", facet.code()),
            Compose::Whom(whom) => format!("w.fw.{}", whom.slug()),
            Compose::Level(level) => format!("w.fv.{}", level_code(level)),
            Compose::District(district) => format!("w.fd.{}", district_code(district)),
            Compose::Organisation(event) => {
                format!("w.fo.{}", event.map_or(String::new(), |e| e.to_string()))
            }
            Compose::Month(month) => {
                format!("w.fm.{}", month.map_or(String::new(), |m| format!("{:04}{:02}", m.year, m.month)))
            }
            Compose::Spoken(language) => format!("w.fs.{}", language.map_or("", Language::code)),
            Compose::Since(on) => format!("w.fn.{}", u8::from(on)),
            Compose::Drop(event) => format!("w.fx.{event}"),
            Compose::Text(language) => format!("w.x.{}", language.code()),
            Compose::Clear(language) => format!("w.xx.{}", language.code()),
            Compose::Link => "w.k".into(),
            Compose::NoLink => "w.kn".into(),
            Compose::LinkTo(event) => format!("w.ke.{event}"),
            Compose::Timing => "w.i".into(),
            Compose::Now => "w.in".into(),
            Compose::Start(minutes) => format!("w.is.{minutes}"),
            Compose::End(minutes) => format!("w.ie.{minutes}"),
            Compose::Preview => "w.p".into(),
            Compose::Test => "w.pt".into(),
            Compose::Send => "w.s".into(),
            Compose::Fast => "w.sf".into(),
            Compose::Confirm(paid) => format!("w.sc.{}", u8::from(paid)),
            Compose::Leave => "w.q".into(),
            Compose::LeaveSure => "w.qq".into(),
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        let Some(kind) = fields.next() else { return Some(Compose::Open) };
        Some(match kind {
            "t" => Compose::To(EventId(fields.number()?)),
            "a" => Compose::Audience,
            "f" => {
                let code = fields.next()?;
                Compose::Choose(Facet::ALL.into_iter().find(|facet| facet.code() == code)?, fields.number()?)
            }
            "fw" => {
                let slug = fields.next()?;
                Compose::Whom(Whom::ALL.into_iter().find(|whom| whom.slug() == slug)?)
            }
            "fv" => Compose::Level(
                fields
                    .optional(|code| Level::ALL.into_iter().find(|level| level_code(Some(*level)) == code))?,
            ),
            "fd" => Compose::District(fields.optional(|code| {
                District::ALL.into_iter().find(|district| district_code(Some(*district)) == code)
            })?),
            "fo" => Compose::Organisation(fields.optional(|id| {
                id.parse().ok().filter(|number: &i64| number.to_string() == id).map(EventId)
            })?),
            "fm" => Compose::Month(fields.optional(month)?),
            "fs" => Compose::Spoken(fields.optional(exact_language)?),
            "fn" => Compose::Since(fields.flag()?),
            "fx" => Compose::Drop(EventId(fields.number()?)),
            "x" => Compose::Text(exact_language(fields.next()?)?),
            "xx" => Compose::Clear(exact_language(fields.next()?)?),
            "k" => Compose::Link,
            "kn" => Compose::NoLink,
            "ke" => Compose::LinkTo(EventId(fields.number()?)),
            "i" => Compose::Timing,
            "in" => Compose::Now,
            "is" => Compose::Start(fields.number()?),
            "ie" => Compose::End(fields.number()?),
            "p" => Compose::Preview,
            "pt" => Compose::Test,
            "s" => Compose::Send,
            "sf" => Compose::Fast,
            "sc" => Compose::Confirm(fields.flag()?),
            "q" => Compose::Leave,
            "qq" => Compose::LeaveSure,
            _ => return None,
        })
    }
}

fn month(code: &str) -> Option<Month> {
    let is_plain = code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month) = code.split_at_checked(4).filter(|_| is_plain)?;
    let month = Month { year: year.parse().ok()?, month: month.parse().ok()? };
    ((2020..=2100).contains(&month.year) && (1..=12).contains(&month.month)).then_some(month)
}
