//! What `qatys check` asks a database about itself, on a file and on a server.

use super::*;

#[tokio::test]
async fn what_must_never_be_is_found_on_either_engine() {
    let folder = Folder::new();
    let scratch = Database::beside().await;
    let from = awkward_file(&folder).await;
    let server = scratch.as_ref().map(|server| server.url().to_owned());
    if let Some(to) = &server {
        copy(&from, to).await;
    }
    for url in [Some(from.clone()), server].into_iter().flatten() {
        let store = Store::open(&url, 2).await.unwrap();
        let sound = store.verify().await.unwrap();
        assert!(
            sound.ends_with("all migrations are applied, seats, registrations and arrivals agree"),
            "{sound}"
        );
        assert_eq!(sound.starts_with("PostgreSQL "), url.starts_with("postgres"), "{sound}");
        for (breaking, words, mending) in [
            (
                "UPDATE registrations SET party = 2 WHERE id = 1",
                "1 events hold more people than seats",
                "UPDATE registrations SET party = 1 WHERE id = 1",
            ),
            (
                "UPDATE arrivals SET event_id = 2",
                "1 arrivals without registration",
                "UPDATE arrivals SET event_id = 1",
            ),
            (
                "UPDATE _sqlx_migrations SET success = false",
                "migration 1 was not finished",
                "UPDATE _sqlx_migrations SET success = true",
            ),
        ] {
            for (statement, damage) in [(breaking, Some(words)), (mending, None)] {
                let mut tx = store.begin().await.unwrap();
                tx.sql(statement).run().await.unwrap();
                tx.commit().await.unwrap();
                let fault = store.verify().await.err().map(|fault| fault.to_string());
                let expected = damage.map(|words| format!("database is damaged: {words}"));
                assert_eq!(fault, expected, "{statement}");
            }
        }
        // The index that forbids it must go first.
        let mut tx = store.begin().await.unwrap();
        tx.sql("DROP INDEX registrations_one_standing").run().await.unwrap();
        tx.sql("UPDATE registrations SET person_id = -5 WHERE id = 2").run().await.unwrap();
        tx.commit().await.unwrap();
        let fault = store.verify().await.unwrap_err().to_string();
        assert!(fault.ends_with("1 times somebody is registered twice at an event"), "{fault}");
        store.close().await;
    }
}

#[tokio::test]
async fn a_server_without_tables_is_fine_and_says_so() {
    let Some(scratch) = Database::beside().await else { return };
    let store = Store::open_beside(scratch.url()).await.unwrap();
    let sound = store.verify().await.unwrap();
    assert!(sound.ends_with("its tables will be made at the first start"), "{sound}");
    store.close().await;
}
