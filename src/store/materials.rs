//! Statements on materials: what is handed out, of events and of the whole programme.

use super::{Conn, Error, Result};
use crate::domain::{EventId, Material, MaterialId, Matter, PersonId, Texts};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct MaterialRow {
    id: i64,
    event_id: Option<i64>,
    title_kk: Option<String>,
    title_ru: Option<String>,
    title_en: Option<String>,
    matter: String,
}

impl TryFrom<MaterialRow> for Material {
    type Error = Error;

    fn try_from(row: MaterialRow) -> Result<Self> {
        Ok(Material {
            id: MaterialId(row.id),
            event: row.event_id.map(EventId),
            title: Texts { kk: row.title_kk, ru: row.title_ru, en: row.title_en },
            matter: serde_json::from_str(&row.matter).map_err(|_| Error::Unknown("matter"))?,
        })
    }
}

/// Adds something to hand out.
pub async fn add(
    conn: &mut Conn,
    event: Option<EventId>,
    title: &Texts,
    matter: &Matter,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<MaterialId> {
    let id = conn
        .sql(
            "INSERT INTO materials (event_id, title_kk, title_ru, title_en, matter, added_by, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        )
        .bind(event.map(|event| event.0))
        .bind(&title.kk)
        .bind(&title.ru)
        .bind(&title.en)
        .bind(serde_json::to_string(matter).map_err(|_| Error::Unknown("matter"))?)
        .bind(by.0)
        .bind(now)
        .value()
        .await?;
    Ok(MaterialId(id))
}

/// The material.
pub async fn lookup(conn: &mut Conn, id: MaterialId) -> Result<Option<Material>> {
    let row: Option<MaterialRow> = conn
        .sql("SELECT id, event_id, title_kk, title_ru, title_en, matter FROM materials WHERE id = $1")
        .bind(id.0)
        .optional()
        .await?;
    row.map(Material::try_from).transpose()
}

/// Hands it out no longer.
pub async fn remove(conn: &mut Conn, id: MaterialId) -> Result<()> {
    conn.sql("DELETE FROM materials WHERE id = $1").bind(id.0).run().await?;
    Ok(())
}

/// A page of the materials of an event, or of the whole programme, in the order in which they were added.
pub async fn list(conn: &mut Conn, event: Option<EventId>, limit: u32, offset: u32) -> Result<Vec<Material>> {
    let rows: Vec<MaterialRow> = conn
        .sql(
            "SELECT id, event_id, title_kk, title_ru, title_en, matter FROM materials
             WHERE event_id = $1 OR ($1 IS NULL AND event_id IS NULL) ORDER BY id LIMIT $2 OFFSET $3",
        )
        .bind(event.map(|event| event.0))
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(Material::try_from).collect()
}

/// How many there are on all pages.
pub async fn count(conn: &mut Conn, event: Option<EventId>) -> Result<u32> {
    conn.sql("SELECT count(*) FROM materials WHERE event_id = $1 OR ($1 IS NULL AND event_id IS NULL)")
        .bind(event.map(|event| event.0))
        .count()
        .await
}

/// Which materials are of the whole programme or of an event that the person `$1` is registered for.
macro_rules! of_person {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM materials m LEFT JOIN events e ON e.id = m.event_id
             WHERE m.event_id IS NULL OR (e.status <> 'draft' AND EXISTS (
                 SELECT 1 FROM registrations r
                 WHERE r.event_id = m.event_id AND r.person_id = $1 AND r.standing <> 'cancelled')) ",
            $tail
        )
    };
}

#[derive(sqlx::FromRow)]
struct OwnRow {
    #[sqlx(flatten)]
    material: MaterialRow,
    event_kk: Option<String>,
    event_ru: Option<String>,
    event_en: Option<String>,
}

/// A page of what there is for a person: of the whole programme first, then of their events, latest first, each with the
/// title of its event.
pub async fn list_for(
    conn: &mut Conn,
    person: PersonId,
    limit: u32,
    offset: u32,
) -> Result<Vec<(Material, Texts)>> {
    let rows: Vec<OwnRow> = conn
        .sql(of_person!(
            "SELECT m.id, m.event_id, m.title_kk, m.title_ru, m.title_en, m.matter, e.title_kk AS event_kk,
                 e.title_ru AS event_ru, e.title_en AS event_en",
            "ORDER BY m.event_id IS NOT NULL, e.starts_at DESC, m.event_id, m.id LIMIT $2 OFFSET $3"
        ))
        .bind(person.0)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter()
        .map(|row| {
            let title = Texts { kk: row.event_kk, ru: row.event_ru, en: row.event_en };
            Ok((row.material.try_into()?, title))
        })
        .collect()
}

/// How many there are on all pages.
pub async fn count_for(conn: &mut Conn, person: PersonId) -> Result<u32> {
    conn.sql(of_person!("SELECT count(*)", "")).bind(person.0).count().await
}
