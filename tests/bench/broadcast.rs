//! Broadcasts to many: the real binary against the simulator, whose record is judged afterwards, while one person asks
//! something once a second; and the queue by itself.

use crate::{
    figures::{Durations, Table, millis},
    people,
    process::{Bot, TOKEN},
    stage::Folder,
};
use anyhow::{Context, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use qatys::{
    clock::{Chance, Clock},
    domain::{Audience, Content, Draft, Lane, Part, PersonId, QuietHours, Timing, Whom},
    service::{Actor, BroadcastConfirmed, Ending, Policy, Services},
    simulator::{Call, Fault, FaultKind, Faults, Options, Person, RateLimits, Simulator},
    store::Store,
};
use sqlx::{Connection, SqliteConnection};
use std::{
    collections::HashMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::time::sleep;

const ADMIN: i64 = 900;
/// Number of the first person.
const FIRST: i64 = 20_000_000;
/// Latency of the Bot API server.
const LATENCY: Duration = Duration::from_millis(20);
/// Nothing is sent before the bot has come to rest and its memory is known.
const REST: Duration = Duration::from_secs(8);
/// Seconds to wait that a 429 names.
const RETRY_AFTER: u32 = 2;

/// A broadcast to be measured.
struct Plan {
    people: usize,
    rate: u32,
    /// Part of the people who have blocked the bot.
    blocked: usize,
    faults: Vec<Fault>,
    /// What is not through by then is left.
    longest: Duration,
}

/// 100,000 at 1,000 a second.
pub(crate) async fn fast(table: &mut Table) -> anyhow::Result<()> {
    let longest = Duration::from_mins(5);
    measure(table, Plan { people: 100_000, rate: 1000, blocked: 0, faults: Vec::new(), longest }).await
}

/// The same with trouble.
pub(crate) async fn faulty(table: &mut Table) -> anyhow::Result<()> {
    let sending = |kind, part| Fault::sometimes(kind, part).on("sendMessage");
    let faults = vec![
        sending(FaultKind::TooManyRequests { retry_after: RETRY_AFTER }, 0.02),
        sending(FaultKind::BadGateway, 0.01),
        sending(FaultKind::ResetBefore, 0.0025),
        sending(FaultKind::ResetAfter, 0.0025),
    ];
    let longest = Duration::from_mins(20);
    measure(table, Plan { people: 100_000, rate: 1000, blocked: 5, faults, longest }).await
}

/// At the free rate.
pub(crate) async fn free(table: &mut Table) -> anyhow::Result<()> {
    let longest = Duration::from_mins(10);
    measure(table, Plan { people: 100_000, rate: 30, blocked: 0, faults: Vec::new(), longest }).await
}

fn draft(paid: bool, timing: Timing) -> Draft {
    let part = |html: &str| Some(Part { html: html.into(), attached: None });
    Draft {
        audience: Audience { whom: Whom::Everybody, ..Audience::default() },
        content: Content {
            kk: part("<b>Сәлеметсіз бе!</b> Ертең қала күні, жаңа іс-шаралар қосылды."),
            ru: part("<b>Здравствуйте!</b> Завтра день города, добавлены новые мероприятия."),
            en: part("<b>Hello!</b> Tomorrow is the day of the city: there are new events."),
            link: None,
        },
        timing,
        paid,
    }
}

/// Use cases with an admin, on a database.
async fn services(database: &str, clock: Clock) -> anyhow::Result<(Services, Store)> {
    let midnight = chrono::NaiveTime::MIN;
    let zone = chrono_tz::Asia::Almaty;
    let policy = Policy {
        zone,
        offer_window: TimeDelta::hours(12),
        reminders: Vec::new(),
        quiet: QuietHours { from: midnight, to: midnight, zone },
        send_rate: 1000,
        admins: vec![PersonId(ADMIN)],
        journal: None,
        export_phones: false,
        careless: false,
    };
    let store = Store::open(database, 4).await?;
    Ok((Services::new(store.clone(), clock, Chance::system(), policy).await?, store))
}

/// Everybody, as they are after months of use, in every language.
async fn settle(database: &str, people: usize) -> anyhow::Result<()> {
    let mut conn = SqliteConnection::connect(database).await?;
    for statement in [
        "PRAGMA synchronous = OFF".to_owned(),
        format!(
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {})
             INSERT INTO people (id, language, created_at) SELECT {FIRST} + i,
                 CASE i % 3 WHEN 0 THEN 'kk' WHEN 1 THEN 'ru' ELSE 'en' END, '2026-01-01T00:00:00.000+00:00' FROM n",
            people - 1
        ),
        "PRAGMA wal_checkpoint(TRUNCATE)".to_owned(),
    ] {
        sqlx::query(sqlx::AssertSqlSafe(statement)).execute(&mut conn).await?;
    }
    Ok(conn.close().await?)
}

async fn measure(table: &mut Table, plan: Plan) -> anyhow::Result<()> {
    let folder = Folder::new("broadcast")?;
    let database = folder.database();
    let (services, store) = services(&database, Clock::system()).await?;
    settle(&database, plan.people).await?;
    let telegram = Simulator::start(Options::new(TOKEN, Arc::new(now))).await?;
    for number in 0..plan.people {
        let blocked = plan.blocked > 0 && number % 100 < plan.blocked;
        telegram.join(profile(number)).acquaint(blocked);
    }
    telegram.set_faults(Faults { latency: LATENCY, calls: plan.faults.clone(), ..Faults::default() });
    let limits = RateLimits {
        global_per_second: f64::from(plan.rate),
        global_burst: f64::from(plan.rate) / 5.0,
        ..RateLimits::default()
    };
    telegram.set_limits(Some(limits));
    let begins = now() + TimeDelta::from_std(REST + Duration::from_secs(4))?;
    let draft = draft(plan.rate > 30, Timing::At(begins));
    let confirmed = services.confirm_broadcast(&Actor::unprompted(PersonId(ADMIN)), &draft).await?;
    ensure!(matches!(confirmed, BroadcastConfirmed::Scheduled(_)), "{confirmed:?}");
    drop(services);
    store.close().await;
    let settings = [
        ("QATYS_SEND_RATE", plan.rate.to_string()),
        ("QATYS_ADMINS", ADMIN.to_string()),
        ("QATYS_QUIET_HOURS", "00:00-00:00".to_owned()),
    ];
    let bot = Bot::start_with(&telegram, &database, &settings)?;
    let (over, probing) = probe(&telegram);
    sleep(REST).await;
    let idle = bot.memory("VmRSS")?;
    let cpu = bot.cpu()?;
    telegram.clear_calls();
    let begun = Instant::now();
    let finished = wait(&database, &plan, begun).await?;
    over.store(true, Ordering::Relaxed);
    let answers = probing.await??;
    table.row(
        "memory",
        format!("{idle:.1} MB at rest, {:.1} MB more at most", bot.memory("VmHWM")? - idle),
        "30 MB",
    );
    table.row("processor of the bot", format!("{:.1} s", bot.cpu()?.saturating_sub(cpu).as_secs_f64()), "");
    table.row("answers meanwhile, above the latency", answers.line(), "p95 250, p99 500 ms");
    let calls = telegram.calls();
    judge(table, &plan, &telegram, &calls, &database, finished).await?;
    bot.stop()?;
    telegram.stop().await;
    Ok(())
}

fn profile(number: usize) -> qatys::simulator::Profile {
    qatys::simulator::Profile {
        id: FIRST + number as i64,
        first_name: "Айгүл".into(),
        language_code: Some(["kk", "ru", "en"][number % 3].into()),
        ..Default::default()
    }
}

/// Waits until it is through, or its time is over. Whether it is through.
async fn wait(database: &str, plan: &Plan, begun: Instant) -> anyhow::Result<bool> {
    loop {
        sleep(Duration::from_secs(1)).await;
        let mut conn = SqliteConnection::connect(database).await?;
        let status: String = sqlx::query_scalar("SELECT status FROM broadcasts").fetch_one(&mut conn).await?;
        conn.close().await?;
        if status == "done" {
            return Ok(true);
        }
        ensure!(status != "paused", "the broadcast was paused");
        if begun.elapsed() > plan.longest {
            return Ok(false);
        }
    }
}

/// One person who asks for help once a second until told to stop; how long the answers took beyond the latency.
fn probe(telegram: &Simulator) -> (Arc<AtomicBool>, tokio::task::JoinHandle<anyhow::Result<Durations>>) {
    let over = Arc::new(AtomicBool::new(false));
    let (person, stop) = (people::person(telegram, 1), Arc::clone(&over));
    let task = tokio::spawn(async move {
        let mut answers = Durations::default();
        while !stop.load(Ordering::Relaxed) {
            let begun = Instant::now();
            ask(&person).await?;
            answers.add(begun.elapsed().saturating_sub(LATENCY));
            sleep(Duration::from_secs(1).saturating_sub(begun.elapsed())).await;
        }
        anyhow::Ok(answers)
    });
    (over, task)
}

async fn ask(person: &Person) -> anyhow::Result<()> {
    let before = person.messages().len();
    person.say("/help");
    let begun = Instant::now();
    // The question itself, and its answer.
    while person.messages().len() < before + 2 {
        ensure!(begun.elapsed() < Duration::from_secs(30), "no answer");
        let version = person.version();
        if person.messages().len() < before + 2 {
            person.changed_since(version, Duration::from_secs(30)).await.context("no answer")?;
        }
    }
    Ok(())
}

/// What the record of Telegram and the database say.
async fn judge(
    table: &mut Table,
    plan: &Plan,
    telegram: &Simulator,
    calls: &[Call],
    database: &str,
    finished: bool,
) -> anyhow::Result<()> {
    let to_them =
        |call: &&Call| call.chat_id.is_some_and(|chat| (FIRST..FIRST + plan.people as i64).contains(&chat));
    let sends: Vec<&Call> =
        calls.iter().filter(|call| call.method == "sendMessage").filter(to_them).collect();
    let taken: Vec<DateTime<Utc>> = sends.iter().filter(|call| call.effect).map(|call| call.at).collect();
    let (first, last) =
        (taken.iter().min().context("nothing was sent")?, taken.iter().max().context("nothing")?);
    let took = (*last - *first).as_seconds_f64();
    let rate = (taken.len() - 1) as f64 / took;
    let tried = sends.len() as f64 / took;
    // Answers to others are within the same rate.
    let is_within =
        |call: &&Call| call.method == "sendMessage" && call.effect && (*first..=*last).contains(&call.at);
    let all = calls.iter().filter(is_within).count() as f64 / took;
    table.row(
        "sent",
        format!("{} of {} in {took:.1} s: {rate:.1}/s", taken.len(), plan.people),
        "97 % of the rate",
    );
    table.row(
        "of the rate",
        format!(
            "{:.1} % sent, {:.1} % with those that failed, {:.1} % sent with the answers to others",
            rate / f64::from(plan.rate) * 100.0,
            tried / f64::from(plan.rate) * 100.0,
            all / f64::from(plan.rate) * 100.0
        ),
        "97 %",
    );
    let refused = sends.iter().filter(|call| call.status == 429).count();
    let planned = plan.faults.len();
    table.row(
        "answers 429",
        format!("{refused}{}", if planned == 0 { ", none of them asked for" } else { "" }),
        if planned == 0 { "0" } else { "" },
    );
    table.row("most in any second", most_in_a_second(&sends).to_string(), "");
    table.row("asked again before the time named", early(&sends).to_string(), "0");
    whom(table, plan, telegram, &sends, database, finished).await
}

/// Who has it, who has it twice, and who has it not.
async fn whom(
    table: &mut Table,
    plan: &Plan,
    telegram: &Simulator,
    sends: &[&Call],
    database: &str,
    finished: bool,
) -> anyhow::Result<()> {
    let mut times = HashMap::<i64, u32>::new();
    for call in sends.iter().filter(|call| call.effect) {
        *times.entry(call.chat_id.unwrap_or_default()).or_default() += 1;
    }
    table.row("doubled", times.values().filter(|times| **times > 1).count().to_string(), "0");
    let mut conn = SqliteConnection::connect(database).await?;
    let states: Vec<(String, i64)> =
        sqlx::query_as("SELECT state, count(*) FROM outbox WHERE kind = 'broadcast' GROUP BY state")
            .fetch_all(&mut conn)
            .await?;
    let uncertain: Vec<i64> =
        sqlx::query_scalar("SELECT person_id FROM outbox WHERE kind = 'broadcast' AND state = 'uncertain'")
            .fetch_all(&mut conn)
            .await?;
    conn.close().await?;
    table.row("in the end", format!("{states:?}"), "");
    let reachable = telegram
        .people()
        .into_iter()
        .filter(|person| (FIRST..FIRST + plan.people as i64).contains(&person.id()) && !person.is_blocking());
    let without = reachable.filter(|person| !times.contains_key(&person.id())).map(|person| person.id());
    let (unsure, missed): (Vec<_>, Vec<_>) = without.partition(|id| uncertain.contains(id));
    table.row(
        "reachable people without it",
        format!(
            "{} listed as uncertain, {} others{}",
            unsure.len(),
            missed.len(),
            if finished { "" } else { " (not through)" }
        ),
        "0 others",
    );
    Ok(())
}

fn most_in_a_second(sends: &[&Call]) -> usize {
    let mut times: Vec<_> = sends.iter().map(|call| call.at).collect();
    times.sort_unstable();
    let mut most = 0;
    let mut from = 0;
    for (upto, at) in times.iter().enumerate() {
        while *at - times[from] >= TimeDelta::seconds(1) {
            from += 1;
        }
        most = most.max(upto - from + 1);
    }
    most
}

/// How many calls came to a chat before the time was over that it had asked for.
fn early(sends: &[&Call]) -> usize {
    let mut held = HashMap::<Option<i64>, DateTime<Utc>>::new();
    let mut early = 0;
    for call in sends {
        if held.get(&call.chat_id).is_some_and(|until| call.at < *until) {
            early += 1;
        }
        if call.status == 429 {
            held.insert(
                call.chat_id,
                call.at + TimeDelta::seconds(i64::from(RETRY_AFTER)) - TimeDelta::milliseconds(5),
            );
        }
    }
    early
}

/// 700,000 through the queue: fed, claimed and ended, with nothing sent.
pub(crate) async fn queue(table: &mut Table) -> anyhow::Result<()> {
    const PEOPLE: usize = 700_000;
    let folder = Folder::new("queue")?;
    let clock = Clock::held("2026-12-01T04:00:00Z".parse()?);
    let (services, store) = services(&folder.database(), clock).await?;
    settle(&folder.database(), PEOPLE).await?;
    services.enter().await?;
    let begun = Instant::now();
    let confirmed =
        services.confirm_broadcast(&Actor::unprompted(PersonId(ADMIN)), &draft(true, Timing::Now)).await?;
    let BroadcastConfirmed::Scheduled(broadcast) = confirmed else { anyhow::bail!("{confirmed:?}") };
    table.row("counted", format!("{} people in {:.0} ms", broadcast.people, millis(begun.elapsed())), "");
    services.start_broadcast(broadcast.id).await?;
    let (mut feeding, mut claiming) = (Durations::default(), Durations::default());
    let begun = Instant::now();
    let mut sent = 0;
    loop {
        let running = services.open_broadcasts().await?;
        let Some(broadcast) = running.first() else { break };
        let at = Instant::now();
        services.feed(broadcast).await?;
        feeding.add(at.elapsed());
        loop {
            let mut limits = [0; Lane::ALL.len()];
            limits[Lane::Paid as usize] = 100;
            let at = Instant::now();
            let claimed = services.claim_notices(&limits).await?;
            claiming.add(at.elapsed());
            if claimed.is_empty() {
                break;
            }
            sent += claimed.len();
            let endings =
                claimed.iter().map(|claimed| services.finish_notice(claimed, &Ending::Sent(Some(1))));
            futures::future::try_join_all(endings).await?;
        }
    }
    let took = begun.elapsed().as_secs_f64();
    table.row("through", format!("{sent} in {took:.1} s: {:.0}/s", sent as f64 / took), "1,000/s");
    table.row("a part handed over", feeding.line(), "");
    table.row("a hundred claimed", claiming.line(), "");
    let at = Instant::now();
    let overview = services.overview(broadcast.id).await?.context("no broadcast")?;
    table.row("its progress looked up", format!("{:.0} ms: {:?}", millis(at.elapsed()), overview.tally), "");
    store.close().await;
    Ok(())
}

fn now() -> DateTime<Utc> {
    Clock::system().now()
}
