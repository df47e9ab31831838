//! Inline mode: queries, what may be offered, choosing, and editing what was chosen, also from the page.

#![cfg(test)]

use std::time::Duration;

use serde_json::{Value, json};

use crate::simulator::{Bench, bad};

fn article(id: &str) -> Value {
    json!({
        "type": "article", "id": id, "title": "Дәріс", "description": "5 желтоқсан",
        "input_message_content": {"message_text": "<b>Дәріс</b>", "parse_mode": "HTML"},
        "reply_markup": {"inline_keyboard": [[{"text": "Тіркелу", "url": "https://t.me/b?start=e_1"}]]},
    })
}

/// The last updates, at most so many: asked twice in a moment, Telegram would give the oldest alone.
async fn updates(bench: &Bench, most: i64) -> Vec<Value> {
    let kinds = json!(["message", "inline_query", "chosen_inline_result"]);
    let list = bench.call("getUpdates", json!({"offset": -most, "allowed_updates": kinds})).await.ok();
    list.as_array().unwrap().clone()
}

#[tokio::test]
async fn what_is_chosen_is_told_and_can_be_edited() {
    let bench = Bench::new().await;
    updates(&bench, 1).await;
    let person = bench.stranger(5);
    let query = person.ask_inline("дәріс", "20");
    let asked = updates(&bench, 1).await.pop().unwrap();
    assert_eq!(asked["inline_query"]["query"], "дәріс");
    assert_eq!(asked["inline_query"]["offset"], "20");
    assert_eq!(asked["inline_query"]["from"]["id"], 5);
    let id = &asked["inline_query"]["id"];
    let offer = json!({"inline_query_id": id, "results": [article("1.kk")], "next_offset": "40"});
    assert_eq!(bench.call("answerInlineQuery", offer.clone()).await.ok(), true);
    let late = bad("query is too old and response timeout expired or query ID is invalid");
    assert_eq!(bench.call("answerInlineQuery", offer).await.refused(), late);
    let answer = person.inline_answer(&query, Duration::from_secs(5)).await.unwrap();
    assert_eq!((answer.results.len(), answer.next_offset.as_str()), (1, "40"));
    assert!(person.choose(&query, "2.kk").is_err());
    let copy = person.choose(&query, "1.kk").unwrap();
    let told = updates(&bench, 1).await.pop().unwrap();
    let chosen = &told["chosen_inline_result"];
    assert_eq!((&chosen["result_id"], &chosen["query"]), (&json!("1.kk"), &json!("дәріс")));
    let name = &chosen["inline_message_id"];
    let edit = json!({"inline_message_id": name, "text": "Дәріс болмайды"});
    assert_eq!(bench.call("editMessageText", edit.clone()).await.ok(), true);
    let shown = person.message(copy).unwrap();
    assert_eq!((shown.text.as_str(), shown.buttons.len(), shown.edited), ("Дәріс болмайды", 0, true));
    let (_, why) = bench.call("editMessageText", edit.clone()).await.refused();
    assert!(why.contains("message is not modified"), "{why}");
    person.delete(copy);
    let gone = bad("MESSAGE_ID_INVALID");
    assert_eq!(bench.call("editMessageText", edit).await.refused(), gone);
    let unknown = json!({"inline_message_id": "x", "text": "y"});
    assert_eq!(bench.call("editMessageText", unknown).await.refused(), gone);
}

#[tokio::test]
async fn what_telegram_does_not_offer_is_refused() {
    let bench = Bench::new().await;
    let person = bench.stranger(5);
    let query = person.ask_inline("", "");
    let many: Vec<_> = (0..51).map(|number| article(&number.to_string())).collect();
    let mut untitled = article("1");
    untitled["title"] = json!("");
    let mut broken = article("1");
    broken["input_message_content"]["message_text"] = json!("<b>Дәріс");
    for (results, why) in [
        (json!(many), "too many inline query results specified"),
        (json!([article("1"), article("1")]), "RESULT_ID_DUPLICATE"),
        (json!([null]), "can't parse inline query result: InlineQueryResult must be an Object"),
        (json!([article("")]), "RESULT_ID_INVALID"),
        (json!([article(&"x".repeat(65))]), "RESULT_ID_INVALID"),
        (json!([untitled]), "ARTICLE_TITLE_EMPTY"),
        (json!([broken]), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    ] {
        let offer = json!({"inline_query_id": query, "results": results});
        assert_eq!(bench.call("answerInlineQuery", offer).await.refused(), bad(why));
    }
    bench.pass(31);
    let late = json!({"inline_query_id": query, "results": []});
    let (code, why) = bench.call("answerInlineQuery", late).await.refused();
    assert!(code == 400 && why.contains("query is too old"), "{why}");
}

#[tokio::test]
async fn the_page_asks_and_chooses() {
    let bench = Bench::new().await;
    updates(&bench, 1).await;
    let person = bench.person(5);
    let page = format!("{}/page/people/5", bench.simulator.url());
    let asking = bench.client.post(format!("{page}/inline")).json(&json!({"text": "дәріс"})).send();
    let answering = async {
        loop {
            let asked =
                updates(&bench, 1).await.into_iter().find(|update| update["inline_query"].is_object());
            if let Some(asked) = asked {
                let id = &asked["inline_query"]["id"];
                let offer = json!({"inline_query_id": id, "results": [article("1.kk")]});
                return bench.call("answerInlineQuery", offer).await.ok();
            }
        }
    };
    let (offered, _) = futures::join!(asking, answering);
    let offered: Value = offered.unwrap().json().await.unwrap();
    assert_eq!(offered["results"][0]["title"], "Дәріс");
    let choice = json!({"query": offered["query"], "result": "1.kk"});
    let chosen = bench.client.post(format!("{page}/choose")).json(&choice).send().await.unwrap();
    assert_eq!(chosen.status(), 204);
    let sent = person.messages().into_iter().find(|message| message.via_bot).unwrap();
    assert_eq!(sent.html(), "<b>Дәріс</b>");
    // In the bot's own chat the bot also gets the message itself.
    let told = updates(&bench, 2).await;
    assert!(told.iter().any(|update| update["message"]["via_bot"]["is_bot"] == json!(true)));
}
