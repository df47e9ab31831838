//! Statements on the outbox: notices that must reach people, claimed with a lease, finished in a named state.

use super::{Conn, Error, Result};
use crate::domain::{EventId, Lane, Notice, NoticeId, PersonId};
use chrono::{DateTime, Utc};

/// A claimed notice.
#[derive(Clone, Debug)]
pub struct Claimed {
    /// Its row.
    pub id: NoticeId,
    /// To whom.
    pub person: PersonId,
    /// What.
    pub notice: Notice,
    /// Which try this is, from 1.
    pub attempt: u32,
}

/// How a notice ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Telegram has taken it.
    Sent,
    /// It no longer applied when its turn came.
    Void,
    /// The person cannot be reached.
    Gone,
    /// It failed for good.
    Failed,
}

impl Ending {
    const fn slug(self) -> &'static str {
        match self {
            Ending::Sent => "sent",
            Ending::Void => "void",
            Ending::Gone => "gone",
            Ending::Failed => "failed",
        }
    }
}

/// Puts a notice in the queue, once per kind, subject and person. `false` when it was there.
pub async fn add(
    conn: &mut Conn,
    person: PersonId,
    notice: &Notice,
    due: DateTime<Utc>,
    void_after: Option<DateTime<Utc>>,
) -> Result<bool> {
    let added = sqlx::query(
        "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, void_after, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $6) ON CONFLICT (kind, subject, person_id) DO NOTHING",
    )
    .bind(person.0)
    .bind(notice.kind())
    .bind(notice.subject())
    .bind(serde_json::to_string(notice).map_err(|_| Error::Unknown("notice"))?)
    .bind(rank(notice.lane()))
    .bind(due)
    .bind(void_after)
    .execute(conn)
    .await?;
    Ok(added.rows_affected() == 1)
}

/// Puts the same notice in the queue again, though it was sent: asked for by the person.
pub async fn renew(conn: &mut Conn, person: PersonId, notice: &Notice, now: DateTime<Utc>) -> Result<()> {
    sqlx::query(
        "DELETE FROM outbox WHERE kind = $1 AND subject = $2 AND person_id = $3 AND state NOT IN ('queued', 'sending')",
    )
    .bind(notice.kind())
    .bind(notice.subject())
    .bind(person.0)
    .execute(&mut *conn)
    .await?;
    add(conn, person, notice, now, None).await.map(|_| ())
}

/// Takes due notices, up to so many of each lane, and leases them until `lease`. The try is on record before
/// anything is sent, so that after a crash it is known which may have arrived.
pub async fn claim(
    conn: &mut Conn,
    limits: [u32; Lane::ALL.len()],
    now: DateTime<Utc>,
    lease: DateTime<Utc>,
) -> Result<Vec<Claimed>> {
    /// The head of a lane's queue.
    macro_rules! head {
        ($lane:literal, $limit:literal) => {
            concat!(
                "SELECT id FROM (SELECT id FROM outbox WHERE state = 'queued' AND lane = ",
                $lane,
                " AND due <= $1 ORDER BY due, id LIMIT ",
                $limit,
                ")"
            )
        };
    }
    let mut claim = sqlx::query_as(concat!(
        "UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = $2 WHERE id IN (",
        head!("0", "$3"),
        " UNION ALL ",
        head!("1", "$4"),
        " UNION ALL ",
        head!("2", "$5"),
        " UNION ALL ",
        head!("3", "$6"),
        ") RETURNING id, person_id, notice, attempts"
    ))
    .bind(now)
    .bind(lease);
    for limit in limits {
        claim = claim.bind(limit);
    }
    let rows: Vec<(i64, i64, String, u32)> = claim.fetch_all(conn).await?;
    rows.into_iter()
        .map(|(id, person, notice, attempt)| {
            let notice = serde_json::from_str(&notice).map_err(|_| Error::Unknown("notice"))?;
            Ok(Claimed { id: NoticeId(id), person: PersonId(person), notice, attempt })
        })
        .collect()
}

/// Ends a claimed notice.
pub async fn finish(conn: &mut Conn, id: NoticeId, ending: Ending, now: DateTime<Utc>) -> Result<()> {
    sqlx::query("UPDATE outbox SET state = $2, finished_at = $3, lease_until = NULL WHERE id = $1 AND state = 'sending'")
        .bind(id.0)
        .bind(ending.slug())
        .bind(now)
        .execute(conn)
        .await?;
    Ok(())
}

/// Puts a claimed notice back for later. `uncertain` when it may have arrived all the same.
pub async fn postpone(conn: &mut Conn, id: NoticeId, due: DateTime<Utc>, uncertain: bool) -> Result<()> {
    sqlx::query(
        "UPDATE outbox SET state = 'queued', due = $2, lease_until = NULL, uncertain = uncertain + $3
         WHERE id = $1 AND state = 'sending'",
    )
    .bind(id.0)
    .bind(due)
    .bind(u32::from(uncertain))
    .execute(conn)
    .await?;
    Ok(())
}

