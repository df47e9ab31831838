//! `parse_mode=HTML`: Telegram's own small HTML, with its errors and their byte offsets (`MessageEntity.cpp`,
//! `parse_html`). It is not a browser's HTML.

use super::{Formatted, Output, link};
use crate::simulator::message::{Entity, EntityKind};

const TAGS: [&str; 17] = [
    "a",
    "b",
    "strong",
    "i",
    "em",
    "s",
    "strike",
    "del",
    "u",
    "ins",
    "tg-spoiler",
    "tg-emoji",
    "tg-time",
    "span",
    "pre",
    "code",
    "blockquote",
];

struct Open {
    tag: String,
    argument: String,
    /// Second attribute of `tg-time`.
    format: String,
    offset: usize,
    byte: usize,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: Output,
    open: Vec<Open>,
    entities: Vec<Entity>,
    /// Entities that are `<code class="language-…">`, by index, until it is known whether a `<pre>` is around.
    languages: Vec<(usize, String)>,
}

/// Plain text and entities, or what is wrong.
pub(super) fn parse(text: &str) -> Result<Formatted, String> {
    let mut reader = Reader {
        text,
        at: 0,
        out: Output::default(),
        open: Vec::new(),
        entities: Vec::new(),
        languages: Vec::new(),
    };
    while let Some(letter) = reader.text[reader.at..].chars().next() {
        match letter {
            '&' => {
                let (letter, length) = decode(&text[reader.at..]).unwrap_or(('&', 1));
                reader.out.push(letter);
                reader.at += length;
            }
            '<' if reader.peek(1) == b'/' => reader.end_tag()?,
            '<' => reader.start_tag()?,
            letter => {
                reader.out.push(letter);
                reader.at += letter.len_utf8();
            }
        }
    }
    if let Some(open) = reader.open.last() {
        return Err(format!("Can't find end tag corresponding to start tag \"{}\"", open.tag));
    }
    Ok((reader.out.text, reader.entities))
}

/// `&lt;`, `&gt;`, `&amp;`, `&quot;` and numbers; the semicolon may be missing, other names stay text.
fn decode(text: &str) -> Option<(char, usize)> {
    let body = &text[1..];
    let (letter, length) = if let Some(hex) = body.strip_prefix("#x") {
        let digits = hex.bytes().take_while(u8::is_ascii_hexdigit).count();
        (number(&hex[..digits], 16)?, digits + 3)
    } else if let Some(decimal) = body.strip_prefix('#') {
        let digits = decimal.bytes().take_while(u8::is_ascii_digit).count();
        (number(&decimal[..digits], 10)?, digits + 2)
    } else {
        let letters = body.bytes().take_while(u8::is_ascii_alphabetic).count();
        let letter = match &body[..letters] {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => return None,
        };
        (letter, letters + 1)
    };
    let semicolon = usize::from(text.as_bytes().get(length) == Some(&b';'));
    Some((letter, length + semicolon))
}

fn number(digits: &str, radix: u32) -> Option<char> {
    let code = u32::from_str_radix(digits, radix).ok().filter(|code| (1..0x10_ffff).contains(code))?;
    (digits.len() < 8).then(|| char::from_u32(code)).flatten()
}

/// White space as the server counts it; the end of the text, read as 0, is among it.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0 | 0x0b)
}

