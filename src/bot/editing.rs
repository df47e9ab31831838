//! Carrying the conversation that writes an event: what is kept of it, what it shows, and what its steps lead to; and
//! what is done with events that are kept. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    edit::{self, Scene, Step},
    memory::{MemoryError, State},
};
use crate::{
    domain::{
        Copy, Event, EventCard, EventId, EventStatus, Language, Published, Saved, Seats, Sketch, Threads,
        copies, local,
    },
    i18n::Tr,
    view::{
        Back, Button, Edit, Input, Keys, Reply, Screen, copies as table, desk,
        edit::{Facts, Note, preview, prompt},
        event_card, home,
    },
};

impl Visit {
    /// A press of one of the buttons of those who make events.
    pub(super) async fn edit(&self, press: Edit) -> Replies {
        let services = &self.bot.services;
        let (actor, tr, now) = (&self.actor, &self.tr, services.now());
        match press {
            Edit::New | Edit::Change(_) => self.begin_edit(press).await,
            Edit::Shelf(which, page) => {
                let found = services.shelf(actor, which, page).await?;
                redraw(desk::shelf(tr, which, found.turn(page), &found.items, now))
            }
            Edit::Release(event) => {
                let published = services.publish(actor, event).await?;
                self.published(event, &published).await
            }
            Edit::Archive(event, away) => {
                let done = services.set_archived(actor, event, away).await?.is_some();
                let mut replies = self.managed(event).await?;
                replies.push(Reply::Toast(desk::archived(tr, away, done)));
                Ok(replies)
            }
            Edit::Copy(event) | Edit::Week(event) => self.copy(event, press).await,
            Edit::Copied(publish) => self.copied(publish).await,
            press => match self.state().await? {
                State::Edit(state) => self.editing(*state, &Input::Press(Button::Edit(press))).await,
                _ => self.old_button(),
            },
        }
    }

    /// Begins a new event, or the change of a kept one. What is being written already is not lost.
    async fn begin_edit(&self, press: Edit) -> Replies {
        let services = &self.bot.services;
        let event = if let Edit::Change(event) = press { Some(event) } else { None };
        match self.state().await? {
            State::Edit(state) if !state.is_empty() && state.event() == event => {
                return self.editing(*state, &Input::Press(Button::Edit(Edit::Open))).await;
            }
            _ => {}
        }
        if let Some(busy) = self.busy().await? {
            return show(busy);
        }
        let first = self.tr.language;
        let state = match event {
            None => edit::State::new(services.blank_sketch(&self.actor).await?, first),
            Some(id) => match services.edited(&self.actor, id).await? {
                Some(event) => edit::State::changing(id, Sketch::of(&event), first),
                None => return self.old_button(),
            },
        };
        let mut replies = self.leave_conversation().await?;
        replies.push(Reply::Redraw(self.put_edit(state, None).await?));
        Ok(replies)
    }

    /// Takes an input to the event that is being written.
    pub(super) async fn editing(&self, state: edit::State, input: &Input) -> Replies {
        let services = &self.bot.services;
        let organisations = services.organisations(&self.actor).await?;
        let here = services.now().with_timezone(&services.zone());
        match edit::step(state, input, Scene { here, organisations: &organisations }) {
            Step::Ask(state, note) => Ok(vec![Reply::Redraw(self.put_edit(*state, note).await?)]),
            Step::Preview(state) => self.previewed(*state).await,
            Step::Save(state, publish) => self.save(*state, publish).await,
            Step::Left => {
                self.conversation.exit().await?;
                redraw(home::cancelled(&self.tr))
            }
        }
    }

    /// Keeps where the conversation stands and puts its question.
    async fn put_edit(&self, state: edit::State, note: Option<Note>) -> Result<Screen, MemoryError> {
        let screen = self.edited(&self.tr, &state, note.as_ref()).await?;
        self.conversation.update(State::Edit(Box::new(state))).await?;
        Ok(screen)
    }

    /// The open question with everything it tells.
    pub(super) async fn edited(
        &self,
        tr: &Tr,
        state: &edit::State,
        note: Option<&Note>,
    ) -> Result<Screen, MemoryError> {
        let services = &self.bot.services;
        let organisations = services.organisations(&self.actor).await?;
        let kept = match state.event() {
            Some(id) => services.edited(&self.actor, id).await?,
            None => None,
        };
        let kept = kept.map(|event| (event.id, event.status == EventStatus::Published));
        let facts = Facts { sketch: state.sketch(), kept, organisations: &organisations };
        Ok(prompt(tr, state.prompt(), note, &facts))
    }

    /// The event as citizens will see it, in each language it is written in, and the overview once more.
    async fn previewed(&self, state: edit::State) -> Replies {
        let sketch = state.sketch();
        let mut replies = Vec::new();
        if let Some(event) = sketch.event(self.tr.zone) {
            for language in Language::ALL.into_iter().filter(|l| sketch.title.exact(*l).is_some()) {
                let card = as_citizens_see(&Tr::new(language, self.tr.zone), &event, self.bot.services.now());
                replies.extend([Reply::Show(preview(&self.tr, language)), Reply::Show(card)]);
            }
        }
        replies.push(Reply::Show(self.put_edit(state, None).await?));
        Ok(replies)
    }

