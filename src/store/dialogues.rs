//! Statements on the memory of conversations: one state per person, as JSON that only the conversation reads.

use super::{Conn, Result};
use crate::domain::PersonId;
use chrono::{DateTime, Utc};

/// The state of the person's conversation.
pub async fn lookup(conn: &mut Conn, person: PersonId) -> Result<Option<String>> {
    conn.sql("SELECT state FROM dialogues WHERE person_id = $1").bind(person.0).optional_value().await
}

/// Keeps the state.
pub async fn set(conn: &mut Conn, person: PersonId, state: &str, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO dialogues (person_id, state, updated_at) VALUES ($1, $2, $3)
         ON CONFLICT (person_id) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at",
    )
    .bind(person.0)
    .bind(state)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Ends the conversation.
pub async fn remove(conn: &mut Conn, person: PersonId) -> Result<()> {
    conn.sql("DELETE FROM dialogues WHERE person_id = $1").bind(person.0).run().await?;
    Ok(())
}

/// Forgets conversations that nobody continued since `before`.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    conn.sql("DELETE FROM dialogues WHERE updated_at < $1").bind(before).run().await
}
