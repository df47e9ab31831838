//! How calls are read and answered: tokens, method names, the four ways of giving parameters, who can be written
//! to.

#![cfg(test)]

use qatys::simulator::RateLimits;
use serde_json::{Value, json};

use crate::simulator::{Bench, TOKEN, bad, read};

#[tokio::test]
async fn tokens_are_told_apart() {
    let bench = Bench::new().await;
    let get = |token: &str| bench.client.get(format!("{}/bot{token}/getMe", bench.simulator.url())).send();
    assert_eq!(read(get(TOKEN).await.unwrap()).await.ok()["username"], "qatys_demo_bot");
    let unknown = read(get("7000001:other").await.unwrap()).await.refused();
    assert_eq!(unknown, (401, "Unauthorized".to_owned()));
    for wrong in ["nocolon", "0123:x", "x:y", &format!("1:{}", "a".repeat(90))] {
        let refused = read(get(wrong).await.unwrap()).await.refused();
        assert_eq!(refused, (401, "Unauthorized: invalid token specified".to_owned()), "{wrong}");
    }
}

#[tokio::test]
async fn method_names_have_no_case_and_unknown_ones_are_404() {
    let bench = Bench::new().await;
    assert_eq!(bench.call("GETme", json!({})).await.ok()["id"], 7_000_001);
    assert_eq!(bench.call("", json!({"method": "getMe"})).await.ok()["id"], 7_000_001);
    let refused = bench.call("getYou", json!({})).await.refused();
    assert_eq!(refused, (404, "Not Found: method not found".to_owned()));
    let nowhere = bench.client.get(format!("{}/other", bench.simulator.url())).send().await.unwrap();
    assert_eq!(read(nowhere).await.refused(), (404, "Not Found".to_owned()));
}

#[tokio::test]
async fn only_get_and_post_are_spoken() {
    let bench = Bench::new().await;
    let response = bench.client.put(bench.method_url("getMe")).send().await.unwrap();
    let answer = read(response).await;
    assert_eq!((answer.status, answer.raw.as_str()), (501, ""));
}

#[tokio::test]
async fn parameters_come_four_ways_and_the_query_wins() {
    let bench = Bench::new().await;
    bench.person(1);
    let url = bench.method_url("sendMessage");
    let query = bench.client.get(format!("{url}?chat_id=1&text=query")).send().await.unwrap();
    assert_eq!(read(query).await.ok()["text"], "query");
    let form = bench.client.post(format!("{url}?text=first"));
    let form =
        form.header("content-type", "application/x-www-form-urlencoded").body("chat_id=1&text=second+one");
    assert_eq!(read(form.send().await.unwrap()).await.ok()["text"], "first");
    let parts = reqwest::multipart::Form::new().text("chat_id", "1").text("text", "бөлік");
    let parts = bench.client.post(&url).multipart(parts).send().await.unwrap();
    assert_eq!(read(parts).await.ok()["text"], "бөлік");
    assert_eq!(bench.call("sendMessage", json!({"chat_id": "1", "text": "json"})).await.ok()["text"], "json");
}

