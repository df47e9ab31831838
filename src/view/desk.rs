//! The events of those who run them, by shelf, and what came of publishing one. What can be done with one is in `manage`.

use super::event_card::{summary, title_of};
use super::parts::{LABEL, back, home, lines, paging, paragraphs, press, screen};
use super::{Button, Edit, Key, Screen};
use crate::domain::{Clash, EventLine, EventStatus, Published, Shelf};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// A page of a shelf.
pub fn shelf(
    tr: &Tr,
    shelf: Shelf,
    (page, pages): (u32, u32),
    events: &[(EventLine, EventStatus)],
    now: DateTime<Utc>,
) -> Screen {
    let entries = events.iter().zip(1..).map(|((event, status), number)| {
        let title = Html::ours(format!("{number}. ")).and_html(&title_of(tr, &event.title));
        let mark = match status {
            EventStatus::Cancelled => tr.manage_cancelled(),
            EventStatus::Draft | EventStatus::Finished => Html::default(),
            EventStatus::Published => super::events::seats(tr, event.seats),
        };
        lines([title, Html::join([tr.brief(event.starts_at, now), mark], " · ")])
    });
    let entries = Html::join(entries, "\n\n");
    let entries = if entries.is_empty() { tr.desk_empty() } else { entries };
    let mut rows: Vec<Vec<Key>> = events
        .iter()
        .zip(1..)
        .map(|((event, _), number)| {
            let label = format!("{number}. {}", tr.plain(&event.title, LABEL));
            vec![Key::press(one_line(&label, LABEL), Button::Manage(event.id))]
        })
        .collect();
    rows.push(paging(page, pages, |page| Button::Edit(Edit::Shelf(shelf, page))));
    let others = Shelf::ALL.into_iter().filter(|other| *other != shelf);
    rows.extend(super::parts::pairs(
        others
            .map(|other| press(name(tr, other), Button::Edit(Edit::Shelf(other, 0))))
            .chain([press(tr.desk_new_key(), Button::Edit(Edit::New))]),
    ));
    rows.push(back(tr, Button::Desk(0)));
    screen(paragraphs([name(tr, shelf).bold(), entries]), rows)
}

fn name(tr: &Tr, shelf: Shelf) -> Html {
    match shelf {
        Shelf::Drafts => tr.desk_drafts(),
        Shelf::Coming => tr.desk_coming(),
        Shelf::Past => tr.desk_past(),
        Shelf::Archived => tr.desk_archived(),
    }
}

/// What came of publishing a draft; `clashes` are what it shares its place or speakers with.
pub fn published(
    tr: &Tr,
    published: &Published,
    link: &str,
    clashes: &[Clash],
    now: DateTime<Utc>,
) -> Screen {
    let (word, event) = match published {
        Published::Done(event) => (tr.desk_published(), event),
        Published::Already(event) => (tr.desk_already(), event),
        Published::Past(event) => (tr.edit_past(), event),
    };
    let link = if matches!(published, Published::Past(_)) { Html::default() } else { Html::clip(link, 200) };
    let html = paragraphs([word, summary(tr, event), link, super::copies::warning(tr, clashes, now)]);
    screen(html, [vec![press(tr.manage_key(), Button::Manage(event.id))], home(tr)])
}

/// What came of putting an event away, or taking it back: `None` where people can still sign up.
pub fn archived(tr: &Tr, away: bool, done: bool) -> String {
    match (done, away) {
        (false, _) => tr.desk_alive(),
        (true, true) => tr.desk_away(),
        (true, false) => tr.desk_back(),
    }
    .into()
}
