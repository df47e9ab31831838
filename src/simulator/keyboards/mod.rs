//! `reply_markup`: which of the four shapes it is, and Telegram's words when it is none (Client.cpp,
//! `get_reply_markup`; ReplyMarkup.cpp).

mod inline;
mod keys;

use serde_json::{Map, Value};

use super::message::{Button, Key};
use super::reply::ApiError;
use super::request::Params;

/// What comes with a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Markup {
    /// Nothing.
    #[default]
    Nothing,
    /// Buttons under the message.
    Inline(Vec<Vec<Button>>),
    /// Keys in place of the letters.
    Keys { rows: Vec<Vec<Key>>, one_time: bool, placeholder: Option<String> },
    /// The keys go away.
    Remove,
    /// The app opens a reply.
    ForceReply,
}

/// A markup and how many buttons were silently dropped from it.
pub(crate) struct Read {
    pub(crate) markup: Markup,
    pub(crate) dropped: usize,
}

/// Reads `reply_markup`.
pub(crate) fn read(params: &Params) -> Result<Read, ApiError> {
    let raw = params.text("reply_markup");
    if raw.is_empty() {
        return Ok(Read { markup: Markup::Nothing, dropped: 0 });
    }
    let Ok(value) = serde_json::from_str::<Value>(raw) else {
        return Err(ApiError::bad("can't parse reply keyboard markup JSON object"));
    };
    let Value::Object(fields) = value else {
        return Err(ApiError::bad("object expected as reply markup"));
    };
    shape(&fields)
}

/// Reads `reply_markup` of an edit, where only inline buttons make sense.
pub(crate) fn read_inline(params: &Params) -> Result<(Vec<Vec<Button>>, usize), ApiError> {
    let read = read(params)?;
    match read.markup {
        Markup::Nothing => Ok((Vec::new(), read.dropped)),
        Markup::Inline(buttons) => Ok((buttons, read.dropped)),
        _ => Err(ApiError::bad("inline keyboard expected")),
    }
}

fn shape(fields: &Map<String, Value>) -> Result<Read, ApiError> {
    let plain = |markup| Ok(Read { markup, dropped: 0 });
    if let Some(rows) = fields.get("keyboard") {
        let (rows, dropped) = keys::read(rows)?;
        let placeholder = fields.get("input_field_placeholder").and_then(Value::as_str).map(str::to_owned);
        let one_time = is_true(fields, "one_time_keyboard");
        let markup =
            if rows.is_empty() { Markup::Nothing } else { Markup::Keys { rows, one_time, placeholder } };
        return Ok(Read { markup, dropped });
    }
    if let Some(rows) = fields.get("inline_keyboard") {
        let (rows, dropped) = inline::read(rows)?;
        let markup = if rows.is_empty() { Markup::Nothing } else { Markup::Inline(rows) };
        return Ok(Read { markup, dropped });
    }
    if is_true(fields, "remove_keyboard") || is_true(fields, "hide_keyboard") {
        return plain(Markup::Remove);
    }
    if is_true(fields, "force_reply") {
        return plain(Markup::ForceReply);
    }
    plain(Markup::Nothing)
}

fn is_true(fields: &Map<String, Value>, name: &str) -> bool {
    fields.get(name) == Some(&Value::Bool(true))
}

/// More buttons in a row, or in all, are dropped without a word (ReplyMarkup.cpp).
const MAX_IN_ROW: usize = 12;
const MAX_IN_ALL: usize = 300;

/// Reads rows of something, dropping the nameless and the excess.
fn rows<T>(
    value: &Value,
    what: &str,
    text: impl Fn(&T) -> &str,
    read: impl Fn(&Value) -> Result<T, ApiError>,
) -> Result<(Vec<Vec<T>>, usize), ApiError> {
    let Value::Array(list) = value else {
        let field = if what == "inline keyboard" { "inline_keyboard" } else { "keyboard" };
        return Err(ApiError::bad(format!(
            "field \"{field}\" of the InlineKeyboardMarkup must be an Array of Arrays"
        ))
        .renamed(what));
    };
    let (mut rows, mut total, mut dropped) = (Vec::new(), 0, 0);
    for row in list {
        let Value::Array(buttons) = row else {
            let field = if what == "inline keyboard" { "inline_keyboard" } else { "keyboard" };
            return Err(ApiError::bad(format!(
                "field \"{field}\" of the InlineKeyboardMarkup must be an Array of Arrays"
            ))
            .renamed(what));
        };
        let mut kept = Vec::new();
        for button in buttons {
            let button = read(button)?;
            if text(&button).is_empty() || kept.len() == MAX_IN_ROW || total == MAX_IN_ALL {
                dropped += 1;
            } else {
                kept.push(button);
                total += 1;
            }
        }
        if !kept.is_empty() {
            rows.push(kept);
        }
    }
    Ok((rows, dropped))
}

impl ApiError {
    /// The same text for the other kind of keyboard.
    fn renamed(self, what: &str) -> Self {
        if what == "inline keyboard" {
            return self;
        }
        let description = self.description.replace("InlineKeyboardMarkup", "ReplyKeyboardMarkup").into();
        Self { description, ..self }
    }
}

/// A String field: a number is taken too, absent is nothing, all else is refused (JsonBuilder.cpp).
fn string(fields: &Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match fields.get(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(Value::Number(number)) => Ok(Some(number.to_string())),
        Some(_) => Err(format!("Field \"{name}\" must be of type String")),
    }
}

/// A String field that must be there.
fn needed(fields: &Map<String, Value>, name: &str) -> Result<String, String> {
    string(fields, name)?.ok_or_else(|| format!("Can't find field \"{name}\""))
}
