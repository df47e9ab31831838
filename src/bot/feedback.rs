//! What people say of an event once it is over, and what its organisers read of it. Part of the actions, in a file of its
//! own; when people are asked is in `domain/occasion.rs`.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::State,
};
use crate::{
    domain::{Comment, EventId, Heard, Rating, RegistrationId},
    view::{Input, Reply, feedback},
};
use chrono::TimeDelta;

/// So long after a rating what a person writes is taken for their line on it; later they search again.
const LISTENS: TimeDelta = TimeDelta::hours(1);

/// Whether they came.
pub(super) async fn came(visit: &Visit, id: RegistrationId, came: bool) -> Replies {
    let heard = visit.bot.services.say_came(&visit.actor, id, came).await?;
    answered(visit, id, heard).await
}

/// How it was.
pub(super) async fn rate(visit: &Visit, id: RegistrationId, rating: Rating) -> Replies {
    let heard = visit.bot.services.rate(&visit.actor, id, rating).await?;
    answered(visit, id, heard).await
}

/// The next question. Whoever is in the middle of something else is not asked for a line.
async fn answered(visit: &Visit, id: RegistrationId, heard: Heard) -> Replies {
    let Heard::Noted(event, said) = heard else {
        return Ok(vec![Reply::Alert(feedback::too_late(&visit.tr))]);
    };
    let is_free = matches!(visit.state().await?, State::Nothing | State::Feedback { .. });
    if is_free && said.rating.is_some() && said.comment.is_none() {
        let state = State::Feedback { registration: id, until: visit.bot.services.now() + LISTENS };
        visit.bot.services.keep_aside(visit.actor.person, &state.to_text()?).await?;
    }
    redraw(feedback::heard(&visit.tr, &event, id, &said, is_free))
}

/// Takes their line.
pub(super) async fn written(visit: &Visit, id: RegistrationId, input: &Input) -> Replies {
    let comment = match input {
        Input::Text(text) => Comment::parse(text),
        _ => None,
    };
    let Some(comment) = comment else { return show(feedback::not_a_line(&visit.tr)) };
    let heard = visit.bot.services.comment(&visit.actor, id, &comment).await?;
    visit.conversation.exit().await?;
    match heard {
        Heard::Noted(..) => show(feedback::commented(&visit.tr)),
        Heard::Nothing => Ok(vec![Reply::Alert(feedback::too_late(&visit.tr))]),
    }
}

/// What people said of an event.
pub(super) async fn report(visit: &Visit, event: EventId, page: u32) -> Replies {
    let Some(report) = visit.bot.services.report(&visit.actor, event, page).await? else {
        return visit.old_button();
    };
    let turn = report.comments.turn(page);
    let comments = &report.comments.items;
    redraw(feedback::report(&visit.tr, &report.event, &report.counts, &report.results, turn, comments))
}
