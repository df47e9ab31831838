//! Statements on events: cards, lists, search, and what an import writes.

use super::{
    Conn, Result,
    rows::{EventRow, LineRow, SeatedEventRow, SeatsRow, join_languages},
};
use crate::domain::{
    District, Event, EventFacts, EventId, EventLine, EventStatus, Language, Level, Party, PersonId, Reason,
    Seats, Texts, normalise,
};
use chrono::{DateTime, Utc};

/// The event.
pub async fn lookup(conn: &mut Conn, id: EventId) -> Result<Option<Event>> {
    let row: Option<EventRow> = conn.sql("SELECT * FROM events WHERE id = $1").bind(id.0).optional().await?;
    row.map(Event::try_from).transpose()
}

/// The event with how full it is.
pub async fn lookup_with_seats(conn: &mut Conn, id: EventId) -> Result<Option<(Event, Seats)>> {
    let row: Option<SeatedEventRow> = conn
        .sql(
            "SELECT *,
             (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
              WHERE event_id = $1 AND standing IN ('seated', 'offered')) AS taken,
             (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
              WHERE event_id = $1 AND standing = 'waiting') AS waiting
         FROM events WHERE id = $1",
        )
        .bind(id.0)
        .optional()
        .await?;
    row.map(|row| Ok((row.event.try_into()?, row.seats.into()))).transpose()
}

/// The event of a deep link.
pub async fn find_by_code(conn: &mut Conn, code: &str) -> Result<Option<EventId>> {
    let id: Option<i64> =
        conn.sql("SELECT id FROM events WHERE code = $1").bind(code).optional_value().await?;
    Ok(id.map(EventId))
}

/// Holds everybody else back who would change the event or its registrations, until the transaction ends. Whoever
/// decides by counts takes this first. SQLite's one writer needs none.
pub async fn lock(conn: &mut Conn, id: EventId) -> Result<()> {
    if !conn.is_sqlite() {
        conn.sql("SELECT id FROM events WHERE id = $1 FOR NO KEY UPDATE")
            .bind(id.0)
            .optional_value::<i64>()
            .await?;
    }
    Ok(())
}

/// The event an organiser knows by this key.
pub async fn find_by_external_id(conn: &mut Conn, external_id: &str) -> Result<Option<Event>> {
    let row: Option<EventRow> =
        conn.sql("SELECT * FROM events WHERE external_id = $1").bind(external_id).optional().await?;
    row.map(Event::try_from).transpose()
}

/// How full it is. Counted from rows, never kept as a number beside them.
pub async fn seats(conn: &mut Conn, id: EventId) -> Result<Seats> {
    let row: SeatsRow = conn
        .sql(
            "SELECT (SELECT capacity FROM events WHERE id = $1) AS capacity,
             CAST(coalesce(sum(CASE WHEN standing <> 'waiting' THEN party END), 0) AS BIGINT) AS taken,
             CAST(coalesce(sum(CASE WHEN standing = 'waiting' THEN party END), 0) AS BIGINT) AS waiting
         FROM registrations WHERE event_id = $1 AND standing IN ('seated', 'offered', 'waiting')",
        )
        .bind(id.0)
        .one()
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
    /// At which this person works: by a scope of theirs, together with others, or at the door by a shift that is not over
    /// at this instant.
    pub worker: Option<(PersonId, DateTime<Utc>)>,
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
            worker: None,
            matching: None,
        }
    }

    /// The words to search for in words as typed; `None` when nothing is left of them.
    pub fn words(text: &str) -> Option<String> {
        let words = normalise(text);
        let words: Vec<_> = words.split(' ').filter(|word| !word.is_empty()).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }
}

