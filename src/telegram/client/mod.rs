//! The client: the only mouth to Telegram. Every method passes the budget, knows its time-out and answers in our words.
//!
//! It posts teloxide's payloads itself: teloxide's own sending sleeps ten seconds inside a call on every 5xx, and the
//! `Debug` of its bot prints the token.

mod error;
mod inline;
mod message;
#[cfg(test)]
mod scripted;
#[cfg(test)]
mod tests;
mod wire;

use super::budget::Budget;
use crate::domain::{Lane, Language};
use crate::view::{InlineCard, Screen, commands::Menu};
pub use error::CallError;
use message::{Prepared, json};
use reqwest::Url;
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::value::RawValue;
use std::sync::Arc;
use std::time::Duration;
use teloxide::payloads::{
    AnswerCallbackQuery, DeleteMessage, DeleteMyCommands, DeleteWebhook, GetMe, GetUpdates, SendChatAction,
    SetMyCommands, SetWebhook, setters::*,
};
use teloxide::types::{
    AllowedUpdate, BotCommand, BotCommandScope, CallbackQueryId, ChatAction, ChatId, MessageId, Recipient,
};
use wire::{Body, Fault, Wire};

/// Longest wait for the answer to an ordinary call.
const NORMAL: Duration = Duration::from_secs(15);
/// Longest wait for the answer to a call that carries a file.
const UPLOAD: Duration = Duration::from_mins(1);
/// How much longer than asked Telegram may take over a poll.
const POLL_GRACE: Duration = Duration::from_secs(10);
/// A 429 of up to this length is waited out; a longer one goes back to the caller.
const SHORT_WAIT: Duration = Duration::from_secs(3);
/// Longest text of an answer to a press, in characters (Bot API, `answerCallbackQuery`).
const ANSWER_CHARS: usize = 200;

/// Whose menu it is: that of a chat, or of everybody who has none of their own.
fn menu_of(chat: Option<i64>) -> BotCommandScope {
    match chat {
        Some(chat) => BotCommandScope::Chat { chat_id: Recipient::Id(ChatId(chat)) },
        None => BotCommandScope::AllPrivateChats,
    }
}

/// Calls Telegram. Clones share connections and budget; nothing it prints holds the token.
#[derive(Clone, Debug)]
pub struct Client {
    wire: Arc<Wire>,
    budget: Budget,
}

/// The bot's own account.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Me {
    /// Its user id.
    pub id: i64,
    /// Its name in links, without `@`.
    pub username: String,
}

#[derive(Deserialize)]
struct Sent {
    message_id: i32,
}

/// What the budget must know of a call, and how long it may take.
#[derive(Clone, Copy)]
struct Terms {
    lane: Lane,
    chat: Option<i64>,
    counts: bool,
    limit: Duration,
}

impl Terms {
    /// A call that is no new message.
    const fn plain(lane: Lane, chat: Option<i64>) -> Self {
        Self { lane, chat, counts: false, limit: NORMAL }
    }

    /// A change of an old message. Those of many at once keep to the rate of new ones: Telegram's own is not published.
    fn change(lane: Lane, chat: i64) -> Self {
        Self { counts: lane != Lane::Interactive, ..Self::plain(lane, Some(chat)) }
    }
}

impl Client {
    /// A client of the Bot API server at `api_url`. Connects to nothing yet.
    ///
    /// Fails when the address is not one of HTTP or TLS cannot be set up, with one line that says so.
    pub fn new(token: SecretString, api_url: Url, budget: Budget) -> anyhow::Result<Self> {
        Ok(Self { wire: Arc::new(Wire::new(token, api_url)?), budget })
    }

    /// See [`Budget::room`].
    pub fn room(&self, lane: Lane) -> Result<u32, Duration> {
        self.budget.room(lane)
    }

