//! The real binary on a file: nobody runs twice, nothing starts where nothing can be kept, copies beside the busy bot.

use super::{Database, Folder};
use crate::{
    crash::{gather, visitor::Visitor},
    process::{Bench, operator::assert_refused, scene::Guest},
};
use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    os::unix::fs::PermissionsExt as _,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

/// A bot on a file.
async fn on_file() -> Bench {
    let folder = Folder::new();
    Bench::on(Database::file(&folder), folder).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_process_on_the_same_database_is_refused_within_a_second() {
    let bench = on_file().await;
    bench.publish(&[None]).await;
    let victim = bench.run().await;
    let refusal = format!("qatys: already running on this database (pid {})\n", victim.pid);
    let mut quickest = Duration::MAX;
    for _ in 0..3 {
        let begun = Instant::now();
        let output = bench.command(&["run"]).await;
        quickest = quickest.min(begun.elapsed());
        assert_eq!((output.code, output.text), (Some(1), refusal.clone()));
    }
    assert!(quickest < Duration::from_secs(1), "{quickest:?}");
    let file = bench.folder.file("programme.csv");
    let output = bench.command(&["import", "programme", file.to_str().unwrap()]).await;
    assert_eq!((output.code, output.text), (Some(1), refusal));
    // Of this the first one notices nothing.
    let guest = Guest::new(bench.person(1));
    guest.say("/help");
    guest.sees("How I can help").await;
    victim.kill().await;
    // A killed process leaves no lock behind.
    bench.run().await.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_written_and_a_file_that_is_no_database_are_refused() {
    let mut bench = on_file().await;
    std::fs::write(bench.folder.file("qatys.db"), "This is not a database. ".repeat(400)).unwrap();
    assert_refused(&bench.command(&["run"]).await, "not a database");
    let shut = bench.folder.file("shut");
    std::fs::create_dir(&shut).unwrap();
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o555)).unwrap();
    // Permissions do not bind root; nobody can write here.
    let root = std::fs::write(shut.join("probe"), "").is_ok();
    let folder = if root { "/sys/kernel".into() } else { shut.display().to_string() };
    bench.set("DATABASE_URL", format!("sqlite:{folder}/qatys.db"));
    assert_refused(&bench.command(&["run"]).await, &format!("cannot write beside the database: {folder}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_beside_the_busy_bot_is_whole_and_the_bot_runs_on_it() {
    let mut bench = on_file().await;
    bench.publish(&[Some(2), Some(20), None]).await;
    let victim = bench.run().await;
    let links = Arc::new(vec![bench.link(0).await, bench.link(1).await, bench.link(2).await]);
    let mut people = JoinSet::new();
    for number in 0..8 {
        let stop = CancellationToken::new();
        people.spawn(Visitor::new(bench.person(number), Arc::clone(&links), 7, None, stop).tour());
    }
    let mut copies = Vec::new();
    while copies.is_empty() || people.try_join_next().is_none() {
        let copy = bench.folder.file(&format!("copy-{}.db", copies.len()));
        let output = bench.command(&["backup", copy.to_str().unwrap()]).await;
        assert_eq!(output.code, Some(0), "{output:?}");
        assert!(output.stdout.starts_with("copied and verified: "), "{output:?}");
        copies.push(copy);
    }
    gather(people).await;
    for copy in &copies {
        let options = SqliteConnectOptions::new().filename(copy);
        let mut conn = SqliteConnection::connect_with(&options).await.unwrap();
        let whole: String = sqlx::query_scalar("PRAGMA integrity_check").fetch_one(&mut conn).await.unwrap();
        let oversold: i64 = sqlx::query_scalar(
            "SELECT count(*) FROM events e WHERE capacity < (SELECT sum(party) FROM registrations
             WHERE event_id = e.id AND standing IN ('seated', 'offered'))",
        )
        .fetch_one(&mut conn)
        .await
        .unwrap();
        conn.close().await.unwrap();
        assert_eq!((whole.as_str(), oversold), ("ok", 0));
    }
    let again = bench.command(&["backup", copies[0].to_str().unwrap()]).await;
    assert_refused(&again, "exists; choose another name");
    victim.stop().await;
    bench.set("DATABASE_URL", format!("sqlite:{}", copies[0].display()));
    bench.run().await.stop().await;
}
