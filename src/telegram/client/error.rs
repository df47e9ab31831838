//! What can become of a call, and which answer of Telegram leads where. Decides nothing about what to do then.

use std::time::Duration;
use thiserror::Error;

/// Why a call came to nothing. No variant carries the token, a name or what people wrote.
///
/// | answer | leads to |
/// |---|---|
/// | 403 of any wording: blocked, deactivated, never started, kicked, deleted | [`Gone`](Self::Gone) |
/// | 400 `chat not found`, `user not found`, `PEER_ID_INVALID`, `…deactivated`, `group chat was upgraded…` | [`Gone`](Self::Gone) |
/// | 429 | [`Later`](Self::Later) |
/// | 400 `message to edit not found`, `message can't be edited`, `there is no text in the message to edit`, `MESSAGE_ID_INVALID`, `message can't be deleted…` | [`NotEditable`](Self::NotEditable) |
/// | 400 `message is not modified…` to an edit, `query is too old…` to an answer, `message to delete not found` to a removal | success |
/// | any other 4xx, 3xx; a link that is no address | [`Refused`](Self::Refused) |
/// | 504; no answer; an answer that cannot be read | [`Broken`](Self::Broken), perhaps done |
/// | any other 5xx; no connection | [`Broken`](Self::Broken), not done |
///
/// The wordings are those of the open Bot API server (`Client.cpp`), compared without regard to case.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CallError {
    /// The person cannot be reached in this chat until they come back by themselves.
    #[error("the chat cannot be reached")]
    Gone,
    /// Too many calls; this chat may be tried again after this time. The budget knows.
    #[error("Telegram asks to wait {} s", .0.as_secs())]
    Later(Duration),
    /// The call is wrong and would be refused again: our fault. The reason in Telegram's words, without quotations.
    #[error("Telegram refused the call: {0}")]
    Refused(String),
    /// The old message cannot be changed or removed; a new one can be shown.
    #[error("the message cannot be changed")]
    NotEditable,
    /// No usable answer.
    #[error("Telegram could not be reached{}", if *.maybe_done { " or did not answer" } else { "" })]
    Broken {
        /// False only when the call surely did not arrive.
        maybe_done: bool,
    },
}

/// Telegram's own words with a failed call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// Error code of the answer or, without one, the HTTP status.
    pub(super) code: u16,
    /// As sent; may quote what was in the call.
    pub(super) description: String,
    /// Seconds to wait, with 429.
    pub(super) retry_after: Option<u32>,
}

/// Wait this long after a 429 that names no time, in seconds.
const UNNAMED_WAIT: u32 = 5;

/// Longest description that is kept, in characters.
const LONGEST_REASON: usize = 200;

const GONE: [&str; 5] =
    ["chat not found", "user not found", "peer_id_invalid", "deactivated", "group chat was upgraded"];

const NOT_EDITABLE: [&str; 5] = [
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "message_id_invalid",
    "message can't be deleted",
];

impl Refusal {
    /// Whether the description contains these words, given in lower case.
    pub(super) fn says(&self, words: &str) -> bool {
        self.description.to_lowercase().contains(words)
    }

    /// What it means to a caller.
    pub(super) fn meaning(&self) -> CallError {
        match self.code {
            429 => {
                let seconds = self.retry_after.unwrap_or(UNNAMED_WAIT);
                CallError::Later(Duration::from_secs(u64::from(seconds)))
            }
            403 => CallError::Gone,
            400 if GONE.iter().any(|words| self.says(words)) => CallError::Gone,
            400 if NOT_EDITABLE.iter().any(|words| self.says(words)) => CallError::NotEditable,
            // A gateway that gave up waiting does not know; every other 5xx was answered instead of doing what was asked.
            504 => CallError::Broken { maybe_done: true },
            500.. => CallError::Broken { maybe_done: false },
            code if self.description.is_empty() => CallError::Refused(format!("HTTP {code}")),
            _ => CallError::Refused(unquoted(&self.description)),
        }
    }
}

/// Leaves out what the description quotes, since that came from the call and may be what a person wrote.
fn unquoted(description: &str) -> String {
    let mut plain = description.to_owned();
    if let (Some(from), Some(to)) = (plain.find('"'), plain.rfind('"')) {
        plain.replace_range(from..=to, "…");
    }
    // A single quotation mark opens only after a space: those within words are apostrophes.
    if let (Some(from), Some(to)) = (plain.find(" '"), plain.rfind('\'')) {
        plain.replace_range(from + 1..=to.max(from + 1), "…");
    }
    plain.chars().take(LONGEST_REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(code: u16, description: &str) -> CallError {
        Refusal { code, description: description.into(), retry_after: None }.meaning()
    }

    #[test]
    fn every_known_answer_leads_where_the_table_says() {
        for (code, description) in [
            (403, "Forbidden: bot was blocked by the user"),
            (403, "Forbidden: user is deactivated"),
            (403, "Forbidden: bot can't initiate conversation with a user"),
            (403, "Forbidden: bot was kicked from the supergroup chat"),
            (400, "Bad Request: chat not found"),
            (400, "Bad Request: PEER_ID_INVALID"),
            (400, "Bad Request: INPUT_USER_DEACTIVATED"),
            (400, "Bad Request: group chat was upgraded to a supergroup chat"),
        ] {
            assert_eq!(meaning(code, description), CallError::Gone, "{description}");
        }
        for description in [
            "Bad Request: message to edit not found",
            "Bad Request: message can't be edited",
            "Bad Request: there is no text in the message to edit",
            "Bad Request: message can't be deleted for everyone",
        ] {
            assert_eq!(meaning(400, description), CallError::NotEditable, "{description}");
        }
        for (code, maybe_done) in [(500, false), (502, false), (504, true)] {
            assert_eq!(meaning(code, ""), CallError::Broken { maybe_done });
        }
        assert_eq!(meaning(413, ""), CallError::Refused("HTTP 413".into()));
        assert_eq!(meaning(401, "Unauthorized"), CallError::Refused("Unauthorized".into()));
        assert_eq!(meaning(429, ""), CallError::Later(Duration::from_secs(5)));
    }

    #[test]
    fn a_reason_quotes_nothing_of_the_call() {
        for (description, reason) in [
            (
                "can't find end tag corresponding to start tag \"Айгүл\"",
                "can't find end tag corresponding to start tag …",
            ),
            ("expected \"</b>\", found \"Айгүл\" at byte offset 3", "expected … at byte offset 3"),
            (
                "inline keyboard button URL 'http://Айгүл' is invalid: x",
                "inline keyboard button URL … is invalid: x",
            ),
            ("message text is empty", "message text is empty"),
            ("odd ' one", "odd … one"),
            ("odd '", "odd …"),
            ("odd \" one", "odd … one"),
        ] {
            assert_eq!(unquoted(description), reason);
        }
        assert_eq!(unquoted(&"я".repeat(500)).chars().count(), LONGEST_REASON);
    }
}
