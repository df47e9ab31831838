//! Inline buttons: what each field means and which values are refused.

use serde_json::{Map, Value};

use super::{needed, rows, string};
use crate::simulator::links;
use crate::simulator::message::{Button, ButtonKind};
use crate::simulator::reply::ApiError;

/// Bytes of `callback_data` (reference; refused by the closed server).
const MAX_DATA: usize = 64;
/// Characters of `copy_text.text` (reference).
const MAX_COPY: usize = 256;

/// Rows of buttons and how many were dropped.
pub(super) fn read(value: &Value) -> Result<(Vec<Vec<Button>>, usize), ApiError> {
    rows(value, "inline keyboard", |button: &Button| &button.text, button)
}

fn button(value: &Value) -> Result<Button, ApiError> {
    let refuse = |why: String| ApiError::bad(format!("can't parse inline keyboard button: {why}"));
    let Value::Object(fields) = value else {
        return Err(refuse("InlineKeyboardButton must be an Object".to_owned()));
    };
    let text = needed(fields, "text").map_err(refuse)?;
    let kind = kind(fields).map_err(refuse)?;
    check(&kind)?;
    let kind = match kind {
        ButtonKind::Url(url) => ButtonKind::Url(link(&url, "URL")?),
        ButtonKind::WebApp(url) => ButtonKind::WebApp(web_app(&url)?),
        other => other,
    };
    Ok(Button { text, kind })
}

/// The first field that is there decides, in the server's order.
fn kind(fields: &Map<String, Value>) -> Result<ButtonKind, String> {
    if let Some(url) = string(fields, "url")?.filter(|url| !url.is_empty()) {
        return Ok(ButtonKind::Url(url));
    }
    if let Some(data) = string(fields, "callback_data")?.filter(|data| !data.is_empty()) {
        return Ok(ButtonKind::Data(data));
    }
    for field in ["callback_game", "pay"] {
        if let Some(value) = fields.get(field).filter(|value| **value != Value::Bool(false)) {
            return Ok(ButtonKind::Other { field: field.to_owned(), value: value.to_string() });
        }
    }
    if let Some(query) = string(fields, "switch_inline_query")? {
        return Ok(ButtonKind::SwitchInline(query));
    }
    if let Some(query) = string(fields, "switch_inline_query_current_chat")? {
        return Ok(ButtonKind::SwitchInlineHere(query));
    }
    if let Some(Value::Object(app)) = fields.get("web_app") {
        return Ok(ButtonKind::WebApp(needed(app, "url")?));
    }
    if let Some(Value::Object(copy)) = fields.get("copy_text") {
        return Ok(ButtonKind::Copy(needed(copy, "text")?));
    }
    for field in ["switch_inline_query_chosen_chat", "login_url", "disabled"] {
        if let Some(value) = fields.get(field).filter(|value| value.is_object()) {
            return Ok(ButtonKind::Other { field: field.to_owned(), value: value.to_string() });
        }
    }
    Err("Text buttons are unallowed in the inline keyboard".to_owned())
}

fn check(kind: &ButtonKind) -> Result<(), ApiError> {
    match kind {
        ButtonKind::Data(data) if data.len() > MAX_DATA => Err(ApiError::bad("BUTTON_DATA_INVALID")),
        ButtonKind::Copy(text) if text.is_empty() || text.chars().count() > MAX_COPY => {
            Err(ApiError::bad("BUTTON_COPY_TEXT_INVALID"))
        }
        _ => Ok(()),
    }
}

fn link(url: &str, what: &str) -> Result<String, ApiError> {
    links::checked(url)
        .map_err(|why| ApiError::bad(format!("inline keyboard button {what} '{url}' is invalid: {why}")))
}

fn web_app(url: &str) -> Result<String, ApiError> {
    let checked = link(url, "Web App URL")?;
    if checked.starts_with("https://") {
        return Ok(checked);
    }
    Err(ApiError::bad(format!(
        "inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed"
    )))
}
