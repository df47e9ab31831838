//! How the server answers: the envelope, the error texts in one table, JSON with every non-ASCII character
//! escaped. It knows no method and no chat.

use std::borrow::Cow;
use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

/// What a method hands back: its result as JSON, and sometimes a remark beside it.
#[derive(Debug)]
pub(crate) struct Done {
    /// JSON of `result`.
    pub(crate) json: Vec<u8>,
    /// `description` beside a success; only webhooks have one.
    pub(crate) remark: Option<&'static str>,
    /// The message made or changed, for the ledger.
    pub(crate) message_id: Option<i32>,
}

impl Done {
    /// A success whose result is this value.
    pub(crate) fn of(value: &(impl Serialize + ?Sized)) -> Self {
        Self { json: json(value), remark: None, message_id: None }
    }

    /// The plain `true` of most methods.
    pub(crate) fn yes() -> Self {
        Self { json: b"true".to_vec(), remark: None, message_id: None }
    }

    /// The same, naming the message concerned.
    pub(crate) fn about(mut self, message_id: i32) -> Self {
        self.message_id = Some(message_id);
        self
    }

    /// The same with a remark.
    pub(crate) fn saying(mut self, remark: &'static str) -> Self {
        self.remark = Some(remark);
        self
    }
}

/// Result of a method.
pub(crate) type Outcome = Result<Done, ApiError>;

/// A refusal in Telegram's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ApiError {
    /// HTTP status and `error_code`.
    pub(crate) code: u16,
    /// `description`.
    pub(crate) description: Cow<'static, str>,
    /// `parameters.retry_after` and the header `Retry-After`.
    pub(crate) retry_after: Option<u32>,
}

impl ApiError {
    /// An error with its description as it stands.
    pub(crate) const fn fixed(code: u16, description: &'static str) -> Self {
        Self { code, description: Cow::Borrowed(description), retry_after: None }
    }

    /// `Bad Request: …`; the first letter is lowered unless the second character is `_` or upper-case, which
    /// is how codes such as `BUTTON_DATA_INVALID` stay as they are (Client.cpp, `fail_query_with_error`).
    pub(crate) fn bad(message: impl AsRef<str>) -> Self {
        let message = message.as_ref();
        let mut letters = message.chars();
        let first = letters.next().unwrap_or_default();
        let keeps = letters.next().is_some_and(|second| second == '_' || second.is_ascii_uppercase());
        let description = if keeps {
            format!("Bad Request: {message}")
        } else {
            format!("Bad Request: {}{}", first.to_ascii_lowercase(), letters_after_first(message))
        };
        Self { code: 400, description: description.into(), retry_after: None }
    }

    /// 429 with the seconds to wait.
    pub(crate) fn too_many(seconds: u32) -> Self {
        let description = format!("Too Many Requests: retry after {seconds}").into();
        Self { code: 429, description, retry_after: Some(seconds) }
    }
}

fn letters_after_first(message: &str) -> &str {
    message.char_indices().nth(1).map_or("", |(at, _)| &message[at..])
}

/// The refusals that need no words of their own. Texts are those of Client.cpp and `ClientManager.cpp`, v10.0.
pub(crate) mod refusals {
    use super::ApiError;

