//! Statements on people: language, details, consent, reachability, erasure.

use super::{
    Conn, Result,
    rows::{PersonRow, word},
};
use crate::domain::{Details, EventId, Language, Name, Person, PersonId, RegistrationRecord};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// The person, if they have spoken to us.
pub async fn lookup(conn: &mut Conn, id: PersonId) -> Result<Option<Person>> {
    let row: Option<PersonRow> = conn.sql(
        "SELECT id, language, name, phone, district, consent_version, consent_at FROM people WHERE id = $1",
    )
    .bind(id.0)
    .optional()
    .await?;
    row.map(Person::try_from).transpose()
}

/// The person with the state of their conversation, and whether they may have work: most have none, and nobody asks
/// further. Somebody who was taken for unreachable is not found: they are to be noted down again.
pub async fn lookup_in_dialogue(
    conn: &mut Conn,
    id: PersonId,
) -> Result<Option<(Person, Option<String>, bool)>> {
    let row: Option<DialogueRow> = conn.sql(
        "SELECT p.id, p.language, p.name, p.phone, p.district, p.consent_version, p.consent_at, d.state AS dialogue,
                (EXISTS (SELECT 1 FROM scopes s WHERE s.person_id = p.id)
                 OR EXISTS (SELECT 1 FROM shifts s WHERE s.person_id = p.id)
                 OR EXISTS (SELECT 1 FROM speakers s WHERE s.person_id = p.id)) AS is_staff
         FROM people p LEFT JOIN dialogues d ON d.person_id = p.id WHERE p.id = $1 AND p.unreachable_at IS NULL",
    )
    .bind(id.0)
    .optional()
    .await?;
    row.map(|row| Ok((row.person.try_into()?, row.dialogue, row.is_staff))).transpose()
}

/// The person, and whether messages to them are worth trying.
pub async fn lookup_reachable(conn: &mut Conn, id: PersonId) -> Result<Option<(Person, bool)>> {
    let row: Option<ReachableRow> = conn.sql(
        "SELECT id, language, name, phone, district, consent_version, consent_at, unreachable_at IS NULL AS reachable
         FROM people WHERE id = $1",
    )
    .bind(id.0)
    .optional()
    .await?;
    row.map(|row| Ok((row.person.try_into()?, row.reachable))).transpose()
}

#[derive(sqlx::FromRow)]
struct ReachableRow {
    #[sqlx(flatten)]
    person: PersonRow,
    reachable: bool,
}

#[derive(sqlx::FromRow)]
struct DialogueRow {
    #[sqlx(flatten)]
    person: PersonRow,
    dialogue: Option<String>,
    is_staff: bool,
}

