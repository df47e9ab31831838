//! Calling an event off: why, a look at what people get, and the last word. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::State,
};
use crate::{
    domain::{EventId, Reason},
    view::{Input, calling_off},
};

/// Asks why.
pub(super) async fn ask(visit: &Visit, event: EventId) -> Replies {
    let Some((event, told)) = visit.bot.services.count_told(&visit.actor, event).await? else {
        return visit.old_button();
    };
    visit.conversation.update(State::CallingOff { event: event.id, reason: None }).await?;
    redraw(calling_off::why(&visit.tr, &event, told, None))
}

/// Takes the reason and shows what people will get.
pub(super) async fn written(visit: &Visit, event: EventId, input: &Input) -> Replies {
    let Some((event, told)) = visit.bot.services.count_told(&visit.actor, event).await? else {
        return visit.old_button();
    };
    let Input::Text(text) = input else {
        return show(calling_off::why(&visit.tr, &event, told, Some(calling_off::Fault::OnlyText)));
    };
    match Reason::parse(text) {
        Ok(reason) => {
            let state = State::CallingOff { event: event.id, reason: Some(reason.clone()) };
            visit.conversation.update(state).await?;
            show(calling_off::sure(&visit.tr, &event, &reason, told))
        }
        Err(fault) => {
            show(calling_off::why(&visit.tr, &event, told, Some(calling_off::Fault::Reason(fault))))
        }
    }
}

/// Calls it off for the reason that was shown.
pub(super) async fn done(visit: &Visit, event: EventId) -> Replies {
    let State::CallingOff { event: asked, reason: Some(reason) } = visit.state().await? else {
        return visit.old_button();
    };
    if asked != event {
        return visit.old_button();
    }
    let outcome = visit.bot.services.cancel_event(&visit.actor, event, &reason).await?;
    visit.conversation.exit().await?;
    redraw(calling_off::called_off(&visit.tr, &outcome))
}
