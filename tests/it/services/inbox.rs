//! The inbox: stored before it is confirmed, done exactly once, dead after the last try. What updates say is no matter.

use super::*;
use qatys::service::{Error, Failed, MOST_TRIES};

#[tokio::test]
async fn what_came_before_is_not_taken_again() {
    let bench = Bench::new().await;
    let fresh = bench.receive(vec![received(5, 1), received(6, 2), received(5, 1)]).await;
    assert_eq!(fresh.iter().map(|u| u.id).collect::<Vec<_>>(), [5, 6]);
    assert!(bench.receive(vec![received(6, 2)]).await.is_empty());
    bench.services.settle(&because(1, 5)).await.unwrap();
    assert!(bench.receive(vec![received(5, 1)]).await.is_empty(), "done ones neither");
    let open = bench.services.open_updates(None, 10).await.unwrap();
    assert_eq!(open, [received(6, 2)]);
    assert_eq!(bench.number("SELECT count(*) FROM inbox WHERE body IS NOT NULL").await, 1);
}

#[tokio::test]
async fn ids_that_jump_down_are_taken_all_the_same() {
    let bench = Bench::new().await;
    let high = 900_000_000;
    bench.receive(vec![received(high, 1)]).await;
    bench.services.settle(&because(1, high)).await.unwrap();
    let low = high - 100_000_000;
    assert_eq!(bench.receive(vec![received(low, 1)]).await.len(), 1);
    let event = bench.event(None).await;
    bench.services.join(&because(1, low), &wish(event, 1)).await.unwrap();
    assert_eq!(bench.services.count_updates().await.unwrap(), (0, 0));
}

#[tokio::test]
async fn the_same_update_twice_has_one_effect() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    bench.receive(vec![received(1, 1)]).await;
    let first = because(1, 1);
    assert!(!first.is_settled());
    let joined = bench.services.join(&first, &wish(event, 1)).await.unwrap();
    assert!(matches!(joined, Joined::Seated(_)) && first.is_settled());
    let second = because(1, 1);
    assert!(matches!(bench.services.join(&second, &wish(event, 1)).await, Err(Error::Repeated)));
    assert!(second.is_settled(), "there is nothing left to do for it");
    bench.services.settle(&second).await.unwrap();
    bench.services.settle(&because(1, 1)).await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM registrations").await, 1);
}

