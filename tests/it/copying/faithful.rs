//! That a copy holds what the original holds, on whichever engines, and that a difference does not go unseen.

use super::*;

/// What must stand at the end of a way through both engines, asked in words that both understand.
async fn assert_awkward(url: &str) {
    let store = Store::open(url, 2).await.unwrap();
    let mut conn = store.read().await.unwrap();
    let name: String = conn.sql("SELECT name FROM people WHERE id = 2").value().await.unwrap();
    assert_eq!(name, awkward::WORDS);
    let born: chrono::DateTime<chrono::Utc> =
        conn.sql("SELECT consent_at FROM people WHERE id = 0").value().await.unwrap();
    assert_eq!(born.to_string(), "1969-12-31 23:59:59.999999 UTC");
    let local: chrono::NaiveDateTime =
        conn.sql("SELECT local_start FROM events WHERE id = 1").value().await.unwrap();
    assert_eq!(local.to_string(), "2026-12-05 18:30:00.000001");
    let (a, b): (f64, f64) =
        conn.sql("SELECT latitude, longitude FROM events WHERE id = 7").one().await.unwrap();
    assert_eq!((a.to_bits(), b.to_bits()), ((0.1_f64 + 0.2).to_bits(), f64::MAX.to_bits()));
    let asked: bool = conn.sql("SELECT phone_required FROM events WHERE id = 3").value().await.unwrap();
    assert!(asked);
    let wanted = store::events::Wanted {
        matching: store::events::Wanted::words("домб"),
        ..store::events::Wanted::all()
    };
    assert_eq!(store::events::count(&mut conn, &wanted).await.unwrap(), 4, "the search finds them");
    drop(conn);
    store.close().await;
}

/// New rows must get numbers that no row of the original ever had.
async fn assert_numbers_go_on(url: &str) {
    let store = Store::open(url, 2).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    let insert = "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, created_at)
        SELECT 99, 'ticket', 'new', '{}', 0, due, due FROM outbox WHERE id = 1 RETURNING id";
    let notice: i64 = tx.sql(insert).value().await.unwrap();
    assert_eq!(notice, 4, "the third was forgotten, but was given");
    let replica = store::replicas::add(&mut tx).await.unwrap();
    assert_eq!(replica, 42, "a notice was on its way from process 41");
    assert_eq!(store::outbox::recover(&mut tx, chrono::DateTime::UNIX_EPOCH, false).await.unwrap(), 1);
    let event = store::events::lookup(&mut tx, qatys::domain::EventId(7)).await.unwrap().unwrap();
    let mut facts = event.facts;
    facts.external_id = "new".into();
    let id = store::events::add(&mut tx, "new", &facts, event.starts_at).await.unwrap();
    assert_eq!(id.0, 8);
    tx.rollback().await;
    store.close().await;
}

#[tokio::test]
async fn from_file_to_file_nothing_is_lost() {
    let folder = Folder::new();
    let (from, to) = (awkward_file(&folder).await, file(&folder, "target.db"));
    copy(&from, &to).await;
    assert_eq!(differing(&compare(&from, &to).await), [""; 0]);
    assert_awkward(&to).await;
    assert_numbers_go_on(&to).await;
    let mut conn = Source::open(&to, Manner::Beside).await.unwrap();
    let journal: String = conn.sql("PRAGMA journal_mode").value().await.unwrap();
    assert_eq!(journal, "wal");
}

#[tokio::test]
async fn through_two_servers_and_back_to_a_file_nothing_is_lost() {
    let (Some(one), Some(two)) = (Database::beside().await, Database::beside().await) else { return };
    let folder = Folder::new();
    let (from, to) = (awkward_file(&folder).await, file(&folder, "target.db"));
    copy(&from, one.url()).await;
    assert_awkward(one.url()).await;
    copy(one.url(), two.url()).await;
    copy(two.url(), &to).await;
    assert_awkward(&to).await;
    for url in [one.url(), two.url(), &to] {
        assert_eq!(differing(&compare(&from, url).await), [""; 0], "{url}");
        assert_numbers_go_on(url).await;
        let store = Store::open(url, 2).await.unwrap();
        store.verify().await.unwrap();
        store.close().await;
    }
}

#[tokio::test]
async fn digits_finer_than_a_microsecond_are_cut_and_nothing_else() {
    let folder = Folder::new();
    let from = awkward_file(&folder).await;
    let store = Store::open(&from, 2).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    tx.sql("UPDATE people SET created_at = '1969-07-20T20:17:40.123456789+00:00' WHERE id = 1")
        .run()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    let scratch = Database::beside().await;
    let targets = [Some(file(&folder, "target.db")), scratch.as_ref().map(|server| server.url().to_owned())];
    for to in targets.into_iter().flatten() {
        copy(&from, &to).await;
        let mut conn = Source::open(&to, Manner::Beside).await.unwrap();
        let at: chrono::DateTime<chrono::Utc> =
            conn.sql("SELECT created_at FROM people WHERE id = 1").value().await.unwrap();
        assert_eq!(at.to_string(), "1969-07-20 20:17:40.123456 UTC");
    }
}

#[tokio::test]
async fn every_difference_is_found() {
    let folder = Folder::new();
    let from = awkward_file(&folder).await;
    let scratch = Database::beside().await;
    for to in [Some(file(&folder, "target.db")), scratch.as_ref().map(|server| server.url().to_owned())]
        .into_iter()
        .flatten()
    {
        let mut source = Source::open(&from, Manner::Alone).await.unwrap();
        let mut target = Target::open(&to, &mut source).await.unwrap();
        copying::fill(&mut source, &mut target, &mut |_, _| {}).await.unwrap();
        for (tampering, table) in [
            ("UPDATE people SET phone = NULL WHERE id = 1", "people"),
            ("UPDATE people SET name = replace(name, 'Ә', 'ә') WHERE id = 2500", "people"),
            ("DELETE FROM erasures WHERE fingerprint = 'a0'", "erasures"),
            ("UPDATE events SET longitude = 71.449075 WHERE id = 1", "events"),
            ("UPDATE occasions SET fired_at = due WHERE occasion = 'ә1499'", "occasions"),
            ("UPDATE registrations SET code = 'C5' WHERE id = 4", "registrations"),
            ("UPDATE event_search SET words = 'кала' WHERE words = 'кала домбыра 2'", "event_search"),
            ("INSERT INTO settings (name, value) VALUES ('', '')", "settings"),
        ] {
            target.sql("SAVEPOINT before").run().await.unwrap();
            assert_eq!(target.sql(tampering).run().await.unwrap(), 1, "{tampering}");
            let compared = copying::compare(&mut source, &mut target).await.unwrap();
            assert_eq!(differing(&compared), [table], "{tampering}");
            target.sql("ROLLBACK TO before").run().await.unwrap();
        }
        let compared = copying::compare(&mut source, &mut target).await.unwrap();
        assert_eq!(differing(&compared), [""; 0], "nothing is left of the tampering");
        target.discard().await.unwrap();
    }
}

#[tokio::test]
async fn a_value_out_of_its_place_is_another_value() {
    let folder = Folder::new();
    let (from, to) = (awkward_file(&folder).await, file(&folder, "target.db"));
    copy(&from, &to).await;
    let store = Store::open(&to, 2).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    // The same bytes in a row, parted elsewhere.
    tx.sql("UPDATE settings SET name = 'ticket-keyy', value = substr(value, 2) WHERE name = 'ticket-key'")
        .run()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    assert_eq!(differing(&compare(&from, &to).await), ["settings"]);
}
