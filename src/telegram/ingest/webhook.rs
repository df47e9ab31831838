//! The webhook: Telegram is answered 200 only when the update is stored, 503 when it cannot be, so that it comes again.

use crate::{
    service::Services,
    telegram::{read, workers::Workers},
};
use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode},
    routing::post,
};
use secrecy::{ExposeSecret, SecretString};
use std::{sync::Arc, time::Duration};
use subtle::ConstantTimeEq;
use tokio::time::timeout;

/// Updates are far smaller; Telegram itself stays below this.
const LARGEST: usize = 1024 * 1024;
/// Longest an update may take to be stored; Telegram itself waits for a minute.
const PATIENCE: Duration = Duration::from_secs(15);
/// The header Telegram repeats our secret in (Bot API, `setWebhook`).
const SECRET: &str = "x-telegram-bot-api-secret-token";

struct Hook {
    services: Services,
    workers: Workers,
    secret: SecretString,
}

/// The route that takes updates at `path`.
pub fn router(path: &str, secret: SecretString, services: Services, workers: Workers) -> Router {
    let hook = Arc::new(Hook { services, workers, secret });
    Router::new().route(path, post(take)).layer(DefaultBodyLimit::max(LARGEST)).with_state(hook)
}

async fn take(State(hook): State<Arc<Hook>>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let given = headers.get(SECRET).map(axum::http::HeaderValue::as_bytes).unwrap_or_default();
    // Compared in constant time, before anything of the body is looked at.
    if !bool::from(given.ct_eq(hook.secret.expose_secret().as_bytes())) {
        return StatusCode::UNAUTHORIZED;
    }
    let Some(update) = std::str::from_utf8(&body).ok().and_then(|raw| read::sketch(raw).ok()) else {
        tracing::error!("a webhook call held no update");
        // Repeating it would not make it readable.
        return StatusCode::OK;
    };
    if hook.workers.is_full() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    let lasting = super::lasting(vec![update], &hook.workers);
    if lasting.is_empty() {
        return StatusCode::OK;
    }
    match timeout(PATIENCE, hook.services.receive(lasting)).await {
        Ok(Ok(fresh)) => {
            for update in fresh {
                hook.workers.take(update).await;
            }
            StatusCode::OK
        }
        Ok(Err(fault)) => {
            tracing::error!(%fault, "an update could not be stored");
            StatusCode::SERVICE_UNAVAILABLE
        }
        Err(_) => {
            tracing::error!("an update could not be stored in time");
            StatusCode::SERVICE_UNAVAILABLE
        }
    }
}
