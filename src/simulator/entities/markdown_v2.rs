//! `parse_mode=MarkdownV2` with its errors (`MessageEntity.cpp`, `parse_markdown_v2`).

use super::{Formatted, Output, html, link};
use crate::simulator::links;
use crate::simulator::message::{Entity, EntityKind};

const RESERVED: &str = "_*[]()~`>#+-=|{}.!";

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Code,
    Pre,
    PreCode,
    TextUrl,
    CustomEmoji,
    BlockQuote,
}

struct Open {
    mark: Mark,
    language: String,
    offset: usize,
    /// Where it began, in the source and in the plain text.
    source: usize,
    byte: usize,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    out: Output,
    open: Vec<Open>,
    entities: Vec<Entity>,
    line_start: bool,
}

/// Plain text and entities, or what is wrong.
pub(super) fn parse(text: &str) -> Result<Formatted, String> {
    let mut reader = Reader {
        text,
        at: 0,
        out: Output::default(),
        open: Vec::new(),
        entities: Vec::new(),
        line_start: true,
    };
    while let Some(letter) = reader.rest().chars().next() {
        reader.step(letter)?;
    }
    if reader.open.last().is_some_and(|open| open.mark == Mark::BlockQuote) {
        reader.close_quote(false);
    }
    match reader.open.last() {
        Some(open) => Err(format!("Can't find end of {:?} entity at byte offset {}", open.mark, open.source)),
        None => Ok((reader.out.text, reader.entities)),
    }
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn mark(&self) -> Option<Mark> {
        self.open.last().map(|open| open.mark)
    }

    fn step(&mut self, letter: char) -> Result<(), String> {
        let was_line_start = std::mem::replace(&mut self.line_start, letter == '\n');
        let next = self.text.as_bytes().get(self.at + 1).copied().unwrap_or(0);
        if letter == '\\' && (1..=126).contains(&next) {
            self.out.push(char::from(next));
            self.at += 2;
            return Ok(());
        }
        let in_code = matches!(self.mark(), Some(Mark::Code | Mark::Pre | Mark::PreCode));
        let is_reserved = if in_code { letter == '`' } else { RESERVED.contains(letter) };
        if was_line_start && letter == '>' && !in_code {
            self.at += 1;
            self.line_start = false;
            if !self.open.iter().any(|open| open.mark == Mark::BlockQuote) {
                self.begin(Mark::BlockQuote, self.at - 1);
            }
            return Ok(());
        }
        if !is_reserved {
            return self.plain(letter);
        }
        if self.rest().starts_with("||") && self.mark() == Some(Mark::BlockQuote) && self.ends_quote() {
            self.at += 2;
            self.close_quote(true);
            return Ok(());
        }
        if self.ends_entity(letter) { self.end() } else { self.start(letter) }
    }

    /// Ordinary text; a line that does not go on with `>` ends the quotation.
    fn plain(&mut self, letter: char) -> Result<(), String> {
        let quoted = self.open.iter().any(|open| open.mark == Mark::BlockQuote);
        if letter == '\n' && quoted && !self.rest()[1..].starts_with('>') {
            match self.open.last() {
                Some(open) if open.mark != Mark::BlockQuote => {
                    let Open { mark, source, .. } = open;
                    return Err(format!("Can't find end of {mark:?} entity at byte offset {source}"));
                }
                _ => self.close_quote(false),
            }
        }
        self.out.push(letter);
        self.at += letter.len_utf8();
        Ok(())
    }

    /// `||` right before the end of a quotation makes it expandable.
    fn ends_quote(&self) -> bool {
        let after = &self.rest()[2..];
        after.is_empty() || (after.starts_with('\n') && !after.starts_with("\n>"))
    }

    fn close_quote(&mut self, expandable: bool) {
        if let Some(open) = self.open.pop() {
            let kind = if expandable { EntityKind::ExpandableBlockquote } else { EntityKind::Blockquote };
            self.add(&open, kind);
        }
    }

    fn ends_entity(&self, letter: char) -> bool {
        let rest = self.rest();
        match self.mark() {
            Some(Mark::Bold) => letter == '*',
            Some(Mark::Italic) => letter == '_' && !rest.starts_with("__"),
            Some(Mark::Underline) => rest.starts_with("__"),
            Some(Mark::Strikethrough) => letter == '~',
            Some(Mark::Spoiler) => rest.starts_with("||"),
            Some(Mark::Code) => letter == '`',
            Some(Mark::Pre | Mark::PreCode) => rest.starts_with("```"),
            Some(Mark::TextUrl | Mark::CustomEmoji) => letter == ']',
            Some(Mark::BlockQuote) | None => false,
        }
    }

    fn start(&mut self, letter: char) -> Result<(), String> {
        let rest = self.rest();
        let source = self.at;
        let (mark, used) = match letter {
            '_' if rest.starts_with("__") => (Mark::Underline, 2),
            '_' => (Mark::Italic, 1),
            '*' => (Mark::Bold, 1),
            '~' => (Mark::Strikethrough, 1),
            '|' if rest.starts_with("||") => (Mark::Spoiler, 2),
            '[' => (Mark::TextUrl, 1),
            '!' if rest.starts_with("![") => (Mark::CustomEmoji, 2),
            '`' if rest.starts_with("```") => {
                self.start_block(source);
                return Ok(());
            }
            '`' => (Mark::Code, 1),
            _ => {
                return Err(format!(
                    "Character '{letter}' is reserved and must be escaped with the preceding '\\'"
                ));
            }
        };
        self.at += used;
        self.begin(mark, source);
        Ok(())
    }

    fn begin(&mut self, mark: Mark, source: usize) {
        let (offset, byte) = (self.out.units, self.out.text.len());
        self.open.push(Open { mark, language: String::new(), offset, source, byte });
    }

    /// Three backticks, an optional language up to the next white space, one skipped line break.
    fn start_block(&mut self, source: usize) {
        self.at += 3;
        let rest = self.rest();
        let stop = |letter: char| letter.is_ascii_whitespace() || letter == '`';
        let word = rest.find(stop).unwrap_or(rest.len());
        let has_language = word > 0 && rest[word..].starts_with(|letter: char| letter != '`');
        self.begin(if has_language { Mark::PreCode } else { Mark::Pre }, source);
        if has_language {
            self.at += word;
            if let Some(open) = self.open.last_mut() {
                rest[..word].clone_into(&mut open.language);
            }
        }
        let rest = self.rest();
        if rest.starts_with("\r\n") || rest.starts_with("\n\r") {
            self.at += 2;
        } else if rest.starts_with(['\n', '\r']) {
            self.at += 1;
        }
    }

    fn end(&mut self) -> Result<(), String> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        self.at += match open.mark {
            Mark::Underline | Mark::Spoiler => 2,
            Mark::Pre | Mark::PreCode => 3,
            _ => 1,
        };
        let kind = match open.mark {
            Mark::Bold => Some(EntityKind::Bold),
            Mark::Italic => Some(EntityKind::Italic),
            Mark::Underline => Some(EntityKind::Underline),
            Mark::Strikethrough => Some(EntityKind::Strikethrough),
            Mark::Spoiler => Some(EntityKind::Spoiler),
            Mark::Code => Some(EntityKind::Code),
            Mark::Pre => Some(EntityKind::Pre(None)),
            Mark::PreCode => Some(EntityKind::Pre(Some(open.language.clone()))),
            Mark::TextUrl => {
                let url = self.url()?;
                link(url.as_deref().unwrap_or(&self.out.text[open.byte..]))
            }
            Mark::CustomEmoji => Some(emoji(self.url()?.as_deref())?),
            Mark::BlockQuote => None,
        };
        if let Some(kind) = kind {
            self.add(&open, kind);
        }
        Ok(())
    }

    /// `(url)` after a `]`, if it is there.
    fn url(&mut self) -> Result<Option<String>, String> {
        if !self.rest().starts_with('(') {
            return Ok(None);
        }
        self.at += 1;
        let begin = self.at;
        let mut url = String::new();
        let mut letters = self.rest().char_indices();
        while let Some((at, letter)) = letters.next() {
            match letter {
                ')' => {
                    self.at += at + 1;
                    return Ok(Some(url));
                }
                '\\' => {
                    let next = letters.clone().next().filter(|(_, next)| ('\u{1}'..='~').contains(next));
                    url.push(next.map_or('\\', |(_, next)| next));
                    if next.is_some() {
                        letters.next();
                    }
                }
                letter => url.push(letter),
            }
        }
        Err(format!("Can't find end of a URL at byte offset {begin}"))
    }

    fn add(&mut self, open: &Open, kind: EntityKind) {
        let length = self.out.units - open.offset;
        if length > 0 {
            self.entities.push(Entity { kind, offset: open.offset, length });
        }
    }
}

fn emoji(url: Option<&str>) -> Result<EntityKind, String> {
    let url = url.ok_or("The entity must contain a tg://emoji or tg://time URL")?;
    let invalid = || "Invalid tg://emoji or tg://time URL specified".to_owned();
    let link = links::checked(url).map_err(|_| invalid())?;
    let argument = |name: &str| {
        let (_, query) = link.split_once('?')?;
        url::form_urlencoded::parse(query.as_bytes()).find(|(key, _)| key == name).map(|(_, value)| value)
    };
    if link.starts_with("tg://emoji?") {
        return html::custom_emoji(&argument("id").unwrap_or_default());
    }
    let unix = argument("unix").and_then(|unix| unix.parse().ok());
    if !link.starts_with("tg://time?") {
        return Err(invalid());
    }
    let format = argument("format").unwrap_or_default().into_owned();
    unix.map(|unix| EntityKind::DateTime { unix, format }).ok_or_else(invalid)
}
