//! Text in Telegram's HTML that is safe to show: ours, or escaped. The only way from people's words to a message.

use std::fmt;

/// Telegram HTML. What people wrote gets in only through [`html`] and [`Html::clip`], which escape it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

/// Texts that a message may take in: see `locales/build.rs`.
pub trait Escaped {}

impl Escaped for Html {}
impl Escaped for &Html {}

/// Escapes a text that people wrote. Marks that turn the direction of writing are dropped: they would disguise
/// what follows them.
pub fn html(text: &str) -> Html {
    Html::clip(text, usize::MAX)
}

/// A text that people wrote as one plain line of at most `max` characters, for places that show no HTML: buttons,
/// toasts, files.
pub fn one_line(text: &str, max: usize) -> String {
    let line: String =
        text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| shown(*c)).collect();
    let line = line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= max {
        return line;
    }
    let cut: String = line.chars().take(max.saturating_sub(1)).collect();
    format!("{}…", cut.trim_end())
}

/// A text that people wrote without control characters other than the line break, for files.
pub fn visible(text: &str) -> String {
    text.trim().chars().filter(|c| shown(*c)).collect()
}

fn shown(c: char) -> bool {
    let turns_direction =
        matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    c == '\n' || !(c.is_control() || turns_direction)
}

impl Html {
    /// Our own words, from the locales or from numbers.
    pub(crate) fn ours(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Escapes a text and cuts it so that the result has at most `max` UTF-16 units, the unit of Telegram's limits.
    pub fn clip(text: &str, max: usize) -> Self {
        let mut escaped = String::with_capacity(text.len().min(max));
        let mut units = 0;
        // Where to cut if the text turns out too long: the ellipsis needs one unit as well.
        let mut fits = 0;
        for c in text.trim().chars().filter(|c| shown(*c)) {
            let mut buffer = [0; 4];
            let piece = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                c => c.encode_utf8(&mut buffer),
            };
            units += piece.encode_utf16().count();
            if units > max {
                escaped.truncate(fits);
                escaped.truncate(escaped.trim_end().len());
                escaped.push('…');
                return Self(escaped);
            }
            escaped.push_str(piece);
            if units < max {
                fits = escaped.len();
            }
        }
        Self(escaped)
    }

    /// In bold.
    #[must_use]
    pub fn bold(&self) -> Self {
        self.tagged("b")
    }

    /// In italics.
    #[must_use]
    pub fn italic(&self) -> Self {
        self.tagged("i")
    }

    /// In a fixed-width face that is copied with one touch.
    #[must_use]
    pub fn code(&self) -> Self {
        self.tagged("code")
    }

    /// Struck out.
    #[must_use]
    pub fn struck(&self) -> Self {
        self.tagged("s")
    }

    /// As a quotation.
    #[must_use]
    pub fn quote(&self) -> Self {
        self.tagged("blockquote")
    }

    /// Followed by our own words or signs.
    #[must_use]
    pub(crate) fn and(mut self, ours: &str) -> Self {
        self.0.push_str(ours);
        self
    }

    /// Followed by another one.
    #[must_use]
    pub fn and_html(mut self, next: &Html) -> Self {
        self.0.push_str(&next.0);
        self
    }

    /// Several of them with our own sign in between; empty ones are left out.
    pub(crate) fn join(parts: impl IntoIterator<Item = Html>, between: &str) -> Self {
        let mut joined = String::new();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            if !joined.is_empty() {
                joined.push_str(between);
            }
            joined.push_str(&part.0);
        }
        Self(joined)
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn tagged(&self, tag: &str) -> Self {
        Self(format!("<{tag}>{}</{tag}>", self.0))
    }
}

impl AsRef<str> for Html {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<Html> for String {
    fn from(html: Html) -> Self {
        html.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_escaped() {
        for (text, expected) in [
            ("Ашық дәріс", "Ашық дәріс"),
            ("<a href=\"x\">&</b>", "&lt;a href=\"x\"&gt;&amp;&lt;/b&gt;"),
            ("а\u{202e}б\u{2066}в\u{0}", "абв"),
            (" екі\nжол ", "екі\nжол"),
        ] {
            assert_eq!(html(text).as_ref(), expected);
        }
    }

    #[test]
    fn clipping_never_cuts_an_escape_in_two() {
        for (max, expected) in
            [(1, "…"), (5, "…"), (6, "&amp;…"), (7, "&amp;ә…"), (8, "&amp;әб"), (9, "&amp;әб")]
        {
            let clipped = Html::clip("&әб", max);
            assert!(clipped.as_ref().encode_utf16().count() <= max.max(1));
            let exact = if max >= 7 { "&amp;әб" } else { expected };
            assert_eq!(clipped.as_ref(), exact, "{max}");
        }
        assert_eq!(Html::clip("😀😀😀", 5).as_ref(), "😀😀…");
    }

    #[test]
    fn lines_are_plain_and_short() {
        assert_eq!(one_line(" <b>екі\n жол\u{202e}", 20), "<b>екі жол");
        assert_eq!(one_line("бір екі үш", 8), "бір екі…");
        assert_eq!(one_line("бір екі", 7), "бір екі");
    }
}
