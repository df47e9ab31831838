//! One person's phone in the hands of a script: does what a person does, waits for what a person waits for, and tells
//! what is seen. No script of its own.

use super::Demo;
use crate::simulator::{Message, Names, Person, read_qr, transcript};
use anyhow::Context;
use std::{cell::RefCell, collections::HashMap, time::Duration};

/// Longest an answer may take in real time.
const PATIENCE: Duration = Duration::from_secs(10);

/// A phone. Tells on standard output what its owner does and sees.
pub struct Phone<'a> {
    demo: &'a Demo,
    person: Person,
    name: String,
    /// What was told of each message, to tell only what is new.
    told: RefCell<HashMap<i32, String>>,
}

impl<'a> Phone<'a> {
    /// The phone of a person of the demo.
    pub fn new(demo: &'a Demo, person: &Person) -> Self {
        Self { demo, person: person.clone(), name: person.profile().first_name, told: RefCell::default() }
    }

    /// Opens a deep link, or presses START.
    pub async fn start(&self, payload: Option<&str>) -> anyhow::Result<()> {
        self.person.start(payload);
        self.settled().await
    }

    /// Writes a text or a command.
    pub async fn say(&self, text: &str) -> anyhow::Result<()> {
        self.person.say(text);
        self.settled().await
    }

    /// Shares the own number by the button that asks for it.
    pub async fn share_contact(&self) -> anyhow::Result<()> {
        self.person.share_contact();
        self.settled().await
    }

    /// Presses the newest button whose label holds this text, and waits for its answer.
    pub async fn press(&self, label: &str) -> anyhow::Result<()> {
        let found = || {
            self.person.messages().into_iter().rev().filter(|message| message.from_bot).find_map(|message| {
                let button = message.buttons.iter().flatten().find(|button| button.text.contains(label))?;
                Some((message.id, button.text.clone()))
            })
        };
        let (message, text) = self.until(found).await.with_context(|| format!("no button «{label}»"))?;
        println!("{} ▸ [{text}]", self.name);
        let query = self.person.press(message, &text).map_err(|refused| anyhow::anyhow!("{}", refused.0))?;
        let answer = self.person.answer(&query, PATIENCE).await;
        let answer = answer.with_context(|| format!("«{text}» was not answered"))?;
        if let Some(toast) = answer.text {
            println!("  ({toast})");
        }
        self.settled().await
    }

    /// Waits until one of the last messages of the bot holds this text.
    pub async fn expect(&self, text: &str) -> anyhow::Result<()> {
        let found = || {
            let last = self.person.messages().into_iter().rev().take(4);
            last.into_iter().find(|message| message.from_bot && message.text.contains(text))
        };
        self.until(found).await.with_context(|| format!("nothing says «{text}»"))?;
        self.settled().await
    }

    /// Waits for a ticket and reads its code. Returns the payload of its link.
    pub async fn ticket(&self) -> anyhow::Result<String> {
        let found = || {
            let photo =
                self.person.messages().into_iter().rev().find_map(|message: Message| message.photo)?;
            let link = read_qr(&self.person.file(&photo)?.bytes)?;
            link.split_once("start=").map(|(_, payload)| payload.to_owned())
        };
        let payload = self.until(found).await.context("no ticket")?;
        self.settled().await?;
        Ok(payload)
    }

    /// Waits until nothing more comes, and tells what came.
    async fn settled(&self) -> anyhow::Result<()> {
        self.demo.settled().await?;
        self.tell();
        Ok(())
    }

    async fn until<T>(&self, found: impl Fn() -> Option<T>) -> Option<T> {
        loop {
            let version = self.person.version();
            if let Some(value) = found() {
                return Some(value);
            }
            self.person.changed_since(version, PATIENCE).await?;
        }
    }

    /// Prints messages that are new or look different than before.
    fn tell(&self) {
        let names = Names { bot: "Qatys", person: &self.name, files: Some(&self.person) };
        for message in self.person.messages() {
            let text = transcript(std::slice::from_ref(&message), names);
            let before = self.told.borrow_mut().insert(message.id, text.clone());
            if before.as_ref() != Some(&text) {
                let whose = if message.from_bot { format!(" → {}", self.name) } else { String::new() };
                println!("{}\n", text.replacen(':', &format!("{whose}:"), 1));
            }
        }
    }
}
