//! The chat page's interface: what a browser asks for and does.

#![cfg(test)]

use serde_json::{Value, json};

use crate::simulator::Bench;
use crate::simulator::files::png;

async fn get(bench: &Bench, path: &str) -> Value {
    let response = bench.client.get(format!("{}{path}", bench.simulator.url())).send().await.unwrap();
    assert_eq!(response.status(), 200, "{path}");
    response.json().await.unwrap()
}

async fn post(bench: &Bench, path: &str, body: Value) -> (u16, Value) {
    let response =
        bench.client.post(format!("{}{path}", bench.simulator.url())).json(&body).send().await.unwrap();
    (response.status().as_u16(), serde_json::from_str(&response.text().await.unwrap()).unwrap_or_default())
}

#[tokio::test]
async fn the_page_is_served_whole_and_closed_to_the_world() {
    let bench = Bench::new().await;
    for path in ["/", "/page/chat.css", "/page/chat.js"] {
        let response = bench.client.get(format!("{}{path}", bench.simulator.url())).send().await.unwrap();
        assert_eq!(response.status(), 200);
        assert!(
            response.headers()["content-security-policy"].to_str().unwrap().starts_with("default-src 'self'")
        );
        let text = response.text().await.unwrap();
        assert!(!text.is_empty() && !text.contains("https://cdn"), "{path}");
    }
    let foreign = bench.client.post(format!("{}/page/people", bench.simulator.url()));
    let foreign =
        foreign.header("origin", "https://evil.example").body("{\"first_name\":\"x\"}").send().await.unwrap();
    assert_eq!(foreign.status(), 403);
    assert!(bench.simulator.people().is_empty());
}

#[tokio::test]
async fn every_module_the_page_imports_is_served() {
    let bench = Bench::new().await;
    let (mut seen, mut todo) = (Vec::new(), vec!["chat.js".to_owned()]);
    while let Some(name) = todo.pop() {
        let url = format!("{}/page/{name}", bench.simulator.url());
        let response = bench.client.get(url).send().await.unwrap();
        assert_eq!(response.status(), 200, "{name}");
        let script = response.text().await.unwrap();
        seen.push(name);
        for piece in script.split("from \"./").skip(1) {
            let other = piece.split('"').next().unwrap().to_owned();
            if !seen.contains(&other) && !todo.contains(&other) {
                todo.push(other);
            }
        }
    }
}

#[tokio::test]
async fn people_and_their_chats() {
    let bench = Bench::new().await;
    let (status, added) =
        post(&bench, "/page/people", json!({"first_name": "Айгүл", "language_code": "kk", "phone": "+7701"}))
            .await;
    assert_eq!((status, &added["phone"]), (201, &json!("7701")));
    assert_eq!(post(&bench, "/page/people", json!({"first_name": " "})).await.0, 409);
    let id = added["id"].as_i64().unwrap();
    let deed = |name: &str, body: Value| {
        let path = format!("/page/people/{id}/{name}");
        let bench = &bench;
        async move { post(bench, &path, body).await }
    };
    assert_eq!(deed("text", json!({"text": "/start x", "reply_to": null})).await.0, 204);
    let markup = json!({"inline_keyboard": [[{"text": "Go", "callback_data": "g"}, {"text": "Site", "url": "https://a.kz"}]]});
    let text = "<b>Hi</b> <tg-spoiler>s</tg-spoiler> qatys.kz &lt;script&gt;";
    let body = json!({"chat_id": id, "text": text, "parse_mode": "HTML", "reply_markup": markup});
    let sent = bench.call("sendMessage", body).await.ok()["message_id"].clone();
    let list = get(&bench, "/page/people").await;
    assert_eq!(
        (&list["people"][0]["unread"], &list["bot"]["username"]),
        (&json!(1), &json!("qatys_demo_bot"))
    );
    let chat = get(&bench, &format!("/page/people/{id}/messages")).await;
    let message = &chat["messages"][1];
    let html =
        "<b>Hi</b> <span class=\"spoiler\">s</span> <a href=\"http://qatys.kz\">qatys.kz</a> &lt;script&gt;";
    assert_eq!(message["html"], html);
    assert_eq!(message["buttons"][0][1], json!({"text": "Site", "kind": "url", "url": "https://a.kz/"}));
    assert_eq!(get(&bench, "/page/people").await["people"][0]["unread"], 0);
    assert_eq!(deed("press", json!({"message_id": sent, "row": 0, "column": 0})).await.0, 204);
    assert_eq!(deed("press", json!({"message_id": sent, "row": 0, "column": 1})).await.0, 409);
    assert_eq!(deed("press", json!({"message_id": sent, "row": 7, "column": 1})).await.0, 409);
    for (name, body) in [
        ("contact", json!({})),
        ("contact", json!({"phone": "7", "first_name": "B"})),
        ("location", json!({"latitude": 1.5, "longitude": 2.5})),
        ("block", json!({})),
        ("unblock", json!({})),
    ] {
        assert_eq!(deed(name, body).await.0, 204, "{name}");
    }
    assert_eq!(deed("fly", json!({})).await.0, 404);
    assert_eq!(deed("key", json!({"row": 0, "column": 0})).await.0, 409);
    assert_eq!(post(&bench, "/page/people/42/text", json!({"text": "x"})).await.0, 404);
}

