//! What falls due: reminders are handed to the outbox, ended offers move on, and what has had its time is deleted.
//! Sleeps until the next of them.

use super::until;
use crate::service::{Held, Post, Result, Services};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often old things are looked for.
const SWEEP_EVERY: TimeDelta = TimeDelta::hours(1);

/// How often a process that does not hold the post asks for it.
const ASK_EVERY: Duration = Duration::from_secs(3);

/// Runs until `stop`: on one of the processes that share a database, while the others stand by.
pub async fn run(services: Services, stop: CancellationToken) {
    let bell = services.bell().clone();
    let mut swept = DateTime::<Utc>::MIN_UTC;
    let mut post = None;
    loop {
        // Registered before looking, so that a ring in between is not missed.
        let rung = bell.notified();
        let wait = match turn(&services, &mut post, &mut swept).await {
            Ok(wait) => wait,
            Err(fault) => {
                tracing::error!(%fault, "scheduler waits");
                Duration::from_secs(1)
            }
        };
        tokio::select! {
            () = sleep(wait) => {}
            () = rung => {}
            () = stop.cancelled() => return,
        }
    }
}

/// Does what is due if the post is ours. Returns how long to sleep.
async fn turn(services: &Services, post: &mut Option<Held>, swept: &mut DateTime<Utc>) -> Result<Duration> {
    if let Some(held) = post
        && !held.is_ours().await
    {
        tracing::warn!("the scheduler's post was lost with its connection");
        *post = None;
    }
    if post.is_none() {
        *post = services.take_post(Post::Scheduler).await?;
    }
    if post.is_none() {
        return Ok(ASK_EVERY);
    }
    let wait = until(work(services, swept).await?, services.now());
    // What other processes plan rings no bell here.
    Ok(if services.is_shared() { wait.min(ASK_EVERY) } else { wait })
}

/// Does everything that is due. Returns when something is due next.
async fn work(services: &Services, swept: &mut DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let now = services.now();
    let due = services.next_due().await?;
    if due.is_some_and(|due| due <= now) {
        while services.fire_reminders().await? {}
        while services.lapse_offers().await? > 0 {}
    }
    // A clock set back must not stop the sweeping until it has caught up.
    if (now - *swept).abs() >= SWEEP_EVERY {
        services.sweep().await?;
        *swept = now;
    }
    if due.is_some_and(|due| due <= now) { services.next_due().await } else { Ok(due) }
}
