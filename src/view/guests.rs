//! The people of an event as those who work on it see them: the list, a card, and what comes of a change. How somebody is
//! signed up by hand is in `add_guest`; what people themselves are told is in `notices`.

use super::calling_off::{Fault, fault_of};
use super::event_card::{summary, title, title_of};
use super::notices::reason_of;
use super::parts::{LABEL, NAME, back, lines, paging, pairs, paragraphs, press, screen};
use super::sheet::{Cell, Sheet};
use super::{Attachment, Button, Format, Guests, Key, Screen};
use crate::domain::{
    Event, EventId, Group, Groups, GuestLine, Lifted, Phone, Reason, RegistrationId, Removed, Seats, Standing,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// What a list shows.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'a> {
    /// Of which event.
    pub event: &'a Event,
    /// How full it is.
    pub seats: Seats,
    /// How many each group has.
    pub groups: &'a Groups,
    /// Which group it is.
    pub group: Group,
    /// Which page it is of how many.
    pub turn: (u32, u32),
    /// Who is on it.
    pub lines: &'a [GuestLine],
}

/// A page of a group of an event's people. `listens` when what is written now is searched for.
pub fn list(tr: &Tr, list: &Listed, listens: bool, now: DateTime<Utc>) -> Screen {
    let Listed { event, seats, group, turn: (page, pages), .. } = *list;
    let full = match seats.capacity {
        Some(capacity) => tr.guests_seats(tr.number(seats.taken), tr.number(capacity)),
        None => tr.guests_open(tr.number(seats.taken)),
    };
    let queue = if seats.waiting > 0 { tr.event_card_queue(seats.waiting) } else { Html::default() };
    let head = lines([
        tr.guests_heading(title(tr, event)),
        tr.event_card_at(tr.moment(event.starts_at)),
        Html::join([full, queue], " · "),
    ]);
    let entries = entries(tr, list.lines, now);
    let entries = if entries.is_empty() { tr.guests_none() } else { entries };
    let hint = if listens { tr.guests_hint() } else { Html::default() };
    // Who did not come is known once it has begun.
    let shown = |other: &Group| *other != Group::Absent || now >= event.starts_at;
    let mut rows = pairs(Group::ALL.into_iter().filter(shown).map(|other| {
        let label = label_of(tr, other, list.groups.of(other));
        let mark = if other == group { "✓ " } else { "" };
        Key::press(format!("{mark}{}", String::from(label)), list_of(event.id, other, 0))
    }));
    rows.extend(names(tr, list.lines, group, page));
    rows.push(paging(page, pages, |page| list_of(event.id, group, page)));
    if now < event.starts_at {
        rows.push(vec![press(tr.guests_add_key(), Button::Guests(Guests::Add(event.id)))]);
    }
    let file = |(label, format)| press(label, Button::Guests(Guests::File(event.id, format)));
    rows.push([(tr.guests_xlsx_key(), Format::Xlsx), (tr.guests_csv_key(), Format::Csv)].map(file).into());
    rows.push(back(tr, Button::Event(event.id, super::Back::Home)));
    screen(paragraphs([head, entries, hint]), rows)
}

/// What a search found; more than is shown when `total` is larger.
pub fn found(tr: &Tr, event: &Event, found: &[GuestLine], total: u32, now: DateTime<Utc>) -> Screen {
    let more = if total as usize > found.len() {
        tr.guests_more(tr.number(found.len() as u32), tr.number(total))
    } else {
        Html::default()
    };
    let entries = entries(tr, found, now);
    let entries = if entries.is_empty() { tr.guests_nobody() } else { entries };
    let mut rows = names(tr, found, Group::Everybody, 0);
    rows.push(to_list(tr, event.id));
    screen(paragraphs([tr.guests_heading(title(tr, event)), entries, more]), rows)
}

/// One of them; a word over it says what has just been done.
pub fn card(
    tr: &Tr,
    event: &Event,
    line: &GuestLine,
    word: Html,
    from: (Group, u32),
    now: DateTime<Utc>,
) -> Screen {
    let back_to = back(tr, list_of(event.id, from.0, from.1));
    let facts = facts(tr, event, line, now);
    screen(paragraphs([word, facts]), keys(tr, event, line, now).into_iter().chain([back_to]))
}

/// The same with the phone, and that somebody has read it.
pub fn phone(tr: &Tr, event: &Event, line: &GuestLine, phone: Option<&Phone>, now: DateTime<Utc>) -> Screen {
    let phone = match phone {
        Some(phone) => lines([
            tr.sign_up_phone_line(Html::clip(&phone.pretty(), NAME).code()),
            tr.guests_phone_noted().italic(),
        ]),
        None => tr.guests_phone_none(),
    };
    let rows = [back(tr, card_of(line.registration.id, Group::Everybody, 0))];
    screen(paragraphs([facts(tr, event, line, now), phone]), rows)
}

/// What seating somebody out of turn led to, over their card.
pub fn moved_up(tr: &Tr, event: &Event, line: &GuestLine, now: DateTime<Utc>) -> Screen {
    let told = if line.is_by_hand() { tr.guests_tell_them() } else { tr.guests_told() };
    let word = Html::join([tr.guests_moved_up(), told], " ");
    card(tr, event, line, word, (Group::Waiting, 0), now)
}

