//! Materials: files and links that are handed out, of an event or of the whole programme.

use super::{Attached, EventId, MaterialId, Texts};
use serde::{Deserialize, Serialize};

/// So many an event has at most, and the programme as a whole.
pub const MOST_MATERIALS: u32 = 20;

/// Something that is handed out.
#[derive(Clone, Debug, PartialEq)]
pub struct Material {
    /// Its id.
    pub id: MaterialId,
    /// Of which event; `None`: of the whole programme.
    pub event: Option<EventId>,
    /// What it is called, at least in one language.
    pub title: Texts,
    /// What it is.
    pub matter: Matter,
}

/// What a material is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// A picture or file that Telegram keeps for us.
    File(Attached),
    /// An address of the web, `https://…`.
    Address(String),
}

impl Material {
    /// Most characters a title may have.
    pub const TITLE: usize = 100;

    /// Reads a title in one language as typed: one line of 2–100 characters.
    pub fn title(text: &str) -> Option<String> {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (2..=Self::TITLE).contains(&line.chars().count()).then_some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_short_line() {
        let long = "ә".repeat(Material::TITLE);
        for (text, title) in [
            (" Дәріс\n слайдтары ", Some("Дәріс слайдтары")),
            ("x", None),
            ("", None),
            (&long, Some(long.as_str())),
            (&format!("{long}x"), None),
        ] {
            assert_eq!(Material::title(text).as_deref(), title);
        }
    }
}
