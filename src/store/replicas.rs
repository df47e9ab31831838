//! Statements on the processes that share a database, and on whose turn it is to handle a person's updates. A file has
//! one process only; a server may have many, each of which says again and again that it is alive.

use super::{Conn, Result};
use crate::domain::PersonId;

/// Takes a place among the processes; returns its number, which is never given twice. On a file nobody else can be
/// there: whoever still stands in the table is gone.
pub async fn add(conn: &mut Conn) -> Result<i64> {
    if conn.is_sqlite() {
        conn.sql("DELETE FROM replicas").run().await?;
    }
    conn.either(
        "INSERT INTO replicas DEFAULT VALUES RETURNING id",
        "INSERT INTO replicas (alive_until) VALUES (now() + interval '5 seconds') RETURNING id",
    )
    .value()
    .await
}

/// Says that a process is alive. `false` when it has been taken for dead: what it held belongs to others. By the
/// server's clock, the only one that all of them share.
pub async fn beat(conn: &mut Conn, replica: i64) -> Result<bool> {
    let standing = conn
        .either(
            "UPDATE replicas SET id = id WHERE id = $1",
            "UPDATE replicas SET alive_until = now() + interval '5 seconds' WHERE id = $1",
        )
        .bind(replica)
        .run()
        .await?;
    Ok(standing == 1)
}

/// Strikes out processes that have not been heard of for too long, which frees the turns they hold.
pub async fn bury(conn: &mut Conn) -> Result<u64> {
    conn.either("DELETE FROM replicas WHERE false", "DELETE FROM replicas WHERE alive_until < now()")
        .run()
        .await
}

/// Gives the place up.
pub async fn remove(conn: &mut Conn, replica: i64) -> Result<()> {
    conn.sql("DELETE FROM replicas WHERE id = $1").bind(replica).run().await.map(|_| ())
}

/// How many processes there are.
pub async fn count(conn: &mut Conn) -> Result<u32> {
    conn.sql("SELECT count(*) FROM replicas").count().await
}

/// How many of them are alive, on a database that need not be ours. A file does not know; its lock does.
pub async fn count_alive(conn: &mut Conn) -> Result<u32> {
    conn.either(
        "SELECT count(*) FROM replicas WHERE false",
        "SELECT count(*) FROM replicas WHERE alive_until > clock_timestamp()",
    )
    .count()
    .await
}

/// Takes the turn of handling the person's updates; `false` while another process has it. For a shared database.
pub async fn take_turn(conn: &mut Conn, person: PersonId, replica: i64) -> Result<bool> {
    let taken = conn
        .sql(
            "INSERT INTO turns (person_id, replica) SELECT $1, id FROM replicas WHERE id = $2
             ON CONFLICT (person_id) DO UPDATE SET replica = excluded.replica
             WHERE turns.replica = excluded.replica",
        )
        .bind(person.0)
        .bind(replica)
        .run()
        .await?;
    Ok(taken == 1)
}

/// Gives the turn back.
pub async fn give_turn(conn: &mut Conn, person: PersonId, replica: i64) -> Result<()> {
    conn.sql("DELETE FROM turns WHERE person_id = $1 AND replica = $2")
        .bind(person.0)
        .bind(replica)
        .run()
        .await
        .map(|_| ())
}
