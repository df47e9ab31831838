//! Statements on the people of an event as those who work on it see them: registration, name and arrival together.

use super::{
    Conn, Error, Result,
    rows::{RegistrationRow, word},
};
use crate::domain::{EventId, Group, Groups, GuestLine, Name, Party, Phone, RegistrationId};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

#[derive(sqlx::FromRow)]
struct GuestRow {
    #[sqlx(flatten)]
    registration: RegistrationRow,
    created_at: DateTime<Utc>,
    name: Option<String>,
    place: Option<i64>,
    came: Option<i64>,
    came_at: Option<DateTime<Utc>>,
}

impl TryFrom<GuestRow> for GuestLine {
    type Error = Error;

    fn try_from(row: GuestRow) -> Result<Self> {
        let came = row.came.and_then(|people| Party::new(people as u32)).zip(row.came_at);
        Ok(GuestLine {
            registration: row.registration.try_into()?,
            name: row.name.map(|name| word("name", &name, |name| Name::parse(name).ok())).transpose()?,
            place: row.place.map(|place| place as u32),
            since: row.created_at,
            came,
        })
    }
}

/// A statement on registrations `r` with everything that belongs to a line. The condition and the rest follow.
macro_rules! guests {
    ($tail:literal) => {
        concat!(
            "SELECT r.*, p.name, a.party AS came, a.at AS came_at,
                 CASE WHEN r.standing = 'waiting' THEN (SELECT count(*) FROM registrations w
                     WHERE w.event_id = r.event_id AND w.standing = 'waiting' AND w.id <= r.id) END AS place
             FROM registrations r LEFT JOIN people p ON p.id = r.person_id
             LEFT JOIN arrivals a ON a.registration_id = r.id AND a.undone_at IS NULL ",
            $tail
        )
    };
}

/// One of an event's people, cancelled ones included.
pub async fn lookup(conn: &mut Conn, id: RegistrationId) -> Result<Option<GuestLine>> {
    let row: Option<GuestRow> = conn.sql(guests!("WHERE r.id = $1")).bind(id.0).optional().await?;
    row.map(GuestLine::try_from).transpose()
}

/// A page of a group of an event's people, in order of signing up.
pub async fn list(
    conn: &mut Conn,
    event: EventId,
    group: Group,
    limit: u32,
    offset: u32,
) -> Result<Vec<GuestLine>> {
    let rows: Vec<GuestRow> = conn
        .sql(guests!(
            "WHERE r.event_id = $1 AND r.standing <> 'cancelled' AND (
                 $2 = 'all'
                 OR ($2 = 'seated' AND r.standing = 'seated')
                 OR ($2 = 'waiting' AND r.standing <> 'seated')
                 OR ($2 = 'coming' AND r.standing = 'seated' AND r.confirmed_at IS NOT NULL)
                 OR ($2 = 'came' AND a.id IS NOT NULL)
                 OR ($2 = 'absent' AND r.standing = 'seated' AND a.id IS NULL))
             ORDER BY r.id LIMIT $3 OFFSET $4"
        ))
        .bind(event.0)
        .bind(group.slug())
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(GuestLine::try_from).collect()
}

/// How many registrations of an event each group has.
pub async fn count(conn: &mut Conn, event: EventId) -> Result<Groups> {
    let (all, seated, waiting, coming, came, absent): (i64, i64, i64, i64, i64, i64) = conn
        .sql(
            "SELECT count(*),
                 count(CASE WHEN r.standing = 'seated' THEN 1 END),
                 count(CASE WHEN r.standing <> 'seated' THEN 1 END),
                 count(CASE WHEN r.standing = 'seated' AND r.confirmed_at IS NOT NULL THEN 1 END),
                 count(a.id),
                 count(CASE WHEN r.standing = 'seated' AND a.id IS NULL THEN 1 END)
             FROM registrations r
             LEFT JOIN arrivals a ON a.registration_id = r.id AND a.undone_at IS NULL
             WHERE r.event_id = $1 AND r.standing <> 'cancelled'",
        )
        .bind(event.0)
        .one()
        .await?;
    Ok(Groups([all, seated, waiting, coming, came, absent].map(|people| people as u32)))
}

/// The phones of an event's people, as far as they are known. For whoever may have them.
pub async fn list_phones(conn: &mut Conn, event: EventId) -> Result<BTreeMap<RegistrationId, Phone>> {
    let rows: Vec<(i64, String)> = conn
        .sql(
            "SELECT r.id, p.phone FROM registrations r JOIN people p ON p.id = r.person_id
             WHERE r.event_id = $1 AND r.standing <> 'cancelled' AND p.phone IS NOT NULL",
        )
        .bind(event.0)
        .all()
        .await?;
    rows.into_iter()
        .map(|(id, phone)| Ok((RegistrationId(id), word("phone", &phone, |text| Phone::parse(text).ok())?)))
        .collect()
}
