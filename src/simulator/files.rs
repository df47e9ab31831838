//! Files sent by either side, kept in memory and found by their `file_id`. Bytes are never converted.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError, RwLock};

use axum::body::Bytes;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::images;
use super::message::PhotoSize;
use super::reply::ApiError;
use super::state::lock;

/// What a file was sent as; a `file_id` of one kind cannot be sent as the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A photo.
    Photo,
    /// A document.
    Document,
}

impl Kind {
    /// The name in error texts.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Photo => "Photo",
            Self::Document => "Document",
        }
    }
}

/// A file as somebody sees it.
#[derive(Clone, Debug)]
pub struct File {
    /// File name; photos have a made-up one.
    pub name: String,
    /// What it holds.
    pub bytes: Bytes,
    /// What it was sent as.
    pub kind: Kind,
    /// MIME type.
    pub mime: String,
    /// Path under `/file/bot<token>/`.
    pub path: String,
    /// Pixels across and down, for photos.
    pub dimensions: Option<(u32, u32)>,
}

/// All files.
#[derive(Default)]
pub(crate) struct Files {
    by_id: RwLock<HashMap<String, File>>,
    by_path: RwLock<HashMap<String, Bytes>>,
    /// How many there are; the next one's number.
    count: Mutex<u32>,
}

impl Files {
    /// Keeps a file; returns its `file_id`.
    pub(crate) fn add(&self, kind: Kind, name: &str, mime: &str, bytes: Bytes) -> String {
        self.insert(kind, name, mime, bytes, None)
    }

    /// Keeps a photo in the sizes Telegram would make of it (all of them hold the original's bytes).
    pub(crate) fn add_photo(&self, bytes: &Bytes) -> Result<Vec<PhotoSize>, ApiError> {
        let (width, height) =
            images::dimensions(bytes).ok_or_else(|| ApiError::bad("IMAGE_PROCESS_FAILED"))?;
        let (long, short) = (width.max(height), width.min(height));
        if width + height > 10_000 || short == 0 || long > short * 20 {
            return Err(ApiError::bad("PHOTO_INVALID_DIMENSIONS"));
        }
        let mut edges: Vec<u32> = [90, 320, 800].into_iter().filter(|edge| *edge < long).collect();
        edges.push(long.min(1280));
        let mime = images::mime(bytes);
        let size = |edge: u32| {
            let scaled = |side: u32| (u64::from(side) * u64::from(edge) / u64::from(long)).max(1) as u32;
            let dimensions = (scaled(width), scaled(height));
            let file_id = self.insert(Kind::Photo, "photo.jpg", mime, bytes.clone(), Some(dimensions));
            let size = (bytes.len() as u64 * u64::from(edge) / u64::from(long)).max(1) as usize;
            PhotoSize { file_id, width: dimensions.0, height: dimensions.1, size }
        };
        Ok(edges.into_iter().map(size).collect())
    }

    fn insert(
        &self,
        kind: Kind,
        name: &str,
        mime: &str,
        bytes: Bytes,
        dimensions: Option<(u32, u32)>,
    ) -> String {
        let number = {
            let mut count = lock(&self.count);
            *count += 1;
            *count
        };
        let id = file_id(kind, number);
        let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
        let extension: String = extension.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        let dot = if extension.is_empty() { "" } else { "." };
        let folder = if kind == Kind::Photo { "photos" } else { "documents" };
        let path = format!("{folder}/file_{number}{dot}{extension}");
        let file = File {
            name: name.to_owned(),
            bytes: bytes.clone(),
            kind,
            mime: mime.to_owned(),
            path: path.clone(),
            dimensions,
        };
        self.by_path.write().unwrap_or_else(PoisonError::into_inner).insert(path, bytes);
        self.by_id.write().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), file);
        id
    }

    /// The file of this id.
    pub(crate) fn get(&self, id: &str) -> Option<File> {
        self.by_id.read().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// The bytes under this path.
    pub(crate) fn at(&self, path: &str) -> Option<Bytes> {
        self.by_path.read().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    /// The file of an id given by the bot, or Telegram's words for what is wrong with it (FileManager.cpp).
    pub(crate) fn find(&self, id: &str, wanted: Kind) -> Result<File, ApiError> {
        let Some(file) = self.get(id) else {
            return Err(unreadable(id, "Wrong file identifier/HTTP URL specified"));
        };
        if file.kind != wanted {
            return Err(ApiError::bad(format!(
                "can't use file of type {} as {}",
                file.kind.name(),
                wanted.name()
            )));
        }
        Ok(file)
    }
}

/// Why this text is no `file_id`; `otherwise` when it could be one, of a file that is gone.
pub(crate) fn unreadable(id: &str, otherwise: &str) -> ApiError {
    let refuse = |why: &str| ApiError::bad(format!("Wrong remote file identifier specified: {why}"));
    let bare = id.trim_end_matches('=');
    let padding = id.len() - bare.len();
    if bare.len() % 4 == 1 {
        return refuse("Wrong string length");
    }
    if padding > 0 && !(bare.len() + padding).is_multiple_of(4) {
        return refuse("Wrong padding length");
    }
    if !bare.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_') {
        return refuse("Wrong character in the string");
    }
    match URL_SAFE_NO_PAD.decode(bare) {
        Ok(bytes) if bytes.last() == Some(&4) => ApiError::bad(otherwise),
        _ => refuse("can't unserialize it. Wrong last symbol"),
    }
}

/// Base64url ending in the version byte 4, as real ones do.
fn file_id(kind: Kind, number: u32) -> String {
    let mut bytes = vec![if kind == Kind::Photo { 2 } else { 5 }, 0, 0, 0, 2];
    bytes.extend_from_slice(b"simulator");
    bytes.extend_from_slice(&u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    bytes.extend_from_slice(&number.to_be_bytes());
    bytes.push(4);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// MIME type by the name's ending; what Telegram's server does when the client gives none.
pub(crate) fn mime_of(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
        Some("ics") => "text/calendar",
        Some("csv") => "text/csv",
        Some("txt") => "text/plain",
        Some("html") => "text/html",
        Some("json") => "application/json",
        Some("pdf") => "application/pdf",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("xlsx") => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Some("zip") => "application/zip",
        _ => "application/octet-stream",
    }
}
