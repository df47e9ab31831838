//! Keys of a reply keyboard.

use serde_json::{Map, Value};

use super::{needed, rows};
use crate::simulator::message::{Key, KeyRequest};
use crate::simulator::reply::ApiError;

/// Rows of keys and how many were dropped.
pub(super) fn read(value: &Value) -> Result<(Vec<Vec<Key>>, usize), ApiError> {
    rows(value, "keyboard", |key: &Key| &key.text, key)
}

fn key(value: &Value) -> Result<Key, ApiError> {
    let refuse = |why: String| ApiError::bad(format!("can't parse keyboard button: {why}"));
    let fields = match value {
        Value::String(text) => return Ok(Key { text: text.clone(), request: KeyRequest::Nothing }),
        Value::Object(fields) => fields,
        _ => return Err(refuse("KeyboardButton must be an Object".to_owned())),
    };
    let text = needed(fields, "text").map_err(refuse)?;
    let asks = |name| flag(fields, name).map_err(refuse);
    let request = if asks("request_contact")? || asks("request_phone_number")? {
        KeyRequest::Contact
    } else if asks("request_location")? {
        KeyRequest::Location
    } else if has_other(fields) {
        KeyRequest::Unsupported
    } else {
        KeyRequest::Nothing
    };
    Ok(Key { text, request })
}

fn flag(fields: &Map<String, Value>, name: &str) -> Result<bool, String> {
    match fields.get(name) {
        None => Ok(false),
        Some(Value::Bool(value)) => Ok(*value),
        Some(_) => Err(format!("Field \"{name}\" must be of type Boolean")),
    }
}

fn has_other(fields: &Map<String, Value>) -> bool {
    let others =
        ["request_poll", "web_app", "request_users", "request_user", "request_chat", "request_managed_bot"];
    others.iter().any(|name| fields.get(*name).is_some_and(Value::is_object))
}
