//! The chat page and its HTTP interface: people, chats, deeds, files, events. The rules of chats are elsewhere;
//! this only translates to and from JSON. All files are embedded, nothing comes from outside.

mod events;
mod views;

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use serde::Deserialize;
use serde_json::{Value, json};

use super::acts;
use super::inline::InlineResult;
use super::message::KeyRequest;
use super::person::{Person, Profile, Refused};
use super::server::respond;
use super::state::{World, lock};

/// Longest wait for what the bot offers.
const PATIENCE: Duration = Duration::from_secs(5);
/// A photo or document from the page.
const MAX_BODY: usize = 50 << 20;

/// Nothing but the page's own files; pictures may also be made on the spot.
const POLICY: &str = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; \
                      frame-ancestors 'none'; form-action 'self'";

const JSON: &str = "application/json";
const SCRIPT: &str = "text/javascript; charset=utf-8";

/// The embedded files.
static FILES: &[(&str, &str, &str)] = &[
    ("/", "text/html; charset=utf-8", include_str!("index.html")),
    ("/page/chat.css", "text/css; charset=utf-8", include_str!("chat.css")),
    ("/page/chat.js", SCRIPT, include_str!("chat.js")),
    ("/page/chat-composer.js", SCRIPT, include_str!("chat-composer.js")),
    ("/page/chat-kit.js", SCRIPT, include_str!("chat-kit.js")),
    ("/page/chat-message.js", SCRIPT, include_str!("chat-message.js")),
    ("/page/chat-phone.js", SCRIPT, include_str!("chat-phone.js")),
    ("/page/chat-sheets.js", SCRIPT, include_str!("chat-sheets.js")),
];

/// Everything under `/page/`, and the page itself.
pub(crate) async fn route(world: Arc<World>, request: Request) -> Response {
    if is_foreign(&request) {
        return refuse(StatusCode::FORBIDDEN, "this page answers its own origin only");
    }
    let (head, body) = request.into_parts();
    let path = head.uri.path();
    if head.method == Method::GET
        && let Some((_, content_type, text)) = FILES.iter().find(|(at, ..)| *at == path)
    {
        let mut response = respond(StatusCode::OK, content_type, Bytes::from_static(text.as_bytes()));
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        return response;
    }
    let Ok(body) = axum::body::to_bytes(body, MAX_BODY).await else {
        return refuse(StatusCode::PAYLOAD_TOO_LARGE, "the file is too big");
    };
    let parts: Vec<&str> = path.trim_start_matches("/page/").split('/').collect();
    match (head.method.as_str(), parts.as_slice()) {
        ("GET", ["people"]) => answer(StatusCode::OK, &views::people(&world)),
        ("POST", ["people"]) => add(&world, &body),
        ("GET", ["events"]) => events::stream(&world),
        ("GET", ["files", id]) => file(&world, id),
        ("GET", ["files", id, "qr"]) => qr(&world, id),
        ("GET", ["people", id, "messages"]) => {
            with_person(&world, id, |person| answer(StatusCode::OK, &views::chat(person)))
        }
        ("POST", ["people", id, "inline"]) => match find(&world, id) {
            Some(person) => inline(&person, &body).await,
            None => refuse(StatusCode::NOT_FOUND, "there is no such person"),
        },
        ("POST", ["people", id, deed]) => {
            let query = head.uri.query().unwrap_or_default();
            with_person(&world, id, |person| done(deed, perform(person, deed, query, &body)))
        }
        _ => refuse(StatusCode::NOT_FOUND, "there is nothing here"),
    }
}

/// Another site open in the same browser must not act for people here: requests that name an origin must name
/// this one, and the host must be this machine's (which also stops DNS rebinding).
fn is_foreign(request: &Request) -> bool {
    let text = |name: header::HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let Some(host) = text(header::HOST) else { return true };
    match text(header::ORIGIN) {
        Some(origin) => origin.split_once("://").is_none_or(|(_, of)| !of.eq_ignore_ascii_case(host)),
        None => false,
    }
}

fn answer(status: StatusCode, value: &Value) -> Response {
    respond(status, JSON, value.to_string().into())
}

fn refuse(status: StatusCode, why: &str) -> Response {
    answer(status, &json!({ "error": why }))
}

fn done(deed: &str, outcome: Result<(), Refused>) -> Response {
    match outcome {
        Ok(()) => {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            response
        }
        Err(Refused(why)) if why.is_empty() => {
            refuse(StatusCode::NOT_FOUND, &format!("a person cannot `{deed}` here"))
        }
        Err(Refused(why)) => refuse(StatusCode::CONFLICT, &why),
    }
}

fn find(world: &Arc<World>, id: &str) -> Option<Person> {
    let chat = world.chat(id.parse().ok()?)?;
    Some(Person { world: Arc::clone(world), chat })
}

fn with_person(world: &Arc<World>, id: &str, act: impl FnOnce(&Person) -> Response) -> Response {
    match find(world, id) {
        Some(person) => act(&person),
        None => refuse(StatusCode::NOT_FOUND, "there is no such person"),
    }
}

/// Asks the bot for cards and waits for what it offers.
async fn inline(person: &Person, body: &Bytes) -> Response {
    let asked: Deed = serde_json::from_slice(body).unwrap_or_default();
    let query = person.ask_inline(&asked.text, "");
    match person.inline_answer(&query, PATIENCE).await {
        Some(offered) => {
            let entry = |entry: &InlineResult| json!({"id": entry.id, "title": entry.title, "description": entry.description});
            let results: Vec<_> = offered.results.iter().map(entry).collect();
            answer(StatusCode::OK, &json!({"query": query, "results": results}))
        }
        None => refuse(StatusCode::CONFLICT, "the bot offers nothing"),
    }
}

