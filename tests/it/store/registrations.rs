//! Statements on registrations and planned occasions: standings, the order of the waiting list, what falls due.

use super::*;
use qatys::{
    domain::{Occasion, Planned, ReminderRule, Times},
    store::{events, occasions, registrations},
};

#[tokio::test]
async fn a_registration_goes_through_its_standings() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    let id = sign_up(&mut tx, event, -7, 2, Standing::Waiting).await;
    let fresh = again(&mut tx, id).await;
    assert_eq!((fresh.event, fresh.person, fresh.party), (event, PersonId(-7), party(2)));
    assert_eq!((fresh.standing, fresh.code.as_str(), fresh.confirmed_at), (Standing::Waiting, "P-7", None));
    let until = start() - TimeDelta::milliseconds(1);
    for standing in [Standing::Offered { until }, Standing::Seated, Standing::Waiting] {
        registrations::set_standing(&mut tx, id, standing, minutes(1)).await.unwrap();
        assert_eq!(again(&mut tx, id).await.standing, standing);
        assert_eq!(registrations::find(&mut tx, event, PersonId(-7)).await.unwrap().unwrap().id, id);
    }
    registrations::set_party(&mut tx, id, party(5)).await.unwrap();
    registrations::set_confirmed(&mut tx, id, minutes(2)).await.unwrap();
    registrations::lock(&mut tx, id).await.unwrap();
    registrations::lock(&mut tx, RegistrationId(404)).await.unwrap();
    let confirmed = again(&mut tx, id).await;
    assert_eq!((confirmed.party, confirmed.confirmed_at), (party(5), Some(minutes(2))));
    registrations::set_standing(&mut tx, id, Standing::Cancelled, minutes(3)).await.unwrap();
    assert!(registrations::find(&mut tx, event, PersonId(-7)).await.unwrap().is_none());
    assert_eq!(again(&mut tx, id).await.standing, Standing::Cancelled);
    let by_code = registrations::find_by_code(&mut tx, event, "P-7").await.unwrap();
    assert_eq!(by_code.map(|registration| registration.id), Some(id));
    assert!(registrations::find_by_code(&mut tx, event, "p-7").await.unwrap().is_none());
    assert!(registrations::lookup(&mut tx, RegistrationId(404)).await.unwrap().is_none());
    let cancelled: DateTime<Utc> =
        tx.sql("SELECT cancelled_at FROM registrations WHERE id = $1").bind(id.0).value().await.unwrap();
    assert_eq!(cancelled, minutes(3));
    tx.rollback().await;
}

#[tokio::test]
async fn a_code_that_is_taken_is_said_and_a_second_standing_is_refused() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (one, other) = (event(&mut tx, "one", 0).await, event(&mut tx, "other", 0).await);
    sign_up(&mut tx, one, 1, 1, Standing::Seated).await;
    let add = async |tx: &mut Tx, event, person, code| {
        registrations::add(tx, event, PersonId(person), party(1), Standing::Seated, code, now()).await
    };
    assert_eq!(add(&mut tx, one, 2, "P1").await.unwrap(), None, "the code is taken at this event");
    assert!(add(&mut tx, other, 2, "P1").await.unwrap().is_some());
    assert!(add(&mut tx, one, 2, "p1").await.unwrap().is_some());
    assert!(add(&mut tx, one, 1, "new").await.is_err(), "nobody stands twice");
    tx.rollback().await;
}

#[tokio::test]
async fn the_waiting_list_is_in_order_of_joining() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    sign_up(&mut tx, event, 9, 1, Standing::Seated).await;
    let mut line = Vec::new();
    for (person, size) in [(5, 2), (3, 1), (8, 4)] {
        line.push((
            sign_up(&mut tx, event, person, size, Standing::Waiting).await,
            PersonId(person),
            party(size),
        ));
    }
    assert_eq!(registrations::list_waiting(&mut tx, event, 9).await.unwrap(), line);
    assert_eq!(registrations::list_waiting(&mut tx, event, 2).await.unwrap(), line[..2]);
    for (n, (id, _, _)) in line.iter().enumerate() {
        assert_eq!(registrations::place(&mut tx, event, *id).await.unwrap() as usize, n + 1);
    }
    let standing = registrations::list_standing(&mut tx, event, RegistrationId(i64::MIN), 9).await.unwrap();
    assert_eq!(standing.iter().map(|(_, person)| person.0).collect::<Vec<_>>(), [9, 5, 3, 8]);
    let rest = registrations::list_standing(&mut tx, event, line[0].0, 1).await.unwrap();
    assert_eq!(rest, [(line[1].0, PersonId(3))]);
    for (n, until) in [(2, 10), (0, 20), (1, 30)] {
        let standing = Standing::Offered { until: minutes(until) };
        registrations::set_standing(&mut tx, line[n].0, standing, now()).await.unwrap();
    }
    let lapsed = async |tx: &mut Tx, now, limit| -> Vec<i64> {
        let lapsed = registrations::list_lapsed(tx, now, limit).await.unwrap();
        lapsed.into_iter().map(|registration| registration.person.0).collect()
    };
    assert_eq!(lapsed(&mut tx, minutes(20) - TimeDelta::milliseconds(1), 9).await, [8]);
    assert_eq!(lapsed(&mut tx, minutes(20), 9).await, [8, 5]);
    assert_eq!(lapsed(&mut tx, minutes(99), 2).await, [8, 5]);
    assert_eq!(occasions::next_due(&mut tx).await.unwrap(), Some(minutes(10)));
    tx.rollback().await;
}

