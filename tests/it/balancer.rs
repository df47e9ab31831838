//! A load balancer as it stands before several processes: passes each request to the next one that can be reached.
//! Used by the tests and the benches.

use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, Uri},
    response::{IntoResponse, Response},
    routing::any,
};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::{net::TcpListener, task::JoinHandle};

/// A running balancer.
pub(crate) struct Balancer {
    address: String,
    task: JoinHandle<()>,
}

struct Shared {
    /// `127.0.0.1:PORT` of each process.
    backends: Vec<String>,
    next: AtomicUsize,
    http: reqwest::Client,
}

impl Balancer {
    /// Listens on a free port before these addresses.
    pub(crate) async fn start(backends: Vec<String>) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?.to_string();
        let shared = Shared { backends, next: AtomicUsize::new(0), http: reqwest::Client::new() };
        let router = Router::new().fallback(any(pass)).with_state(Arc::new(shared));
        let task = tokio::spawn(async move {
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self { address, task })
    }

    /// Where Telegram posts to.
    pub(crate) fn url(&self) -> String {
        format!("http://{}/hook", self.address)
    }

    pub(crate) async fn stop(self) {
        self.task.abort();
        let _ = self.task.await;
    }
}

/// Tries every process once, beginning with the one whose turn it is. One that fails in the middle is not tried again:
/// the request may have taken effect, and Telegram repeats it.
async fn pass(State(shared): State<Arc<Shared>>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response {
    let first = shared.next.fetch_add(1, Ordering::Relaxed);
    for number in 0..shared.backends.len() {
        let backend = &shared.backends[(first + number) % shared.backends.len()];
        let mut headers = headers.clone();
        headers.remove("host");
        headers.remove("content-length");
        let request = shared.http.post(format!("http://{backend}{uri}")).headers(headers).body(body.clone());
        match request.send().await {
            Ok(answer) => return answer.status().into_response(),
            Err(fault) if fault.is_connect() => {}
            Err(_) => return StatusCode::BAD_GATEWAY.into_response(),
        }
    }
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
