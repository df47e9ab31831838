//! Reading updates as they come over the wire: whose they are, and what teloxide makes of them. Nothing is stored here.
//!
//! teloxide 0.17 knows Bot API 9.1. A newer entity kind in a message makes it read the message as empty, without a
//! word; a newer chat or update kind makes the update an error. Such updates are read again, reduced to the fields this
//! bot uses, so that what the person wrote is not lost.

use crate::service::Received;
use serde::Deserialize;
use serde_json::{Map, Value, value::RawValue};
use teloxide::types::{MessageKind, Update, UpdateKind};

/// Why an update cannot be read. Carries nothing of its content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Not JSON, or without an `update_id`.
    #[error("not an update")]
    NotAnUpdate,
    /// Neither as it is nor reduced.
    #[error("update of a form that is not understood")]
    Unknown,
}

/// The few fields that say whose turn an update is.
#[derive(Deserialize)]
struct Sketch {
    update_id: i64,
    message: Option<Origin>,
    edited_message: Option<Origin>,
    callback_query: Option<Origin>,
    my_chat_member: Option<Origin>,
    inline_query: Option<Origin>,
    chosen_inline_result: Option<Origin>,
}

#[derive(Deserialize)]
struct Origin {
    from: Option<Id>,
    chat: Option<Id>,
}

#[derive(Deserialize)]
struct Id {
    id: i64,
}

/// Reads whose update it is. Updates of nobody share the line of person 0.
pub fn sketch(raw: &str) -> Result<Received, Unreadable> {
    let sketch: Sketch = serde_json::from_str(raw).map_err(|_| Unreadable::NotAnUpdate)?;
    let origin = sketch
        .message
        .or(sketch.edited_message)
        .or(sketch.callback_query)
        .or(sketch.my_chat_member)
        .or(sketch.inline_query)
        .or(sketch.chosen_inline_result);
    let person = origin.and_then(|origin| origin.from.or(origin.chat)).map_or(0, |id| id.id);
    Ok(Received { id: sketch.update_id, person_id: person, body: raw.to_owned() })
}

/// The same for a list; what has no readable sketch is counted and passed over, since it has no id to confirm it by.
pub fn sketches(raws: &[Box<RawValue>]) -> (Vec<Received>, usize) {
    let read: Vec<_> = raws.iter().filter_map(|raw| sketch(raw.get()).ok()).collect();
    let lost = raws.len() - read.len();
    (read, lost)
}

/// Whether an update is worth nothing a moment later: an inline query is answered while somebody looks at the list, or
/// never.
pub fn is_fleeting(raw: &str) -> bool {
    // A text that people wrote has these quotation marks escaped.
    raw.contains("\"inline_query\"")
        && serde_json::from_str(raw).is_ok_and(|sketch: Sketch| sketch.inline_query.is_some())
}

/// Reads an update with teloxide; if that loses something, reads the reduced update instead.
pub fn update(raw: &str) -> Result<Update, Unreadable> {
    // From text and never from a `Value`: teloxide's reader borrows keys and fails on every owned one.
    let parsed: Option<Update> = serde_json::from_str(raw).ok();
    match parsed {
        Some(update) if !loses(&update, raw) => Ok(update),
        first => match reduced(raw).and_then(|text| serde_json::from_str::<Update>(&text).ok()) {
            Some(update) if !matches!(update.kind, UpdateKind::Error(_)) => {
                tracing::warn!("update had parts that are not understood; read without them");
                Ok(update)
            }
            // What a person said must not be lost without a word; a kind we did not ask for is nothing to us.
            _ if is_for_us(raw) => Err(Unreadable::Unknown),
            _ => first.ok_or(Unreadable::Unknown),
        },
    }
}

/// Whether the update is of a kind we asked for.
fn is_for_us(raw: &str) -> bool {
    let sketch: Option<Sketch> = serde_json::from_str(raw).ok();
    sketch.is_some_and(|s| s.message.or(s.callback_query).or(s.my_chat_member).is_some())
}

/// Whether teloxide dropped what the person said.
fn loses(update: &Update, raw: &str) -> bool {
    match &update.kind {
        UpdateKind::Error(_) => true,
        UpdateKind::Message(message) => {
            matches!(message.kind, MessageKind::Empty {})
                && (raw.contains("\"text\"") || raw.contains("\"contact\""))
        }
        _ => false,
    }
}

