//! Use cases on notices: what falls due, what is claimed to be sent, what one needs to know to word it.

use super::{Claimed, Ending, Result, Services};
use crate::{
    domain::{Broadcast, Event, EventId, Lane, Person, PlannedReminder, Registration, Task},
    store::{Tx, broadcasts, deliveries, events, outbox, people, registrations, reminders},
};
use chrono::{DateTime, Utc};

/// Reminders of one kind handed to the outbox in one transaction: one event's worth.
const EVENTS_AT_ONCE: u32 = 1;

/// What one needs to know to word a notice.
#[derive(Clone, Debug)]
pub struct Brief {
    /// To whom.
    pub person: Person,
    /// Whether messages to them are worth trying.
    pub reachable: bool,
    /// About what.
    pub subject: Subject,
}

/// What a notice is about.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A registration for an event, and the secret of its ticket.
    Registration {
        /// The event.
        event: Box<Event>,
        /// The registration.
        registration: Registration,
        /// The ticket's secret.
        ticket: String,
    },
    /// A broadcast, the event it is about, and what it is called in the person's chat, if it arrived there.
    Broadcast {
        /// The broadcast.
        broadcast: Box<Broadcast>,
        /// The event.
        event: Option<Box<Event>>,
        /// The message.
        message: Option<i32>,
    },
    /// The bot itself.
    Bot,
}

impl Services {
    /// Claims due notices, so many of each lane, and ends those that are past their time.
    pub async fn claim_notices(&self, limits: &[u32; Lane::ALL.len()]) -> Result<Vec<Claimed>> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        if let Some(until) = self.policy.quiet.until(now) {
            outbox::put_off(&mut tx, until).await?;
        }
        outbox::void_stale(&mut tx, now).await?;
        let claimed = outbox::claim(&mut tx, *limits, now, self.replica()).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    /// What is needed to word a claimed notice; `None` when it no longer applies.
    pub async fn brief(&self, claimed: &Claimed) -> Result<Option<Brief>> {
        let mut conn = self.store.read().await?;
        let Some((person, reachable)) = people::lookup_reachable(&mut conn, claimed.person).await? else {
            return Ok(None);
        };
        if let Some(id) = claimed.notice.broadcast() {
            let Some(broadcast) = broadcasts::lookup(&mut conn, id).await? else { return Ok(None) };
            let event = match broadcast.audience.event() {
                Some(event) => events::lookup(&mut conn, event).await?.map(Box::new),
                None => None,
            };
            let message = match broadcast.task {
                Task::Send => None,
                _ => deliveries::message_of(&mut conn, id, claimed.person).await?,
            };
            let subject = Subject::Broadcast { broadcast: Box::new(broadcast), event, message };
            return Ok(Some(Brief { person, reachable, subject }));
        }
        let Some(id) = claimed.notice.registration() else {
            return Ok(Some(Brief { person, reachable, subject: Subject::Bot }));
        };
        let Some(registration) = registrations::lookup(&mut conn, id).await? else { return Ok(None) };
        let Some(event) = events::lookup(&mut conn, registration.event).await? else { return Ok(None) };
        if registration.person != claimed.person || !claimed.notice.applies(&registration, &event, self.now())
        {
            return Ok(None);
        }
        let ticket = self.tickets.seal(registration.id);
        let subject = Subject::Registration { event: Box::new(event), registration, ticket };
        Ok(Some(Brief { person, reachable, subject }))
    }

    /// Ends a claimed notice. One that met a person who cannot be reached marks them so.
    pub async fn finish_notice(&self, claimed: &Claimed, ending: &Ending) -> Result<()> {
        let mut tx = self.store.begin().await?;
        outbox::finish(&mut tx, claimed, ending, self.now()).await?;
        if *ending == Ending::Gone {
            people::set_unreachable(&mut tx, claimed.person, self.now()).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Puts a claimed notice back until `due`. `uncertain` when it may have arrived all the same.
    pub async fn postpone_notice(
        &self,
        claimed: &Claimed,
        due: DateTime<Utc>,
        uncertain: bool,
    ) -> Result<()> {
        let mut tx = self.store.begin_single().await?;
        outbox::postpone(&mut tx, claimed, due, uncertain).await?;
        tx.commit().await?;
        self.bell.notify_waiters();
        Ok(())
    }

    /// Hands reminders that have fallen due to the outbox, one event at a time. Returns whether there may be more.
    pub async fn fire_reminders(&self) -> Result<bool> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let due = reminders::list_due(&mut tx, now, EVENTS_AT_ONCE).await?;
        for planned in &due {
            if let Some(event) = events::lookup(&mut tx, planned.event).await?
                && planned.rule.is_useful(now, event.starts_at, self.zone())
            {
                outbox::add_reminders(&mut tx, event.id, planned.rule, planned.due, event.starts_at, now)
                    .await?;
            }
            reminders::set_fired(&mut tx, planned, now).await?;
        }
        tx.commit().await?;
        if !due.is_empty() {
            self.bell.notify_waiters();
        }
        Ok(!due.is_empty())
    }

    /// Plans the reminders of all coming events by the rules of the settings, which may have changed.
    pub async fn plan_reminders(&self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        reminders::clear(&mut tx, None, self.now()).await?;
        for (event, starts_at) in reminders::list_coming(&mut tx, self.now()).await? {
            self.plan(&mut tx, event, starts_at).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Plans the reminders of one event.
    pub(super) async fn plan(&self, tx: &mut Tx, event: EventId, starts_at: DateTime<Utc>) -> Result<()> {
        let now = self.now();
        for rule in &self.policy.reminders {
            let due = rule.due(starts_at, self.zone());
            // A reminder whose moment has passed is not made up for: it would say "tomorrow" on the day.
            if due > now {
                reminders::set(tx, &PlannedReminder { event, rule: *rule, due }, now).await?;
            }
        }
        Ok(())
    }

    /// When the scheduler must look again: the next reminder or end of an offer.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        Ok(reminders::next_due(&mut *self.store.read().await?).await?)
    }

    /// When the courier must look again: the next queued notice.
    pub async fn next_notice(&self) -> Result<Option<DateTime<Utc>>> {
        Ok(outbox::next_due(&mut *self.store.read().await?).await?)
    }

    /// Whether no notice is on its way or due.
    pub async fn notices_rest(&self) -> Result<bool> {
        Ok(outbox::rests(&mut *self.store.read().await?, self.now()).await?)
    }

    /// How many notices are queued, failed, and were sent again without certainty.
    pub async fn count_notices(&self) -> Result<(u32, u32, u32)> {
        Ok(outbox::count(&mut *self.store.read().await?).await?)
    }
}
