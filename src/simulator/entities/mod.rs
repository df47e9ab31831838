//! Texts as Telegram reads them: parse modes, explicit entities, then one clean-up for all. The entry points
//! are here, each language has its own file.

mod automatic;
mod explicit;
mod html;
mod markdown;
mod markdown_v2;
mod normalise;

use super::message::Entity;
use super::reply::ApiError;
use super::request::Params;

/// A text with its entities.
pub(crate) type Formatted = (String, Vec<Entity>);

/// Input beyond this many bytes is refused before it is read (Client.cpp, `get_formatted_text`).
const MAX_INPUT: usize = 32_768;
/// Formatting the bot gave beyond this is dropped (`MessageEntity.cpp`).
pub(crate) const MAX_ENTITIES: usize = 100;

/// What became of a bot's text.
pub(crate) struct Parsed {
    pub(crate) text: String,
    pub(crate) entities: Vec<Entity>,
    /// Something given was left out: a link that is none, entities beyond the hundredth.
    pub(crate) lost: bool,
}

/// Reads a text by `parse_mode` or by a list of entities, and cleans it up. Empty stays empty.
pub(crate) fn read(text: &str, parse_mode: &str, entities: Option<&str>) -> Result<Parsed, ApiError> {
    if text.len() > MAX_INPUT {
        return Err(ApiError::bad("text is too long"));
    }
    let wrap = |error: String| ApiError::bad(format!("can't parse entities: {error}"));
    let (plain, given) = match parse_mode.trim().to_ascii_lowercase().as_str() {
        "" | "none" => (text.to_owned(), explicit::read(text, entities)?),
        "html" => html::parse(text).map_err(wrap)?,
        "markdown" => markdown::parse(text).map_err(wrap)?,
        "markdownv2" => markdown_v2::parse(text).map_err(wrap)?,
        _ => return Err(ApiError::bad("unsupported parse_mode")),
    };
    let lost = given.len() > MAX_ENTITIES;
    let (text, entities) = normalise::normalise(&plain, given);
    if text.is_empty() && !plain.is_empty() {
        return Err(ApiError::bad("text must be non-empty"));
    }
    Ok(Parsed { text, entities, lost })
}

/// Reads `text`/`caption` from the parameters with these names.
pub(crate) fn from_params(params: &Params, text: &str, entities: &str) -> Result<Parsed, ApiError> {
    read(params.text(text), params.text("parse_mode"), params.raw(entities))
}

/// What a person types: no markup, only what Telegram finds by itself.
pub(crate) fn from_person(text: &str) -> Formatted {
    normalise::normalise(text, Vec::new())
}

/// Collects plain text and counts it in UTF-16 on the way.
#[derive(Default)]
pub(crate) struct Output {
    pub(crate) text: String,
    pub(crate) units: usize,
}

impl Output {
    pub(crate) fn push(&mut self, letter: char) {
        self.text.push(letter);
        self.units += letter.len_utf16();
    }
}

/// A link of a text: a person, an address, or nothing when Telegram would drop it.
pub(crate) fn link(url: &str) -> Option<super::message::EntityKind> {
    use super::message::EntityKind;
    if let Some(user) = super::links::user_of(url) {
        return Some(EntityKind::TextMention(user));
    }
    super::links::checked(url).ok().map(EntityKind::TextLink)
}
