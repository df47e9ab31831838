//! What may be sent unasked, when it falls due, when it is void, and which lane it takes. No wording.

use super::{BroadcastId, Event, EventId, EventStatus, Registration, RegistrationId, Standing, UpdateId};
use chrono::{DateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A message to a person that is not the direct answer to a press. Stored in the outbox, worded when it is sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    },
    /// The event will not take place.
    EventCancelled {
        /// Whose event.
        registration: RegistrationId,
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
    /// To admins: an update failed for good and waits in the inbox as a dead letter.
    DeadLetter {
        /// The update.
        update: UpdateId,
    },
}

impl Notice {
    /// The stable word of the kind, for keys, counters and logs.
    pub const fn kind(&self) -> &'static str {
        match self {
            Notice::Ticket { .. } => "ticket",
            Notice::SeatOffered { .. } => "seat_offered",
            Notice::OfferLapsed { .. } => "offer_lapsed",
            Notice::MovedUp { .. } => "moved_up",
            Notice::Reminder { .. } => "reminder",
            Notice::EventChanged { .. } => "event_changed",
            Notice::EventCancelled { .. } => "event_cancelled",
            Notice::Broadcast { .. } => "broadcast",
            Notice::Correction { .. } => "correction",
            Notice::Withdrawal { .. } => "withdrawal",
            Notice::DeadLetter { .. } => "dead_letter",
        }
    }

    /// What makes it one of a kind for a person: the same kind and subject is sent once.
    pub fn subject(&self) -> String {
        match self {
            Notice::Ticket { registration }
            | Notice::OfferLapsed { registration }
            | Notice::MovedUp { registration }
            | Notice::EventCancelled { registration } => registration.to_string(),
            Notice::SeatOffered { registration, until } => format!("{registration}@{}", until.timestamp()),
            Notice::Reminder { registration, rule } => format!("{registration}@{rule}"),
            Notice::EventChanged { registration, revision } => format!("{registration}@{revision}"),
            Notice::Broadcast { broadcast, .. } | Notice::Withdrawal { broadcast } => broadcast.to_string(),
            Notice::Correction { broadcast, version } => format!("{broadcast}@{version}"),
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
            | Notice::Reminder { registration, .. }
            | Notice::EventChanged { registration, .. }
            | Notice::EventCancelled { registration } => Some(*registration),
            Notice::Broadcast { .. }
            | Notice::Correction { .. }
            | Notice::Withdrawal { .. }
            | Notice::DeadLetter { .. } => None,
        }
    }

    /// The broadcast it is a message of, if it is one.
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
            Notice::EventChanged { revision, .. } => {
                // A later change has its own notice, which says everything.
                on && ahead && registration.standing != Standing::Cancelled && event.revision == *revision
            }
            Notice::EventCancelled { .. } => {
                event.status == EventStatus::Cancelled && registration.standing != Standing::Cancelled
            }
            Notice::Broadcast { .. }
            | Notice::Correction { .. }
            | Notice::Withdrawal { .. }
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
            | Notice::EventChanged { .. }
            | Notice::EventCancelled { .. }
            | Notice::DeadLetter { .. } => Lane::MustKnow,
            Notice::Reminder { .. } => Lane::Reminders,
            Notice::Broadcast { paid: true, .. } => Lane::Paid,
            Notice::Broadcast { .. } | Notice::Correction { .. } | Notice::Withdrawal { .. } => {
                Lane::Broadcasts
            }
        }
    }
}

/// Lanes of the send budget, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Answers to what a person just did.
    Interactive,
    /// News a person must have: seats, changes, cancellations.
    MustKnow,
    /// Reminders.
    Reminders,
    /// Messages to many.
    Broadcasts,
    /// Messages to many beyond the free rate, for Stars.
    Paid,
}

impl Lane {
    /// All lanes, most urgent first.
    pub const ALL: [Lane; 5] =
        [Lane::Interactive, Lane::MustKnow, Lane::Reminders, Lane::Broadcasts, Lane::Paid];

    /// Whether what travels in it may rest in quiet hours.
    pub const fn rests(self) -> bool {
        matches!(self, Lane::Broadcasts | Lane::Paid)
    }
}

/// When a reminder falls due. Written `day@11:00` (the day before, local time) or `2h`, `30m`, `45s` (before the start).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum ReminderRule {
    /// On the day before, at this local time.
    DayBefore(NaiveTime),
    /// This many seconds before the start.
    Before(u32),
}

