//! Every statement of the store on a real database, with what it answers: the engines must not differ. No use cases.

#![cfg(test)]

mod audit;
mod broadcasts;
mod desk;
mod door;
mod events;
mod feedback;
mod gate;
mod guests;
mod inbox;
mod inline;
mod materials;
mod outbox;
mod people;
mod questions;
mod registrations;
mod reports;
mod scopes;
mod shared;
mod staff;

use crate::services::{Bench, details, facts, now, party, start};
use chrono::{DateTime, TimeDelta, Utc};
use qatys::{
    domain::{EventFacts, EventId, EventStatus, PersonId, Registration, RegistrationId, Standing},
    store::{self, Tx},
};
use std::path::Path;

/// A published event by this key, at the start of [`facts`] and so many hours later.
async fn event(tx: &mut Tx, key: &str, hours: i64) -> EventId {
    let facts = facts(key);
    let event =
        store::events::add(tx, &format!("c-{key}"), &facts, start() + TimeDelta::hours(hours)).await.unwrap();
    store::events::set_status(tx, event, EventStatus::Published).await.unwrap();
    event
}

/// A registration under a code that is named after the person.
async fn sign_up(tx: &mut Tx, event: EventId, person: i64, size: u32, standing: Standing) -> RegistrationId {
    let code = format!("P{person}");
    store::registrations::add(tx, event, PersonId(person), party(size), standing, &code, now())
        .await
        .unwrap()
        .unwrap()
}

/// The registration as it stands.
async fn again(tx: &mut Tx, id: RegistrationId) -> Registration {
    store::registrations::lookup(tx, id).await.unwrap().unwrap()
}

/// So many minutes after the bench's now.
fn minutes(minutes: i64) -> DateTime<Utc> {
    now() + TimeDelta::minutes(minutes)
}

fn read(path: impl AsRef<Path>) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn every_statement_is_asked_here() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store");
    let suite: String = std::fs::read_dir(here).unwrap().map(|file| read(file.unwrap().path())).collect();
    let map = read("src/store/mod.rs");
    let nouns: Vec<_> =
        map.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    let mut known = 0;
    // Moving whole databases is no noun's matter, has a folder of its own, and tests of its own in `copying`.
    for noun in nouns.iter().filter(|noun| **noun != "copying") {
        let text = read(format!("src/store/{noun}.rs"));
        for name in text.lines().filter_map(|line| line.strip_prefix("pub async fn ")?.split('(').next()) {
            known += 1;
            assert!(suite.contains(&format!("{noun}::{name}(")), "nobody asks store::{noun}::{name}");
        }
    }
    assert!(nouns.len() >= 10 && known >= 80, "{known} statements in {nouns:?}: they are not found any more");
}
