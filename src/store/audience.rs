//! Statements on audiences: how many people one has, and who they are, part by part.

use super::{Conn, Result, conn::Statement};
use crate::domain::{Audience, District, Language, Level, Optional, PersonId, Reach, Span, Whom};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// An audience at an instant.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// Whom it is meant for.
    pub audience: &'a Audience,
    /// Zone of the programme, in which months are meant.
    pub zone: Tz,
    /// Which events are over.
    pub now: DateTime<Utc>,
}

/// A statement on the people `p` of an audience. One text for the count and the list, so that they cannot disagree.
macro_rules! people {
    ($conn:expr, $wanted:expr, $span:expr, $head:literal, $tail:literal) => {{
        let (wanted, span): (&Wanted, Span) = ($wanted, $span);
        let statement = match wanted.audience.whom {
            Whom::Everybody => $conn.sql(people!(@$head, "", $tail)),
            Whom::Never => people!(@$conn, $head, "NOT IN", "true", $tail),
            Whom::Registered => people!(@$conn, $head, "IN", "r.standing IN ('seated', 'offered', 'waiting')", $tail),
            Whom::Seated => people!(@$conn, $head, "IN", "r.standing = 'seated'", $tail),
            Whom::Waiting => people!(@$conn, $head, "IN", "r.standing IN ('offered', 'waiting')", $tail),
            Whom::Came => people!(@$conn, $head, "IN",
                "EXISTS (SELECT 1 FROM arrivals a WHERE a.registration_id = r.id AND a.undone_at IS NULL)", $tail),
            Whom::Cancelled => people!(@$conn, $head, "IN",
                "r.standing = 'cancelled' AND NOT EXISTS (SELECT 1 FROM registrations again
                     WHERE again.event_id = r.event_id AND again.person_id = r.person_id
                       AND again.standing <> 'cancelled')", $tail),
            // The end of an event is not kept: it follows from its start and length.
            Whom::Absent => $conn.either(
                people!(@$head, "IN",
                    "r.standing = 'seated' AND NOT EXISTS (SELECT 1 FROM arrivals a
                         WHERE a.registration_id = r.id AND a.undone_at IS NULL)
                     AND datetime(e.starts_at, '+' || e.duration_min || ' minutes') <= datetime($11)", $tail),
                people!(@$head, "IN",
                    "r.standing = 'seated' AND NOT EXISTS (SELECT 1 FROM arrivals a
                         WHERE a.registration_id = r.id AND a.undone_at IS NULL)
                     AND e.starts_at + e.duration_min * interval '1 minute' <= $11", $tail),
            ),
        };
        bound(statement, wanted, span)
    }};
    // The same words for both engines.
    (@$conn:expr, $head:literal, $in:literal, $standing:literal, $tail:literal) => {
        $conn.sql(people!(@$head, $in, $standing, $tail))
    };
    // Those who stand so to an event. What is asked of registrations is bounded as what is asked of people is, so that
    // a part costs what it holds.
    (@$head:literal, $in:literal, $standing:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM people p WHERE p.id > $1 AND p.id <= $2 AND ($3 IS NULL OR coalesce(p.language, 'kk') = $3) AND p.id ",
            $in,
            " (SELECT r.person_id FROM registrations r JOIN events e ON e.id = r.event_id
               WHERE r.person_id > $1 AND r.person_id <= $2
                 AND ($4 IS NULL OR e.level = $4) AND ($5 IS NULL OR e.district = $5)
                 AND ($6 IS NULL OR e.organisation = $6) AND ($7 IS NULL OR $7 LIKE '%,' || e.id || ',%')
                 AND e.starts_at >= $8 AND e.starts_at < $9 AND r.created_at > $10 AND ",
            $standing,
            ")",
            $tail
        )
    };
    (@$head:literal, $all:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM people p WHERE p.id > $1 AND p.id <= $2 AND ($3 IS NULL OR coalesce(p.language, 'kk') = $3)",
            $all,
            $tail
        )
    };
}

/// Binds what the statement asks for.
fn bound<'c>(statement: Statement<'c>, wanted: &Wanted, span: Span) -> Statement<'c> {
    let Wanted { audience, zone, now } = wanted;
    let statement =
        statement.bind(span.after.0).bind(span.upto.0).bind(audience.language.map(Language::code));
    if audience.whom == Whom::Everybody {
        return statement;
    }
    let events = (!audience.events.is_empty()).then(|| {
        let ids: Vec<_> = audience.events.iter().map(ToString::to_string).collect();
        format!(",{},", ids.join(","))
    });
    let (from, to) = audience.month.map_or((DateTime::<Utc>::UNIX_EPOCH, far()), |month| month.bounds(*zone));
    let statement = statement
        .bind(audience.level.map(Level::slug))
        .bind(audience.district.map(District::slug))
        .bind(audience.organisation.clone())
        .bind(events)
        .bind(from)
        .bind(to)
        .bind(audience.since.unwrap_or(DateTime::<Utc>::UNIX_EPOCH));
    if audience.whom == Whom::Absent { statement.bind(*now) } else { statement }
}

/// Later than any event.
fn far() -> DateTime<Utc> {
    DateTime::<Utc>::UNIX_EPOCH + chrono::TimeDelta::days(365 * 1000)
}

/// How many people it has.
pub async fn reach(conn: &mut Conn, wanted: &Wanted<'_>) -> Result<Reach> {
    let rows: Vec<(String, bool, bool, i64)> = people!(
        conn,
        wanted,
        Span::ALL,
        "SELECT language, gone, muted, count(*) FROM (SELECT coalesce(p.language, 'kk') AS language,
             p.unreachable_at IS NOT NULL AS gone,
             EXISTS (SELECT 1 FROM mutes m WHERE m.person_id = p.id AND m.kind = 'news') AS muted",
        ") AS members GROUP BY language, gone, muted"
    )
    .all()
    .await?;
    let mut reach = Reach::default();
    for (language, gone, muted, people) in rows {
        let people = people as u32;
        let language = Language::ALL.iter().position(|known| known.code() == language).unwrap_or_default();
        match (gone, muted) {
            (true, _) => reach.unreachable += people,
            (false, true) => reach.muted += people,
            (false, false) => reach.by_language[language] += people,
        }
    }
    Ok(reach)
}

/// Those of the span who would get a broadcast, in order.
pub async fn list(conn: &mut Conn, wanted: &Wanted<'_>, span: Span) -> Result<Vec<PersonId>> {
    const { assert!(matches!(Optional::News.slug().as_bytes(), b"news")) };
    let ids: Vec<i64> = people!(
        conn,
        wanted,
        span,
        "SELECT p.id",
        " AND p.unreachable_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM mutes m WHERE m.person_id = p.id AND m.kind = 'news') ORDER BY p.id"
    )
    .values()
    .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// The next so many people above one, whoever they are; `None` when there is nobody.
pub async fn span(conn: &mut Conn, after: PersonId, people: u32) -> Result<Option<Span>> {
    let last: Option<i64> = conn
        .sql("SELECT max(id) FROM (SELECT id FROM people WHERE id > $1 ORDER BY id LIMIT $2) AS next")
        .bind(after.0)
        .bind(i64::from(people))
        .value()
        .await?;
    Ok(last.map(|last| Span { after, upto: PersonId(last) }))
}
