//! The three languages people are spoken to in, and texts that exist in several of them. No wording.

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

impl Language {
    /// In the order in which texts fall back and menus list them.
    pub const ALL: [Language; 3] = [Language::Kk, Language::Ru, Language::En];

    /// The two-letter code, as stored and as Telegram names it.
    pub const fn code(self) -> &'static str {
        match self {
            Language::Kk => "kk",
            Language::Ru => "ru",
            Language::En => "en",
        }
    }

    /// Reads the name of a language as people write it in any of the three.
    pub fn named(text: &str) -> Option<Self> {
        let names = [
            (Language::Kk, ["kk", "қазақша", "қазақ", "казахский", "kazakh"]),
            (Language::Ru, ["ru", "орысша", "орыс", "русский", "russian"]),
            (Language::En, ["en", "ағылшынша", "ағылшын", "английский", "english"]),
        ];
        let text = text.trim().to_lowercase();
        names.into_iter().find(|(_, names)| names.contains(&text.as_str())).map(|(language, _)| language)
    }

    /// Reads a code or an IETF tag (`ru`, `en-GB`); `None` for a language we do not speak.
    pub fn parse(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code))
    }
}

/// One text in up to three languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// Kazakh.
    pub kk: Option<String>,
    /// Russian.
    pub ru: Option<String>,
    /// English.
    pub en: Option<String>,
}

impl Texts {
    /// The text in exactly this language.
    pub fn exact(&self, language: Language) -> Option<&str> {
        match language {
            Language::Kk => self.kk.as_deref(),
            Language::Ru => self.ru.as_deref(),
            Language::En => self.en.as_deref(),
        }
    }

    /// The text in this language, else the first there is in the order kk, ru, en,
    /// with the language it is in. `None` when there is no text at all.
    pub fn nearest(&self, language: Language) -> Option<(&str, Language)> {
        std::iter::once(language)
            .chain(Language::ALL)
            .find_map(|candidate| self.exact(candidate).map(|text| (text, candidate)))
    }

    /// The place of the text in a language.
    pub const fn exact_mut(&mut self, language: Language) -> &mut Option<String> {
        match language {
            Language::Kk => &mut self.kk,
            Language::Ru => &mut self.ru,
            Language::En => &mut self.en,
        }
    }

    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        Language::ALL.into_iter().all(|language| self.exact(language).is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_by_their_first_part() {
        for (tag, language) in [
            ("kk", Some(Language::Kk)),
            ("ru-RU", Some(Language::Ru)),
            ("EN", Some(Language::En)),
            ("kz", None),
            ("", None),
            ("run", None),
        ] {
            assert_eq!(Language::parse(tag), language, "{tag}");
        }
    }

    #[test]
    fn texts_fall_back_in_order_and_say_so() {
        let texts = Texts { ru: Some("р".into()), en: Some("e".into()), kk: None };
        assert_eq!(texts.nearest(Language::En), Some(("e", Language::En)));
        assert_eq!(texts.nearest(Language::Kk), Some(("р", Language::Ru)));
        assert_eq!(Texts::default().nearest(Language::Kk), None);
    }
}
