//! `qatys copy`, `backup` and `check` as an operator types them.

use super::*;
use crate::process::{Output, Victim};
use qatys::app::Lock;

async fn qatys(arguments: &[&str], settings: &[(&str, &str)]) -> Output {
    let settings: Vec<_> =
        settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Victim::spawn(arguments, &settings).finish().await
}

/// Refused in one line that holds these words.
fn assert_refused(output: &Output, words: &str) {
    assert_eq!(output.code, Some(1), "{words}: {output:?}");
    assert_eq!(output.text.lines().count(), 1, "{words}: {output:?}");
    assert!(output.text.starts_with("qatys: ") && output.text.contains(words), "{words}: {output:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_tells_of_every_table_and_is_refused_the_second_time() {
    let folder = Folder::new();
    let scratch = Database::beside().await;
    let from = awkward_file(&folder).await;
    for to in [Some(file(&folder, "target.db")), scratch.as_ref().map(|server| server.url().to_owned())]
        .into_iter()
        .flatten()
    {
        let output = qatys(&["copy", "--from", &from, "--to", &to], &[]).await;
        assert_eq!(output.code, Some(0), "{output:?}");
        let (last, tables) =
            output.stdout.lines().collect::<Vec<_>>().split_last().map(|(a, b)| (*a, b.to_vec())).unwrap();
        assert_eq!(tables.len(), store::tables::TABLES.len(), "{output:?}");
        assert!(tables.iter().all(|line| line.ends_with("  same")), "{output:?}");
        assert!(tables[0].starts_with("people") && tables[0].contains(" 2504 rows "), "{output:?}");
        assert!(last.starts_with("copied and verified: 6125 rows in "), "{output:?}");
        assert!(
            output.text.contains("people: 2504 rows written\n") && !output.text.contains('\r'),
            "{output:?}"
        );
        let again = qatys(&["copy", "--from", &from, "--to", &to], &[]).await;
        assert_refused(&again, "is not empty: there are rows in `people`");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_copied_is_refused_in_one_line() {
    let folder = Folder::new();
    let (from, to) = (awkward_file(&folder).await, file(&folder, "target.db"));
    let link = folder.file("link.db");
    std::os::unix::fs::symlink(folder.file("source.db"), &link).unwrap();
    let link = store::url_of(&link).unwrap();
    for (from, to, words) in [
        ("sqlite:/no/such.db", to.as_str(), "there is no database at /no/such.db"),
        ("mysql://x", &to, "the database address must be sqlite:FILE or postgres://"),
        (&from, &from, "both addresses lead to the same file"),
        (&from, &link, "both addresses lead to the same file"),
        (&from, "sqlite:/no/such/folder/x.db", "cannot write beside the database"),
    ] {
        assert_refused(&qatys(&["copy", "--from", from, "--to", to], &[]).await, words);
    }
    assert_eq!(qatys(&["copy", "--from", &from], &[]).await.code, Some(2));
    for busy in ["source.db", "target.db"] {
        let held = Lock::take(folder.file(busy).to_str().unwrap()).unwrap();
        let output = qatys(&["copy", "--from", &from, "--to", &to], &[]).await;
        assert_refused(&output, "already running on this database");
        assert!(output.text.contains(busy), "{output:?}");
        drop(held);
    }
    assert_eq!(qatys(&["copy", "--from", &from, "--to", &to], &[]).await.code, Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_reads_what_a_killed_process_left_in_the_log() {
    let folder = Folder::new();
    let (from, to) = (file(&folder, "source.db"), file(&folder, "target.db"));
    let store = Store::open(&from, 2).await.unwrap();
    awkward::fill(&store).await;
    // The files as they lie there, as after a kill: nothing was moved out of the log yet.
    for end in ["", "-wal"] {
        let name = format!("left.db{end}");
        std::fs::copy(folder.file(&format!("source.db{end}")), folder.file(&name)).unwrap();
    }
    let output = qatys(&["copy", "--from", &file(&folder, "left.db"), "--to", &to], &[]).await;
    assert_eq!(output.code, Some(0), "{output:?}");
    assert!(output.stdout.contains(" 2504 rows "), "{output:?}");
    store.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_is_saved_to_a_file_while_the_bot_runs_on_it() {
    let Some(scratch) = Database::beside().await else { return };
    let folder = Folder::new();
    copy(&awkward_file(&folder).await, scratch.url()).await;
    let bot = Store::open(scratch.url(), 2).await.unwrap();
    let mut tx = bot.begin().await.unwrap();
    store::replicas::add(&mut tx).await.unwrap();
    tx.commit().await.unwrap();
    let (saved, url) = (folder.file("saved ? 100%.db"), scratch.url());
    let settings = [("DATABASE_URL", url)];
    let output = qatys(&["backup", saved.to_str().unwrap()], &settings).await;
    assert_eq!((output.code, output.text.as_str()), (Some(0), ""), "{output:?}");
    assert!(
        output.stdout.starts_with("copied and verified: ") && output.stdout.lines().count() == 1,
        "{output:?}"
    );
    let again = qatys(&["backup", saved.to_str().unwrap()], &settings).await;
    assert_refused(&again, "exists; choose another name");
    bot.close().await;
    let left: Vec<_> =
        std::fs::read_dir(folder.file("")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("partial")), "{left:?}");
    std::fs::rename(&saved, folder.file("saved.db")).unwrap();
    assert_eq!(differing(&compare(scratch.url(), &file(&folder, "saved.db")).await), [""; 0]);
    let store = Store::open(&file(&folder, "saved.db"), 2).await.unwrap();
    store.verify().await.unwrap();
    store.close().await;
}
