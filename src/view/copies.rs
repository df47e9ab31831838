//! Copies of an event by a table: how it is written, what was read of it, and what came of it.

use super::event_card::summary;
use super::parts::{PLACE, back, paragraphs, press, screen};
use super::{Button, Edit, Key, Screen};
use crate::domain::{Clash, Copy, CopyFault, Event, Language, MOST_COPIES, Over, Room, Saved, With, local};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Most lines that one screen lists; the rest is told as a number.
const MOST_LINES: usize = 25;
/// Longest cell shown, in UTF-16 units.
const CELL: usize = 40;

/// Asks for the table.
pub fn ask(tr: &Tr, event: &Event) -> Screen {
    let week = vec![press(tr.copies_week_key(), Button::Edit(Edit::Week(event.id)))];
    let html = paragraphs([tr.copies_ask(MOST_COPIES), summary(tr, event)]);
    screen(html, [week, to_event(tr, event)])
}

/// Names every line that makes no copy. Nothing was made; the whole table is asked for once more.
pub fn faults(tr: &Tr, event: &Event, faults: &[(u32, CopyFault)]) -> Screen {
    let listed = faults
        .iter()
        .take(MOST_LINES)
        .map(|(line, fault)| tr.copies_fault_line(*line, self::fault(tr, fault)));
    let html = paragraphs([tr.copies_faults(faults.len()), Html::join(listed, "\n"), tr.copies_again()]);
    screen(html, [to_event(tr, event)])
}

/// What was read, with what it clashes with.
pub fn preview(tr: &Tr, event: &Event, copies: &[Copy], clashes: &[Clash], now: DateTime<Utc>) -> Screen {
    let listed = copies.iter().take(MOST_LINES).map(|copy| line(tr, copy, clashes));
    let more = copies.len().saturating_sub(MOST_LINES);
    let more = if more > 0 { tr.copies_more(more) } else { Html::default() };
    let against = clashes.iter().take(MOST_LINES / 2).map(|clash| self::clash(tr, clash, now));
    let against = Html::join(against, "\n");
    let against = if against.is_empty() { against } else { tr.copies_clashes(against) };
    let html = paragraphs([
        tr.copies_preview(copies.len()),
        tr.text(&event.facts.title, PLACE).bold(),
        Html::join(listed, "\n"),
        more,
        against,
    ]);
    let publish = if clashes.is_empty() {
        tr.copies_publish_key(copies.len())
    } else {
        tr.copies_publish_all_the_same_key(copies.len())
    };
    screen(
        html,
        [
            vec![press(publish, Button::Edit(Edit::Copied(true)))],
            vec![press(tr.copies_save_key(), Button::Edit(Edit::Copied(false)))],
            vec![press(tr.copies_other_key(), Button::Edit(Edit::Copy(event.id)))],
            to_event(tr, event),
        ],
    )
}

/// What came of it: all were made, or none.
pub fn made(tr: &Tr, event: &Event, made: &[Saved], published: bool) -> Screen {
    let fault = made.iter().find(|saved| !matches!(saved, Saved::Done(_)));
    let html = match fault {
        None if published => tr.copies_published(made.len()),
        None => tr.copies_saved(made.len()),
        Some(Saved::Elsewhere) => tr.edit_elsewhere(),
        Some(Saved::Past) => tr.edit_past(),
        Some(_) => tr.copies_none(),
    };
    let shelf = if published { crate::domain::Shelf::Coming } else { crate::domain::Shelf::Drafts };
    let list = vec![press(tr.desk_shelf_key(), Button::Edit(Edit::Shelf(shelf, 0)))];
    screen(html, [list, to_event(tr, event)])
}

/// An event that is being copied is not there any more, or nothing was read.
pub fn nothing(tr: &Tr) -> String {
    tr.copies_nothing().into()
}

fn line(tr: &Tr, copy: &Copy, clashes: &[Clash]) -> Html {
    let mark = if clashes.iter().any(|clash| clash.line == copy.line) { "⚠️ " } else { "✅ " };
    let venue = copy.venue.as_deref().map(cell);
    let speakers = copy.speakers.as_ref().map(|names| cell(&names.join(", ")));
    let languages = copy
        .languages
        .as_ref()
        .map(|spoken| Html::ours(spoken.iter().map(|l: &Language| l.code()).collect::<Vec<_>>().join("+")));
    let room = copy.room.map(|room| match room {
        Room::Seats(seats) => tr.number(seats),
        Room::Open | Room::Unsaid => tr.edit_open_entry(),
    });
    let own = [venue, speakers, languages, room].into_iter().flatten();
    let when = tr.moment(local(copy.start, tr.zone));
    Html::ours(format!("{mark}{}. ", copy.line)).and_html(&Html::join([when].into_iter().chain(own), " · "))
}

fn cell(text: &str) -> Html {
    Html::clip(&one_line(text, CELL), CELL)
}

fn clash(tr: &Tr, clash: &Clash, now: DateTime<Utc>) -> Html {
    let over = match &clash.over {
        Over::Place => tr.copies_same_place(),
        Over::Speaker(name) => tr.copies_same_speaker(cell(name)),
    };
    let with = match &clash.with {
        With::Line(line) => tr.copies_with_line(*line),
        With::Event(event) => {
            tr.copies_with_event(cell(&tr.plain(&event.title, CELL)), tr.brief(event.starts_at, now))
        }
    };
    if clash.line == 0 { tr.copies_clash(over, with) } else { tr.copies_clash_line(clash.line, over, with) }
}

/// What a single event clashes with; empty if with nothing.
pub(super) fn warning(tr: &Tr, clashes: &[Clash], now: DateTime<Utc>) -> Html {
    let found = Html::join(clashes.iter().take(5).map(|clash| self::clash(tr, clash, now)), "\n");
    if found.is_empty() { found } else { tr.copies_clashes(found) }
}

fn fault(tr: &Tr, fault: &CopyFault) -> Html {
    match fault {
        CopyFault::NotATime(text) => tr.copies_not_a_time(cell(text)),
        CopyFault::Past => tr.copies_past(),
        CopyFault::NotALanguage(text) => tr.copies_not_a_language(cell(text)),
        CopyFault::NotSeats(text) => tr.copies_not_seats(cell(text)),
        CopyFault::NotAText => tr.copies_not_a_text(),
        CopyFault::TooManyCells => tr.copies_too_many_cells(),
        CopyFault::SameAs(line) => tr.copies_same_as(*line),
        CopyFault::TooMany(most) => tr.copies_too_many(*most),
    }
}

fn to_event(tr: &Tr, event: &Event) -> Vec<Key> {
    back(tr, Button::Manage(event.id))
}
