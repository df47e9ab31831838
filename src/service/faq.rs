//! Use cases on questions with their answers that are kept for others: at their event, at coming events on the same
//! matter, and found by words.

use super::{Actor, Error, PAGE, Page, Result, Services, events::visible};
use crate::{
    domain::{Deed, Entry, Event, EventId, EventLine, Faq, FaqId, Object, Question, QuestionId, Role, Texts},
    store::{
        Tx, audit,
        events::{self, Wanted},
        faq,
    },
};

/// An answered question, and the coming events it can be kept at too, each with whether it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Keeping {
    /// The question.
    pub question: Question,
    /// Whether it is kept at its own event.
    pub is_kept: bool,
    /// The other events.
    pub events: Page<(EventLine, bool)>,
}

impl Services {
    /// A page of what is kept at an event.
    pub async fn faq(&self, event: EventId, page: u32) -> Result<Option<(Event, Page<Faq>)>> {
        let mut conn = self.store.read().await?;
        let Some(event) = visible(&mut conn, event).await? else { return Ok(None) };
        let total = faq::count(&mut conn, event.id).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let items = faq::list(&mut conn, event.id, PAGE, page * PAGE).await?;
        Ok(Some((event, Page { items, total })))
    }

    /// One entry with its event.
    pub async fn entry(&self, id: FaqId) -> Result<Option<(Faq, Event)>> {
        let mut conn = self.store.read().await?;
        let Some(entry) = faq::lookup(&mut conn, id).await? else { return Ok(None) };
        Ok(visible(&mut conn, entry.event).await?.map(|event| (entry, event)))
    }

    /// A page of the entries of all events that contain these words, each with the title of its event.
    pub async fn search_answers(&self, words: &str, page: u32) -> Result<Page<(Faq, Texts)>> {
        let Some(words) = Wanted::words(words) else { return Ok(Page { items: Vec::new(), total: 0 }) };
        let mut conn = self.store.read().await?;
        let total = faq::count_found(&mut conn, &words).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        Ok(Page { items: faq::search(&mut conn, &words, PAGE, page * PAGE).await?, total })
    }

    /// Where an answered question is kept, and where it could be: at coming events of the actor's. For those who answer
    /// it.
    pub async fn keeping(&self, actor: &Actor, id: QuestionId, page: u32) -> Result<Keeping> {
        let mut conn = self.store.read().await?;
        let (question, event) = self.answerable(&mut conn, actor, id).await?;
        let role = self.role(&mut conn, actor.person).await?;
        let worker = (role != Role::Admin).then(|| (actor.person, self.now()));
        let wanted = Wanted { from: self.now(), worker, ..Wanted::all() };
        let total = events::count(&mut conn, &wanted).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let mut items = Vec::new();
        for line in events::list(&mut conn, &wanted, PAGE, page * PAGE).await? {
            // Whoever only stands at the door of an event does not answer there.
            if events::lookup(&mut conn, line.id).await?.is_some_and(|event| role.answers(&event)) {
                let is_kept = faq::find(&mut conn, line.id, id).await?.is_some();
                items.push((line, is_kept));
            }
        }
        let is_kept = faq::find(&mut conn, event.id, id).await?.is_some();
        Ok(Keeping { question, is_kept, events: Page { items, total } })
    }

    /// Keeps an answered question at an event, or no longer. For those who answer both. `None` while it has no answer.
    pub async fn keep(
        &self,
        actor: &Actor,
        id: QuestionId,
        event: EventId,
        kept: bool,
    ) -> Result<Option<Question>> {
        let mut tx = self.begin(actor).await?;
        let (question, _) = self.answerable(&mut tx, actor, id).await?;
        let event = self.answered_by(&mut tx, actor, event).await?;
        let Some((answer, _)) = question.answer.as_ref().filter(|_| !question.is_hidden) else {
            return Ok(None);
        };
        if kept {
            faq::add(&mut tx, event.id, &question, answer, self.now()).await?;
            self.note_kept(&mut tx, actor, Deed::AnswerKept, event.id, id).await?;
        } else if let Some(entry) = faq::find(&mut tx, event.id, id).await? {
            faq::remove(&mut tx, entry).await?;
            self.note_kept(&mut tx, actor, Deed::AnswerDropped, event.id, id).await?;
        }
        self.commit(tx, actor).await?;
        Ok(Some(question))
    }

    /// Keeps an entry no longer. For those who answer what is asked about its event. Gives the event.
    pub async fn remove_entry(&self, actor: &Actor, id: FaqId) -> Result<EventId> {
        let mut tx = self.begin(actor).await?;
        let entry = faq::lookup(&mut tx, id).await?.ok_or(Error::NoRight)?;
        self.answered_by(&mut tx, actor, entry.event).await?;
        faq::remove(&mut tx, id).await?;
        self.note_kept(&mut tx, actor, Deed::AnswerDropped, entry.event, entry.question).await?;
        self.commit(tx, actor).await?;
        Ok(entry.event)
    }

    async fn note_kept(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        deed: Deed,
        event: EventId,
        question: QuestionId,
    ) -> Result<()> {
        let entry = Entry::new(actor.person, deed, Object::Event(event))
            .change(None, Some(Object::Question(question).to_string()));
        Ok(audit::add(tx, &entry, self.now()).await?)
    }
}
