//! Identifiers as types, so that one cannot be passed for another. No meaning beyond identity.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A person: their Telegram user id, which is also the id of their private chat.
    PersonId
    /// An event of the programme.
    EventId
    /// One person's registration for one event, with their party.
    RegistrationId
    /// One arrival at the door.
    ArrivalId
    /// Somebody who came in without a ticket.
    WalkInId
    /// One count of the people in a room.
    HeadCountId
    /// A row of the outbox.
    NoticeId
    /// A message to many.
    BroadcastId
    /// One part of the programme that a person works on.
    ScopeId
    /// An invitation to work at events.
    InvitationId
    /// Somebody's time at the door of an event.
    ShiftId
    /// A speaker of an event.
    SpeakerId
    /// An organisation that runs an event together with others, or asks to.
    HostId
    /// A question about an event.
    QuestionId
    /// A question with its answer that is kept for others.
    FaqId
    /// A file or link that is handed out.
    MaterialId
    /// The id Telegram gave an update.
    UpdateId
}

impl PersonId {
    /// Whether it stands for somebody whom nothing can be sent to: they deleted their data, or have no Telegram and were
    /// signed up by hand. No person of Telegram's has a negative number.
    pub const fn is_stand_in(self) -> bool {
        self.0 < 0
    }
}
