//! Statements on the notices that carry an answer to those who asked or voted, and its correction to those who have it.

use super::{Conn, Error, Result, outbox::rank};
use crate::domain::{Notice, PersonId, QuestionId};
use chrono::{DateTime, Utc};

/// Puts the answer in the queue for whoever asked or voted, once each. Returns for how many.
pub async fn add(
    conn: &mut Conn,
    id: QuestionId,
    void_after: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u32> {
    let notice = Notice::Answer { question: id };
    let added = conn
        .sql(
            "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, void_after, created_at)
             SELECT p.id, $1, $2, $3, $4, $5, $6, $5 FROM people p WHERE p.id IN (
                 SELECT q.person_id FROM questions q WHERE q.id = $7
                 UNION SELECT v.person_id FROM votes v WHERE v.question_id = $7)
             ON CONFLICT (kind, subject, person_id) DO NOTHING",
        )
        .bind(notice.kind())
        .bind(notice.subject())
        .bind(text_of(&notice)?)
        .bind(rank(notice.lane()))
        .bind(now)
        .bind(void_after)
        .bind(id.0)
        .run()
        .await?;
    Ok(added as u32)
}

/// Puts a correction in the queue for whoever has the answer, or is just being sent it. Returns for how many.
pub async fn add_corrections(
    conn: &mut Conn,
    id: QuestionId,
    version: u32,
    due: DateTime<Utc>,
    void_after: DateTime<Utc>,
) -> Result<u32> {
    let (sent, notice) = (Notice::Answer { question: id }, Notice::AnswerCorrected { question: id, version });
    let added = conn
        .sql(
            "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, void_after, created_at)
             SELECT o.person_id, $1, $2, $3, $4, $5, $6, $5 FROM outbox o
             WHERE o.kind = $7 AND o.subject = $8 AND o.state IN ('sending', 'sent')
             ON CONFLICT (kind, subject, person_id) DO NOTHING",
        )
        .bind(notice.kind())
        .bind(notice.subject())
        .bind(text_of(&notice)?)
        .bind(rank(notice.lane()))
        .bind(due)
        .bind(void_after)
        .bind(sent.kind())
        .bind(sent.subject())
        .run()
        .await?;
    Ok(added as u32)
}

/// What Telegram calls the message in which a person has the answer.
pub async fn message_of(conn: &mut Conn, id: QuestionId, person: PersonId) -> Result<Option<i32>> {
    let notice = Notice::Answer { question: id };
    let message: Option<i64> = conn
        .sql(
            "SELECT message_id FROM outbox WHERE kind = $1 AND subject = $2 AND person_id = $3
               AND message_id IS NOT NULL",
        )
        .bind(notice.kind())
        .bind(notice.subject())
        .bind(person.0)
        .optional_value()
        .await?;
    Ok(message.map(|id| id as i32))
}

fn text_of(notice: &Notice) -> Result<String> {
    serde_json::to_string(notice).map_err(|_| Error::Unknown("notice"))
}
