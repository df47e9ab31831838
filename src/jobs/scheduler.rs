//! What falls due: the occasions of events are handed to the outbox, ended offers move on, and what has had its time is deleted.
//! Sleeps until the next of them.

use super::until;
use crate::service::{Held, Post, Result, Services};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often old things are looked for.
const SWEEP_EVERY: TimeDelta = TimeDelta::hours(1);

/// How often a shared database is looked at: what other processes plan rings no bell here.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// Runs until `stop`: on one of the processes that share a database, while the others stand by.
pub async fn run(services: Services, stop: CancellationToken) {
    let mut swept = DateTime::<Utc>::MIN_UTC;
    while let Some(post) = services.await_post(Post::Scheduler, &stop).await {
        schedule(&services, post, &mut swept, &stop).await;
    }
}

/// Does what falls due until `stop`, or until the post is lost.
async fn schedule(services: &Services, mut post: Held, swept: &mut DateTime<Utc>, stop: &CancellationToken) {
    let bell = services.bell().clone();
    while post.is_ours().await {
        // Registered before looking, so that a ring in between is not missed.
        let rung = bell.notified();
        let wait = match turn(services, swept).await {
            Ok(due) if services.is_shared() => until(due, services.now()).min(LOOK_EVERY),
            Ok(due) => until(due, services.now()),
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
    tracing::warn!("the scheduler's post was lost with its connection");
}

/// Does everything that is due. Returns when something is due next.
async fn turn(services: &Services, swept: &mut DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
    let now = services.now();
    let due = services.next_due().await?;
    if due.is_some_and(|due| due <= now) {
        while services.fire_occasions().await? {}
        while services.lapse_offers().await? > 0 {}
    }
    // A clock set back must not stop the sweeping until it has caught up.
    if (now - *swept).abs() >= SWEEP_EVERY {
        services.sweep().await?;
        *swept = now;
    }
    if due.is_some_and(|due| due <= now) { services.next_due().await } else { Ok(due) }
}