    pub(crate) const INVALID_TOKEN: ApiError = ApiError::fixed(401, "Unauthorized: invalid token specified");
    pub(crate) const UNAUTHORIZED: ApiError = ApiError::fixed(401, "Unauthorized");
    pub(crate) const NOT_FOUND: ApiError = ApiError::fixed(404, "Not Found");
    pub(crate) const NO_METHOD: ApiError = ApiError::fixed(404, "Not Found: method not found");
    pub(crate) const CHAT_EMPTY: ApiError = ApiError::fixed(400, "Bad Request: chat_id is empty");
    pub(crate) const CHAT_NOT_FOUND: ApiError = ApiError::fixed(400, "Bad Request: chat not found");
    pub(crate) const BLOCKED: ApiError = ApiError::fixed(403, "Forbidden: bot was blocked by the user");
    pub(crate) const DEACTIVATED: ApiError = ApiError::fixed(403, "Forbidden: user is deactivated");
    pub(crate) const NOT_STARTED: ApiError =
        ApiError::fixed(403, "Forbidden: bot can't initiate conversation with a user");
    pub(crate) const TO_ITSELF: ApiError =
        ApiError::fixed(403, "Forbidden: the bot can't send messages to the bot");
    pub(crate) const NOT_MODIFIED: ApiError = ApiError::fixed(
        400,
        "Bad Request: message is not modified: specified new message content and reply markup are exactly \
         the same as a current content and reply markup of the message",
    );
    pub(crate) const EDIT_NOT_FOUND: ApiError =
        ApiError::fixed(400, "Bad Request: message to edit not found");
    pub(crate) const CANNOT_EDIT: ApiError = ApiError::fixed(400, "Bad Request: message can't be edited");
    pub(crate) const DELETE_NOT_FOUND: ApiError =
        ApiError::fixed(400, "Bad Request: message to delete not found");
    pub(crate) const CANNOT_DELETE: ApiError =
        ApiError::fixed(400, "Bad Request: message can't be deleted for everyone");
    pub(crate) const NO_MESSAGE_ID: ApiError =
        ApiError::fixed(400, "Bad Request: message identifier is not specified");
    pub(crate) const OLD_QUERY: ApiError = ApiError::fixed(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
    );
    pub(crate) const WEBHOOK_ACTIVE: ApiError = ApiError::fixed(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the \
         webhook first",
    );
    pub(crate) const OTHER_POLL: ApiError = ApiError::fixed(
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    );
    pub(crate) const WEBHOOK_SET: ApiError =
        ApiError::fixed(409, "Conflict: terminated by setWebhook request");
    pub(crate) const BAD_GATEWAY: ApiError = ApiError::fixed(502, "Bad Gateway");
}

/// `{"ok":true,"result":…}`.
pub(crate) fn success(done: &Done) -> Vec<u8> {
    let mut body = Vec::with_capacity(done.json.len() + 32);
    body.extend_from_slice(b"{\"ok\":true,\"result\":");
    body.extend_from_slice(&done.json);
    if let Some(remark) = done.remark {
        body.extend_from_slice(b",\"description\":\"");
        body.extend_from_slice(remark.as_bytes());
        body.push(b'"');
    }
    body.push(b'}');
    body
}

/// `{"ok":false,"error_code":…,"description":…}`.
pub(crate) fn failure(error: &ApiError) -> Vec<u8> {
    #[derive(Serialize)]
    struct Parameters {
        retry_after: u32,
    }
    #[derive(Serialize)]
    struct Envelope<'a> {
        ok: bool,
        error_code: u16,
        description: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        parameters: Option<Parameters>,
    }
    json(&Envelope {
        ok: false,
        error_code: error.code,
        description: &error.description,
        parameters: error.retry_after.map(|retry_after| Parameters { retry_after }),
    })
}

/// JSON as Telegram writes it: every character beyond ASCII as `\uXXXX` (JsonBuilder.cpp).
pub(crate) fn json(value: &(impl Serialize + ?Sized)) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(512);
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Ascii);
    value.serialize(&mut serializer).expect("plain values with text keys always serialise");
    bytes
}

struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: ?Sized + io::Write>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        if fragment.is_ascii() {
            return CompactFormatter.write_string_fragment(writer, fragment);
        }
        let mut units = [0; 2];
        for part in fragment.split_inclusive(|letter: char| !letter.is_ascii()) {
            let Some(last) = part.chars().next_back() else { continue };
            if last.is_ascii() {
                writer.write_all(part.as_bytes())?;
                continue;
            }
            writer.write_all(&part.as_bytes()[..part.len() - last.len_utf8()])?;
            for unit in last.encode_utf16(&mut units) {
                writer.write_all(&escaped(*unit))?;
            }
        }
        Ok(())
    }
}

fn escaped(unit: u16) -> [u8; 6] {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let digit = |shift: u16| HEX[usize::from((unit >> shift) & 0xf)];
    [b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]
}
