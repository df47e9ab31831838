//! Boards of doors: the messages that show a door to its staff, brought up to date while people come in. Decides nothing
//! about who is in.

use super::RECHECK;
use crate::{
    domain::{Board, Lane},
    i18n::Tr,
    service::{Held, Post, Result, Services},
    telegram::client::{CallError, Client},
    view::attendance,
};
use futures::future::try_join_all;
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often a board is brought up to date while its door changes: people read it, and an edit is a call too.
const SHOW_EVERY: Duration = Duration::from_secs(3);

/// Runs until `stop`: on one of the processes that share a database, while the others stand by.
pub async fn run(client: Client, services: Services, stop: CancellationToken) {
    while let Some(post) = services.await_post(Post::Boards, &stop).await {
        work(&client, &services, post, &stop).await;
    }
}

/// Looks at the boards until `stop`, or until the post is lost.
async fn work(client: &Client, services: &Services, mut post: Held, stop: &CancellationToken) {
    while post.is_ours().await {
        // Registered before looking, so that a knock in between is not missed.
        let knocked = services.knock().notified();
        let are_up = match turn(client, services).await {
            Ok(up) => up > 0,
            Err(fault) => {
                tracing::error!(%fault, "boards wait");
                true
            }
        };
        let wait = if are_up || services.is_shared() { SHOW_EVERY } else { RECHECK };
        tokio::select! {
            () = sleep(wait) => {}
            // While boards are up they are looked at anyway, and none of them more often.
            () = knocked, if !are_up => {}
            () = stop.cancelled() => return,
        }
    }
    tracing::warn!("the post of the boards was lost with its connection");
}

/// Brings every board up to date. Returns how many are up.
async fn turn(client: &Client, services: &Services) -> Result<usize> {
    let (up, stale) = services.stale_boards().await?;
    // At the same time: one whose chat has to wait does not hold up the others.
    try_join_all(stale.iter().map(|board| redraw(client, services, board))).await?;
    Ok(up)
}

async fn redraw(client: &Client, services: &Services, board: &Board) -> Result<()> {
    let Some(door) = services.door_of(board).await? else {
        return services.take_down(board.person, Some(board.message)).await;
    };
    let tr = Tr::new(board.language, services.zone());
    let screen = attendance::door(&tr, &door.event, &door.counts, &door.last, door.keys);
    // Not as an answer to anybody: it waits behind those.
    match client.redraw(Lane::Reminders, board.person.0, board.message, &screen).await {
        Ok(()) => services.set_shown(board, &door.mark()).await,
        Err(CallError::NotEditable | CallError::Gone | CallError::Refused(_)) => {
            services.take_down(board.person, Some(board.message)).await
        }
        Err(fault) => {
            tracing::debug!(%fault, "a board is not up to date");
            Ok(())
        }
    }
}
