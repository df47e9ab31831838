//! Health, metrics and the webhook over HTTP. Nothing here is for people; the organiser's pages come later.

use crate::service::Services;
use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use prometheus_client::{encoding::text::encode, metrics::gauge::Gauge, registry::Registry};
use serde_json::json;
use std::net::SocketAddr;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// Serves until `stop`, `extra` routes included. `listener` is the caller's, so that tests can take any free port.
pub async fn serve(
    listener: TcpListener,
    services: Services,
    extra: Router,
    stop: CancellationToken,
) -> std::io::Result<()> {
    let router = Router::new()
        .route("/healthz", get(health))
        .route("/metrics", get(metrics))
        .with_state(services)
        .merge(extra);
    axum::serve(listener, router).with_graceful_shutdown(stop.cancelled_owned()).await
}

/// Takes the port, with a message that says what to do when it is taken.
pub async fn bind(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|fault| {
        anyhow::anyhow!("cannot listen on {address}: {fault}; set QATYS_LISTEN to a free address")
    })
}

/// 200 while the database answers and keeps its promise of durability.
async fn health(State(services): State<Services>) -> impl IntoResponse {
    match services.durability().await {
        Ok(durability) => (StatusCode::OK, Json(json!({"status": "ok", "durability": durability}))),
        Err(fault) => {
            tracing::error!(%fault, "not healthy");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({"status": "database"})))
        }
    }
}

/// What waits, what failed, what was sent twice for want of certainty; in Prometheus' text format.
async fn metrics(State(services): State<Services>) -> impl IntoResponse {
    let (Ok((open, dead)), Ok((queued, failed, uncertain))) =
        (services.count_updates().await, services.count_notices().await)
    else {
        return (StatusCode::SERVICE_UNAVAILABLE, [(header::CONTENT_TYPE, "text/plain")], String::new());
    };
    let mut registry = Registry::with_prefix("qatys");
    for (name, help, value) in [
        ("inbox_open", "Updates stored and not done", open),
        ("inbox_dead", "Updates given up", dead),
        ("outbox_queued", "Notices not yet sent", queued),
        ("outbox_failed", "Notices given up", failed),
        ("outbox_uncertain", "Notices sent again without knowing whether they had arrived", uncertain),
    ] {
        let gauge = Gauge::<i64>::default();
        gauge.set(i64::from(value));
        registry.register(name, help, gauge);
    }
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = encode(&mut text, &registry);
    let content_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    (StatusCode::OK, [(header::CONTENT_TYPE, content_type)], text)
}
