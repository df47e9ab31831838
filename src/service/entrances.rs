//! Use cases of whoever comes in by the code of a door, and of those who show it. What a code is made of is in `door_code`.

use super::{Actor, Error, Result, Services, door_code, events::visible};
use crate::{
    domain::{
        Admission, Consent, Deed, Entering, Entrance, Entry, Event, EventId, EventStatus, Found, Object,
        Person, PersonId, Standing,
    },
    store::{Conn, Tx, arrivals, audit, boards, events, people, registrations, walk_ins},
};
use chrono::{DateTime, Utc};

/// The codes of a door as those see them who show them.
#[derive(Clone, Debug, PartialEq)]
pub struct DoorCode {
    /// Of which event.
    pub event: Event,
    /// The code of this minute.
    pub code: String,
    /// When it stops being good.
    pub until: DateTime<Utc>,
    /// The code on paper, if it is good.
    pub paper: Option<String>,
}

impl Services {
    /// The codes of a door. For those who run the event; a steward checks people in and shows none.
    pub async fn door_code(&self, actor: &Actor, event: EventId) -> Result<Option<DoorCode>> {
        let mut conn = self.store.read().await?;
        match self.worked_on(&mut conn, actor, event).await?.filter(has_door) {
            Some(event) => Ok(Some(self.code_of(&mut conn, event).await?)),
            None => Ok(None),
        }
    }

    /// Makes the code on paper good, or no longer good. For those who run the event.
    pub async fn set_printed(&self, actor: &Actor, event: EventId, good: bool) -> Result<Option<DoorCode>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let code = match self.worked_on(&mut tx, actor, event).await?.filter(has_door) {
            Some(event) => {
                boards::set_printed(&mut tx, event.id, good, now).await?;
                let word = if good { "on" } else { "off" };
                let entry = Entry::new(actor.person, Deed::PaperCodeSet, Object::Event(event.id))
                    .change(None, Some(word.into()));
                audit::add(&mut tx, &entry, now).await?;
                Some(self.code_of(&mut tx, event).await?)
            }
            None => None,
        };
        self.commit(tx, actor).await?;
        Ok(code)
    }

    async fn code_of(&self, conn: &mut Conn, event: Event) -> Result<DoorCode> {
        let now = self.now();
        let is_printed = boards::is_printed(conn, event.id).await?;
        Ok(DoorCode {
            code: self.tickets.door(event.id, now),
            until: door_code::good_until(now),
            paper: is_printed.then(|| self.tickets.paper(event.id)),
            event,
        })
    }

    /// What the code of a door says to the actor, and what their buttons are to carry.
    pub async fn look_in(&self, actor: &Actor, code: &str) -> Result<(Entrance, String)> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let event = match self.tickets.open_door(code, now) {
            Some(event) => Some(event),
            None => match self.tickets.open_paper(code) {
                Some(event) if boards::is_printed(&mut conn, event).await? => Some(event),
                _ => None,
            },
        };
        let Some(event) = event else { return Ok((Entrance::Stale, String::new())) };
        let entrance = self.entrance(&mut conn, actor.person, event).await?;
        Ok((entrance, self.tickets.pass(event, actor.person, now)))
    }

    /// Lets the actor in who has scanned the code of a door. What is not possible any more shows how it stands instead.
    pub async fn come_in(&self, actor: &Actor, pass: &str, how: Entering) -> Result<Entrance> {
        let now = self.now();
        let Some(event) = self.tickets.open_pass(pass, actor.person, now) else {
            return Ok(Entrance::Stale);
        };
        let early = if self.policy.careless {
            let early = self.entrance(&mut *self.store.read().await?, actor.person, event).await?;
            self.linger().await;
            Some(early)
        } else {
            None
        };
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let entrance = match early {
            Some(early) => early,
            None => self.entrance(&mut tx, actor.person, event).await?,
        };
        let entrance = match (entrance, how) {
            (Entrance::Seated(event, _), Entering::Seated) => {
                self.enter_seated(&mut tx, actor, event).await?
            }
            (Entrance::Open { event, is_known: true, .. }, Entering::Named) => {
                self.walk_in(&mut tx, actor.person, event, true).await?
            }
            (Entrance::Open { event, .. }, Entering::Nameless) => {
                self.walk_in(&mut tx, actor.person, event, false).await?
            }
            (entrance, _) => entrance,
        };
        self.commit(tx, actor).await?;
        Ok(entrance)
    }

    async fn enter_seated(&self, tx: &mut Tx, actor: &Actor, event: Box<Event>) -> Result<Entrance> {
        let held = registrations::find(tx, event.id, actor.person).await?.ok_or(Error::NoRight)?;
        let party = held.party;
        Ok(match self.admit(tx, actor, held, party, Found::Own).await? {
            Admission::Arrived(arrival) => {
                Entrance::In { event, at: arrival.at, came: Some(arrival.came), is_new: true }
            }
            Admission::Already(arrival) => {
                Entrance::In { event, at: arrival.at, came: Some(arrival.came), is_new: false }
            }
            _ => Entrance::Stale,
        })
    }

    async fn walk_in(&self, tx: &mut Tx, who: PersonId, event: Box<Event>, named: bool) -> Result<Entrance> {
        let now = self.now();
        let fingerprint = self.tickets.fingerprint_at(event.id, who);
        let is_new = walk_ins::add_own(tx, event.id, named.then_some(who), &fingerprint, now).await?;
        let at = if is_new { None } else { walk_ins::find_own(tx, event.id, &fingerprint).await? };
        Ok(Entrance::In { event, at: at.unwrap_or(now), came: None, is_new })
    }

    /// How a person stands to a door. They may have come in by a ticket as well as by its code.
    async fn entrance(&self, conn: &mut Conn, person: PersonId, event: EventId) -> Result<Entrance> {
        let Some(event) = visible(conn, event).await?.map(Box::new) else { return Ok(Entrance::Stale) };
        if let Some(shut) = event.door_shut(self.now()) {
            return Ok(Entrance::Shut(event, shut));
        }
        let line = registrations::find(conn, event.id, person).await?;
        if let Some(held) = line.as_ref().filter(|held| held.standing == Standing::Seated) {
            return Ok(match arrivals::find(conn, held.id).await? {
                Some(arrival) => {
                    Entrance::In { event, at: arrival.at, came: Some(arrival.came), is_new: false }
                }
                None => Entrance::Seated(event, held.party),
            });
        }
        let fingerprint = self.tickets.fingerprint_at(event.id, person);
        if let Some(at) = walk_ins::find_own(conn, event.id, &fingerprint).await? {
            return Ok(Entrance::In { event, at, came: None, is_new: false });
        }
        let is_known = people::lookup(conn, person).await?.is_some_and(|person| is_known(&person));
        Ok(Entrance::Open { event, line, is_known })
    }
}

/// A draft has no door.
fn has_door(event: &Event) -> bool {
    event.status != EventStatus::Draft
}

/// Whether we may note their name: they have given it, under the consent that is in force.
fn is_known(person: &Person) -> bool {
    person.details.is_some() && person.consent.as_ref().is_some_and(|given| given.version == Consent::VERSION)
}
