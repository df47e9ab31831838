//! Cards for other chats as calls of the Bot API. Sends nothing.

use super::error::CallError;
use super::message::{Prepared, inline, unserialized};
use super::wire::Body;
use crate::view::{InlineCard, Keys, Screen};
use serde_json::{Value, json};

/// How long Telegram may give the same answer to the same words of the same person, in seconds: seats change.
const KEPT_S: u32 = 10;

/// The call that answers an inline query; `next` is where the list goes on, empty at its end.
pub(super) fn offer(query: &str, cards: &[InlineCard], next: &str) -> Result<Prepared, CallError> {
    let results: Result<Vec<Value>, CallError> = cards.iter().map(article).collect();
    let call = json!({
        "inline_query_id": query,
        "results": results?,
        "cache_time": KEPT_S,
        // In the language of who asked.
        "is_personal": true,
        "next_offset": next,
    });
    post("AnswerInlineQuery", &call)
}

/// The call that changes a card in another chat.
pub(super) fn redraw(copy: &str, card: &Screen) -> Result<Prepared, CallError> {
    let mut call = json!({
        "inline_message_id": copy,
        "text": card.html,
        "parse_mode": "HTML",
        "link_preview_options": { "is_disabled": true },
    });
    if let Keys::Inline(rows) = &card.keys {
        call["reply_markup"] = serde_json::to_value(inline(rows)?).map_err(unserialized)?;
    }
    post("EditMessageText", &call)
}

fn article(card: &InlineCard) -> Result<Value, CallError> {
    let mut article = json!({
        "type": "article",
        "id": card.id,
        "title": card.title,
        "description": card.description,
        "input_message_content": {
            "message_text": card.screen.html,
            "parse_mode": "HTML",
            "link_preview_options": { "is_disabled": true },
        },
    });
    if let Keys::Inline(rows) = &card.screen.keys {
        article["reply_markup"] = serde_json::to_value(inline(rows)?).map_err(unserialized)?;
    }
    Ok(article)
}

fn post(method: &'static str, call: &Value) -> Result<Prepared, CallError> {
    Ok((method, Body::Json(serde_json::to_vec(call).map_err(unserialized)?)))
}
