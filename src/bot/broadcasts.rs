//! Broadcasts in the hands of whoever may control them: how far one is, and what is done about it. Part of the actions, in
//! a file of its own; how one is written is in `compose`.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::MemoryError,
};
use crate::{
    domain::{Broadcast, BroadcastId, BroadcastStatus, Role},
    view::{Act, Reply, Screen, broadcasts},
};

/// A page of the list.
pub(super) async fn list(visit: &Visit, page: u32) -> Replies {
    let found = visit.bot.services.broadcasts(&visit.actor, page).await?;
    redraw(broadcasts::list(&visit.tr, found.turn(page), &found.items, visit.bot.services.now()))
}

/// Does what a button of a broadcast says. What could not be done any more shows how it stands instead.
pub(super) async fn act(visit: &Visit, id: BroadcastId, act: Act) -> Replies {
    let (services, actor) = (&visit.bot.services, &visit.actor);
    match act {
        Act::Look => redraw(screen(visit, id).await?),
        Act::Stop => redraw(broadcasts::stop(&visit.tr, &services.broadcast(actor, id).await?)),
        Act::Withdraw => redraw(broadcasts::withdraw(&visit.tr, &services.broadcast(actor, id).await?)),
        Act::List => {
            let overview = services.broadcast(actor, id).await?;
            let deliveries = services.list_deliveries(actor, id).await?;
            show(broadcasts::file(&visit.tr, &overview.broadcast, &deliveries))
        }
        Act::Pause => done(visit, id, services.pause_broadcast(actor, id).await?).await,
        Act::Resume => done(visit, id, services.resume_broadcast(actor, id).await?).await,
        Act::StopSure => done(visit, id, services.stop_broadcast(actor, id).await?).await,
        Act::Late => done(visit, id, services.send_to_latecomers(actor, id).await?).await,
        Act::Again => done(visit, id, services.send_again(actor, id).await?).await,
        Act::WithdrawSure => done(visit, id, services.withdraw_broadcast(actor, id).await?).await,
        Act::Approve => done(visit, id, services.judge_broadcast(actor, id, true).await?).await,
        Act::Refuse => done(visit, id, services.judge_broadcast(actor, id, false).await?).await,
        Act::Correct => visit.correct(id).await,
    }
}

/// How it stands now, with a word if nothing was done.
pub(super) async fn done(visit: &Visit, id: BroadcastId, done: Option<Broadcast>) -> Replies {
    let mut replies = vec![Reply::Redraw(screen(visit, id).await?)];
    if done.is_none() {
        replies.push(Reply::Toast(broadcasts::too_late(&visit.tr)));
    }
    Ok(replies)
}

/// How far it is.
pub(super) async fn screen(visit: &Visit, id: BroadcastId) -> Result<Screen, MemoryError> {
    let services = &visit.bot.services;
    let overview = services.broadcast(&visit.actor, id).await?;
    // Wherever an admin meets a proposal, they can answer it.
    let is_asked = visit.role == Role::Admin && overview.broadcast.status == BroadcastStatus::Proposed;
    let screen = if is_asked { broadcasts::proposal } else { broadcasts::progress };
    Ok(screen(&visit.tr, &overview, services.now()))
}
