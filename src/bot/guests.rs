//! The people of an event in the hands of those who work on it: the list, a search, a card, and what is done about
//! somebody. Part of the actions, in a file of its own; how somebody is signed up by hand is asked in `add_guest`.

use super::{
    actions::{Replies, Visit, redraw, show},
    add_guest::{self, Step},
    memory::{MemoryError, State},
};
use crate::{
    domain::{EventId, Group, Lifted, Reason, RegistrationId},
    i18n::Html,
    view::{Format, Guests, Input, Reply, add_guest as asked, calling_off, guests},
};

/// Does what a button says.
pub(super) async fn press(visit: &Visit, button: Guests) -> Replies {
    match button {
        Guests::List(event, group, page) => list(visit, event, group, page).await,
        Guests::Card(id, group, page) => card(visit, id, (group, page)).await,
        Guests::Phone(id) => phone(visit, id).await,
        Guests::MoveUp(id) => move_up(visit, id).await,
        Guests::Remove(id) => why(visit, id).await,
        Guests::RemoveSure(id) => remove(visit, id).await,
        Guests::Add(event) => add(visit, event).await,
        Guests::File(event, format) => file(visit, event, format).await,
    }
}

/// A page of the list. What is written from now on is searched for among them, unless a message is being written.
async fn list(visit: &Visit, event: EventId, group: Group, page: u32) -> Replies {
    let services = &visit.bot.services;
    let Some(found) = services.guests(&visit.actor, event, group, page).await? else {
        return visit.old_button();
    };
    let listens = listen(visit, event).await?;
    let listed = guests::Listed {
        event: &found.event,
        seats: found.seats,
        groups: &found.groups,
        group,
        turn: found.page.turn(page),
        lines: &found.page.items,
    };
    redraw(guests::list(&visit.tr, &listed, listens, services.now()))
}

/// From now on a text is searched for among the people of an event. Whether it is.
async fn listen(visit: &Visit, event: EventId) -> Result<bool, MemoryError> {
    let listens = visit.busy().await?.is_none();
    if listens {
        visit.conversation.update(State::Guests { event }).await?;
    }
    Ok(listens)
}

/// A name or a code was written while the list is open.
pub(super) async fn typed(visit: &Visit, event: EventId, text: &str) -> Replies {
    let services = &visit.bot.services;
    let Some(found) = services.search_guests(&visit.actor, event, text).await? else {
        return visit.old_button();
    };
    show(guests::found(&visit.tr, &found.event, &found.lines, found.total, services.now()))
}

async fn card(visit: &Visit, id: RegistrationId, from: (Group, u32)) -> Replies {
    let services = &visit.bot.services;
    let Some((event, line)) = services.guest(&visit.actor, id).await? else { return visit.old_button() };
    listen(visit, event.id).await?;
    redraw(guests::card(&visit.tr, &event, &line, Html::default(), from, services.now()))
}

async fn phone(visit: &Visit, id: RegistrationId) -> Replies {
    let services = &visit.bot.services;
    let Some((event, line, phone)) = services.guest_phone(&visit.actor, id).await? else {
        return visit.old_button();
    };
    redraw(guests::phone(&visit.tr, &event, &line, phone.as_ref(), services.now()))
}

async fn move_up(visit: &Visit, id: RegistrationId) -> Replies {
    let services = &visit.bot.services;
    let Some((event, lifted)) = services.move_up(&visit.actor, id).await? else { return visit.old_button() };
    match lifted {
        Lifted::Done(line) => redraw(guests::moved_up(&visit.tr, &event, &line, services.now())),
        nothing => Ok(vec![Reply::Alert(guests::not_moved_up(&visit.tr, &nothing))]),
    }
}

/// Asks why somebody is taken off the list.
async fn why(visit: &Visit, id: RegistrationId) -> Replies {
    let Some((_, line)) = visit.bot.services.guest(&visit.actor, id).await? else {
        return visit.old_button();
    };
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    visit.conversation.update(State::Removing { registration: id, reason: None }).await?;
    redraw(guests::why(&visit.tr, &line, None))
}

/// Takes the reason and shows what the person will get.
pub(super) async fn reason(visit: &Visit, id: RegistrationId, input: &Input) -> Replies {
    let Some((event, line)) = visit.bot.services.guest(&visit.actor, id).await? else {
        return visit.old_button();
    };
    let Input::Text(text) = input else {
        return show(guests::why(&visit.tr, &line, Some(calling_off::Fault::OnlyText)));
    };
    match Reason::parse(text) {
        Ok(reason) => {
            let state = State::Removing { registration: id, reason: Some(reason.clone()) };
            visit.conversation.update(state).await?;
            show(guests::sure(&visit.tr, &event, &line, &reason))
        }
        Err(fault) => show(guests::why(&visit.tr, &line, Some(calling_off::Fault::Reason(fault)))),
    }
}

/// Takes somebody off the list for the reason that was shown.
async fn remove(visit: &Visit, id: RegistrationId) -> Replies {
    let State::Removing { registration, reason: Some(reason) } = visit.state().await? else {
        return visit.old_button();
    };
    if registration != id {
        return visit.old_button();
    }
    let removed = visit.bot.services.remove_guest(&visit.actor, id, &reason).await?;
    visit.conversation.exit().await?;
    let Some((event, removed)) = removed else { return visit.old_button() };
    redraw(guests::removed(&visit.tr, &event, &removed))
}

/// Begins to sign somebody up by hand.
async fn add(visit: &Visit, event: EventId) -> Replies {
    let services = &visit.bot.services;
    let Some(managed) = services.managed(&visit.actor, event).await? else { return visit.old_button() };
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    let state = add_guest::State::new(event, managed.event.largest_sensible_party());
    let screen = asked::question(&visit.tr, &state.question(), None);
    visit.conversation.update(State::AddGuest(Box::new(state))).await?;
    redraw(screen)
}

/// Takes an answer of the conversation that signs somebody up by hand.
pub(super) async fn step(visit: &Visit, state: add_guest::State, input: &Input) -> Replies {
    let tr = &visit.tr;
    let question = state.question();
    let answered = |screen| if matches!(input, Input::Press(_)) { redraw(screen) } else { show(screen) };
    match add_guest::step(state, input) {
        Step::Ask(state) => {
            let screen = asked::question(tr, &state.question(), None);
            visit.conversation.update(State::AddGuest(Box::new(state))).await?;
            answered(screen)
        }
        Step::Refuse(fault) => answered(asked::question(tr, &question, Some(fault))),
        Step::Left(event) => list(visit, event, Group::Everybody, 0).await,
        Step::Done(wish) => {
            let services = &visit.bot.services;
            let added = services.add_guest(&visit.actor, &wish).await?;
            let Some(event) = services.event(wish.event).await? else { return visit.old_button() };
            redraw(asked::added(tr, &event, &added, services.now()))
        }
    }
}

/// All people of an event as a file.
async fn file(visit: &Visit, event: EventId, format: Format) -> Replies {
    let Some(export) = visit.bot.services.export_guests(&visit.actor, event).await? else {
        return visit.old_button();
    };
    let name = visit.person.details.as_ref().map(|details| &details.name).or(visit.name.as_ref());
    let by = format!("{} ({})", name.map_or("", |name| name.as_str()), export.by);
    let (people, phones) = (&export.lines, export.phones.as_ref());
    show(guests::file(&visit.tr, &export.event, people, phones, (by.trim(), export.at), format))
}
