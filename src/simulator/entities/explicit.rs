//! Entities given as a list. Kinds that Telegram finds by itself are ignored; offsets are checked against the
//! text (Client.cpp, `get_text_entity_type`; `MessageEntity.cpp`, `fix_entities`).

use serde_json::Value;

use super::link;
use crate::simulator::message::{Entity, EntityKind};
use crate::simulator::reply::ApiError;

/// The list as entities; a value that is no list is ignored.
pub(super) fn read(text: &str, raw: Option<&str>) -> Result<Vec<Entity>, ApiError> {
    let Some(Value::Array(list)) = raw.and_then(|raw| serde_json::from_str(raw).ok()) else {
        return Ok(Vec::new());
    };
    let mut entities = Vec::new();
    for value in &list {
        let Value::Object(_) = value else {
            return Err(refuse("expected an Object"));
        };
        let offset = integer(value, "offset")?;
        let length = integer(value, "length")?;
        let Some(kind) = kind(value)? else { continue };
        check(text, offset, length, &mut entities, kind)?;
    }
    Ok(entities)
}

fn refuse(why: &str) -> ApiError {
    ApiError::bad(format!("can't parse MessageEntity: {why}"))
}

fn integer(value: &Value, name: &str) -> Result<i64, ApiError> {
    match value.get(name) {
        None => Err(refuse(&format!("Can't find field \"{name}\""))),
        Some(Value::Number(number)) if number.is_i64() => Ok(number.as_i64().unwrap_or_default()),
        Some(Value::String(text)) if text.parse::<i64>().is_ok() => Ok(text.parse().unwrap_or_default()),
        Some(_) => Err(refuse(&format!("Field \"{name}\" must be of type Number"))),
    }
}

fn string<'a>(value: &'a Value, name: &str) -> Result<&'a str, ApiError> {
    match value.get(name) {
        None => Err(refuse(&format!("Can't find field \"{name}\""))),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(refuse(&format!("Field \"{name}\" must be of type String"))),
    }
}

fn kind(value: &Value) -> Result<Option<EntityKind>, ApiError> {
    Ok(match string(value, "type")? {
        "bold" => Some(EntityKind::Bold),
        "italic" => Some(EntityKind::Italic),
        "underline" => Some(EntityKind::Underline),
        "strikethrough" => Some(EntityKind::Strikethrough),
        "spoiler" => Some(EntityKind::Spoiler),
        "blockquote" => Some(EntityKind::Blockquote),
        "expandable_blockquote" => Some(EntityKind::ExpandableBlockquote),
        "code" => Some(EntityKind::Code),
        "pre" => Some(EntityKind::Pre(
            value.get("language").and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned),
        )),
        "text_link" => link(string(value, "url")?),
        "text_mention" => {
            let user = value.get("user").ok_or_else(|| refuse("Can't find field \"user\""))?;
            Some(EntityKind::TextMention(integer(user, "id")?))
        }
        "custom_emoji" => Some(EntityKind::CustomEmoji(string(value, "custom_emoji_id")?.to_owned())),
        _ => None,
    })
}

fn check(
    text: &str,
    offset: i64,
    length: i64,
    entities: &mut Vec<Entity>,
    kind: EntityKind,
) -> Result<(), ApiError> {
    let bad = |what: &str, number: i64| {
        Err(ApiError::bad(format!("receive an entity with incorrect {what} {number}")))
    };
    if !(0..=1_000_000).contains(&offset) {
        return bad("offset", offset);
    }
    if !(0..=1_000_000).contains(&length) {
        return bad("length", length);
    }
    let (offset, length) = (offset as usize, length as usize);
    let end = offset + length;
    if length == 0 {
        return Ok(());
    }
    let mut units = 0;
    for (byte, letter) in text.char_indices() {
        let next = units + letter.len_utf16();
        if units < offset && offset < next {
            return Err(ApiError::bad(format!(
                "entity begins in a middle of a UTF-16 symbol at byte offset {byte}"
            )));
        }
        if units < end && end < next {
            return Err(ApiError::bad(format!(
                "entity ends in a middle of a UTF-16 symbol at byte offset {byte}"
            )));
        }
        units = next;
    }
    if end > units {
        return Err(ApiError::bad(format!(
            "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {units}"
        )));
    }
    entities.push(Entity { kind, offset, length });
    Ok(())
}
