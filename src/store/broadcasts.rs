//! Statements on broadcasts: what was written, for whom, and where it stands. Their messages are in the outbox.

use super::{Conn, Error, Result, rows::word};
use crate::domain::{Broadcast, BroadcastId, BroadcastStatus, Content, Draft, PersonId, Task, Timing};
use chrono::{DateTime, Utc};
use serde::{Serialize, de::DeserializeOwned};

#[derive(sqlx::FromRow)]
struct BroadcastRow {
    id: i64,
    author_id: i64,
    audience: String,
    content: String,
    timing: String,
    paid: bool,
    status: String,
    task: String,
    fault: Option<String>,
    #[sqlx(try_from = "i64")]
    version: u32,
    due: DateTime<Utc>,
    expires_at: DateTime<Utc>,
    #[sqlx(try_from = "i64")]
    people: u32,
    after_id: Option<i64>,
    progress_id: Option<i64>,
    created_at: DateTime<Utc>,
    started_at: Option<DateTime<Utc>>,
    finished_at: Option<DateTime<Utc>>,
}

impl TryFrom<BroadcastRow> for Broadcast {
    type Error = Error;

    fn try_from(row: BroadcastRow) -> Result<Self> {
        Ok(Self {
            id: BroadcastId(row.id),
            author: PersonId(row.author_id),
            audience: read("audience", &row.audience)?,
            content: read("content", &row.content)?,
            timing: read("timing", &row.timing)?,
            paid: row.paid,
            status: word("status", &row.status, BroadcastStatus::parse)?,
            task: word("task", &row.task, Task::parse)?,
            fault: row.fault,
            version: row.version,
            due: row.due,
            expires_at: row.expires_at,
            people: row.people,
            after: row.after_id.map(PersonId),
            progress: row.progress_id.map(|id| id as i32),
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
        })
    }
}

fn read<T: DeserializeOwned>(column: &'static str, json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|_| Error::Unknown(column))
}

fn written<T: Serialize>(column: &'static str, value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|_| Error::Unknown(column))
}

/// When a broadcast is to go, and for how many it was confirmed.
#[derive(Clone, Copy, Debug)]
pub struct Terms {
    /// Where it begins: proposed or scheduled.
    pub status: BroadcastStatus,
    /// When it begins.
    pub due: DateTime<Utc>,
    /// What is not sent by then is not sent.
    pub expires_at: DateTime<Utc>,
    /// For how many people it was confirmed.
    pub people: u32,
}

/// Adds a broadcast.
pub async fn add(
    conn: &mut Conn,
    author: PersonId,
    draft: &Draft,
    terms: Terms,
    now: DateTime<Utc>,
) -> Result<BroadcastId> {
    conn.sql(
        "INSERT INTO broadcasts (author_id, audience, content, timing, paid, status, task, due, expires_at, people,
             after_id, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'send', $7, $8, $9, 0, $10) RETURNING id",
    )
    .bind(author.0)
    .bind(written("audience", &draft.audience)?)
    .bind(written("content", &draft.content)?)
    .bind(written("timing", &draft.timing)?)
    .bind(draft.paid)
    .bind(terms.status.slug())
    .bind(terms.due)
    .bind(terms.expires_at)
    .bind(i64::from(terms.people))
    .bind(now)
    .value()
    .await
    .map(BroadcastId)
}

/// The broadcast.
pub async fn lookup(conn: &mut Conn, id: BroadcastId) -> Result<Option<Broadcast>> {
    let row: Option<BroadcastRow> =
        conn.sql("SELECT * FROM broadcasts WHERE id = $1").bind(id.0).optional().await?;
    row.map(Broadcast::try_from).transpose()
}

/// The broadcast, held against everybody else who would change it until the transaction ends.
pub async fn lock(conn: &mut Conn, id: BroadcastId) -> Result<Option<Broadcast>> {
    let row: Option<BroadcastRow> = conn
        .either(
            "SELECT * FROM broadcasts WHERE id = $1",
            "SELECT * FROM broadcasts WHERE id = $1 FOR NO KEY UPDATE",
        )
        .bind(id.0)
        .optional()
        .await?;
    row.map(Broadcast::try_from).transpose()
}

