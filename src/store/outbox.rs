//! Statements on the outbox: notices that must reach people, claimed by a replica, finished in a named state.

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
    /// By which replica it was claimed: with the try, the token without which nothing more can be done to it.
    pub replica: i64,
}

/// How a notice ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Telegram has taken it, as this message of the chat.
    Sent(Option<i32>),
    /// It no longer applied when its turn came.
    Void,
    /// The person cannot be reached.
    Gone,
    /// It failed for good, for this reason.
    Failed(String),
    /// It may have arrived, and is of a kind that is not sent again.
    Uncertain,
    /// What it belongs to was paused: it waits until that goes on.
    Held,
}

impl Ending {
    const fn slug(&self) -> &'static str {
        match self {
            Ending::Sent(_) => "sent",
            Ending::Void => "void",
            Ending::Gone => "gone",
            Ending::Failed(_) => "failed",
            Ending::Uncertain => "uncertain",
            Ending::Held => "held",
        }
    }
}

/// Puts a notice in the queue, once per kind, subject and person. `false` when it was there, or nobody is there to get it.
pub async fn add(
    conn: &mut Conn,
    person: PersonId,
    notice: &Notice,
    due: DateTime<Utc>,
    void_after: Option<DateTime<Utc>>,
) -> Result<bool> {
    if person.is_stand_in() {
        return Ok(false);
    }
    let added = conn
        .sql(
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
        .run()
        .await?;
    Ok(added == 1)
}

/// Puts the same notice in the queue again, though it was sent: asked for by the person.
pub async fn renew(conn: &mut Conn, person: PersonId, notice: &Notice, now: DateTime<Utc>) -> Result<()> {
    conn.sql(
        "DELETE FROM outbox WHERE kind = $1 AND subject = $2 AND person_id = $3 AND state NOT IN ('queued', 'sending')",
    )
    .bind(notice.kind())
    .bind(notice.subject())
    .bind(person.0)
    .run()
    .await?;
    add(conn, person, notice, now, None).await.map(|_| ())
}

/// Takes due notices, up to so many of each lane, to be sent by this replica. The try is on record before anything is
/// sent, so that after a crash it is known which may have arrived.
pub async fn claim(
    conn: &mut Conn,
    limits: [u32; Lane::ALL.len()],
    now: DateTime<Utc>,
    replica: i64,
) -> Result<Vec<Claimed>> {
    /// The whole statement; `lock` keeps two replicas from taking the same notice.
    macro_rules! claim {
        ($lock:literal) => {
            concat!(
                "UPDATE outbox SET state = 'sending', attempts = attempts + 1, replica = $2 WHERE id IN (",
                claim!(@"0", "$3", $lock),
                " UNION ALL ",
                claim!(@"1", "$4", $lock),
                " UNION ALL ",
                claim!(@"2", "$5", $lock),
                " UNION ALL ",
                claim!(@"3", "$6", $lock),
                " UNION ALL ",
                claim!(@"4", "$7", $lock),
                ") RETURNING id, person_id, notice, attempts"
            )
        };
        // The head of a lane's queue.
        (@$lane:literal, $limit:literal, $lock:literal) => {
            concat!(
                "SELECT id FROM (SELECT id FROM outbox WHERE state = 'queued' AND lane = ",
                $lane,
                " AND due <= $1 ORDER BY due, id LIMIT ",
                $limit,
                $lock,
                ") AS lane",
                $lane
            )
        };
    }
    let mut claim = conn.either(claim!(""), claim!(" FOR UPDATE SKIP LOCKED")).bind(now).bind(replica);
    for limit in limits {
        claim = claim.bind(i64::from(limit));
    }
    let rows: Vec<(i64, i64, String, i64)> = claim.all().await?;
    rows.into_iter()
        .map(|(id, person, notice, attempt)| {
            let notice = serde_json::from_str(&notice).map_err(|_| Error::Unknown("notice"))?;
            let (id, person) = (NoticeId(id), PersonId(person));
            Ok(Claimed { id, person, notice, attempt: attempt as u32, replica })
        })
        .collect()
}

/// Ends a claimed notice, unless it was taken from whoever claimed it.
pub async fn finish(conn: &mut Conn, claimed: &Claimed, ending: &Ending, now: DateTime<Utc>) -> Result<()> {
    let (message, fault) = match ending {
        Ending::Sent(message) => (*message, None),
        Ending::Failed(fault) => (None, Some(fault.as_str())),
        _ => (None, None),
    };
    conn.sql(
        "UPDATE outbox SET state = $4, finished_at = $5, replica = NULL, message_id = $6, fault = $7
         WHERE id = $1 AND state = 'sending' AND replica = $2 AND attempts = $3",
    )
    .bind(claimed.id.0)
    .bind(claimed.replica)
    .bind(i64::from(claimed.attempt))
    .bind(ending.slug())
    .bind((*ending != Ending::Held).then_some(now))
    .bind(message.map(i64::from))
    .bind(fault)
    .run()
    .await?;
    Ok(())
}

/// Puts a claimed notice back for later. `uncertain` when it may have arrived all the same.
pub async fn postpone(conn: &mut Conn, claimed: &Claimed, due: DateTime<Utc>, uncertain: bool) -> Result<()> {
    conn.sql(
        "UPDATE outbox SET state = 'queued', due = $4, replica = NULL, uncertain = uncertain + $5
         WHERE id = $1 AND state = 'sending' AND replica = $2 AND attempts = $3",
    )
    .bind(claimed.id.0)
    .bind(claimed.replica)
    .bind(i64::from(claimed.attempt))
    .bind(due)
    .bind(i64::from(uncertain))
    .run()
    .await?;
    Ok(())
}

/// Returns to the queue what was being sent by replicas that are gone, as uncertain: it may have arrived. Broadcasts stay
/// so, unless `again`.
pub async fn recover(conn: &mut Conn, now: DateTime<Utc>, again: bool) -> Result<u64> {
    conn.sql(
        "UPDATE outbox SET state = CASE WHEN kind = 'broadcast' AND NOT $2 THEN 'uncertain' ELSE 'queued' END,
             finished_at = CASE WHEN kind = 'broadcast' AND NOT $2 THEN $1 END, replica = NULL,
             uncertain = uncertain + 1
         WHERE state = 'sending' AND NOT EXISTS (SELECT 1 FROM replicas r WHERE r.id = outbox.replica)",
    )
    .bind(now)
    .bind(again)
    .run()
    .await
}

/// Ends notices that are past their time: (kind, how many) for the counters.
pub async fn void_stale(conn: &mut Conn, now: DateTime<Utc>) -> Result<u64> {
    let voided = conn.sql(
        "UPDATE outbox SET state = 'void', finished_at = $1 WHERE state = 'queued' AND void_after <= $1 AND due <= $1",
    )
    .bind(now)
    .run()
    .await?;
    Ok(voided)
}

/// When the next queued notice falls due.
pub async fn next_due(conn: &mut Conn) -> Result<Option<DateTime<Utc>>> {
    // Lane by lane, each a step into the index: the least of all would read the whole queue.
    conn.sql(
        "SELECT min(due) FROM (
             SELECT min(due) AS due FROM outbox WHERE state = 'queued' AND lane = 0
             UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 1
             UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 2
             UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 3
             UNION ALL SELECT min(due) FROM outbox WHERE state = 'queued' AND lane = 4) AS heads",
    )
    .value()
    .await
}

