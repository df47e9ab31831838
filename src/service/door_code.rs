//! What the codes of doors are made of: an event's number under a keyed tag, as tickets are. Who may come in by one is in
//! `entrances`.

use super::ticket::{NUMBER, TAG, TicketKey};
use crate::domain::{EventId, PersonId};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};

/// So long a code is shown; the one before it is good as well, for those who have just scanned it.
pub(super) const TURN: TimeDelta = TimeDelta::minutes(1);
/// So long after a scan its buttons let in.
const PASS: TimeDelta = TimeDelta::minutes(10);
/// Bytes of the minute in which a pass ends.
const MINUTE: usize = 4;

impl TicketKey {
    /// The code that a door shows at this instant: 30 characters of `A–Z a–z 0–9 _ -`.
    pub fn door(&self, event: EventId, now: DateTime<Utc>) -> String {
        self.tagged(b"door", event, &turn(now).to_be_bytes())
    }

    /// The door whose code this is, or was just now.
    pub fn open_door(&self, code: &str, now: DateTime<Utc>) -> Option<EventId> {
        let turn = turn(now);
        [turn, turn - 1].iter().find_map(|turn| self.untagged(b"door", code, &turn.to_be_bytes()))
    }

    /// The code on paper, which stays the same.
    pub fn paper(&self, event: EventId) -> String {
        self.tagged(b"paper", event, &[])
    }

    /// The door whose code on paper this is.
    pub fn open_paper(&self, code: &str) -> Option<EventId> {
        self.untagged(b"paper", code, &[])
    }

    /// What the buttons carry of somebody who has just scanned the code of a door: nobody else can press them, nor they
    /// themselves from home tomorrow. 35 characters like those of a code.
    pub fn pass(&self, event: EventId, person: PersonId, now: DateTime<Utc>) -> String {
        let ends = minute(now + PASS).to_be_bytes();
        let number = number(event);
        let tag = self.tag(b"pass", &[&number[..], &ends, &person.0.to_be_bytes()].concat());
        URL_SAFE_NO_PAD.encode([&number[..], &ends, &tag].concat())
    }

    /// The door that this person has scanned not long ago.
    pub fn open_pass(&self, pass: &str, person: PersonId, now: DateTime<Utc>) -> Option<EventId> {
        let bytes = URL_SAFE_NO_PAD.decode(pass).ok().filter(|bytes| bytes.len() == NUMBER + MINUTE + TAG)?;
        let (number, rest) = bytes.split_at(NUMBER);
        let (ends, tag) = rest.split_at(MINUTE);
        let sealed = [number, ends, &person.0.to_be_bytes()].concat();
        self.is_tag(b"pass", &sealed, tag).then_some(())?;
        let ends = u32::from_be_bytes(ends.try_into().ok()?);
        (minute(now) <= ends).then(|| event(number))
    }

    /// A fingerprint of a person at one event, which cannot be turned back without the key, nor be found at another.
    pub fn fingerprint_at(&self, event: EventId, person: PersonId) -> String {
        let tag = self.tag(b"came", &[event.0.to_be_bytes(), person.0.to_be_bytes()].concat());
        URL_SAFE_NO_PAD.encode(tag)
    }

    fn tagged(&self, purpose: &[u8], event: EventId, more: &[u8]) -> String {
        let number = number(event);
        let tag = self.tag(purpose, &[&number[..], more].concat());
        URL_SAFE_NO_PAD.encode([&number[..], &tag].concat())
    }

    fn untagged(&self, purpose: &[u8], code: &str, more: &[u8]) -> Option<EventId> {
        let bytes = URL_SAFE_NO_PAD.decode(code).ok().filter(|bytes| bytes.len() == NUMBER + TAG)?;
        let (number, tag) = bytes.split_at(NUMBER);
        self.is_tag(purpose, &[number, more].concat(), tag).then(|| event(number))
    }
}

