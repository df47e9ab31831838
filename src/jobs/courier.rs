//! The courier: carries notices from the outbox to people, worded in their language at the moment of sending.

use super::{replica::SETTLING_IN, until};
use crate::{
    domain::{Lane, Language, Notice},
    i18n::Tr,
    service::{Brief, Claimed, Ending, Result, Services, Subject},
    telegram::client::{CallError, Client},
    view::{Screen, notices, ticket},
};
use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use std::{
    panic::AssertUnwindSafe,
    sync::{
        Arc,
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

/// How often a shared database is looked at, where other processes enqueue too.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What became of a try.
#[derive(Clone, Copy)]
enum Outcome {
    /// Nothing more is to be done.
    Ended(Ending),
    /// It is tried again. `uncertain` when it may have arrived all the same.
    Postponed { pause: TimeDelta, uncertain: bool },
}

/// Carries notices until `stop`, then waits for those on their way.
pub async fn run(client: Client, services: Services, username: String, stop: CancellationToken) {
    let pressed = AtomicBool::new(false);
    let courier = Arc::new(Courier { client, services, username, stop: stop.clone(), pressed });
    let lanes = Lane::ALL.map(|_| Arc::new(Semaphore::new(AT_ONCE)));
    let tasks = TaskTracker::new();
    let bell = courier.services.bell().clone();
    if courier.services.is_shared() {
        sleep(SETTLING_IN).await;
    }
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
    stop: CancellationToken,
    /// More may be due than there are hands: whoever comes back rings.
    pressed: AtomicBool,
}

impl Courier {
    /// Claims what is due and sends it on its way. Returns how long there is nothing to do.
    async fn load(
        self: &Arc<Self>,
        lanes: &[Arc<Semaphore>; Lane::ALL.len()],
        tasks: &TaskTracker,
    ) -> Result<Duration> {
        let due = self.services.next_notice().await?;
        let now = self.services.now();
        if due.is_none_or(|due| due > now) {
            return Ok(self.until(due, now));
        }
        // Before the hands are counted: whoever comes back from now on rings.
        self.pressed.store(true, Ordering::SeqCst);
        let mut free = Lane::ALL.map(|lane| (lane, lanes[lane as usize].available_permits() as u32));
        for claimed in self.services.claim_notices(&free).await? {
            let lane = claimed.notice.lane() as usize;
            free[lane].1 = free[lane].1.saturating_sub(1);
            let slots = &lanes[lane];
            if let Ok(slot) = Arc::clone(slots).acquire_owned().await {
                let courier = Arc::clone(self);
                tasks.spawn(async move { courier.carry(claimed, slot).await });
            }
        }
        // Where a lane has used up its hands, more may be due; else one look tells when.
        let pressed = free.iter().any(|(_, hands)| *hands == 0);
        self.pressed.store(pressed, Ordering::SeqCst);
        Ok(if pressed { self.until(None, now) } else { Duration::ZERO })
    }

    /// How long to sleep until `due`. What another process enqueues rings no bell here.
    fn until(&self, due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Duration {
        let wait = until(due, now);
        if self.services.is_shared() { wait.min(LOOK_EVERY) } else { wait }
    }

    /// Carries one notice and records how it ended.
    async fn carry(&self, claimed: Claimed, slot: OwnedSemaphorePermit) {
        let outcome = match AssertUnwindSafe(self.deliver(&claimed)).catch_unwind().await {
            Ok(outcome) => outcome,
            Err(_panic) => Outcome::Postponed { pause: TimeDelta::minutes(1), uncertain: true },
        };
        self.record(&claimed, outcome).await;
        drop(slot);
        if self.pressed.load(Ordering::SeqCst) {
            self.services.bell().notify_waiters();
        }
    }

    /// Records how a notice ended, however often it takes: what is not on record is sent again after the next start.
    async fn record(&self, claimed: &Claimed, outcome: Outcome) {
        loop {
            let recorded = match outcome {
                Outcome::Ended(ending) => self.services.finish_notice(claimed, ending).await,
                Outcome::Postponed { pause, uncertain } => {
                    self.services.postpone_notice(claimed, self.services.now() + pause, uncertain).await
                }
            };
            let Err(fault) = recorded else { return };
            tracing::error!(%fault, kind = claimed.notice.kind(), "how a notice ended is not on record yet");
            tokio::select! {
                () = sleep(Duration::from_secs(1)) => {}
                () = self.stop.cancelled() => return,
            }
        }
    }

    async fn deliver(&self, claimed: &Claimed) -> Outcome {
        let screen = match self.services.brief(claimed).await {
            Ok(Some(brief)) if !brief.reachable => return Outcome::Ended(Ending::Gone),
            Ok(Some(brief)) => self.word(&claimed.notice, &brief),
            Ok(None) => None,
            Err(fault) => {
                tracing::warn!(%fault, kind = claimed.notice.kind(), "notice postponed");
                return Outcome::Postponed { pause: TimeDelta::seconds(1), uncertain: false };
            }
        };
        let Some(screen) = screen else { return Outcome::Ended(Ending::Void) };
        match self.client.show(claimed.notice.lane(), claimed.person.0, &screen).await {
            Ok(_) => Outcome::Ended(Ending::Sent),
            Err(CallError::Gone) => Outcome::Ended(Ending::Gone),
            Err(fault) => Self::again(claimed, &fault),
        }
    }

    /// When to try again after a fault, if at all.
    fn again(claimed: &Claimed, fault: &CallError) -> Outcome {
        let (pause, uncertain) = match fault {
            CallError::Later(wait) => (TimeDelta::from_std(*wait).unwrap_or(TimeDelta::minutes(1)), false),
            CallError::Broken { maybe_done } => {
                (TimeDelta::seconds(1 << claimed.attempt.min(9)), *maybe_done)
            }
            _ => (TimeDelta::seconds(30), false),
        };
        let asked_to_wait = matches!(fault, CallError::Later(_));
        if claimed.attempt >= MOST_TRIES && !asked_to_wait {
            tracing::error!(%fault, kind = claimed.notice.kind(), "notice given up");
            return Outcome::Ended(Ending::Failed);
        }
        tracing::warn!(%fault, kind = claimed.notice.kind(), attempt = claimed.attempt, "notice postponed");
        Outcome::Postponed { pause, uncertain }
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
