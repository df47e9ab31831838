//! The buttons by which people come to work at events and others see that they do, and their payloads after the tag `j`.
//! What they do stands in `bot/team` and `bot/staff`.

use super::codec::{Fields, district_code, level_code};
use crate::domain::{
    District, EventId, HostId, InvitationId, Level, PersonId, ScopeId, Secret, ShiftId, SpeakerId,
};

/// A press about who works where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Staff {
    /// Who works on an event.
    Team(EventId),
    /// From when on a link for its stewards is to hold.
    Doors(EventId),
    /// Makes that link; `true` for one that holds at once.
    Door(EventId, bool),
    /// Ends the time of one steward.
    EndShift(ShiftId),
    /// Asks whether to end that of all of them; `true`: ends it.
    EndShifts(EventId, bool),
    /// Asks for the name of a speaker to invite.
    Speaker(EventId),
    /// Invites the speaker at this place of the programme, from 0.
    SpeakerOf(EventId, u32),
    /// A speaker is no longer this person.
    EndSpeaker(SpeakerId),
    /// Invites another organisation to run the event too.
    Host(EventId),
    /// Yes or no to an organisation that asks to.
    Answer(HostId, bool),
    /// Asks whether an organisation is to run it no longer; `true`: ends it.
    EndHost(HostId, bool),
    /// Ends an invitation nobody has taken.
    Revoke(InvitationId),
    /// Takes an invitation.
    Take(Secret),
    /// Takes one to run an event too, for the organisation that this scope names.
    TakeFor(Secret, ScopeId),
    /// What one speaks at.
    Talks,
    /// A page of those who run events, from 0.
    Members(u32),
    /// One of them.
    Member(PersonId),
    /// Takes a scope away.
    TakeAway(ScopeId),
    /// Asks whether to take everything away; `true`: takes it.
    TakeAll(PersonId, bool),
    /// Invitations to run events that nobody has taken.
    Open,
    /// The level of the events of somebody to invite.
    Invite,
    /// Their district, once the level is chosen.
    InviteAt(Option<Level>),
    /// Their organisation, once both are chosen: a page of the list.
    InviteIn(Option<Level>, Option<District>, u32),
    /// Makes the invitation; the organisation is the one that holds this event, or any.
    InviteFor(Option<Level>, Option<District>, Option<EventId>),
}

impl Staff {
    pub(super) fn encode(&self) -> String {
        match self {
            Staff::Team(event) => format!("j.t.{event}"),
            Staff::Doors(event) => format!("j.d.{event}"),
            Staff::Door(event, at_once) => format!("j.dl.{event}.{}", u8::from(*at_once)),
            Staff::EndShift(id) => format!("j.ds.{id}"),
            Staff::EndShifts(event, sure) => format!("j.da.{event}.{}", u8::from(*sure)),
            Staff::Speaker(event) => format!("j.s.{event}"),
            Staff::SpeakerOf(event, number) => format!("j.sp.{event}.{number}"),
            Staff::EndSpeaker(id) => format!("j.se.{id}"),
            Staff::Host(event) => format!("j.h.{event}"),
            Staff::Answer(id, yes) => format!("j.a.{id}.{}", u8::from(*yes)),
            Staff::EndHost(id, sure) => format!("j.he.{id}.{}", u8::from(*sure)),
            Staff::Revoke(id) => format!("j.r.{id}"),
            Staff::Take(secret) => format!("j.k.{}", secret.as_str()),
            Staff::TakeFor(secret, scope) => format!("j.kh.{}.{scope}", secret.as_str()),
            Staff::Talks => "j.w".into(),
            Staff::Members(page) => format!("j.p.{page}"),
            Staff::Member(person) => format!("j.m.{person}"),
            Staff::TakeAway(scope) => format!("j.x.{scope}"),
            Staff::TakeAll(person, sure) => format!("j.xa.{person}.{}", u8::from(*sure)),
            Staff::Open => "j.o".into(),
            Staff::Invite => "j.i".into(),
            Staff::InviteAt(level) => format!("j.il.{}", level_code(*level)),
            Staff::InviteIn(level, district, page) => {
                format!("j.id.{}.{}.{page}", level_code(*level), district_code(*district))
            }
            Staff::InviteFor(level, district, event) => {
                let event = event.map_or(String::new(), |event| event.to_string());
                format!("j.io.{}.{}.{event}", level_code(*level), district_code(*district))
            }
        }
    }

