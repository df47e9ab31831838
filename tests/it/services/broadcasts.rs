//! Broadcasts from the draft to the last message: who may, when they go, pause, stop, what comes after. Nothing is sent:
//! the tests end what is claimed as the courier would.

use super::*;
use qatys::{
    domain::{
        Audience, Broadcast, BroadcastId, BroadcastStatus, Content, Draft, Lane, Part, QuietHours, Scope,
        Task, Timing, Whom,
    },
    service::{BroadcastConfirmed, Ending, Error},
};

const AUTHOR: i64 = 70;

fn draft(audience: Audience, timing: Timing) -> Draft {
    let part = Part { html: "Сәлем".into(), attached: None };
    Draft { audience, content: Content { kk: Some(part), ..Content::default() }, timing, paid: false }
}

fn everybody() -> Audience {
    Audience { whom: Whom::Everybody, ..Audience::default() }
}

impl Bench {
    /// So many people, from number 1 on.
    async fn town(&self, people: i64) {
        let mut tx = self.store.begin().await.unwrap();
        for id in 1..=people {
            store::people::add(&mut tx, PersonId(id), Some(Language::Kk), now()).await.unwrap();
        }
        tx.commit().await.unwrap();
    }

    async fn confirmed(&self, draft: &Draft) -> Broadcast {
        match self.services.confirm_broadcast(&by(ADMIN), draft).await.unwrap() {
            BroadcastConfirmed::Scheduled(broadcast) => *broadcast,
            other => panic!("{other:?}"),
        }
    }

    async fn look(&self, id: BroadcastId) -> Broadcast {
        self.services.overview(id).await.unwrap().unwrap().broadcast
    }

    /// Begins what is due and hands it over, as the job does, until nothing more comes of it.
    async fn feed(&self) {
        for _ in 0..20 {
            for broadcast in self.services.open_broadcasts().await.unwrap() {
                match broadcast.status {
                    BroadcastStatus::Scheduled => {
                        self.services.start_broadcast(broadcast.id).await.unwrap();
                    }
                    _ => {
                        self.services.feed(&broadcast).await.unwrap();
                    }
                }
            }
        }
    }

    /// Claims so many and ends them so; whom they were for.
    async fn send(&self, limit: u32, ending: &Ending) -> Vec<i64> {
        let mut limits = [0; Lane::ALL.len()];
        (limits[Lane::Broadcasts as usize], limits[Lane::Paid as usize]) = (limit, limit);
        let mut people = Vec::new();
        for claimed in self.services.claim_notices(&limits).await.unwrap() {
            people.push(claimed.person.0);
            self.services.finish_notice(&claimed, ending).await.unwrap();
        }
        people.sort_unstable();
        people
    }

    async fn tally(&self, id: BroadcastId) -> (u32, u32, u32, u32) {
        let tally = self.services.overview(id).await.unwrap().unwrap().tally;
        (tally.queued, tally.sent, tally.uncertain, tally.void)
    }
}

fn sent() -> Ending {
    Ending::Sent(Some(5))
}

#[tokio::test]
async fn everybody_gets_it_once_and_then_it_is_done() {
    let bench = Bench::new().await;
    bench.town(5).await;
    let broadcast = bench.confirmed(&draft(everybody(), Timing::Now)).await;
    assert_eq!((broadcast.status, broadcast.people), (BroadcastStatus::Scheduled, 5));
    assert!(!bench.services.broadcasts_rest().await.unwrap());
    bench.feed().await;
    assert_eq!(bench.look(broadcast.id).await.status, BroadcastStatus::Running);
    assert_eq!(bench.send(9, &sent()).await, [1, 2, 3, 4, 5]);
    bench.feed().await;
    let done = bench.look(broadcast.id).await;
    assert_eq!((done.status, done.finished_at), (BroadcastStatus::Done, Some(now())));
    assert_eq!(bench.tally(broadcast.id).await, (0, 5, 0, 0));
    assert!(bench.services.broadcasts_rest().await.unwrap());
    assert_eq!(bench.send(9, &sent()).await, [0_i64; 0]);
}

