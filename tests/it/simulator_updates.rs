//! `getUpdates`: numbering, offsets, waiting, conflicts, retention, what is asked for.

#![cfg(test)]

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::simulator::{Bench, bad};

async fn get(bench: &Bench, offset: i64) -> Vec<Value> {
    // Asking for the same offset within half a second gives one update only; tests must not.
    tokio::time::sleep(Duration::from_millis(510)).await;
    let list = bench.call("getUpdates", json!({"offset": offset, "timeout": 0})).await.ok();
    list.as_array().unwrap().clone()
}

fn id(update: &Value) -> i64 {
    update["update_id"].as_i64().unwrap()
}

#[tokio::test]
async fn ids_begin_anywhere_and_grow_by_one() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    person.say("two");
    let updates = get(&bench, 0).await;
    assert!(id(&updates[0]) > 2_000_000 && id(&updates[1]) == id(&updates[0]) + 1);
    let message = &updates[0]["message"];
    assert_eq!(message["entities"][0], json!({"type": "bot_command", "offset": 0, "length": 6}));
    assert_eq!(
        (&message["chat"]["type"], &message["from"]["language_code"]),
        (&json!("private"), &json!("kk"))
    );
}

#[tokio::test]
async fn an_offset_forgets_what_is_before_it() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    for text in ["b", "c", "d"] {
        person.say(text);
    }
    let all = get(&bench, 0).await;
    assert_eq!((all.len(), get(&bench, id(&all[0])).await.len()), (4, 4));
    assert_eq!(get(&bench, id(&all[2])).await.len(), 2);
    assert_eq!(id(&get(&bench, 0).await[0]), id(&all[2]));
    // Far beyond the tail counts as "from the head".
    assert_eq!(get(&bench, id(&all[3]) + 100).await.len(), 2);
    assert_eq!(get(&bench, -1).await.len(), 1);
    assert_eq!(bench.simulator.pending_updates(), 1);
    let started = Instant::now();
    let none = bench.call("getUpdates", json!({"offset": id(&all[3]) + 1, "timeout": 1})).await.ok();
    assert_eq!(none, json!([]));
    assert!(started.elapsed() >= Duration::from_secs(1) && bench.simulator.pending_updates() == 0);
}

#[tokio::test]
async fn the_same_offset_at_once_gives_one_update() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    person.say("b");
    let ask = || bench.call("getUpdates", json!({}));
    assert_eq!(ask().await.ok().as_array().unwrap().len(), 2);
    assert_eq!(ask().await.ok().as_array().unwrap().len(), 1);
    let limited = bench.call("getUpdates", json!({"offset": -2, "limit": 0})).await.ok();
    assert_eq!(limited.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_waiting_poll_wakes_at_once() {
    let bench = Bench::new().await;
    let person = bench.stranger(1);
    let poll = bench.call("getUpdates", json!({"timeout": 30}));
    let act = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        person.say("now");
        Instant::now()
    };
    let (answer, said) = tokio::join!(poll, act);
    assert!(said.elapsed() < Duration::from_millis(500));
    assert_eq!(answer.ok()[0]["message"]["text"], "now");
}

#[tokio::test]
async fn the_older_of_two_polls_is_ended() {
    let bench = Bench::new().await;
    let person = bench.stranger(1);
    let first = bench.call("getUpdates", json!({"timeout": 30}));
    let second = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        let second = bench.call("getUpdates", json!({"timeout": 30, "offset": 5}));
        let act = async {
            tokio::time::sleep(Duration::from_millis(200)).await;
            person.say("x");
        };
        tokio::join!(second, act).0
    };
    let (first, second) = tokio::join!(first, second);
    let why =
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";
    assert_eq!(first.refused(), (409, why.to_owned()));
    assert_eq!(second.ok().as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn repeated_conflicts_are_answered_late() {
    let bench = Bench::new().await;
    let hook = json!({"url": "http://127.0.0.1:9/x"});
    bench.call("setWebhook", hook).await.ok();
    let why = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
    let started = Instant::now();
    assert_eq!(bench.call("getUpdates", json!({})).await.refused(), (409, why.to_owned()));
    assert!(started.elapsed() < Duration::from_secs(1));
    bench.call("getUpdates", json!({})).await.refused();
    assert!(started.elapsed() >= Duration::from_secs(3));
}

#[tokio::test]
async fn setting_a_webhook_ends_the_poll() {
    let bench = Bench::new().await;
    let set = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        bench.call("setWebhook", json!({"url": "http://127.0.0.1:9/x"})).await
    };
    let (poll, set) = tokio::join!(bench.call("getUpdates", json!({"timeout": 30})), set);
    assert_eq!(poll.refused(), (409, "Conflict: terminated by setWebhook request".to_owned()));
    set.ok();
}

#[tokio::test]
async fn allowed_updates_hold_for_future_ones_until_changed() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    bench.call("getUpdates", json!({"allowed_updates": ["callback_query", "nonsense"]})).await.ok();
    person.say("not wanted");
    assert_eq!(bench.simulator.pending_updates(), 1);
    person.press_data(5, "x");
    bench.call("getUpdates", json!({"offset": -9, "allowed_updates": "oops"})).await.ok();
    person.say("not wanted");
    assert_eq!(bench.simulator.pending_updates(), 2);
    bench.call("getUpdates", json!({"offset": -8, "allowed_updates": []})).await.ok();
    person.say("wanted");
    person.inject(json!({"message_reaction": {}}));
    person.inject(json!({"a_kind_of_next_year": {"x": 1}}));
    assert_eq!(bench.simulator.pending_updates(), 4);
}

#[tokio::test]
async fn updates_expire() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    person.press_data(5, "x");
    bench.pass(149);
    assert_eq!(get(&bench, 0).await.len(), 2);
    bench.pass(1);
    assert_eq!(get(&bench, 0).await.len(), 1);
    bench.pass(86_400 - 150);
    assert_eq!(get(&bench, -50).await.len(), 0);
}

#[tokio::test]
async fn presses_are_answered_once_and_in_time() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let old = "query is too old and response timeout expired or query ID is invalid";
    let answer = |id: &str| {
        bench.call("answerCallbackQuery", json!({"callback_query_id": id, "text": "Ok", "show_alert": true}))
    };
    let query = person.press_data(1, "x");
    let (waited, said) = tokio::join!(person.answer(&query, Duration::from_secs(5)), answer(&query));
    said.ok();
    let waited = waited.unwrap();
    assert_eq!((waited.text.as_deref(), waited.show_alert), (Some("Ok"), true));
    assert_eq!(answer(&query).await.refused(), bad(old));
    assert_eq!(bench.simulator.objections(), [format!("callback query {query} answered twice")]);
    assert_eq!(answer("1").await.refused(), bad(old));
    let late = person.press_data(1, "x");
    bench.pass(11);
    let objections = bench.simulator.objections();
    assert!(objections.iter().any(|line| line.contains("unanswered for more than 10 s")), "{objections:?}");
    bench.pass(140);
    assert_eq!(answer(&late).await.refused(), bad(old));
    let query = person.press_data(1, "x");
    let long = |length: usize| json!({"callback_query_id": query, "text": "ә".repeat(length)});
    assert_eq!(bench.call("answerCallbackQuery", long(201)).await.refused(), bad("MESSAGE_TOO_LONG"));
    bench.call("answerCallbackQuery", long(200)).await.ok();
    assert!(person.answer("unknown", Duration::from_millis(10)).await.is_none());
}
