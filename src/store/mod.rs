//! The only room that speaks SQL: connections, transactions, and one file of statements per noun. No rules.
//!
//! Functions take a connection, which is a [`Tx`] where something is written and a reader otherwise, so that several
//! statements make one transaction. Absent is `Ok(None)`; verbs are `lookup`, `list`, `count`, `add`, `set_…`.

pub mod arrivals;
pub mod dialogues;
pub mod events;
pub mod inbox;
pub mod outbox;
pub mod people;
mod readers;
pub mod registrations;
pub mod reminders;
mod rows;
pub mod settings;
mod writer;

pub use readers::Reader;
pub use writer::Tx;

use crate::domain::UpdateId;
use readers::Readers;
use sqlx::{
    Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{path::Path, str::FromStr, sync::Arc, time::Duration};
use writer::Writer;

/// A connection that statements run on.
pub type Conn = SqliteConnection;

/// Anything that went wrong in the database. Carries no values of rows.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine refused or could not be reached.
    #[error("{0}")]
    Engine(sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("database schema: {0}")]
    Schema(#[from] sqlx::migrate::MigrateError),
    /// A shared commit failed; the transaction is undone.
    #[error("database: commit failed: {0}")]
    Commit(Arc<sqlx::Error>),
    /// A stored word is not one of ours.
    #[error("database: column {0} holds something unknown")]
    Unknown(&'static str),
    /// The integrity check found damage.
    #[error("database is damaged: {0}")]
    Damaged(String),
    /// The address is not one we can open.
    #[error("{0}")]
    Address(String),
}

// Not as a source: its words are in ours already, and a line for an operator says things once.
impl From<sqlx::Error> for Error {
    fn from(fault: sqlx::Error) -> Self {
        Self::Engine(fault)
    }
}

/// Shorthand for results of this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The database: one writer, whose transactions may share a commit, and many readers.
#[derive(Clone)]
pub struct Store {
    writer: Arc<Writer>,
    readers: Arc<Readers>,
}

/// Readers beside the one writer. Lists and cards are read in well under a millisecond; more would only wait for a core.
const READERS: usize = 4;

impl Store {
    /// Opens the database at `url` (`sqlite:FILE`), creates it if it is not there, and applies migrations.
    pub async fn open(url: &str) -> Result<Self> {
        let options = options(url)?;
        let mut writer = SqliteConnection::connect_with(&options).await?;
        sqlx::migrate!("migrations/sqlite").run(&mut writer).await?;
        let readers = Readers::open(&options.read_only(true).pragma("query_only", "ON"), READERS).await?;
        Ok(Self { writer: Writer::new(writer), readers })
    }

    /// Opens an existing database beside the running bot, to check or copy it; migrations are not applied. Not
    /// read-only: SQLite would not let such a connection write the copy either.
    pub async fn open_beside(url: &str) -> Result<Self> {
        let options = options(url)?.create_if_missing(false);
        let writer = SqliteConnection::connect_with(&options).await?;
        let readers = Readers::open(&options, 1).await?;
        Ok(Self { writer: Writer::new(writer), readers })
    }

    /// Begins a transaction. Everything a decision rests on is read inside it, after the lock is taken.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(self.writer.begin(writer::PLAIN, None).await?.0)
    }

    /// Begins the transaction that does what an update asks for, with the update marked done. `None` when it was not
    /// open: its effect stands already.
    pub async fn begin_doing(&self, update: UpdateId) -> Result<Option<Tx>> {
        let (tx, was_open) = self.writer.begin(inbox::DOING, Some(update.0)).await?;
        if was_open {
            return Ok(Some(tx));
        }
        tx.rollback().await;
        Ok(None)
    }

    /// A connection for reading.
    pub async fn read(&self) -> Result<Reader> {
        self.readers.lend().await
    }

    /// Checks pages and references. Reads the whole file: for `qatys check` and copies.
    pub async fn verify(&self) -> Result<()> {
        verify(&mut *self.read().await?).await
    }

    /// Writes a consistent copy to `target`, which must not exist, and verifies it.
    pub async fn copy_to(&self, target: &Path) -> Result<()> {
        let path = target.to_str().ok_or_else(|| Error::Address("the path is not valid text".into()))?;
        sqlx::query("VACUUM INTO $1").bind(path).execute(&mut *self.read().await?).await?;
        // Without our settings: setting the journal mode would write to the copy.
        let copy = SqliteConnectOptions::new().filename(target).read_only(true);
        let mut copy = SqliteConnection::connect_with(&copy).await?;
        verify(&mut copy).await?;
        Ok(copy.close().await?)
    }

    /// The level of durability in force, asked of the engine: (journal mode, synchronous).
    pub async fn durability(&self) -> Result<(String, i64)> {
        let mut tx = self.begin().await?;
        let journal = sqlx::query_scalar("PRAGMA journal_mode").fetch_one(&mut *tx).await?;
        let synchronous = sqlx::query_scalar("PRAGMA synchronous").fetch_one(&mut *tx).await?;
        tx.rollback().await;
        Ok((journal, synchronous))
    }

    /// Overwrites what deleted rows left in the write-ahead log.
    pub async fn truncate_log(&self) -> Result<()> {
        self.writer.checkpoint().await
    }

    /// Waits for what is being written and closes.
    pub async fn close(&self) {
        let _ = self.writer.checkpoint().await;
        self.readers.close().await;
    }
}

/// The file behind a `sqlite:` address; `None` for another engine.
pub fn file_of(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("sqlite:")?;
    Some(rest.strip_prefix("//").unwrap_or(rest).split('?').next().unwrap_or(rest))
}

fn options(url: &str) -> Result<SqliteConnectOptions> {
    if file_of(url).is_none() {
        return Err(Error::Address("the database address must be sqlite:FILE".into()));
    }
    Ok(SqliteConnectOptions::from_str(url)
        .map_err(|_| Error::Address("the database address must be sqlite:FILE".into()))?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An acknowledged registration is a promise: it must survive a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .pragma("secure_delete", "ON")
        // What undoing a savepoint needs is kept in memory, not in a file made and removed at every commit.
        .pragma("temp_store", "MEMORY")
        .pragma("trusted_schema", "OFF")
        .pragma("journal_size_limit", "67108864")
        .statement_cache_capacity(256))
}

async fn verify(conn: &mut Conn) -> Result<()> {
    let faults: Vec<String> = sqlx::query_scalar("PRAGMA integrity_check(5)").fetch_all(&mut *conn).await?;
    if faults != ["ok"] {
        return Err(Error::Damaged(faults.join("; ")));
    }
    let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(conn).await?;
    if orphans.is_empty() {
        Ok(())
    } else {
        Err(Error::Damaged(format!("{} rows without their parent", orphans.len())))
    }
}
