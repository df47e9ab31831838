//! Signing up, leaving, accepting, confirming, resizing: every answer a person can get. Not the waiting list's chains.

use super::*;
use qatys::domain::{Accepted, Confirmed, Left, RegistrationId, Resized, Window};

#[tokio::test]
async fn whoever_fits_is_seated_and_gets_one_ticket() {
    let bench = Bench::new().await;
    let event = bench.event(Some(3)).await;
    let Joined::Seated(one) = bench.try_join(1, event, 3).await else { panic!("there were three seats") };
    assert_eq!((one.party, one.standing, one.code.len()), (party(3), Standing::Seated, 6));
    assert_eq!(bench.told("ticket").await, [1]);
    let Joined::Already(mine) = bench.try_join(1, event, 1).await else { panic!("they have joined") };
    assert_eq!((&mine.registration, mine.place), (&one, None));
    let Joined::Waiting(two, 1) = bench.try_join(2, event, 1).await else { panic!("it is full") };
    let Joined::Waiting(_, 2) = bench.try_join(3, event, 5).await else { panic!("it is full") };
    let Joined::Already(mine) = bench.try_join(2, event, 4).await else { panic!("they have joined") };
    assert_eq!((&mine.registration, mine.place), (&two, Some(1)));
    assert_eq!(bench.told("ticket").await, [1], "whoever waits has no ticket");
}

#[tokio::test]
async fn a_small_party_passes_a_large_one_that_waits() {
    let bench = Bench::new().await;
    let event = bench.event(Some(3)).await;
    bench.join(1, event, 2).await;
    assert_eq!(bench.join(2, event, 2).await.standing, Standing::Waiting);
    assert_eq!(bench.join(3, event, 1).await.standing, Standing::Seated);
}

#[tokio::test]
async fn a_party_is_cut_to_what_the_event_takes() {
    let bench = Bench::new().await;
    let event = bench.publish(&EventFacts { companions: 1, ..facts("two") }).await;
    assert_eq!(bench.join(1, event, 5).await.party, party(2));
}

#[tokio::test]
async fn every_reason_not_to_join_has_its_answer() {
    let bench = Bench::new().await;
    let at = |hours| start() - TimeDelta::hours(hours);
    let event = bench
        .publish(&EventFacts { opens_at: Some(at(48)), closes_at: Some(at(1)), ..facts("window") })
        .await;
    let shut = |window| Joined::Shut(window);
    assert_eq!(bench.try_join(1, event, 1).await, shut(Window::NotYet(at(48))));
    for (hours, expected) in [(48, None), (1, Some(Window::Closed)), (0, Some(Window::Started))] {
        bench.clock.set(at(hours));
        match (bench.try_join(100 + hours, event, 1).await, expected) {
            (Joined::Seated(_), None) => {}
            (answer, Some(window)) => assert_eq!(answer, shut(window)),
            (answer, None) => panic!("{answer:?}"),
        }
    }
    bench.clock.set(at(10));
    bench.set_status(event, EventStatus::Cancelled).await;
    assert_eq!(bench.try_join(2, event, 1).await, shut(Window::Cancelled));
    bench.set_status(event, EventStatus::Draft).await;
    assert_eq!(bench.try_join(2, event, 1).await, Joined::Absent, "a draft is not there for people");
    assert_eq!(bench.try_join(2, EventId(4711), 1).await, Joined::Absent);
    assert_eq!(bench.number("SELECT count(*) FROM registrations").await, 1);
    assert_eq!(bench.number("SELECT count(*) FROM people").await, 1, "nothing is kept of who was refused");
}

#[tokio::test]
async fn leaving_frees_the_seats_once_and_not_after_the_start() {
    let bench = Bench::new().await;
    let event = bench.event(Some(2)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    assert_eq!(bench.services.leave(&by(2), one.id).await.unwrap(), Left::Nothing, "it is another's");
    assert!(
        matches!(bench.services.leave(&by(1), one.id).await.unwrap(), Left::Done(left) if left.id == event)
    );
    assert_eq!(bench.services.leave(&by(1), one.id).await.unwrap(), Left::Nothing);
    assert_eq!(bench.services.leave(&by(1), RegistrationId(99)).await.unwrap(), Left::Nothing);
    let seats = bench.services.card(PersonId(1), event).await.unwrap().unwrap().seats;
    assert_eq!(seats.free(), Some(1));
    bench.clock.set(start());
    assert_eq!(bench.services.leave(&by(2), two.id).await.unwrap(), Left::Started);
    assert_eq!(bench.standing(&two).await, Standing::Seated);
}

#[tokio::test]
async fn whoever_left_may_join_again_with_a_new_ticket() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let first = bench.join(1, event, 1).await;
    bench.services.leave(&by(1), first.id).await.unwrap();
    let second = bench.join(1, event, 1).await;
    assert!(second.id > first.id && second.code != first.code);
    assert_eq!(bench.told("ticket").await, [1, 1]);
}

