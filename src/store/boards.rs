//! Statements on what a door puts up: the messages that show it to its staff and are kept up to date, and whether its code
//! on paper is good.

use super::{Conn, Result, rows::word};
use crate::domain::{Board, EventId, Language, PersonId};
use chrono::{DateTime, Utc};
use sqlx::FromRow;

#[derive(FromRow)]
struct BoardRow {
    person_id: i64,
    language: Option<String>,
    event_id: i64,
    message_id: i64,
    shown: String,
}

/// All boards, those of a door together.
pub async fn list(conn: &mut Conn) -> Result<Vec<Board>> {
    let rows: Vec<BoardRow> = conn
        .sql(
            "SELECT b.person_id, p.language, b.event_id, b.message_id, b.shown
             FROM boards b LEFT JOIN people p ON p.id = b.person_id ORDER BY b.event_id, b.person_id",
        )
        .all()
        .await?;
    let board = |row: BoardRow| {
        let language = row.language.map(|code| word("language", &code, Language::parse)).transpose()?;
        Ok(Board {
            person: PersonId(row.person_id),
            language: language.unwrap_or(Language::Kk),
            event: EventId(row.event_id),
            message: row.message_id as i32,
            shown: row.shown,
        })
    };
    rows.into_iter().map(board).collect()
}

/// Notes that this message shows a door to a person, in place of any other board of theirs.
pub async fn set(conn: &mut Conn, person: PersonId, event: EventId, message: i32, shown: &str) -> Result<()> {
    conn.sql(
        "INSERT INTO boards (person_id, event_id, message_id, shown) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id) DO UPDATE SET event_id = excluded.event_id, message_id = excluded.message_id,
             shown = excluded.shown",
    )
    .bind(person.0)
    .bind(event.0)
    .bind(i64::from(message))
    .bind(shown)
    .run()
    .await?;
    Ok(())
}

/// Notes what a board shows by now, unless another message has taken its place.
pub async fn set_shown(conn: &mut Conn, person: PersonId, message: i32, shown: &str) -> Result<()> {
    conn.sql("UPDATE boards SET shown = $3 WHERE person_id = $1 AND message_id = $2")
        .bind(person.0)
        .bind(i64::from(message))
        .bind(shown)
        .run()
        .await?;
    Ok(())
}

/// Lets the board of a person go; only if it is this message, where one is given.
pub async fn remove(conn: &mut Conn, person: PersonId, message: Option<i32>) -> Result<()> {
    conn.sql("DELETE FROM boards WHERE person_id = $1 AND message_id = coalesce($2, message_id)")
        .bind(person.0)
        .bind(message.map(i64::from))
        .run()
        .await?;
    Ok(())
}

/// Whether the code on paper is good at the door of an event.
pub async fn is_printed(conn: &mut Conn, event: EventId) -> Result<bool> {
    let found: Option<i64> = conn
        .sql("SELECT event_id FROM printed_codes WHERE event_id = $1")
        .bind(event.0)
        .optional_value()
        .await?;
    Ok(found.is_some())
}

/// Makes the code on paper good, or no longer good.
pub async fn set_printed(conn: &mut Conn, event: EventId, good: bool, now: DateTime<Utc>) -> Result<()> {
    let statement = if good {
        conn.sql("INSERT INTO printed_codes (event_id, since) VALUES ($1, $2) ON CONFLICT DO NOTHING")
            .bind(event.0)
            .bind(now)
    } else {
        conn.sql("DELETE FROM printed_codes WHERE event_id = $1").bind(event.0)
    };
    statement.run().await?;
    Ok(())
}
