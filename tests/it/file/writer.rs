//! Shared commits: nothing is answered before it is durable, nothing is lost, whoever gives up holds nobody up.

use super::*;
use qatys::{clock::Chance, store::Tx};
use std::{collections::BTreeSet, time::Duration};
use tokio::time::timeout;

/// Longer than anything here may take.
const LONG: Duration = Duration::from_secs(20);

/// A row that nobody else writes.
async fn write(tx: &mut Tx, number: i64) {
    tx.sql("INSERT INTO settings (name, value) VALUES ($1, 'x')")
        .bind(format!("n{number}"))
        .run()
        .await
        .unwrap();
}

impl Bench {
    async fn written(&self) -> BTreeSet<i64> {
        let mut conn = self.store.read().await.unwrap();
        let names: Vec<String> =
            conn.sql("SELECT name FROM settings WHERE value = 'x'").values().await.unwrap();
        names.iter().map(|name| name[1..].parse().unwrap()).collect()
    }

    async fn is_written(&self, number: i64) -> bool {
        let mut conn = self.store.read().await.unwrap();
        conn.sql("SELECT count(*) FROM settings WHERE name = $1")
            .bind(format!("n{number}"))
            .value()
            .await
            .map(|count: i64| count == 1)
            .unwrap()
    }

    /// The writer still answers, soon.
    async fn goes_on(&self) {
        let one = async {
            let mut tx = self.store.begin().await.unwrap();
            write(&mut tx, 1_000_000).await;
            tx.commit().await.unwrap();
        };
        timeout(LONG, one).await.expect("the writer hangs");
        self.tamper("DELETE FROM settings WHERE name = 'n1000000'").await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_answered_before_it_can_be_read_elsewhere() {
    let bench = std::sync::Arc::new(Bench::on_file().await);
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..300 {
        let bench = std::sync::Arc::clone(&bench);
        tasks.spawn(async move {
            let mut tx = bench.store.begin().await.unwrap();
            write(&mut tx, number).await;
            tx.commit().await.unwrap();
            assert!(bench.is_written(number).await, "{number} was answered before its commit");
        });
    }
    timeout(LONG, tasks.join_all()).await.expect("the writer hangs");
    assert_eq!(bench.written().await.len(), 300);
}

#[tokio::test]
async fn a_dropped_transaction_leaves_no_trace_and_no_lock() {
    let bench = Bench::on_file().await;
    let mut tx = bench.store.begin().await.unwrap();
    write(&mut tx, 1).await;
    drop(tx);
    bench.goes_on().await;
    assert!(bench.written().await.is_empty());
    let mut tx = bench.store.begin().await.unwrap();
    write(&mut tx, 2).await;
    tx.rollback().await;
    bench.goes_on().await;
    assert!(bench.written().await.is_empty());
}

#[tokio::test]
async fn a_transaction_that_fails_takes_no_other_with_it() {
    let bench = Bench::on_file().await;
    let store = bench.store.clone();
    // The second waits while the first is open, so that they share a commit.
    let mut first = store.begin().await.unwrap();
    write(&mut first, 1).await;
    let second = tokio::spawn({
        let store = store.clone();
        async move {
            let mut tx = store.begin().await.unwrap();
            write(&mut tx, 2).await;
            let fault = tx.sql("INSERT INTO settings (name, value) VALUES ('n1', 'y')").run().await;
            assert!(fault.is_err(), "it sees what the first one has done");
            tx.rollback().await;
        }
    });
    let third = tokio::spawn({
        let store = store.clone();
        async move {
            let mut tx = store.begin().await.unwrap();
            write(&mut tx, 3).await;
            tx.commit().await.unwrap();
        }
    });
    tokio::task::yield_now().await;
    timeout(LONG, first.commit()).await.unwrap().unwrap();
    second.await.unwrap();
    third.await.unwrap();
    assert_eq!(bench.written().await, BTreeSet::from([1, 3]));
}

#[tokio::test]
async fn whoever_waits_and_gives_up_was_not_waited_for_in_vain() {
    let bench = Bench::on_file().await;
    let mut first = bench.store.begin().await.unwrap();
    write(&mut first, 1).await;
    let mut second = Box::pin(bench.store.begin());
    assert!(futures::FutureExt::now_or_never(&mut second).is_none(), "it stands in the queue");
    let mut committing = tokio::spawn(first.commit());
    let early = timeout(Duration::from_millis(50), &mut committing).await;
    assert!(early.is_err(), "the first leaves the commit to the second, who does not move");
    drop(second);
    timeout(LONG, committing).await.expect("the commit was left to one who had gone").unwrap().unwrap();
    assert_eq!(bench.written().await, BTreeSet::from([1]));
}

#[tokio::test]
async fn a_commit_whose_waiter_has_gone_still_happens_whole_or_not_at_all() {
    let bench = Bench::on_file().await;
    for number in 0..60 {
        let mut tx = bench.store.begin().await.unwrap();
        write(&mut tx, number).await;
        // Given up after a different number of steps each time.
        let mut commit = Box::pin(tx.commit());
        for _ in 0..number % 6 {
            if futures::FutureExt::now_or_never(&mut commit).is_some() {
                break;
            }
            tokio::task::yield_now().await;
        }
        drop(commit);
    }
    bench.goes_on().await;
    bench.store.verify().await.unwrap();
}

#[tokio::test]
async fn a_beginning_that_is_given_up_at_any_step_holds_nobody_up() {
    let bench = Bench::on_file().await;
    for steps in 0..40 {
        let mut begin = Box::pin(bench.store.begin());
        for _ in 0..steps {
            if let Some(tx) = futures::FutureExt::now_or_never(&mut begin) {
                drop(tx);
                begin = Box::pin(bench.store.begin());
            }
            tokio::task::yield_now().await;
        }
        drop(begin);
        let mut tx = timeout(LONG, bench.store.begin()).await.expect("the writer hangs").unwrap();
        write(&mut tx, steps).await;
        tx.commit().await.unwrap();
    }
    assert_eq!(bench.written().await.len(), 40);
}

/// Statements that undo the whole transaction and not only their own: the others must hear that theirs is undone too.
#[tokio::test]
async fn members_of_a_commit_that_was_undone_are_told() {
    let bench = Bench::on_file().await;
    let mut first = bench.store.begin().await.unwrap();
    write(&mut first, 1).await;
    let second = tokio::spawn({
        let store = bench.store.clone();
        async move {
            let mut tx = store.begin().await.unwrap();
            write(&mut tx, 2).await;
            let undone =
                tx.sql("INSERT OR ROLLBACK INTO settings (name, value) VALUES ('n2', 'y')").run().await;
            assert!(undone.is_err());
            tx.commit().await
        }
    });
    tokio::task::yield_now().await;
    let first = timeout(LONG, first.commit()).await.expect("nobody told the first");
    let second = timeout(LONG, second).await.expect("nobody told the second").unwrap();
    assert!(second.is_err());
    let written = bench.written().await;
    assert_eq!(first.is_ok(), written.contains(&1), "the answer is what is written: {first:?} {written:?}");
    assert!(!written.contains(&2));
    bench.goes_on().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_a_storm_of_all_this_the_answers_are_what_is_written() {
    let bench = std::sync::Arc::new(Bench::on_file().await);
    let chance = Chance::seeded(2024);
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..600_i64 {
        let bench = std::sync::Arc::clone(&bench);
        let [fate, micros] = chance.bytes::<2>();
        tasks.spawn(async move {
            let work = async {
                let mut tx = bench.store.begin().await.unwrap();
                write(&mut tx, number).await;
                match fate % 8 {
                    0 => {
                        tx.rollback().await;
                        None
                    }
                    1 => None,
                    2 => {
                        let fault = tx
                            .sql("INSERT INTO settings (name, value) VALUES ('ticket_key', '')")
                            .run()
                            .await;
                        assert!(fault.is_err());
                        None
                    }
                    _ => tx.commit().await.ok().map(|()| number),
                }
            };
            if fate % 16 < 12 {
                (number, fate % 8 < 3, work.await)
            } else {
                // Given up somewhere on the way.
                let patience = Duration::from_micros(u64::from(micros) * 200);
                (number, fate % 8 < 3, timeout(patience, work).await.ok().flatten())
            }
        });
    }
    let fates = timeout(LONG, tasks.join_all()).await.expect("the writer hangs");
    bench.goes_on().await;
    let written = bench.written().await;
    for (number, refused, answered) in &fates {
        assert!(answered.is_none() || written.contains(number), "{number} was answered and is lost");
        assert!(!refused || !written.contains(number), "{number} was undone and is there");
    }
    let answered = fates.iter().filter(|fate| fate.2.is_some()).count();
    assert!(answered > 200, "only {answered} came through");
    bench.store.verify().await.unwrap();
}