/// Whether nothing is on its way or due.
pub async fn rests(conn: &mut Conn, now: DateTime<Utc>) -> Result<bool> {
    let open = conn
        .sql(
            "SELECT count(*) FROM (SELECT 1 FROM outbox
                 WHERE state = 'sending' OR (state = 'queued' AND due <= $1) LIMIT 1) AS open",
        )
        .bind(now)
        .count()
        .await?;
    Ok(open == 0)
}

/// Puts off until then what may rest in quiet hours.
pub async fn put_off(conn: &mut Conn, until: DateTime<Utc>) -> Result<u64> {
    conn.sql("UPDATE outbox SET due = $1 WHERE state = 'queued' AND lane IN (3, 4) AND due < $1")
        .bind(until)
        .run()
        .await
}

/// Takes back the notices of a change of the event that have not gone out: whom they were for, what they said, and when
/// they were due.
pub async fn take_changes(conn: &mut Conn, event: EventId) -> Result<Vec<(PersonId, Notice, DateTime<Utc>)>> {
    let rows: Vec<(i64, String, DateTime<Utc>)> = conn
        .sql(
            "DELETE FROM outbox WHERE kind = 'event_changed' AND state = 'queued' AND EXISTS (
                 SELECT 1 FROM registrations r WHERE r.person_id = outbox.person_id AND r.event_id = $1
                   AND outbox.subject LIKE r.id || '@%')
             RETURNING person_id, notice, due",
        )
        .bind(event.0)
        .all()
        .await?;
    rows.into_iter()
        .map(|(person, notice, due)| {
            let notice = serde_json::from_str(&notice).map_err(|_| Error::Unknown("notice"))?;
            Ok((PersonId(person), notice, due))
        })
        .collect()
}

/// Forgets reminders of the event's former time that are planned once more, so that people are reminded of the new one.
pub async fn forget_reminders(conn: &mut Conn, event: EventId) -> Result<()> {
    for statement in [
        "DELETE FROM outbox WHERE kind = 'reminder' AND state <> 'sending' AND subject IN (
             SELECT r.id || '@' || o.occasion FROM registrations r JOIN occasions o ON o.event_id = r.event_id
             WHERE r.event_id = $1 AND o.fired_at IS NULL)",
        "DELETE FROM outbox WHERE kind = 'talk' AND state <> 'sending' AND subject IN (
             SELECT o.event_id || '@' || o.occasion FROM occasions o
             WHERE o.event_id = $1 AND o.fired_at IS NULL)",
    ] {
        conn.sql(statement).bind(event.0).run().await?;
    }
    Ok(())
}

/// Forgets finished notices older than `before`, so many at most: a broadcast leaves very many. Returns how many.
pub async fn sweep(conn: &mut Conn, before: DateTime<Utc>, limit: u32) -> Result<u64> {
    conn.sql(
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE finished_at < $1 ORDER BY id LIMIT $2)",
    )
    .bind(before)
    .bind(i64::from(limit))
    .run()
    .await
}

/// How many notices are queued, how many failed, and how often one was sent again without certainty.
pub async fn count(conn: &mut Conn) -> Result<(u32, u32, u32)> {
    let (queued, failed, uncertain): (i64, i64, i64) = conn
        .sql(
            "SELECT (SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')),
                    (SELECT count(*) FROM outbox WHERE state = 'failed'),
                    (SELECT CAST(coalesce(sum(uncertain), 0) AS BIGINT) FROM outbox)",
        )
        .one()
        .await?;
    Ok((queued as u32, failed as u32, uncertain as u32))
}

/// A lane as it is stored.
pub(super) fn rank(lane: Lane) -> i64 {
    Lane::ALL.iter().position(|other| *other == lane).unwrap_or(Lane::ALL.len()) as i64
}