#[tokio::test]
async fn an_offer_is_accepted_once_in_time_and_by_nobody_else() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let accept = |person, id| {
        let services = bench.services.clone();
        async move { services.accept(&by(person), id).await.unwrap() }
    };
    assert_eq!(accept(2, two.id).await, Accepted::Lapsed, "nothing is offered yet");
    assert_eq!(bench.standing(&two).await, Standing::Waiting, "and asking for it costs nothing");
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert_eq!(accept(1, two.id).await, Accepted::Absent);
    assert_eq!(accept(1, RegistrationId(99)).await, Accepted::Absent);
    assert_eq!(accept(1, one.id).await, Accepted::Lapsed, "their own, but given up");
    let Accepted::Seated(seated) = accept(2, two.id).await else { panic!("it was offered") };
    assert_eq!(seated.standing, Standing::Seated);
    assert_eq!(bench.told("ticket").await, [1, 2]);
    assert_eq!(accept(2, two.id).await, Accepted::Already(seated));
    assert_eq!(bench.told("ticket").await, [1, 2]);
}

#[tokio::test]
async fn an_offer_ends_at_its_instant_and_with_the_event() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let three = bench.join(3, event, 1).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    let Standing::Offered { until } = bench.standing(&two).await else { panic!("not offered") };
    assert_eq!(until, now() + TimeDelta::hours(12));
    bench.clock.set(until);
    // Before anybody has swept: the press itself finds that it is late.
    assert_eq!(bench.services.accept(&by(2), two.id).await.unwrap(), Accepted::Lapsed);
    assert_eq!(bench.standing(&two).await, Standing::Cancelled);
    assert!(bench.standing(&three).await.holds_seats(), "and the seat has moved on");
    bench.set_status(event, EventStatus::Cancelled).await;
    assert_eq!(bench.services.accept(&by(3), three.id).await.unwrap(), Accepted::Shut(Window::Cancelled));
    bench.set_status(event, EventStatus::Published).await;
    bench.clock.set(start());
    assert_eq!(bench.services.accept(&by(3), three.id).await.unwrap(), Accepted::Shut(Window::Started));
}

#[tokio::test]
async fn confirming_needs_a_seat_and_an_event_ahead() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let confirm = |person, id| {
        let services = bench.services.clone();
        async move { services.confirm(&by(person), id).await.unwrap() }
    };
    assert_eq!(confirm(1, one.id).await, Confirmed::Done);
    assert_eq!(bench.again(&one).await.confirmed_at, Some(now()));
    assert_eq!(confirm(2, two.id).await, Confirmed::NotSeated);
    assert_eq!(confirm(2, one.id).await, Confirmed::NotSeated, "it is another's");
    bench.set_status(event, EventStatus::Cancelled).await;
    assert_eq!(confirm(1, one.id).await, Confirmed::Shut(Window::Cancelled));
    bench.set_status(event, EventStatus::Published).await;
    bench.clock.set(start());
    assert_eq!(confirm(1, one.id).await, Confirmed::Shut(Window::Started));
}

#[tokio::test]
async fn a_party_grows_only_into_free_seats() {
    let bench = Bench::new().await;
    let event = bench.event(Some(4)).await;
    let one = bench.join(1, event, 1).await;
    bench.join(2, event, 2).await;
    let resize = |person, id, size| {
        let services = bench.services.clone();
        async move { services.resize(&by(person), id, party(size)).await.unwrap() }
    };
    assert_eq!(resize(1, one.id, 3).await, Resized::TooMany(party(2)));
    assert_eq!(bench.again(&one).await.party, party(1), "nothing was changed");
    assert!(matches!(resize(1, one.id, 2).await, Resized::Done(r) if r.party == party(2)));
    assert_eq!(resize(1, one.id, 3).await, Resized::TooMany(party(2)));
    assert!(matches!(resize(1, one.id, 1).await, Resized::Done(r) if r.party == party(1)));
    assert_eq!(resize(2, one.id, 1).await, Resized::Absent);
    assert_eq!(resize(1, RegistrationId(99), 1).await, Resized::Absent);
}

#[tokio::test]
async fn resizing_follows_the_window() {
    let bench = Bench::new().await;
    let closes = start() - TimeDelta::hours(5);
    let event =
        bench.publish(&EventFacts { capacity: Some(2), closes_at: Some(closes), ..facts("closes") }).await;
    let one = bench.join(1, event, 2).await;
    let two = bench.join(2, event, 2).await;
    let resize = |person, id, size| {
        let services = bench.services.clone();
        async move { services.resize(&by(person), id, party(size)).await.unwrap() }
    };
    assert!(matches!(resize(2, two.id, 3).await, Resized::Done(r) if r.standing == Standing::Waiting));
    bench.clock.set(closes);
    assert_eq!(resize(1, one.id, 2).await, Resized::Shut(Window::Closed));
    assert_eq!(resize(2, two.id, 1).await, Resized::Shut(Window::Closed), "a wish is not a seat");
    assert!(matches!(resize(1, one.id, 1).await, Resized::Done(_)), "fewer may be said until the start");
    bench.set_status(event, EventStatus::Cancelled).await;
    assert_eq!(resize(1, one.id, 1).await, Resized::Shut(Window::Cancelled));
    bench.set_status(event, EventStatus::Published).await;
    bench.clock.set(start());
    assert_eq!(resize(1, one.id, 1).await, Resized::Shut(Window::Started));
}

