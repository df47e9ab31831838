//! Copies of an event's card that people send into chats of their own by way of the bot. Who sent one and where it stands
//! is not known and not asked.

use super::{EventId, Language};

/// A copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineCopy {
    /// Telegram's name for the message.
    pub id: String,
    /// Whose card it is.
    pub event: EventId,
    /// Its language.
    pub language: Language,
    /// Mark of what it shows; another mark says that it must be changed.
    pub shown: String,
}