    /// Hands in what was written. What comes of it is shown, or why nothing did.
    async fn save(&self, state: edit::State, publish: bool) -> Replies {
        let services = &self.bot.services;
        let saved = services.save_sketch(&self.actor, state.event(), state.sketch(), publish).await?;
        let (field, note) = match saved {
            Saved::Done(event) => {
                self.conversation.exit().await?;
                if publish {
                    return self.published(event.id, &Published::Done(event)).await;
                }
                let mut replies = self.managed(event.id).await?;
                replies.push(Reply::Toast(self.tr.edit_saved().into()));
                return Ok(replies);
            }
            Saved::Missing(field) => (Some(field), Note::Missing),
            Saved::Past => (Some(crate::domain::Field::Start), Note::Past),
            Saved::CapacityBelow(taken) => (Some(crate::domain::Field::Room), Note::CapacityBelow(taken)),
            Saved::Elsewhere => (None, Note::Elsewhere),
            Saved::Over => (None, Note::Over),
        };
        Ok(vec![Reply::Redraw(self.put_edit(state.asking(field), Some(note)).await?)])
    }

    async fn published(&self, id: EventId, published: &Published) -> Replies {
        let services = &self.bot.services;
        let (Published::Done(event) | Published::Already(event) | Published::Past(event)) = published;
        let link = event_card::link(&self.bot.username, event);
        let clashes = services.clashes(&self.actor, id, &[]).await?.unwrap_or_default();
        redraw(desk::published(&self.tr, published, &link, &clashes, services.now()))
    }

    /// Asks for the table of copies, or takes the one of the next week.
    async fn copy(&self, event: EventId, press: Edit) -> Replies {
        let Some(event) = self.bot.services.edited(&self.actor, event).await? else {
            return self.old_button();
        };
        if let Some(busy) = self.busy().await? {
            return show(busy);
        }
        let mut replies = self.leave_conversation().await?;
        if let Edit::Week(_) = press {
            replies.extend(self.read_copies(&event, vec![self.next_week(&event)]).await?);
        } else {
            self.conversation.update(State::Copies { event: event.id, copies: Vec::new() }).await?;
            replies.push(Reply::Redraw(table::ask(&self.tr, &event)));
        }
        Ok(replies)
    }

    /// The first week after the event in which its time is still to come.
    fn next_week(&self, event: &Event) -> Copy {
        let now = self.bot.services.now();
        let is_ahead = |copy: &Copy| local(copy.start, self.tr.zone) > now;
        (1..=104)
            .map(|weeks| Copy::later(event, weeks))
            .find(is_ahead)
            .unwrap_or_else(|| Copy::later(event, 1))
    }

    /// A table was sent.
    pub(super) async fn table(&self, event: EventId, input: &Input) -> Replies {
        let services = &self.bot.services;
        let Some(event) = services.edited(&self.actor, event).await? else { return self.old_button() };
        let Input::Text(text) = input else { return show(table::ask(&self.tr, &event)) };
        let here = services.now().with_timezone(&services.zone());
        match copies(text, &event, here) {
            Ok(copies) if copies.is_empty() => show(table::ask(&self.tr, &event)),
            Ok(copies) => self.read_copies(&event, copies).await,
            Err(faults) => show(table::faults(&self.tr, &event, &faults)),
        }
    }

    /// Shows what was read, and keeps it until the last word.
    async fn read_copies(&self, event: &Event, copies: Vec<Copy>) -> Replies {
        let services = &self.bot.services;
        let Some(clashes) = services.clashes(&self.actor, event.id, &copies).await? else {
            return self.old_button();
        };
        let screen = table::preview(&self.tr, event, &copies, &clashes, services.now());
        self.conversation.update(State::Copies { event: event.id, copies }).await?;
        Ok(vec![Reply::Redraw(screen)])
    }

    /// Makes the copies that were read.
    async fn copied(&self, publish: bool) -> Replies {
        let State::Copies { event, copies } = self.state().await? else { return self.old_button() };
        if copies.is_empty() {
            return Ok(vec![Reply::Alert(table::nothing(&self.tr))]);
        }
        let services = &self.bot.services;
        let Some(original) = services.edited(&self.actor, event).await? else { return self.old_button() };
        let made = services.copy_event(&self.actor, event, &copies, publish).await?;
        self.conversation.exit().await?;
        redraw(table::made(&self.tr, &original, &made, publish))
    }
}

/// The card without its keys: of an event that is being written nothing can be pressed yet.
fn as_citizens_see(tr: &Tr, event: &Event, now: chrono::DateTime<chrono::Utc>) -> Screen {
    let seats = Seats { capacity: event.facts.capacity, taken: 0, waiting: 0 };
    let card =
        EventCard { event: event.clone(), seats, mine: None, hosts: Vec::new(), threads: Threads::default() };
    Screen { keys: Keys::None, ..event_card::card(tr, &card, &Back::Home, now) }
}
