//! Statements on deliveries: the messages of one broadcast in the outbox, all together. Each by itself is a notice like
//! any other.

use super::{Conn, Error, Result, outbox::add};
use crate::domain::{BroadcastId, Delivery, Notice, PersonId, Tally};
use chrono::{DateTime, Utc};

/// Puts the same notice in the queue for many, once for each; how many had not got it.
pub async fn add_to_all(
    conn: &mut Conn,
    people: &[PersonId],
    notice: &Notice,
    due: DateTime<Utc>,
    void_after: DateTime<Utc>,
) -> Result<u32> {
    let mut added = 0;
    for person in people {
        added += u32::from(add(conn, *person, notice, due, Some(void_after)).await?);
    }
    Ok(added)
}

/// What was queued waits until [`let_go`].
pub async fn hold(conn: &mut Conn, notice: &Notice) -> Result<u64> {
    conn.sql("UPDATE outbox SET state = 'held' WHERE lane >= 3 AND kind = $1 AND subject = $2 AND state = 'queued'")
        .bind(notice.kind())
        .bind(notice.subject())
        .run()
        .await
}

/// What was held is queued again.
pub async fn let_go(conn: &mut Conn, notice: &Notice, void_after: DateTime<Utc>) -> Result<u64> {
    conn.sql(
        "UPDATE outbox SET state = 'queued', void_after = $3 WHERE lane >= 3 AND kind = $1 AND subject = $2 AND state = 'held'",
    )
    .bind(notice.kind())
    .bind(notice.subject())
    .bind(void_after)
    .run()
    .await
}

/// What waits is not sent any more.
pub async fn give_up(conn: &mut Conn, notice: &Notice, now: DateTime<Utc>) -> Result<u64> {
    conn.sql(
        "UPDATE outbox SET state = 'void', finished_at = $3
         WHERE lane >= 3 AND kind = $1 AND subject = $2 AND state IN ('queued', 'held')",
    )
    .bind(notice.kind())
    .bind(notice.subject())
    .bind(now)
    .run()
    .await
}

/// What ended so is queued once more: somebody asked for it. `states` are the two that are meant.
pub async fn again(
    conn: &mut Conn,
    notice: &Notice,
    states: [&str; 2],
    now: DateTime<Utc>,
    void_after: DateTime<Utc>,
) -> Result<u64> {
    conn.sql(
        "UPDATE outbox SET state = 'queued', due = $3, void_after = $4, attempts = 0, fault = NULL, finished_at = NULL
         WHERE lane >= 3 AND kind = $1 AND subject = $2 AND state IN ($5, $6)",
    )
    .bind(notice.kind())
    .bind(notice.subject())
    .bind(now)
    .bind(void_after)
    .bind(states[0])
    .bind(states[1])
    .run()
    .await
}

/// What has become of the notice with everybody who is to get it.
pub async fn tally(conn: &mut Conn, notice: &Notice) -> Result<Tally> {
    let rows: Vec<(String, i64)> = conn
        .sql("SELECT state, count(*) FROM outbox WHERE lane >= 3 AND kind = $1 AND subject = $2 GROUP BY state")
        .bind(notice.kind())
        .bind(notice.subject())
        .all()
        .await?;
    let mut tally = Tally::default();
    for (state, people) in rows {
        let count = match state.as_str() {
            "queued" | "sending" | "held" => &mut tally.queued,
            "sent" => &mut tally.sent,
            "gone" => &mut tally.gone,
            "failed" => &mut tally.failed,
            "uncertain" => &mut tally.uncertain,
            "void" => &mut tally.void,
            _ => return Err(Error::Unknown("state")),
        };
        *count += people as u32;
    }
    Ok(tally)
}

/// How many of a notice wait or are on their way.
pub async fn count_open(conn: &mut Conn, notice: &Notice) -> Result<u32> {
    conn.sql(
        "SELECT count(*) FROM outbox WHERE lane >= 3 AND kind = $1 AND subject = $2 AND state IN ('queued', 'sending', 'held')",
    )
    .bind(notice.kind())
    .bind(notice.subject())
    .count()
    .await
}

/// Why a notice failed, and how often.
pub async fn faults(conn: &mut Conn, notice: &Notice) -> Result<Vec<(String, u32)>> {
    let rows: Vec<(Option<String>, i64)> = conn
        .sql(
            "SELECT fault, count(*) AS times FROM outbox
             WHERE lane >= 3 AND kind = $1 AND subject = $2 AND state = 'failed' GROUP BY fault ORDER BY times DESC LIMIT 10",
        )
        .bind(notice.kind())
        .bind(notice.subject())
        .all()
        .await?;
    Ok(rows.into_iter().map(|(fault, times)| (fault.unwrap_or_default(), times as u32)).collect())
}

/// Whom a broadcast reached, above a person, in order: those whose message can be edited or deleted.
pub async fn list_sent(
    conn: &mut Conn,
    broadcast: BroadcastId,
    after: PersonId,
    limit: u32,
) -> Result<Vec<PersonId>> {
    let ids: Vec<i64> = conn
        .sql(
            "SELECT person_id FROM outbox WHERE lane >= 3 AND kind = 'broadcast' AND subject = $1 AND state = 'sent'
               AND message_id IS NOT NULL AND person_id > $2 ORDER BY person_id LIMIT $3",
        )
        .bind(broadcast.to_string())
        .bind(after.0)
        .bind(i64::from(limit))
        .values()
        .await?;
    Ok(ids.into_iter().map(PersonId).collect())
}

/// What a broadcast is called in the person's chat, if it arrived there.
pub async fn message_of(conn: &mut Conn, broadcast: BroadcastId, person: PersonId) -> Result<Option<i32>> {
    let id: Option<i64> = conn
        .sql(
            "SELECT message_id FROM outbox WHERE kind = 'broadcast' AND subject = $1 AND person_id = $2
               AND message_id IS NOT NULL",
        )
        .bind(broadcast.to_string())
        .bind(person.0)
        .optional_value()
        .await?;
    Ok(id.map(|id| id as i32))
}

/// How it ended with everybody above a person, in order.
pub async fn list_endings(
    conn: &mut Conn,
    broadcast: BroadcastId,
    after: PersonId,
    limit: u32,
) -> Result<Vec<Delivery>> {
    let rows: Vec<DeliveryRow> = conn
        .sql(
            "SELECT o.person_id, p.name, p.language, o.state, o.finished_at, o.fault FROM outbox o
         LEFT JOIN people p ON p.id = o.person_id
         WHERE o.kind = 'broadcast' AND o.subject = $1 AND o.person_id > $2 ORDER BY o.person_id LIMIT $3",
        )
        .bind(broadcast.to_string())
        .bind(after.0)
        .bind(i64::from(limit))
        .all()
        .await?;
    let delivery = |row: DeliveryRow| Delivery {
        person: PersonId(row.person_id),
        name: row.name,
        language: row.language,
        state: row.state,
        at: row.finished_at,
        fault: row.fault,
    };
    Ok(rows.into_iter().map(delivery).collect())
}

#[derive(sqlx::FromRow)]
struct DeliveryRow {
    person_id: i64,
    name: Option<String>,
    language: Option<String>,
    state: String,
    finished_at: Option<DateTime<Utc>>,
    fault: Option<String>,
}
