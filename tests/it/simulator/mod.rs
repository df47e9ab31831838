//! The bench for testing the simulator: a server, a client that speaks plain HTTP, a clock that can be moved.
//! Not a bot: every test says itself what is called.

#![cfg(test)]

mod calls;
mod edits;
mod faults;
pub(crate) mod files;
mod inline;
mod keyboards;
mod page;
mod people;
mod texts;
mod updates;
mod webhook;

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::DateTime;
use qatys::simulator::{Options, Person, Profile, Simulator};
use serde_json::{Value, json};

pub(crate) const TOKEN: &str = "7000001:AAtest-token_of_the_only_bot";

/// A running server and what is needed around it.
pub(crate) struct Bench {
    pub(crate) simulator: Simulator,
    pub(crate) client: reqwest::Client,
    seconds: Arc<AtomicI64>,
}

/// Status and body of an answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    pub(crate) raw: String,
    pub(crate) retry_after: Option<String>,
}

impl Answer {
    /// The result of a success.
    pub(crate) fn ok(self) -> Value {
        assert_eq!((self.status, &self.body["ok"]), (200, &json!(true)), "{}", self.raw);
        self.body["result"].clone()
    }

    /// Code and description of a refusal, after checking that the envelope agrees with the status.
    pub(crate) fn refused(self) -> (u16, String) {
        assert_eq!(self.body["ok"], json!(false), "{}", self.raw);
        assert_eq!(self.body["error_code"], json!(self.status));
        (self.status, self.body["description"].as_str().unwrap().to_owned())
    }
}

impl Bench {
    pub(crate) async fn new() -> Self {
        let seconds = Arc::new(AtomicI64::new(1_795_325_742));
        let clock = Arc::clone(&seconds);
        let now = Arc::new(move || DateTime::from_timestamp(clock.load(Ordering::Relaxed), 0).unwrap());
        let simulator = Simulator::start(Options::new(TOKEN, now)).await.unwrap();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        Self { simulator, client, seconds }
    }

    /// Moves the wall clock.
    pub(crate) fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::Relaxed);
    }

    /// Somebody who has not written to the bot.
    pub(crate) fn stranger(&self, id: i64) -> Person {
        self.simulator.join(Profile {
            id,
            first_name: "Айгүл".to_owned(),
            username: Some(format!("aigul_{id}")),
            language_code: Some("kk".to_owned()),
            phone: Some("77011234567".to_owned()),
            ..Profile::default()
        })
    }

    /// Somebody who has pressed Start.
    pub(crate) fn person(&self, id: i64) -> Person {
        let person = self.stranger(id);
        person.start(None);
        person
    }

    pub(crate) fn method_url(&self, method: &str) -> String {
        format!("{}/bot{TOKEN}/{method}", self.simulator.url())
    }

    /// Calls with a JSON body.
    pub(crate) async fn call(&self, method: &str, body: Value) -> Answer {
        let request = self.client.post(self.method_url(method)).json(&body);
        read(request.send().await.unwrap()).await
    }

    /// Sends a text and gives back its id.
    pub(crate) async fn send(&self, chat: i64, text: &str) -> i32 {
        let message = self.call("sendMessage", json!({"chat_id": chat, "text": text})).await.ok();
        message["message_id"].as_i64().unwrap() as i32
    }
}

pub(crate) async fn read(response: reqwest::Response) -> Answer {
    let status = response.status().as_u16();
    let retry_after = response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
    let raw = response.text().await.unwrap();
    let body = serde_json::from_str(&raw).unwrap_or_default();
    Answer { status, body, raw, retry_after }
}

/// A bad request with this description.
pub(crate) fn bad(why: &str) -> (u16, String) {
    (400, format!("Bad Request: {why}"))
}
