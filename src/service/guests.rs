//! Use cases on the people of an event, for those who work on it: look, search, read a phone, sign up by hand, seat out
//! of turn, take off the list, export. Seats go by the rule of `registrations`, and every change is in the audit.

use super::{Actor, Error, PAGE, Page, Result, Services};
use crate::{
    domain::{
        Added, ByHand, Consent, Deed, Event, EventId, EventStatus, Group, Groups, GuestLine, Lifted, Notice,
        Object, PersonId, Phone, Reason, RegistrationId, Removed, Role, Seats, Standing, Window, normalise,
    },
    store::{Conn, Tx, arrivals, dialogues, events, guests, outbox, people, registrations},
};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// Most people a search gives; more means that more letters are needed.
const MATCHES: usize = 8;

/// A page of an event's people.
#[derive(Clone, Debug, PartialEq)]
pub struct Guests {
    /// Of which event.
    pub event: Event,
    /// How full it is.
    pub seats: Seats,
    /// How many each group has.
    pub groups: Groups,
    /// The page of the group that was asked for.
    pub page: Page<GuestLine>,
}

/// What a search among an event's people found.
#[derive(Clone, Debug, PartialEq)]
pub struct Matches {
    /// Of which event.
    pub event: Event,
    /// The first of them.
    pub lines: Vec<GuestLine>,
    /// How many there are.
    pub total: u32,
}

/// Everything that goes into an exported list.
#[derive(Clone, Debug, PartialEq)]
pub struct Export {
    /// Of which event.
    pub event: Event,
    /// Everybody, in order of signing up.
    pub lines: Vec<GuestLine>,
    /// Phones, for whoever may have them.
    pub phones: Option<BTreeMap<RegistrationId, Phone>>,
    /// Who exported it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Services {
    /// A page of a group of an event's people. `None` when it is not the actor's to work on.
    pub async fn guests(
        &self,
        actor: &Actor,
        event: EventId,
        group: Group,
        page: u32,
    ) -> Result<Option<Guests>> {
        let mut conn = self.store.read().await?;
        let Some(event) = self.peopled(&mut conn, actor, event).await? else { return Ok(None) };
        let seats = events::seats(&mut conn, event.id).await?;
        let groups = guests::count(&mut conn, event.id).await?;
        let total = groups.of(group);
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let items = guests::list(&mut conn, event.id, group, PAGE, page * PAGE).await?;
        Ok(Some(Guests { event, seats, groups, page: Page { items, total } }))
    }

    /// People of an event whose name holds all the words typed, or whose code it is.
    pub async fn search_guests(&self, actor: &Actor, event: EventId, typed: &str) -> Result<Option<Matches>> {
        let mut conn = self.store.read().await?;
        let Some(event) = self.peopled(&mut conn, actor, event).await? else { return Ok(None) };
        let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
        let by_code = registrations::find_by_code(&mut conn, event.id, &code.to_uppercase()).await?;
        let by_code = by_code.filter(|found| found.standing != Standing::Cancelled).map(|found| found.id);
        let words = normalise(typed);
        let mut found: Vec<_> = by_code.into_iter().collect();
        for (id, name) in people::list_names(&mut conn, event.id).await? {
            let name = normalise(name.as_str());
            if !words.is_empty() && words.split(' ').all(|word| name.contains(word)) && Some(id) != by_code {
                found.push(id);
            }
        }
        let total = found.len() as u32;
        let mut lines = Vec::new();
        for id in found.into_iter().take(MATCHES) {
            lines.extend(guests::lookup(&mut conn, id).await?);
        }
        Ok(Some(Matches { event, lines, total }))
    }

