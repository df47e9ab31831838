//! Use cases on feedback: what people say of an event once it is over, and what its organisers hear of it. When they are
//! asked is in `domain/occasion.rs`.

use super::{Actor, Error, PAGE, Page, Result, Services};
use crate::{
    domain::{
        Comment, DoorCounts, Event, EventId, FEEDBACK_TERM, Feedback, Heard, Rating, RegistrationId, Results,
        Standing,
    },
    store::{Tx, arrivals, events, feedback, registrations},
};

/// What people said of an event, as its organisers read it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The event.
    pub event: Event,
    /// How many came by the door's count.
    pub counts: DoorCounts,
    /// The numbers.
    pub results: Results,
    /// A page of what people wrote, latest first, each with their rating.
    pub comments: Page<(Option<Rating>, Comment)>,
}

impl Services {
    /// Notes whether the person came. Whoever did not has nothing to rate.
    pub async fn say_came(&self, actor: &Actor, id: RegistrationId, came: bool) -> Result<Heard> {
        self.hear(actor, id, |said| {
            let Feedback { rating, comment, .. } = said;
            let kept = |_: &Rating| came;
            Feedback { came: Some(came), rating: rating.filter(kept), comment: comment.filter(|_| came) }
        })
        .await
    }

    /// Notes how it was. Whoever rates it came.
    pub async fn rate(&self, actor: &Actor, id: RegistrationId, rating: Rating) -> Result<Heard> {
        self.hear(actor, id, |said| Feedback { came: Some(true), rating: Some(rating), ..said }).await
    }

    /// Notes what they wrote.
    pub async fn comment(&self, actor: &Actor, id: RegistrationId, comment: &Comment) -> Result<Heard> {
        self.hear(actor, id, |said| Feedback { comment: Some(comment.clone()), ..said }).await
    }

    /// Changes what the person has said of an event they held seats at.
    async fn hear(
        &self,
        actor: &Actor,
        id: RegistrationId,
        change: impl FnOnce(Feedback) -> Feedback,
    ) -> Result<Heard> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let heard = match self.attended(&mut tx, actor, id).await? {
            None => Heard::Nothing,
            Some(event) => {
                let said = change(feedback::find(&mut tx, id).await?);
                feedback::set(&mut tx, id, event.id, &said, now).await?;
                Heard::Noted(Box::new(event), said)
            }
        };
        self.commit(tx, actor).await?;
        Ok(heard)
    }

    /// The event that is over, if the actor held seats at it. A foreign registration looks like one that is not there.
    async fn attended(&self, tx: &mut Tx, actor: &Actor, id: RegistrationId) -> Result<Option<Event>> {
        let now = self.now();
        registrations::lock(tx, id).await?;
        let held = registrations::lookup(tx, id).await?;
        let held = held.filter(|r| r.person == actor.person && r.standing == Standing::Seated);
        let Some(registration) = held else { return Ok(None) };
        let event = events::lookup(tx, registration.event).await?;
        Ok(event.filter(|event| event.is_over(now) && now < event.ends_at() + FEEDBACK_TERM))
    }

    /// What people said of an event. For those who work on it; `None` while it is not over.
    pub async fn report(&self, actor: &Actor, event: EventId, page: u32) -> Result<Option<Report>> {
        let mut conn = self.store.read().await?;
        let event = self.worked_on(&mut conn, actor, event).await?.ok_or(Error::NoRight)?;
        if !event.is_over(self.now()) {
            return Ok(None);
        }
        let counts = arrivals::count(&mut conn, event.id).await?;
        let results = feedback::results(&mut conn, event.id).await?;
        let total = results.comments;
        let page = page.min(total.div_ceil(PAGE).max(1) - 1);
        let items = feedback::list_comments(&mut conn, event.id, PAGE, page * PAGE).await?;
        Ok(Some(Report { event, counts, results, comments: Page { items, total } }))
    }
}
