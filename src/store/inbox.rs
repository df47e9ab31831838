//! Statements on the inbox: updates as they came, stored before Telegram is told that we have them.

use super::{Conn, Result, conn::places, writer::Opening};
use crate::domain::{PersonId, UpdateId};
use chrono::{DateTime, Utc};
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
        let mut insert = conn.sql_of(format!(
            "INSERT INTO inbox (update_id, person_id, body, received_at) VALUES {}
             ON CONFLICT (update_id) DO NOTHING RETURNING update_id",
            places(batch.len(), 4)
        ));
        for update in batch {
            insert = insert.bind(update.id).bind(update.person_id).bind(&update.body).bind(now);
        }
        added.extend(insert.values::<i64>().await?);
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

/// Marks an update done and forgets what it said, on a database that other replicas share: only whoever has the turn of
/// its person may. `false` when its effect stands already, or the turn has passed to another.
pub(super) async fn set_done(conn: &mut Conn, id: UpdateId, replica: i64) -> Result<bool> {
    let done = conn
        .sql(
            "UPDATE inbox SET state = 'done', body = NULL WHERE update_id = $1 AND state = 'new'
             AND EXISTS (SELECT 1 FROM turns t WHERE t.person_id = inbox.person_id AND t.replica = $2)",
        )
        .bind(id.0)
        .bind(replica)
        .run()
        .await?;
    Ok(done == 1)
}

/// Counts a failed try; returns how many there were.
pub async fn add_attempt(conn: &mut Conn, id: UpdateId) -> Result<u32> {
    let attempts: Option<i64> = conn
        .sql("UPDATE inbox SET attempts = attempts + 1 WHERE update_id = $1 RETURNING attempts")
        .bind(id.0)
        .optional_value()
        .await?;
    Ok(attempts.map_or(u32::MAX, |attempts| attempts as u32))
}

/// Gives an update up. It stays as a dead letter, with the reason.
pub async fn set_dead(conn: &mut Conn, id: UpdateId, fault: &str) -> Result<()> {
    conn.sql("UPDATE inbox SET state = 'dead', fault = $2 WHERE update_id = $1 AND state = 'new'")
        .bind(id.0)
        .bind(fault)
        .run()
        .await?;
    Ok(())
}

/// Open updates of everybody, oldest first, for the start.
pub async fn list_open(conn: &mut Conn, after: Option<i64>, limit: u32) -> Result<Vec<Received>> {
    conn.sql(
        "SELECT update_id, person_id, body FROM inbox WHERE state = 'new' AND update_id > $1 ORDER BY update_id LIMIT $2",
    )
    .bind(after.unwrap_or(i64::MIN))
    .bind(i64::from(limit))
    .all()
    .await
}

/// Open updates of one person, oldest first.
pub async fn list_open_of(
    conn: &mut Conn,
    person: PersonId,
    after: UpdateId,
    limit: u32,
) -> Result<Vec<Received>> {
    conn.sql(
        "SELECT update_id, person_id, body FROM inbox
         WHERE state = 'new' AND person_id = $1 AND update_id > $2 ORDER BY update_id LIMIT $3",
    )
    .bind(person.0)
    .bind(after.0)
    .bind(i64::from(limit))
    .all()
    .await
}

/// Forgets finished updates received before `before`, and what dead ones said.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    conn.sql("UPDATE inbox SET body = NULL WHERE state = 'dead' AND received_at < $1")
        .bind(before)
        .run()
        .await?;
    conn.sql("DELETE FROM inbox WHERE state = 'done' AND received_at < $1").bind(before).run().await
}

/// People with open updates from before `before` whose turn nobody has: whoever received them is gone, or was too busy
/// with an earlier one to notice. For a shared database.
pub async fn list_forgotten(conn: &mut Conn, before: DateTime<Utc>, limit: u32) -> Result<Vec<PersonId>> {
    let people: Vec<i64> = conn
        .sql(
            "SELECT DISTINCT person_id FROM inbox WHERE state = 'new' AND received_at < $1
             AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.person_id = inbox.person_id) LIMIT $2",
        )
        .bind(before)
        .bind(i64::from(limit))
        .values()
        .await?;
    Ok(people.into_iter().map(PersonId).collect())
}

/// How many updates are open and how many are dead letters.
pub async fn count(conn: &mut Conn) -> Result<(u32, u32)> {
    let (open, dead): (i64, i64) = conn
        .sql(
            "SELECT (SELECT count(*) FROM inbox WHERE state = 'new'), (SELECT count(*) FROM inbox WHERE state = 'dead')",
        )
        .one()
        .await?;
    Ok((open as u32, dead as u32))
}