    /// One of an event's people, without their phone. `None` when they are not there for the actor.
    pub async fn guest(&self, actor: &Actor, id: RegistrationId) -> Result<Option<(Event, GuestLine)>> {
        let mut conn = self.store.read().await?;
        self.runs_events(&mut conn, actor).await?;
        let Some(line) = guests::lookup(&mut conn, id).await? else { return Ok(None) };
        let event = self.peopled(&mut conn, actor, line.registration.event).await?;
        Ok(event.map(|event| (event, line)))
    }

    /// The phone of one of an event's people, if they gave one. That somebody has read it is in the audit.
    pub async fn guest_phone(
        &self,
        actor: &Actor,
        id: RegistrationId,
    ) -> Result<Option<(Event, GuestLine, Option<Phone>)>> {
        let mut tx = self.begin(actor).await?;
        let Some((event, line)) = self.guest_to_change(&mut tx, actor, id).await? else { return Ok(None) };
        let person = people::lookup(&mut tx, line.registration.person).await?;
        let phone = person.and_then(|person| person.details).and_then(|details| details.phone);
        if phone.is_some() {
            self.write_down(&mut tx, actor, Deed::PhoneRead, Object::Registration(id), [None, None]).await?;
        }
        self.commit(tx, actor).await?;
        Ok(Some((event, line, phone)))
    }

    /// Signs up somebody who has no Telegram: seats if their party fits, else the waiting list. Ends the conversation
    /// that led here.
    pub async fn add_guest(&self, actor: &Actor, wish: &ByHand) -> Result<Added> {
        let now = self.now();
        let early = self.seats_too_early(wish.event).await?;
        let mut tx = self.begin(actor).await?;
        dialogues::remove(&mut tx, actor.person).await?;
        events::lock(&mut tx, wish.event).await?;
        let event = self.peopled(&mut tx, actor, wish.event).await?.ok_or(Error::NoRight)?;
        if let shut @ (Window::Cancelled | Window::Started) = event.window(now) {
            self.commit(tx, actor).await?;
            return Ok(Added::Shut(shut));
        }
        let stand_in = self.stand_in();
        people::add_stand_in(&mut tx, stand_in, &wish.details, Consent::VERSION, now).await?;
        let party = wish.party.min(event.largest_party());
        let seats = early.unwrap_or(events::seats(&mut tx, event.id).await?);
        let standing = if seats.have_room_for(party) { Standing::Seated } else { Standing::Waiting };
        let added = self.add_registration(&mut tx, &event, stand_in, party, standing, now).await?;
        self.write_down(
            &mut tx,
            actor,
            Deed::GuestAdded,
            Object::Registration(added.id),
            [None, Some(standing.slug())],
        )
        .await?;
        let line = guests::lookup(&mut tx, added.id).await?.ok_or(Error::NoRight)?;
        self.announce(tx, actor).await?;
        Ok(if standing == Standing::Seated { Added::Seated(line) } else { Added::Waiting(line) })
    }

    /// Gives somebody who waits, or has not answered an offer, their seats now, if there are enough.
    pub async fn move_up(&self, actor: &Actor, id: RegistrationId) -> Result<Option<(Event, Lifted)>> {
        let now = self.now();
        let early = match self.guest(actor, id).await? {
            Some((event, _)) => self.seats_too_early(event.id).await?,
            None => None,
        };
        let mut tx = self.begin(actor).await?;
        let Some((event, line)) = self.guest_to_change(&mut tx, actor, id).await? else { return Ok(None) };
        let lifted = self.try_move_up(&mut tx, actor, &event, line, early, now).await?;
        self.announce(tx, actor).await?;
        Ok(Some((event, lifted)))
    }

