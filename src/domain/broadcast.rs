//! Broadcasts: one message to many, what it says, when it goes, and where it stands. Whom it is meant for is in
//! `audience`.

use super::{Audience, BroadcastId, Event, EventId, Language, Notice, PersonId};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// Messages a second that cost nothing (Bot FAQ, "how can I message all of my bot's subscribers at once").
pub const FREE_RATE: u32 = 30;

/// Messages beyond the free rate that one Star pays for (Bot API, `allow_paid_broadcast`).
pub const MESSAGES_PER_STAR: u32 = 10;

/// What a broadcast says: one message per language as its author wrote it, at least in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Kazakh.
    pub kk: Option<Part>,
    /// Russian.
    pub ru: Option<Part>,
    /// English.
    pub en: Option<Part>,
    /// A button under it.
    pub link: Option<Link>,
}

/// The message in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Text or caption in Telegram's HTML, with the formatting of its author and placeholders.
    pub html: String,
    /// Picture or file it comes with.
    pub attached: Option<Attached>,
}

/// A picture or file that Telegram keeps for us.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Attached {
    /// A picture, by its `file_id`.
    Photo(String),
    /// A file, by its `file_id`.
    Document(String),
}

/// Where the button under a broadcast leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Link {
    /// To the card of an event.
    Event(EventId),
    /// To an address of the web, `https://…`.
    Address(String),
}

impl Content {
    /// The message in exactly this language.
    pub const fn exact(&self, language: Language) -> Option<&Part> {
        match language {
            Language::Kk => self.kk.as_ref(),
            Language::Ru => self.ru.as_ref(),
            Language::En => self.en.as_ref(),
        }
    }

    /// The languages it is written in, in the order kk, ru, en.
    pub fn written(&self) -> impl Iterator<Item = (Language, &Part)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.exact(language)?)))
    }

    /// Puts the message of a language, or takes it away.
    pub fn set(&mut self, language: Language, part: Option<Part>) {
        match language {
            Language::Kk => self.kk = part,
            Language::Ru => self.ru = part,
            Language::En => self.en = part,
        }
    }

    /// What somebody who is spoken to in this language gets: theirs, else the first there is in the order kk, ru, en.
    pub fn nearest(&self, language: Language) -> Option<(&Part, Language)> {
        std::iter::once(language)
            .chain(Language::ALL)
            .find_map(|candidate| self.exact(candidate).map(|part| (part, candidate)))
    }
}

/// When a broadcast begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// As soon as it is confirmed.
    #[default]
    Now,
    /// At this instant.
    At(DateTime<Utc>),
    /// So many minutes after the start of an event; before it, if negative. Follows the event when it is moved.
    Start(EventId, i32),
    /// The same, of its end.
    End(EventId, i32),
}

impl Timing {
    /// The event it follows.
    pub const fn event(self) -> Option<EventId> {
        match self {
            Timing::Start(event, _) | Timing::End(event, _) => Some(event),
            Timing::Now | Timing::At(_) => None,
        }
    }

    /// When it begins, if it is confirmed at `now`; `event` is the one it follows.
    pub fn due(self, now: DateTime<Utc>, event: Option<&Event>) -> DateTime<Utc> {
        let offset = |minutes: i32| TimeDelta::minutes(i64::from(minutes));
        match (self, event) {
            (Timing::At(at), _) => at,
            (Timing::Start(_, minutes), Some(event)) => event.starts_at + offset(minutes),
            (Timing::End(_, minutes), Some(event)) => event.ends_at() + offset(minutes),
            (Timing::Now | Timing::Start(..) | Timing::End(..), _) => now,
        }
    }
}

/// What a finished conversation asks for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Whom it is meant for.
    pub audience: Audience,
    /// What it says.
    pub content: Content,
    /// When it begins.
    pub timing: Timing,
    /// Beyond the free rate, for Stars.
    pub paid: bool,
}

/// Where a broadcast stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BroadcastStatus {
    /// Waits for an admin's yes.
    Proposed,
    /// An admin said no.
    Refused,
    /// Waits for its time.
    Scheduled,
    /// Its task is being done.
    Running,
    /// Stands still until somebody lets it go on.
    Paused,
    /// Ended before everybody had it.
    Stopped,
    /// Its task is done.
    Done,
}

impl BroadcastStatus {
    const ALL: [BroadcastStatus; 7] = [
        BroadcastStatus::Proposed,
        BroadcastStatus::Refused,
        BroadcastStatus::Scheduled,
        BroadcastStatus::Running,
        BroadcastStatus::Paused,
        BroadcastStatus::Stopped,
        BroadcastStatus::Done,
    ];

    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            BroadcastStatus::Proposed => "proposed",
            BroadcastStatus::Refused => "refused",
            BroadcastStatus::Scheduled => "scheduled",
            BroadcastStatus::Running => "running",
            BroadcastStatus::Paused => "paused",
            BroadcastStatus::Stopped => "stopped",
            BroadcastStatus::Done => "done",
        }
    }

    /// Reads [`BroadcastStatus::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.slug() == slug)
    }
}

/// What is being done with a broadcast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// It is sent to whoever has not got it.
    Send,
    /// What was sent is edited.
    Correct,
    /// What was sent is deleted.
    Withdraw,
}

