//! Statements on events: cards, lists, search, and what an import writes.

use super::{
    Conn, Result,
    rows::{EventRow, LineRow, SeatedEventRow, SeatsRow, join_languages},
};
use crate::domain::{
    District, Event, EventFacts, EventId, EventLine, EventStatus, Language, Level, Seats, Texts, normalise,
};
use chrono::{DateTime, Utc};

/// The event.
pub async fn lookup(conn: &mut Conn, id: EventId) -> Result<Option<Event>> {
    let row: Option<EventRow> =
        sqlx::query_as("SELECT * FROM events WHERE id = $1").bind(id.0).fetch_optional(conn).await?;
    row.map(Event::try_from).transpose()
}

/// The event with how full it is.
pub async fn lookup_with_seats(conn: &mut Conn, id: EventId) -> Result<Option<(Event, Seats)>> {
    let row: Option<SeatedEventRow> = sqlx::query_as(
        "SELECT *,
             (SELECT coalesce(sum(party), 0) FROM registrations
              WHERE event_id = $1 AND standing IN ('seated', 'offered')) AS taken,
             (SELECT coalesce(sum(party), 0) FROM registrations
              WHERE event_id = $1 AND standing = 'waiting') AS waiting
         FROM events WHERE id = $1",
    )
    .bind(id.0)
    .fetch_optional(conn)
    .await?;
    row.map(|row| Ok((row.event.try_into()?, row.seats.into()))).transpose()
}

/// The event of a deep link.
pub async fn find_by_code(conn: &mut Conn, code: &str) -> Result<Option<EventId>> {
    let id: Option<i64> =
        sqlx::query_scalar("SELECT id FROM events WHERE code = $1").bind(code).fetch_optional(conn).await?;
    Ok(id.map(EventId))
}

/// The event an organiser knows by this key.
pub async fn find_by_external_id(conn: &mut Conn, external_id: &str) -> Result<Option<Event>> {
    let row: Option<EventRow> = sqlx::query_as("SELECT * FROM events WHERE external_id = $1")
        .bind(external_id)
        .fetch_optional(conn)
        .await?;
    row.map(Event::try_from).transpose()
}

/// How full it is. Counted from rows, never kept as a number beside them.
pub async fn seats(conn: &mut Conn, id: EventId) -> Result<Seats> {
    let row: SeatsRow = sqlx::query_as(
        "SELECT (SELECT capacity FROM events WHERE id = $1) AS capacity,
             coalesce(sum(CASE WHEN standing <> 'waiting' THEN party END), 0) AS taken,
             coalesce(sum(CASE WHEN standing = 'waiting' THEN party END), 0) AS waiting
         FROM registrations WHERE event_id = $1 AND standing IN ('seated', 'offered', 'waiting')",
    )
    .bind(id.0)
    .fetch_one(conn)
    .await?;
    Ok(row.into())
}

/// What a list of published events is narrowed to.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// Starting at or after.
    pub from: DateTime<Utc>,
    /// Starting before, if bounded.
    pub to: Option<DateTime<Utc>>,
    /// In this district.
    pub district: Option<District>,
    /// At this level.
    pub level: Option<Level>,
    /// Spoken in this language.
    pub language: Option<Language>,
    /// Containing words that begin so; `None` for all, see [`Wanted::words`].
    pub matching: Option<String>,
}

impl Wanted {
    /// Every published event.
    pub const fn all() -> Self {
        Self {
            from: DateTime::<Utc>::UNIX_EPOCH,
            to: None,
            district: None,
            level: None,
            language: None,
            matching: None,
        }
    }

    /// Turns words as typed into a full-text query: every word must occur as the beginning of a word.
    /// `None` when nothing is left to search for.
    pub fn words(text: &str) -> Option<String> {
        // Quoted, because bare words like NEAR or OR would be operators.
        let terms: Vec<_> =
            normalise(text).split(' ').filter(|w| !w.is_empty()).map(|w| format!("\"{w}\"*")).collect();
        (!terms.is_empty()).then(|| terms.join(" "))
    }
}

/// The filter of lists. One text, so that a page and its total cannot disagree.
macro_rules! wanted {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM events WHERE status = 'published' AND starts_at >= $1 AND starts_at < coalesce($2, '9999')
              AND ($3 IS NULL OR district = $3) AND ($4 IS NULL OR level = $4)
              AND ($5 IS NULL OR instr(languages, $5) > 0)
              AND ($6 IS NULL OR id IN (SELECT rowid FROM event_search WHERE event_search MATCH $6)) ",
            $tail
        )
    };
}

macro_rules! bind_wanted {
    ($query:expr, $wanted:expr) => {
        $query
            .bind($wanted.from)
            .bind($wanted.to)
            .bind($wanted.district.map(District::slug))
            .bind($wanted.level.map(Level::slug))
            .bind($wanted.language.map(Language::code))
            .bind($wanted.matching.as_deref())
    };
}

