//! Statements on the outbox: once of a kind, claimed by lane and age, finished by whoever claimed it, found again.

use super::*;
use qatys::{
    domain::{Lane, Notice, Occasion, Optional, Planned, ReminderRule, UpdateId},
    store::{
        mutes, occasions,
        outbox::{self, Claimed, Ending},
    },
};

const ALL: [u32; Lane::ALL.len()] = [9; Lane::ALL.len()];

const fn ticket(registration: i64) -> Notice {
    Notice::Ticket { registration: RegistrationId(registration) }
}

async fn claim(tx: &mut Tx, limits: [u32; 5], at: i64) -> Vec<Claimed> {
    outbox::claim(tx, limits, minutes(at), 1).await.unwrap()
}

fn people(claimed: &[Claimed]) -> Vec<i64> {
    let mut people: Vec<_> = claimed.iter().map(|claimed| claimed.person.0).collect();
    people.sort_unstable();
    people
}

#[tokio::test]
async fn a_notice_is_queued_once_and_comes_back_as_it_was() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let until = start() + TimeDelta::milliseconds(7);
    let notices = [
        ticket(1),
        Notice::SeatOffered { registration: RegistrationId(2), until },
        Notice::Reminder { registration: RegistrationId(3), rule: "day@11:00".parse().unwrap() },
        Notice::EventCancelled { registration: RegistrationId(4) },
        Notice::DeadLetter { update: UpdateId(-5) },
    ];
    for notice in &notices {
        assert!(outbox::add(&mut tx, PersonId(1), notice, now(), None).await.unwrap());
        assert!(!outbox::add(&mut tx, PersonId(1), notice, minutes(1), None).await.unwrap());
        assert!(outbox::add(&mut tx, PersonId(2), notice, minutes(9), None).await.unwrap(), "another person");
    }
    assert_eq!(outbox::next_due(&mut tx).await.unwrap(), Some(now()));
    let claimed = claim(&mut tx, ALL, 0).await;
    assert_eq!(claimed.len(), notices.len());
    assert!(notices.iter().all(|notice| claimed.iter().any(|claimed| claimed.notice == *notice)));
    assert!(claimed.iter().all(|claimed| (claimed.attempt, claimed.replica) == (1, 1)));
    assert_eq!(outbox::next_due(&mut tx).await.unwrap(), Some(minutes(9)));
    tx.rollback().await;
}

#[tokio::test]
async fn lanes_are_claimed_by_age_each_to_its_limit() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    assert_eq!(outbox::next_due(&mut tx).await.unwrap(), None);
    for (person, due) in [(1, 3), (2, 1), (3, 2), (4, 9)] {
        outbox::add(&mut tx, PersonId(person), &ticket(person), minutes(due), None).await.unwrap();
        let letter = Notice::EventCancelled { registration: RegistrationId(person) };
        assert_ne!(letter.lane(), ticket(1).lane());
        outbox::add(&mut tx, PersonId(person + 10), &letter, minutes(due), None).await.unwrap();
    }
    let mut limits = [0; 5];
    limits[ticket(1).lane() as usize] = 2;
    assert_eq!(people(&claim(&mut tx, limits, 3).await), [2, 3], "the oldest of one lane");
    assert_eq!(people(&claim(&mut tx, limits, 3).await), [1]);
    assert_eq!(people(&claim(&mut tx, limits, 3).await), [0; 0]);
    assert_eq!(people(&claim(&mut tx, ALL, 3).await), [11, 12, 13]);
    tx.rollback().await;
}

#[tokio::test]
async fn only_whoever_claimed_a_notice_can_finish_it() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    outbox::add(&mut tx, PersonId(1), &ticket(1), now(), None).await.unwrap();
    let first = claim(&mut tx, ALL, 0).await.remove(0);
    outbox::postpone(&mut tx, &first, minutes(5), true).await.unwrap();
    assert_eq!(outbox::count(&mut tx).await.unwrap(), (1, 0, 1));
    assert!(claim(&mut tx, ALL, 4).await.is_empty());
    let second = claim(&mut tx, ALL, 5).await.remove(0);
    assert_eq!(second.attempt, 2);
    // What the first try has to say comes too late, and so does a stranger.
    let stranger = Claimed { replica: 2, ..second.clone() };
    for late in [&first, &stranger] {
        outbox::finish(&mut tx, late, &Ending::Failed("no".into()), now()).await.unwrap();
        outbox::postpone(&mut tx, late, now(), true).await.unwrap();
    }
    assert_eq!(outbox::count(&mut tx).await.unwrap(), (1, 0, 1));
    outbox::finish(&mut tx, &second, &Ending::Failed("no".into()), minutes(6)).await.unwrap();
    assert_eq!(outbox::count(&mut tx).await.unwrap(), (0, 1, 1));
    for (ending, word) in [
        (Ending::Sent(Some(5)), "sent"),
        (Ending::Void, "void"),
        (Ending::Gone, "gone"),
        (Ending::Failed("no".into()), "failed"),
        (Ending::Uncertain, "uncertain"),
    ] {
        outbox::renew(&mut tx, PersonId(1), &ticket(1), minutes(7)).await.unwrap();
        outbox::renew(&mut tx, PersonId(1), &ticket(1), minutes(8)).await.unwrap();
        let claimed = claim(&mut tx, ALL, 7).await;
        assert_eq!((claimed.len(), claimed[0].attempt), (1, 1), "anew, and once");
        outbox::finish(&mut tx, &claimed[0], &ending, minutes(9)).await.unwrap();
        let state: String = tx.sql("SELECT state FROM outbox").value().await.unwrap();
        assert_eq!(state, word);
    }
    assert_eq!(outbox::sweep(&mut tx, minutes(9), 9).await.unwrap(), 0);
    assert_eq!(outbox::sweep(&mut tx, minutes(10), 9).await.unwrap(), 1);
    tx.rollback().await;
}

