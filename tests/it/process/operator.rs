//! What an operator types and reads: one clear line for every mistake, `check` beside the running bot.

use super::{Bench, KEY, Output, PATIENCE, Victim};

/// Refused with exactly one line that holds these words, and without secrets.
pub(crate) fn assert_refused(output: &Output, words: &str) {
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
async fn check_tells_of_settings_database_and_api_beside_the_running_bot() {
    let mut bench = Bench::new().await;
    bench.publish(&[Some(3)]).await;
    let victim = bench.run().await;
    let output = bench.command(&["check"]).await;
    assert_eq!(output.code, Some(0), "{output:?}");
    let whole = if bench.database.is_on_server() { "PostgreSQL " } else { "pages and references" };
    let whole = format!("database: fine; {whole}");
    let words = ["configuration: fine", &whole, "Bot API: fine; this is @"];
    assert_eq!(output.stdout.lines().count(), 3);
    assert!(output.stdout.lines().zip(words).all(|(line, words)| line.starts_with(words)), "{output:?}");
    bench.set("TELOXIDE_TOKEN", "7000001:another");
    assert_refused(&bench.command(&["check"]).await, "not everything is right");
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_day_of_the_demo_is_played_as_scripted() {
    let bench = Bench::new().await;
    let played = Victim::spawn(&["demo", "--play", "--database", bench.database.url()], &[]);
    let output = played.finish_within(PATIENCE * 4).await;
    assert_eq!(output.code, Some(0), "{output:?}");
    assert!(output.stdout.ends_with("Everything was answered as scripted.\n"), "{output:?}");
}
