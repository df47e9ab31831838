//! The clean-up every text goes through: forbidden characters, trimming with offsets moved along, entities put
//! in order, and what Telegram finds by itself (`MessageEntity.cpp`, `fix_formatted_text`).

use super::{Formatted, MAX_ENTITIES, automatic};
use crate::simulator::message::{Entity, EntityKind};

/// Cleaned text and its entities in order, properly nested.
pub(super) fn normalise(text: &str, mut given: Vec<Entity>) -> Formatted {
    given.truncate(MAX_ENTITIES);
    let text = clean(text, &mut given);
    let text = trim(&text, &mut given);
    if text.is_empty() {
        return (text, Vec::new());
    }
    let mut entities = arrange(given);
    let found = automatic::find(&text);
    let overlaps = |one: &Entity, two: &Entity| one.offset < end(two) && two.offset < end(one);
    let fixed: Vec<Entity> = entities.iter().filter(|one| is_solid(&one.kind)).cloned().collect();
    let free = |one: &Entity| !fixed.iter().any(|other| overlaps(one, other));
    let found: Vec<Entity> = found.into_iter().filter(free).collect();
    if !found.is_empty() {
        entities = split(entities, &found);
        entities.extend(found);
        sort(&mut entities);
    }
    (text, entities)
}

fn end(entity: &Entity) -> usize {
    entity.offset + entity.length
}

/// Entities that cannot share characters with their like: links, mentions, code.
fn is_solid(kind: &EntityKind) -> bool {
    !is_soft(kind) && !is_quote(kind)
}

/// Entities that may nest freely and are split where needed.
fn is_soft(kind: &EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Bold
            | EntityKind::Italic
            | EntityKind::Underline
            | EntityKind::Strikethrough
            | EntityKind::Spoiler
    )
}

fn is_quote(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Blockquote | EntityKind::ExpandableBlockquote)
}

fn is_code(kind: &EntityKind) -> bool {
    matches!(kind, EntityKind::Code | EntityKind::Pre(_))
}

/// What becomes of a character: removed, replaced or kept.
fn cleaned(letter: char) -> Option<char> {
    match letter {
        '\r' | '\u{2028}'..='\u{202e}' => None,
        '\n' => Some('\n'),
        '\u{0}'..='\u{1f}' => Some(' '),
        other => Some(other),
    }
}

fn clean(text: &str, entities: &mut Vec<Entity>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut removed = Vec::new();
    let mut units = 0;
    for letter in text.chars() {
        match cleaned(letter) {
            Some(letter) => out.push(letter),
            None => removed.push(units),
        }
        units += letter.len_utf16();
    }
    if !removed.is_empty() {
        let moved = |offset: usize| offset - removed.partition_point(|at| *at < offset);
        for entity in entities.iter_mut() {
            let (from, to) = (moved(entity.offset), moved(end(entity)));
            (entity.offset, entity.length) = (from, to - from);
        }
        entities.retain(|entity| entity.length > 0);
    }
    out
}

/// Spaces and line breaks go from the end always, from the beginning up to the first entity.
fn trim(text: &str, entities: &mut Vec<Entity>) -> String {
    if text.chars().all(is_blank) {
        entities.clear();
        return String::new();
    }
    let kept = text.trim_end_matches([' ', '\n']);
    let units: usize = kept.chars().map(char::len_utf16).sum();
    for entity in entities.iter_mut() {
        entity.length = end(entity).min(units).saturating_sub(entity.offset);
    }
    entities.retain(|entity| entity.length > 0);
    let first = entities.iter().map(|entity| entity.offset).min().unwrap_or(usize::MAX);
    let lead = kept.bytes().take_while(|byte| matches!(byte, b' ' | b'\n')).count().min(first);
    for entity in entities.iter_mut() {
        entity.offset -= lead;
    }
    kept[lead..].to_owned()
}

