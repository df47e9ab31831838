//! Several processes on one database: places, turns, posts, and claims that never meet. What only a server can do is
//! asked of a server only.

use super::*;
use crate::services::received;
use qatys::{
    domain::{Lane, Notice, UpdateId},
    store::{Post, Store, inbox, outbox, replicas},
};
use std::collections::BTreeSet;

const ALL: [u32; Lane::ALL.len()] = [5; Lane::ALL.len()];

/// A second process's connections, if this engine lets a second process in.
async fn beside(bench: &Bench) -> Option<Store> {
    if !bench.store.is_shared() {
        return None;
    }
    Some(Store::open(bench.database.url(), 4).await.unwrap())
}

async fn fill(bench: &Bench, count: i64) {
    let mut tx = bench.store.begin().await.unwrap();
    for person in 1..=count {
        let notice = Notice::Ticket { registration: RegistrationId(person) };
        outbox::add(&mut tx, PersonId(person), &notice, now(), None).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn places_are_taken_held_and_given_up() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    assert_eq!(replicas::count(&mut tx).await.unwrap(), 1, "the bench's own");
    let second = replicas::add(&mut tx).await.unwrap();
    // On a file nobody else can be there.
    let places = if bench.store.is_shared() { 2 } else { 1 };
    assert_eq!(replicas::count(&mut tx).await.unwrap(), places);
    let alive = if bench.store.is_shared() { places } else { 0 };
    assert_eq!(replicas::count_alive(&mut tx).await.unwrap(), alive, "a file's one process does not say so");
    assert!(replicas::beat(&mut tx, second).await.unwrap());
    assert!(!replicas::beat(&mut tx, 404).await.unwrap());
    assert_eq!(replicas::bury(&mut tx).await.unwrap(), 0, "all have been heard of");
    replicas::remove(&mut tx, second).await.unwrap();
    assert!(!replicas::beat(&mut tx, second).await.unwrap());
    let third = replicas::add(&mut tx).await.unwrap();
    assert!(third > second, "a number is never given twice");
    tx.rollback().await;
}

#[tokio::test]
async fn whoever_is_not_heard_of_is_buried_with_the_turns_they_held() {
    let bench = Bench::new().await;
    let Some(_) = beside(&bench).await else { return };
    let mut tx = bench.store.begin().await.unwrap();
    let other = replicas::add(&mut tx).await.unwrap();
    assert!(replicas::take_turn(&mut tx, PersonId(7), other).await.unwrap());
    assert!(!replicas::take_turn(&mut tx, PersonId(7), 1).await.unwrap());
    tx.sql("UPDATE replicas SET alive_until = now() - interval '1 second' WHERE id <> 1")
        .run()
        .await
        .unwrap();
    assert_eq!(replicas::bury(&mut tx).await.unwrap(), 1);
    assert!(!replicas::beat(&mut tx, other).await.unwrap(), "taken for dead");
    assert!(!replicas::take_turn(&mut tx, PersonId(8), other).await.unwrap(), "the dead take no turn");
    assert!(replicas::take_turn(&mut tx, PersonId(7), 1).await.unwrap());
    tx.rollback().await;
}

#[tokio::test]
async fn a_turn_is_one_replicas_at_a_time_and_without_it_nothing_is_done() {
    let bench = Bench::new().await;
    let Some(other) = beside(&bench).await else { return };
    bench.services.receive(vec![received(1, 7), received(2, 8)]).await.unwrap();
    let mut tx = bench.store.begin().await.unwrap();
    let second = replicas::add(&mut tx).await.unwrap();
    let forgotten = inbox::list_forgotten(&mut tx, minutes(1), 9).await.unwrap();
    assert_eq!(BTreeSet::from_iter(forgotten), BTreeSet::from([PersonId(7), PersonId(8)]));
    assert!(inbox::list_forgotten(&mut tx, now(), 9).await.unwrap().is_empty(), "only just received");
    tx.commit().await.unwrap();
    assert!(bench.store.begin_doing(UpdateId(1), Some(1)).await.unwrap().is_none(), "nobody has the turn");
    let mut tx = other.begin().await.unwrap();
    assert!(replicas::take_turn(&mut tx, PersonId(7), second).await.unwrap());
    assert!(replicas::take_turn(&mut tx, PersonId(7), second).await.unwrap(), "again is no matter");
    tx.commit().await.unwrap();
    let mut tx = bench.store.begin().await.unwrap();
    assert!(!replicas::take_turn(&mut tx, PersonId(7), 1).await.unwrap());
    replicas::give_turn(&mut tx, PersonId(7), 1).await.unwrap();
    assert!(!replicas::take_turn(&mut tx, PersonId(7), 1).await.unwrap(), "not ours to give");
    assert_eq!(inbox::list_forgotten(&mut tx, minutes(1), 9).await.unwrap(), [PersonId(8)]);
    tx.commit().await.unwrap();
    assert!(bench.store.begin_doing(UpdateId(1), Some(1)).await.unwrap().is_none(), "another has the turn");
    let tx = other.begin_doing(UpdateId(1), Some(second)).await.unwrap().expect("it is theirs to do");
    tx.commit().await.unwrap();
    let mut tx = other.begin().await.unwrap();
    replicas::give_turn(&mut tx, PersonId(7), second).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = bench.store.begin().await.unwrap();
    assert!(replicas::take_turn(&mut tx, PersonId(7), 1).await.unwrap());
    tx.commit().await.unwrap();
    assert!(bench.store.begin_doing(UpdateId(1), Some(1)).await.unwrap().is_none(), "it is done");
}

#[tokio::test]
async fn two_transactions_at_a_time_never_claim_the_same_notice() {
    let bench = Bench::new().await;
    let Some(other) = beside(&bench).await else { return };
    fill(&bench, 8).await;
    let (mut one, mut two) = (bench.store.begin().await.unwrap(), other.begin().await.unwrap());
    // Neither is committed when the other claims: what is being claimed is passed over, and nobody waits.
    let first = outbox::claim(&mut one, ALL, now(), 1).await.unwrap();
    let second = outbox::claim(&mut two, ALL, now(), 2).await.unwrap();
    assert_eq!((first.len(), second.len()), (5, 3));
    one.commit().await.unwrap();
    two.commit().await.unwrap();
    let claimed: BTreeSet<_> = first.iter().chain(&second).map(|claimed| claimed.person).collect();
    assert_eq!(claimed.len(), 8);
}

/// If this fails, the test above proves nothing.
#[tokio::test]
async fn without_the_lock_two_transactions_find_the_same_notices() {
    let bench = Bench::new().await;
    let Some(other) = beside(&bench).await else { return };
    fill(&bench, 8).await;
    let (mut one, mut two) = (bench.store.begin().await.unwrap(), other.begin().await.unwrap());
    let head = "SELECT id FROM outbox WHERE state = 'queued' ORDER BY due, id LIMIT 5";
    let claim = "UPDATE outbox SET state = 'sending' WHERE id = $1";
    let first: Vec<i64> = one.sql(head).values().await.unwrap();
    one.sql(claim).bind(first[0]).run().await.unwrap();
    let second: Vec<i64> = two.sql(head).values().await.unwrap();
    assert_eq!(first, second);
    one.rollback().await;
    two.rollback().await;
}

#[tokio::test]
async fn a_post_is_held_by_one_process_until_it_lets_go() {
    let bench = Bench::new().await;
    let Some(other) = beside(&bench).await else { return };
    let mut held = bench.store.take_post(Post::Scheduler).await.unwrap().expect("nobody holds it");
    assert!(held.is_ours().await);
    assert!(other.take_post(Post::Scheduler).await.unwrap().is_none());
    assert!(other.take_post(Post::Polling).await.unwrap().is_some(), "another post");
    drop(held);
    // The server learns of it in its own time.
    let mut taken = None;
    while taken.is_none() {
        taken = other.take_post(Post::Scheduler).await.unwrap();
    }
}

#[tokio::test]
async fn what_is_given_back_while_the_store_closes_holds_nobody_up() {
    let bench = Bench::new().await;
    let loan = bench.store.read().await.unwrap();
    let store = bench.store.clone();
    let closing = tokio::spawn(async move { store.close().await });
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }
    drop(loan);
    let closed = tokio::time::timeout(std::time::Duration::from_secs(10), closing).await;
    assert!(closed.is_ok(), "the store does not close");
}
