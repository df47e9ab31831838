//! Cards in other chats: what is offered to who writes `@bot words` there, and remembering what they chose. Nobody is
//! noted down for it.

use super::route::{Bot, trouble};
use crate::{
    domain::{Language, PersonId},
    i18n::Tr,
    service::{Actor, Error, INLINE_PAGE},
    telegram::{client::CallError, workers::Trouble},
    view::inline,
};

/// What somebody writes after the bot's name in any chat.
pub(super) struct Asked<'a> {
    pub(super) query: &'a str,
    pub(super) person: PersonId,
    /// The language of their Telegram, if it is one of ours.
    pub(super) named: Option<Language>,
    pub(super) words: &'a str,
    /// Where the list goes on; empty at its beginning.
    pub(super) offset: &'a str,
}

/// Offers the events that fit. An answer that comes too late is of use to nobody and no fault.
pub(super) async fn offer(bot: &Bot, asked: Asked<'_>) -> Result<(), Trouble> {
    let services = &bot.services;
    let known = services.language_of(asked.person).await.map_err(|fault| trouble(&fault))?;
    let tr = Tr::new(known.or(asked.named).unwrap_or(Language::Kk), services.zone());
    let page = asked.offset.parse().unwrap_or(0);
    let found = services.inline_cards(asked.words, page).await.map_err(|fault| trouble(&fault))?;
    let now = services.now();
    let entries: Vec<_> = found
        .items
        .iter()
        .map(|(event, seats)| inline::entry(&tr, event, *seats, &bot.username, now))
        .collect();
    let is_last = page.saturating_add(1) >= found.total.div_ceil(INLINE_PAGE);
    let next = if is_last { String::new() } else { (page + 1).to_string() };
    match bot.client.offer(asked.query, &entries, &next).await {
        Ok(()) => Ok(()),
        Err(fault @ (CallError::Later(_) | CallError::Broken { .. })) => {
            Err(Trouble::Passing(fault.to_string()))
        }
        Err(fault) => Err(Trouble::Lasting(fault.to_string())),
    }
}

/// Remembers the copy that was sent, so that its seats stay right. Telegram names it only if it has a button.
pub(super) async fn chosen(
    bot: &Bot,
    actor: &Actor,
    entry: &str,
    message: Option<String>,
) -> Result<(), Trouble> {
    let Some(copy) = message.and_then(|message| inline::chosen(entry, message)) else { return Ok(()) };
    match bot.services.keep_copy(actor, &copy).await {
        Ok(()) | Err(Error::Repeated) => Ok(()),
        Err(fault) => Err(trouble(&fault)),
    }
}
