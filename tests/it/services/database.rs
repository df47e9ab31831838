//! The database as a whole: opened anew, of a newer release, of no engine of ours. What only a file can do is in `file`.

use super::*;

#[tokio::test]
async fn what_is_opened_again_has_the_same_tables() {
    let bench = Bench::new().await;
    let tables = "SELECT (SELECT count(*) FROM people) + (SELECT count(*) FROM dialogues) + (SELECT count(*) FROM events)
        + (SELECT count(*) FROM registrations) + (SELECT count(*) FROM arrivals) + (SELECT count(*) FROM occasions)
        + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM inbox) + (SELECT count(*) FROM erasures)
        + (SELECT count(*) FROM event_search)";
    assert_eq!(bench.number(tables).await, 0);
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    let rows = bench.number(tables).await;
    assert!(rows > 0);
    bench.store.close().await;
    let store = Store::open(bench.database.url(), 4).await.unwrap();
    let again: i64 = store.read().await.unwrap().sql(tables).value().await.unwrap();
    assert_eq!(again, rows);
    store.verify().await.unwrap();
}

#[tokio::test]
async fn a_database_of_a_newer_release_is_refused() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    tx.either(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (99991231235959, 'of tomorrow', 1, x'00', 0)",
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (99991231235959, 'of tomorrow', true, '\\x00', 0)",
    )
    .run()
    .await
    .unwrap();
    tx.commit().await.unwrap();
    bench.store.close().await;
    let refusal = Store::open(bench.database.url(), 4).await.err().map(|fault| fault.to_string());
    assert!(refusal.as_ref().is_some_and(|text| text.starts_with("database schema: ")), "{refusal:?}");
}

#[tokio::test]
async fn only_our_engines_are_opened() {
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
    let claimed = bench.services.claim_notices(&[1, 0, 0, 0, 0]).await.unwrap();
    let secret = |brief: Option<qatys::service::Brief>| match brief.unwrap().subject {
        qatys::service::Subject::Registration { ticket, .. } => ticket,
        _ => unreachable!("a ticket is about a registration"),
    };
    let before = secret(bench.services.brief(&claimed[0]).await.unwrap());
    bench.store.close().await;
    let store = Store::open(bench.database.url(), 4).await.unwrap();
    // Other chance: a key drawn anew would differ.
    let services = Services::new(store, bench.clock.clone(), Chance::seeded(777), policy()).await.unwrap();
    let admission = services.scan(&by(ADMIN), &before, Some(event)).await.unwrap();
    assert!(matches!(admission, qatys::domain::Admission::Arrived(a) if a.guest.registration == one.id));
}
