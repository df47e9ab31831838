//! What may be sent unasked, when it falls due, when it is void, and which lane it takes. No wording.

use super::{
    BroadcastId, Event, EventId, EventStatus, HostId, Lane, QuestionId, Reason, Registration, RegistrationId,
    ReminderRule, Standing, UpdateId,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// A message to a person that is not the direct answer to a press. Stored in the outbox, worded when it is sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// Their ticket, after a sign-up that got seats.
    Ticket {
        /// Whose ticket.
        registration: RegistrationId,
    },
    /// Seats are held for them; they must accept.
    SeatOffered {
        /// The offered registration.
        registration: RegistrationId,
        /// End of the offer.
        until: DateTime<Utc>,
    },
    /// They did not accept in time.
    OfferLapsed {
        /// The registration that lost its place.
        registration: RegistrationId,
    },
    /// They were seated from the waiting list without being asked. The ticket is part of it.
    MovedUp {
        /// The registration that got seats.
        registration: RegistrationId,
    },
    /// Somebody of the staff has cancelled their registration.
    Removed {
        /// The registration that was cancelled.
        registration: RegistrationId,
        /// Why, in the words of whoever did it.
        reason: Reason,
    },
    /// The event is near.
    Reminder {
        /// The registration reminded of it.
        registration: RegistrationId,
        /// Which reminder.
        rule: ReminderRule,
    },
    /// The time or place of the event has changed.
    EventChanged {
        /// Whose event.
        registration: RegistrationId,
        /// The event's revision this is about.
        revision: u32,
        /// What the person knew before; a notice of an earlier release does not say it.
        #[serde(default)]
        before: Option<Promise>,
    },
    /// The event will not take place.
    EventCancelled {
        /// Whose event.
        registration: RegistrationId,
    },
    /// The list of the event has closed, or it has begun, and they still wait.
    Closed {
        /// The registration that waits.
        registration: RegistrationId,
        /// The event's revision: one that was moved closes anew.
        revision: u32,
    },
    /// The event is over: whether they came, and how it was.
    Feedback {
        /// The registration that held seats.
        registration: RegistrationId,
    },
    /// To its organisers: what people said of an event.
    Results {
        /// The event.
        event: EventId,
    },
    /// To those who answer: there are new questions about an event.
    Asked {
        /// The event.
        event: EventId,
        /// The end of the span of time in which they were asked.
        until: DateTime<Utc>,
    },
    /// A question they asked or voted for is answered.
    Answer {
        /// Which.
        question: QuestionId,
    },
    /// The message with the answer is edited.
    AnswerCorrected {
        /// To which question.
        question: QuestionId,
        /// To which version of its answer.
        version: u32,
    },
    /// They did not come: a kind word, and what is near.
    Absent {
        /// The registration that held seats.
        registration: RegistrationId,
    },
    /// To its organisers: the report on an event waits for their yes.
    Report {
        /// The event.
        event: EventId,
    },
    /// To them: it still does.
    ReportOverdue {
        /// The event.
        event: EventId,
    },
    /// To admins: nobody has confirmed it.
    ReportMissing {
        /// The event.
        event: EventId,
    },
    /// A message to many.
    Broadcast {
        /// Which.
        broadcast: BroadcastId,
        /// Beyond the free rate, for Stars.
        paid: bool,
    },
    /// What was sent of a broadcast is edited.
    Correction {
        /// Which.
        broadcast: BroadcastId,
        /// To which version of its content.
        version: u32,
    },
    /// What was sent of a broadcast is deleted.
    Withdrawal {
        /// Which.
        broadcast: BroadcastId,
    },
    /// To admins: a broadcast waits for their yes.
    Proposal {
        /// Which.
        broadcast: BroadcastId,
    },
    /// To its author: what an admin said of a broadcast.
    Judgement {
        /// Which.
        broadcast: BroadcastId,
    },
    /// To those whose event it is: another organisation asks to run it with them.
    HostAsked {
        /// Which asks.
        host: HostId,
    },
    /// To whoever asked: what they said.
    HostAnswered {
        /// Which asked.
        host: HostId,
        /// To run which event.
        event: EventId,
        /// Whether it may.
        yes: bool,
    },
    /// To a speaker: their event is near.
    Talk {
        /// Which event.
        event: EventId,
        /// Which reminder.
        rule: ReminderRule,
    },
    /// To admins: an update failed for good and waits in the inbox as a dead letter.
    DeadLetter {
        /// The update.
        update: UpdateId,
    },
}