/// The update with only those fields that this bot uses.
fn reduced(raw: &str) -> Option<String> {
    const MESSAGE: [&str; 7] = ["message_id", "from", "chat", "date", "text", "contact", "edit_date"];
    const QUERY: [&str; 5] = ["id", "from", "message", "chat_instance", "data"];
    let mut update: Map<String, Value> = serde_json::from_str(raw).ok()?;
    for kind in ["message", "edited_message"] {
        if let Some(Value::Object(message)) = update.get_mut(kind) {
            message.retain(|field, _| MESSAGE.contains(&field.as_str()));
        }
    }
    if let Some(Value::Object(query)) = update.get_mut("callback_query") {
        query.retain(|field, _| QUERY.contains(&field.as_str()));
        if let Some(Value::Object(message)) = query.get_mut("message") {
            message.retain(|field, _| MESSAGE.contains(&field.as_str()));
            // A message must have some content to be one; what it said does not matter to a press.
            message.entry("text").or_insert_with(|| Value::String("…".into()));
        }
    }
    serde_json::to_string(&update).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_inline_queries_are_fleeting() {
        let query = r#"{"update_id":7,"inline_query":{"id":"1","from":{"id":5},"query":"x","offset":""}}"#;
        let chosen = r#"{"update_id":8,"chosen_inline_result":{"result_id":"1","from":{"id":5},"query":"inline_query"}}"#;
        let text = r#"{"update_id":9,"message":{"from":{"id":5},"text":"\"inline_query\":{}"}}"#;
        assert_eq!([query, chosen, text].map(is_fleeting), [true, false, false]);
        assert_eq!([query, chosen, text].map(|raw| sketch(raw).unwrap().person_id), [5, 5, 5]);
    }

    const PLAIN: &str = r#"{"update_id":1,"message":{"message_id":5,"from":{"id":7,"is_bot":false,"first_name":"A"},
        "chat":{"id":7,"first_name":"A","type":"private"},"date":1795325742,"text":"сәлем"}}"#;

    fn text_of(raw: &str) -> Option<String> {
        match update(raw).ok()?.kind {
            UpdateKind::Message(message) => message.text().map(str::to_owned),
            _ => None,
        }
    }

    #[test]
    fn the_sender_is_found_in_every_kind() {
        assert_eq!(sketch(PLAIN).map(|r| (r.id, r.person_id)), Ok((1, 7)));
        let press = r#"{"update_id":2,"callback_query":{"id":"1","from":{"id":9,"is_bot":false,"first_name":"B"},
            "message":{"message_id":1,"chat":{"id":9,"type":"private"},"date":0},"chat_instance":"1","data":"h"}}"#;
        assert_eq!(sketch(press).map(|r| (r.id, r.person_id)), Ok((2, 9)));
        assert_eq!(sketch(r#"{"update_id":3,"something_new":{}}"#).map(|r| r.person_id), Ok(0));
        assert_eq!(sketch(r#"{"message":{}}"#), Err(Unreadable::NotAnUpdate));
        assert_eq!(sketch("junk"), Err(Unreadable::NotAnUpdate));
    }

    #[test]
    fn text_is_read_though_an_entity_is_unknown() {
        let newer = PLAIN.replace(
            "\"text\":\"сәлем\"",
            "\"text\":\"сәлем\",\"entities\":[{\"offset\":0,\"length\":2,\"type\":\"hologram\"}]",
        );
        assert_eq!(text_of(PLAIN).as_deref(), Some("сәлем"));
        assert_eq!(text_of(&newer).as_deref(), Some("сәлем"));
    }

    #[test]
    fn a_press_is_read_though_its_message_is_of_a_new_kind() {
        let press = r#"{"update_id":2,"callback_query":{"id":"1","from":{"id":9,"is_bot":false,"first_name":"B"},
            "message":{"message_id":1,"chat":{"id":9,"first_name":"B","type":"private"},"date":1795325742,
            "forward_origin":{"type":"hologram","date":1}},"chat_instance":"1","data":"h"}}"#;
        assert!(
            matches!(update(press).unwrap().kind, UpdateKind::CallbackQuery(query) if query.data.as_deref() == Some("h"))
        );
    }

    #[test]
    fn unknown_kinds_are_errors_and_not_panics() {
        assert!(matches!(
            update(r#"{"update_id":3,"something_new":{}}"#).unwrap().kind,
            UpdateKind::Error(_)
        ));
        assert!(update("junk").is_err());
        let holes = r#"{"update_id":4,"message":{"message_id":1,"from":{"id":7},"chat":{"id":7,"type":"hologram"},"date":0}}"#;
        assert_eq!(update(holes).unwrap_err(), Unreadable::Unknown);
    }
}
