//! Inline mode: what people ask the bot for from any chat, what it offers, and what they choose. The chosen message is
//! put into the person's own chat, where it can be seen; for the bot it stands wherever it was sent.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use rand::Rng as _;
use rand::rngs::SmallRng;
use serde_json::json;
use tokio::sync::watch;

use super::acts;
use super::message::Message;
use super::person::{Person, Refused};
use super::reply;
use super::state::{Standing, lock};
use super::wire::{User, WireMessage};

/// As long as the server keeps the update itself (Client.cpp, `add_update_impl` of inline queries).
const ANSWERABLE: TimeDelta = TimeDelta::seconds(30);

/// What the bot offered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InlineAnswer {
    /// The list.
    pub results: Vec<InlineResult>,
    /// Where the list goes on; empty at its end.
    pub next_offset: String,
}

/// One entry of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InlineResult {
    /// The bot's name for it.
    pub id: String,
    /// First line.
    pub title: String,
    /// Second line.
    pub description: String,
    /// The message that choosing it sends.
    pub message: Message,
}

struct Query {
    person: i64,
    words: String,
    asked: DateTime<Utc>,
    answer: watch::Sender<Option<InlineAnswer>>,
}

/// All queries, and where the chosen messages stand.
pub(crate) struct Inline(Mutex<Inner>);

struct Inner {
    next: u64,
    queries: HashMap<String, Query>,
    sent: HashMap<String, (i64, i32)>,
}

impl Inline {
    pub(crate) fn new(chance: &mut SmallRng) -> Self {
        let next = chance.random_range(1_000_000_000_000..9_000_000_000_000);
        Self(Mutex::new(Inner { next, queries: HashMap::new(), sent: HashMap::new() }))
    }

    /// The bot answers; `false` when the query is unknown, too old or answered before.
    pub(crate) fn close(&self, id: &str, answer: InlineAnswer, now: DateTime<Utc>) -> bool {
        let inner = lock(&self.0);
        let query = inner.queries.get(id).filter(|query| now - query.asked <= ANSWERABLE);
        let open = query.filter(|query| query.answer.borrow().is_none());
        open.is_some_and(|query| query.answer.send_replace(Some(answer)).is_none())
    }

    /// Chat and number of the message that the bot knows by this name.
    pub(crate) fn sent(&self, inline_message_id: &str) -> Option<(i64, i32)> {
        lock(&self.0).sent.get(inline_message_id).copied()
    }
}

impl Person {
    /// Writes `@bot words` in some chat and goes on with the list at `offset`. Returns the query's id.
    pub fn ask_inline(&self, words: &str, offset: &str) -> String {
        let world = &self.world;
        let words: String = words.chars().take(256).collect();
        let id = {
            let mut inner = lock(&world.inline.0);
            inner.next += 1;
            let id = inner.next.to_string();
            let answer = watch::Sender::new(None);
            let query = Query { person: self.id(), words: words.clone(), asked: world.now(), answer };
            inner.queries.insert(id.clone(), query);
            id
        };
        let body = {
            let mut state = lock(&self.chat.state);
            if state.standing == Standing::Stranger {
                state.standing = Standing::Seen;
            }
            reply::json(&json!({
                "id": id, "from": User::person(&state.profile), "chat_type": "private", "query": words, "offset": offset,
            }))
        };
        acts::push(self, "inline_query", &body, self.id() + (1 << 33));
        id
    }

    /// Waits for what the bot offers.
    pub async fn inline_answer(&self, query: &str, timeout: Duration) -> Option<InlineAnswer> {
        let mut answer = lock(&self.world.inline.0).queries.get(query)?.answer.subscribe();
        let given = answer.wait_for(Option::is_some);
        tokio::time::timeout(timeout, given).await.ok()?.ok()?.clone()
    }

    /// Chooses an entry: the message is sent, and the bot is told. Returns its number in the person's chat.
    pub fn choose(&self, query: &str, result: &str) -> Result<i32, Refused> {
        let world = &self.world;
        let (words, chosen) = {
            let inner = lock(&world.inline.0);
            let query = inner.queries.get(query).filter(|query| query.person == self.id());
            let query = query.ok_or_else(|| Refused("there is no such query".to_owned()))?;
            let answer = query.answer.borrow();
            let results = answer.as_ref().map_or(&[][..], |answer| &answer.results);
            let chosen = results.iter().find(|entry| entry.id == result).cloned();
            (query.words.clone(), chosen.ok_or_else(|| Refused("the bot did not offer this".to_owned()))?)
        };
        let id = world.new_message_id();
        let message = Message { id, date: world.now(), via_bot: true, ..chosen.message };
        // Telegram names the message to the bot only if it has buttons.
        let name = (!message.buttons.is_empty()).then(|| format!("AQAAAC{id:08}_{}", self.id()));
        let (sent, told) = {
            let mut state = lock(&self.chat.state);
            let sent = reply::json(&WireMessage::of(&message, &state.profile, &world.bot, None));
            let mut told = json!({"result_id": result, "from": User::person(&state.profile), "query": words});
            if let Some(name) = &name {
                told["inline_message_id"] = json!(name);
            }
            let is_open = state.standing == Standing::Open;
            state.messages.insert(id, message);
            (is_open.then_some(sent), reply::json(&told))
        };
        if let Some(name) = name {
            lock(&world.inline.0).sent.insert(name, (self.id(), id));
        }
        // In its own chat the bot also gets the message itself.
        if let Some(sent) = sent {
            acts::push(self, "message", &sent, self.id());
        }
        acts::push(self, "chosen_inline_result", &told, self.id() + (2 << 33));
        world.touch(&self.chat);
        Ok(id)
    }
}
