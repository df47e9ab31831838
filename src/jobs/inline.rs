//! Keeps the copies of cards in other people's chats up to date: seats, place and time, whether the event takes place.
//! Which copies there are is not decided here.

use crate::{
    domain::{Event, Lane, Language, Seats},
    i18n::Tr,
    service::{Held, Post, Result, Services},
    telegram::client::{CallError, Client},
    view::inline,
};
use std::time::Duration;
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// How often it is looked whether anything has changed.
const LOOK_EVERY: Duration = Duration::from_secs(5);
/// Copies of one card changed in one go.
const AT_ONCE: u32 = 50;

/// Runs until `stop`: on one of the processes that share a database, while the others stand by.
pub async fn run(client: Client, services: Services, username: String, stop: CancellationToken) {
    while let Some(post) = services.await_post(Post::Copies, &stop).await {
        look_after(&client, &services, &username, post, &stop).await;
    }
}

async fn look_after(
    client: &Client,
    services: &Services,
    username: &str,
    mut post: Held,
    stop: &CancellationToken,
) {
    while post.is_ours().await {
        if let Err(fault) = turn(client, services, username).await {
            tracing::error!(%fault, "copies of cards wait");
        }
        tokio::select! {
            () = sleep(LOOK_EVERY) => {}
            () = stop.cancelled() => return,
        }
    }
}

/// Brings every copy up to date that may be changed again, and forgets those of events that are over.
async fn turn(client: &Client, services: &Services, username: &str) -> Result<()> {
    for (event, seats) in services.copied_events().await? {
        let is_over = services.now() >= event.ends_at();
        let mut has_room = true;
        for language in Language::ALL {
            has_room = has_room && refresh(client, services, username, (&event, seats), language).await?;
        }
        if is_over {
            services.forget_copies(event.id).await?;
        }
        if !has_room {
            return Ok(());
        }
    }
    Ok(())
}

/// Changes the copies of a card in one language. `false` when Telegram asks to wait or cannot be reached.
async fn refresh(
    client: &Client,
    services: &Services,
    username: &str,
    (event, seats): (&Event, Seats),
    language: Language,
) -> Result<bool> {
    let tr = Tr::new(language, services.zone());
    let card = inline::card(&tr, event, seats, username, services.now());
    let mark = inline::mark(&card);
    for copy in services.stale_copies(event.id, language, &mark, AT_ONCE).await? {
        match client.redraw_copy(Lane::Broadcasts, &copy, &card).await {
            Ok(()) => services.note_copy(&copy, &mark).await?,
            Err(CallError::Later(_) | CallError::Broken { .. }) => return Ok(false),
            // Deleted, or its chat is gone: it will not come back.
            Err(fault) => {
                tracing::debug!(%fault, "a copy of a card is given up");
                services.forget_copy(&copy).await?;
            }
        }
    }
    Ok(true)
}
