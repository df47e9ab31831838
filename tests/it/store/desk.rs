//! Statements on events as those who run them see them: shelves, extras, and what takes up a place.

use super::*;
use qatys::{
    domain::{Scope, Shelf},
    store::desk,
};

async fn on(tx: &mut Tx, worker: Option<i64>, shelf: Shelf) -> Vec<EventId> {
    let worker = worker.map(PersonId);
    let found = desk::list(tx, worker, shelf, start(), 9, 0).await.unwrap();
    assert_eq!(desk::count(tx, worker, shelf, start()).await.unwrap() as usize, found.len());
    found.into_iter().map(|(line, _)| line.id).collect()
}

#[tokio::test]
async fn every_event_is_on_one_shelf() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let mut events = Vec::new();
    for (key, hours) in [("later", 5), ("soon", 1), ("past", -5), ("gone", 2), ("over", -9), ("draft", 3)] {
        events.push(event(&mut tx, key, hours).await);
    }
    let [later, soon, past, gone, over, draft] = events[..] else { panic!() };
    store::events::set_status(&mut tx, gone, EventStatus::Cancelled).await.unwrap();
    store::events::set_status(&mut tx, over, EventStatus::Finished).await.unwrap();
    store::events::set_status(&mut tx, draft, EventStatus::Draft).await.unwrap();
    assert_eq!(on(&mut tx, None, Shelf::Drafts).await, [draft]);
    assert_eq!(on(&mut tx, None, Shelf::Coming).await, [soon, later]);
    assert_eq!(on(&mut tx, None, Shelf::Past).await, [gone, past, over]);
    desk::set_archived(&mut tx, past, Some(now())).await.unwrap();
    assert!(desk::is_archived(&mut tx, past).await.unwrap());
    assert_eq!(on(&mut tx, None, Shelf::Archived).await, [past]);
    assert_eq!(on(&mut tx, None, Shelf::Past).await, [gone, over]);
    desk::set_archived(&mut tx, past, None).await.unwrap();
    assert!(!desk::is_archived(&mut tx, past).await.unwrap());
    assert_eq!(desk::list(&mut tx, None, Shelf::Past, start(), 1, 1).await.unwrap()[0].0.id, past);
    assert_eq!(on(&mut tx, Some(5), Shelf::Coming).await, []);
    store::scopes::add(&mut tx, PersonId(6), &Scope::default(), now()).await.unwrap();
    assert_eq!(on(&mut tx, Some(6), Shelf::Coming).await, [soon, later]);
    tx.rollback().await;
}

#[tokio::test]
async fn what_is_taken_up_is_listed_by_local_time() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let one = event(&mut tx, "one", 0).await;
    let gone = event(&mut tx, "gone", 0).await;
    store::events::set_status(&mut tx, gone, EventStatus::Cancelled).await.unwrap();
    let speakers = ["Әлия Серік".to_owned(), "Бек".to_owned()];
    desk::set_extras(&mut tx, one, &speakers, Some("photo")).await.unwrap();
    let known = store::events::lookup(&mut tx, one).await.unwrap().unwrap();
    assert_eq!((&known.speakers[..], known.photo.as_deref()), (&speakers[..], Some("photo")));
    let at = known.facts.local_start;
    let booked = desk::list_booked(&mut tx, at, at + TimeDelta::minutes(1), None).await.unwrap();
    let [(line, booked)] = &booked[..] else { panic!("{booked:?}") };
    assert_eq!((line.id, booked.start, &booked.venue), (one, at, &known.facts.venue));
    assert_eq!((booked.minutes, &booked.speakers[..]), (known.facts.duration_min, &speakers[..]));
    for (from, to, but) in [(1, 2, None), (-1, 0, None), (0, 1, Some(one))] {
        let (from, to) = (at + TimeDelta::minutes(from), at + TimeDelta::minutes(to));
        assert_eq!(desk::list_booked(&mut tx, from, to, but).await.unwrap(), []);
    }
    desk::set_extras(&mut tx, one, &[], None).await.unwrap();
    assert_eq!(store::events::lookup(&mut tx, one).await.unwrap().unwrap().speakers, [""; 0]);
    tx.rollback().await;
}
