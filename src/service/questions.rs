//! Use cases on questions: asking and voting, letting them through and hiding them, answering. What is kept of them for
//! others is in `faq`.

use super::{Actor, Error, PAGE, Page, Result, Services, Subject, events::visible};
use crate::{
    domain::{
        Answer, Answered, Asked, Deed, Entry, Event, EventId, MOST_OPEN, Notice, Object, PersonId, Pile,
        Question, QuestionId, Voted, Words, block,
    },
    store::{Conn, Tx, answers, audit, events, faq, outbox, people, questions, scopes, speakers},
};
use chrono::TimeDelta;

/// So long after it was given an answer is worth sending.
const TOLD_WITHIN: TimeDelta = TimeDelta::days(7);
/// So long new questions are worth telling of.
const LOOKED_AT_WITHIN: TimeDelta = TimeDelta::days(1);
/// A correction waits until what it corrects has arrived.
const CORRECTED_AFTER: TimeDelta = TimeDelta::seconds(30);

/// What is asked about an event, as a person sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    /// The event.
    pub event: Event,
    /// A page of the questions, open ones with most votes first.
    pub questions: Page<Question>,
    /// How many questions with their answers are kept for everybody.
    pub kept: u32,
    /// How many nobody has looked at, for those who answer.
    pub new: Option<u32>,
}

/// What is asked about an event, as those who answer see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Moderation {
    /// The event.
    pub event: Event,
    /// How many questions each pile has, in the order of [`Pile::ALL`].
    pub counts: [u32; Pile::ALL.len()],
    /// A page of one of them.
    pub questions: Page<Question>,
}

impl Services {
    /// What is asked about an event.
    pub async fn board(&self, actor: &Actor, event: EventId, page: u32) -> Result<Option<Board>> {
        let mut conn = self.store.read().await?;
        let Some(event) = visible(&mut conn, event).await? else { return Ok(None) };
        let total = questions::count(&mut conn, event.id, actor.person).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let items = questions::list(&mut conn, event.id, actor.person, PAGE, page * PAGE).await?;
        let kept = faq::count(&mut conn, event.id).await?;
        let new = if self.is_answered_by(&mut conn, actor, event.id).await? {
            Some(questions::count_piles(&mut conn, event.id).await?[0])
        } else {
            None
        };
        Ok(Some(Board { event, questions: Page { items, total }, kept, new }))
    }

    /// A question that the actor sees: everybody's, their own, or one that they may answer.
    pub async fn question(&self, actor: &Actor, id: QuestionId) -> Result<Option<(Question, Event)>> {
        let mut conn = self.store.read().await?;
        let Some(question) = questions::lookup(&mut conn, id, actor.person).await? else { return Ok(None) };
        let Some(event) = visible(&mut conn, question.event).await? else { return Ok(None) };
        let is_seen = !question.is_hidden && (question.is_approved || question.asker == actor.person);
        if is_seen || self.is_answered_by(&mut conn, actor, event.id).await? {
            return Ok(Some((question, event)));
        }
        Ok(None)
    }

