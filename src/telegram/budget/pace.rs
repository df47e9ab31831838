//! The rates over all chats: token buckets that the lanes draw from, some deeper than others. Knows no chats.

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

/// One rate: its bucket, and what was sent in the last second.
#[derive(Debug)]
struct Rate {
    bucket: Bucket,
    /// Tokens in a full bucket: half a second's worth.
    size: u32,
    /// A token comes back this often.
    interval: Duration,
    /// When the lanes that wait last sent: at most one second's worth, oldest first. The bucket alone would let the
    /// bulk lanes send its content on top of a second's worth.
    recent: VecDeque<Instant>,
    /// Messages a second.
    per_second: usize,
}

impl Rate {
    /// Full tokens at `rate` > 0 a second.
    fn new(rate: u32, now: Instant) -> Self {
        Self {
            bucket: Bucket::full(now),
            size: (rate / 2).max(1),
            interval: SECOND / rate,
            recent: VecDeque::new(),
            per_second: rate as usize,
        }
    }

    /// From now on at `rate` > 0 a second. What was sent before counts on.
    fn set(&mut self, rate: u32) {
        self.size = (rate / 2).max(1);
        self.interval = SECOND / rate;
        self.per_second = rate as usize;
        self.recent.drain(..self.recent.len().saturating_sub(self.per_second));
    }

    /// When a lane that may use the first `depth` tokens finds one.
    fn token(&self, depth: u32) -> Instant {
        self.bucket.ready_at(depth.max(1), self.interval)
    }

    /// The same for a lane that keeps to the rate in every second.
    fn strictly(&self, depth: u32) -> Instant {
        match self.recent.front() {
            Some(&oldest) if self.recent.len() >= self.per_second => self.token(depth).max(oldest + SECOND),
            _ => self.token(depth),
        }
    }

    fn take(&mut self, now: Instant, waits: bool) {
        self.bucket.take(now, self.size, self.interval);
        if waits {
            self.recent.push_back(now);
            while self.recent.len() > self.per_second {
                self.recent.pop_front();
            }
        }
    }

    /// A third of a full bucket.
    const fn third(&self) -> u32 {
        self.size / 3
    }
}

/// Who may send when, as far as the rates over all chats go.
#[derive(Debug)]
pub(super) struct Pace {
    /// What costs nothing.
    free: Rate,
    /// Everything, with what is paid for.
    all: Rate,
    /// When one of the lanes that wait last sent.
    last: Instant,
    /// Reminders and broadcasts pause until then.
    pub(super) bulk_pause: Instant,
}

impl Pace {
    /// Full tokens at so many a second, > 0: `free` of charge, and in `all`.
    pub(super) fn new(free: u32, all: u32, now: Instant) -> Self {
        Self { free: Rate::new(free, now), all: Rate::new(all, now), last: now, bulk_pause: now }
    }

    /// From now on at these rates > 0. What was sent before counts on.
    pub(super) fn set_rates(&mut self, free: u32, all: u32) {
        self.free.set(free);
        self.all.set(all);
    }

    /// When a waiting message of this lane may go; not later than `now` means at once.
    pub(super) fn turn_at(&self, lane: Lane, now: Instant) -> Instant {
        let Self { free, all, .. } = self;
        match lane {
            Lane::Interactive => now,
            Lane::MustKnow => free.token(free.size).min(self.last + free.interval * MUST_KNOW_SHARE),
            Lane::Reminders => free.strictly(free.size - free.third()).max(self.bulk_pause),
            Lane::Broadcasts => free.strictly(free.third()).max(self.bulk_pause),
            Lane::Paid => all.strictly(all.third()).max(self.bulk_pause),
        }
    }

    /// How many messages of this lane may go until `by`, if nothing else goes; and when the first may, if none.
    pub(super) fn room(&self, lane: Lane, now: Instant, by: Instant) -> Result<u32, Instant> {
        let rate = if lane == Lane::Paid { &self.all } else { &self.free };
        let turn = self.turn_at(lane, now).max(now);
        if turn > by {
            return Err(turn);
        }
        Ok(1 + ((by - turn).as_nanos() / rate.interval.as_nanos().max(1)) as u32)
    }

    /// Counts a message of this lane.
    pub(super) fn take(&mut self, lane: Lane, now: Instant) {
        let waits = lane != Lane::Interactive;
        self.all.take(now, waits);
        if lane != Lane::Paid {
            self.free.take(now, waits);
        }
        if waits {
            self.last = now;
        }
    }
}
