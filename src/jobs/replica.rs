//! This process's place among those that share a database: says that it is alive, frees what dead ones held, keeps to its
//! share of the send budget, and looks after people whom nobody looks after. A file has one process and needs none of it.

use crate::{
    service::{Result, Services},
    telegram::{budget::Budget, workers::Workers},
};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How often a process says that it is alive; the database takes it for dead after five times as long.
const BEAT: Duration = Duration::from_secs(1);

/// How long a new process holds back what it sends unasked: until every other one has heard of it, so that together
/// they keep to the send rate.
pub const SETTLING_IN: Duration = Duration::from_millis(1_500);

/// Runs until it is aborted: also while the process stops, for as long as it does what it has begun.
pub async fn run(services: Services, workers: Workers, budget: Budget) {
    let mut heard = Instant::now();
    loop {
        // Whoever could not be heard themselves must not take the others for dead: it may have been the database.
        let may_bury = heard.elapsed() < 3 * BEAT;
        match turn(&services, &workers, &budget, may_bury).await {
            Ok(()) => heard = Instant::now(),
            Err(fault) => tracing::warn!(%fault, "could not say that this process is alive"),
        }
        sleep(BEAT).await;
    }
}

async fn turn(services: &Services, workers: &Workers, budget: &Budget, may_bury: bool) -> Result<()> {
    budget.share(services.beat().await?);
    if may_bury {
        let uncertain = services.bury().await?;
        if uncertain > 0 {
            tracing::warn!(
                uncertain,
                "notices were on their way in a process that is gone, and are sent again"
            );
        }
    }
    for person in services.forgotten().await? {
        workers.call(person);
    }
    Ok(())
}
