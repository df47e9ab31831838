//! The audit: who of the staff did what to what, in words that stay. Nothing about citizens is in it but numbers.

use super::{EventId, InvitationId, PersonId, QuestionId, RegistrationId};
use chrono::{DateTime, Utc};
use std::fmt;

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// An event was made, as a draft.
    EventAdded,
    /// What is said of it was changed.
    EventChanged,
    /// Everybody was let see it.
    EventPublished,
    /// It was put away.
    EventArchived,
    /// An event was called off.
    EventCancelled,
    /// A report was confirmed, and its event is finished.
    ReportConfirmed,
    /// A figure of a report was put right.
    FigureCorrected,
    /// Somebody without Telegram was signed up.
    GuestAdded,
    /// Somebody of the waiting list was seated out of turn.
    GuestMovedUp,
    /// Somebody was taken off the list.
    GuestRemoved,
    /// Somebody's phone was read.
    PhoneRead,
    /// The list of people was taken as a file.
    GuestsExported,
    /// Somebody was given events to work on.
    ScopeGiven,
    /// That was taken away.
    ScopeTaken,
    /// A link was made by which people come to work.
    Invited,
    /// It was ended before it was taken.
    InvitationRevoked,
    /// It was taken, by whoever did this.
    InvitationTaken,
    /// The time of a steward at a door was ended.
    StewardEnded,
    /// That of all stewards at a door, with their link.
    StewardsEnded,
    /// A speaker of the programme is no longer a person of ours.
    SpeakerEnded,
    /// Another organisation may run an event too.
    HostApproved,
    /// It may not.
    HostRefused,
    /// It does no longer.
    HostEnded,
    /// The heads in a room were counted.
    HeadCounted,
    /// A count was taken back.
    HeadCountUndone,
    /// A walk-in was taken back.
    WalkInUndone,
    /// The code of a door on paper was switched on or off.
    PaperCodeSet,
    /// A question was shown to everybody.
    QuestionApproved,
    /// It was taken away from everybody.
    QuestionHidden,
    /// It was given back.
    QuestionUnhidden,
    /// It was answered.
    QuestionAnswered,
    /// The answer was corrected.
    AnswerCorrected,
    /// It was kept for everybody at an event.
    AnswerKept,
    /// It is kept there no longer.
    AnswerDropped,
    /// A file or link was added.
    MaterialAdded,
    /// It was removed.
    MaterialRemoved,
}

