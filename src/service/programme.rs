//! Use cases on the programme as a whole: import it, publish it. Reading files is not done here.

use super::{Actor, Result, Services};
use crate::{
    domain::{
        CHANGE_GRACE, Event, EventFacts, EventStatus, Notice, PersonId, Promise, RegistrationId, Times, local,
    },
    store::{Tx, events, occasions, outbox, registrations},
};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// What an import did, or would do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Events that were not there.
    pub added: u32,
    /// Events that were there and differ.
    pub changed: u32,
    /// Events that were there and are the same.
    pub unchanged: u32,
    /// Drafts that were published.
    pub published: u32,
}

/// Why an import as a whole cannot be written, though every row by itself is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFault {
    /// More people hold seats than the new capacity has.
    CapacityBelowSeated {
        /// The organiser's key of the event.
        external_id: String,
        /// The capacity in the file.
        capacity: u32,
        /// Seats held.
        taken: u32,
    },
}

/// Characters of an event's public code.
const CODE_LENGTH: usize = 7;
/// People told of a change in one go while a transaction is open.
const CHUNK: u32 = 1000;

impl Services {
    /// Writes events by their `external_id`: new ones as drafts, known ones brought up to date, all or none.
    /// People who hold a place are told when time or place changed. With `publish`, drafts are published.
    /// With `dry`, nothing is kept.
    pub async fn import(
        &self,
        programme: &[EventFacts],
        publish: bool,
        dry: bool,
    ) -> Result<std::result::Result<ImportReport, Vec<ImportFault>>> {
        let mut tx = self.store.begin().await?;
        let (mut report, mut faults) = (ImportReport::default(), Vec::new());
        for facts in programme {
            if let Err(fault) = self.import_one(&mut tx, facts, publish, &mut report).await? {
                faults.push(fault);
            }
        }
        if !faults.is_empty() || dry {
            tx.rollback().await;
            return Ok(if faults.is_empty() { Ok(report) } else { Err(faults) });
        }
        self.announce(tx, &Actor::unprompted(PersonId(0))).await?;
        Ok(Ok(report))
    }

    async fn import_one(
        &self,
        tx: &mut Tx,
        facts: &EventFacts,
        publish: bool,
        report: &mut ImportReport,
    ) -> Result<std::result::Result<(), ImportFault>> {
        let now = self.now();
        let starts_at = local(facts.local_start, self.zone());
        let status = match events::find_by_external_id(tx, &facts.external_id).await? {
            None => {
                report.added += 1;
                (events::add(tx, &self.event_code(), facts, starts_at).await?, EventStatus::Draft)
            }
            Some(event) if event.facts == *facts && event.starts_at == starts_at => {
                report.unchanged += 1;
                (event.id, event.status)
            }
            Some(event) => {
                report.changed += 1;
                if let Err(fault) = self.change(tx, &event, facts, starts_at, now).await? {
                    return Ok(Err(fault));
                }
                (event.id, event.status)
            }
        };
        if publish && status.1 == EventStatus::Draft {
            report.published += 1;
            events::set_status(tx, status.0, EventStatus::Published).await?;
            let times = Times::new(starts_at, facts.duration_min, facts.closes_at);
            self.plan(tx, status.0, &times).await?;
        }
        Ok(Ok(()))
    }

    /// Brings an event up to date; whoever must hear of it is told.
    pub(super) async fn change(
        &self,
        tx: &mut Tx,
        event: &Event,
        facts: &EventFacts,
        starts_at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<std::result::Result<(), ImportFault>> {
        events::lock(tx, event.id).await?;
        // Somebody may have changed it in the instant before the lock.
        let Some(event) = &events::lookup(tx, event.id).await? else { return Ok(Ok(())) };
        let taken = events::seats(tx, event.id).await?.taken;
        if let Some(capacity) = facts.capacity.filter(|capacity| *capacity < taken) {
            let external_id = facts.external_id.clone();
            return Ok(Err(ImportFault::CapacityBelowSeated { external_id, capacity, taken }));
        }
        let mut changed = Event { facts: facts.clone(), starts_at, ..event.clone() };
        let moved = Promise::of(event) != Promise::of(&changed);
        changed.revision += u32::from(moved);
        events::set_facts(tx, event.id, facts, starts_at, changed.revision).await?;
        self.move_shifts(tx, event, &changed).await?;
        if event.status == EventStatus::Published {
            if event.times() != changed.times() {
                occasions::clear(tx, Some(event.id), now).await?;
                self.plan(tx, event.id, &changed.times()).await?;
                outbox::forget_reminders(tx, event.id).await?;
            }
            if moved {
                self.tell_of_change(tx, event, &changed, now).await?;
            }
        }
        self.hand_on(tx, &changed, now).await?;
        Ok(Ok(()))
    }

    /// Enqueues the news of a change for everybody who holds a place or waits for one. Whoever has not been told of an
    /// earlier change hears of both at once, and nobody hears of what is again as they knew it.
    async fn tell_of_change(
        &self,
        tx: &mut Tx,
        event: &Event,
        changed: &Event,
        now: DateTime<Utc>,
    ) -> Result<()> {
        let known = Promise::of(event);
        let mut untold = HashMap::new();
        for (person, notice, due) in outbox::take_changes(tx, event.id).await? {
            if let Notice::EventChanged { before: Some(before), .. } = notice {
                untold.insert(person, (before, due));
            }
        }
        let (promise, revision) = (Promise::of(changed), changed.revision);
        self.tell_all(tx, changed, |registration, person| {
            let first = || (known.clone(), now + CHANGE_GRACE);
            let (before, due) = untold.remove(&person).unwrap_or_else(first);
            let notice = Notice::EventChanged { registration, revision, before: Some(before.clone()) };
            (before != promise).then_some((notice, due))
        })
        .await
    }

    /// Enqueues a notice for everybody who holds a place or waits for one.
    pub(super) async fn tell_all(
        &self,
        tx: &mut Tx,
        event: &Event,
        mut notice: impl FnMut(RegistrationId, PersonId) -> Option<(Notice, DateTime<Utc>)>,
    ) -> Result<()> {
        let mut after = RegistrationId(0);
        loop {
            let chunk = registrations::list_standing(tx, event.id, after, CHUNK).await?;
            for (registration, person) in &chunk {
                if let Some((notice, due)) = notice(*registration, *person) {
                    outbox::add(tx, *person, &notice, due, Some(event.ends_at())).await?;
                }
            }
            match chunk.last() {
                Some((last, _)) => after = *last,
                None => return Ok(()),
            }
        }
    }

    /// A public code that no event has yet.
    pub(super) fn event_code(&self) -> String {
        self.chance.code(CODE_LENGTH).to_lowercase()
    }
}