/// Notices whose lease has ended: their sender may have vanished.
pub async fn list_overdue(conn: &mut Conn, now: DateTime<Utc>) -> Result<Vec<NoticeId>> {
    let ids: Vec<i64> =
        sqlx::query_scalar("SELECT id FROM outbox WHERE state = 'sending' AND lease_until <= $1 LIMIT 1000")
            .bind(now)
            .fetch_all(conn)
            .await?;
    Ok(ids.into_iter().map(NoticeId).collect())
}

/// Returns everything that was being sent to the queue, as uncertain: it may have arrived. For the start, when nobody
/// is sending.
pub async fn recover(conn: &mut Conn) -> Result<u64> {
    let recovered = sqlx::query(
        "UPDATE outbox SET state = 'queued', lease_until = NULL, uncertain = uncertain + 1
         WHERE state = 'sending'",
    )
    .execute(conn)
    .await?;
    Ok(recovered.rows_affected())
}

/// Ends notices that are past their time: (kind, how many) for the counters.
pub async fn void_stale(conn: &mut Conn, now: DateTime<Utc>) -> Result<u64> {
    let voided = sqlx::query(
        "UPDATE outbox SET state = 'void', finished_at = $1 WHERE state = 'queued' AND void_after <= $1 AND due <= $1",
    )
    .bind(now)
    .execute(conn)
    .await?;
    Ok(voided.rows_affected())
}

/// When the next queued notice falls due, and when the next lease ends.
pub async fn next_due(conn: &mut Conn) -> Result<(Option<DateTime<Utc>>, Option<DateTime<Utc>>)> {
    // Lane by lane, each a step into the index: the least of all would read the whole queue.
    Ok(sqlx::query_as(
        "SELECT (SELECT min(due) FROM (
                     SELECT min(due) AS due FROM outbox WHERE state = 'queued' AND lane = 0
                     UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 1
                     UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 2
                     UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 3)),
                (SELECT min(lease_until) FROM outbox WHERE state = 'sending')",
    )
    .fetch_one(conn)
    .await?)
}

/// Enqueues a reminder for everybody who is seated at the event and joined before it fell due.
pub async fn add_reminders(
    conn: &mut Conn,
    event: EventId,
    rule: crate::domain::ReminderRule,
    due: DateTime<Utc>,
    void_after: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<u64> {
    let added = sqlx::query(
        "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, void_after, created_at)
         SELECT person_id, 'reminder', id || '@' || $2,
             '{\"kind\":\"reminder\",\"registration\":' || id || ',\"rule\":\"' || $2 || '\"}', $3, $4, $5, $4
         FROM registrations WHERE event_id = $1 AND standing = 'seated' AND created_at <= $6
         ON CONFLICT (kind, subject, person_id) DO NOTHING",
    )
    .bind(event.0)
    .bind(rule.to_string())
    .bind(rank(Lane::Reminders))
    .bind(now)
    .bind(void_after)
    .bind(due)
    .execute(conn)
    .await?;
    Ok(added.rows_affected())
}

/// Forgets reminders of the event's former time that are planned once more, so that people are reminded of the new one.
pub async fn forget_reminders(conn: &mut Conn, event: EventId) -> Result<()> {
    sqlx::query(
        "DELETE FROM outbox WHERE kind = 'reminder' AND state <> 'sending' AND subject IN (
             SELECT r.id || '@' || m.rule FROM registrations r JOIN reminders m ON m.event_id = r.event_id
             WHERE r.event_id = $1 AND m.fired_at IS NULL)",
    )
    .bind(event.0)
    .execute(conn)
    .await?;
    Ok(())
}

/// Forgets finished notices older than `before`.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>) -> Result<u64> {
    Ok(sqlx::query("DELETE FROM outbox WHERE finished_at < $1")
        .bind(before)
        .execute(conn)
        .await?
        .rows_affected())
}

/// How many notices are queued, how many failed, and how often one was sent again without certainty.
pub async fn count(conn: &mut Conn) -> Result<(u32, u32, u32)> {
    Ok(sqlx::query_as(
        "SELECT (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')),
                (SELECT count(*) FROM outbox WHERE state = 'failed'),
                (SELECT coalesce(sum(uncertain), 0) FROM outbox)",
    )
    .fetch_one(conn)
    .await?)
}

fn rank(lane: Lane) -> u32 {
    Lane::ALL.iter().position(|other| *other == lane).unwrap_or(Lane::ALL.len()) as u32
}
