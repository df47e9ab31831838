//! Statements on planned reminders: one row per event and rule, not per person.

use super::{Conn, Error, Result};
use crate::domain::{EventId, PlannedReminder};
use chrono::{DateTime, Utc};

/// Plans a reminder or moves it. One that has fired fires again only if it is moved into the future.
pub async fn set(conn: &mut Conn, planned: &PlannedReminder, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO reminders (event_id, rule, due) VALUES ($1, $2, $3)
         ON CONFLICT (event_id, rule) DO UPDATE SET due = excluded.due,
             fired_at = CASE WHEN excluded.due > $4 THEN NULL ELSE reminders.fired_at END
         WHERE reminders.due <> excluded.due",
    )
    .bind(planned.event.0)
    .bind(planned.rule.to_string())
    .bind(planned.due)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Drops the unfired reminders of an event before they are planned anew; or those of all events that lie ahead of
/// `now`, because one that fell due while nobody looked is still to fire.
pub async fn clear(conn: &mut Conn, event: Option<EventId>, now: DateTime<Utc>) -> Result<()> {
    conn.sql("DELETE FROM reminders WHERE fired_at IS NULL AND (event_id = $1 OR ($1 IS NULL AND due > $2))")
        .bind(event.map(|id| id.0))
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// Reminders that have fallen due.
pub async fn list_due(conn: &mut Conn, now: DateTime<Utc>, limit: u32) -> Result<Vec<PlannedReminder>> {
    let rows: Vec<(i64, String, DateTime<Utc>)> = conn.sql(
        "SELECT event_id, rule, due FROM reminders WHERE fired_at IS NULL AND due <= $1 ORDER BY due LIMIT $2",
    )
    .bind(now)
    .bind(i64::from(limit))
    .all()
    .await?;
    rows.into_iter()
        .map(|(event, rule, due)| {
            Ok(PlannedReminder {
                event: EventId(event),
                rule: rule.parse().map_err(|_| Error::Unknown("rule"))?,
                due,
            })
        })
        .collect()
}

/// Notes that a reminder has been handed to the outbox.
pub async fn set_fired(conn: &mut Conn, planned: &PlannedReminder, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE reminders SET fired_at = $3 WHERE event_id = $1 AND rule = $2")
        .bind(planned.event.0)
        .bind(planned.rule.to_string())
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// When the next reminder falls due or the next offer ends.
pub async fn next_due(conn: &mut Conn) -> Result<Option<DateTime<Utc>>> {
    conn.sql(
        "SELECT min(due) FROM (
             SELECT min(due) AS due FROM reminders WHERE fired_at IS NULL
             UNION ALL SELECT min(offer_until) FROM registrations WHERE standing = 'offered') AS ahead",
    )
    .value()
    .await
}

/// Published events that have not begun, for planning.
pub async fn list_coming(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<(EventId, DateTime<Utc>)>> {
    let rows: Vec<(i64, DateTime<Utc>)> = conn
        .sql("SELECT id, starts_at FROM events WHERE status = 'published' AND starts_at > $1")
        .bind(now)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id, at)| (EventId(id), at)).collect())
}
