//! `getUpdates`: offsets, waiting, and the conflict between two pollers (Client.cpp, `process_get_updates_query`,
//! `do_get_updates`, `long_poll`).

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::Instant;

use crate::simulator::reply::{ApiError, Done, Outcome, refusals};
use crate::simulator::request::Params;
use crate::simulator::state::{World, lock};
use crate::simulator::updates::Stored;

/// Longest wait (Client.h).
const MAX_WAIT: i64 = 50;
/// A batch is not grown beyond this (Client.cpp).
const MAX_BATCH: usize = 4 << 20;
/// Repeated conflicts are answered this much later.
const CONFLICT_PAUSE: Duration = Duration::from_secs(3);
/// The poll is answered this long after the first new update, so that a few more may join.
const GATHER: Duration = Duration::from_millis(1);

/// The poll that waits, and what the last one asked.
#[derive(Default)]
pub(crate) struct Poller {
    waiting: Mutex<Option<oneshot::Sender<ApiError>>>,
    last: Mutex<Option<(i64, Instant)>>,
    conflict: Mutex<Option<Instant>>,
}

impl Poller {
    /// Ends the waiting poll with a conflict.
    pub(crate) fn end(&self, error: ApiError) {
        if let Some(waiting) = lock(&self.waiting).take() {
            // A poll whose client has gone needs no answer.
            let _ = waiting.send(error);
        }
    }

    fn register(&self) -> oneshot::Receiver<ApiError> {
        let (sender, receiver) = oneshot::channel();
        self.end(refusals::OTHER_POLL);
        *lock(&self.waiting) = Some(sender);
        receiver
    }

    /// How long a conflict waits before it is told.
    fn pause(&self) -> Duration {
        let now = Instant::now();
        let previous = lock(&self.conflict).replace(now);
        if previous.is_some_and(|at| now - at < CONFLICT_PAUSE) { CONFLICT_PAUSE } else { Duration::ZERO }
    }

    /// Quick repetition of the same offset waits longer and gets less.
    fn tame(&self, offset: i64, limit: i64, wait: i64) -> (i64, i64) {
        let now = Instant::now();
        let previous = lock(&self.last).replace((offset, now));
        let since = previous.filter(|(last, _)| *last == offset).map(|(_, at)| now - at);
        let wait = if since.is_some_and(|since| since < Duration::from_secs(3)) { wait.max(3) } else { wait };
        let limit = if since.is_some_and(|since| since < Duration::from_millis(500)) { 1 } else { limit };
        (limit, wait)
    }
}

async fn conflict(world: &World, error: ApiError) -> Outcome {
    tokio::time::sleep(world.poller.pause()).await;
    Err(error)
}

/// `getUpdates`.
pub(super) async fn get_updates(world: &Arc<World>, params: &Params) -> Outcome {
    if world.webhook.is_set() {
        return conflict(world, refusals::WEBHOOK_ACTIVE).await;
    }
    let offset = params.number("offset", 0, i64::from(i32::MIN), i64::from(i32::MAX));
    let limit = params.number("limit", 100, 1, 100);
    let wait = params.number("timeout", 0, 0, MAX_WAIT);
    world.queue.allow(params.raw("allowed_updates"));
    let (limit, wait) = world.poller.tame(offset, limit, wait);
    let mut ended = world.poller.register();
    let until = Instant::now() + Duration::from_secs(wait as u64);
    let limit = limit as usize;
    let mut offset = offset;
    loop {
        let arrival = world.queue.arrival.notified();
        tokio::pin!(arrival);
        arrival.as_mut().enable();
        let batch = world.queue.take(offset, limit, world.now().timestamp());
        if !batch.is_empty() {
            return Ok(answer(world, batch));
        }
        // A negative offset drops the tail once, not whatever comes while waiting.
        offset = offset.max(0);
        tokio::select! {
            biased;
            error = &mut ended => {
                return conflict(world, error.unwrap_or(refusals::OTHER_POLL)).await;
            }
            () = &mut arrival => tokio::time::sleep(GATHER).await,
            () = tokio::time::sleep_until(until) => return Ok(answer(world, Vec::new())),
        }
    }
}

fn answer(world: &World, mut batch: Vec<Stored>) -> Done {
    if let Some(exchanges) = world.faults.shuffles(batch.len()) {
        shuffle(&mut batch, &exchanges);
    }
    let mut json = b"[".to_vec();
    for update in &batch {
        if json.len() > MAX_BATCH {
            break;
        }
        if json.len() > 1 {
            json.push(b',');
        }
        json.extend_from_slice(&update.json);
    }
    json.push(b']');
    Done { json, remark: None, message_id: None }
}

/// Exchanges neighbours of different queues; the last stays, since the client's next offset follows from it.
fn shuffle(batch: &mut [Stored], exchanges: &[bool]) {
    let last = batch.len().saturating_sub(1);
    for at in 1..last {
        if exchanges.get(at) == Some(&true) && batch[at - 1].key != batch[at].key {
            batch.swap(at - 1, at);
        }
    }
}
