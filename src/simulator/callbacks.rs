//! Presses waiting for the bot's answer, and the answers given. Who pressed what is written in the update.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rand::Rng as _;
use rand::rngs::SmallRng;
use tokio::sync::watch;

use super::state::lock;

/// As long as the server keeps the update itself (Client.cpp, `add_update_impl` of callback queries).
const ANSWERABLE: TimeDelta = TimeDelta::seconds(150);
/// The progress bar on the button bothers people much earlier.
const POLITE: TimeDelta = TimeDelta::seconds(10);

/// What the bot answered to a press.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallbackAnswer {
    /// The notice shown, if any.
    pub text: Option<String>,
    /// Shown as a window to be closed instead of a line that fades.
    pub show_alert: bool,
    /// A link the app opens.
    pub url: Option<String>,
}

struct Query {
    person: i64,
    message_id: i32,
    asked: DateTime<Utc>,
    answer: watch::Sender<Option<CallbackAnswer>>,
}

/// All presses.
pub(crate) struct Callbacks {
    inner: Mutex<Inner>,
}

struct Inner {
    next: u64,
    queries: HashMap<String, Query>,
}

impl Callbacks {
    pub(crate) fn new(chance: &mut SmallRng) -> Self {
        let next = chance.random_range(1_000_000_000_000..9_000_000_000_000);
        Self { inner: Mutex::new(Inner { next, queries: HashMap::new() }) }
    }

    /// A press was made; returns its id.
    pub(crate) fn open(&self, person: i64, message_id: i32, asked: DateTime<Utc>) -> String {
        let mut inner = lock(&self.inner);
        inner.next += 1;
        let id = format!("{}{:06}", inner.next, person.rem_euclid(1_000_000));
        let query = Query { person, message_id, asked, answer: watch::Sender::new(None) };
        inner.queries.insert(id.clone(), query);
        id
    }

    /// The bot answers; `None` when the query is unknown, too old or answered before. Gives back whose it was.
    pub(crate) fn close(
        &self,
        id: &str,
        answer: CallbackAnswer,
        now: DateTime<Utc>,
    ) -> Result<(i64, i32), Closed> {
        let inner = lock(&self.inner);
        let query = inner.queries.get(id).ok_or(Closed::Unknown)?;
        if query.answer.borrow().is_some() {
            return Err(Closed::Twice);
        }
        if now - query.asked > ANSWERABLE {
            return Err(Closed::TooOld);
        }
        query.answer.send_replace(Some(answer));
        Ok((query.person, query.message_id))
    }

    /// Waits for the answer.
    pub(crate) async fn answer(&self, id: &str, timeout: Duration) -> Option<CallbackAnswer> {
        let mut answer = lock(&self.inner).queries.get(id)?.answer.subscribe();
        let given = answer.wait_for(Option::is_some);
        tokio::time::timeout(timeout, given).await.ok()?.ok()?.clone()
    }

    /// Presses left without an answer for longer than people like.
    pub(crate) fn neglected(&self, now: DateTime<Utc>) -> Vec<String> {
        let inner = lock(&self.inner);
        let late = |query: &&Query| query.answer.borrow().is_none() && now - query.asked > POLITE;
        let mut lines: Vec<String> = inner
            .queries
            .values()
            .filter(late)
            .map(|query| {
                let Query { person, message_id, .. } = query;
                format!("callback query of {person} on message {message_id} unanswered for more than 10 s")
            })
            .collect();
        lines.sort();
        lines
    }
}

/// Why a press cannot be answered; Telegram says the same for all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closed {
    Unknown,
    Twice,
    TooOld,
}
