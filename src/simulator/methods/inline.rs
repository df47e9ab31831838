//! Answering inline queries. Articles only; what is refused by Telegram's closed servers alone is marked so.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::send;
use crate::simulator::inline::{InlineAnswer, InlineResult};
use crate::simulator::keyboards;
use crate::simulator::message::Message;
use crate::simulator::reply::{ApiError, Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::World;

/// Results in one answer (Client.cpp, `get_inline_query_results`).
const MAX_RESULTS: usize = 50;
/// Bytes of a result's name, and of an offset (reference; refused by the closed server).
const MAX_NAME: usize = 64;

/// `answerInlineQuery`.
pub(super) fn answer(world: &Arc<World>, params: &Params) -> Outcome {
    let raw = params.text("results");
    let Ok(value) = serde_json::from_str::<Value>(if raw.is_empty() { "[]" } else { raw }) else {
        return Err(ApiError::bad("can't parse JSON encoded inline query results"));
    };
    let Value::Array(list) = value else {
        return Err(ApiError::bad("expected an Array of inline query results"));
    };
    if list.len() > MAX_RESULTS {
        return Err(ApiError::bad("too many inline query results specified"));
    }
    let results = list.iter().map(|result| article(world, result)).collect::<Result<Vec<_>, _>>()?;
    let names: HashSet<&str> = results.iter().map(|result| result.id.as_str()).collect();
    if names.len() < results.len() {
        return Err(ApiError::bad("RESULT_ID_DUPLICATE"));
    }
    let next_offset = params.text("next_offset").to_owned();
    if next_offset.len() > MAX_NAME {
        return Err(ApiError::bad("NEXT_OFFSET_INVALID"));
    }
    let answer = InlineAnswer { results, next_offset };
    if world.inline.close(params.text("inline_query_id"), answer, world.now()) {
        Ok(Done::yes())
    } else {
        Err(refusals::OLD_QUERY)
    }
}

fn article(world: &World, value: &Value) -> Result<InlineResult, ApiError> {
    let refuse = |why: &str| ApiError::bad(format!("can't parse inline query result: {why}"));
    let Value::Object(fields) = value else { return Err(refuse("InlineQueryResult must be an Object")) };
    let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    if text("type") != "article" {
        return Err(refuse("unsupported type specified"));
    }
    let (id, title) = (text("id"), text("title"));
    if id.is_empty() || id.len() > MAX_NAME {
        return Err(ApiError::bad("RESULT_ID_INVALID"));
    }
    if title.is_empty() {
        return Err(ApiError::bad("ARTICLE_TITLE_EMPTY"));
    }
    let Some(Value::Object(content)) = fields.get("input_message_content") else {
        return Err(refuse("Can't find field \"input_message_content\""));
    };
    let mut params = Params::default();
    take(&mut params, content, "message_text", "text");
    take(&mut params, content, "parse_mode", "parse_mode");
    take(&mut params, content, "entities", "entities");
    take(&mut params, fields, "reply_markup", "reply_markup");
    let parsed = send::text(world, &params)?;
    if send::is_too_long(&parsed) {
        return Err(ApiError::bad("message is too long"));
    }
    let (buttons, dropped) = keyboards::read_inline(&params)?;
    if dropped > 0 {
        world.ledger.object(format!("{dropped} button(s) silently dropped"));
    }
    let message = Message { text: parsed.text, entities: parsed.entities, buttons, ..Message::default() };
    Ok(InlineResult { id, title, description: text("description"), message })
}

/// A field of an object as a parameter of its own.
fn take(params: &mut Params, fields: &Map<String, Value>, field: &str, name: &str) {
    match fields.get(field) {
        Some(Value::String(text)) => params.add(name.to_owned(), text.clone(), false),
        Some(value) => params.add(name.to_owned(), value.to_string(), value.is_null()),
        None => {}
    }
}
