//! Statements on scopes: whose events somebody works on.

use super::{Conn, Error, Result, rows::word};
use crate::domain::{District, Event, Level, PersonId, Scope, ScopeId};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct ScopeRow {
    id: i64,
    level: Option<String>,
    district: Option<String>,
    organisation: Option<String>,
}

#[derive(sqlx::FromRow)]
struct HeldRow {
    person_id: i64,
    #[sqlx(flatten)]
    scope: ScopeRow,
}

impl TryFrom<ScopeRow> for Scope {
    type Error = Error;

    fn try_from(row: ScopeRow) -> Result<Self> {
        let level = row.level.map(|level| word("level", &level, Level::parse)).transpose()?;
        let district =
            row.district.map(|district| word("district", &district, District::parse)).transpose()?;
        Ok(Scope { level, district, organisation: row.organisation })
    }
}

/// Everything a person works on, in the order in which it was given to them.
pub async fn list(conn: &mut Conn, person: PersonId) -> Result<Vec<(ScopeId, Scope)>> {
    let rows: Vec<ScopeRow> = conn
        .sql("SELECT id, level, district, organisation FROM scopes WHERE person_id = $1 ORDER BY id")
        .bind(person.0)
        .all()
        .await?;
    rows.into_iter().map(|row| Ok((ScopeId(row.id), row.try_into()?))).collect()
}

/// Everybody who runs an event, in order: by a scope of theirs, and with `hosts` those who run it together with them.
pub async fn list_workers(conn: &mut Conn, event: &Event, hosts: bool) -> Result<Vec<PersonId>> {
    let ids: Vec<i64> = conn
        .sql(
            "SELECT DISTINCT person_id FROM scopes
             WHERE (level IS NULL OR level = $1) AND (district IS NULL OR district = $2)
                   AND (organisation IS NULL OR organisation = $3)
                OR $5 AND organisation IN (
                   SELECT h.organisation FROM hosts h WHERE h.event_id = $4 AND h.approved_at IS NOT NULL)
             ORDER BY person_id",
        )
        .bind(event.facts.level.slug())
        .bind(event.facts.district.map(District::slug))
        .bind(&event.facts.organisation)
        .bind(event.id.0)
        .bind(hosts)
        .values()
        .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// Gives a person the events of a scope to work on.
pub async fn add(conn: &mut Conn, person: PersonId, scope: &Scope, now: DateTime<Utc>) -> Result<ScopeId> {
    let id = conn
        .sql(
            "INSERT INTO scopes (person_id, level, district, organisation, created_at)
             VALUES ($1, $2, $3, $4, $5) RETURNING id",
        )
        .bind(person.0)
        .bind(scope.level.map(Level::slug))
        .bind(scope.district.map(District::slug))
        .bind(scope.organisation.as_deref())
        .bind(now)
        .value()
        .await?;
    Ok(ScopeId(id))
}

/// Takes a scope away. Whose it was, if it was there.
pub async fn remove(conn: &mut Conn, id: ScopeId) -> Result<Option<(PersonId, Scope)>> {
    let row: Option<HeldRow> = conn
        .sql("DELETE FROM scopes WHERE id = $1 RETURNING person_id, id, level, district, organisation")
        .bind(id.0)
        .optional()
        .await?;
    row.map(|row| Ok((PersonId(row.person_id), row.scope.try_into()?))).transpose()
}
