//! Questions about an event: as everybody sees them, as those who answer do, and the answer as it is sent. What is kept of
//! them is in `faq`.

use super::event_card::{event_key, title};
use super::parts::{LABEL, back, home, lines, paging, pairs, paragraphs, press, screen};
use super::{Ask, Back, Button, Key, Screen, Shelf};
use crate::domain::{
    Answer, Answered, Asked, Event, EventCard, MOST_OPEN, PersonId, Pile, Question, Words, WordsFault,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Longest question and longest answer shown in a list, in UTF-16 units, so that a page of them fits a message.
const SHOWN: usize = 240;

/// What was wrong with the last answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a text.
    OnlyText,
    /// A text that says too little or too much.
    Words(WordsFault),
}

/// The keys of an event's card to what is asked about it and to its materials.
pub(super) fn card_keys(tr: &Tr, card: &EventCard, now: DateTime<Utc>) -> Vec<Vec<Key>> {
    let (event, threads) = (&card.event, card.threads);
    let asks = event.takes_questions(now) || threads.questions;
    let questions = asks.then(|| board_key(tr, event));
    let materials = threads.materials.then(|| {
        let list = Button::Shelf(Shelf::Of(event.id, 0));
        press(tr.materials_key(), list)
    });
    pairs(questions.into_iter().chain(materials))
}

fn board_key(tr: &Tr, event: &Event) -> Key {
    press(tr.questions_key(), Button::Ask(Ask::Board(event.id, 0)))
}

/// The key to what those who answer look through, of which so many are new.
pub(super) fn manage_key(tr: &Tr, event: &Event, new: u32) -> Key {
    press(tr.questions_manage_key(tr.number(new)), Button::Ask(Ask::Pile(event.id, Pile::New, 0)))
}

/// What is asked about an event, as the `viewer` sees it; `kept` answers stand in a list of their own, and so do the
/// `new` questions of those who answer.
pub fn board(
    tr: &Tr,
    event: &Event,
    (page, pages): (u32, u32),
    questions: &[Question],
    (kept, new, viewer): (u32, Option<u32>, PersonId),
    now: DateTime<Utc>,
) -> Screen {
    let takes = event.takes_questions(now);
    let entries = questions.iter().zip(1..).map(|(question, number)| {
        let own = question.asker == viewer && question.answer.is_none();
        let state = match () {
            () if !question.is_approved => tr.questions_waits(),
            () if own => Html::join([tr.questions_own(), votes(tr, question)], " · "),
            () => Html::default(),
        };
        lines([numbered(number, &question.words), state, short_answer(question)])
    });
    let list = Html::join(entries, "\n\n");
    let list = match () {
        () if !list.is_empty() => list,
        () if takes => tr.questions_none(),
        () => tr.questions_none_any_more(),
    };
    let keys = questions.iter().zip(1_u32..).filter_map(|(question, number)| {
        let (id, is_open) = (question.id, question.is_approved && question.answer.is_none());
        match () {
            () if question.answer.is_some() => {
                Some(Key::press(format!("💬 {number}"), Button::Ask(Ask::Read(id))))
            }
            () if is_open && question.asker != viewer => {
                let sign = if question.is_voted { "✅" } else { "👍" };
                let label = format!("{sign} {number} · {}", question.votes);
                Some(Key::press(label, Button::Ask(Ask::Vote(id, page))))
            }
            () => None,
        }
    });
    let keys = pairs(keys);
    let hint = if takes && !keys.is_empty() { tr.questions_vote() } else { Html::default() };
    let mut rows = keys;
    rows.push(paging(page, pages, |page| Button::Ask(Ask::Board(event.id, page))));
    if kept > 0 {
        let list = Button::Ask(Ask::Kept(event.id, 0));
        rows.push(vec![press(tr.questions_kept_key(tr.number(kept)), list)]);
    }
    if takes {
        rows.push(vec![press(tr.questions_write_key(), Button::Ask(Ask::Write(event.id)))]);
    }
    rows.extend(new.map(|new| vec![manage_key(tr, event, new)]));
    rows.push(back(tr, Button::Event(event.id, Back::Home)));
    screen(paragraphs([tr.questions_board(), title(tr, event), list, hint]), rows)
}

/// Asks for the question.
pub fn write(tr: &Tr, event: &Event, fault: Option<Fault>) -> Screen {
    let fault = fault_of(tr, fault, Words::MAX);
    let back = back(tr, Button::Ask(Ask::Board(event.id, 0)));
    screen(paragraphs([fault, title(tr, event), tr.questions_write(Words::MAX)]), [back])
}

