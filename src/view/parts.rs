//! Pieces that screens share: rows of keys, paging, paragraphs. No words of their own.

use super::{Button, Key, Keys, Screen};
use crate::domain::Party;
use crate::i18n::{Html, Tr};

/// Longest title in a message, in UTF-16 units of escaped text.
pub(super) const TITLE: usize = 160;
/// Longest name of a place, an address or an organisation in a message, likewise.
pub(super) const PLACE: usize = 120;
/// Longest name of a person in a message, likewise: any real one fits, and four escaped ones do.
pub(super) const NAME: usize = 100;
/// Longest label of a button, in characters: what a phone shows in full width.
pub(super) const LABEL: usize = 30;
/// Longest text of a message, in UTF-16 units (Bot API, `sendMessage`).
pub(super) const MESSAGE: usize = 4096;

/// Lines under each other; empty ones are left out.
pub(super) fn lines<const N: usize>(parts: [Html; N]) -> Html {
    Html::join(parts, "\n")
}

/// Paragraphs; empty ones are left out.
pub(super) fn paragraphs<const N: usize>(parts: [Html; N]) -> Html {
    Html::join(parts, "\n\n")
}

/// A message with rows of keys; empty rows are left out.
pub(super) fn screen(html: Html, rows: impl IntoIterator<Item = Vec<Key>>) -> Screen {
    let rows: Vec<_> = rows.into_iter().filter(|row| !row.is_empty()).collect();
    let keys = if rows.is_empty() { Keys::None } else { Keys::Inline(rows) };
    Screen { html: html.into(), keys, attachment: None }
}

/// A key whose label is ours.
pub(super) fn press(label: Html, button: Button) -> Key {
    Key::press(label, button)
}

/// The key home, as a row.
pub(super) fn home(tr: &Tr) -> Vec<Key> {
    vec![press(tr.common_home(), Button::Home)]
}

/// A key back, as a row.
pub(super) fn back(tr: &Tr, to: Button) -> Vec<Key> {
    vec![press(tr.common_back(), to)]
}

/// Keys two by two.
pub(super) fn pairs(keys: impl IntoIterator<Item = Key>) -> Vec<Vec<Key>> {
    let mut rows: Vec<Vec<Key>> = Vec::new();
    for key in keys {
        match rows.last_mut() {
            Some(row) if row.len() == 1 => row.push(key),
            _ => rows.push(vec![key]),
        }
    }
    rows
}

/// `‹ 2/5 ›`; empty when there is one page only.
pub(super) fn paging(page: u32, pages: u32, to: impl Fn(u32) -> Button) -> Vec<Key> {
    if pages < 2 {
        return Vec::new();
    }
    let mut row = Vec::new();
    if page > 0 {
        row.push(Key::press("‹", to(page - 1)));
    }
    row.push(Key::press(format!("{}/{pages}", page + 1), Button::Still));
    if page + 1 < pages {
        row.push(Key::press("›", to(page + 1)));
    }
    row
}

/// Party sizes from one to `max`, as a row.
pub(super) fn sizes(max: Party, key: impl Fn(Party) -> Key) -> Vec<Key> {
    (1..=max.size()).filter_map(Party::new).map(key).collect()
}
