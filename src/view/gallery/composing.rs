//! The screens of writing to many, with everything chosen and with nothing.

use super::{Gallery, World};
use crate::domain::*;
use crate::i18n::Tr;
use crate::view::Facet;
use crate::view::compose::{self, Facts, Note, Prompt};
use chrono::TimeDelta;

/// A draft with every part.
fn full(w: &World) -> Draft {
    let part = |html: &str, attached| Some(Part { html: html.into(), attached });
    let worst = w.event.facts.organisation.clone();
    Draft {
        audience: Audience {
            whom: Whom::Cancelled,
            level: Some(Level::District),
            district: Some(District::Saraishyq),
            organisation: Some(worst),
            events: vec![w.event.id],
            month: Some(Month { year: 2026, month: 12 }),
            language: Some(Language::Kk),
            since: Some(w.now),
        },
        content: Content {
            kk: part("Құрметті <b>{аты}</b>! Сізді &lt;ертең&gt; {іс-шара} күтеді.", None),
            ru: part("", Some(Attached::Photo("photo".into()))),
            en: None,
            link: Some(Link::Event(w.event.id)),
        },
        timing: Timing::Start(w.event.id, -24 * 60),
        paid: false,
    }
}

fn background(w: &World) -> Background {
    let organisation = |number| (EventId(number), w.event.facts.organisation.clone());
    Background {
        events: vec![w.event.clone()],
        organisations: (1..=20).map(organisation).collect(),
        last: Some(w.now - TimeDelta::days(3)),
    }
}

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let (draft, background, empty) = (full(w), background(w), Draft::default());
    let gone = Draft { audience: Audience::of(EventId(404)), ..full(w) };
    let due = w.event.starts_at - TimeDelta::days(1);
    let facts = Facts {
        corrects: None,
        draft: &draft,
        background: &background,
        reach: Reach { by_language: [40_001, 20_003, 1_200], unreachable: 310, muted: 42 },
        allowed: Allowed::WithApproval,
        now: w.now,
        free: (due, due + TimeDelta::minutes(34)),
        paid: Some((due + TimeDelta::minutes(2), 6_121)),
    };
    let nothing = Background::default();
    let bare = Facts {
        draft: &empty,
        background: &nothing,
        reach: Reach::default(),
        allowed: Allowed::Yes,
        free: (w.now, w.now),
        paid: None,
        ..facts
    };
    let choices = Facet::ALL.map(|facet| Prompt::Choice(facet, 1));
    let questions = [
        Prompt::Overview,
        Prompt::Audience,
        Prompt::Text(Language::Ru),
        Prompt::Text(Language::En),
        Prompt::Link,
        Prompt::Timing,
        Prompt::Send,
        Prompt::Fast,
        Prompt::Leave,
    ];
    let corrected = Facts { corrects: Some(60_001), ..facts };
    let mut all = Gallery::new();
    for question in [Prompt::Overview, Prompt::Send] {
        let name = format!("correct {question:?}");
        all.push((name, compose::prompt(tr, question, Some(&Note::WordsOnly), &corrected)));
    }
    for question in questions.into_iter().chain(choices) {
        for (kind, facts) in [("full", &facts), ("bare", &bare), ("gone", &Facts { draft: &gone, ..facts })] {
            let screen = compose::prompt(tr, question, None, facts);
            all.push((format!("compose {question:?}, {kind}"), screen));
        }
    }
    for note in notes() {
        let screen = compose::prompt(tr, Prompt::Overview, Some(&note), &facts);
        all.push((format!("compose note {note:?}"), screen));
    }
    all.push(("test mark".into(), compose::test(tr, Language::Kk)));
    all.push(("busy".into(), compose::busy(tr)));
    all
}

fn notes() -> Vec<Note> {
    let faults = [
        PartFault::Empty,
        PartFault::TooLong { length: 12_345, limit: 4_096 },
        PartFault::Unknown("<b>ә</b>\u{202e}&&&&&&&&&&".into()),
        PartFault::Split,
        PartFault::NoEvent(Placeholder::Event),
    ];
    let mut notes: Vec<_> = faults.into_iter().map(|fault| Note::Part(Language::Kk, fault)).collect();
    notes.extend([
        Note::Album,
        Note::NotSendable,
        Note::NotAnAddress,
        Note::NotATime,
        Note::Past,
        Note::Gone,
        Note::TooManyEvents(10),
        Note::Nobody,
        Note::NothingWritten,
        Note::ChooseFirst,
    ]);
    notes
}
