//! The demo: the whole bot against the built-in simulator, with the sample programme and ready people. For trying out
//! and for tests of the whole; never for real people.

mod phone;
pub mod play;

pub use phone::Phone;

use super::{App, sample};
use crate::{
    clock::{Chance, Clock},
    config::{Config, Source},
    domain::EventFacts,
    simulator::{Options, Person, Profile, Simulator},
};
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use std::{net::SocketAddr, path::PathBuf, sync::Arc, time::Duration};

/// Token of the demo's bot: of the right form and known to the simulator alone.
const TOKEN: &str = "7000001:demo-token-of-the-simulator";
/// Telegram id of the demo's admin.
const ADMIN: i64 = 900_001;

/// Longest the bot may take in real time to come to rest.
const PATIENCE: Duration = Duration::from_mins(2);
/// Pause between two looks at whether it has.
const GLANCE: Duration = Duration::from_millis(2);

/// What a demo is started with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the simulator and its chat page listen.
    pub listen: SocketAddr,
    /// File or address of the database; a temporary file if there is none.
    pub database: Option<String>,
    /// The clock of bot and simulator.
    pub clock: Clock,
    /// Chance of the bot.
    pub chance: Chance,
    /// Settings by name, over those of the demo.
    pub settings: Vec<(&'static str, String)>,
}

impl Setup {
    /// A demo on the system's clock with its chat page at `listen`.
    pub fn new(listen: SocketAddr) -> Self {
        Self {
            listen,
            database: None,
            clock: Clock::system(),
            chance: Chance::system(),
            settings: Vec::new(),
        }
    }

    /// The same every time: a clock held at `instant`, chance from a seed, any free port.
    pub fn held(instant: DateTime<Utc>) -> Self {
        let setup = Self::new(SocketAddr::from(([127, 0, 0, 1], 0)));
        Self { clock: Clock::held(instant), chance: Chance::seeded(7), ..setup }
    }
}

/// A running demo.
pub struct Demo {
    /// The bot.
    pub app: App,
    /// Its Telegram.
    pub telegram: Simulator,
    /// Clock of both.
    pub clock: Clock,
    temporary: Option<PathBuf>,
}

impl Demo {
    /// Starts simulator and bot, without people and events.
    pub async fn start(setup: Setup) -> anyhow::Result<Self> {
        let telegram = simulator(setup.listen, &setup.clock).await?;
        let (database, temporary) = match &setup.database {
            Some(database) => (url(database), None),
            None => {
                temporary().map(|folder| (url(&folder.join("demo.db").to_string_lossy()), Some(folder)))?
            }
        };
        let config = config(&telegram, &database, &setup.settings)?;
        let clock = setup.clock.clone();
        let app = App::start(config, setup.clock, setup.chance).await?;
        Ok(Self { app, telegram, clock, temporary })
    }

    /// Writes and publishes a programme.
    pub async fn publish(&self, programme: &[EventFacts]) -> anyhow::Result<()> {
        let outcome = self.app.services().import(programme, true, false).await?;
        outcome.map(|_| ()).map_err(|faults| anyhow::anyhow!("{faults:?}"))
    }

    /// Moves a held clock and lets what has fallen due come about.
    pub fn advance(&self, by: TimeDelta) {
        self.clock.advance(by);
        self.app.services().bell().notify_waiters();
        self.app.services().gong().notify_waiters();
    }

    /// Waits until everything that people did is answered and everything that is due has been sent.
    pub async fn settled(&self) -> anyhow::Result<()> {
        let settled = async {
            while self.telegram.pending_updates() > 0 || !self.app.is_idle().await? {
                tokio::time::sleep(GLANCE).await;
            }
            anyhow::Ok(())
        };
        tokio::time::timeout(PATIENCE, settled).await.context("the bot does not come to rest")?
    }

    /// Stops the bot and then its Telegram; a temporary database is removed.
    pub async fn stop(self) {
        self.app.stop().await;
        self.telegram.stop().await;
        if let Some(folder) = self.temporary {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

/// `qatys demo`: runs until it is told to stop.
pub async fn run(listen: SocketAddr, database: Option<String>) -> anyhow::Result<()> {
    let mut signals = super::StopSignals::listen()?;
    let demo = Demo::start(Setup { database, ..Setup::new(listen) }).await?;
    demo.publish(&sample::programme(demo.app.services().now(), demo.app.services().zone())).await?;
    people(&demo.telegram);
    println!("Qatys demo: {}   (Ctrl-C ends it)", demo.telegram.url());
    signals.next().await;
    demo.stop().await;
    Ok(())
}

/// People who are there from the beginning: citizens in three languages and the phone of an admin at the door.
pub fn people(telegram: &Simulator) -> [Person; 4] {
    let citizen = |id, name: &str, language: &str, phone: &str, hint: &str| {
        telegram.join(Profile {
            id,
            first_name: name.into(),
            last_name: None,
            username: None,
            language_code: Some(language.into()),
            phone: Some(phone.into()),
            hint: Some(hint.into()),
        })
    };
    [
        citizen(500_001, "Айгүл", "kk", "77012345601", "citizen · қазақша"),
        citizen(500_002, "Сергей", "ru", "77012345602", "citizen · русский"),
        citizen(500_003, "Emma", "en", "447911123456", "citizen · English"),
        citizen(ADMIN, "Дәурен", "kk", "77012345609", "admin · at the door"),
    ]
}

async fn simulator(listen: SocketAddr, clock: &Clock) -> anyhow::Result<Simulator> {
    let clock = clock.clone();
    let options = Options { listen, ..Options::new(TOKEN, Arc::new(move || clock.now())) };
    Simulator::start(options)
        .await
        .with_context(|| format!("cannot listen on {listen}; choose another address with --listen"))
}

fn config(telegram: &Simulator, database: &str, over: &[(&'static str, String)]) -> anyhow::Result<Config> {
    let settings = [
        ("TELOXIDE_TOKEN", TOKEN.to_owned()),
        ("TELOXIDE_API_URL", telegram.url()),
        ("DATABASE_URL", database.to_owned()),
        ("QATYS_ADMINS", ADMIN.to_string()),
        ("QATYS_LISTEN", "127.0.0.1:0".to_owned()),
        ("QATYS_OPERATOR", "Qatys demo".to_owned()),
    ];
    let find = |name: &str| {
        over.iter().chain(&settings).find(|(known, _)| *known == name).map(|(_, value)| value.clone())
    };
    Ok(Config::read(&Source::environment(&find))?)
}

/// The address of a database that was named as an operator does: a file, or a server's address.
fn url(database: &str) -> String {
    let is_address = database.starts_with("sqlite:") || database.contains("://");
    if is_address { database.to_owned() } else { format!("sqlite:{database}") }
}

fn temporary() -> anyhow::Result<PathBuf> {
    let name: [u8; 8] = Chance::system().bytes();
    let folder = std::env::temp_dir().join(format!("qatys-demo-{:016x}", u64::from_be_bytes(name)));
    std::fs::create_dir(&folder).with_context(|| format!("cannot write to {}", folder.display()))?;
    Ok(folder)
}
