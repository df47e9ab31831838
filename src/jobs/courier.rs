//! The courier: carries notices from the outbox to people, worded in their language at the moment of sending.

use super::{replica::SETTLING_IN, until};
use crate::{
    domain::{BroadcastId, BroadcastStatus, Event, Host, Lane, Language, Name, Notice, Task},
    i18n::Tr,
    service::{Brief, Claimed, Ending, Result, Services, Subject},
    telegram::client::{CallError, Client},
    view::{Screen, broadcasts, feedback, notices, questions, reports, team, ticket},
};
use chrono::{DateTime, TimeDelta, Utc};
use futures::FutureExt;
use std::{
    collections::HashMap,
    panic::AssertUnwindSafe,
    sync::{
        Arc, Mutex, PoisonError,
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
/// The same of what is paid for, at up to 1,000 a second.
const PAID_AT_ONCE: usize = 128;
/// How often more of a lane is claimed whose turn at the budget is near.
const CLAIM_EVERY: Duration = Duration::from_millis(10);
/// So many messages of a broadcast refused one after the other, and it is paused.
const REFUSED_IN_A_ROW: u32 = 5;
/// Tries before a notice is given up.
const MOST_TRIES: u32 = 8;

/// How often a shared database is looked at, where other processes enqueue too.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// What became of a try.
enum Outcome {
    /// Nothing more is to be done.
    Ended(Ending),
    /// It is tried again. `uncertain` when it may have arrived all the same.
    Postponed { pause: TimeDelta, uncertain: bool },
}

/// Carries notices until `stop`, then waits for those on their way.
pub async fn run(client: Client, services: Services, username: String, stop: CancellationToken) {
    let pressed = AtomicBool::new(false);
    let refused = Mutex::default();
    let courier = Arc::new(Courier { client, services, username, stop: stop.clone(), pressed, refused });
    let hands = |lane| if lane == Lane::Paid { PAID_AT_ONCE } else { AT_ONCE };
    let lanes = Lane::ALL.map(|lane| Arc::new(Semaphore::new(hands(lane))));
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

/// How many more notices of a lane may be claimed.
#[derive(Clone, Copy)]
struct Free {
    room: u32,
    /// When there will be more room at the budget; `None` where only hands are missing, and whoever comes back rings.
    wait: Option<Duration>,
}

impl Free {
    fn of(lane: Lane, slots: &Semaphore, client: &Client) -> Self {
        let hands = slots.available_permits() as u32;
        // What may be late is claimed when its turn is near, so that a crash leaves little in doubt.
        match (lane, client.room(lane)) {
            (Lane::Interactive | Lane::MustKnow, _) => Self { room: hands, wait: None },
            (_, Ok(room)) if hands <= room => Self { room: hands, wait: None },
            (_, Ok(room)) => Self { room, wait: Some(CLAIM_EVERY) },
            (_, Err(wait)) => Self { room: 0, wait: Some(wait.max(CLAIM_EVERY)) },
        }
    }
}

struct Courier {
    client: Client,
    services: Services,
    username: String,
    stop: CancellationToken,
    /// More may be due than there are hands: whoever comes back rings.
    pressed: AtomicBool,
    /// How many messages of a broadcast Telegram has refused since it last took one.
    refused: Mutex<HashMap<BroadcastId, u32>>,
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
        let mut free = Lane::ALL.map(|lane| Free::of(lane, &lanes[lane as usize], &self.client));
        for claimed in self.services.claim_notices(&free.map(|free| free.room)).await? {
            let lane = claimed.notice.lane() as usize;
            free[lane].room = free[lane].room.saturating_sub(1);
            let slots = &lanes[lane];
            if let Ok(slot) = Arc::clone(slots).acquire_owned().await {
                let courier = Arc::clone(self);
                tasks.spawn(async move { courier.carry(claimed, slot).await });
            }
        }
        // Where a lane has used up its room, more may be due; else one look tells when.
        let used_up = || free.iter().filter(|free| free.room == 0);
        self.pressed.store(used_up().any(|free| free.wait.is_none()), Ordering::SeqCst);
        let wait = used_up().map(|free| free.wait.unwrap_or_else(|| self.until(None, now))).min();
        Ok(wait.unwrap_or_default())
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
            let recorded = match &outcome {
                Outcome::Ended(ending) => self.services.finish_notice(claimed, ending).await,
                Outcome::Postponed { pause, uncertain } => {
                    self.services.postpone_notice(claimed, self.services.now() + *pause, *uncertain).await
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
        let brief = match self.services.brief(claimed).await {
            Ok(Some(brief)) if !brief.reachable => return Outcome::Ended(Ending::Gone),
            Ok(Some(brief)) => brief,
            Ok(None) => return Outcome::Ended(Ending::Void),
            Err(fault) => {
                tracing::warn!(%fault, kind = claimed.notice.kind(), "notice postponed");
                return Outcome::Postponed { pause: TimeDelta::seconds(1), uncertain: false };
            }
        };
        let (lane, chat) = (claimed.notice.lane(), claimed.person.0);
        let delivered = match &brief.subject {
            Subject::Delivery { broadcast, .. } if broadcast.status == BroadcastStatus::Paused => {
                return Outcome::Ended(Ending::Held);
            }
            Subject::Delivery { broadcast, message: Some(message), .. }
                if broadcast.task == Task::Withdraw =>
            {
                self.client.remove(lane, chat, *message).await.map(|()| *message)
            }
            subject => match (self.word(&claimed.notice, &brief), subject) {
                (None, _) => return Outcome::Ended(Ending::Void),
                (
                    Some(screen),
                    Subject::Delivery { message: Some(message), .. }
                    | Subject::Answer { message: Some(message), .. },
                ) => self.client.redraw(lane, chat, *message, &screen).await.map(|()| *message),
                (Some(screen), _) => self.client.show(lane, chat, &screen).await,
            },
        };
        self.judge(claimed, &delivered).await;
        match delivered {
            Ok(message) => Outcome::Ended(Ending::Sent(Some(message))),
            Err(CallError::Gone) => Outcome::Ended(Ending::Gone),
            Err(fault) => Self::again(claimed, &fault),
        }
    }

    /// Pauses a broadcast that Telegram has refused several times in a row: the fault is ours, and everybody else would
    /// only be used up.
    async fn judge(&self, claimed: &Claimed, delivered: &Result<i32, CallError>) {
        let Some(broadcast) = claimed.notice.broadcast() else { return };
        let in_a_row = {
            let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
            match delivered {
                Ok(_) => refused.remove(&broadcast).map_or(0, |_| 0),
                Err(CallError::Refused(_)) => {
                    let times = refused.entry(broadcast).or_default();
                    *times += 1;
                    *times
                }
                Err(_) => 0,
            }
        };
        if in_a_row >= REFUSED_IN_A_ROW
            && let Err(CallError::Refused(reason)) = delivered
        {
            tracing::error!(%broadcast, reason, "broadcast paused: Telegram refuses it");
            match self.services.pause_for_fault(broadcast, reason).await {
                Ok(()) => {
                    self.refused.lock().unwrap_or_else(PoisonError::into_inner).remove(&broadcast);
                }
                Err(fault) => tracing::error!(%fault, "could not pause it"),
            }
        }
    }

    /// When to try again after a fault, if at all.
    fn again(claimed: &Claimed, fault: &CallError) -> Outcome {
        let kind = claimed.notice.kind();
        match fault {
            // The same message to many would be refused again.
            CallError::Refused(reason) if claimed.notice.broadcast().is_some() => {
                return Outcome::Ended(Ending::Failed(reason.clone()));
            }
            CallError::NotEditable => return Outcome::Ended(Ending::Failed(fault.to_string())),
            CallError::Broken { maybe_done: true } if !claimed.notice.is_sent_again() => {
                return Outcome::Ended(Ending::Uncertain);
            }
            _ => {}
        }
        let (pause, uncertain) = match fault {
            CallError::Later(wait) => (TimeDelta::from_std(*wait).unwrap_or(TimeDelta::minutes(1)), false),
            CallError::Broken { maybe_done } => {
                (TimeDelta::seconds(1 << claimed.attempt.min(9)), *maybe_done)
            }
            _ => (TimeDelta::seconds(30), false),
        };
        let asked_to_wait = matches!(fault, CallError::Later(_));
        if claimed.attempt >= MOST_TRIES && !asked_to_wait {
            tracing::error!(%fault, kind, "notice given up");
            return Outcome::Ended(Ending::Failed(fault.to_string()));
        }
        tracing::warn!(%fault, kind, attempt = claimed.attempt, "notice postponed");
        Outcome::Postponed { pause, uncertain }
    }

    /// The notice in the person's language; `None` when what it is about is missing.
    fn word(&self, notice: &Notice, brief: &Brief) -> Option<Screen> {
        let tr = Tr::new(brief.person.language.unwrap_or(Language::Kk), self.services.zone());
        let now = self.services.now();
        let name = || brief.person.details.as_ref().map(|details| &details.name);
        let (event, registration, secret, near, has_arrived, has_materials) = match &brief.subject {
            Subject::Registration { event, registration, ticket, near, has_arrived, has_materials } => {
                (event, registration, ticket, near, *has_arrived, *has_materials)
            }
            other => return Self::other_word(&tr, notice, other, name(), now),
        };
        let link = format!("https://t.me/{}?start=t_{secret}", self.username);
        Some(match notice {
            Notice::Ticket { .. } => ticket::ticket(&tr, event, registration, name()?, &link),
            Notice::MovedUp { .. } => notices::moved_up(&tr, event, registration, name()?, &link),
            Notice::SeatOffered { until, .. } => notices::seat_offered(&tr, event, registration, *until, now),
            Notice::OfferLapsed { .. } => notices::offer_lapsed(&tr, event),
            Notice::Reminder { .. } if tr.day(event.starts_at) > tr.day(now) => {
                notices::reminder_day(&tr, event, registration)
            }
            Notice::Reminder { .. } => notices::reminder_soon(&tr, event, registration, now),
            Notice::EventChanged { before, .. } => {
                notices::event_changed(&tr, event, registration, before.as_ref())
            }
            Notice::EventCancelled { .. } => notices::event_cancelled(&tr, event, near, now),
            Notice::Absent { .. } => notices::absent(&tr, event, near, now),
            Notice::Removed { reason, .. } => notices::removed(&tr, event, reason),
            Notice::Closed { .. } => notices::closed(&tr, event, near, now),
            Notice::Feedback { .. } => {
                feedback::asked(&tr, event, registration.id, has_arrived, has_materials)
            }
            Notice::Results { .. }
            | Notice::Asked { .. }
            | Notice::Answer { .. }
            | Notice::AnswerCorrected { .. }
            | Notice::Report { .. }
            | Notice::ReportOverdue { .. }
            | Notice::ReportMissing { .. }
            | Notice::Broadcast { .. }
            | Notice::Correction { .. }
            | Notice::Withdrawal { .. }
            | Notice::Proposal { .. }
            | Notice::Judgement { .. }
            | Notice::HostAsked { .. }
            | Notice::HostAnswered { .. }
            | Notice::Talk { .. }
            | Notice::DeadLetter { .. } => return None,
        })
    }

    /// A notice that is about no registration. `name` is the person's.
    fn other_word(
        tr: &Tr,
        notice: &Notice,
        subject: &Subject,
        name: Option<&Name>,
        now: DateTime<Utc>,
    ) -> Option<Screen> {
        Some(match (subject, notice) {
            (_, Notice::DeadLetter { update }) => notices::dead_letter(tr, *update),
            (Subject::Broadcast(overview), Notice::Proposal { .. }) => {
                broadcasts::proposal(tr, overview, now)
            }
            (Subject::Broadcast(overview), _) => broadcasts::progress(tr, overview, now),
            (Subject::Delivery { broadcast, event, .. }, _) => {
                return broadcasts::message(tr, &broadcast.content, event.as_deref(), name);
            }
            (Subject::Work { event, host }, _) => return Self::work(tr, notice, event, host.as_ref(), now),
            (Subject::Report(report), _) => reports::asked(tr, report, asked(notice)),
            (Subject::Results { event, results }, _) => feedback::results(tr, event, results),
            (Subject::Asked { event, new }, _) => questions::news(tr, event, *new),
            (Subject::Answer { event, question, .. }, _) => questions::answer(tr, event, question),
            (Subject::Registration { .. } | Subject::Bot, _) => return None,
        })
    }

    /// What somebody of the staff is told.
    fn work(
        tr: &Tr,
        notice: &Notice,
        event: &Event,
        host: Option<&Host>,
        now: DateTime<Utc>,
    ) -> Option<Screen> {
        Some(match notice {
            Notice::HostAsked { .. } => team::host_asked(tr, event, host?),
            Notice::HostAnswered { yes, .. } => team::host_answered(tr, event, *yes),
            Notice::Talk { .. } => team::talk(tr, event, now),
            _ => return None,
        })
    }
}

/// Why somebody is asked for a report.
const fn asked(notice: &Notice) -> reports::Asked {
    match notice {
        Notice::ReportOverdue { .. } => reports::Asked::Again,
        Notice::ReportMissing { .. } => reports::Asked::Escalated,
        _ => reports::Asked::First,
    }
}
