//! The webhook of the real binary: who may post what, and that 200 means stored.

use std::time::Duration;

use qatys::simulator::Person;
use serde_json::{Value, json};

use super::scene::Guest;
use super::{Bench, PATIENCE, until};
use crate::database::let_go;

pub(crate) const SECRET: &str = "canary-of-the-webhook_0123456789";

/// Posts a body as Telegram would; returns the status.
pub(crate) async fn post(url: &str, secret: Option<&str>, body: String) -> u16 {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build().unwrap();
    let mut request = client.post(url).header("content-type", "application/json").body(body);
    if let Some(secret) = secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    request.send().await.unwrap().status().as_u16()
}

/// An update in which the person writes a command.
pub(crate) fn writes(id: i64, person: &Person, text: &str) -> String {
    let (chat, name) = (person.id(), person.profile().first_name);
    json!({"update_id": id, "message": {
        "message_id": 1, "date": 1_795_325_742, "text": text,
        "from": {"id": chat, "is_bot": false, "first_name": name, "language_code": "en"},
        "chat": {"id": chat, "first_name": name, "type": "private"},
        "entities": [{"offset": 0, "length": text.len(), "type": "bot_command"}],
    }})
    .to_string()
}

/// What Telegram says of the webhook.
async fn info(bench: &Bench) -> Value {
    let url = format!("{}/bot7000001:{}/getWebhookInfo", bench.telegram.url(), super::KEY);
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer: Value = client.get(url).send().await.unwrap().json().await.unwrap();
    answer["result"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn only_telegram_may_post_and_nothing_huge() {
    let mut bench = Bench::new().await;
    let url = bench.use_webhook(SECRET);
    let victim = bench.run().await;
    let guest = Guest::new(bench.person(1));
    guest.say("/help");
    guest.sees("How I can help").await;
    bench.settled().await;
    let stored = bench.number("SELECT count(*) FROM inbox").await;
    let update = |id| writes(id, &guest.person, "/my");
    assert_eq!(post(&url, None, update(5)).await, 401);
    assert_eq!(post(&url, Some(""), update(6)).await, 401);
    assert_eq!(post(&url, Some(&SECRET.to_lowercase().replace("0123", "0124")), update(7)).await, 401);
    assert_eq!(post(&url, Some(&SECRET[1..]), update(8)).await, 401);
    assert_eq!(post(&url, Some(SECRET), " ".repeat(1024 * 1024 + 1)).await, 413);
    // What is no update is not asked for again, and harms nobody.
    assert_eq!(post(&url, Some(SECRET), "{\"update_id\":".into()).await, 200);
    assert_eq!(bench.number("SELECT count(*) FROM inbox").await, stored);
    assert_eq!(post(&url, Some(SECRET), update(9)).await, 200);
    assert_eq!(bench.number("SELECT count(*) FROM inbox").await, stored + 1);
    guest.sees("You have no upcoming events").await;
    victim.stop().await;
    assert!(info(&bench).await["url"].as_str().is_some_and(|set| set == url));
    assert_eq!(bench.calls("deleteWebhook", None, None), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_stored_is_refused_and_comes_again() {
    let mut bench = Bench::new().await;
    let url = bench.use_webhook(SECRET);
    let victim = bench.run().await;
    let guests: Vec<_> = (0..3).map(|number| Guest::new(bench.person(number))).collect();
    let held = bench.database.hold().await;
    let stranger = bench.person(99);
    assert_eq!(post(&url, Some(SECRET), writes(1, &stranger, "/help")).await, 503);
    for guest in &guests {
        guest.say("/help");
    }
    until("Telegram is refused too", async || {
        let error = info(&bench).await["last_error_message"].clone();
        error.as_str().is_some_and(|error| error.contains("503"))
    })
    .await;
    assert_eq!(bench.telegram.pending_updates(), 3);
    let_go(held).await;
    for guest in &guests {
        guest.sees("How I can help").await;
    }
    bench.settled().await;
    assert_eq!(bench.number("SELECT count(*) FROM inbox WHERE state = 'done'").await, 3);
    for guest in &guests {
        assert_eq!(bench.calls("sendMessage", Some(guest.person.id()), None), 1);
    }
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_posted_while_the_bot_is_killed_is_not_lost() {
    let mut bench = Bench::new().await;
    bench.use_webhook(SECRET);
    let victim = bench.run().await;
    let guests: Vec<_> = (0..24).map(|number| Guest::new(bench.person(number))).collect();
    for guest in &guests {
        guest.say("/help");
    }
    tokio::time::sleep(Duration::from_millis(5)).await;
    victim.kill().await;
    let victim = bench.run().await;
    for guest in &guests {
        guest.sees("How I can help").await;
    }
    bench.settled().await;
    assert_eq!(bench.number("SELECT count(*) FROM inbox WHERE state = 'done'").await, 24);
    victim.stop().await;
}