#[tokio::test]
async fn what_had_its_time_is_void_and_what_a_dead_replica_sent_is_found() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    for (person, due, void) in [(1, 0, Some(5)), (2, 0, Some(6)), (3, 0, None), (4, 9, Some(5))] {
        let void = void.map(minutes);
        outbox::add(&mut tx, PersonId(person), &ticket(person), minutes(due), void).await.unwrap();
    }
    assert_eq!(outbox::void_stale(&mut tx, minutes(5)).await.unwrap(), 1);
    let claimed = claim(&mut tx, ALL, 5).await;
    assert_eq!(people(&claimed), [2, 3]);
    // Replica 1 is the bench's own, and lives.
    assert_eq!(outbox::recover(&mut tx, now(), false).await.unwrap(), 0);
    store::replicas::remove(&mut tx, 1).await.unwrap();
    assert_eq!(outbox::recover(&mut tx, now(), false).await.unwrap(), 2);
    assert_eq!(outbox::count(&mut tx).await.unwrap(), (3, 0, 2));
    outbox::finish(&mut tx, &claimed[0], &Ending::Sent(None), now()).await.unwrap();
    assert_eq!(outbox::count(&mut tx).await.unwrap(), (3, 0, 2), "it was taken from whoever was gone");
    tx.rollback().await;
}

#[tokio::test]
async fn reminders_reach_whoever_is_seated_and_joined_before() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    let seated = sign_up(&mut tx, event, 1, 1, Standing::Seated).await;
    sign_up(&mut tx, event, 2, 1, Standing::Waiting).await;
    let rule: ReminderRule = "day@11:00".parse().unwrap();
    let planned = |due| Planned { event, occasion: Occasion::Reminder(rule), due };
    let add = async |tx: &mut Tx, due| {
        occasions::add_for_registrations(tx, &planned(due), 0, start(), minutes(2)).await.unwrap()
    };
    assert_eq!(add(&mut tx, now() - TimeDelta::milliseconds(1)).await, 0, "joined after it fell due");
    assert_eq!(add(&mut tx, now()).await, 1);
    assert_eq!(add(&mut tx, minutes(1)).await, 0, "once");
    let claimed = claim(&mut tx, ALL, 2).await;
    assert_eq!(claimed[0].notice, Notice::Reminder { registration: seated, rule });
    outbox::finish(&mut tx, &claimed[0], &Ending::Sent(None), minutes(2)).await.unwrap();
    outbox::forget_reminders(&mut tx, event).await.unwrap();
    assert_eq!(add(&mut tx, minutes(1)).await, 0, "no reminder is planned: none is forgotten");
    occasions::set(&mut tx, &planned(minutes(9)), now()).await.unwrap();
    outbox::forget_reminders(&mut tx, event).await.unwrap();
    assert_eq!(add(&mut tx, minutes(1)).await, 1);
    tx.rollback().await;
}

#[tokio::test]
async fn the_other_occasions_reach_whom_they_concern() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    let seated = sign_up(&mut tx, event, 1, 1, Standing::Seated).await;
    let waiting = sign_up(&mut tx, event, 2, 1, Standing::Waiting).await;
    sign_up(&mut tx, event, 3, 1, Standing::Seated).await;
    mutes::add(&mut tx, PersonId(3), Optional::Feedback, now()).await.unwrap();
    for (occasion, expected) in [
        (Occasion::Closing, Some(Notice::Closed { registration: waiting, revision: 4 })),
        (Occasion::Feedback, Some(Notice::Feedback { registration: seated })),
        (Occasion::Results, None),
    ] {
        let planned = Planned { event, occasion, due: now() };
        for added in [u64::from(expected.is_some()), 0] {
            let of_it = occasions::add_for_registrations(&mut tx, &planned, 4, start(), now()).await.unwrap();
            assert_eq!(of_it, added, "{occasion}");
        }
        let claimed = claim(&mut tx, ALL, 1).await;
        assert_eq!(claimed.first().map(|claimed| claimed.notice.clone()), expected);
        for claimed in &claimed {
            let kept: (String, String) = tx
                .sql("SELECT kind, subject FROM outbox WHERE id = $1")
                .bind(claimed.id.0)
                .one()
                .await
                .unwrap();
            assert_eq!(kept, (claimed.notice.kind().to_owned(), claimed.notice.subject()));
        }
    }
    tx.rollback().await;
}

#[tokio::test]
async fn a_change_that_has_not_gone_out_is_taken_back() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (moved, other) = (event(&mut tx, "moved", 0).await, event(&mut tx, "other", 0).await);
    let mut notices = Vec::new();
    for (person, event) in [(1, moved), (2, moved), (3, other)] {
        let registration = sign_up(&mut tx, event, person, 1, Standing::Seated).await;
        let notice = Notice::EventChanged { registration, revision: 1, before: None };
        outbox::add(&mut tx, PersonId(person), &notice, minutes(person), None).await.unwrap();
        notices.push(notice);
    }
    // The first is on its way already.
    assert_eq!(people(&claim(&mut tx, ALL, 1).await), [1]);
    let taken = outbox::take_changes(&mut tx, moved).await.unwrap();
    assert_eq!(taken, [(PersonId(2), notices[1].clone(), minutes(2))]);
    assert!(outbox::take_changes(&mut tx, moved).await.unwrap().is_empty());
    assert_eq!(people(&claim(&mut tx, ALL, 9).await), [3]);
    tx.rollback().await;
}
