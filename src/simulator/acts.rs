//! What people's deeds do to the chat and which updates they make. Shapes as in the Bot API reference; the
//! person's own app has done its checks before, so nothing is refused here.

use axum::body::Bytes;
use serde_json::{Value, json};

use super::entities;
use super::files::Kind;
use super::message::{Contact, Document, Message, PhotoSize};
use super::person::Person;
use super::reply;
use super::state::{ChatState, Standing, lock};
use super::updates::Update;
use super::wire::{self, User, WireMessage};

/// Messages are cut at this many characters by every app.
const LONGEST: usize = 4096;

/// Writes a text, in parts when it is long.
pub(crate) fn say(person: &Person, text: &str, reply_to: Option<i32>) -> i32 {
    let letters: Vec<char> = text.trim().chars().collect();
    let mut first = 0;
    for part in letters.chunks(LONGEST) {
        let (text, entities) = entities::from_person(&part.iter().collect::<String>());
        let id = send(person, Message { text, entities, reply_to, ..Message::default() });
        if first == 0 {
            first = id;
        }
    }
    first
}

/// Writes a text with formatting, which apps offer in a menu; here it is given as Telegram's HTML.
pub(crate) fn say_formatted(person: &Person, html: &str) -> i32 {
    let (text, entities) = formatted(html);
    send(person, Message { text, entities, ..Message::default() })
}

/// What cannot be read as HTML is plain text.
fn formatted(html: &str) -> entities::Formatted {
    match entities::read(html, "HTML", None) {
        Ok(parsed) => (parsed.text, parsed.entities),
        Err(_) => entities::from_person(html),
    }
}

/// The person's own card, as `request_contact` sends it.
pub(crate) fn own_contact(person: &Person) -> Contact {
    let profile = person.profile();
    Contact {
        phone: profile.phone.unwrap_or_else(|| format!("7700{:07}", profile.id % 10_000_000)),
        first_name: profile.first_name,
        last_name: profile.last_name,
        user_id: Some(profile.id),
    }
}

/// Shares a phone number.
pub(crate) fn share_contact(person: &Person, contact: Contact, reply_to: Option<i32>) -> i32 {
    send(person, Message { contact: Some(contact), reply_to, ..Message::default() })
}

/// Shares a place.
pub(crate) fn share_location(person: &Person, latitude: f64, longitude: f64, reply_to: Option<i32>) -> i32 {
    send(person, Message { location: Some((latitude, longitude)), reply_to, ..Message::default() })
}

/// Sends a photo; the app has made a picture of whatever it was.
pub(crate) fn send_photo(person: &Person, bytes: &Bytes, caption: &str) -> i32 {
    let photo_sizes = person.world.files.add_photo(bytes).unwrap_or_else(|_| {
        let file = person.world.files.add(Kind::Photo, "photo.jpg", "image/jpeg", bytes.clone());
        vec![PhotoSize { file_id: file, width: 1280, height: 960, size: bytes.len() }]
    });
    let photo = photo_sizes.last().map(|size| size.file_id.clone());
    let (text, entities) = formatted(caption);
    send(person, Message { text, entities, photo, photo_sizes, ..Message::default() })
}

/// Sends a file.
pub(crate) fn send_document(person: &Person, name: &str, bytes: Bytes, caption: &str) -> i32 {
    let mime = super::files::mime_of(name);
    let size = bytes.len();
    let file_id = person.world.files.add(Kind::Document, name, mime, bytes);
    let document = Document { file_id, name: name.to_owned(), mime: mime.to_owned(), size };
    let (text, entities) = formatted(caption);
    send(person, Message { text, entities, document: Some(document), ..Message::default() })
}

fn send(person: &Person, mut message: Message) -> i32 {
    let world = &person.world;
    if lock(&person.chat.state).standing == Standing::Blocked {
        set_blocked(person, false);
    }
    let id = world.new_message_id();
    message.id = id;
    message.date = world.now();
    let body = {
        let mut state = lock(&person.chat.state);
        if state.standing == Standing::Gone {
            return 0;
        }
        state.standing = Standing::Open;
        let answered = message.reply_to.and_then(|reply_to| state.messages.get(&reply_to));
        let body = reply::json(&WireMessage::of(&message, &state.profile, &world.bot, answered));
        state.messages.insert(id, message);
        body
    };
    push(person, "message", &body, person.chat.id);
    world.touch(&person.chat);
    id
}

