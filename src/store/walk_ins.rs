//! Statements on walk-ins: people who come in without a ticket, counted by a steward or by the code of the door.

use super::{Conn, Result};
use crate::domain::{EventId, PersonId, WalkInId, WalkInRecord};
use chrono::{DateTime, Utc};

/// Counts somebody in for a steward.
pub async fn add(conn: &mut Conn, event: EventId, by: PersonId, now: DateTime<Utc>) -> Result<WalkInId> {
    conn.sql("INSERT INTO walk_ins (event_id, at, by_id) VALUES ($1, $2, $3) RETURNING id")
        .bind(event.0)
        .bind(now)
        .bind(by.0)
        .value()
        .await
        .map(WalkInId)
}

/// Counts in whoever came by the code of the door: as a person, or nameless. `false` when they are in already.
pub async fn add_own(
    conn: &mut Conn,
    event: EventId,
    person: Option<PersonId>,
    fingerprint: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    // Not `ON CONFLICT (…)`: who is in already must not depend on the words of an index.
    let added = conn
        .sql(
            "INSERT INTO walk_ins (event_id, person_id, fingerprint, at) VALUES ($1, $2, $3, $4)
             ON CONFLICT DO NOTHING",
        )
        .bind(event.0)
        .bind(person.map(|person| person.0))
        .bind(fingerprint)
        .bind(now)
        .run()
        .await?;
    Ok(added > 0)
}

/// Since when somebody who came by the code is in.
pub async fn find_own(conn: &mut Conn, event: EventId, fingerprint: &str) -> Result<Option<DateTime<Utc>>> {
    conn.sql("SELECT at FROM walk_ins WHERE event_id = $1 AND fingerprint = $2 AND undone_at IS NULL")
        .bind(event.0)
        .bind(fingerprint)
        .optional_value()
        .await
}

/// Takes back what came by the code, because the same person arrives by name. By nobody: it would name them.
pub async fn supersede(
    conn: &mut Conn,
    event: EventId,
    fingerprint: &str,
    now: DateTime<Utc>,
) -> Result<bool> {
    let taken_back = conn
        .sql(
            "UPDATE walk_ins SET undone_at = $3
             WHERE event_id = $1 AND fingerprint = $2 AND undone_at IS NULL",
        )
        .bind(event.0)
        .bind(fingerprint)
        .bind(now)
        .run()
        .await?;
    Ok(taken_back > 0)
}

/// The event of a walk-in in force that this steward counted.
pub async fn lookup(conn: &mut Conn, id: WalkInId, by: PersonId) -> Result<Option<EventId>> {
    let event = conn
        .sql("SELECT event_id FROM walk_ins WHERE id = $1 AND by_id = $2 AND undone_at IS NULL")
        .bind(id.0)
        .bind(by.0)
        .optional_value()
        .await?;
    Ok(event.map(EventId))
}

/// The last walk-in in force that this steward counted at the event.
pub async fn find_last(conn: &mut Conn, event: EventId, by: PersonId) -> Result<Option<WalkInId>> {
    let id = conn
        .sql(
            "SELECT id FROM walk_ins WHERE event_id = $1 AND by_id = $2 AND undone_at IS NULL
             ORDER BY id DESC LIMIT 1",
        )
        .bind(event.0)
        .bind(by.0)
        .optional_value()
        .await?;
    Ok(id.map(WalkInId))
}

/// Takes a walk-in back; the row stays as a trace.
pub async fn undo(conn: &mut Conn, id: WalkInId, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE walk_ins SET undone_at = $2, undone_by = $3 WHERE id = $1")
        .bind(id.0)
        .bind(now)
        .bind(by.0)
        .run()
        .await?;
    Ok(())
}

/// When a person came in without a registration, with their name, for their own reading.
pub async fn list_by_person(conn: &mut Conn, person: PersonId) -> Result<Vec<WalkInRecord>> {
    let rows: Vec<(String, DateTime<Utc>)> = conn
        .sql(
            "SELECT coalesce(e.title_kk, e.title_ru, e.title_en, ''), w.at FROM walk_ins w
             JOIN events e ON e.id = w.event_id
             WHERE w.person_id = $1 AND w.undone_at IS NULL ORDER BY w.id",
        )
        .bind(person.0)
        .all()
        .await?;
    Ok(rows.into_iter().map(|(event, at)| WalkInRecord { event, at }).collect())
}

/// The events at which people came in by the code and are still told apart.
pub async fn list_events(conn: &mut Conn) -> Result<Vec<EventId>> {
    let ids: Vec<i64> =
        conn.sql("SELECT DISTINCT event_id FROM walk_ins WHERE fingerprint IS NOT NULL").values().await?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// Forgets who somebody was that came in by the code; that they came stays.
pub async fn forget(conn: &mut Conn, event: EventId, fingerprint: &str) -> Result<()> {
    conn.sql("UPDATE walk_ins SET fingerprint = NULL WHERE event_id = $1 AND fingerprint = $2")
        .bind(event.0)
        .bind(fingerprint)
        .run()
        .await?;
    Ok(())
}

/// Forgets who they were that came in before an instant. Returns how many.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    conn.sql("UPDATE walk_ins SET fingerprint = NULL WHERE fingerprint IS NOT NULL AND at < $1")
        .bind(before)
        .run()
        .await
}
