//! The send budget: the one gate that every call to Telegram passes. It says when; it sends nothing itself.
//!
//! Telegram publishes three limits (Bot FAQ): about 30 messages a second over all chats, one a second in a chat with
//! short bursts, 20 a minute in a group. The real ones are unpublished, so its answer 429 has the last word.
//!
//! | lane | all chats | one chat |
//! |---|---|---|
//! | interactive | never waits, but what it sends is counted | bursts of 20, then one a second |
//! | must-know | waits for a token; a tenth of the rate is its own even when replies use up everything | bursts of 4 |
//! | reminders | the last third of the tokens is not for them | bursts of 2 |
//! | broadcasts | the last two thirds of the tokens are not for them | one a second |
//! | paid | the same of a rate of their own, which counts everything | one a second |
//!
//! What is paid for goes beyond the free rate (Bot API, `allow_paid_broadcast`: up to 1,000 a second); nothing else does,
//! so that nothing is charged that nobody confirmed.
//!
//! In a group the bursts are shorter and every lane goes on with one message in four seconds. Reminders and broadcasts
//! together never exceed the rate in any second; the other lanes may go beyond it for a moment, by half a second's
//! worth in the case of must-know messages. When a token comes back, the most urgent lane is served first
//! and within a lane the one that waits longest; whoever waits for a busy chat does not stand in another's way.
//! After a 429 nothing is sent to that chat until its time has passed; when three chats and a tenth of all that were
//! written to answer so within a second, reminders and broadcasts pause for all.

mod chats;
mod pace;
#[cfg(test)]
mod properties;
mod queue;
#[cfg(test)]
mod tests;

use crate::domain::{FREE_RATE, Lane};
use queue::{Call, Queue};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

/// How far ahead bulk messages are claimed.
const HORIZON: Duration = Duration::from_millis(20);

/// The budget of the whole process. Clones share it.
#[derive(Clone)]
pub struct Budget(Arc<Shared>);

struct Shared {
    /// What all processes together may send in a second: free of charge, and in all.
    rates: (u32, u32),
    queue: Mutex<Queue>,
    /// Tells the driver that somebody may go earlier than it means to wake.
    sooner: Notify,
}

impl Budget {
    /// A full budget of this many messages a second over all chats; 0 is read as 1. Beyond [`FREE_RATE`] only what is
    /// paid for goes.
    pub fn new(rate_per_second: u32) -> Self {
        let all = rate_per_second.max(1);
        let free = all.min(FREE_RATE);
        let queue = Mutex::new(Queue::new(free, all, Instant::now()));
        Self(Arc::new(Shared { rates: (free, all), queue, sooner: Notify::new() }))
    }

    /// Keeps to an equal share of the rates, beside so many processes in all.
    pub fn share(&self, processes: u32) {
        let share = |rate: u32| (rate / processes.max(1)).max(1);
        let (free, all) = self.0.rates;
        self.0.lock().set_rates(share(free), share(all));
    }

    /// How many more calls of this lane would go within `HORIZON`; how long until the next question is worth it, if
    /// none. Whoever claims no more than that leaves nothing half-begun when the process dies.
    pub fn room(&self, lane: Lane) -> Result<u32, Duration> {
        let now = Instant::now();
        self.0.lock().room(lane, now, now + HORIZON).map_err(|at| at.saturating_duration_since(now))
    }

    /// Waits until a call may be made. `chat` is `None` for calls that go to no chat; `counts` is true for a new
    /// message, false for edits, answers and everything else, which wait only while a 429 holds.
    ///
    /// A dropped future gives its place up. Needs a tokio runtime when it must wait.
    pub async fn acquire(&self, lane: Lane, chat: Option<i64>, counts: bool) {
        let now = Instant::now();
        let waiting = {
            let mut queue = self.0.lock();
            let waiting = queue.admit(Call { lane, chat, counts }, now);
            if waiting.is_some() {
                self.0.see_to_driver(&mut queue, now);
            }
            waiting
        };
        if let Some((id, turn)) = waiting {
            let _place = Place { shared: &self.0, id };
            // The sender lives in the queue as long as the place does, so an error cannot come.
            let _ = turn.await;
        }
    }

    /// Records a 429: no call to that chat before this many seconds have passed.
    pub fn retry_after(&self, chat: Option<i64>, seconds: u32) {
        self.0.lock().hold(chat, Duration::from_secs(u64::from(seconds)), Instant::now());
    }

    /// How long a 429 still holds this chat; zero when it does not.
    pub fn held(&self, chat: Option<i64>) -> Duration {
        self.0.lock().held(chat, Instant::now())
    }

    /// How many wait in a lane.
    pub fn waiting(&self, lane: Lane) -> usize {
        self.0.lock().waiting(lane)
    }
}

impl Shared {
    /// The lock is held for moments and never across an await; a panic under it leaves nothing half-done that matters.
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Somebody waits: starts the driver, or wakes it if it would come too late. It ends when nobody waits.
    fn see_to_driver(self: &Arc<Self>, queue: &mut Queue, now: Instant) {
        let Some(next) = queue.next_event(now) else { return };
        match queue.driver {
            None => {
                queue.driver = Some(next);
                tokio::spawn(drive(Arc::clone(self)));
            }
            Some(wakes) if next < wakes => self.sooner.notify_one(),
            Some(_) => {}
        }
    }
}

impl fmt::Debug for Budget {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the chats: they name people.
        f.debug_struct("Budget").finish_non_exhaustive()
    }
}

/// Sleeps until the next one may go and lets it go, as long as anybody waits.
async fn drive(shared: Arc<Shared>) {
    loop {
        let next = {
            let mut queue = shared.lock();
            let now = Instant::now();
            queue.serve(now);
            queue.driver = queue.next_event(now);
            queue.driver
        };
        let Some(next) = next else { return };
        let _ = timeout_at(next, shared.sooner.notified()).await;
    }
}

/// A place in the queue, given up when dropped.
struct Place<'a> {
    shared: &'a Shared,
    id: u64,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.shared.lock().leave(self.id);
    }
}
