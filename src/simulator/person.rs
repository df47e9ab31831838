//! A person in front of the bot: what they do, and what they see. Every deed makes the update Telegram would
//! make; nothing here talks to the bot directly.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Bytes;

use super::acts;
use super::callbacks::CallbackAnswer;
use super::files::File;
use super::message::{ButtonKind, Contact, KeyRequest, Message, ReplyKeyboard};
use super::state::{Chat, Standing, World, lock};

/// Who a person is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Telegram user id, also the id of the private chat.
    pub id: i64,
    /// First name, always present on Telegram.
    pub first_name: String,
    /// Last name.
    pub last_name: Option<String>,
    /// Name after `@`.
    pub username: Option<String>,
    /// Language of the person's Telegram app.
    pub language_code: Option<String>,
    /// Phone number, shared only by the person's own deed.
    pub phone: Option<String>,
    /// A line for the chat page, e.g. `citizen · қазақша`; the bot never sees it.
    pub hint: Option<String>,
}

/// Why a person could not do something; in plain words, for the reader of a test or of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// A handle to one person; cheap to clone.
#[derive(Clone)]
pub struct Person {
    pub(crate) world: Arc<World>,
    pub(crate) chat: Arc<Chat>,
}

impl fmt::Debug for Person {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_struct("Person").field("id", &self.chat.id).finish_non_exhaustive()
    }
}

impl Person {
    /// Telegram user id.
    pub fn id(&self) -> i64 {
        self.chat.id
    }

    /// Who this is.
    pub fn profile(&self) -> Profile {
        lock(&self.chat.state).profile.clone()
    }

    /// Writes a text; a long one goes out in parts of 4096 characters as apps do. Returns the first message's
    /// id, or 0 when there is nothing to send. A person who had blocked the bot unblocks it by this.
    pub fn say(&self, text: &str) -> i32 {
        acts::say(self, text, None)
    }

    /// Writes a text with formatting, given as Telegram's HTML.
    pub fn say_formatted(&self, html: &str) -> i32 {
        acts::say_formatted(self, html)
    }

    /// Writes a text in reply to a message.
    pub fn reply(&self, message_id: i32, text: &str) -> i32 {
        acts::say(self, text, Some(message_id))
    }

    /// Opens the bot by its link: `/start`, with the link's payload if it has one.
    pub fn start(&self, payload: Option<&str>) -> i32 {
        match payload {
            Some(payload) => self.say(&format!("/start {payload}")),
            None => self.say("/start"),
        }
    }

    /// Presses a button found by its text, else by its `callback_data`. Returns the callback query's id.
    pub fn press(&self, message_id: i32, button: &str) -> Result<String, Refused> {
        let kind = {
            let state = lock(&self.chat.state);
            let message = state.messages.get(&message_id);
            let message = message.ok_or_else(|| Refused(format!("there is no message {message_id}")))?;
            let by_data = |wanted: &ButtonKind| matches!(wanted, ButtonKind::Data(data) if data == button);
            message
                .button(button)
                .or_else(|| message.buttons.iter().flatten().find(|one| by_data(&one.kind)))
                .map(|one| one.kind.clone())
        };
        match kind {
            Some(ButtonKind::Data(data)) => Ok(self.press_data(message_id, &data)),
            Some(ButtonKind::Url(url)) => {
                Err(Refused(format!("`{button}` opens {url}: the bot is not told")))
            }
            Some(ButtonKind::Copy(_)) => Err(Refused(format!("`{button}` copies text: the bot is not told"))),
            Some(_) => Err(Refused(format!("`{button}` is of a kind this simulator does not press"))),
            None => Err(Refused(format!("message {message_id} has no button `{button}`"))),
        }
    }

    /// Sends any callback data for any message, as a modified app can. Returns the callback query's id.
    pub fn press_data(&self, message_id: i32, data: &str) -> String {
        acts::press(self, message_id, data)
    }

    /// Presses a key of the reply keyboard in force. Returns the id of the message it sends.
    pub fn press_key(&self, text: &str) -> Result<i32, Refused> {
        let keyboard = self.keyboard().ok_or_else(|| Refused("there is no reply keyboard".to_owned()))?;
        let key = keyboard.rows.iter().flatten().find(|key| key.text == text);
        let key = key.ok_or_else(|| Refused(format!("the reply keyboard has no key `{text}`")))?;
        let id = match key.request {
            KeyRequest::Nothing => self.say(&key.text),
            KeyRequest::Contact => {
                acts::share_contact(self, acts::own_contact(self), Some(keyboard.message_id))
            }
            KeyRequest::Location => {
                acts::share_location(self, 51.169_392, 71.449_074, Some(keyboard.message_id))
            }
            KeyRequest::Unsupported => {
                return Err(Refused(format!("`{text}` asks for something this simulator does not have")));
            }
        };
        if keyboard.one_time {
            lock(&self.chat.state).keyboard.take_if(|now| now.message_id == keyboard.message_id);
        }
        Ok(id)
    }

