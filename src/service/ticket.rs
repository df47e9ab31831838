//! The secret of a ticket: a registration's number under a keyed tag. Nothing of it is stored but the key.

use crate::{clock::Chance, domain::RegistrationId};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fmt;

/// Key under which tickets and fingerprints are made. Its `Debug` does not show it.
#[derive(Clone)]
pub struct TicketKey([u8; 32]);

/// Bytes of the tag: 128 bits cannot be guessed at any rate a bot can be asked.
pub(super) const TAG: usize = 16;
/// Bytes of the registration's number, most significant first: room for 10¹⁴ registrations.
pub(super) const NUMBER: usize = 6;

impl TicketKey {
    /// A new key.
    pub fn fresh(chance: &Chance) -> Self {
        Self(chance.bytes())
    }

    /// Reads [`TicketKey::to_text`].
    pub fn from_text(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The key as text, for the database.
    pub fn to_text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// The secret in a ticket's link: 30 characters of `A–Z a–z 0–9 _ -`.
    pub fn seal(&self, registration: RegistrationId) -> String {
        let number = &registration.0.to_be_bytes()[8 - NUMBER..];
        URL_SAFE_NO_PAD.encode([number, &self.tag(b"ticket", number)].concat())
    }

    /// The registration behind a secret; `None` for everything we did not seal.
    pub fn open(&self, secret: &str) -> Option<RegistrationId> {
        let bytes = URL_SAFE_NO_PAD.decode(secret).ok()?;
        if bytes.len() != NUMBER + TAG {
            return None;
        }
        let (number, tag) = bytes.split_at(NUMBER);
        self.is_tag(b"ticket", number, tag).then_some(())?;
        let mut wide = [0; 8];
        wide[8 - NUMBER..].copy_from_slice(number);
        Some(RegistrationId(i64::from_be_bytes(wide)))
    }

    /// A fingerprint of a person that cannot be turned back without the key.
    pub fn fingerprint(&self, person: i64) -> String {
        URL_SAFE_NO_PAD.encode(self.mac(b"person", &person.to_be_bytes()).finalize().into_bytes())
    }

    /// The tag of a message for a purpose.
    pub(super) fn tag(&self, purpose: &[u8], message: &[u8]) -> [u8; TAG] {
        let tag = self.mac(purpose, message).finalize().into_bytes();
        std::array::from_fn(|place| tag[place])
    }

    /// Whether this is that tag. The comparison takes the same time wherever a forged one differs.
    pub(super) fn is_tag(&self, purpose: &[u8], message: &[u8], tag: &[u8]) -> bool {
        self.mac(purpose, message).verify_truncated_left(tag).is_ok()
    }

    fn mac(&self, purpose: &[u8], message: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(purpose);
        mac.update(message);
        mac
    }
}

impl fmt::Debug for TicketKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TicketKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_seals_open() {
        let key = TicketKey::fresh(&Chance::seeded(1));
        let other = TicketKey::fresh(&Chance::seeded(2));
        let secret = key.seal(RegistrationId(1_234_567));
        assert_eq!(secret.len(), 30);
        assert_eq!(key.open(&secret), Some(RegistrationId(1_234_567)));
        assert_eq!(other.open(&secret), None);
        for position in 0..secret.len() {
            let mut forged = secret.clone().into_bytes();
            forged[position] = if forged[position] == b'A' { b'B' } else { b'A' };
            assert_eq!(key.open(&String::from_utf8(forged).unwrap()), None, "byte {position}");
        }
        for junk in ["", "t", "é", &secret[..29]] {
            assert_eq!(key.open(junk), None);
        }
    }
}
