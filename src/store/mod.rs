//! The only room that speaks SQL: connections, transactions, and one file of statements per noun. No rules.
//!
//! Functions take a connection, which is a [`Tx`] where something is written and a reader otherwise, so that several
//! statements make one transaction. Absent is `Ok(None)`; verbs are `lookup`, `list`, `count`, `add`, `set_…`.

pub mod answers;
pub mod arrivals;
pub mod audience;
pub mod audit;
pub mod boards;
pub mod broadcasts;
mod columns;
mod conn;
pub mod copying;
pub mod deliveries;
pub mod desk;
pub mod dialogues;
pub mod events;
pub mod faq;
pub mod feedback;
pub mod guests;
pub mod head_counts;
pub mod hosts;
pub mod inbox;
pub mod inline;
pub mod invitations;
mod loans;
pub mod materials;
mod migrations;
pub mod mutes;
pub mod occasions;
pub mod outbox;
pub mod people;
mod postgres;
pub mod questions;
pub mod registrations;
pub mod replicas;
pub mod reports;
mod rows;
pub mod scopes;
pub mod settings;
pub mod shifts;
pub mod speakers;
mod sqlite;
pub mod staff;
pub mod tables;
mod tx;
mod verify;
pub mod walk_ins;
mod writer;

pub use conn::Conn;
pub use loans::Loan as Reader;
pub use sqlite::{file_of, url_of};
pub use tx::Tx;

use crate::domain::UpdateId;
use loans::Loans;
use postgres::{Lock, Session};
use sqlx::{Connection, PgPool, SqliteConnection};
use std::{path::Path, sync::Arc};
use writer::Writer;

