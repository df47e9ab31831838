//! What people say of an event once it is over: whether they came, how it was, and a line in their own words.

use chrono::TimeDelta;

/// So long after the end an answer is taken.
pub const FEEDBACK_TERM: TimeDelta = TimeDelta::days(14);

/// How it was: from 1, bad, to 5, excellent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating(u8);

impl Rating {
    /// From worst to best.
    pub const ALL: [Rating; 5] = [Rating(1), Rating(2), Rating(3), Rating(4), Rating(5)];

    /// The rating with this number.
    pub fn new(stars: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|rating| rating.stars() == stars)
    }

    /// Its number, 1–5.
    pub const fn stars(self) -> u32 {
        self.0 as u32
    }
}

/// A line in somebody's own words: 1–1000 characters, without the white space around.
#[derive(Clone, PartialEq, Eq)]
pub struct Comment(String);

impl Comment {
    /// Longest comment taken, in characters.
    pub const MAX: usize = 1000;

    /// Reads a comment as typed; `None` for one that says nothing or too much.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        (1..=Self::MAX).contains(&text.chars().count()).then(|| Self(text.to_owned()))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

// What people wrote in confidence does not belong in a log.
impl std::fmt::Debug for Comment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Comment(…)")
    }
}

/// What one person has said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// Whether they came, where they were asked.
    pub came: Option<bool>,
    /// How it was.
    pub rating: Option<Rating>,
    /// Their words.
    pub comment: Option<Comment>,
}

/// What everybody said of an event. Nobody is named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// How many gave each rating, from 1 to 5.
    pub ratings: [u32; Rating::ALL.len()],
    /// Registrations that nobody marked at the door and that say they came.
    pub say_came: u32,
    /// The same that say they did not.
    pub say_absent: u32,
    /// How many wrote something.
    pub comments: u32,
}

impl Results {
    /// How many rated it.
    pub fn rated(&self) -> u32 {
        self.ratings.iter().sum()
    }

    /// The mean rating in tenths, rounded; `None` while nobody rated it.
    pub fn mean_in_tenths(&self) -> Option<u32> {
        let sum: u32 = self.ratings.iter().zip(Rating::ALL).map(|(people, r)| people * r.stars()).sum();
        let rated = self.rated();
        (rated > 0).then(|| (sum * 10 + rated / 2) / rated)
    }

    /// Whether anybody said anything.
    pub const fn is_empty(&self) -> bool {
        let [one, two, three, four, five] = self.ratings;
        one + two + three + four + five + self.say_came + self.say_absent + self.comments == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_rounded_to_tenths() {
        for (ratings, mean) in [
            ([0, 0, 0, 0, 0], None),
            ([0, 0, 0, 0, 3], Some(50)),
            ([1, 0, 0, 0, 1], Some(30)),
            ([0, 0, 0, 1, 2], Some(47)),
            ([2, 0, 0, 0, 1], Some(23)),
        ] {
            assert_eq!(Results { ratings, ..Results::default() }.mean_in_tenths(), mean);
        }
    }

    #[test]
    fn ratings_and_comments_have_their_bounds() {
        assert_eq!([0, 1, 5, 6].map(|stars| Rating::new(stars).is_some()), [false, true, true, false]);
        let long = "ә".repeat(Comment::MAX);
        for (text, kept) in [(" Жақсы! ", true), (" \n", false), (&long, true), (&format!("{long}!"), false)]
        {
            assert_eq!(Comment::parse(text).is_some(), kept);
        }
    }
}
