//! Statements on invitations. Of a secret there is only its fingerprint.

use super::{Conn, Error, Result, rows::word};
use crate::domain::{District, EventId, Grant, Invitation, InvitationId, Level, PersonId, Scope};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: i64,
    kind: String,
    event_id: Option<i64>,
    level: Option<String>,
    district: Option<String>,
    organisation: Option<String>,
    name: Option<String>,
    from_at: Option<DateTime<Utc>>,
    until_at: Option<DateTime<Utc>>,
    expires_at: DateTime<Utc>,
    by_id: i64,
}

impl TryFrom<InvitationRow> for Invitation {
    type Error = Error;

    fn try_from(row: InvitationRow) -> Result<Self> {
        let event = row.event_id.map(EventId);
        let grant = match (row.kind.as_str(), event, row.from_at.zip(row.until_at), row.name) {
            ("organiser", None, None, None) => Grant::Organiser(Scope {
                level: row.level.map(|level| word("level", &level, Level::parse)).transpose()?,
                district: row
                    .district
                    .map(|district| word("district", &district, District::parse))
                    .transpose()?,
                organisation: row.organisation,
            }),
            ("steward", Some(event), Some((from, until)), None) => Grant::Steward { event, from, until },
            ("speaker", Some(event), None, Some(name)) => Grant::Speaker { event, name },
            ("host", Some(event), None, None) => Grant::Host { event },
            _ => return Err(Error::Unknown("kind")),
        };
        let (id, by) = (InvitationId(row.id), PersonId(row.by_id));
        Ok(Self { id, grant, expires_at: row.expires_at, by })
    }
}

/// Keeps an invitation under the fingerprint of its secret.
pub async fn add(
    conn: &mut Conn,
    grant: &Grant,
    fingerprint: &str,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<Invitation> {
    let (kind, scope, name, times) = match grant {
        Grant::Organiser(scope) => ("organiser", Some(scope), None, None),
        Grant::Steward { from, until, .. } => ("steward", None, None, Some((*from, *until))),
        Grant::Speaker { name, .. } => ("speaker", None, Some(name.as_str()), None),
        Grant::Host { .. } => ("host", None, None, None),
    };
    let expires_at = grant.expires_at(now);
    let id = conn
        .sql(
            "INSERT INTO invitations (kind, event_id, level, district, organisation, name, from_at, until_at,
                 fingerprint, expires_at, by_id, created_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id",
        )
        .bind(kind)
        .bind(grant.event().map(|event| event.0))
        .bind(scope.and_then(|scope| scope.level).map(Level::slug))
        .bind(scope.and_then(|scope| scope.district).map(District::slug))
        .bind(scope.and_then(|scope| scope.organisation.as_deref()))
        .bind(name)
        .bind(times.map(|times| times.0))
        .bind(times.map(|times| times.1))
        .bind(fingerprint)
        .bind(expires_at)
        .bind(by.0)
        .bind(now)
        .value()
        .await?;
    Ok(Invitation { id: InvitationId(id), grant: grant.clone(), expires_at, by })
}

/// Open ones, narrowed by `$which`; `$1` is now.
macro_rules! open {
    ($which:literal) => {
        concat!(
            "SELECT id, kind, event_id, level, district, organisation, name, from_at, until_at, expires_at, by_id
             FROM invitations WHERE used_at IS NULL AND revoked_at IS NULL AND expires_at > $1 AND ",
            $which,
            " ORDER BY id"
        )
    };
}

/// The invitation of this fingerprint, if it can be taken at `now`.
pub async fn find(conn: &mut Conn, fingerprint: &str, now: DateTime<Utc>) -> Result<Option<Invitation>> {
    let row: Option<InvitationRow> =
        conn.sql(open!("fingerprint = $2")).bind(now).bind(fingerprint).optional().await?;
    row.map(Invitation::try_from).transpose()
}

/// The invitation, if it can be taken at `now`.
pub async fn lookup(conn: &mut Conn, id: InvitationId, now: DateTime<Utc>) -> Result<Option<Invitation>> {
    let row: Option<InvitationRow> = conn.sql(open!("id = $2")).bind(now).bind(id.0).optional().await?;
    row.map(Invitation::try_from).transpose()
}

/// Those to an event that can be taken at `now`, or those of organisers.
pub async fn list(conn: &mut Conn, event: Option<EventId>, now: DateTime<Utc>) -> Result<Vec<Invitation>> {
    let rows: Vec<InvitationRow> = conn
        .sql(open!("(event_id = $2 OR ($2 IS NULL AND event_id IS NULL))"))
        .bind(now)
        .bind(event.map(|event| event.0))
        .all()
        .await?;
    rows.into_iter().map(Invitation::try_from).collect()
}

/// Notes who took it; `false` when somebody was faster.
pub async fn set_used(
    conn: &mut Conn,
    id: InvitationId,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<bool> {
    let used = conn
        .sql(
            "UPDATE invitations SET used_by = $2, used_at = $3
             WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $3",
        )
        .bind(id.0)
        .bind(person.0)
        .bind(now)
        .run()
        .await?;
    Ok(used == 1)
}

/// Ends an invitation; `false` when it could not be taken any more.
pub async fn revoke(conn: &mut Conn, id: InvitationId, now: DateTime<Utc>) -> Result<bool> {
    let revoked = conn
        .sql(
            "UPDATE invitations SET revoked_at = $2
             WHERE id = $1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > $2",
        )
        .bind(id.0)
        .bind(now)
        .run()
        .await?;
    Ok(revoked == 1)
}

/// Moves the link of stewards with its event.
pub async fn set_times(
    conn: &mut Conn,
    id: InvitationId,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
) -> Result<()> {
    conn.sql("UPDATE invitations SET from_at = $2, until_at = $3, expires_at = $3 WHERE id = $1")
        .bind(id.0)
        .bind(from)
        .bind(until)
        .run()
        .await?;
    Ok(())
}
