//! What the bot says about itself: commands by scope and language, name, descriptions, menu button
//! (`BotCommand.cpp`, `BotCommandScope.cpp`).

use std::sync::Arc;

use serde_json::{Value, json};

use super::target;
use crate::simulator::about::Command;
use crate::simulator::reply::{ApiError, Done, Outcome};
use crate::simulator::request::Params;
use crate::simulator::state::{World, lock};

const MAX_COMMANDS: usize = 100;

/// Scope and language as one key.
fn key(world: &World, params: &Params) -> Result<(String, String), ApiError> {
    let language = language(params)?;
    let raw = params.text("scope");
    if raw.is_empty() {
        return Ok(("default".to_owned(), language));
    }
    let Ok(value) = serde_json::from_str::<Value>(raw) else {
        return Err(ApiError::bad("can't parse BotCommandScope JSON object"));
    };
    let Value::Object(fields) = value else {
        return Err(ApiError::bad("can't parse BotCommandScope: BotCommandScope must be an Object"));
    };
    let Some(kind) = fields.get("type").and_then(Value::as_str) else {
        return Err(ApiError::bad("can't parse BotCommandScope: Can't find field \"type\""));
    };
    match kind {
        "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators" => {
            Ok((kind.to_owned(), language))
        }
        "chat" => {
            let id =
                fields.get("chat_id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
            let mut about = Params::default();
            about.add("chat_id".to_owned(), id.unwrap_or_default(), false);
            let chat = target::chat(world, &about, "chat_id")?;
            Ok((format!("chat {}", chat.id), language))
        }
        "chat_administrators" | "chat_member" => Err(ApiError::bad("chat not found")),
        _ => Err(ApiError::bad("can't parse BotCommandScope: unsupported type specified")),
    }
}

fn language(params: &Params) -> Result<String, ApiError> {
    let code = params.text("language_code").to_owned();
    let valid = code.is_empty() || (code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_lowercase()));
    if valid { Ok(code) } else { Err(ApiError::bad("invalid language code specified")) }
}

