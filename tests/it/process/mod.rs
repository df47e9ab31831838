//! The bench for tests of the real binary: the simulator in this process, `qatys` as its child, a folder for both.
//! What is tested with it stands in the files beside, and in `crash`.

#![cfg(test)]

mod faults;
mod lifecycle;
pub(crate) mod operator;
mod replay;
pub(crate) mod scene;
mod secrecy;
pub(crate) mod victim;
mod webhook;

use std::sync::Arc;
use std::time::Duration;

use chrono::TimeDelta;
use qatys::clock::Clock;
use qatys::simulator::{Options, Person, Profile, Simulator};
use tokio::time::timeout;

use crate::database::{Database, Folder, close};
pub(crate) use victim::{Output, Victim};

/// The secret half of the token.
pub(crate) const KEY: &str = "AAcanary-of-the_token-0123456789";
/// Longest any expected thing may take on a busy machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// Simulator, folder and settings of one bot.
pub(crate) struct Bench {
    pub(crate) telegram: Simulator,
    pub(crate) database: Database,
    pub(crate) folder: Folder,
    settings: Vec<(String, String)>,
}

impl Bench {
    /// A bot that polls, with room for many messages a second and without events.
    pub(crate) async fn new() -> Self {
        let folder = Folder::new();
        Self::on(Database::new(&folder).await, folder).await
    }

    pub(crate) async fn on(database: Database, folder: Folder) -> Self {
        let clock = Clock::system();
        let token = format!("7000001:{KEY}");
        let options = Options::new(token.clone(), Arc::new(move || clock.now()));
        let telegram = Simulator::start(options).await.unwrap();
        let settings = [
            ("TELOXIDE_TOKEN", token),
            ("TELOXIDE_API_URL", telegram.url()),
            ("DATABASE_URL", database.url().to_owned()),
            ("QATYS_LISTEN", "127.0.0.1:0".into()),
            ("QATYS_PAID_BROADCAST", "true".into()),
            ("QATYS_SEND_RATE", "1000".into()),
            ("QATYS_OPERATOR", "Qatys test".into()),
            ("RUST_LOG", "info".into()),
        ];
        let settings = settings.map(|(name, value)| (name.to_owned(), value)).to_vec();
        Self { telegram, database, folder, settings }
    }

