//! `parse_mode=Markdown`, the old one kept for old bots: `*bold*`, `_italic_`, code, links, no nesting
//! (`MessageEntity.cpp`, `parse_markdown`).

use super::{Formatted, Output, link};
use crate::simulator::message::{Entity, EntityKind};

/// Plain text and entities, or what is wrong.
pub(super) fn parse(text: &str) -> Result<Formatted, String> {
    let mut out = Output::default();
    let mut entities = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let rest = &text[at..];
        let escaped = rest.strip_prefix('\\').and_then(|rest| rest.chars().next());
        if let Some(next @ ('_' | '*' | '`' | '[')) = escaped {
            out.push(next);
            at += 2;
        } else if matches!(letter, '_' | '*' | '`' | '[') {
            at += entity(rest, at, &mut out, &mut entities)?;
        } else {
            out.push(letter);
            at += letter.len_utf8();
        }
    }
    Ok((out.text, entities))
}

/// Reads one entity at the start of `rest`; returns its bytes.
fn entity(rest: &str, at: usize, out: &mut Output, entities: &mut Vec<Entity>) -> Result<usize, String> {
    let offset = out.units;
    let (open, close) = match rest.as_bytes()[0] {
        b'[' => (1, "]"),
        b'`' if rest.starts_with("```") => (3, "```"),
        b'`' => (1, "`"),
        b'*' => (1, "*"),
        _ => (1, "_"),
    };
    let mut body = &rest[open..];
    let mut language = None;
    if close == "```" {
        let word = body.find(|letter: char| letter.is_ascii_whitespace() || letter == '`').unwrap_or(0);
        if word > 0 && body.as_bytes()[word] != b'`' {
            language = Some(body[..word].to_owned());
            body = &body[word..];
        }
        body = body.strip_prefix("\r\n").or_else(|| body.strip_prefix('\n')).unwrap_or(body);
    }
    let end = body.find(close);
    let end = end.ok_or_else(|| format!("Can't find end of the entity starting at byte offset {at}"))?;
    body[..end].chars().for_each(|letter| out.push(letter));
    let mut used = rest.len() - body.len() + end + close.len();
    let kind = match close {
        "]" => {
            let mut url = body[..end].to_owned();
            if rest[used..].starts_with('(') {
                let inside = &rest[used + 1..];
                let stop = inside.find(')').unwrap_or(inside.len());
                inside[..stop].clone_into(&mut url);
                used += 1 + (stop + 1).min(inside.len());
            }
            link(&url)
        }
        "```" => Some(EntityKind::Pre(language)),
        "`" => Some(EntityKind::Code),
        "*" => Some(EntityKind::Bold),
        _ => Some(EntityKind::Italic),
    };
    let length = out.units - offset;
    entities.extend(kind.filter(|_| length > 0).map(|kind| Entity { kind, offset, length }));
    Ok(used)
}
