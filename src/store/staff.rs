//! Statements on people of the staff as such: their names, and everything of theirs at once. What they may do is in
//! `scopes`, `shifts`, `speakers` and `hosts`.

use super::{Conn, Result, rows::word};
use crate::domain::{Name, PersonId};
use chrono::{DateTime, Utc};

/// Notes what Telegram calls somebody who takes up work.
pub async fn set(conn: &mut Conn, person: PersonId, name: Option<&Name>, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO staff (person_id, name, since) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET name = coalesce(excluded.name, staff.name)",
    )
    .bind(person.0)
    .bind(name.map(Name::as_str))
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// What Telegram called them, and since when they work.
pub async fn lookup(conn: &mut Conn, person: PersonId) -> Result<Option<(Option<Name>, DateTime<Utc>)>> {
    let row: Option<(Option<String>, DateTime<Utc>)> =
        conn.sql("SELECT name, since FROM staff WHERE person_id = $1").bind(person.0).optional().await?;
    row.map(|(name, since)| Ok((named(name)?, since))).transpose()
}

/// A page of those who run events, in order of their first scope.
pub async fn list(conn: &mut Conn, limit: u32, offset: u32) -> Result<Vec<(PersonId, Option<Name>)>> {
    let rows: Vec<(i64, Option<String>)> = conn
        .sql(
            "SELECT s.person_id, min(p.name) FROM scopes s LEFT JOIN staff p ON p.person_id = s.person_id
             GROUP BY s.person_id ORDER BY min(s.id) LIMIT $1 OFFSET $2",
        )
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(|(person, name)| Ok((PersonId(person), named(name)?))).collect()
}

/// How many run events.
pub async fn count(conn: &mut Conn) -> Result<u32> {
    conn.sql("SELECT count(DISTINCT person_id) FROM scopes").count().await
}

fn named(name: Option<String>) -> Result<Option<Name>> {
    name.map(|name| word("name", &name, |text| Name::parse(text).ok())).transpose()
}

/// Takes all work from a person and forgets their name; what they have done stays under `stand_in`.
pub async fn clear(conn: &mut Conn, person: PersonId, stand_in: i64) -> Result<()> {
    for statement in [
        "DELETE FROM scopes WHERE person_id = $1",
        "DELETE FROM shifts WHERE person_id = $1",
        "DELETE FROM speakers WHERE person_id = $1",
        "DELETE FROM staff WHERE person_id = $1",
    ] {
        conn.sql(statement).bind(person.0).run().await?;
    }
    for statement in [
        "UPDATE invitations SET by_id = $2 WHERE by_id = $1",
        "UPDATE invitations SET used_by = $2 WHERE used_by = $1",
        "UPDATE hosts SET asked_by = $2 WHERE asked_by = $1",
        "UPDATE hosts SET approved_by = $2 WHERE approved_by = $1",
        // What was done to them stays as well, and no longer says to whom.
        "UPDATE audit SET object = 'person:' || CAST($2 AS TEXT) WHERE object = 'person:' || CAST($1 AS TEXT)",
    ] {
        conn.sql(statement).bind(person.0).bind(stand_in).run().await?;
    }
    Ok(())
}

/// Forgets work that was over before `before`, and the names of those who have none left.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<()> {
    for statement in [
        "DELETE FROM shifts WHERE until_at < $1",
        "DELETE FROM speakers WHERE event_id IN (SELECT id FROM events WHERE starts_at < $1)",
        "DELETE FROM invitations WHERE expires_at < $1
             AND NOT EXISTS (SELECT 1 FROM shifts s WHERE s.invitation_id = invitations.id)",
        "DELETE FROM staff WHERE since < $1
             AND NOT EXISTS (SELECT 1 FROM scopes s WHERE s.person_id = staff.person_id)
             AND NOT EXISTS (SELECT 1 FROM shifts s WHERE s.person_id = staff.person_id)
             AND NOT EXISTS (SELECT 1 FROM speakers s WHERE s.person_id = staff.person_id)",
    ] {
        conn.sql(statement).bind(before).run().await?;
    }
    Ok(())
}
