//! A typed text taken apart into figures and known words of all three languages. What they add up to is for who asked.

use crate::domain::normalise;
use std::{collections::HashMap, hash::Hash};

/// Longer texts are no answer to "when?" or "how long?".
const LONGEST: usize = 200;

/// Cases a Kazakh noun stands in when it tells a time; «қыркүйек+» in a table stands for all of them.
const CASES: &str = "да де та те дың дің тың тің ның нің ға ге қа ке гі ні сі сінде";

/// Digits as they stand: `05` and `5` are not the same to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Figure {
    pub(super) value: u32,
    pub(super) width: usize,
}

/// One piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token<W: 'static> {
    /// Numbers and the marks between them: `05.09.2026` is `[05, 09, 2026]` and `..`.
    Figures(Vec<Figure>, String),
    /// A word or phrase, with all it can mean.
    Word(&'static [W]),
}

/// The words of a subject, by their folded form.
pub(super) struct Words<W>(HashMap<String, Vec<W>>);

impl<W: Copy + Eq + Hash> Words<W> {
    /// From a table of meanings and their words, separated by commas.
    pub(super) fn new(table: &[(W, &str)]) -> Self {
        let mut words: HashMap<_, Vec<_>> = HashMap::new();
        for (meaning, forms) in table {
            for form in forms.split(", ") {
                let stem = form.trim_end_matches('+');
                let cases = CASES.split(' ').filter(|_| stem != form);
                for word in cases.map(|case| format!("{stem}{case}")).chain([stem.to_owned()]) {
                    words.entry(normalise(&word)).or_default().push(*meaning);
                }
            }
        }
        Words(words)
    }

    /// Takes a text apart; the longest phrase counts. `None` if anything in it is unknown: what is not understood is
    /// not passed over.
    pub(super) fn tokens(&'static self, text: &str) -> Option<Vec<Token<W>>> {
        if text.len() > LONGEST {
            return None;
        }
        let mut pieces = pieces(text)?.into_iter().peekable();
        let mut tokens = Vec::new();
        let mut run = Vec::new();
        while let Some(piece) = pieces.next() {
            match piece {
                Piece::Figures(figures, marks) => tokens.push(Token::Figures(figures, marks)),
                Piece::Word(word) => run.push(word),
            }
            if !run.is_empty() && !matches!(pieces.peek(), Some(Piece::Word(_))) {
                self.phrases(&run, &mut tokens)?;
                run.clear();
            }
        }
        Some(tokens)
    }

    fn phrases(&'static self, mut words: &[String], tokens: &mut Vec<Token<W>>) -> Option<()> {
        while !words.is_empty() {
            let (length, meanings) = (1..=words.len().min(4))
                .rev()
                .find_map(|length| Some((length, self.0.get(&words[..length].join(" "))?)))?;
            tokens.push(Token::Word(meanings));
            words = &words[length..];
        }
        Some(())
    }
}

enum Piece {
    Figures(Vec<Figure>, String),
    Word(String),
}

/// Runs of digits with the marks inside them, and runs of letters; between them only what means nothing.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let letters: Vec<char> = text.chars().collect();
    let run = |from: usize, is: fn(&char) -> bool| letters[from..].iter().take_while(|c| is(c)).count();
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(&c) = letters.get(at) {
        if c.is_ascii_digit() {
            let (mut figures, mut marks) = (Vec::new(), String::new());
            loop {
                let width = run(at, char::is_ascii_digit);
                let digits: String = letters[at..at + width].iter().collect();
                figures.push(Figure { value: digits.parse().ok().filter(|_| width <= 4)?, width });
                at += width;
                match letters[at..] {
                    [mark @ ('.' | ':' | '/' | '-'), next, ..] if next.is_ascii_digit() => marks.push(mark),
                    _ => break,
                }
                at += 1;
            }
            pieces.push(Piece::Figures(figures, marks));
        } else if c.is_alphabetic() {
            let length = run(at, |c| c.is_alphabetic());
            pieces.push(Piece::Word(normalise(&letters[at..at + length].iter().collect::<String>())));
            at += length;
        } else if c.is_whitespace() || ".,;()-–—'’".contains(c) {
            at += 1;
        } else {
            return None;
        }
    }
    Some(pieces)
}
