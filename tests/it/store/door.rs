//! Statements on arrivals: once in force, taken back as a trace, latest first, counted.

use super::*;
use qatys::{
    domain::{ArrivalId, Found, Guest},
    store::{arrivals, people},
};

#[tokio::test]
async fn an_arrival_is_in_force_once_and_again_after_it_was_taken_back() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    people::set_details(&mut tx, PersonId(1), &details(), 1, now()).await.unwrap();
    let registration = sign_up(&mut tx, event, 1, 3, Standing::Seated).await;
    let guest = Guest { registration, event, name: Some(details().name), party: party(3) };
    let by = PersonId(-5);
    assert!(arrivals::find(&mut tx, registration).await.unwrap().is_none());
    let add = async |tx: &mut Tx, at| arrivals::add(tx, &guest, party(2), by, Found::Code, at).await.unwrap();
    let id = add(&mut tx, minutes(1)).await.unwrap();
    assert_eq!(add(&mut tx, minutes(2)).await, None, "they are there already");
    let arrival = arrivals::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((&arrival.guest, arrival.came, arrival.at, arrival.by), (&guest, party(2), minutes(1), by));
    arrivals::set_party(&mut tx, id, party(3)).await.unwrap();
    assert_eq!(arrivals::find(&mut tx, registration).await.unwrap().unwrap().came, party(3));
    arrivals::undo(&mut tx, id, PersonId(6), minutes(3)).await.unwrap();
    assert!(arrivals::lookup(&mut tx, id).await.unwrap().is_none());
    assert!(arrivals::find(&mut tx, registration).await.unwrap().is_none());
    let second = add(&mut tx, minutes(4)).await.unwrap();
    assert!(second > id);
    let trace = "SELECT count(*) FROM arrivals WHERE undone_by = 6 AND undone_at IS NOT NULL";
    assert_eq!(tx.sql(trace).count().await.unwrap(), 1);
    assert!(arrivals::lookup(&mut tx, ArrivalId(404)).await.unwrap().is_none());
    tx.rollback().await;
}

#[tokio::test]
async fn a_door_counts_seats_and_arrivals_and_lists_the_latest() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, elsewhere) = (event(&mut tx, "here", 0).await, event(&mut tx, "there", 0).await);
    let none = arrivals::count(&mut tx, here).await.unwrap();
    assert_eq!((none.registrations, none.people, none.arrived, none.people_arrived), (0, 0, 0, 0));
    // Two at the same instant: the later row first. Nobody has a name here.
    for (person, at) in [(1, 5), (2, 9), (3, 9), (4, 1)] {
        let registration = sign_up(&mut tx, here, person, 2, Standing::Seated).await;
        let guest = Guest { registration, event: here, name: None, party: party(2) };
        arrivals::add(&mut tx, &guest, party(1), PersonId(9), Found::Name, minutes(at)).await.unwrap();
    }
    sign_up(&mut tx, here, 5, 5, Standing::Seated).await;
    sign_up(&mut tx, here, 6, 5, Standing::Waiting).await;
    sign_up(&mut tx, elsewhere, 7, 5, Standing::Seated).await;
    let last = arrivals::list_last(&mut tx, here, 3).await.unwrap();
    let who: Vec<_> = last.iter().map(|arrival| arrival.guest.registration).collect();
    let mut expected = Vec::new();
    for person in [3, 2, 1] {
        let found = store::registrations::find(&mut tx, here, PersonId(person)).await.unwrap();
        expected.push(found.unwrap().id);
    }
    assert_eq!(who, expected);
    assert!(last.iter().all(|arrival| arrival.guest.name.is_none()));
    let counts = arrivals::count(&mut tx, here).await.unwrap();
    assert_eq!((counts.registrations, counts.people), (5, 13));
    assert_eq!((counts.arrived, counts.people_arrived), (4, 4));
    tx.rollback().await;
}
