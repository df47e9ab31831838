//! Trouble on purpose: slow answers, lost connections, server errors, updates twice or out of order. All chance
//! comes from the seed, so a run can be repeated.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rand::rngs::SmallRng;
use rand::{Rng as _, SeedableRng as _};

use super::state::lock;

/// What goes wrong with a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// 502 without any effect.
    BadGateway,
    /// The connection is reset before anything happened.
    ResetBefore,
    /// The call takes effect, then the connection is reset: the bot cannot know.
    ResetAfter,
    /// 429 without any effect.
    TooManyRequests {
        /// Seconds to wait.
        retry_after: u32,
    },
}

/// One kind of trouble.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What goes wrong.
    pub kind: FaultKind,
    /// How often, from 0 to 1.
    pub probability: f64,
    /// Only with these methods (any case); empty means all.
    pub methods: Vec<String>,
    /// At most so many times.
    pub times: Option<u32>,
}

impl Fault {
    /// This trouble with every call.
    pub fn always(kind: FaultKind) -> Self {
        Self { kind, probability: 1.0, methods: Vec::new(), times: None }
    }

    /// This trouble with a part of the calls, from 0 to 1.
    pub fn sometimes(kind: FaultKind, probability: f64) -> Self {
        Self { probability, ..Self::always(kind) }
    }

    /// Only with this method; may be said several times.
    #[must_use]
    pub fn on(mut self, method: &str) -> Self {
        self.methods.push(method.to_owned());
        self
    }

    /// At most so many times.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }
}

/// All trouble at once; the default is none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Faults {
    /// Every answer waits at least this long.
    pub latency: Duration,
    /// And up to this much longer.
    pub jitter: Duration,
    /// Tried in this order; the first that strikes counts.
    pub calls: Vec<Fault>,
    /// Part of the updates delivered twice with the same `update_id`, from 0 to 1.
    pub duplicate_updates: f64,
    /// Part of the updates overtaken by the next one of another queue (another person, or a press), from 0 to 1.
    pub reorder_updates: f64,
    /// Part of the batches of `getUpdates` whose updates come shuffled, from 0 to 1. The highest id stays last.
    pub shuffle_batches: f64,
}

/// The trouble in force.
pub(crate) struct FaultState {
    on: AtomicBool,
    inner: Mutex<(Faults, SmallRng)>,
}

impl FaultState {
    pub(crate) fn new(seed: u64) -> Self {
        let chance = SmallRng::seed_from_u64(seed ^ 0x00fa_0175);
        Self { on: AtomicBool::new(false), inner: Mutex::new((Faults::default(), chance)) }
    }

    pub(crate) fn set(&self, faults: Faults) {
        self.on.store(faults != Faults::default(), Ordering::Relaxed);
        lock(&self.inner).0 = faults;
    }

    /// What befalls this call: how long it waits, and what goes wrong.
    pub(crate) fn strike(&self, method: &str) -> (Duration, Option<FaultKind>) {
        if !self.on.load(Ordering::Relaxed) {
            return (Duration::ZERO, None);
        }
        let mut inner = lock(&self.inner);
        let (faults, chance) = &mut *inner;
        let wait = faults.latency + faults.jitter.mul_f64(chance.random::<f64>());
        let struck = faults.calls.iter_mut().find(|fault| {
            let meant = fault.methods.is_empty()
                || fault.methods.iter().any(|name| name.eq_ignore_ascii_case(method));
            meant && fault.times != Some(0) && chance.random::<f64>() < fault.probability
        });
        let kind = struck.map(|fault| {
            fault.times = fault.times.map(|times| times - 1);
            fault.kind
        });
        (wait, kind)
    }

    /// Whether the next update is delivered twice.
    pub(crate) fn duplicates(&self) -> bool {
        self.chance(|faults| faults.duplicate_updates)
    }

    /// Whether the next update is overtaken.
    pub(crate) fn reorders(&self) -> bool {
        self.chance(|faults| faults.reorder_updates)
    }

    /// Whether the next batch is shuffled; gives the order of exchange for each neighbouring pair.
    pub(crate) fn shuffles(&self, length: usize) -> Option<Vec<bool>> {
        if !self.chance(|faults| faults.shuffle_batches) {
            return None;
        }
        let mut inner = lock(&self.inner);
        Some((0..length).map(|_| inner.1.random()).collect())
    }

    fn chance(&self, of: impl Fn(&Faults) -> f64) -> bool {
        if !self.on.load(Ordering::Relaxed) {
            return false;
        }
        let mut inner = lock(&self.inner);
        let probability = of(&inner.0);
        probability > 0.0 && inner.1.random::<f64>() < probability
    }
}
