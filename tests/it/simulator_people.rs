//! People: the updates their deeds make, the shapes of them, and what they see.

#![cfg(test)]

use std::time::Duration;

use qatys::simulator::{Names, read_qr, transcript};
use serde_json::{Value, json};

use crate::simulator::Bench;
use crate::simulator_files::png;

async fn updates(bench: &Bench) -> Vec<Value> {
    bench.call("getUpdates", json!({})).await.ok().as_array().unwrap().clone()
}

#[tokio::test]
async fn deeds_make_the_updates_telegram_makes() {
    let bench = Bench::new().await;
    let person = bench.stranger(5);
    let start = person.start(Some("ev_42"));
    person.share_contact_of("77770000000", "Other", None);
    person.share_location(51.5, 71.25);
    person.send_photo(png(100, 50), Some("look #x"));
    person.send_document("plan.csv", b"a,b".to_vec(), None);
    person.edit(start, "changed");
    let all = updates(&bench).await;
    assert_eq!(all[0]["message"]["text"], "/start ev_42");
    assert_eq!(all[1]["message"]["contact"], json!({"phone_number": "77770000000", "first_name": "Other"}));
    assert_eq!(all[2]["message"]["location"], json!({"latitude": 51.5, "longitude": 71.25}));
    assert_eq!(all[3]["message"]["photo"][1]["width"], 100);
    assert_eq!(all[3]["message"]["caption_entities"][0]["type"], "hashtag");
    assert_eq!(all[4]["message"]["document"]["mime_type"], "text/csv");
    let edited = &all[5]["edited_message"];
    assert_eq!((&edited["text"], edited["edit_date"].is_i64()), (&json!("changed"), true));
}

#[tokio::test]
async fn blocking_and_coming_back() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    person.block();
    person.block();
    person.start(None);
    let all = updates(&bench).await;
    assert_eq!(all.len(), 4);
    let blocked = &all[1]["my_chat_member"];
    assert_eq!(
        (&blocked["old_chat_member"]["status"], &blocked["new_chat_member"]["status"]),
        (&json!("member"), &json!("kicked"))
    );
    assert_eq!(blocked["new_chat_member"]["until_date"], 0);
    assert_eq!(all[2]["my_chat_member"]["new_chat_member"]["status"], "member");
    assert_eq!(all[3]["message"]["text"], "/start");
}

#[tokio::test]
async fn a_press_carries_the_message_or_what_is_left_of_it() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    let id = bench.send(5, "Идёте?").await;
    person.press_data(id, "y");
    bench.call("deleteMessage", json!({"chat_id": 5, "message_id": id})).await.ok();
    person.press_data(id, "y");
    let all = updates(&bench).await;
    let query = &all[1]["callback_query"];
    assert_eq!((&query["message"]["text"], &query["data"]), (&json!("Идёте?"), &json!("y")));
    assert!(query["id"].is_string() && query["chat_instance"].is_string());
    assert_eq!(query["message"]["from"]["is_bot"], true);
    let gone = &all[2]["callback_query"]["message"];
    assert_eq!((&gone["date"], &gone["message_id"], gone.get("text")), (&json!(0), &json!(id), None));
}

#[tokio::test]
async fn hostile_updates_can_be_put_in() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    let id = person.inject(json!({"update_id": 1, "message": {"text": "ә", "entities": [{"type": "new"}]}}));
    person.inject(json!({}));
    person.inject(json!("not an object"));
    let all = updates(&bench).await;
    assert_eq!((all[1]["update_id"].as_i64(), &all[1]["message"]["text"]), (Some(id), &json!("ә")));
    assert_eq!(all[2], json!({"update_id": id + 1}));
    assert_eq!(all[3], json!({"update_id": id + 2}));
}

#[tokio::test]
async fn long_texts_go_out_in_parts_and_empty_ones_not_at_all() {
    let bench = Bench::new().await;
    let person = bench.stranger(5);
    assert_eq!(person.say("  "), 0);
    person.say(&"ә".repeat(5000));
    let lengths: Vec<usize> = person.messages().iter().map(|message| message.text.chars().count()).collect();
    assert_eq!(lengths, [4096, 904]);
}

#[tokio::test]
async fn changes_can_be_waited_for() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    let before = person.version();
    assert_eq!(person.changed_since(before, Duration::from_millis(50)).await, None);
    let (changed, _) = tokio::join!(person.changed_since(before, Duration::from_secs(5)), bench.send(5, "x"));
    assert_eq!(changed, Some(before + 1));
    assert_eq!(person.changed_since(before, Duration::from_secs(5)).await, Some(before + 1));
}

#[tokio::test]
async fn the_same_id_is_the_same_person() {
    let bench = Bench::new().await;
    bench.person(5).say("x");
    assert_eq!(bench.stranger(5).messages().len(), 2);
    assert_eq!(bench.simulator.people().len(), 1);
    assert!(bench.simulator.person(6).is_none());
}

#[tokio::test]
async fn a_chat_reads_as_text() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    let markup = json!({"inline_keyboard": [[{"text": "Иә", "callback_data": "y"}, {"text": "Жоқ", "callback_data": "n"}]]});
    let body = json!({"chat_id": 5, "text": "<b>Барасыз ба?</b>\nA &lt; B", "parse_mode": "HTML", "reply_markup": markup});
    bench.call("sendMessage", body).await.ok();
    person.send_document("plan.ics", b"x".to_vec(), None);
    let names = Names { bot: "Bot", person: "Айгүл", files: None };
    insta::assert_snapshot!(transcript(&person.messages(), names), @r"
    Айгүл:
      /start

    Bot:
      <b>Барасыз ба?</b>
      A &lt; B
      [Иә] [Жоқ]

    Айгүл:
      <document plan.ics>
    ");
    assert!(person.transcript().contains("Qatys:"));
}

#[test]
fn what_is_no_qr_code_is_not_read() {
    assert_eq!(read_qr(b"nothing"), None);
    assert_eq!(read_qr(&png(50, 50)), None);
}
