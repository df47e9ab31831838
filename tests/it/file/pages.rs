//! The file itself: durability, copies under load, damage. What is stored is no matter.

use super::*;
use crate::services::wish;
use qatys::{domain::Joined, store};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicU32, Ordering as Order},
};

#[tokio::test]
async fn commits_survive_a_power_cut_by_the_settings_in_force() {
    let bench = Bench::on_file().await;
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
    let bench = Bench::on_file().await;
    let mut conn = bench.store.read().await.unwrap();
    assert!(conn.sql("DELETE FROM people").run().await.is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_under_load_is_whole() {
    let bench = Bench::on_file().await;
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
    let beside = Store::open_beside(bench.database.url()).await.unwrap();
    assert!(beside.copy_to(&bench.folder.file("copy-0.db")).await.is_err(), "a copy is not overwritten");
}

#[tokio::test]
async fn damage_is_found() {
    let bench = Bench::on_file().await;
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
    let outcome = match Store::open(bench.database.url(), 4).await {
        Ok(store) => store.verify().await,
        Err(fault) => Err(fault),
    };
    assert!(outcome.is_err(), "three pages are overwritten");
}
