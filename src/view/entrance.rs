//! Coming in by the code of a door: what whoever scanned it sees, and the code as those see it who show it. Nothing of
//! other people.

use super::event_card::{offer_keys, title};
use super::parts::{home, lines, paragraphs, press, screen};
use super::{Attachment, Button, Gate, Key, Pass, Screen};
use crate::domain::{Entering, Entrance, Event, Registration, Shut, Standing, Window};
use crate::i18n::{Html, Tr};
use chrono::{DateTime, Utc};

/// What the door says to whoever has scanned its code. `pass` is what their buttons carry.
pub fn entrance(tr: &Tr, entrance: &Entrance, pass: Option<&Pass>, now: DateTime<Utc>) -> Screen {
    let enter = |label, how| {
        let key = pass.map(|pass| press(label, Button::Gate(Gate::Enter(how, pass.clone()))));
        key.into_iter().collect::<Vec<_>>()
    };
    match entrance {
        Entrance::Stale => screen(tr.entrance_stale(), [home(tr)]),
        Entrance::Shut(event, shut) => {
            let why = match shut {
                Shut::NotYet(opens) => tr.entrance_not_yet(tr.when(*opens, now)),
                Shut::Over => tr.entrance_over(),
                Shut::Cancelled => tr.attendance_event_cancelled(),
            };
            screen(lines([title(tr, event), why]), [home(tr)])
        }
        Entrance::Seated(event, party) => {
            let question = tr.entrance_seated(tr.common_people(party.size()));
            screen(
                lines([title(tr, event), question]),
                [enter(tr.entrance_here_key(), Entering::Seated), home(tr)],
            )
        }
        Entrance::Open { event, line, is_known } => {
            let mut rows = match line {
                Some(held) if may_accept(held, event, now) => offer_keys(tr, held),
                _ => Vec::new(),
            };
            let mut notes = vec![tr.entrance_nameless()];
            if *is_known {
                rows.push(enter(tr.entrance_named_key(), Entering::Named));
            } else {
                notes.insert(0, tr.entrance_unknown());
                if line.is_none() && event.window(now) == Window::Open {
                    rows.push(vec![press(tr.event_card_sign_up_key(), Button::SignUp(event.id))]);
                }
            }
            rows.push(enter(tr.entrance_nameless_key(), Entering::Nameless));
            rows.push(home(tr));
            let how = match line {
                Some(held) if may_accept(held, event, now) => tr.entrance_offered(),
                Some(_) => tr.entrance_waiting(),
                None => tr.entrance_open(),
            };
            screen(paragraphs([title(tr, event), how, Html::join(notes, "\n")]), rows)
        }
        Entrance::In { event, at, came, is_new } => {
            let word = if *is_new { tr.attendance_arrived() } else { tr.entrance_already(tr.time(*at)) };
            let people = came.map(|party| tr.common_people(party.size())).unwrap_or_default();
            screen(lines([word, title(tr, event), people]), [home(tr)])
        }
    }
}

fn may_accept(held: &Registration, event: &Event, now: DateTime<Utc>) -> bool {
    matches!(held.standing, Standing::Offered { until } if now < until) && now < event.starts_at
}

/// The code of this minute as a picture; `link` is what it says. `is_printed`: whether the one on paper is good too.
pub fn code(tr: &Tr, event: &Event, link: &str, until: DateTime<Utc>, is_printed: bool) -> Screen {
    let text = paragraphs([
        lines([tr.entrance_code(), title(tr, event)]),
        lines([tr.entrance_code_scan(), tr.entrance_code_until(tr.time(until))]),
    ]);
    let paper = if is_printed {
        press(tr.entrance_paper_key(), Button::Gate(Gate::Paper(event.id)))
    } else {
        press(tr.entrance_paper_on_key(), Button::Gate(Gate::SetPaper(event.id, true)))
    };
    let refresh = press(tr.attendance_refresh_key(), Button::Gate(Gate::Code(event.id)));
    with_picture(screen(text, [vec![refresh], vec![paper], to_door(tr, event)]), link)
}

/// The code on paper as a picture to print; `None` while it is not good.
pub fn paper(tr: &Tr, event: &Event, link: Option<&str>) -> Screen {
    let code = vec![press(tr.attendance_code_key(), Button::Gate(Gate::Code(event.id)))];
    let Some(link) = link else {
        let on = vec![press(tr.entrance_paper_on_key(), Button::Gate(Gate::SetPaper(event.id, true)))];
        return screen(lines([title(tr, event), tr.entrance_paper_off()]), [on, code, to_door(tr, event)]);
    };
    let off = vec![press(tr.entrance_paper_off_key(), Button::Gate(Gate::SetPaper(event.id, false)))];
    let text = paragraphs([lines([tr.entrance_paper(), title(tr, event)]), tr.entrance_paper_hang()]);
    with_picture(screen(text, [off, code, to_door(tr, event)]), link)
}

fn with_picture(screen: Screen, link: &str) -> Screen {
    Screen { attachment: super::qr::png(link).map(Attachment::Photo), ..screen }
}

fn to_door(tr: &Tr, event: &Event) -> Vec<Key> {
    vec![press(tr.attendance_door_key(), Button::Door(event.id))]
}
