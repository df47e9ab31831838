//! The courier: carries notices from the outbox to people, worded in their language at the moment of sending.

use super::until;
use crate::{
    domain::{Lane, Language, Notice, NoticeId},
    i18n::Tr,
    service::{Brief, Claimed, Ending, Services, Subject},
    telegram::client::{CallError, Client},
    view::{Screen, notices, ticket},
};
use chrono::TimeDelta;
use std::{
    collections::HashSet,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::sleep,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Notices of one lane on their way at the same time. Each lane has its own, so that a lane that waits for the budget
/// holds up no other.
const AT_ONCE: usize = 32;
/// Tries before a notice is given up.
const MOST_TRIES: u32 = 8;

/// Carries notices until `stop`, then waits for those on their way.
pub async fn run(client: Client, services: Services, username: String, stop: CancellationToken) {
    let pressed = AtomicBool::new(false);
    let courier = Arc::new(Courier { client, services, username, flying: Mutex::default(), pressed });
    let lanes = Lane::ALL.map(|_| Arc::new(Semaphore::new(AT_ONCE)));
    let tasks = TaskTracker::new();
    let bell = courier.services.bell().clone();
    loop {
        let rung = bell.notified();
        let wait = match courier.load(&lanes, &tasks).await {
            Ok(wait) => wait,
            Err(fault) => {
                tracing::error!(%fault, "courier waits");
                Duration::from_secs(1)
            }
        };
        tokio::select! {
            () = sleep(wait) => {}
            () = rung => {}
            () = stop.cancelled() => break,
        }
    }
    tasks.close();
    tasks.wait().await;
}

struct Courier {
    client: Client,
    services: Services,
    username: String,
    /// Notices on their way. They wait for the budget as long as it takes, so their leases may end meanwhile.
    flying: Mutex<HashSet<NoticeId>>,
    /// More may be due than there are hands: whoever comes back rings.
    pressed: AtomicBool,
}

impl Courier {
    /// Claims what is due and sends it on its way. Returns how long there is nothing to do.
    async fn load(
        self: &Arc<Self>,
        lanes: &[Arc<Semaphore>; Lane::ALL.len()],
        tasks: &TaskTracker,
    ) -> crate::service::Result<Duration> {
        let (due, lease_ends) = self.services.next_notice().await?;
        let now = self.services.now();
        if lease_ends.is_some_and(|ends| ends <= now) && self.pick_up().await? {
            return Ok(Duration::ZERO);
        }
        if due.is_none_or(|due| due > now) {
            return Ok(until(due, now));
        }
        // Before the hands are counted: whoever comes back from now on rings.
        self.pressed.store(true, Ordering::SeqCst);
        let mut free = Lane::ALL.map(|lane| (lane, lanes[lane as usize].available_permits() as u32));
        for claimed in self.services.claim_notices(&free).await? {
            let lane = claimed.notice.lane() as usize;
            free[lane].1 = free[lane].1.saturating_sub(1);
            let slots = &lanes[lane];
            if let Ok(slot) = Arc::clone(slots).acquire_owned().await {
                self.flying().insert(claimed.id);
                let courier = Arc::clone(self);
                tasks.spawn(async move { courier.carry(claimed, slot).await });
            }
        }
        // Where a lane has used up its hands, more may be due; else one look tells when.
        let pressed = free.iter().any(|(_, hands)| *hands == 0);
        self.pressed.store(pressed, Ordering::SeqCst);
        Ok(if pressed { until(None, now) } else { Duration::ZERO })
    }

    /// Returns to the queue what nobody carries any more though its lease has ended. `false` if there is nothing.
    async fn pick_up(&self) -> crate::service::Result<bool> {
        let overdue = self.services.overdue_notices().await?;
        let lost: Vec<_> = overdue.into_iter().filter(|id| !self.flying().contains(id)).collect();
        for id in &lost {
            self.services.postpone_notice(*id, self.services.now(), true).await?;
        }
        Ok(!lost.is_empty())
    }

    fn flying(&self) -> MutexGuard<'_, HashSet<NoticeId>> {
        self.flying.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Carries one notice and records how it ended.
    async fn carry(&self, claimed: Claimed, slot: OwnedSemaphorePermit) {
        if let Err(fault) = self.deliver(&claimed).await {
            // The lease returns it to the queue.
            tracing::error!(%fault, kind = claimed.notice.kind(), "notice left on its way");
        }
        self.flying().remove(&claimed.id);
        drop(slot);
        if self.pressed.load(Ordering::SeqCst) {
            self.services.bell().notify_waiters();
        }
    }

    async fn deliver(&self, claimed: &Claimed) -> crate::service::Result<()> {
        let screen = match self.services.brief(claimed).await? {
            Some(brief) if !brief.reachable => {
                return self.services.finish_notice(claimed, Ending::Gone).await;
            }
            Some(brief) => self.word(&claimed.notice, &brief),
            None => None,
        };
        let Some(screen) = screen else { return self.services.finish_notice(claimed, Ending::Void).await };
        let fault = match self.client.show(claimed.notice.lane(), claimed.person.0, &screen).await {
            Ok(_) => return self.services.finish_notice(claimed, Ending::Sent).await,
            Err(CallError::Gone) => return self.services.finish_notice(claimed, Ending::Gone).await,
            Err(fault) => fault,
        };
        let (pause, uncertain) = match &fault {
            CallError::Later(wait) => (TimeDelta::from_std(*wait).unwrap_or(TimeDelta::minutes(1)), false),
            CallError::Broken { maybe_done } => {
                (TimeDelta::seconds(1 << claimed.attempt.min(9)), *maybe_done)
            }
            _ => (TimeDelta::seconds(30), false),
        };
        let asked_to_wait = matches!(fault, CallError::Later(_));
        if claimed.attempt >= MOST_TRIES && !asked_to_wait {
            tracing::error!(%fault, kind = claimed.notice.kind(), "notice given up");
            return self.services.finish_notice(claimed, Ending::Failed).await;
        }
        tracing::warn!(%fault, kind = claimed.notice.kind(), attempt = claimed.attempt, "notice postponed");
        self.services.postpone_notice(claimed.id, self.services.now() + pause, uncertain).await
    }

    /// The notice in the person's language; `None` when what it is about is missing.
    fn word(&self, notice: &Notice, brief: &Brief) -> Option<Screen> {
        let tr = Tr::new(brief.person.language.unwrap_or(Language::Kk), self.services.zone());
        let now = self.services.now();
        let (event, registration, secret) = match (&brief.subject, notice) {
            (_, Notice::DeadLetter { update }) => return Some(notices::dead_letter(&tr, *update)),
            (Subject::Registration { event, registration, ticket }, _) => (event, registration, ticket),
            (Subject::Bot, _) => return None,
        };
        let link = format!("https://t.me/{}?start=t_{secret}", self.username);
        let name = || brief.person.details.as_ref().map(|details| &details.name);
        Some(match notice {
            Notice::Ticket { .. } => ticket::ticket(&tr, event, registration, name()?, &link),
            Notice::MovedUp { .. } => notices::moved_up(&tr, event, registration, name()?, &link),
            Notice::SeatOffered { until, .. } => notices::seat_offered(&tr, event, registration, *until, now),
            Notice::OfferLapsed { .. } => notices::offer_lapsed(&tr, event),
            Notice::Reminder { .. } if tr.day(event.starts_at) > tr.day(now) => {
                notices::reminder_day(&tr, event, registration)
            }
            Notice::Reminder { .. } => notices::reminder_soon(&tr, event, registration, now),
            Notice::EventChanged { .. } => notices::event_changed(&tr, event, registration),
            Notice::EventCancelled { .. } => notices::event_cancelled(&tr, event),
            Notice::DeadLetter { .. } => return None,
        })
    }
}
