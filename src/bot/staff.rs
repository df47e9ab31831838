//! Those who run events, in the hands of admins, and where every button about who works where leads. Part of the actions,
//! in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show, unknown_command},
    invitations,
    memory::{MemoryError, State},
    team,
};
use crate::{
    domain::{District, EventId, Level, PersonId, Role, Scope, ScopeId},
    view::{Input, Reply, Screen, Staff, staff, talks},
};

/// Does what a button about who works where says.
pub(super) async fn press(visit: &Visit, button: Staff) -> Replies {
    let (services, actor) = (&visit.bot.services, &visit.actor);
    match button {
        Staff::Team(event) => team::look(visit, event).await,
        Staff::Doors(event) => team::doors(visit, event).await,
        Staff::Door(event, at_once) => {
            team::made(visit, services.invite_stewards(actor, event, at_once).await?.as_ref())
        }
        Staff::EndShift(id) => team::end_shift(visit, id).await,
        Staff::EndShifts(event, sure) => team::end_shifts(visit, event, sure).await,
        Staff::Speaker(event) => team::speaker(visit, event).await,
        Staff::SpeakerOf(event, number) => team::speaker_of(visit, event, number).await,
        Staff::EndSpeaker(id) => team::end_speaker(visit, id).await,
        Staff::Host(event) => team::made(visit, services.invite_host(actor, event).await?.as_ref()),
        Staff::Answer(id, yes) => team::answer(visit, id, yes).await,
        Staff::EndHost(id, sure) => team::end_host(visit, id, sure).await,
        Staff::Revoke(id) => team::revoke(visit, id).await,
        Staff::Take(secret) => invitations::take(visit, &secret, None).await,
        Staff::TakeFor(secret, scope) => invitations::take(visit, &secret, Some(scope)).await,
        Staff::Talks => redraw(talks::talks(&visit.tr, &services.talks(actor).await?, services.now())),
        Staff::Members(page) => redraw(members(visit, page).await?),
        Staff::Member(person) => member(visit, person).await,
        Staff::TakeAway(scope) => take_away(visit, scope).await,
        Staff::TakeAll(person, sure) => take_all(visit, person, sure).await,
        Staff::Open => open(visit).await,
        Staff::Invite | Staff::InviteAt(_) | Staff::InviteIn(..) | Staff::InviteFor(..) => {
            invite(visit, button).await
        }
    }
}

/// A page of those who run events.
pub(super) async fn members(visit: &Visit, page: u32) -> Result<Screen, MemoryError> {
    let services = &visit.bot.services;
    let found = services.members(&visit.actor, page).await?;
    let open = services.open_invitations(&visit.actor).await?.len();
    Ok(staff::members(&visit.tr, found.turn(page), &found.items, found.total, open))
}

async fn member(visit: &Visit, person: PersonId) -> Replies {
    match visit.bot.services.member(&visit.actor, person).await? {
        Some(member) => redraw(staff::member(&visit.tr, &member)),
        None => redraw(members(visit, 0).await?),
    }
}

async fn take_away(visit: &Visit, scope: ScopeId) -> Replies {
    let Some(person) = visit.bot.services.remove_scope(&visit.actor, scope).await? else {
        return visit.old_button();
    };
    gone(visit, person).await
}

/// Asks whether to take everything away, or takes it.
async fn take_all(visit: &Visit, person: PersonId, sure: bool) -> Replies {
    let services = &visit.bot.services;
    if sure {
        services.remove_scopes(&visit.actor, person).await?;
        return gone(visit, person).await;
    }
    match services.member(&visit.actor, person).await? {
        Some(member) => redraw(staff::all_sure(&visit.tr, &member)),
        None => visit.old_button(),
    }
}

/// What is left to somebody, of whose menu the commands go that they have no more right to.
async fn gone(visit: &Visit, person: PersonId) -> Replies {
    let mut replies = member(visit, person).await?;
    replies.push(Reply::Toast(staff::gone(&visit.tr)));
    replies.extend(team::menus(visit, &[person]).await?);
    Ok(replies)
}

/// Invitations to run events that nobody has taken.
pub(super) async fn open(visit: &Visit) -> Replies {
    redraw(staff::open(&visit.tr, &visit.bot.services.open_invitations(&visit.actor).await?))
}

/// One choice after the other, and the link.
async fn invite(visit: &Visit, button: Staff) -> Replies {
    let (services, tr) = (&visit.bot.services, &visit.tr);
    if visit.role != Role::Admin {
        return visit.old_button();
    }
    let organisations = services.organisations(&visit.actor).await?;
    match button {
        Staff::InviteAt(level) => redraw(staff::district(tr, level)),
        Staff::InviteIn(level, district, page) => {
            if let Some(busy) = visit.busy().await? {
                return show(busy);
            }
            visit.conversation.update(State::Organisation { level, district }).await?;
            redraw(staff::organisation(tr, (level, district), &organisations, page, false))
        }
        Staff::InviteFor(level, district, event) => {
            let held = |event: EventId| organisations.iter().find(|(id, _)| *id == event);
            let organisation = match event.map(held) {
                None => None,
                Some(Some((_, name))) => Some(name.clone()),
                // The list has changed: its first events are others now.
                Some(None) => {
                    return redraw(staff::organisation(tr, (level, district), &organisations, 0, false));
                }
            };
            let issued =
                services.invite_organiser(&visit.actor, &Scope { level, district, organisation }).await?;
            redraw(invitations::issued(visit, &issued))
        }
        _ => redraw(staff::level(tr)),
    }
}

/// Takes the name of an organisation.
pub(super) async fn named(
    visit: &Visit,
    (level, district): (Option<Level>, Option<District>),
    input: &Input,
) -> Replies {
    let services = &visit.bot.services;
    let name = match input {
        Input::Text(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    if !(2..=staff::ORGANISATION).contains(&name.chars().count()) {
        let organisations = services.organisations(&visit.actor).await?;
        return show(staff::organisation(&visit.tr, (level, district), &organisations, 0, true));
    }
    let scope = Scope { level, district, organisation: Some(name) };
    let issued = services.invite_organiser(&visit.actor, &scope).await?;
    visit.conversation.exit().await?;
    show(invitations::issued(visit, &issued))
}

/// A command that is not for this person. If it was once, it goes out of their menu.
pub(super) async fn refused(visit: &Visit, command: &str) -> Replies {
    let mut replies = unknown_command(visit, Input::Text(command.to_owned())).await?;
    if visit.bot.services.has_worked(visit.actor.person).await? {
        replies.push(Reply::Menu(visit.actor.person, visit.role.clone()));
    }
    Ok(replies)
}