    /// Changes a setting of every process started from now on; an empty value counts as not set.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.settings.retain(|(known, _)| known != name);
        self.settings.push((name.to_owned(), value.into()));
    }

    /// Has the bot served by webhook on a free port; returns the address of the webhook.
    pub(crate) fn use_webhook(&mut self, secret: &str) -> String {
        let address = self.listen();
        let url = format!("http://{address}/hook");
        self.set("QATYS_WEBHOOK_URL", url.clone());
        self.set("QATYS_WEBHOOK_SECRET", secret);
        url
    }

    /// Has the bot listen on a free port; returns it as `127.0.0.1:PORT`.
    pub(crate) fn listen(&mut self) -> String {
        let probe = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = probe.local_addr().unwrap().to_string();
        self.set("QATYS_LISTEN", address.clone());
        address
    }

    /// Starts `qatys run` without waiting for it.
    pub(crate) fn spawn(&self) -> Victim {
        Victim::spawn(&["run"], &self.settings)
    }

    /// The same with these settings over those of the bench.
    pub(crate) fn spawn_with(&self, settings: &[(&str, &str)]) -> Victim {
        let own = settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Victim::spawn(&["run"], &self.settings.iter().cloned().chain(own).collect::<Vec<_>>())
    }

    /// Starts `qatys run` and waits until it takes updates.
    pub(crate) async fn run(&self) -> Victim {
        let victim = self.spawn();
        victim.ready().await;
        victim
    }

    /// Runs a command to its end.
    pub(crate) async fn command(&self, arguments: &[&str]) -> Output {
        Victim::spawn(arguments, &self.settings).finish().await
    }

    /// Imports and publishes events `Event 00`, `Event 01`… with these capacities, all of them weeks ahead.
    pub(crate) async fn publish(&self, capacities: &[Option<u32>]) {
        let file = self.folder.file("programme.csv");
        std::fs::write(&file, programme(capacities)).unwrap();
        let output = self.command(&["import", "programme", "--publish", file.to_str().unwrap()]).await;
        assert_eq!(output.code, Some(0), "{}", output.text);
    }

    /// Somebody who speaks English.
    pub(crate) fn person(&self, number: i64) -> Person {
        self.telegram.join(Profile {
            id: 500_000 + number,
            first_name: "Emma".into(),
            last_name: Some("Visitor".into()),
            language_code: Some("en".into()),
            phone: Some(format!("7701{number:07}")),
            ..Profile::default()
        })
    }

    /// One number from the bot's database.
    pub(crate) async fn number(&self, query: &'static str) -> i64 {
        let mut conn = self.database.connect().await;
        let number = conn.sql(query).value().await.unwrap();
        close(conn).await;
        number
    }

    /// Waits until nothing is left to do: no update waits anywhere and no notice is queued.
    pub(crate) async fn settled(&self) {
        let query = "SELECT (SELECT count(*) FROM inbox WHERE state = 'new')
                          + (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending'))";
        let done = async || self.telegram.pending_updates() == 0 && self.number(query).await == 0;
        let done = timeout(PATIENCE * 2, hold(done)).await;
        assert!(done.is_ok(), "left to do: {:#?}", self.left_to_do().await);
    }

    /// What is not done, for the reader of a failed test.
    async fn left_to_do(&self) -> Vec<(String, String, String)> {
        let mut conn = self.database.connect().await;
        let rows = conn.sql(
            "SELECT state, 'update of ' || person_id, attempts || ' tries' FROM inbox WHERE state <> 'done' UNION ALL
             SELECT state, kind || ' to ' || person_id, attempts || ' tries, due ' || due FROM outbox
             WHERE state IN ('queued', 'sending')",
        );
        let rows = rows.all().await.unwrap();
        close(conn).await;
        rows
    }

    /// Payload of the link to an event.
    pub(crate) async fn link(&self, number: usize) -> String {
        let mut conn = self.database.connect().await;
        let code: String = conn
            .sql("SELECT code FROM events WHERE external_id = $1")
            .bind(format!("X-{number:02}"))
            .value()
            .await
            .unwrap();
        close(conn).await;
        format!("e_{code}")
    }

    /// How often a method was called, to whom and with which status: `None` stands for any.
    pub(crate) fn calls(&self, method: &str, chat: Option<i64>, status: Option<u16>) -> usize {
        let calls = self.telegram.calls().into_iter();
        calls
            .filter(|call| call.method == method)
            .filter(|call| chat.is_none() || call.chat_id == chat)
            .filter(|call| status.is_none_or(|status| call.status == status))
            .count()
    }
}

/// Waits for what gives no sign of itself.
pub(crate) async fn until(what: &str, holds: impl AsyncFnMut() -> bool) {
    assert!(timeout(PATIENCE * 2, hold(holds)).await.is_ok(), "waited in vain: {what}");
}

async fn hold(mut holds: impl AsyncFnMut() -> bool) {
    while !holds().await {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A programme as an organiser would write it.
fn programme(capacities: &[Option<u32>]) -> String {
    let mut csv =
        "external_id,level,district,title_kk,title_ru,title_en,starts_at,duration_min,venue,address,\
                   latitude,longitude,capacity,expected,language,organisation,companions\n"
            .to_owned();
    let today = Clock::system().now().date_naive();
    for (number, capacity) in capacities.iter().enumerate() {
        let day = today + TimeDelta::days(20 + number as i64);
        let capacity = capacity.map(|seats| seats.to_string()).unwrap_or_default();
        let row = format!(
            "X-{number:02},city,esil,Event {number:02},Event {number:02},Event {number:02},{day} 18:00,60,\
             Hall,Street 1,,,{capacity},,kk+en,Club,4\n"
        );
        csv.push_str(&row);
    }
    csv
}