    /// Shares the person's own number from the attachment menu.
    pub fn share_contact(&self) -> i32 {
        acts::share_contact(self, acts::own_contact(self), None)
    }

    /// Shares somebody's number; `user_id` is set when that number is on Telegram.
    pub fn share_contact_of(&self, phone: &str, first_name: &str, user_id: Option<i64>) -> i32 {
        let (phone, first_name) = (phone.to_owned(), first_name.to_owned());
        acts::share_contact(self, Contact { phone, first_name, last_name: None, user_id }, None)
    }

    /// Shares a place.
    pub fn share_location(&self, latitude: f64, longitude: f64) -> i32 {
        acts::share_location(self, latitude, longitude, None)
    }

    /// Sends a photo; its caption may be formatted with Telegram's HTML.
    pub fn send_photo(&self, bytes: Vec<u8>, caption: Option<&str>) -> i32 {
        acts::send_photo(self, &Bytes::from(bytes), caption.unwrap_or_default())
    }

    /// Sends a file; its caption may be formatted with Telegram's HTML.
    pub fn send_document(&self, name: &str, bytes: Vec<u8>, caption: Option<&str>) -> i32 {
        acts::send_document(self, name, Bytes::from(bytes), caption.unwrap_or_default())
    }

    /// Changes the text of a message of their own; nothing happens when it is not theirs.
    pub fn edit(&self, message_id: i32, text: &str) {
        acts::edit(self, message_id, text);
    }

    /// Deletes a message from the chat; the bot is not told.
    pub fn delete(&self, message_id: i32) {
        lock(&self.chat.state).messages.remove(&message_id);
        self.world.touch(&self.chat);
    }

    /// Has started the bot some time before the simulator began, and stopped it since if `blocked`; the bot is not told.
    pub fn acquaint(&self, blocked: bool) {
        lock(&self.chat.state).standing = if blocked { Standing::Blocked } else { Standing::Open };
    }

    /// Stops the bot.
    pub fn block(&self) {
        acts::set_blocked(self, true);
    }

    /// Lets the bot write again, without writing.
    pub fn unblock(&self) {
        acts::set_blocked(self, false);
    }

    /// Deletes the person's Telegram account.
    pub fn deactivate(&self) {
        lock(&self.chat.state).standing = Standing::Gone;
        self.world.touch(&self.chat);
    }

    /// Whether the person has stopped the bot.
    pub fn is_blocking(&self) -> bool {
        lock(&self.chat.state).standing == Standing::Blocked
    }

    /// Puts a raw update in the queue with its `update_id` filled in: hostile shapes, kinds not known yet.
    pub fn inject(&self, update_body: serde_json::Value) -> i64 {
        acts::inject(self, update_body)
    }

    /// The chat now: edits applied, deleted messages gone.
    pub fn messages(&self) -> Vec<Message> {
        lock(&self.chat.state).messages.values().cloned().collect()
    }

    /// One message of the chat.
    pub fn message(&self, message_id: i32) -> Option<Message> {
        lock(&self.chat.state).messages.get(&message_id).cloned()
    }

    /// The last message from the bot.
    pub fn last(&self) -> Option<Message> {
        lock(&self.chat.state).messages.values().rev().find(|message| message.from_bot).cloned()
    }

    /// Grows with each visible change of the chat: message, edit, deletion, answer to a press.
    pub fn version(&self) -> u64 {
        *self.chat.version.borrow()
    }

    /// Waits until the chat is newer than `version`; `None` when it did not change in time.
    pub async fn changed_since(&self, version: u64, timeout: Duration) -> Option<u64> {
        let mut changes = self.chat.version.subscribe();
        let newer = changes.wait_for(|now| *now > version);
        tokio::time::timeout(timeout, newer).await.ok()?.ok().map(|now| *now)
    }

    /// Waits for the bot's answer to a press.
    pub async fn answer(&self, query_id: &str, timeout: Duration) -> Option<CallbackAnswer> {
        self.world.callbacks.answer(query_id, timeout).await
    }

    /// The reply keyboard in force.
    pub fn keyboard(&self) -> Option<ReplyKeyboard> {
        lock(&self.chat.state).keyboard.clone()
    }

    /// A file of any message.
    pub fn file(&self, file_id: &str) -> Option<File> {
        self.world.files.get(file_id)
    }
}
