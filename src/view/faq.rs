//! Questions with their answers that are kept for others: at their event, in a search, and in the hands of those who keep
//! them.

use super::event_card::title;
use super::parts::{LABEL, back, home, lines, paging, paragraphs, press, screen};
use super::questions::{quoted, to_pile, whole};
use super::{Ask, Button, Key, Screen};
use crate::domain::{Event, EventLine, Faq, Question, Texts, Words};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Longest question and longest answer shown in a list, in UTF-16 units, so that a page of them fits a message.
const SHOWN: usize = 200;
/// Longest word of a search that is shown, likewise.
const WORD: usize = 60;

/// What is kept at an event.
pub fn kept(tr: &Tr, event: &Event, (page, pages): (u32, u32), entries: &[Faq]) -> Screen {
    let list = entries.iter().zip(1..).map(|(entry, number)| short(number, entry));
    let list = if entries.is_empty() { tr.faq_none() } else { Html::join(list, "\n\n") };
    let rows = [
        numbers(entries.iter()),
        paging(page, pages, |page| Button::Ask(Ask::Kept(event.id, page))),
        back(tr, Button::Ask(Ask::Board(event.id, 0))),
    ];
    screen(paragraphs([tr.faq_kept(), title(tr, event), list]), rows)
}

/// One of them in full, with a key to remove it for those who may.
pub fn entry(tr: &Tr, event: &Event, entry: &Faq, may_remove: bool) -> Screen {
    let mut rows = vec![vec![press(tr.faq_all_key(), Button::Ask(Ask::Kept(event.id, 0)))]];
    if may_remove {
        rows.push(vec![press(tr.faq_drop_key(), Button::Ask(Ask::Drop(entry.id)))]);
    }
    rows.push(home(tr));
    screen(paragraphs([title(tr, event), asked(entry), whole(&entry.answer)]), rows)
}

/// Asks whether to remove it.
pub fn drop(tr: &Tr, entry: &Faq) -> Screen {
    let yes = vec![press(tr.faq_drop_sure_key(), Button::Ask(Ask::DropSure(entry.id)))];
    let no = back(tr, Button::Ask(Ask::Kept(entry.event, 0)));
    screen(paragraphs([tr.faq_drop(), asked(entry), whole(&entry.answer)]), [yes, no])
}

/// Toast: it was removed.
pub fn dropped(tr: &Tr) -> String {
    tr.faq_dropped().into()
}

/// Toast: a question without an answer that others see cannot be kept.
pub fn not_kept(tr: &Tr) -> String {
    tr.faq_not_kept().into()
}

/// Asks for words to search for.
pub fn search(tr: &Tr) -> Screen {
    screen(tr.faq_search(), [to_shelf(tr)])
}

/// What was found, each with its event.
pub fn found(tr: &Tr, words: &str, (page, pages): (u32, u32), found: &[(Faq, Texts)], total: u32) -> Screen {
    let searched = Html::clip(&one_line(words, WORD), WORD);
    let head =
        if found.is_empty() { tr.faq_found_none(searched) } else { tr.faq_found(searched, tr.number(total)) };
    let list = found
        .iter()
        .zip(1..)
        .map(|((entry, event), number)| lines([short(number, entry), tr.text(event, WORD).italic()]));
    let rows = [
        numbers(found.iter().map(|(entry, _)| entry)),
        paging(page, pages, |page| Button::Ask(Ask::Found(page, words.to_owned()))),
        to_shelf(tr),
    ];
    screen(paragraphs([head, Html::join(list, "\n\n"), tr.faq_again()]), rows)
}

/// Where an answered question is kept, and at which coming events it can be kept too.
pub fn keeping(
    tr: &Tr,
    question: &Question,
    is_kept: bool,
    (page, pages): (u32, u32),
    events: &[(EventLine, bool)],
    now: DateTime<Utc>,
) -> Screen {
    let head = if is_kept { tr.faq_keeping() } else { tr.faq_keeping_not() };
    let own = if is_kept { tr.faq_unkeep_key() } else { tr.faq_keep_key() };
    let toggle = |event, kept| Button::Ask(Ask::KeepAt(question.id, event, kept, page));
    let mut rows = vec![vec![press(own, toggle(question.event, !is_kept))]];
    let others = events.iter().filter(|(line, _)| line.id != question.event);
    rows.extend(others.map(|(line, is_kept)| {
        let sign = if *is_kept { "✅" } else { "➕" };
        let title = tr.plain(&line.title, LABEL);
        let label = format!("{sign} {} · {title}", tr.brief(line.starts_at, now));
        vec![Key::press(one_line(&label, LABEL), toggle(line.id, !is_kept))]
    }));
    let hint = if rows.len() > 1 { tr.faq_elsewhere() } else { Html::default() };
    rows.push(paging(page, pages, |page| Button::Ask(Ask::Keeping(question.id, page))));
    rows.push(to_pile(tr, question));
    let answer = question.answer.as_ref().map(|(answer, _)| whole(answer)).unwrap_or_default();
    screen(paragraphs([head, quoted(question), answer, hint]), rows)
}

/// Keys that open entries by their numbers.
fn numbers<'a>(entries: impl Iterator<Item = &'a Faq>) -> Vec<Key> {
    entries
        .zip(1_u32..)
        .map(|(entry, number)| Key::press(format!("💬 {number}"), Button::Ask(Ask::Entry(entry.id))))
        .collect()
}

fn to_shelf(tr: &Tr) -> Vec<Key> {
    back(tr, Button::Shelf(super::Shelf::Mine(0)))
}

fn short(number: u32, entry: &Faq) -> Html {
    let question = Html::clip(&one_line(entry.words.as_str(), SHOWN), SHOWN);
    let answer = Html::clip(&one_line(entry.answer.as_str(), SHOWN), SHOWN);
    lines([Html::ours(format!("{number}. ")).and_html(&question).bold(), answer.quote()])
}

fn asked(entry: &Faq) -> Html {
    Html::ours("❓ ").and_html(&Html::clip(entry.words.as_str(), 2 * Words::MAX))
}
