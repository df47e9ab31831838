//! Use cases on deliveries: handing broadcasts to the outbox part by part, what has become of their messages, and what
//! stops them when something is wrong with them. One message at a time is in `notices`.

use super::{Actor, Error, Result, Services, audiences::listed};
use crate::{
    domain::{
        Broadcast, BroadcastId, BroadcastStatus, Delivery, EVENT_CANCELLED, EventStatus, Language, Notice,
        Overview, PersonId, Tally, Task,
    },
    store::{
        audience::{self, Wanted},
        broadcasts, deliveries, events, people,
    },
};
use chrono::{DateTime, Utc};

/// So many messages of one broadcast wait in the outbox at most, twice: few enough to be held at once, enough to be sent
/// without a pause.
const AHEAD: u32 = 1000;
/// People looked at in one step; as many as are written in one transaction, so that nobody waits long for the writer.
const STEP: u32 = 500;
/// Steps without anybody of the audience before others get their turn.
const STEPS: u32 = 40;
/// Lines of a list read at once.
const LINES: u32 = 1000;

impl Services {
    /// A broadcast that the actor may control.
    pub async fn broadcast(&self, actor: &Actor, id: BroadcastId) -> Result<Overview> {
        let role = self.role(&mut *self.store.read().await?, actor.person).await?;
        let overview = self.overview(id).await?;
        overview.filter(|found| role.controls(actor.person, &found.broadcast)).ok_or(Error::NoRight)
    }

    /// A broadcast, for what the program does by itself.
    pub async fn overview(&self, id: BroadcastId) -> Result<Option<Overview>> {
        let mut conn = self.store.read().await?;
        let Some(broadcast) = broadcasts::lookup(&mut conn, id).await? else { return Ok(None) };
        let sending = broadcast.sending();
        let tally = deliveries::tally(&mut conn, &sending).await?;
        let task = match broadcast.task {
            Task::Send => Tally::default(),
            _ => deliveries::tally(&mut conn, &broadcast.notice()).await?,
        };
        let faults = match tally.failed {
            0 => Vec::new(),
            _ => deliveries::faults(&mut conn, &sending).await?,
        };
        let events = listed(&mut conn, &broadcast.audience.events).await?;
        let author = people::lookup(&mut conn, broadcast.author).await?;
        let language = author.and_then(|author| author.language).unwrap_or(Language::Kk);
        let left = match broadcast.task {
            Task::Send => broadcast.people.saturating_sub(tally.ended()).max(tally.queued),
            _ => tally.sent.saturating_sub(task.ended()),
        };
        let from = if broadcast.started_at.is_some() { self.now() } else { broadcast.due };
        let through = self.through(from, left, broadcast.paid);
        Ok(Some(Overview { broadcast, tally, task, faults, events, through, language }))
    }

    /// Broadcasts that wait for their time or are under way.
    pub async fn open_broadcasts(&self) -> Result<Vec<Broadcast>> {
        Ok(broadcasts::list_open(&mut *self.store.read().await?).await?)
    }

