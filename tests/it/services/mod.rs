//! The bench for testing use cases: a real database, a clock in the hand, seeded chance. No Telegram.

#![cfg(test)]

mod broadcasts;
mod database;
mod door;
mod editing;
mod feedback;
mod gate;
mod gate_rights;
mod guests;
mod inbox;
mod invitations;
mod joining;
mod materials;
mod model;
pub(crate) mod privacy;
mod programme;
mod questions;
mod races;
mod reminders;
mod reports;
mod rights;
mod scopes;
mod waiting;
mod workers;

use crate::database::{Database, Folder};
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Asia::Almaty;
use qatys::{
    clock::{Chance, Clock},
    domain::{
        Details, District, EventFacts, EventId, EventStatus, Joined, Language, Level, Name, Notice, Party,
        PersonId, Phone, QuietHours, Registration, SignUp, Standing, Texts, UpdateId,
    },
    service::{Actor, Policy, Received, Services},
    store::{self, Store},
};

/// The admin by the settings.
pub(crate) const ADMIN: i64 = 900;

/// Use cases on a database of their own.
pub(crate) struct Bench {
    pub(crate) services: Services,
    pub(crate) store: Store,
    pub(crate) clock: Clock,
    pub(crate) database: Database,
    pub(crate) folder: Folder,
}

/// Monday noon in Almaty's zone, five days before the event of [`facts`].
pub(crate) fn now() -> DateTime<Utc> {
    "2026-11-30T07:00:00Z".parse().unwrap()
}

/// Start of the event of [`facts`]: Saturday 18:30 local time.
pub(crate) fn start() -> DateTime<Utc> {
    "2026-12-05T13:30:00Z".parse().unwrap()
}

