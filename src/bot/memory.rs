//! The memory of conversations: teloxide's dialogue storage on our use cases. What a state means is not known here.

use crate::{
    domain::{Copy, District, EventId, Figure, Level, Reason, RegistrationId},
    service::{Actor, Error, Services},
};
use chrono::{DateTime, Utc};
use futures::{FutureExt, future::BoxFuture};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use teloxide::{
    dispatching::dialogue::{Dialogue, Storage},
    types::ChatId,
};

/// What a person is in the middle of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "in", rename_all = "snake_case")]
pub enum State {
    /// Nothing: what they write is searched for.
    #[default]
    Nothing,
    /// Signing up.
    SignUp(Box<super::sign_up::State>),
    /// Writing a message to many.
    Compose(Box<super::compose::State>),
    /// Writing an event, or changing one.
    Edit(Box<super::edit::State>),
    /// Copying an event by a table.
    Copies {
        /// Which event.
        event: EventId,
        /// What was read of the table, once it was sent.
        copies: Vec<Copy>,
    },
    /// Saying why an event will not take place.
    CallingOff {
        /// Which event.
        event: EventId,
        /// Why, once they have said it.
        reason: Option<Reason>,
    },
    /// Has rated an event: what they write until then is their line on it.
    Feedback {
        /// As whom they were there.
        registration: RegistrationId,
        /// Later they search.
        until: DateTime<Utc>,
    },
    /// Looking through the people of an event: what they write is a name or a code.
    Guests {
        /// Of which event.
        event: EventId,
    },
    /// Signing somebody up by hand.
    AddGuest(Box<super::add_guest::State>),
    /// Saying why somebody is taken off an event's list.
    Removing {
        /// Whose registration.
        registration: RegistrationId,
        /// Why, once they have said it.
        reason: Option<Reason>,
    },
    /// Asking about an event, answering, or searching in the answers.
    Writing(super::questions::Writing),
    /// Adding a material.
    Adding(Box<super::materials::Adding>),
    /// Naming a speaker to invite to an event.
    Speaker {
        /// Which event.
        event: EventId,
    },
    /// Naming the organisation of somebody who is to run events.
    Organisation {
        /// Events of this level only.
        level: Option<Level>,
        /// Events of this district only.
        district: Option<District>,
    },
    /// Putting a figure of a report right.
    Correcting {
        /// Of which event.
        event: EventId,
        /// Which figure.
        figure: Figure,
        /// The right number, once they have said it.
        after: Option<u32>,
    },
    /// Standing at the door of an event: what they write is a code or a name.
    Door {
        /// Which event.
        event: EventId,
    },
    /// Counting the heads in a room: what they write is a number, what they send is a picture of it.
    Counting {
        /// Which event.
        event: EventId,
    },
}

impl State {
    /// As it is kept.
    pub(super) fn to_text(&self) -> Result<String, MemoryError> {
        serde_json::to_string(self).map_err(|_| MemoryError::Foreign)
    }
}

/// A dialogue of one update.
pub type Conversation = Dialogue<State, Memory>;

/// The storage as one update sees it: the state as it was read with the person, and the update that a new state settles.
pub struct Memory {
    services: Services,
    actor: Actor,
    kept: Option<String>,
}

/// Why a state could not be recalled or kept.
#[derive(Debug, thiserror::Error)]
pub enum MemoryError {
    /// It was kept by another release and means nothing to this one.
    #[error("the state of a conversation is of another release")]
    Foreign,
    /// The use case failed.
    #[error(transparent)]
    Service(#[from] Error),
}

impl Memory {
    /// The conversation of the actor, whose state was `kept`.
    pub fn conversation(services: Services, actor: Actor, kept: Option<String>) -> Conversation {
        let chat = ChatId(actor.person.0);
        Dialogue::new(Arc::new(Self { services, actor, kept }), chat)
    }
}

impl Storage<State> for Memory {
    type Error = MemoryError;

    fn remove_dialogue(self: Arc<Self>, _: ChatId) -> BoxFuture<'static, Result<(), MemoryError>> {
        async move { Ok(self.services.forget(self.actor.person).await?) }.boxed()
    }

    fn update_dialogue(
        self: Arc<Self>,
        _: ChatId,
        state: State,
    ) -> BoxFuture<'static, Result<(), MemoryError>> {
        async move {
            let text = state.to_text()?;
            Ok(self.services.remember(&self.actor, &text).await?)
        }
        .boxed()
    }

    fn get_dialogue(self: Arc<Self>, _: ChatId) -> BoxFuture<'static, Result<Option<State>, MemoryError>> {
        let state = match &self.kept {
            None => Ok(None),
            Some(text) => serde_json::from_str(text).map(Some).map_err(|_| MemoryError::Foreign),
        };
        futures::future::ready(state).boxed()
    }
}
