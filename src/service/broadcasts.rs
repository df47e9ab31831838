//! Use cases on broadcasts: confirm, approve, pause, go on, stop, send again, correct, withdraw. Their messages are in
//! `deliveries`; whom they may go to is in `audiences`.

use super::{Actor, Error, PAGE, Page, Result, Services};
use crate::{
    domain::{
        Allowed, Broadcast, BroadcastId, BroadcastStatus, Content, Draft, EVENT_CANCELLED, Event, FREE_RATE,
        Notice, Role, Task, Timing,
    },
    store::{
        Conn, Tx,
        broadcasts::{self, Terms},
        deliveries, dialogues, events, outbox,
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// What is not sent so long after its time, or after it should all have been sent, is not sent any more.
const TERM: TimeDelta = TimeDelta::hours(24);

/// Endings after which it is not known whether somebody has it, or it is known that they have not.
const UNSURE: [&str; 2] = ["uncertain", "failed"];
/// No ending.
const NONE: [&str; 2] = [""; 2];

/// Answer to a finished draft.
#[derive(Clone, Debug, PartialEq)]
pub enum BroadcastConfirmed {
    /// It goes at its time.
    Scheduled(Box<Broadcast>),
    /// It waits for an admin's yes.
    Proposed(Box<Broadcast>),
    /// There is nobody to send it to.
    Nobody,
    /// The event that it is to follow is not there, or its time is over.
    TooLate,
}

impl Services {
    /// Messages a second that a broadcast may use; `paid` for Stars.
    pub fn pace(&self, paid: bool) -> u32 {
        if paid { self.policy.send_rate } else { self.policy.send_rate.min(FREE_RATE) }
    }

    /// When so many messages are through that are begun at `from`, with rest in quiet hours.
    pub fn through(&self, from: DateTime<Utc>, people: u32, paid: bool) -> DateTime<Utc> {
        let takes = TimeDelta::seconds(i64::from(people.div_ceil(self.pace(paid).max(1))));
        self.policy.quiet.end_of(from, takes)
    }

    /// Takes a finished draft: it goes at its time, or waits for an admin.
    pub async fn confirm_broadcast(&self, actor: &Actor, draft: &Draft) -> Result<BroadcastConfirmed> {
        let now = self.now();
        // Counted before the writer is held: it may be a walk over everybody.
        let reach = self.reach(actor, &draft.audience).await?;
        if reach.people() == 0 {
            return Ok(BroadcastConfirmed::Nobody);
        }
        let mut tx = self.begin(actor).await?;
        let followed = self.followed(&mut tx, draft).await?;
        let due = draft.timing.due(now, followed.as_ref());
        if (draft.timing.event().is_some() && followed.is_none()) || due < now {
            return Ok(BroadcastConfirmed::TooLate);
        }
        let status = match self.allowed(&mut tx, actor, &draft.audience).await? {
            Allowed::Yes => BroadcastStatus::Scheduled,
            Allowed::WithApproval => BroadcastStatus::Proposed,
            Allowed::No => return Err(Error::NoRight),
        };
        let people = reach.people();
        let expires_at = self.expires_at(due, people, draft.paid, followed.as_ref());
        let terms = Terms { status, due, expires_at, people };
        let id = broadcasts::add(&mut tx, actor.person, draft, terms, now).await?;
        let broadcast = Box::new(broadcasts::lookup(&mut tx, id).await?.ok_or(Error::NoRight)?);
        if status == BroadcastStatus::Proposed {
            for admin in &self.policy.admins {
                outbox::add(&mut tx, *admin, &Notice::Proposal { broadcast: id }, now, None).await?;
            }
        }
        // What was written is in it: the conversation ends with the same commit.
        dialogues::remove(&mut tx, actor.person).await?;
        self.announce(tx, actor).await?;
        self.gong.notify_waiters();
        Ok(match status {
            BroadcastStatus::Proposed => BroadcastConfirmed::Proposed(broadcast),
            _ => BroadcastConfirmed::Scheduled(broadcast),
        })
    }

    /// The event that a draft follows or is about.
    async fn followed(&self, conn: &mut Conn, draft: &Draft) -> Result<Option<Event>> {
        let Some(event) = draft.timing.event().or_else(|| draft.audience.event()) else { return Ok(None) };
        Ok(events::lookup(conn, event).await?)
    }

    /// Until when it may be sent: what is about an event that lies ahead is of no use once that has begun.
    pub(super) fn expires_at(
        &self,
        due: DateTime<Utc>,
        people: u32,
        paid: bool,
        event: Option<&Event>,
    ) -> DateTime<Utc> {
        let term = self.through(due, people, paid) + TERM;
        event.filter(|event| due < event.starts_at).map_or(term, |event| term.min(event.starts_at))
    }

    /// An admin's word on a broadcast that waits for it. `None` when it does not wait.
    pub async fn judge_broadcast(
        &self,
        actor: &Actor,
        id: BroadcastId,
        yes: bool,
    ) -> Result<Option<Broadcast>> {
        self.runs_everything(actor)?;
        let status = if yes { BroadcastStatus::Scheduled } else { BroadcastStatus::Refused };
        self.turn_broadcast(actor, id, &[BroadcastStatus::Proposed], status).await
    }

    /// Lets a broadcast stand still. `None` when it does not move.
    pub async fn pause_broadcast(&self, actor: &Actor, id: BroadcastId) -> Result<Option<Broadcast>> {
        let moving = [BroadcastStatus::Scheduled, BroadcastStatus::Running];
        self.turn_broadcast(actor, id, &moving, BroadcastStatus::Paused).await
    }

    /// Lets it go on. `None` when it did not stand still.
    pub async fn resume_broadcast(&self, actor: &Actor, id: BroadcastId) -> Result<Option<Broadcast>> {
        self.turn_broadcast(actor, id, &[BroadcastStatus::Paused], BroadcastStatus::Running).await
    }

    /// Ends it for good: whoever has not got it does not get it. `None` when it is over.
    pub async fn stop_broadcast(&self, actor: &Actor, id: BroadcastId) -> Result<Option<Broadcast>> {
        let open = [
            BroadcastStatus::Proposed,
            BroadcastStatus::Scheduled,
            BroadcastStatus::Running,
            BroadcastStatus::Paused,
        ];
        self.turn_broadcast(actor, id, &open, BroadcastStatus::Stopped).await
    }

    /// Moves it from one of these statuses to another, with its messages.
    async fn turn_broadcast(
        &self,
        actor: &Actor,
        id: BroadcastId,
        from: &[BroadcastStatus],
        to: BroadcastStatus,
    ) -> Result<Option<Broadcast>> {
        let mut tx = self.begin(actor).await?;
        let broadcast = self.controlled(&mut tx, actor, id).await?;
        let turned = from.contains(&broadcast.status);
        if turned {
            // One that was paused before it began waits for its time again.
            let begun = broadcast.started_at.is_some();
            let to = if to == BroadcastStatus::Running && !begun { BroadcastStatus::Scheduled } else { to };
            self.set_status(&mut tx, &broadcast, to, None).await?;
            if to == BroadcastStatus::Scheduled && broadcast.fault.as_deref() == Some(EVENT_CANCELLED) {
                // Somebody wants it sent all the same: it has nothing to follow any more and keeps its time.
                broadcasts::set_timing(&mut tx, id, Timing::At(broadcast.due)).await?;
            }
            if broadcast.status == BroadcastStatus::Proposed && broadcast.author != actor.person {
                let judgement = Notice::Judgement { broadcast: id };
                outbox::add(&mut tx, broadcast.author, &judgement, self.now(), None).await?;
            }
        }
        let broadcast = broadcasts::lookup(&mut tx, id).await?;
        self.announce(tx, actor).await?;
        self.gong.notify_waiters();
        Ok(broadcast.filter(|_| turned))
    }

    /// Moves it to another status; its queued messages are held, let go or given up with it.
    pub(super) async fn set_status(
        &self,
        tx: &mut Tx,
        broadcast: &Broadcast,
        to: BroadcastStatus,
        fault: Option<&str>,
    ) -> Result<()> {
        let (now, notice) = (self.now(), broadcast.notice());
        broadcasts::set_status(tx, broadcast.id, to, fault, now).await?;
        match to {
            BroadcastStatus::Paused => deliveries::hold(tx, &notice).await?,
            BroadcastStatus::Running => {
                // What rested does not expire for its rest.
                let expires_at = self.expires_at(now, broadcast.people, broadcast.paid, None);
                let expires_at = broadcast.expires_at.max(expires_at);
                broadcasts::set_due(tx, broadcast.id, broadcast.due, expires_at).await?;
                deliveries::let_go(tx, &notice, expires_at).await?
            }
            BroadcastStatus::Stopped => deliveries::give_up(tx, &notice, now).await?,
            _ => 0,
        };
        Ok(())
    }

    /// Sends it to those who have come to the audience since, or whom a stop left without it. `None` when it is not over,
    /// or was withdrawn.
    pub async fn send_to_latecomers(&self, actor: &Actor, id: BroadcastId) -> Result<Option<Broadcast>> {
        self.begin_task(actor, id, Task::Send, None, ["void"; 2]).await
    }

    /// Sends it again to those of whom it is not known whether they got it, and to whom it could not be sent.
    pub async fn send_again(&self, actor: &Actor, id: BroadcastId) -> Result<Option<Broadcast>> {
        self.begin_task(actor, id, Task::Send, None, UNSURE).await
    }

    /// Replaces what it says, and edits what was sent. `None` while it is being sent.
    pub async fn correct_broadcast(
        &self,
        actor: &Actor,
        id: BroadcastId,
        content: &Content,
    ) -> Result<Option<Broadcast>> {
        self.begin_task(actor, id, Task::Correct, Some(content), NONE).await
    }

    /// Deletes what was sent. Telegram lets a bot do so for 48 hours. `None` while it is being sent.
    pub async fn withdraw_broadcast(&self, actor: &Actor, id: BroadcastId) -> Result<Option<Broadcast>> {
        self.begin_task(actor, id, Task::Withdraw, None, NONE).await
    }

    /// Begins another task on one that is over.
    async fn begin_task(
        &self,
        actor: &Actor,
        id: BroadcastId,
        task: Task,
        content: Option<&Content>,
        again: [&str; 2],
    ) -> Result<Option<Broadcast>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let broadcast = self.controlled(&mut tx, actor, id).await?;
        let begins = broadcast.is_correctable();
        if begins {
            if let Some(content) = content {
                broadcasts::set_content(&mut tx, id, content).await?;
            }
            let expires_at = self.expires_at(now, broadcast.people, broadcast.paid, None);
            broadcasts::begin(&mut tx, id, task, expires_at, now).await?;
            if task == Task::Correct {
                // The message that showed the progress has become the question what to correct.
                broadcasts::set_progress(&mut tx, id, None).await?;
            }
            if again == UNSURE {
                // Nobody new: only those who were in it.
                broadcasts::set_after(&mut tx, id, None).await?;
            }
            deliveries::again(&mut tx, &broadcast.sending(), again, now, expires_at).await?;
        }
        let broadcast = broadcasts::lookup(&mut tx, id).await?;
        self.announce(tx, actor).await?;
        self.gong.notify_waiters();
        Ok(broadcast.filter(|_| begins))
    }

    /// The broadcast, if the actor may control it: their own, or anybody's for an admin.
    async fn controlled(&self, tx: &mut Tx, actor: &Actor, id: BroadcastId) -> Result<Broadcast> {
        let broadcast = broadcasts::lock(tx, id).await?;
        match (broadcast, self.role(tx, actor.person).await?) {
            (Some(broadcast), role) if role.controls(actor.person, &broadcast) => Ok(broadcast),
            _ => Err(Error::NoRight),
        }
    }

    /// A page of the broadcasts that the person may control, latest first.
    pub async fn broadcasts(&self, actor: &Actor, page: u32) -> Result<Page<Broadcast>> {
        let mut conn = self.store.read().await?;
        let author = match self.role(&mut conn, actor.person).await? {
            Role::Admin => None,
            role if role.runs_events() => Some(actor.person),
            _ => return Err(Error::NoRight),
        };
        let total = broadcasts::count(&mut conn, author).await?;
        let page = page.min(total.div_ceil(PAGE).max(1) - 1);
        let items = broadcasts::list(&mut conn, author, PAGE, page * PAGE).await?;
        Ok(Page { items, total })
    }

    /// When the person last wrote to many.
    pub async fn last_broadcast(&self, actor: &Actor) -> Result<Option<DateTime<Utc>>> {
        Ok(broadcasts::last_by(&mut *self.store.read().await?, actor.person).await?)
    }
}
