//! The screens about broadcasts: in every state, with every ending.

use super::{Gallery, World};
use crate::domain::{
    Audience, Broadcast, BroadcastId, BroadcastStatus, Content, Delivery, EVENT_CANCELLED, Language, Link,
    Overview, Part, PersonId, Tally, Task, Timing,
};
use crate::i18n::Tr;
use crate::view::broadcasts;
use chrono::TimeDelta;

fn broadcast(w: &World, status: BroadcastStatus, task: Task, fault: Option<&str>) -> Broadcast {
    let part = |html: &str| Some(Part { html: html.into(), attached: None });
    Broadcast {
        id: BroadcastId(12),
        author: PersonId(5),
        audience: Audience::of(w.event.id),
        content: Content {
            kk: part("Сәлем, {аты}! <b>Ертең</b> бастаймыз, ерте келіңіз: орындар толып қалады."),
            link: Some(Link::Event(w.event.id)),
            ..Content::default()
        },
        timing: Timing::Now,
        paid: false,
        status,
        task,
        fault: fault.map(str::to_owned),
        version: 1,
        due: w.now,
        expires_at: w.now + TimeDelta::hours(24),
        people: 61_204,
        after: None,
        progress: None,
        created_at: w.now,
        started_at: Some(w.now),
        finished_at: None,
    }
}

/// One with every ending.
pub(super) fn overview(w: &World, status: BroadcastStatus, task: Task, fault: Option<&str>) -> Overview {
    Overview {
        broadcast: broadcast(w, status, task, fault),
        tally: Tally { queued: 204, sent: 60_001, gone: 910, failed: 7, uncertain: 12, void: 70 },
        task: Tally { sent: 40_000, ..Tally::default() },
        faults: vec![("Bad Request: can't parse entities <b>".into(), 7)],
        events: vec![w.event.clone()],
        through: w.now + TimeDelta::minutes(34),
        language: Language::Kk,
    }
}

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let fault = Some("can't parse entities: <b>&");
    let states = [
        ("proposed", BroadcastStatus::Proposed, Task::Send, None),
        ("refused", BroadcastStatus::Refused, Task::Send, None),
        ("scheduled", BroadcastStatus::Scheduled, Task::Send, None),
        ("running", BroadcastStatus::Running, Task::Send, None),
        ("correcting", BroadcastStatus::Running, Task::Correct, None),
        ("withdrawing", BroadcastStatus::Running, Task::Withdraw, None),
        ("paused", BroadcastStatus::Paused, Task::Send, None),
        ("refused by Telegram", BroadcastStatus::Paused, Task::Send, fault),
        ("event cancelled", BroadcastStatus::Paused, Task::Send, Some(EVENT_CANCELLED)),
        ("stopped", BroadcastStatus::Stopped, Task::Send, None),
        ("done", BroadcastStatus::Done, Task::Send, None),
        ("corrected", BroadcastStatus::Done, Task::Correct, None),
        ("withdrawn", BroadcastStatus::Done, Task::Withdraw, None),
    ];
    let overviews = states.map(|(name, status, task, fault)| (name, overview(w, status, task, fault)));
    let mut all: Gallery = overviews
        .iter()
        .map(|(name, overview)| (format!("broadcast, {name}"), broadcasts::progress(tr, overview, w.now)))
        .collect();
    let done = &overviews[10].1;
    let every: Vec<_> = overviews.iter().take(6).map(|(_, overview)| overview.broadcast.clone()).collect();
    let delivery = Delivery {
        person: PersonId(5),
        name: Some("=Айгүл".into()),
        language: Some("kk".into()),
        state: "sent".into(),
        at: Some(w.now),
        fault: None,
    };
    let content = &done.broadcast.content;
    all.extend(super::named([
        ("broadcast, as received", broadcasts::message(tr, content, Some(&w.event), Some(&w.name)).unwrap()),
        ("broadcast, without a name", broadcasts::message(tr, content, None, None).unwrap()),
        ("broadcast, proposal", broadcasts::proposal(tr, done, w.now)),
        ("broadcast, stop", broadcasts::stop(tr, done)),
        ("broadcast, withdraw", broadcasts::withdraw(tr, done)),
        ("broadcast, list", broadcasts::list(tr, (0, 2), &every, w.now)),
        ("broadcast, none", broadcasts::list(tr, (0, 1), &[], w.now)),
        ("broadcast, file", broadcasts::file(tr, &done.broadcast, &[delivery])),
    ]));
    all
}
