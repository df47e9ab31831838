//! What happens by itself: things fall due, and notices are carried to people. No update starts anything here.

pub mod boards;
pub mod broadcasts;
pub mod courier;
pub mod inline;
pub mod replica;
pub mod scheduler;

use chrono::{DateTime, Utc};
use std::time::Duration;

/// Timers look at the wall clock again at least this often: it may have been set.
const RECHECK: Duration = Duration::from_secs(30);

/// How long to sleep until `due`, and never longer than [`RECHECK`].
fn until(due: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Duration {
    due.and_then(|due| (due - now).to_std().ok()).map_or(
        if due.is_some() { Duration::ZERO } else { RECHECK },
        // A hair later, so that what is due is due when we look.
        |left| (left + Duration::from_millis(1)).min(RECHECK),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn sleeps_are_bounded_and_the_past_is_now() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(until(None, now), RECHECK);
        assert_eq!(until(Some(now + TimeDelta::days(1)), now), RECHECK);
        assert_eq!(until(Some(now + TimeDelta::seconds(1)), now), Duration::from_millis(1001));
        assert_eq!(until(Some(now - TimeDelta::days(1)), now), Duration::ZERO);
    }
}
