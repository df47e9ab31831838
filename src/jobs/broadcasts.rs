//! Broadcasts under way: begins them when their time has come, hands them to the outbox part by part, and keeps the message
//! up to date that shows their author how far they are. Sends none of them itself: see `courier`.

use super::until;
use crate::{
    domain::{Broadcast, BroadcastId, BroadcastStatus, Lane, Overview, Tally},
    i18n::Tr,
    service::{Held, Post, Result, Services},
    telegram::client::{CallError, Client},
    view::{Screen, broadcasts},
};
use std::{collections::HashMap, time::Duration};
use tokio::time::{Instant, sleep};
use tokio_util::sync::CancellationToken;

/// How often those under way are fed.
const FEED_EVERY: Duration = Duration::from_millis(200);
/// How often the progress is shown while it changes: an author reads, and an edit is a call too.
const SHOW_EVERY: Duration = Duration::from_secs(3);
/// How often a shared database is looked at: what other processes do rings no gong here.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What an author saw last.
type Shown = HashMap<BroadcastId, (Instant, BroadcastStatus, Tally, Tally)>;

/// Runs until `stop`: on one of the processes that share a database, while the others stand by.
pub async fn run(client: Client, services: Services, stop: CancellationToken) {
    while let Some(post) = services.await_post(Post::Broadcasts, &stop).await {
        work(&client, &services, post, &stop).await;
    }
}

/// Does what there is to do until `stop`, or until the post is lost.
async fn work(client: &Client, services: &Services, mut post: Held, stop: &CancellationToken) {
    let (gong, mut shown) = (services.gong().clone(), Shown::new());
    while post.is_ours().await {
        // Registered before looking, so that a stroke in between is not missed.
        let struck = gong.notified();
        let wait = match turn(client, services, &mut shown).await {
            Ok(wait) if services.is_shared() => wait.min(LOOK_EVERY),
            Ok(wait) => wait,
            Err(fault) => {
                tracing::error!(%fault, "broadcasts wait");
                Duration::from_secs(1)
            }
        };
        tokio::select! {
            () = sleep(wait) => {}
            () = struck => {}
            () = stop.cancelled() => return,
        }
    }
    tracing::warn!("the post of the broadcasts was lost with its connection");
}

/// Takes every broadcast a step further. Returns how long there is nothing to do.
async fn turn(client: &Client, services: &Services, shown: &mut Shown) -> Result<Duration> {
    let mut wait = until(None, services.now());
    let open = services.open_broadcasts().await?;
    // Whoever paused or stopped one sees that it stands still.
    let gone: Vec<_> = shown.keys().filter(|id| !open.iter().any(|one| one.id == **id)).copied().collect();
    for id in gone {
        show(client, services, shown, id, true).await?;
        shown.remove(&id);
    }
    for broadcast in open {
        let next = match broadcast.status {
            BroadcastStatus::Scheduled => {
                if let Some(due) = services.start_broadcast(broadcast.id).await? {
                    until(Some(due), services.now())
                } else {
                    // Begun, or standing still because its event was cancelled: its author is told either way.
                    show(client, services, shown, broadcast.id, false).await?;
                    Duration::ZERO
                }
            }
            _ => run_on(client, services, shown, &broadcast).await?,
        };
        wait = wait.min(next);
    }
    Ok(wait)
}

/// Feeds a running one.
async fn run_on(
    client: &Client,
    services: &Services,
    shown: &mut Shown,
    broadcast: &Broadcast,
) -> Result<Duration> {
    // Shown first: its author sees that it has begun before anybody gets it.
    show(client, services, shown, broadcast.id, false).await?;
    let is_through = services.feed(broadcast).await?;
    Ok(if is_through { Duration::ZERO } else { FEED_EVERY })
}

/// Shows the author how far it is: in the message that shows it already, unless that is gone. One that was paused by itself
/// is news, and comes as a message of its own.
async fn show(
    client: &Client,
    services: &Services,
    shown: &mut Shown,
    id: BroadcastId,
    is_last: bool,
) -> Result<()> {
    let seen = shown.get(&id);
    if !is_last && seen.is_some_and(|(at, ..)| at.elapsed() < SHOW_EVERY) {
        return Ok(());
    }
    let Some(overview) = services.overview(id).await? else { return Ok(()) };
    let now = (overview.broadcast.status, overview.tally, overview.task);
    if seen.is_none_or(|(_, status, tally, task)| (*status, *tally, *task) != now) {
        let is_news = overview.broadcast.fault.is_some();
        let message = overview.broadcast.progress.filter(|_| !is_news);
        let screen = screen(services, &overview);
        let told = tell(client, overview.broadcast.author.0, message, &screen).await;
        if told != message {
            services.set_progress(id, told).await?;
        }
    }
    shown.insert(id, (Instant::now(), now.0, now.1, now.2));
    Ok(())
}

/// Turns the message into the screen, or sends a new one. Returns which message shows it; a broadcast does not wait for an
/// author who cannot be told.
async fn tell(client: &Client, author: i64, message: Option<i32>, screen: &Screen) -> Option<i32> {
    if let Some(message) = message {
        match client.redraw(Lane::Interactive, author, message, screen).await {
            Err(CallError::NotEditable) => {}
            Err(fault) => {
                tracing::debug!(%fault, "the progress of a broadcast is not up to date");
                return Some(message);
            }
            Ok(()) => return Some(message),
        }
    }
    client.show(Lane::MustKnow, author, screen).await.ok()
}

/// The screen of its progress in its author's language.
fn screen(services: &Services, overview: &Overview) -> Screen {
    let tr = Tr::new(overview.language, services.zone());
    broadcasts::progress(&tr, overview, services.now())
}
