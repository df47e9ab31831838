//! Statements on reports: what is counted of an event that is over, what was put right, and what was confirmed.

use super::{Conn, Error, Result, arrivals, rows::word};
use crate::domain::{Correction, EventId, Figure, Figures, Language, PersonId, Reason};
use chrono::{DateTime, Utc};

/// A confirmed report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmed {
    /// Its figures as they were counted then.
    pub figures: Figures,
    /// Who confirmed it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// What is counted of an event at this moment. Nobody is taken for absent where nobody was checked in.
pub async fn count(conn: &mut Conn, event: EventId) -> Result<Figures> {
    let door = arrivals::count(conn, event).await?;
    let coming = conn
        .sql(
            "SELECT CAST(coalesce(sum(party), 0) AS BIGINT) FROM registrations
             WHERE event_id = $1 AND standing = 'seated' AND confirmed_at IS NOT NULL",
        )
        .bind(event.0)
        .count()
        .await?;
    let mut figures = Figures::from([(Figure::Registered, door.people), (Figure::Coming, coming)]);
    if door.arrived > 0 {
        figures.insert(Figure::Came, door.people_arrived);
        figures.insert(Figure::Absent, door.people.saturating_sub(door.people_arrived));
    }
    if door.walk_ins > 0 {
        figures.insert(Figure::WalkIns, door.walk_ins);
    }
    if let Some(counted) = door.counted {
        figures.insert(Figure::HeadCount, counted);
    }
    let asked = conn
        .sql("SELECT count(*) FROM questions WHERE event_id = $1 AND hidden_at IS NULL")
        .bind(event.0)
        .count()
        .await?;
    if asked > 0 {
        figures.insert(Figure::Questions, asked);
    }
    Ok(figures)
}

/// How many people of the seated registrations are spoken to in each language, in the order of [`Language::ALL`]; who was
/// signed up by hand or is erased speaks none.
pub async fn count_languages(conn: &mut Conn, event: EventId) -> Result<[u32; Language::ALL.len()]> {
    let rows: Vec<(String, i64)> = conn
        .sql(
            "SELECT coalesce(p.language, 'kk') AS spoken, CAST(sum(r.party) AS BIGINT) FROM registrations r
             JOIN people p ON p.id = r.person_id
             WHERE r.event_id = $1 AND r.standing = 'seated' AND p.id > 0 GROUP BY spoken",
        )
        .bind(event.0)
        .all()
        .await?;
    let mut people = [0; Language::ALL.len()];
    for (language, number) in rows {
        let place = Language::ALL.iter().position(|known| known.code() == language);
        people[place.ok_or(Error::Unknown("language"))?] = number as u32;
    }
    Ok(people)
}

/// The confirmed report of an event.
pub async fn lookup(conn: &mut Conn, event: EventId) -> Result<Option<Confirmed>> {
    let row: Option<(String, i64, DateTime<Utc>)> = conn
        .sql("SELECT figures, confirmed_by, confirmed_at FROM reports WHERE event_id = $1")
        .bind(event.0)
        .optional()
        .await?;
    row.map(|(figures, by, at)| {
        let figures = serde_json::from_str(&figures).map_err(|_| Error::Unknown("figures"))?;
        Ok(Confirmed { figures, by: PersonId(by), at })
    })
    .transpose()
}

/// Keeps a report that was confirmed.
pub async fn set(conn: &mut Conn, event: EventId, confirmed: &Confirmed) -> Result<()> {
    conn.sql(
        "INSERT INTO reports (event_id, figures, confirmed_by, confirmed_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (event_id) DO UPDATE SET figures = excluded.figures,
             confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at",
    )
    .bind(event.0)
    .bind(serde_json::to_string(&confirmed.figures).map_err(|_| Error::Unknown("figures"))?)
    .bind(confirmed.by.0)
    .bind(confirmed.at)
    .run()
    .await?;
    Ok(())
}

/// Keeps that a figure was put right.
pub async fn add_correction(conn: &mut Conn, event: EventId, correction: &Correction) -> Result<()> {
    conn.sql(
        "INSERT INTO corrections (event_id, figure, before, after, reason, by_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(event.0)
    .bind(correction.figure.slug())
    .bind(correction.before.map(i64::from))
    .bind(i64::from(correction.after))
    .bind(correction.reason.as_str())
    .bind(correction.by.0)
    .bind(correction.at)
    .run()
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct CorrectionRow {
    figure: String,
    before: Option<i64>,
    after: i64,
    reason: String,
    by_id: i64,
    at: DateTime<Utc>,
}

/// What was put right of an event, in order.
pub async fn list_corrections(conn: &mut Conn, event: EventId) -> Result<Vec<Correction>> {
    let rows: Vec<CorrectionRow> = conn
        .sql("SELECT figure, before, after, reason, by_id, at FROM corrections WHERE event_id = $1 ORDER BY id")
        .bind(event.0)
        .all()
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Correction {
                figure: word("figure", &row.figure, Figure::parse)?,
                before: row.before.map(|number| number as u32),
                after: row.after as u32,
                reason: word("reason", &row.reason, |text| Reason::parse(text).ok())?,
                by: PersonId(row.by_id),
                at: row.at,
            })
        })
        .collect()
}
