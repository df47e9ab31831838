//! Use cases on the report of an event that is over: read it, put a figure right, confirm it. For those who work on it.

use super::{Actor, Error, Result, Services};
use crate::{
    domain::{
        Correction, Deed, Event, EventId, EventReport, EventStatus, Figure, Object, PersonId, Reason,
        ReportConfirmed,
    },
    store::{
        Conn, Tx, events, feedback,
        reports::{self, Confirmed},
        scopes,
    },
};

impl Services {
    /// The report on an event. `None` when it is not the actor's to work on, or not over.
    pub async fn event_report(&self, actor: &Actor, event: EventId) -> Result<Option<EventReport>> {
        let mut conn = self.store.read().await?;
        let event = self.worked_on(&mut conn, actor, event).await?;
        self.reported(&mut conn, event).await
    }

    /// Puts a figure right, for a reason that is kept.
    pub async fn correct_figure(
        &self,
        actor: &Actor,
        event: EventId,
        figure: Figure,
        after: u32,
        reason: &Reason,
    ) -> Result<Option<EventReport>> {
        let mut tx = self.begin(actor).await?;
        let Some(mut report) = self.report_to_change(&mut tx, actor, event).await? else { return Ok(None) };
        let (by, at) = (actor.person, self.now());
        let before = report.figure(figure);
        let correction = Correction { figure, before, after, reason: reason.clone(), by, at };
        reports::add_correction(&mut tx, event, &correction).await?;
        let word = |number: Option<u32>| {
            format!("{} {}", figure.slug(), number.map_or_else(|| "-".into(), |number| number.to_string()))
        };
        let words = [word(before), word(Some(after))];
        let words = [Some(words[0].as_str()), Some(words[1].as_str())];
        self.write_down(&mut tx, actor, Deed::FigureCorrected, Object::Event(event), words).await?;
        self.commit(tx, actor).await?;
        report.corrections.push(correction);
        Ok(Some(report))
    }

    /// Confirms the report: its figures stand, and the event is finished.
    pub async fn confirm_report(&self, actor: &Actor, event: EventId) -> Result<Option<ReportConfirmed>> {
        let early = self.confirmed_too_early(event).await?;
        let mut tx = self.begin(actor).await?;
        let Some(mut report) = self.report_to_change(&mut tx, actor, event).await? else { return Ok(None) };
        if early.unwrap_or(report.confirmed.is_some()) {
            self.commit(tx, actor).await?;
            return Ok(Some(ReportConfirmed::Already(report)));
        }
        let (by, at) = (actor.person, self.now());
        let confirmed = Confirmed { figures: report.counted.clone(), by, at };
        reports::set(&mut tx, event, &confirmed).await?;
        events::set_status(&mut tx, event, EventStatus::Finished).await?;
        self.write_down(&mut tx, actor, Deed::ReportConfirmed, Object::Event(event), [None, None]).await?;
        self.commit(tx, actor).await?;
        (report.confirmed, report.event.status) = (Some((by, at)), EventStatus::Finished);
        Ok(Some(ReportConfirmed::Done(report)))
    }

    /// The same as [`Services::event_report`], with everybody else held back who would change it.
    async fn report_to_change(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        event: EventId,
    ) -> Result<Option<EventReport>> {
        events::lock(tx, event).await?;
        let event = self.worked_on(tx, actor, event).await?;
        self.reported(tx, event).await
    }

    /// The report on an event, if it is over.
    async fn reported(&self, conn: &mut Conn, event: Option<Event>) -> Result<Option<EventReport>> {
        let Some(event) = event.filter(|event| event.is_over(self.now())) else { return Ok(None) };
        let confirmed = reports::lookup(conn, event.id).await?;
        let (counted, confirmed) = match confirmed {
            Some(Confirmed { figures, by, at }) => (figures, Some((by, at))),
            None => (reports::count(conn, event.id).await?, None),
        };
        let corrections = reports::list_corrections(conn, event.id).await?;
        let languages = reports::count_languages(conn, event.id).await?;
        let results = feedback::results(conn, event.id).await?;
        Ok(Some(EventReport { event, counted, corrections, languages, results, confirmed }))
    }

    /// Who is asked for the report on an event: those who work on it by their scopes, else the admins.
    pub(super) async fn reporters(&self, conn: &mut Conn, event: &Event) -> Result<Vec<PersonId>> {
        let workers = scopes::list_workers(conn, event, true).await?;
        Ok(if workers.is_empty() { self.policy.admins.clone() } else { workers })
    }

    /// The report that somebody is asked for; `None` once it is confirmed, or once it is not theirs.
    pub(super) async fn report_for(
        &self,
        conn: &mut Conn,
        event: EventId,
        person: PersonId,
    ) -> Result<Option<EventReport>> {
        let event = match self.worked_on(conn, &Actor::unprompted(person), event).await {
            Err(Error::NoRight) => return Ok(None),
            event => event?,
        };
        Ok(self.reported(conn, event).await?.filter(|report| report.confirmed.is_none()))
    }

    /// Whether a report was confirmed before anything is locked, for the negative controls of tests; `None` unless
    /// careless.
    async fn confirmed_too_early(&self, event: EventId) -> Result<Option<bool>> {
        if !self.policy.careless {
            return Ok(None);
        }
        let confirmed = reports::lookup(&mut *self.store.read().await?, event).await?;
        self.linger().await;
        Ok(Some(confirmed.is_some()))
    }
}
