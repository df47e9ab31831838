//! What Telegram finds in a text by itself: commands, mentions, hashtags, cashtags, links, e-mail addresses,
//! phone numbers. A close likeness of `MessageEntity.cpp`, `find_entities`, not its every corner.

use crate::simulator::links;
use crate::simulator::message::{Entity, EntityKind};

/// Endings a bare `name.ending` is taken for a link by; Telegram knows all registered ones.
const ENDINGS: &[&str] = &[
    "com", "org", "net", "kz", "ru", "me", "io", "dev", "app", "info", "biz", "edu", "gov", "uk", "de", "fr",
    "uz", "kg", "ua", "by", "tr", "cn", "us", "eu", "co", "tv", "ai", "online", "site", "pro", "su", "club",
    "events", "live",
];

/// All of them in order, none overlapping.
pub(super) fn find(text: &str) -> Vec<Entity> {
    let mut entities = Vec::new();
    // Most texts of a bot hold none of these; looking once for a sign of them is cheap.
    if !text.bytes().any(|byte| b"/@#$.:+".contains(&byte)) {
        return entities;
    }
    let (mut byte, mut units) = (0, 0);
    let mut before = None;
    while let Some(letter) = text[byte..].chars().next() {
        let (length, next) = if let Some((kind, length)) = at(&text[byte..], before) {
            let part = &text[byte..byte + length];
            let wide = part.chars().map(char::len_utf16).sum();
            entities.push(Entity { kind, offset: units, length: wide });
            units += wide;
            (length, part.chars().next_back())
        } else {
            units += letter.len_utf16();
            (letter.len_utf8(), Some(letter))
        };
        byte += length;
        before = next;
    }
    entities
}

/// The entity beginning here, with its length in bytes.
fn at(rest: &str, before: Option<char>) -> Option<(EntityKind, usize)> {
    let after_word = before.is_some_and(is_word);
    match rest.chars().next()? {
        '/' if !after_word && !matches!(before, Some('/' | '<' | '>')) => command(rest),
        '@' if !after_word => mention(rest),
        '#' if !after_word => hashtag(rest),
        '$' if !after_word => cashtag(rest),
        '+' if !after_word => phone(rest),
        letter
            if letter.is_alphanumeric() && !after_word && !matches!(before, Some('@' | '.' | '-' | '/')) =>
        {
            address(rest)
        }
        _ => None,
    }
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn name(rest: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<usize> {
    let length = rest.bytes().take_while(|byte| is_name(*byte)).count();
    let ends = !rest[length..].starts_with(is_word);
    (ends && lengths.contains(&length)).then_some(length)
}

fn command(rest: &str) -> Option<(EntityKind, usize)> {
    let mut length = 1 + name(&rest[1..], 1..=64)?;
    if let Some(after) = rest[length..].strip_prefix('@') {
        length += name(after, 3..=32).map_or(0, |more| more + 1);
    }
    (!rest[length..].starts_with(['/', '<', '>'])).then_some((EntityKind::BotCommand, length))
}

fn mention(rest: &str) -> Option<(EntityKind, usize)> {
    let length = name(&rest[1..], 3..=32)?;
    Some((EntityKind::Mention, length + 1))
}

fn hashtag(rest: &str) -> Option<(EntityKind, usize)> {
    let tag: &str = rest[1..].split(|letter: char| !is_word(letter) && letter != '\u{b7}').next()?;
    let letters = tag.chars().count();
    let good = (1..=256).contains(&letters) && tag.chars().any(|letter| !letter.is_numeric());
    (good && !rest[1 + tag.len()..].starts_with('#')).then_some((EntityKind::Hashtag, tag.len() + 1))
}

fn cashtag(rest: &str) -> Option<(EntityKind, usize)> {
    let length = rest[1..].bytes().take_while(u8::is_ascii_uppercase).count();
    let ends = !rest[1 + length..].starts_with(is_word);
    ((1..=8).contains(&length) && ends).then_some((EntityKind::Cashtag, length + 1))
}

/// `+` and 10 to 15 digits with at most one separator between two.
fn phone(rest: &str) -> Option<(EntityKind, usize)> {
    let (mut digits, mut length, mut gap) = (0, 1, false);
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        if byte.is_ascii_digit() {
            (digits, length, gap) = (digits + 1, at + 1, false);
        } else if gap || !b" -()".contains(&byte) {
            break;
        } else {
            gap = true;
        }
    }
    let ends = !rest[length..].starts_with(is_word);
    ((10..=15).contains(&digits) && ends).then_some((EntityKind::PhoneNumber, length))
}

/// A link or an e-mail address: the run of characters up to white space, less punctuation at its end.
fn address(rest: &str) -> Option<(EntityKind, usize)> {
    let stop = |letter: char| letter.is_whitespace() || "<>\"«»`{}|\\^".contains(letter);
    let run = &rest[..rest.find(stop).unwrap_or(rest.len())];
    if !run.contains('.') {
        return None;
    }
    let run = run.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', '…', '*', '_', '~']);
    let run = if run.contains('(') { run } else { run.split(')').next().unwrap_or(run) };
    if let Some((scheme, after)) = run.split_once("://") {
        let known = ["http", "https", "ftp"].iter().any(|one| scheme.eq_ignore_ascii_case(one));
        return (known && host_end(after).is_some()).then_some((EntityKind::Url, run.len()));
    }
    if let Some((user, after)) = run.split_once('@') {
        let good_user = !user.is_empty() && user.bytes().all(|byte| is_name(byte) || b".+-".contains(&byte));
        let host = &after[..host_end(after)?];
        return (good_user && host.contains('.')).then_some((EntityKind::Email, user.len() + 1 + host.len()));
    }
    let end = host_end(run)?;
    let ending = run[..end].split(':').next()?.rsplit('.').next()?.to_lowercase();
    let goes_on = run[end..].is_empty() || run[end..].starts_with(['/', '?', '#']);
    let length = if goes_on { run.len() } else { end };
    let valid = ENDINGS.contains(&ending.as_str()) && links::checked(&run[..length]).is_ok();
    valid.then_some((EntityKind::Url, length))
}

/// Where the host (with its port) ends, if it looks like one.
fn host_end(text: &str) -> Option<usize> {
    let good = |letter: char| letter.is_alphanumeric() || ".-_:".contains(letter);
    let end = text.find(|letter: char| !good(letter)).unwrap_or(text.len());
    let host = text[..end].split(':').next().unwrap_or_default();
    let ending = host.rsplit_once('.')?;
    let empty = host.split('.').any(str::is_empty);
    (!empty && ending.1.chars().count() >= 2 && ending.1.chars().all(char::is_alphanumeric)).then_some(end)
}
