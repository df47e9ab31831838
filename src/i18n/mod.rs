//! What people read, in their language: typed messages, dates and safe HTML. It does not build screens.
//!
//! The words stand in `locales/{kk,ru,en}/*.ftl`; a key begins with the name of the view file that uses it.

mod dates;
mod html;
mod messages;
#[cfg(test)]
mod parity;

pub use html::{Html, html, one_line, visible};

use crate::domain::{District, Language, Level, Texts};
use chrono_tz::Tz;
use std::{fmt, ops::Deref};

/// A language to speak and the zone in which promised times are told. A copy costs nothing.
///
/// Every message of the locales is a method: `tr.home_help()`.
#[derive(Clone, Copy)]
pub struct Tr {
    /// The language.
    pub language: Language,
    /// The programme's time zone.
    pub zone: Tz,
    messages: &'static messages::L10nLanguage,
}

impl Tr {
    /// Speaks this language and tells times in this zone.
    pub fn new(language: Language, zone: Tz) -> Self {
        Self { language, zone, messages: messages::of(language) }
    }

    /// A number with its thousands set apart, as the language does it.
    pub fn number(&self, number: u32) -> Html {
        let separator = if self.language == Language::En { ',' } else { '\u{a0}' };
        let digits = number.to_string();
        let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(separator);
            }
            grouped.push(digit);
        }
        Html::ours(grouped)
    }

    /// A number given in tenths, with the language's decimal sign.
    pub fn tenths(&self, tenths: u32) -> Html {
        let sign = if self.language == Language::En { '.' } else { ',' };
        self.number(tenths / 10).and(&format!("{sign}{}", tenths % 10))
    }

    /// Name of a district, with the word for "district".
    pub fn district(&self, district: District) -> Html {
        match district {
            District::Almaty => self.common_district_almaty(),
            District::Baiqonyr => self.common_district_baiqonyr(),
            District::Esil => self.common_district_esil(),
            District::Nura => self.common_district_nura(),
            District::Saraishyq => self.common_district_saraishyq(),
            District::Saryarqa => self.common_district_saryarqa(),
        }
    }

    /// Name of a level.
    pub fn level(&self, level: Level) -> Html {
        match level {
            Level::Central => self.common_level_central(),
            Level::City => self.common_level_city(),
            Level::District => self.common_level_district(),
        }
    }

    /// Name of a language, as the language of an event.
    pub fn language(&self, language: Language) -> Html {
        match language {
            Language::Kk => self.common_language_kk(),
            Language::Ru => self.common_language_ru(),
            Language::En => self.common_language_en(),
        }
    }

    /// The language's own name for itself, the same in every language.
    pub fn endonym(&self, language: Language) -> Html {
        match language {
            Language::Kk => self.common_endonym_kk(),
            Language::Ru => self.common_endonym_ru(),
            Language::En => self.common_endonym_en(),
        }
    }

    /// The text in this language, escaped and at most `max` long; a text in another language is marked as such.
    pub fn text(&self, texts: &Texts, max: usize) -> Html {
        match texts.nearest(self.language) {
            None => Html::default(),
            Some((text, language)) if language == self.language => Html::clip(text, max),
            Some((text, language)) => {
                let mark = match language {
                    Language::Kk => self.common_in_kk(),
                    Language::Ru => self.common_in_ru(),
                    Language::En => self.common_in_en(),
                };
                Html::clip(text, max).and(" ").and_html(&mark.italic())
            }
        }
    }

    /// The text in this language or the nearest, as one plain line of at most `max` characters: for buttons.
    pub fn plain(&self, texts: &Texts, max: usize) -> String {
        one_line(texts.nearest(self.language).map_or("", |(text, _)| text), max)
    }
}

impl Deref for Tr {
    type Target = messages::L10nLanguage;

    fn deref(&self) -> &Self::Target {
        self.messages
    }
}

impl fmt::Debug for Tr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tr")
            .field("language", &self.language)
            .field("zone", &self.zone)
            .finish_non_exhaustive()
    }
}
