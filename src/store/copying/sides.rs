//! The two databases of a copy: how each is opened, and what is refused. Moves nothing.

use crate::store::{
    Conn, Error, Result, file_of,
    migrations::{self, State},
    postgres, replicas, sqlite,
    tables::{TABLES, TRANSIENT},
};
use sqlx::{Connection, SqliteConnection};
use std::{
    fs,
    ops::{Deref, DerefMut},
    os::unix::fs::MetadataExt,
};

/// Whether a bot may go on meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// No: what it wrote afterwards would be missing.
    Alone,
    /// Yes: the copy is as of now.
    Beside,
}

/// The database that is read, at one point in time.
pub struct Source(pub(super) Side);

/// The database that is written, in one transaction: until [`Target::keep`] it is empty for everybody else.
pub struct Target(pub(super) Side);

/// A connection within a transaction.
pub(super) struct Side {
    pub(super) conn: Conn,
    /// Without a password.
    pub(super) name: String,
}

/// Whether both addresses lead to the same file.
pub fn is_same_file(one: &str, other: &str) -> bool {
    let place = |url| fs::metadata(file_of(url)?).ok().map(|file| (file.dev(), file.ino()));
    place(one).is_some_and(|one| place(other) == Some(one))
}

impl Source {
    /// Opens a database that is to be read. Nothing is changed in it.
    pub async fn open(url: &str, manner: Manner) -> Result<Self> {
        let mut side = match file_of(url) {
            Some(file) if !fs::exists(file).unwrap_or(true) => {
                return Err(refused(format!("there is no database at {file}")));
            }
            Some(file) => {
                let conn = SqliteConnection::connect_with(&sqlite::read_only(url)?).await?;
                Side { conn: Conn::Sqlite(conn), name: file.to_owned() }
            }
            None => postgres::connect(url).await.map(Side::from)?,
        };
        let is_shared = !side.conn.is_sqlite() && side.has("replicas").await?;
        side.conn.either("BEGIN", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").run().await?;
        if is_shared && manner == Manner::Alone {
            // A bot that is started now waits until the copy is made. Before the first question: what it sees is what
            // the copy sees.
            side.lock("LOCK TABLE replicas IN SHARE MODE").await?;
            side.refuse_running().await?;
        }
        match migrations::state(&mut side.conn).await {
            Ok(State::Current) => Ok(Self(side)),
            Ok(State::Fresh) => Err(refused(format!("{} is not a database of this program", side.name))),
            Ok(State::Behind(_)) => {
                Err(refused(format!("{} is of an older release; start the bot on it once", side.name)))
            }
            Err(fault) => Err(refused(format!("{}: {fault}", side.name))),
        }
    }
}

impl Target {
    /// Opens a database that is to be written, makes its tables and begins. A file is made if it is not there.
    pub async fn open(url: &str, source: &mut Source) -> Result<Self> {
        let mut side = if let Some(file) = file_of(url) {
            // The indexes of a large table are filled in no order: with SQLite's usual 2 MB every row would be read
            // and written again many times.
            let options = sqlite::options(url)?.pragma("cache_size", "-65536");
            let conn = SqliteConnection::connect_with(&options).await;
            let conn = conn.map_err(|fault| refused(format!("{file}: {fault}")))?;
            Side { conn: Conn::Sqlite(conn), name: file.to_owned() }
        } else {
            postgres::connect(url).await.map(Side::from)?
        };
        if !side.conn.is_sqlite() {
            side.refuse_same(&mut source.0).await?;
            let encoding: String = side.conn.sql("SHOW server_encoding").value().await?;
            if encoding != "UTF8" {
                return Err(refused(format!("{} keeps its texts in {encoding}, not in UTF8", side.name)));
            }
        }
        side.refuse_unless_empty().await?;
        migrations::apply(&mut side.conn).await?;
        side.conn.either("BEGIN IMMEDIATE", "BEGIN").run().await?;
        if !side.conn.is_sqlite() {
            let names: Vec<_> = TABLES.iter().map(|table| table.name).chain(TRANSIENT).collect();
            side.lock(&format!("LOCK TABLE {} IN EXCLUSIVE MODE", names.join(", "))).await?;
        }
        // Once more: nobody else can write now.
        side.refuse_unless_empty().await?;
        Ok(Self(side))
    }
}

impl Side {
    /// Names of the tables that are there.
    async fn tables(&mut self) -> Result<Vec<String>> {
        self.conn
            .either(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
                 AND name NOT LIKE '%!_search!_%' ESCAPE '!'",
                "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()",
            )
            .values()
            .await
    }

    async fn has(&mut self, table: &str) -> Result<bool> {
        Ok(self.tables().await?.iter().any(|name| name == table))
    }

    async fn refuse_running(&mut self) -> Result<()> {
        match replicas::count_alive(&mut self.conn).await? {
            0 => Ok(()),
            1 => Err(refused(format!("the bot is running on {}", self.name))),
            many => Err(refused(format!("the bot is running on {}, in {many} processes", self.name))),
        }
    }

    async fn refuse_unless_empty(&mut self) -> Result<()> {
        let tables = self.tables().await?;
        for name in &tables {
            let is_ours = name == "_sqlx_migrations" || TRANSIENT.contains(&name.as_str());
            if !is_ours && !TABLES.iter().any(|table| table.name == name) {
                return Err(refused(format!("{} holds `{name}`, which is not of this program", self.name)));
            }
        }
        if !self.conn.is_sqlite() && tables.iter().any(|name| name == "replicas") {
            self.refuse_running().await?;
        }
        for table in TABLES.iter().filter(|table| tables.iter().any(|name| name == table.name)) {
            let question = format!("SELECT EXISTS (SELECT 1 FROM {})", table.name);
            if self.conn.sql_of(question).value().await? {
                let place = &self.name;
                return Err(refused(format!("{place} is not empty: there are rows in `{}`", table.name)));
            }
        }
        Ok(())
    }

    /// A server may have many addresses; when it was started, and what the database is called there, tells it from all
    /// others.
    async fn refuse_same(&mut self, source: &mut Self) -> Result<()> {
        const WHO: &str =
            "SELECT concat_ws('/', pg_postmaster_start_time(), current_database(), current_schema())";
        if source.conn.is_sqlite() {
            return Ok(());
        }
        let who: String = self.conn.sql(WHO).value().await?;
        if who == source.conn.sql(WHO).value::<String>().await? {
            return Err(refused("both addresses lead to the same database".into()));
        }
        Ok(())
    }

    async fn lock(&mut self, statement: &str) -> Result<()> {
        self.conn.sql("SET LOCAL lock_timeout = '5s'").run().await?;
        let locked = self.conn.sql_of(statement.to_owned()).run().await;
        locked.map(|_| ()).map_err(|fault| refused(format!("{} is in use: {fault}", self.name)))
    }

    pub(super) async fn close(self) -> Result<()> {
        match self.conn {
            Conn::Sqlite(conn) => conn.close().await?,
            Conn::Postgres(link) => link.conn.close().await?,
        }
        Ok(())
    }
}

impl From<(Conn, String)> for Side {
    fn from((conn, name): (Conn, String)) -> Self {
        Self { conn, name }
    }
}

const fn refused(why: String) -> Error {
    Error::Refused(why)
}

impl Deref for Source {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.0.conn
    }
}

impl DerefMut for Source {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0.conn
    }
}

impl Deref for Target {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self.0.conn
    }
}

impl DerefMut for Target {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0.conn
    }
}
