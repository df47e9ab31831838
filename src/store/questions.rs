//! Statements on questions and votes. The notices that carry an answer to those who want to hear it are in `answers`.

use super::{Conn, Error, Result, rows::word};
use crate::domain::{Answer, EventId, PersonId, Pile, Question, QuestionId, QuestionRecord, Threads, Words};
use chrono::{DateTime, Utc};

#[derive(sqlx::FromRow)]
struct QuestionRow {
    id: i64,
    event_id: i64,
    person_id: i64,
    words: String,
    is_approved: bool,
    is_hidden: bool,
    answer: Option<String>,
    answered_at: Option<DateTime<Utc>>,
    #[sqlx(try_from = "i64")]
    version: u32,
    #[sqlx(try_from = "i64")]
    votes: u32,
    is_voted: bool,
}

impl TryFrom<QuestionRow> for Question {
    type Error = Error;

    fn try_from(row: QuestionRow) -> Result<Self> {
        let answer = row.answer.map(|text| word("answer", &text, |text| Answer::parse(text).ok()));
        Ok(Question {
            id: QuestionId(row.id),
            event: EventId(row.event_id),
            asker: PersonId(row.person_id),
            words: word("words", &row.words, |text| Words::parse(text).ok())?,
            is_approved: row.is_approved,
            is_hidden: row.is_hidden,
            answer: answer.transpose()?.zip(row.answered_at),
            version: row.version,
            votes: row.votes,
            is_voted: row.is_voted,
        })
    }
}

/// A statement on questions as the person `$1` sees them.
macro_rules! questions {
    ($tail:literal) => {
        concat!(
            "SELECT q.id, q.event_id, q.person_id, q.words, q.approved_at IS NOT NULL AS is_approved,
                 q.hidden_at IS NOT NULL AS is_hidden, q.answer, q.answered_at, q.version,
                 (SELECT count(*) FROM votes v WHERE v.question_id = q.id) AS votes,
                 EXISTS (SELECT 1 FROM votes v WHERE v.question_id = q.id AND v.person_id = $1) AS is_voted
             FROM questions q ",
            $tail
        )
    };
}

/// Which questions about the event `$2` the person `$1` sees beside what is kept for everybody. One text, so that a page
/// and its total cannot disagree.
macro_rules! seen {
    ($head:literal, $tail:literal) => {
        concat!(
            $head,
            " WHERE q.event_id = $2 AND q.hidden_at IS NULL AND (q.approved_at IS NOT NULL OR q.person_id = $1)
                AND NOT EXISTS (SELECT 1 FROM faq f WHERE f.event_id = q.event_id AND f.question_id = q.id) ",
            $tail
        )
    };
}

/// Notes a question that nobody has looked at yet.
pub async fn add(
    conn: &mut Conn,
    event: EventId,
    asker: PersonId,
    words: &Words,
    now: DateTime<Utc>,
) -> Result<QuestionId> {
    let id = conn
        .sql("INSERT INTO questions (event_id, person_id, words, asked_at) VALUES ($1, $2, $3, $4) RETURNING id")
        .bind(event.0)
        .bind(asker.0)
        .bind(words.as_str())
        .bind(now)
        .value()
        .await?;
    Ok(QuestionId(id))
}

/// The question as a person sees it.
pub async fn lookup(conn: &mut Conn, id: QuestionId, viewer: PersonId) -> Result<Option<Question>> {
    let row: Option<QuestionRow> =
        conn.sql(questions!("WHERE q.id = $2")).bind(viewer.0).bind(id.0).optional().await?;
    row.map(Question::try_from).transpose()
}

/// Holds everybody else back who would answer the question or vote for it, until the transaction ends. SQLite's one
/// writer needs none.
pub async fn lock(conn: &mut Conn, id: QuestionId) -> Result<()> {
    if !conn.is_sqlite() {
        conn.sql("SELECT id FROM questions WHERE id = $1 FOR NO KEY UPDATE")
            .bind(id.0)
            .optional_value::<i64>()
            .await?;
    }
    Ok(())
}

/// A page of what a person sees about an event: open questions first, those with most votes before others.
pub async fn list(
    conn: &mut Conn,
    event: EventId,
    viewer: PersonId,
    limit: u32,
    offset: u32,
) -> Result<Vec<Question>> {
    let rows: Vec<QuestionRow> = conn
        .sql(concat!(
            questions!(""),
            seen!("", "ORDER BY q.answer IS NOT NULL, votes DESC, q.id LIMIT $3 OFFSET $4")
        ))
        .bind(viewer.0)
        .bind(event.0)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(Question::try_from).collect()
}

/// How many there are on all pages.
pub async fn count(conn: &mut Conn, event: EventId, viewer: PersonId) -> Result<u32> {
    conn.sql(seen!("SELECT count(*) FROM questions q", "")).bind(viewer.0).bind(event.0).count().await
}

/// A page of a pile: new ones in the order they were asked, open ones by votes, the latest answer first.
pub async fn list_pile(
    conn: &mut Conn,
    event: EventId,
    viewer: PersonId,
    pile: Pile,
    limit: u32,
    offset: u32,
) -> Result<Vec<Question>> {
    let rows: Vec<QuestionRow> = conn
        .sql(questions!(
            "WHERE q.event_id = $2 AND q.hidden_at IS NULL
               AND CASE WHEN q.answer IS NOT NULL THEN 'a' WHEN q.approved_at IS NOT NULL THEN 'o' ELSE 'n' END = $3
             ORDER BY CASE WHEN $3 = 'a' THEN q.answered_at END DESC, CASE WHEN $3 = 'n' THEN q.id END,
                 votes DESC, q.id LIMIT $4 OFFSET $5"
        ))
        .bind(viewer.0)
        .bind(event.0)
        .bind(pile.code())
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    rows.into_iter().map(Question::try_from).collect()
}

