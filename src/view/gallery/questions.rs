//! The screens of questions, of answers that are kept, and of materials.

use super::{Gallery, World, named};
use crate::domain::*;
use crate::i18n::Tr;
use crate::view::faq;
use crate::view::materials::{self, Fault as Wrong};
use crate::view::questions::{self, Fault};

const VIEWER: PersonId = PersonId(5);

/// A question as it lies in a pile, as long as it can be.
fn question(w: &World, number: i64, pile: Pile) -> Question {
    let words = |max| w.words.chars().take(max).collect::<String>();
    let answer = Answer::parse(&words(Answer::MAX)).unwrap();
    Question {
        id: QuestionId(number),
        event: w.event.id,
        asker: PersonId(if pile == Pile::New { 5 } else { 6 }),
        words: Words::parse(&words(Words::MAX)).unwrap(),
        is_approved: pile != Pile::New,
        is_hidden: false,
        answer: (pile == Pile::Answered).then_some((answer, w.now)),
        version: u32::from(pile == Pile::Answered),
        votes: 1_234,
        is_voted: number == 2,
    }
}

fn kept(w: &World) -> Faq {
    let Question { words, answer, .. } = question(w, 1, Pile::Answered);
    let answer = answer.unwrap().0;
    Faq { id: FaqId(2), event: w.event.id, question: QuestionId(1), words, answer }
}

fn material(w: &World, number: i64, matter: Matter) -> Material {
    let title = |texts: &Texts| Texts {
        ru: texts.ru.as_deref().and_then(|text| Material::title(&text.chars().take(100).collect::<String>())),
        ..Texts::default()
    };
    Material { id: MaterialId(number), event: Some(w.event.id), title: title(&w.event.facts.title), matter }
}

fn materials(w: &World) -> Vec<Material> {
    let file = |id: &str| id.to_owned();
    vec![
        material(w, 1, Matter::File(Attached::Document(file("D")))),
        material(w, 2, Matter::File(Attached::Photo(file("P")))),
        material(w, 3, Matter::Address(format!("https://qatys.kz/{}", "a".repeat(900)))),
        material(w, 4, Matter::File(Attached::Document(file("D")))),
        material(w, 5, Matter::File(Attached::Document(file("D")))),
        material(w, 6, Matter::File(Attached::Document(file("D")))),
    ]
}

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let mut all = asking(tr, w);
    all.extend(answering(tr, w));
    all.extend(keeping(tr, w));
    all.extend(handing_out(tr, w));
    all
}

fn asking(tr: &Tr, w: &World) -> Gallery {
    let mixed: Vec<_> = (1..=6).zip(Pile::ALL.into_iter().cycle()).map(|(n, p)| question(w, n, p)).collect();
    let own = Question { asker: VIEWER, ..question(w, 1, Pile::Open) };
    let after = w.event.ends_at();
    let board = |questions: &[Question], kept, now| {
        questions::board(tr, &w.event, (0, 3), questions, (kept, (kept > 0).then_some(2), VIEWER), now)
    };
    named([
        ("board", board(&mixed, 3, w.now)),
        ("board, own", board(&[own], 0, w.now)),
        ("board, empty", board(&[], 0, w.now)),
        ("board, over", board(&[], 0, after)),
        ("write", questions::write(tr, &w.event, None)),
        ("write, no text", questions::write(tr, &w.event, Some(Fault::OnlyText))),
        ("write, short", questions::write(tr, &w.event, Some(Fault::Words(WordsFault::TooShort)))),
        ("write, long", questions::write(tr, &w.event, Some(Fault::Words(WordsFault::TooLong)))),
        ("asked", questions::asked(tr, &w.event, &Asked::Done)),
        ("asked, too many", questions::asked(tr, &w.event, &Asked::TooMany)),
        ("asked, closed", questions::asked(tr, &w.event, &Asked::Closed)),
        ("question", questions::read(tr, &w.event, &question(w, 1, Pile::Answered))),
        ("answer", questions::answer(tr, &w.event, &question(w, 1, Pile::Answered))),
    ])
}