/// What came of asking.
pub fn asked(tr: &Tr, event: &Event, asked: &Asked) -> Screen {
    let html = match asked {
        Asked::Done => tr.questions_asked(),
        Asked::TooMany => tr.questions_too_many(MOST_OPEN),
        Asked::Closed => tr.questions_closed(),
    };
    screen(paragraphs([html, title(tr, event)]), [vec![board_key(tr, event)], home(tr)])
}

/// A question with its answer in full.
pub fn read(tr: &Tr, event: &Event, question: &Question) -> Screen {
    screen(
        paragraphs([title(tr, event), quoted(question), whole_answer(tr, question)]),
        [vec![board_key(tr, event)], home(tr)],
    )
}

/// The answer, to whoever asked or voted.
pub fn answer(tr: &Tr, event: &Event, question: &Question) -> Screen {
    screen(
        paragraphs([tr.questions_answer(), title(tr, event), quoted(question), whole_answer(tr, question)]),
        [vec![board_key(tr, event)], vec![event_key(tr, event)]],
    )
}

/// To those who answer: so many questions nobody has looked at.
pub fn news(tr: &Tr, event: &Event, new: u32) -> Screen {
    let key = vec![press(tr.questions_look_key(), Button::Ask(Ask::Pile(event.id, Pile::New, 0)))];
    screen(paragraphs([tr.questions_news(tr.number(new)), title(tr, event)]), [key])
}

/// A page of a pile, for those who answer; those who manage the event come back there, a speaker to the card.
pub fn pile(
    tr: &Tr,
    event: &Event,
    (pile, counts): (Pile, [u32; Pile::ALL.len()]),
    (page, pages): (u32, u32),
    questions: &[Question],
    manages: bool,
) -> Screen {
    let legend = match (questions.is_empty(), pile) {
        (true, _) => tr.questions_pile_none(),
        (false, Pile::New) => tr.questions_legend_new(),
        (false, Pile::Open) => tr.questions_legend_open(),
        (false, Pile::Answered) => tr.questions_legend_answered(),
    };
    let entries = questions.iter().zip(1..).map(|(question, number)| {
        lines([numbered(number, &question.words), votes(tr, question), short_answer(question)])
    });
    let tabs = Pile::ALL.into_iter().zip(counts).map(|(tab, count)| {
        let label = match tab {
            Pile::New => tr.questions_new_key(tr.number(count)),
            Pile::Open => tr.questions_open_key(tr.number(count)),
            Pile::Answered => tr.questions_answered_key(tr.number(count)),
        };
        let label = if tab == pile { format!("· {label} ·") } else { label.to_string() };
        Key::press(label, Button::Ask(Ask::Pile(event.id, tab, 0)))
    });
    let mut rows = vec![tabs.collect()];
    rows.extend(questions.iter().zip(1..).map(|(question, number)| deeds(question, pile, number)));
    rows.push(paging(page, pages, |page| Button::Ask(Ask::Pile(event.id, pile, page))));
    let card = Button::Event(event.id, Back::Home);
    rows.push(back(tr, if manages { Button::Manage(event.id) } else { card }));
    let head = paragraphs([tr.questions_piles(), title(tr, event)]);
    screen(paragraphs([head, Html::join(entries, "\n\n"), legend]), rows)
}

/// What one can do with a question of a pile, in the signs of its legend.
fn deeds(question: &Question, pile: Pile, number: u32) -> Vec<Key> {
    let id = question.id;
    let key = |sign: &str, ask| Key::press(format!("{sign} {number}"), Button::Ask(ask));
    match pile {
        Pile::New => {
            vec![key("✅", Ask::Approve(id)), key("🙈", Ask::Hide(id)), key("✍️", Ask::Answer(id))]
        }
        Pile::Open => vec![key("✍️", Ask::Answer(id)), key("🙈", Ask::Hide(id))],
        Pile::Answered => {
            vec![key("📌", Ask::Keep(id)), key("✏️", Ask::Correct(id)), key("🙈", Ask::Hide(id))]
        }
    }
}

/// It was taken away from everybody; one press gives it back.
pub fn hidden(tr: &Tr, question: &Question) -> Screen {
    screen(
        paragraphs([tr.questions_hidden(), quoted(question)]),
        [vec![press(tr.questions_undo_key(), Button::Ask(Ask::Unhide(question.id)))], to_pile(tr, question)],
    )
}

