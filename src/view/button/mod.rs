//! Every button and what it carries; its payload is written in `codec`. What a button does stands in `bot/actions.rs`.
//!
//! Payloads live as long as messages do: a form that was ever sent must parse for ever (see the frozen table below).
//! They are input from outside: whoever acts on one asks the service for the right to.

mod ask;
mod codec;
mod compose;
mod edit;
mod gate;
mod guests;
mod reports;
mod shelf;
mod staff;
#[cfg(test)]
mod tests;

use crate::domain::{
    ArrivalId, BroadcastId, District, EventId, Filter, Language, Optional, Party, Rating, RegistrationId,
};
pub use ask::Ask;
pub use codec::MAX_BYTES;
pub use compose::{Compose, Facet};
pub use edit::Edit;
pub use gate::{Gate, Pass};
pub use guests::{Format, Guests};
pub use reports::Reports;
pub use shelf::Shelf;
pub use staff::Staff;

/// A press of one of our buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Button {
    /// The home screen.
    Home,
    /// The choice of language.
    Languages,
    /// Speak this language from now on.
    Speak(Language),
    /// The ways to find an event, keeping what is already chosen.
    Find(Filter),
    /// A page of the list of events, from 0.
    List(Filter, u32),
    /// The calendar of a month, to choose a day from.
    Month(Filter, i32, u32),
    /// The choice of district.
    Districts(Filter),
    /// The choice of level.
    Levels(Filter),
    /// The choice of the language spoken.
    Spoken(Filter),
    /// A page of what a search by words found.
    Search(u32, String),
    /// The card of an event, and where its back button leads.
    Event(EventId, Back),
    /// Begin to sign up.
    SignUp(EventId),
    /// An answer within a conversation.
    Answer(Answer),
    /// The calendar file.
    Calendar(EventId),
    /// The link to pass on.
    Share(EventId),
    /// The poster to print: in which language, or ask.
    Poster(EventId, Option<Language>),
    /// The pin on the map.
    Place(EventId),
    /// My events: coming or past, page from 0.
    Mine {
        /// Past instead of coming.
        past: bool,
        /// Page from 0.
        page: u32,
    },
    /// The ticket once more.
    Ticket(RegistrationId),
    /// Ask whether to leave.
    Leave(RegistrationId),
    /// Leave.
    LeaveSure(RegistrationId),
    /// Choose another party size.
    Parties(RegistrationId),
    /// Take this party size.
    Resize(RegistrationId, Party),
    /// Accept the offered seats.
    Accept(RegistrationId),
    /// Decline them.
    Decline(RegistrationId),
    /// "I'm coming."
    Coming(RegistrationId),
    /// "I can't come."
    NotComing(RegistrationId),
    /// What is kept and why.
    Privacy,
    /// Download it.
    Download,
    /// Ask whether to delete everything.
    Erase,
    /// Ask once more.
    EraseSure,
    /// Delete everything.
    EraseNow,
    /// The desk: events near in time, page from 0.
    Desk(u32),
    /// What those who work on an event can do with it.
    Manage(EventId),
    /// The door of an event.
    Door(EventId),
    /// Record the arrival of this many of a party.
    CheckIn(RegistrationId, Party),
    /// Take an arrival back.
    Undo(ArrivalId),
    /// Something at a door beyond check-in.
    Gate(Gate),
    /// Something about the message to many that is being written.
    Compose(Compose),
    /// Something about who works where.
    Staff(Staff),
    /// Something about an event that is being written or is kept.
    Edit(Edit),
    /// The picture of an event.
    Photo(EventId),
    /// Something about the people of an event.
    Guests(Guests),
    /// Something about the report on an event.
    Reports(Reports),
    /// Ask why an event will not take place.
    CallOff(EventId),
    /// Call it off.
    CallOffSure(EventId),
    /// The list of broadcasts, page from 0.
    Broadcasts(u32),
    /// Something about a broadcast.
    Broadcast(BroadcastId, Act),
    /// Whether one came to an event that is over.
    Came(RegistrationId, bool),
    /// How it was.
    Rate(RegistrationId, Rating),
    /// What people said of an event, page from 0.
    Report(EventId, u32),
    /// Whether messages of this kind are wanted.
    Want(Optional, bool),
    /// No more messages of this kind.
    Mute(Optional),
    /// Something about questions and answers.
    Ask(Ask),
    /// Something about materials.
    Shelf(Shelf),
    /// A button without effect: a title, a day that cannot be chosen.
    Still,
}

/// What one does with a broadcast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// See how far it is.
    Look,
    /// Let it stand still.
    Pause,
    /// Let it go on.
    Resume,
    /// Ask whether to stop it.
    Stop,
    /// Stop it.
    StopSure,
    /// Everybody and how it ended with them, as a file.
    List,
    /// Send it to who has come to the audience since.
    Late,
    /// Send it again to those of whom it is not known whether they got it, and to whom it could not be sent.
    Again,
    /// Write it anew and edit what was sent.
    Correct,
    /// Ask whether to delete what was sent.
    Withdraw,
    /// Delete it.
    WithdrawSure,
    /// An admin's yes to a proposed one.
    Approve,
    /// An admin's no.
    Refuse,
}

impl Act {
    /// All of them, in the order of their codes in `codec`.
    pub const ALL: [Act; 13] = [
        Act::Look,
        Act::Pause,
        Act::Resume,
        Act::Stop,
        Act::StopSure,
        Act::List,
        Act::Late,
        Act::Again,
        Act::Correct,
        Act::Withdraw,
        Act::WithdrawSure,
        Act::Approve,
        Act::Refuse,
    ];
}

/// Where the back button of a card leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// Home.
    Home,
    /// The list it was opened from.
    List(Filter, u32),
    /// The search it was opened from.
    Search(u32, String),
    /// My events.
    Mine,
}

/// A press that answers a conversation's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// I agree.
    Agree,
    /// Take the details of the last time.
    Same,
    /// Enter them anew.
    Anew,
    /// Take the suggestion.
    Suggested,
    /// Leave this question out.
    Skip,
    /// This district.
    District(District),
    /// With this many people, me included.
    Party(Party),
    /// Do it.
    Confirm,
    /// One question back.
    Back,
    /// Stop here.
    Cancel,
}

impl Back {
    /// The button that leads there.
    pub fn button(&self) -> Button {
        match self {
            Back::Home => Button::Home,
            Back::Mine => Button::Mine { past: false, page: 0 },
            Back::List(f, page) => Button::List(*f, *page),
            Back::Search(page, words) => Button::Search(*page, words.clone()),
        }
    }
}
