//! A person and what they tell us of themselves. Parsed here once, trusted after. What they may do is in `role`.

use super::{District, Language, PersonId};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Someone who has spoken to the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Telegram's id of them.
    pub id: PersonId,
    /// The language they chose or Telegram named; `None` until either is known.
    pub language: Option<Language>,
    /// What they gave at their last sign-up, kept for the next one while consent stands.
    pub details: Option<Details>,
    /// The consent in force.
    pub consent: Option<Consent>,
}

/// What a sign-up asks of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// Name as they want to be called at the door.
    pub name: Name,
    /// Phone, where the event asks for one or they gave it.
    pub phone: Option<Phone>,
    /// District they live in, if they said.
    pub district: Option<District>,
}

/// Consent to the processing of personal data, as given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Version of the text they agreed to.
    pub version: u32,
    /// When they agreed.
    pub at: DateTime<Utc>,
}

impl Consent {
    /// Version of the consent text in the locales. Raise it when the meaning of the text changes:
    /// everybody is asked again.
    pub const VERSION: u32 = 1;
}

/// A person's name: 2–64 characters with at least two letters, one line. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// Why a text is not a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// Fewer than two letters.
    TooShort,
    /// More than 64 characters.
    TooLong,
    /// A link, a command, a number: something that is not a name.
    NotAName,
}

impl Name {
    /// Longest name accepted, in characters.
    pub const MAX: usize = 64;

    /// Reads a name as typed: white space is folded, invisible and control characters are dropped.
    pub fn parse(text: &str) -> Result<Self, NameFault> {
        let visible: String = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !is_invisible(*c))
            .collect();
        let name = visible.split_whitespace().collect::<Vec<_>>().join(" ");
        if name.chars().count() > Self::MAX {
            return Err(NameFault::TooLong);
        }
        if name.starts_with('/') || name.contains("://") || name.contains('@') {
            return Err(NameFault::NotAName);
        }
        let letters = name.chars().filter(|c| c.is_alphabetic()).count();
        let digits = name.chars().filter(char::is_ascii_digit).count();
        match letters {
            _ if digits > letters => Err(NameFault::NotAName),
            0 | 1 => Err(NameFault::TooShort),
            _ => Ok(Self(name)),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Control, zero-width and direction-override characters: they have no place in a name and can disguise one.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

impl TryFrom<String> for Name {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Name::parse(&text).map_err(|fault| format!("not a name: {fault:?}"))
    }
}

impl From<Name> for String {
    fn from(name: Name) -> Self {
        name.0
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(…)")
    }
}

/// A phone number in E.164 form (`+77012345678`). Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// The text is not a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPhone;

impl Phone {
    /// Reads a number as typed or as Telegram shares it.
    ///
    /// Kazakhstan's forms `8 701 …`, `7 701 …`, `+7 701 …` and `701 …` mean the same number; numbers that
    /// begin with `+` and another code are taken as they are (8–15 digits, ITU-T E.164).
    pub fn parse(text: &str) -> Result<Self, NotAPhone> {
        let text = text.trim();
        if text.len() > 64
            || text.chars().any(|c| !(c.is_ascii_digit() || " +-().\u{a0}\u{2011}".contains(c)))
        {
            return Err(NotAPhone);
        }
        let plus = text.starts_with('+');
        if text.chars().skip(1).any(|c| c == '+') {
            return Err(NotAPhone);
        }
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let number = match (digits.len(), digits.as_bytes().first()) {
            (10, Some(b'7')) if !plus => format!("7{digits}"),
            (11, Some(b'8')) if !plus => format!("7{}", &digits[1..]),
            // Without a plus, a shared contact still carries its country code.
            (11..=15, Some(b'1'..=b'9')) => digits,
            (8..=10, Some(b'1'..=b'9')) if plus => digits,
            _ => return Err(NotAPhone),
        };
        // Country code 7 has ten digits after it, and none of its area codes begins with 0, 1 or 2.
        if number.starts_with('7') && (number.len() != 11 || matches!(number.as_bytes()[1], b'0'..=b'2')) {
            return Err(NotAPhone);
        }
        Ok(Self(format!("+{number}")))
    }

    /// The number in E.164 form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number as people read it: `+7 701 234 56 78`; foreign numbers unchanged.
    pub fn pretty(&self) -> String {
        match self.0.strip_prefix("+7") {
            Some(rest) if rest.len() == 10 => {
                format!("+7 {} {} {} {}", &rest[..3], &rest[3..6], &rest[6..8], &rest[8..])
            }
            _ => self.0.clone(),
        }
    }
}

impl TryFrom<String> for Phone {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Phone::parse(&text).map_err(|NotAPhone| "not a phone number")
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (text, expected) in [
            ("  Айгүл   Серікқызы ", Ok("Айгүл Серікқызы")),
            ("Ли", Ok("Ли")),
            ("Құпиян\u{202e}хан", Ok("Құпиянхан")),
            ("<b>Бек</b>", Ok("<b>Бек</b>")),
            ("А", Err(NameFault::TooShort)),
            ("", Err(NameFault::TooShort)),
            ("👍", Err(NameFault::TooShort)),
            ("/start", Err(NameFault::NotAName)),
            ("https://x.kz", Err(NameFault::NotAName)),
            ("8 701 234 56 78", Err(NameFault::NotAName)),
        ] {
            assert_eq!(Name::parse(text).as_ref().map(Name::as_str), expected.as_ref().copied(), "{text}");
        }
        assert_eq!(Name::parse(&"ә".repeat(65)), Err(NameFault::TooLong));
        assert!(Name::parse(&"ә".repeat(64)).is_ok());
    }

    #[test]
    fn phones() {
        for (text, expected) in [
            ("8 701 234 56 78", Some("+77012345678")),
            ("+7 (701) 234-56-78", Some("+77012345678")),
            ("77012345678", Some("+77012345678")),
            ("7012345678", Some("+77012345678")),
            ("8 (7172) 55-44-33", Some("+77172554433")),
            ("+79161234567", Some("+79161234567")),
            ("+49 30 901820", Some("+4930901820")),
            ("998901234567", Some("+998901234567")),
            ("+1 202 555 0143", Some("+12025550143")),
            ("12345", None),
            ("+7 701 234", None),
            ("8701234567890123", None),
            ("0012345678901", None),
            ("701 234 56 78; DROP", None),
            ("+7+7012345678", None),
            ("+7 101 234 56 78", None),
            ("", None),
        ] {
            assert_eq!(Phone::parse(text).ok().as_ref().map(Phone::as_str), expected, "{text}");
        }
        assert_eq!(Phone::parse("87012345678").unwrap().pretty(), "+7 701 234 56 78");
    }

    #[test]
    fn debug_shows_neither() {
        let details = Details {
            name: Name::parse("Құпияхан").unwrap(),
            phone: Phone::parse("77001234567").ok(),
            district: None,
        };
        let shown = format!("{details:?}");
        assert!(!shown.contains("Құпияхан") && !shown.contains("7700"), "{shown}");
    }
}