/// When and where an event was promised to take place: what people are told of when it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Promise {
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// Name of the building or place.
    pub venue: String,
    /// Street and number.
    pub address: String,
    /// The point on the map.
    pub point: Option<(f64, f64)>,
}

impl Promise {
    /// What the event promises.
    pub fn of(event: &Event) -> Self {
        let facts = &event.facts;
        let (venue, address) = (facts.venue.clone(), facts.address.clone());
        Self { starts_at: event.starts_at, venue, address, point: facts.point }
    }
}

/// A change is told so long after it was saved, so that several saves make one notice.
pub const CHANGE_GRACE: TimeDelta = TimeDelta::minutes(1);

impl Notice {
    /// The stable word of the kind, for keys, counters and logs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Notice::Ticket { .. } => "ticket",
            Notice::SeatOffered { .. } => "seat_offered",
            Notice::OfferLapsed { .. } => "offer_lapsed",
            Notice::MovedUp { .. } => "moved_up",
            Notice::Removed { .. } => "removed",
            Notice::Reminder { .. } => "reminder",
            Notice::EventChanged { .. } => "event_changed",
            Notice::EventCancelled { .. } => "event_cancelled",
            Notice::Closed { .. } => "closed",
            Notice::Feedback { .. } => "feedback",
            Notice::Results { .. } => "results",
            Notice::Asked { .. } => "asked",
            Notice::Answer { .. } => "answer",
            Notice::AnswerCorrected { .. } => "answer_corrected",
            Notice::Absent { .. } => "absent",
            Notice::Report { .. } => "report",
            Notice::ReportOverdue { .. } => "report_overdue",
            Notice::ReportMissing { .. } => "report_missing",
            Notice::Broadcast { .. } => "broadcast",
            Notice::Correction { .. } => "correction",
            Notice::Withdrawal { .. } => "withdrawal",
            Notice::Proposal { .. } => "proposal",
            Notice::Judgement { .. } => "judgement",
            Notice::HostAsked { .. } => "host_asked",
            Notice::HostAnswered { .. } => "host_answered",
            Notice::Talk { .. } => "talk",
            Notice::DeadLetter { .. } => "dead_letter",
        }
    }

    /// What makes it one of a kind for a person: the same kind and subject is sent once.
    pub fn subject(&self) -> String {
        match self {
            Notice::Ticket { registration }
            | Notice::OfferLapsed { registration }
            | Notice::MovedUp { registration }
            | Notice::Removed { registration, .. }
            | Notice::Feedback { registration }
            | Notice::Absent { registration }
            | Notice::EventCancelled { registration } => registration.to_string(),
            Notice::SeatOffered { registration, until } => format!("{registration}@{}", until.timestamp()),
            Notice::Reminder { registration, rule } => format!("{registration}@{rule}"),
            Notice::EventChanged { registration, revision, .. }
            | Notice::Closed { registration, revision } => format!("{registration}@{revision}"),
            Notice::Asked { event, until } => format!("{event}@{}", until.timestamp()),
            Notice::Answer { question } => question.to_string(),
            Notice::AnswerCorrected { question, version } => format!("{question}@{version}"),
            Notice::Results { event }
            | Notice::Report { event }
            | Notice::ReportOverdue { event }
            | Notice::ReportMissing { event } => event.to_string(),
            Notice::Broadcast { broadcast, .. }
            | Notice::Withdrawal { broadcast }
            | Notice::Proposal { broadcast }
            | Notice::Judgement { broadcast } => broadcast.to_string(),
            Notice::Correction { broadcast, version } => format!("{broadcast}@{version}"),
            Notice::HostAsked { host } | Notice::HostAnswered { host, .. } => host.to_string(),
            Notice::Talk { event, rule } => format!("{event}@{rule}"),
            Notice::DeadLetter { update } => update.to_string(),
        }
    }

    /// The registration it is about, if it is about one.
    pub const fn registration(&self) -> Option<RegistrationId> {
        match self {
            Notice::Ticket { registration }
            | Notice::SeatOffered { registration, .. }
            | Notice::OfferLapsed { registration }
            | Notice::MovedUp { registration }
            | Notice::Removed { registration, .. }
            | Notice::Reminder { registration, .. }
            | Notice::EventChanged { registration, .. }
            | Notice::Closed { registration, .. }
            | Notice::Feedback { registration }
            | Notice::Absent { registration }
            | Notice::EventCancelled { registration } => Some(*registration),
            Notice::Results { .. }
            | Notice::Asked { .. }
            | Notice::Answer { .. }
            | Notice::AnswerCorrected { .. }
            | Notice::Report { .. }
            | Notice::ReportOverdue { .. }
            | Notice::ReportMissing { .. }
            | Notice::Broadcast { .. }
            | Notice::Correction { .. }
            | Notice::Withdrawal { .. }
            | Notice::Proposal { .. }
            | Notice::Judgement { .. }
            | Notice::HostAsked { .. }
            | Notice::HostAnswered { .. }
            | Notice::Talk { .. }
            | Notice::DeadLetter { .. } => None,
        }
    }

    /// The broadcast it is a message of, if it is one of many.
    pub const fn broadcast(&self) -> Option<BroadcastId> {
        match self {
            Notice::Broadcast { broadcast, .. }
            | Notice::Correction { broadcast, .. }
            | Notice::Withdrawal { broadcast } => Some(*broadcast),
            _ => None,
        }
    }

    /// Whether it is sent again when it is not known whether it arrived. Nobody is harmed by the same news twice, but many
    /// are annoyed by the same message twice.
    pub const fn is_sent_again(&self) -> bool {
        !matches!(self, Notice::Broadcast { .. })
    }

    /// Whether it still says something true and useful to the person at `now`, given their registration and its event.
    pub fn applies(&self, registration: &Registration, event: &Event, now: DateTime<Utc>) -> bool {
        let (seated, ahead) = (registration.standing == Standing::Seated, now < event.starts_at);
        let on = event.status == EventStatus::Published;
        match self {
            Notice::Ticket { .. } => seated && on && now < event.ends_at(),
            Notice::SeatOffered { until, .. } => {
                on && now < *until && registration.standing == Standing::Offered { until: *until }
            }
            Notice::OfferLapsed { .. } => on && ahead,
            Notice::MovedUp { .. } | Notice::Reminder { .. } => seated && on && ahead,
            Notice::EventChanged { revision, before, .. } => {
                // A later change has its own notice, which says everything.
                let is_latest = event.revision == *revision && *before != Some(Promise::of(event));
                on && ahead && registration.standing != Standing::Cancelled && is_latest
            }
            Notice::Removed { .. } => {
                on && registration.standing == Standing::Cancelled && now < event.ends_at()
            }
            Notice::EventCancelled { .. } => {
                event.status == EventStatus::Cancelled && registration.standing != Standing::Cancelled
            }
            Notice::Closed { revision, .. } => {
                let is_latest = event.revision == *revision && now >= event.times().closes_at;
                on && registration.standing == Standing::Waiting && is_latest && now < event.ends_at()
            }
            Notice::Feedback { .. } | Notice::Absent { .. } => seated && event.is_over(now),
            Notice::Results { .. }
            | Notice::Asked { .. }
            | Notice::Answer { .. }
            | Notice::AnswerCorrected { .. }
            | Notice::Report { .. }
            | Notice::ReportOverdue { .. }
            | Notice::ReportMissing { .. }
            | Notice::Broadcast { .. }
            | Notice::Correction { .. }
            | Notice::Withdrawal { .. }
            | Notice::Proposal { .. }
            | Notice::Judgement { .. }
            | Notice::HostAsked { .. }
            | Notice::HostAnswered { .. }
            | Notice::Talk { .. }
            | Notice::DeadLetter { .. } => true,
        }
    }

    /// The lane it travels in. A ticket answers the person's own press, so it goes with the replies.
    pub const fn lane(&self) -> Lane {
        match self {
            Notice::Ticket { .. } => Lane::Interactive,
            Notice::SeatOffered { .. }
            | Notice::OfferLapsed { .. }
            | Notice::MovedUp { .. }
            | Notice::Removed { .. }
            | Notice::EventChanged { .. }
            | Notice::EventCancelled { .. }
            | Notice::Closed { .. }
            | Notice::Proposal { .. }
            | Notice::Judgement { .. }
            | Notice::HostAsked { .. }
            | Notice::HostAnswered { .. }
            | Notice::DeadLetter { .. } => Lane::MustKnow,
            Notice::Reminder { .. }
            | Notice::Talk { .. }
            | Notice::Report { .. }
            | Notice::ReportOverdue { .. }
            | Notice::ReportMissing { .. } => Lane::Reminders,
            Notice::Broadcast { paid: true, .. } => Lane::Paid,
            Notice::Feedback { .. }
            | Notice::Absent { .. }
            | Notice::Results { .. }
            | Notice::Asked { .. }
            | Notice::Answer { .. }
            | Notice::AnswerCorrected { .. }
            | Notice::Broadcast { .. }
            | Notice::Correction { .. }
            | Notice::Withdrawal { .. } => Lane::Broadcasts,
        }
    }
}
