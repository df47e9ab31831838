//! What the author of a broadcast leaves open: `{name}`, `{event}`, `{date}`, and how a text in Telegram's HTML is gone
//! through for it. What is put in their place is not known here.

/// A place in a text that is filled in for each person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Placeholder {
    /// The person's name.
    Name,
    /// The title of the event.
    Event,
    /// When the event starts.
    Date,
}

/// Longest thing in braces that is taken for a placeholder, in characters.
const LONGEST: usize = 24;

impl Placeholder {
    /// All of them.
    pub const ALL: [Placeholder; 3] = [Placeholder::Name, Placeholder::Event, Placeholder::Date];

    /// How it may be written in a text of any language, without the braces: in English, Kazakh and Russian.
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

    /// The placeholders of a text in Telegram's HTML, in order; an unknown one as it stands there.
    pub fn list(html: &str) -> Vec<Result<Self, &str>> {
        pieces(html)
            .filter_map(|piece| match piece {
                Piece::Text(_) | Piece::Tag(_) => None,
                Piece::Braced(inner) => Some(Self::parse(inner).ok_or(inner)),
            })
            .collect()
    }

    /// The text with something, in HTML too, in place of every placeholder. What is unknown stays as it is, and so do
    /// tags: what is right in a text can end an address before its time.
    pub fn fill(html: &str, mut with: impl FnMut(Self) -> String) -> String {
        let mut filled = String::with_capacity(html.len());
        for piece in pieces(html) {
            match piece {
                Piece::Text(text) | Piece::Tag(text) => filled.push_str(text),
                Piece::Braced(inner) => {
                    let known = Self::parse(inner).map(&mut with);
                    filled.push_str(&known.unwrap_or_else(|| format!("{{{inner}}}")));
                }
            }
        }
        filled
    }

    /// Whether it can be filled only when all the people are those of one event.
    pub const fn needs_event(self) -> bool {
        matches!(self, Placeholder::Event | Placeholder::Date)
    }

    /// Room to keep for it, in UTF-16 units: names, titles and dates are not longer.
    pub const fn room(self) -> usize {
        match self {
            Placeholder::Name => super::Name::MAX,
            Placeholder::Event => 160,
            Placeholder::Date => 60,
        }
    }
}

/// A piece of a text in Telegram's HTML.
enum Piece<'a> {
    /// Shown as it is.
    Text(&'a str),
    /// A tag with its brackets.
    Tag(&'a str),
    /// What stands in braces, without them.
    Braced(&'a str),
}

/// A text by pieces. Braces that hold nothing, a line break, a tag or too much are text.
fn pieces(html: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = html;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let inner = rest.strip_prefix('{').and_then(|after| Some(after.split_once('}')?.0)).filter(|inner| {
            !inner.trim().is_empty() && !inner.contains(['{', '<', '\n']) && inner.chars().count() <= LONGEST
        });
        if let Some(inner) = inner {
            rest = &rest[inner.len() + 2..];
            return Some(Piece::Braced(inner));
        }
        let end = match first {
            '<' => rest.find('>').map_or(rest.len(), |at| at + 1),
            // Up to what may open a tag or a placeholder; at least one character.
            _ => rest[first.len_utf8()..].find(['<', '{']).map_or(rest.len(), |at| at + first.len_utf8()),
        };
        let (piece, later) = rest.split_at(end);
        rest = later;
        Some(if first == '<' { Piece::Tag(piece) } else { Piece::Text(piece) })
    })
}

/// What is shown of a text in Telegram's HTML: no tags, nothing escaped, placeholders as they stand.
pub fn visible(html: &str) -> String {
    let mut shown = String::with_capacity(html.len());
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => shown.push_str(text),
            Piece::Tag(_) => {}
            Piece::Braced(inner) => shown.extend(["{", inner, "}"]),
        }
    }
    shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_languages_mean_the_same() {
        for (word, placeholder) in [
            ("name", Some(Placeholder::Name)),
            (" Аты ", Some(Placeholder::Name)),
            ("ИМЯ", Some(Placeholder::Name)),
            ("іс-шара", Some(Placeholder::Event)),
            ("мероприятие", Some(Placeholder::Event)),
            ("күні", Some(Placeholder::Date)),
            ("дата", Some(Placeholder::Date)),
            ("names", None),
            ("", None),
        ] {
            assert_eq!(Placeholder::parse(word), placeholder, "{word}");
        }
    }

    #[test]
    fn tags_are_left_alone() {
        let value = |placeholder| format!("[{placeholder:?}]");
        for (html, filled) in [
            ("Сәлем, {аты}!", "Сәлем, [Name]!"),
            ("<b>{event}</b>, {дата}", "<b>[Event]</b>, [Date]"),
            (
                "<a href=\"https://x.kz/?q={name}\">{name}</a>",
                "<a href=\"https://x.kz/?q={name}\">[Name]</a>",
            ),
            ("{<b>name</b>} {", "{<b>name</b>} {"),
            ("{nothing} {} }{", "{nothing} {} }{"),
            ("{{name}}", "{[Name]}"),
        ] {
            assert_eq!(Placeholder::fill(html, value), filled);
        }
    }

    #[test]
    fn what_is_shown_is_neither_tagged_nor_escaped() {
        assert_eq!(visible("<b>a &lt;b&gt; &amp;lt;</b> {name}"), "a <b> &lt; {name}");
        assert_eq!(visible("<i>"), "");
    }
}
