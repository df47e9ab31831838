//! Use cases of the door: scan, type a code, find a name, correct, take back. Only for those who work at that door.

use super::{
    Actor, Error, Result, Services,
    events::{PAGE, Page},
};
use crate::{
    domain::{
        Admission, Arrival, ArrivalId, DoorCounts, DoorKeys, Event, EventId, EventLine, EventStatus, Found,
        Guest, Party, Registration, RegistrationId, Role, Standing, normalise,
    },
    store::{Conn, Tx, arrivals, events, people, registrations, walk_ins},
};
use chrono::{DateTime, TimeDelta, Utc};

/// Arrivals shown at the door.
const LAST: u32 = 5;
/// Guests shown for a name; more means that more letters are needed.
const MATCHES: usize = 8;
/// How long an event stays on the desk after its start.
const ON_DESK: TimeDelta = TimeDelta::hours(12);

/// A door as its stewards see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    /// Of which event.
    pub event: Event,
    /// Its numbers.
    pub counts: DoorCounts,
    /// The last arrivals, latest first.
    pub last: Vec<Arrival>,
    /// What the actor can do there beyond checking in.
    pub keys: DoorKeys,
}

impl Door {
    /// What it shows in short: see [`DoorCounts::mark`].
    pub fn mark(&self) -> String {
        self.counts.mark(self.last.first().map(|last| last.id))
    }
}

impl Services {
    /// A page of the events the actor may work at, soonest first, with the numbers of their doors.
    pub async fn desk(&self, actor: &Actor, page: u32) -> Result<Page<(EventLine, DoorCounts)>> {
        let mut conn = self.store.read().await?;
        let worker = match self.role(&mut conn, actor.person).await? {
            Role::Admin => None,
            role if role.has_desk() => Some((actor.person, self.now())),
            _ => return Err(Error::NoRight),
        };
        let wanted = events::Wanted { from: self.now() - ON_DESK, worker, ..events::Wanted::all() };
        let total = events::count(&mut conn, &wanted).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let mut items = Vec::new();
        for line in events::list(&mut conn, &wanted, PAGE, page * PAGE).await? {
            let counts = arrivals::count(&mut conn, line.id).await?;
            items.push((line, counts));
        }
        Ok(Page { items, total })
    }

    /// The door of an event.
    pub async fn door(&self, actor: &Actor, event: EventId) -> Result<Option<Door>> {
        let mut conn = self.store.read().await?;
        let Some(event) = self.at_door(&mut conn, actor, event).await? else { return Ok(None) };
        let counts = arrivals::count(&mut conn, event.id).await?;
        let last = arrivals::list_last(&mut conn, event.id, LAST).await?;
        let keys = DoorKeys {
            walk_in: walk_ins::find_last(&mut conn, event.id, actor.person).await?,
            code: self.role(&mut conn, actor.person).await?.works_on(&event),
        };
        Ok(Some(Door { event, counts, last, keys }))
    }

    /// A ticket was scanned by the actor, who stands at the door `at` if they have opened one.
    pub async fn scan(&self, actor: &Actor, secret: &str, at: Option<EventId>) -> Result<Admission> {
        let mut tx = self.begin(actor).await?;
        let found = match self.tickets.open(secret) {
            Some(id) => self.guest_of(&mut tx, actor, id).await?,
            None => self.has_desk(&mut tx, actor).await.map(|()| None)?,
        };
        let admission = match found {
            None => Admission::Unknown,
            Some(r) if at.is_some_and(|at| at != r.event) => Admission::OtherEvent(r.event),
            Some(r) => {
                let party = r.party;
                self.admit(&mut tx, actor, r, party, Found::Ticket).await?
            }
        };
        self.commit(tx, actor).await?;
        Ok(admission)
    }

    /// A short code was typed at the door of an event.
    pub async fn admit_code(&self, actor: &Actor, event: EventId, code: &str) -> Result<Admission> {
        let code: String =
            code.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
        let mut tx = self.begin(actor).await?;
        if self.at_door(&mut tx, actor, event).await?.is_none() {
            return Err(Error::NoRight);
        }
        events::lock(&mut tx, event).await?;
        let admission = match registrations::find_by_code(&mut tx, event, &code).await? {
            None => Admission::Unknown,
            Some(r) => {
                let party = r.party;
                self.admit(&mut tx, actor, r, party, Found::Code).await?
            }
        };
        self.commit(tx, actor).await?;
        Ok(admission)
    }

