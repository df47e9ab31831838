//! Whom a call is about: finding the chat, whether the bot may write there, reply targets, and putting a new
//! message in place.

use std::sync::{Arc, MutexGuard};

use serde_json::Value;

use crate::simulator::keyboards::{self, Markup};
use crate::simulator::message::{Message, ReplyKeyboard};
use crate::simulator::reply::{self, ApiError, Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::{Chat, ChatState, Standing, World, lock};
use crate::simulator::wire::WireMessage;

/// The chat named by this parameter.
pub(super) fn chat(world: &World, params: &Params, name: &str) -> Result<Arc<Chat>, ApiError> {
    let raw = params.text(name);
    if raw.is_empty() {
        return Err(if name == "chat_id" {
            refusals::CHAT_EMPTY
        } else {
            ApiError::bad(format!("{name} is empty"))
        });
    }
    let id: i64 = raw.parse().map_err(|_| refusals::CHAT_NOT_FOUND)?;
    if id == world.bot.id {
        return Err(refusals::TO_ITSELF);
    }
    let chat = world.chat(id).ok_or(refusals::CHAT_NOT_FOUND)?;
    if lock(&chat.state).standing == Standing::Stranger {
        return Err(refusals::CHAT_NOT_FOUND);
    }
    Ok(chat)
}

/// Whether the bot may write to this person.
pub(super) fn may_write(state: &ChatState) -> Result<(), ApiError> {
    match state.standing {
        Standing::Open => Ok(()),
        Standing::Blocked => Err(refusals::BLOCKED),
        Standing::Gone => Err(refusals::DEACTIVATED),
        Standing::Seen | Standing::Stranger => Err(refusals::NOT_STARTED),
    }
}

/// The message a new one answers, and whether it may be missing.
struct ReplyTo {
    id: i32,
    optional: bool,
}

fn reply_to(params: &Params) -> Result<Option<ReplyTo>, ApiError> {
    let raw = params.text("reply_parameters");
    if raw.is_empty() {
        let id = params.message_id("reply_to_message_id");
        return Ok(id.map(|id| ReplyTo { id, optional: params.flag("allow_sending_without_reply") }));
    }
    let Ok(value) = serde_json::from_str::<Value>(raw) else {
        return Err(ApiError::bad("can't parse reply parameters JSON object"));
    };
    let Value::Object(fields) = value else {
        return Err(ApiError::bad("object expected as reply parameters"));
    };
    let id = fields.get("message_id").and_then(|id| id.as_i64().or_else(|| id.as_str()?.parse().ok()));
    let id = id.and_then(|id| i32::try_from(id).ok()).filter(|id| *id > 0);
    let Some(id) = id else { return Ok(None) };
    let optional = fields.get("allow_sending_without_reply").and_then(Value::as_bool).unwrap_or(false);
    Ok(Some(ReplyTo { id, optional }))
}

/// A message ready to go out, but for its number and date.
pub(super) struct Outgoing {
    chat: Arc<Chat>,
    markup: Markup,
    reply_to: Option<ReplyTo>,
    protected: bool,
    silent: bool,
}

/// Reads what all `send…` methods share. Parsing comes before the chat is looked at, as on the server.
pub(super) fn outgoing(world: &World, params: &Params) -> Result<Outgoing, ApiError> {
    let read = keyboards::read(params)?;
    if read.dropped > 0 {
        world.ledger.object(format!("{} button(s) silently dropped", read.dropped));
    }
    let reply_to = reply_to(params)?;
    let chat = chat(world, params, "chat_id")?;
    let protected = params.flag("protect_content");
    let silent = params.flag("disable_notification");
    Ok(Outgoing { chat, markup: read.markup, reply_to, protected, silent })
}

impl Outgoing {
    /// Puts the message in the chat and answers with it.
    pub(super) fn send(self, world: &World, message: Message) -> Outcome {
        let chat = Arc::clone(&self.chat);
        let done = {
            let mut state = lock(&chat.state);
            let id = self.place(world, &mut state, message)?;
            answer(world, &state, id)
        };
        world.touch(&chat);
        Ok(done)
    }

    /// Puts several messages in the chat and answers with the list.
    pub(super) fn send_all(self, world: &World, messages: Vec<Message>) -> Outcome {
        let chat = Arc::clone(&self.chat);
        let done = {
            let mut state = lock(&chat.state);
            let mut json = b"[".to_vec();
            let mut last = None;
            for message in messages {
                let id = self.place(world, &mut state, message)?;
                if last.is_some() {
                    json.push(b',');
                }
                json.extend(answer(world, &state, id).json);
                last = Some(id);
            }
            json.push(b']');
            Done { json, remark: None, message_id: last }
        };
        world.touch(&chat);
        Ok(done)
    }

    /// Puts the message in the chat and answers with its number alone.
    pub(super) fn send_copy(self, world: &World, message: Message) -> Outcome {
        let done = self.send(world, message)?;
        let id = done.message_id.unwrap_or_default();
        Ok(Done::of(&serde_json::json!({ "message_id": id })).about(id))
    }

    fn place(
        &self,
        world: &World,
        state: &mut MutexGuard<ChatState>,
        mut message: Message,
    ) -> Result<i32, ApiError> {
        may_write(state)?;
        message.reply_to = match &self.reply_to {
            Some(target) if state.messages.contains_key(&target.id) => Some(target.id),
            Some(target) if !target.optional => {
                return Err(ApiError::bad("message to be replied not found"));
            }
            _ => None,
        };
        let id = world.new_message_id();
        message.id = id;
        message.from_bot = true;
        message.date = world.now();
        message.protected = self.protected;
        message.silent = self.silent;
        match &self.markup {
            Markup::Nothing => {}
            Markup::Inline(buttons) => message.buttons.clone_from(buttons),
            Markup::Keys { rows, one_time, placeholder } => {
                message.has_reply_markup = true;
                let (rows, placeholder) = (rows.clone(), placeholder.clone());
                state.keyboard =
                    Some(ReplyKeyboard { message_id: id, rows, one_time: *one_time, placeholder });
            }
            Markup::Remove => {
                message.has_reply_markup = true;
                state.keyboard = None;
            }
            Markup::ForceReply => message.has_reply_markup = true,
        }
        state.unread += 1;
        state.messages.insert(id, message);
        Ok(id)
    }
}

/// A message of the chat as a method's result.
pub(super) fn answer(world: &World, state: &ChatState, id: i32) -> Done {
    let Some(message) = state.messages.get(&id) else { return Done::yes() };
    let answered = message.reply_to.and_then(|other| state.messages.get(&other));
    let json = reply::json(&WireMessage::of(message, &state.profile, &world.bot, answered));
    Done { json, remark: None, message_id: Some(id) }
}
