//! Statements on the audit. Its rows are added and read, never changed.

use super::{Conn, Result, rows::word};
use crate::domain::{Audited, Deed, Entry, Object, PersonId};
use chrono::{DateTime, Utc};

/// Writes a line.
pub async fn add(conn: &mut Conn, entry: &Entry, now: DateTime<Utc>) -> Result<()> {
    conn.sql("INSERT INTO audit (at, by_id, deed, object, before, after) VALUES ($1, $2, $3, $4, $5, $6)")
        .bind(now)
        .bind(entry.by.0)
        .bind(entry.deed.slug())
        .bind(entry.object.to_string())
        .bind(entry.before.as_deref())
        .bind(entry.after.as_deref())
        .run()
        .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct AuditRow {
    at: DateTime<Utc>,
    by_id: i64,
    deed: String,
    object: String,
    before: Option<String>,
    after: Option<String>,
}

/// What was done to something, latest first.
pub async fn list_of(conn: &mut Conn, object: Object, limit: u32) -> Result<Vec<Audited>> {
    let rows: Vec<AuditRow> = conn
        .sql(
            "SELECT at, by_id, deed, object, before, after FROM audit WHERE object = $1
             ORDER BY id DESC LIMIT $2",
        )
        .bind(object.to_string())
        .bind(i64::from(limit))
        .all()
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Audited {
                at: row.at,
                by: PersonId(row.by_id),
                deed: word("deed", &row.deed, Deed::parse)?,
                object: row.object,
                before: row.before,
                after: row.after,
            })
        })
        .collect()
}
