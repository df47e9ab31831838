//! Races for seats, each with its negative control: with the guard off the same rush must oversell.

use super::*;
use qatys::domain::{Left, Resized};

/// What came of a rush.
#[derive(Debug, Default, PartialEq, Eq)]
struct Rush {
    seated: usize,
    waiting: usize,
}

async fn rush(services: &Services, event: EventId, people: std::ops::RangeInclusive<i64>) -> Rush {
    let mut tasks = tokio::task::JoinSet::new();
    for person in people {
        let services = services.clone();
        tasks.spawn(async move { services.join(&by(person), &wish(event, 1)).await.unwrap() });
    }
    let mut came = Rush::default();
    for joined in tasks.join_all().await {
        match joined {
            Joined::Seated(_) => came.seated += 1,
            Joined::Waiting(..) => came.waiting += 1,
            other => panic!("{other:?}"),
        }
    }
    came
}

impl Bench {
    pub(crate) async fn taken(&self, event: EventId) -> u32 {
        let mut conn = self.store.read().await.unwrap();
        store::events::seats(&mut conn, event).await.unwrap().taken
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_hundred_who_want_one_seat_one_gets_it() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    assert_eq!(rush(&bench.services, event, 1..=200).await, Rush { seated: 1, waiting: 199 });
    assert_eq!(bench.taken(event).await, 1);
    assert_eq!(bench.told("ticket").await.len(), 1);
    let line: Vec<_> = {
        let mut conn = bench.store.read().await.unwrap();
        store::registrations::list_waiting(&mut conn, event, 500).await.unwrap()
    };
    assert_eq!(line.len(), 199);
    for (n, (id, person, _)) in line.iter().enumerate().step_by(50) {
        let card = bench.services.card(*person, event).await.unwrap().unwrap();
        let mine = card.mine.unwrap();
        assert_eq!((mine.registration.id, mine.place), (*id, Some(n as u32 + 1)));
    }
}

/// If this fails, the test above proves nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guard_the_same_rush_oversells() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let careless = bench.under(Policy { careless: true, ..policy() }).await;
    let came = rush(&careless, event, 1..=200).await;
    assert!(came.seated > 1, "{came:?}");
    assert!(bench.taken(event).await > 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_person_in_a_rush_of_presses_joins_once() {
    let bench = Bench::new().await;
    let event = bench.event(Some(10)).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..60 {
        let services = bench.services.clone();
        tasks.spawn(async move { services.join(&by(1), &wish(event, 2)).await.unwrap() });
    }
    let joined = tasks.join_all().await;
    assert_eq!(joined.iter().filter(|joined| matches!(joined, Joined::Seated(_))).count(), 1);
    assert_eq!(joined.iter().filter(|joined| matches!(joined, Joined::Already(_))).count(), 59);
    assert_eq!(bench.told("ticket").await, [1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leaving_while_others_join_neither_loses_nor_doubles_a_seat() {
    let bench = Bench::new().await;
    let event = bench.event(Some(20)).await;
    let mut seated = Vec::new();
    for person in 1..=20 {
        seated.push(bench.join(person, event, 1).await);
    }
    let leaving: Vec<_> = seated
        .into_iter()
        .map(|one| {
            let services = bench.services.clone();
            tokio::spawn(async move { services.leave(&by(one.person.0), one.id).await.unwrap() })
        })
        .collect();
    let came = rush(&bench.services, event, 101..=140).await;
    for left in leaving {
        assert!(matches!(left.await.unwrap(), Left::Done(_)));
    }
    assert_eq!(came.seated + came.waiting, 40);
    // Whoever found no seat has been offered one of those that were left: all twenty are held again.
    assert_eq!(bench.taken(event).await, 20);
    assert_eq!(bench.told("seat_offered").await.len(), 20 - came.seated);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn capacity_that_changes_in_a_rush_is_never_exceeded() {
    let bench = Bench::new().await;
    let event = bench.event(Some(30)).await;
    let importing = {
        let services = bench.services.clone();
        tokio::spawn(async move {
            let mut least = 30;
            for capacity in [25, 15, 10, 5, 40, 12, 3, 20, 8, 16] {
                let wanted = EventFacts { capacity: Some(capacity), ..facts("E-0") };
                if services.import(&[wanted], true, false).await.unwrap().is_ok() {
                    least = capacity;
                }
                tokio::task::yield_now().await;
            }
            least
        })
    };
    let watching = {
        let (store, done) = (bench.store.clone(), tokio_util::sync::CancellationToken::new());
        let stop = done.clone();
        let task = tokio::spawn(async move {
            while !stop.is_cancelled() {
                let mut conn = store.read().await.unwrap();
                let seats = store::events::seats(&mut conn, event).await.unwrap();
                assert!(seats.taken <= seats.capacity.unwrap(), "{seats:?}");
            }
        });
        (task, done)
    };
    let came = rush(&bench.services, event, 1..=80).await;
    let capacity = importing.await.unwrap();
    watching.1.cancel();
    watching.0.await.unwrap();
    assert_eq!(came.seated + came.waiting, 80);
    assert_eq!(bench.taken(event).await, capacity, "no seat is lost either");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn parties_that_grow_at_the_same_time_share_what_is_free() {
    let bench = Bench::new().await;
    let event = bench.event(Some(30)).await;
    let mut tasks = tokio::task::JoinSet::new();
    for person in 1..=20 {
        let one = bench.join(person, event, 1).await;
        let services = bench.services.clone();
        tasks.spawn(async move { services.resize(&by(person), one.id, party(4)).await.unwrap() });
    }
    let mut done = 0;
    for resized in tasks.join_all().await {
        match resized {
            Resized::Done(_) => done += 1,
            Resized::TooMany(_) => {}
            other => panic!("{other:?}"),
        }
    }
    // Those that had grown before all had joined may have put others on the waiting list.
    assert!(done >= 3, "{done}");
    assert!(bench.taken(event).await <= 30);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_that_is_accepted_as_it_lapses_goes_to_one_of_the_two() {
    for _ in 0..10 {
        let bench = Bench::new().await;
        let event = bench.event(Some(1)).await;
        let one = bench.join(1, event, 1).await;
        let two = bench.join(2, event, 1).await;
        let three = bench.join(3, event, 1).await;
        bench.services.leave(&by(1), one.id).await.unwrap();
        bench.clock.advance(TimeDelta::hours(12) - TimeDelta::milliseconds(1));
        let (accepting, lapsing) = (bench.services.clone(), bench.services.clone());
        let clock = bench.clock.clone();
        let accept = tokio::spawn(async move { accepting.accept(&by(2), two.id).await.unwrap() });
        let lapse = tokio::spawn(async move {
            clock.advance(TimeDelta::milliseconds(1));
            lapsing.lapse_offers().await.unwrap()
        });
        let (accepted, _) = (accept.await.unwrap(), lapse.await.unwrap());
        let seated = matches!(accepted, qatys::domain::Accepted::Seated(_));
        let (two, three) = (bench.standing(&two).await, bench.standing(&three).await);
        assert_eq!(seated, two == Standing::Seated, "{accepted:?} {two:?}");
        assert_ne!(two.holds_seats(), three.holds_seats(), "{two:?} {three:?}");
    }
}
