//! Copies a whole database to another, of the same engine or the other, and proves that both hold the same. Everything is
//! written in one transaction, which is compared before it is kept: whatever happens on the way, the target is empty or
//! complete. Which bot runs on which is not decided here.

mod rows;
mod sides;

pub use sides::{Manner, Source, Target, is_same_file};

use super::{
    Conn, Error, Result, sqlite,
    tables::{NUMBERED, TABLES, Table},
};
use rows::Pages;
use sha2::{Digest, Sha256};

/// What a table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content {
    /// How many rows.
    pub rows: u64,
    /// SHA-256 over all rows in order of the key.
    pub sum: [u8; 32],
}

/// What a table holds on both sides.
#[derive(Clone, Copy, Debug)]
pub struct Compared {
    /// Its name.
    pub table: &'static str,
    /// On the side that was read.
    pub source: Content,
    /// On the side that was written.
    pub target: Content,
}

impl Compared {
    /// Whether it is the same.
    pub fn is_same(&self) -> bool {
        self.source == self.target
    }
}

/// Copies all rows. `tell` hears of every page: the table, and how many of its rows are copied.
pub async fn fill(
    source: &mut Conn,
    target: &mut Conn,
    tell: &mut dyn FnMut(&'static str, u64),
) -> Result<u64> {
    let mut all = 0;
    for table in &TABLES {
        let copied = fill_table(source, target, table, tell).await.map_err(|fault| of(table, fault))?;
        all += copied;
    }
    Ok(all)
}

async fn fill_table(
    source: &mut Conn,
    target: &mut Conn,
    table: &'static Table,
    tell: &mut dyn FnMut(&'static str, u64),
) -> Result<u64> {
    let (mut pages, mut copied) = (Pages::of(table), 0);
    loop {
        let page = pages.next(source).await?;
        if page.is_empty() {
            return Ok(copied);
        }
        copied += page.len() as u64;
        rows::put(target, table, page).await?;
        tell(table.name, copied);
    }
}

/// Reads both sides, from the beginning, and says what each table holds.
pub async fn compare(source: &mut Conn, target: &mut Conn) -> Result<Vec<Compared>> {
    let mut compared = Vec::with_capacity(TABLES.len());
    for table in &TABLES {
        let contents = tokio::try_join!(content(source, table), content(target, table));
        let (source, target) = contents.map_err(|fault| of(table, fault))?;
        compared.push(Compared { table: table.name, source, target });
    }
    Ok(compared)
}

async fn content(conn: &mut Conn, table: &'static Table) -> Result<Content> {
    let (mut pages, mut rows, mut sum) = (Pages::of(table), 0, Sha256::new());
    loop {
        let page = pages.next(conn).await?;
        if page.is_empty() {
            return Ok(Content { rows, sum: sum.finalize().into() });
        }
        rows += page.len() as u64;
        for line in &page {
            rows::digest(line, &mut sum);
        }
    }
}

fn of(table: &Table, fault: Error) -> Error {
    Error::Table(table.name, Box::new(fault))
}

impl Source {
    /// Ends the reading.
    pub async fn close(self) -> Result<()> {
        self.0.close().await
    }
}

impl Target {
    /// Makes the copy durable, and numbers new rows from where the source would have gone on.
    pub async fn keep(mut self, source: &mut Source) -> Result<()> {
        for (table, highest) in NUMBERED {
            let highest: i64 = self.sql(highest).value().await?;
            let last = counter(source, table).await?.max(counter(&mut self, table).await?).max(highest);
            set_counter(&mut self, table, last).await?;
        }
        if self.is_sqlite() {
            sqlite::verify(&mut self).await?;
        }
        self.sql("COMMIT").run().await?;
        if self.is_sqlite() {
            self.sql("PRAGMA wal_checkpoint(TRUNCATE)").run().await?;
        } else {
            let names: Vec<_> = TABLES.iter().map(|table| table.name).collect();
            self.sql_of(format!("ANALYZE {}", names.join(", "))).run().await?;
        }
        self.0.close().await
    }

    /// Undoes the copy; the tables stay, empty.
    pub async fn discard(mut self) -> Result<()> {
        self.sql("ROLLBACK").run().await?;
        self.0.close().await
    }
}

/// The last number that was given to a row of the table; 0 for none.
async fn counter(conn: &mut Conn, table: &'static str) -> Result<i64> {
    conn.either(
        "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = $1), 0)",
        "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence($1, 'id')::regclass), 0)",
    )
    .bind(table)
    .value()
    .await
}

async fn set_counter(conn: &mut Conn, table: &'static str, last: i64) -> Result<()> {
    if last < 1 {
        return Ok(());
    }
    if conn.is_sqlite() {
        conn.sql("DELETE FROM sqlite_sequence WHERE name = $1").bind(table).run().await?;
    }
    conn.either(
        "INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)",
        "SELECT setval(pg_get_serial_sequence($1, 'id'), $2)",
    )
    .bind(table)
    .bind(last)
    .run()
    .await?;
    Ok(())
}
