//! The rate over all chats: a token bucket that every lane draws from, some deeper than others. Knows no chats.

use crate::domain::Lane;
use std::collections::VecDeque;
use std::time::Duration;
use tokio::time::Instant;

/// A token bucket, kept as the instant at which it is full again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bucket(Instant);

impl Bucket {
    /// Full.
    pub(super) const fn full(now: Instant) -> Self {
        Self(now)
    }

    /// When a lane that may use the first `depth` tokens finds one, if a token comes back every `interval`.
    pub(super) fn ready_at(self, depth: u32, interval: Duration) -> Instant {
        // Should the platform have no instant so early, waiting for the full bucket is safe.
        self.0.checked_sub(interval * (depth - 1)).unwrap_or(self.0)
    }

    /// Takes a token; of an empty bucket of `size` nothing is owed.
    pub(super) fn take(&mut self, now: Instant, size: u32, interval: Duration) {
        self.0 = (self.0.max(now) + interval).min(now + interval * size);
    }

    /// When it is full.
    pub(super) const fn full_at(self) -> Instant {
        self.0
    }
}

/// Must-know messages get at least every such share of the rate, however many replies there are.
const MUST_KNOW_SHARE: u32 = 10;

const SECOND: Duration = Duration::from_secs(1);

/// Who may send when, as far as the rate over all chats goes.
#[derive(Debug)]
pub(super) struct Pace {
    bucket: Bucket,
    /// Tokens in a full bucket: half a second's worth.
    size: u32,
    /// A token comes back this often.
    interval: Duration,
    /// When the lanes that wait last sent: at most one second's worth, oldest first. The bucket alone would let the
    /// bulk lanes send its content on top of a second's worth.
    recent: VecDeque<Instant>,
    /// Messages a second.
    rate: usize,
    /// When one of the lanes that wait last sent.
    last: Instant,
    /// Reminders and broadcasts pause until then.
    pub(super) bulk_pause: Instant,
}

impl Pace {
    /// Full tokens at `rate` > 0 a second.
    pub(super) fn new(rate: u32, now: Instant) -> Self {
        Self {
            bucket: Bucket::full(now),
            size: (rate / 2).max(1),
            interval: SECOND / rate,
            recent: VecDeque::new(),
            rate: rate as usize,
            last: now,
            bulk_pause: now,
        }
    }

    /// From now on at `rate` > 0 a second. What was sent before counts on.
    pub(super) fn set_rate(&mut self, rate: u32) {
        self.size = (rate / 2).max(1);
        self.interval = SECOND / rate;
        self.rate = rate as usize;
        self.recent.drain(..self.recent.len().saturating_sub(self.rate));
    }

    /// When a waiting message of this lane may go; not later than `now` means at once.
    pub(super) fn turn_at(&self, lane: Lane, now: Instant) -> Instant {
        let in_second = match self.recent.front() {
            Some(&oldest) if self.recent.len() >= self.rate => oldest + SECOND,
            _ => now,
        };
        let third = self.size / 3;
        let token = |depth: u32| self.bucket.ready_at(depth.max(1), self.interval);
        match lane {
            Lane::Interactive => now,
            Lane::MustKnow => token(self.size).min(self.last + self.interval * MUST_KNOW_SHARE),
            Lane::Reminders => in_second.max(token(self.size - third)).max(self.bulk_pause),
            Lane::Broadcasts => in_second.max(token(third)).max(self.bulk_pause),
        }
    }

    /// Counts a message of this lane.
    pub(super) fn take(&mut self, lane: Lane, now: Instant) {
        self.bucket.take(now, self.size, self.interval);
        if lane != Lane::Interactive {
            self.recent.push_back(now);
            while self.recent.len() > self.rate {
                self.recent.pop_front();
            }
            self.last = now;
        }
    }
}
