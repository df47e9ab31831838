//! The screens of the report on an event that is over.

use super::{Gallery, World, named};
use crate::domain::{Correction, EventReport, Figure, Figures, PersonId, Reason, Results};
use crate::i18n::Tr;
use crate::view::{calling_off, notices, reports};

/// With every figure known, some of them put right, for as long a reason as there can be.
fn whole(w: &World) -> EventReport {
    let words: String = w.words.chars().take(Reason::MAX).collect();
    let correction = |figure, before, after| Correction {
        figure,
        before,
        after,
        reason: Reason::parse(&words).unwrap(),
        by: PersonId(1),
        at: w.now,
    };
    let counted: Figures = Figure::ALL.into_iter().zip(1_000..).collect();
    let corrections = Figure::ALL.map(|figure| correction(figure, counted.get(&figure).copied(), 940));
    EventReport {
        event: w.event.clone(),
        counted,
        corrections: [correction(Figure::HeadCount, None, 900)].into_iter().chain(corrections).collect(),
        languages: [1_234, 0, 56],
        results: Results { ratings: [1, 0, 4, 20, 1_234], say_came: 12, say_absent: 3, comments: 25 },
        confirmed: Some((PersonId(1), w.event.ends_at())),
    }
}

fn fresh(w: &World) -> EventReport {
    EventReport {
        counted: Figures::from([(Figure::Registered, 120), (Figure::Coming, 80), (Figure::Came, 0)]),
        corrections: Vec::new(),
        languages: [0; 3],
        results: Results::default(),
        confirmed: None,
        ..whole(w)
    }
}

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let (whole, fresh) = (whole(w), fresh(w));
    let (event, figure) = (w.event.id, Figure::WalkIns);
    let fault = Some(reports::Fault::NotANumber);
    let no_reason = Some(reports::Fault::Reason(calling_off::Fault::OnlyText));
    named([
        ("report of an event", reports::report(tr, &whole)),
        ("report of an event, fresh", reports::report(tr, &fresh)),
        ("report confirmed", reports::confirmed(tr, &whole, false)),
        ("report confirmed before", reports::confirmed(tr, &whole, true)),
        ("report asked", reports::asked(tr, &fresh, reports::Asked::First)),
        ("report asked again", reports::asked(tr, &fresh, reports::Asked::Again)),
        ("report escalated", reports::asked(tr, &fresh, reports::Asked::Escalated)),
        ("report, which figure", reports::which(tr, &whole)),
        ("report, number", reports::number(tr, &fresh, figure, None)),
        ("report, no number", reports::number(tr, &whole, figure, fault)),
        ("report, why", reports::why(tr, event, figure, 940, None)),
        ("report, no reason", reports::why(tr, event, figure, 940, no_reason)),
        ("absent", notices::absent(tr, &w.event, &[], w.now)),
        ("absent, near", notices::absent(tr, &w.event, &w.lines()[..3], w.now)),
    ])
}
