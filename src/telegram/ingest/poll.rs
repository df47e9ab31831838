//! Long polling. An offset is confirmed only after the updates below it are stored.

use crate::{
    service::{Held, Post, Received, Services},
    telegram::{
        client::{CallError, Client},
        read,
        workers::Workers,
    },
};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How long Telegram holds a request open when there is nothing, in seconds.
const WAIT: u32 = 25;
/// Most updates in one answer; Telegram's own limit.
const BATCH: u8 = 100;
/// Longest pause after faults in a row.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);

/// Polls until `stop`. Telegram answers one process at a time: of those that share a database one polls, and the others
/// stand by.
pub async fn run(client: Client, services: Services, workers: Workers, stop: CancellationToken) {
    while let Some(post) = services.await_post(Post::Polling, &stop).await {
        poll(&client, &services, &workers, post, &stop).await;
    }
}

/// Polls until `stop`, or until the post is lost.
async fn poll(
    client: &Client,
    services: &Services,
    workers: &Workers,
    mut post: Held,
    stop: &CancellationToken,
) {
    // From the oldest that Telegram keeps.
    let mut offset = 0;
    let mut pause = Duration::from_millis(200);
    while post.is_ours().await {
        let answer = tokio::select! {
            answer = client.updates(offset, WAIT, BATCH, super::kinds()) => answer,
            () = stop.cancelled() => return,
        };
        let fault = match answer {
            Ok(raws) => match take(&raws, services, workers).await {
                Ok(next) => {
                    offset = next.unwrap_or(offset);
                    pause = Duration::from_millis(200);
                    continue;
                }
                Err(fault) => fault.to_string(),
            },
            Err(CallError::Later(wait)) => {
                pause = pause.max(wait);
                "asked to slow down".into()
            }
            Err(fault) => fault.to_string(),
        };
        tracing::warn!(fault, "no updates for now");
        tokio::select! {
            () = sleep(pause) => {}
            () = stop.cancelled() => return,
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Stores a batch and hands it on. Returns the next offset.
async fn take(
    raws: &[Box<serde_json::value::RawValue>],
    services: &Services,
    workers: &Workers,
) -> crate::service::Result<Option<i32>> {
    let (updates, lost) = read::sketches(raws);
    if lost > 0 {
        tracing::error!(lost, "updates without an id");
    }
    // Ids are below 2³¹ (Bot API, `Update.update_id`).
    let Some(next) = updates.last().and_then(|last| i32::try_from(last.id + 1).ok()) else { return Ok(None) };
    let updates = super::lasting(updates, workers);
    if services.is_careless() {
        let (services, workers) = (services.clone(), workers.clone());
        tokio::spawn(async move { store(updates, &services, &workers).await });
    } else {
        store(updates, services, workers).await?;
    }
    Ok(Some(next))
}

/// Stores updates, then hands those that are new to the workers.
async fn store(updates: Vec<Received>, services: &Services, workers: &Workers) -> crate::service::Result<()> {
    if updates.is_empty() {
        return Ok(());
    }
    for update in services.receive(updates).await? {
        workers.take(update).await;
    }
    Ok(())
}