impl ReminderRule {
    /// The instant it falls due for an event that starts at `starts_at` in `zone`.
    pub fn due(self, starts_at: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
        match self {
            ReminderRule::Before(seconds) => starts_at - TimeDelta::seconds(i64::from(seconds)),
            ReminderRule::DayBefore(time) => {
                let day = starts_at.with_timezone(&zone).date_naive() - TimeDelta::days(1);
                local(day.and_time(time), zone)
            }
        }
    }

    /// Whether it is still worth sending at `now`, after an outage: nothing once the event has begun, and no "tomorrow"
    /// on the day itself, for which the nearer reminder is.
    pub fn is_useful(self, now: DateTime<Utc>, starts_at: DateTime<Utc>, zone: Tz) -> bool {
        let day = |instant: DateTime<Utc>| instant.with_timezone(&zone).date_naive();
        match self {
            ReminderRule::Before(_) => now < starts_at,
            ReminderRule::DayBefore(_) => day(now) < day(starts_at),
        }
    }
}

/// The instant a promised local time means. A time that happens twice means its first occurrence; one that a clock
/// change leaves out means the same time by the offset in force before.
pub fn local(time: chrono::NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    zone.from_local_datetime(&time)
        .earliest()
        .or_else(|| {
            zone.from_local_datetime(&(time - TimeDelta::hours(1)))
                .earliest()
                .map(|t| t + TimeDelta::hours(1))
        })
        .map_or_else(|| time.and_utc(), |t| t.with_timezone(&Utc))
}

impl fmt::Display for ReminderRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReminderRule::DayBefore(time) => write!(f, "day@{}", time.format("%H:%M")),
            ReminderRule::Before(s) if s % 3600 == 0 => write!(f, "{}h", s / 3600),
            ReminderRule::Before(s) if s % 60 == 0 => write!(f, "{}m", s / 60),
            ReminderRule::Before(s) => write!(f, "{s}s"),
        }
    }
}

impl FromStr for ReminderRule {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || {
            format!(
                "`{text}` is not a reminder: write day@HH:MM or a time before the start like 2h, 30m, 45s"
            )
        };
        if let Some(time) = text.strip_prefix("day@") {
            return NaiveTime::parse_from_str(time, "%H:%M")
                .map(ReminderRule::DayBefore)
                .map_err(|_| fault());
        }
        duration(text).map(ReminderRule::Before).ok_or_else(fault)
    }
}

/// Reads `12h`, `30m`, `45s`: a positive number of hours, minutes or seconds, in seconds; at most 30 days.
pub fn duration(text: &str) -> Option<u32> {
    let unit = match text.chars().last()? {
        'h' => 3600,
        'm' => 60,
        's' => 1,
        _ => return None,
    };
    let number: u32 = text[..text.len() - 1].parse().ok()?;
    number.checked_mul(unit).filter(|seconds| (1..=30 * 86_400).contains(seconds))
}

impl TryFrom<String> for ReminderRule {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<ReminderRule> for String {
    fn from(rule: ReminderRule) -> Self {
        rule.to_string()
    }
}

/// A reminder of an event that waits for its moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedReminder {
    /// The event.
    pub event: EventId,
    /// Which reminder.
    pub rule: ReminderRule,
    /// When it falls due.
    pub due: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn rules_round_trip_and_bad_ones_are_named() {
        for text in ["day@11:00", "day@00:05", "2h", "30m", "45s", "90m"] {
            let rule: ReminderRule = text.parse().unwrap();
            assert_eq!(rule.to_string(), text);
        }
        for text in ["", "h", "0h", "2d", "-1h", "day@25:00", "day", "99999h", "é"] {
            assert!(text.parse::<ReminderRule>().is_err(), "{text}");
        }
    }

    #[test]
    fn the_day_before_is_counted_in_local_time() {
        let zone = chrono_tz::Asia::Almaty;
        let rule: ReminderRule = "day@11:00".parse().unwrap();
        // 00:30 on the 6th in Almaty is still the 5th in UTC; the day before is the 5th in Almaty.
        let start = local(NaiveDate::from_ymd_opt(2026, 12, 6).unwrap().and_hms_opt(0, 30, 0).unwrap(), zone);
        assert_eq!(rule.due(start, zone).to_rfc3339(), "2026-12-05T06:00:00+00:00");
    }

    #[test]
    fn a_time_that_happened_twice_means_its_first_occurrence() {
        // Almaty turned back from +06 to +05 at 24:00 on 2024-02-29.
        let twice = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap().and_hms_opt(23, 30, 0).unwrap();
        assert_eq!(local(twice, chrono_tz::Asia::Almaty).to_rfc3339(), "2024-02-29T17:30:00+00:00");
    }
}
