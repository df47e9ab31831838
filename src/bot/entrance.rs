//! Coming in by the code of a door, and showing that code. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw},
    memory::MemoryError,
};
use crate::{
    domain::{Entering, EventId},
    service::DoorCode,
    view::{Pass, Reply, Screen, entrance},
};

/// The code of a door was scanned.
pub(super) async fn look_in(visit: &Visit, code: &str) -> Result<Screen, MemoryError> {
    let services = &visit.bot.services;
    let (found, pass) = services.look_in(&visit.actor, code).await?;
    Ok(entrance::entrance(&visit.tr, &found, Pass::new(&pass).as_ref(), services.now()))
}

/// They are to be let in.
pub(super) async fn enter(visit: &Visit, how: Entering, pass: &Pass) -> Replies {
    let services = &visit.bot.services;
    let entered = services.come_in(&visit.actor, pass.as_str(), how).await?;
    redraw(entrance::entrance(&visit.tr, &entered, Some(pass), services.now()))
}

/// The code of this minute.
pub(super) async fn code(visit: &Visit, event: EventId) -> Replies {
    let Some(code) = visit.bot.services.door_code(&visit.actor, event).await? else {
        return visit.old_button();
    };
    let link = link(visit, &code.code);
    redraw(entrance::code(&visit.tr, &code.event, &link, code.until, code.paper.is_some()))
}

/// The code on paper.
pub(super) async fn paper(visit: &Visit, event: EventId) -> Replies {
    printed(visit, visit.bot.services.door_code(&visit.actor, event).await?)
}

/// Whether the code on paper is good.
pub(super) async fn set_paper(visit: &Visit, event: EventId, good: bool) -> Replies {
    printed(visit, visit.bot.services.set_printed(&visit.actor, event, good).await?)
}

fn printed(visit: &Visit, code: Option<DoorCode>) -> Replies {
    let Some(code) = code else { return visit.old_button() };
    let link = code.paper.as_deref().map(|paper| link(visit, paper));
    // A message of its own: what was printed before stays to look at.
    Ok(vec![Reply::Show(entrance::paper(&visit.tr, &code.event, link.as_deref()))])
}

fn link(visit: &Visit, code: &str) -> String {
    format!("https://t.me/{}?start=d_{code}", visit.bot.username)
}
