//! What the bot called, and what it did that Telegram lets pass but a good bot avoids. Only a record: nothing
//! is decided by it.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, Utc};

use super::state::lock;

/// One call of a method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// When it came.
    pub at: DateTime<Utc>,
    /// Method as spelt in the reference.
    pub method: String,
    /// The chat it was about.
    pub chat_id: Option<i64>,
    /// HTTP status of the answer; 0 when the connection was reset instead.
    pub status: u16,
    /// Description of the refusal.
    pub description: Option<String>,
    /// It took effect, whether or not the bot heard so.
    pub effect: bool,
    /// The message made or changed.
    pub message_id: Option<i32>,
}

/// The record.
pub(crate) struct Ledger {
    off: AtomicBool,
    calls: Mutex<Vec<Call>>,
    objections: Mutex<BTreeSet<String>>,
}

impl Default for Ledger {
    fn default() -> Self {
        Self { off: AtomicBool::new(false), calls: Mutex::default(), objections: Mutex::default() }
    }
}

impl Ledger {
    /// Whether calls are written down.
    pub(crate) fn is_on(&self) -> bool {
        !self.off.load(Ordering::Relaxed)
    }

    /// Writes calls down, or stops doing so.
    pub(crate) fn keep(&self, on: bool) {
        self.off.store(!on, Ordering::Relaxed);
    }

    pub(crate) fn add(&self, call: Call) {
        lock(&self.calls).push(call);
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        lock(&self.calls).clone()
    }

    pub(crate) fn clear(&self) {
        lock(&self.calls).clear();
        lock(&self.objections).clear();
    }

    /// Notes something tolerated; each text once, so that a load test does not fill memory with it.
    pub(crate) fn object(&self, line: String) {
        lock(&self.objections).insert(line);
    }

    pub(crate) fn objections(&self) -> Vec<String> {
        lock(&self.objections).iter().cloned().collect()
    }
}
