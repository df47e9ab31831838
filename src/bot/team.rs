//! Who works on an event: what those who run it do about it. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    invitations,
    memory::State,
};
use crate::{
    domain::{EventId, HostId, InvitationId, Issued, Name, PersonId, ShiftId, SpeakerId},
    view::{Input, Reply, staff, team},
};

/// Who they are.
pub(super) async fn look(visit: &Visit, event: EventId) -> Replies {
    match visit.bot.services.team(&visit.actor, event).await? {
        Some(found) => redraw(team::team(&visit.tr, &found, visit.bot.services.now())),
        None => visit.old_button(),
    }
}

/// From when on a link for stewards is to hold.
pub(super) async fn doors(visit: &Visit, event: EventId) -> Replies {
    match visit.bot.services.team(&visit.actor, event).await? {
        Some(found) => redraw(team::doors(&visit.tr, &found, visit.bot.services.now())),
        None => visit.old_button(),
    }
}

/// A link that was made for an event, or why there is none.
pub(super) fn made(visit: &Visit, issued: Option<&Issued>) -> Replies {
    match issued {
        Some(issued) => redraw(invitations::issued(visit, issued)),
        None => Ok(vec![Reply::Alert(team::over(&visit.tr))]),
    }
}

/// Ends the time of one steward.
pub(super) async fn end_shift(visit: &Visit, id: ShiftId) -> Replies {
    match visit.bot.services.end_shift(&visit.actor, id).await? {
        Some(shift) => ended(visit, shift.event, &[shift.person]).await,
        None => visit.old_button(),
    }
}

/// Asks whether to end that of all, or ends it.
pub(super) async fn end_shifts(visit: &Visit, event: EventId, sure: bool) -> Replies {
    let services = &visit.bot.services;
    if sure {
        return match services.end_shifts(&visit.actor, event).await? {
            Some(stewards) => ended(visit, event, &stewards).await,
            None => visit.old_button(),
        };
    }
    match services.team(&visit.actor, event).await? {
        Some(found) => redraw(team::end_shifts(&visit.tr, &found.event)),
        None => visit.old_button(),
    }
}

/// The team without those whose work has ended; their menus go too.
async fn ended(visit: &Visit, event: EventId, people: &[PersonId]) -> Replies {
    let mut replies = look(visit, event).await?;
    replies.push(Reply::Toast(team::ended(&visit.tr)));
    replies.extend(menus(visit, people).await?);
    Ok(replies)
}

/// The menus that these people have now.
pub(super) async fn menus(visit: &Visit, people: &[PersonId]) -> Replies {
    let mut menus = Vec::new();
    for person in people {
        menus.push(Reply::Menu(*person, visit.bot.services.role_now(*person).await?));
    }
    Ok(menus)
}

/// Asks whom to invite to speak.
pub(super) async fn speaker(visit: &Visit, event: EventId) -> Replies {
    let Some(found) = visit.bot.services.team(&visit.actor, event).await? else { return visit.old_button() };
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    visit.conversation.update(State::Speaker { event }).await?;
    redraw(team::speaker_name(&visit.tr, &found.event, false))
}

/// Invites one of those whom the programme names, by their place in it.
pub(super) async fn speaker_of(visit: &Visit, event: EventId, number: u32) -> Replies {
    let services = &visit.bot.services;
    let Some(found) = services.team(&visit.actor, event).await? else { return visit.old_button() };
    let Some(name) = found.event.speakers.get(number as usize) else { return visit.old_button() };
    made(visit, services.invite_speaker(&visit.actor, event, name).await?.as_ref())
}

/// Takes the name of the speaker.
pub(super) async fn named(visit: &Visit, event: EventId, input: &Input) -> Replies {
    let services = &visit.bot.services;
    let Some(found) = services.team(&visit.actor, event).await? else { return visit.old_button() };
    let name = match input {
        Input::Text(text) => Name::parse(text).ok(),
        _ => None,
    };
    let Some(name) = name else { return show(team::speaker_name(&visit.tr, &found.event, true)) };
    let issued = services.invite_speaker(&visit.actor, event, name.as_str()).await?;
    visit.conversation.exit().await?;
    made(visit, issued.as_ref())
}

/// A speaker is no longer this person.
pub(super) async fn end_speaker(visit: &Visit, id: SpeakerId) -> Replies {
    match visit.bot.services.end_speaker(&visit.actor, id).await? {
        Some(speaker) => ended(visit, speaker.event, &[]).await,
        None => visit.old_button(),
    }
}

/// Yes or no to an organisation that asks.
pub(super) async fn answer(visit: &Visit, id: HostId, yes: bool) -> Replies {
    match visit.bot.services.answer_host(&visit.actor, id, yes).await? {
        Some((event, host)) => redraw(team::host_told(&visit.tr, &event, &host, yes)),
        None => visit.old_button(),
    }
}

/// Asks whether an organisation is to run the event no longer, or ends it.
pub(super) async fn end_host(visit: &Visit, id: HostId, sure: bool) -> Replies {
    let services = &visit.bot.services;
    if sure {
        return match services.end_host(&visit.actor, id).await? {
            Some((event, _)) => ended(visit, event.id, &[]).await,
            None => visit.old_button(),
        };
    }
    match services.hosting(&visit.actor, id).await? {
        Some((event, host)) => redraw(team::end_host(&visit.tr, &event, &host)),
        None => visit.old_button(),
    }
}

/// Ends an invitation: of an event, or of an organiser.
pub(super) async fn revoke(visit: &Visit, id: InvitationId) -> Replies {
    let Some(invitation) = visit.bot.services.revoke_invitation(&visit.actor, id).await? else {
        return visit.old_button();
    };
    let mut replies = match invitation.grant.event() {
        Some(event) => look(visit, event).await?,
        None => super::staff::open(visit).await?,
    };
    replies.push(Reply::Toast(staff::revoked(&visit.tr)));
    Ok(replies)
}
