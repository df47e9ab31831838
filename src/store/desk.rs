//! Statements on events as those who run them see them: drafts as well, by shelf, and what takes up a place or a speaker.
//! Events as people meet them are in `events`.

use super::{Conn, Result, rows::LineRow, rows::word};
use crate::domain::{Booked, EventId, EventLine, EventStatus, PersonId, Shelf};
use chrono::{DateTime, NaiveDateTime, Utc};

/// Replaces who speaks at an event and its picture.
pub async fn set_extras(
    conn: &mut Conn,
    id: EventId,
    speakers: &[String],
    photo: Option<&str>,
) -> Result<()> {
    conn.sql("UPDATE events SET speakers = $2, photo = $3 WHERE id = $1")
        .bind(id.0)
        .bind(speakers.join("\n"))
        .bind(photo)
        .run()
        .await?;
    Ok(())
}

/// Puts an event away, or takes it back.
pub async fn set_archived(conn: &mut Conn, id: EventId, at: Option<DateTime<Utc>>) -> Result<()> {
    conn.sql("UPDATE events SET archived_at = $2 WHERE id = $1").bind(id.0).bind(at).run().await?;
    Ok(())
}

/// Whether an event is put away.
pub async fn is_archived(conn: &mut Conn, id: EventId) -> Result<bool> {
    let at: Option<Option<DateTime<Utc>>> =
        conn.sql("SELECT archived_at FROM events WHERE id = $1").bind(id.0).optional_value().await?;
    Ok(at.flatten().is_some())
}

/// A statement on the events of a shelf that somebody works on; `NULL` as the worker means all. One text, so that a page
/// and its total cannot disagree.
macro_rules! on_shelf {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM events WHERE CASE $2
                 WHEN 'drafts' THEN status = 'draft' AND archived_at IS NULL
                 WHEN 'coming' THEN status = 'published' AND archived_at IS NULL AND starts_at >= $3
                 WHEN 'past' THEN status <> 'draft' AND archived_at IS NULL AND (starts_at < $3 OR status <> 'published')
                 ELSE archived_at IS NOT NULL END
              AND ($1 IS NULL OR EXISTS (
                      SELECT 1 FROM scopes AS s WHERE s.person_id = $1
                      AND (s.level IS NULL OR s.level = events.level)
                      AND (s.district IS NULL OR s.district = events.district)
                      AND (s.organisation IS NULL OR s.organisation = events.organisation))
                  OR EXISTS (SELECT 1 FROM hosts AS h JOIN scopes AS s ON s.organisation = h.organisation
                      WHERE s.person_id = $1 AND h.event_id = events.id AND h.approved_at IS NOT NULL)) ",
            $tail
        )
    };
}

#[derive(sqlx::FromRow)]
struct ShelfRow {
    #[sqlx(flatten)]
    line: LineRow,
    status: String,
}

/// A page of a shelf: past ones latest first, the others in order of start.
pub async fn list(
    conn: &mut Conn,
    worker: Option<PersonId>,
    shelf: Shelf,
    now: DateTime<Utc>,
    limit: u32,
    offset: u32,
) -> Result<Vec<(EventLine, EventStatus)>> {
    let rows: Vec<ShelfRow> = conn
        .sql(on_shelf!(
            "SELECT id, title_kk, title_ru, title_en, starts_at, district, capacity, status,
                 (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
                  WHERE event_id = page.id AND standing IN ('seated', 'offered')) AS taken,
                 (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
                  WHERE event_id = page.id AND standing = 'waiting') AS waiting
             FROM (SELECT *",
            "ORDER BY CASE WHEN $2 IN ('past', 'archived') THEN NULL ELSE starts_at END, starts_at DESC, id
             LIMIT $4 OFFSET $5) AS page
             ORDER BY CASE WHEN $2 IN ('past', 'archived') THEN NULL ELSE starts_at END, starts_at DESC, id"
        ))
        .bind(worker.map(|person| person.0))
        .bind(shelf.slug())
        .bind(now)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter()
        .map(|row| Ok((row.line.try_into()?, word("status", &row.status, EventStatus::parse)?)))
        .collect()
}

/// How many events there are on all pages of a shelf.
pub async fn count(
    conn: &mut Conn,
    worker: Option<PersonId>,
    shelf: Shelf,
    now: DateTime<Utc>,
) -> Result<u32> {
    conn.sql(on_shelf!("SELECT count(*)", ""))
        .bind(worker.map(|person| person.0))
        .bind(shelf.slug())
        .bind(now)
        .count()
        .await
}

#[derive(sqlx::FromRow)]
struct BookedRow {
    #[sqlx(flatten)]
    line: LineRow,
    local_start: NaiveDateTime,
    duration_min: i64,
    venue: String,
    speakers: String,
}

/// What is taken up by events that take place or may, and begin between two local times; one of them is left out.
pub async fn list_booked(
    conn: &mut Conn,
    from: NaiveDateTime,
    to: NaiveDateTime,
    but: Option<EventId>,
) -> Result<Vec<(EventLine, Booked)>> {
    let rows: Vec<BookedRow> = conn
        .sql(
            "SELECT id, title_kk, title_ru, title_en, starts_at, district, capacity,
                 CAST(0 AS BIGINT) AS taken, CAST(0 AS BIGINT) AS waiting,
                 local_start, duration_min, venue, speakers
             FROM events WHERE status IN ('draft', 'published') AND archived_at IS NULL
               AND local_start >= $1 AND local_start < $2 AND ($3 IS NULL OR id <> $3) ORDER BY local_start, id",
        )
        .bind(from)
        .bind(to)
        .bind(but.map(|id| id.0))
        .all()
        .await?;
    rows.into_iter()
        .map(|row| {
            let booked = Booked {
                start: row.local_start,
                minutes: row.duration_min as u32,
                venue: row.venue,
                speakers: row.speakers.lines().map(str::to_owned).collect(),
            };
            Ok((row.line.try_into()?, booked))
        })
        .collect()
}
