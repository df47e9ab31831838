//! The screens on which events are written, copied and found by those who run them.

use super::{Gallery, World, named};
use crate::domain::*;
use crate::i18n::Tr;
use crate::view::edit::{Facts, Note, Prompt, busy, preview, prompt};
use crate::view::{copies, desk};

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let mut all = questions(tr, w);
    all.extend(tables(tr, w));
    let lines: Vec<_> = w.lines().into_iter().take(6).zip(statuses().into_iter().cycle()).collect();
    for shelf in Shelf::ALL {
        all.push((format!("shelf {shelf:?}"), desk::shelf(tr, shelf, (1, 3), &lines, w.now)));
    }
    let event = || Box::new(w.event.clone());
    let clashes = clashes(w);
    all.extend(named([
        ("shelf, empty", desk::shelf(tr, Shelf::Drafts, (0, 1), &[], w.now)),
        ("published", desk::published(tr, &Published::Done(event()), &w.link, &clashes, w.now)),
        ("published before", desk::published(tr, &Published::Already(event()), &w.link, &[], w.now)),
        ("published too late", desk::published(tr, &Published::Past(event()), &w.link, &[], w.now)),
        ("editing, busy", busy(tr)),
        ("preview mark", preview(tr, Language::Kk)),
    ]));
    all
}

fn statuses() -> [EventStatus; 4] {
    [EventStatus::Published, EventStatus::Draft, EventStatus::Cancelled, EventStatus::Finished]
}

fn questions(tr: &Tr, w: &World) -> Gallery {
    let mut event = w.event.clone();
    event.speakers = vec![w.words.clone(); 12];
    event.photo = Some("photo".into());
    event.facts.opens_at = Some(w.now);
    event.facts.closes_at = Some(w.event.starts_at);
    let (blank, whole) = (Sketch::default(), Sketch::of(&event));
    let organisations = vec![(EventId(1), w.words.clone()); 20];
    let facts = |sketch, kept| Facts { sketch, kept, organisations: &organisations };
    let mut all = Vec::new();
    for (name, sketch, kept) in [
        ("blank", &blank, None),
        ("draft", &whole, Some((EventId(7), false))),
        ("kept", &whole, Some((EventId(7), true))),
    ] {
        all.push((format!("editing, {name}"), prompt(tr, Prompt::Overview, None, &facts(sketch, kept))));
        for field in fields() {
            let screen = prompt(tr, Prompt::Field(field), None, &facts(sketch, kept));
            all.push((format!("editing {field:?}, {name}"), screen));
        }
    }
    all.push(("editing, leave".into(), prompt(tr, Prompt::Leave, None, &facts(&whole, None))));
    for note in notes(w) {
        let screen = prompt(tr, Prompt::Field(Field::Start), Some(&note), &facts(&blank, None));
        all.push((format!("editing note {note:?}"), screen));
    }
    all
}

fn fields() -> [Field; 13] {
    [
        Field::Text(Language::Ru),
        Field::Start,
        Field::Length,
        Field::Place,
        Field::Room,
        Field::Level,
        Field::District,
        Field::Spoken,
        Field::Organisation,
        Field::SignUp,
        Field::Window,
        Field::Speakers,
        Field::Photo,
    ]
}

fn notes(w: &World) -> Vec<Note> {
    let faults = [
        SketchFault::Empty,
        SketchFault::TooLong(200),
        SketchFault::Control,
        SketchFault::NotATime,
        SketchFault::Past,
        SketchFault::NotALength,
        SketchFault::NotSeats,
        SketchFault::NotAWindow,
        SketchFault::TooManySpeakers(12),
    ];
    let mut notes: Vec<_> = faults.map(Note::Fault).into();
    notes.extend([
        Note::Read(w.event.facts.local_start),
        Note::Missing,
        Note::Gone,
        Note::OnlyText,
        Note::NotAPhoto,
        Note::ChooseFirst,
        Note::NameThePlace,
        Note::CapacityBelow(1_280),
        Note::Elsewhere,
        Note::Past,
        Note::Over,
    ]);
    notes
}

fn clashes(w: &World) -> Vec<Clash> {
    let event = || With::Event(Box::new(w.line(Seats::default())));
    let name = w.words.clone();
    vec![
        Clash { line: 1, over: Over::Place, with: event() },
        Clash { line: 2, over: Over::Speaker(name), with: With::Line(1) },
        Clash { line: 0, over: Over::Place, with: event() },
    ]
}

fn tables(tr: &Tr, w: &World) -> Gallery {
    let copy = |line| Copy {
        line,
        start: w.event.facts.local_start,
        venue: Some(w.words.clone()),
        speakers: Some(vec![w.words.clone()]),
        languages: Some(Language::ALL.into()),
        room: Some(Room::Seats(1_200)),
    };
    let copied: Vec<_> = (1..=60).map(copy).collect();
    let plain = [Copy { venue: None, speakers: None, languages: None, room: Some(Room::Open), ..copy(1) }];
    let faults = [
        CopyFault::NotATime(w.words.clone()),
        CopyFault::Past,
        CopyFault::NotALanguage(w.words.clone()),
        CopyFault::NotSeats(w.words.clone()),
        CopyFault::NotAText,
        CopyFault::TooManyCells,
        CopyFault::SameAs(3),
        CopyFault::TooMany(60),
    ];
    let faults: Vec<_> = faults.into_iter().zip(1..).map(|(fault, line)| (line, fault)).collect();
    let done = || Saved::Done(Box::new(w.event.clone()));
    named([
        ("copies", copies::ask(tr, &w.event)),
        ("copies, faults", copies::faults(tr, &w.event, &faults)),
        ("copies, one fault", copies::faults(tr, &w.event, &faults[..1])),
        ("copies, read", copies::preview(tr, &w.event, &copied, &clashes(w), w.now)),
        ("copies, one read", copies::preview(tr, &w.event, &plain, &[], w.now)),
        ("copies, published", copies::made(tr, &w.event, &[done(), done()], true)),
        ("copies, kept", copies::made(tr, &w.event, &[done()], false)),
        ("copies, elsewhere", copies::made(tr, &w.event, &[Saved::Elsewhere], true)),
        ("copies, too late", copies::made(tr, &w.event, &[done(), Saved::Past], true)),
        ("copies, none", copies::made(tr, &w.event, &[Saved::Over], true)),
    ])
}
