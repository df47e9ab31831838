//! The only caller of system time and randomness. Everything else receives instants and chance from here.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use rand::{RngCore, SeedableRng, rngs::StdRng};
use std::sync::{Arc, Mutex, PoisonError};

/// Tells the wall-clock time: the system's, or one that a test holds in its hand.
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<Arc<Mutex<DateTime<Utc>>>>);

impl Clock {
    /// The system's clock.
    pub const fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still at `instant` until it is moved.
    pub fn held(instant: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(Mutex::new(instant))))
    }

    /// Now, to the millisecond: both database engines keep that much.
    #[expect(clippy::disallowed_methods, reason = "this is the place the lint points to")]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            None => Utc::now().trunc_subsecs(3),
            Some(held) => *held.lock().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Whether a test or the demo holds it: then waiting in real time would wait for ever.
    pub const fn is_held(&self) -> bool {
        self.0.is_some()
    }

    /// Moves a held clock; a system clock cannot be moved.
    pub fn advance(&self, by: TimeDelta) {
        self.set(self.now() + by);
    }

    /// Puts a held clock to an instant, forwards or backwards.
    pub fn set(&self, instant: DateTime<Utc>) {
        if let Some(held) = &self.0 {
            *held.lock().unwrap_or_else(PoisonError::into_inner) = instant;
        }
    }
}

/// Source of chance: the operating system's entropy, or a seed that repeats.
#[derive(Clone, Debug)]
pub struct Chance(Arc<Mutex<StdRng>>);

impl Chance {
    /// Seeded from the operating system: fit for secrets.
    pub fn system() -> Self {
        Self(Arc::new(Mutex::new(StdRng::from_os_rng())))
    }

    /// The same sequence for the same seed: for tests and the played demo.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        bytes
    }

    /// A code of `length` characters that are hard to confuse when read aloud or typed: no 0/O, 1/I/L.
    pub fn code(&self, length: usize) -> String {
        const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ#";
        let mut code = String::with_capacity(length);
        while code.len() < length {
            for byte in self.bytes::<16>() {
                // 31 letters: the 32nd value is drawn again, so that all letters are equally likely.
                match ALPHABET[usize::from(byte) % 32] {
                    b'#' => {}
                    letter if code.len() < length => code.push(char::from(letter)),
                    _ => break,
                }
            }
        }
        code
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_held_clock_moves_only_by_hand() {
        let clock = Clock::held(DateTime::UNIX_EPOCH);
        let same = clock.clone();
        clock.advance(TimeDelta::hours(1));
        assert_eq!(same.now(), DateTime::UNIX_EPOCH + TimeDelta::hours(1));
    }

    #[test]
    fn codes_have_their_length_and_alphabet() {
        let chance = Chance::seeded(1);
        let code = chance.code(40);
        assert_eq!(code.len(), 40);
        assert!(code.bytes().all(|b| b"23456789ABCDEFGHJKMNPQRSTUVWXYZ".contains(&b)), "{code}");
        assert_ne!(chance.code(6), chance.code(6));
    }
}
