//! What a database can be asked about itself: is the engine sound, are the tables ours, and does what must always hold
//! hold in them. Changes nothing.

use super::{Conn, Error, Result, migrations, postgres, sqlite};

/// Questions whose answer is always 0, and what it means when it is not.
const INVARIANTS: [(&str, &str); 3] = [
    (
        "SELECT count(*) FROM events e WHERE capacity < (SELECT coalesce(sum(party), 0) FROM registrations
         WHERE event_id = e.id AND standing IN ('seated', 'offered'))",
        "events hold more people than seats",
    ),
    (
        "SELECT count(*) FROM (SELECT 1 FROM registrations WHERE standing <> 'cancelled'
         GROUP BY event_id, person_id HAVING count(*) > 1) AS twice",
        "times somebody is registered twice at an event",
    ),
    (
        "SELECT count(*) FROM arrivals a WHERE NOT EXISTS (
             SELECT 1 FROM registrations r WHERE r.id = a.registration_id AND r.event_id = a.event_id)",
        "arrivals without registration",
    ),
];

/// Asks everything, and says what is fine. Reads whole tables, and a whole file.
pub(super) async fn everything(conn: &mut Conn) -> Result<String> {
    let engine = if conn.is_sqlite() {
        sqlite::verify(conn).await?;
        "pages and references of the file are whole".to_owned()
    } else {
        format!("PostgreSQL {} answers", postgres::version(conn).await?)
    };
    Ok(match migrations::state(conn).await? {
        migrations::State::Fresh => format!("{engine}, its tables will be made at the first start"),
        migrations::State::Behind(rest) => {
            format!("{engine}, {rest} migrations will be applied at the next start")
        }
        migrations::State::Current => {
            invariants(conn).await?;
            format!("{engine}, all migrations are applied, seats, registrations and arrivals agree")
        }
    })
}

async fn invariants(conn: &mut Conn) -> Result<()> {
    for (question, meaning) in INVARIANTS {
        let breaches: i64 = conn.sql(question).value().await?;
        if breaches > 0 {
            return Err(Error::Damaged(format!("{breaches} {meaning}")));
        }
    }
    Ok(())
}
