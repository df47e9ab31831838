//! Statements on kinds of messages that people do not want.

use super::{Conn, Result, rows::word};
use crate::domain::{Optional, PersonId};
use chrono::{DateTime, Utc};

/// Notes that a person does not want this kind.
pub async fn add(conn: &mut Conn, person: PersonId, kind: Optional, now: DateTime<Utc>) -> Result<()> {
    conn.sql("INSERT INTO mutes (person_id, kind, muted_at) VALUES ($1, $2, $3) ON CONFLICT (person_id, kind) DO NOTHING")
        .bind(person.0)
        .bind(kind.slug())
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// Notes that they want it again.
pub async fn remove(conn: &mut Conn, person: PersonId, kind: Optional) -> Result<()> {
    conn.sql("DELETE FROM mutes WHERE person_id = $1 AND kind = $2")
        .bind(person.0)
        .bind(kind.slug())
        .run()
        .await?;
    Ok(())
}

/// The kinds that a person does not want.
pub async fn list(conn: &mut Conn, person: PersonId) -> Result<Vec<Optional>> {
    let kinds: Vec<String> =
        conn.sql("SELECT kind FROM mutes WHERE person_id = $1 ORDER BY kind").bind(person.0).values().await?;
    kinds.iter().map(|kind| word("kind", kind, Optional::parse)).collect()
}
