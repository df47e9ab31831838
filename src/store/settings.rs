//! Statements on the few values the program keeps for itself, such as the key of tickets.

use super::{Conn, Result};

/// The value under this name; `fresh` is stored and returned if there is none.
pub async fn get_or_add(conn: &mut Conn, name: &str, fresh: &str) -> Result<String> {
    conn.sql("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING")
        .bind(name)
        .bind(fresh)
        .run()
        .await?;
    conn.sql("SELECT value FROM settings WHERE name = $1").bind(name).value().await
}
