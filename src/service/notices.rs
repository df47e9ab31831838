//! Use cases on notices: what falls due, what is claimed to be sent, what one needs to know to word it.

use super::{Claimed, Ending, Result, Services};
use crate::{
    domain::{
        Broadcast, BroadcastId, BroadcastStatus, Event, EventId, EventLine, EventReport, EventStatus, Host,
        Lane, Notice, Occasion, Optional, Overview, Person, PersonId, Planned, Question, Registration,
        RegistrationId, Results, Task, Times,
    },
    store::{
        Conn, Tx, arrivals, broadcasts, deliveries, events, feedback, hosts, materials, mutes, occasions,
        outbox, people, registrations, scopes, speakers,
    },
};
use chrono::{DateTime, TimeDelta, Utc};

/// Occasions handed to the outbox in one transaction: one event's worth.
const OCCASIONS_AT_ONCE: u32 = 1;
/// Events that began so long ago have no occasion left.
const LONG_OVER: TimeDelta = TimeDelta::days(30);

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
        /// Events they could go to instead, where that is offered.
        near: Vec<EventLine>,
        /// Whether they were checked in, where that matters.
        has_arrived: bool,
        /// Whether the event has materials, where they are offered.
        has_materials: bool,
    },
    /// New questions about an event.
    Asked {
        /// The event.
        event: Box<Event>,
        /// How many nobody has looked at.
        new: u32,
    },
    /// An answer.
    Answer {
        /// The event.
        event: Box<Event>,
        /// The question.
        question: Box<Question>,
        /// What is edited, if it is corrected.
        message: Option<i32>,
    },
    /// What people said of an event.
    Results {
        /// The event.
        event: Box<Event>,
        /// What they said.
        results: Results,
    },
    /// The report on an event.
    Report(Box<EventReport>),
    /// A message of a broadcast.
    Delivery {
        /// The broadcast, which is under way or paused.
        broadcast: Box<Broadcast>,
        /// The event it is about.
        event: Option<Box<Event>>,
        /// What it is called in the person's chat, if it arrived there.
        message: Option<i32>,
    },
    /// A broadcast as a whole.
    Broadcast(Box<Overview>),
    /// An event, for those who work at it, and the organisation that asks to run it too.
    Work {
        /// The event.
        event: Box<Event>,
        /// Which asks.
        host: Option<Host>,
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
            let subject = self.delivery(&mut conn, id, claimed.person).await?;
            return Ok(subject.map(|subject| Brief { person, reachable, subject }));
        }
        if let Notice::Proposal { broadcast } | Notice::Judgement { broadcast } = claimed.notice {
            drop(conn);
            let overview = self.overview(broadcast).await?.filter(|overview| {
                let waits = overview.broadcast.status == BroadcastStatus::Proposed;
                waits == matches!(claimed.notice, Notice::Proposal { .. })
            });
            let subject = overview.map(|overview| Subject::Broadcast(Box::new(overview)));
            return Ok(subject.map(|subject| Brief { person, reachable, subject }));
        }
        if let Some(subject) = self.of_event(&mut conn, claimed).await? {
            return Ok(subject.map(|subject| Brief { person, reachable, subject }));
        }
        if let Notice::Report { event } | Notice::ReportOverdue { event } | Notice::ReportMissing { event } =
            claimed.notice
        {
            let report = self.report_for(&mut conn, event, claimed.person).await?;
            let subject = report.map(|report| Subject::Report(Box::new(report)));
            return Ok(subject.map(|subject| Brief { person, reachable, subject }));
        }
        if let Some(about) = self.work_of(&mut conn, claimed).await? {
            return Ok(about.map(|subject| Brief { person, reachable, subject }));
        }
        let Some(id) = claimed.notice.registration() else {
            return Ok(Some(Brief { person, reachable, subject: Subject::Bot }));
        };
        let subject = self.about_registration(&mut conn, claimed, id).await?;
        Ok(subject.map(|subject| Brief { person, reachable, subject }))
    }

    /// What a notice about a registration needs; `None` when it no longer applies.
    async fn about_registration(
        &self,
        conn: &mut Conn,
        claimed: &Claimed,
        id: RegistrationId,
    ) -> Result<Option<Subject>> {
        let now = self.now();
        let Some(registration) = registrations::lookup(conn, id).await? else { return Ok(None) };
        let Some(event) = events::lookup(conn, registration.event).await? else { return Ok(None) };
        if registration.person != claimed.person || !claimed.notice.applies(&registration, &event, now) {
            return Ok(None);
        }
        let ticket = self.tickets.seal(registration.id);
        let near = match claimed.notice {
            Notice::EventCancelled { .. } | Notice::Closed { .. } | Notice::Absent { .. } => {
                let party = registration.party;
                events::list_near(conn, &event, registration.person, party, now).await?
            }
            _ => Vec::new(),
        };
        let has_arrived = match claimed.notice {
            Notice::Feedback { .. } | Notice::Absent { .. } => arrivals::find(conn, id).await?.is_some(),
            _ => false,
        };
        let has_materials = match claimed.notice {
            Notice::Feedback { .. } => materials::count(conn, Some(event.id)).await? > 0,
            _ => false,
        };
        // Somebody may have been marked, or have said that they came, while it waited.
        if matches!(claimed.notice, Notice::Absent { .. })
            && (has_arrived || feedback::find(conn, id).await?.came == Some(true))
        {
            return Ok(None);
        }
        let event = Box::new(event);
        Ok(Some(Subject::Registration { event, registration, ticket, near, has_arrived, has_materials }))
    }

    /// What a notice to somebody of the staff is about: nothing when it no longer applies, `None` when it is not such a
    /// notice.
    async fn work_of(&self, conn: &mut Conn, claimed: &Claimed) -> Result<Option<Option<Subject>>> {
        let (id, host) = match claimed.notice {
            Notice::HostAsked { host } => match hosts::lookup(conn, host).await? {
                Some(host) if host.approved_at.is_none() => (host.event, Some(host)),
                _ => return Ok(Some(None)),
            },
            Notice::HostAnswered { event, .. } | Notice::Talk { event, .. } => (event, None),
            _ => return Ok(None),
        };
        let Some(event) = events::lookup(conn, id).await? else { return Ok(Some(None)) };
        let role = self.role(conn, claimed.person).await?;
        let applies = match claimed.notice {
            Notice::HostAsked { .. } => role.owns(&event),
            Notice::Talk { .. } => {
                let speaks = role.work().is_some_and(|work| work.spoken.contains(&id));
                speaks && event.status == EventStatus::Published && self.now() < event.starts_at
            }
            _ => true,
        };
        Ok(Some(applies.then(|| Subject::Work { event: Box::new(event), host })))
    }

    /// What a notice about an event itself tells; `None` for one that is about something else.
    async fn of_event(&self, conn: &mut Conn, claimed: &Claimed) -> Result<Option<Option<Subject>>> {
        Ok(match claimed.notice {
            Notice::Results { event } => Some(self.results_for(conn, event, claimed.person).await?),
            Notice::Asked { event, .. } => Some(self.asked(conn, event, claimed.person).await?),
            Notice::Answer { question } => Some(self.answer_for(conn, question, None, claimed.person).await?),
            Notice::AnswerCorrected { question, version } => {
                Some(self.answer_for(conn, question, Some(version), claimed.person).await?)
            }
            _ => None,
        })
    }

    /// What people said of an event, for one of its organisers; `None` while that is nothing, or once they are not.
    async fn results_for(&self, conn: &mut Conn, id: EventId, person: PersonId) -> Result<Option<Subject>> {
        let role = self.role(conn, person).await?;
        let Some(event) = events::lookup(conn, id).await?.filter(|event| role.works_on(event)) else {
            return Ok(None);
        };
        let results = feedback::results(conn, id).await?;
        Ok((!results.is_empty()).then(|| Subject::Results { event: Box::new(event), results }))
    }

    /// What a message of a broadcast needs; `None` when that is over.
    async fn delivery(&self, conn: &mut Conn, id: BroadcastId, person: PersonId) -> Result<Option<Subject>> {
        let Some(broadcast) = broadcasts::lookup(conn, id).await? else { return Ok(None) };
        if !matches!(broadcast.status, BroadcastStatus::Running | BroadcastStatus::Paused) {
            return Ok(None);
        }
        let event = match broadcast.audience.event() {
            Some(event) => events::lookup(conn, event).await?.map(Box::new),
            None => None,
        };
        let message = match broadcast.task {
            Task::Send => None,
            Task::Correct | Task::Withdraw => deliveries::message_of(conn, id, person).await?,
        };
        Ok(Some(Subject::Delivery { broadcast: Box::new(broadcast), event, message }))
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

    /// Hands what has fallen due of the occasions of events to the outbox, one at a time. Returns whether there may be
    /// more.
    pub async fn fire_occasions(&self) -> Result<bool> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let due = occasions::list_due(&mut tx, now, OCCASIONS_AT_ONCE).await?;
        for planned in &due {
            if let Some(event) = events::lookup(&mut tx, planned.event).await?
                && planned.occasion.is_useful(now, &event.times(), self.zone())
            {
                self.fire(&mut tx, planned, &event, now).await?;
            }
            occasions::set_fired(&mut tx, planned, now).await?;
        }
        tx.commit().await?;
        if !due.is_empty() {
            self.bell.notify_waiters();
        }
        Ok(!due.is_empty())
    }

    async fn fire(&self, tx: &mut Tx, planned: &Planned, event: &Event, now: DateTime<Utc>) -> Result<()> {
        let void_after = planned.occasion.void_after(&event.times());
        occasions::add_for_registrations(tx, planned, event.revision, void_after, now).await?;
        if let Occasion::Reminder(rule) = planned.occasion {
            for speaker in speakers::list_by_event(tx, event.id).await? {
                if mutes::list(tx, speaker.person).await?.contains(&Optional::Reminders) {
                    continue;
                }
                let notice = Notice::Talk { event: event.id, rule };
                outbox::add(tx, speaker.person, &notice, now, Some(void_after)).await?;
            }
        }
        let id = event.id;
        let (people, notice) = match planned.occasion {
            Occasion::Results => {
                (scopes::list_workers(tx, event, true).await?, Notice::Results { event: id })
            }
            _ if event.status == EventStatus::Finished => return Ok(()),
            Occasion::Report => (self.reporters(tx, event).await?, Notice::Report { event: id }),
            Occasion::Overdue => (self.reporters(tx, event).await?, Notice::ReportOverdue { event: id }),
            Occasion::Missing => (self.policy.admins.clone(), Notice::ReportMissing { event: id }),
            _ => return Ok(()),
        };
        for person in people {
            outbox::add(tx, person, &notice, now, Some(void_after)).await?;
        }
        Ok(())
    }

    /// Plans the occasions of all events by the rules of the settings, which may have changed.
    pub async fn plan_occasions(&self) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        occasions::clear(&mut tx, None, now).await?;
        for (event, times) in occasions::list_events(&mut tx, now - LONG_OVER).await? {
            self.plan(&mut tx, event, &times).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Plans the occasions of one event.
    pub(super) async fn plan(&self, tx: &mut Tx, event: EventId, times: &Times) -> Result<()> {
        let now = self.now();
        let reminders = self.policy.reminders.iter().map(|rule| Occasion::Reminder(*rule));
        for occasion in reminders.chain(Occasion::ALWAYS) {
            let due = occasion.due(times, self.zone());
            // A reminder whose moment has passed is not made up for: it would say "tomorrow" on the day.
            if due > now {
                occasions::set(tx, &Planned { event, occasion, due }, now).await?;
            }
        }
        Ok(())
    }

    /// When the scheduler must look again: the next occasion or end of an offer.
    pub async fn next_due(&self) -> Result<Option<DateTime<Utc>>> {
        Ok(occasions::next_due(&mut *self.store.read().await?).await?)
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
