//! The database file itself: durability, migrations, backups under load. What is stored is no matter.

use super::*;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering as Order},
};

#[tokio::test]
async fn commits_survive_a_power_cut_by_the_settings_in_force() {
    let bench = Bench::new().await;
    assert_eq!(bench.services.durability().await.unwrap(), "journal wal, synchronous 2", "2 is FULL");
    let mut tx = bench.store.begin().await.unwrap();
    for (pragma, expected) in [
        ("PRAGMA foreign_keys", 1_i64),
        ("PRAGMA secure_delete", 1),
        ("PRAGMA trusted_schema", 0),
        ("PRAGMA journal_size_limit", 67_108_864),
        ("PRAGMA busy_timeout", 5_000),
    ] {
        let set: i64 = tx.sql(pragma).value().await.unwrap();
        assert_eq!(set, expected, "{pragma}");
    }
    tx.rollback().await;
}

#[tokio::test]
async fn readers_cannot_write() {
    let bench = Bench::new().await;
    let mut conn = bench.store.read().await.unwrap();
    assert!(conn.sql("DELETE FROM people").run().await.is_err());
}

#[tokio::test]
async fn a_fresh_file_and_one_opened_again_have_the_same_schema() {
    let bench = Bench::new().await;
    let tables = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name IN ('people', 'dialogues', 'events',
        'registrations', 'arrivals', 'reminders', 'outbox', 'inbox', 'erasures', 'settings', 'event_search')";
    assert_eq!(bench.number(tables).await, 11);
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    let objects = bench.number("SELECT count(*) FROM sqlite_schema").await;
    bench.store.close().await;
    let store = Store::open(&bench.folder.url("qatys.db"), 4).await.unwrap();
    let again: i64 =
        store.read().await.unwrap().sql("SELECT count(*) FROM sqlite_schema").value().await.unwrap();
    assert_eq!(again, objects);
    store.verify().await.unwrap();
}

#[tokio::test]
async fn a_file_of_a_newer_release_is_refused() {
    let bench = Bench::new().await;
    bench
        .tamper(
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (99991231235959, 'of tomorrow', 1, x'00', 0)",
        )
        .await;
    bench.store.close().await;
    let refusal = Store::open(&bench.folder.url("qatys.db"), 4).await.err().map(|fault| fault.to_string());
    assert!(refusal.as_ref().is_some_and(|text| text.starts_with("database schema: ")), "{refusal:?}");
}

#[tokio::test]
async fn only_files_of_our_engine_are_opened() {
    for url in ["mysql://localhost/qatys", "", "qatys.db"] {
        let refusal = Store::open(url, 4).await.err().map(|fault| fault.to_string());
        assert_eq!(
            refusal.as_deref(),
            Some("the database address must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE"),
            "{url}"
        );
    }
}

#[tokio::test]
async fn tickets_outlive_a_restart() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    let claimed = bench.services.claim_notices(&[(qatys::domain::Lane::Interactive, 1)]).await.unwrap();
    let secret = |brief: Option<qatys::service::Brief>| match brief.unwrap().subject {
        qatys::service::Subject::Registration { ticket, .. } => ticket,
        qatys::service::Subject::Bot => unreachable!("a ticket is about a registration"),
    };
    let before = secret(bench.services.brief(&claimed[0]).await.unwrap());
    bench.store.close().await;
    let store = Store::open(&bench.folder.url("qatys.db"), 4).await.unwrap();
    // Other chance: a key drawn anew would differ.
    let services = Services::new(store, bench.clock.clone(), Chance::seeded(777), policy()).await.unwrap();
    let admission = services.scan(&by(ADMIN), &before, Some(event)).await.unwrap();
    assert!(matches!(admission, qatys::domain::Admission::Arrived(a) if a.guest.registration == one.id));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_under_load_is_whole() {
    let bench = Bench::new().await;
    let event = bench.event(Some(40)).await;
    let (done, person) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU32::new(0)));
    let mut load = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (services, done, person) = (bench.services.clone(), Arc::clone(&done), Arc::clone(&person));
        load.spawn(async move {
            while !done.load(Order::Relaxed) {
                let me = i64::from(person.fetch_add(1, Order::Relaxed)) + 1;
                match services.join(&by(me), &wish(event, 2)).await.unwrap() {
                    Joined::Seated(r) | Joined::Waiting(r, _) if me % 3 == 0 => {
                        services.leave(&by(me), r.id).await.unwrap();
                    }
                    _ => {}
                }
            }
        });
    }
    for n in 0..5 {
        // Every copy must hold more than the one before: there was load.
        let seen = person.load(Order::Relaxed);
        while person.load(Order::Relaxed) < seen + 20 {
            tokio::task::yield_now().await;
        }
        let name = format!("copy-{n}.db");
        bench.copy(&name).await;
        let copy = Store::open(&bench.folder.url(&name), 4).await.unwrap();
        copy.verify().await.unwrap();
        let mut conn = copy.read().await.unwrap();
        let taken = store::events::seats(&mut conn, event).await.unwrap().taken;
        assert!(taken <= 40, "{taken} seats taken in the copy");
        let rows: i64 = conn.sql("SELECT count(*) FROM registrations").value().await.unwrap();
        assert!(rows >= i64::from(seen).min(16), "{rows} rows after {seen} sign-ups");
        drop(conn);
        copy.close().await;
    }
    done.store(true, Order::Relaxed);
    load.join_all().await;
    let beside = Store::open_beside(&bench.folder.url("qatys.db")).await.unwrap();
    assert!(beside.copy_to(&bench.folder.file("copy-0.db")).await.is_err(), "a copy is not overwritten");
}

#[tokio::test]
async fn damage_is_found() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    for person in 1..=200 {
        bench.join(person, event, 1).await;
    }
    bench.store.close().await;
    let file = bench.folder.file("qatys.db");
    let mut bytes = std::fs::read(&file).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    for byte in &mut bytes[middle..middle + 12_288] {
        *byte = 0xA5;
    }
    std::fs::write(&file, bytes).unwrap();
    let outcome = match Store::open(&bench.folder.url("qatys.db"), 4).await {
        Ok(store) => store.verify().await,
        Err(fault) => Err(fault),
    };
    assert!(outcome.is_err(), "three pages are overwritten");
}
