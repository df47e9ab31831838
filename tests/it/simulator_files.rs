//! Files: upload, resend, download, albums, and everything that is no file.

#![cfg(test)]

use reqwest::multipart::{Form, Part};
use serde_json::{Value, json};

use crate::simulator::{Answer, Bench, TOKEN, bad, read};

/// A grey PNG of this size.
pub(crate) fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&vec![200; (width * height) as usize]).unwrap();
    drop(writer);
    bytes
}

async fn upload(bench: &Bench, method: &str, form: Form) -> Answer {
    read(
        bench
            .client
            .post(bench.method_url(method))
            .multipart(form.text("chat_id", "1"))
            .send()
            .await
            .unwrap(),
    )
    .await
}

fn part(bytes: Vec<u8>, name: &str) -> Part {
    Part::bytes(bytes).file_name(name.to_owned())
}

#[tokio::test]
async fn a_document_goes_there_and_back() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let bytes: Vec<u8> = b"BEGIN:VCALENDAR\r\n--x\r\n\r\nEND".to_vec();
    let form = Form::new().part("document", part(bytes.clone(), "кеш \"1\".ics")).text("caption", "<b>x</b>");
    let message = upload(&bench, "sendDocument", form.text("parse_mode", "HTML")).await.ok();
    let document = &message["document"];
    assert_eq!(document["file_name"], "кеш \"1\".ics");
    assert_eq!(
        (&document["mime_type"], &document["file_size"]),
        (&json!("text/calendar"), &json!(bytes.len()))
    );
    assert_eq!(message["caption_entities"][0]["type"], "bold");
    let id = document["file_id"].as_str().unwrap();
    assert_eq!(person.file(id).unwrap().bytes, bytes);
    let file = bench.call("getFile", json!({"file_id": id})).await.ok();
    let path = file["file_path"].as_str().unwrap();
    let url = format!("{}/file/bot{TOKEN}/{path}", bench.simulator.url());
    assert_eq!(bench.client.get(url).send().await.unwrap().bytes().await.unwrap(), bytes);
    let again = bench.call("sendDocument", json!({"chat_id": 1, "document": id})).await.ok();
    assert_eq!(again["document"]["file_id"], id);
    let as_photo = bench.call("sendPhoto", json!({"chat_id": 1, "photo": id})).await.refused();
    assert_eq!(as_photo, bad("can't use file of type Document as Photo"));
}

#[tokio::test]
async fn a_photo_has_sizes_and_must_be_a_picture() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let photo = |bytes: Vec<u8>| upload(&bench, "sendPhoto", Form::new().part("photo", part(bytes, "a.png")));
    let message = photo(png(600, 300)).await.ok();
    let sizes: Vec<(u64, u64)> = message["photo"]
        .as_array()
        .unwrap()
        .iter()
        .map(|size| (size["width"].as_u64().unwrap(), size["height"].as_u64().unwrap()))
        .collect();
    assert_eq!(sizes, [(90, 45), (320, 160), (600, 300)]);
    assert_eq!(person.last().unwrap().photo.as_deref(), message["photo"][2]["file_id"].as_str());
    assert_eq!(photo(Vec::new()).await.refused(), bad("file must be non-empty"));
    assert_eq!(photo(b"not a picture".to_vec()).await.refused(), bad("IMAGE_PROCESS_FAILED"));
    photo(png(20, 1)).await.ok();
    assert_eq!(photo(png(21, 1)).await.refused(), bad("PHOTO_INVALID_DIMENSIONS"));
    assert_eq!(photo(png(9000, 1001)).await.refused(), bad("PHOTO_INVALID_DIMENSIONS"));
}

#[tokio::test]
async fn captions_have_limits() {
    let bench = Bench::new().await;
    bench.person(1);
    let send = |caption: String| {
        upload(
            &bench,
            "sendPhoto",
            Form::new().part("photo", part(png(9, 9), "a.png")).text("caption", caption),
        )
    };
    send("ә".repeat(1024)).await.ok();
    assert_eq!(send("ә".repeat(1025)).await.refused(), bad("message caption is too long"));
    send(String::new()).await.ok();
}

