//! Statements on questions with their answers that are kept for others, and the search in them.

use super::{Conn, Result, events::query, rows::word};
use crate::domain::{Answer, EventId, Faq, FaqId, Question, QuestionId, Texts, Words, normalise};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct EntryRow {
    id: i64,
    event_id: i64,
    question_id: i64,
    question: String,
    answer: String,
}

#[derive(sqlx::FromRow)]
struct FoundRow {
    #[sqlx(flatten)]
    entry: EntryRow,
    title_kk: Option<String>,
    title_ru: Option<String>,
    title_en: Option<String>,
}

impl TryFrom<EntryRow> for Faq {
    type Error = super::Error;

    fn try_from(row: EntryRow) -> Result<Self> {
        Ok(Faq {
            id: FaqId(row.id),
            event: EventId(row.event_id),
            question: QuestionId(row.question_id),
            words: word("question", &row.question, |text| Words::parse(text).ok())?,
            answer: word("answer", &row.answer, |text| Answer::parse(text).ok())?,
        })
    }
}

/// Keeps an answered question for others, at an event. Nothing is kept twice. Whether it is new.
pub async fn add(
    conn: &mut Conn,
    event: EventId,
    question: &Question,
    answer: &Answer,
    now: DateTime<Utc>,
) -> Result<bool> {
    let id: Option<i64> = conn
        .sql(
            "INSERT INTO faq (event_id, question_id, question, answer, added_at) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (event_id, question_id) DO NOTHING RETURNING id",
        )
        .bind(event.0)
        .bind(question.id.0)
        .bind(question.words.as_str())
        .bind(answer.as_str())
        .bind(now)
        .optional_value()
        .await?;
    let Some(id) = id else { return Ok(false) };
    index(conn, id, &question.words, answer).await?;
    Ok(true)
}

/// Puts a corrected answer in all places where its question is kept.
pub async fn correct(conn: &mut Conn, question: &Question, answer: &Answer) -> Result<()> {
    let ids: Vec<i64> = conn
        .sql("UPDATE faq SET answer = $2 WHERE question_id = $1 RETURNING id")
        .bind(question.id.0)
        .bind(answer.as_str())
        .values()
        .await?;
    for id in ids {
        index(conn, id, &question.words, answer).await?;
    }
    Ok(())
}

/// The entry.
pub async fn lookup(conn: &mut Conn, id: FaqId) -> Result<Option<Faq>> {
    let row: Option<EntryRow> = conn
        .sql("SELECT id, event_id, question_id, question, answer FROM faq WHERE id = $1")
        .bind(id.0)
        .optional()
        .await?;
    row.map(Faq::try_from).transpose()
}

/// The entry that a question is kept as at an event.
pub async fn find(conn: &mut Conn, event: EventId, question: QuestionId) -> Result<Option<FaqId>> {
    let id: Option<i64> = conn
        .sql("SELECT id FROM faq WHERE event_id = $1 AND question_id = $2")
        .bind(event.0)
        .bind(question.0)
        .optional_value()
        .await?;
    Ok(id.map(FaqId))
}

/// Keeps it no longer.
pub async fn remove(conn: &mut Conn, id: FaqId) -> Result<()> {
    unindex(conn, id.0).await?;
    conn.sql("DELETE FROM faq WHERE id = $1").bind(id.0).run().await?;
    Ok(())
}

/// A page of what is kept at an event, in the order in which it was kept.
pub async fn list(conn: &mut Conn, event: EventId, limit: u32, offset: u32) -> Result<Vec<Faq>> {
    let rows: Vec<EntryRow> = conn
        .sql("SELECT id, event_id, question_id, question, answer FROM faq WHERE event_id = $1 ORDER BY id LIMIT $2 OFFSET $3")
        .bind(event.0)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(Faq::try_from).collect()
}

/// How many there are on all pages.
pub async fn count(conn: &mut Conn, event: EventId) -> Result<u32> {
    conn.sql("SELECT count(*) FROM faq WHERE event_id = $1").bind(event.0).count().await
}

/// The entries that hold words which begin so, one for each question wherever it is kept.
macro_rules! found {
    ($conn:expr, $words:expr, $head:literal, $tail:literal) => {{
        let words = query($conn, $words);
        $conn
            .either(
                found!(@$head, "SELECT rowid FROM faq_search WHERE faq_search MATCH $1", $tail),
                found!(@
                    $head,
                    "SELECT id FROM faq_search WHERE to_tsvector('simple', words) @@ to_tsquery('simple', $1)",
                    $tail
                ),
            )
            .bind(words)
    }};
    (@$head:literal, $matching:literal, $tail:literal) => {
        concat!(
            $head,
            " FROM faq f JOIN events e ON e.id = f.event_id WHERE f.id IN (
                 SELECT max(m.id) FROM faq m JOIN events n ON n.id = m.event_id
                 WHERE n.status <> 'draft' AND m.id IN (",
            $matching,
            ") GROUP BY m.question_id) ",
            $tail
        )
    };
}

/// A page of what a search by words found, latest first, each with the title of its event. `words` as
/// [`super::events::Wanted::words`] gives them.
pub async fn search(conn: &mut Conn, words: &str, limit: u32, offset: u32) -> Result<Vec<(Faq, Texts)>> {
    let rows: Vec<FoundRow> = found!(
        conn,
        words,
        "SELECT f.id, f.event_id, f.question_id, f.question, f.answer, e.title_kk, e.title_ru, e.title_en",
        "ORDER BY f.id DESC LIMIT $2 OFFSET $3"
    )
    .bind(i64::from(limit))
    .bind(i64::from(offset))
    .all()
    .await?;
    rows.into_iter()
        .map(|row| {
            let title = Texts { kk: row.title_kk, ru: row.title_ru, en: row.title_en };
            Ok((row.entry.try_into()?, title))
        })
        .collect()
}

/// How many there are on all pages.
pub async fn count_found(conn: &mut Conn, words: &str) -> Result<u32> {
    found!(conn, words, "SELECT count(*)", "").count().await
}

/// Puts the words of an entry where the search looks.
async fn index(conn: &mut Conn, id: i64, question: &Words, answer: &Answer) -> Result<()> {
    unindex(conn, id).await?;
    conn.either(
        "INSERT INTO faq_search (rowid, words) VALUES ($1, $2)",
        "INSERT INTO faq_search (id, words) VALUES ($1, $2)",
    )
    .bind(id)
    .bind(normalise(&format!("{} {}", question.as_str(), answer.as_str())))
    .run()
    .await?;
    Ok(())
}

async fn unindex(conn: &mut Conn, id: i64) -> Result<()> {
    conn.either("DELETE FROM faq_search WHERE rowid = $1", "DELETE FROM faq_search WHERE id = $1")
        .bind(id)
        .run()
        .await?;
    Ok(())
}
