//! Statements on the inbox: stored once, open in order, dead with a reason, swept when done.

use super::*;
use crate::services::received;
use qatys::{
    domain::UpdateId,
    store::inbox::{self, Received},
};

#[tokio::test]
async fn updates_are_stored_once_in_batches_of_any_size() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    assert!(inbox::add(&mut tx, &[], now()).await.unwrap().is_empty());
    let many: Vec<_> = (-150..=150).map(|id| received(id, -id)).collect();
    assert_eq!(inbox::add(&mut tx, &many, now()).await.unwrap().len(), 301);
    let odd = Received { body: "{\"text\":\"Сәлем \\u0000 😀 'x'\"}".into(), ..received(1_000, 7) };
    let again = [many[0].clone(), odd.clone(), odd.clone()];
    let added = inbox::add(&mut tx, &again, now()).await.unwrap();
    assert_eq!(added.into_iter().collect::<Vec<_>>(), [1_000]);
    assert_eq!(inbox::count(&mut tx).await.unwrap(), (302, 0));
    assert_eq!(inbox::list_open(&mut tx, None, 2).await.unwrap(), many[..2]);
    assert_eq!(inbox::list_open(&mut tx, Some(149), 9).await.unwrap(), [many[300].clone(), odd.clone()]);
    assert_eq!(inbox::list_open_of(&mut tx, PersonId(7), UpdateId(i64::MIN), 9).await.unwrap().len(), 2);
    assert_eq!(inbox::list_open_of(&mut tx, PersonId(7), UpdateId(-7), 9).await.unwrap(), [odd]);
    assert_eq!(
        inbox::list_open_of(&mut tx, PersonId(7), UpdateId(i64::MIN), 1).await.unwrap(),
        [received(-7, 7)]
    );
    tx.rollback().await;
}

#[tokio::test]
async fn what_is_done_or_dead_is_open_no_more_and_is_forgotten_in_time() {
    let bench = Bench::new().await;
    bench.receive((1..=3).map(|id| received(id, 1)).collect()).await;
    let tx = bench
        .store
        .begin_doing(UpdateId(1), Some(1))
        .await
        .unwrap()
        .expect("it is open, and the turn is ours");
    tx.rollback().await;
    let tx = bench.store.begin_doing(UpdateId(1), Some(1)).await.unwrap().expect("it was not done");
    tx.commit().await.unwrap();
    assert!(bench.store.begin_doing(UpdateId(1), Some(1)).await.unwrap().is_none(), "it is done");
    assert!(bench.store.begin_doing(UpdateId(404), Some(1)).await.unwrap().is_none());
    let mut tx = bench.store.begin().await.unwrap();
    assert_eq!(inbox::add_attempt(&mut tx, UpdateId(2)).await.unwrap(), 1);
    assert_eq!(inbox::add_attempt(&mut tx, UpdateId(2)).await.unwrap(), 2);
    assert_eq!(inbox::add_attempt(&mut tx, UpdateId(404)).await.unwrap(), u32::MAX);
    inbox::set_dead(&mut tx, UpdateId(2), "қате: 'x'").await.unwrap();
    inbox::set_dead(&mut tx, UpdateId(1), "done before").await.unwrap();
    assert_eq!(inbox::count(&mut tx).await.unwrap(), (1, 1));
    let rows: Vec<(i64, String, Option<String>, Option<String>)> =
        tx.sql("SELECT update_id, state, body, fault FROM inbox ORDER BY update_id").all().await.unwrap();
    let row = |id: i64, state: &str, body: bool, fault: Option<&str>| {
        (id, state.to_owned(), body.then(|| received(id, 1).body), fault.map(str::to_owned))
    };
    let open = row(3, "new", true, None);
    assert_eq!(rows, [row(1, "done", false, None), row(2, "dead", true, Some("қате: 'x'")), open.clone()]);
    assert_eq!(inbox::sweep(&mut tx, now()).await.unwrap(), 0);
    assert_eq!(inbox::sweep(&mut tx, minutes(1)).await.unwrap(), 1);
    let rows: Vec<(i64, String, Option<String>, Option<String>)> =
        tx.sql("SELECT update_id, state, body, fault FROM inbox ORDER BY update_id").all().await.unwrap();
    assert_eq!(rows, [row(2, "dead", false, Some("қате: 'x'")), open]);
    tx.rollback().await;
}
