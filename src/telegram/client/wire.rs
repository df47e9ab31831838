//! One HTTP exchange with the Bot API server: time-outs, the envelope of answers, and no token in any error. No retries.

use super::error::{CallError, Refusal};
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::multipart::{Form, Part};
use reqwest::{RequestBuilder, Response, Url, redirect::Policy};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, de::DeserializeOwned};
use std::error::Error;
use std::time::Duration;

/// Longest wait for a connection.
const CONNECT: Duration = Duration::from_secs(5);

/// What is posted.
pub(super) enum Body {
    /// Fields as JSON.
    Json(Vec<u8>),
    /// Fields and a file.
    Form(Upload),
}

/// Fields and one file of a multipart call.
pub(super) struct Upload {
    /// Everything but the file.
    pub(super) fields: Vec<(&'static str, String)>,
    /// Field of the file.
    pub(super) field: &'static str,
    /// Name people see.
    pub(super) file_name: String,
    /// Its type.
    pub(super) mime: &'static str,
    /// Its content.
    pub(super) bytes: Vec<u8>,
}

/// Why there is no result.
#[derive(Debug)]
pub(super) enum Fault {
    /// It never arrived.
    NotSent,
    /// It may have arrived; nothing usable came back.
    Lost,
    /// Telegram said no.
    Refused(Refusal),
    /// It was never to be sent.
    Ours(CallError),
}

impl From<Fault> for CallError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotSent => CallError::Broken { maybe_done: false },
            Fault::Lost => CallError::Broken { maybe_done: true },
            Fault::Refused(refusal) => refusal.meaning(),
            Fault::Ours(error) => error,
        }
    }
}

/// The connection pool and the address of the bot.
#[derive(Debug)]
pub(super) struct Wire {
    http: reqwest::Client,
    root: Url,
    token: SecretString,
}

/// Every answer of the Bot API.
#[derive(Deserialize)]
struct Envelope<R> {
    ok: bool,
    result: Option<R>,
    error_code: Option<u16>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Deserialize)]
struct Parameters {
    retry_after: Option<u32>,
}

impl Wire {
    /// Connects to nothing yet. Fails when the address is not one of HTTP or TLS cannot be set up.
    pub(super) fn new(token: SecretString, root: Url) -> anyhow::Result<Self> {
        anyhow::ensure!(
            matches!(root.scheme(), "http" | "https") && root.has_host(),
            "the address of the Bot API server must begin with https:// or http://"
        );
        // A redirect would carry the token to another host.
        let http = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .redirect(Policy::none())
            .referer(false)
            .build()
            .map_err(|error| anyhow::anyhow!("HTTPS cannot be set up: {}", error.without_url()))?;
        Ok(Self { http, root, token })
    }

    /// Posts once and reads the answer within `limit`.
    pub(super) async fn post<R: DeserializeOwned>(
        &self,
        method: &str,
        body: &Body,
        limit: Duration,
    ) -> Result<R, Fault> {
        let request = self.request(method, body)?.timeout(limit);
        let lost = |error: reqwest::Error| self.lost(method, error);
        let response = request.send().await.map_err(lost)?;
        let (status, retry_after) = (response.status(), retry_after(&response));
        let text = response.bytes().await.map_err(lost)?;
        let mut refusal = Refusal { code: status.as_u16(), description: String::new(), retry_after };
        match serde_json::from_slice::<Envelope<R>>(&text) {
            Ok(Envelope { ok: true, result: Some(result), .. }) => return Ok(result),
            Ok(envelope) => {
                refusal.code = envelope.error_code.unwrap_or(refusal.code);
                refusal.description = self.redacted(&envelope.description.unwrap_or_default());
                let named = envelope.parameters.and_then(|parameters| parameters.retry_after);
                refusal.retry_after = named.or(refusal.retry_after);
            }
            // The body is not shown: it may hold what people wrote.
            Err(_) => {
                tracing::debug!(method, status = status.as_u16(), "an answer that is no Bot API answer")
            }
        }
        if refusal.code < 300 { Err(Fault::Lost) } else { Err(Fault::Refused(refusal)) }
    }

    fn request(&self, method: &str, body: &Body) -> Result<RequestBuilder, Fault> {
        let unfit = |what: &str| Fault::Ours(CallError::Refused(what.to_owned()));
        let mut url = self.root.clone();
        url.path_segments_mut()
            .map_err(|()| unfit("the address of the Bot API server takes no path"))?
            .pop_if_empty()
            .push(&format!("bot{}", self.token.expose_secret()))
            .push(method);
        let request = self.http.post(url);
        Ok(match body {
            Body::Json(json) => request.header(CONTENT_TYPE, "application/json").body(json.clone()),
            Body::Form(upload) => {
                request.multipart(upload.form().map_err(|_| unfit("the type of a file is none"))?)
            }
        })
    }

    /// Sorts an error of the connection and logs its cause without address and token.
    fn lost(&self, method: &str, error: reqwest::Error) -> Fault {
        let not_sent = error.is_connect();
        let error = error.without_url();
        let mut cause = error.to_string();
        let mut source = error.source();
        while let Some(deeper) = source {
            cause = format!("{cause}: {deeper}");
            source = deeper.source();
        }
        tracing::debug!(method, cause = self.redacted(&cause), "no answer from the Bot API server");
        if not_sent { Fault::NotSent } else { Fault::Lost }
    }

    /// A text of others without our token, should they have echoed it.
    fn redacted(&self, text: &str) -> String {
        text.replace(self.token.expose_secret(), "…")
    }
}

impl Upload {
    fn form(&self) -> reqwest::Result<Form> {
        let file = Part::bytes(self.bytes.clone()).file_name(self.file_name.clone()).mime_str(self.mime)?;
        let form =
            self.fields.iter().fold(Form::new(), |form, (name, value)| form.text(*name, value.clone()));
        Ok(form.part(self.field, file))
    }
}

/// Servers in between answer 429 without an envelope but with the header.
fn retry_after(response: &Response) -> Option<u32> {
    response.headers().get(RETRY_AFTER)?.to_str().ok()?.trim().parse().ok()
}