fn answering(tr: &Tr, w: &World) -> Gallery {
    let many = |pile| (1..=6).map(|number| question(w, number, pile)).collect::<Vec<_>>();
    let pile = |which, questions: &[Question]| {
        questions::pile(tr, &w.event, (which, [3, 12, 140]), (1, 3), questions, which == Pile::New)
    };
    let [new, open, answered] = Pile::ALL.map(|pile| question(w, 1, pile));
    let first = Question { version: 0, ..answered.clone() };
    let done = |question: &Question| Answered::Done(Box::new(question.clone()), 1_200);
    named([
        ("new questions", questions::news(tr, &w.event, 3)),
        ("pile, new", pile(Pile::New, &many(Pile::New))),
        ("pile, open", pile(Pile::Open, &many(Pile::Open))),
        ("pile, answered", pile(Pile::Answered, &many(Pile::Answered))),
        ("pile, empty", pile(Pile::New, &[])),
        ("hidden", questions::hidden(tr, &new)),
        ("answering", questions::answering(tr, &w.event, &open, None)),
        ("answering, fault", questions::answering(tr, &w.event, &new, Some(Fault::OnlyText))),
        ("correcting", questions::answering(tr, &w.event, &answered, None)),
        ("answered", questions::answered(tr, &done(&first), w.now)),
        ("answered, corrected", questions::answered(tr, &done(&answered), w.now)),
        ("answered, already", questions::answered(tr, &Answered::Already(Box::new(first.clone())), w.now)),
        (
            "answered, too late",
            questions::answered(tr, &Answered::TooLate(Box::new(first)), w.now + CORRECTABLE),
        ),
    ])
}

fn keeping(tr: &Tr, w: &World) -> Gallery {
    let entries = vec![kept(w); 6];
    let found: Vec<_> = entries.iter().map(|entry| (entry.clone(), w.event.facts.title.clone())).collect();
    let mut lines: Vec<_> = w.lines().into_iter().map(|line| (line, false)).take(6).collect();
    for (number, (line, is_kept)) in lines.iter_mut().enumerate() {
        (line.id, *is_kept) = (EventId(100 + number as i64), number == 1);
    }
    let answered = question(w, 1, Pile::Answered);
    named([
        ("kept", faq::kept(tr, &w.event, (0, 2), &entries)),
        ("kept, none", faq::kept(tr, &w.event, (0, 1), &[])),
        ("entry", faq::entry(tr, &w.event, &entries[0], true)),
        ("drop", faq::drop(tr, &entries[0])),
        ("search in answers", faq::search(tr)),
        ("answers found", faq::found(tr, &w.words, (0, 3), &found, 18)),
        ("answers found, none", faq::found(tr, &w.words, (0, 1), &[], 0)),
        ("keeping", faq::keeping(tr, &answered, true, (0, 2), &lines, w.now)),
        ("keeping, not", faq::keeping(tr, &answered, false, (0, 1), &[], w.now)),
    ])
}

fn handing_out(tr: &Tr, w: &World) -> Gallery {
    let list = materials(w);
    let mine: Vec<_> = list
        .iter()
        .map(|one| (one.clone(), w.event.facts.title.clone()))
        .chain([(Material { event: None, ..list[0].clone() }, Texts::default())])
        .skip(1)
        .collect();
    let titles = &list[0].title;
    let naming =
        |matter: &Matter, fault| materials::naming(tr, Some(w.event.id), matter, titles, Language::Kk, fault);
    named([
        ("materials", materials::of_event(tr, &w.event, (0, 2), &list)),
        ("materials, none", materials::of_event(tr, &w.event, (0, 1), &[])),
        ("my materials", materials::mine(tr, (0, 2), &mine, true)),
        ("my materials, none", materials::mine(tr, (0, 1), &[], false)),
        ("material, file", materials::taken(tr, &list[0])),
        ("material, link", materials::taken(tr, &list[2])),
        ("material, of all", materials::taken(tr, &Material { event: None, ..list[1].clone() })),
        ("tended", materials::tended(tr, Some(&w.event), (0, 2), &list, 12)),
        ("tended, full", materials::tended(tr, Some(&w.event), (0, 4), &list, 20)),
        ("tended, of all", materials::tended(tr, None, (0, 1), &[], 0)),
        ("send", materials::send(tr, Some(w.event.id), None)),
        ("send, fault", materials::send(tr, None, Some(Wrong::NoMatter))),
        ("naming", naming(&list[0].matter, None)),
        ("naming, photo", naming(&list[1].matter, Some(Wrong::NoTitle))),
        ("naming, link", naming(&list[2].matter, Some(Wrong::Untitled))),
        ("remove", materials::remove(tr, &list[0])),
    ])
}
