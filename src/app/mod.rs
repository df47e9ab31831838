//! The composition root: puts the rooms together, starts, drains and stops them. Decides nothing that belongs to one.

pub mod commands;
pub mod copying;
#[cfg(feature = "demo")]
pub mod demo;
mod lock;
pub mod sample;
pub mod sheet;

pub use lock::Lock;

use crate::{
    bot::Bot,
    clock::{Chance, Clock},
    config::Config,
    domain::{PersonId, Role},
    jobs::{boards, broadcasts, courier, inline, replica, scheduler},
    service::{Policy, Services},
    store::{self, Store},
    telegram::{
        budget::Budget,
        client::{CallError, Client},
        ingest::{self, poll, webhook},
        workers::Workers,
    },
    view::{commands::menus, sign_up::Operator},
    web,
};
use anyhow::Context;
use axum::Router;
use std::{path::PathBuf, sync::Arc, time::Duration};
use tokio::signal::unix::{Signal, SignalKind, signal};
use tokio_util::{
    sync::CancellationToken,
    task::{AbortOnDropHandle, TaskTracker},
};

/// Longest a stop waits for what has been begun.
const DRAIN: Duration = Duration::from_secs(10);

/// Connections over which Telegram posts updates at the same time; its own default.
const CONNECTIONS: u8 = 40;

/// A running bot.
pub struct App {
    services: Services,
    stop: CancellationToken,
    workers: Workers,
    tasks: TaskTracker,
    /// Says that this process is alive, to others that may share the database.
    heart: Option<AbortOnDropHandle<()>>,
    store: Store,
    _lock: Option<Lock>,
}

impl App {
    /// Opens the database, applies migrations, meets Telegram and begins to take updates.
    pub async fn start(config: Config, clock: Clock, chance: Chance) -> anyhow::Result<Self> {
        let lock = store::file_of(&config.database_url).map(Lock::take).transpose()?;
        let store = open(&config).await?;
        let services = Services::new(store.clone(), clock, chance, policy(&config)).await?;
        prepare(&services).await?;

        let budget = Budget::new(config.send_rate);
        let url = config.api_url.parse().context("TELOXIDE_API_URL is not an address")?;
        let client = Client::new(config.token.clone(), url, budget.clone())?;
        let listener = web::bind(config.listen).await?;
        let stop = CancellationToken::new();
        let me = insist(&stop, async || client.me().await).await;
        let username = me.context("Telegram does not know this bot")?.username;

        let operator = Operator { name: config.operator.clone(), bin: config.operator_bin.clone() };
        let bot = Bot::new(services.clone(), client.clone(), operator, username.clone());
        let workers = Workers::new(services.clone(), Arc::new(bot), stop.clone());
        let beating = replica::run(services.clone(), workers.clone(), budget);
        let heart = store.is_shared().then(|| AbortOnDropHandle::new(tokio::spawn(beating)));
        let app = Self { services, stop, workers, tasks: TaskTracker::new(), heart, store, _lock: lock };
        app.tasks.spawn(inline::run(
            client.clone(),
            app.services.clone(),
            username.clone(),
            app.stop.clone(),
        ));
        app.tasks.spawn(courier::run(client.clone(), app.services.clone(), username, app.stop.clone()));
        app.tasks.spawn(scheduler::run(app.services.clone(), app.stop.clone()));
        app.tasks.spawn(broadcasts::run(client.clone(), app.services.clone(), app.stop.clone()));
        app.tasks.spawn(boards::run(client.clone(), app.services.clone(), app.stop.clone()));
        app.tasks.spawn(set_menus(client.clone(), app.services.zone(), config.admins.clone()));
        app.workers.resume().await?;
        let routes = app.take_updates(client, &config).await?;
        let served = web::serve(listener, app.services.clone(), routes, app.stop.clone());
        app.tasks.spawn(async move {
            if let Err(fault) = served.await {
                tracing::error!(%fault, "stopped serving");
            }
        });
        tracing::info!("ready");
        Ok(app)
    }

    /// Begins to take updates, by webhook if one is set, else by polling. Returns the webhook's route.
    async fn take_updates(&self, client: Client, config: &Config) -> anyhow::Result<Router> {
        let (services, workers) = (self.services.clone(), self.workers.clone());
        let Some(hook) = &config.webhook else {
            let switched = insist(&self.stop, async || client.delete_webhook().await).await;
            switched.context("Telegram did not switch to polling")?;
            self.tasks.spawn(poll::run(client, services, workers, self.stop.clone()));
            return Ok(Router::new());
        };
        let url: reqwest::Url = hook.url.parse().context("QATYS_WEBHOOK_URL is not an address")?;
        let router = webhook::router(url.path(), hook.secret.clone(), services, workers);
        // Several processes may set the same one at the same moment, of which Telegram takes one a second.
        let set = async || client.set_webhook(url.clone(), &hook.secret, ingest::kinds(), CONNECTIONS).await;
        insist(&self.stop, set).await.context("Telegram did not take the webhook")?;
        Ok(router)
    }