/// Alert: nothing came of seating somebody out of turn.
pub fn not_moved_up(tr: &Tr, lifted: &Lifted) -> String {
    match lifted {
        Lifted::Full(free) => tr.guests_full(tr.number(*free)),
        Lifted::Shut(_) => tr.guests_shut(),
        Lifted::Done(_) | Lifted::Nothing => tr.guests_not_in_line(),
    }
    .into()
}

/// Asks why somebody is taken off the list.
pub fn why(tr: &Tr, line: &GuestLine, fault: Option<Fault>) -> Screen {
    let fault = fault.map_or_else(Html::default, |fault| fault_of(tr, fault));
    let read = if line.is_by_hand() { tr.guests_tell_them() } else { tr.guests_why_read() };
    let question = lines([tr.guests_why(name(tr, line)), read]);
    screen(paragraphs([fault, question]), [to_card(tr, line)])
}

/// Asks once more, with what the person will get.
pub fn sure(tr: &Tr, event: &Event, line: &GuestLine, reason: &Reason) -> Screen {
    let notice = paragraphs([tr.notices_removed(), summary(tr, event), reason_of(reason)]);
    let notice = if line.is_by_hand() { tr.guests_tell_them() } else { notice };
    let yes = press(tr.guests_remove_sure_key(), Button::Guests(Guests::RemoveSure(line.registration.id)));
    let head = tr.guests_sure(name(tr, line));
    screen(paragraphs([head, notice, tr.guests_again()]), [vec![yes], to_card(tr, line)])
}

/// What taking somebody off the list led to.
pub fn removed(tr: &Tr, event: &Event, removed: &Removed) -> Screen {
    let html = match removed {
        Removed::Done(line) => {
            let told = if line.is_by_hand() { tr.guests_tell_them() } else { tr.guests_told() };
            Html::join([tr.guests_removed(name(tr, line)), told], " ")
        }
        Removed::Nothing => tr.guests_removed_before(),
        Removed::Started => tr.guests_removed_late(),
    };
    screen(html, [to_list(tr, event.id)])
}

/// Everybody as a file. `by` is who made it.
pub fn file(
    tr: &Tr,
    event: &Event,
    people: &[GuestLine],
    phones: Option<&BTreeMap<RegistrationId, Phone>>,
    (by, at): (&str, DateTime<Utc>),
    format: Format,
) -> Screen {
    let mut head = vec![
        tr.guests_column_number(),
        tr.guests_column_name(),
        tr.guests_column_people(),
        tr.guests_column_standing(),
        tr.guests_column_place(),
        tr.guests_column_since(),
        tr.guests_column_confirmed(),
        tr.guests_column_came(),
        tr.guests_column_came_at(),
    ];
    if phones.is_some() {
        head.push(tr.guests_column_phone());
    }
    let sheet = Sheet {
        title: tr.plain(&event.facts.title, LABEL),
        head: head.into_iter().map(String::from).collect(),
        rows: (1..).zip(people).map(|(number, line)| row(tr, number, line, phones)).collect(),
        origin: tr.guests_origin(Html::ours(stamp(tr, at)), Html::ours(one_line(by, NAME))).into(),
        at,
    };
    let kept = if phones.is_some() { tr.guests_file_phones() } else { tr.guests_file_no_phones() };
    let html = paragraphs([title(tr, event), tr.guests_file(tr.number(people.len() as u32)), kept]);
    let mut screen = screen(html, [to_list(tr, event.id)]);
    let name =
        format!("{}-{}.{}", event.code, at.with_timezone(&tr.zone).format("%Y%m%d"), format.extension());
    screen.attachment = sheet.file(format).map(|bytes| Attachment::Document { name, bytes });
    screen
}

fn row(
    tr: &Tr,
    number: u32,
    line: &GuestLine,
    phones: Option<&BTreeMap<RegistrationId, Phone>>,
) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    let moment = |at: Option<DateTime<Utc>>| text(at.map_or_else(String::new, |at| stamp(tr, at)));
    let registration = &line.registration;
    let mut row = vec![
        Cell::Number(number),
        text(line.name.as_ref().map_or_else(|| tr.attendance_nameless().into(), |name| name.as_str().into())),
        Cell::Number(registration.party.size()),
        text(word_of(tr, registration.standing).into()),
        line.place.map_or_else(|| text(String::new()), Cell::Number),
        moment(Some(line.since)),
        moment(registration.confirmed_at),
        line.came.map_or_else(|| text(String::new()), |(came, _)| Cell::Number(came.size())),
        moment(line.came.map(|(_, at)| at)),
    ];
    if let Some(phones) = phones {
        row.push(text(phones.get(&registration.id).map_or_else(String::new, Phone::pretty)));
    }
    row
}

/// An instant in the form that spreadsheets sort by.
fn stamp(tr: &Tr, at: DateTime<Utc>) -> String {
    at.with_timezone(&tr.zone).format("%Y-%m-%d %H:%M").to_string()
}

