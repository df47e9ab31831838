//! Editing and deleting: what may be changed, what counts as no change, the 48 hours.

#![cfg(test)]

use serde_json::{Value, json};

use crate::simulator::{Bench, bad};

const SAME: &str = "message is not modified: specified new message content and reply markup are exactly the same as \
                    a current content and reply markup of the message";

fn button(text: &str) -> Value {
    json!({"inline_keyboard": [[{"text": text, "callback_data": "x"}]]})
}

#[tokio::test]
async fn an_edit_changes_text_and_buttons_or_nothing_is_modified() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let id = bench.send(1, "one").await;
    let edit = |text: &str, markup: Value| {
        let mut body = json!({"chat_id": 1, "message_id": id, "text": text, "parse_mode": "HTML"});
        if !markup.is_null() {
            body["reply_markup"] = markup;
        }
        bench.call("editMessageText", body)
    };
    assert_eq!(edit(" one\n", Value::Null).await.refused(), bad(SAME));
    edit("<b>one</b>", Value::Null).await.ok();
    assert_eq!(edit("<b>one</b>", Value::Null).await.refused(), bad(SAME));
    bench.pass(5);
    let message = edit("<b>one</b>", button("A")).await.ok();
    assert_eq!(message["edit_date"].as_i64().unwrap() - message["date"].as_i64().unwrap(), 5);
    assert_eq!(edit("<b>one</b>", button("A")).await.refused(), bad(SAME));
    edit("<b>one</b>", Value::Null).await.ok();
    let last = person.last().unwrap();
    assert!(last.edited && last.buttons.is_empty() && last.html() == "<b>one</b>");
}

#[tokio::test]
async fn what_cannot_be_edited() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let own = person.say("mine");
    let edit =
        |id: Value| bench.call("editMessageText", json!({"chat_id": 1, "message_id": id, "text": "x"}));
    assert_eq!(edit(json!(own)).await.refused(), bad("message can't be edited"));
    assert_eq!(edit(json!(999)).await.refused(), bad("message to edit not found"));
    let nothing = bench.call("editMessageText", json!({"text": "x"})).await.refused();
    assert_eq!(nothing, bad("message identifier is not specified"));
    let keys = json!({"chat_id": 1, "text": "k", "reply_markup": {"keyboard": [["A"]]}});
    let with_keys = bench.call("sendMessage", keys).await.ok()["message_id"].clone();
    assert_eq!(edit(with_keys).await.refused(), bad("message can't be edited"));
    let place =
        bench.call("sendLocation", json!({"chat_id": 1, "latitude": 51.1, "longitude": 71.4})).await.ok();
    let id = place["message_id"].clone();
    assert_eq!(edit(id.clone()).await.refused(), bad("there is no text in the message to edit"));
    let caption =
        bench.call("editMessageCaption", json!({"chat_id": 1, "message_id": id, "caption": "x"})).await;
    assert_eq!(caption.refused(), bad("there is no caption in the message to edit"));
    let text = bench.send(1, "x").await;
    let keys = json!({"chat_id": 1, "message_id": text, "text": "y", "reply_markup": {"keyboard": [["A"]]}});
    assert_eq!(bench.call("editMessageText", keys).await.refused(), bad("inline keyboard expected"));
    let long = json!({"chat_id": 1, "message_id": text, "text": "a".repeat(4097)});
    assert_eq!(bench.call("editMessageText", long).await.refused(), bad("MESSAGE_TOO_LONG"));
}

#[tokio::test]
async fn buttons_alone_can_be_edited() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let id = bench.send(1, "x").await;
    let body = json!({"chat_id": 1, "message_id": id, "reply_markup": button("A")});
    bench.call("editMessageReplyMarkup", body.clone()).await.ok();
    assert_eq!(bench.call("editMessageReplyMarkup", body).await.refused(), bad(SAME));
    bench.call("editMessageReplyMarkup", json!({"chat_id": 1, "message_id": id})).await.ok();
    assert!(person.last().unwrap().buttons.is_empty());
}

#[tokio::test]
async fn deletion_has_forty_eight_hours() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let (old, own) = (bench.send(1, "old").await, person.say("own"));
    let delete = |id: i32| bench.call("deleteMessage", json!({"chat_id": 1, "message_id": id}));
    bench.pass(48 * 3600);
    let new = bench.send(1, "new").await;
    delete(own).await.ok();
    assert_eq!(delete(own).await.refused(), bad("message to delete not found"));
    bench.pass(1);
    assert_eq!(delete(old).await.refused(), bad("message can't be deleted for everyone"));
    delete(new).await.ok();
    let none = bench.call("deleteMessage", json!({"chat_id": 1})).await.refused();
    assert_eq!(none, bad("message identifier is not specified"));
    let (a, b) = (bench.send(1, "a").await, bench.send(1, "b").await);
    bench.call("deleteMessages", json!({"chat_id": 1, "message_ids": [a, 12345, b]})).await.ok();
    assert_eq!(person.last().unwrap().id, old);
    let many: Vec<i32> = (1..=101).collect();
    let many = bench.call("deleteMessages", json!({"chat_id": 1, "message_ids": many})).await.refused();
    assert_eq!(many, bad("too many message identifiers specified"));
}

#[tokio::test]
async fn replies_copies_and_pins() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let asked = person.say("question");
    let reply = |id: i32, anyway: bool| {
        let reply = json!({"message_id": id, "allow_sending_without_reply": anyway});
        bench.call("sendMessage", json!({"chat_id": 1, "text": "answer", "reply_parameters": reply}))
    };
    assert_eq!(reply(asked, false).await.ok()["reply_to_message"]["text"], "question");
    assert_eq!(reply(999, false).await.refused(), bad("message to be replied not found"));
    assert!(reply(999, true).await.ok().get("reply_to_message").is_none());
    let copy =
        |id: i32| bench.call("copyMessage", json!({"chat_id": 1, "from_chat_id": 1, "message_id": id}));
    let copied = copy(asked).await.ok();
    assert_eq!(copied, json!({"message_id": person.last().unwrap().id}));
    assert_eq!(person.last().unwrap().text, "question");
    assert_eq!(copy(999).await.refused(), bad("message to copy not found"));
    let pin = |method: &'static str, id: i32| bench.call(method, json!({"chat_id": 1, "message_id": id}));
    pin("pinChatMessage", asked).await.ok();
    assert_eq!(
        bench.call("getChat", json!({"chat_id": 1})).await.ok()["pinned_message"]["message_id"],
        asked
    );
    pin("unpinChatMessage", asked).await.ok();
    assert_eq!(pin("pinChatMessage", 999).await.refused(), bad("message to pin not found"));
}