/// Changes an own message and tells the bot.
pub(crate) fn edit(person: &Person, message_id: i32, text: &str) {
    let world = &person.world;
    let (text, entities) = entities::from_person(text);
    let body = {
        let mut state = lock(&person.chat.state);
        let ChatState { messages, profile, .. } = &mut *state;
        let Some(message) = messages.get_mut(&message_id).filter(|message| !message.from_bot) else { return };
        message.text = text;
        message.entities = entities;
        message.edited = true;
        message.edit_date = Some(world.now());
        reply::json(&WireMessage::of(message, profile, &world.bot, None))
    };
    push(person, "edited_message", &body, person.chat.id);
    world.touch(&person.chat);
}

/// Presses a button: a callback query, with the message as it is now or, when it is gone, inaccessible.
pub(crate) fn press(person: &Person, message_id: i32, data: &str) -> String {
    let world = &person.world;
    let query_id = world.callbacks.open(person.chat.id, message_id, world.now());
    let body = {
        let state = lock(&person.chat.state);
        let profile = &state.profile;
        let own = state.messages.get(&message_id).filter(|message| message.from_bot);
        let message = if let Some(message) = own {
            let answered = message.reply_to.and_then(|reply_to| state.messages.get(&reply_to));
            reply::json(&WireMessage::of(message, profile, &world.bot, answered))
        } else {
            let chat = serde_json::to_value(wire::Chat::of(profile)).unwrap_or_default();
            reply::json(&json!({"message_id": message_id, "chat": chat, "date": 0}))
        };
        let mut body = b"{\"id\":".to_vec();
        body.extend(reply::json(&query_id));
        body.extend_from_slice(b",\"from\":");
        body.extend(reply::json(&User::person(profile)));
        body.extend_from_slice(b",\"message\":");
        body.extend(message);
        body.extend_from_slice(b",\"chat_instance\":");
        body.extend(reply::json(&format!("-{}", 3_872_918_273_000_000 + person.chat.id)));
        body.extend_from_slice(b",\"data\":");
        body.extend(reply::json(data));
        body.push(b'}');
        body
    };
    // The server queues presses apart from messages (Client.cpp, webhook_queue_id), so they may overtake.
    push(person, "callback_query", &body, person.chat.id + (3 << 33));
    query_id
}

/// Stops the bot or lets it write again.
pub(crate) fn set_blocked(person: &Person, blocked: bool) {
    let world = &person.world;
    let body = {
        let mut state = lock(&person.chat.state);
        if state.standing == Standing::Gone || (state.standing == Standing::Blocked) == blocked {
            return;
        }
        state.standing = if blocked { Standing::Blocked } else { Standing::Open };
        let member = json!({"user": User::bot(&world.bot), "status": "member"});
        let kicked = json!({"user": User::bot(&world.bot), "status": "kicked", "until_date": 0});
        let (old, new) = if blocked { (&member, &kicked) } else { (&kicked, &member) };
        reply::json(&json!({
            "chat": wire::Chat::of(&state.profile),
            "from": User::person(&state.profile),
            "date": world.now().timestamp(),
            "old_chat_member": old,
            "new_chat_member": new,
        }))
    };
    push(person, "my_chat_member", &body, person.chat.id + (5 << 33));
    world.touch(&person.chat);
}

/// Puts a raw update in the queue.
pub(crate) fn inject(person: &Person, update_body: Value) -> i64 {
    let world = &person.world;
    let Value::Object(mut fields) = update_body else {
        return world.queue.push(Update::raw(b"".to_vec(), None, person.chat.id), world);
    };
    fields.remove("update_id");
    let kind = fields.keys().next().cloned();
    for value in fields.values() {
        let from = value.pointer("/from/id").and_then(Value::as_i64);
        if let Some(chat) = from.and_then(|id| world.chat(id)) {
            let mut state = lock(&chat.state);
            if state.standing == Standing::Stranger {
                state.standing = Standing::Seen;
            }
        }
    }
    let whole = reply::json(&fields);
    let inner = whole.get(1..whole.len().saturating_sub(1)).unwrap_or_default().to_vec();
    world.queue.push(Update::raw(inner, kind, person.chat.id), world)
}

pub(super) fn push(person: &Person, kind: &'static str, body: &[u8], key: i64) {
    let mut inner = Vec::with_capacity(body.len() + kind.len() + 3);
    inner.push(b'"');
    inner.extend_from_slice(kind.as_bytes());
    inner.extend_from_slice(b"\":");
    inner.extend_from_slice(body);
    person.world.queue.push(Update::raw(inner, Some(kind.to_owned()), key), &person.world);
}