#[tokio::test]
async fn a_pause_holds_what_waits_and_a_stop_gives_it_up() {
    let bench = Bench::new().await;
    bench.town(9).await;
    let id = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    bench.feed().await;
    assert_eq!(bench.send(3, &sent()).await.len(), 3);
    let (services, admin) = (&bench.services, by(ADMIN));
    // One is on its way while it is paused: it comes back and waits too.
    let mut limits = [0; Lane::ALL.len()];
    limits[Lane::Broadcasts as usize] = 1;
    let on_its_way = services.claim_notices(&limits).await.unwrap().remove(0);
    assert_eq!(services.pause_broadcast(&admin, id).await.unwrap().unwrap().status, BroadcastStatus::Paused);
    assert!(services.pause_broadcast(&admin, id).await.unwrap().is_none(), "it stands still already");
    services.finish_notice(&on_its_way, &Ending::Held).await.unwrap();
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [0_i64; 0]);
    assert_eq!(bench.tally(id).await, (6, 3, 0, 0));
    assert_eq!(
        services.resume_broadcast(&admin, id).await.unwrap().unwrap().status,
        BroadcastStatus::Running
    );
    assert_eq!(bench.send(2, &sent()).await.len(), 2);
    assert_eq!(services.stop_broadcast(&admin, id).await.unwrap().unwrap().status, BroadcastStatus::Stopped);
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [0_i64; 0]);
    assert_eq!(bench.tally(id).await, (0, 5, 0, 4));
    assert!(services.resume_broadcast(&admin, id).await.unwrap().is_none(), "it is over");
    // Whom the stop left without it, and whoever has come since.
    bench.town(10).await;
    services.send_to_latecomers(&admin, id).await.unwrap().unwrap();
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await.len(), 5, "four and the newcomer, and nobody twice");
    bench.feed().await;
    assert_eq!(bench.look(id).await.status, BroadcastStatus::Done);
}

#[tokio::test]
async fn what_is_uncertain_is_sent_again_only_when_somebody_asks() {
    let bench = Bench::new().await;
    bench.town(4).await;
    let id = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    bench.feed().await;
    assert_eq!(bench.send(2, &Ending::Uncertain).await, [1, 2]);
    assert_eq!(bench.send(1, &Ending::Failed("no".into())).await, [3]);
    assert_eq!(bench.send(9, &sent()).await, [4]);
    bench.feed().await;
    assert_eq!(bench.look(id).await.status, BroadcastStatus::Done);
    let listed = bench.services.list_deliveries(&by(ADMIN), id).await.unwrap();
    let states: Vec<_> = listed.iter().map(|delivery| delivery.state.as_str()).collect();
    assert_eq!(states, ["uncertain", "uncertain", "failed", "sent"]);
    bench.services.send_again(&by(ADMIN), id).await.unwrap().unwrap();
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [1, 2, 3]);
    bench.feed().await;
    assert_eq!(bench.tally(id).await, (0, 4, 0, 0));
}

#[tokio::test]
async fn what_was_sent_is_corrected_and_withdrawn_with_whoever_has_it() {
    let bench = Bench::new().await;
    bench.town(3).await;
    let admin = by(ADMIN);
    let id = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    assert!(bench.services.withdraw_broadcast(&admin, id).await.unwrap().is_none(), "nothing was sent yet");
    bench.feed().await;
    bench.send(1, &Ending::Gone).await;
    bench.send(9, &sent()).await;
    bench.feed().await;
    let part = Part { html: "Сәлем!".into(), attached: None };
    let content = Content { kk: Some(part), ..Content::default() };
    bench.services.correct_broadcast(&admin, id, &content).await.unwrap().unwrap();
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [2, 3]);
    bench.feed().await;
    let corrected = bench.look(id).await;
    assert_eq!(
        (corrected.status, corrected.task, corrected.version),
        (BroadcastStatus::Done, Task::Correct, 1)
    );
    assert_eq!(corrected.content, content);
    bench.services.withdraw_broadcast(&admin, id).await.unwrap().unwrap();
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [2, 3]);
    bench.feed().await;
    assert_eq!(bench.look(id).await.task, Task::Withdraw);
    assert!(bench.services.send_to_latecomers(&admin, id).await.unwrap().is_none(), "it was withdrawn");
}

