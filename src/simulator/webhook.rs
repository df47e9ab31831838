//! The webhook: where updates are posted, in which order, and how often again. What may be set is checked here
//! too, but who calls is in `methods::webhooks` (`WebhookActor.cpp`, Client.cpp `do_set_webhook`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::{DateTime, Utc};
use reqwest::header::{CONTENT_TYPE, HeaderMap, RETRY_AFTER};
use serde_json::{Value, json};
use tokio::sync::{Semaphore, mpsc};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;
use url::Url;

use super::methods;
use super::reply::ApiError;
use super::request::Params;
use super::state::{World, lock};
use super::updates::Stored;

/// Connections unless asked otherwise (telegram-bot-api.cpp).
const CONNECTIONS: i64 = 40;
/// A bot silent for so long has failed.
const SILENCE: Duration = Duration::from_mins(1);
/// Longest pause between two tries; the real one is random from 60 to 120 s.
const LONGEST_PAUSE: u64 = 60;
/// Longest pause a bot may ask for.
const MAX_RETRY_AFTER: u64 = 3600;
/// Setting twice within this is refused.
const TOO_SOON: Duration = Duration::from_secs(1);

/// Where to post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    url: Url,
    secret: Option<String>,
    connections: usize,
}

impl Target {
    /// Reads and checks the parameters of `setWebhook`.
    pub(crate) fn read(url: &str, params: &Params) -> Result<Self, ApiError> {
        let url = check_url(url)?;
        let secret = params.text("secret_token");
        if secret.len() > 256 {
            return Err(ApiError::bad("secret token is too long"));
        }
        if !secret.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-') {
            return Err(ApiError::bad("secret token contains unallowed characters"));
        }
        let connections = params.number("max_connections", CONNECTIONS, 1, 100) as usize;
        let secret = (!secret.is_empty()).then(|| secret.to_owned());
        Ok(Self { url, secret, connections })
    }
}

/// HTTPS, a known port and a public address; except that `http://` on loopback is let in, which a server started
/// with `--local` does too and without which nothing could be tried offline.
fn check_url(text: &str) -> Result<Url, ApiError> {
    let bad = |why: &str| ApiError::bad(format!("bad webhook: {why}"));
    let url = Url::parse(text).map_err(|_| ApiError::bad("invalid webhook URL specified"))?;
    let address = match url.host() {
        Some(url::Host::Ipv4(address)) => Some(address),
        Some(url::Host::Ipv6(_)) => return Err(bad("IPv6-only addresses are not allowed")),
        Some(url::Host::Domain(_)) => None,
        None => return Err(bad("URL host is empty")),
    };
    if url.scheme() == "http"
        && (address.is_some_and(|one| one.is_loopback()) || url.host_str() == Some("localhost"))
    {
        return Ok(url);
    }
    if url.scheme() != "https" {
        return Err(bad("An HTTPS URL must be provided for webhook"));
    }
    if ![Some(443), Some(80), Some(88), Some(8443)].contains(&url.port_or_known_default()) {
        return Err(bad("Webhook can be set up only on ports 80, 88, 443 or 8443"));
    }
    if let Some(address) = address
        && (address.is_loopback()
            || address.is_private()
            || address.is_link_local()
            || address.is_unspecified())
    {
        return Err(bad(&format!("IP address {address} is reserved")));
    }
    Ok(url)
}

#[derive(Default)]
struct State {
    target: Option<Target>,
    stop: CancellationToken,
    last_set: Option<Instant>,
    last_error: Option<(DateTime<Utc>, String)>,
}

/// The webhook in force, if any.
#[derive(Default)]
pub(crate) struct Webhook {
    state: Mutex<State>,
}

impl Webhook {
    pub(crate) fn is_set(&self) -> bool {
        lock(&self.state).target.is_some()
    }

    /// Refuses to be set twice in a second.
    pub(crate) fn too_soon(&self) -> Result<(), ApiError> {
        let now = Instant::now();
        let last = lock(&self.state).last_set.replace(now);
        if last.is_some_and(|at| now - at < TOO_SOON) { Err(ApiError::too_many(1)) } else { Ok(()) }
    }

    /// Begins to post; false when it was set so already.
    pub(crate) fn set(&self, world: &Arc<World>, target: Target) -> bool {
        let mut state = lock(&self.state);
        if state.target.as_ref() == Some(&target) {
            return false;
        }
        state.stop.cancel();
        state.stop = CancellationToken::new();
        state.last_error = None;
        state.target = Some(target.clone());
        tokio::spawn(state.stop.clone().run_until_cancelled_owned(dispatch(Arc::clone(world), target)));
        true
    }

    /// Ends posting; false when there was nothing to end.
    pub(crate) fn stop(&self) -> bool {
        let mut state = lock(&self.state);
        state.stop.cancel();
        state.target.take().is_some()
    }

    fn failed(&self, now: DateTime<Utc>, why: String) {
        lock(&self.state).last_error = Some((now, why));
    }