    /// Who we are.
    pub async fn me(&self) -> Result<Me, CallError> {
        Ok(self.call(Terms::plain(Lane::Interactive, None), json(&GetMe::new())?).await?)
    }

    /// Waits up to `timeout_s` seconds (Telegram: at most 50) for up to `limit` (at most 100) updates from `offset`
    /// on and confirms all before it. Each is the text as sent, so that what we cannot read is not lost.
    ///
    pub async fn updates(
        &self,
        offset: i32,
        timeout_s: u32,
        limit: u8,
        kinds: Vec<AllowedUpdate>,
    ) -> Result<Vec<Box<RawValue>>, CallError> {
        let call = GetUpdates::new().offset(offset).timeout(timeout_s).limit(limit).allowed_updates(kinds);
        let mut terms = Terms::plain(Lane::Interactive, None);
        terms.limit = Duration::from_secs(u64::from(timeout_s)) + POLL_GRACE;
        Ok(self.call(terms, json(&call)?).await?)
    }

    /// Has updates posted to `url`, with `secret` in the header, over at most `max_connections` (1–100) connections.
    pub async fn set_webhook(
        &self,
        url: Url,
        secret: &SecretString,
        allowed_updates: Vec<AllowedUpdate>,
        max_connections: u8,
    ) -> Result<(), CallError> {
        let call = SetWebhook::new(url)
            .secret_token(secret.expose_secret())
            .allowed_updates(allowed_updates)
            .max_connections(max_connections);
        self.done(Terms::plain(Lane::Interactive, None), json(&call)?).await
    }

    /// Switches to polling. What waits is kept.
    pub async fn delete_webhook(&self) -> Result<(), CallError> {
        self.done(Terms::plain(Lane::Interactive, None), json(&DeleteWebhook::new())?).await
    }

    /// Puts commands in the menu of a chat, or of everybody's; without a language, for everyone who has none of their own.
    pub async fn set_menu(
        &self,
        chat: Option<i64>,
        language: Option<Language>,
        menu: &Menu,
    ) -> Result<(), CallError> {
        let commands = menu.iter().map(|(name, about)| BotCommand::new(*name, about));
        let mut call = SetMyCommands::new(commands).scope(menu_of(chat));
        call.language_code = language.map(|language| language.code().to_owned());
        self.done(Terms::plain(Lane::MustKnow, None), json(&call)?).await
    }

    /// Takes the menu of a chat away: it has everybody's again.
    pub async fn delete_menu(&self, chat: i64, language: Option<Language>) -> Result<(), CallError> {
        let mut call = DeleteMyCommands::new().scope(menu_of(Some(chat)));
        call.language_code = language.map(|language| language.code().to_owned());
        self.done(Terms::plain(Lane::MustKnow, None), json(&call)?).await
    }

    /// Shows a screen as a new message and returns its id.
    pub async fn show(&self, lane: Lane, chat: i64, screen: &Screen) -> Result<i32, CallError> {
        let prepared = message::show(chat, screen, lane == Lane::Paid)?;
        let limit = if matches!(prepared.1, Body::Form(_)) { UPLOAD } else { NORMAL };
        let sent: Sent = self.call(Terms { lane, chat: Some(chat), counts: true, limit }, prepared).await?;
        Ok(sent.message_id)
    }

    /// Turns a message of ours into another screen. [`CallError::NotEditable`] when the message or the screen does
    /// not allow it: show a new one then. That it looks so already is success.
    pub async fn redraw(
        &self,
        lane: Lane,
        chat: i64,
        message_id: i32,
        screen: &Screen,
    ) -> Result<(), CallError> {
        let prepared = message::redraw(chat, message_id, screen)?;
        self.settle(Terms::change(lane, chat), prepared, "message is not modified").await
    }