#[tokio::test]
async fn quiet_hours_put_off_what_waits_and_what_begins() {
    let time = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    // It is noon.
    let quiet = QuietHours { from: time(13), to: time(15), zone: Almaty };
    let bench = Bench::with(Folder::new(), Policy { quiet, ..policy() }).await;
    bench.town(4).await;
    let id = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    bench.feed().await;
    assert_eq!(bench.send(1, &sent()).await, [1]);
    bench.clock.advance(TimeDelta::minutes(61));
    let later = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [0_i64; 0]);
    assert_eq!(bench.look(later).await.status, BroadcastStatus::Scheduled);
    assert!(bench.services.broadcasts_rest().await.unwrap() && bench.services.notices_rest().await.unwrap());
    bench.clock.advance(TimeDelta::minutes(119));
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [1, 2, 2, 3, 3, 4, 4]);
    assert_eq!(bench.tally(id).await, (0, 4, 0, 0));
}

#[tokio::test]
async fn one_that_follows_an_event_is_moved_with_it_and_stands_still_when_it_is_cancelled() {
    let bench = Bench::new().await;
    let event = bench.event(Some(9)).await;
    bench.join(1, event, 1).await;
    let confirmed = bench.confirmed(&draft(Audience::of(event), Timing::Start(event, -60))).await;
    assert_eq!(confirmed.due, start() - TimeDelta::hours(1));
    assert_eq!(confirmed.expires_at, start(), "once it has begun, what was to be said before is of no use");
    let mut moved = EventFacts { capacity: Some(9), ..facts("E-0") };
    moved.local_start += TimeDelta::hours(2);
    bench.services.import(&[moved], true, false).await.unwrap().unwrap();
    bench.feed().await;
    let due = bench.look(confirmed.id).await.due;
    assert_eq!(due, start() + TimeDelta::hours(1));
    let mut tx = bench.store.begin().await.unwrap();
    store::events::set_status(&mut tx, event, EventStatus::Cancelled).await.unwrap();
    tx.commit().await.unwrap();
    bench.feed().await;
    let paused = bench.look(confirmed.id).await;
    assert_eq!(paused.status, BroadcastStatus::Paused);
    assert_eq!(paused.fault.as_deref(), Some(qatys::domain::EVENT_CANCELLED));
    // Whoever wants it sent all the same has it sent at its time.
    bench.services.resume_broadcast(&by(ADMIN), confirmed.id).await.unwrap().unwrap();
    bench.feed().await;
    let resumed = bench.look(confirmed.id).await;
    assert_eq!((resumed.status, resumed.fault, resumed.due), (BroadcastStatus::Scheduled, None, due));
    let late = draft(Audience::of(event), Timing::At(now() - TimeDelta::minutes(1)));
    let refused = bench.services.confirm_broadcast(&by(ADMIN), &late).await.unwrap();
    assert_eq!(refused, BroadcastConfirmed::TooLate);
    let nobody = draft(Audience { whom: Whom::Came, ..Audience::of(event) }, Timing::Now);
    let refused = bench.services.confirm_broadcast(&by(ADMIN), &nobody).await.unwrap();
    assert_eq!(refused, BroadcastConfirmed::Nobody);
}

