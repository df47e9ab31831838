//! The screens of those who work at events, and of those who see to it that they do.

use super::{Gallery, World, named};
use crate::domain::*;
use crate::i18n::Tr;
use crate::view::{invitations, staff, talks, team};
use chrono::TimeDelta;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let mut screens = at_an_event(tr, w);
    screens.extend(links(tr, w));
    screens.extend(of_admins(tr, w));
    screens
}

fn host(w: &World, approved: bool) -> Host {
    Host {
        id: HostId(5),
        event: w.event.id,
        organisation: w.event.facts.organisation.clone(),
        asked_by: PersonId(5),
        approved_at: approved.then_some(w.now),
    }
}

fn grants(w: &World) -> [Grant; 4] {
    let event = w.event.id;
    [
        Grant::Organiser(scope(w)),
        Grant::steward(&w.event, None),
        Grant::Speaker { event, name: w.name.as_str().to_owned() },
        Grant::Host { event },
    ]
}

fn scope(w: &World) -> Scope {
    let organisation = Some(w.event.facts.organisation.clone());
    Scope { level: Some(Level::District), district: Some(District::Saraishyq), organisation }
}

fn invitation(w: &World, grant: Grant) -> Invitation {
    let expires_at = grant.expires_at(w.now);
    Invitation { id: InvitationId(5), grant, expires_at, by: PersonId(1) }
}

fn at_an_event(tr: &Tr, w: &World) -> Gallery {
    let shortly = w.event.starts_at - TimeDelta::hours(2);
    let (from, until) = (w.now, w.event.ends_at());
    let shift = Shift { id: ShiftId(5), event: w.event.id, person: PersonId(5), from, until };
    let speaker = Speaker {
        id: SpeakerId(5),
        event: w.event.id,
        person: PersonId(5),
        name: w.name.as_str().to_owned(),
    };
    let full = Team {
        event: w.event.clone(),
        is_own: true,
        stewards: vec![(shift.clone(), Some(w.name.clone())), (shift.clone(), None)],
        speakers: vec![speaker],
        hosts: vec![host(w, true), host(w, false)],
        open: grants(w).into_iter().skip(1).map(|grant| invitation(w, grant)).collect(),
    };
    let crowd = Team { stewards: vec![(shift, Some(w.name.clone())); 30], is_own: false, ..full.clone() };
    let none = Vec::new;
    let empty =
        Team { stewards: Vec::new(), speakers: Vec::new(), hosts: Vec::new(), open: none(), ..full.clone() };
    let seats = Seats { capacity: Some(30), taken: 9, waiting: 0 };
    let talk = EventCard {
        event: w.event.clone(),
        seats,
        mine: None,
        hosts: Vec::new(),
        threads: Threads::default(),
    };
    named([
        ("team, empty", team::team(tr, &empty, w.now)),
        ("team, full", team::team(tr, &full, w.now)),
        ("team, crowd", team::team(tr, &crowd, w.now)),
        ("doors", team::doors(tr, &empty, w.now)),
        ("doors, anew", team::doors(tr, &full, w.now)),
        ("doors, late", team::doors(tr, &full, shortly)),
        ("end shifts", team::end_shifts(tr, &w.event)),
        ("end host", team::end_host(tr, &w.event, &host(w, true))),
        ("speaker name", team::speaker_name(tr, &w.event, false)),
        ("speaker name, fault", team::speaker_name(tr, &w.event, true)),
        ("host asked", team::host_asked(tr, &w.event, &host(w, false))),
        ("host approved", team::host_told(tr, &w.event, &host(w, true), true)),
        ("host refused", team::host_told(tr, &w.event, &host(w, true), false)),
        ("host, yes", team::host_answered(tr, &w.event, true)),
        ("host, no", team::host_answered(tr, &w.event, false)),
        ("talk tomorrow", team::talk(tr, &w.event, w.event.starts_at - TimeDelta::days(1))),
        ("talk soon", team::talk(tr, &w.event, shortly)),
        ("talks", talks::talks(tr, &vec![talk; 9], w.now)),
        ("talks, none", talks::talks(tr, &[], w.now)),
    ])
}

fn links(tr: &Tr, w: &World) -> Gallery {
    let secret = || Secret::parse("AAAAAAAAAA_bbbbbbbbb-9").unwrap();
    let mut screens = Vec::new();
    for (grant, name) in grants(w).into_iter().zip(["organiser", "steward", "speaker", "host"]) {
        let event = grant.event().map(|_| Box::new(w.event.clone()));
        let invitation = invitation(w, grant);
        let issued = Issued { secret: secret(), invitation: invitation.clone(), event: event.clone() };
        let organisations = vec![(ScopeId(5), w.event.facts.organisation.clone())];
        let offer = Offer { invitation, event, organisations };
        screens.push((format!("link, {name}"), invitations::issued(tr, &issued, &w.link, w.now)));
        screens.push((format!("offer, {name}"), invitations::offer(tr, &offer, &secret(), w.now)));
        screens.push((format!("taken, {name}"), invitations::taken(tr, &Taken::Done(Box::new(offer)))));
    }
    let asked = Taken::Asked(Box::new(w.event.clone()), w.event.facts.organisation.clone());
    screens.push(("taken, asked".into(), invitations::taken(tr, &asked)));
    screens.push(("taken, dead".into(), invitations::taken(tr, &Taken::Dead)));
    screens
}

fn of_admins(tr: &Tr, w: &World) -> Gallery {
    let member = |name: Option<&Name>, scopes: usize| Member {
        person: PersonId(5),
        name: name.cloned(),
        scopes: vec![(ScopeId(5), scope(w)); scopes],
    };
    let everything = Member { scopes: vec![(ScopeId(5), Scope::default())], ..member(None, 0) };
    let six = vec![member(Some(&w.name), 9); 6];
    let organisations: Vec<_> = (1..20).map(|id| (EventId(id), w.event.facts.organisation.clone())).collect();
    let place = (Some(Level::District), Some(District::Esil));
    let open = vec![invitation(w, Grant::Organiser(scope(w))); 20];
    named([
        ("staff", staff::members(tr, (1, 3), &six, 15, 2)),
        ("staff, none", staff::members(tr, (0, 1), &[], 0, 0)),
        ("member", staff::member(tr, &six[0])),
        ("member, nameless", staff::member(tr, &everything)),
        ("member, all", staff::all_sure(tr, &six[0])),
        ("open invitations", staff::open(tr, &open)),
        ("open invitations, none", staff::open(tr, &[])),
        ("invite, level", staff::level(tr)),
        ("invite, district", staff::district(tr, Some(Level::District))),
        ("invite, organisation", staff::organisation(tr, place, &organisations, 1, false)),
        ("invite, fault", staff::organisation(tr, (None, None), &[], 0, true)),
    ])
}
