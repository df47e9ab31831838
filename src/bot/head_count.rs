//! Counting the heads in a room: by keys, by a number, with a picture. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::State,
};
use crate::{
    domain::{Attached, Counted, EventId, HeadCountId},
    service::Counting,
    view::{
        Input, Screen,
        head_count::{self, Fault},
    },
};

/// Begins to count: from now on a text is a number, and a photo the proof of it.
pub(super) async fn open(visit: &Visit, event: EventId) -> Replies {
    let Some(counting) = visit.bot.services.counting(&visit.actor, event).await? else {
        return visit.old_button();
    };
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    // The message that showed the door shows this now.
    visit.bot.services.take_down(visit.actor.person, None).await?;
    visit.conversation.update(State::Counting { event }).await?;
    redraw(screen(visit, &counting, None))
}

/// So many more.
pub(super) async fn step(visit: &Visit, event: EventId, step: u32) -> Replies {
    let added = visit.bot.services.add_head_count(&visit.actor, event, Counted::More(step), None).await?;
    again(visit, added)
}

/// The count is taken back.
pub(super) async fn undo(visit: &Visit, id: HeadCountId) -> Replies {
    let undone = visit.bot.services.undo_head_count(&visit.actor, id).await?;
    again(visit, undone)
}

fn again(visit: &Visit, counting: Option<Counting>) -> Replies {
    match counting {
        Some(counting) => redraw(screen(visit, &counting, None)),
        None => visit.old_button(),
    }
}

/// A number, a picture, or a picture with a number under it.
pub(super) async fn sent(visit: &Visit, event: EventId, input: &Input) -> Replies {
    let services = &visit.bot.services;
    let (text, photo) = read(input);
    let counted = text.as_deref().and_then(Counted::parse);
    let (counting, fault) = match (counted, photo) {
        (Some(counted), photo) => (services.add_head_count(&visit.actor, event, counted, photo).await?, None),
        (None, Some(photo)) => {
            let proved = services.prove_head_count(&visit.actor, event, photo).await?;
            let is_bare = proved.as_ref().is_some_and(|counting| counting.own.is_none());
            (proved, is_bare.then_some(Fault::CountFirst))
        }
        (None, None) => (services.counting(&visit.actor, event).await?, Some(Fault::NotANumber)),
    };
    match counting {
        Some(counting) => show(screen(visit, &counting, fault)),
        None => visit.old_button(),
    }
}

/// The words and the picture of what was sent. Formatting means nothing here.
fn read(input: &Input) -> (Option<String>, Option<&str>) {
    match input {
        Input::Text(text) => (Some(text.clone()), None),
        Input::Message(sent) => {
            let photo = match &sent.part.attached {
                Some(Attached::Photo(photo)) => Some(photo.as_str()),
                _ => None,
            };
            let caption = photo.map(|_| sent.part.html.clone());
            (sent.plain.clone().or(caption), photo)
        }
        _ => (None, None),
    }
}

/// The picture that proves the count.
pub(super) async fn proof(visit: &Visit, event: EventId) -> Replies {
    let counting = visit.bot.services.counting(&visit.actor, event).await?;
    match counting.as_ref().and_then(|counting| Some((&counting.event, counting.proof.as_ref()?))) {
        Some((event, proof)) => show(head_count::proof(&visit.tr, event, proof)),
        None => visit.old_button(),
    }
}

fn screen(visit: &Visit, counting: &Counting, fault: Option<Fault>) -> Screen {
    let Counting { event, counts, own, proof } = counting;
    head_count::counting(&visit.tr, event, counts, own.as_ref(), proof.is_some(), fault)
}
