//! Who may go now and who waits for what: the budget without its clock, lock and driver.

use super::chats::Chats;
use super::pace::Pace;
use crate::domain::Lane;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::time::Instant;

/// A call to be made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Call {
    pub(super) lane: Lane,
    pub(super) chat: Option<i64>,
    pub(super) counts: bool,
}

impl Call {
    /// Whether it needs a token of the rate over all chats: replies do not wait for one.
    fn waits_for_token(self) -> bool {
        self.counts && self.lane != Lane::Interactive
    }
}

/// All that is known, and everybody who waits, by the number in which they came.
#[derive(Debug)]
pub(super) struct Queue {
    pace: Pace,
    chats: Chats,
    waiters: HashMap<u64, Waiter>,
    /// Those whose chat is ready and who wait for a token, by lane.
    in_line: [BTreeSet<u64>; Lane::ALL.len()],
    /// Those whose chat is not ready, by when it will be.
    parked: BTreeSet<(Instant, u64)>,
    next_id: u64,
    /// When the driver means to wake; `None` when none runs.
    pub(super) driver: Option<Instant>,
}

#[derive(Debug)]
struct Waiter {
    call: Call,
    turn: oneshot::Sender<()>,
    /// Where it is parked until; `None` while it stands in line.
    parked: Option<Instant>,
}

impl Queue {
    /// Nobody waits.
    pub(super) fn new(free: u32, all: u32, now: Instant) -> Self {
        Self {
            pace: Pace::new(free, all, now),
            chats: Chats::new(),
            waiters: HashMap::new(),
            in_line: Default::default(),
            parked: BTreeSet::new(),
            next_id: 0,
            driver: None,
        }
    }

    /// See [`Pace::set_rates`].
    pub(super) fn set_rates(&mut self, free: u32, all: u32) {
        self.pace.set_rates(free, all);
    }

    /// How many more calls of this lane would go until `by`, beside those that wait already; and when to ask again, if
    /// none.
    pub(super) fn room(&self, lane: Lane, now: Instant, by: Instant) -> Result<u32, Instant> {
        let room = self.pace.room(lane, now, by)?;
        match room.saturating_sub(self.in_line[lane as usize].len() as u32) {
            0 => Err(by),
            more => Ok(more),
        }
    }

    /// Lets a call go at once (`None`) or gives it a place and tells how it will hear of its turn.
    pub(super) fn admit(&mut self, call: Call, now: Instant) -> Option<(u64, oneshot::Receiver<()>)> {
        // Those who came earlier and whose time has come are not overtaken.
        if !self.waiters.is_empty() {
            self.serve(now);
        }
        let chat_ready = self.chat_ready_at(call, now) <= now;
        if chat_ready && (!call.waits_for_token() || self.pace.turn_at(call.lane, now) <= now) {
            self.take(call, now);
            return None;
        }
        let (turn, heard) = oneshot::channel();
        let id = self.next_id;
        self.next_id += 1;
        self.waiters.insert(id, Waiter { call, turn, parked: None });
        self.place(id, call, now);
        Some((id, heard))
    }

    /// Lets everybody go whose time has come: chats that became ready first, then the lanes in their order.
    pub(super) fn serve(&mut self, now: Instant) {
        while self.parked.first().is_some_and(|(at, _)| *at <= now) {
            if let Some((_, id)) = self.parked.pop_first()
                && let Some(waiter) = self.waiters.get_mut(&id)
            {
                waiter.parked = None;
                let call = waiter.call;
                self.place(id, call, now);
            }
        }
        for lane in Lane::ALL {
            while !self.in_line[lane as usize].is_empty() && self.pace.turn_at(lane, now) <= now {
                if let Some(id) = self.in_line[lane as usize].pop_first()
                    && let Some(waiter) = self.waiters.get(&id)
                {
                    let call = waiter.call;
                    if self.chat_ready_at(call, now) <= now {
                        self.let_go(id, now);
                    } else {
                        self.place(id, call, now);
                    }
                }
            }
        }
    }

    /// When somebody who waits may go, if anybody waits.
    pub(super) fn next_event(&self, now: Instant) -> Option<Instant> {
        let lanes = Lane::ALL.into_iter().filter(|lane| !self.in_line[*lane as usize].is_empty());
        let turns = lanes.map(|lane| self.pace.turn_at(lane, now));
        turns.chain(self.parked.first().map(|(at, _)| *at)).min()
    }

    /// Forgets somebody who waits no more; nothing if their turn has come already.
    pub(super) fn leave(&mut self, id: u64) {
        if let Some(waiter) = self.waiters.remove(&id) {
            match waiter.parked {
                Some(at) => self.parked.remove(&(at, id)),
                None => self.in_line[waiter.call.lane as usize].remove(&id),
            };
        }
    }

    /// Holds a chat after a 429, and the bulk lanes when several chats answered so.
    pub(super) fn hold(&mut self, chat: Option<i64>, wait: Duration, now: Instant) {
        if let Some(until) = self.chats.hold(chat, wait, now) {
            self.pace.bulk_pause = self.pace.bulk_pause.max(until);
        }
    }

    /// How long a 429 still holds this chat.
    pub(super) fn held(&self, chat: Option<i64>, now: Instant) -> Duration {
        self.chats.held(chat, now)
    }

    /// How many wait in a lane, in line or for their chat.
    pub(super) fn waiting(&self, lane: Lane) -> usize {
        self.waiters.values().filter(|waiter| waiter.call.lane == lane).count()
    }

    /// How many chats are remembered.
    #[cfg(test)]
    pub(super) fn known_chats(&self) -> usize {
        self.chats.known()
    }

    /// Parks a waiter until its chat is ready, puts it in line, or lets it go if it needs no token.
    fn place(&mut self, id: u64, call: Call, now: Instant) {
        let ready = self.chat_ready_at(call, now);
        if ready > now {
            self.parked.insert((ready, id));
            if let Some(waiter) = self.waiters.get_mut(&id) {
                waiter.parked = Some(ready);
            }
        } else if call.waits_for_token() {
            self.in_line[call.lane as usize].insert(id);
        } else {
            self.let_go(id, now);
        }
    }

    fn let_go(&mut self, id: u64, now: Instant) {
        if let Some(waiter) = self.waiters.remove(&id)
            && waiter.turn.send(()).is_ok()
        {
            self.take(waiter.call, now);
        }
    }

    fn take(&mut self, call: Call, now: Instant) {
        if call.counts {
            self.pace.take(call.lane, now);
            self.chats.take(call.chat, now);
        }
    }

    fn chat_ready_at(&self, call: Call, now: Instant) -> Instant {
        self.chats.ready_at(call.chat, call.lane, call.counts, now)
    }
}
