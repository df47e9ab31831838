//! Statements on the inbox: updates as they came, stored before Telegram is told that we have them.

use super::{Conn, Result, writer::Opening};
use crate::domain::{PersonId, UpdateId};
use chrono::{DateTime, Utc};
use sqlx::QueryBuilder;
use std::collections::HashSet;

/// Rows in one statement: as many as Telegram gives in one answer.
const AT_ONCE: usize = 100;

/// An update as it came.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Received {
    /// Telegram's id of it.
    #[sqlx(rename = "update_id")]
    pub id: i64,
    /// Whose turn it is.
    pub person_id: i64,
    /// The JSON text.
    pub body: String,
}

/// Stores updates; returns the ids of those that were not there, done or not. Ids are compared as a set: Telegram
/// restarts them at a random number after a week of silence.
pub async fn add(conn: &mut Conn, updates: &[Received], now: DateTime<Utc>) -> Result<HashSet<i64>> {
    let mut added = HashSet::new();
    for batch in updates.chunks(AT_ONCE) {
        let mut insert = QueryBuilder::new("INSERT INTO inbox (update_id, person_id, body, received_at) ");
        insert.push_values(batch, |mut row, update| {
            row.push_bind(update.id).push_bind(update.person_id).push_bind(&update.body).push_bind(now);
        });
        insert.push(" ON CONFLICT (update_id) DO NOTHING RETURNING update_id");
        // Not kept prepared: batches come in every length.
        let fresh: Vec<i64> = insert.build_query_scalar().persistent(false).fetch_all(&mut *conn).await?;
        added.extend(fresh);
    }
    Ok(added)
}

/// Marks an update done and forgets what it said; returns a row unless its effect stands already.
macro_rules! doing {
    ($begin:literal) => {
        concat!(
            $begin,
            "; UPDATE inbox SET state = 'done', body = NULL WHERE update_id = $1 AND state = 'new' RETURNING update_id"
        )
    };
}

/// What the transaction begins with that does what an update asks for.
pub(super) const DOING: Opening =
    Opening { alone: doing!("BEGIN IMMEDIATE"), shared: doing!("SAVEPOINT member") };

/// Counts a failed try; returns how many there were.
pub async fn add_attempt(conn: &mut Conn, id: UpdateId) -> Result<u32> {
    let attempts: Option<u32> = sqlx::query_scalar(
        "UPDATE inbox SET attempts = attempts + 1 WHERE update_id = $1 RETURNING attempts",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    Ok(attempts.unwrap_or(u32::MAX))
}

/// Gives an update up. It stays as a dead letter, with the reason.
pub async fn set_dead(conn: &mut Conn, id: UpdateId, fault: &str) -> Result<()> {
    sqlx::query("UPDATE inbox SET state = 'dead', fault = $2 WHERE update_id = $1 AND state = 'new'")
        .bind(id.0)
        .bind(fault)
        .execute(conn)
        .await?;
    Ok(())
}

/// Open updates of everybody, oldest first, for the start.
pub async fn list_open(conn: &mut Conn, after: Option<i64>, limit: u32) -> Result<Vec<Received>> {
    Ok(sqlx::query_as(
        "SELECT update_id, person_id, body FROM inbox WHERE state = 'new' AND update_id > $1 ORDER BY update_id LIMIT $2",
    )
    .bind(after.unwrap_or(i64::MIN))
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Open updates of one person, oldest first.
pub async fn list_open_of(
    conn: &mut Conn,
    person: PersonId,
    after: UpdateId,
    limit: u32,
) -> Result<Vec<Received>> {
    Ok(sqlx::query_as(
        "SELECT update_id, person_id, body FROM inbox
         WHERE state = 'new' AND person_id = $1 AND update_id > $2 ORDER BY update_id LIMIT $3",
    )
    .bind(person.0)
    .bind(after.0)
    .bind(limit)
    .fetch_all(conn)
    .await?)
}

/// Forgets finished updates received before `before`, and what dead ones said.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    sqlx::query("UPDATE inbox SET body = NULL WHERE state = 'dead' AND received_at < $1")
        .bind(before)
        .execute(&mut *conn)
        .await?;
    Ok(sqlx::query("DELETE FROM inbox WHERE state = 'done' AND received_at < $1")
        .bind(before)
        .execute(conn)
        .await?
        .rows_affected())
}

/// How many updates are open and how many are dead letters.
pub async fn count(conn: &mut Conn) -> Result<(u32, u32)> {
    Ok(sqlx::query_as(
        "SELECT (SELECT count(*) FROM inbox WHERE state = 'new'), (SELECT count(*) FROM inbox WHERE state = 'dead')",
    )
    .fetch_one(conn)
    .await?)
}
