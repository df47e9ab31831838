//! The desk and the door for those who check people in, and what anybody else learns of a ticket: nothing.

use super::event_card::title_of;
use super::parts::{LABEL, NAME, home, lines, paging, paragraphs, press, screen, sizes};
use super::{Button, Edit, Gate, Key, Screen};
use crate::domain::{
    Admission, Arrival, DoorCounts, DoorKeys, Event, EventId, EventLine, Guest, Name, Party, Shelf,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Most arrivals a door lists, and most guests a search offers.
const MOST: usize = 10;

/// Events near in time, with their numbers; `makes` for those who make events themselves.
pub fn desk(
    tr: &Tr,
    (page, pages): (u32, u32),
    events: &[(EventLine, DoorCounts)],
    makes: bool,
    now: DateTime<Utc>,
) -> Screen {
    let making = if makes { making(tr) } else { Vec::new() };
    if events.is_empty() {
        return screen(lines([tr.attendance_desk(), tr.attendance_desk_none()]), [making, home(tr)]);
    }
    let entries = events.iter().zip(1..).map(|((event, counts), number)| {
        let title = Html::ours(format!("{number}. ")).and_html(&title_of(tr, &event.title));
        lines([title, Html::join([tr.brief(event.starts_at, now), brief(tr, counts)], " · ")])
    });
    let mut rows: Vec<_> = events
        .iter()
        .zip(1..)
        .map(|((event, _), number)| {
            let label = format!("{number}. {}", tr.plain(&event.title, LABEL));
            vec![Key::press(one_line(&label, LABEL), Button::Door(event.id))]
        })
        .collect();
    rows.push(paging(page, pages, Button::Desk));
    rows.push(making);
    rows.push(home(tr));
    screen(tr.attendance_desk().and("\n\n").and_html(&Html::join(entries, "\n\n")), rows)
}

/// The ways to what those who make events do.
fn making(tr: &Tr) -> Vec<Key> {
    vec![
        press(tr.desk_new_key(), Button::Edit(Edit::New)),
        press(tr.desk_shelf_key(), Button::Edit(Edit::Shelf(Shelf::Drafts, 0))),
    ]
}

/// The door of one event: live numbers, the last arrivals, and what whoever looks can do.
pub fn door(tr: &Tr, event: &Event, counts: &DoorCounts, last: &[Arrival], keys: DoorKeys) -> Screen {
    let head = lines([
        title_of(tr, &event.facts.title),
        tr.event_card_at(tr.moment(event.starts_at)),
        self::counts(tr, counts),
        tr.attendance_registrations(counts.registrations),
    ]);
    let names = last.iter().take(MOST).map(|arrival| {
        let line = Html::join([tr.time(arrival.at), who(tr, &arrival.guest), came(tr, arrival)], " · ");
        if event.is_late(arrival.at) { line.and(" ⏰") } else { line }
    });
    let names = Html::join(names, "\n");
    let last = if names.is_empty() { names } else { lines([tr.attendance_last(), names]) };
    let gate = |label, gate| press(label, Button::Gate(gate));
    let mut walk_ins = vec![gate(tr.attendance_walk_in_key(), Gate::WalkIn(event.id))];
    walk_ins.extend(keys.walk_in.map(|id| gate(tr.attendance_walk_in_undo_key(), Gate::UndoWalkIn(id))));
    let mut counting = vec![gate(tr.attendance_count_key(), Gate::Count(event.id))];
    counting.extend(keys.code.then(|| gate(tr.attendance_code_key(), Gate::Code(event.id))));
    screen(
        paragraphs([head, tr.attendance_door(), last]),
        [
            walk_ins,
            counting,
            vec![press(tr.attendance_refresh_key(), Button::Door(event.id))],
            super::parts::back(tr, Button::Desk(0)),
        ],
    )
}

/// What the door says about someone who wants in. `door` is the event of this door, where the way back leads;
/// `other` the event of a ticket for another one.
pub fn admission(tr: &Tr, admission: &Admission, door: Option<&Event>, other: Option<&Event>) -> Screen {
    let (html, mut rows) = match admission {
        Admission::Arrived(arrival) => {
            let late = door.is_some_and(|event| event.is_late(arrival.at));
            let late = if late { tr.attendance_late() } else { Html::default() };
            let head = lines([tr.attendance_arrived(), late]);
            (arrived_html(tr, &head, arrival), again(tr, arrival))
        }
        Admission::Already(arrival) => {
            (arrived_html(tr, &tr.attendance_already(tr.time(arrival.at)), arrival), again(tr, arrival))
        }
        Admission::OtherEvent(_) => match other {
            Some(event) => {
                let title = title_of(tr, &event.facts.title);
                (tr.attendance_other(title, tr.moment(event.starts_at)), Vec::new())
            }
            None => (tr.attendance_other_unnamed(), Vec::new()),
        },
        Admission::NotConfirmed(guest) => {
            (lines([tr.attendance_not_confirmed(), guest_html(tr, guest)]), Vec::new())
        }
        Admission::Cancelled(guest) => {
            (lines([tr.attendance_cancelled(), guest_html(tr, guest)]), Vec::new())
        }
        Admission::EventCancelled => (tr.attendance_event_cancelled(), Vec::new()),
        Admission::Unknown => (tr.attendance_unknown(), Vec::new()),
    };
    let of_guest = match admission {
        Admission::Arrived(arrival) | Admission::Already(arrival) => Some(arrival.guest.event),
        Admission::NotConfirmed(guest) | Admission::Cancelled(guest) => Some(guest.event),
        _ => None,
    };
    rows.push(match door.map(|event| event.id).or(of_guest) {
        Some(event) => to_door(tr, event),
        None => super::parts::back(tr, Button::Desk(0)),
    });
    screen(html, rows)
}

/// The people a search by name found at this door; a press lets the whole party in.
pub fn guests(tr: &Tr, event: &Event, guests: &[Guest]) -> Screen {
    if guests.is_empty() {
        return screen(tr.attendance_guests_none(), [to_door(tr, event.id)]);
    }
    let mut rows: Vec<_> = guests
        .iter()
        .take(MOST)
        .map(|guest| {
            let size = format!(" · {}", guest.party.size());
            let name = guest.name.as_ref().map_or_else(|| tr.attendance_nameless().into(), plain);
            let label = one_line(&name, LABEL - size.chars().count()) + &size;
            vec![Key::press(label, Button::CheckIn(guest.registration, guest.party))]
        })
        .collect();
    rows.push(to_door(tr, event.id));
    screen(tr.attendance_guests(), rows)
}

/// Box: a steward's time at this door begins later.
pub fn not_yet(tr: &Tr, from: DateTime<Utc>) -> String {
    tr.attendance_not_yet(tr.moment(from)).into()
}

/// An arrival was taken back.
pub fn undone(tr: &Tr, event: EventId) -> Screen {
    screen(tr.attendance_undone(), [to_door(tr, event)])
}

/// What somebody learns who scans a ticket without the right to check in.
pub fn refusal(tr: &Tr) -> Screen {
    screen(tr.attendance_refusal(), [home(tr)])
}

/// The numbers of a door under each other: who came by name, without a ticket, how many were counted, and how many people
/// that makes.
pub(super) fn counts(tr: &Tr, counts: &DoorCounts) -> Html {
    Html::join(numbers(tr, counts), "\n")
}

/// By name, and in all where that differs.
fn brief(tr: &Tr, counts: &DoorCounts) -> Html {
    let numbers = numbers(tr, counts);
    Html::join(
        [numbers.first(), numbers.get(1..).and_then(<[_]>::last)].into_iter().flatten().cloned(),
        " · ",
    )
}

fn numbers(tr: &Tr, counts: &DoorCounts) -> Vec<Html> {
    let mut numbers = vec![tr.attendance_counts(counts.people_arrived, counts.people)];
    if counts.walk_ins > 0 {
        numbers.push(tr.attendance_walk_ins(tr.number(counts.walk_ins)));
    }
    numbers.extend(counts.counted.map(|counted| tr.attendance_counted(tr.number(counted))));
    if numbers.len() > 1 {
        numbers.push(tr.attendance_present(tr.number(counts.present())));
    }
    numbers
}

fn arrived_html(tr: &Tr, head: &Html, arrival: &Arrival) -> Html {
    let who = Html::join([who(tr, &arrival.guest).bold(), came(tr, arrival)], " · ");
    lines([head.clone(), who])
}

/// Other numbers of the party, and the way to take the arrival back.
fn again(tr: &Tr, arrival: &Arrival) -> Vec<Vec<Key>> {
    let Guest { registration, party, .. } = arrival.guest;
    let size = |came: Party| {
        let label = if came == party {
            tr.attendance_all_key(came.size())
        } else {
            tr.attendance_came(came.size(), party.size())
        };
        press(label, Button::CheckIn(registration, came))
    };
    let mut others = if party == Party::ALONE { Vec::new() } else { sizes(party, size) };
    others.retain(|key| !matches!(key, Key::Press(_, Button::CheckIn(_, came)) if *came == arrival.came));
    let mut rows = super::parts::pairs(others);
    rows.push(vec![press(tr.attendance_undo_key(), Button::Undo(arrival.id))]);
    rows
}

fn came(tr: &Tr, arrival: &Arrival) -> Html {
    match arrival.guest.party {
        party if party == arrival.came => tr.common_people(party.size()),
        party => tr.attendance_came(arrival.came.size(), party.size()),
    }
}

fn guest_html(tr: &Tr, guest: &Guest) -> Html {
    Html::join([who(tr, guest).bold(), tr.common_people(guest.party.size())], " · ")
}

fn who(tr: &Tr, guest: &Guest) -> Html {
    guest.name.as_ref().map_or_else(|| tr.attendance_nameless(), |name| Html::clip(name.as_str(), NAME))
}

fn plain(name: &Name) -> String {
    name.as_str().to_owned()
}

fn to_door(tr: &Tr, event: EventId) -> Vec<Key> {
    vec![press(tr.attendance_door_key(), Button::Door(event))]
}
