//! What is not copied, and what is left when a copy does not come to its end.

use super::*;

/// An empty database of this program.
async fn empty(url: &str) {
    Store::open(url, 2).await.unwrap().close().await;
}

/// Changes a file by the words of its engine.
async fn tamper(url: &str, statement: &'static str) {
    let store = Store::open(url, 2).await.unwrap();
    let mut tx = store.begin().await.unwrap();
    tx.sql(statement).run().await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
}

#[tokio::test]
async fn a_source_that_is_not_ours_is_refused() {
    let folder = Folder::new();
    assert!(source_refusal(&file(&folder, "none.db")).await.starts_with("there is no database at "));
    std::fs::write(folder.file("empty.db"), "").unwrap();
    assert!(source_refusal(&file(&folder, "empty.db")).await.ends_with(" is not a database of this program"));
    for (name, statement, words) in [
        (
            "behind",
            "DELETE FROM _sqlx_migrations WHERE version = (SELECT max(version) FROM _sqlx_migrations)",
            " is ",
        ),
        ("changed", "UPDATE _sqlx_migrations SET checksum = x'00'", "is of another release of this program"),
        ("broken", "UPDATE _sqlx_migrations SET success = 0", "was not finished"),
        (
            "newer",
            "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
             VALUES (99991231235959, 'of tomorrow', 1, x'00', 0)",
            "99991231235959 is of another release of this program",
        ),
    ] {
        let url = file(&folder, name);
        tamper(&url, statement).await;
        let refusal = source_refusal(&url).await;
        assert!(refusal.contains(words) && refusal.contains(name), "{name}: {refusal}");
    }
    assert_eq!(source_refusal("mysql://x").await.split(' ').next(), Some("the"));
    let gone = source_refusal("postgres://qatys:secret@127.0.0.1:1/qatys").await;
    assert!(gone.starts_with("postgres://127.0.0.1:1/qatys: ") && !gone.contains("secret"), "{gone}");
}

#[tokio::test]
async fn a_target_that_holds_anything_is_refused() {
    let folder = Folder::new();
    let scratch = Database::beside().await;
    let from = awkward_file(&folder).await;
    for to in [Some(file(&folder, "target.db")), scratch.as_ref().map(|server| server.url().to_owned())]
        .into_iter()
        .flatten()
    {
        tamper(&to, "INSERT INTO settings (name, value) VALUES ('ticket-key', 'x')").await;
        let refusal = target_refusal(&from, &to).await;
        assert!(refusal.ends_with("is not empty: there are rows in `settings`"), "{refusal}");
        tamper(&to, "DELETE FROM settings").await;
        tamper(&to, "CREATE TABLE apples (id BIGINT)").await;
        let refusal = target_refusal(&from, &to).await;
        assert!(refusal.ends_with("holds `apples`, which is not of this program"), "{refusal}");
        tamper(&to, "DROP TABLE apples").await;
        copy(&from, &to).await;
        assert!(target_refusal(&from, &to).await.contains("is not empty"), "once is enough");
    }
}

#[tokio::test]
async fn a_server_with_a_running_bot_is_refused_and_can_still_be_saved() {
    let (Some(one), Some(two)) = (Database::beside().await, Database::beside().await) else { return };
    let folder = Folder::new();
    let bot = Store::open(one.url(), 2).await.unwrap();
    let mut tx = bot.begin().await.unwrap();
    let replica = store::replicas::add(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let refusal = source_refusal(one.url()).await;
    assert!(refusal.starts_with("the bot is running on postgres://"), "{refusal}");
    let from = awkward_file(&folder).await;
    let refusal = target_refusal(&from, one.url()).await;
    assert!(refusal.starts_with("the bot is running on postgres://"), "{refusal}");
    empty(two.url()).await;
    Source::open(one.url(), Manner::Beside).await.unwrap().close().await.unwrap();
    let mut tx = bot.begin().await.unwrap();
    store::replicas::remove(&mut tx, replica).await.unwrap();
    tx.commit().await.unwrap();
    bot.close().await;
    assert_eq!(target_refusal(&from, one.url()).await, "opened");
    let same = one.url().replace("127.0.0.1", "localhost");
    assert_eq!(target_refusal(one.url(), &same).await, "both addresses lead to the same database");
}

#[tokio::test]
async fn a_bot_that_starts_meanwhile_waits() {
    let Some(scratch) = Database::beside().await else { return };
    let folder = Folder::new();
    let from = awkward_file(&folder).await;
    empty(scratch.url()).await;
    let bot = Store::open(scratch.url(), 2).await.unwrap();
    let mut source = Source::open(&from, Manner::Alone).await.unwrap();
    let mut target = Target::open(scratch.url(), &mut source).await.unwrap();
    let starting = tokio::spawn(async move {
        let mut tx = bot.begin().await.unwrap();
        store::replicas::add(&mut tx).await.unwrap();
        let people: i64 = tx.sql("SELECT count(*) FROM people").value().await.unwrap();
        tx.commit().await.unwrap();
        bot.close().await;
        people
    });
    copying::fill(&mut source, &mut target, &mut |_, _| {}).await.unwrap();
    assert!(!starting.is_finished(), "it must not run on half a database");
    target.keep(&mut source).await.unwrap();
    assert_eq!(starting.await.unwrap(), 2_504);
}

#[tokio::test]
async fn an_interrupted_copy_leaves_an_empty_target_that_can_be_filled() {
    let folder = Folder::new();
    let scratch = Database::beside().await;
    let from = awkward_file(&folder).await;
    for to in [Some(file(&folder, "target.db")), scratch.as_ref().map(|server| server.url().to_owned())]
        .into_iter()
        .flatten()
    {
        let mut source = Source::open(&from, Manner::Alone).await.unwrap();
        let mut target = Target::open(&to, &mut source).await.unwrap();
        copying::fill(&mut source, &mut target, &mut |_, _| {}).await.unwrap();
        drop((source, target));
        let store = Store::open(&to, 2).await.unwrap();
        let rows: i64 = store.read().await.unwrap().sql("SELECT count(*) FROM people").value().await.unwrap();
        assert_eq!(rows, 0, "{to}");
        store.close().await;
        copy(&from, &to).await;
    }
}

#[tokio::test]
async fn a_value_the_server_cannot_hold_is_named_by_its_table() {
    let Some(scratch) = Database::beside().await else { return };
    let folder = Folder::new();
    let from = awkward_file(&folder).await;
    tamper(&from, "UPDATE inbox SET fault = 'a' || char(0) || 'b' WHERE update_id = -1").await;
    let mut source = Source::open(&from, Manner::Alone).await.unwrap();
    let mut target = Target::open(scratch.url(), &mut source).await.unwrap();
    let fault = copying::fill(&mut source, &mut target, &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(fault.starts_with("inbox: ") && fault.lines().count() == 1, "{fault}");
}