    /// Begins a broadcast whose time has come; moves the time of one whose event was moved. Returns when to look again:
    /// `None` when it has begun or will not.
    pub async fn start_broadcast(&self, id: BroadcastId) -> Result<Option<DateTime<Utc>>> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let Some(broadcast) = broadcasts::lock(&mut tx, id).await? else { return Ok(None) };
        if broadcast.status != BroadcastStatus::Scheduled {
            return Ok(None);
        }
        let event = match broadcast.timing.event() {
            Some(event) => events::lookup(&mut tx, event).await?,
            None => None,
        };
        if broadcast.timing.event().is_some()
            && event.as_ref().is_none_or(|event| event.status == EventStatus::Cancelled)
        {
            // What was to be said of an event that does not take place is for a person to decide.
            self.set_status(&mut tx, &broadcast, BroadcastStatus::Paused, Some(EVENT_CANCELLED)).await?;
            tx.commit().await?;
            return Ok(None);
        }
        let due = match &event {
            Some(event) => broadcast.timing.due(broadcast.due, Some(event)),
            None => broadcast.due,
        };
        if due != broadcast.due {
            let expires_at = self.expires_at(due, broadcast.people, broadcast.paid, event.as_ref());
            broadcasts::set_due(&mut tx, id, due, expires_at).await?;
        }
        // In quiet hours nothing begins.
        let from = self.policy.quiet.after(due.max(now));
        if from <= now {
            let expires_at = self.expires_at(now, broadcast.people, broadcast.paid, event.as_ref());
            broadcasts::begin(&mut tx, id, Task::Send, expires_at, now).await?;
        }
        tx.commit().await?;
        Ok((from > now).then_some(from))
    }

    /// Hands the next part of a running broadcast to the outbox. `true` when everything of it is done.
    pub async fn feed(&self, broadcast: &Broadcast) -> Result<bool> {
        let notice = broadcast.notice();
        let mut conn = self.store.read().await?;
        let open = deliveries::count_open(&mut conn, &notice).await?;
        let Some(mut after) = broadcast.after else {
            drop(conn);
            return if open == 0 { self.end_broadcast(broadcast).await } else { Ok(false) };
        };
        if open >= AHEAD {
            return Ok(false);
        }
        let (mut people, mut is_last) = (Vec::new(), false);
        for _ in 0..STEPS {
            let (found, upto) = match broadcast.task {
                Task::Send => match audience::span(&mut conn, after, STEP).await? {
                    None => (Vec::new(), None),
                    Some(span) => {
                        let wanted =
                            Wanted { audience: &broadcast.audience, zone: self.zone(), now: self.now() };
                        (audience::list(&mut conn, &wanted, span).await?, Some(span.upto))
                    }
                },
                Task::Correct | Task::Withdraw => {
                    let sent = deliveries::list_sent(&mut conn, broadcast.id, after, STEP).await?;
                    let upto = sent.last().copied();
                    (sent, upto)
                }
            };
            people.extend(found);
            match upto {
                Some(upto) => after = upto,
                None => is_last = true,
            }
            if is_last || !people.is_empty() {
                break;
            }
        }
        drop(conn);
        self.hand_over(broadcast, &notice, &people, (!is_last).then_some(after)).await?;
        Ok(false)
    }

    /// Puts a part in the outbox, unless the broadcast has been paused, stopped or handed on meanwhile.
    async fn hand_over(
        &self,
        broadcast: &Broadcast,
        notice: &Notice,
        people: &[PersonId],
        after: Option<PersonId>,
    ) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let now = broadcasts::lock(&mut tx, broadcast.id).await?;
        let same = |now: &Broadcast| {
            (now.status, now.task, now.after, now.version)
                == (BroadcastStatus::Running, broadcast.task, broadcast.after, broadcast.version)
        };
        if now.is_some_and(|now| same(&now)) {
            deliveries::add_to_all(&mut tx, people, notice, self.now(), broadcast.expires_at).await?;
            broadcasts::set_after(&mut tx, broadcast.id, after).await?;
            tx.commit().await?;
            self.bell.notify_waiters();
        }
        Ok(())
    }

    async fn end_broadcast(&self, broadcast: &Broadcast) -> Result<bool> {
        let mut tx = self.store.begin().await?;
        let now = broadcasts::lock(&mut tx, broadcast.id).await?;
        let ends = now.is_some_and(|now| now.status == BroadcastStatus::Running && now.after.is_none());
        if ends {
            broadcasts::set_status(&mut tx, broadcast.id, BroadcastStatus::Done, None, self.now()).await?;
        }
        tx.commit().await?;
        Ok(ends)
    }

    /// Pauses a broadcast that Telegram refuses again and again: everybody else would only use it up.
    pub async fn pause_for_fault(&self, id: BroadcastId, fault: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        if let Some(broadcast) = broadcasts::lock(&mut tx, id).await?
            && broadcast.status == BroadcastStatus::Running
        {
            self.set_status(&mut tx, &broadcast, BroadcastStatus::Paused, Some(fault)).await?;
        }
        tx.commit().await?;
        self.gong.notify_waiters();
        Ok(())
    }

    /// Notes the message that shows a broadcast's progress in its author's chat.
    pub async fn set_progress(&self, id: BroadcastId, message: Option<i32>) -> Result<()> {
        let mut tx = self.store.begin_single().await?;
        broadcasts::set_progress(&mut tx, id, message).await?;
        Ok(tx.commit().await?)
    }

    /// Whether no broadcast has anything to do before something falls due.
    pub async fn broadcasts_rest(&self) -> Result<bool> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        for broadcast in broadcasts::list_open(&mut conn).await? {
            let moves = match broadcast.status {
                BroadcastStatus::Scheduled => self.policy.quiet.after(broadcast.due) <= now,
                _ => {
                    broadcast.after.is_some()
                        || deliveries::count_open(&mut conn, &broadcast.notice()).await? == 0
                }
            };
            if moves {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Everybody a broadcast was meant for and how it ended with them, for whoever may control it.
    pub async fn list_deliveries(&self, actor: &Actor, id: BroadcastId) -> Result<Vec<Delivery>> {
        self.broadcast(actor, id).await?;
        let mut conn = self.store.read().await?;
        let mut all: Vec<Delivery> = Vec::new();
        loop {
            let after = all.last().map_or(PersonId(i64::MIN), |last| last.person);
            let more = deliveries::list_endings(&mut conn, id, after, LINES).await?;
            if more.is_empty() {
                return Ok(all);
            }
            all.extend(more);
        }
    }
}
