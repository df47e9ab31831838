//! Databases the benches run on: a fresh one with some large events, and a big one after months of use.

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use qatys::{
    app::sample,
    clock::{Chance, Clock},
    config::{Programme, Source},
    domain::{EventFacts, Filter, PersonId},
    service::{Policy, Services},
    store::Store,
};
use sqlx::{Connection, SqliteConnection};
use std::path::{Path, PathBuf};

/// A folder for one bench on the disk the project lies on; temporary folders are often in memory, where an fsync costs
/// nothing.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> anyhow::Result<Self> {
        let path =
            Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).with_context(|| format!("cannot write to {}", path.display()))?;
        Ok(Self(path))
    }

    /// The address of the database in it.
    pub(crate) fn database(&self) -> String {
        format!("sqlite:{}", self.0.join("bench.db").display())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The use cases on a database, and the store under them to close.
pub(crate) async fn open(database: &str) -> anyhow::Result<(Services, Store)> {
    let settings = Programme::read(&Source::environment(&|_| None))?;
    let none = chrono::NaiveTime::MIN;
    let policy = Policy {
        quiet: qatys::domain::QuietHours { from: none, to: none, zone: chrono_tz::Asia::Almaty },
        send_rate: 30,
        zone: settings.timezone,
        offer_window: settings.offer_window,
        reminders: settings.reminders,
        admins: Vec::new(),
        journal: None,
        export_phones: false,
        careless: false,
    };
    let store = Store::open(database, 4).await?;
    Ok((Services::new(store.clone(), Clock::system(), Chance::system(), policy).await?, store))
}

/// Publishes events that nobody will fill. Returns their codes for deep links.
pub(crate) async fn roomy_events(database: &str, count: usize) -> anyhow::Result<Vec<String>> {
    let (services, store) = open(database).await?;
    let mut programme = spread(&services, count);
    for event in &mut programme {
        (event.capacity, event.phone_required, event.companions) = (Some(100_000), true, 4);
    }
    publish(&services, &programme).await?;
    let mut codes = Vec::with_capacity(count);
    let pages = services.events(Filter::default(), 0).await?.pages();
    for page in 0..pages {
        for line in services.events(Filter::default(), page).await?.items {
            let card = services.card(PersonId(1), line.id).await?.context("an event has no card")?;
            codes.push(card.event.code);
        }
    }
    store.close().await;
    Ok(codes)
}

/// One event that begins in half an hour.
pub(crate) async fn soon(database: &str) -> anyhow::Result<()> {
    let (services, store) = open(database).await?;
    let start = services.now() + TimeDelta::minutes(30);
    let mut programme = spread(&services, 1);
    programme[0].local_start = start.with_timezone(&services.zone()).naive_local();
    (programme[0].capacity, programme[0].companions) = (None, 4);
    publish(&services, &programme).await?;
    store.close().await;
    Ok(())
}

/// 1,200 events, 233,334 people and 700,000 registrations, 1,000 to each of the first 700 events.
pub(crate) async fn months_of_use(database: &str) -> anyhow::Result<()> {
    let (services, store) = open(database).await?;
    publish(&services, &spread(&services, 1_200)).await?;
    store.close().await;
    drop((services, store));
    let mut conn = SqliteConnection::connect(database).await?;
    for statement in [
        "PRAGMA synchronous = OFF",
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 233333)
         INSERT INTO people (id, language, name, phone, consent_version, consent_at, created_at)
         SELECT 20000000 + i, 'kk', 'Айгүл Серікқызы', '+7701' || printf('%07d', i), 1, '2026-01-01T00:00:00.000+00:00',
             '2026-01-01T00:00:00.000+00:00' FROM n",
        "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 699999)
         INSERT INTO registrations (event_id, person_id, party, standing, code, created_at)
         SELECT 1 + i % 700, 20000000 + i / 3, 1 + i % 3, CASE WHEN i % 20 = 0 THEN 'waiting' ELSE 'seated' END,
             printf('%06d', i / 700), '2026-01-01T00:00:00.000+00:00' FROM n",
        "PRAGMA wal_checkpoint(TRUNCATE)",
    ] {
        sqlx::query(statement).execute(&mut conn).await?;
    }
    Ok(conn.close().await?)
}

/// So many events like those of the sample, spread over three months from the day after tomorrow.
fn spread(services: &Services, count: usize) -> Vec<EventFacts> {
    let now: DateTime<Utc> = services.now();
    let pattern = sample::programme(now, services.zone());
    let event = |number: usize| {
        let days = TimeDelta::days(2 + (number * 7 % 90) as i64);
        let start = now + days + TimeDelta::minutes((number * 13 % 480) as i64);
        EventFacts {
            external_id: format!("BENCH-{number}"),
            local_start: start.with_timezone(&services.zone()).naive_local(),
            opens_at: None,
            closes_at: None,
            ..pattern[number % pattern.len()].clone()
        }
    };
    (0..count).map(event).collect()
}

async fn publish(services: &Services, programme: &[EventFacts]) -> anyhow::Result<()> {
    let outcome = services.import(programme, true, false).await?;
    outcome.map(|_| ()).map_err(|faults| anyhow::anyhow!("{faults:?}"))
}
