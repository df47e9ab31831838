//! Optional rate limits: a bucket for the whole bot and one per chat. The real numbers are not published; the
//! defaults are those of Telegram's FAQ.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::time::Instant;

use super::state::lock;

/// How many messages are let through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RateLimits {
    /// Messages per second over all chats.
    pub global_per_second: f64,
    /// Messages over all chats that may come at once.
    pub global_burst: f64,
    /// Messages per second in one chat.
    pub chat_per_second: f64,
    /// Messages in one chat that may come at once.
    pub chat_burst: f64,
}

impl Default for RateLimits {
    /// FAQ: about 30 messages per second in all, one per second in a chat with short bursts.
    fn default() -> Self {
        Self { global_per_second: 30.0, global_burst: 30.0, chat_per_second: 1.0, chat_burst: 3.0 }
    }
}

#[derive(Clone, Copy)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Bucket {
    /// Takes one, or says how many seconds are missing.
    fn take(&mut self, per_second: f64, burst: f64, now: Instant) -> Result<(), f64> {
        self.left = (self.left + (now - self.at).as_secs_f64() * per_second).min(burst);
        self.at = now;
        if self.left >= 1.0 {
            self.left -= 1.0;
            return Ok(());
        }
        Err((1.0 - self.left) / per_second)
    }
}

struct Buckets {
    rates: RateLimits,
    global: Bucket,
    chats: HashMap<i64, Bucket>,
}

/// The limits in force, if any.
#[derive(Default)]
pub(crate) struct Limits {
    on: AtomicBool,
    buckets: Mutex<Option<Buckets>>,
}

impl Limits {
    /// Sets or lifts the limits; counting starts afresh.
    pub(crate) fn set(&self, rates: Option<RateLimits>) {
        self.on.store(rates.is_some(), Ordering::Relaxed);
        *lock(&self.buckets) = rates.map(|rates| Buckets {
            rates,
            global: Bucket { left: rates.global_burst, at: Instant::now() },
            chats: HashMap::new(),
        });
    }

    /// Counts one message to `chat`; the error is the whole seconds to wait.
    pub(crate) fn count(&self, chat: i64) -> Result<(), u32> {
        if !self.on.load(Ordering::Relaxed) {
            return Ok(());
        }
        let mut buckets = lock(&self.buckets);
        let Some(Buckets { rates, global, chats }) = buckets.as_mut() else { return Ok(()) };
        let now = Instant::now();
        let bucket = chats.entry(chat).or_insert(Bucket { left: rates.chat_burst, at: now });
        let seconds = |missing: f64| missing.ceil().max(1.0) as u32;
        bucket.take(rates.chat_per_second, rates.chat_burst, now).map_err(seconds)?;
        global.take(rates.global_per_second, rates.global_burst, now).map_err(|missing| {
            bucket.left += 1.0;
            seconds(missing)
        })
    }
}
