//! What every screen promises, whatever people wrote: Telegram's limits, well-formed HTML, labels that fit a phone.

use super::*;
use crate::view::button::MAX_BYTES;
use crate::view::{Attachment, Button, Key, commands};

fn each(check: impl Fn(&str, &Screen)) {
    for language in Language::ALL {
        for (world, name) in [(World::plain(), "plain"), (World::hostile(), "hostile")] {
            let screens = all(&tr(language), &world);
            assert!(screens.len() > 100);
            for (screen_name, screen) in screens {
                check(&format!("{screen_name} ({name}, {language:?})"), &screen);
            }
        }
    }
}

#[test]
fn texts_keep_telegrams_limits() {
    each(|name, screen| {
        let length = screen.html.encode_utf16().count();
        let limit = if screen.attachment.is_some() { 1024 } else { 4096 };
        assert!((1..=limit).contains(&length), "{name}: {length}");
    });
}

#[test]
fn html_is_well_formed_and_has_our_tags_only() {
    each(|name, screen| {
        let mut open = Vec::new();
        for part in screen.html.split('<').skip(1) {
            let (tag, _) = part.split_once('>').unwrap_or_else(|| panic!("{name}: {}", screen.html));
            match tag {
                "b" | "i" | "s" | "code" | "blockquote" => open.push(tag),
                _ => assert_eq!(Some(tag), open.pop().map(|t| format!("/{t}")).as_deref(), "{name}"),
            }
        }
        assert!(open.is_empty(), "{name}: {}", screen.html);
        for part in screen.html.split('&').skip(1) {
            assert!(["amp;", "lt;", "gt;"].iter().any(|entity| part.starts_with(entity)), "{name}");
        }
        let odd = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
        assert!(!screen.html.contains(odd), "{name}");
        assert!(!screen.html.contains("\n\n\n") && !screen.html.contains(" ,"), "{name}: {}", screen.html);
    });
}

#[test]
fn keys_fit_a_phone_and_a_payload() {
    each(|name, screen| match &screen.keys {
        Keys::Inline(rows) => {
            assert!(rows.iter().flatten().count() <= 100 && rows.iter().all(|row| row.len() <= 8), "{name}");
            for key in rows.iter().flatten() {
                let label = label(key);
                // Days of other months are blank.
                let blank = label == " " && matches!(key, Key::Press(_, Button::Still));
                assert!(blank || !label.trim().is_empty(), "{name}");
                assert!(label.chars().count() <= 30, "{name}: {label}");
                assert!(!label.contains(['\u{202e}', '\n']) && !label.contains("&lt;"), "{name}: {label}");
                match key {
                    Key::Press(_, button) => {
                        let payload = button.encode();
                        assert!(payload.len() <= MAX_BYTES, "{name}: {payload}");
                        assert!(Button::decode(&payload).is_some(), "{name}: {payload}");
                    }
                    Key::Link(_, url) => assert!(url.is_ascii() && url.len() < 2000, "{name}: {url}"),
                }
            }
        }
        Keys::Ask { contact, rows, placeholder } => {
            assert!((1..=64).contains(&placeholder.chars().count()), "{name}");
            for label in rows.iter().flatten() {
                assert!(sign_up::reply_key(label).is_some(), "{name}: {label}");
            }
            assert!(contact.iter().all(|label| label.chars().count() <= 30), "{name}");
        }
        Keys::None | Keys::Remove => {}
    });
}

#[test]
fn every_screen_but_the_last_word_leads_on() {
    // Files and pins stand below the screen they were asked from; the others are followed by another message.
    let ends = [
        "private only",
        "erased",
        "calendar",
        "noted",
        "dead letter",
        "test mark",
        "preview mark",
        "inline, over",
    ];
    each(|name, screen| {
        let end = ends.iter().any(|end| name.starts_with(end));
        let leads = match &screen.keys {
            Keys::Inline(rows) => {
                rows.iter().flatten().any(|key| !matches!(key, Key::Press(_, Button::Still)))
            }
            Keys::Ask { .. } => true,
            Keys::None | Keys::Remove => false,
        };
        assert_ne!(end, leads, "{name}");
    });
}

#[test]
fn pins_have_a_name_and_an_address() {
    let mut world = World::plain();
    for (venue, address) in [("Кітапхана", "Достық, 11"), ("", "Достық, 11"), ("Кітапхана", " "), ("", "")]
    {
        (world.event.facts.venue, world.event.facts.address) = (venue.into(), address.into());
        match event_card::place(&tr(Language::Kk), &world.event).attachment {
            Some(Attachment::Venue { title, address, .. }) => {
                assert!(!title.is_empty() && !address.is_empty(), "{title} {address}");
            }
            other => panic!("{other:?}"),
        }
    }
    world.event.facts.point = None;
    assert_eq!(event_card::place(&tr(Language::Kk), &world.event).attachment, None);
}

#[test]
fn toasts_and_commands_keep_telegrams_limits() {
    for language in Language::ALL {
        let tr = tr(language);
        let shut = [Window::Cancelled, Window::Started].map(Confirmed::Shut);
        let confirmed = [Confirmed::Done, Confirmed::NotSeated].into_iter().chain(shut);
        let mut toasts: Vec<_> = confirmed.map(|outcome| registrations::confirmed(&tr, &outcome)).collect();
        toasts.extend([home::old_button(&tr), crate::view::attendance::not_yet(&tr, World::plain().now)]);
        for toast in toasts {
            assert!((1..=200).contains(&toast.chars().count()) && !toast.contains('<'), "{toast}");
        }
        let menu = commands::commands(&tr, &Role::Admin);
        assert_eq!((menu.len(), commands::commands(&tr, &Role::Citizen).len()), (11, 7));
        for (name, description) in menu {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase()), "{name}");
            assert!((1..=256).contains(&description.chars().count()), "{name}");
        }
    }
}

#[test]
fn the_refusal_of_a_ticket_names_neither_event_nor_person() {
    let world = World::plain();
    for language in Language::ALL {
        let html = crate::view::attendance::refusal(&tr(language)).html;
        let title = world.event.facts.title.exact(language).unwrap();
        assert!(!html.contains(title) && !html.contains(world.name.as_str()), "{html}");
    }
}

#[test]
fn the_download_is_json_with_everything() {
    let data = PersonalData {
        unwanted: vec!["news"],
        telegram_id: 5,
        language: Some("kk".into()),
        name: Some("Айгүл".into()),
        phone: None,
        district: None,
        known_since: World::plain().now,
        consent: Some(ConsentRecord { version: 1, at: World::plain().now }),
        registrations: Vec::new(),
        walk_ins: Vec::new(),
        questions: Vec::new(),
        scopes: Vec::new(),
        work: None,
    };
    match privacy::download(&tr(Language::En), &data).attachment {
        Some(Attachment::Document { name, bytes }) => {
            let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(name, "qatys.json");
            assert_eq!(json["name"], "Айгүл");
            assert_eq!(json["consent"]["version"], 1);
        }
        other => panic!("{other:?}"),
    }
}