/// Asks for the answer; once more if there is one that is to be `corrected`.
pub fn answering(tr: &Tr, event: &Event, question: &Question, fault: Option<Fault>) -> Screen {
    let fault = fault_of(tr, fault, Answer::MAX);
    let (ask, before) = match &question.answer {
        Some((answer, _)) => (tr.questions_correcting(Answer::MAX), whole(answer)),
        None => (tr.questions_answering(Answer::MAX), Html::default()),
    };
    let about = lines([quoted(question), votes(tr, question)]);
    screen(paragraphs([fault, title(tr, event), about, before, ask]), [to_pile(tr, question)])
}

/// What came of answering or correcting.
pub fn answered(tr: &Tr, answered: &Answered, now: DateTime<Utc>) -> Screen {
    let (question, head) = match answered {
        Answered::Done(question, told) if question.version > 0 => {
            (question, tr.questions_corrected_done(tr.number(*told)))
        }
        Answered::Done(question, told) => (question, tr.questions_answered_done(tr.number(*told))),
        Answered::Already(question) => (question, tr.questions_already()),
        Answered::TooLate(question) => (question, tr.questions_too_late()),
    };
    let correct = question
        .is_correctable(now)
        .then(|| vec![press(tr.questions_correct_key(), Button::Ask(Ask::Correct(question.id)))]);
    let keep = vec![press(tr.questions_keep_key(), Button::Ask(Ask::Keep(question.id)))];
    let rows = [Some(keep), correct, Some(to_pile(tr, question))];
    screen(paragraphs([head, quoted(question), whole_answer(tr, question)]), rows.into_iter().flatten())
}

/// Toast: everybody sees it now.
pub fn approved(tr: &Tr) -> String {
    tr.questions_approved().into()
}

/// Toast: what came of a vote.
pub fn voted(tr: &Tr, voted: crate::domain::Voted) -> String {
    use crate::domain::Voted;
    match voted {
        Voted::Given => tr.questions_vote_given(),
        Voted::Taken => tr.questions_vote_taken(),
        Voted::Own => tr.questions_vote_own(),
        Voted::Answered => tr.questions_vote_answered(),
    }
    .into()
}

/// The way back to the pile that a question lies in.
pub(super) fn to_pile(tr: &Tr, question: &Question) -> Vec<Key> {
    let pile = match () {
        () if question.answer.is_some() => Pile::Answered,
        () if question.is_approved => Pile::Open,
        () => Pile::New,
    };
    back(tr, Button::Ask(Ask::Pile(question.event, pile, 0)))
}

fn fault_of(tr: &Tr, fault: Option<Fault>, max: usize) -> Html {
    match fault {
        None => Html::default(),
        Some(Fault::OnlyText) => tr.questions_only_text(),
        Some(Fault::Words(WordsFault::TooShort)) => tr.questions_too_short(),
        Some(Fault::Words(WordsFault::TooLong)) => tr.questions_too_long(max),
    }
}

fn votes(tr: &Tr, question: &Question) -> Html {
    if question.votes == 0 {
        Html::default()
    } else {
        Html::ours("👍 ").and_html(&tr.number(question.votes))
    }
}

fn numbered(number: u32, words: &Words) -> Html {
    Html::ours(format!("{number}.")).bold().and(" ").and_html(&Html::clip(words.as_str(), SHOWN))
}

fn short_answer(question: &Question) -> Html {
    let Some((answer, _)) = &question.answer else { return Html::default() };
    Html::clip(&one_line(answer.as_str(), SHOWN), SHOWN).quote()
}

/// A question in full, however its signs are escaped.
pub(super) fn quoted(question: &Question) -> Html {
    Html::ours("❓ ").and_html(&Html::clip(question.words.as_str(), 2 * Words::MAX))
}

/// Its answer in full, with a mark if it was corrected.
fn whole_answer(tr: &Tr, question: &Question) -> Html {
    let Some((answer, _)) = &question.answer else { return Html::default() };
    let mark = if question.version > 0 { tr.questions_corrected() } else { Html::default() };
    lines([whole(answer), mark])
}

/// An answer in full, likewise.
pub(super) fn whole(answer: &Answer) -> Html {
    Html::clip(answer.as_str(), Answer::MAX + 500).quote()
}

/// A label that fits a key.
pub(super) fn label(number: u32, text: &str) -> String {
    one_line(&format!("{number}. {text}"), LABEL)
}
