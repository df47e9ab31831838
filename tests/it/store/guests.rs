//! Statements on the people of an event: groups, pages, counts and phones agree, and the cancelled are in none.

use super::*;
use qatys::{
    domain::{Found, Group, Groups, Guest, Phone},
    store::{arrivals, guests, people, registrations},
};

#[tokio::test]
async fn groups_pages_and_counts_agree() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (event, other) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    let until = minutes(60);
    let standings = [
        Standing::Seated,
        Standing::Waiting,
        Standing::Cancelled,
        Standing::Seated,
        Standing::Waiting,
        Standing::Seated,
    ];
    let mut ids = Vec::new();
    for (person, standing) in (1..).zip(standings) {
        ids.push(sign_up(&mut tx, event, person, 2, standing).await);
    }
    let offered = sign_up(&mut tx, event, 7, 1, Standing::Waiting).await;
    registrations::set_standing(&mut tx, offered, Standing::Offered { until }, now()).await.unwrap();
    sign_up(&mut tx, other, 1, 1, Standing::Seated).await;
    registrations::set_confirmed(&mut tx, ids[3], minutes(1)).await.unwrap();
    let guest = Guest { registration: ids[5], event, name: None, party: party(2) };
    let arrival =
        arrivals::add(&mut tx, &guest, party(1), PersonId(9), Found::Name, minutes(2)).await.unwrap();
    people::set_details(&mut tx, PersonId(1), &details(), 1, now()).await.unwrap();
    let of = async |tx: &mut Tx, group, limit, offset| {
        let lines = guests::list(tx, event, group, limit, offset).await.unwrap();
        lines.into_iter().map(|line| line.registration.id).collect::<Vec<_>>()
    };
    let expected = [
        (Group::Everybody, vec![ids[0], ids[1], ids[3], ids[4], ids[5], offered]),
        (Group::Seated, vec![ids[0], ids[3], ids[5]]),
        (Group::Waiting, vec![ids[1], ids[4], offered]),
        (Group::Coming, vec![ids[3]]),
        (Group::Came, vec![ids[5]]),
        (Group::Absent, vec![ids[0], ids[3]]),
    ];
    let groups = guests::count(&mut tx, event).await.unwrap();
    for (group, members) in &expected {
        assert_eq!(of(&mut tx, *group, 99, 0).await, *members, "{group:?}");
        assert_eq!(groups.of(*group) as usize, members.len(), "{group:?}");
        assert_eq!(of(&mut tx, *group, 2, 1).await, members[1..].iter().take(2).copied().collect::<Vec<_>>());
    }
    assert_eq!(guests::count(&mut tx, EventId(99)).await.unwrap(), Groups::default());
    let places: Vec<_> = {
        let lines = guests::list(&mut tx, event, Group::Waiting, 9, 0).await.unwrap();
        lines.into_iter().map(|line| line.place).collect()
    };
    assert_eq!(places, [Some(1), Some(2), None], "an offer is no place in line");
    let line = guests::lookup(&mut tx, ids[5]).await.unwrap().unwrap();
    assert_eq!((line.came, line.name.clone(), line.since), (Some((party(1), minutes(2))), None, now()));
    assert!(!line.is_by_hand());
    arrivals::undo(&mut tx, arrival.unwrap(), PersonId(9), minutes(3)).await.unwrap();
    assert_eq!(guests::lookup(&mut tx, ids[5]).await.unwrap().unwrap().came, None);
    let named = guests::lookup(&mut tx, ids[0]).await.unwrap().unwrap();
    assert_eq!(named.name, Some(details().name));
    assert!(guests::lookup(&mut tx, ids[2]).await.unwrap().is_some(), "cancelled ones can be looked at");
    assert_eq!(guests::lookup(&mut tx, RegistrationId(99)).await.unwrap(), None);
    let phones = guests::list_phones(&mut tx, event).await.unwrap();
    assert_eq!(phones.into_iter().collect::<Vec<_>>(), [(ids[0], Phone::parse("77012345678").unwrap())]);
    tx.rollback().await;
}

#[tokio::test]
async fn somebody_signed_up_by_hand_is_there_but_gets_nothing() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    people::add_stand_in(&mut tx, PersonId(-7), &details(), 1, now()).await.unwrap();
    let (_, reachable) = people::lookup_reachable(&mut tx, PersonId(-7)).await.unwrap().unwrap();
    assert!(!reachable);
    let id = sign_up(&mut tx, event, -7, 1, Standing::Seated).await;
    assert!(guests::lookup(&mut tx, id).await.unwrap().unwrap().is_by_hand());
    let notice = qatys::domain::Notice::Ticket { registration: id };
    assert!(!store::outbox::add(&mut tx, PersonId(-7), &notice, now(), None).await.unwrap());
    for occasion in ["2h", "feedback"] {
        let planned = qatys::domain::Planned { event, occasion: occasion.parse().unwrap(), due: minutes(1) };
        let added = store::occasions::add_for_registrations(&mut tx, &planned, 0, minutes(9), now()).await;
        assert_eq!(added.unwrap(), 0, "{occasion}");
    }
    tx.rollback().await;
}
