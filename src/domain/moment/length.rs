//! How long something takes, as people type it, in all three languages. Settings are stricter: see `reminder`.

use super::words::{Figure, Token, Words};
use std::sync::LazyLock;

/// The longest an event takes: a day.
const LONGEST: u32 = 1440;

/// From here on a bare number can only be minutes; 2 may be hours.
const MINUTES: u32 = 15;

/// Reads a length in minutes, 1 to 1440: «1,5 часа», «90 мин», «бір жарым сағат», `1h30`, `1:30`, `an hour and a half`.
pub fn length(text: &str) -> Option<u32> {
    if text.contains(['-', '–', '—']) {
        return None;
    }
    let tokens = WORDS.tokens(&text.replace(',', "."))?;
    minutes(&tokens).filter(|minutes| (1..=LONGEST).contains(minutes))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Word {
    /// A number, in halves.
    Halves(u32),
    AndHalf,
    Hours,
    Minutes,
    /// Minutes.
    Whole(u32),
    And,
}

static WORDS: LazyLock<Words<Word>> = LazyLock::new(|| Words::new(TABLE));

const TABLE: &[(Word, &str)] = &[
    (Word::Halves(2), "бір, один, одна, one, a, an"),
    (Word::Halves(3), "полтора"),
    (Word::Halves(4), "екі, два, two"),
    (Word::Halves(6), "үш, три, three"),
    (Word::Halves(8), "төрт, четыре, four"),
    (Word::Halves(10), "бес, пять, five"),
    (Word::Halves(12), "алты, шесть, six"),
    (Word::AndHalf, "жарым, с половиной, and a half"),
    (Word::Hours, "сағат, сағ, час, часа, часов, ч, hour, hours, hr, hrs, h"),
    (Word::Minutes, "минут, минута, минуты, минуту, мин, м, minute, minutes, min, mins, m"),
    (Word::Whole(30), "жарты сағат, полчаса, пол часа, half an hour, half hour"),
    (Word::And, "және, мен, и, and"),
];

fn minutes(tokens: &[Token<Word>]) -> Option<u32> {
    if let [Token::Figures(figures, marks)] = tokens {
        return match (&figures[..], marks.as_str()) {
            ([hours, minutes], ":") => sixty(*minutes).map(|minutes| hours.value * 60 + minutes),
            ([number], _) => Some(number.value).filter(|number| *number >= MINUTES),
            _ => None,
        };
    }
    if let [Token::Word([Word::Whole(minutes)])] = tokens {
        return Some(*minutes);
    }
    let (hours, rest) = hours(tokens).unwrap_or((0, tokens));
    match rest {
        [] => Some(hours),
        // After hours the word may be missing: `1h30`.
        [Token::Figures(figures, _)] if hours > 0 => sixty(*only(figures)?).map(|minutes| hours + minutes),
        [Token::Word([Word::And]), rest @ ..] if hours > 0 => {
            Some(hours + named(rest).filter(|rest| *rest < 60)?)
        }
        rest => Some(hours + named(rest).filter(|rest| hours == 0 || *rest < 60)?),
    }
}

/// The hours at the start, in minutes, and what follows them. Without a number it is one hour.
fn hours(tokens: &[Token<Word>]) -> Option<(u32, &[Token<Word>])> {
    let (amount, rest) = match tokens {
        [Token::Figures(figures, marks), rest @ ..] => match (&figures[..], marks.as_str()) {
            ([hours], _) if hours.width <= 2 => (hours.value * 60, rest),
            ([hours, Figure { value, width: 1 }], ".") if hours.width <= 2 => {
                (hours.value * 60 + value * 6, rest)
            }
            _ => return None,
        },
        [Token::Word([Word::Halves(halves)]), rest @ ..] => (halves * 30, rest),
        rest => (60, rest),
    };
    let half = |tokens: &[Token<Word>]| matches!(tokens, [Token::Word([Word::AndHalf]), ..]);
    // «два с половиной часа» and `two hours and a half`.
    let (before, rest) = if half(rest) && rest.len() < tokens.len() { (30, &rest[1..]) } else { (0, rest) };
    let [Token::Word([Word::Hours]), rest @ ..] = rest else { return None };
    let (after, rest) = if before == 0 && half(rest) { (30, &rest[1..]) } else { (0, rest) };
    Some((amount + before + after, rest))
}

/// Minutes with their word.
fn named(tokens: &[Token<Word>]) -> Option<u32> {
    match tokens {
        [Token::Figures(figures, _), Token::Word([Word::Minutes])] => Some(only(figures)?.value),
        _ => None,
    }
}

fn only(figures: &[Figure]) -> Option<&Figure> {
    if let [figure] = figures { Some(figure) } else { None }
}

fn sixty(figure: Figure) -> Option<u32> {
    Some(figure.value).filter(|value| figure.width == 2 && *value < 60)
}