/// How many questions each pile of an event has, in the order of [`Pile::ALL`].
pub async fn count_piles(conn: &mut Conn, event: EventId) -> Result<[u32; Pile::ALL.len()]> {
    let (new, open, answered): (i64, i64, i64) = conn
        .sql(
            "SELECT count(CASE WHEN answer IS NULL AND approved_at IS NULL THEN 1 END),
                    count(CASE WHEN answer IS NULL AND approved_at IS NOT NULL THEN 1 END), count(answer)
             FROM questions WHERE event_id = $1 AND hidden_at IS NULL",
        )
        .bind(event.0)
        .one()
        .await?;
    Ok([new, open, answered].map(|count| count as u32))
}

/// How many questions without an answer a person has at an event, hidden ones included.
pub async fn count_unanswered(conn: &mut Conn, event: EventId, asker: PersonId) -> Result<u32> {
    conn.sql("SELECT count(*) FROM questions WHERE event_id = $1 AND person_id = $2 AND answer IS NULL")
        .bind(event.0)
        .bind(asker.0)
        .count()
        .await
}

/// Lets everybody see it.
pub async fn set_approved(conn: &mut Conn, id: QuestionId, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE questions SET approved_at = coalesce(approved_at, $2) WHERE id = $1")
        .bind(id.0)
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// Takes it away from everybody but those who answer, at an instant; `None` gives it back.
pub async fn set_hidden(conn: &mut Conn, id: QuestionId, at: Option<DateTime<Utc>>) -> Result<()> {
    conn.sql("UPDATE questions SET hidden_at = $2 WHERE id = $1").bind(id.0).bind(at).run().await?;
    Ok(())
}

/// Answers it, which lets everybody see it too.
pub async fn set_answer(
    conn: &mut Conn,
    id: QuestionId,
    answer: &Answer,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<()> {
    conn.sql(
        "UPDATE questions SET answer = $2, answered_by = $3, answered_at = $4,
             approved_at = coalesce(approved_at, $4) WHERE id = $1",
    )
    .bind(id.0)
    .bind(answer.as_str())
    .bind(by.0)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Puts another answer in place of the one that was given.
pub async fn correct(conn: &mut Conn, id: QuestionId, answer: &Answer) -> Result<()> {
    conn.sql("UPDATE questions SET answer = $2, version = version + 1 WHERE id = $1 AND answer IS NOT NULL")
        .bind(id.0)
        .bind(answer.as_str())
        .run()
        .await?;
    Ok(())
}

/// Notes that a person wants to hear the answer too. Whether that is new.
pub async fn add_vote(conn: &mut Conn, id: QuestionId, person: PersonId, now: DateTime<Utc>) -> Result<bool> {
    let added = conn
        .sql(
            "INSERT INTO votes (question_id, person_id, voted_at) VALUES ($1, $2, $3)
             ON CONFLICT (question_id, person_id) DO NOTHING",
        )
        .bind(id.0)
        .bind(person.0)
        .bind(now)
        .run()
        .await?;
    Ok(added == 1)
}

/// Takes a vote back.
pub async fn remove_vote(conn: &mut Conn, id: QuestionId, person: PersonId) -> Result<()> {
    conn.sql("DELETE FROM votes WHERE question_id = $1 AND person_id = $2")
        .bind(id.0)
        .bind(person.0)
        .run()
        .await?;
    Ok(())
}

/// What there is beside the card of an event, for everybody.
pub async fn beside(conn: &mut Conn, event: EventId) -> Result<Threads> {
    let (questions, materials): (bool, bool) = conn
        .sql(
            "SELECT EXISTS (SELECT 1 FROM questions WHERE event_id = $1 AND approved_at IS NOT NULL AND hidden_at IS NULL)
                 OR EXISTS (SELECT 1 FROM faq WHERE event_id = $1),
                 EXISTS (SELECT 1 FROM materials WHERE event_id = $1)",
        )
        .bind(event.0)
        .one()
        .await?;
    Ok(Threads { questions, materials })
}

#[derive(sqlx::FromRow)]
struct RecordRow {
    title: String,
    own: bool,
    words: String,
    answer: Option<String>,
    at: DateTime<Utc>,
}

/// Every question a person asked or voted for, for their own reading.
pub async fn list_records(conn: &mut Conn, person: PersonId) -> Result<Vec<QuestionRecord>> {
    let rows: Vec<RecordRow> = conn
        .sql(
            "SELECT coalesce(e.title_kk, e.title_ru, e.title_en, '') AS title, q.person_id = $1 AS own, q.words,
                 q.answer, coalesce(v.voted_at, q.asked_at) AS at
             FROM questions q JOIN events e ON e.id = q.event_id
             LEFT JOIN votes v ON v.question_id = q.id AND v.person_id = $1
             WHERE q.person_id = $1 OR v.person_id IS NOT NULL ORDER BY q.id",
        )
        .bind(person.0)
        .all()
        .await?;
    let record = |row: RecordRow| QuestionRecord {
        event: row.title,
        own: row.own,
        question: row.words,
        answer: row.answer,
        at: row.at,
    };
    Ok(rows.into_iter().map(record).collect())
}

/// Deletes the questions about events that began before an instant, with their votes. Returns how many.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    conn.sql(
        "DELETE FROM votes WHERE question_id IN (
             SELECT q.id FROM questions q JOIN events e ON e.id = q.event_id WHERE e.starts_at < $1)",
    )
    .bind(before)
    .run()
    .await?;
    conn.sql("DELETE FROM questions WHERE event_id IN (SELECT id FROM events WHERE starts_at < $1)")
        .bind(before)
        .run()
        .await
}