/// Broadcasts of an author, or all of them, latest first.
pub async fn list(
    conn: &mut Conn,
    author: Option<PersonId>,
    limit: u32,
    offset: u32,
) -> Result<Vec<Broadcast>> {
    let rows: Vec<BroadcastRow> = conn
        .sql("SELECT * FROM broadcasts WHERE ($1 IS NULL OR author_id = $1) ORDER BY id DESC LIMIT $2 OFFSET $3")
        .bind(author.map(|author| author.0))
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(Broadcast::try_from).collect()
}

/// How many of them there are on all pages.
pub async fn count(conn: &mut Conn, author: Option<PersonId>) -> Result<u32> {
    conn.sql("SELECT count(*) FROM broadcasts WHERE $1 IS NULL OR author_id = $1")
        .bind(author.map(|author| author.0))
        .count()
        .await
}

/// Broadcasts that wait for their time or are under way, in order of their time.
pub async fn list_open(conn: &mut Conn) -> Result<Vec<Broadcast>> {
    let rows: Vec<BroadcastRow> = conn
        .sql("SELECT * FROM broadcasts WHERE status IN ('scheduled', 'running') ORDER BY due, id")
        .all()
        .await?;
    rows.into_iter().map(Broadcast::try_from).collect()
}

/// When the author last wrote to many.
pub async fn last_by(conn: &mut Conn, author: PersonId) -> Result<Option<DateTime<Utc>>> {
    conn.sql(
        "SELECT max(created_at) FROM broadcasts
         WHERE author_id = $1 AND status IN ('scheduled', 'running', 'paused', 'stopped', 'done')",
    )
    .bind(author.0)
    .value()
    .await
}

/// Moves it to another status; `fault` says why, where no person did it.
pub async fn set_status(
    conn: &mut Conn,
    id: BroadcastId,
    status: BroadcastStatus,
    fault: Option<&str>,
    now: DateTime<Utc>,
) -> Result<()> {
    let over = matches!(status, BroadcastStatus::Done | BroadcastStatus::Stopped | BroadcastStatus::Refused);
    conn.sql("UPDATE broadcasts SET status = $2, fault = $3, finished_at = $4 WHERE id = $1")
        .bind(id.0)
        .bind(status.slug())
        .bind(fault)
        .bind(over.then_some(now))
        .run()
        .await?;
    Ok(())
}

/// Begins a task from the first person on.
pub async fn begin(
    conn: &mut Conn,
    id: BroadcastId,
    task: Task,
    expires_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<()> {
    conn.sql(
        "UPDATE broadcasts SET status = 'running', task = $2, fault = NULL, after_id = 0, expires_at = $3,
             started_at = $4, finished_at = NULL WHERE id = $1",
    )
    .bind(id.0)
    .bind(task.slug())
    .bind(expires_at)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Notes up to whom everybody is in the outbox; `None`: everybody is.
pub async fn set_after(conn: &mut Conn, id: BroadcastId, after: Option<PersonId>) -> Result<()> {
    conn.sql("UPDATE broadcasts SET after_id = $2 WHERE id = $1")
        .bind(id.0)
        .bind(after.map(|after| after.0))
        .run()
        .await?;
    Ok(())
}

/// Moves its time.
pub async fn set_due(
    conn: &mut Conn,
    id: BroadcastId,
    due: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> Result<()> {
    conn.sql("UPDATE broadcasts SET due = $2, expires_at = $3 WHERE id = $1")
        .bind(id.0)
        .bind(due)
        .bind(expires_at)
        .run()
        .await?;
    Ok(())
}

/// Replaces when it is to begin.
pub async fn set_timing(conn: &mut Conn, id: BroadcastId, timing: Timing) -> Result<()> {
    conn.sql("UPDATE broadcasts SET timing = $2 WHERE id = $1")
        .bind(id.0)
        .bind(written("timing", &timing)?)
        .run()
        .await?;
    Ok(())
}

/// Notes the message that shows its progress.
pub async fn set_progress(conn: &mut Conn, id: BroadcastId, message: Option<i32>) -> Result<()> {
    conn.sql("UPDATE broadcasts SET progress_id = $2 WHERE id = $1")
        .bind(id.0)
        .bind(message.map(i64::from))
        .run()
        .await?;
    Ok(())
}

/// Replaces what it says, as a new version.
pub async fn set_content(conn: &mut Conn, id: BroadcastId, content: &Content) -> Result<()> {
    conn.sql("UPDATE broadcasts SET content = $2, version = version + 1 WHERE id = $1")
        .bind(id.0)
        .bind(written("content", content)?)
        .run()
        .await?;
    Ok(())
}
