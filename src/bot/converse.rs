//! Carrying conversations: what is kept of them, what their steps lead to, and how they end. Part of the actions, in a
//! file of its own; what is asked stands in the conversations.

use super::{
    actions::{Replies, Visit, redraw, show},
    guests,
    memory::{MemoryError, State},
    sign_up::{self, Facts, Step},
};
use crate::{
    domain::{Consent, Event, EventCard, EventId, Joined, Window},
    view::{
        Answer, Ask, Back, Button, Guests, Input, Keys, Reply, Screen, Shelf, Staff, events, home,
        registrations,
        sign_up::{Fault, Prompt, noted, prompt},
    },
};

/// A question in place of the pressed message; one with a keyboard of its own cannot take the place of a message.
pub(super) fn question(screen: Screen) -> Reply {
    if matches!(screen.keys, Keys::Ask { .. }) { Reply::Show(screen) } else { Reply::Redraw(screen) }
}

impl Visit {
    /// What the person is in the middle of. A state of another release ends the conversation with a word.
    pub(super) async fn state(&self) -> Result<State, MemoryError> {
        Ok(self.conversation.get().await?.unwrap_or_default())
    }

    /// Ends what the person is in the middle of. What is to be shown for it takes a keyboard away that stands there.
    pub(super) async fn leave_conversation(&self) -> Replies {
        let replies = match self.conversation.get().await {
            Ok(None | Some(State::Nothing)) => return Ok(Vec::new()),
            // Whatever else they look at: nothing of what is written gets lost.
            Ok(Some(State::Compose(state))) => {
                if !state.is_away() {
                    let aside = State::Compose(Box::new(state.put_aside())).to_text()?;
                    self.bot.services.keep_aside(self.actor.person, &aside).await?;
                }
                return Ok(Vec::new());
            }
            Ok(Some(State::Edit(state))) if !state.is_empty() => {
                if !state.is_away() {
                    let aside = State::Edit(Box::new(state.put_aside())).to_text()?;
                    self.bot.services.keep_aside(self.actor.person, &aside).await?;
                }
                return Ok(Vec::new());
            }
            Ok(Some(State::SignUp(state))) => self.keyboard_away(&state),
            // Whoever leaves the door leaves the message that shows it to others that they open.
            Ok(Some(State::Door { .. })) => {
                self.bot.services.take_down(self.actor.person, None).await?;
                Vec::new()
            }
            Ok(Some(
                State::Edit(_)
                | State::Copies { .. }
                | State::Counting { .. }
                | State::CallingOff { .. }
                | State::Feedback { .. }
                | State::Guests { .. }
                | State::AddGuest(_)
                | State::Removing { .. }
                | State::Writing(_)
                | State::Adding(_)
                | State::Speaker { .. }
                | State::Organisation { .. }
                | State::Correcting { .. },
            ))
            | Err(MemoryError::Foreign) => Vec::new(),
            Err(fault) => return Err(fault),
        };
        self.conversation.exit().await?;
        Ok(replies)
    }

    /// Whatever the sign-up has put in place of the person's own keyboard must not outlive it: its labels would come
    /// back later as words to search for.
    fn keyboard_away(&self, state: &sign_up::State) -> Vec<Reply> {
        if state.has_keyboard() { vec![Reply::Show(noted(&self.tr, None))] } else { Vec::new() }
    }

    pub(super) async fn cancel(&self) -> Replies {
        if let Ok(None | Some(State::Nothing)) = self.conversation.get().await {
            return show(home::nothing_to_cancel(&self.tr));
        }
        let mut replies = self.leave_conversation().await?;
        // A message that is being written is not left by leaving it alone.
        self.conversation.exit().await?;
        replies.push(Reply::Show(home::cancelled(&self.tr)));
        Ok(replies)
    }

    /// A screen beside the conversation, and its open question once more, so that the way on is the last thing they see.
    pub(super) async fn and_the_question(&self, screen: Screen) -> Replies {
        let mut replies = vec![Reply::Show(screen)];
        if let State::SignUp(state) = self.state().await? {
            let question = prompt(&self.tr, &sign_up::again(&state), None, &self.bot.operator);
            replies.push(Reply::Show(question));
        }
        if let State::Compose(state) = self.state().await?
            && !state.is_away()
        {
            replies.push(Reply::Show(self.composed(&self.tr, &state, None).await?));
        }
        if let State::Edit(state) = self.state().await?
            && !state.is_away()
        {
            replies.push(Reply::Show(self.edited(&self.tr, &state, None).await?));
        }
        Ok(replies)
    }

    /// Begins a sign-up, or says why there is nothing to begin.
    pub(super) async fn begin(&self, event: EventId) -> Replies {
        let services = &self.bot.services;
        let Some(card) = services.card(self.actor.person, event).await? else {
            return redraw(events::absent(&self.tr));
        };
        if let Some(busy) = self.busy().await? {
            return show(busy);
        }
        let shut = match (&card.mine, card.event.window(services.now())) {
            (Some(mine), _) => Some(Joined::Already(mine.clone())),
            (None, Window::Open) => None,
            (None, shut) => Some(Joined::Shut(shut)),
        };
        let mut replies = self.leave_conversation().await?;
        if let Some(joined) = shut {
            let screen = registrations::joined(&self.tr, &joined, &card.event, services.now());
            replies.push(Reply::Redraw(screen));
        } else {
            let facts = self.facts(&card).await?;
            replies.extend(self.follow(sign_up::begin(facts)).await?);
        }
        Ok(replies)
    }