#[tokio::test]
async fn the_same_update_at_the_same_time_has_one_effect() {
    let bench = Bench::new().await;
    let event = bench.event(Some(500)).await;
    let updates: Vec<_> = (1..=60).map(|n| received(n, n)).collect();
    bench.receive(updates).await;
    let mut tasks = tokio::task::JoinSet::new();
    for n in 1..=180_i64 {
        let services = bench.services.clone();
        let person = (n * 7) % 60 + 1;
        tasks.spawn(async move {
            match services.join(&because(person, person), &wish(event, 2)).await {
                Ok(Joined::Seated(_)) => 1,
                Err(Error::Repeated) => 0,
                other => panic!("{other:?}"),
            }
        });
    }
    assert_eq!(tasks.join_all().await.into_iter().sum::<u32>(), 60);
    assert_eq!(bench.number("SELECT CAST(sum(party) AS BIGINT) FROM registrations").await, 120);
    assert_eq!(bench.services.count_updates().await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_repeated_update_changes_nothing_of_what_came_after_it() {
    let bench = Bench::new().await;
    let event = bench.event(Some(5)).await;
    bench.receive((1..=3).map(|n| received(n, 1)).collect()).await;
    let Joined::Seated(one) = bench.services.join(&because(1, 1), &wish(event, 1)).await.unwrap() else {
        panic!("there is room")
    };
    bench.services.leave(&because(1, 2), one.id).await.unwrap();
    bench.services.join(&because(1, 3), &wish(event, 2)).await.unwrap();
    // The first two come once more, in both orders.
    let repeated = |outcome: bool| assert!(outcome, "done twice");
    for _ in 0..2 {
        repeated(matches!(bench.services.leave(&because(1, 2), one.id).await, Err(Error::Repeated)));
        repeated(matches!(bench.services.join(&because(1, 1), &wish(event, 1)).await, Err(Error::Repeated)));
    }
    assert_eq!(
        bench.number("SELECT CAST(sum(party) AS BIGINT) FROM registrations WHERE standing = 'seated'").await,
        2
    );
}

#[tokio::test]
async fn the_last_failed_try_makes_a_dead_letter_and_tells_the_admins() {
    let admins = vec![PersonId(ADMIN), PersonId(ADMIN + 1)];
    let bench = Bench::with(Folder::new(), Policy { admins, ..policy() }).await;
    bench.receive(vec![received(1, 7), received(2, 7)]).await;
    for _ in 1..MOST_TRIES {
        assert_eq!(bench.services.fail(&because(7, 1), "panicked").await.unwrap(), Failed::Again);
        assert_eq!(bench.services.count_updates().await.unwrap(), (2, 0));
    }
    let actor = because(7, 1);
    assert_eq!(bench.services.fail(&actor, "panicked").await.unwrap(), Failed::Dead);
    assert!(actor.is_settled());
    assert_eq!(bench.services.count_updates().await.unwrap(), (1, 1));
    assert_eq!(bench.told("dead_letter").await, [ADMIN, ADMIN + 1]);
    assert_eq!(bench.bodies("dead_letter").await[0], Notice::DeadLetter { update: UpdateId(1) });
    assert_eq!(
        bench.number("SELECT count(*) FROM inbox WHERE state = 'dead' AND fault = 'panicked'").await,
        1
    );
    assert_eq!(
        bench.services.open_updates(None, 10).await.unwrap(),
        [received(2, 7)],
        "the next one goes on"
    );
    let effect = bench.services.forget(PersonId(7)).await;
    assert!(effect.is_ok());
    assert!(
        matches!(bench.services.remember(&because(7, 1), "{}").await, Err(Error::Repeated)),
        "a dead letter has no effect any more"
    );
    assert_eq!(bench.services.dialogue(PersonId(7)).await.unwrap(), None);
}

#[tokio::test]
async fn open_updates_come_in_order_and_by_person() {
    let bench = Bench::new().await;
    let updates: Vec<_> = [9, 3, 7, 1, 5].into_iter().map(|id| received(id, id % 2 + id / 7)).collect();
    bench.receive(updates).await;
    let ids = |list: Vec<Received>| list.into_iter().map(|u| u.id).collect::<Vec<_>>();
    assert_eq!(ids(bench.services.open_updates(None, 2).await.unwrap()), [1, 3]);
    assert_eq!(ids(bench.services.open_updates(Some(3), 9).await.unwrap()), [5, 7, 9]);
    let of = |person, after| bench.services.open_updates_of(PersonId(person), UpdateId(after), 9);
    assert_eq!(ids(of(1, i64::MIN).await.unwrap()), [1, 3, 5]);
    assert_eq!(ids(of(1, 3).await.unwrap()), [5]);
    assert_eq!(ids(of(2, 0).await.unwrap()), [7, 9]);
}

#[tokio::test]
async fn updates_of_nobody_in_the_inbox_are_not_acted_upon() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    assert!(matches!(bench.services.join(&because(1, 404), &wish(event, 1)).await, Err(Error::Repeated)));
    assert_eq!(bench.number("SELECT count(*) FROM registrations").await, 0);
}

#[tokio::test]
async fn whoever_writes_can_be_reached_again() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.services.set_reachable(&by(1), false).await.unwrap();
    let gone = "SELECT count(*) FROM people WHERE unreachable_at IS NOT NULL";
    assert_eq!(bench.number(gone).await, 1);
    let known = bench.services.meet(PersonId(1), None).await.unwrap();
    assert!(known.person.details.is_some(), "nothing of them was forgotten");
    assert_eq!(bench.number(gone).await, 0);
}
