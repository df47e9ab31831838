//! What falls due: reminders are handed to the outbox, ended offers move on, and what has had its time is deleted.
//! Sleeps until the next of them.

use super::until;
use crate::service::{Result, Services};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often old things are looked for.
const SWEEP_EVERY: TimeDelta = TimeDelta::hours(1);

/// Runs until `stop`.
pub async fn run(services: Services, stop: CancellationToken) {
    let bell = services.bell().clone();
    let mut swept = DateTime::<Utc>::MIN_UTC;
    loop {
        // Registered before looking, so that a ring in between is not missed.
        let rung = bell.notified();
        let wait = match turn(&services, &mut swept).await {
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
}

/// Does everything that is due. Returns when something is due next.
async fn turn(services: &Services, swept: &mut DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
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