    /// Asks. Those who answer hear of it soon, of several at once.
    pub async fn ask(&self, actor: &Actor, event: EventId, words: &Words) -> Result<Asked> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let event = visible(&mut tx, event).await?.filter(|event| event.takes_questions(now));
        let Some(event) = event else { return Ok(Asked::Closed) };
        if questions::count_unanswered(&mut tx, event.id, actor.person).await? >= MOST_OPEN {
            return Ok(Asked::TooMany);
        }
        questions::add(&mut tx, event.id, actor.person, words, now).await?;
        let until = block(now);
        let notice = Notice::Asked { event: event.id, until };
        for person in self.answerers(&mut tx, &event).await? {
            let void_after = Some(until + LOOKED_AT_WITHIN);
            outbox::add(&mut tx, person, &notice, until, void_after).await?;
        }
        self.announce(tx, actor).await?;
        Ok(Asked::Done)
    }

    /// Votes for a question, or takes the vote back. `None` if it is not there for the actor.
    pub async fn vote(&self, actor: &Actor, id: QuestionId) -> Result<Option<(EventId, Voted)>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        questions::lock(&mut tx, id).await?;
        let question = questions::lookup(&mut tx, id, actor.person).await?;
        let Some(question) = question.filter(|question| question.is_approved && !question.is_hidden) else {
            return Ok(None);
        };
        if visible(&mut tx, question.event).await?.is_none() {
            return Ok(None);
        }
        let voted = if question.asker == actor.person {
            Voted::Own
        } else if question.answer.is_some() {
            Voted::Answered
        } else if questions::add_vote(&mut tx, id, actor.person, now).await? {
            Voted::Given
        } else {
            questions::remove_vote(&mut tx, id, actor.person).await?;
            Voted::Taken
        };
        self.commit(tx, actor).await?;
        Ok(Some((question.event, voted)))
    }

    /// What is asked about an event, pile by pile. For those who answer.
    pub async fn pile(&self, actor: &Actor, event: EventId, pile: Pile, page: u32) -> Result<Moderation> {
        let mut conn = self.store.read().await?;
        let event = self.answered_by(&mut conn, actor, event).await?;
        let counts = questions::count_piles(&mut conn, event.id).await?;
        let total = counts[pile as usize];
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let items = questions::list_pile(&mut conn, event.id, actor.person, pile, PAGE, page * PAGE).await?;
        Ok(Moderation { event, counts, questions: Page { items, total } })
    }

    /// Lets everybody see a question. For those who answer.
    pub async fn approve_question(&self, actor: &Actor, id: QuestionId) -> Result<Question> {
        let mut tx = self.begin(actor).await?;
        let (question, _) = self.answerable(&mut tx, actor, id).await?;
        questions::set_approved(&mut tx, id, self.now()).await?;
        self.note_question(&mut tx, actor, Deed::QuestionApproved, id).await?;
        self.commit(tx, actor).await?;
        Ok(Question { is_approved: true, ..question })
    }

    /// Takes a question away from everybody but those who answer, or gives it back. For those who answer.
    pub async fn hide_question(&self, actor: &Actor, id: QuestionId, hidden: bool) -> Result<Question> {
        let mut tx = self.begin(actor).await?;
        let (question, _) = self.answerable(&mut tx, actor, id).await?;
        questions::set_hidden(&mut tx, id, hidden.then_some(self.now())).await?;
        let deed = if hidden { Deed::QuestionHidden } else { Deed::QuestionUnhidden };
        self.note_question(&mut tx, actor, deed, id).await?;
        self.commit(tx, actor).await?;
        Ok(Question { is_hidden: hidden, ..question })
    }

    /// Answers a question, once: whoever comes second hears what was said. Whoever asked or voted is told. For those who
    /// answer.
    pub async fn answer_question(&self, actor: &Actor, id: QuestionId, answer: &Answer) -> Result<Answered> {
        let now = self.now();
        let early = if self.policy.careless {
            let question = questions::lookup(&mut *self.store.read().await?, id, actor.person).await?;
            self.linger().await;
            question.map(|question| question.answer.is_none())
        } else {
            None
        };
        let mut tx = self.begin(actor).await?;
        questions::lock(&mut tx, id).await?;
        let (question, _) = self.answerable(&mut tx, actor, id).await?;
        if !early.unwrap_or(question.answer.is_none()) {
            return Ok(Answered::Already(Box::new(question)));
        }
        questions::set_answer(&mut tx, id, answer, actor.person, now).await?;
        self.note_question(&mut tx, actor, Deed::QuestionAnswered, id).await?;
        let told = answers::add(&mut tx, id, now + TOLD_WITHIN, now).await?;
        let question = self.again(&mut tx, id, actor.person).await?;
        self.announce(tx, actor).await?;
        Ok(Answered::Done(question, told))
    }

    /// Corrects an answer, for a day after it was given. Messages that carry it are edited; nobody gets a second one. For
    /// those who answer.
    pub async fn correct_answer(&self, actor: &Actor, id: QuestionId, answer: &Answer) -> Result<Answered> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        questions::lock(&mut tx, id).await?;
        let (question, _) = self.answerable(&mut tx, actor, id).await?;
        if !question.is_correctable(now) {
            return Ok(Answered::TooLate(Box::new(question)));
        }
        questions::correct(&mut tx, id, answer).await?;
        self.note_question(&mut tx, actor, Deed::AnswerCorrected, id).await?;
        let question = self.again(&mut tx, id, actor.person).await?;
        faq::correct(&mut tx, &question, answer).await?;
        let (due, void_after) = (now + CORRECTED_AFTER, now + TOLD_WITHIN);
        let told = answers::add_corrections(&mut tx, id, question.version, due, void_after).await?;
        self.announce(tx, actor).await?;
        Ok(Answered::Done(question, told))
    }

    /// Writes down what was done to a question. Its words, and those of its answer, stay out of it.
    async fn note_question(&self, tx: &mut Tx, actor: &Actor, deed: Deed, id: QuestionId) -> Result<()> {
        Ok(audit::add(tx, &Entry::new(actor.person, deed, Object::Question(id)), self.now()).await?)
    }

    /// The question as it stands within a transaction that has just changed it.
    async fn again(&self, tx: &mut Tx, id: QuestionId, viewer: PersonId) -> Result<Box<Question>> {
        let question = questions::lookup(tx, id, viewer).await?;
        question.map(Box::new).ok_or(Error::NoRight)
    }

    /// The event, if the actor answers what is asked about it.
    async fn answers(&self, conn: &mut Conn, actor: &Actor, event: EventId) -> Result<Option<Event>> {
        let role = self.role(conn, actor.person).await?;
        if !role.runs_events() && !role.speaks() {
            return Err(Error::NoRight);
        }
        Ok(events::lookup(conn, event).await?.filter(|event| role.answers(event)))
    }

    /// Whether they do, for what they are shown.
    async fn is_answered_by(&self, conn: &mut Conn, actor: &Actor, event: EventId) -> Result<bool> {
        match self.answers(conn, actor, event).await {
            Ok(event) => Ok(event.is_some()),
            Err(Error::NoRight) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// Everybody who answers what is asked about an event: those who run it and its speakers, or else the
    /// admins.
    async fn answerers(&self, conn: &mut Conn, event: &Event) -> Result<Vec<PersonId>> {
        let mut people = scopes::list_workers(conn, event, true).await?;
        people.extend(speakers::list_by_event(conn, event.id).await?.into_iter().map(|one| one.person));
        Ok(if people.is_empty() { self.policy.admins.clone() } else { people })
    }

    /// The same for a screen that offers to.
    pub async fn may_answer(&self, actor: &Actor, event: EventId) -> Result<bool> {
        self.is_answered_by(&mut *self.store.read().await?, actor, event).await
    }

    /// The event that the actor must answer for.
    pub(super) async fn answered_by(&self, conn: &mut Conn, actor: &Actor, event: EventId) -> Result<Event> {
        self.answers(conn, actor, event).await?.ok_or(Error::NoRight)
    }

    /// The question with its event, if the actor may answer it. A foreign one looks like one that is not there.
    pub(super) async fn answerable(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        id: QuestionId,
    ) -> Result<(Question, Event)> {
        let question = questions::lookup(conn, id, actor.person).await?.ok_or(Error::NoRight)?;
        let event = self.answered_by(conn, actor, question.event).await?;
        Ok((question, event))
    }

    /// What a notice of new questions tells; `None` once somebody has looked at them, or to whom it is not for any more.
    pub(super) async fn asked(
        &self,
        conn: &mut Conn,
        id: EventId,
        person: PersonId,
    ) -> Result<Option<Subject>> {
        let Some(event) = events::lookup(conn, id).await? else { return Ok(None) };
        let [new, ..] = questions::count_piles(conn, id).await?;
        let is_for_them = self.is_answered_by(conn, &Actor::unprompted(person), id).await?;
        Ok((new > 0 && is_for_them).then(|| Subject::Asked { event: Box::new(event), new }))
    }

    /// What a notice of an answer tells; `None` if there is none any more, or no message that a correction could edit.
    pub(super) async fn answer_for(
        &self,
        conn: &mut Conn,
        id: QuestionId,
        version: Option<u32>,
        person: PersonId,
    ) -> Result<Option<Subject>> {
        let question = questions::lookup(conn, id, person).await?;
        let Some(question) = question.filter(|q| q.answer.is_some() && !q.is_hidden) else { return Ok(None) };
        let message = answers::message_of(conn, id, person).await?;
        if version.is_some_and(|version| version != question.version || message.is_none()) {
            return Ok(None);
        }
        let Some(event) = visible(conn, question.event).await? else { return Ok(None) };
        let message = message.filter(|_| version.is_some());
        Ok(Some(Subject::Answer { event: Box::new(event), question: Box::new(question), message }))
    }

    /// Whether anything is kept that the person asked or voted for.
    pub async fn has_asked(&self, person: PersonId) -> Result<bool> {
        let mut conn = self.store.read().await?;
        Ok(people::lookup(&mut conn, person).await?.is_some()
            && !questions::list_records(&mut conn, person).await?.is_empty())
    }
}
