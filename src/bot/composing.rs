//! Carrying the conversation that writes a message to many: what it refers to, what its steps lead to. Part of the
//! actions, in a file of its own; what is asked stands in `compose`.

use super::{
    actions::{Replies, Visit, redraw, show},
    broadcasts::{self as broadcasts_of, screen as progress},
    compose::{self, Step},
    memory::{MemoryError, State},
};
use crate::{
    domain::{Background, BroadcastId, Draft, MESSAGES_PER_STAR},
    i18n::Tr,
    service::BroadcastConfirmed,
    view::{
        Button, Compose, Input, Reply, Screen, broadcasts,
        compose::{Facts, Note, Prompt, busy, prompt, test},
        edit, home,
    },
};

impl Visit {
    /// A press of one of its buttons; without a message that is being written, it may begin one.
    pub(super) async fn compose(&self, input: &Input) -> Replies {
        let state = match (self.state().await?, input) {
            (State::Compose(state), _) => *state,
            (State::Edit(state), _) if !state.is_empty() => return show(edit::busy(&self.tr)),
            (_, Input::Press(Button::Compose(Compose::Open | Compose::To(_)))) => compose::State::default(),
            _ => return self.old_button(),
        };
        self.composing(state, input).await
    }

    /// What is being written and must not get lost, as the screen that says so.
    pub(super) async fn busy(&self) -> Result<Option<Screen>, MemoryError> {
        Ok(match self.state().await? {
            State::Compose(state) if !state.is_empty() => Some(busy(&self.tr)),
            State::Edit(state) if !state.is_empty() => Some(edit::busy(&self.tr)),
            _ => None,
        })
    }

    /// Writes what was sent anew.
    pub(super) async fn correct(&self, id: BroadcastId) -> Replies {
        let overview = self.bot.services.broadcast(&self.actor, id).await?;
        if !overview.broadcast.is_correctable() {
            return broadcasts_of::done(self, id, None).await;
        }
        let mut replies = self.leave_conversation().await?;
        let state = compose::State::correcting(&overview.broadcast);
        replies.push(Reply::Redraw(self.put(state, None).await?));
        Ok(replies)
    }

    /// Takes an input to the message that is being written.
    pub(super) async fn composing(&self, state: compose::State, input: &Input) -> Replies {
        let services = &self.bot.services;
        if let Input::Press(Button::Compose(Compose::To(event))) = input
            && !services.works_on(&self.actor, *event).await?
        {
            return self.old_button();
        }
        let background = services.background(&self.actor, state.draft()).await?;
        let here = services.now().with_timezone(&services.zone());
        let step = compose::step(state, input, &background, here);
        self.go_on(step, &background).await
    }

    /// Does what a step leads to. Only a finished draft reaches a use case that changes anything.
    async fn go_on(&self, step: Step, background: &Background) -> Replies {
        match step {
            Step::Ask(state, note) => Ok(vec![Reply::Redraw(self.put(*state, note).await?)]),
            Step::Preview(state) => self.shown(*state, background, false).await,
            Step::Test(state) => self.shown(*state, background, true).await,
            Step::Done(draft) => self.confirm(&draft).await,
            Step::Corrected(id, draft) => {
                let done = self.bot.services.correct_broadcast(&self.actor, id, &draft.content).await?;
                self.conversation.exit().await?;
                match done {
                    // How far it is, is told in a message of its own.
                    Some(_) => redraw(broadcasts::correcting(&self.tr, id)),
                    None => broadcasts_of::done(self, id, None).await,
                }
            }
            Step::Left => {
                self.conversation.exit().await?;
                redraw(home::cancelled(&self.tr))
            }
            Step::Silence => Ok(Vec::new()),
        }
    }

    /// Keeps where the conversation stands and puts its question.
    async fn put(&self, state: compose::State, note: Option<Note>) -> Result<Screen, MemoryError> {
        let (mut state, mut note) = (state, note);
        if matches!(state.prompt(), Prompt::Send | Prompt::Fast)
            && state.corrects().is_none()
            && self.bot.services.reach(&self.actor, &state.draft().audience).await?.people() == 0
        {
            (state, note) = (state.back_to_overview(), Some(Note::Nobody));
        }
        let screen = self.composed(&self.tr, &state, note.as_ref()).await?;
        self.conversation.update(State::Compose(Box::new(state))).await?;
        Ok(screen)
    }

    /// The open question with everything it tells.
    pub(super) async fn composed(
        &self,
        tr: &Tr,
        state: &compose::State,
        note: Option<&Note>,
    ) -> Result<Screen, MemoryError> {
        let (services, draft) = (&self.bot.services, state.draft());
        let background = services.background(&self.actor, draft).await?;
        let reach = services.reach(&self.actor, &draft.audience).await?;
        let allowed = services.may_write(&self.actor, &draft.audience).await?;
        let now = services.now();
        let event = draft.timing.event().and_then(|event| background.event(event));
        let people = reach.people();
        let due = draft.timing.due(now, event);
        let corrects = match state.corrects() {
            Some(id) => Some(services.broadcast(&self.actor, id).await?.tally.sent),
            None => None,
        };
        let facts = Facts {
            corrects,
            draft,
            background: &background,
            reach,
            allowed,
            now,
            free: (due, services.through(due, people, false)),
            paid: (services.pace(true) > services.pace(false))
                .then(|| (services.through(due, people, true), people.div_ceil(MESSAGES_PER_STAR))),
        };
        Ok(prompt(tr, state.prompt(), note, &facts))
    }

    /// The message as people get it, in each language it is written in, and the overview once more. For its author
    /// alone it bears a mark.
    async fn shown(&self, state: compose::State, background: &Background, is_test: bool) -> Replies {
        let draft = state.draft();
        let event = draft.audience.event().and_then(|event| background.event(event));
        let name = self.person.details.as_ref().map(|details| &details.name);
        let mut replies = Vec::new();
        for (language, _) in draft.content.written() {
            let tr = Tr::new(language, self.tr.zone);
            replies.extend(is_test.then(|| Reply::Show(test(&self.tr, language))));
            replies.extend(broadcasts::message(&tr, &draft.content, event, name).map(Reply::Show));
        }
        replies.push(Reply::Show(self.put(state, None).await?));
        Ok(replies)
    }

    /// Hands the finished draft in. What comes of it is shown, or why nothing did.
    async fn confirm(&self, draft: &Draft) -> Replies {
        let (state, note) = match self.bot.services.confirm_broadcast(&self.actor, draft).await? {
            BroadcastConfirmed::Scheduled(broadcast) | BroadcastConfirmed::Proposed(broadcast) => {
                return redraw(progress(self, broadcast.id).await?);
            }
            BroadcastConfirmed::Nobody => (compose::State::of(draft.clone()), Note::Nobody),
            BroadcastConfirmed::TooLate => (compose::State::of(draft.clone()), Note::Past),
        };
        Ok(vec![Reply::Redraw(self.put(state, Some(note)).await?)])
    }
}