/// Notes that the person exists and can be reached; sets the language only if none is known.
pub async fn add(
    conn: &mut Conn,
    id: PersonId,
    language: Option<Language>,
    now: DateTime<Utc>,
) -> Result<()> {
    conn.sql(
        "INSERT INTO people (id, language, created_at) VALUES ($1, $2, $3)
         ON CONFLICT (id) DO UPDATE SET unreachable_at = NULL, language = coalesce(people.language, excluded.language)",
    )
    .bind(id.0)
    .bind(language.map(Language::code))
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Sets the language of the interface.
pub async fn set_language(conn: &mut Conn, id: PersonId, language: Language) -> Result<()> {
    conn.sql("UPDATE people SET language = $2 WHERE id = $1").bind(id.0).bind(language.code()).run().await?;
    Ok(())
}

/// Keeps the details for the next sign-up, and the consent they were given under; notes that the person exists and can
/// be reached.
pub async fn set_details(
    conn: &mut Conn,
    id: PersonId,
    details: &Details,
    consent: u32,
    now: DateTime<Utc>,
) -> Result<()> {
    conn.sql(
        "INSERT INTO people (id, name, phone, district, consent_version, consent_at, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $6)
         ON CONFLICT (id) DO UPDATE SET
             unreachable_at = NULL, name = excluded.name, phone = coalesce(excluded.phone, people.phone),
             district = excluded.district, consent_version = excluded.consent_version,
             consent_at = CASE WHEN people.consent_version = excluded.consent_version
                 THEN people.consent_at ELSE excluded.consent_at END",
    )
    .bind(id.0)
    .bind(details.name.as_str())
    .bind(details.phone.as_ref().map(crate::domain::Phone::as_str))
    .bind(details.district.map(crate::domain::District::slug))
    .bind(i64::from(consent))
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Notes somebody who has no Telegram, under a number that stands for them: nothing can be sent to them.
pub async fn add_stand_in(
    conn: &mut Conn,
    stand_in: PersonId,
    details: &Details,
    consent: u32,
    now: DateTime<Utc>,
) -> Result<()> {
    set_details(conn, stand_in, details, consent, now).await?;
    set_unreachable(conn, stand_in, now).await
}

/// Marks that Telegram no longer delivers to them.
pub async fn set_unreachable(conn: &mut Conn, id: PersonId, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE people SET unreachable_at = $2 WHERE id = $1").bind(id.0).bind(now).run().await?;
    Ok(())
}

/// Since when we know them.
pub async fn known_since(conn: &mut Conn, id: PersonId) -> Result<Option<DateTime<Utc>>> {
    conn.sql("SELECT created_at FROM people WHERE id = $1").bind(id.0).optional_value().await
}

#[derive(sqlx::FromRow)]
struct RecordRow {
    title: String,
    starts_at: DateTime<Utc>,
    standing: String,
    #[sqlx(try_from = "i64")]
    party: u32,
    created_at: DateTime<Utc>,
    arrived_at: Option<DateTime<Utc>>,
    arrived_party: Option<i64>,
    came: Option<bool>,
    rating: Option<i64>,
    comment: Option<String>,
}

/// Every registration they ever made, for their own reading.
pub async fn list_registrations(conn: &mut Conn, id: PersonId) -> Result<Vec<RegistrationRecord>> {
    let rows: Vec<RecordRow> = conn.sql(
        "SELECT coalesce(e.title_kk, e.title_ru, e.title_en, '') AS title, e.starts_at, r.standing, r.party,
                r.created_at, a.at AS arrived_at, a.party AS arrived_party, f.came, f.rating, f.comment
         FROM registrations r
         JOIN events e ON e.id = r.event_id
         LEFT JOIN arrivals a ON a.registration_id = r.id AND a.undone_at IS NULL
         LEFT JOIN feedback f ON f.registration_id = r.id
         WHERE r.person_id = $1 ORDER BY r.id",
    )
    .bind(id.0)
    .all()
    .await?;
    let record = |row: RecordRow| RegistrationRecord {
        event: row.title,
        starts_at: row.starts_at,
        standing: row.standing,
        party: row.party,
        created_at: row.created_at,
        arrived_at: row.arrived_at,
        arrived_party: row.arrived_party.map(|party| party as u32),
        came: row.came,
        rating: row.rating.map(|rating| rating as u32),
        comment: row.comment,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Names of those who hold seats at an event, in order, with their registrations.
pub async fn list_names(
    conn: &mut Conn,
    event: EventId,
) -> Result<Vec<(crate::domain::RegistrationId, Name)>> {
    let mut rows: Vec<(String, i64)> = conn
        .sql(
            "SELECT p.name, r.id FROM registrations r JOIN people p ON p.id = r.person_id
             WHERE r.event_id = $1 AND r.standing IN ('seated', 'offered', 'waiting') AND p.name IS NOT NULL",
        )
        .bind(event.0)
        .all()
        .await?;
    // Not by the database: every server has an order of its own.
    rows.sort_unstable();
    rows.into_iter()
        .map(|(name, id)| {
            Ok((crate::domain::RegistrationId(id), word("name", &name, |text| Name::parse(text).ok())?))
        })
        .collect()
}

/// Removes everything that names the person. Their registrations stay as numbers under `stand_in`, which belongs to
/// nobody, so that counts of past events stay true.
pub async fn erase(conn: &mut Conn, id: PersonId, stand_in: PersonId) -> Result<()> {
    for statement in [
        "DELETE FROM people WHERE id = $1",
        "DELETE FROM dialogues WHERE person_id = $1",
        "DELETE FROM outbox WHERE person_id = $1",
        "DELETE FROM mutes WHERE person_id = $1",
        "DELETE FROM boards WHERE person_id = $1",
        // What was answered stays for those who heard it; other words of theirs go.
        "DELETE FROM votes WHERE question_id IN (
             SELECT id FROM questions WHERE person_id = $1 AND answer IS NULL)",
        "DELETE FROM questions WHERE person_id = $1 AND answer IS NULL",
        // What they said stays as numbers; their words go.
        "UPDATE feedback SET comment = NULL WHERE registration_id IN (
             SELECT id FROM registrations WHERE person_id = $1)",
    ] {
        conn.sql(statement).bind(id.0).run().await?;
    }
    for statement in [
        "UPDATE registrations SET person_id = $2 WHERE person_id = $1",
        // Their numbers stay, so that none of these updates is taken for a new one.
        "UPDATE inbox SET person_id = $2, body = NULL WHERE person_id = $1 AND state <> 'new'",
        "UPDATE arrivals SET by_id = $2 WHERE by_id = $1",
        "UPDATE arrivals SET undone_by = $2 WHERE undone_by = $1",
        "UPDATE walk_ins SET person_id = $2, fingerprint = NULL WHERE person_id = $1",
        "UPDATE walk_ins SET by_id = $2 WHERE by_id = $1",
        "UPDATE walk_ins SET undone_by = $2 WHERE undone_by = $1",
        "UPDATE head_counts SET by_id = $2 WHERE by_id = $1",
        "UPDATE head_counts SET undone_by = $2 WHERE undone_by = $1",
        "UPDATE broadcasts SET author_id = $2 WHERE author_id = $1",
        "UPDATE audit SET by_id = $2 WHERE by_id = $1",
        "UPDATE questions SET person_id = $2 WHERE person_id = $1",
        "UPDATE questions SET answered_by = $2 WHERE answered_by = $1",
        "UPDATE votes SET person_id = $2 WHERE person_id = $1",
        "UPDATE materials SET added_by = $2 WHERE added_by = $1",
        "UPDATE reports SET confirmed_by = $2 WHERE confirmed_by = $1",
        "UPDATE corrections SET by_id = $2 WHERE by_id = $1",
    ] {
        conn.sql(statement).bind(id.0).bind(stand_in.0).run().await?;
    }
    Ok(())
}

/// Everybody, with the day they became known, for repeating erasures after a restore.
pub async fn list_ids(conn: &mut Conn) -> Result<Vec<(PersonId, DateTime<Utc>)>> {
    let ids: Vec<(i64, DateTime<Utc>)> = conn.sql("SELECT id, created_at FROM people").all().await?;
    Ok(ids.into_iter().map(|(id, since)| (PersonId(id), since)).collect())
}

/// Fingerprints of everybody who was erased from this database, and when they last were.
pub async fn list_erasures(conn: &mut Conn) -> Result<HashMap<String, DateTime<Utc>>> {
    let known: Vec<(String, DateTime<Utc>)> =
        conn.sql("SELECT fingerprint, erased_at FROM erasures").all().await?;
    Ok(known.into_iter().collect())
}

/// People who hold details though their last event ended before `before`: their term of storage is over.
pub async fn list_expired(conn: &mut Conn, before: DateTime<Utc>, limit: u32) -> Result<Vec<PersonId>> {
    let ids: Vec<i64> = conn
        .sql(
            "SELECT p.id FROM people p
         WHERE p.name IS NOT NULL AND p.consent_at < $1 AND NOT EXISTS (
             SELECT 1 FROM registrations r JOIN events e ON e.id = r.event_id
             WHERE r.person_id = p.id AND e.starts_at >= $1)
             AND NOT EXISTS (SELECT 1 FROM walk_ins w WHERE w.person_id = p.id AND w.at >= $1)
         LIMIT $2",
        )
        .bind(before)
        .bind(i64::from(limit))
        .values()
        .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// Records that a person asked to be forgotten.
pub async fn add_erasure(conn: &mut Conn, fingerprint: &str, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO erasures (fingerprint, erased_at) VALUES ($1, $2)
         ON CONFLICT (fingerprint) DO UPDATE SET erased_at = excluded.erased_at",
    )
    .bind(fingerprint)
    .bind(now)
    .run()
    .await?;
    Ok(())
}