impl Reader<'_> {
    /// The byte so many steps ahead, 0 beyond the end.
    fn peek(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    fn skip_while(&mut self, test: impl Fn(u8) -> bool) -> usize {
        let from = self.at;
        while self.at < self.text.len() && test(self.peek(0)) {
            self.at += 1;
        }
        from
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name = self.skip_while(|byte| !is_space(byte) && byte != b'>');
        if self.at >= self.text.len() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        let tag = self.text[name..self.at].to_ascii_lowercase();
        if !TAGS.contains(&tag.as_str()) {
            return Err(format!("Unsupported start tag \"{tag}\" at byte offset {begin}"));
        }
        let offset = self.out.units;
        let byte = self.out.text.len();
        let mut open = Open { tag, argument: String::new(), format: String::new(), offset, byte };
        while self.peek(0) != b'>' {
            self.skip_while(is_space);
            if self.peek(0) == b'>' {
                break;
            }
            self.attribute(&mut open, begin)?;
        }
        if open.tag == "span" && open.argument != "spoiler" {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.at += 1;
        self.open.push(open);
        Ok(())
    }

    fn attribute(&mut self, open: &mut Open, begin: usize) -> Result<(), String> {
        let tag = &open.tag;
        let from = self.skip_while(|byte| !is_space(byte) && !b"=>/\"'".contains(&byte));
        let name = self.text[from..self.at].to_owned();
        if name.is_empty() {
            return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
        }
        let unclosed = format!("Unclosed start tag \"{tag}\" at byte offset {begin}");
        self.skip_while(is_space);
        if self.at >= self.text.len() {
            return Err(unclosed);
        }
        if self.peek(0) != b'=' {
            if tag == "blockquote" && name == "expandable" {
                "1".clone_into(&mut open.argument);
            }
            return Ok(());
        }
        self.at += 1;
        self.skip_while(is_space);
        if self.at >= self.text.len() {
            return Err(unclosed);
        }
        let value = self.value()?;
        if self.at >= self.text.len() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        match (tag.as_str(), name.as_str()) {
            ("a", "href") | ("tg-emoji", "emoji-id") | ("tg-time", "unix") => open.argument = value,
            ("tg-time", "format") => open.format = value,
            ("code", "class") => keep_after(&value, "language-", &mut open.argument),
            ("span", "class") => keep_after(&value, "tg-", &mut open.argument),
            ("blockquote", "expandable") => "1".clone_into(&mut open.argument),
            _ => {}
        }
        Ok(())
    }

    fn value(&mut self) -> Result<String, String> {
        let quote = self.peek(0);
        if quote != b'"' && quote != b'\'' {
            let is_token = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'-';
            let from = self.skip_while(is_token);
            if !is_space(self.peek(0)) && self.peek(0) != b'>' {
                return Err(format!("Unexpected end of name token at byte offset {from}"));
            }
            return Ok(self.text[from..self.at].to_ascii_lowercase());
        }
        self.at += 1;
        let mut value = String::new();
        while let Some(letter) = self.text[self.at..].chars().next() {
            if letter == char::from(quote) {
                self.at += 1;
                break;
            }
            let decoded = if letter == '&' { decode(&self.text[self.at..]) } else { None };
            let (letter, length) = decoded.unwrap_or((letter, letter.len_utf8()));
            value.push(letter);
            self.at += length;
        }
        Ok(value)
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(open) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        self.at += 2;
        let from = self.skip_while(|byte| !is_space(byte) && byte != b'>');
        let name = self.text[from..self.at].to_ascii_lowercase();
        self.skip_while(is_space);
        if self.peek(0) != b'>' {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        if !name.is_empty() && name != open.tag {
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                open.tag
            ));
        }
        self.at += 1;
        let length = self.out.units - open.offset;
        if length > 0 { self.close(&open, length) } else { Ok(()) }
    }

    fn close(&mut self, open: &Open, length: usize) -> Result<(), String> {
        let kind = match open.tag.as_str() {
            "b" | "strong" => Some(EntityKind::Bold),
            "i" | "em" => Some(EntityKind::Italic),
            "u" | "ins" => Some(EntityKind::Underline),
            "s" | "strike" | "del" => Some(EntityKind::Strikethrough),
            "tg-spoiler" | "span" => Some(EntityKind::Spoiler),
            "blockquote" if open.argument.is_empty() => Some(EntityKind::Blockquote),
            "blockquote" => Some(EntityKind::ExpandableBlockquote),
            "pre" | "code" => self.code(open, length),
            "tg-emoji" => Some(custom_emoji(&open.argument)?),
            "tg-time" => {
                let unix = open.argument.parse().map_err(|_| "Invalid date specified".to_owned())?;
                Some(EntityKind::DateTime { unix, format: open.format.clone() })
            }
            _ if open.argument.is_empty() => link(&self.out.text[open.byte..]),
            _ => link(&open.argument),
        };
        if let Some(kind) = kind {
            self.entities.push(Entity { kind, offset: open.offset, length });
        }
        Ok(())
    }

    /// `<pre><code class="language-x">` of the same extent is one entity with a language.
    fn code(&mut self, open: &Open, length: usize) -> Option<EntityKind> {
        let index = self.entities.len();
        let same =
            self.entities.last().is_some_and(|last| last.offset == open.offset && last.length == length);
        if open.tag == "code" {
            let around = same && self.entities.last().is_some_and(|last| last.kind == EntityKind::Pre(None));
            if around && !open.argument.is_empty() {
                self.entities[index - 1].kind = EntityKind::Pre(Some(open.argument.clone()));
                return None;
            }
            if !open.argument.is_empty() {
                self.languages.push((index, open.argument.clone()));
            }
            return Some(EntityKind::Code);
        }
        if same && self.languages.last().is_some_and(|(at, _)| at + 1 == index) {
            let language = self.languages.pop().map(|(_, language)| language);
            self.entities[index - 1].kind = EntityKind::Pre(language);
            return None;
        }
        Some(EntityKind::Pre(None))
    }
}

fn keep_after(value: &str, prefix: &str, argument: &mut String) {
    if let Some(rest) = value.strip_prefix(prefix) {
        rest.clone_into(argument);
    }
}

/// A custom emoji by its number.
pub(super) fn custom_emoji(id: &str) -> Result<EntityKind, String> {
    match id.parse::<i64>() {
        Ok(number) if number != 0 => Ok(EntityKind::CustomEmoji(id.to_owned())),
        _ => Err("Invalid custom emoji identifier specified".to_owned()),
    }
}