#[tokio::test]
async fn a_persons_registrations_come_in_order_of_start_and_past_ones_backwards() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let mut at = Vec::new();
    for hours in [4, 1, 3, 2] {
        let event = event(&mut tx, &format!("h{hours}"), hours).await;
        at.push((hours, sign_up(&mut tx, event, 1, 1, Standing::Seated).await));
        sign_up(&mut tx, event, 2, 1, Standing::Seated).await;
    }
    let from = start() + TimeDelta::hours(3);
    let hours = async |tx: &mut Tx, past, limit, offset| -> Vec<i64> {
        let list = registrations::list_by_person(tx, PersonId(1), from, past, limit, offset).await.unwrap();
        list.iter().map(|one| at.iter().find(|(_, id)| *id == one.id).unwrap().0).collect()
    };
    assert_eq!(hours(&mut tx, false, 9, 0).await, [3, 4]);
    assert_eq!(hours(&mut tx, true, 9, 0).await, [2, 1]);
    assert_eq!(hours(&mut tx, false, 1, 1).await, [4]);
    assert_eq!(hours(&mut tx, true, 5, 2).await, [0; 0]);
    for past in [false, true] {
        assert_eq!(registrations::count_by_person(&mut tx, PersonId(1), from, past).await.unwrap(), 2);
    }
    registrations::set_standing(&mut tx, at[0].1, Standing::Cancelled, now()).await.unwrap();
    assert_eq!(registrations::count_by_person(&mut tx, PersonId(1), from, false).await.unwrap(), 1);
    assert_eq!(hours(&mut tx, false, 9, 0).await, [3]);
    tx.rollback().await;
}

#[tokio::test]
async fn occasions_are_planned_moved_fired_and_dropped() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (one, two) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 1).await);
    let day: ReminderRule = "day@11:00".parse().unwrap();
    let plan = |event, due| Planned { event, occasion: Occasion::Reminder(day), due };
    assert_eq!(occasions::next_due(&mut tx).await.unwrap(), None);
    occasions::set(&mut tx, &plan(one, minutes(10)), now()).await.unwrap();
    occasions::set(&mut tx, &plan(two, minutes(5)), now()).await.unwrap();
    assert_eq!(occasions::next_due(&mut tx).await.unwrap(), Some(minutes(5)));
    let due = async |tx: &mut Tx, at, limit| occasions::list_due(tx, minutes(at), limit).await.unwrap();
    assert_eq!(due(&mut tx, 4, 9).await, []);
    assert_eq!(due(&mut tx, 10, 9).await, [plan(two, minutes(5)), plan(one, minutes(10))]);
    assert_eq!(due(&mut tx, 10, 1).await, [plan(two, minutes(5))]);
    occasions::set_fired(&mut tx, &plan(two, minutes(5)), minutes(5)).await.unwrap();
    // The same once more, or moved into the past, does not fire again; moved into the future it does.
    for (moved, fires) in [(5, false), (3, false), (20, true)] {
        occasions::set(&mut tx, &plan(two, minutes(moved)), minutes(6)).await.unwrap();
        assert_eq!(due(&mut tx, 99, 9).await.len(), 1 + usize::from(fires), "moved to {moved}");
    }
    // One that is overdue stays when all are planned anew; by its event it goes.
    occasions::clear(&mut tx, None, minutes(10)).await.unwrap();
    assert_eq!(due(&mut tx, 99, 9).await, [plan(one, minutes(10))]);
    occasions::clear(&mut tx, Some(two), now()).await.unwrap();
    occasions::clear(&mut tx, Some(one), now()).await.unwrap();
    assert_eq!(due(&mut tx, 99, 9).await, []);
    let begun = event(&mut tx, "three", 2).await;
    events::set_status(&mut tx, begun, EventStatus::Cancelled).await.unwrap();
    let times = Times::new(start() + TimeDelta::hours(1), 90, None);
    assert_eq!(occasions::list_events(&mut tx, start()).await.unwrap(), [(two, times)]);
    tx.rollback().await;
}
