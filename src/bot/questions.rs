//! Questions about events: asking, voting, letting through, answering, keeping answers and searching in them. Part of the
//! actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::{MemoryError, State},
};
use crate::{
    domain::{Answer, Answered, Event, EventId, FaqId, Own, Pile, Question, QuestionId, Words},
    view::{
        Ask, Input, Reply, Screen, events, faq,
        questions::{self, Fault},
    },
};
use serde::{Deserialize, Serialize};

/// What they write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writing {
    /// A question about an event.
    Question(EventId),
    /// The answer to a question.
    Answer(QuestionId),
    /// Another answer in place of the one that was given.
    Correction(QuestionId),
    /// Words to search for in the answers.
    Search,
}

/// Does what a button says.
pub(super) async fn press(visit: &Visit, ask: Ask) -> Replies {
    let Visit { bot, actor, tr, .. } = visit;
    let services = &bot.services;
    match ask {
        Ask::Board(event, page) => board(visit, event, page).await,
        Ask::Write(event) => match services.event(event).await? {
            Some(event) if event.takes_questions(services.now()) => {
                begin(visit, Writing::Question(event.id), questions::write(tr, &event, None)).await
            }
            _ => visit.old_button(),
        },
        Ask::Vote(id, page) => match services.vote(actor, id).await? {
            Some((event, voted)) => {
                let mut replies = board(visit, event, page).await?;
                replies.push(Reply::Toast(questions::voted(tr, voted)));
                Ok(replies)
            }
            None => visit.old_button(),
        },
        Ask::Read(id) => match services.question(actor, id).await? {
            Some((question, event)) => show(questions::read(tr, &event, &question)),
            None => visit.old_button(),
        },
        Ask::Kept(event, page) => kept(visit, event, page).await,
        Ask::Entry(id) => entry(visit, id, false).await,
        Ask::Drop(id) => entry(visit, id, true).await,
        Ask::DropSure(id) => {
            let event = services.remove_entry(actor, id).await?;
            let mut replies = kept(visit, event, 0).await?;
            replies.push(Reply::Toast(faq::dropped(tr)));
            Ok(replies)
        }
        Ask::Search => begin(visit, Writing::Search, faq::search(tr)).await,
        Ask::Found(page, words) => redraw(found(visit, &words, page).await?),
        ask => answering(visit, ask).await,
    }
}

/// The same for those who answer.
async fn answering(visit: &Visit, ask: Ask) -> Replies {
    let Visit { bot, actor, tr, .. } = visit;
    let services = &bot.services;
    match ask {
        Ask::Pile(event, which, page) => redraw(pile(visit, event, which, page).await?),
        Ask::Approve(id) => {
            let question = services.approve_question(actor, id).await?;
            back_to(visit, &question, Pile::New, Some(questions::approved(tr))).await
        }
        Ask::Hide(id) => redraw(questions::hidden(tr, &services.hide_question(actor, id, true).await?)),
        Ask::Unhide(id) => {
            let question = services.hide_question(actor, id, false).await?;
            let pile = match () {
                () if question.answer.is_some() => Pile::Answered,
                () if question.is_approved => Pile::Open,
                () => Pile::New,
            };
            back_to(visit, &question, pile, None).await
        }
        Ask::Answer(id) => {
            let Some((question, event)) = answerable(visit, id).await? else { return visit.old_button() };
            if question.answer.is_some() {
                let outcome = Answered::Already(Box::new(question));
                return redraw(questions::answered(tr, &outcome, services.now()));
            }
            begin(visit, Writing::Answer(id), questions::answering(tr, &event, &question, None)).await
        }
        Ask::Correct(id) => {
            let Some((question, event)) = answerable(visit, id).await? else { return visit.old_button() };
            if !question.is_correctable(services.now()) {
                let outcome = Answered::TooLate(Box::new(question));
                return redraw(questions::answered(tr, &outcome, services.now()));
            }
            begin(visit, Writing::Correction(id), questions::answering(tr, &event, &question, None)).await
        }
        Ask::Keep(id) => {
            let Some((question, _)) = answerable(visit, id).await? else { return visit.old_button() };
            keep(visit, id, question.event, true, 0).await
        }
        Ask::Keeping(id, page) => redraw(keeping(visit, id, page).await?),
        Ask::KeepAt(id, event, kept, page) => keep(visit, id, event, kept, page).await,
        _ => visit.old_button(),
    }
}

/// Takes what they write.
pub(super) async fn written(visit: &Visit, writing: Writing, input: &Input) -> Replies {
    match writing {
        Writing::Question(event) => question(visit, event, input).await,
        Writing::Answer(id) => answer(visit, id, input, false).await,
        Writing::Correction(id) => answer(visit, id, input, true).await,
        Writing::Search => match input {
            Input::Text(words) => show(found(visit, words, 0).await?),
            _ => show(faq::search(&visit.tr)),
        },
    }
}