/// Anything that went wrong in the database. Carries no values of rows.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The engine refused or could not be reached.
    #[error("{0}")]
    Engine(sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("database schema: {0}")]
    Schema(sqlx::migrate::MigrateError),
    /// A shared commit failed; the transaction is undone.
    #[error("commit failed: {0}")]
    Commit(Arc<Error>),
    /// Another member of a shared transaction could not be undone without this one.
    #[error("undone with another member of the transaction")]
    Undone,
    /// A stored word is not one of ours.
    #[error("database: column {0} holds something unknown")]
    Unknown(&'static str),
    /// A copy failed in one of the tables.
    #[error("{0}: {1}")]
    Table(&'static str, Box<Error>),
    /// Something is in the way of what was asked for.
    #[error("{0}")]
    Refused(String),
    /// The integrity check found damage.
    #[error("database is damaged: {0}")]
    Damaged(String),
    /// The address is not one we can open.
    #[error("{0}")]
    Address(String),
}

// Neither as a source: its words are in ours already, and a line for an operator says things once.
impl From<sqlx::Error> for Error {
    fn from(fault: sqlx::Error) -> Self {
        Self::Engine(fault)
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(fault: sqlx::migrate::MigrateError) -> Self {
        Self::Schema(fault)
    }
}

impl Error {
    /// Whether it is worth waiting: the server is not there, or does not answer yet.
    pub fn is_passing(&self) -> bool {
        let (Error::Engine(fault) | Error::Schema(sqlx::migrate::MigrateError::Execute(fault))) = self else {
            return false;
        };
        match fault {
            sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut => true,
            // `cannot_connect_now`: it is starting, stopping or recovering; `lock_not_available`: another process is at
            // work on the tables (PostgreSQL, appendix A).
            sqlx::Error::Database(fault) => matches!(fault.code().as_deref(), Some("57P03" | "55P03")),
            _ => false,
        }
    }
}

/// Shorthand for results of this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Store(Engine);

#[derive(Clone)]
enum Engine {
    /// A file: one writer, whose transactions may share a commit, and many readers.
    File { writer: Arc<Writer>, readers: Arc<Loans> },
    /// A server, which other processes may use too.
    Server { pool: PgPool, loans: Arc<Loans> },
}

/// Readers beside the one writer. Lists and cards are read in well under a millisecond; more would only wait for a core.
const READERS: usize = 4;

impl Store {
    /// Opens the database at `url` and brings its tables up to date. A file is created if it is not there; of a server's
    /// connections at most so many are used.
    pub async fn open(url: &str, connections: u32) -> Result<Self> {
        if file_of(url).is_none() {
            let pool = postgres::open(postgres::options(url)?, connections);
            let store = Self::on(pool);
            migrations::apply(&mut *store.read().await?).await?;
            return Ok(store);
        }
        let options = sqlite::options(url)?;
        let mut writer = Conn::Sqlite(SqliteConnection::connect_with(&options).await?);
        migrations::apply(&mut writer).await?;
        let readers = sqlite::readers(&options.read_only(true).pragma("query_only", "ON"), READERS).await?;
        Ok(Self(Engine::File { writer: Writer::new(writer), readers }))
    }

    /// Opens an existing database beside the running bot, to check or copy it; migrations are not applied. Not
    /// read-only: SQLite would not let such a connection write the copy either.
    pub async fn open_beside(url: &str) -> Result<Self> {
        if file_of(url).is_none() {
            return Ok(Self::on(postgres::open(postgres::options(url)?, 2)));
        }
        let options = sqlite::options(url)?.create_if_missing(false);
        let writer = SqliteConnection::connect_with(&options).await?;
        let readers = sqlite::readers(&options, 1).await?;
        Ok(Self(Engine::File { writer: Writer::new(Conn::Sqlite(writer)), readers }))
    }

    fn on(pool: PgPool) -> Self {
        Self(Engine::Server { loans: Loans::from_server(pool.clone()), pool })
    }

    /// Whether other processes may use the same database at the same time.
    pub const fn is_shared(&self) -> bool {
        matches!(self.0, Engine::Server { .. })
    }

    /// Begins a transaction. Everything a decision rests on is read inside it, after the lock is taken.
    pub async fn begin(&self) -> Result<Tx> {
        Ok(match &self.0 {
            Engine::File { writer, .. } => writer.begin(writer::PLAIN, None).await?.0.into(),
            Engine::Server { loans, .. } => Session::begin(loans).await?.into(),
        })
    }

    /// Begins a transaction of one statement.
    pub async fn begin_single(&self) -> Result<Tx> {
        Ok(match &self.0 {
            Engine::File { .. } => self.begin().await?,
            Engine::Server { loans, .. } => Session::single(loans).await?.into(),
        })
    }

    /// Begins the transaction that does what an update asks for, with the update marked done. `None` when it was not
    /// open: its effect stands already, or it is another process's turn to bring it about.
    pub async fn begin_doing(&self, update: UpdateId, replica: Option<i64>) -> Result<Option<Tx>> {
        let (tx, was_open): (Tx, bool) = match &self.0 {
            Engine::File { writer, .. } => {
                let (member, was_open) = writer.begin(inbox::DOING, Some(update.0)).await?;
                (member.into(), was_open)
            }
            Engine::Server { loans, .. } => {
                let mut session = Session::begin(loans).await?;
                let was_open = inbox::set_done(&mut session, update, replica).await?;
                (session.into(), was_open)
            }
        };
        if was_open {
            return Ok(Some(tx));
        }
        tx.rollback().await;
        Ok(None)
    }

    /// A connection for reading.
    pub async fn read(&self) -> Result<Reader> {
        match &self.0 {
            Engine::File { readers: loans, .. } | Engine::Server { loans, .. } => loans.lend().await,
        }
    }

    /// Takes a post that only one process may hold at a time; `None` while another holds it.
    pub async fn take_post(&self, post: Post) -> Result<Option<Held>> {
        Ok(match &self.0 {
            Engine::File { .. } => Some(Held(None)),
            Engine::Server { pool, .. } => Lock::take(pool, post as i64).await?.map(|lock| Held(Some(lock))),
        })
    }

    /// Checks what a database can be asked about itself, and says what is fine. Reads all of it: for `qatys check`.
    pub async fn verify(&self) -> Result<String> {
        verify::everything(&mut *self.read().await?).await
    }

    /// Writes a consistent copy of a file to `target`, which must not exist, and verifies it.
    pub async fn copy_to(&self, target: &Path) -> Result<()> {
        sqlite::copy(&mut *self.read().await?, target).await
    }

    /// The level of durability in force, asked of the engine.
    pub async fn durability(&self) -> Result<String> {
        let mut tx = self.begin().await?;
        let level = if tx.is_sqlite() {
            let journal: String = tx.sql("PRAGMA journal_mode").value().await?;
            let synchronous: i64 = tx.sql("PRAGMA synchronous").value().await?;
            format!("journal {journal}, synchronous {synchronous}")
        } else {
            let commit: String = tx.sql("SHOW synchronous_commit").value().await?;
            format!("synchronous_commit {commit}")
        };
        tx.rollback().await;
        Ok(level)
    }

    /// Overwrites what deleted rows left in the write-ahead log of a file. A server's is its operator's.
    pub async fn truncate_log(&self) -> Result<()> {
        match &self.0 {
            Engine::File { writer, .. } => writer.checkpoint().await,
            Engine::Server { .. } => Ok(()),
        }
    }

    /// Waits for what is being written and closes.
    pub async fn close(&self) {
        match &self.0 {
            Engine::File { writer, readers } => {
                let _ = writer.checkpoint().await;
                readers.close().await;
            }
            Engine::Server { loans, .. } => loans.close().await,
        }
    }
}

/// What only one of the processes on a database may do at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {
    /// Hand what falls due to the outbox, and delete what has had its time.
    Scheduler = 0x5141_0001,
    /// Ask Telegram for updates.
    Polling = 0x5141_0002,
    /// Hand broadcasts to the outbox, and show how far they are.
    Broadcasts = 0x5141_0003,
    /// Keep the boards of doors up to date.
    Boards = 0x5141_0004,
    /// Keep the copies of cards in other chats up to date.
    Copies = 0x5141_0005,
}

/// A post that this process holds. It is given up when dropped, or when the process dies.
pub struct Held(Option<Lock>);

impl Held {
    /// Whether it is still ours.
    pub async fn is_ours(&mut self) -> bool {
        match &mut self.0 {
            None => true,
            Some(lock) => lock.is_held().await,
        }
    }
}
