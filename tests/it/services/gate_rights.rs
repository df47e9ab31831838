//! Who may do what at a door beyond check-in: every use case for a citizen, an organiser of another scope, one of the
//! scope and an admin, on their own event, on a foreign one and on one that is not there.

use super::*;
use qatys::{
    domain::{Counted, HeadCountId, Level, Scope, WalkInId},
    service::Error,
};

const CITIZEN: i64 = 1;
const OF_CITY: i64 = 50;
const OF_DISTRICTS: i64 = 51;

/// Somebody who stands at the door of the event, and shows no code.
const STEWARD: i64 = 52;

/// What a use case answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    /// As to who has no desk at all.
    Denied,
    /// As to who asks for what is not there.
    Absent,
    Done,
}

fn answer<T>(result: Result<Option<T>, Error>) -> Answer {
    match result {
        Err(Error::NoRight) => Answer::Denied,
        Err(fault) => panic!("{fault}"),
        Ok(None) => Answer::Absent,
        Ok(Some(_)) => Answer::Done,
    }
}

/// Every use case at the door of an event, by name.
async fn tried(s: &Services, who: i64, event: EventId) -> Vec<(&'static str, Answer)> {
    let me = by(who);
    let unit = |door: Option<_>| door.map(drop);
    vec![
        ("walk-in", answer(s.add_walk_in(&me, event).await)),
        ("counting", answer(s.counting(&me, event).await)),
        ("step", answer(s.add_head_count(&me, event, Counted::More(5), None).await)),
        ("number", answer(s.add_head_count(&me, event, Counted::All(40), Some("photo-1")).await)),
        ("proof", answer(s.prove_head_count(&me, event, "photo-2").await)),
        ("code", answer(s.door_code(&me, event).await)),
        ("paper on", answer(s.set_printed(&me, event, true).await)),
        ("paper off", answer(s.set_printed(&me, event, false).await)),
        ("door", answer(s.door(&me, event).await.map(unit))),
    ]
}

#[tokio::test]
async fn every_use_case_asks_for_the_right() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    for (person, level) in [(OF_CITY, Level::City), (OF_DISTRICTS, Level::District)] {
        let scope = Scope { level: Some(level), ..Scope::default() };
        bench.services.add_scope(&by(ADMIN), PersonId(person), &scope).await.unwrap();
    }
    let link = bench.services.invite_stewards(&by(ADMIN), event, false).await.unwrap().unwrap();
    bench.take(STEWARD, &link).await;
    bench.clock.set(start());
    for (who, own, absent) in [
        (CITIZEN, Answer::Denied, Answer::Denied),
        (OF_DISTRICTS, Answer::Absent, Answer::Absent),
        (OF_CITY, Answer::Done, Answer::Absent),
        (ADMIN, Answer::Done, Answer::Absent),
    ] {
        for (name, answer) in tried(&bench.services, who, event).await {
            assert_eq!(answer, own, "{name} by {who}");
        }
        for (name, answer) in tried(&bench.services, who, EventId(404)).await {
            assert_eq!(answer, absent, "{name} of nothing by {who}");
        }
    }
    for (name, answer) in tried(&bench.services, STEWARD, event).await {
        let is_code = ["code", "paper on", "paper off"].contains(&name);
        assert_eq!(answer, if is_code { Answer::Denied } else { Answer::Done }, "{name} by a steward");
    }
    for (name, answer) in tried(&bench.services, STEWARD, EventId(404)).await {
        assert_ne!(answer, Answer::Done, "{name} of nothing by a steward");
    }
    assert_eq!(bench.number("SELECT count(*) FROM walk_ins").await, 3);
    assert_eq!(bench.number("SELECT count(*) FROM head_counts").await, 6);
}

#[tokio::test]
async fn nobody_takes_back_what_another_has_counted() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let s = &bench.services;
    let scope = Scope { level: Some(Level::City), ..Scope::default() };
    s.add_scope(&by(ADMIN), PersonId(OF_CITY), &scope).await.unwrap();
    s.add_scope(&by(ADMIN), PersonId(OF_DISTRICTS), &Scope { level: Some(Level::District), ..scope.clone() })
        .await
        .unwrap();
    let walk_in = s.add_walk_in(&by(OF_CITY), event).await.unwrap().unwrap();
    let counting = s.add_head_count(&by(OF_CITY), event, Counted::All(9), None).await.unwrap().unwrap();
    let count = counting.own.unwrap().id;
    for (who, expected) in [
        (CITIZEN, Answer::Denied),
        (OF_DISTRICTS, Answer::Absent),
        (ADMIN, Answer::Absent),
        (OF_CITY, Answer::Done),
        // Once only.
        (OF_CITY, Answer::Absent),
    ] {
        assert_eq!(answer(s.undo_walk_in(&by(who), walk_in).await), expected, "walk-in by {who}");
        assert_eq!(answer(s.undo_head_count(&by(who), count).await), expected, "count by {who}");
    }
    for (who, expected) in [(CITIZEN, Answer::Denied), (OF_CITY, Answer::Absent), (ADMIN, Answer::Absent)] {
        assert_eq!(answer(s.undo_walk_in(&by(who), WalkInId(404)).await), expected);
        assert_eq!(answer(s.undo_head_count(&by(who), HeadCountId(404)).await), expected);
    }
}

#[tokio::test]
async fn a_right_that_was_taken_ends_with_the_next_press_and_on_the_board() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let s = &bench.services;
    let scope = s.add_scope(&by(ADMIN), PersonId(OF_CITY), &Scope::default()).await.unwrap();
    s.put_up(PersonId(OF_CITY), event, 10, "").await.unwrap();
    let (up, stale) = s.stale_boards().await.unwrap();
    assert_eq!((up, stale.len()), (1, 1));
    assert!(s.door_of(&stale[0]).await.unwrap().is_some());
    s.remove_scope(&by(ADMIN), scope).await.unwrap();
    assert_eq!(answer(s.add_walk_in(&by(OF_CITY), event).await), Answer::Denied);
    assert!(s.door_of(&stale[0]).await.unwrap().is_none());
}
