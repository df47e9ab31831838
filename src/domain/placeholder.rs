//! Placeholders: words in braces in a broadcast's text, in whose place every reader gets something of their own.

/// What a placeholder stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// The reader's first name.
    Name,
    /// Title of the event that the broadcast is about.
    Event,
    /// Its date and time.
    Date,
}

/// Longest thing in braces that is taken for a placeholder, in characters.
const LONGEST: usize = 24;

impl Placeholder {
    /// All of them.
    pub const ALL: [Placeholder; 3] = [Placeholder::Name, Placeholder::Event, Placeholder::Date];

    /// How it may be written, without the braces: in English, Kazakh and Russian.
    pub const fn spellings(self) -> [&'static str; 3] {
        match self {
            Placeholder::Name => ["name", "аты", "имя"],
            Placeholder::Event => ["event", "іс-шара", "мероприятие"],
            Placeholder::Date => ["date", "күні", "дата"],
        }
    }

    /// Reads what stands in braces, whatever the case.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|placeholder| placeholder.spellings().contains(&text.as_str()))
    }

    /// The placeholders of a text, in order; an unknown one as it stands there.
    pub fn list(text: &str) -> Vec<Result<Self, &str>> {
        pieces(text)
            .filter_map(|piece| match piece {
                Piece::Plain(_) => None,
                Piece::Braced(inner) => Some(Self::parse(inner).ok_or(inner)),
            })
            .collect()
    }

    /// The text with something in place of every placeholder. What is unknown stays as it is.
    pub fn fill(text: &str, mut with: impl FnMut(Self) -> String) -> String {
        let mut filled = String::with_capacity(text.len());
        for piece in pieces(text) {
            match piece {
                Piece::Plain(plain) => filled.push_str(plain),
                Piece::Braced(inner) => {
                    let written = || format!("{{{inner}}}");
                    filled.push_str(&Self::parse(inner).map_or_else(written, &mut with));
                }
            }
        }
        filled
    }
}

/// A part of a text.
enum Piece<'a> {
    Plain(&'a str),
    /// What stands in braces, without them.
    Braced(&'a str),
}

/// A text by parts. Braces that hold nothing, a line break or too much are plain text.
fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let after = rest.strip_prefix('{');
        let inner = after.and_then(|after| after.split_once('}')).map(|(inner, _)| inner).filter(|inner| {
            !inner.trim().is_empty() && !inner.contains(['{', '\n']) && inner.chars().count() <= LONGEST
        });
        if let Some(inner) = inner {
            rest = &rest[inner.len() + 2..];
            return Some(Piece::Braced(inner));
        }
        // Up to the next brace that may open a placeholder; at least one character.
        let from = usize::from(after.is_some());
        let end = rest[from..].find('{').map_or(rest.len(), |at| at + from);
        let (plain, later) = rest.split_at(end);
        rest = later;
        Some(Piece::Plain(plain))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ones_are_filled_and_others_named() {
        let text = "Сәлем, {аты}! {Event} – { date }. {foo} {} {\n} {{name}} {";
        let filled = Placeholder::fill(text, |placeholder| format!("<{placeholder:?}>"));
        assert_eq!(filled, "Сәлем, <Name>! <Event> – <Date>. {foo} {} {\n} {<Name>} {");
        let listed = Placeholder::list(text);
        assert_eq!(
            listed,
            [
                Ok(Placeholder::Name),
                Ok(Placeholder::Event),
                Ok(Placeholder::Date),
                Err("foo"),
                Ok(Placeholder::Name),
            ]
        );
    }

    #[test]
    fn long_braces_are_text() {
        let text = format!("{{{}}} {{name}}", "a".repeat(25));
        assert_eq!(Placeholder::list(&text), [Ok(Placeholder::Name)]);
        assert_eq!(Placeholder::fill("", |_| String::new()), "");
    }
}