impl Task {
    const ALL: [Task; 3] = [Task::Send, Task::Correct, Task::Withdraw];

    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Task::Send => "send",
            Task::Correct => "correct",
            Task::Withdraw => "withdraw",
        }
    }

    /// Reads [`Task::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.slug() == slug)
    }
}

/// A broadcast.
#[derive(Clone, Debug, PartialEq)]
pub struct Broadcast {
    /// Our id.
    pub id: BroadcastId,
    /// Who wrote it.
    pub author: PersonId,
    /// Whom it is meant for.
    pub audience: Audience,
    /// What it says.
    pub content: Content,
    /// When it was to begin.
    pub timing: Timing,
    /// Beyond the free rate, for Stars.
    pub paid: bool,
    /// Where it stands.
    pub status: BroadcastStatus,
    /// What is being done with it, or was last.
    pub task: Task,
    /// Why it was paused, if not by a person.
    pub fault: Option<String>,
    /// Grows with every correction.
    pub version: u32,
    /// When it begins, or began.
    pub due: DateTime<Utc>,
    /// What is not sent by then is not sent.
    pub expires_at: DateTime<Utc>,
    /// How many people it was confirmed for.
    pub people: u32,
    /// Everybody up to this person is in the outbox; `None`: everybody is.
    pub after: Option<PersonId>,
    /// The message in its author's chat that shows the progress.
    pub progress: Option<i32>,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// When its task began.
    pub started_at: Option<DateTime<Utc>>,
    /// When its task ended.
    pub finished_at: Option<DateTime<Utc>>,
}

impl Broadcast {
    /// The notice that each of its people gets.
    pub const fn sending(&self) -> Notice {
        Notice::Broadcast { broadcast: self.id, paid: self.paid }
    }

    /// Whether another task may begin: it is over, has been sent and was not withdrawn.
    pub fn is_correctable(&self) -> bool {
        let is_over = matches!(self.status, BroadcastStatus::Done | BroadcastStatus::Stopped);
        is_over && self.started_at.is_some() && self.task != Task::Withdraw
    }

    /// The notice that its present task has for each of its people.
    pub const fn notice(&self) -> Notice {
        match self.task {
            Task::Send => self.sending(),
            Task::Correct => Notice::Correction { broadcast: self.id, version: self.version },
            Task::Withdraw => Notice::Withdrawal { broadcast: self.id },
        }
    }
}

/// What has become of a broadcast's messages so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Wait to be sent, or are on their way.
    pub queued: u32,
    /// Telegram has taken them.
    pub sent: u32,
    /// The person cannot be reached.
    pub gone: u32,
    /// Failed for good.
    pub failed: u32,
    /// Not known whether they arrived; not sent again by itself.
    pub uncertain: u32,
    /// Not sent: stopped or past their time.
    pub void: u32,
}

impl Tally {
    /// Of how many it is known how they ended, or that it is not known.
    pub const fn ended(&self) -> u32 {
        self.sent + self.gone + self.failed + self.uncertain + self.void
    }
}

/// A broadcast with everything its screens say.
#[derive(Clone, Debug, PartialEq)]
pub struct Overview {
    /// The broadcast.
    pub broadcast: Broadcast,
    /// What has become of its messages.
    pub tally: Tally,
    /// The same of its corrections or withdrawals, while that is its task.
    pub task: Tally,
    /// Why messages failed, and how often.
    pub faults: Vec<(String, u32)>,
    /// The events its audience lists.
    pub events: Vec<Event>,
    /// When its task is through at the pace allowed.
    pub through: DateTime<Utc>,
    /// The language its author is spoken to in.
    pub language: Language,
}

impl Overview {
    /// The event it is about, if it is one.
    pub fn event(&self) -> Option<&Event> {
        let id = self.broadcast.audience.event()?;
        self.events.iter().find(|event| event.id == id)
    }
}

/// Stands for the reason of a pause that its event was cancelled: no word of Telegram's is like it.
pub const EVENT_CANCELLED: &str = "event_cancelled";

/// How a broadcast ended with one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// Who.
    pub person: PersonId,
    /// Their name, if they signed up for anything.
    pub name: Option<String>,
    /// The language they are spoken to in, if it is known.
    pub language: Option<String>,
    /// `sent`, `gone`, `failed`, `uncertain`, `void`; `queued`, `sending`, `held` while it is open.
    pub state: String,
    /// When it ended.
    pub at: Option<DateTime<Utc>>,
    /// Why it failed.
    pub fault: Option<String>,
}

/// Kinds of messages that a person may do without. Whatever one must know is of none of these kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Optional {
    /// Broadcasts.
    News,
    /// Reminders before an event.
    Reminders,
    /// Questions after an event.
    Feedback,
}

impl Optional {
    /// In the order of the screen.
    pub const ALL: [Optional; 3] = [Optional::News, Optional::Reminders, Optional::Feedback];

    /// The stable word in the database.
    pub const fn slug(self) -> &'static str {
        match self {
            Optional::News => "news",
            Optional::Reminders => "reminders",
            Optional::Feedback => "feedback",
        }
    }

    /// Reads [`Optional::slug`].
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}
