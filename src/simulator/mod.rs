//! A Telegram to talk to without Telegram: a Bot API server on loopback, people who act in it, and a chat page
//! in the browser. It knows nothing of the rest of this product and may be pointed at by any bot.
//!
//! It refuses what Telegram refuses, in Telegram's words; the rules come from the Bot API reference (10.3) and
//! from reading the open server (tdlib/telegram-bot-api 10.0). Where only Telegram's closed servers decide, the
//! comment says so.
//!
//! Map: `server` (HTTP) → `call` (faults, limits, ledger) → `methods` (what each does) → `state` (what is
//! remembered). `person` and `acts` are the other side: they change the same state and fill `updates`, which
//! `methods::polling` and `webhook` empty. `entities` and `keyboards` hold the rules of texts and buttons.
//!
//! To add a method: a function in a file of `methods/`, and its row with all parameters in `methods/mod.rs`.

mod about;
mod acts;
mod call;
mod callbacks;
mod entities;
mod faults;
mod files;
mod images;
mod inline;
mod keyboards;
mod ledger;
mod limits;
mod links;
mod message;
mod methods;
mod multipart;
mod page;
mod person;
mod qr;
mod reply;
mod request;
mod server;
mod state;
mod transcript;
mod updates;
mod webhook;
mod wire;

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

pub use callbacks::CallbackAnswer;
pub use faults::{Fault, FaultKind, Faults};
pub use files::{File, Kind};
pub use inline::{InlineAnswer, InlineResult};
pub use ledger::Call;
pub use limits::RateLimits;
pub use message::{
    Button, ButtonKind, Contact, Document, Entity, EntityKind, Key, KeyRequest, Message, PhotoSize,
    ReplyKeyboard, Venue,
};
pub use person::{Person, Profile, Refused};
pub use qr::read_qr;
pub use transcript::{Names, transcript};

use server::Connections;
use state::{World, lock};

/// Where the wall time comes from.
pub type Now = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// How the simulator is set up.
#[derive(Clone)]
pub struct Options {
    /// Address to listen on; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Token of the one bot that exists.
    pub token: String,
    /// The bot's name.
    pub bot_name: String,
    /// The bot's name after `@`.
    pub bot_username: String,
    /// The wall clock: dates of messages, the 48 hours of deletion, the age of presses.
    pub now: Now,
    /// All chance comes from it.
    pub seed: u64,
}

impl Options {
    /// The usual: a free port on loopback, the demo bot, seed 1.
    pub fn new(token: impl Into<String>, now: Now) -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            token: token.into(),
            bot_name: "Qatys".to_owned(),
            bot_username: "qatys_demo_bot".to_owned(),
            now,
            seed: 1,
        }
    }
}

/// A running server; cheap to clone.
#[derive(Clone)]
pub struct Simulator {
    world: Arc<World>,
    address: SocketAddr,
    connections: Connections,
    serving: Arc<Mutex<Option<JoinHandle<()>>>>,
}

impl fmt::Debug for Simulator {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_struct("Simulator").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Simulator {
    /// Listens and serves until [`Simulator::stop`].
    pub async fn start(options: Options) -> std::io::Result<Self> {
        let listener = TcpListener::bind(options.listen).await?;
        let address = listener.local_addr()?;
        let world = Arc::new(World::new(options));
        let connections = Connections::default();
        let serving = tokio::spawn(server::serve(listener, Arc::clone(&world), connections.clone()));
        Ok(Self { world, address, connections, serving: Arc::new(Mutex::new(Some(serving))) })
    }

    /// `http://127.0.0.1:PORT`: the Bot API for the bot, the chat page for a browser.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The bot's name after `@`.
    pub fn bot_username(&self) -> &str {
        &self.world.bot.username
    }

    /// Adds a person; the same id again gives the same person, unchanged.
    pub fn join(&self, profile: Profile) -> Person {
        let chat = self.world.join(profile);
        Person { world: Arc::clone(&self.world), chat }
    }

    /// The person with this id.
    pub fn person(&self, id: i64) -> Option<Person> {
        let chat = self.world.chat(id)?;
        Some(Person { world: Arc::clone(&self.world), chat })
    }

    /// Everybody, in the order of joining.
    pub fn people(&self) -> Vec<Person> {
        let person = |chat| Person { world: Arc::clone(&self.world), chat };
        self.world.all().into_iter().map(person).collect()
    }

    /// Makes trouble; `Faults::default()` ends it.
    pub fn set_faults(&self, faults: Faults) {
        self.world.faults.set(faults);
    }

    /// Sets or lifts rate limits.
    pub fn set_limits(&self, limits: Option<RateLimits>) {
        self.world.limits.set(limits);
    }

    /// Every call so far, in the order of their end.
    pub fn calls(&self) -> Vec<Call> {
        self.world.ledger.calls()
    }

    /// Switches the record of calls on (the default) or off, for load tests.
    pub fn keep_calls(&self, on: bool) {
        self.world.ledger.keep(on);
    }

    /// Forgets recorded calls and objections.
    pub fn clear_calls(&self) {
        self.world.ledger.clear();
    }

    /// What Telegram tolerated but a good bot does not do; each once.
    pub fn objections(&self) -> Vec<String> {
        let mut lines = self.world.ledger.objections();
        lines.extend(self.world.callbacks.neglected(self.world.now()));
        lines
    }

    /// Updates the bot has not confirmed yet.
    pub fn pending_updates(&self) -> usize {
        self.world.queue.len()
    }

    /// Closes the listener and every open connection.
    pub async fn stop(&self) {
        self.world.webhook.stop();
        let serving = lock(&self.serving).take();
        if let Some(serving) = serving {
            serving.abort();
            // The only error is the cancellation just asked for.
            let _ = serving.await;
        }
        self.connections.cut_all();
    }
}
