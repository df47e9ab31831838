//! Changing the bot's own messages.

use std::sync::Arc;

use serde_json::Value;

use super::{media, send, target};
use crate::simulator::entities::Parsed;
use crate::simulator::keyboards;
use crate::simulator::message::{Button, Message};
use crate::simulator::reply::{ApiError, Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::{Standing, World, lock};

/// Finds the message, lets `change` make the new one, and keeps it unless nothing changed.
fn edit(
    world: &World,
    params: &Params,
    change: impl FnOnce(&Message) -> Result<Message, ApiError>,
) -> Outcome {
    let inline = params.text("inline_message_id");
    if !inline.is_empty() {
        return edit_inline(world, inline, change);
    }
    if params.raw("chat_id").is_none() && params.raw("message_id").is_none() {
        return Err(refusals::NO_MESSAGE_ID);
    }
    let chat = target::chat(world, params, "chat_id")?;
    let id = params.message_id("message_id").ok_or(refusals::NO_MESSAGE_ID)?;
    let done = {
        let mut state = lock(&chat.state);
        if state.standing == Standing::Gone {
            return Err(refusals::DEACTIVATED);
        }
        let message = state.messages.get_mut(&id).ok_or(refusals::EDIT_NOT_FOUND)?;
        if !message.from_bot || message.has_reply_markup {
            return Err(refusals::CANNOT_EDIT);
        }
        let mut changed = change(message)?;
        if changed == *message {
            return Err(refusals::NOT_MODIFIED);
        }
        changed.edited = true;
        changed.edit_date = Some(world.now());
        *message = changed;
        target::answer(world, &state, id)
    };
    world.touch(&chat);
    Ok(done)
}

/// The same for a message that stands in a chat the bot does not know; only that it is done comes back.
fn edit_inline(
    world: &World,
    name: &str,
    change: impl FnOnce(&Message) -> Result<Message, ApiError>,
) -> Outcome {
    let gone = || ApiError::bad("MESSAGE_ID_INVALID");
    let (person, id) = world.inline.sent(name).ok_or_else(gone)?;
    let chat = world.chat(person).ok_or_else(gone)?;
    {
        let mut state = lock(&chat.state);
        let message = state.messages.get_mut(&id).ok_or_else(gone)?;
        let changed = change(message)?;
        if changed == *message {
            return Err(refusals::NOT_MODIFIED);
        }
        *message = Message { edited: true, edit_date: Some(world.now()), ..changed };
    }
    world.touch(&chat);
    Ok(Done::yes())
}

fn buttons(world: &World, params: &Params) -> Result<Vec<Vec<Button>>, ApiError> {
    let (buttons, dropped) = keyboards::read_inline(params)?;
    if dropped > 0 {
        world.ledger.object(format!("{dropped} button(s) silently dropped"));
    }
    Ok(buttons)
}

/// `editMessageText`. Without `reply_markup` the buttons go.
pub(super) fn text(world: &Arc<World>, params: &Params) -> Outcome {
    let parsed = send::text(world, params)?;
    let buttons = buttons(world, params)?;
    edit(world, params, |message| {
        if !message.is_text() {
            return Err(ApiError::bad("there is no text in the message to edit"));
        }
        // Unlike in sending, the length of an edit is judged by the closed server, in its own words.
        if send::is_too_long(&parsed) {
            return Err(ApiError::bad("MESSAGE_TOO_LONG"));
        }
        let Parsed { text, entities, .. } = parsed;
        Ok(Message { text, entities, buttons, ..message.clone() })
    })
}

/// `editMessageCaption`.
pub(super) fn caption(world: &Arc<World>, params: &Params) -> Outcome {
    let Parsed { text, entities, .. } = send::caption(world, params)?;
    let buttons = buttons(world, params)?;
    edit(world, params, |message| {
        if !message.is_media() {
            return Err(ApiError::bad("there is no caption in the message to edit"));
        }
        Ok(Message { text, entities, buttons, ..message.clone() })
    })
}

/// `editMessageMedia`; a text may become a photo or a document too.
pub(super) fn media(world: &Arc<World>, params: &Params) -> Outcome {
    let raw = params.text("media");
    if raw.is_empty() {
        return Err(ApiError::bad("input media isn't specified"));
    }
    let Ok(value) = serde_json::from_str::<Value>(raw) else {
        return Err(ApiError::bad("can't parse input media JSON object"));
    };
    let Value::Object(fields) = value else {
        return Err(ApiError::bad("can't parse InputMedia: expected an Object"));
    };
    let new = media::input(world, params, &fields)?;
    let buttons = buttons(world, params)?;
    edit(world, params, |message| {
        if message.location.is_some() || message.contact.is_some() {
            return Err(ApiError::bad("there is no media in the message to edit"));
        }
        Ok(Message {
            text: new.text,
            entities: new.entities,
            photo: new.photo,
            photo_sizes: new.photo_sizes,
            document: new.document,
            buttons,
            ..message.clone()
        })
    })
}

/// `editMessageReplyMarkup`.
pub(super) fn markup(world: &Arc<World>, params: &Params) -> Outcome {
    let buttons = buttons(world, params)?;
    edit(world, params, |message| Ok(Message { buttons, ..message.clone() }))
}
