//! What those who work on an event can do with it, as one list of keys. The things themselves have files of their own.

use super::event_card::summary;
use super::parts::{back, lines, pairs, paragraphs, press, screen};
use super::{Back, Button, Edit, Gate, Guests, Reports, Screen, Staff, materials, questions};
use crate::domain::{DoorCounts, EventStatus, Group, Managed, Seats, Shelf};
use crate::i18n::{Html, Tr};
use chrono::{DateTime, Utc};

/// The event as it stands, and everything that can be done.
pub fn manage(tr: &Tr, managed: &Managed, now: DateTime<Utc>) -> Screen {
    let event = &managed.event;
    let head = paragraphs([summary(tr, event), state(tr, managed, now)]);
    let mut keys = Vec::new();
    if event.status == EventStatus::Published {
        keys.push(press(tr.manage_door_key(), Button::Door(event.id)));
        keys.push(press(tr.attendance_code_key(), Button::Gate(Gate::Code(event.id))));
    }
    if event.status != EventStatus::Draft {
        keys.push(press(tr.guests_key(), Button::Guests(Guests::List(event.id, Group::Everybody, 0))));
    }
    if event.is_over(now) {
        keys.push(press(tr.reports_key(), Button::Reports(Reports::Look(event.id))));
        keys.push(press(tr.feedback_report_key(), Button::Report(event.id, 0)));
    }
    let edit = |label, edit| press(label, Button::Edit(edit));
    if event.status == EventStatus::Draft {
        keys.push(edit(tr.manage_publish_key(), Edit::Release(event.id)));
    }
    if matches!(event.status, EventStatus::Draft | EventStatus::Published) && now < event.starts_at {
        keys.push(edit(tr.manage_edit_key(), Edit::Change(event.id)));
    }
    keys.push(edit(tr.manage_copy_key(), Edit::Copy(event.id)));
    if event.status != EventStatus::Published || event.is_over(now) {
        let label = if managed.archived { tr.manage_unarchive_key() } else { tr.manage_archive_key() };
        keys.push(edit(label, Edit::Archive(event.id, !managed.archived)));
    }
    if event.status != EventStatus::Draft {
        keys.push(questions::manage_key(tr, event, managed.new_questions));
        keys.push(materials::tend_key(tr, event));
    }
    keys.push(press(tr.team_key(), Button::Staff(Staff::Team(event.id))));
    let mut rows = pairs(keys);
    if event.status == EventStatus::Published && now < event.starts_at {
        rows.push(vec![press(tr.calling_off_key(), Button::CallOff(event.id))]);
    }
    rows.push(if event.status == EventStatus::Draft {
        back(tr, Button::Edit(Edit::Shelf(Shelf::Drafts, 0)))
    } else {
        back(tr, Button::Event(event.id, Back::Home))
    });
    screen(head, rows)
}

/// Status and numbers.
fn state(tr: &Tr, Managed { event, seats, counts, .. }: &Managed, now: DateTime<Utc>) -> Html {
    let status = match event.status {
        EventStatus::Draft => tr.manage_draft(),
        EventStatus::Cancelled => tr.manage_cancelled(),
        EventStatus::Finished => tr.manage_finished(),
        EventStatus::Published if event.is_over(now) => tr.manage_over(),
        EventStatus::Published => tr.manage_published(),
    };
    if event.status == EventStatus::Draft {
        return status;
    }
    lines([status, taken(tr, *seats), arrived(tr, counts)])
}

fn taken(tr: &Tr, seats: Seats) -> Html {
    let taken = match seats.capacity {
        Some(capacity) => tr.manage_taken(tr.number(seats.taken), tr.number(capacity)),
        None => tr.manage_taken_open(tr.number(seats.taken)),
    };
    let waiting =
        if seats.waiting > 0 { tr.manage_waiting(tr.number(seats.waiting)) } else { Html::default() };
    Html::join([taken, waiting], " · ")
}

fn arrived(tr: &Tr, counts: &DoorCounts) -> Html {
    if counts.present() > 0 { super::attendance::counts(tr, counts) } else { Html::default() }
}
