//! Statements on arrivals at the door.

use super::{Conn, Error, Result, head_counts};
use crate::domain::{
    Arrival, ArrivalId, DoorCounts, EventId, Found, Guest, Name, Party, PersonId, RegistrationId,
};
use chrono::{DateTime, Utc};
use sqlx::FromRow;

#[derive(FromRow)]
struct ArrivalRow {
    id: i64,
    registration_id: i64,
    event_id: i64,
    name: Option<String>,
    #[sqlx(try_from = "i64")]
    registered: u32,
    #[sqlx(try_from = "i64")]
    party: u32,
    at: DateTime<Utc>,
    by_id: i64,
}

impl TryFrom<ArrivalRow> for Arrival {
    type Error = Error;

    fn try_from(row: ArrivalRow) -> Result<Self> {
        let party = |size| Party::new(size).ok_or(Error::Unknown("party"));
        Ok(Arrival {
            id: ArrivalId(row.id),
            guest: Guest {
                registration: RegistrationId(row.registration_id),
                event: EventId(row.event_id),
                name: row.name.and_then(|name| Name::parse(&name).ok()),
                party: party(row.registered)?,
            },
            came: party(row.party)?,
            at: row.at,
            by: PersonId(row.by_id),
        })
    }
}

/// Columns of an arrival with its guest. The rest of a statement follows.
macro_rules! arrivals {
    ($tail:literal) => {
        concat!(
            "SELECT a.id, a.registration_id, a.event_id, p.name, r.party AS registered, a.party, a.at, a.by_id
             FROM arrivals a JOIN registrations r ON r.id = a.registration_id LEFT JOIN people p ON p.id = r.person_id ",
            $tail
        )
    };
}

/// The arrival, unless it was taken back.
pub async fn lookup(conn: &mut Conn, id: ArrivalId) -> Result<Option<Arrival>> {
    let row: Option<ArrivalRow> =
        conn.sql(arrivals!("WHERE a.id = $1 AND a.undone_at IS NULL")).bind(id.0).optional().await?;
    row.map(Arrival::try_from).transpose()
}

/// The arrival in force of a registration.
pub async fn find(conn: &mut Conn, registration: RegistrationId) -> Result<Option<Arrival>> {
    let row: Option<ArrivalRow> = conn
        .sql(arrivals!("WHERE a.registration_id = $1 AND a.undone_at IS NULL"))
        .bind(registration.0)
        .optional()
        .await?;
    row.map(Arrival::try_from).transpose()
}

/// The last arrivals of an event, latest first.
pub async fn list_last(conn: &mut Conn, event: EventId, limit: u32) -> Result<Vec<Arrival>> {
    let rows: Vec<ArrivalRow> = conn
        .sql(arrivals!(
            "WHERE a.event_id = $1 AND a.undone_at IS NULL ORDER BY a.at DESC, a.id DESC LIMIT $2"
        ))
        .bind(event.0)
        .bind(i64::from(limit))
        .all()
        .await?;
    rows.into_iter().map(Arrival::try_from).collect()
}

/// Records an arrival; `None` when one is in force already.
pub async fn add(
    conn: &mut Conn,
    guest: &Guest,
    came: Party,
    by: PersonId,
    how: Found,
    now: DateTime<Utc>,
) -> Result<Option<ArrivalId>> {
    let id: Option<i64> = conn.sql(
        "INSERT INTO arrivals (registration_id, event_id, party, at, by_id, how) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT DO NOTHING RETURNING id",
    )
    .bind(guest.registration.0)
    .bind(guest.event.0)
    .bind(i64::from(came.size()))
    .bind(now)
    .bind(by.0)
    .bind(how.slug())
    .optional_value()
    .await?;
    Ok(id.map(ArrivalId))
}

/// Changes how many of the party came.
pub async fn set_party(conn: &mut Conn, id: ArrivalId, came: Party) -> Result<()> {
    conn.sql("UPDATE arrivals SET party = $2 WHERE id = $1")
        .bind(id.0)
        .bind(i64::from(came.size()))
        .run()
        .await?;
    Ok(())
}

/// Takes an arrival back; the row stays as a trace.
pub async fn undo(conn: &mut Conn, id: ArrivalId, by: PersonId, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE arrivals SET undone_at = $2, undone_by = $3 WHERE id = $1")
        .bind(id.0)
        .bind(now)
        .bind(by.0)
        .run()
        .await?;
    Ok(())
}

/// Live numbers of a door.
pub async fn count(conn: &mut Conn, event: EventId) -> Result<DoorCounts> {
    let (registrations, people): (i64, i64) = conn.sql(
        "SELECT count(*), CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations WHERE event_id = $1 AND standing = 'seated'",
    )
    .bind(event.0)
    .one()
    .await?;
    let (arrived, people_arrived): (i64, i64) = conn.sql(
        "SELECT count(*), CAST(coalesce(sum(party), 0) AS BIGINT) FROM arrivals WHERE event_id = $1 AND undone_at IS NULL",
    )
    .bind(event.0)
    .one()
    .await?;
    let walk_ins = conn
        .sql("SELECT count(*) FROM walk_ins WHERE event_id = $1 AND undone_at IS NULL")
        .bind(event.0)
        .count()
        .await?;
    Ok(DoorCounts {
        walk_ins,
        counted: head_counts::sum(conn, event).await?,
        registrations: registrations as u32,
        people: people as u32,
        arrived: arrived as u32,
        people_arrived: people_arrived as u32,
    })
}