    /// What follows the tag.
    pub(super) fn decode(fields: &mut Fields<'_>) -> Option<Self> {
        Some(match fields.next()? {
            "t" => Staff::Team(EventId(fields.number()?)),
            "d" => Staff::Doors(EventId(fields.number()?)),
            "dl" => Staff::Door(EventId(fields.number()?), fields.flag()?),
            "ds" => Staff::EndShift(ShiftId(fields.number()?)),
            "da" => Staff::EndShifts(EventId(fields.number()?), fields.flag()?),
            "s" => Staff::Speaker(EventId(fields.number()?)),
            "sp" => Staff::SpeakerOf(EventId(fields.number()?), fields.number()?),
            "se" => Staff::EndSpeaker(SpeakerId(fields.number()?)),
            "h" => Staff::Host(EventId(fields.number()?)),
            "a" => Staff::Answer(HostId(fields.number()?), fields.flag()?),
            "he" => Staff::EndHost(HostId(fields.number()?), fields.flag()?),
            "r" => Staff::Revoke(InvitationId(fields.number()?)),
            "k" => Staff::Take(Secret::parse(fields.next()?)?),
            "kh" => Staff::TakeFor(Secret::parse(fields.next()?)?, ScopeId(fields.number()?)),
            "w" => Staff::Talks,
            "p" => Staff::Members(fields.number()?),
            "m" => Staff::Member(PersonId(fields.number()?)),
            "x" => Staff::TakeAway(ScopeId(fields.number()?)),
            "xa" => Staff::TakeAll(PersonId(fields.number()?), fields.flag()?),
            "o" => Staff::Open,
            "i" => Staff::Invite,
            "il" => Staff::InviteAt(level(fields)?),
            "id" => Staff::InviteIn(level(fields)?, district(fields)?, fields.number()?),
            "io" => Staff::InviteFor(level(fields)?, district(fields)?, fields.optional(event)?),
            _ => return None,
        })
    }
}

#[expect(clippy::option_option, reason = "outer: could be read; inner: something is chosen")]
fn level(fields: &mut Fields<'_>) -> Option<Option<Level>> {
    fields.optional(|code| Level::ALL.into_iter().find(|level| level_code(Some(*level)) == code))
}

#[expect(clippy::option_option, reason = "outer: could be read; inner: something is chosen")]
fn district(fields: &mut Fields<'_>) -> Option<Option<District>> {
    fields.optional(|code| District::ALL.into_iter().find(|d| district_code(Some(*d)) == code))
}

fn event(id: &str) -> Option<EventId> {
    id.parse().ok().filter(|number: &i64| number.to_string() == id).map(EventId)
}

/// Each once, with its longest fields.
#[cfg(test)]
pub(super) fn all(event: EventId) -> Vec<Staff> {
    const WIDEST: i64 = i64::MIN;
    let secret = || Secret::parse("AAAAAAAAAA_bbbbbbbbb-9").unwrap();
    let (level, district) = (Some(Level::District), Some(District::Saryarqa));
    vec![
        Staff::Team(event),
        Staff::Doors(event),
        Staff::Door(event, false),
        Staff::Door(event, true),
        Staff::EndShift(ShiftId(WIDEST)),
        Staff::EndShifts(event, false),
        Staff::EndShifts(event, true),
        Staff::Speaker(event),
        Staff::SpeakerOf(event, u32::MAX),
        Staff::EndSpeaker(SpeakerId(WIDEST)),
        Staff::Host(event),
        Staff::Answer(HostId(WIDEST), true),
        Staff::EndHost(HostId(WIDEST), true),
        Staff::Revoke(InvitationId(WIDEST)),
        Staff::Take(secret()),
        Staff::TakeFor(secret(), ScopeId(WIDEST)),
        Staff::Talks,
        Staff::Members(u32::MAX),
        Staff::Member(PersonId(WIDEST)),
        Staff::TakeAway(ScopeId(WIDEST)),
        Staff::TakeAll(PersonId(WIDEST), false),
        Staff::TakeAll(PersonId(WIDEST), true),
        Staff::Open,
        Staff::Invite,
        Staff::InviteAt(level),
        Staff::InviteAt(None),
        Staff::InviteIn(level, district, u32::MAX),
        Staff::InviteIn(None, None, 0),
        Staff::InviteFor(level, district, Some(event)),
        Staff::InviteFor(None, None, None),
    ]
}

/// Payloads that stand in people's chats. Lines are added, never changed.
#[cfg(test)]
pub(super) const FROZEN: &[&str] = &[
    "j.a.5.1",
    "j.t.7",
    "j.d.7",
    "j.dl.7.0",
    "j.ds.5",
    "j.da.7.1",
    "j.s.7",
    "j.sp.7.0",
    "j.se.5",
    "j.h.7",
    "j.he.5.0",
    "j.r.5",
    "j.k.AAAAAAAAAA_bbbbbbbbb-9",
    "j.kh.AAAAAAAAAA_bbbbbbbbb-9.5",
    "j.w",
    "j.p.0",
    "j.m.5",
    "j.x.5",
    "j.xa.5.1",
    "j.o",
    "j.i",
    "j.il.c",
    "j.il.",
    "j.id.d.nu.0",
    "j.id...1",
    "j.io.d.nu.7",
    "j.io...",
];