#[tokio::test]
async fn an_offer_is_answered_before_its_party_changes() {
    let bench = Bench::new().await;
    let event = bench.event(Some(2)).await;
    let one = bench.join(1, event, 2).await;
    let two = bench.join(2, event, 2).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    let resized = bench.services.resize(&by(2), two.id, party(1)).await.unwrap();
    assert_eq!(resized, Resized::Shut(Window::Open));
}

#[tokio::test]
async fn a_waiting_party_that_shrinks_is_offered_what_fits_now() {
    let bench = Bench::new().await;
    let event = bench.event(Some(3)).await;
    bench.join(1, event, 2).await;
    let two = bench.join(2, event, 3).await;
    let resized = bench.services.resize(&by(2), two.id, party(1)).await.unwrap();
    assert!(
        matches!(&resized, Resized::Done(r) if r.party == party(1) && r.standing.holds_seats()),
        "{resized:?}"
    );
    assert_eq!(bench.told("seat_offered").await, [2]);
}

#[tokio::test]
async fn overlapping_events_are_named_and_touching_ones_are_not() {
    let bench = Bench::new().await;
    let moved = |key: &str, time: &str| EventFacts { local_start: time.parse().unwrap(), ..facts(key) };
    let first = bench.publish(&moved("first", "2026-12-05T18:30:00")).await;
    let within = bench.publish(&moved("within", "2026-12-05T19:30:00")).await;
    let after = bench.publish(&moved("after", "2026-12-05T20:00:00")).await;
    let registration = bench.join(1, first, 1).await;
    let overlap = |event| {
        let bench = &bench;
        async move {
            let card = bench.services.card(PersonId(1), event).await.unwrap().unwrap();
            bench.services.overlap(&by(1), &card.event).await.unwrap().map(|event| event.id)
        }
    };
    assert_eq!(overlap(within).await, Some(first));
    assert_eq!(overlap(after).await, None);
    assert_eq!(overlap(first).await, None, "an event does not overlap itself");
    bench.set_status(first, EventStatus::Cancelled).await;
    assert_eq!(overlap(within).await, None, "a cancelled one takes nobody's time");
    bench.set_status(first, EventStatus::Published).await;
    bench.services.leave(&by(1), registration.id).await.unwrap();
    assert_eq!(overlap(within).await, None);
}

#[tokio::test]
async fn my_events_are_coming_until_three_hours_after_their_start() {
    let bench = Bench::new().await;
    let mut ids = Vec::new();
    for day in 1..=8 {
        let local_start = format!("2026-12-{day:02}T18:30:00").parse().unwrap();
        ids.push(bench.publish(&EventFacts { local_start, ..facts(&format!("day-{day}")) }).await);
    }
    for event in &ids {
        bench.join(1, *event, 1).await;
    }
    let page = |past, page| {
        let services = bench.services.clone();
        async move {
            let found = services.my_events(&by(1), past, page).await.unwrap();
            (found.items.iter().map(|mine| mine.event.id).collect::<Vec<_>>(), found.total)
        }
    };
    assert_eq!(page(false, 0).await, (ids[..6].to_vec(), 8));
    assert_eq!(page(false, 1).await, (ids[6..].to_vec(), 8));
    assert_eq!(page(false, 77).await, (ids[6..].to_vec(), 8), "the last page, where there are no more");
    assert_eq!(page(true, 0).await, (vec![], 0));
    bench.clock.set("2026-12-02T16:30:00Z".parse().unwrap());
    assert_eq!(page(true, 0).await, (vec![ids[0]], 1), "three hours after the second one began");
    bench.clock.advance(TimeDelta::seconds(1));
    assert_eq!(page(true, 0).await, (vec![ids[1], ids[0]], 2), "latest first");
    assert_eq!(page(false, 0).await, (ids[2..].to_vec(), 6));
    bench.set_status(ids[7], EventStatus::Cancelled).await;
    assert_eq!(page(false, 0).await.1, 6, "that it is cancelled is shown on it");
}

#[tokio::test]
async fn a_ticket_is_sent_again_only_to_its_seated_owner() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let resend = |person, id| {
        let services = bench.services.clone();
        async move { services.resend_ticket(&by(person), id).await.unwrap() }
    };
    assert!(resend(1, one.id).await);
    assert_eq!(bench.told("ticket").await, [1], "one that is still on its way is not doubled");
    for claimed in bench.services.claim_notices(&[10; 5]).await.unwrap() {
        bench.services.finish_notice(&claimed, &qatys::service::Ending::Sent(None)).await.unwrap();
    }
    assert!(resend(1, one.id).await);
    assert_eq!(bench.notices().await, [("ticket".into(), 1, "queued".into())]);
    assert!(!resend(2, two.id).await, "whoever waits has none");
    assert!(!resend(2, one.id).await, "it is another's");
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert!(!resend(1, one.id).await);
}
