//! Invitations to work at events: what a link offers, and taking it. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit},
    memory::MemoryError,
};
use crate::{
    domain::{Issued, ScopeId, Secret, Taken},
    view::{Reply, Screen, invitations},
};

/// What the link offers. Nothing happens yet: previews and mistaken taps open links too.
pub(super) async fn opened(visit: &Visit, secret: &str) -> Result<Screen, MemoryError> {
    let Some(secret) = Secret::parse(secret) else { return Ok(invitations::dead(&visit.tr)) };
    let services = &visit.bot.services;
    Ok(match services.offer(&visit.actor, &secret).await? {
        Some(offer) => invitations::offer(&visit.tr, &offer, &secret, services.now()),
        None => invitations::dead(&visit.tr),
    })
}

/// Takes it, for an organisation of theirs where one must be named.
pub(super) async fn take(visit: &Visit, secret: &Secret, scope: Option<ScopeId>) -> Replies {
    let services = &visit.bot.services;
    let taken = services.redeem(&visit.actor, secret, scope, visit.name.as_ref()).await?;
    let mut replies = vec![Reply::Redraw(invitations::taken(&visit.tr, &taken))];
    if matches!(taken, Taken::Done(_)) {
        let role = services.role_now(visit.actor.person).await?;
        replies.push(Reply::Menu(visit.actor.person, role));
    }
    Ok(replies)
}

/// The screen of a link that was just made.
pub(super) fn issued(visit: &Visit, issued: &Issued) -> Screen {
    let link = format!("https://t.me/{}?start=i_{}", visit.bot.username, issued.secret.as_str());
    invitations::issued(&visit.tr, issued, &link, visit.bot.services.now())
}
