//! The words of the product and their rules: plain values, no input or output, no waiting, no wording.

mod attendance;
mod audience;
mod audit;
mod broadcast;
mod copies;
mod draft;
mod entrance;
mod event;
mod feedback;
mod guest;
mod ids;
mod inline;
mod invitation;
mod lane;
mod language;
mod material;
mod moment;
mod notice;
mod occasion;
mod outcome;
mod person;
mod place;
mod placeholder;
pub mod programme;
mod question;
mod quiet;
mod registration;
mod reminder;
mod report;
mod role;
mod search;
mod sketch;
mod table;

pub use attendance::{Admission, Arrival, DoorCounts, DoorKeys, Found, Guest};
pub use audience::{Audience, Month, Reach, Scope, Span, Whom};
pub use audit::{Audited, Deed, Entry, Object};
pub use broadcast::{
    Attached, Broadcast, BroadcastStatus, Content, Delivery, Draft, EVENT_CANCELLED, FREE_RATE, Link,
    MESSAGES_PER_STAR, Optional, Overview, Part, Tally, Task, Timing,
};
pub use copies::{Booked, Clash, Copy, CopyFault, MOST_COPIES, Over, With, clashes, copies};
pub use draft::{Background, PartFault};
pub use entrance::{Board, Counted, DOOR_OPENS, Entering, Entrance, HeadCount, Shut};
pub use event::{Event, EventFacts, EventLine, EventStatus, Reason, ReasonFault, Seats, Shelf, Window};
pub use feedback::{Comment, FEEDBACK_TERM, Feedback, Rating, Results};
pub use guest::{Added, ByHand, Group, Groups, GuestLine, Lifted, Removed};
pub use ids::{
    ArrivalId, BroadcastId, EventId, FaqId, HeadCountId, HostId, InvitationId, MaterialId, NoticeId,
    PersonId, QuestionId, RegistrationId, ScopeId, ShiftId, SpeakerId, UpdateId, WalkInId,
};
pub use inline::InlineCopy;
pub use invitation::{Grant, Host, Invitation, Issued, Member, Offer, Secret, Shift, Speaker, Taken, Team};
pub use lane::Lane;
pub use language::{Language, Texts};
pub use material::{MOST_MATERIALS, Material, Matter};
pub use moment::{length, moment};
pub use notice::{CHANGE_GRACE, Notice, Promise};
pub use occasion::{Occasion, Planned, Times};
pub use outcome::{
    Accepted, CalledOff, Confirmed, ConsentRecord, EventCard, Heard, Joined, Left, Managed, Mine, MyEvent,
    PersonalData, Published, RegistrationRecord, Resized, Saved, ScopeRecord, ShiftRecord, WalkInRecord,
    WorkRecord,
};
pub use person::{Consent, Details, Name, NameFault, NotAPhone, Person, Phone};
pub use place::{District, Level};
pub use placeholder::{Placeholder, visible};
pub use question::{
    Answer, Answered, Asked, CORRECTABLE, Faq, MOST_OPEN, Own, Pile, Question, QuestionRecord, Threads,
    Voted, Words, WordsFault, block,
};
pub use quiet::QuietHours;
pub use registration::{HandOut, LAST_OFFER, Party, Registration, SignUp, Standing, hand_out, next_in_line};
pub use reminder::{ReminderRule, duration, local};
pub use report::{Correction, EventReport, Figure, Figures, ReportConfirmed};
pub use role::{Allowed, Role, Work};
pub use search::{Days, Filter, normalise};
pub use sketch::{Field, LONGEST, Room, Sketch, SketchFault};
pub use table::{Cells, Columns, Fault, Problem, Reported, Row, Table};

#[cfg(test)]
pub(crate) mod sample {
    //! Values for unit tests.

    use super::*;
    use chrono::{DateTime, NaiveDate};

    /// A city event on Saturday 5 December 2026 at 18:30 in Almaty's zone, 90 minutes, 30 seats.
    pub(crate) fn event() -> Event {
        let local_start = NaiveDate::from_ymd_opt(2026, 12, 5).unwrap().and_hms_opt(18, 30, 0).unwrap();
        Event {
            id: EventId(7),
            code: "k7m2x".into(),
            starts_at: DateTime::parse_from_rfc3339("2026-12-05T13:30:00Z").unwrap().into(),
            status: EventStatus::Published,
            revision: 0,
            cancel_reason: None,
            speakers: Vec::new(),
            photo: None,
            facts: EventFacts {
                external_id: "CI-0007".into(),
                level: Level::City,
                district: Some(District::Esil),
                title: Texts {
                    kk: Some("Ашық дәріс".into()),
                    ru: Some("Открытая лекция".into()),
                    en: Some("Open lecture".into()),
                },
                description: Texts::default(),
                local_start,
                duration_min: 90,
                venue: "Ұлттық академиялық кітапхана".into(),
                address: "Достық көшесі, 11".into(),
                point: Some((51.1256, 71.427)),
                capacity: Some(30),
                expected: None,
                languages: vec![Language::Kk, Language::Ru],
                organisation: "Ғалымдар кеңесі".into(),
                phone_required: true,
                companions: 4,
                opens_at: None,
                closes_at: None,
            },
        }
    }
}
