//! Statements on planned occasions: one row per event and occasion, not per person.

use super::{Conn, Error, Result};
use crate::domain::{EventId, Planned, Times};
use chrono::{DateTime, Utc};

/// Plans an occasion or moves it. One that has fired fires again only if it is moved into the future.
pub async fn set(conn: &mut Conn, planned: &Planned, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO occasions (event_id, occasion, due) VALUES ($1, $2, $3)
         ON CONFLICT (event_id, occasion) DO UPDATE SET due = excluded.due,
             fired_at = CASE WHEN excluded.due > $4 THEN NULL ELSE occasions.fired_at END
         WHERE occasions.due <> excluded.due",
    )
    .bind(planned.event.0)
    .bind(planned.occasion.to_string())
    .bind(planned.due)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Drops the unfired occasions of an event before they are planned anew; or those of all events that lie ahead of
/// `now`, because one that fell due while nobody looked is still to fire.
pub async fn clear(conn: &mut Conn, event: Option<EventId>, now: DateTime<Utc>) -> Result<()> {
    conn.sql("DELETE FROM occasions WHERE fired_at IS NULL AND (event_id = $1 OR ($1 IS NULL AND due > $2))")
        .bind(event.map(|id| id.0))
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// Occasions that have fallen due.
pub async fn list_due(conn: &mut Conn, now: DateTime<Utc>, limit: u32) -> Result<Vec<Planned>> {
    let rows: Vec<(i64, String, DateTime<Utc>)> = conn.sql(
        "SELECT event_id, occasion, due FROM occasions WHERE fired_at IS NULL AND due <= $1 ORDER BY due, occasion LIMIT $2",
    )
    .bind(now)
    .bind(i64::from(limit))
    .all()
    .await?;
    rows.into_iter()
        .map(|(event, occasion, due)| {
            let occasion = occasion.parse().map_err(|_| Error::Unknown("occasion"))?;
            Ok(Planned { event: EventId(event), occasion, due })
        })
        .collect()
}

/// Notes that what an occasion brings about is in the outbox.
pub async fn set_fired(conn: &mut Conn, planned: &Planned, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE occasions SET fired_at = $3 WHERE event_id = $1 AND occasion = $2")
        .bind(planned.event.0)
        .bind(planned.occasion.to_string())
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// When the next occasion falls due or the next offer ends.
pub async fn next_due(conn: &mut Conn) -> Result<Option<DateTime<Utc>>> {
    conn.sql(
        "SELECT min(due) FROM (
             SELECT min(due) AS due FROM occasions WHERE fired_at IS NULL
             UNION ALL SELECT min(offer_until) FROM registrations WHERE standing = 'offered') AS ahead",
    )
    .value()
    .await
}

#[derive(sqlx::FromRow)]
struct TimesRow {
    id: i64,
    starts_at: DateTime<Utc>,
    duration_min: i64,
    closes_at: Option<DateTime<Utc>>,
}

/// Published events that start after an instant, for planning.
pub async fn list_events(conn: &mut Conn, after: DateTime<Utc>) -> Result<Vec<(EventId, Times)>> {
    let rows: Vec<TimesRow> = conn
        .sql(
            "SELECT id, starts_at, duration_min, closes_at FROM events
             WHERE status = 'published' AND starts_at > $1 ORDER BY id",
        )
        .bind(after)
        .all()
        .await?;
    let times =
        |row: TimesRow| (EventId(row.id), Times::new(row.starts_at, row.duration_min as u32, row.closes_at));
    Ok(rows.into_iter().map(times).collect())
}