impl Deed {
    /// All of them.
    pub const ALL: &[Deed] = &[
        Deed::EventCancelled,
        Deed::ScopeGiven,
        Deed::ScopeTaken,
        Deed::Invited,
        Deed::InvitationRevoked,
        Deed::InvitationTaken,
        Deed::StewardEnded,
        Deed::StewardsEnded,
        Deed::SpeakerEnded,
        Deed::HostApproved,
        Deed::HostRefused,
        Deed::HostEnded,
        Deed::HeadCounted,
        Deed::HeadCountUndone,
        Deed::WalkInUndone,
        Deed::PaperCodeSet,
        Deed::EventAdded,
        Deed::EventChanged,
        Deed::EventPublished,
        Deed::EventArchived,
        Deed::ReportConfirmed,
        Deed::FigureCorrected,
        Deed::GuestAdded,
        Deed::GuestMovedUp,
        Deed::GuestRemoved,
        Deed::PhoneRead,
        Deed::GuestsExported,
        Deed::QuestionApproved,
        Deed::QuestionHidden,
        Deed::QuestionUnhidden,
        Deed::QuestionAnswered,
        Deed::AnswerCorrected,
        Deed::AnswerKept,
        Deed::AnswerDropped,
        Deed::MaterialAdded,
        Deed::MaterialRemoved,
    ];

    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Deed::EventAdded => "event_added",
            Deed::EventChanged => "event_changed",
            Deed::EventPublished => "event_published",
            Deed::EventArchived => "event_archived",
            Deed::EventCancelled => "event_cancelled",
            Deed::ReportConfirmed => "report_confirmed",
            Deed::FigureCorrected => "figure_corrected",
            Deed::GuestAdded => "guest_added",
            Deed::GuestMovedUp => "guest_moved_up",
            Deed::GuestRemoved => "guest_removed",
            Deed::PhoneRead => "phone_read",
            Deed::GuestsExported => "guests_exported",
            Deed::ScopeGiven => "scope_given",
            Deed::ScopeTaken => "scope_taken",
            Deed::Invited => "invited",
            Deed::InvitationRevoked => "invitation_revoked",
            Deed::InvitationTaken => "invitation_taken",
            Deed::StewardEnded => "steward_ended",
            Deed::StewardsEnded => "stewards_ended",
            Deed::SpeakerEnded => "speaker_ended",
            Deed::HostApproved => "host_approved",
            Deed::HostRefused => "host_refused",
            Deed::HostEnded => "host_ended",
            Deed::HeadCounted => "head_counted",
            Deed::HeadCountUndone => "head_count_undone",
            Deed::WalkInUndone => "walk_in_undone",
            Deed::PaperCodeSet => "paper_code_set",
            Deed::QuestionApproved => "question_approved",
            Deed::QuestionHidden => "question_hidden",
            Deed::QuestionUnhidden => "question_unhidden",
            Deed::QuestionAnswered => "question_answered",
            Deed::AnswerCorrected => "answer_corrected",
            Deed::AnswerKept => "answer_kept",
            Deed::AnswerDropped => "answer_dropped",
            Deed::MaterialAdded => "material_added",
            Deed::MaterialRemoved => "material_removed",
        }
    }

    /// Reads [`Deed::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|deed| deed.slug() == slug)
    }
}

/// What something was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Object {
    /// An event.
    Event(EventId),
    /// A registration.
    Registration(RegistrationId),
    /// Somebody of the staff.
    Person(PersonId),
    /// An invitation to run events.
    Invitation(InvitationId),
    /// A question about an event.
    Question(QuestionId),
    /// The materials of the whole programme.
    Programme,
}

impl fmt::Display for Object {
    /// The stable form in the database: `event:7`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Object::Event(id) => write!(f, "event:{id}"),
            Object::Registration(id) => write!(f, "registration:{id}"),
            Object::Person(id) => write!(f, "person:{id}"),
            Object::Invitation(id) => write!(f, "invitation:{id}"),
            Object::Question(id) => write!(f, "question:{id}"),
            Object::Programme => f.write_str("programme"),
        }
    }
}

/// One line of the audit, as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Who.
    pub by: PersonId,
    /// Did what.
    pub deed: Deed,
    /// To what.
    pub object: Object,
    /// How it was, where that says more than the deed.
    pub before: Option<String>,
    /// How it is.
    pub after: Option<String>,
}

impl Entry {
    /// What says everything by itself.
    pub const fn new(by: PersonId, deed: Deed, object: Object) -> Self {
        Self { by, deed, object, before: None, after: None }
    }

    /// The same with how it was and how it is.
    #[must_use]
    pub fn change(self, before: Option<String>, after: Option<String>) -> Self {
        Self { before, after, ..self }
    }
}

/// One line of the audit, as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audited {
    /// When.
    pub at: DateTime<Utc>,
    /// Who; a number that belongs to nobody once they are erased.
    pub by: PersonId,
    /// Did what.
    pub deed: Deed,
    /// To what, in the form of [`Object`].
    pub object: String,
    /// How it was.
    pub before: Option<String>,
    /// How it is.
    pub after: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeds_have_words_of_their_own() {
        for deed in Deed::ALL {
            assert_eq!(Deed::parse(deed.slug()), Some(*deed));
        }
        assert_eq!(Deed::parse("nothing"), None);
    }
}
