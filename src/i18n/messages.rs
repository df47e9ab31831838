//! The generated functions, one for every message, and the three languages loaded once. No wording.

#![expect(dead_code, unreachable_pub, clippy::pedantic, clippy::derivable_impls, reason = "generated code")]
#![expect(
    clippy::unwrap_used,
    reason = "the build gives a function only to messages whose variables all languages share"
)]

use super::html::{Escaped, Html};
use crate::domain::Language;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

static LANGUAGES: LazyLock<[L10nLanguage; 3]> =
    LazyLock::new(|| [L10n::Kk.load(), L10n::Ru.load(), L10n::En.load()]);

/// The messages of a language.
pub(super) fn of(language: Language) -> &'static L10nLanguage {
    let [kk, ru, en] = &*LANGUAGES;
    match language {
        Language::Kk => kk,
        Language::Ru => ru,
        Language::En => en,
    }
}