/// A statement on published events with the filter of lists. One text, so that a page and its total cannot disagree;
/// only the search has words of its own for each engine.
macro_rules! wanted {
    ($conn:expr, $wanted:expr, $head:literal, $tail:literal) => {{
        let wanted: &Wanted = $wanted;
        let matching = wanted.matching.as_deref().map(|words| query($conn, words));
        $conn
            .either(
                wanted!(@$head, "SELECT rowid FROM event_search WHERE event_search MATCH $6", $tail),
                wanted!(@
                    $head,
                    "SELECT id FROM event_search WHERE to_tsvector('simple', words) @@ to_tsquery('simple', $6)",
                    $tail
                ),
            )
            .bind(wanted.from)
            .bind(wanted.to)
            .bind(wanted.district.map(District::slug))
            .bind(wanted.level.map(Level::slug))
            .bind(wanted.language.map(Language::code))
            .bind(matching)
            .bind(wanted.worker.map(|(person, _)| person.0))
            .bind(wanted.worker.map(|(_, now)| now))
    }};
    (@$head:literal, $found:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM events WHERE status = 'published' AND starts_at >= $1 AND ($2 IS NULL OR starts_at < $2)
              AND ($3 IS NULL OR district = $3) AND ($4 IS NULL OR level = $4)
              AND ($5 IS NULL OR languages LIKE '%' || $5 || '%')
              AND ($6 IS NULL OR id IN (",
            $found,
            "))
              AND ($7 IS NULL OR EXISTS (
                      SELECT 1 FROM scopes AS s WHERE s.person_id = $7
                      AND (s.level IS NULL OR s.level = events.level)
                      AND (s.district IS NULL OR s.district = events.district)
                      AND (s.organisation IS NULL OR s.organisation = events.organisation))
                  OR EXISTS (SELECT 1 FROM hosts AS h JOIN scopes AS s ON s.organisation = h.organisation
                      WHERE s.person_id = $7 AND h.event_id = events.id AND h.approved_at IS NOT NULL)
                  OR EXISTS (SELECT 1 FROM shifts AS s
                      WHERE s.person_id = $7 AND s.event_id = events.id AND s.until_at > $8)) ",
            $tail
        )
    };
}

/// Words as the engine's search takes them: every one must occur as the beginning of a word.
pub(super) fn query(conn: &Conn, words: &str) -> String {
    // Quoted, because bare words like NEAR or OR would be operators; normalised words hold no quotes.
    let words = words.split(' ');
    if conn.is_sqlite() {
        words.map(|word| format!("\"{word}\"*")).collect::<Vec<_>>().join(" ")
    } else {
        words.map(|word| format!("'{word}':*")).collect::<Vec<_>>().join(" & ")
    }
}

/// A page of published events in order of start.
pub async fn list(conn: &mut Conn, wanted: &Wanted, limit: u32, offset: u32) -> Result<Vec<EventLine>> {
    let rows: Vec<LineRow> = wanted!(
        conn,
        wanted,
        "SELECT id, title_kk, title_ru, title_en, starts_at, district, capacity,
             (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
              WHERE event_id = page.id AND standing IN ('seated', 'offered')) AS taken,
             (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
              WHERE event_id = page.id AND standing = 'waiting') AS waiting
         FROM (SELECT *",
        "ORDER BY starts_at, id LIMIT $9 OFFSET $10) AS page ORDER BY starts_at, id"
    )
    .bind(i64::from(limit))
    .bind(i64::from(offset))
    .all()
    .await?;
    rows.into_iter().map(EventLine::try_from).collect()
}

/// How many published events there are on all pages.
pub async fn count(conn: &mut Conn, wanted: &Wanted) -> Result<u32> {
    wanted!(conn, wanted, "SELECT count(*)", "").count().await
}

/// Starts of published events, for the calendar of a month.
pub async fn list_starts(conn: &mut Conn, wanted: &Wanted) -> Result<Vec<DateTime<Utc>>> {
    wanted!(conn, wanted, "SELECT starts_at", "ORDER BY starts_at").values().await
}

/// Organisations of events that take place, or did, each with the first of its events.
pub async fn list_organisations(conn: &mut Conn) -> Result<Vec<(EventId, String)>> {
    let rows: Vec<(i64, String)> = conn
        .sql(
            "SELECT min(id), organisation FROM events WHERE status IN ('published', 'finished')
             GROUP BY organisation",
        )
        .all()
        .await?;
    Ok(rows.into_iter().map(|(id, organisation)| (EventId(id), organisation)).collect())
}

/// Adds an event as a draft.
pub async fn add(
    conn: &mut Conn,
    code: &str,
    facts: &EventFacts,
    starts_at: DateTime<Utc>,
) -> Result<EventId> {
    let id = conn.sql(
        "INSERT INTO events (code, status, external_id, local_start, starts_at, level, duration_min, venue, address,
             languages, organisation, phone_required, companions)
         VALUES ($1, 'draft', $2, $3, $4, '', 0, '', '', '', '', false, 0) RETURNING id",
    )
    .bind(code)
    .bind(&facts.external_id)
    .bind(facts.local_start)
    .bind(starts_at)
    .value()
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
    conn.sql(
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
    .bind(i64::from(facts.duration_min))
    .bind(&facts.venue)
    .bind(&facts.address)
    .bind(facts.point.map(|point| point.0))
    .bind(facts.point.map(|point| point.1))
    .bind(facts.capacity.map(i64::from))
    .bind(facts.expected.map(i64::from))
    .bind(join_languages(&facts.languages))
    .bind(&facts.organisation)
    .bind(facts.phone_required)
    .bind(i64::from(facts.companions))
    .bind(facts.opens_at)
    .bind(facts.closes_at)
    .bind(i64::from(revision))
    .run()
    .await?;
    index(conn, id, facts).await
}

/// Sets where an event stands in its life.
pub async fn set_status(conn: &mut Conn, id: EventId, status: EventStatus) -> Result<()> {
    conn.sql("UPDATE events SET status = $2 WHERE id = $1").bind(id.0).bind(status.slug()).run().await?;
    Ok(())
}

/// Notes that an event will not take place, and why.
pub async fn set_cancelled(conn: &mut Conn, id: EventId, reason: &Reason) -> Result<()> {
    conn.sql("UPDATE events SET status = 'cancelled', cancel_reason = $2 WHERE id = $1")
        .bind(id.0)
        .bind(reason.as_str())
        .run()
        .await?;
    Ok(())
}

/// Events that a person could go to instead of one, nearest first: open for sign-up, with room for their party, and
/// without a registration of theirs. Another district is as far as three days.
pub async fn list_near(
    conn: &mut Conn,
    event: &Event,
    person: PersonId,
    party: Party,
    now: DateTime<Utc>,
) -> Result<Vec<EventLine>> {
    /// Seats are counted of the nearest only: counting all of a programme's takes too long.
    macro_rules! near {
        ($days:literal) => {
            concat!(
                "SELECT * FROM (SELECT id, title_kk, title_ru, title_en, starts_at, district, capacity,
                     (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
                      WHERE event_id = near.id AND standing IN ('seated', 'offered')) AS taken,
                     (SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
                      WHERE event_id = near.id AND standing = 'waiting') AS waiting, distance
                 FROM (SELECT *, ",
                $days,
                " + CASE WHEN district = $4 THEN 0 ELSE 3 END AS distance FROM events
                     WHERE status = 'published' AND id <> $1 AND starts_at > $2
                       AND (opens_at IS NULL OR opens_at <= $2) AND (closes_at IS NULL OR closes_at > $2)
                       AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.event_id = events.id
                             AND r.person_id = $5 AND r.standing <> 'cancelled')
                     ORDER BY distance, id LIMIT 24) AS near) AS counted
                 WHERE capacity IS NULL OR capacity - taken >= $6 ORDER BY distance, id LIMIT 3"
            )
        };
    }
    let rows: Vec<LineRow> = conn
        .either(
            near!("abs(julianday(starts_at) - julianday($3))"),
            near!("abs(extract(epoch FROM starts_at - $3)) / 86400"),
        )
        .bind(event.id.0)
        .bind(now)
        .bind(event.starts_at)
        .bind(event.facts.district.map(District::slug))
        .bind(person.0)
        .bind(i64::from(party.size()))
        .all()
        .await?;
    rows.into_iter().map(EventLine::try_from).collect()
}

/// Puts the words of an event where the search looks.
async fn index(conn: &mut Conn, id: EventId, facts: &EventFacts) -> Result<()> {
    let texts = |texts: &Texts| [texts.kk.clone(), texts.ru.clone(), texts.en.clone()].into_iter().flatten();
    let words: Vec<String> = texts(&facts.title)
        .chain(texts(&facts.description))
        .chain([facts.venue.clone(), facts.address.clone(), facts.organisation.clone()])
        .collect();
    conn.either("DELETE FROM event_search WHERE rowid = $1", "DELETE FROM event_search WHERE id = $1")
        .bind(id.0)
        .run()
        .await?;
    conn.either(
        "INSERT INTO event_search (rowid, words) VALUES ($1, $2)",
        "INSERT INTO event_search (id, words) VALUES ($1, $2)",
    )
    .bind(id.0)
    .bind(normalise(&words.join(" ")))
    .run()
    .await?;
    Ok(())
}
