//! Statements on planned occasions: one row per event and occasion, not per person; and what they bring about for the
//! people of an event.

use super::{Conn, Error, Result, conn::Statement, outbox::rank};
use crate::domain::{EventId, Lane, Occasion, Planned, Times};
use chrono::{DateTime, Utc};

/// Plans an occasion or moves it. One that has fired fires again only if it is moved into the future.
pub async fn set(conn: &mut Conn, planned: &Planned, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "INSERT INTO occasions (event_id, occasion, due) VALUES ($1, $2, $3)
         ON CONFLICT (event_id, occasion) DO UPDATE SET due = excluded.due,
             fired_at = CASE WHEN excluded.due > $4 THEN NULL ELSE occasions.fired_at END
         WHERE occasions.due <> excluded.due",
    )
    .bind(planned.event.0)
    .bind(planned.occasion.to_string())
    .bind(planned.due)
    .bind(now)
    .run()
    .await?;
    Ok(())
}

/// Drops the unfired occasions of an event before they are planned anew; or those of all events that lie ahead of
/// `now`, because one that fell due while nobody looked is still to fire.
pub async fn clear(conn: &mut Conn, event: Option<EventId>, now: DateTime<Utc>) -> Result<()> {
    conn.sql("DELETE FROM occasions WHERE fired_at IS NULL AND (event_id = $1 OR ($1 IS NULL AND due > $2))")
        .bind(event.map(|id| id.0))
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// Occasions that have fallen due.
pub async fn list_due(conn: &mut Conn, now: DateTime<Utc>, limit: u32) -> Result<Vec<Planned>> {
    let rows: Vec<(i64, String, DateTime<Utc>)> = conn.sql(
        "SELECT event_id, occasion, due FROM occasions WHERE fired_at IS NULL AND due <= $1 ORDER BY due, occasion LIMIT $2",
    )
    .bind(now)
    .bind(i64::from(limit))
    .all()
    .await?;
    rows.into_iter()
        .map(|(event, occasion, due)| {
            let occasion = occasion.parse().map_err(|_| Error::Unknown("occasion"))?;
            Ok(Planned { event: EventId(event), occasion, due })
        })
        .collect()
}

/// Notes that what an occasion brings about is in the outbox.
pub async fn set_fired(conn: &mut Conn, planned: &Planned, now: DateTime<Utc>) -> Result<()> {
    conn.sql("UPDATE occasions SET fired_at = $3 WHERE event_id = $1 AND occasion = $2")
        .bind(planned.event.0)
        .bind(planned.occasion.to_string())
        .bind(now)
        .run()
        .await?;
    Ok(())
}

/// When the next occasion falls due or the next offer ends.
pub async fn next_due(conn: &mut Conn) -> Result<Option<DateTime<Utc>>> {
    conn.sql(
        "SELECT min(due) FROM (
             SELECT min(due) AS due FROM occasions WHERE fired_at IS NULL
             UNION ALL SELECT min(offer_until) FROM registrations WHERE standing = 'offered') AS ahead",
    )
    .value()
    .await
}

#[derive(sqlx::FromRow)]
struct TimesRow {
    id: i64,
    starts_at: DateTime<Utc>,
    duration_min: i64,
    closes_at: Option<DateTime<Utc>>,
}

/// Events that take place, or did, and start after an instant, for planning.
pub async fn list_events(conn: &mut Conn, after: DateTime<Utc>) -> Result<Vec<(EventId, Times)>> {
    let rows: Vec<TimesRow> = conn
        .sql(
            "SELECT id, starts_at, duration_min, closes_at FROM events
             WHERE status IN ('published', 'finished') AND starts_at > $1 ORDER BY id",
        )
        .bind(after)
        .all()
        .await?;
    let times =
        |row: TimesRow| (EventId(row.id), Times::new(row.starts_at, row.duration_min as u32, row.closes_at));
    Ok(rows.into_iter().map(times).collect())
}

/// A statement that enqueues a notice of an occasion for registrations `r` of event `$1`: its kind, its subject and its
/// body as SQL, and for which of them. `$2` is the lane, `$3` now, `$4` when it is void.
macro_rules! for_registrations {
    ($kind:literal, $subject:literal, $body:literal, $which:literal) => {
        concat!(
            "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, void_after, created_at)
             SELECT r.person_id, '",
            $kind,
            "', ",
            $subject,
            ", '{\"kind\":\"",
            $kind,
            "\",\"registration\":' || r.id || ",
            $body,
            " || '}', $2, $3, $4, $3 FROM registrations r WHERE r.event_id = $1 AND r.person_id > 0 AND ",
            $which,
            " ON CONFLICT (kind, subject, person_id) DO NOTHING"
        )
    };
}

/// Enqueues what an occasion brings about for those whom it concerns among the registrations of its event. What
/// its organisers hear is not for them.
pub async fn add_for_registrations(
    conn: &mut Conn,
    planned: &Planned,
    revision: u32,
    void_after: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let statement = match planned.occasion {
        // Whoever joined later has just seen what it says.
        Occasion::Reminder(rule) => conn
            .sql(for_registrations!(
                "reminder",
                "r.id || '@' || $5",
                "',\"rule\":\"' || $5 || '\"'",
                "r.standing = 'seated' AND r.created_at <= $6
                 AND r.person_id NOT IN (SELECT m.person_id FROM mutes m WHERE m.kind = 'reminders')"
            ))
            .bind(planned.event.0)
            .bind(rank(Lane::Reminders))
            .bind(now)
            .bind(void_after)
            .bind(rule.to_string())
            .bind(planned.due),
        Occasion::Closing => conn
            .sql(for_registrations!(
                "closed",
                "r.id || '@' || $5",
                "',\"revision\":' || $5",
                "r.standing = 'waiting'"
            ))
            .bind(planned.event.0)
            .bind(rank(Lane::MustKnow))
            .bind(now)
            .bind(void_after)
            .bind(revision.to_string()),
        Occasion::Feedback => afterwards(
            conn.sql(for_registrations!(
                "feedback",
                "CAST(r.id AS TEXT)",
                "''",
                "r.standing = 'seated'
                 AND r.person_id NOT IN (SELECT m.person_id FROM mutes m WHERE m.kind = 'feedback')"
            )),
            planned,
            (void_after, now),
        ),
        Occasion::Absent => afterwards(
            conn.sql(for_registrations!(
                "absent",
                "CAST(r.id AS TEXT)",
                "''",
                "r.standing = 'seated'
                 AND EXISTS (SELECT 1 FROM arrivals a WHERE a.event_id = r.event_id AND a.undone_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM arrivals a WHERE a.registration_id = r.id AND a.undone_at IS NULL)
                 AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.registration_id = r.id AND f.came)
                 AND r.person_id NOT IN (SELECT m.person_id FROM mutes m WHERE m.kind = 'feedback')"
            )),
            planned,
            (void_after, now),
        ),
        Occasion::Results | Occasion::Report | Occasion::Overdue | Occasion::Missing => return Ok(0),
    };
    statement.run().await
}

/// Binds what is asked and told once an event is over.
fn afterwards<'c>(
    statement: Statement<'c>,
    planned: &Planned,
    (void_after, now): (DateTime<Utc>, DateTime<Utc>),
) -> Statement<'c> {
    statement.bind(planned.event.0).bind(rank(Lane::Broadcasts)).bind(now).bind(void_after)
}