    async fn try_move_up(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        event: &Event,
        line: GuestLine,
        early: Option<Seats>,
        now: DateTime<Utc>,
    ) -> Result<Lifted> {
        let registration = &line.registration;
        if !line.is_in_line() {
            return Ok(Lifted::Nothing);
        }
        if event.status != EventStatus::Published || now >= event.ends_at() {
            return Ok(Lifted::Shut(event.window(now)));
        }
        let seats = early.unwrap_or(events::seats(tx, event.id).await?);
        // What is offered is held already.
        if !registration.standing.holds_seats() && !seats.have_room_for(registration.party) {
            return Ok(Lifted::Full(seats.free().unwrap_or_default()));
        }
        registrations::set_standing(tx, registration.id, Standing::Seated, now).await?;
        let notice = Notice::MovedUp { registration: registration.id };
        outbox::add(tx, registration.person, &notice, now, Some(event.starts_at)).await?;
        let words = [registration.standing, Standing::Seated].map(|standing| Some(standing.slug()));
        self.write_down(tx, actor, Deed::GuestMovedUp, Object::Registration(registration.id), words).await?;
        Ok(guests::lookup(tx, registration.id).await?.map_or(Lifted::Nothing, Lifted::Done))
    }

    /// Takes somebody off the list of an event, with a word that they get to read. Their seats are handed on.
    pub async fn remove_guest(
        &self,
        actor: &Actor,
        id: RegistrationId,
        reason: &Reason,
    ) -> Result<Option<(Event, Removed)>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let Some((event, line)) = self.guest_to_change(&mut tx, actor, id).await? else { return Ok(None) };
        let removed = match line.registration.standing {
            Standing::Cancelled => Removed::Nothing,
            _ if now >= event.starts_at => Removed::Started,
            standing => {
                if let Some(arrival) = arrivals::find(&mut tx, id).await? {
                    arrivals::undo(&mut tx, arrival.id, actor.person, now).await?;
                }
                self.cancel(&mut tx, &line.registration, &event, now).await?;
                let notice = Notice::Removed { registration: id, reason: reason.clone() };
                let person = line.registration.person;
                outbox::add(&mut tx, person, &notice, now, Some(event.ends_at())).await?;
                let words = [standing, Standing::Cancelled].map(|standing| Some(standing.slug()));
                self.write_down(&mut tx, actor, Deed::GuestRemoved, Object::Registration(id), words).await?;
                Removed::Done(line)
            }
        };
        self.announce(tx, actor).await?;
        Ok(Some((event, removed)))
    }

    /// Everybody of an event, for a file. That somebody has it is in the audit.
    pub async fn export_guests(&self, actor: &Actor, event: EventId) -> Result<Option<Export>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let Some(event) = self.peopled(&mut tx, actor, event).await? else { return Ok(None) };
        let lines = guests::list(&mut tx, event.id, Group::Everybody, u32::MAX, 0).await?;
        let may_have_phones =
            self.policy.export_phones || self.role(&mut tx, actor.person).await? == Role::Admin;
        let phones = if may_have_phones { Some(guests::list_phones(&mut tx, event.id).await?) } else { None };
        let what = if may_have_phones { "with phones" } else { "without phones" };
        self.write_down(&mut tx, actor, Deed::GuestsExported, Object::Event(event.id), [None, Some(what)])
            .await?;
        self.commit(tx, actor).await?;
        Ok(Some(Export { event, lines, phones, by: actor.person, at: now }))
    }

    /// The same as [`Services::guest`], with everybody else held back who would change the event's registrations.
    async fn guest_to_change(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        id: RegistrationId,
    ) -> Result<Option<(Event, GuestLine)>> {
        // Before anything is looked up: to others, what is there must look like what is not.
        self.runs_events(tx, actor).await?;
        registrations::lock(tx, id).await?;
        let Some(line) = guests::lookup(tx, id).await? else { return Ok(None) };
        let event = self.peopled(tx, actor, line.registration.event).await?;
        Ok(event.map(|event| (event, line)))
    }

    /// The event, if the actor works on it and it can have people.
    async fn peopled(&self, conn: &mut Conn, actor: &Actor, event: EventId) -> Result<Option<Event>> {
        let event = self.worked_on(conn, actor, event).await?;
        Ok(event.filter(|event| event.status != EventStatus::Draft))
    }
}
