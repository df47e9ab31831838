//! What an operator types and reads: one clear line for every mistake, `check` and `backup` beside the running bot.

use std::os::unix::fs::PermissionsExt as _;
use std::sync::Arc;

use sqlx::{Connection as _, SqliteConnection, sqlite::SqliteConnectOptions};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::{Bench, KEY, Output};
use crate::crash::{gather, visitor::Visitor};

/// Refused with exactly one line that holds these words, and without secrets.
fn assert_refused(output: &Output, words: &str) {
    assert_eq!(output.code, Some(1), "{words}: {output:?}");
    assert_eq!(output.text.lines().count(), 1, "{words}: {output:?}");
    assert!(output.text.starts_with("qatys: ") && output.text.contains(words), "{words}: {output:?}");
    assert!(!output.text.contains(KEY), "{output:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_setting_is_named_in_one_line() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = taken.local_addr().unwrap().to_string();
    let cannot_listen = format!("cannot listen on {taken}");
    for (name, value, words) in [
        ("TELOXIDE_TOKEN", "", "TELOXIDE_TOKEN: is not set"),
        ("TELOXIDE_TOKEN", KEY, "TELOXIDE_TOKEN: is not a token"),
        ("TELOXIDE_TOKEN", "7000001:another", "Telegram does not know this bot"),
        ("TELOXIDE_API_URL", "telegram", "TELOXIDE_API_URL is not an address"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL: must be sqlite:FILE"),
        ("DATABASE_URL", "sqlite:/no/such/folder/qatys.db", "/no/such/folder/qatys.db"),
        ("QATYS_SEND_RATE", "9999", "QATYS_SEND_RATE: "),
        ("QATYS_TIMEZONE", "Mars/Base", "QATYS_TIMEZONE: "),
        ("QATYS_WEBHOOK_URL", "https://example.org/hook", "QATYS_WEBHOOK_SECRET: "),
        ("QATYS_LISTEN", &taken, &cannot_listen),
    ] {
        let mut bench = Bench::new().await;
        bench.set(name, value);
        assert_refused(&bench.command(&["run"]).await, words);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_usage_has_an_exit_code_of_its_own() {
    let bench = Bench::new().await;
    for arguments in [&["fly"][..], &["run", "--fast"], &["import"], &["backup"], &[]] {
        let output = bench.command(arguments).await;
        assert_eq!(output.code, Some(2), "{arguments:?}: {output:?}");
        assert!(output.text.contains("Usage: qatys"), "{output:?}");
    }
    assert_eq!(bench.command(&["--version"]).await.code, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_cannot_be_written_and_a_file_that_is_no_database_are_refused() {
    let mut bench = Bench::new().await;
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
async fn check_tells_of_settings_database_and_api_beside_the_running_bot() {
    let mut bench = Bench::new().await;
    bench.publish(&[Some(3)]).await;
    let victim = bench.run().await;
    let output = bench.command(&["check"]).await;
    assert_eq!(output.code, Some(0), "{output:?}");
    let words = ["configuration: fine", "database: fine; pages and references", "Bot API: fine; this is @"];
    assert_eq!(output.stdout.lines().count(), 3);
    assert!(output.stdout.lines().zip(words).all(|(line, words)| line.starts_with(words)), "{output:?}");
    bench.set("TELOXIDE_TOKEN", "7000001:another");
    assert_refused(&bench.command(&["check"]).await, "not everything is right");
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_beside_the_busy_bot_is_whole_and_the_bot_runs_on_it() {
    let mut bench = Bench::new().await;
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
