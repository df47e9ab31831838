//! Several processes on one PostgreSQL: what each was told stands whichever of them dies, and together they behave as
//! one bot. They need a server: the `postgres` run includes them, the others leave them out.

#![cfg(test)]

mod fleet;

use crate::{
    crash::{
        gather,
        judge::{Verdict, judge},
        number, say,
        visitor::Visitor,
    },
    database::close,
    process::{Bench, until},
};
use chrono::{DateTime, TimeDelta, Utc};
use fleet::{Fleet, Gate};
use qatys::clock::Chance;
use rand::{Rng as _, SeedableRng as _, rngs::SmallRng};
use std::{sync::Arc, time::Duration};
use tokio::{
    task::JoinSet,
    time::{Instant, sleep},
};
use tokio_util::sync::CancellationToken;

const PEOPLE: i64 = 24;
const SEATS: [Option<u32>; 6] = [Some(1), Some(3), Some(5), Some(13), Some(40), None];
/// Notices of one lane that one process may have on their way at the same time (`jobs::courier`).
const WINDOW: i64 = 32;

/// People who sign up, leave and lose patience until they are told to stop.
struct Crowd {
    people: JoinSet<crate::crash::visitor::Story>,
    stop: CancellationToken,
}

impl Crowd {
    async fn enter(bench: &Bench, seed: u64) -> Self {
        let mut links = Vec::new();
        for event in 0..SEATS.len() {
            links.push(bench.link(event).await);
        }
        let (links, stop, mut people) = (Arc::new(links), CancellationToken::new(), JoinSet::new());
        for number in 0..PEOPLE {
            let visitor = Visitor::new(bench.person(number), Arc::clone(&links), seed, None, stop.clone());
            people.spawn(visitor.live());
        }
        Self { people, stop }
    }

    /// Everybody stops; what is still on its way is waited for, and everything is compared.
    async fn leave(self, bench: &Bench, kills: usize, replicas: i64) -> Verdict {
        self.stop.cancel();
        let story = gather(self.people).await;
        bench.settled().await;
        judge(bench, &story, kills, (kills as i64 + 1) * replicas * WINDOW).await
    }
}

/// Waits until there are so many registrations, cancelled ones included.
async fn signed_up(bench: &Bench, count: i64) -> i64 {
    let made = async || bench.number("SELECT count(*) FROM registrations").await;
    until("sign-ups", async || made().await >= count).await;
    made().await
}

fn seed() -> u64 {
    let seed = number("QATYS_SEED").unwrap_or_else(|| u64::from_be_bytes(Chance::system().bytes()) >> 16);
    say(&format!("QATYS_SEED={seed}"));
    seed
}

