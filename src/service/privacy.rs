//! Use cases on personal data: read everything, delete everything, delete what has had its time.

use super::{Actor, RETENTION, Result, Services};
use crate::{
    domain::{
        Consent, ConsentRecord, Event, Language, Optional, PersonId, PersonalData, ShiftRecord, Standing,
        WorkRecord,
    },
    store::{
        Conn, Tx, dialogues, events, feedback, head_counts, inbox, mutes, outbox, people, questions,
        registrations, scopes, shifts, speakers, staff, walk_ins,
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use std::{collections::HashMap, io::Write, path::Path};

/// Finished updates are remembered this long, to recognise them if Telegram sends them again.
const INBOX_MEMORY: TimeDelta = TimeDelta::hours(48);
/// Finished notices are remembered this long, to send none twice.
const OUTBOX_MEMORY: TimeDelta = TimeDelta::days(60);
/// A conversation nobody continues is forgotten after this.
const DIALOGUE_MEMORY: TimeDelta = TimeDelta::days(7);
/// Notices deleted in one transaction, so that nobody waits long for the writer.
const NOTICES_AT_ONCE: u32 = 2000;
/// People whose term is over, deleted in one transaction.
const AT_ONCE: u32 = 200;

impl Services {
    /// Everything we keep of the person.
    pub async fn personal_data(&self, person: PersonId) -> Result<Option<PersonalData>> {
        let mut conn = self.store.read().await?;
        let Some(known) = people::lookup(&mut conn, person).await? else { return Ok(None) };
        let Some(known_since) = people::known_since(&mut conn, person).await? else {
            return Ok(None);
        };
        let details = known.details.as_ref();
        Ok(Some(PersonalData {
            telegram_id: person.0,
            language: known.language.map(Language::code).map(str::to_owned),
            name: details.map(|d| d.name.as_str().to_owned()),
            phone: details.and_then(|d| d.phone.as_ref()).map(|phone| phone.as_str().to_owned()),
            district: details.and_then(|d| d.district).map(|district| district.slug().to_owned()),
            known_since,
            consent: known.consent.map(|Consent { version, at }| ConsentRecord { version, at }),
            registrations: people::list_registrations(&mut conn, person).await?,
            walk_ins: walk_ins::list_by_person(&mut conn, person).await?,
            questions: questions::list_records(&mut conn, person).await?,
            unwanted: mutes::list(&mut conn, person).await?.into_iter().map(Optional::slug).collect(),
            scopes: scopes::list(&mut conn, person)
                .await?
                .into_iter()
                .map(|(_, scope)| scope.into())
                .collect(),
            work: self.work_record(&mut conn, person).await?,
        }))
    }

    async fn work_record(&self, conn: &mut Conn, person: PersonId) -> Result<Option<WorkRecord>> {
        let Some((name, since)) = staff::lookup(conn, person).await? else { return Ok(None) };
        let mut record = WorkRecord {
            name: name.map(|name| name.as_str().to_owned()),
            since,
            shifts: Vec::new(),
            talks: Vec::new(),
        };
        let title = |event: Option<Event>| event.map(|event| event.code).unwrap_or_default();
        for shift in shifts::list_by_person(conn, person, DateTime::UNIX_EPOCH).await? {
            let event = title(events::lookup(conn, shift.event).await?);
            record.shifts.push(ShiftRecord { event, from: shift.from, until: shift.until });
        }
        for event in speakers::list_events(conn, person).await? {
            record.talks.push(title(events::lookup(conn, event).await?));
        }
        Ok(Some(record))
    }

    /// Deletes everything that names the actor; numbers of past events stay. Seats they hold are handed on. Noted in
    /// the journal first: if the deletion does not come about, repeating it after a restore does no harm.
    pub async fn erase(&self, actor: &Actor) -> Result<()> {
        let now = self.now();
        if let Some(journal) = &self.policy.journal {
            note(journal, &self.tickets.fingerprint(actor.person.0), now)?;
        }
        let mut tx = self.begin(actor).await?;
        let stand_in = self.erase_person(&mut tx, actor.person, now).await?;
        self.erase_traces(&mut tx, actor.person, stand_in).await?;
        self.announce(tx, actor).await?;
        // What was deleted must not survive in the log beside the file.
        Ok(self.store.truncate_log().await?)
    }

    /// Erases again whoever asked for it after the backup that this database was restored from. Returns how many.
    pub async fn repeat_erasures(&self) -> Result<usize> {
        let Some(journal) = &self.policy.journal else { return Ok(0) };
        let noted = read(journal)?;
        let mut tx = self.store.begin().await?;
        let known = people::list_erasures(&mut tx).await?;
        let mut repeated = 0;
        // Somebody may have been erased, come back and been erased again: only the latest time counts.
        if noted.iter().any(|(fingerprint, at)| known.get(fingerprint).is_none_or(|done| done < at)) {
            for (person, since) in people::list_ids(&mut tx).await? {
                if noted.get(&self.tickets.fingerprint(person.0)).is_some_and(|erased| since < *erased) {
                    let stand_in = self.erase_person(&mut tx, person, self.now()).await?;
                    self.erase_traces(&mut tx, person, stand_in).await?;
                    repeated += 1;
                }
            }
        }
        tx.commit().await?;
        Ok(repeated)
    }

    /// Leaves the work of the person: the term of their details as a guest does not end it. Returns the number that stands
    /// for them from now on.
    async fn erase_person(&self, tx: &mut Tx, person: PersonId, now: DateTime<Utc>) -> Result<PersonId> {
        for registration in registrations::list_by_person(tx, person, now, false, u32::MAX, 0).await? {
            registrations::lock(tx, registration.id).await?;
            // It may have been cancelled in the instant before the lock.
            if let Some(registration) = registrations::lookup(tx, registration.id).await?
                && registration.standing != Standing::Cancelled
                && let Some(event) = events::lookup(tx, registration.event).await?
            {
                self.cancel(tx, &registration, &event, now).await?;
            }
        }
        let stand_in = self.stand_in();
        people::erase(tx, person, stand_in).await?;
        people::add_erasure(tx, &self.tickets.fingerprint(person.0), now).await?;
        Ok(stand_in)
    }

    /// What goes beside the details when somebody asks for it: what they work on, and what tells them apart at doors they
    /// came in by without a name. Both have their own time otherwise.
    async fn erase_traces(&self, tx: &mut Tx, person: PersonId, stand_in: PersonId) -> Result<()> {
        staff::clear(tx, person, stand_in.0).await?;
        for event in walk_ins::list_events(tx).await? {
            walk_ins::forget(tx, event, &self.tickets.fingerprint_at(event, person)).await?;
        }
        Ok(())
    }

    /// A number for somebody whom nothing can be sent to. Fresh: it cannot be traced from one erasure to another.
    pub(super) fn stand_in(&self) -> PersonId {
        PersonId(-(i64::from_be_bytes(self.chance.bytes()) >> 1).abs().max(1))
    }

    /// Deletes what has had its time: details after their term, finished updates and notices, forsaken conversations.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        inbox::sweep(&mut tx, now - INBOX_MEMORY).await?;
        dialogues::sweep(&mut tx, now - DIALOGUE_MEMORY).await?;
        feedback::forget_comments(&mut tx, now - RETENTION).await?;
        staff::sweep(&mut tx, now - RETENTION).await?;
        walk_ins::sweep(&mut tx, now - RETENTION).await?;
        head_counts::sweep(&mut tx, now - RETENTION).await?;
        questions::sweep(&mut tx, now - RETENTION).await?;
        tx.commit().await?;
        loop {
            let mut tx = self.store.begin().await?;
            let swept = outbox::sweep(&mut tx, now - OUTBOX_MEMORY, NOTICES_AT_ONCE).await?;
            tx.commit().await?;
            if swept < u64::from(NOTICES_AT_ONCE) {
                break;
            }
        }
        loop {
            let mut tx = self.store.begin().await?;
            let expired = people::list_expired(&mut tx, now - RETENTION, AT_ONCE).await?;
            for person in &expired {
                self.erase_person(&mut tx, *person, now).await?;
            }
            tx.commit().await?;
            if expired.len() < AT_ONCE as usize {
                return Ok(());
            }
        }
    }
}

/// Appends a line to the journal and waits until it is on disk.
fn note(journal: &Path, fingerprint: &str, now: DateTime<Utc>) -> std::io::Result<()> {
    let mut file = std::fs::OpenOptions::new().create(true).append(true).open(journal)?;
    writeln!(file, "{fingerprint} {}", now.to_rfc3339())?;
    file.sync_all()
}

/// The journal: fingerprint → when they last asked to be forgotten. Lines that cannot be read are passed over.
fn read(journal: &Path) -> std::io::Result<HashMap<String, DateTime<Utc>>> {
    let text = match std::fs::read_to_string(journal) {
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => return Ok(HashMap::new()),
        text => text?,
    };
    Ok(text
        .lines()
        .filter_map(|line| {
            let (fingerprint, at) = line.split_once(' ')?;
            Some((fingerprint.to_owned(), DateTime::parse_from_rfc3339(at).ok()?.to_utc()))
        })
        .collect())
}
