//! Statements on feedback: what people say of an event once it is over.

use super::{Conn, Result};
use crate::domain::{Comment, EventId, Feedback, Rating, RegistrationId, Results};
use chrono::{DateTime, Utc};

/// What was said for a registration; nothing by default.
pub async fn find(conn: &mut Conn, registration: RegistrationId) -> Result<Feedback> {
    let row: Option<(Option<bool>, Option<i64>, Option<String>)> = conn
        .sql("SELECT came, rating, comment FROM feedback WHERE registration_id = $1")
        .bind(registration.0)
        .optional()
        .await?;
    let feedback = row.map(|(came, rating, comment)| Feedback {
        came,
        rating: rating.and_then(|stars| Rating::new(stars as u32)),
        comment: comment.as_deref().and_then(Comment::parse),
    });
    Ok(feedback.unwrap_or_default())
}

/// Keeps what is said for a registration, in place of what was said before.
pub async fn set(
    conn: &mut Conn,
    registration: RegistrationId,
    event: EventId,
    feedback: &Feedback,
    now: DateTime<Utc>,
) -> Result<()> {
    conn.sql(
        "INSERT INTO feedback (registration_id, event_id, came, rating, comment, given_at)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (registration_id) DO UPDATE SET came = excluded.came, rating = excluded.rating,
             comment = excluded.comment, given_at = excluded.given_at",
    )
    .bind(registration.0)
    .bind(event.0)
    .bind(feedback.came)
    .bind(feedback.rating.map(|rating| i64::from(rating.stars())))
    .bind(feedback.comment.as_ref().map(Comment::as_str))
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// How many said the same.
#[derive(sqlx::FromRow)]
struct SaidRow {
    rating: Option<i64>,
    came: Option<bool>,
    is_marked: bool,
    people: i64,
    comments: i64,
}

/// What everybody said of an event.
pub async fn results(conn: &mut Conn, event: EventId) -> Result<Results> {
    // Whoever was marked at the door came, whatever they say.
    let rows: Vec<SaidRow> = conn
        .sql(
            "SELECT rating, came, is_marked, count(*) AS people, count(comment) AS comments FROM (
                 SELECT f.rating, f.came, f.comment, EXISTS (
                     SELECT 1 FROM arrivals a WHERE a.registration_id = f.registration_id AND a.undone_at IS NULL
                 ) AS is_marked FROM feedback f WHERE f.event_id = $1) AS said
             GROUP BY rating, came, is_marked",
        )
        .bind(event.0)
        .all()
        .await?;
    let mut results = Results::default();
    for SaidRow { rating, came, is_marked, people, comments } in rows {
        let people = people as u32;
        results.comments += comments as u32;
        if let Some(place) = Rating::ALL.iter().position(|r| Some(i64::from(r.stars())) == rating) {
            results.ratings[place] += people;
        }
        match came.filter(|_| !is_marked) {
            Some(true) => results.say_came += people,
            Some(false) => results.say_absent += people,
            None => {}
        }
    }
    Ok(results)
}

/// A page of what people wrote of an event, latest first, each with their rating. Nobody is named.
pub async fn list_comments(
    conn: &mut Conn,
    event: EventId,
    limit: u32,
    offset: u32,
) -> Result<Vec<(Option<Rating>, Comment)>> {
    let rows: Vec<(Option<i64>, String)> = conn
        .sql(
            "SELECT rating, comment FROM feedback WHERE event_id = $1 AND comment IS NOT NULL
             ORDER BY given_at DESC, registration_id DESC LIMIT $2 OFFSET $3",
        )
        .bind(event.0)
        .bind(i64::from(limit))
        .bind(i64::from(offset))
        .all()
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|(rating, comment)| {
            Some((rating.and_then(|stars| Rating::new(stars as u32)), Comment::parse(&comment)?))
        })
        .collect())
}

/// Forgets the words, not the numbers, that were given before an instant. Returns how many.
pub async fn forget_comments(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    conn.sql("UPDATE feedback SET comment = NULL WHERE comment IS NOT NULL AND given_at < $1")
        .bind(before)
        .run()
        .await
}
