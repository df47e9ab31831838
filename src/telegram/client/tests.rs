//! The client over real HTTP, against a server that answers what each test has written down for it.

use super::scripted::{CANARY, Log, Server, client, hanging_up};
use super::*;
use crate::domain::{EventId, RegistrationId};
use crate::view::{Attachment, Back, Button, Key, Keys};
use serde_json::{Value, json as value};
use std::fmt::Write as _;
use std::time::Instant;
use tokio::net::TcpListener;

fn ok() -> (u16, Value) {
    (200, value!({"ok": true, "result": {"message_id": 41}}))
}

fn refusal(code: u16, description: &str) -> (u16, Value) {
    (code, value!({"ok": false, "error_code": code, "description": description}))
}

fn flood(seconds: u32) -> (u16, Value) {
    let mut flood = refusal(429, &format!("Too Many Requests: retry after {seconds}"));
    flood.1["parameters"] = value!({"retry_after": seconds});
    flood
}

#[tokio::test]
async fn a_text_goes_out_with_its_keyboard() {
    let server = Server::start([ok()]).await;
    let client = server.client();
    let inline = Screen::text("<b>Сәлем</b>").keys(vec![vec![
        Key::press("Ашу", Button::Event(EventId(7), Back::Home)),
        Key::link("Бөлісу", "https://t.me/share/url?url=x"),
    ]]);
    let ask = |contact: Option<&str>, placeholder: &str| Keys::Ask {
        contact: contact.map(str::to_owned),
        rows: vec![vec!["Бас тарту".to_owned()]],
        placeholder: placeholder.to_owned(),
    };
    let with = |keys| Screen { keys, ..Screen::text("x") };
    let screens = [
        inline,
        with(ask(Some("Нөмірім"), "+7…")),
        with(ask(None, "")),
        with(Keys::Remove),
        with(Keys::None),
    ];
    for screen in &screens {
        assert_eq!(client.show(Lane::Interactive, 5, screen).await, Ok(41));
    }
    let sent = |text: &str, markup: Value| {
        let mut call = value!({"chat_id": 5, "text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": true}});
        if !markup.is_null() {
            call["reply_markup"] = markup;
        }
        call
    };
    let kept = |rows: Value| value!({"keyboard": rows, "resize_keyboard": true, "one_time_keyboard": true});
    let mut hinted = kept(value!([[{"text": "Нөмірім", "request_contact": true}], [{"text": "Бас тарту"}]]));
    hinted["input_field_placeholder"] = "+7…".into();
    let expected = [
        sent(
            "<b>Сәлем</b>",
            value!({"inline_keyboard": [[
                {"text": "Ашу", "callback_data": "e.7.h"},
                {"text": "Бөлісу", "url": "https://t.me/share/url?url=x"},
            ]]}),
        ),
        sent("x", hinted),
        sent("x", kept(value!([[{"text": "Бас тарту"}]]))),
        sent("x", value!({"remove_keyboard": true})),
        sent("x", Value::Null),
    ];
    assert_eq!(server.calls(), expected);
    assert_eq!(server.seen()[0].path, format!("/bot{CANARY}/SendMessage"));
}

#[tokio::test]
async fn files_go_out_as_forms_and_places_as_json() {
    let server = Server::start([ok()]).await;
    let client = server.client();
    let keys = Keys::Inline(vec![vec![Key::press("x", Button::Ticket(RegistrationId(9)))]]);
    let document = Attachment::Document { name: "шара; \"1\".ics".into(), bytes: b"BEGIN".to_vec() };
    let place =
        Attachment::Venue { point: (51.12, 71.43), title: "Үй".into(), address: "1-көше".into() };
    for (html, keys, attachment) in [
        ("<b>Билет</b>", keys, Attachment::Photo(vec![0x89, 0x50])),
        ("", Keys::None, document),
        ("not shown", Keys::None, place),
    ] {
        let screen = Screen { html: html.into(), keys, attachment: Some(attachment) };
        assert_eq!(client.show(Lane::Interactive, 5, &screen).await, Ok(41));
    }
    let photo = value!({
        "chat_id": "5", "caption": "<b>Билет</b>", "parse_mode": "HTML",
        "reply_markup": r#"{"inline_keyboard":[[{"text":"x","callback_data":"t.9"}]]}"#,
    });
    let venue =
        value!({"chat_id": 5, "latitude": 51.12, "longitude": 71.43, "title": "Үй", "address": "1-көше"});
    assert_eq!(server.calls(), [photo, value!({"chat_id": "5"}), venue]);
    let files: Vec<_> = server.seen().into_iter().filter_map(|seen| seen.file).collect();
    let file = |field: &str, name: &str, mime: &str, length| (field.into(), name.into(), mime.into(), length);
    let expected = [
        file("photo", "picture.png", "image/png", 2),
        file("document", "шара_ _1_.ics", "application/octet-stream", 5),
    ];
    assert_eq!(files, expected);
}