/// A standing in a word.
fn word_of(tr: &Tr, standing: Standing) -> Html {
    match standing {
        Standing::Seated => tr.guests_seated(),
        Standing::Waiting => tr.guests_waiting(),
        Standing::Offered { .. } => tr.guests_offered(),
        Standing::Cancelled => tr.guests_cancelled(),
    }
}

/// What is known of somebody, without their phone.
fn facts(tr: &Tr, event: &Event, line: &GuestLine, now: DateTime<Utc>) -> Html {
    let registration = &line.registration;
    let optional = |html: Option<Html>| html.unwrap_or_default();
    let by_hand = line
        .is_by_hand()
        .then(|| lines([tr.guests_by_hand(), tr.ticket_code(Html::clip(&registration.code, 16).code())]));
    let known = lines([
        Html::join([name(tr, line).bold(), tr.common_people(registration.party.size())], " · "),
        state(tr, line, now),
        optional(registration.confirmed_at.map(|at| tr.guests_confirmed(tr.moment(at)))),
        tr.guests_since(tr.moment(line.since)),
        optional(by_hand),
    ]);
    paragraphs([title_of(tr, &event.facts.title), known])
}

/// What can be done with somebody.
fn keys(tr: &Tr, event: &Event, line: &GuestLine, now: DateTime<Utc>) -> Vec<Vec<Key>> {
    let id = line.registration.id;
    let key = |label, guests| vec![press(label, Button::Guests(guests))];
    let mut rows = vec![key(tr.guests_phone_key(), Guests::Phone(id))];
    if line.is_in_line() && now < event.ends_at() {
        rows.push(key(tr.guests_move_up_key(), Guests::MoveUp(id)));
    }
    if line.registration.standing != Standing::Cancelled && now < event.starts_at {
        rows.push(key(tr.guests_remove_key(), Guests::Remove(id)));
    }
    rows
}

/// Lines with a number each.
fn entries(tr: &Tr, people: &[GuestLine], now: DateTime<Utc>) -> Html {
    let entries = people.iter().zip(1..).map(|(line, number)| {
        let who = Html::ours(format!("{number}. ")).and_html(&name(tr, line));
        let people = tr.common_people(line.registration.party.size());
        Html::join([who, people, state(tr, line, now)], " · ")
    });
    Html::join(entries, "\n")
}

/// How somebody stands: whether they came, else their seat or place in line.
fn state(tr: &Tr, line: &GuestLine, now: DateTime<Utc>) -> Html {
    let registration = &line.registration;
    match (registration.standing, line.came) {
        (Standing::Cancelled, _) => tr.guests_line_cancelled(),
        (_, Some((came, at))) if came == registration.party => tr.guests_line_came(tr.time(at)),
        (_, Some((came, at))) => {
            let part = tr.attendance_came(came.size(), registration.party.size());
            Html::join([tr.guests_line_came(tr.time(at)), part], " · ")
        }
        (Standing::Seated, None) if registration.confirmed_at.is_some() => tr.guests_line_coming(),
        (Standing::Seated, None) => tr.guests_line_seated(),
        (Standing::Waiting, None) => tr.guests_line_waiting(line.place.unwrap_or(1)),
        (Standing::Offered { until }, None) => tr.guests_line_offered(tr.until(until, now)),
    }
}

/// A key to each card.
fn names(tr: &Tr, people: &[GuestLine], group: Group, page: u32) -> Vec<Vec<Key>> {
    let key = |(line, number): (&GuestLine, u32)| {
        let name =
            line.name.as_ref().map_or_else(|| tr.attendance_nameless().into(), |n| n.as_str().to_owned());
        let label = one_line(&format!("{number}. {name}"), LABEL);
        vec![Key::press(label, card_of(line.registration.id, group, page))]
    };
    people.iter().zip(1..).map(key).collect()
}

fn label_of(tr: &Tr, group: Group, people: u32) -> Html {
    let n = tr.number(people);
    match group {
        Group::Everybody => tr.guests_everybody_key(n),
        Group::Seated => tr.guests_seated_key(n),
        Group::Waiting => tr.guests_waiting_key(n),
        Group::Coming => tr.guests_coming_key(n),
        Group::Came => tr.guests_came_key(n),
        Group::Absent => tr.guests_absent_key(n),
    }
}

pub(super) fn name(tr: &Tr, line: &GuestLine) -> Html {
    line.name.as_ref().map_or_else(|| tr.attendance_nameless(), |name| Html::clip(name.as_str(), NAME))
}

fn list_of(event: EventId, group: Group, page: u32) -> Button {
    Button::Guests(Guests::List(event, group, page))
}

fn card_of(id: RegistrationId, group: Group, page: u32) -> Button {
    Button::Guests(Guests::Card(id, group, page))
}

fn to_card(tr: &Tr, line: &GuestLine) -> Vec<Key> {
    back(tr, card_of(line.registration.id, Group::Everybody, 0))
}

pub(super) fn to_list(tr: &Tr, event: EventId) -> Vec<Key> {
    vec![press(tr.guests_list_key(), list_of(event, Group::Everybody, 0))]
}
