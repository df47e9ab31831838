//! What a patient person does in front of the bot, step by step. Impatient ones are in `crash`.

use std::sync::atomic::{AtomicI32, Ordering};

use qatys::simulator::{Message, Person};
use tokio::time::timeout;

use super::PATIENCE;

/// A person who waits for every answer.
pub(crate) struct Guest {
    pub(crate) person: Person,
    /// Their last message: answers to it are below.
    since: AtomicI32,
}

impl Guest {
    pub(crate) fn new(person: Person) -> Self {
        Self { person, since: AtomicI32::new(0) }
    }

    /// Writes a text or a command.
    pub(crate) fn say(&self, text: &str) {
        self.since.store(self.person.say(text), Ordering::Relaxed);
    }

    /// Opens a deep link.
    pub(crate) fn start(&self, link: &str) {
        self.say(&format!("/start {link}"));
    }

    /// Messages of the bot since the person last wrote, newest first.
    fn answers(&self) -> impl Iterator<Item = Message> {
        let since = self.since.load(Ordering::Relaxed);
        self.person.messages().into_iter().rev().filter(move |message| message.from_bot && message.id > since)
    }

    /// Waits for a button whose label ends so, presses it and waits until the press is answered.
    pub(crate) async fn press(&self, label: &str) {
        let query = self.touch(label).await;
        assert!(self.person.answer(&query, PATIENCE).await.is_some(), "«{label}» was not answered");
    }

    /// Waits for a button whose label ends so and presses it. Returns the id of the press.
    pub(crate) async fn touch(&self, label: &str) -> String {
        let found = self.until(label, || {
            self.answers().find_map(|message| {
                let key = message.buttons.iter().flatten().find(|key| key.text.ends_with(label))?;
                Some((message.id, key.text.clone()))
            })
        });
        let (message, text) = found.await;
        self.person.press(message, &text).unwrap()
    }

    /// Waits for an answer that holds this text.
    pub(crate) async fn sees(&self, text: &str) -> Message {
        self.until(text, || self.answers().find(|message| message.text.contains(text))).await
    }

    /// Shares the own number when asked for it.
    pub(crate) async fn share_contact(&self) {
        let since = self.since.load(Ordering::Relaxed);
        self.until("keyboard", || self.person.keyboard().filter(|keyboard| keyboard.message_id > since))
            .await;
        self.since.store(self.person.share_contact(), Ordering::Relaxed);
    }

    /// Goes as far as the question for the name.
    pub(crate) async fn begin(&self, link: &str) {
        self.start(link);
        self.press("Sign up").await;
        self.press("I agree").await;
        self.sees("What is your name?").await;
    }

    /// Answers everything from the question for the name up to the last press.
    pub(crate) async fn answer_all(&self, party: u32) {
        self.press("Emma Visitor").await;
        self.share_contact().await;
        self.press("Skip").await;
        self.press(&party.to_string()).await;
        self.sees("Please check").await;
    }

    /// Signs up for the first time, with so many people.
    pub(crate) async fn sign_up(&self, link: &str, party: u32) {
        self.begin(link).await;
        self.answer_all(party).await;
        self.press("Confirm").await;
        self.sees("You are registered!").await;
    }

    /// Waits for the ticket.
    pub(crate) async fn ticket(&self) -> Message {
        self.until("ticket", || self.tickets().pop()).await
    }

    /// All tickets in the chat.
    pub(crate) fn tickets(&self) -> Vec<Message> {
        self.person.messages().into_iter().filter(|message| message.photo.is_some()).collect()
    }

    async fn until<T>(&self, what: &str, found: impl Fn() -> Option<T>) -> T {
        let waiting = async {
            loop {
                let version = self.person.version();
                if let Some(value) = found() {
                    return value;
                }
                self.person.changed_since(version, PATIENCE).await;
            }
        };
        let Ok(value) = timeout(PATIENCE, waiting).await else {
            let chat: Vec<_> = self.person.messages().into_iter().map(|message| message.text).collect();
            panic!("«{what}» never came: {chat:#?}");
        };
        value
    }
}