#[tokio::test]
async fn every_answer_leads_to_its_error() {
    let later = CallError::Later(Duration::from_secs(9));
    let lost = CallError::Broken { maybe_done: true };
    let html = |status| (status, "<html>Bad Gateway</html>".to_owned());
    let answer = |(status, body): (u16, Value)| (status, body.to_string());
    for (answer, error) in [
        (answer(refusal(403, "Forbidden: bot was blocked by the user")), CallError::Gone),
        (answer(refusal(400, "Bad Request: chat not found")), CallError::Gone),
        (answer(flood(9)), later),
        (
            answer(refusal(400, "Bad Request: message text is empty")),
            CallError::Refused("Bad Request: message text is empty".into()),
        ),
        (html(413), CallError::Refused("HTTP 413".into())),
        (html(429), CallError::Later(Duration::from_secs(5))),
        (answer(refusal(500, "Internal Server Error: restart")), CallError::Broken { maybe_done: false }),
        (html(502), CallError::Broken { maybe_done: false }),
        (html(504), lost.clone()),
        (html(200), lost.clone()),
        ((200, r#"{"ok":true,"result":{"message_id":"#.into()), lost),
    ] {
        let text = answer.1.clone();
        let server = Server::with_texts([answer]).await;
        let before = Instant::now();
        let result = server.client().show(Lane::Interactive, 5, &Screen::text("x")).await;
        assert_eq!(result, Err(error), "{text}");
        assert_eq!(server.calls().len(), 1, "not tried again: {text}");
        assert!(before.elapsed() < Duration::from_secs(5), "no sleep inside the call: {text}");
    }
}

#[tokio::test]
async fn a_short_429_is_waited_out_by_replies_only_and_a_long_one_by_nobody() {
    let screen = Screen::text("x");
    let server = Server::start([flood(0), ok()]).await;
    assert_eq!(server.client().show(Lane::Interactive, 5, &screen).await, Ok(41));
    let server = Server::start([flood(0), flood(0), ok()]).await;
    let later = |seconds| Err(CallError::Later(Duration::from_secs(seconds)));
    assert_eq!(server.client().show(Lane::Interactive, 5, &screen).await, later(0), "once only");
    let server = Server::start([flood(0), ok()]).await;
    assert_eq!(server.client().show(Lane::MustKnow, 5, &screen).await, later(0));

    let server = Server::start([flood(3600), ok()]).await;
    let client = server.client();
    assert_eq!(client.show(Lane::Interactive, 5, &screen).await, later(3600));
    assert!(matches!(client.redraw(Lane::Interactive, 5, 1, &screen).await, Err(CallError::Later(_))));
    assert_eq!(server.calls().len(), 1, "a held chat is not called");
    assert_eq!(client.show(Lane::Interactive, 6, &screen).await, Ok(41));
}

#[tokio::test]
async fn what_is_in_place_already_counts_as_done() {
    let not_modified = "Bad Request: message is not modified: specified new message content and reply markup are exactly the same";
    let too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid";
    let client = |description| async move { Server::start([refusal(400, description)]).await.client() };
    let screen = Screen::text("x");
    assert_eq!(client(not_modified).await.redraw(Lane::Interactive, 5, 1, &screen).await, Ok(()));
    assert_eq!(client(too_old).await.answer("77", None, false).await, Ok(()));
    assert_eq!(
        client("Bad Request: message to delete not found").await.remove(Lane::Interactive, 5, 1).await,
        Ok(())
    );
    let fixed = Err(CallError::NotEditable);
    assert_eq!(
        client("Bad Request: message to edit not found").await.redraw(Lane::Interactive, 5, 1, &screen).await,
        fixed
    );
    let too_late = "Bad Request: message can't be deleted for everyone";
    assert_eq!(client(too_late).await.remove(Lane::Interactive, 5, 1).await, fixed);
}

#[tokio::test]
async fn only_text_with_buttons_under_it_is_redrawn() {
    let server = Server::start([(200, value!({"ok": true, "result": true}))]).await;
    let client = server.client();
    let ask = Keys::Ask { contact: None, rows: vec![], placeholder: "x".into() };
    for screen in [
        Screen { attachment: Some(Attachment::Photo(vec![1])), ..Screen::text("x") },
        Screen { keys: ask, ..Screen::text("x") },
        Screen { keys: Keys::Remove, ..Screen::text("x") },
    ] {
        assert_eq!(client.redraw(Lane::Interactive, 5, 1, &screen).await, Err(CallError::NotEditable));
    }
    assert!(server.calls().is_empty());
    let screen = Screen::text("x").keys(vec![vec![Key::press("y", Button::Home)]]);
    assert_eq!(client.redraw(Lane::Interactive, 5, 1, &screen).await, Ok(()));
    let expected = value!({
        "chat_id": 5, "message_id": 1, "text": "x", "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": true},
        "reply_markup": {"inline_keyboard": [[{"text": "y", "callback_data": "h"}]]},
    });
    assert_eq!(server.calls(), [expected]);
}

#[tokio::test]
async fn a_bad_link_is_refused_before_it_is_sent() {
    let server = Server::start([ok()]).await;
    let screen = Screen::text("x").keys(vec![vec![Key::link("y", "no address")]]);
    let result = server.client().show(Lane::Interactive, 5, &screen).await;
    assert!(matches!(result, Err(CallError::Refused(_))));
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn the_small_calls_carry_what_they_should() {
    let server =
        Server::start([(200, value!({"ok": true, "result": true, "description": "Webhook was set"}))]).await;
    let client = server.client();
    client.answer("77", Some(&"ә".repeat(300)), true).await.unwrap();
    client.answer("78", None, false).await.unwrap();
    let hook = "https://example.org/hook".parse().unwrap();
    client.set_webhook(hook, &"s3cret".into(), vec![AllowedUpdate::Message], 40).await.unwrap();
    client.delete_webhook().await.unwrap();
    client.set_menu(None, Some(Language::Kk), &vec![("start", "Басы".into())]).await.unwrap();
    client.delete_menu(5, None).await.unwrap();
    client.remove(Lane::Interactive, 5, 3).await.unwrap();
    client.typing(5).await.unwrap();
    let expected = [
        value!({"callback_query_id": "77", "text": "ә".repeat(200), "show_alert": true}),
        value!({"callback_query_id": "78"}),
        value!({
            "url": "https://example.org/hook", "secret_token": "s3cret",
            "allowed_updates": ["message"], "max_connections": 40,
        }),
        value!({}),
        value!({
            "commands": [{"command": "start", "description": "Басы"}],
            "scope": {"type": "all_private_chats"}, "language_code": "kk",
        }),
        value!({"scope": {"type": "chat", "chat_id": 5}}),
        value!({"chat_id": 5, "message_id": 3}),
        value!({"chat_id": 5, "action": "typing"}),
    ];
    assert_eq!(server.calls(), expected);
}

#[tokio::test]
async fn updates_come_as_they_were_sent_however_strange() {
    let strange = [
        r#"{"update_id":1,"message":{"text":"Сәлем","entities":[{"type":"not_yet_invented"}]}}"#,
        r#"{ "update_id" : 2, "brand_new_kind": { "id": 123456789012345678901234567890 } }"#,
        r"17",
    ];
    let body = format!(r#"{{"ok":true,"result":[{}]}}"#, strange.join(",\n"));
    let server = Server::with_texts([(200, body)]).await;
    let updates = server.client().updates(-3, 0, 100, vec![AllowedUpdate::Message]).await.unwrap();
    assert_eq!(updates.iter().map(|update| update.get()).collect::<Vec<_>>(), strange);
    assert_eq!(
        server.calls(),
        [value!({"offset": -3, "timeout": 0, "limit": 100, "allowed_updates": ["message"]})]
    );
}

#[tokio::test]
async fn our_account_is_read_from_an_answer_with_fields_of_the_future() {
    let me = value!({"ok": true, "result": {"id": 7, "is_bot": true, "username": "q_bot", "can_fly": true}});
    let server = Server::start([(200, me)]).await;
    let base = server.url.join("/proxy/telegram/").unwrap();
    assert_eq!(client(base).me().await, Ok(Me { id: 7, username: "q_bot".into() }));
    assert_eq!(server.seen()[0].path, format!("/proxy/telegram/bot{CANARY}/GetMe"));
}

#[tokio::test]
async fn failures_say_whether_the_call_may_have_arrived_and_never_show_the_token() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let echo = Server::start([refusal(404, &format!("Not Found: /bot{CANARY}/SendMessage"))]).await.url;
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let nobody: Url = format!("http://{nobody}").parse().unwrap();
    let lost = Some(true);
    let mut shown = String::new();
    for (url, maybe_done) in [
        (nobody.clone(), Some(false)),
        (hanging_up(b"").await, lost),
        (hanging_up(b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{").await, lost),
        (hanging_up(b"nonsense").await, lost),
        (hanging_up(b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n").await, None),
        (echo, None),
    ] {
        let client = client(url);
        let error = client.show(Lane::Interactive, 5, &Screen::text("x")).await.unwrap_err();
        match maybe_done {
            Some(maybe_done) => assert_eq!(error, CallError::Broken { maybe_done }),
            None => assert!(matches!(error, CallError::Refused(_)), "{error}"),
        }
        writeln!(shown, "{error} {error:?} {client:?}").unwrap();
    }
    let slow = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", slow.local_addr().unwrap()).parse().unwrap();
    let wire = Wire::new(CANARY.into(), url).unwrap();
    let fault = wire.post::<IgnoredAny>("GetMe", &Body::Json(vec![]), Duration::from_millis(20)).await;
    assert!(matches!(fault, Err(Fault::Lost)), "{fault:?}");
    drop(guard);
    shown += &String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(!shown.contains("CANARY"), "{shown}");
    let tries = shown.matches("(Connect): tcp connect error").count();
    assert_eq!(tries, 2, "a reply that did not arrive is tried once more: {shown}");
}

#[test]
fn an_address_that_is_none_is_refused_with_a_clear_line() {
    for address in ["mailto:a@b", "file:///etc", "ftp://example.org"] {
        let error = Client::new(CANARY.into(), address.parse().unwrap(), Budget::new(1)).unwrap_err();
        assert!(error.to_string().contains("https://"), "{error}");
    }
}
