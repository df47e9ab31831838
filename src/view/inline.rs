//! The card of an event for other people's chats, where nothing is known of who reads it, and the list it is chosen from.

use super::event_card::{link, state, summary};
use super::parts::{PLACE, paragraphs, screen};
use super::{Key, Screen};
use crate::domain::{Event, EventCard, EventId, InlineCopy, Language, Seats, Window};
use crate::i18n::{Tr, one_line};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};

/// Longest title in the list, in characters.
const TITLE: usize = 80;

/// A card that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct InlineCard {
    /// Name in the list, at most 64 bytes: which event, which language, and a mark of what it shows.
    pub id: String,
    /// First line in the list, plain.
    pub title: String,
    /// Second line, plain.
    pub description: String,
    /// The message that is sent.
    pub screen: Screen,
}

/// An event in the list.
pub fn entry(tr: &Tr, event: &Event, seats: Seats, bot: &str, now: DateTime<Utc>) -> InlineCard {
    let screen = card(tr, event, seats, bot, now);
    let free = match seats.free() {
        None => String::new(),
        Some(0) => tr.inline_full().to_string(),
        Some(free) => tr.events_seats(free).to_string(),
    };
    let parts = [tr.brief(event.starts_at, now).to_string(), one_line(&event.facts.venue, PLACE), free];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    InlineCard {
        id: format!("{}.{}.{}", event.id, tr.language.code(), mark(&screen)),
        title: tr.plain(&event.facts.title, TITLE),
        description: parts.join(" · "),
        screen,
    }
}

/// The card as it stands now. A link to the bot while one can sign up.
pub fn card(tr: &Tr, event: &Event, seats: Seats, bot: &str, now: DateTime<Utc>) -> Screen {
    let label = match event.window(now) {
        Window::Open if seats.free() == Some(0) => Some(tr.event_card_wait_key()),
        Window::Open => Some(tr.event_card_sign_up_key()),
        Window::NotYet(_) | Window::Closed => Some(tr.inline_open_key()),
        Window::Started | Window::Cancelled => None,
    };
    let key = label.map(|label| Key::link(label, link(bot, event)));
    let (shown, hosts, threads) = (event.clone(), Vec::new(), crate::domain::Threads::default());
    let as_it_is = EventCard { event: shown, seats, mine: None, hosts, threads };
    screen(paragraphs([summary(tr, event), state(tr, &as_it_is, now)]), [Vec::from_iter(key)])
}

/// A mark of what a card shows: two cards that look alike have the same.
pub fn mark(card: &Screen) -> String {
    URL_SAFE_NO_PAD.encode(&Sha256::digest(format!("{}{:?}", card.html, card.keys))[..12])
}

/// The copy that came of choosing an entry; `None` for a name we did not give.
pub fn chosen(entry: &str, message: String) -> Option<InlineCopy> {
    let mut parts = entry.splitn(3, '.');
    let event = EventId(parts.next()?.parse().ok()?);
    let code = parts.next()?;
    let language = Language::ALL.into_iter().find(|language| language.code() == code)?;
    Some(InlineCopy { id: message, event, language, shown: parts.next()?.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::gallery::{World, tr};

    #[test]
    fn what_is_chosen_is_what_was_offered() {
        let world = World::plain();
        let seats = |taken| Seats { capacity: Some(30), taken, waiting: 0 };
        for language in Language::ALL {
            let entry = entry(&tr(language), &world.event, seats(3), "qatys_bot", world.now);
            assert!(entry.id.len() <= 64);
            let copy = chosen(&entry.id, "m".into()).unwrap();
            assert_eq!((copy.event, copy.language), (world.event.id, language));
            let again =
                |taken| mark(&card(&tr(language), &world.event, seats(taken), "qatys_bot", world.now));
            assert_eq!(copy.shown, again(3));
            assert_ne!(copy.shown, again(4));
        }
        for name in ["", "7", "7.kk", "x.kk.y", "7.xx.y"] {
            assert_eq!(chosen(name, String::new()), None, "{name}");
        }
    }
}
