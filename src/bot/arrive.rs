//! Arriving: what a deep link opens, and what happens at a door. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    entrance, invitations,
    memory::{MemoryError, State},
};
use crate::{
    domain::{Admission, Event, EventId, Party, RegistrationId, WalkInId},
    service::Door,
    view::{Back, Reply, Screen, attendance, events, home},
};

/// Opens what the payload of `/start` names. An unknown one leads home.
pub(super) async fn by_link(visit: &Visit, payload: &str) -> Replies {
    let mut replies = Vec::new();
    if visit.person.language.is_none() {
        replies.push(Reply::Show(home::greeting()));
    }
    let screen = match payload.split_once('_') {
        Some(("e", code)) => Some(event(visit, code).await?),
        Some(("t", secret)) => Some(ticket(visit, secret).await?),
        Some(("d", code)) => Some(entrance::look_in(visit, code).await?),
        Some(("i", secret)) => Some(invitations::opened(visit, secret).await?),
        _ if replies.is_empty() => Some(visit.home()),
        _ => None,
    };
    replies.extend(screen.map(Reply::Show));
    Ok(replies)
}

async fn event(visit: &Visit, code: &str) -> Result<Screen, MemoryError> {
    match visit.bot.services.event_by_code(code).await? {
        Some(event) => visit.card(event, &Back::Home).await,
        None => Ok(events::absent(&visit.tr)),
    }
}

/// A scanned ticket: a check-in for those who work at the door; for everybody else a refusal that reveals nothing.
async fn ticket(visit: &Visit, secret: &str) -> Result<Screen, MemoryError> {
    if !visit.role.has_desk() {
        return Ok(attendance::refusal(&visit.tr));
    }
    // The door they stand at stays theirs while they scan one ticket after the other.
    let at = match visit.state().await {
        Ok(State::Door { event } | State::Counting { event }) => Some(event),
        _ => None,
    };
    let admission = visit.bot.services.scan(&visit.actor, secret, at).await?;
    admitted(visit, &admission, at).await
}

/// Stands at the door of an event: from now on a text is a code or a name.
pub(super) async fn door(visit: &Visit, event: EventId) -> Replies {
    let Some(door) = visit.bot.services.door(&visit.actor, event).await? else {
        return match visit.bot.services.shift_ahead(&visit.actor, event).await? {
            Some(from) => Ok(vec![Reply::Alert(attendance::not_yet(&visit.tr, from))]),
            None => visit.old_button(),
        };
    };
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    visit.conversation.update(State::Door { event }).await?;
    Ok(vec![board(visit, &door)])
}

/// The door as a message that is kept up to date.
fn board(visit: &Visit, door: &Door) -> Reply {
    Reply::Board { event: door.event.id, shown: door.mark(), screen: screen_of(visit, door) }
}

fn screen_of(visit: &Visit, door: &Door) -> Screen {
    attendance::door(&visit.tr, &door.event, &door.counts, &door.last, door.keys)
}

/// Somebody came in without a ticket.
pub(super) async fn walk_in(visit: &Visit, event: EventId) -> Replies {
    if visit.bot.services.add_walk_in(&visit.actor, event).await?.is_none() {
        return visit.old_button();
    }
    door_again(visit, event).await
}

/// They did not, after all.
pub(super) async fn undo_walk_in(visit: &Visit, id: WalkInId) -> Replies {
    match visit.bot.services.undo_walk_in(&visit.actor, id).await? {
        Some(event) => door_again(visit, event).await,
        None => visit.old_button(),
    }
}

/// The door after a press on it. It is the board of whoever stands there, and only shown to whoever does something else.
async fn door_again(visit: &Visit, event: EventId) -> Replies {
    let Some(door) = visit.bot.services.door(&visit.actor, event).await? else { return visit.old_button() };
    if matches!(visit.state().await, Ok(State::Door { event: at }) if at == event) {
        return Ok(vec![board(visit, &door)]);
    }
    redraw(screen_of(visit, &door))
}

/// A code or a name was typed at the door.
pub(super) async fn typed(visit: &Visit, event: EventId, text: &str) -> Replies {
    let services = &visit.bot.services;
    let Some(door) = services.door(&visit.actor, event).await? else { return visit.old_button() };
    let guests = services.find_guests(&visit.actor, event, text).await?;
    if !guests.is_empty() {
        return show(attendance::guests(&visit.tr, &door.event, &guests));
    }
    let admission = services.admit_code(&visit.actor, event, text).await?;
    show(admitted(visit, &admission, Some(event)).await?)
}

/// This many of a party are here.
pub(super) async fn check_in(visit: &Visit, id: RegistrationId, party: Party) -> Replies {
    let admission = visit.bot.services.check_in(&visit.actor, id, party).await?;
    redraw(admitted(visit, &admission, None).await?)
}

/// What the door `at` says. The way back leads to that door, else to that of the ticket's event.
async fn admitted(visit: &Visit, admission: &Admission, at: Option<EventId>) -> Result<Screen, MemoryError> {
    let other = match admission {
        Admission::OtherEvent(event) => Some(*event),
        _ => None,
    };
    let own = match admission {
        Admission::Arrived(arrival) | Admission::Already(arrival) => Some(arrival.guest.event),
        Admission::NotConfirmed(guest) | Admission::Cancelled(guest) => Some(guest.event),
        _ => None,
    };
    let (door, other) = (event_of(visit, at.or(own)).await?, event_of(visit, other).await?);
    Ok(attendance::admission(&visit.tr, admission, door.as_ref(), other.as_ref()))
}

async fn event_of(visit: &Visit, event: Option<EventId>) -> Result<Option<Event>, MemoryError> {
    let Some(event) = event else { return Ok(None) };
    Ok(visit.bot.services.event(event).await?)
}
