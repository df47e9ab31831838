//! SQLite: how a file is opened, checked and copied. No statements of tables.

use super::{Conn, Error, Result, loans::Loans};
use sqlx::{
    Connection, SqliteConnection,
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use std::{path::Path, str::FromStr, sync::Arc, time::Duration};

/// Longest a statement waits for somebody else's lock on the file.
const PATIENCE: Duration = Duration::from_secs(5);

/// The file behind a `sqlite:` address; `None` for another engine.
pub fn file_of(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("sqlite:")?;
    Some(rest.strip_prefix("//").unwrap_or(rest).split('?').next().unwrap_or(rest))
}

/// The address of a file.
pub fn url_of(file: &Path) -> Result<String> {
    let path = file.to_str().ok_or_else(|| Error::Address("the path is not valid text".into()))?;
    Ok(format!("sqlite:{}", path.replace('%', "%25").replace('?', "%3F")))
}

fn address(url: &str) -> Result<SqliteConnectOptions> {
    SqliteConnectOptions::from_str(url)
        .map_err(|_| Error::Address("the database address must be sqlite:FILE".into()))
}

/// How a file is opened that nothing is to be changed in, not even how it keeps its journal.
pub(super) fn read_only(url: &str) -> Result<SqliteConnectOptions> {
    Ok(address(url)?.read_only(true).busy_timeout(PATIENCE).pragma("trusted_schema", "OFF"))
}

/// How the file is opened.
pub(super) fn options(url: &str) -> Result<SqliteConnectOptions> {
    Ok(address(url)?
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An acknowledged registration is a promise: it must survive a power cut.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE)
        .pragma("secure_delete", "ON")
        // What undoing a savepoint needs is kept in memory, not in a file made and removed at every commit.
        .pragma("temp_store", "MEMORY")
        .pragma("trusted_schema", "OFF")
        .pragma("journal_size_limit", "67108864")
        .statement_cache_capacity(256))
}

/// So many connections for reading.
pub(super) async fn readers(options: &SqliteConnectOptions, count: usize) -> Result<Arc<Loans>> {
    let mut conns = Vec::with_capacity(count);
    for _ in 0..count {
        conns.push(Conn::Sqlite(SqliteConnection::connect_with(options).await?));
    }
    Ok(Loans::of(conns))
}

/// Checks pages and references.
pub(super) async fn verify(conn: &mut Conn) -> Result<()> {
    let faults: Vec<String> = conn.sql("PRAGMA integrity_check(5)").values().await?;
    if faults != ["ok"] {
        return Err(Error::Damaged(faults.join("; ")));
    }
    let orphans: i64 = conn.sql("SELECT count(*) FROM pragma_foreign_key_check").value().await?;
    if orphans == 0 { Ok(()) } else { Err(Error::Damaged(format!("{orphans} rows without their parent"))) }
}

/// Writes a consistent copy of the file to `target`, which must not exist, and verifies it.
pub(super) async fn copy(conn: &mut Conn, target: &Path) -> Result<()> {
    let path = target.to_str().ok_or_else(|| Error::Address("the path is not valid text".into()))?;
    conn.sql("VACUUM INTO $1").bind(path).run().await?;
    // Without our settings: setting the journal mode would write to the copy.
    let copy = SqliteConnectOptions::new().filename(target).read_only(true);
    let mut copy = Conn::Sqlite(SqliteConnection::connect_with(&copy).await?);
    verify(&mut copy).await?;
    if let Conn::Sqlite(copy) = copy {
        copy.close().await?;
    }
    Ok(())
}
