//! The migrations of this program, and how far a database has come with them. No statements of tables.

use super::{Conn, Error, Result};
use sqlx::{FromRow, migrate::Migrator};

static SQLITE: Migrator = sqlx::migrate!("migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("migrations/postgres");

/// How far a database has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// None of our migrations was ever applied.
    Fresh,
    /// So many are still to come.
    Behind(usize),
    /// All are applied.
    Current,
}

#[derive(FromRow)]
struct Applied {
    version: i64,
    success: bool,
    checksum: Vec<u8>,
}

/// Brings the tables up to date.
pub(super) async fn apply(conn: &mut Conn) -> Result<()> {
    // Asked first: a server remarks upon every table that is to be made and is there already.
    if matches!(state(conn).await, Ok(State::Current)) {
        return Ok(());
    }
    match conn {
        Conn::Sqlite(conn) => SQLITE.run(conn).await?,
        Conn::Postgres(link) => POSTGRES.run(&mut *link.conn).await?,
    }
    Ok(())
}

/// Asks how far the database has come. One that was migrated by another program, or not to the end, is an error.
pub(super) async fn state(conn: &mut Conn) -> Result<State> {
    let is_there: bool = conn
        .either(
            "SELECT count(*) > 0 FROM sqlite_schema WHERE name = '_sqlx_migrations'",
            "SELECT to_regclass('_sqlx_migrations') IS NOT NULL",
        )
        .value()
        .await?;
    if !is_there {
        return Ok(State::Fresh);
    }
    let ours = if conn.is_sqlite() { &SQLITE } else { &POSTGRES };
    let applied: Vec<Applied> =
        conn.sql("SELECT version, success, checksum FROM _sqlx_migrations ORDER BY version").all().await?;
    for migration in &applied {
        let known = ours.iter().find(|ours| ours.version == migration.version);
        if !migration.success {
            return Err(Error::Damaged(format!("migration {} was not finished", migration.version)));
        }
        if known.is_none_or(|known| *known.checksum != *migration.checksum) {
            let version = migration.version;
            return Err(Error::Damaged(format!("migration {version} is of another release of this program")));
        }
    }
    Ok(match ours.iter().count() - applied.len() {
        0 => State::Current,
        all if applied.is_empty() && all > 0 => State::Fresh,
        rest => State::Behind(rest),
    })
}
