//! That the list of tables is the schema of both engines: a migration cannot forget it.

use super::*;
use qatys::store::tables::{Kind, NUMBERED, TABLES, TRANSIENT, Table};
use std::collections::BTreeSet;

/// What SQLite says of a column: name, type, place in the primary key.
type Told = (String, String, i64);

fn expected(table: &Table, sqlite: bool) -> Vec<Told> {
    let kind = |kind| match (kind, sqlite) {
        (Kind::Int | Kind::Bool, true) => "INTEGER",
        (Kind::Real, true) => "REAL",
        (Kind::Text | Kind::Instant | Kind::Local, true) => "TEXT",
        (Kind::Int, false) => "bigint",
        (Kind::Real, false) => "double precision",
        (Kind::Text, false) => "text",
        (Kind::Bool, false) => "boolean",
        (Kind::Instant, false) => "timestamp with time zone",
        (Kind::Local, false) => "timestamp without time zone",
    };
    let key = |at: usize| if at < table.key { at as i64 + 1 } else { 0 };
    let columns = table.columns.iter().enumerate();
    columns.map(|(at, column)| (column.name.to_owned(), kind(column.kind).to_owned(), key(at))).collect()
}

#[tokio::test]
async fn the_list_is_the_schema_of_a_file() {
    let folder = Folder::new();
    let store = Store::open(&file(&folder, "qatys.db"), 2).await.unwrap();
    let mut conn = store.read().await.unwrap();
    for table in TABLES.iter().filter(|table| !table.name.ends_with("_search")) {
        let told: Vec<Told> = conn
            .sql("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid")
            .bind(table.name)
            .all()
            .await
            .unwrap();
        assert_eq!(told, expected(table, true), "{}", table.name);
    }
    let tables: Vec<String> = conn
        .sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
             AND name NOT LIKE '%!_search!_%' ESCAPE '!' AND name <> '_sqlx_migrations'",
        )
        .values()
        .await
        .unwrap();
    // Turns are between processes; a file has one.
    let ours = TABLES.iter().map(|table| table.name).chain(TRANSIENT).filter(|name| *name != "turns");
    assert_eq!(tables.iter().map(String::as_str).collect::<BTreeSet<_>>(), ours.collect());
    let numbered: Vec<String> =
        conn.sql("SELECT name FROM sqlite_schema WHERE sql LIKE '%AUTOINCREMENT%'").values().await.unwrap();
    let ours: BTreeSet<_> = NUMBERED.iter().map(|(table, _)| *table).collect();
    assert_eq!(numbered.iter().map(String::as_str).collect::<BTreeSet<_>>(), ours);
}

#[tokio::test]
async fn the_list_is_the_schema_of_a_server() {
    let Some(scratch) = Database::beside().await else { return };
    let store = Store::open(scratch.url(), 2).await.unwrap();
    let mut conn = store.read().await.unwrap();
    for table in &TABLES {
        let told: Vec<Told> = conn
            .sql(
                "SELECT column_name::text, data_type::text,
                     coalesce((SELECT k.ordinal_position::bigint FROM information_schema.key_column_usage k
                         JOIN information_schema.table_constraints t USING (constraint_name)
                         WHERE t.constraint_type = 'PRIMARY KEY' AND k.table_name = c.table_name
                         AND k.column_name = c.column_name), 0)
                 FROM information_schema.columns c WHERE table_name = $1 ORDER BY ordinal_position",
            )
            .bind(table.name)
            .all()
            .await
            .unwrap();
        assert_eq!(told, expected(table, false), "{}", table.name);
    }
    let tables: Vec<String> = conn
        .sql("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_sqlx_migrations'")
        .values()
        .await
        .unwrap();
    let ours = TABLES.iter().map(|table| table.name).chain(TRANSIENT);
    assert_eq!(tables.iter().map(String::as_str).collect::<BTreeSet<_>>(), ours.collect());
    let numbered: Vec<String> = conn
        .sql(
            "SELECT table_name::text FROM information_schema.columns
             WHERE is_identity = 'YES' OR column_default LIKE 'nextval(%'",
        )
        .values()
        .await
        .unwrap();
    let ours: BTreeSet<_> = NUMBERED.iter().map(|(table, _)| *table).collect();
    assert_eq!(numbered.iter().map(String::as_str).collect::<BTreeSet<_>>(), ours);
    drop(conn);
    store.close().await;
}
