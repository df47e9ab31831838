//! Keyboards: what is refused, what is dropped without a word, what a person can press.

#![cfg(test)]

use qatys::simulator::{ButtonKind, KeyRequest};
use serde_json::{Value, json};

use crate::simulator::{Answer, Bench, bad};

async fn send(bench: &Bench, markup: Value) -> Answer {
    bench.call("sendMessage", json!({"chat_id": 1, "text": "x", "reply_markup": markup})).await
}

async fn inline(bench: &Bench, button: Value) -> Answer {
    send(bench, json!({"inline_keyboard": [[button]]})).await
}

#[tokio::test]
async fn inline_buttons_word_for_word() {
    let bench = Bench::new().await;
    bench.person(1);
    let parse = |why: &str| bad(&format!("can't parse inline keyboard button: {why}"));
    let of = |button: Value| inline(&bench, button);
    of(json!({"text": "a", "callback_data": "ә".repeat(32)})).await.ok();
    let long = of(json!({"text": "a", "callback_data": "x".repeat(65)})).await.refused();
    assert_eq!(long, bad("BUTTON_DATA_INVALID"));
    let none = "Text buttons are unallowed in the inline keyboard";
    assert_eq!(of(json!({"text": "a"})).await.refused(), parse(none));
    assert_eq!(of(json!({"text": "a", "callback_data": ""})).await.refused(), parse(none));
    assert_eq!(of(json!({"url": "a.kz"})).await.refused(), parse("Can't find field \"text\""));
    let null = parse("Field \"url\" must be of type String");
    assert_eq!(of(json!({"text": "a", "callback_data": "x", "url": null})).await.refused(), null);
    for (url, why) in [
        ("https://", "URL host is empty"),
        ("ftp://a.kz", "Unsupported URL protocol"),
        ("https://a.kz:0", "Wrong port number specified in the URL"),
        ("http://localhost:8080", "Wrong HTTP URL"),
    ] {
        let refused = of(json!({"text": "a", "url": url})).await.refused();
        assert_eq!(refused, bad(&format!("inline keyboard button URL '{url}' is invalid: {why}")));
    }
    let app = of(json!({"text": "a", "web_app": {"url": "http://a.kz"}})).await.refused();
    let why = "inline keyboard button Web App URL 'http://a.kz' is invalid: Only HTTPS links are allowed";
    assert_eq!(app, bad(why));
    let copy = |length: usize| of(json!({"text": "a", "copy_text": {"text": "c".repeat(length)}}));
    copy(256).await.ok();
    assert_eq!(copy(257).await.status, 400);
}

#[tokio::test]
async fn markup_shapes_word_for_word() {
    let bench = Bench::new().await;
    bench.person(1);
    assert_eq!(send(&bench, json!([1])).await.refused(), bad("object expected as reply markup"));
    let broken = bad("can't parse reply keyboard markup JSON object");
    assert_eq!(send(&bench, json!("{oops")).await.refused(), broken);
    let text = r#"{"inline_keyboard":[[{"text":"a","callback_data":"b"}]]}"#;
    let message = send(&bench, json!(text)).await.ok();
    assert_eq!(message["reply_markup"]["inline_keyboard"][0][0], json!({"text": "a", "callback_data": "b"}));
    assert!(send(&bench, json!({"keyboard": [["a"]]})).await.ok().get("reply_markup").is_none());
    send(&bench, json!({})).await.ok();
}

#[tokio::test]
async fn excess_and_nameless_buttons_vanish_and_are_noted() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let one = json!({"text": "a", "callback_data": "b"});
    let rows = json!([vec![one.clone(); 13], [{"text": "", "callback_data": "b"}]]);
    send(&bench, json!({ "inline_keyboard": rows })).await.ok();
    let buttons = person.last().unwrap().buttons;
    assert_eq!((buttons.len(), buttons[0].len()), (1, 12));
    assert_eq!(bench.simulator.objections(), ["2 button(s) silently dropped"]);
    send(&bench, json!({"inline_keyboard": vec![vec![one; 10]; 31]})).await.ok();
    assert_eq!(person.last().unwrap().buttons.iter().map(Vec::len).sum::<usize>(), 300);
}

#[tokio::test]
async fn a_person_presses_buttons_by_text_or_data() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let row = json!([[{"text": "Yes", "callback_data": "y"}, {"text": "Site", "url": "https://a.kz"}]]);
    send(&bench, json!({ "inline_keyboard": row })).await.ok();
    let message = person.last().unwrap();
    assert_eq!(message.button("Site").unwrap().kind, ButtonKind::Url("https://a.kz/".to_owned()));
    assert!(person.press(message.id, "Yes").is_ok());
    assert!(person.press(message.id, "y").is_ok());
    assert!(person.press(message.id, "Site").unwrap_err().0.contains("https://a.kz/"));
    assert!(person.press(message.id, "No").is_err() && person.press(999, "Yes").is_err());
}

#[tokio::test]
async fn reply_keyboards_stay_until_taken_away() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let keys = json!({"keyboard": [["A"], [{"text": "Phone", "request_contact": true}],
        [{"text": "Place", "request_location": true}]], "input_field_placeholder": "Choose"});
    let asked = send(&bench, keys).await.ok()["message_id"].as_i64().unwrap() as i32;
    let keyboard = person.keyboard().unwrap();
    assert_eq!(
        (keyboard.rows[1][0].request, keyboard.placeholder.as_deref()),
        (KeyRequest::Contact, Some("Choose"))
    );
    let contact = person.press_key("Phone").unwrap();
    let contact = person.message(contact).unwrap();
    assert_eq!(contact.contact.as_ref().unwrap().user_id, Some(1));
    assert_eq!((contact.contact.unwrap().phone.as_str(), contact.reply_to), ("77011234567", Some(asked)));
    let place = person.press_key("Place").unwrap();
    assert!(person.message(place).unwrap().location.is_some());
    let text = person.press_key("A").unwrap();
    assert_eq!(person.message(text).unwrap().text, "A");
    assert!(person.press_key("B").is_err());
    bench.send(1, "still there").await;
    assert!(person.keyboard().is_some());
    send(&bench, json!({"remove_keyboard": true})).await.ok();
    assert!(person.keyboard().is_none() && person.press_key("A").is_err());
    send(&bench, json!({"keyboard": [["Once"]], "one_time_keyboard": true})).await.ok();
    person.press_key("Once").unwrap();
    assert!(person.keyboard().is_none());
    let wrong =
        send(&bench, json!({"keyboard": [[{"text": "a", "request_contact": "yes"}]]})).await.refused();
    assert_eq!(wrong, bad("can't parse keyboard button: Field \"request_contact\" must be of type Boolean"));
}

#[tokio::test]
async fn deleting_its_message_takes_the_keyboard_away() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let id = send(&bench, json!({"keyboard": [["A"]]})).await.ok()["message_id"].clone();
    bench.call("deleteMessage", json!({"chat_id": 1, "message_id": id})).await.ok();
    assert!(person.keyboard().is_none());
}
