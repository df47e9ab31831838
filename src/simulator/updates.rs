//! The queue of updates: numbering, retention, what `allowed_updates` lets in. Who takes them out (a poll or a
//! webhook) is elsewhere.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rand::Rng as _;
use rand::rngs::SmallRng;
use tokio::sync::Notify;

use super::state::{World, lock};

/// Kinds not sent unless asked for (Client.h, `DEFAULT_ALLOWED_UPDATE_TYPES`).
const NOT_BY_DEFAULT: [&str; 3] = ["chat_member", "message_reaction", "message_reaction_count"];
/// Every kind the reference lists; other names in `allowed_updates` are ignored.
const KINDS: [&str; 27] = [
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "guest_message",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "subscription",
    "stopped_message_generation",
];
/// Newer updates are dropped beyond this (TQueue.cpp).
const MAX_UPDATES: usize = 100_000;
/// An overtaken update goes on by itself after this, if nothing overtakes it.
const HELD: Duration = Duration::from_millis(150);

/// An update before it has a number.
#[derive(Clone, Debug)]
pub(crate) struct Update {
    /// `"kind":{…}` without the braces around.
    inner: Vec<u8>,
    kind: Option<String>,
    key: i64,
}

impl Update {
    pub(crate) fn raw(inner: Vec<u8>, kind: Option<String>, key: i64) -> Self {
        Self { inner, kind, key }
    }

    /// Seconds the server keeps it (Client.cpp, the callers of `add_update`).
    fn kept(&self) -> i64 {
        match self.kind.as_deref() {
            Some("callback_query" | "shipping_query" | "pre_checkout_query") => 150,
            Some("inline_query") => 30,
            Some("chosen_inline_result") => 600,
            _ => 86_400,
        }
    }
}

/// An update in the queue.
#[derive(Clone, Debug)]
pub(crate) struct Stored {
    pub(crate) id: i64,
    /// Updates of one key stay in order.
    pub(crate) key: i64,
    /// Unix time of being forgotten.
    pub(crate) expires: i64,
    /// The whole update as JSON.
    pub(crate) json: Arc<[u8]>,
}

#[derive(Default)]
struct Inner {
    next: i64,
    items: BTreeMap<i64, Stored>,
    /// `None` is the default set.
    allowed: Option<HashSet<String>>,
    held: Option<Update>,
    /// No update expires before this, so most calls need not look.
    soonest: Option<i64>,
    /// Handed out once more though confirmed.
    again: Vec<Stored>,
}

/// The queue.
pub(crate) struct Queue {
    inner: Mutex<Inner>,
    /// Rung at each new update.
    pub(crate) arrival: Notify,
    /// Rung for the webhook, which may look at the queue at the same time as a dying poll.
    pub(crate) webhook_arrival: Notify,
}

impl Queue {
    /// The first id is random (TQueue.cpp).
    pub(crate) fn new(chance: &mut SmallRng) -> Self {
        let next = chance.random_range(2_000_001..1_000_000_000);
        let inner = Mutex::new(Inner { next, ..Inner::default() });
        Self { inner, arrival: Notify::new(), webhook_arrival: Notify::new() }
    }

    /// Adds an update; returns its id, or 0 when the bot does not want its kind.
    pub(crate) fn push(&self, update: Update, world: &Arc<World>) -> i64 {
        let now = world.now().timestamp();
        let mut inner = lock(&self.inner);
        if !wanted(inner.allowed.as_ref(), update.kind.as_deref()) {
            return 0;
        }
        if inner.held.is_none() && world.faults.reorders() {
            inner.held = Some(update);
            drop(inner);
            release_later(Arc::clone(world));
            return 0;
        }
        let overtaken = inner.held.take();
        // Of one key, order is never lost; the held one goes first.
        let (first, second) = match overtaken {
            Some(held) if held.key == update.key => (Some(held), Some(update)),
            held => (Some(update), held),
        };
        let id = first.map_or(0, |update| inner.store(&update, now, world));
        let later = second.map_or(id, |update| inner.store(&update, now, world));
        drop(inner);
        self.ring();
        id.max(later)
    }

    fn ring(&self) {
        self.arrival.notify_waiters();
        self.webhook_arrival.notify_one();
    }

    /// Lets a held update go.
    fn release(&self, world: &Arc<World>) {
        let now = world.now().timestamp();
        let mut inner = lock(&self.inner);
        if let Some(held) = inner.held.take() {
            inner.store(&held, now, world);
            drop(inner);
            self.ring();
        }
    }

