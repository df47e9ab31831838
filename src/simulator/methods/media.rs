//! Photos, documents and albums, by upload, by `attach://` or by `file_id`. Nothing is fetched from the web.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::{send, target};
use crate::simulator::entities::{self, Parsed};
use crate::simulator::files::{self, Kind};
use crate::simulator::message::{Document, Message, PhotoSize};
use crate::simulator::reply::{ApiError, Outcome};
use crate::simulator::request::{Params, Upload};
use crate::simulator::state::World;

/// Bytes of an uploaded photo (reference).
const MAX_PHOTO: usize = 10 << 20;
/// Bytes of another uploaded file (reference).
const MAX_FILE: usize = 50 << 20;
/// Items of an album (`MessageContent.cpp`).
const MAX_ALBUM: usize = 10;

/// Where a file comes from.
enum Source<'a> {
    Upload(&'a Upload),
    Id(&'a str),
}

fn source<'a>(params: &'a Params, field: &'a str, value: &'a str) -> Result<Source<'a>, ApiError> {
    let upload = match value.strip_prefix("attach://") {
        Some(part) => params.file(part),
        None => params.file(field),
    };
    if let Some(upload) = upload {
        if upload.bytes.is_empty() {
            return Err(ApiError::bad("file must be non-empty"));
        }
        return Ok(Source::Upload(upload));
    }
    let missing = || ApiError::bad(format!("there is no {field} in the request"));
    if value.is_empty() || value.starts_with("attach://") {
        return Err(missing());
    }
    if value.contains('.') {
        return Err(match crate::simulator::links::checked(value) {
            Ok(_) => ApiError::bad("failed to get HTTP URL content"),
            Err(why) => ApiError::bad(format!("invalid file HTTP URL specified: {why}")),
        });
    }
    Ok(Source::Id(value))
}

/// Sizes of a photo.
fn photo_of(world: &World, source: &Source) -> Result<Vec<PhotoSize>, ApiError> {
    match source {
        Source::Upload(upload) if upload.bytes.len() > MAX_PHOTO => {
            Err(ApiError::bad("file of size is too big for a photo; the maximum size is 10485760 bytes"))
        }
        Source::Upload(upload) => world.files.add_photo(&upload.bytes),
        Source::Id(id) => {
            let file = world.files.find(id, Kind::Photo)?;
            let (width, height) = file.dimensions.unwrap_or((1280, 960));
            Ok(vec![PhotoSize { file_id: (*id).to_owned(), width, height, size: file.bytes.len() }])
        }
    }
}

fn document_of(world: &World, source: &Source) -> Result<Document, ApiError> {
    match source {
        Source::Upload(upload) if upload.bytes.len() > MAX_FILE => {
            Err(ApiError::fixed(413, "Request Entity Too Large"))
        }
        Source::Upload(upload) => {
            let name = safe_name(&upload.name);
            let guessed = files::mime_of(&name);
            let given = upload.mime.as_deref().filter(|_| guessed == "application/octet-stream");
            let mime = given.unwrap_or(guessed).to_owned();
            let size = upload.bytes.len();
            let file_id = world.files.add(Kind::Document, &name, &mime, upload.bytes.clone());
            Ok(Document { file_id, name, mime, size })
        }
        Source::Id(id) => {
            let file = world.files.find(id, Kind::Document)?;
            Ok(Document {
                file_id: (*id).to_owned(),
                name: file.name,
                mime: file.mime,
                size: file.bytes.len(),
            })
        }
    }
}

/// Only the last part of a path survives, without control characters.
fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|letter| !letter.is_control()).collect()
}

fn with_photo(mut message: Message, sizes: Vec<PhotoSize>) -> Message {
    message.photo = sizes.last().map(|size| size.file_id.clone());
    message.photo_sizes = sizes;
    message
}

/// `sendPhoto`.
pub(super) fn photo(world: &Arc<World>, params: &Params) -> Outcome {
    let source = source(params, "photo", params.text("photo"))?;
    let Parsed { text, entities, .. } = send::caption(world, params)?;
    let outgoing = target::outgoing(world, params)?;
    let message = Message { text, entities, ..Message::default() };
    outgoing.send(world, with_photo(message, photo_of(world, &source)?))
}

/// `sendDocument`.
pub(super) fn document(world: &Arc<World>, params: &Params) -> Outcome {
    let source = source(params, "document", params.text("document"))?;
    let Parsed { text, entities, .. } = send::caption(world, params)?;
    let outgoing = target::outgoing(world, params)?;
    let document = Some(document_of(world, &source)?);
    outgoing.send(world, Message { text, entities, document, ..Message::default() })
}

/// Media and caption of one `InputMedia`.
pub(super) fn input(world: &World, params: &Params, media: &Map<String, Value>) -> Result<Message, ApiError> {
    let text = |name: &str| media.get(name).and_then(Value::as_str).unwrap_or_default();
    let entities = media.get("caption_entities").map(Value::to_string);
    let parsed = entities::read(text("caption"), text("parse_mode"), entities.as_deref())?;
    let Parsed { text: caption, entities, .. } = send::within_caption(parsed)?;
    let message = Message { text: caption, entities, ..Message::default() };
    let Some(file) = media.get("media").and_then(Value::as_str).filter(|file| !file.is_empty()) else {
        return Err(ApiError::bad("media not found"));
    };
    match text("type") {
        "photo" => Ok(with_photo(message, photo_of(world, &source(params, "media", file)?)?)),
        "document" => {
            let document = Some(document_of(world, &source(params, "media", file)?)?);
            Ok(Message { document, ..message })
        }
        "" => Err(ApiError::bad("can't parse InputMedia: Can't find field \"type\"")),
        "animation" | "audio" | "video" => {
            Err(ApiError::bad("this simulator knows photos and documents only"))
        }
        _ => Err(ApiError::bad(
            "can't parse InputMedia: type must be one of photo, video, audio, document, or animation",
        )),
    }
}

/// `sendMediaGroup`.
pub(super) fn group(world: &Arc<World>, params: &Params) -> Outcome {
    let raw = params.text("media");
    if raw.is_empty() {
        return Err(ApiError::bad("there are no messages to send"));
    }
    let Ok(value) = serde_json::from_str::<Value>(raw) else {
        return Err(ApiError::bad("can't parse media JSON object"));
    };
    let Value::Array(items) = value else {
        return Err(ApiError::bad("expected an Array of InputMedia"));
    };
    if items.is_empty() {
        return Err(ApiError::bad("there are no messages to send"));
    }
    if items.len() > MAX_ALBUM {
        return Err(ApiError::bad("too many messages to send as an album"));
    }
    let outgoing = target::outgoing(world, params)?;
    let mut messages = Vec::with_capacity(items.len());
    for item in &items {
        let Value::Object(media) = item else {
            return Err(ApiError::bad("can't parse InputMedia: expected an Object"));
        };
        messages.push(input(world, params, media)?);
    }
    let photos = messages.iter().filter(|message| message.photo.is_some()).count();
    if photos != 0 && photos != messages.len() {
        return Err(ApiError::bad("document can't be mixed with other media types"));
    }
    if messages.len() > 1 {
        let album = format!("{}", 13_000_000_000_000_000 + i64::from(world.new_album()));
        for message in &mut messages {
            message.media_group_id = Some(album.clone());
        }
    }
    outgoing.send_all(world, messages)
}
