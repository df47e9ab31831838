//! No name, number or secret on any output, whatever happens and however much is logged.

use qatys::simulator::{Fault, FaultKind, Faults, Profile};
use serde_json::json;

use super::scene::Guest;
use super::webhook::{SECRET, post};
use super::{Bench, KEY, until};

const NAME: &str = "Құпияхан";

/// What may stand nowhere, as text, escaped or in bytes.
fn canaries() -> Vec<String> {
    let bytes = NAME.as_bytes().escape_ascii().to_string();
    let percent = bytes.replace("\\x", "%");
    let rust = NAME.escape_unicode().to_string();
    let json = json(&rust);
    let list = format!("{:?}", NAME.as_bytes());
    let plain = [NAME, "7001234567", "700 123 45 67", "700-123-45-67", "700) 123", KEY, SECRET];
    let plain = plain.into_iter().map(str::to_lowercase);
    plain.chain([bytes, percent, json, rust, list.trim_matches(['[', ']']).to_owned()]).collect()
}

/// Escaped letters as JSON writes them: these are of the range where four digits suffice.
fn json(rust: &str) -> String {
    rust.replace('{', "0").replace('}', "")
}

/// The first line with something that may not stand there.
fn leak(text: &str) -> Option<String> {
    let (canaries, small) = (canaries(), text.to_lowercase());
    small.lines().find(|line| canaries.iter().any(|canary| line.contains(canary))).map(str::to_owned)
}

fn assert_clean(what: &str, text: &str) {
    assert_eq!(leak(text), None, "{what}");
}

#[test]
fn the_search_finds_every_spelling() {
    let debug = format!("{:?}", [NAME.as_bytes(), b"!"].concat());
    let escaped = NAME.escape_unicode().to_string();
    let json = json(&escaped).to_uppercase();
    for text in [
        NAME,
        &NAME.to_uppercase(),
        &debug,
        &json,
        &escaped,
        "+7 (700) 123-45-67",
        "87001234567",
        KEY,
        SECRET,
    ] {
        assert!(leak(&format!("TRACE fine\nTRACE x{text}y\n")).is_some(), "{text}");
    }
    assert_eq!(leak("INFO qatys::app: ready"), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_a_name_a_number_or_a_secret_in_what_the_bot_prints() {
    let mut bench = Bench::new().await;
    bench.set("RUST_LOG", "trace");
    bench.publish(&[Some(1), Some(40)]).await;
    let guest = Guest::new(bench.telegram.join(Profile {
        id: 600_001,
        first_name: NAME.into(),
        language_code: Some("en".into()),
        phone: Some("77001234567".into()),
        ..Profile::default()
    }));
    let polling = bench.run().await;
    sign_up(&bench, &guest).await;
    troubled(&bench, &guest).await;
    let mut printed = vec![polling.stop().await];

    let url = bench.use_webhook(SECRET);
    let address = url.trim_start_matches("http://").trim_end_matches("/hook").to_owned();
    let hooked = bench.run().await;
    erase(&bench, &guest, &url).await;
    for page in ["metrics", "healthz"] {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let answer = client.get(format!("http://{address}/{page}")).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert_clean(page, &answer.text().await.unwrap());
    }
    printed.push(hooked.stop().await);
    printed.push(bench.command(&["check"]).await);
    bench.set("TELOXIDE_API_URL", "http://127.0.0.1:9");
    printed.push(bench.command(&["check"]).await);
    assert!(printed[0].text.contains("TRACE"), "nothing was logged at the finest level");
    for output in printed {
        assert_clean("standard error", &output.text);
        assert_clean("standard output", &output.stdout);
    }
}

/// A sign-up in which name and number are typed in several ways.
async fn sign_up(bench: &Bench, guest: &Guest) {
    guest.begin(&bench.link(1).await).await;
    guest.say(&format!("https://{NAME}.kz"));
    guest.sees("doesn't look like a name").await;
    guest.say(NAME);
    guest.sees("Your phone number").await;
    guest.say("+7 (700) 123-45-6");
    guest.sees("couldn't read this number").await;
    guest.say("8 700 123 45 67");
    guest.press("Skip").await;
    guest.press("2").await;
    guest.press("Confirm").await;
    guest.sees("You are registered!").await;
    guest.ticket().await;
}

/// Searches, refusals of Telegram, cut lines and updates that cannot be read, all with the canary in them.
async fn troubled(bench: &Bench, guest: &Guest) {
    let calls = [FaultKind::BadGateway, FaultKind::ResetAfter, FaultKind::TooManyRequests { retry_after: 1 }];
    let calls = calls.map(|kind| Fault::always(kind).on("sendMessage").times(1)).to_vec();
    bench.telegram.set_faults(Faults { calls, ..Faults::default() });
    for text in [NAME, "+77001234567", "\"' OR 1=1 --"] {
        guest.say(text);
        bench.settled().await;
    }
    let from = json!({"id": guest.person.id(), "is_bot": false, "first_name": NAME});
    for poison in [
        json!({"message": {"from": from, "text": NAME}}),
        json!({"message": {"from": from, "contact": {"phone_number": "77001234567"}}}),
        json!({"callback_query": {"id": "1", "from": from, "data": "77001234567"}}),
        json!({"message": NAME}),
        json!({NAME: "77001234567"}),
    ] {
        guest.person.inject(poison);
    }
    guest.say("/help");
    guest.sees("How I can help").await;
    // Somebody who cannot be written to.
    guest.person.block();
    guest.person.unblock();
    bench.settled().await;
}

/// Everything about one's data, by webhook.
async fn erase(bench: &Bench, guest: &Guest, url: &str) {
    let junk = format!("{{\"update_id\": 1, \"message\": {{\"text\": \"{NAME} 77001234567\"");
    assert_eq!(post(url, Some(SECRET), junk).await, 200);
    assert_eq!(post(url, Some("wrong"), NAME.to_owned()).await, 401);
    guest.say("/privacy");
    guest.press("Download my data").await;
    guest.sees("Everything we keep about you").await;
    guest.press("Delete my data").await;
    guest.press("Yes, delete").await;
    guest.press("Yes, delete everything").await;
    guest.sees("your data are deleted").await;
    until("erased", async || {
        bench.number("SELECT count(*) FROM people WHERE name IS NOT NULL OR phone IS NOT NULL").await == 0
    })
    .await;
}