#[tokio::test]
async fn what_has_expired_is_not_sent() {
    let bench = Bench::new().await;
    bench.town(2).await;
    let id = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    bench.feed().await;
    assert_eq!(bench.send(1, &sent()).await, [1]);
    bench.clock.advance(TimeDelta::hours(25));
    assert_eq!(bench.send(9, &sent()).await, [0_i64; 0]);
    bench.feed().await;
    assert_eq!((bench.look(id).await.status, bench.tally(id).await), (BroadcastStatus::Done, (0, 1, 0, 1)));
}

#[tokio::test]
async fn what_telegram_refuses_again_and_again_stands_still() {
    let bench = Bench::new().await;
    bench.town(2).await;
    let id = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    bench.feed().await;
    bench.services.pause_for_fault(id, "can't parse entities").await.unwrap();
    let paused = bench.look(id).await;
    assert_eq!(
        (paused.status, paused.fault.as_deref()),
        (BroadcastStatus::Paused, Some("can't parse entities"))
    );
    assert_eq!(bench.send(9, &sent()).await, [0_i64; 0]);
}

#[tokio::test]
async fn an_organiser_reaches_their_own_people_and_needs_a_yes_for_others() {
    let bench = Bench::new().await;
    bench.town(3).await;
    let event = bench.event(Some(9)).await;
    bench.join(1, event, 1).await;
    let services = &bench.services;
    let own = draft(Audience::of(event), Timing::Now);
    assert!(matches!(services.confirm_broadcast(&by(AUTHOR), &own).await, Err(Error::NoRight)));
    let scope = Scope { organisation: Some(facts("one").organisation), ..Scope::default() };
    services.add_scope(&by(ADMIN), PersonId(AUTHOR), &scope).await.unwrap();
    let BroadcastConfirmed::Scheduled(mine) = services.confirm_broadcast(&by(AUTHOR), &own).await.unwrap()
    else {
        panic!("their own people")
    };
    let all = draft(everybody(), Timing::Now);
    let BroadcastConfirmed::Proposed(proposed) = services.confirm_broadcast(&by(AUTHOR), &all).await.unwrap()
    else {
        panic!("everybody else's")
    };
    assert_eq!(bench.told("proposal").await, [ADMIN]);
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [1], "only what needs nobody's yes");
    assert!(matches!(services.judge_broadcast(&by(AUTHOR), proposed.id, true).await, Err(Error::NoRight)));
    assert!(services.judge_broadcast(&by(ADMIN), proposed.id, true).await.unwrap().is_some());
    assert!(services.judge_broadcast(&by(ADMIN), proposed.id, false).await.unwrap().is_none(), "too late");
    assert_eq!(bench.told("judgement").await, [AUTHOR]);
    bench.feed().await;
    assert_eq!(bench.send(9, &sent()).await, [1, 2, 3]);
    // What is somebody else's looks as if it were not there.
    let theirs = bench.confirmed(&draft(everybody(), Timing::Now)).await.id;
    for id in [theirs, BroadcastId(404)] {
        assert!(matches!(services.broadcast(&by(AUTHOR), id).await, Err(Error::NoRight)));
        assert!(matches!(services.pause_broadcast(&by(AUTHOR), id).await, Err(Error::NoRight)));
        assert!(matches!(services.stop_broadcast(&by(AUTHOR), id).await, Err(Error::NoRight)));
        assert!(matches!(services.withdraw_broadcast(&by(AUTHOR), id).await, Err(Error::NoRight)));
        assert!(matches!(services.list_deliveries(&by(AUTHOR), id).await, Err(Error::NoRight)));
    }
    let listed = services.broadcasts(&by(AUTHOR), 0).await.unwrap();
    assert_eq!(listed.items.iter().map(|one| one.id).collect::<Vec<_>>(), [proposed.id, mine.id]);
    assert_eq!(services.broadcasts(&by(ADMIN), 0).await.unwrap().total, 3);
    assert!(matches!(services.broadcasts(&by(1), 0).await, Err(Error::NoRight)));
}
