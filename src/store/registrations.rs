//! Statements on registrations: seats, the waiting list, offers.

use super::{Conn, Result, rows::RegistrationRow};
use crate::domain::{EventId, Party, PersonId, Registration, RegistrationId, Standing};
use chrono::{DateTime, Utc};

/// The registration, cancelled ones included.
pub async fn lookup(conn: &mut Conn, id: RegistrationId) -> Result<Option<Registration>> {
    let row: Option<RegistrationRow> =
        conn.sql("SELECT * FROM registrations WHERE id = $1").bind(id.0).optional().await?;
    row.map(Registration::try_from).transpose()
}

/// Holds everybody else back who would change the registration's event or its registrations, as `events::lock` does.
/// What was read of it before may have changed.
pub async fn lock(conn: &mut Conn, id: RegistrationId) -> Result<()> {
    if !conn.is_sqlite() {
        conn.sql(
            "SELECT e.id FROM events e JOIN registrations r ON r.event_id = e.id WHERE r.id = $1
             FOR NO KEY UPDATE OF e",
        )
        .bind(id.0)
        .optional_value::<i64>()
        .await?;
    }
    Ok(())
}

/// The person's standing registration for the event.
pub async fn find(conn: &mut Conn, event: EventId, person: PersonId) -> Result<Option<Registration>> {
    let row: Option<RegistrationRow> = conn
        .sql("SELECT * FROM registrations WHERE event_id = $1 AND person_id = $2 AND standing <> 'cancelled'")
        .bind(event.0)
        .bind(person.0)
        .optional()
        .await?;
    row.map(Registration::try_from).transpose()
}

/// The registration with this short code at the event, cancelled ones included.
pub async fn find_by_code(conn: &mut Conn, event: EventId, code: &str) -> Result<Option<Registration>> {
    let row: Option<RegistrationRow> = conn
        .sql("SELECT * FROM registrations WHERE event_id = $1 AND code = $2")
        .bind(event.0)
        .bind(code)
        .optional()
        .await?;
    row.map(Registration::try_from).transpose()
}

/// Adds a registration. `false` as the second part when the code is taken and another must be drawn.
pub async fn add(
    conn: &mut Conn,
    event: EventId,
    person: PersonId,
    party: Party,
    standing: Standing,
    code: &str,
    now: DateTime<Utc>,
) -> Result<Option<RegistrationId>> {
    let id: Option<i64> = conn
        .sql(
            "INSERT INTO registrations (event_id, person_id, party, standing, code, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (event_id, code) DO NOTHING RETURNING id",
        )
        .bind(event.0)
        .bind(person.0)
        .bind(i64::from(party.size()))
        .bind(standing.slug())
        .bind(code)
        .bind(now)
        .optional_value()
        .await?;
    Ok(id.map(RegistrationId))
}

/// Moves a registration to another standing.
pub async fn set_standing(
    conn: &mut Conn,
    id: RegistrationId,
    standing: Standing,
    now: DateTime<Utc>,
) -> Result<()> {
    let until = if let Standing::Offered { until } = standing { Some(until) } else { None };
    conn.sql(
        "UPDATE registrations SET standing = $2, offer_until = $3,
             cancelled_at = CASE WHEN $2 = 'cancelled' THEN $4 END WHERE id = $1",
    )
    .bind(id.0)
    .bind(standing.slug())
    .bind(until)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Changes the number of people.
pub async fn set_party(conn: &mut Conn, id: RegistrationId, party: Party) -> Result<()> {
    conn.sql("UPDATE registrations SET party = $2 WHERE id = $1")
        .bind(id.0)
        .bind(i64::from(party.size()))
        .run()
        .await?;
    Ok(())
}

/// Notes "I'm coming".
pub async fn set_confirmed(conn: &mut Conn, id: RegistrationId, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE registrations SET confirmed_at = $2 WHERE id = $1").bind(id.0).bind(now).run().await?;
    Ok(())
}

/// Place on the waiting list, from 1, of a registration that waits.
pub async fn place(conn: &mut Conn, event: EventId, id: RegistrationId) -> Result<u32> {
    conn.sql("SELECT count(*) FROM registrations WHERE event_id = $1 AND standing = 'waiting' AND id <= $2")
        .bind(event.0)
        .bind(id.0)
        .count()
        .await
}

/// The head of the waiting list in order of joining, as long as seats could be handed out to it.
pub async fn list_waiting(
    conn: &mut Conn,
    event: EventId,
    limit: u32,
) -> Result<Vec<(RegistrationId, PersonId, Party)>> {
    let rows: Vec<(i64, i64, i64)> = conn.sql(
        "SELECT id, person_id, party FROM registrations WHERE event_id = $1 AND standing = 'waiting' ORDER BY id LIMIT $2",
    )
    .bind(event.0)
    .bind(i64::from(limit))
    .all()
    .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, person, party)| {
            Some((RegistrationId(id), PersonId(person), Party::new(party as u32)?))
        })
        .collect())
}

