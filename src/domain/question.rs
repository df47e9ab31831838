//! Questions about an event: what people ask, who sees it, what it is answered, and what is kept of it for others.

use super::{Event, EventId, EventStatus, FaqId, PersonId, QuestionId};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// So many questions without an answer one person may have at an event; those that were hidden count.
pub const MOST_OPEN: u32 = 5;
/// So long after an answer it can be corrected.
pub const CORRECTABLE: TimeDelta = TimeDelta::hours(24);
/// Those who answer hear of new questions at most once in so many seconds.
const BLOCK: i64 = 600;

/// The end of the span of time in which everything asked is told in one notice.
pub fn block(now: DateTime<Utc>) -> DateTime<Utc> {
    let end = (now.timestamp() / BLOCK + 1) * BLOCK;
    DateTime::from_timestamp(end, 0).unwrap_or(now)
}

/// A text in somebody's own words: from 2 characters to `MAX`, without the white space around.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Own<const MAX: usize>(String);

/// A question as it was asked.
pub type Words = Own<500>;
/// An answer as it was given.
pub type Answer = Own<1500>;

/// Why a text is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsFault {
    /// Fewer than two characters.
    TooShort,
    /// More than it may have.
    TooLong,
}

impl<const MAX: usize> Own<MAX> {
    /// Most characters it may have.
    pub const MAX: usize = MAX;

    /// Reads it as typed.
    pub fn parse(text: &str) -> Result<Self, WordsFault> {
        let text = text.trim();
        match text.chars().count() {
            ..2 => Err(WordsFault::TooShort),
            length if length > MAX => Err(WordsFault::TooLong),
            _ => Ok(Self(text.to_owned())),
        }
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<const MAX: usize> TryFrom<String> for Own<MAX> {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|fault| format!("not a text of ours: {fault:?}"))
    }
}

impl<const MAX: usize> From<Own<MAX>> for String {
    fn from(own: Own<MAX>) -> Self {
        own.0
    }
}

// What people wrote does not belong in a log.
impl<const MAX: usize> std::fmt::Debug for Own<MAX> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Own(…)")
    }
}

/// A question about an event. Who asked it is shown to nobody.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// About which event.
    pub event: EventId,
    /// Who asks.
    pub asker: PersonId,
    /// What they ask.
    pub words: Words,
    /// Whether everybody may see it.
    pub is_approved: bool,
    /// Whether it was taken away from everybody but those who answer.
    pub is_hidden: bool,
    /// What it was answered, and when.
    pub answer: Option<(Answer, DateTime<Utc>)>,
    /// How often the answer was corrected.
    pub version: u32,
    /// How many others want to hear the answer.
    pub votes: u32,
    /// Whether whoever looks at it is one of them.
    pub is_voted: bool,
}

impl Question {
    /// Whether the answer can still be corrected.
    pub fn is_correctable(&self, now: DateTime<Utc>) -> bool {
        self.answer.as_ref().is_some_and(|(_, at)| now < *at + CORRECTABLE)
    }
}

/// What those who answer look through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pile {
    /// Nobody has looked at them yet.
    New,
    /// Everybody sees them; they wait for an answer.
    Open,
    /// They are answered.
    Answered,
}

impl Pile {
    /// In the order of the screen.
    pub const ALL: [Pile; 3] = [Pile::New, Pile::Open, Pile::Answered];

    /// The stable letter of it in payloads and statements.
    pub const fn code(self) -> &'static str {
        match self {
            Pile::New => "n",
            Pile::Open => "o",
            Pile::Answered => "a",
        }
    }
}

/// A question with its answer that is kept for others. It names nobody.
#[derive(Clone, Debug, PartialEq)]
pub struct Faq {
    /// Its id.
    pub id: FaqId,
    /// Of which event.
    pub event: EventId,
    /// The question it was made of, which may be deleted by now.
    pub question: QuestionId,
    /// What was asked.
    pub words: Words,
    /// What was answered.
    pub answer: Answer,
}

/// What there is beside the card of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Threads {
    /// Questions and answers that everybody sees.
    pub questions: bool,
    /// Files and links.
    pub materials: bool,
}

/// Answer to somebody who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// It is noted.
    Done,
    /// They have [`MOST_OPEN`] questions without an answer already.
    TooMany,
    /// The event is over, cancelled or not there.
    Closed,
}

/// Answer to a vote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voted {
    /// They will hear the answer too.
    Given,
    /// They took it back.
    Taken,
    /// It is their own question.
    Own,
    /// It is answered already.
    Answered,
}

/// What came of answering or correcting.
#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    /// It stands; so many hear of it.
    Done(Box<Question>, u32),
    /// Somebody else was faster: this is what they said.
    Already(Box<Question>),
    /// It is too late to correct it.
    TooLate(Box<Question>),
}

/// One question of a person's, as kept.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionRecord {
    /// Title of the event.
    pub event: String,
    /// Whether they asked it; else they want to hear the answer too.
    pub own: bool,
    /// What was asked.
    pub question: String,
    /// What it was answered.
    pub answer: Option<String>,
    /// When they asked or voted.
    pub at: DateTime<Utc>,
}

impl Event {
    /// Whether questions about it are taken.
    pub fn takes_questions(&self, now: DateTime<Utc>) -> bool {
        self.status == EventStatus::Published && now < self.ends_at()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_bounds() {
        let long = "ә".repeat(Words::MAX);
        for (text, read) in [
            (" Қашан? ", Ok("Қашан?")),
            ("?", Err(WordsFault::TooShort)),
            (" \n", Err(WordsFault::TooShort)),
            (&long, Ok(long.as_str())),
            (&format!("{long}!"), Err(WordsFault::TooLong)),
        ] {
            assert_eq!(Words::parse(text).as_ref().map(Words::as_str).map_err(|fault| *fault), read);
        }
        assert_eq!(format!("{:?}", Words::parse("Құпия").unwrap()), "Own(…)");
    }

    #[test]
    fn blocks_end_after_what_was_asked_in_them() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        for (asked, told) in [
            ("2026-12-01T04:00:00Z", "2026-12-01T04:10:00Z"),
            ("2026-12-01T04:09:59.9Z", "2026-12-01T04:10:00Z"),
            ("2026-12-01T04:10:00Z", "2026-12-01T04:20:00Z"),
        ] {
            assert_eq!(block(at(asked)), at(told));
        }
    }
}
