//! The screens of what is asked and read once an event is over.

use super::{Gallery, World, named};
use crate::domain::{Comment, DoorCounts, Feedback, Rating, RegistrationId, Results};
use crate::i18n::Tr;
use crate::view::feedback;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let id = RegistrationId(9);
    let words: String = w.words.chars().take(Comment::MAX).collect();
    let words = Comment::parse(&words).unwrap();
    let said = |came, stars, comment| Feedback { came, rating: Rating::new(stars), comment };
    let counts = DoorCounts {
        registrations: 120,
        people: 180,
        arrived: 90,
        people_arrived: 143,
        ..Default::default()
    };
    let results = Results { ratings: [1, 0, 4, 20, 1_234], say_came: 12, say_absent: 3, comments: 25 };
    let comments =
        [Rating::new(5), None].repeat(3).into_iter().map(|r| (r, words.clone())).collect::<Vec<_>>();
    let none = Results::default();
    named([
        ("feedback, marked", feedback::asked(tr, &w.event, id, true, false)),
        ("feedback, unmarked", feedback::asked(tr, &w.event, id, false, true)),
        ("feedback, came", feedback::heard(tr, &w.event, id, &said(Some(true), 0, None), true)),
        ("feedback, missed", feedback::heard(tr, &w.event, id, &said(Some(false), 0, None), true)),
        ("feedback, rated", feedback::heard(tr, &w.event, id, &said(Some(true), 4, None), true)),
        ("feedback, rated beside", feedback::heard(tr, &w.event, id, &said(Some(true), 4, None), false)),
        ("feedback, whole", feedback::heard(tr, &w.event, id, &said(Some(true), 4, Some(words)), true)),
        ("feedback, line", feedback::commented(tr)),
        ("feedback, no line", feedback::not_a_line(tr)),
        ("report", feedback::report(tr, &w.event, &counts, &results, (0, 5), &comments)),
        ("report, nothing", feedback::report(tr, &w.event, &DoorCounts::default(), &none, (0, 1), &[])),
        ("results", feedback::results(tr, &w.event, &results)),
    ])
}