async fn question(visit: &Visit, event: EventId, input: &Input) -> Replies {
    let Some(event) = visit.bot.services.event(event).await? else {
        visit.conversation.exit().await?;
        return show(events::absent(&visit.tr));
    };
    let words: Words = match own(input) {
        Ok(words) => words,
        Err(fault) => return show(questions::write(&visit.tr, &event, Some(fault))),
    };
    let asked = visit.bot.services.ask(&visit.actor, event.id, &words).await?;
    visit.conversation.exit().await?;
    show(questions::asked(&visit.tr, &event, &asked))
}

async fn answer(visit: &Visit, id: QuestionId, input: &Input, again: bool) -> Replies {
    let (services, tr) = (&visit.bot.services, &visit.tr);
    let Some((question, event)) = answerable(visit, id).await? else {
        visit.conversation.exit().await?;
        return visit.old_button();
    };
    let answer: Answer = match own(input) {
        Ok(answer) => answer,
        Err(fault) => return show(questions::answering(tr, &event, &question, Some(fault))),
    };
    let answered = if again {
        services.correct_answer(&visit.actor, id, &answer).await?
    } else {
        services.answer_question(&visit.actor, id, &answer).await?
    };
    visit.conversation.exit().await?;
    show(questions::answered(tr, &answered, services.now()))
}

/// A text of somebody's own, or what is wrong with it.
fn own<const MAX: usize>(input: &Input) -> Result<Own<MAX>, Fault> {
    match input {
        Input::Text(text) => Own::parse(text).map_err(Fault::Words),
        _ => Err(Fault::OnlyText),
    }
}

/// Begins to take what they write, unless a message to many would get lost.
async fn begin(visit: &Visit, writing: Writing, screen: Screen) -> Replies {
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    visit.conversation.update(State::Writing(writing)).await?;
    redraw(screen)
}

/// The question, if the person may answer it now.
async fn answerable(visit: &Visit, id: QuestionId) -> Result<Option<(Question, Event)>, MemoryError> {
    let (services, actor) = (&visit.bot.services, &visit.actor);
    let Some((question, event)) = services.question(actor, id).await? else { return Ok(None) };
    let may = !question.is_hidden && services.may_answer(actor, event.id).await?;
    Ok(may.then_some((question, event)))
}

async fn board(visit: &Visit, event: EventId, page: u32) -> Replies {
    let services = &visit.bot.services;
    let Some(board) = services.board(&visit.actor, event, page).await? else {
        return redraw(events::absent(&visit.tr));
    };
    let turn = board.questions.turn(page);
    let beside = (board.kept, board.new, visit.actor.person);
    let items = &board.questions.items;
    redraw(questions::board(&visit.tr, &board.event, turn, items, beside, services.now()))
}

async fn kept(visit: &Visit, event: EventId, page: u32) -> Replies {
    let Some((event, entries)) = visit.bot.services.faq(event, page).await? else {
        return redraw(events::absent(&visit.tr));
    };
    redraw(faq::kept(&visit.tr, &event, entries.turn(page), &entries.items))
}

/// One answer that is kept, or the question whether to `drop` it.
async fn entry(visit: &Visit, id: FaqId, drop: bool) -> Replies {
    let services = &visit.bot.services;
    let Some((entry, event)) = services.entry(id).await? else { return visit.old_button() };
    let may_remove = services.may_answer(&visit.actor, event.id).await?;
    match drop {
        true if may_remove => redraw(faq::drop(&visit.tr, &entry)),
        true => visit.old_button(),
        false => show(faq::entry(&visit.tr, &event, &entry, may_remove)),
    }
}

async fn found(visit: &Visit, words: &str, page: u32) -> Result<Screen, MemoryError> {
    let found = visit.bot.services.search_answers(words, page).await?;
    Ok(faq::found(&visit.tr, words, found.turn(page), &found.items, found.total))
}

async fn pile(visit: &Visit, event: EventId, pile: Pile, page: u32) -> Result<Screen, MemoryError> {
    let moderation = visit.bot.services.pile(&visit.actor, event, pile, page).await?;
    let (turn, items) = (moderation.questions.turn(page), &moderation.questions.items);
    let manages = visit.role.works_on(&moderation.event);
    Ok(questions::pile(&visit.tr, &moderation.event, (pile, moderation.counts), turn, items, manages))
}

/// The pile that a question was in, with a word if there is one.
async fn back_to(visit: &Visit, question: &Question, which: Pile, word: Option<String>) -> Replies {
    let mut replies = vec![Reply::Redraw(pile(visit, question.event, which, 0).await?)];
    replies.extend(word.map(Reply::Toast));
    Ok(replies)
}

async fn keep(visit: &Visit, id: QuestionId, event: EventId, kept: bool, page: u32) -> Replies {
    if visit.bot.services.keep(&visit.actor, id, event, kept).await?.is_none() {
        return Ok(vec![Reply::Toast(faq::not_kept(&visit.tr))]);
    }
    redraw(keeping(visit, id, page).await?)
}

async fn keeping(visit: &Visit, id: QuestionId, page: u32) -> Result<Screen, MemoryError> {
    let services = &visit.bot.services;
    let keeping = services.keeping(&visit.actor, id, page).await?;
    let (turn, items) = (keeping.events.turn(page), &keeping.events.items);
    Ok(faq::keeping(&visit.tr, &keeping.question, keeping.is_kept, turn, items, services.now()))
}
