//! The commands an operator types beside `run`: import and check. Each prints one line for each thing it did.

use super::{Lock, sheet};
use crate::{
    clock::{Chance, Clock},
    config::{Config, Programme},
    domain::programme,
    service::{ImportFault, Policy, Services},
    store::{self, Store},
    telegram::{budget::Budget, client::Client},
};
use anyhow::{Context, bail};
use std::path::Path;

/// What `import programme` is asked to do.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// The file.
    pub file: &'a Path,
    /// Only say what would happen.
    pub dry_run: bool,
    /// Publish what is imported.
    pub publish: bool,
}

/// Imports a programme. Faults are printed one a line on standard error, and nothing is written.
pub async fn import_programme(settings: &Programme, import: Import<'_>) -> anyhow::Result<()> {
    let file = import.file.to_owned();
    let table = tokio::task::spawn_blocking(move || sheet::read(&file)).await??;
    let facts = match programme::read(&table, settings.timezone) {
        Ok(facts) => facts,
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            bail!("{} faults; nothing was written", faults.len());
        }
    };
    let _lock = store::file_of(&settings.database_url).map(Lock::take).transpose()?;
    let store = Store::open(&settings.database_url, settings.database_connections).await?;
    let policy = Policy {
        zone: settings.timezone,
        offer_window: settings.offer_window,
        reminders: settings.reminders.clone(),
        quiet: settings.quiet_hours,
        send_rate: crate::domain::FREE_RATE,
        admins: Vec::new(),
        journal: None,
        export_phones: false,
        careless: false,
    };
    let services = Services::new(store.clone(), Clock::system(), Chance::system(), policy).await?;
    let outcome = services.import(&facts, import.publish, import.dry_run).await?;
    store.close().await;
    let report = match outcome {
        Ok(report) => report,
        Err(faults) => {
            for fault in &faults {
                eprintln!("{}", line(fault));
            }
            bail!("{} faults; nothing was written", faults.len());
        }
    };
    println!(
        "{}{} events: {} new, {} changed, {} unchanged, {} published",
        if import.dry_run { "would import " } else { "imported " },
        facts.len(),
        report.added,
        report.changed,
        report.unchanged,
        report.published
    );
    Ok(())
}

fn line(fault: &ImportFault) -> String {
    match fault {
        ImportFault::CapacityBelowSeated { external_id, capacity, taken } => {
            format!(
                "{external_id}, capacity: {capacity} is less than the {taken} seats held; raise it to at least {taken}"
            )
        }
    }
}

/// Checks the settings, the database and the Bot API: one line each. Fails if one of them is not right.
pub async fn check(config: anyhow::Result<Config>) -> anyhow::Result<()> {
    let config = match config {
        Ok(config) => {
            println!("configuration: fine");
            config
        }
        Err(fault) => {
            println!("configuration: {fault:#}");
            bail!("not everything is right");
        }
    };
    let database = check_database(&config.database_url).await;
    println!("database: {}", database.as_ref().map_or_else(|fault| format!("{fault:#}"), Clone::clone));
    let api = check_api(&config).await;
    println!("Bot API: {}", api.as_ref().map_or_else(|fault| format!("{fault:#}"), Clone::clone));
    if database.is_ok() && api.is_ok() { Ok(()) } else { bail!("not everything is right") }
}

async fn check_database(url: &str) -> anyhow::Result<String> {
    let file = store::file_of(url);
    if let Some(file) = file
        && !Path::new(file).exists()
    {
        return Ok(format!("fine; {file} will be made at the first start"));
    }
    let store = Store::open_beside(url).await?;
    let verified = store.verify().await?;
    store.close().await;
    Ok(format!("fine; {verified}"))
}

async fn check_api(config: &Config) -> anyhow::Result<String> {
    let url = config.api_url.parse().context("TELOXIDE_API_URL is not an address")?;
    let me = Client::new(config.token.clone(), url, Budget::new(config.send_rate))?.me().await?;
    Ok(format!("fine; this is @{}", me.username))
}