    /// The use cases of the running bot, for the demo and tests.
    pub const fn services(&self) -> &Services {
        &self.services
    }

    /// Whether nothing is being handled, nothing is due and nothing is on its way to a person; for the demo and tests.
    pub async fn is_idle(&self) -> crate::service::Result<bool> {
        // In this order: updates make things due, and what falls due makes notices.
        let now = self.services.now();
        Ok(self.workers.is_idle()
            && self.services.next_due().await?.is_none_or(|due| due > now)
            && self.services.broadcasts_rest().await?
            && self.services.notices_rest().await?
            && self.services.boards_rest().await?)
    }

    /// Stops intake and waits, at most for ten seconds, until what was begun is done. The webhook stays set: another
    /// process may be about to serve it.
    pub async fn stop(self) {
        self.stop.cancel();
        self.tasks.close();
        let drained = async {
            self.workers.drain().await;
            self.tasks.wait().await;
        };
        if tokio::time::timeout(DRAIN, drained).await.is_err() {
            tracing::warn!("stopped with work begun; it is taken up at the next start");
        }
        drop(self.heart);
        if let Err(fault) = self.services.exit().await {
            tracing::debug!(%fault, "the others learn by themselves that this process is gone");
        }
        self.store.close().await;
    }
}

/// SIGTERM and Ctrl-C, heard from the moment this is made: one that comes during the start is not lost, and does not end
/// the process as it would by itself.
#[derive(Debug)]
pub struct StopSignals {
    terminate: Signal,
    interrupt: Signal,
}

impl StopSignals {
    /// Begins to listen.
    pub fn listen() -> std::io::Result<Self> {
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    /// Waits for the next one.
    pub async fn next(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}

/// Opens the database; waits for a server that is not there yet.
async fn open(config: &Config) -> anyhow::Result<Store> {
    let mut pause = Duration::from_millis(500);
    loop {
        match Store::open(&config.database_url, config.database_connections).await {
            Err(fault) if fault.is_passing() => {
                tracing::warn!(%fault, "the database server cannot be reached yet; trying again");
                tokio::time::sleep(pause).await;
                pause = (pause * 2).min(Duration::from_secs(5));
            }
            opened => return Ok(opened?),
        }
    }
}

fn policy(config: &Config) -> Policy {
    let beside =
        || store::file_of(&config.database_url).map(|file| PathBuf::from(format!("{file}.erasures")));
    Policy {
        zone: config.timezone,
        offer_window: config.offer_window,
        reminders: config.reminders.clone(),
        quiet: config.quiet_hours,
        send_rate: config.send_rate,
        admins: config.admins.clone(),
        journal: config.erasures.clone().or_else(beside),
        export_phones: config.export_phones,
        careless: cfg!(feature = "demo") && std::env::var_os("QATYS_CARELESS").is_some(),
    }
}

/// Takes up what the last stop or crash left behind.
async fn prepare(services: &Services) -> anyhow::Result<()> {
    services.enter().await?;
    let erased = services.repeat_erasures().await?;
    if erased > 0 {
        tracing::warn!(erased, "people erased again after a restore");
    }
    let uncertain = services.bury().await?;
    if uncertain > 0 {
        tracing::warn!(uncertain, "notices were on their way at the last stop and are sent again");
    }
    Ok(services.plan_occasions().await?)
}

/// Calls Telegram for as long as it takes, with growing pauses; what it refuses ends it.
async fn insist<T>(
    stop: &CancellationToken,
    call: impl AsyncFn() -> Result<T, CallError>,
) -> anyhow::Result<T> {
    let mut pause = Duration::from_millis(200);
    loop {
        let wait = match call().await {
            Err(CallError::Later(wait)) => wait.max(pause),
            Err(CallError::Broken { .. }) => pause,
            outcome => return Ok(outcome?),
        };
        tracing::warn!("Telegram cannot be reached yet");
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = stop.cancelled() => anyhow::bail!("stopped before Telegram was reached"),
        }
        pause = (pause * 2).min(Duration::from_secs(15));
    }
}

/// Puts the commands in people's menus, per language; admins also get those of their work.
async fn set_menus(client: Client, zone: chrono_tz::Tz, admins: Vec<PersonId>) {
    let chats = admins.iter().map(|admin| (Some(admin.0), Role::Admin));
    for (chat, role) in [(None, Role::Citizen)].into_iter().chain(chats) {
        for (language, menu) in menus(&role, zone) {
            // An admin who never wrote to the bot has no chat yet; the menu is set at the next start.
            if let Err(fault) = client.set_menu(chat, language, &menu).await {
                tracing::debug!(%fault, "a menu was not set");
            }
        }
    }
}
