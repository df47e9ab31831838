//! The lanes in which messages travel: what goes first where the send budget is short. Which notice takes which is in
//! `notice`.

/// Lanes of the send budget, most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lane {
    /// Answers to what a person just did.
    Interactive,
    /// News a person must have: seats, changes, cancellations.
    MustKnow,
    /// Reminders.
    Reminders,
    /// Messages to many, and whatever else may rest in quiet hours.
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
