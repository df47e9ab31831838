//! Invitations to work at events, and the work that comes of them: shifts at a door, talks, running an event together. What
//! it allows is in `role`.

use super::{Event, EventId, HostId, InvitationId, Name, PersonId, Scope, ScopeId, ShiftId, SpeakerId};
use chrono::{DateTime, TimeDelta, Utc};
use std::fmt;

/// How long an invitation holds that is taken once.
const TERM: TimeDelta = TimeDelta::days(7);
/// Stewards begin so long before the start of the event…
const BEFORE: TimeDelta = TimeDelta::hours(3);
/// …and are there until so long after its end.
const AFTER: TimeDelta = TimeDelta::hours(2);

/// What an invitation offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Run the events of a scope.
    Organiser(Scope),
    /// Stand at the door of an event. Several may take it.
    Steward {
        /// Which event.
        event: EventId,
        /// From when on.
        from: DateTime<Utc>,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// Be a speaker of an event.
    Speaker {
        /// Which event.
        event: EventId,
        /// As whom the programme names them.
        name: String,
    },
    /// Ask to run an event together with those whose it is.
    Host {
        /// Which event.
        event: EventId,
    },
}

impl Grant {
    /// The door of an event: from some hours before its start, or from `at_once`.
    pub fn steward(event: &Event, at_once: Option<DateTime<Utc>>) -> Self {
        let from = at_once.unwrap_or(event.starts_at - BEFORE);
        Grant::Steward { event: event.id, from, until: event.ends_at() + AFTER }
    }

    /// The event it is about, if it is about one.
    pub const fn event(&self) -> Option<EventId> {
        match self {
            Grant::Organiser(_) => None,
            Grant::Steward { event, .. } | Grant::Speaker { event, .. } | Grant::Host { event } => {
                Some(*event)
            }
        }
    }

    /// Until when a link made at `now` can be taken.
    pub fn expires_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Grant::Steward { until, .. } => *until,
            _ => now + TERM,
        }
    }

    /// Whether the first who takes it is the last.
    pub const fn is_taken_once(&self) -> bool {
        !matches!(self, Grant::Steward { .. })
    }
}

impl fmt::Display for Grant {
    /// As the audit keeps it: `organiser city · nura`, `steward`. Nobody is named.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Grant::Organiser(scope) => write!(f, "organiser {scope}"),
            Grant::Steward { .. } => f.write_str("steward"),
            Grant::Speaker { .. } => f.write_str("speaker"),
            Grant::Host { .. } => f.write_str("host"),
        }
    }
}

/// An invitation that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Our id.
    pub id: InvitationId,
    /// What it offers.
    pub grant: Grant,
    /// Until when.
    pub expires_at: DateTime<Utc>,
    /// Who made it: without their right to, it is worth nothing.
    pub by: PersonId,
}

/// What the link of an invitation ends with: 128 random bits. Its `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Characters of it.
    pub const LENGTH: usize = 22;

    /// Reads what may be one: so many characters of `A–Z a–z 0–9 _ -`.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
        (text.len() == Self::LENGTH && text.bytes().all(fits)).then(|| Self(text.to_owned()))
    }

    /// The characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

/// An invitation with its secret, which is known only now.
#[derive(Clone, Debug, PartialEq)]
pub struct Issued {
    /// The secret.
    pub secret: Secret,
    /// The invitation.
    pub invitation: Invitation,
    /// The event it is about.
    pub event: Option<Box<Event>>,
}

/// An invitation as the person sees it who has its link.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The invitation.
    pub invitation: Invitation,
    /// The event it is about.
    pub event: Option<Box<Event>>,
    /// Organisations of theirs that could run the event together with its own: by the scope that names each.
    pub organisations: Vec<(ScopeId, String)>,
}

/// Answer to taking an invitation.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// They have the work it offers.
    Done(Box<Offer>),
    /// Those whose event it is are asked whether this organisation may run it with them.
    Asked(Box<Event>, String),
    /// The link is used, over, revoked, forged, or not for them: all alike.
    Dead,
}

/// Somebody's time at the door of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// Our id.
    pub id: ShiftId,
    /// Which event.
    pub event: EventId,
    /// Who.
    pub person: PersonId,
    /// From when on.
    pub from: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// A speaker of an event who has taken their invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Our id.
    pub id: SpeakerId,
    /// Which event.
    pub event: EventId,
    /// Who.
    pub person: PersonId,
    /// As whom the programme names them.
    pub name: String,
}

/// An organisation that runs an event together with its own, or asks to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Our id.
    pub id: HostId,
    /// Which event.
    pub event: EventId,
    /// The organisation.
    pub organisation: String,
    /// Who asked.
    pub asked_by: PersonId,
    /// Since when it does; `None` while it waits for a yes.
    pub approved_at: Option<DateTime<Utc>>,
}

/// Who works on an event, for those who run it.
#[derive(Clone, Debug, PartialEq)]
pub struct Team {
    /// The event.
    pub event: Event,
    /// Whether it is the reader's own: then they say who runs it with them.
    pub is_own: bool,
    /// Stewards with the names Telegram shows of them, in order of their coming.
    pub stewards: Vec<(Shift, Option<Name>)>,
    /// Speakers who have taken their invitation.
    pub speakers: Vec<Speaker>,
    /// Organisations, those that ask among them.
    pub hosts: Vec<Host>,
    /// Invitations that can still be taken.
    pub open: Vec<Invitation>,
}

impl Team {
    /// The link that stewards can open, if there is one.
    pub fn door_link(&self) -> Option<&Invitation> {
        self.open.iter().find(|invitation| matches!(invitation.grant, Grant::Steward { .. }))
    }
}

/// Somebody who runs events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub person: PersonId,
    /// As Telegram named them when they took their invitation.
    pub name: Option<Name>,
    /// Whose events.
    pub scopes: Vec<(ScopeId, Scope)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample;

    #[test]
    fn a_link_of_stewards_holds_around_the_event_and_others_for_a_week() {
        let event = sample::event();
        let (start, end) = (event.starts_at, event.ends_at());
        let now = start - TimeDelta::hours(5);
        let usual = Grant::steward(&event, None);
        let until = end + TimeDelta::hours(2);
        assert_eq!(usual, Grant::Steward { event: event.id, from: start - TimeDelta::hours(3), until });
        assert_eq!(Grant::steward(&event, Some(now)), Grant::Steward { event: event.id, from: now, until });
        assert_eq!(usual.expires_at(now), until);
        assert_eq!(Grant::Host { event: event.id }.expires_at(now), now + TimeDelta::days(7));
        assert!(!usual.is_taken_once());
        assert_eq!(Grant::Organiser(Scope::default()).event(), None);
    }

    #[test]
    fn a_secret_has_its_length_and_its_letters_and_is_not_shown() {
        let secret = Secret::parse("AAAAAAAAAA_bbbbbbbbb-9").unwrap();
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        for text in ["", "AAAA", "AAAAAAAAAA.bbbbbbbbb-9", "AAAAAAAAAA_bbbbbbbbb-99", "ӘAAAAAAAAA_bbbbbbbbb-"]
        {
            assert_eq!(Secret::parse(text), None);
        }
    }
}