#[tokio::test]
async fn broken_json_keeps_what_stood_before() {
    let bench = Bench::new().await;
    bench.person(1);
    let post = |body: &'static str| {
        let request = bench.client.post(bench.method_url("sendMessage"));
        request.header("content-type", "application/json").body(body).send()
    };
    let answer = read(post(r#"{"chat_id":1,"text":"kept","x":"#).await.unwrap()).await;
    assert_eq!(answer.ok()["text"], "kept");
    let answer = read(post(r#"{"text":"no chat",,"#).await.unwrap()).await;
    assert_eq!(answer.refused(), bad("chat_id is empty"));
    let answer = read(post("[1,2]").await.unwrap()).await;
    assert_eq!(answer.refused(), bad("message text is empty"));
}

#[tokio::test]
async fn null_is_not_absent() {
    let bench = Bench::new().await;
    bench.person(1);
    let with = |name: &str| {
        let mut body = json!({"chat_id": 1, "text": "x"});
        body[name] = Value::Null;
        body
    };
    let markup = bench.call("sendMessage", with("reply_markup")).await.refused();
    assert_eq!(markup, bad("object expected as reply markup"));
    let mode = bench.call("sendMessage", with("parse_mode")).await.refused();
    assert_eq!(mode, bad("unsupported parse_mode"));
    bench.call("sendMessage", with("entities")).await.ok();
    let objections = bench.simulator.objections();
    assert!(objections.contains(&"sendMessage: parameter `entities` is null".to_owned()), "{objections:?}");
}

#[tokio::test]
async fn unknown_parameters_are_noted_and_let_pass() {
    let bench = Bench::new().await;
    bench.person(1);
    bench.call("sendMessage", json!({"chat_id": 1, "text": "x", "colour": "red"})).await.ok();
    assert_eq!(bench.simulator.objections(), ["sendMessage: unknown parameter `colour`"]);
    bench.simulator.clear_calls();
    let known = json!({"chat_id": 1, "text": "x", "protect_content": true, "disable_notification": true,
        "link_preview_options": {"is_disabled": true}, "message_effect_id": "5"});
    assert_eq!(bench.call("sendMessage", known).await.ok()["has_protected_content"], true);
    assert_eq!(bench.simulator.objections(), [""; 0]);
}

#[tokio::test]
async fn parameters_beyond_a_mebibyte_are_too_much() {
    let bench = Bench::new().await;
    let answer = bench.call("sendMessage", json!({"text": "x".repeat((1 << 20) + 1)})).await;
    assert_eq!((answer.status, answer.raw.as_str()), (413, ""));
    let answer = bench.call("sendMessage", json!({"text": "x".repeat(1 << 20 >> 1)})).await;
    assert_eq!(answer.refused(), bad("text is too long"));
}

#[tokio::test]
async fn answers_are_ascii_and_leave_absent_fields_out() {
    let bench = Bench::new().await;
    bench.person(1);
    let answer = bench.call("sendMessage", json!({"chat_id": 1, "text": "Сәлем 😀"})).await;
    assert!(answer.raw.is_ascii() && answer.raw.contains("\\ud83d\\ude00"), "{}", answer.raw);
    assert!(!answer.raw.contains("null"));
    assert_eq!(answer.ok()["text"], "Сәлем 😀");
}

#[tokio::test]
async fn who_can_be_written_to() {
    let bench = Bench::new().await;
    let person = bench.stranger(1);
    let send = || bench.call("sendMessage", json!({"chat_id": 1, "text": "x"}));
    assert_eq!(send().await.refused(), bad("chat not found"));
    person.inject(json!({"message": {"from": {"id": 1}, "chat": {"id": -5, "type": "group"}}}));
    let seen = (403, "Forbidden: bot can't initiate conversation with a user".to_owned());
    assert_eq!(send().await.refused(), seen);
    person.start(None);
    send().await.ok();
    person.block();
    assert_eq!(send().await.refused(), (403, "Forbidden: bot was blocked by the user".to_owned()));
    person.unblock();
    send().await.ok();
    person.deactivate();
    assert_eq!(send().await.refused(), (403, "Forbidden: user is deactivated".to_owned()));
    let own = bench.call("sendMessage", json!({"chat_id": 7_000_001, "text": "x"})).await.refused();
    assert_eq!(own, (403, "Forbidden: the bot can't send messages to the bot".to_owned()));
    let absent = bench.call("sendMessage", json!({"text": "x"})).await.refused();
    assert_eq!(absent, bad("chat_id is empty"));
    for wrong in [json!(99), json!("@nobody"), json!("1e3"), json!(i64::MAX), json!(-100)] {
        let refused = bench.call("sendMessage", json!({"chat_id": wrong, "text": "x"})).await.refused();
        assert_eq!(refused, bad("chat not found"));
    }
}

#[tokio::test]
async fn limits_answer_429_with_the_seconds_in_three_places() {
    let bench = Bench::new().await;
    bench.person(1);
    bench.person(2);
    let rates = RateLimits { chat_per_second: 0.1, chat_burst: 2.0, ..RateLimits::default() };
    bench.simulator.set_limits(Some(rates));
    bench.send(1, "one").await;
    bench.send(1, "two").await;
    let answer = bench.call("sendMessage", json!({"chat_id": 1, "text": "three"})).await;
    assert_eq!(answer.retry_after.as_deref(), Some("10"));
    assert_eq!(answer.body["parameters"]["retry_after"], 10);
    assert_eq!(answer.refused(), (429, "Too Many Requests: retry after 10".to_owned()));
    bench.send(2, "another chat").await;
    bench.call("getMe", json!({})).await.ok();
    bench.simulator.set_limits(None);
    bench.send(1, "three").await;
}

#[tokio::test]
async fn the_ledger_writes_calls_down_until_switched_off() {
    let bench = Bench::new().await;
    bench.person(1);
    let id = bench.send(1, "x").await;
    bench.call("sendMessage", json!({"chat_id": 9, "text": "x"})).await;
    let calls = bench.simulator.calls();
    assert_eq!(
        (calls[0].method.as_str(), calls[0].message_id, calls[0].effect),
        ("sendMessage", Some(id), true)
    );
    assert_eq!((calls[1].status, calls[1].effect, calls[1].chat_id), (400, false, Some(9)));
    assert_eq!(calls[1].description.as_deref(), Some("Bad Request: chat not found"));
    bench.simulator.keep_calls(false);
    bench.send(1, "y").await;
    assert_eq!(bench.simulator.calls().len(), 2);
}

#[tokio::test]
async fn what_the_bot_says_about_itself() {
    let bench = Bench::new().await;
    bench.person(1);
    let set = |commands: Value| bench.call("setMyCommands", json!({ "commands": commands }));
    set(json!([{"command": "/start", "description": "Бастау"}])).await.ok();
    assert_eq!(bench.call("getMyCommands", json!({})).await.ok()[0]["command"], "start");
    let scope = json!({"type": "chat", "chat_id": 1});
    let list = json!([{"command": "team", "description": "Team"}]);
    bench.call("setMyCommands", json!({"commands": list, "scope": scope, "language_code": "kk"})).await.ok();
    let of = |language: &str| bench.call("getMyCommands", json!({"scope": scope, "language_code": language}));
    assert_eq!(of("kk").await.ok()[0]["command"], "team");
    assert_eq!(of("ru").await.ok(), json!([]));
    let one = |name: &str, about: &str| set(json!([{"command": name, "description": about}]));
    assert_eq!(one("", "x").await.refused(), bad("command must be non-empty"));
    assert_eq!(one(&"a".repeat(33), "x").await.refused(), bad("command length must not exceed 32"));
    assert_eq!(one("a", "").await.refused(), bad("command description must be non-empty"));
    let long = "command description length must not exceed 256";
    assert_eq!(one("a", &"ә".repeat(257)).await.refused(), bad(long));
    one(&"a".repeat(32), &"ә".repeat(256)).await.ok();
    assert_eq!(one("Start", "x").await.refused(), bad("BOT_COMMAND_INVALID"));
    bench.call("setMyName", json!({"name": "Қатыс", "language_code": "kk"})).await.ok();
    assert_eq!(bench.call("getMyName", json!({"language_code": "kk"})).await.ok(), json!({"name": "Қатыс"}));
    assert_eq!(bench.call("getMyName", json!({})).await.ok(), json!({"name": "Qatys"}));
    bench.call("deleteMyCommands", json!({})).await.ok();
    assert_eq!(bench.call("getMyCommands", json!({})).await.ok(), json!([]));
    for quiet in ["logOut", "close", "getChatMenuButton", "getMyDescription", "getMyShortDescription"] {
        bench.call(quiet, json!({})).await.ok();
    }
}

#[tokio::test]
async fn stopping_closes_listener_and_connections() {
    let bench = Bench::new().await;
    bench.call("getMe", json!({})).await.ok();
    let poll = bench.client.get(bench.method_url("getUpdates?timeout=30")).send();
    let poll = tokio::spawn(poll);
    tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    bench.simulator.stop().await;
    assert!(poll.await.unwrap().is_err());
    assert!(bench.client.get(bench.method_url("getMe")).send().await.is_err());
}
