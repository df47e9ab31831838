//! A Bot API server over real HTTP that answers what a test has written down for it. It checks no call.

use super::{Budget, Client};
use axum::extract::{FromRequest, Multipart, Request, State};
use axum::http::{StatusCode, header::CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use reqwest::Url;
use serde_json::{Value, json};
use std::io::Write;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

pub(super) const CANARY: &str = "123456:CANARY-token_of_the_bot";

/// What a call looked like when it arrived.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Seen {
    pub(super) path: String,
    pub(super) fields: Value,
    /// Field, name, type and length of a file.
    pub(super) file: Option<(String, String, String, usize)>,
}

/// A Bot API server that gives its answers in turn, the last one for ever.
#[derive(Clone)]
pub(super) struct Server {
    answers: Arc<Mutex<Vec<(u16, String)>>>,
    seen: Arc<Mutex<Vec<Seen>>>,
    pub(super) url: Url,
}

impl Server {
    pub(super) async fn start<const N: usize>(answers: [(u16, Value); N]) -> Self {
        Self::with_texts(answers.map(|(status, body)| (status, body.to_string()))).await
    }

    pub(super) async fn with_texts<const N: usize>(answers: [(u16, String); N]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let answers = answers.into_iter().rev().collect::<Vec<_>>();
        let server = Self { answers: Arc::new(Mutex::new(answers)), seen: Arc::default(), url };
        let router = axum::Router::new().fallback(receive).with_state(server.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        server
    }

    pub(super) fn client(&self) -> Client {
        client(self.url.clone())
    }

    /// The calls so far, without their addresses.
    pub(super) fn calls(&self) -> Vec<Value> {
        self.seen.lock().unwrap().iter().map(|seen| seen.fields.clone()).collect()
    }

    pub(super) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

async fn receive(State(server): State<Server>, request: Request) -> Response {
    let path = request.uri().path().to_owned();
    let mut seen = Seen { path, fields: json!({}), file: None };
    if request.headers()[CONTENT_TYPE].to_str().unwrap().starts_with("multipart/form-data") {
        let mut form = Multipart::from_request(request, &()).await.unwrap();
        while let Some(field) = form.next_field().await.unwrap() {
            let name = field.name().unwrap().to_owned();
            if let Some(file) = field.file_name().map(str::to_owned) {
                let mime = field.content_type().unwrap().to_owned();
                seen.file = Some((name, file, mime, field.bytes().await.unwrap().len()));
            } else {
                seen.fields[name] = field.text().await.unwrap().into();
            }
        }
    } else {
        let body = axum::body::to_bytes(request.into_body(), usize::MAX).await.unwrap();
        assert!(!body.windows(4).any(|word| word == b"null"), "Telegram does not read null as absent");
        seen.fields = serde_json::from_slice(&body).unwrap();
    }
    server.seen.lock().unwrap().push(seen);
    let mut answers = server.answers.lock().unwrap();
    let (status, body) = if answers.len() > 1 { answers.pop().unwrap() } else { answers[0].clone() };
    (StatusCode::from_u16(status).unwrap(), [(CONTENT_TYPE, "application/json")], body).into_response()
}

pub(super) fn client(url: Url) -> Client {
    Client::new(CANARY.into(), url, Budget::new(1000)).unwrap()
}

/// Collects what is logged.
#[derive(Clone, Default)]
pub(super) struct Log(pub(super) Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A server that reads the call, writes these bytes and hangs up.
pub(super) async fn hanging_up(bytes: &'static [u8]) -> Url {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(bytes).await;
        }
    });
    url
}