    /// Answers a press, so that its button stops spinning: silently, with a short word, or with a box (`alert`).
    /// The text is cut at 200 characters. That the press is too old is success: nobody waits for the answer.
    pub async fn answer(&self, query_id: &str, text: Option<&str>, alert: bool) -> Result<(), CallError> {
        let mut call = AnswerCallbackQuery::new(CallbackQueryId(query_id.to_owned()));
        call.text = text.map(|text| text.chars().take(ANSWER_CHARS).collect());
        call.show_alert = alert.then_some(true);
        self.settle(Terms::plain(Lane::Interactive, None), json(&call)?, "query is too old").await
    }

    /// Answers what somebody writes after the bot's name with cards, at most 50; `next` is where the list goes on, empty
    /// at its end. That it comes too late is success: nobody looks any more.
    pub async fn offer(&self, query_id: &str, cards: &[InlineCard], next: &str) -> Result<(), CallError> {
        let prepared = inline::offer(query_id, cards, next)?;
        self.settle(Terms::plain(Lane::Interactive, None), prepared, "query is too old").await
    }

    /// Turns a card in another chat into this one, as [`Client::redraw`] does in a person's own.
    pub async fn redraw_copy(&self, lane: Lane, copy: &str, card: &Screen) -> Result<(), CallError> {
        let prepared = inline::redraw(copy, card)?;
        let terms = Terms { counts: true, ..Terms::plain(lane, None) };
        self.settle(terms, prepared, "message is not modified").await
    }

    /// Removes a message. That it is gone already is success; [`CallError::NotEditable`] after 48 hours.
    pub async fn remove(&self, lane: Lane, chat: i64, message_id: i32) -> Result<(), CallError> {
        let prepared = json(&DeleteMessage::new(ChatId(chat), MessageId(message_id)))?;
        self.settle(Terms::change(lane, chat), prepared, "message to delete not found").await
    }

    /// Shows "typing…" for some seconds.
    pub async fn typing(&self, chat: i64) -> Result<(), CallError> {
        let call = SendChatAction::new(ChatId(chat), ChatAction::Typing);
        self.done(Terms::plain(Lane::Interactive, Some(chat)), json(&call)?).await
    }

    async fn done(&self, terms: Terms, prepared: Prepared) -> Result<(), CallError> {
        let IgnoredAny = self.call(terms, prepared).await?;
        Ok(())
    }

    /// A call for which a refusal with these words, in lower case, is as good as success.
    async fn settle(&self, terms: Terms, prepared: Prepared, words: &str) -> Result<(), CallError> {
        match self.call::<IgnoredAny>(terms, prepared).await {
            Err(Fault::Refused(refusal)) if refusal.code == 400 && refusal.says(words) => Ok(()),
            other => other.map(|_| ()).map_err(CallError::from),
        }
    }

    /// Makes a call when the budget lets it. A reply is tried once more when it surely did not arrive or Telegram
    /// asked for a short wait. A chat that is held for longer is not waited for.
    async fn call<R: DeserializeOwned>(&self, terms: Terms, (method, body): Prepared) -> Result<R, Fault> {
        let Terms { lane, chat, counts, limit } = terms;
        let mut once_more = lane == Lane::Interactive;
        loop {
            let held = self.budget.held(chat);
            if held > SHORT_WAIT {
                return Err(Fault::Ours(CallError::Later(held)));
            }
            self.budget.acquire(lane, chat, counts).await;
            let fault = match self.wire.post(method, &body, limit).await {
                Ok(result) => return Ok(result),
                Err(fault) => fault,
            };
            let short = match &fault {
                Fault::NotSent => true,
                Fault::Refused(refusal) => match refusal.meaning() {
                    CallError::Later(wait) => {
                        self.budget.retry_after(chat, u32::try_from(wait.as_secs()).unwrap_or(u32::MAX));
                        wait <= SHORT_WAIT
                    }
                    _ => false,
                },
                Fault::Lost | Fault::Ours(_) => false,
            };
            if !(short && once_more) {
                return Err(fault);
            }
            once_more = false;
        }
    }
}