/// `setMyCommands`.
pub(super) fn set(world: &Arc<World>, params: &Params) -> Outcome {
    let raw = params.text("commands");
    let Ok(value) = serde_json::from_str::<Value>(if raw.is_empty() { "[]" } else { raw }) else {
        return Err(ApiError::bad("can't parse commands JSON object"));
    };
    let Value::Array(list) = value else {
        return Err(ApiError::bad("expected an Array of BotCommand"));
    };
    if list.len() > MAX_COMMANDS {
        return Err(ApiError::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let commands = list.iter().map(command).collect::<Result<Vec<_>, _>>()?;
    let key = key(world, params)?;
    let mut about = lock(&world.about);
    if commands.is_empty() {
        about.commands.remove(&key);
    } else {
        about.commands.insert(key, commands);
    }
    Ok(Done::yes())
}

fn command(value: &Value) -> Result<Command, ApiError> {
    let Value::Object(fields) = value else {
        return Err(ApiError::bad("can't parse BotCommand: expected an Object"));
    };
    let field = |name: &str| match fields.get(name) {
        Some(Value::String(text)) => Ok(text.trim().to_owned()),
        Some(Value::Number(number)) => Ok(number.to_string()),
        Some(_) => {
            Err(ApiError::bad(format!("can't parse BotCommand: Field \"{name}\" must be of type String")))
        }
        None => Err(ApiError::bad(format!("can't parse BotCommand: Can't find field \"{name}\""))),
    };
    let command = field("command")?;
    let command = command.strip_prefix('/').unwrap_or(&command).trim().to_owned();
    let description = field("description")?;
    let letters = |text: &str| text.chars().count();
    let wrong = if command.is_empty() {
        "command must be non-empty"
    } else if letters(&command) > 32 {
        "command length must not exceed 32"
    } else if description.is_empty() {
        "command description must be non-empty"
    } else if letters(&description) > 256 {
        "command description length must not exceed 256"
    } else if !command.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    {
        // Found by the closed server only, hence its own words.
        "BOT_COMMAND_INVALID"
    } else {
        return Ok(Command { command, description });
    };
    Err(ApiError::bad(wrong))
}

/// `getMyCommands`.
pub(super) fn get(world: &Arc<World>, params: &Params) -> Outcome {
    let key = key(world, params)?;
    Ok(Done::of(lock(&world.about).commands.get(&key).map_or(&[][..], Vec::as_slice)))
}

/// `deleteMyCommands`.
pub(super) fn delete(world: &Arc<World>, params: &Params) -> Outcome {
    let key = key(world, params)?;
    lock(&world.about).commands.remove(&key);
    Ok(Done::yes())
}

fn set_text(world: &World, params: &Params, field: &'static str, limit: usize, error: &str) -> Outcome {
    let text = params.text(field).trim().to_owned();
    if text.chars().count() > limit {
        return Err(ApiError::bad(error));
    }
    let language = language(params)?;
    let mut about = lock(&world.about);
    if text.is_empty() {
        about.texts.remove(&(field, language));
    } else {
        about.texts.insert((field, language), text);
    }
    Ok(Done::yes())
}

/// The text in the asked language, else the one for all languages, else `otherwise`.
fn get_text(world: &World, params: &Params, field: &'static str, otherwise: &str) -> Outcome {
    let language = language(params)?;
    let about = lock(&world.about);
    let text = about.texts.get(&(field, language)).or_else(|| about.texts.get(&(field, String::new())));
    Ok(Done::of(&json!({ field: text.map_or(otherwise, String::as_str) })))
}

/// `setMyName`.
pub(super) fn set_name(world: &Arc<World>, params: &Params) -> Outcome {
    set_text(world, params, "name", 64, "BOT_TITLE_INVALID")
}

/// `getMyName`.
pub(super) fn get_name(world: &Arc<World>, params: &Params) -> Outcome {
    get_text(world, params, "name", &world.bot.name)
}

/// `setMyDescription`.
pub(super) fn set_description(world: &Arc<World>, params: &Params) -> Outcome {
    set_text(world, params, "description", 512, "BOT_DESCRIPTION_INVALID")
}

/// `getMyDescription`.
pub(super) fn get_description(world: &Arc<World>, params: &Params) -> Outcome {
    get_text(world, params, "description", "")
}

/// `setMyShortDescription`.
pub(super) fn set_short_description(world: &Arc<World>, params: &Params) -> Outcome {
    set_text(world, params, "short_description", 120, "BOT_SHORT_DESCRIPTION_INVALID")
}

/// `getMyShortDescription`.
pub(super) fn get_short_description(world: &Arc<World>, params: &Params) -> Outcome {
    get_text(world, params, "short_description", "")
}

fn menu_chat(world: &World, params: &Params) -> Result<i64, ApiError> {
    if params.raw("chat_id").is_none() { Ok(0) } else { Ok(target::chat(world, params, "chat_id")?.id) }
}

/// `setChatMenuButton`.
pub(super) fn set_menu(world: &Arc<World>, params: &Params) -> Outcome {
    let raw = params.raw("menu_button").unwrap_or("{\"type\":\"default\"}");
    let Ok(button) = serde_json::from_str::<Value>(raw) else {
        return Err(ApiError::bad("can't parse menu button JSON object"));
    };
    let known = matches!(button["type"].as_str(), Some("default" | "commands" | "web_app"));
    if !known {
        return Err(ApiError::bad("can't parse menu button: unsupported type specified"));
    }
    let chat = menu_chat(world, params)?;
    lock(&world.about).menu.insert(chat, button);
    Ok(Done::yes())
}

/// `getChatMenuButton`.
pub(super) fn get_menu(world: &Arc<World>, params: &Params) -> Outcome {
    let chat = menu_chat(world, params)?;
    let about = lock(&world.about);
    let button = about.menu.get(&chat).or_else(|| about.menu.get(&0)).cloned();
    Ok(Done::of(&button.unwrap_or_else(|| json!({"type": "commands"}))))
}
