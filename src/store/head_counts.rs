//! Statements on head-counts: steps and numbers in all, by whom, and the pictures that prove them.

use super::{Conn, Result};
use crate::domain::{Counted, EventId, HeadCount, HeadCountId, PersonId};
use chrono::{DateTime, Utc};
use sqlx::FromRow;

#[derive(FromRow)]
struct CountRow {
    id: i64,
    step: Option<i64>,
    total: Option<i64>,
    photo: Option<String>,
    at: DateTime<Utc>,
}

impl From<CountRow> for HeadCount {
    fn from(row: CountRow) -> Self {
        let counted = match row.total {
            Some(total) => Counted::All(total as u32),
            None => Counted::More(row.step.unwrap_or_default() as u32),
        };
        Self { id: HeadCountId(row.id), counted, photo: row.photo, at: row.at }
    }
}

/// Records a count.
pub async fn add(
    conn: &mut Conn,
    event: EventId,
    counted: Counted,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<HeadCountId> {
    let (step, total) = match counted {
        Counted::More(step) => (Some(i64::from(step)), None),
        Counted::All(total) => (None, Some(i64::from(total))),
    };
    conn.sql(
        "INSERT INTO head_counts (event_id, step, total, at, by_id) VALUES ($1, $2, $3, $4, $5) RETURNING id",
    )
    .bind(event.0)
    .bind(step)
    .bind(total)
    .bind(now)
    .bind(by.0)
    .value()
    .await
    .map(HeadCountId)
}

/// What all counts in force come to: the last number in all, and the steps since. `None` when nobody has counted.
pub async fn sum(conn: &mut Conn, event: EventId) -> Result<Option<u32>> {
    let sum: Option<i64> = conn
        .sql(
            "SELECT CAST(sum(coalesce(total, step)) AS BIGINT) FROM head_counts
             WHERE event_id = $1 AND undone_at IS NULL AND id >= coalesce((
                 SELECT max(id) FROM head_counts
                 WHERE event_id = $1 AND undone_at IS NULL AND total IS NOT NULL), 0)",
        )
        .bind(event.0)
        .value()
        .await?;
    Ok(sum.map(|sum| u32::try_from(sum).unwrap_or(u32::MAX)))
}

/// The event of a count in force that this person made.
pub async fn lookup(conn: &mut Conn, id: HeadCountId, by: PersonId) -> Result<Option<EventId>> {
    let event = conn
        .sql("SELECT event_id FROM head_counts WHERE id = $1 AND by_id = $2 AND undone_at IS NULL")
        .bind(id.0)
        .bind(by.0)
        .optional_value()
        .await?;
    Ok(event.map(EventId))
}

/// The last count in force that this person made at the event.
pub async fn find_last(conn: &mut Conn, event: EventId, by: PersonId) -> Result<Option<HeadCount>> {
    let row: Option<CountRow> = conn
        .sql(
            "SELECT id, step, total, photo, at FROM head_counts
             WHERE event_id = $1 AND by_id = $2 AND undone_at IS NULL ORDER BY id DESC LIMIT 1",
        )
        .bind(event.0)
        .bind(by.0)
        .optional()
        .await?;
    Ok(row.map(HeadCount::from))
}

/// The last count in force that has a picture.
pub async fn find_proof(conn: &mut Conn, event: EventId) -> Result<Option<HeadCount>> {
    let row: Option<CountRow> = conn
        .sql(
            "SELECT id, step, total, photo, at FROM head_counts
             WHERE event_id = $1 AND undone_at IS NULL AND photo IS NOT NULL ORDER BY id DESC LIMIT 1",
        )
        .bind(event.0)
        .optional()
        .await?;
    Ok(row.map(HeadCount::from))
}

/// Keeps the picture that proves a count, in place of one before.
pub async fn set_photo(conn: &mut Conn, id: HeadCountId, photo: &str) -> Result<()> {
    conn.sql("UPDATE head_counts SET photo = $2 WHERE id = $1").bind(id.0).bind(photo).run().await?;
    Ok(())
}

/// Takes a count back; the row stays as a trace.
pub async fn undo(conn: &mut Conn, id: HeadCountId, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE head_counts SET undone_at = $2, undone_by = $3 WHERE id = $1")
        .bind(id.0)
        .bind(now)
        .bind(by.0)
        .run()
        .await?;
    Ok(())
}

/// Forgets the pictures of counts made before an instant. Returns how many.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    conn.sql("UPDATE head_counts SET photo = NULL WHERE photo IS NOT NULL AND at < $1")
        .bind(before)
        .run()
        .await
}
