//! The command line: reads it and calls the composition root. Thin; decides exit codes and nothing else.

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use qatys::{
    app::{App, StopSignals, commands, copying},
    clock::{Chance, Clock},
    config::{self, Config, Source},
};
use std::{path::PathBuf, process::ExitCode};
use tracing_subscriber::EnvFilter;

/// A sixth of the processor time of a rush went into the system's allocator. This one is built without huge pages, which
/// cost 14 MB at rest and gained nothing.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Signs people up for public events in Telegram.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Line {
    /// TOML file with settings; the environment wins over it.
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the bot.
    Run,
    /// Try the bot without Telegram: a built-in simulator with a chat page.
    #[cfg(feature = "demo")]
    Demo {
        /// Where the chat page listens.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: std::net::SocketAddr,
        /// Database to use, a file or a server's address; a temporary file if left out.
        #[arg(long, value_name = "FILE")]
        database: Option<String>,
        /// Play one scripted day and print the chats.
        #[arg(long)]
        play: bool,
    },
    /// Import a programme.
    #[command(subcommand)]
    Import(Import),
    /// Check settings, database and Bot API.
    Check,
    /// Copy the database to a file and verify the copy.
    Backup {
        /// File to write; must not exist.
        file: PathBuf,
    },
    /// Move everything to another database, a file or a server's, and verify that it is the same.
    Copy {
        /// Address of the database to read: `sqlite:FILE` or `postgres://…`.
        #[arg(long, value_name = "URL")]
        from: String,
        /// Address of the empty database to write.
        #[arg(long, value_name = "URL")]
        to: String,
    },
}

#[derive(Subcommand)]
enum Import {
    /// Events from a CSV or XLSX file.
    Programme(ImportProgramme),
}

#[derive(Args)]
struct ImportProgramme {
    /// The file.
    file: PathBuf,
    /// Only say what would happen.
    #[arg(long)]
    dry_run: bool,
    /// Publish what is imported.
    #[arg(long)]
    publish: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    // Wrong usage ends here with exit code 2.
    let line = Line::parse();
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match obey(line).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("qatys: {fault:#}");
            ExitCode::FAILURE
        }
    }
}

async fn obey(line: Line) -> anyhow::Result<()> {
    let environment = |name: &str| std::env::var(name).ok();
    let source = match &line.config {
        Some(path) => Source::with_file(&environment, path)?,
        None => Source::environment(&environment),
    };
    match line.command {
        Command::Run => run(Config::read(&source)?).await,
        #[cfg(feature = "demo")]
        Command::Demo { play: true, database, .. } => qatys::app::demo::play::run(database).await,
        #[cfg(feature = "demo")]
        Command::Demo { listen, database, .. } => qatys::app::demo::run(listen, database).await,
        Command::Import(Import::Programme(import)) => {
            let settings = config::Programme::read(&source)?;
            let import =
                commands::Import { file: &import.file, dry_run: import.dry_run, publish: import.publish };
            commands::import_programme(&settings, import).await
        }
        Command::Check => commands::check(Config::read(&source).context("setting")).await,
        Command::Backup { file } => copying::backup(&config::database_url(&source)?, &file).await,
        Command::Copy { from, to } => copying::copy(&from, &to).await,
    }
}

/// Runs the bot until SIGTERM or Ctrl-C; a second one ends it at once, as does one during the start.
async fn run(config: Config) -> anyhow::Result<()> {
    let mut signals = StopSignals::listen()?;
    let app = tokio::select! {
        app = App::start(config, Clock::system(), Chance::system()) => app?,
        () = signals.next() => return Ok(()),
    };
    signals.next().await;
    tracing::info!("stopping");
    tokio::select! {
        () = app.stop() => Ok(()),
        () = signals.next() => anyhow::bail!("stopped at once"),
    }
}
