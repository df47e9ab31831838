//! Messages without files: text, places, contacts, copies.

use std::sync::Arc;

use super::target;
use crate::simulator::entities::{self, Parsed};
use crate::simulator::message::{Contact, Message, Venue};
use crate::simulator::reply::{ApiError, Outcome};
use crate::simulator::request::Params;
use crate::simulator::state::{World, lock};

/// Characters of a text after parsing (`MessageContent.cpp`; code points, not bytes).
const MAX_TEXT: usize = 4096;
/// Characters of a caption.
const MAX_CAPTION: usize = 1024;

/// The parameter `text`, parsed and within its limits.
pub(super) fn text(world: &World, params: &Params) -> Result<Parsed, ApiError> {
    if params.text("text").is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    let parsed = entities::from_params(params, "text", "entities")?;
    note(world, params, &parsed, "entities");
    if parsed.text.is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    Ok(parsed)
}

/// The parameter `caption`, parsed and within its limits.
pub(super) fn caption(world: &World, params: &Params) -> Result<Parsed, ApiError> {
    let parsed = entities::from_params(params, "caption", "caption_entities")?;
    note(world, params, &parsed, "caption_entities");
    within_caption(parsed)
}

/// Refuses a caption that is too long.
pub(super) fn within_caption(parsed: Parsed) -> Result<Parsed, ApiError> {
    if parsed.text.chars().count() > MAX_CAPTION {
        return Err(ApiError::bad("message caption is too long"));
    }
    Ok(parsed)
}

fn note(world: &World, params: &Params, parsed: &Parsed, entities: &str) {
    if parsed.lost {
        world.ledger.object(format!("more than {} entities: the rest was dropped", entities::MAX_ENTITIES));
    }
    if !params.text("parse_mode").is_empty() && params.raw(entities).is_some() {
        world.ledger.object(format!("`{entities}` is ignored beside `parse_mode`"));
    }
}

/// Whether a text is within its limit.
pub(super) fn is_too_long(parsed: &Parsed) -> bool {
    parsed.text.len() > MAX_TEXT && parsed.text.chars().count() > MAX_TEXT
}

/// `sendMessage`.
pub(super) fn message(world: &Arc<World>, params: &Params) -> Outcome {
    let parsed = text(world, params)?;
    if is_too_long(&parsed) {
        return Err(ApiError::bad("message is too long"));
    }
    let Parsed { text, entities, .. } = parsed;
    target::outgoing(world, params)?.send(world, Message { text, entities, ..Message::default() })
}

fn place(params: &Params) -> Result<(f64, f64), ApiError> {
    let (latitude, longitude) = (params.text("latitude"), params.text("longitude"));
    if latitude.trim().is_empty() {
        return Err(ApiError::bad("latitude is empty"));
    }
    if longitude.trim().is_empty() {
        return Err(ApiError::bad("longitude is empty"));
    }
    let place = params.fraction("latitude").zip(params.fraction("longitude"));
    let on_earth = |(latitude, longitude): &(f64, f64)| latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    place.filter(on_earth).ok_or_else(|| ApiError::bad("invalid location specified"))
}

/// `sendLocation`.
pub(super) fn location(world: &Arc<World>, params: &Params) -> Outcome {
    let location = Some(place(params)?);
    target::outgoing(world, params)?.send(world, Message { location, ..Message::default() })
}

/// `sendVenue`.
pub(super) fn venue(world: &Arc<World>, params: &Params) -> Outcome {
    let location = Some(place(params)?);
    let venue = Venue { title: params.text("title").to_owned(), address: params.text("address").to_owned() };
    if venue.title.trim().is_empty() {
        return Err(ApiError::bad("title must be non-empty"));
    }
    if venue.address.trim().is_empty() {
        return Err(ApiError::bad("address must be non-empty"));
    }
    let message = Message { location, venue: Some(venue), ..Message::default() };
    target::outgoing(world, params)?.send(world, message)
}

/// `sendContact`.
pub(super) fn contact(world: &Arc<World>, params: &Params) -> Outcome {
    let phone = params.text("phone_number").to_owned();
    let first_name = params.text("first_name").to_owned();
    if phone.is_empty() {
        return Err(ApiError::bad("phone number is empty"));
    }
    if first_name.is_empty() {
        return Err(ApiError::bad("first name is empty"));
    }
    let last_name = params.raw("last_name").filter(|name| !name.is_empty()).map(str::to_owned);
    let contact = Some(Contact { phone, first_name, last_name, user_id: None });
    target::outgoing(world, params)?.send(world, Message { contact, ..Message::default() })
}

/// `copyMessage`.
pub(super) fn copy(world: &Arc<World>, params: &Params) -> Outcome {
    let new_caption = match params.raw("caption") {
        Some(_) => Some(caption(world, params)?),
        None => None,
    };
    let source = target::chat(world, params, "from_chat_id")?;
    let id = params.message_id("message_id");
    let original = id.and_then(|id| lock(&source.state).messages.get(&id).cloned());
    let original = original.ok_or_else(|| ApiError::bad("message to copy not found"))?;
    let mut copy = Message {
        text: original.text,
        entities: original.entities,
        photo: original.photo,
        photo_sizes: original.photo_sizes,
        document: original.document,
        location: original.location,
        venue: original.venue,
        contact: original.contact,
        ..Message::default()
    };
    if let Some(parsed) = new_caption.filter(|_| copy.is_media()) {
        copy.text = parsed.text;
        copy.entities = parsed.entities;
    }
    target::outgoing(world, params)?.send_copy(world, copy)
}
