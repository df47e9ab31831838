//! People and chats as the page's JSON. Absent values are `null` here, unlike in the Bot API.

use serde_json::{Value, json};

use crate::simulator::message::{self, Button, ButtonKind, KeyRequest, Message, ReplyKeyboard};
use crate::simulator::person::Person;
use crate::simulator::state::{ChatState, Standing, World, lock};

/// The list of people, and who the bot is.
pub(super) fn people(world: &World) -> Value {
    let bot = &world.bot;
    let people: Vec<Value> = world.all().iter().map(|chat| person(&lock(&chat.state))).collect();
    json!({"bot": {"id": bot.id, "name": bot.name, "username": bot.username}, "people": people})
}

/// One person with the last message of their chat.
pub(super) fn person(state: &ChatState) -> Value {
    let profile = &state.profile;
    let last = state.messages.values().next_back().map(|message| {
        json!({"text": summary(message), "date": message.date.timestamp(), "from_bot": message.from_bot})
    });
    json!({
        "id": profile.id,
        "first_name": profile.first_name,
        "last_name": profile.last_name,
        "username": profile.username,
        "hint": profile.hint,
        "language_code": profile.language_code,
        "phone": profile.phone,
        "blocked": state.standing == Standing::Blocked,
        "unread": state.unread,
        "last": last,
    })
}

/// A message in a few words.
fn summary(message: &Message) -> String {
    if !message.text.is_empty() {
        return message.text.chars().take(200).collect();
    }
    let word = if message.photo.is_some() {
        "Photo"
    } else if let Some(document) = &message.document {
        &document.name
    } else if let Some(venue) = &message.venue {
        &venue.title
    } else if message.location.is_some() {
        "Location"
    } else {
        "Contact"
    };
    word.to_owned()
}

/// A person's whole chat; looking at it marks it read.
pub(super) fn chat(person: &Person) -> Value {
    let version = person.version();
    let mut state = lock(&person.chat.state);
    state.unread = 0;
    let language = state.profile.language_code.clone();
    let commands = lock(&person.world.about).commands_for(person.chat.id, language.as_deref());
    let keyboard = state.keyboard.as_ref();
    json!({
        "version": version,
        "messages": state.messages.values().map(view).collect::<Vec<_>>(),
        "keyboard": keyboard.map(keys),
        "commands": commands,
        "placeholder": keyboard.and_then(|keyboard| keyboard.placeholder.as_deref()),
    })
}

fn keys(keyboard: &ReplyKeyboard) -> Value {
    let key = |key: &message::Key| {
        let request = match key.request {
            KeyRequest::Nothing | KeyRequest::Unsupported => None,
            KeyRequest::Contact => Some("contact"),
            KeyRequest::Location => Some("location"),
        };
        json!({"text": key.text, "request": request})
    };
    let rows: Vec<Vec<Value>> = keyboard.rows.iter().map(|row| row.iter().map(key).collect()).collect();
    json!({"rows": rows, "one_time": keyboard.one_time, "placeholder": keyboard.placeholder})
}

fn view(message: &Message) -> Value {
    let place =
        message.location.map(|(latitude, longitude)| json!({"latitude": latitude, "longitude": longitude}));
    let contact = message.contact.as_ref().map(|contact| {
        let name = [Some(contact.first_name.as_str()), contact.last_name.as_deref()];
        let name: Vec<&str> = name.into_iter().flatten().collect();
        json!({"name": name.join(" "), "phone": contact.phone})
    });
    json!({
        "id": message.id,
        "from_bot": message.from_bot,
        "date": message.date.timestamp(),
        "edited": message.edited,
        "html": message::render(&message.text, &message.entities, &message::page_tags),
        "photo": message.photo,
        "document": message.document.as_ref().map(|document| {
            json!({"file_id": document.file_id, "name": document.name, "size": document.size})
        }),
        "location": place,
        "venue": message.venue.as_ref().map(|venue| json!({"title": venue.title, "address": venue.address})),
        "contact": contact,
        "buttons": message.buttons.iter().map(|row| row.iter().map(button).collect()).collect::<Vec<Vec<_>>>(),
        "reply_to": message.reply_to,
    })
}

fn button(button: &Button) -> Value {
    let text = &button.text;
    match &button.kind {
        ButtonKind::Url(url) | ButtonKind::WebApp(url) => json!({"text": text, "kind": "url", "url": url}),
        ButtonKind::Copy(copy) => json!({"text": text, "kind": "copy", "copy": copy, "url": copy}),
        ButtonKind::SwitchInline(query) | ButtonKind::SwitchInlineHere(query) => {
            json!({"text": text, "kind": "share", "url": query})
        }
        ButtonKind::Data(_) | ButtonKind::Other { .. } => json!({"text": text, "kind": "data"}),
    }
}