/// A page of published events in order of start.
pub async fn list(conn: &mut Conn, wanted: &Wanted, limit: u32, offset: u32) -> Result<Vec<EventLine>> {
    let rows: Vec<LineRow> = bind_wanted!(
        sqlx::query_as(concat!(
            "SELECT id, title_kk, title_ru, title_en, starts_at, district, capacity,
                 (SELECT coalesce(sum(party), 0) FROM registrations
                  WHERE event_id = page.id AND standing IN ('seated', 'offered')) AS taken,
                 (SELECT coalesce(sum(party), 0) FROM registrations
                  WHERE event_id = page.id AND standing = 'waiting') AS waiting
             FROM (",
            wanted!("SELECT *", "ORDER BY starts_at, id LIMIT $7 OFFSET $8"),
            ") AS page ORDER BY starts_at, id"
        )),
        wanted
    )
    .bind(limit)
    .bind(offset)
    .fetch_all(conn)
    .await?;
    rows.into_iter().map(EventLine::try_from).collect()
}

/// How many published events there are on all pages.
pub async fn count(conn: &mut Conn, wanted: &Wanted) -> Result<u32> {
    Ok(bind_wanted!(sqlx::query_scalar(wanted!("SELECT count(*)", "")), wanted).fetch_one(conn).await?)
}

/// Starts of published events, for the calendar of a month.
pub async fn list_starts(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<DateTime<Utc>>> {
    Ok(bind_wanted!(sqlx::query_scalar(wanted!("SELECT starts_at", "ORDER BY starts_at")), wanted)
        .fetch_all(conn)
        .await?)
}

/// Adds an event as a draft.
pub async fn add(
    conn: &mut Conn,
    code: &str,
    facts: &EventFacts,
    starts_at: DateTime<Utc>,
) -> Result<EventId> {
    let id = sqlx::query_scalar(
        "INSERT INTO events (code, status, external_id, local_start, starts_at, level, duration_min, venue, address,
             languages, organisation, phone_required, companions)
         VALUES ($1, 'draft', $2, $3, $4, '', 0, '', '', '', '', 0, 0) RETURNING id",
    )
    .bind(code)
    .bind(&facts.external_id)
    .bind(facts.local_start)
    .bind(starts_at)
    .fetch_one(&mut *conn)
    .await
    .map(EventId)?;
    set_facts(conn, id, facts, starts_at, 0).await?;
    Ok(id)
}

/// Replaces what is said of an event.
pub async fn set_facts(
    conn: &mut Conn,
    id: EventId,
    facts: &EventFacts,
    starts_at: DateTime<Utc>,
    revision: u32,
) -> Result<()> {
    sqlx::query(
        "UPDATE events SET level = $2, district = $3, title_kk = $4, title_ru = $5, title_en = $6, description_kk = $7,
             description_ru = $8, description_en = $9, local_start = $10, starts_at = $11, duration_min = $12,
             venue = $13, address = $14, latitude = $15, longitude = $16, capacity = $17, expected = $18,
             languages = $19, organisation = $20, phone_required = $21, companions = $22, opens_at = $23,
             closes_at = $24, revision = $25
         WHERE id = $1",
    )
    .bind(id.0)
    .bind(facts.level.slug())
    .bind(facts.district.map(District::slug))
    .bind(&facts.title.kk)
    .bind(&facts.title.ru)
    .bind(&facts.title.en)
    .bind(&facts.description.kk)
    .bind(&facts.description.ru)
    .bind(&facts.description.en)
    .bind(facts.local_start)
    .bind(starts_at)
    .bind(facts.duration_min)
    .bind(&facts.venue)
    .bind(&facts.address)
    .bind(facts.point.map(|point| point.0))
    .bind(facts.point.map(|point| point.1))
    .bind(facts.capacity)
    .bind(facts.expected)
    .bind(join_languages(&facts.languages))
    .bind(&facts.organisation)
    .bind(facts.phone_required)
    .bind(facts.companions)
    .bind(facts.opens_at)
    .bind(facts.closes_at)
    .bind(revision)
    .execute(&mut *conn)
    .await?;
    index(conn, id, facts).await
}

/// Sets where an event stands in its life.
pub async fn set_status(conn: &mut Conn, id: EventId, status: EventStatus) -> Result<()> {
    sqlx::query("UPDATE events SET status = $2 WHERE id = $1")
        .bind(id.0)
        .bind(status.slug())
        .execute(conn)
        .await?;
    Ok(())
}

/// Puts the words of an event where the search looks.
async fn index(conn: &mut Conn, id: EventId, facts: &EventFacts) -> Result<()> {
    let texts = |texts: &Texts| [texts.kk.clone(), texts.ru.clone(), texts.en.clone()].into_iter().flatten();
    let words: Vec<String> = texts(&facts.title)
        .chain(texts(&facts.description))
        .chain([facts.venue.clone(), facts.address.clone(), facts.organisation.clone()])
        .collect();
    sqlx::query("DELETE FROM event_search WHERE rowid = $1").bind(id.0).execute(&mut *conn).await?;
    sqlx::query("INSERT INTO event_search (rowid, words) VALUES ($1, $2)")
        .bind(id.0)
        .bind(normalise(&words.join(" ")))
        .execute(conn)
        .await?;
    Ok(())
}