fn add(world: &Arc<World>, body: &Bytes) -> Response {
    #[derive(Deserialize)]
    struct New {
        first_name: String,
        last_name: Option<String>,
        username: Option<String>,
        language_code: Option<String>,
        phone: Option<String>,
    }
    let Ok(new) = serde_json::from_slice::<New>(body) else {
        return refuse(StatusCode::CONFLICT, "a person needs a first name");
    };
    if new.first_name.trim().is_empty() {
        return refuse(StatusCode::CONFLICT, "a person needs a first name");
    }
    let full = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let chat = world.join(Profile {
        id: world.new_person_id(),
        first_name: new.first_name.trim().to_owned(),
        last_name: full(new.last_name),
        username: full(new.username).map(|name| name.trim_start_matches('@').to_owned()),
        language_code: full(new.language_code),
        phone: full(new.phone).map(|phone| phone.trim_start_matches('+').to_owned()),
        hint: None,
    });
    answer(StatusCode::CREATED, &views::person(&lock(&chat.state)))
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Deed {
    text: String,
    reply_to: Option<i32>,
    message_id: i32,
    row: usize,
    column: usize,
    phone: Option<String>,
    first_name: Option<String>,
    query: String,
    result: String,
    latitude: f64,
    longitude: f64,
}

/// One deed. An empty refusal means that there is no such deed.
fn perform(person: &Person, deed: &str, query: &str, body: &Bytes) -> Result<(), Refused> {
    let named = |wanted: &str| {
        let mut pairs = url::form_urlencoded::parse(query.as_bytes());
        pairs.find(|(name, _)| name == wanted).map(|(_, value)| value.into_owned())
    };
    if deed == "photo" || deed == "document" {
        let caption = named("caption");
        if body.is_empty() {
            return Err(Refused("the file is empty".to_owned()));
        }
        let bytes = body.to_vec();
        if deed == "photo" {
            person.send_photo(bytes, caption.as_deref());
        } else {
            person.send_document(&named("name").unwrap_or_default(), bytes, caption.as_deref());
        }
        return Ok(());
    }
    let read: Result<Deed, _> =
        if body.is_empty() { Ok(Deed::default()) } else { serde_json::from_slice(body) };
    let what = read.map_err(|error| Refused(format!("unreadable request: {error}")))?;
    match deed {
        "text" => {
            if acts::say(person, &what.text, what.reply_to) == 0 {
                return Err(Refused("there is nothing to send".to_owned()));
            }
        }
        "press" => press(person, &what)?,
        "key" => key(person, &what)?,
        "contact" => match (&what.phone, &what.first_name) {
            (Some(phone), name) => {
                person.share_contact_of(phone, name.as_deref().unwrap_or("?"), None);
            }
            _ => {
                person.share_contact();
            }
        },
        "location" => {
            person.share_location(what.latitude, what.longitude);
        }
        "choose" => {
            person.choose(&what.query, &what.result)?;
        }
        "edit" => person.edit(what.message_id, &what.text),
        "block" => person.block(),
        "unblock" => person.unblock(),
        _ => return Err(Refused(String::new())),
    }
    Ok(())
}

/// Pressed by place, since two buttons may carry the same text.
fn press(person: &Person, what: &Deed) -> Result<(), Refused> {
    use super::message::ButtonKind;
    let message = person.message(what.message_id);
    let message = message.ok_or_else(|| Refused("the message is gone".to_owned()))?;
    let button = message.buttons.get(what.row).and_then(|row| row.get(what.column));
    let button = button.ok_or_else(|| Refused("the button is gone".to_owned()))?;
    match &button.kind {
        ButtonKind::Data(data) => {
            person.press_data(what.message_id, data);
            Ok(())
        }
        _ => person.press(what.message_id, &button.text).map(|_| ()),
    }
}

fn key(person: &Person, what: &Deed) -> Result<(), Refused> {
    let keyboard = person.keyboard().ok_or_else(|| Refused("the keyboard is gone".to_owned()))?;
    let key = keyboard.rows.get(what.row).and_then(|row| row.get(what.column));
    let key = key.ok_or_else(|| Refused("the key is gone".to_owned()))?;
    if key.request == KeyRequest::Location && what.latitude != 0.0 {
        acts::share_location(person, what.latitude, what.longitude, Some(keyboard.message_id));
        return Ok(());
    }
    person.press_key(&key.text).map(|_| ())
}

fn file(world: &World, id: &str) -> Response {
    let Some(file) = world.files.get(id) else {
        return refuse(StatusCode::NOT_FOUND, "there is no such file");
    };
    let picture = matches!(file.mime.as_str(), "image/png" | "image/jpeg" | "image/gif" | "image/webp");
    let content_type = HeaderValue::from_str(&file.mime)
        .unwrap_or_else(|_| HeaderValue::from_static("application/octet-stream"));
    let mut response = respond(StatusCode::OK, JSON, file.bytes);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, content_type);
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    // A file made by anybody must not act as a page of this origin.
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    if file.kind == super::files::Kind::Document || !picture {
        let encoded: String = url::form_urlencoded::byte_serialize(file.name.as_bytes()).collect();
        let value = format!("attachment; filename*=UTF-8''{}", encoded.replace('+', "%20"));
        if let Ok(value) = HeaderValue::from_str(&value) {
            headers.insert(header::CONTENT_DISPOSITION, value);
        }
    }
    response
}

fn qr(world: &World, id: &str) -> Response {
    match world.files.get(id).and_then(|file| super::qr::read_qr(&file.bytes)) {
        Some(text) => answer(StatusCode::OK, &json!({ "text": text })),
        None => refuse(StatusCode::NOT_FOUND, "there is no QR code in it"),
    }
}
