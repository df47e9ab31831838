//! A person's registrations: what sign-up, leaving, accepting and resizing lead to, and the list of their events.

use super::event_card::{calendar_key, event_key, own, place_key, summary, title, window};
use super::parts::{LABEL, home, lines, paging, paragraphs, press, screen, sizes};
use super::{Back, Button, Key, Screen};
use crate::domain::{
    Accepted, Confirmed, Event, EventStatus, Filter, Joined, Left, Mine, MyEvent, Party, Registration,
    Resized, Standing, Window,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// What a sign-up led to.
pub fn joined(tr: &Tr, joined: &Joined, event: &Event, now: DateTime<Utc>) -> Screen {
    let (answer, useful) = match joined {
        Joined::Absent => return super::events::absent(tr),
        Joined::Seated(_) => (tr.registrations_joined(), true),
        Joined::Waiting(_, place) => (tr.registrations_waiting(*place), true),
        Joined::Already(mine) => (lines([tr.registrations_already(), own(tr, Some(mine), now)]), true),
        Joined::Shut(shut) => (shut_word(tr, *shut, now), false),
    };
    let mut rows = Vec::new();
    if useful {
        rows.push(calendar_key(tr, event));
        rows.push(place_key(tr, event));
    }
    let further = if useful { mine_key(tr) } else { find_key(tr) };
    rows.push(vec![event_key(tr, event), further]);
    rows.push(home(tr));
    screen(paragraphs([answer, summary(tr, event)]), rows)
}

/// A page of the person's events, coming or past.
pub fn mine(
    tr: &Tr,
    past: bool,
    (page, pages): (u32, u32),
    events: &[MyEvent],
    now: DateTime<Utc>,
) -> Screen {
    let other = if past { tr.registrations_coming_key() } else { tr.registrations_past_key() };
    let other = vec![press(other, Button::Mine { past: !past, page: 0 })];
    if events.is_empty() {
        let find = vec![find_key(tr)];
        let none = if past { tr.registrations_mine_past_none() } else { tr.registrations_mine_none() };
        return screen(none, [find, other, home(tr)]);
    }
    let head = if past { tr.registrations_mine_past() } else { tr.registrations_mine() };
    let entries = events.iter().zip(1..).map(|(mine, number)| {
        let title = Html::ours(format!("{number}. ")).and_html(&title(tr, &mine.event));
        let standing = if past { Html::default() } else { standing(tr, mine, now) };
        lines([title, Html::join([tr.brief(mine.event.starts_at, now), standing], " · ")])
    });
    let mut rows: Vec<_> = events
        .iter()
        .zip(1..)
        .map(|(mine, number)| {
            let label = format!("{number}. {}", tr.plain(&mine.event.facts.title, LABEL));
            vec![Key::press(one_line(&label, LABEL), Button::Event(mine.event.id, Back::Mine))]
        })
        .collect();
    rows.push(paging(page, pages, |page| Button::Mine { past, page }));
    rows.push(other);
    rows.push(home(tr));
    screen(head.and("\n\n").and_html(&Html::join(entries, "\n\n")), rows)
}

fn standing(tr: &Tr, MyEvent { event, mine }: &MyEvent, now: DateTime<Utc>) -> Html {
    let Mine { registration, place } = mine;
    match registration.standing {
        _ if event.status == EventStatus::Cancelled => tr.registrations_line_cancelled(),
        Standing::Seated => tr.registrations_line_seated(),
        Standing::Waiting => tr.registrations_line_waiting(place.unwrap_or(1)),
        Standing::Offered { until } => tr.registrations_line_offered(tr.until(until, now)),
        Standing::Cancelled => Html::default(),
    }
}

/// Whether they really want to leave.
pub fn leave(tr: &Tr, event: &Event, registration: &Registration) -> Screen {
    let (question, yes) = match registration.standing {
        Standing::Waiting => (tr.registrations_leave_line(), tr.registrations_leave_line_key()),
        _ => (tr.registrations_leave(), tr.registrations_leave_key()),
    };
    screen(
        paragraphs([question, summary(tr, event)]),
        [
            vec![press(yes, Button::LeaveSure(registration.id))],
            vec![press(tr.registrations_stay_key(), Button::Event(event.id, Back::Mine))],
        ],
    )
}

/// What leaving, declining or "I can't come" led to.
pub fn left(tr: &Tr, left: &Left) -> Screen {
    let answer = match left {
        Left::Done(event) => paragraphs([tr.registrations_left(), title(tr, event)]),
        Left::Nothing => tr.registrations_left_nothing(),
        Left::Started => tr.registrations_left_started(),
    };
    with_ways_on(tr, answer)
}

/// What accepting an offered seat led to.
pub fn accepted(tr: &Tr, accepted: &Accepted, now: DateTime<Utc>) -> Screen {
    match accepted {
        Accepted::Seated(registration) => {
            screen(tr.registrations_accepted(), [about(tr, registration), home(tr)])
        }
        Accepted::Already(registration) => {
            let ticket = vec![press(tr.event_card_ticket_key(), Button::Ticket(registration.id))];
            screen(tr.registrations_accepted_already(), [ticket, about(tr, registration), home(tr)])
        }
        Accepted::Lapsed => with_ways_on(tr, tr.registrations_lapsed()),
        Accepted::Shut(shut) => with_ways_on(tr, shut_word(tr, *shut, now)),
        Accepted::Absent => with_ways_on(tr, tr.registrations_absent()),
    }
}

/// Toast after "I'm coming".
pub fn confirmed(tr: &Tr, confirmed: &Confirmed) -> String {
    match confirmed {
        Confirmed::Done => tr.registrations_confirmed(),
        Confirmed::NotSeated => tr.registrations_confirmed_not_seated(),
        Confirmed::Shut(Window::Cancelled) => tr.registrations_confirmed_cancelled(),
        Confirmed::Shut(_) => tr.registrations_confirmed_started(),
    }
    .into()
}

/// The choice of another party size.
pub fn parties(tr: &Tr, registration: &Registration, max: Party) -> Screen {
    let size = |party: Party| {
        let mark = if party == registration.party { "✓ " } else { "" };
        Key::press(format!("{mark}{}", party.size()), Button::Resize(registration.id, party))
    };
    let back = super::parts::back(tr, Button::Event(registration.event, Back::Mine));
    screen(tr.registrations_parties(), [sizes(max, size), back])
}

/// What a change of party size led to.
pub fn resized(tr: &Tr, resized: &Resized, now: DateTime<Utc>) -> Screen {
    match resized {
        Resized::Done(registration) => {
            let mut ticket = Vec::new();
            if registration.standing == Standing::Seated {
                ticket.push(press(tr.event_card_ticket_key(), Button::Ticket(registration.id)));
            }
            let html = tr.registrations_resized(registration.party.size());
            screen(html, [ticket, about(tr, registration), home(tr)])
        }
        Resized::TooMany(party) => with_ways_on(tr, tr.registrations_too_many(party.size())),
        // The window is open, and still the change was refused: an offer waits for its answer.
        Resized::Shut(Window::Open) => with_ways_on(tr, tr.registrations_shut_offer()),
        Resized::Shut(shut) => with_ways_on(tr, window(tr, *shut, now)),
        Resized::Absent => with_ways_on(tr, tr.registrations_absent()),
    }
}

/// Box over the choice of sizes: so many are too many, choose again.
pub fn too_many(tr: &Tr, most: Party) -> String {
    tr.registrations_too_many(most.size()).into()
}

/// Why not; an open window that refuses all the same has just closed.
fn shut_word(tr: &Tr, shut: Window, now: DateTime<Utc>) -> Html {
    match shut {
        Window::Open => tr.event_card_closed(),
        shut => window(tr, shut, now),
    }
}

fn about(tr: &Tr, registration: &Registration) -> Vec<Key> {
    vec![press(tr.event_card_event_key(), Button::Event(registration.event, Back::Mine)), mine_key(tr)]
}

fn mine_key(tr: &Tr) -> Key {
    press(tr.home_mine_key(), Button::Mine { past: false, page: 0 })
}

fn find_key(tr: &Tr) -> Key {
    press(tr.home_find_key(), Button::Find(Filter::default()))
}

fn with_ways_on(tr: &Tr, html: Html) -> Screen {
    let mut rows = super::home::ways_on(tr);
    rows.push(home(tr));
    screen(html, rows)
}
