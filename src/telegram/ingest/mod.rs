//! From Telegram to the inbox, by long polling or by webhook: stored first, confirmed after. What updates mean is not
//! known here.

pub mod poll;
pub mod webhook;

/// Kinds of updates this bot asks for; everything else Telegram keeps to itself.
pub const KINDS: [&str; 3] = ["message", "callback_query", "my_chat_member"];
