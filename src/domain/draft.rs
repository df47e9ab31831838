//! What the author of a broadcast may write: what is wrong with a message or an address, and what a draft refers to.

use super::{Draft, Event, EventId, Link, Part, Placeholder, visible};
use chrono::{DateTime, Utc};

/// What is wrong with a message that its author wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartFault {
    /// It says nothing.
    Empty,
    /// It is longer than Telegram lets it be.
    TooLong {
        /// How long it is, in UTF-16 units, with room for what is filled in.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
    /// There is no such placeholder.
    Unknown(String),
    /// Formatting begins or ends inside a placeholder.
    Split,
    /// It names the event, but its people are not those of one event.
    NoEvent(Placeholder),
}

impl Part {
    /// Longest text of a message, in UTF-16 units (Bot API, `sendMessage`).
    pub const TEXT: usize = 4096;
    /// Longest text beside a picture or a file (Bot API, `sendPhoto`).
    pub const CAPTION: usize = 1024;

    /// What is wrong with it; `has_event` when all its people are those of one event.
    pub fn fault(&self, has_event: bool) -> Option<PartFault> {
        let text = visible(&self.html);
        let mut length = text.encode_utf16().count();
        for placeholder in Placeholder::list(&self.html) {
            match placeholder {
                Err(unknown) => return Some(PartFault::Unknown(visible(unknown))),
                Ok(placeholder) if placeholder.needs_event() && !has_event => {
                    return Some(PartFault::NoEvent(placeholder));
                }
                Ok(placeholder) => length += placeholder.room(),
            }
        }
        // As it is shown, with no bracket that could be taken for one of a tag: formatting that begins or ends inside a
        // placeholder hides it from whoever fills it.
        let shown = text.replace('<', " ");
        if Placeholder::list(&shown).len() > Placeholder::list(&self.html).len() {
            return Some(PartFault::Split);
        }
        if text.trim().is_empty() && self.attached.is_none() {
            return Some(PartFault::Empty);
        }
        let limit = if self.attached.is_some() { Self::CAPTION } else { Self::TEXT };
        (length > limit).then_some(PartFault::TooLong { length, limit })
    }
}

impl Link {
    /// Longest address, in bytes.
    const LONGEST: usize = 1000;

    /// Reads an address as typed; `https://` may be left out. Only those that Telegram puts on a button and whose host
    /// can be read for what it is.
    pub fn address(text: &str) -> Option<Self> {
        let text = text.trim();
        let typed = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = reqwest::Url::parse(&typed).ok()?;
        let is_of_web = matches!(url.scheme(), "http" | "https");
        let is_plain = url.username().is_empty() && url.password().is_none();
        let has_host = url.domain().is_some_and(|host| host.trim_matches('.').contains('.'));
        let fits = !text.contains(char::is_whitespace) && url.as_str().len() <= Self::LONGEST;
        (is_of_web && is_plain && has_host && fits).then(|| Link::Address(url.into()))
    }
}

impl Draft {
    /// Every event it names: in its audience, under it, as its time.
    pub fn events(&self) -> Vec<EventId> {
        let link = match self.content.link {
            Some(Link::Event(event)) => Some(event),
            _ => None,
        };
        let mut events: Vec<_> =
            self.audience.events.iter().copied().chain(link).chain(self.timing.event()).collect();
        events.sort_unstable();
        events.dedup();
        events
    }
}

/// What the author of a draft can refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Background {
    /// The events that the draft names, as far as they are there.
    pub events: Vec<Event>,
    /// Organisations of the programme in order, each with one of its events.
    pub organisations: Vec<(EventId, String)>,
    /// When the author last wrote to many.
    pub last: Option<DateTime<Utc>>,
}

impl Background {
    /// An event that the draft names.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Attached;

    fn fault(html: &str, attached: bool, has_event: bool) -> Option<PartFault> {
        let attached = attached.then(|| Attached::Photo("x".into()));
        Part { html: html.into(), attached }.fault(has_event)
    }

    #[test]
    fn a_message_is_checked_as_it_will_be_shown() {
        let limits = |length, limit| Some(PartFault::TooLong { length, limit });
        for (html, attached, has_event, expected) in [
            ("Сәлем, {аты}!".to_owned(), false, false, None),
            (String::new(), false, true, Some(PartFault::Empty)),
            ("<b> </b>".into(), false, true, Some(PartFault::Empty)),
            (String::new(), true, true, None),
            ("ә".repeat(4096), false, false, None),
            (format!("<b>{}</b>&amp;", "ә".repeat(4095)), false, false, None),
            ("ә".repeat(4097), false, false, limits(4097, 4096)),
            ("😀".repeat(2048) + "!", false, false, limits(4097, 4096)),
            ("ә".repeat(1025), true, false, limits(1025, 1024)),
            ("ә".repeat(1020) + "{имя}", true, false, limits(1089, 1024)),
            ("{event}, {дата}".into(), false, true, None),
            ("{event}".into(), false, false, Some(PartFault::NoEvent(Placeholder::Event))),
            ("{күні}".into(), false, false, Some(PartFault::NoEvent(Placeholder::Date))),
            ("{Names} {event}".into(), false, false, Some(PartFault::Unknown("Names".into()))),
            ("{&lt;b&gt;}".into(), false, false, Some(PartFault::Unknown("<b>".into()))),
            ("{<b>name</b>}".into(), false, false, Some(PartFault::Split)),
            ("<b>{na</b>me}".into(), false, false, Some(PartFault::Split)),
            ("{ 1 &lt; 2 {name}".into(), false, false, None),
            ("<a href=\"https://x.kz/{foo}\">x</a>".into(), false, false, None),
        ] {
            assert_eq!(fault(&html, attached, has_event), expected, "{}", &html[..html.len().min(40)]);
        }
    }

    #[test]
    fn addresses_are_those_of_the_web() {
        for (text, address) in [
            ("https://qatys.kz/a?b=1", Some("https://qatys.kz/a?b=1")),
            (" qatys.kz ", Some("https://qatys.kz/")),
            ("http://қала.қаз/ә", Some("http://xn--80aa6a83a.xn--80ao21a/%D3%99")),
            ("t.me/qatys_bot?start=e_1", Some("https://t.me/qatys_bot?start=e_1")),
            ("javascript:alert(1)", None),
            ("javascript://x.kz/%0aalert(1)", None),
            ("tg://user?id=1", None),
            ("ftp://qatys.kz", None),
            ("https://bank.kz@evil.kz", None),
            ("https://localhost/", None),
            ("https://127.0.0.1/", None),
            ("қала", None),
            ("бір екі.kz", None),
            ("", None),
        ] {
            assert_eq!(Link::address(text), address.map(|a| Link::Address(a.into())), "{text}");
        }
        assert_eq!(Link::address(&format!("https://x.kz/{}", "a".repeat(1000))), None);
    }
}
