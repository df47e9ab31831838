//! What each chat may get: its own token bucket and the 429s it answered. Only chats spoken with lately are kept.

use super::pace::Bucket;
use crate::domain::Lane;
use std::collections::{HashMap, VecDeque};
use std::time::Duration;
use tokio::time::Instant;

/// This many chats that answer 429 within [`FLOOD_WINDOW`] mean the bot as a whole is too fast.
const FLOOD_CHATS: usize = 3;
const FLOOD_WINDOW: Duration = Duration::from_secs(1);

/// Below this many chats nothing is swept.
const SMALL: usize = 1024;

/// The chats spoken with lately; `None` stands for calls that go to no chat.
#[derive(Debug)]
pub(super) struct Chats {
    known: HashMap<Option<i64>, Chat>,
    /// Idle chats are dropped when so many are known: twice those that were busy the last time.
    sweep_at: usize,
    /// The 429s of the last second: when, which chat, until when it holds.
    floods: VecDeque<(Instant, i64, Instant)>,
}

#[derive(Debug)]
struct Chat {
    bucket: Bucket,
    /// A 429 holds it until then.
    held: Instant,
}

impl Chats {
    /// None yet.
    pub(super) fn new() -> Self {
        Self { known: HashMap::new(), sweep_at: SMALL, floods: VecDeque::new() }
    }

    /// When this chat may get a call of this lane; not later than `now` means at once.
    pub(super) fn ready_at(&self, chat: Option<i64>, lane: Lane, counts: bool, now: Instant) -> Instant {
        match self.known.get(&chat) {
            None => now,
            Some(known) if counts => {
                let limit = Limit::of(chat);
                known.held.max(known.bucket.ready_at(limit.burst(lane), limit.interval))
            }
            Some(known) => known.held,
        }
    }

    /// Counts a message to this chat.
    pub(super) fn take(&mut self, chat: Option<i64>, now: Instant) {
        if chat.is_some() {
            let limit = Limit::of(chat);
            self.entry(chat, now).bucket.take(now, limit.size, limit.interval);
        }
    }

    /// Holds a chat after a 429. Returns until when all bulk lanes must pause, if too many chats answered so.
    pub(super) fn hold(&mut self, chat: Option<i64>, wait: Duration, now: Instant) -> Option<Instant> {
        let entry = self.entry(chat, now);
        entry.held = entry.held.max(now + wait);
        let until = entry.held;
        self.floods.retain(|(at, other, _)| now < *at + FLOOD_WINDOW && chat != Some(*other));
        self.floods.push_back((now, chat?, until));
        let longest = self.floods.iter().map(|(_, _, until)| *until).max();
        longest.filter(|_| self.floods.len() >= FLOOD_CHATS)
    }

    /// How long a 429 still holds this chat.
    pub(super) fn held(&self, chat: Option<i64>, now: Instant) -> Duration {
        self.known.get(&chat).map_or(Duration::ZERO, |known| known.held.saturating_duration_since(now))
    }

    /// How many chats are remembered.
    #[cfg(test)]
    pub(super) fn known(&self) -> usize {
        self.known.len()
    }

    fn entry(&mut self, chat: Option<i64>, now: Instant) -> &mut Chat {
        if self.known.len() >= self.sweep_at {
            self.known.retain(|_, known| known.held.max(known.bucket.full_at()) > now);
            self.sweep_at = SMALL.max(self.known.len() * 2);
            self.known.shrink_to(self.sweep_at);
        }
        self.known.entry(chat).or_insert_with(|| Chat { bucket: Bucket::full(now), held: now })
    }
}

/// What one chat may get.
struct Limit {
    /// Tokens in a full bucket.
    size: u32,
    /// A token comes back this often.
    interval: Duration,
}

impl Limit {
    /// A person's chat: one a second after a burst. A group or channel (negative id): 5 at once and one in four
    /// seconds, which makes 20 in any minute.
    const fn of(chat: Option<i64>) -> Self {
        match chat {
            Some(..0) => Self { size: 5, interval: Duration::from_secs(4) },
            _ => Self { size: 20, interval: Duration::from_secs(1) },
        }
    }

    /// How many messages of this lane may go at once into a chat that was quiet. The rest is kept for replies.
    fn burst(&self, lane: Lane) -> u32 {
        match lane {
            Lane::Interactive => self.size,
            Lane::MustKnow => 4,
            Lane::Reminders => 2,
            Lane::Broadcasts | Lane::Paid => 1,
        }
    }
}