/// Characters that show nothing; a text of only these counts as empty.
fn is_blank(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

fn rank(kind: &EntityKind) -> u8 {
    match kind {
        EntityKind::Blockquote | EntityKind::ExpandableBlockquote => 0,
        EntityKind::Bold => 2,
        EntityKind::Italic => 3,
        EntityKind::Underline => 4,
        EntityKind::Strikethrough => 5,
        EntityKind::Spoiler => 6,
        _ => 1,
    }
}

fn sort(entities: &mut [Entity]) {
    entities.sort_by_key(|one| (one.offset, usize::MAX - one.length, rank(&one.kind)));
}

/// Merges equal neighbours, drops what may not overlap, splits what crosses.
fn arrange(given: Vec<Entity>) -> Vec<Entity> {
    let (mut soft, mut rest): (Vec<_>, Vec<_>) = given.into_iter().partition(|one| is_soft(&one.kind));
    sort(&mut rest);
    let quotes = apart(rest.iter().filter(|one| is_quote(&one.kind)));
    let solid = apart(rest.iter().filter(|one| is_solid(&one.kind)));
    let code: Vec<Entity> = solid.iter().filter(|one| is_code(&one.kind)).cloned().collect();
    soft = without(merge(soft), &code);
    let borders: Vec<Entity> = quotes.iter().chain(&solid).cloned().collect();
    let mut entities = split(soft, &borders);
    entities.extend(split(quotes, &solid));
    entities.extend(solid);
    sort(&mut entities);
    cross(entities)
}

/// Those that do not reach into one before.
fn apart<'a>(sorted: impl Iterator<Item = &'a Entity>) -> Vec<Entity> {
    let mut kept: Vec<Entity> = Vec::new();
    for entity in sorted {
        if kept.last().is_none_or(|last| end(last) <= entity.offset) {
            kept.push(entity.clone());
        }
    }
    kept
}

/// Touching or overlapping entities of one kind become one.
fn merge(mut soft: Vec<Entity>) -> Vec<Entity> {
    soft.sort_by_key(|one| (rank(&one.kind), one.offset));
    let mut merged: Vec<Entity> = Vec::new();
    for entity in soft {
        match merged.last_mut() {
            Some(last) if last.kind == entity.kind && end(last) >= entity.offset => {
                last.length = end(last).max(end(&entity)) - last.offset;
            }
            _ => merged.push(entity),
        }
    }
    merged
}

/// Cuts the holes out.
fn without(entities: Vec<Entity>, holes: &[Entity]) -> Vec<Entity> {
    let mut parts = entities;
    for hole in holes {
        parts = parts
            .into_iter()
            .flat_map(|one| {
                let before = (one.offset, end(&one).min(hole.offset));
                let after = (one.offset.max(end(hole)), end(&one));
                [before, after].map(|(from, to)| Entity {
                    kind: one.kind.clone(),
                    offset: from,
                    length: to.saturating_sub(from),
                })
            })
            .filter(|one| one.length > 0)
            .collect();
    }
    parts
}

/// Cuts an entity in two where a border entity begins or ends inside it without lying wholly within.
fn split(entities: Vec<Entity>, borders: &[Entity]) -> Vec<Entity> {
    let mut done = Vec::with_capacity(entities.len());
    let mut todo = entities;
    while let Some(entity) = todo.pop() {
        let inside = |at: usize| entity.offset < at && at < end(&entity);
        let cut = borders.iter().find_map(|border| {
            let (begins, ends) = (inside(border.offset), inside(end(border)));
            let cut = if begins { border.offset } else { end(border) };
            let nested = entity.offset <= border.offset && end(border) <= end(&entity);
            ((begins != ends) && !nested).then_some(cut)
        });
        match cut {
            Some(cut) => {
                let length = cut - entity.offset;
                todo.push(Entity { length: entity.length - length, offset: cut, kind: entity.kind.clone() });
                todo.push(Entity { length, ..entity });
            }
            None => done.push(entity),
        }
    }
    done
}

/// Soft entities that still cross each other: the later one is cut at the earlier one's end.
fn cross(entities: Vec<Entity>) -> Vec<Entity> {
    let mut done: Vec<Entity> = Vec::with_capacity(entities.len());
    for entity in entities {
        let mut parts = vec![entity];
        for other in done.clone() {
            parts = split(parts, std::slice::from_ref(&other));
        }
        done.extend(parts);
        sort(&mut done);
    }
    done
}
