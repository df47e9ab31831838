//! What a file still holds of a person who was erased: not a byte, and nothing once an older copy is restored.

use super::*;
use crate::services::{
    because, policy,
    privacy::{PERSON, canary},
    received,
};
use chrono::TimeDelta;
use qatys::{
    clock::Chance,
    domain::PersonId,
    service::{Policy, Services},
};

/// What is told of a person, in the bytes of the database and of the log beside it.
fn traces(bench: &Bench) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for file in ["qatys.db", "qatys.db-wal"] {
        let Ok(bytes) = std::fs::read(bench.folder.file(file)) else { continue };
        for needle in ["Құпияхан", "Қанарейқызы", "77001234567", "70007007", "canary-in-dialogue"]
        {
            if bytes.windows(needle.len()).any(|window| window == needle.as_bytes()) {
                found.push((file, needle));
            }
        }
        if file == "qatys.db" && bytes.windows(4).any(|window| window == (PERSON as u32).to_be_bytes()) {
            found.push((file, "the number as SQLite stores it"));
        }
    }
    found
}

#[tokio::test]
async fn nothing_is_left_in_the_files_after_an_erasure() {
    let bench = Bench::on_file().await;
    let event = bench.event(Some(2)).await;
    let services = &bench.services;
    services.receive((1..=4).map(|n| received(n, PERSON)).collect()).await.unwrap();
    services.meet(PersonId(PERSON), None).await.unwrap();
    services.remember(&because(PERSON, 1), "\"canary-in-dialogue\"").await.unwrap();
    services.join(&because(PERSON, 2), &canary(event, 2)).await.unwrap();
    services.remember(&because(PERSON, 3), "\"canary-in-dialogue\"").await.unwrap();
    // Read back, changed and moved about, so that pages have held it in more than one place.
    for n in 0..50 {
        bench.join(n + 1, event, 1).await;
    }
    assert!(traces(&bench).len() >= 4, "the search for traces finds what is there: {:?}", traces(&bench));
    services.erase(&because(PERSON, 4)).await.unwrap();
    let mut left = traces(&bench);
    // Telegram's number of the person stands for two days on the very update that asked for this, to know it again.
    left.retain(|(_, what)| *what != "the number as SQLite stores it");
    assert!(left.is_empty(), "{left:?}");
    let owned = "SELECT (SELECT count(*) FROM people WHERE id = 70007007)
        + (SELECT count(*) FROM dialogues WHERE person_id = 70007007)
        + (SELECT count(*) FROM outbox WHERE person_id = 70007007)
        + (SELECT count(*) FROM registrations WHERE person_id = 70007007)";
    assert_eq!(bench.number(owned).await, 0);
    assert_eq!(bench.number("SELECT count(body) FROM inbox WHERE person_id = 70007007").await, 0);
    bench.clock.advance(TimeDelta::hours(49));
    services.sweep().await.unwrap();
    bench.store.truncate_log().await.unwrap();
    assert!(traces(&bench).is_empty(), "{:?}", traces(&bench));
}

/// A bench with a journal beside its database.
async fn journalled() -> Bench {
    let folder = Folder::new();
    let journal = Some(folder.file("erasures"));
    let policy = Policy { journal, ..policy() };
    Bench::on(Database::file(&folder), folder, policy).await
}

impl Bench {
    /// Goes back to a copy of the database, with the same journal.
    async fn restored(&self, backup: &str) -> (Services, Store) {
        let journal = Some(self.folder.file("erasures"));
        let store = Store::open(&self.folder.url(backup), 4).await.unwrap();
        let policy = Policy { journal, ..policy() };
        let services =
            Services::new(store.clone(), self.clock.clone(), Chance::seeded(5), policy).await.unwrap();
        (services, store)
    }
}

#[tokio::test]
async fn an_erasure_is_repeated_after_an_older_backup_is_restored() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    bench.join(2, event, 1).await;
    bench.copy("older.db").await;
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.erase(&by(PERSON)).await.unwrap();
    let (services, store) = bench.restored("older.db").await;
    assert!(services.personal_data(PersonId(PERSON)).await.unwrap().is_some(), "the backup had them");
    assert_eq!(services.repeat_erasures().await.unwrap(), 1);
    assert!(services.personal_data(PersonId(PERSON)).await.unwrap().is_none());
    assert!(services.personal_data(PersonId(2)).await.unwrap().is_some(), "nobody else is");
    assert_eq!(services.repeat_erasures().await.unwrap(), 0);
    store.close().await;
    let journal = std::fs::read_to_string(bench.folder.file("erasures")).unwrap();
    assert!(!journal.contains("70007007"), "the journal names nobody");
}

#[tokio::test]
async fn whoever_was_erased_twice_is_erased_after_a_backup_from_between() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    for copy in [None, Some("between.db")] {
        bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
        if let Some(copy) = copy {
            bench.copy(copy).await;
        }
        bench.clock.advance(TimeDelta::hours(1));
        bench.services.erase(&by(PERSON)).await.unwrap();
        bench.clock.advance(TimeDelta::hours(1));
    }
    let (services, store) = bench.restored("between.db").await;
    assert_eq!(services.repeat_erasures().await.unwrap(), 1);
    assert!(services.personal_data(PersonId(PERSON)).await.unwrap().is_none());
    store.close().await;
}

#[tokio::test]
async fn a_torn_line_of_the_journal_is_passed_over() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    bench.copy("older.db").await;
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.erase(&by(PERSON)).await.unwrap();
    let mut journal = std::fs::read_to_string(bench.folder.file("erasures")).unwrap();
    journal.push_str("half-a-line 2026-1");
    std::fs::write(bench.folder.file("erasures"), journal).unwrap();
    let (services, store) = bench.restored("older.db").await;
    assert_eq!(services.repeat_erasures().await.unwrap(), 1);
    store.close().await;
}