    /// The result of `getWebhookInfo`.
    pub(crate) fn info(&self, world: &World) -> Value {
        let state = lock(&self.state);
        let mut info = json!({
            "url": state.target.as_ref().map_or("", |target| target.url.as_str()),
            "has_custom_certificate": false,
            "pending_update_count": world.queue.len(),
        });
        if let Some(target) = &state.target {
            info["max_connections"] = json!(target.connections);
            if let Some(std::net::IpAddr::V4(address)) =
                target.url.host_str().and_then(|host| host.parse().ok())
            {
                info["ip_address"] = json!(address.to_string());
            }
        }
        if let Some((at, why)) = &state.last_error {
            info["last_error_date"] = json!(at.timestamp());
            info["last_error_message"] = json!(why);
        }
        if let Some(allowed) = world.queue.allowed() {
            info["allowed_updates"] = json!(allowed);
        }
        info
    }
}

/// Hands updates to one task per queue key: within a key they go one after another, keys go side by side.
async fn dispatch(world: Arc<World>, target: Target) {
    let stop = lock(&world.webhook.state).stop.clone();
    let Ok(client) = reqwest::Client::builder()
        .timeout(SILENCE)
        .redirect(reqwest::redirect::Policy::none())
        .tcp_nodelay(true)
        .no_proxy()
        .build()
    else {
        return;
    };
    let post = Arc::new(Post { client, permits: Semaphore::new(target.connections), target });
    let mut lanes: HashMap<i64, mpsc::UnboundedSender<Stored>> = HashMap::new();
    let mut after = 0;
    loop {
        for update in world.queue.newer_than(after) {
            after = update.id;
            let lane = lanes.entry(update.key).or_insert_with(|| {
                let (sender, receiver) = mpsc::unbounded_channel();
                let work = run_lane(Arc::clone(&world), Arc::clone(&post), receiver);
                tokio::spawn(stop.clone().run_until_cancelled_owned(work));
                sender
            });
            // The receiving task lives as long as this map.
            let _ = lane.send(update);
        }
        world.queue.webhook_arrival.notified().await;
    }
}

struct Post {
    client: reqwest::Client,
    permits: Semaphore,
    target: Target,
}

async fn run_lane(world: Arc<World>, post: Arc<Post>, mut updates: mpsc::UnboundedReceiver<Stored>) {
    while let Some(update) = updates.recv().await {
        let mut tries = 0_u32;
        while world.now().timestamp() < update.expires {
            let Err((why, asked)) = attempt(&world, &post, &update).await else {
                if world.faults.duplicates() {
                    let _ = attempt(&world, &post, &update).await;
                }
                break;
            };
            world.webhook.failed(world.now(), why);
            // First again at once, then 2, 4, 8… seconds, unless the bot says when.
            let pause = if tries == 0 { 0 } else { (1_u64 << tries.min(6)).min(LONGEST_PAUSE) };
            tokio::time::sleep(Duration::from_secs(asked.unwrap_or(pause))).await;
            tries += 1;
        }
        world.queue.done(update.id);
    }
}

/// Posts once. The error says what went wrong and when the bot wants to be asked again.
async fn attempt(world: &Arc<World>, post: &Post, update: &Stored) -> Result<(), (String, Option<u64>)> {
    let Ok(_permit) = post.permits.acquire().await else { return Ok(()) };
    let mut request = post.client.post(post.target.url.clone()).header(CONTENT_TYPE, "application/json");
    if let Some(secret) = &post.target.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let response = request.body(update.json.to_vec()).send().await.map_err(|error| {
        let why = if error.is_timeout() { "Read timeout expired" } else { "Webhook connection closed" };
        let why = if error.is_connect() { "Connection refused" } else { why };
        (why.to_owned(), None)
    })?;
    let status = response.status();
    let headers = response.headers().clone();
    let body = response.bytes().await.map_err(|_| ("Webhook connection closed".to_owned(), None))?;
    if status.is_success() {
        answer_in_reply(world, &headers, body).await;
        return Ok(());
    }
    let asked = headers.get(RETRY_AFTER).and_then(|value| value.to_str().ok()?.parse().ok());
    let asked = asked.filter(|seconds| *seconds <= MAX_RETRY_AFTER);
    Err((format!("Wrong response from the webhook: {status}"), asked))
}

/// A method may be called by the webhook's answer; its result is thrown away.
async fn answer_in_reply(world: &Arc<World>, headers: &HeaderMap, body: axum::body::Bytes) {
    let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let Ok(params) = Params::read(None, content_type, &body) else { return };
    let name = params.text("method").to_ascii_lowercase();
    let forbidden = ["deletewebhook", "setwebhook", "close", "logout"].contains(&name.as_str());
    if forbidden || name.starts_with("get") {
        return;
    }
    if let Some(method) = methods::find(&name) {
        let _ = Box::pin(methods::run(world, method, &params)).await;
    }
}
