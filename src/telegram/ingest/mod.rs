//! From Telegram to the inbox, by long polling or by webhook: stored first, confirmed after. What updates mean is not
//! known here.

pub mod poll;
pub mod webhook;

use teloxide::types::AllowedUpdate;

/// Kinds of updates this bot asks for; everything else Telegram keeps to itself.
pub fn kinds() -> Vec<AllowedUpdate> {
    vec![AllowedUpdate::Message, AllowedUpdate::CallbackQuery, AllowedUpdate::MyChatMember]
}