async fn bench() -> Bench {
    let bench = Bench::new().await;
    bench.telegram.keep_calls(false);
    bench.publish(&SEATS).await;
    bench
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "on PostgreSQL only"]
async fn one_of_three_is_killed_every_second_and_nothing_is_lost() {
    let (seed, kills) = (seed(), number("QATYS_KILLS").unwrap_or(20) as usize);
    let mut chance = SmallRng::seed_from_u64(seed);
    let mut fleet = Fleet::start(bench().await, 3).await;
    let crowd = Crowd::enter(&fleet.bench, seed).await;
    for _ in 0..kills {
        sleep(Duration::from_secs(1)).await;
        let number = chance.random_range(0..3);
        fleet.kill(number).await;
        fleet.revive(number);
    }
    signed_up(&fleet.bench, 30).await;
    let verdict = crowd.leave(&fleet.bench, kills, 1).await;
    say(&format!("three replicas: {verdict}"));
    fleet.stop().await;
    assert_eq!(verdict.faults(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "on PostgreSQL only"]
async fn the_server_is_away_for_twenty_seconds_and_nobody_is_restarted() {
    let seed = seed();
    let mut bench = bench().await;
    let gate = Gate::before(bench.database.server()).await;
    bench.set("DATABASE_URL", bench.database.url_by(&gate.address));
    let fleet = Fleet::start(bench, 2).await;
    let crowd = Crowd::enter(&fleet.bench, seed).await;
    let before = signed_up(&fleet.bench, 10).await;
    gate.shut();
    sleep(Duration::from_secs(20)).await;
    gate.reopen();
    signed_up(&fleet.bench, before + 10).await;
    let verdict = crowd.leave(&fleet.bench, 1, 2).await;
    say(&format!("server away: {verdict}"));
    fleet.stop().await;
    assert_eq!(verdict.faults(), [""; 0]);
}

/// Thirty words searched for in one breath, whatever process each of them reaches.
async fn in_one_breath(careless: bool) -> Vec<String> {
    let mut bench = bench().await;
    if careless {
        bench.set("QATYS_CARELESS", "1");
    }
    let fleet = Fleet::start(bench, 3).await;
    let person = fleet.bench.person(1);
    person.start(None);
    until("a greeting", async || person.messages().iter().any(|message| message.from_bot)).await;
    for number in 0..30 {
        person.say(&format!("слово{number:02}"));
    }
    let answers = || {
        let messages = person.messages();
        let answers = messages.iter().filter(|message| message.from_bot && message.text.contains("слово"));
        let word = |text: &str| text.find("слово").map(|at| text[at..].chars().take(7).collect::<String>());
        answers.filter_map(|message| word(&message.text)).collect::<Vec<_>>()
    };
    until("thirty answers", async || answers().len() >= 30).await;
    fleet.bench.settled().await;
    let answers = answers();
    fleet.stop().await;
    answers
}

fn in_order() -> Vec<String> {
    (0..30).map(|number| format!("слово{number:02}")).collect()
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "on PostgreSQL only"]
async fn one_person_is_answered_in_order_by_three_processes() {
    assert_eq!(in_one_breath(false).await, in_order());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "on PostgreSQL only"]
async fn without_turns_one_person_is_answered_out_of_order() {
    assert_ne!(in_one_breath(true).await, in_order());
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "on PostgreSQL only"]
async fn a_dead_scheduler_is_replaced_within_ten_seconds() {
    let mut fleet = Fleet::start(bench().await, 3).await;
    // The lock's number is that of the scheduler's post (`store::Post`).
    let holder = "SELECT CAST(coalesce(max(pid), 0) AS BIGINT) FROM pg_locks
                  WHERE locktype = 'advisory' AND objid = 1363214337 AND granted";
    until("somebody holds the post", async || fleet.bench.number(holder).await != 0).await;
    // When two are dead it can only be the third, whoever held it before.
    let before = fleet.bench.number(holder).await;
    for number in [0, 1] {
        fleet.kill(number).await;
        let died = Instant::now();
        // The server notices in a moment that nobody is at the other end.
        sleep(Duration::from_millis(300)).await;
        until("somebody holds the post again", async || fleet.bench.number(holder).await != 0).await;
        let (after, took) = (fleet.bench.number(holder).await, died.elapsed());
        say(&format!("post: {before} -> {after} after {:.1} s", took.as_secs_f64()));
        assert!(took < Duration::from_secs(10));
    }
    fleet.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "on PostgreSQL only"]
async fn three_processes_together_keep_to_the_send_rate() {
    const RATE: usize = 60;
    const WINDOW: TimeDelta = TimeDelta::seconds(5);
    let mut bench = bench().await;
    bench.telegram.keep_calls(true);
    bench.set("QATYS_SEND_RATE", RATE.to_string());
    let crowd = 600;
    for number in 0..crowd {
        bench.person(number).start(None);
    }
    let fleet = Fleet::start(bench, 3).await;
    let greeted = "SELECT count(*) FROM people";
    until("everybody is known", async || fleet.bench.number(greeted).await == crowd).await;
    fleet.bench.settled().await;
    // Every process has heard of the others.
    sleep(Duration::from_secs(5)).await;
    let begun = fleet.bench.telegram.calls().len();
    remind_everybody(&fleet.bench).await;
    fleet.bench.settled().await;
    let calls = fleet.bench.telegram.calls().split_off(begun);
    let sent: Vec<DateTime<Utc>> = calls
        .iter()
        .filter(|call| call.method.starts_with("send") && call.effect)
        .map(|call| call.at)
        .collect();
    assert_eq!(sent.len() as i64, crowd, "everybody once");
    let most = most_within(&sent, WINDOW);
    let took = (sent[sent.len() - 1] - sent[0]).as_seconds_f64();
    say(&format!(
        "three replicas at {RATE}/s: {} sent in {took:.1} s, at most {most} in any five seconds",
        sent.len()
    ));
    fleet.stop().await;
    // Each paces itself exactly (`telegram::budget`); here they arrive a little sooner or later than they were sent.
    assert!(most <= WINDOW.num_seconds() as usize * RATE + RATE / 10, "{most} in five seconds");
}

/// Puts a reminder of the last event, which everybody is signed up for, in the queue.
async fn remind_everybody(bench: &Bench) {
    let mut conn = bench.database.connect().await;
    for statement in [
        "INSERT INTO registrations (event_id, person_id, party, standing, code, created_at)
         SELECT 6, id, 1, 'seated', 'C' || id, created_at FROM people",
        "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, created_at)
         SELECT person_id, 'reminder', id || '@2h',
             '{\"kind\":\"reminder\",\"registration\":' || id || ',\"rule\":\"2h\"}', 2, created_at, created_at
         FROM registrations WHERE event_id = 6",
    ] {
        conn.sql(statement).run().await.unwrap();
    }
    close(conn).await;
}

fn most_within(sent: &[DateTime<Utc>], window: TimeDelta) -> usize {
    let mut sorted = sent.to_vec();
    sorted.sort();
    let within = |from: usize| sorted.partition_point(|at| *at < sorted[from] + window) - from;
    (0..sorted.len()).map(within).max().unwrap_or_default()
}