pub(crate) fn policy() -> Policy {
    Policy {
        quiet: QuietHours { from: NaiveTime::MIN, to: NaiveTime::MIN, zone: Almaty },
        send_rate: 30,
        zone: chrono_tz::Asia::Almaty,
        offer_window: TimeDelta::hours(12),
        reminders: vec!["day@11:00".parse().unwrap(), "2h".parse().unwrap()],
        admins: vec![PersonId(ADMIN)],
        journal: None,
        export_phones: false,
        careless: false,
    }
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::with(Folder::new(), policy()).await
    }

    pub(crate) async fn with(folder: Folder, policy: Policy) -> Self {
        Self::on(Database::new(&folder).await, folder, policy).await
    }

    pub(crate) async fn on(database: Database, folder: Folder, policy: Policy) -> Self {
        let store = Store::open(database.url(), 4).await.unwrap();
        let clock = Clock::held(now());
        let services = Services::new(store.clone(), clock.clone(), Chance::seeded(11), policy).await.unwrap();
        services.enter().await.unwrap();
        Self { services, store, clock, database, folder }
    }

    /// Stores updates as intake does. On a database that others may share their people's turns are taken too.
    pub(crate) async fn receive(&self, updates: Vec<Received>) -> Vec<Received> {
        let fresh = self.services.receive(updates).await.unwrap();
        if self.store.is_shared() {
            for update in &fresh {
                assert!(self.services.take_turn(PersonId(update.person_id)).await.unwrap());
            }
        }
        fresh
    }

    /// The same database by the same clock under another policy.
    pub(crate) async fn under(&self, policy: Policy) -> Services {
        Services::new(self.store.clone(), self.clock.clone(), Chance::seeded(12), policy).await.unwrap()
    }

    /// A published event with so many seats.
    pub(crate) async fn event(&self, capacity: Option<u32>) -> EventId {
        let next = self.number("SELECT count(*) FROM events").await;
        self.publish(&EventFacts { capacity, ..facts(&format!("E-{next}")) }).await
    }

    pub(crate) async fn publish(&self, facts: &EventFacts) -> EventId {
        self.services.import(std::slice::from_ref(facts), true, false).await.unwrap().unwrap();
        self.id_of(&facts.external_id).await
    }

    pub(crate) async fn id_of(&self, external_id: &str) -> EventId {
        let mut conn = self.store.read().await.unwrap();
        store::events::find_by_external_id(&mut conn, external_id).await.unwrap().unwrap().id
    }

    pub(crate) async fn set_status(&self, event: EventId, status: EventStatus) {
        let mut tx = self.store.begin().await.unwrap();
        store::events::set_status(&mut tx, event, status).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// What joining answers.
    pub(crate) async fn try_join(&self, person: i64, event: EventId, size: u32) -> Joined {
        self.services.join(&by(person), &wish(event, size)).await.unwrap()
    }

    /// Joins and gives the registration, seated or waiting.
    pub(crate) async fn join(&self, person: i64, event: EventId, size: u32) -> Registration {
        match self.try_join(person, event, size).await {
            Joined::Seated(registration) | Joined::Waiting(registration, _) => registration,
            other => panic!("{other:?}"),
        }
    }

    /// The registration as it stands now.
    pub(crate) async fn again(&self, registration: &Registration) -> Registration {
        let mut conn = self.store.read().await.unwrap();
        store::registrations::lookup(&mut conn, registration.id).await.unwrap().unwrap()
    }

    pub(crate) async fn standing(&self, registration: &Registration) -> Standing {
        self.again(registration).await.standing
    }

    /// Notices in the outbox, in order: kind, person, state.
    pub(crate) async fn notices(&self) -> Vec<(String, i64, String)> {
        let mut conn = self.store.read().await.unwrap();
        conn.sql("SELECT kind, person_id, state FROM outbox ORDER BY id").all().await.unwrap()
    }

    /// People who have a notice of this kind, in order.
    pub(crate) async fn told(&self, kind: &str) -> Vec<i64> {
        let notices = self.notices().await;
        notices.into_iter().filter(|notice| notice.0 == kind).map(|notice| notice.1).collect()
    }

    /// The notices of this kind themselves.
    pub(crate) async fn bodies(&self, kind: &str) -> Vec<Notice> {
        let mut conn = self.store.read().await.unwrap();
        let texts: Vec<String> = conn
            .sql("SELECT notice FROM outbox WHERE kind = $1 ORDER BY id")
            .bind(kind)
            .values()
            .await
            .unwrap();
        texts.iter().map(|text| serde_json::from_str(text).unwrap()).collect()
    }

    /// A single number.
    pub(crate) async fn number(&self, sql: &'static str) -> i64 {
        self.store.read().await.unwrap().sql(sql).value().await.unwrap()
    }

    /// Changes the database behind the back of the use cases.
    pub(crate) async fn tamper(&self, sql: &'static str) {
        let mut tx = self.store.begin().await.unwrap();
        tx.sql(sql).run().await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Somebody acting without an update.
pub(crate) fn by(person: i64) -> Actor {
    Actor::unprompted(PersonId(person))
}

/// Somebody acting because of an update.
pub(crate) fn because(person: i64, update: i64) -> Actor {
    Actor::new(PersonId(person), UpdateId(update))
}

pub(crate) fn received(id: i64, person: i64) -> Received {
    Received { id, person_id: person, body: format!("{{\"update_id\":{id}}}") }
}

pub(crate) fn party(size: u32) -> Party {
    Party::new(size).unwrap()
}

pub(crate) fn details() -> Details {
    Details {
        name: Name::parse("Айгүл Серікқызы").unwrap(),
        phone: Phone::parse("77012345678").ok(),
        district: Some(District::Esil),
    }
}

pub(crate) fn wish(event: EventId, size: u32) -> SignUp {
    SignUp { event, details: details(), party: party(size), consent: 1 }
}

/// A city event in [`Bench`]'s near future, 90 minutes, 30 seats.
pub(crate) fn facts(external_id: &str) -> EventFacts {
    EventFacts {
        external_id: external_id.into(),
        level: Level::City,
        district: None,
        title: Texts { kk: Some("Ашық дәріс".into()), ..Texts::default() },
        description: Texts::default(),
        local_start: "2026-12-05T18:30:00".parse().unwrap(),
        duration_min: 90,
        venue: "Кітапхана".into(),
        address: "Достық, 11".into(),
        point: None,
        capacity: Some(30),
        expected: None,
        languages: vec![Language::Kk],
        organisation: "Ғалымдар кеңесі".into(),
        phone_required: true,
        companions: 4,
        opens_at: None,
        closes_at: None,
    }
}
