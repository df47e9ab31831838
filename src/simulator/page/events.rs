//! Server-sent events for the page: which chat changed, which press was answered. The page fetches the rest.

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures::stream;
use serde_json::{Value, json};
use std::convert::Infallible;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use crate::simulator::state::{PageEvent, World};

/// A comment is sent after so much silence, so that nothing between closes the connection.
const BEAT: Duration = Duration::from_secs(15);

/// An endless answer.
pub(super) fn stream(world: &World) -> Response {
    let events = world.events.subscribe();
    let opening = Some(Bytes::from_static(b": open\n\n"));
    let body = Body::from_stream(stream::unfold((events, opening), next));
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

type Waiting = (Receiver<PageEvent>, Option<Bytes>);

async fn next((mut events, ready): Waiting) -> Option<(Result<Bytes, Infallible>, Waiting)> {
    if let Some(ready) = ready {
        return Some((Ok(ready), (events, None)));
    }
    let line = match tokio::time::timeout(BEAT, events.recv()).await {
        Err(_) => ": beat\n\n".to_owned(),
        Ok(Ok(event)) => written(event),
        // A browser that fell behind looks at everything again.
        Ok(Err(RecvError::Lagged(_))) => line("people", &json!({})),
        Ok(Err(RecvError::Closed)) => return None,
    };
    Some((Ok(line.into()), (events, None)))
}

fn written(event: PageEvent) -> String {
    match event {
        PageEvent::Chat { person, version } => line("chat", &json!({"person": person, "version": version})),
        PageEvent::Answer { person, message_id, text, alert } => {
            let data = json!({"person": person, "message_id": message_id, "text": text, "alert": alert});
            line("answer", &data)
        }
        PageEvent::People => line("people", &json!({})),
        PageEvent::Typing { person } => line("typing", &json!({ "person": person })),
    }
}

fn line(name: &str, data: &Value) -> String {
    format!("event: {name}\ndata: {data}\n\n")
}
