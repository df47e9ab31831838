//! Small questions and signs: who the bot is, chats, files, answers to presses, "typing".

use std::sync::Arc;

use serde_json::{Value, json};

use super::target;
use crate::simulator::callbacks::{CallbackAnswer, Closed};
use crate::simulator::files;
use crate::simulator::links;
use crate::simulator::reply::{ApiError, Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::{PageEvent, World, lock};
use crate::simulator::wire::{self, WireMessage};

/// Characters of a notice (refused by the closed server).
const MAX_NOTICE: usize = 200;
/// Bytes a bot may download (Client.h).
const MAX_DOWNLOAD: usize = 20 << 20;

/// `getMe`.
pub(super) fn get_me(world: &Arc<World>, _params: &Params) -> Done {
    let bot = &world.bot;
    let mut me = json!({"id": bot.id, "is_bot": true, "first_name": bot.name, "username": bot.username});
    let abilities = [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", true),
        ("supports_guest_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
        ("has_topics_enabled", false),
        ("allows_users_to_create_topics", false),
        ("can_manage_bots", false),
    ];
    if let Value::Object(fields) = &mut me {
        fields.extend(abilities.map(|(name, value)| (name.to_owned(), Value::Bool(value))));
    }
    Done::of(&me)
}

/// `logOut` and `close`: nothing to leave here.
pub(super) fn yes(_world: &Arc<World>, _params: &Params) -> Done {
    Done::yes()
}

/// `getChat`.
pub(super) fn get_chat(world: &Arc<World>, params: &Params) -> Outcome {
    let chat = target::chat(world, params, "chat_id")?;
    let state = lock(&chat.state);
    let mut info = serde_json::to_value(wire::Chat::of(&state.profile)).unwrap_or_default();
    if let Value::Object(fields) = &mut info {
        if let Some(username) = &state.profile.username {
            fields.insert("active_usernames".to_owned(), json!([username]));
        }
        let gifts = json!({"unlimited_gifts": true, "limited_gifts": true, "unique_gifts": true,
            "premium_subscription": true, "gifts_from_channels": true});
        fields.insert("accepted_gift_types".to_owned(), gifts);
        fields.insert("accent_color_id".to_owned(), json!(state.profile.id.rem_euclid(7)));
        fields.insert("max_reaction_count".to_owned(), json!(11));
        if let Some(message) = state.messages.values().rev().find(|message| message.pinned) {
            let pinned = WireMessage::of(message, &state.profile, &world.bot, None);
            fields.insert("pinned_message".to_owned(), serde_json::to_value(pinned).unwrap_or_default());
        }
    }
    Ok(Done::of(&info))
}

/// `getFile`.
pub(super) fn get_file(world: &Arc<World>, params: &Params) -> Outcome {
    let id = params.text("file_id");
    if id.is_empty() {
        return Err(ApiError::bad("file_id not specified"));
    }
    let Some(file) = world.files.get(id) else {
        let gone = "wrong file_id or the file is temporarily unavailable";
        let error = files::unreadable(id, gone);
        return Err(if error.description.ends_with(gone) { error } else { ApiError::bad("invalid file_id") });
    };
    if file.bytes.len() > MAX_DOWNLOAD {
        return Err(ApiError::bad("file is too big"));
    }
    Ok(Done::of(&json!({
        "file_id": id,
        "file_unique_id": wire::unique(id),
        "file_size": file.bytes.len(),
        "file_path": file.path,
    })))
}

/// `answerCallbackQuery`.
pub(super) fn answer_callback(world: &Arc<World>, params: &Params) -> Outcome {
    let text = params.text("text");
    if text.chars().count() > MAX_NOTICE {
        return Err(ApiError::bad("MESSAGE_TOO_LONG"));
    }
    let url = params.raw("url").filter(|url| !url.is_empty());
    if let Some(url) = url
        && !is_own_link(world, url)
    {
        return Err(ApiError::bad("URL_INVALID"));
    }
    let alert = params.flag("show_alert");
    let answer = CallbackAnswer {
        text: (!text.is_empty()).then(|| text.to_owned()),
        show_alert: alert,
        url: url.map(str::to_owned),
    };
    let id = params.text("callback_query_id");
    match world.callbacks.close(id, answer, world.now()) {
        Ok((person, message_id)) => {
            let text = text.to_owned();
            world.tell(|| PageEvent::Answer { person, message_id: Some(message_id), text, alert });
            if let Some(chat) = world.chat(person) {
                world.touch(&chat);
            }
            Ok(Done::yes())
        }
        Err(Closed::Twice) => {
            world.ledger.object(format!("callback query {id} answered twice"));
            Err(refusals::OLD_QUERY)
        }
        Err(Closed::Unknown | Closed::TooOld) => Err(refusals::OLD_QUERY),
    }
}

/// Only links into the bot itself may be opened by an answer (reference, `answerCallbackQuery.url`).
fn is_own_link(world: &World, url: &str) -> bool {
    links::checked(url).is_ok_and(|url| {
        let own = format!("t.me/{}", world.bot.username).to_lowercase();
        let link = url.to_lowercase();
        link.split_once("://").is_some_and(|(_, rest)| rest.starts_with(&own))
    })
}

/// `sendChatAction`.
pub(super) fn chat_action(world: &Arc<World>, params: &Params) -> Outcome {
    const ACTIONS: [&str; 14] = [
        "cancel",
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_audio",
        "upload_audio",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    ];
    let action = params.text("action").to_ascii_lowercase();
    if action.is_empty() {
        return Err(ApiError::bad("wrong parameter action in request"));
    }
    if !ACTIONS.contains(&action.as_str()) {
        return Err(ApiError::bad("wrong parameter action in request"));
    }
    let chat = target::chat(world, params, "chat_id")?;
    target::may_write(&lock(&chat.state))?;
    world.tell(|| PageEvent::Typing { person: chat.id });
    Ok(Done::yes())
}