#[tokio::test]
async fn keyboards_commands_and_files() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    let list = json!([{"command": "start", "description": "Start"}]);
    bench.call("setMyCommands", json!({ "commands": list })).await.ok();
    let keys = json!({"keyboard": [[{"text": "Phone", "request_contact": true}]], "one_time_keyboard": true,
        "input_field_placeholder": "…"});
    let sent = bench.call("sendMessage", json!({"chat_id": 5, "text": "?", "reply_markup": keys})).await.ok();
    let chat = get(&bench, "/page/people/5/messages").await;
    assert_eq!(chat["commands"], list);
    let rows = json!([[{"text": "Phone", "request": "contact"}]]);
    let keyboard =
        json!({"message_id": sent["message_id"], "rows": rows, "one_time": true, "placeholder": "…"});
    assert_eq!(chat["keyboard"], keyboard);
    assert_eq!(post(&bench, "/page/people/5/key", json!({"row": 0, "column": 0})).await.0, 204);
    assert!(person.keyboard().is_none());
    let url = |path: &str| format!("{}/page/people/5/{path}", bench.simulator.url());
    let photo = bench.client.post(url("photo?caption=%D3%99")).body(png(9, 9)).send().await.unwrap();
    assert_eq!(photo.status(), 204);
    bench.client.post(url("document?name=a%20b.html")).body("<script>").send().await.unwrap();
    let chat = get(&bench, "/page/people/5/messages").await;
    let messages = chat["messages"].as_array().unwrap();
    let (photo, document) = (&messages[messages.len() - 2], &messages[messages.len() - 1]);
    let file = |id: &Value| {
        bench.client.get(format!("{}/page/files/{}", bench.simulator.url(), id.as_str().unwrap()))
    };
    assert_eq!(file(&photo["photo"]).send().await.unwrap().headers()["content-type"], "image/png");
    let headers = file(&document["document"]["file_id"]).send().await.unwrap().headers().clone();
    assert_eq!(headers["content-disposition"], "attachment; filename*=UTF-8''a%20b.html");
    assert!(headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"));
}

#[tokio::test]
async fn events_tell_of_changes() {
    let bench = Bench::new().await;
    let person = bench.person(5);
    let mut events = bench.client.get(format!("{}/page/events", bench.simulator.url())).send().await.unwrap();
    assert_eq!(events.headers()["content-type"], "text/event-stream");
    bench.send(5, "x").await;
    let query = person.press_data(1, "x");
    bench.call("answerCallbackQuery", json!({"callback_query_id": query, "text": "Ok"})).await.ok();
    bench.call("sendChatAction", json!({"chat_id": 5, "action": "typing"})).await.ok();
    let mut text = String::new();
    while !text.contains("event: typing") {
        text.push_str(std::str::from_utf8(&events.chunk().await.unwrap().unwrap()).unwrap());
    }
    let chat = format!("event: chat\ndata: {{\"person\":5,\"version\":{}}}", 2);
    assert!(text.contains(&chat), "{text}");
    assert!(
        text.contains("event: answer\ndata: {\"alert\":false,\"message_id\":1,\"person\":5,\"text\":\"Ok\"}"),
        "{text}"
    );
}
