//! Taking messages away, and pinning them.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::target;
use crate::simulator::message::Message;
use crate::simulator::reply::{ApiError, Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::{ChatState, World, lock};

/// In a private chat either side's messages can be deleted for both for so long (reference, `deleteMessage`).
const DELETABLE: TimeDelta = TimeDelta::hours(48);
/// Ids in one `deleteMessages` (Client.cpp).
const MAX_IDS: usize = 100;

fn is_old(message: &Message, now: DateTime<Utc>) -> bool {
    now - message.date > DELETABLE
}

fn remove(state: &mut ChatState, id: i32) {
    state.messages.remove(&id);
    // Apps lose the keys together with the message that brought them.
    state.keyboard.take_if(|keyboard| keyboard.message_id == id);
}

/// `deleteMessage`.
pub(super) fn one(world: &Arc<World>, params: &Params) -> Outcome {
    let chat = target::chat(world, params, "chat_id")?;
    if params.text("message_id").is_empty() {
        return Err(refusals::NO_MESSAGE_ID);
    }
    let id = params.message_id("message_id").ok_or(refusals::DELETE_NOT_FOUND)?;
    {
        let mut state = lock(&chat.state);
        let message = state.messages.get(&id).ok_or(refusals::DELETE_NOT_FOUND)?;
        if is_old(message, world.now()) {
            return Err(refusals::CANNOT_DELETE);
        }
        remove(&mut state, id);
    }
    world.touch(&chat);
    Ok(Done::yes().about(id))
}

/// `deleteMessages`; unknown ids are passed over.
pub(super) fn many(world: &Arc<World>, params: &Params) -> Outcome {
    let raw = params.text("message_ids");
    if raw.is_empty() {
        return Err(ApiError::bad("message identifiers are not specified"));
    }
    let Ok(ids) = serde_json::from_str::<Vec<i32>>(raw) else {
        return Err(ApiError::bad("can't parse message identifiers JSON object"));
    };
    if ids.len() > MAX_IDS {
        return Err(ApiError::bad("too many message identifiers specified"));
    }
    let chat = target::chat(world, params, "chat_id")?;
    let now = world.now();
    {
        let mut state = lock(&chat.state);
        if ids.iter().filter_map(|id| state.messages.get(id)).any(|message| is_old(message, now)) {
            return Err(refusals::CANNOT_DELETE);
        }
        for id in ids {
            remove(&mut state, id);
        }
    }
    world.touch(&chat);
    Ok(Done::yes())
}

fn set_pin(world: &World, params: &Params, pinned: bool, missing: &'static str) -> Outcome {
    let chat = target::chat(world, params, "chat_id")?;
    {
        let mut state = lock(&chat.state);
        target::may_write(&state)?;
        let last = || state.messages.values().rev().find(|message| message.pinned).map(|message| message.id);
        let id = params.message_id("message_id").or_else(|| if pinned { None } else { last() });
        let message = id.and_then(|id| state.messages.get_mut(&id));
        message.ok_or_else(|| ApiError::bad(missing))?.pinned = pinned;
    }
    world.touch(&chat);
    Ok(Done::yes())
}

/// `pinChatMessage`.
pub(super) fn pin(world: &Arc<World>, params: &Params) -> Outcome {
    set_pin(world, params, true, "message to pin not found")
}

/// `unpinChatMessage`; without an id the newest pinned message.
pub(super) fn unpin(world: &Arc<World>, params: &Params) -> Outcome {
    set_pin(world, params, false, "message to unpin not found")
}