    async fn facts(&self, card: &EventCard) -> Result<Facts, MemoryError> {
        let event: &Event = &card.event;
        let overlap = self.bot.services.overlap(&self.actor, event).await?;
        Ok(Facts {
            event: event.id,
            title: event.facts.title.clone(),
            starts_at: event.starts_at,
            phone_required: event.facts.phone_required,
            largest: event.largest_sensible_party(),
            free: card.seats.free(),
            overlap: overlap.map(|other| (other.facts.title, other.starts_at)),
            suggested: self.name.clone(),
            before: self.person.details.clone(),
            consented: self
                .person
                .consent
                .as_ref()
                .is_some_and(|consent| consent.version == Consent::VERSION),
        })
    }

    /// A press that answers a conversation's question.
    pub(super) async fn answer(&self, answer: Answer) -> Replies {
        match self.state().await? {
            State::SignUp(state) => {
                let (event, starts_at) = state.event();
                let services = &self.bot.services;
                if answer == Answer::Confirm
                    && let Some(now) = services.event(event).await?
                    && now.starts_at != starts_at
                    && let Some(card) = services.card(self.actor.person, event).await?
                {
                    let facts = self.facts(&card).await?;
                    return self.ask_anew(sign_up::renewed(*state, facts)).await;
                }
                self.step(*state, &Input::Press(Button::Answer(answer))).await
            }
            State::AddGuest(state) => guests::step(self, *state, &Input::Press(Button::Answer(answer))).await,
            _ => self.old_button(),
        }
    }

    /// Nobody is signed up for a time they have not seen.
    async fn ask_anew(&self, state: sign_up::State) -> Replies {
        let screen = prompt(&self.tr, &sign_up::again(&state), Some(&Fault::Moved), &self.bot.operator);
        self.conversation.update(State::SignUp(Box::new(state))).await?;
        Ok(vec![question(screen)])
    }

    pub(super) async fn step(&self, state: sign_up::State, input: &Input) -> Replies {
        let had_keyboard = state.has_keyboard();
        let step = sign_up::step(state, input);
        let is_past = !matches!(step, Step::Refuse(..));
        let phone = match &step {
            Step::Ask(state, _) => state.phone().cloned(),
            _ => None,
        };
        let mut replies = self.follow(step).await?;
        if had_keyboard && is_past {
            replies.insert(0, Reply::Show(noted(&self.tr, phone.as_ref())));
        }
        Ok(replies)
    }

    /// Does what a step of the sign-up leads to. Only a finished one reaches a use case.
    async fn follow(&self, step: Step) -> Replies {
        let put = |asked: &Prompt, fault: Option<&Fault>| {
            question(prompt(&self.tr, asked, fault, &self.bot.operator))
        };
        match step {
            Step::Ask(state, question) => {
                self.conversation.update(State::SignUp(Box::new(state))).await?;
                Ok(vec![put(&question, None)])
            }
            // Nothing has changed, so nothing is kept.
            Step::Refuse(_, question, fault) => Ok(vec![put(&question, Some(&fault))]),
            Step::Back(event) => {
                self.conversation.exit().await?;
                redraw(self.card(event, &Back::Home).await?)
            }
            Step::Left => {
                self.conversation.exit().await?;
                redraw(home::cancelled(&self.tr))
            }
            Step::Done(wish) => {
                let joined = self.bot.services.join(&self.actor, &wish).await?;
                let Some(event) = self.bot.services.event(wish.event).await? else {
                    return redraw(events::absent(&self.tr));
                };
                redraw(registrations::joined(&self.tr, &joined, &event, self.bot.services.now()))
            }
        }
    }
}

/// Buttons that belong to a conversation or to the door, or only bring something beside it.
pub(super) fn keeps_conversation(button: &Button) -> bool {
    matches!(
        button,
        Button::Answer(_)
            | Button::SignUp(_)
            | Button::Calendar(_)
            | Button::Place(_)
            | Button::Share(_)
            | Button::Poster(..)
            | Button::Ticket(_)
            | Button::Coming(_)
            | Button::Speak(_)
            | Button::Languages
            | Button::Door(_)
            | Button::CheckIn(..)
            | Button::Undo(_)
            | Button::Gate(_)
            | Button::Compose(_)
            | Button::Staff(Staff::Answer(..) | Staff::Take(_) | Staff::TakeFor(..))
            | Button::Edit(_)
            | Button::Photo(_)
            | Button::Guests(Guests::RemoveSure(_) | Guests::Phone(_) | Guests::MoveUp(_) | Guests::File(..))
            | Button::CallOff(_)
            | Button::CallOffSure(_)
            | Button::Broadcasts(_)
            | Button::Broadcast(..)
            | Button::Came(..)
            | Button::Rate(..)
            | Button::Mute(_)
            | Button::Ask(Ask::Read(_) | Ask::Entry(_) | Ask::Found(..))
            | Button::Shelf(Shelf::Beside(_) | Shelf::Take(_) | Shelf::Title(_) | Shelf::Save)
            | Button::Still
    )
}
