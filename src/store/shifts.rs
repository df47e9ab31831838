//! Statements on shifts: who stands at the door of an event, and when.

use super::{Conn, Result, rows::word};
use crate::domain::{EventId, InvitationId, Name, PersonId, Shift, ShiftId};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct ShiftRow {
    id: i64,
    event_id: i64,
    person_id: i64,
    from_at: DateTime<Utc>,
    until_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct NamedRow {
    #[sqlx(flatten)]
    shift: ShiftRow,
    name: Option<String>,
}

impl From<ShiftRow> for Shift {
    fn from(row: ShiftRow) -> Self {
        let (id, event, person) = (ShiftId(row.id), EventId(row.event_id), PersonId(row.person_id));
        Shift { id, event, person, from: row.from_at, until: row.until_at }
    }
}

/// Gives a person their time at a door; one they had there already is replaced.
pub async fn set(
    conn: &mut Conn,
    (event, person): (EventId, PersonId),
    (from, until): (DateTime<Utc>, DateTime<Utc>),
    invitation: InvitationId,
) -> Result<()> {
    conn.sql(
        "INSERT INTO shifts (event_id, person_id, from_at, until_at, invitation_id) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (event_id, person_id) DO UPDATE SET from_at = excluded.from_at, until_at = excluded.until_at,
             invitation_id = excluded.invitation_id",
    )
    .bind(event.0)
    .bind(person.0)
    .bind(from)
    .bind(until)
    .bind(invitation.0)
    .run()
    .await?;
    Ok(())
}

/// Those of a person that are not over.
pub async fn list_by_person(conn: &mut Conn, person: PersonId, now: DateTime<Utc>) -> Result<Vec<Shift>> {
    let rows: Vec<ShiftRow> = conn
        .sql(
            "SELECT id, event_id, person_id, from_at, until_at FROM shifts
             WHERE person_id = $1 AND until_at > $2 ORDER BY from_at, id",
        )
        .bind(person.0)
        .bind(now)
        .all()
        .await?;
    Ok(rows.into_iter().map(Shift::from).collect())
}

/// All of an event, with the names Telegram shows of the stewards.
pub async fn list_by_event(conn: &mut Conn, event: EventId) -> Result<Vec<(Shift, Option<Name>)>> {
    let rows: Vec<NamedRow> = conn
        .sql(
            "SELECT s.id, s.event_id, s.person_id, s.from_at, s.until_at, p.name FROM shifts s
             LEFT JOIN staff p ON p.person_id = s.person_id WHERE s.event_id = $1 ORDER BY s.id",
        )
        .bind(event.0)
        .all()
        .await?;
    rows.into_iter()
        .map(|row| {
            let name = row.name.map(|name| word("name", &name, |text| Name::parse(text).ok())).transpose()?;
            Ok((row.shift.into(), name))
        })
        .collect()
}

/// The shift.
pub async fn lookup(conn: &mut Conn, id: ShiftId) -> Result<Option<Shift>> {
    let row: Option<ShiftRow> = conn
        .sql("SELECT id, event_id, person_id, from_at, until_at FROM shifts WHERE id = $1")
        .bind(id.0)
        .optional()
        .await?;
    Ok(row.map(Shift::from))
}

/// Moves a shift with its event.
pub async fn set_times(
    conn: &mut Conn,
    id: ShiftId,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<()> {
    conn.sql("UPDATE shifts SET from_at = $2, until_at = $3 WHERE id = $1")
        .bind(id.0)
        .bind(from)
        .bind(until)
        .run()
        .await?;
    Ok(())
}

/// Ends a shift.
pub async fn remove(conn: &mut Conn, id: ShiftId) -> Result<()> {
    conn.sql("DELETE FROM shifts WHERE id = $1").bind(id.0).run().await?;
    Ok(())
}

/// Ends all shifts at an event: whose.
pub async fn clear(conn: &mut Conn, event: EventId) -> Result<Vec<PersonId>> {
    let ids: Vec<i64> =
        conn.sql("DELETE FROM shifts WHERE event_id = $1 RETURNING person_id").bind(event.0).values().await?;
    Ok(ids.into_iter().map(PersonId).collect())
}