/// When the code that is shown at an instant stops being good.
pub(super) fn good_until(now: DateTime<Utc>) -> DateTime<Utc> {
    DateTime::from_timestamp((turn(now) + 2) * TURN.num_seconds(), 0).unwrap_or(now)
}

fn turn(now: DateTime<Utc>) -> i64 {
    now.timestamp().div_euclid(TURN.num_seconds())
}

fn minute(at: DateTime<Utc>) -> u32 {
    u32::try_from(at.timestamp() / 60).unwrap_or_default()
}

fn number(event: EventId) -> [u8; NUMBER] {
    let wide = event.0.to_be_bytes();
    std::array::from_fn(|place| wide[8 - NUMBER + place])
}

fn event(number: &[u8]) -> EventId {
    let mut wide = [0; 8];
    wide[8 - NUMBER..].copy_from_slice(number);
    EventId(i64::from_be_bytes(wide))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Chance;

    const EVENT: EventId = EventId(1_234);

    fn key() -> TicketKey {
        TicketKey::fresh(&Chance::seeded(1))
    }

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_020 + second, 0).unwrap()
    }

    #[test]
    fn a_code_is_good_for_its_turn_and_the_next() {
        let key = key();
        let code = key.door(EVENT, at(0));
        assert_eq!(code.len(), 30);
        assert_eq!(good_until(at(0)), at(120));
        for (second, opens) in [(-1, false), (0, true), (59, true), (60, true), (119, true), (120, false)] {
            assert_eq!(key.open_door(&code, at(second)).is_some(), opens, "{second} s");
        }
        assert_ne!(key.door(EVENT, at(60)), code);
    }

    #[test]
    fn a_pass_is_one_persons_for_ten_minutes() {
        let key = key();
        let (one, two) = (PersonId(7), PersonId(8));
        let pass = key.pass(EVENT, one, at(0));
        assert_eq!(pass.len(), 35);
        assert_eq!(key.open_pass(&pass, one, at(600)), Some(EVENT));
        assert_eq!(key.open_pass(&pass, one, at(660)), None);
        assert_eq!(key.open_pass(&pass, two, at(0)), None);
    }

    #[test]
    fn one_kind_of_secret_is_not_another() {
        let key = key();
        let (door, paper, ticket) =
            (key.door(EVENT, at(0)), key.paper(EVENT), key.seal(crate::domain::RegistrationId(EVENT.0)));
        assert_eq!(key.open_paper(&paper), Some(EVENT));
        for code in [&paper, &ticket] {
            assert_eq!(key.open_door(code, at(0)), None);
        }
        for code in [&door, &ticket] {
            assert_eq!(key.open_paper(code), None);
        }
        for code in [&door, &paper] {
            assert_eq!(key.open(code), None);
        }
        let other = TicketKey::fresh(&Chance::seeded(2));
        assert_eq!((other.open_door(&door, at(0)), other.open_paper(&paper)), (None, None));
        for place in 0..door.len() {
            let mut forged = door.clone().into_bytes();
            forged[place] = if forged[place] == b'A' { b'B' } else { b'A' };
            assert_eq!(key.open_door(&String::from_utf8(forged).unwrap(), at(0)), None, "byte {place}");
        }
        for junk in ["", "d", "é", &door[..29]] {
            assert_eq!(key.open_door(junk, at(0)), None);
            assert_eq!(key.open_pass(junk, PersonId(7), at(0)), None);
        }
    }

    #[test]
    fn a_fingerprint_is_of_one_person_at_one_event() {
        let key = key();
        let print = key.fingerprint_at(EVENT, PersonId(7));
        assert_eq!(print, key.fingerprint_at(EVENT, PersonId(7)));
        assert_ne!(print, key.fingerprint_at(EVENT, PersonId(8)));
        assert_ne!(print, key.fingerprint_at(EventId(1), PersonId(7)));
    }
}
