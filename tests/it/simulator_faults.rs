//! Trouble on purpose: each kind strikes where and as often as asked, and the same seed strikes the same.

#![cfg(test)]

use std::time::{Duration, Instant};

use qatys::simulator::{Fault, FaultKind, Faults};
use serde_json::{Value, json};

use crate::simulator::Bench;

fn one(fault: Fault) -> Faults {
    Faults { calls: vec![fault], ..Faults::default() }
}

#[tokio::test]
async fn a_server_error_has_no_effect() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    bench.simulator.set_faults(one(Fault::always(FaultKind::BadGateway).on("SENDmessage").times(1)));
    bench.call("getMe", json!({})).await.ok();
    let refused = bench.call("sendMessage", json!({"chat_id": 1, "text": "x"})).await.refused();
    assert_eq!(refused, (502, "Bad Gateway".to_owned()));
    assert!(person.last().is_none());
    bench.send(1, "x").await;
}

#[tokio::test]
async fn a_reset_before_and_after_the_effect() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let send = || {
        let body = json!({"chat_id": 1, "text": "x"});
        bench.client.post(bench.method_url("sendMessage")).json(&body).send()
    };
    bench.simulator.set_faults(one(Fault::always(FaultKind::ResetBefore)));
    assert!(send().await.is_err());
    assert!(person.last().is_none());
    bench.simulator.set_faults(one(Fault::always(FaultKind::ResetAfter)));
    assert!(send().await.is_err());
    assert_eq!(person.last().unwrap().text, "x");
    let calls = bench.simulator.calls();
    let seen: Vec<(u16, bool)> = calls.iter().map(|call| (call.status, call.effect)).collect();
    assert_eq!(seen, [(0, false), (0, true)]);
    bench.simulator.set_faults(Faults::default());
    bench.send(1, "fine").await;
}

#[tokio::test]
async fn too_many_requests_on_purpose() {
    let bench = Bench::new().await;
    bench.person(1);
    bench.simulator.set_faults(one(Fault::always(FaultKind::TooManyRequests { retry_after: 7 }).times(1)));
    let answer = bench.call("sendMessage", json!({"chat_id": 1, "text": "x"})).await;
    assert_eq!((answer.status, answer.retry_after.as_deref()), (429, Some("7")));
    assert_eq!(answer.body["parameters"], json!({"retry_after": 7}));
    bench.send(1, "x").await;
}

#[tokio::test]
async fn answers_can_be_slow() {
    let bench = Bench::new().await;
    let faults = Faults {
        latency: Duration::from_millis(150),
        jitter: Duration::from_millis(50),
        ..Faults::default()
    };
    bench.simulator.set_faults(faults);
    let started = Instant::now();
    bench.call("getMe", json!({})).await.ok();
    assert!(
        started.elapsed() >= Duration::from_millis(150) && started.elapsed() < Duration::from_millis(900)
    );
}

#[tokio::test]
async fn the_same_seed_strikes_the_same() {
    let mut runs = Vec::new();
    for _ in 0..2 {
        let bench = Bench::new().await;
        bench.simulator.set_faults(one(Fault::sometimes(FaultKind::BadGateway, 0.5)));
        let mut run = Vec::new();
        for _ in 0..40 {
            run.push(bench.call("getMe", json!({})).await.status);
        }
        runs.push(run);
    }
    assert_eq!(runs[0], runs[1]);
    assert!(runs[0].contains(&200) && runs[0].contains(&502));
}

/// Takes everything, confirming each batch, until nothing came for a while.
async fn drain(bench: &Bench) -> Vec<Value> {
    let (mut all, mut offset) = (Vec::new(), 0);
    loop {
        tokio::time::sleep(Duration::from_millis(520)).await;
        let batch =
            bench.call("getUpdates", json!({"offset": offset, "timeout": 0, "limit": 100})).await.ok();
        let batch = batch.as_array().unwrap().clone();
        let Some(last) = batch.last() else { return all };
        offset = last["update_id"].as_i64().unwrap() + 1;
        all.extend(batch);
    }
}

#[tokio::test]
async fn updates_come_twice() {
    let bench = Bench::new().await;
    bench.simulator.set_faults(Faults { duplicate_updates: 1.0, ..Faults::default() });
    let person = bench.person(1);
    for number in 0..9 {
        person.say(&number.to_string());
    }
    let all = drain(&bench).await;
    assert_eq!(all.len(), 20);
    let mut ids: Vec<i64> = all.iter().map(|update| update["update_id"].as_i64().unwrap()).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 10);
}

#[tokio::test]
async fn updates_overtake_each_other_but_not_their_own() {
    let bench = Bench::new().await;
    let (first, second) = (bench.person(1), bench.person(2));
    bench.simulator.set_faults(Faults { reorder_updates: 0.7, ..Faults::default() });
    for number in 0..20 {
        first.say(&format!("{number:02}"));
        second.say(&format!("{number:02}"));
    }
    tokio::time::sleep(Duration::from_millis(300)).await;
    let all = drain(&bench).await;
    let of = |id: i64| -> Vec<&str> {
        let own = all.iter().filter(|update| update["message"]["from"]["id"] == id);
        own.map(|update| update["message"]["text"].as_str().unwrap()).collect()
    };
    assert!(of(1).is_sorted() && of(2).is_sorted());
    assert_eq!((of(1).len(), of(2).len()), (21, 21));
    let order: Vec<&Value> = all.iter().map(|update| &update["message"]["from"]["id"]).collect();
    assert!(order[2..].windows(2).any(|pair| pair[0] == pair[1]), "nobody was overtaken");
}

#[tokio::test]
async fn a_batch_may_be_shuffled_with_the_highest_last() {
    let bench = Bench::new().await;
    for id in 1..=20 {
        bench.person(id);
    }
    bench.simulator.set_faults(Faults { shuffle_batches: 1.0, ..Faults::default() });
    let all = drain(&bench).await;
    let ids: Vec<i64> = all.iter().map(|update| update["update_id"].as_i64().unwrap()).collect();
    assert!(!ids.is_sorted() && ids.len() == 20);
    assert_eq!(ids.iter().max(), ids.last());
}
