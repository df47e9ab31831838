//! A broadcast while the bot is killed over and over: nobody gets it twice, and whoever did not get it is known.
//! `QATYS_KILLS` sets how often, `QATYS_PEOPLE` how many are written to, `QATYS_SEED` repeats a run.

use super::{number, say};
use crate::{
    database::close,
    process::{Bench, PATIENCE, until},
};
use chrono::{NaiveTime, TimeDelta};
use qatys::{
    clock::{Chance, Clock},
    domain::{Audience, Content, Draft, Part, PersonId, QuietHours, Timing, Whom},
    service::{Actor, BroadcastConfirmed, Policy, Services},
    simulator::{Faults, Profile},
    store::Store,
};
use rand::{Rng as _, SeedableRng as _, rngs::SmallRng};
use std::{collections::HashMap, time::Duration};
use tokio::time::{Instant, sleep, sleep_until};

const ADMIN: i64 = 900;
/// Number of the first person.
const FIRST: i64 = 1_000_000;
/// Messages that may be on their way at the same time (`jobs::courier`).
const WINDOW: usize = 128;

#[derive(Debug)]
struct Verdict {
    kills: usize,
    delivered: usize,
    doubled: usize,
    uncertain: usize,
    /// Neither got it nor is listed as uncertain.
    missed: usize,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broadcast_survives_kills_and_reaches_nobody_twice() {
    let verdict = run(number("QATYS_KILLS").unwrap_or(12) as usize, false).await;
    assert_eq!((verdict.missed, verdict.doubled), (0, 0), "{verdict:?}");
    assert!(verdict.delivered > 0, "{verdict:?}");
    assert!(verdict.uncertain <= verdict.kills * WINDOW, "{verdict:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn sent_again_after_a_kill_it_reaches_somebody_twice() {
    let verdict = run(6, true).await;
    assert!(verdict.doubled > 0 && verdict.missed == 0, "{verdict:?}");
}

async fn run(kills: usize, careless: bool) -> Verdict {
    let seed = number("QATYS_SEED").unwrap_or_else(|| u64::from_be_bytes(Chance::system().bytes()) >> 16);
    let people = number("QATYS_PEOPLE").unwrap_or(200 * kills as u64) as i64;
    say(&format!("broadcast: QATYS_SEED={seed} QATYS_KILLS={kills} QATYS_PEOPLE={people}"));
    let mut chance = SmallRng::seed_from_u64(seed);
    let mut bench = Bench::new().await;
    bench.set("QATYS_QUIET_HOURS", "00:00-00:00");
    if careless {
        bench.set("QATYS_CARELESS", "1");
    }
    bench.telegram.set_faults(Faults { latency: Duration::from_millis(20), ..Faults::default() });
    confirm(&bench, people).await;
    let mut killed = 0;
    while killed < kills && !is_done(&bench).await {
        let before = bench.calls("sendMessage", None, Some(200));
        let victim = bench.run().await;
        // On a server it first waits until the others have heard of it.
        until("it goes on", async || {
            bench.calls("sendMessage", None, Some(200)) > before || is_done(&bench).await
        })
        .await;
        sleep_until(Instant::now() + Duration::from_millis(chance.random_range(10..200))).await;
        victim.kill().await;
        killed += 1;
        bench.database.forget_the_dead().await;
    }
    let victim = bench.run().await;
    let end = Instant::now() + PATIENCE * 8;
    while !is_done(&bench).await {
        assert!(Instant::now() < end, "it does not come to its end");
        sleep(Duration::from_millis(50)).await;
    }
    victim.stop().await;
    let verdict = judge(&bench, people, killed).await;
    say(&format!("broadcast: {verdict:?}"));
    verdict
}

/// Everybody is known, and the broadcast is confirmed before the bot starts for the first time.
async fn confirm(bench: &Bench, people: i64) {
    for id in FIRST..FIRST + people {
        let profile = Profile { id, first_name: "Emma".into(), ..Profile::default() };
        bench.telegram.join(profile).acquaint(false);
    }
    let store = Store::open(bench.database.url(), 2).await.unwrap();
    let clock = Clock::system();
    let mut tx = store.begin().await.unwrap();
    for id in FIRST..FIRST + people {
        qatys::store::people::add(&mut tx, PersonId(id), None, clock.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let policy = Policy {
        zone: chrono_tz::Asia::Almaty,
        offer_window: TimeDelta::hours(12),
        reminders: Vec::new(),
        quiet: QuietHours { from: NaiveTime::MIN, to: NaiveTime::MIN, zone: chrono_tz::Asia::Almaty },
        send_rate: 1000,
        admins: vec![PersonId(ADMIN)],
        journal: None,
        export_phones: false,
        careless: false,
    };
    let services = Services::new(store.clone(), clock, Chance::system(), policy).await.unwrap();
    let part = Part { html: "Ертең <b>қала күні</b>".into(), attached: None };
    let draft = Draft {
        audience: Audience { whom: Whom::Everybody, ..Audience::default() },
        content: Content { kk: Some(part), ..Content::default() },
        timing: Timing::Now,
        paid: true,
    };
    let confirmed = services.confirm_broadcast(&Actor::unprompted(PersonId(ADMIN)), &draft).await.unwrap();
    assert!(matches!(confirmed, BroadcastConfirmed::Scheduled(_)), "{confirmed:?}");
    store.close().await;
}

async fn is_done(bench: &Bench) -> bool {
    bench.number("SELECT count(*) FROM broadcasts WHERE status <> 'done'").await == 0
}

async fn judge(bench: &Bench, people: i64, kills: usize) -> Verdict {
    let mut conn = bench.database.connect().await;
    let uncertain: Vec<i64> = conn
        .sql("SELECT person_id FROM outbox WHERE kind = 'broadcast' AND state = 'uncertain'")
        .values()
        .await
        .unwrap();
    close(conn).await;
    let got: HashMap<i64, usize> =
        bench.telegram.people().iter().map(|person| (person.id(), person.messages().len())).collect();
    let of = |id| got.get(&id).copied().unwrap_or_default();
    Verdict {
        kills,
        delivered: (FIRST..FIRST + people).map(of).sum(),
        doubled: (FIRST..FIRST + people).filter(|id| of(*id) > 1).count(),
        uncertain: uncertain.len(),
        missed: (FIRST..FIRST + people).filter(|id| of(*id) == 0 && !uncertain.contains(id)).count(),
    }
}
