//! The webhook: what may be set, how updates are posted, when again, in which order.

#![cfg(test)]

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::{Value, json};

use crate::simulator::{Bench, bad};

type Answers = Arc<dyn Fn(usize, &Value) -> (StatusCode, Vec<(&'static str, String)>, String) + Send + Sync>;

/// A bot that notes what it is told and answers as the test says.
#[derive(Clone)]
struct Bot {
    told: Arc<Mutex<Vec<(Instant, HeaderMap, Value)>>>,
    answers: Answers,
    url: String,
}

impl Bot {
    async fn start(answers: Answers) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let bot = Self { told: Arc::default(), answers, url };
        let routes = axum::Router::new().fallback(hear).with_state(bot.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        bot
    }

    async fn fine() -> Self {
        Self::start(Arc::new(|_, _| (StatusCode::OK, Vec::new(), String::new()))).await
    }

    fn told(&self) -> Vec<(Instant, HeaderMap, Value)> {
        self.told.lock().unwrap().clone()
    }

    /// Waits until it was told so much.
    async fn wait(&self, count: usize) -> Vec<(Instant, HeaderMap, Value)> {
        for _ in 0..600 {
            if self.told().len() >= count {
                break;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let told = self.told();
        assert!(told.len() >= count, "only {} of {count} came", told.len());
        told
    }
}

async fn hear(State(bot): State<Bot>, headers: HeaderMap, body: String) -> (StatusCode, HeaderMap, String) {
    let update: Value = serde_json::from_str(&body).unwrap();
    let count = {
        let mut told = bot.told.lock().unwrap();
        told.push((Instant::now(), headers, update.clone()));
        told.len()
    };
    let (status, extra, body) = (bot.answers)(count, &update);
    let mut headers = HeaderMap::new();
    for (name, value) in extra {
        headers.insert(name, value.parse().unwrap());
    }
    (status, headers, body)
}

async fn settled(bench: &Bench) {
    for _ in 0..200 {
        if bench.simulator.pending_updates() == 0 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("{} updates still wait", bench.simulator.pending_updates());
}

#[tokio::test]
async fn updates_are_posted_with_the_secret() {
    let bench = Bench::new().await;
    let bot = Bot::fine().await;
    bench.person(1);
    let body = json!({"url": bot.url, "secret_token": "s-e_C9", "max_connections": 500});
    let set = bench.call("setWebhook", body).await;
    assert_eq!(set.body, json!({"ok": true, "result": true, "description": "Webhook was set"}));
    let told = bot.wait(1).await;
    assert_eq!(told[0].1["x-telegram-bot-api-secret-token"], "s-e_C9");
    assert_eq!(told[0].1["content-type"], "application/json");
    assert_eq!(told[0].2["message"]["text"], "/start");
    settled(&bench).await;
    let info = bench.call("getWebhookInfo", json!({})).await.ok();
    assert_eq!((&info["url"], &info["max_connections"]), (&json!(bot.url), &json!(100)));
    assert!(info.get("allowed_updates").is_none() && info["has_custom_certificate"] == false);
    let deleted = bench.call("deleteWebhook", json!({})).await;
    assert_eq!(deleted.body["description"], "Webhook was deleted");
    assert_eq!(
        bench.call("deleteWebhook", json!({})).await.body["description"],
        "Webhook is already deleted"
    );
    assert_eq!(bench.call("getWebhookInfo", json!({})).await.ok()["url"], "");
}

#[tokio::test]
async fn what_may_be_set() {
    let bench = Bench::new().await;
    let set = |url: &str, secret: &str| bench.call("setWebhook", json!({"url": url, "secret_token": secret}));
    for (url, why) in [
        ("http://a.kz/x", "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https://a.kz:444/x", "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("https://127.0.0.1/x", "bad webhook: IP address 127.0.0.1 is reserved"),
        ("https://[::1]/x", "bad webhook: IPv6-only addresses are not allowed"),
    ] {
        assert_eq!(set(url, "").await.refused(), bad(why));
    }
    let local = "http://127.0.0.1:9/x";
    assert_eq!(set(local, &"a".repeat(257)).await.refused(), bad("secret token is too long"));
    assert_eq!(set(local, "a b").await.refused(), bad("secret token contains unallowed characters"));
    set(local, &"a".repeat(256)).await.ok();
    let soon = set(local, "other").await;
    assert_eq!((soon.status, soon.retry_after.as_deref()), (429, Some("1")));
    tokio::time::sleep(Duration::from_millis(1010)).await;
    assert_eq!(set(local, &"a".repeat(256)).await.body["description"], "Webhook is already set");
}

#[tokio::test]
async fn a_failed_update_comes_again_at_once_then_later() {
    let bench = Bench::new().await;
    let fail = |count: usize, _: &Value| {
        let status = if count <= 2 { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::NO_CONTENT };
        (status, Vec::new(), String::new())
    };
    let bot = Bot::start(Arc::new(fail)).await;
    let person = bench.person(1);
    person.say("second");
    bench.call("setWebhook", json!({"url": bot.url})).await.ok();
    let told = bot.wait(4).await;
    assert!(told[1].0 - told[0].0 < Duration::from_millis(500));
    let pause = told[2].0 - told[1].0;
    assert!(pause >= Duration::from_secs(2) && pause < Duration::from_secs(4), "{pause:?}");
    assert_eq!(told[0].2["update_id"], told[2].2["update_id"]);
    assert_eq!(told[3].2["message"]["text"], "second");
    settled(&bench).await;
    let info = bench.call("getWebhookInfo", json!({})).await.ok();
    assert_eq!(info["last_error_message"], "Wrong response from the webhook: 500 Internal Server Error");
}

#[tokio::test]
async fn a_bot_says_when_to_come_again() {
    let bench = Bench::new().await;
    let busy = |count: usize, _: &Value| {
        let again = vec![("retry-after", "1".to_owned())];
        if count == 1 {
            (StatusCode::SERVICE_UNAVAILABLE, again, String::new())
        } else {
            (StatusCode::OK, Vec::new(), String::new())
        }
    };
    let bot = Bot::start(Arc::new(busy)).await;
    bench.person(1);
    bench.call("setWebhook", json!({"url": bot.url})).await.ok();
    let told = bot.wait(2).await;
    let pause = told[1].0 - told[0].0;
    assert!(pause >= Duration::from_secs(1) && pause < Duration::from_secs(2), "{pause:?}");
}

#[tokio::test]
async fn one_person_waits_for_themselves_only() {
    let bench = Bench::new().await;
    let stuck = |_: usize, update: &Value| {
        let first = update["message"]["from"]["id"] == 1;
        let status = if first { StatusCode::BAD_GATEWAY } else { StatusCode::OK };
        (status, Vec::new(), String::new())
    };
    let bot = Bot::start(Arc::new(stuck)).await;
    let (first, second) = (bench.person(1), bench.person(2));
    bench.call("setWebhook", json!({"url": bot.url})).await.ok();
    for text in ["a", "b", "c"] {
        first.say(text);
        second.say(text);
    }
    bot.wait(6).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let of = |id: i64| -> Vec<String> {
        let told = bot.told();
        let own = told.iter().filter(|(.., update)| update["message"]["from"]["id"] == id);
        own.map(|(.., update)| update["message"]["text"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(of(2), ["/start", "a", "b", "c"]);
    assert_eq!(of(1), ["/start", "/start"]);
    assert_eq!(bench.simulator.pending_updates(), 4);
}

#[tokio::test]
async fn a_method_may_be_called_in_the_reply() {
    let bench = Bench::new().await;
    let reply = |_: usize, update: &Value| {
        let chat = &update["message"]["chat"]["id"];
        let body = json!({"method": "sendMessage", "chat_id": chat, "text": "from the reply"}).to_string();
        (StatusCode::OK, vec![("content-type", "application/json".to_owned())], body)
    };
    let bot = Bot::start(Arc::new(reply)).await;
    let person = bench.person(1);
    let version = person.version();
    bench.call("setWebhook", json!({"url": bot.url})).await.ok();
    person.changed_since(version, Duration::from_secs(5)).await.unwrap();
    assert_eq!(person.last().unwrap().text, "from the reply");
}

#[tokio::test]
async fn pending_updates_can_be_dropped() {
    let bench = Bench::new().await;
    let bot = Bot::fine().await;
    let person = bench.person(1);
    bench.call("setWebhook", json!({"url": bot.url, "drop_pending_updates": true})).await.ok();
    person.say("fresh");
    assert_eq!(bot.wait(1).await[0].2["message"]["text"], "fresh");
}