    /// Guests of an event whose name has words that begin with the words typed.
    pub async fn find_guests(&self, actor: &Actor, event: EventId, typed: &str) -> Result<Vec<Guest>> {
        let typed = normalise(typed);
        let mut conn = self.store.read().await?;
        if self.at_door(&mut conn, actor, event).await?.is_none() {
            return Err(Error::NoRight);
        }
        let mut guests = Vec::new();
        for (id, name) in people::list_names(&mut conn, event).await? {
            let words = normalise(name.as_str());
            if !typed.is_empty() && typed.split(' ').all(|t| words.split(' ').any(|word| word.starts_with(t)))
            {
                guests.extend(guest(&mut conn, id).await?);
            }
            if guests.len() == MATCHES {
                break;
            }
        }
        Ok(guests)
    }

    /// Records that this many of a party are here: a first arrival, or a correction of the one recorded.
    pub async fn check_in(&self, actor: &Actor, id: RegistrationId, came: Party) -> Result<Admission> {
        let mut tx = self.begin(actor).await?;
        let Some(registration) = self.guest_of(&mut tx, actor, id).await? else {
            return Ok(Admission::Unknown);
        };
        let came = came.min(registration.party);
        let admission = match arrivals::find(&mut tx, id).await? {
            Some(arrival) if arrival.came == came => Admission::Already(arrival),
            Some(arrival) => {
                arrivals::set_party(&mut tx, arrival.id, came).await?;
                Admission::Arrived(Arrival { came, ..arrival })
            }
            None => self.admit(&mut tx, actor, registration, came, Found::Name).await?,
        };
        self.commit(tx, actor).await?;
        Ok(admission)
    }

    /// Takes an arrival back. `None` when it was taken back before.
    pub async fn undo(&self, actor: &Actor, id: ArrivalId) -> Result<Option<Arrival>> {
        let mut tx = self.begin(actor).await?;
        self.has_desk(&mut tx, actor).await?;
        let arrival = match arrivals::lookup(&mut tx, id).await? {
            Some(arrival) => {
                self.at_door(&mut tx, actor, arrival.guest.event).await?.is_some().then_some(arrival)
            }
            None => None,
        };
        if arrival.is_some() {
            arrivals::undo(&mut tx, id, actor.person, self.now()).await?;
        }
        self.commit(tx, actor).await?;
        Ok(arrival)
    }

    /// Records the arrival of a party that has seats, and says so; else why it has none.
    pub(super) async fn admit(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        r: Registration,
        came: Party,
        how: Found,
    ) -> Result<Admission> {
        let now: DateTime<Utc> = self.now();
        let Some(event) = events::lookup(tx, r.event).await? else { return Ok(Admission::Unknown) };
        let Some(guest) = guest(tx, r.id).await? else { return Ok(Admission::Unknown) };
        if event.status == EventStatus::Cancelled {
            return Ok(Admission::EventCancelled);
        }
        match r.standing {
            Standing::Cancelled => return Ok(Admission::Cancelled(guest)),
            Standing::Waiting | Standing::Offered { .. } => return Ok(Admission::NotConfirmed(guest)),
            Standing::Seated => {}
        }
        if let Some(id) = arrivals::add(tx, &guest, came, actor.person, how, now).await? {
            // Somebody who waited may have come in by the code of the door before they got their seats.
            walk_ins::supersede(tx, r.event, &self.tickets.fingerprint_at(r.event, r.person), now).await?;
            return Ok(Admission::Arrived(Arrival { id, guest, came, at: now, by: actor.person }));
        }
        Ok(arrivals::find(tx, r.id).await?.map_or(Admission::Unknown, Admission::Already))
    }

    /// The registration, if the actor works on its event; nobody else changes it until the transaction ends. Before
    /// anything is looked up the right to a desk is asked: to others, what is there must look like what is not.
    async fn guest_of(&self, tx: &mut Tx, actor: &Actor, id: RegistrationId) -> Result<Option<Registration>> {
        self.has_desk(tx, actor).await?;
        registrations::lock(tx, id).await?;
        let Some(registration) = registrations::lookup(tx, id).await? else { return Ok(None) };
        let event = self.at_door(tx, actor, registration.event).await?;
        Ok(event.map(|_| registration))
    }

    /// Refuses whoever has no desk.
    pub(super) async fn has_desk(&self, conn: &mut Conn, actor: &Actor) -> Result<()> {
        if self.role(conn, actor.person).await?.has_desk() { Ok(()) } else { Err(Error::NoRight) }
    }
}

async fn guest(conn: &mut Conn, id: RegistrationId) -> Result<Option<Guest>> {
    let Some(registration) = registrations::lookup(conn, id).await? else { return Ok(None) };
    let name =
        people::lookup(conn, registration.person).await?.and_then(|person| person.details).map(|d| d.name);
    Ok(Some(Guest { registration: id, event: registration.event, name, party: registration.party }))
}
