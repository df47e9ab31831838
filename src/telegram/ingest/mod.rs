//! From Telegram to the inbox, by long polling or by webhook: stored first, confirmed after. What updates mean is not
//! known here.

pub mod poll;
pub mod webhook;

use super::{read, workers::Workers};
use crate::service::Received;
use teloxide::types::AllowedUpdate;

/// Kinds of updates this bot asks for; everything else Telegram keeps to itself.
pub fn kinds() -> Vec<AllowedUpdate> {
    vec![
        AllowedUpdate::Message,
        AllowedUpdate::CallbackQuery,
        AllowedUpdate::MyChatMember,
        AllowedUpdate::InlineQuery,
        AllowedUpdate::ChosenInlineResult,
    ]
}

/// Hands over at once what is not worth storing and gives the rest back. Telegram sends an inline query at every letter
/// and forgets it after half a minute itself: one that finds nobody free is forgotten here too.
fn lasting(updates: Vec<Received>, workers: &Workers) -> Vec<Received> {
    let (fleeting, lasting): (Vec<_>, _) =
        updates.into_iter().partition(|update| read::is_fleeting(&update.body));
    for update in fleeting {
        workers.pass(update);
    }
    lasting
}