    /// Up to `limit` updates from the head, after forgetting what `offset` confirms (TQueue.cpp, `do_get`).
    pub(crate) fn take(&self, offset: i64, limit: usize, now: i64) -> Vec<Stored> {
        let mut inner = lock(&self.inner);
        if offset < 0 {
            let keep = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
            while inner.items.len() > keep {
                inner.items.pop_first();
            }
        } else if offset > 0 && offset <= inner.next + 10 {
            inner.items = inner.items.split_off(&offset);
        }
        if inner.soonest.is_some_and(|soonest| soonest <= now) {
            inner.items.retain(|_, update| update.expires > now);
            inner.soonest = inner.items.values().map(|update| update.expires).min();
        }
        // A repetition comes either in the same batch or after the update was confirmed; ids keep their order.
        let first = inner.items.keys().next().copied().unwrap_or(i64::MAX);
        let (mut batch, later) = std::mem::take(&mut inner.again)
            .into_iter()
            .partition(|one: &Stored| one.id % 2 == 0 || one.id < first);
        inner.again = later;
        batch.extend(inner.items.values().take(limit).cloned());
        batch.sort_by_key(|update| update.id);
        batch.truncate(limit);
        batch
    }

    /// Updates newer than `after`, for the webhook; they stay until done.
    pub(crate) fn newer_than(&self, after: i64) -> Vec<Stored> {
        lock(&self.inner).items.range(after + 1..).map(|(_, update)| update.clone()).collect()
    }

    /// Delivered or expired.
    pub(crate) fn done(&self, id: i64) {
        lock(&self.inner).items.remove(&id);
    }

    /// Forgets everything waiting.
    pub(crate) fn clear(&self) {
        lock(&self.inner).items.clear();
    }

    /// How many wait.
    pub(crate) fn len(&self) -> usize {
        let inner = lock(&self.inner);
        inner.items.len() + usize::from(inner.held.is_some())
    }

    /// `allowed_updates` as given: absent or unreadable keeps the old list, empty is the default (Client.cpp,
    /// `get_allowed_update_types`).
    pub(crate) fn allow(&self, raw: Option<&str>) {
        let Some(names) = raw.and_then(|raw| serde_json::from_str::<Vec<String>>(raw).ok()) else { return };
        let known: HashSet<String> = names
            .into_iter()
            .map(|name| name.to_ascii_lowercase())
            .filter(|name| KINDS.contains(&name.as_str()))
            .collect();
        lock(&self.inner).allowed = (!known.is_empty()).then_some(known);
    }

    /// The list in force, when it is not the default.
    pub(crate) fn allowed(&self) -> Option<Vec<String>> {
        let inner = lock(&self.inner);
        let allowed = inner.allowed.as_ref()?;
        Some(KINDS.iter().filter(|kind| allowed.contains(**kind)).map(|kind| (*kind).to_owned()).collect())
    }
}

impl Inner {
    fn store(&mut self, update: &Update, now: i64, world: &Arc<World>) -> i64 {
        if self.items.len() >= MAX_UPDATES {
            return 0;
        }
        let id = self.next;
        self.next += 1;
        let mut json = format!("{{\"update_id\":{id}").into_bytes();
        if !update.inner.is_empty() {
            json.extend_from_slice(b",\n");
            json.extend_from_slice(&update.inner);
        }
        json.push(b'}');
        let expires = now + update.kept();
        self.soonest = Some(self.soonest.map_or(expires, |soonest| soonest.min(expires)));
        let stored = Stored { id, key: update.key, expires, json: json.into() };
        if world.faults.duplicates() {
            self.again.push(stored.clone());
        }
        self.items.insert(id, stored);
        id
    }
}

fn wanted(allowed: Option<&HashSet<String>>, kind: Option<&str>) -> bool {
    let Some(kind) = kind.filter(|kind| KINDS.contains(kind)) else { return true };
    allowed.map_or_else(|| !NOT_BY_DEFAULT.contains(&kind), |allowed| allowed.contains(kind))
}

fn release_later(world: Arc<World>) {
    // Deeds may be done outside a runtime; then the next update of anybody lets the held one go.
    if let Ok(runtime) = tokio::runtime::Handle::try_current() {
        runtime.spawn(async move {
            tokio::time::sleep(HELD).await;
            world.queue.release(&world);
        });
    }
}
