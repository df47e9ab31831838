//! Statements on speakers who are people of ours. Their names in the programme are the event's.

use super::{Conn, Result};
use crate::domain::{EventId, PersonId, Speaker, SpeakerId};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct SpeakerRow {
    id: i64,
    event_id: i64,
    person_id: i64,
    name: String,
}

impl From<SpeakerRow> for Speaker {
    fn from(row: SpeakerRow) -> Self {
        let (id, event, person) = (SpeakerId(row.id), EventId(row.event_id), PersonId(row.person_id));
        Speaker { id, event, person, name: row.name }
    }
}

/// Notes who a speaker of the programme is.
pub async fn set(
    conn: &mut Conn,
    event: EventId,
    name: &str,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    conn.sql(
        "INSERT INTO speakers (event_id, name, person_id, since) VALUES ($1, $2, $3, $4)
         ON CONFLICT (event_id, name) DO UPDATE SET person_id = excluded.person_id, since = excluded.since",
    )
    .bind(event.0)
    .bind(name)
    .bind(person.0)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Those of an event, in order of their coming.
pub async fn list_by_event(conn: &mut Conn, event: EventId) -> Result<Vec<Speaker>> {
    let rows: Vec<SpeakerRow> = conn
        .sql("SELECT id, event_id, person_id, name FROM speakers WHERE event_id = $1 ORDER BY id")
        .bind(event.0)
        .all()
        .await?;
    Ok(rows.into_iter().map(Speaker::from).collect())
}

/// A person's events, in the order in which they were asked to speak.
pub async fn list_events(conn: &mut Conn, person: PersonId) -> Result<Vec<EventId>> {
    let ids: Vec<i64> = conn
        .sql("SELECT event_id FROM speakers WHERE person_id = $1 GROUP BY event_id ORDER BY min(id)")
        .bind(person.0)
        .values()
        .await?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// The speaker.
pub async fn lookup(conn: &mut Conn, id: SpeakerId) -> Result<Option<Speaker>> {
    let row: Option<SpeakerRow> = conn
        .sql("SELECT id, event_id, person_id, name FROM speakers WHERE id = $1")
        .bind(id.0)
        .optional()
        .await?;
    Ok(row.map(Speaker::from))
}

/// Forgets who it is.
pub async fn remove(conn: &mut Conn, id: SpeakerId) -> Result<()> {
    conn.sql("DELETE FROM speakers WHERE id = $1").bind(id.0).run().await?;
    Ok(())
}
