//! Statements on organisations that run an event together with its own, or ask to.

use super::{Conn, Result};
use crate::domain::{EventId, Host, HostId, PersonId};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct HostRow {
    id: i64,
    event_id: i64,
    organisation: String,
    asked_by: i64,
    approved_at: Option<DateTime<Utc>>,
}

impl From<HostRow> for Host {
    fn from(row: HostRow) -> Self {
        Host {
            id: HostId(row.id),
            event: EventId(row.event_id),
            organisation: row.organisation,
            asked_by: PersonId(row.asked_by),
            approved_at: row.approved_at,
        }
    }
}

/// Notes that an organisation asks; `None` when it has before.
pub async fn add(
    conn: &mut Conn,
    event: EventId,
    organisation: &str,
    asked_by: PersonId,
    now: DateTime<Utc>,
) -> Result<Option<HostId>> {
    let id: Option<i64> = conn
        .sql(
            "INSERT INTO hosts (event_id, organisation, asked_by, asked_at) VALUES ($1, $2, $3, $4)
             ON CONFLICT (event_id, organisation) DO NOTHING RETURNING id",
        )
        .bind(event.0)
        .bind(organisation)
        .bind(asked_by.0)
        .bind(now)
        .optional_value()
        .await?;
    Ok(id.map(HostId))
}

/// The host.
pub async fn lookup(conn: &mut Conn, id: HostId) -> Result<Option<Host>> {
    let row: Option<HostRow> = conn
        .sql("SELECT id, event_id, organisation, asked_by, approved_at FROM hosts WHERE id = $1")
        .bind(id.0)
        .optional()
        .await?;
    Ok(row.map(Host::from))
}

/// All of an event, in the order in which they asked.
pub async fn list_by_event(conn: &mut Conn, event: EventId) -> Result<Vec<Host>> {
    let rows: Vec<HostRow> = conn
        .sql("SELECT id, event_id, organisation, asked_by, approved_at FROM hosts WHERE event_id = $1 ORDER BY id")
        .bind(event.0)
        .all()
        .await?;
    Ok(rows.into_iter().map(Host::from).collect())
}

/// Events that an organisation of the person's scopes runs together with others.
pub async fn list_events(conn: &mut Conn, person: PersonId) -> Result<Vec<EventId>> {
    let ids: Vec<i64> = conn
        .sql(
            "SELECT DISTINCT h.event_id FROM hosts h JOIN scopes s ON s.organisation = h.organisation
             WHERE s.person_id = $1 AND h.approved_at IS NOT NULL ORDER BY h.event_id",
        )
        .bind(person.0)
        .values()
        .await?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// Notes the yes; `false` when there was one before, or nobody asks any more.
pub async fn approve(conn: &mut Conn, id: HostId, by: PersonId, now: DateTime<Utc>) -> Result<bool> {
    let approved = conn
        .sql("UPDATE hosts SET approved_by = $2, approved_at = $3 WHERE id = $1 AND approved_at IS NULL")
        .bind(id.0)
        .bind(by.0)
        .bind(now)
        .run()
        .await?;
    Ok(approved == 1)
}

/// The no, or the end; `false` when it is not there any more.
pub async fn remove(conn: &mut Conn, id: HostId) -> Result<bool> {
    Ok(conn.sql("DELETE FROM hosts WHERE id = $1").bind(id.0).run().await? == 1)
}