/// Offers that have ended.
pub async fn list_lapsed(conn: &mut Conn, now: DateTime<Utc>, limit: u32) -> Result<Vec<Registration>> {
    let rows: Vec<RegistrationRow> = conn.sql(
        "SELECT * FROM registrations WHERE standing = 'offered' AND offer_until <= $1 ORDER BY offer_until LIMIT $2",
    )
    .bind(now)
    .bind(i64::from(limit))
    .all()
    .await?;
    rows.into_iter().map(Registration::try_from).collect()
}

/// The person's standing registrations for events that begin at or after `from` (or before it, `past`), in order of
/// start; past ones latest first.
pub async fn list_by_person(
    conn: &mut Conn,
    person: PersonId,
    from: DateTime<Utc>,
    past: bool,
    limit: u32,
    offset: u32,
) -> Result<Vec<Registration>> {
    let rows: Vec<RegistrationRow> = conn
        .sql(
            "SELECT r.* FROM registrations r JOIN events e ON e.id = r.event_id
         WHERE r.person_id = $1 AND r.standing IN ('seated', 'offered', 'waiting') AND (e.starts_at < $2) = $3
         ORDER BY CASE WHEN $3 THEN NULL ELSE e.starts_at END, e.starts_at DESC, e.id LIMIT $4 OFFSET $5",
        )
        .bind(person.0)
        .bind(from)
        .bind(past)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(Registration::try_from).collect()
}

/// How many of them there are on all pages.
pub async fn count_by_person(
    conn: &mut Conn,
    person: PersonId,
    from: DateTime<Utc>,
    past: bool,
) -> Result<u32> {
    conn.sql(
        "SELECT count(*) FROM registrations r JOIN events e ON e.id = r.event_id
         WHERE r.person_id = $1 AND r.standing IN ('seated', 'offered', 'waiting') AND (e.starts_at < $2) = $3",
    )
    .bind(person.0)
    .bind(from)
    .bind(past)
    .count()
    .await
}

/// How many registrations of an event hold seats or wait.
pub async fn count_standing(conn: &mut Conn, event: EventId) -> Result<u32> {
    conn.sql(
        "SELECT count(*) FROM registrations WHERE event_id = $1 AND standing IN ('seated', 'offered', 'waiting')",
    )
    .bind(event.0)
    .count()
    .await
}

/// Everybody who holds seats or waits at an event, in order of joining, from a registration on; for notices to all.
pub async fn list_standing(
    conn: &mut Conn,
    event: EventId,
    after: RegistrationId,
    limit: u32,
) -> Result<Vec<(RegistrationId, PersonId)>> {
    let rows: Vec<(i64, i64)> = conn.sql(
        "SELECT id, person_id FROM registrations
         WHERE event_id = $1 AND standing IN ('seated', 'offered', 'waiting') AND id > $2 ORDER BY id LIMIT $3",
    )
    .bind(event.0)
    .bind(after.0)
    .bind(i64::from(limit))
    .all()
    .await?;
    Ok(rows.into_iter().map(|(id, person)| (RegistrationId(id), PersonId(person))).collect())
}
