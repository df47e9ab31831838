//! Statements on copies of cards that stand in other people's chats.

use super::{Conn, Result};
use crate::domain::{EventId, InlineCopy, Language};
use chrono::{DateTime, Utc};

/// Adds a copy; one that is known already stays as it is.
pub async fn add(conn: &mut Conn, copy: &InlineCopy, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO inline_copies (inline_message_id, event_id, language, shown, edited_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (inline_message_id) DO NOTHING",
    )
    .bind(copy.id.as_str())
    .bind(copy.event.0)
    .bind(copy.language.code())
    .bind(copy.shown.as_str())
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Events that have copies.
pub async fn list_events(conn: &mut Conn) -> Result<Vec<EventId>> {
    let ids: Vec<i64> =
        conn.sql("SELECT DISTINCT event_id FROM inline_copies ORDER BY event_id").values().await?;
    Ok(ids.into_iter().map(EventId).collect())
}

/// Copies of an event in a language that show something else and were last changed by `before`, oldest change first.
pub async fn list_stale(
    conn: &mut Conn,
    event: EventId,
    language: Language,
    shown: &str,
    before: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<String>> {
    conn.sql(
        "SELECT inline_message_id FROM inline_copies
         WHERE event_id = $1 AND language = $2 AND shown <> $3 AND edited_at <= $4
         ORDER BY edited_at, inline_message_id LIMIT $5",
    )
    .bind(event.0)
    .bind(language.code())
    .bind(shown)
    .bind(before)
    .bind(i64::from(limit))
    .values()
    .await
}

/// Notes what a copy shows since `now`.
pub async fn set_shown(conn: &mut Conn, id: &str, shown: &str, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE inline_copies SET shown = $2, edited_at = $3 WHERE inline_message_id = $1")
        .bind(id)
        .bind(shown)
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// Forgets a copy.
pub async fn remove(conn: &mut Conn, id: &str) -> Result<()> {
    conn.sql("DELETE FROM inline_copies WHERE inline_message_id = $1").bind(id).run().await?;
    Ok(())
}

/// Forgets all copies of an event.
pub async fn remove_of(conn: &mut Conn, event: EventId) -> Result<()> {
    conn.sql("DELETE FROM inline_copies WHERE event_id = $1").bind(event.0).run().await?;
    Ok(())
}
