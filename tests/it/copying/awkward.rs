//! A database full of values that get lost easily: none, signs, quotes, letters of many bytes, fractions of a second.

use super::*;
use chrono::{DateTime, NaiveDateTime, Utc};

/// Everything that quoting, COPY or a careless encoding could trip over.
pub(super) const WORDS: &str = "Әйгерім «Ұлы» О'Брайен \"x\" \\N \\. \\\\ \t\r\n$1 ? 🎫 👩‍👩‍👧 e\u{301}";

/// Long enough for several messages to a server.
fn long() -> String {
    serde_json::json!({ "text": WORDS.repeat(4_000), "nested": [[[null, true, -0.5]]] }).to_string()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Fills every table. Pages end within people, occasions and erasures, the last two in the middle of equal beginnings.
pub(super) async fn fill(store: &Store) {
    let mut tx = store.begin().await.unwrap();
    people(&mut tx).await;
    events(&mut tx).await;
    registrations(&mut tx).await;
    notices(&mut tx).await;
    tx.commit().await.unwrap();
}

async fn people(conn: &mut Conn) {
    let micro = at("2026-11-30T07:00:00.123456Z");
    for id in [i64::MIN, -5, 0, i64::MAX].into_iter().chain(1..=2_500) {
        let full = id % 2 == 0;
        conn.sql("INSERT INTO people (id, name, phone, consent_version, consent_at, created_at) VALUES ($1, $2, $3, $4, $5, $6)")
            .bind(id)
            .bind(full.then_some(WORDS))
            .bind((!full).then_some(""))
            .bind(full.then_some(id))
            .bind(full.then_some(at("1969-12-31T23:59:59.999999Z")))
            .bind(micro)
            .run()
            .await
            .unwrap();
    }
    conn.sql("INSERT INTO dialogues (person_id, state, updated_at) VALUES (-5, $1, $2)")
        .bind(long())
        .bind(at("2026-01-01T00:00:00Z"))
        .run()
        .await
        .unwrap();
    for number in 0..2_100 {
        // Upper and lower case, Latin and Cyrillic, digits: no two languages order these alike.
        let letter = ["a", "B", "ә", "Я", "z", "Z", "10", "9", "_", "-"][number % 10];
        conn.sql("INSERT INTO erasures (fingerprint, erased_at) VALUES ($1, $2)")
            .bind(format!("{letter}{number}"))
            .bind(micro)
            .run()
            .await
            .unwrap();
    }
    for (name, value) in [("ticket-key", WORDS), ("Ticket-key", ""), ("бос", "\u{feff}")] {
        let insert = conn.sql("INSERT INTO settings (name, value) VALUES ($1, $2)");
        insert.bind(name).bind(value).run().await.unwrap();
    }
}

async fn events(conn: &mut Conn) {
    let local: NaiveDateTime = "2026-12-05T18:30:00.000001".parse().unwrap();
    for (id, latitude, longitude, capacity) in [
        (1_i64, Some(51.169_392_f64), Some(71.449_074), Some(2_i64)),
        (2, None, None, None),
        (3, Some(-0.0), Some(1e-300), None),
        (7, Some(0.1 + 0.2), Some(f64::MAX), Some(i64::from(u32::MAX))),
    ] {
        conn.sql(
            "INSERT INTO events (id, code, external_id, level, title_kk, description_en, local_start, starts_at, duration_min,
                 venue, address, latitude, longitude, capacity, languages, organisation, phone_required, companions, status)
             VALUES ($1, $2, $2, 'city', $3, $4, $5, $6, 90, $3, '', $7, $8, $9, 'kk+ru', $3, $10, 4, 'published')",
        )
        .bind(id)
        .bind(format!("E{id}"))
        .bind(WORDS)
        .bind((id == 2).then(long))
        .bind(local)
        .bind(at("2026-12-05T13:30:00.000001Z"))
        .bind(latitude)
        .bind(longitude)
        .bind(capacity)
        .bind(id == 3)
        .run()
        .await
        .unwrap();
        let text = if is_sqlite(conn) {
            "INSERT INTO event_search (rowid, words) VALUES ($1, $2)"
        } else {
            "INSERT INTO event_search (id, words) VALUES ($1, $2)"
        };
        conn.sql(text).bind(id).bind(format!("кала домбыра {id}")).run().await.unwrap();
    }
}

async fn registrations(conn: &mut Conn) {
    for (id, person, standing) in
        [(1_i64, -5_i64, "seated"), (2, 1, "waiting"), (3, 2, "cancelled"), (4, 2, "offered")]
    {
        conn.sql(
            "INSERT INTO registrations (id, event_id, person_id, party, standing, offer_until, code, created_at)
             VALUES ($1, 1, $2, 1, $3, $4, $5, $6)",
        )
        .bind(id)
        .bind(person)
        .bind(standing)
        .bind((standing == "offered").then(|| at("2026-12-01T00:00:00.5Z")))
        .bind(format!("C{id}"))
        .bind(at("2026-11-30T07:00:00.001Z"))
        .run()
        .await
        .unwrap();
    }
    conn.sql(
        "INSERT INTO arrivals (registration_id, event_id, party, at, by_id, how) VALUES (1, 1, 1, $1, -900, 'scan')",
    )
    .bind(at("2026-12-05T13:31:00Z"))
    .run()
    .await
    .unwrap();
    for number in 0..1_500 {
        let insert = conn.sql("INSERT INTO occasions (event_id, occasion, due) VALUES ($1, $2, $3)");
        let rule = format!("{}{number}", ["day@", "Day@", "ә"][number as usize % 3]);
        insert.bind(1 + number % 2).bind(rule).bind(at("2026-12-04T06:00:00Z")).run().await.unwrap();
    }
}

/// Notices, one of them on its way when its process ended; the last number given is of one that was forgotten since.
async fn notices(conn: &mut Conn) {
    for (number, state, replica) in [(1_i64, "sending", Some(41_i64)), (2, "queued", None), (3, "sent", None)]
    {
        conn.sql(
            "INSERT INTO outbox (person_id, kind, subject, notice, lane, due, state, replica, created_at)
             VALUES ($1, 'ticket', 'x', $2, 0, $3, $4, $5, $3)",
        )
        .bind(number)
        .bind(long())
        .bind(at("2026-12-04T06:00:00.25Z"))
        .bind(state)
        .bind(replica)
        .run()
        .await
        .unwrap();
    }
    conn.sql("DELETE FROM outbox WHERE state = 'sent'").run().await.unwrap();
    for (number, body) in [(-1_i64, None), (10_i64.pow(12), Some(long()))] {
        conn.sql("INSERT INTO inbox (update_id, person_id, body, received_at) VALUES ($1, -5, $2, $3)")
            .bind(number)
            .bind(body)
            .bind(at("2026-12-04T06:00:00Z"))
            .run()
            .await
            .unwrap();
    }
}

/// Whether the connection is to a file.
pub(super) fn is_sqlite(conn: &Conn) -> bool {
    matches!(conn, Conn::Sqlite(_))
}
