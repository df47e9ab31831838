//! The waiting list: to whom freed seats go, for how long, and when nothing is handed out any more.

use super::*;
use qatys::domain::Accepted;

#[tokio::test]
async fn lapsed_offers_pass_from_one_to_the_next() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let mut line = Vec::new();
    for person in 1..=4 {
        line.push(bench.join(person, event, 1).await);
    }
    bench.services.leave(&by(1), line[0].id).await.unwrap();
    for waiting in &line[1..] {
        let Standing::Offered { until } = bench.standing(waiting).await else { panic!("not their turn") };
        assert_eq!(bench.services.next_due().await.unwrap().unwrap().min(until), until.min(start()));
        bench.clock.set(until - TimeDelta::milliseconds(1));
        assert_eq!(bench.services.lapse_offers().await.unwrap(), 0, "an offer holds to its end");
        bench.clock.set(until);
        assert_eq!(bench.services.lapse_offers().await.unwrap(), 1);
        assert_eq!(bench.services.lapse_offers().await.unwrap(), 0);
        assert_eq!(bench.standing(waiting).await, Standing::Cancelled);
    }
    assert_eq!(bench.told("seat_offered").await, [2, 3, 4]);
    assert_eq!(bench.told("offer_lapsed").await, [2, 3, 4]);
    let seats = bench.services.card(PersonId(1), event).await.unwrap().unwrap().seats;
    assert_eq!((seats.taken, seats.waiting), (0, 0));
}

#[tokio::test]
async fn declining_hands_the_seat_on_at_once() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let three = bench.join(3, event, 1).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    bench.services.leave(&by(2), two.id).await.unwrap();
    assert!(matches!(bench.standing(&three).await, Standing::Offered { .. }));
    assert!(bench.told("offer_lapsed").await.is_empty(), "whoever declined knows");
}

#[tokio::test]
async fn freed_seats_go_to_the_first_whose_party_fits() {
    let bench = Bench::new().await;
    let event = bench.event(Some(5)).await;
    let one = bench.join(1, event, 2).await;
    let two = bench.join(2, event, 3).await;
    let large = bench.join(3, event, 3).await;
    let small = bench.join(4, event, 1).await;
    let last = bench.join(5, event, 1).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert_eq!(bench.told("seat_offered").await, [4, 5], "three do not fit into two seats");
    assert_eq!(bench.standing(&large).await, Standing::Waiting);
    assert!(matches!(bench.services.accept(&by(4), small.id).await.unwrap(), Accepted::Seated(_)));
    bench.services.leave(&by(2), two.id).await.unwrap();
    assert_eq!(bench.told("seat_offered").await, [4, 5, 3], "but they were not skipped for good");
    assert!(bench.standing(&last).await.holds_seats());
}

#[tokio::test]
async fn whoever_leaves_the_line_clears_the_way_for_a_smaller_party() {
    let bench = Bench::new().await;
    let event = bench.event(Some(2)).await;
    bench.join(1, event, 1).await;
    let large = bench.join(2, event, 2).await;
    bench.services.leave(&by(2), large.id).await.unwrap();
    assert_eq!(bench.join(3, event, 1).await.standing, Standing::Seated);
}

#[tokio::test]
async fn shortly_before_the_start_people_are_moved_up_unasked() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    bench.clock.set(start() - TimeDelta::hours(3) + TimeDelta::seconds(1));
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert_eq!(bench.standing(&two).await, Standing::Seated);
    assert_eq!(bench.told("moved_up").await, [2]);
    assert_eq!(bench.told("ticket").await, [1], "the ticket is part of that notice");
}

#[tokio::test]
async fn after_the_start_nothing_is_handed_out() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let three = bench.join(3, event, 1).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    bench.clock.set(start());
    assert_eq!(bench.services.lapse_offers().await.unwrap(), 1);
    assert_eq!(bench.standing(&two).await, Standing::Cancelled);
    assert_eq!(bench.standing(&three).await, Standing::Waiting);
    assert_eq!(bench.told("seat_offered").await, [2]);
    let claimed = bench.services.claim_notices(&[10; 5]).await.unwrap();
    assert!(
        claimed.iter().all(|notice| notice.notice.kind() == "ticket"),
        "stale news is void before it is sent: {claimed:?}"
    );
}

#[tokio::test]
async fn open_entry_turns_nobody_away() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    for person in 1..=20 {
        assert_eq!(bench.join(person, event, 5).await.standing, Standing::Seated);
    }
    let seats = bench.services.card(PersonId(1), event).await.unwrap().unwrap().seats;
    assert_eq!((seats.capacity, seats.taken, seats.free()), (None, 100, None));
}

#[tokio::test]
async fn a_higher_capacity_hands_seats_on_and_open_entry_seats_all() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    for person in 1..=4 {
        bench.join(person, event, 1).await;
    }
    let with = |capacity| EventFacts { capacity, ..facts("E-0") };
    bench.publish(&with(Some(2))).await;
    assert_eq!(bench.told("seat_offered").await, [2]);
    bench.publish(&with(None)).await;
    assert_eq!(bench.told("seat_offered").await, [2, 3, 4]);
}

#[tokio::test]
async fn a_cancelled_event_hands_nothing_on() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    bench.set_status(event, EventStatus::Cancelled).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert_eq!(bench.standing(&two).await, Standing::Waiting);
}

#[tokio::test]
async fn several_events_lapse_in_one_turn() {
    let bench = Bench::new().await;
    let mut waiting = Vec::new();
    for n in 0..3 {
        let event = bench.event(Some(1)).await;
        let seated = bench.join(10 + n, event, 1).await;
        waiting.push(bench.join(20 + n, event, 1).await);
        bench.services.leave(&by(10 + n), seated.id).await.unwrap();
    }
    bench.clock.advance(TimeDelta::hours(12));
    assert_eq!(bench.services.lapse_offers().await.unwrap(), 3);
    for registration in &waiting {
        assert_eq!(bench.standing(registration).await, Standing::Cancelled);
    }
}
