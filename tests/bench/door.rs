//! A day at the door: four stewards scan tickets, each as fast as a chat takes answers, while their boards are kept up to
//! date. That every answer is right is tested in `flows/day_at_the_door`; here is how long they take.

use crate::{
    figures::{Durations, Table, millis},
    process::{Bot, TOKEN},
    sign_up::now,
    stage::{self, Folder},
};
use anyhow::Context;
use qatys::{
    domain::RegistrationId,
    service::TicketKey,
    simulator::{Faults, Options, Person, Profile, Simulator},
};
use sqlx::{Connection, SqliteConnection};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{task::JoinSet, time::MissedTickBehavior};

/// Tickets there are, and scans of them: repeats among them.
const TICKETS: usize = 900;
const SCANS: usize = 1_400;
/// Telegram ids of the stewards.
const STEWARDS: [i64; 4] = [900_001, 900_002, 900_003, 900_004];
/// How long Telegram takes over every call.
const LATENCY: Duration = Duration::from_millis(20);
/// Pause between two scans of a steward. A chat takes a message a second, the edits of the board among them.
const PACE: Duration = Duration::from_millis(1_600);
/// Longest a steward waits for an answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// Scans until every ticket is in.
pub(crate) async fn scans(table: &mut Table) -> anyhow::Result<()> {
    let folder = Folder::new("door")?;
    let secrets = tickets(&folder.database()).await?;
    let telegram = Simulator::start(Options::new(TOKEN, Arc::new(now))).await?;
    let admins = STEWARDS.map(|id| id.to_string()).join(",");
    let bot = Bot::start_with(&telegram, &folder.database(), &[("QATYS_ADMINS", admins)])?;
    telegram.set_faults(Faults { latency: LATENCY, ..Faults::default() });
    let (begun, cpu) = (Instant::now(), bot.cpu()?);
    let mut tasks = JoinSet::new();
    for (place, id) in STEWARDS.into_iter().enumerate() {
        let steward = telegram.join(Profile {
            id,
            first_name: "Дәурен".into(),
            language_code: Some("kk".into()),
            ..Profile::default()
        });
        // Every fourth ticket, and from the beginning again: a scan in three is a repeat.
        let mine = secrets.iter().skip(place).step_by(STEWARDS.len());
        let mine: Vec<_> = mine.cycle().take(SCANS / STEWARDS.len()).cloned().collect();
        tasks.spawn(async move { at_work(&steward, &mine).await });
    }
    let mut times = Durations::default();
    while let Some(worked) = tasks.join_next().await {
        times.extend(&worked??);
    }
    let cpu = bot.cpu()?.saturating_sub(cpu) / SCANS as u32;
    let rate = SCANS as f64 / begun.elapsed().as_secs_f64();
    table.row("scans", format!("{SCANS} at {rate:.1} a second"), "");
    table.row("from the scan to the answer", times.line(), "p99 100 ms at 20 ms a call");
    table.row("the slowest", format!("{:.1} ms", millis(times.quantile(1.0))), "");
    table.row("the bot's processor", format!("{:.2} ms each", millis(cpu)), "");
    bot.stop()?;
    telegram.stop().await;
    Ok(())
}

/// Opens the door and scans one ticket after the other.
async fn at_work(steward: &Person, secrets: &[String]) -> anyhow::Result<Durations> {
    answered(steward, steward.start(None)).await?;
    let message = steward.last().context("the bot said nothing")?.id;
    let query = steward.press_data(message, "dd.1");
    steward.answer(&query, PATIENCE).await.context("the door does not open")?;
    let mut times = Durations::default();
    let mut ticks = tokio::time::interval(PACE);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    for secret in secrets {
        ticks.tick().await;
        let begun = Instant::now();
        answered(steward, steward.start(Some(&format!("t_{secret}")))).await?;
        times.add(begun.elapsed());
    }
    Ok(times)
}

/// Waits for the first message of the bot after one of the person's.
async fn answered(person: &Person, sent: i32) -> anyhow::Result<()> {
    loop {
        let version = person.version();
        if person.last().is_some_and(|message| message.id > sent) {
            return Ok(());
        }
        person.changed_since(version, PATIENCE).await.context("a scan was not answered")?;
    }
}

/// An event that begins soon, and the tickets of its people.
async fn tickets(database: &str) -> anyhow::Result<Vec<String>> {
    stage::soon(database).await?;
    let mut conn = SqliteConnection::connect(database).await?;
    for statement in [
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
         INSERT INTO people (id, language, name, created_at)
         SELECT 20000000 + i, 'kk', 'Айгүл Серікқызы', '2026-01-01T00:00:00.000+00:00' FROM n",
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $1)
         INSERT INTO registrations (event_id, person_id, party, standing, code, created_at)
         SELECT 1, 20000000 + i, 1 + i % 3, 'seated', printf('%06d', i), '2026-01-01T00:00:00.000+00:00' FROM n",
    ] {
        sqlx::query(statement).bind(TICKETS as i64).execute(&mut conn).await?;
    }
    let key: String = sqlx::query_scalar("SELECT value FROM settings WHERE name = 'ticket_key'")
        .fetch_one(&mut conn)
        .await?;
    conn.close().await?;
    let key = TicketKey::from_text(&key).context("no key of tickets")?;
    Ok((1..=TICKETS as i64).map(|number| key.seal(RegistrationId(number))).collect())
}