#[tokio::test]
async fn what_is_no_file() {
    let bench = Bench::new().await;
    bench.person(1);
    let photo = |photo: &str| bench.call("sendPhoto", json!({"chat_id": 1, "photo": photo}));
    let remote = |why: &str| bad(&format!("wrong remote file identifier specified: {why}"));
    assert_eq!(photo("").await.refused(), bad("there is no photo in the request"));
    assert_eq!(photo("attach://missing").await.refused(), bad("there is no photo in the request"));
    assert_eq!(photo("abcde").await.refused(), remote("Wrong string length"));
    assert_eq!(photo("abc==").await.refused(), remote("Wrong padding length"));
    assert_eq!(photo("ab!d").await.refused(), remote("Wrong character in the string"));
    assert_eq!(photo("abcd").await.refused(), remote("can't unserialize it. Wrong last symbol"));
    assert_eq!(photo("AAAE").await.refused(), bad("wrong file identifier/HTTP URL specified"));
    let url = photo("https://a.kz/x.png").await.refused();
    assert_eq!(url, bad("failed to get HTTP URL content"));
    let file = |id: &str| bench.call("getFile", json!({"file_id": id}));
    assert_eq!(file("nonsense!").await.refused(), bad("invalid file_id"));
    assert_eq!(file("AAAE").await.refused(), bad("wrong file_id or the file is temporarily unavailable"));
    let missing = format!("{}/file/bot{TOKEN}/photos/none.jpg", bench.simulator.url());
    assert_eq!(bench.client.get(missing).send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn a_text_becomes_a_photo_and_an_album_is_sent_whole() {
    let bench = Bench::new().await;
    let person = bench.person(1);
    let media = json!({"type": "photo", "media": "attach://qr", "caption": "c"}).to_string();
    let text = bench.send(1, "x").await;
    let form = Form::new()
        .part("qr", part(png(9, 9), "q.png"))
        .text("media", media)
        .text("message_id", text.to_string());
    let message = upload(&bench, "editMessageMedia", form).await.ok();
    assert_eq!((&message["caption"], message["photo"].is_array()), (&json!("c"), true));
    let edit = json!({"chat_id": 1, "message_id": text, "text": "y"});
    let refused = bench.call("editMessageText", edit).await.refused();
    assert_eq!(refused, bad("there is no text in the message to edit"));
    let caption = json!({"chat_id": 1, "message_id": text, "caption": "d"});
    bench.call("editMessageCaption", caption).await.ok();
    let id = person.last().unwrap().photo.unwrap();
    let album = |items: Vec<Value>| bench.call("sendMediaGroup", json!({"chat_id": 1, "media": items}));
    let item = json!({"type": "photo", "media": id});
    let sent = album(vec![item.clone(); 3]).await.ok();
    assert_eq!(sent.as_array().unwrap().len(), 3);
    assert_eq!(sent[0]["media_group_id"], sent[2]["media_group_id"]);
    assert_eq!(album(vec![item; 11]).await.refused(), bad("too many messages to send as an album"));
    assert_eq!(album(Vec::new()).await.refused(), bad("there are no messages to send"));
}

#[tokio::test]
async fn places_and_contacts() {
    let bench = Bench::new().await;
    bench.person(1);
    let place =
        json!({"chat_id": 1, "latitude": 51.1, "longitude": "71.4", "title": "Hall", "address": "Street 1"});
    let venue = bench.call("sendVenue", place).await.ok();
    assert_eq!((&venue["venue"]["title"], &venue["location"]["longitude"]), (&json!("Hall"), &json!(71.4)));
    let no = bench.call("sendLocation", json!({"chat_id": 1, "longitude": 1})).await.refused();
    assert_eq!(no, bad("latitude is empty"));
    let no = bench.call("sendLocation", json!({"chat_id": 1, "latitude": 1})).await.refused();
    assert_eq!(no, bad("longitude is empty"));
    let contact = json!({"chat_id": 1, "phone_number": "+7701", "first_name": "A"});
    assert_eq!(bench.call("sendContact", contact).await.ok()["contact"]["first_name"], "A");
}

#[tokio::test]
async fn broken_multipart_is_refused_without_harm() {
    let bench = Bench::new().await;
    let long = format!("multipart/form-data; boundary={}", "b".repeat(71));
    for (kind, body) in [
        ("multipart/form-data", "--x\r\n"),
        ("multipart/form-data; boundary=x", ""),
        ("multipart/form-data; boundary=x", "--x\r\nno end of headers"),
        (
            "multipart/form-data; boundary=x",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nno end",
        ),
        ("multipart/form-data; boundary=x", "--x"),
        ("multipart/form-data; boundary=", "--\r\n"),
        (long.as_str(), "--\r\n"),
    ] {
        let request =
            bench.client.post(bench.method_url("sendMessage")).header("content-type", kind).body(body);
        let answer = read(request.send().await.unwrap()).await;
        assert_eq!((answer.status, answer.raw.as_str()), (400, ""), "{kind} {body}");
    }
}
