//! Use cases on registrations: join, leave, accept, resize, and the handing on of freed seats. Every seat that becomes
//! free is handed on in the transaction that frees it.

use super::{
    Actor, Result, Services,
    events::{PAGE, Page, mine, visible, visible_with_seats},
};
use crate::{
    domain::{
        Accepted, Confirmed, Event, EventId, EventStatus, HandOut, Joined, Left, MyEvent, Notice, Party,
        PersonId, Registration, RegistrationId, Resized, Seats, SignUp, Standing, Window, hand_out,
        next_in_line,
    },
    store::{Tx, dialogues, events, outbox, people, registrations},
};
use chrono::{DateTime, TimeDelta, Utc};

/// Characters of a short code: 31⁶ ≈ 900 million, far beyond one event's registrations, and quick to type.
const CODE_LENGTH: usize = 6;
/// How far down the waiting list freed seats look for a party that fits.
const QUEUE_DEPTH: u32 = 200;

impl Services {
    /// Signs the actor up: seats if their party fits, else the waiting list. Ends the conversation that led here.
    pub async fn join(&self, actor: &Actor, wish: &SignUp) -> Result<Joined> {
        let now = self.now();
        let early = self.seats_too_early(wish.event).await?;
        let mut tx = self.begin(actor).await?;
        dialogues::remove(&mut tx, actor.person).await?;
        let joined = self.try_join(&mut tx, actor, wish, early, now).await?;
        self.announce(tx, actor).await?;
        Ok(joined)
    }

    /// The seats before anything is locked, for the negative controls of tests; `None` unless careless.
    pub(super) async fn seats_too_early(&self, event: EventId) -> Result<Option<Seats>> {
        if !self.policy.careless {
            return Ok(None);
        }
        let seats = events::seats(&mut *self.store.read().await?, event).await?;
        self.linger().await;
        Ok(Some(seats))
    }

    async fn try_join(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        wish: &SignUp,
        early: Option<Seats>,
        now: DateTime<Utc>,
    ) -> Result<Joined> {
        events::lock(tx, wish.event).await?;
        let Some((event, seats)) = visible_with_seats(tx, wish.event).await? else {
            return Ok(Joined::Absent);
        };
        if let Some(standing) = registrations::find(tx, event.id, actor.person).await? {
            return Ok(Joined::Already(mine(tx, standing).await?));
        }
        match event.window(now) {
            Window::Open if event.status == EventStatus::Published => {}
            shut => return Ok(Joined::Shut(shut)),
        }
        people::set_details(tx, actor.person, &wish.details, wish.consent, now).await?;
        let party = wish.party.min(event.largest_party());
        let fits = early.unwrap_or(seats).have_room_for(party);
        let standing = if fits { Standing::Seated } else { Standing::Waiting };
        let registration = self.add_registration(tx, &event, actor.person, party, standing, now).await?;
        if fits {
            let ticket = Notice::Ticket { registration: registration.id };
            outbox::add(tx, actor.person, &ticket, now, Some(event.ends_at())).await?;
            return Ok(Joined::Seated(registration));
        }
        let place = registrations::place(tx, event.id, registration.id).await?;
        Ok(Joined::Waiting(registration, place))
    }

    pub(super) async fn add_registration(
        &self,
        tx: &mut Tx,
        event: &Event,
        person: PersonId,
        party: Party,
        standing: Standing,
        now: DateTime<Utc>,
    ) -> Result<Registration> {
        loop {
            let code = self.chance.code(CODE_LENGTH);
            if let Some(id) = registrations::add(tx, event.id, person, party, standing, &code, now).await? {
                let event = event.id;
                return Ok(Registration { id, event, person, party, standing, code, confirmed_at: None });
            }
        }
    }

    /// Gives the registration up: leaving, declining an offer, or "I can't come".
    pub async fn leave(&self, actor: &Actor, id: RegistrationId) -> Result<Left> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let left = match own_to_change(&mut tx, actor, id).await? {
            None => Left::Nothing,
            Some((_, event)) if now >= event.starts_at => Left::Started,
            Some((registration, event)) => {
                self.cancel(&mut tx, &registration, &event, now).await?;
                Left::Done(Box::new(event))
            }
        };
        self.announce(tx, actor).await?;
        Ok(left)
    }

    /// Takes the offered seats.
    pub async fn accept(&self, actor: &Actor, id: RegistrationId) -> Result<Accepted> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let accepted = match own_to_change(&mut tx, actor, id).await? {
            None => match registrations::lookup(&mut tx, id).await? {
                Some(lost) if lost.person == actor.person => Accepted::Lapsed,
                _ => Accepted::Absent,
            },
            Some((registration, event)) => match (registration.standing, event.window(now)) {
                (_, shut @ (Window::Cancelled | Window::Started)) => Accepted::Shut(shut),
                (Standing::Seated, _) => Accepted::Already(registration),
                (Standing::Offered { until }, _) if now < until => {
                    registrations::set_standing(&mut tx, id, Standing::Seated, now).await?;
                    let ticket = Notice::Ticket { registration: id };
                    outbox::add(&mut tx, actor.person, &ticket, now, Some(event.ends_at())).await?;
                    Accepted::Seated(Registration { standing: Standing::Seated, ..registration })
                }
                (Standing::Offered { .. }, _) => {
                    self.cancel(&mut tx, &registration, &event, now).await?;
                    Accepted::Lapsed
                }
                (Standing::Waiting | Standing::Cancelled, _) => Accepted::Lapsed,
            },
        };
        self.announce(tx, actor).await?;
        Ok(accepted)
    }

    /// "I'm coming."
    pub async fn confirm(&self, actor: &Actor, id: RegistrationId) -> Result<Confirmed> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let confirmed = match own_to_change(&mut tx, actor, id).await? {
            Some((registration, event)) if registration.standing == Standing::Seated => {
                if let shut @ (Window::Cancelled | Window::Started) = event.window(now) {
                    Confirmed::Shut(shut)
                } else {
                    registrations::set_confirmed(&mut tx, id, now).await?;
                    Confirmed::Done
                }
            }
            _ => Confirmed::NotSeated,
        };
        self.announce(tx, actor).await?;
        Ok(confirmed)
    }

    /// Changes the number of people. More seats are taken only if they are free; seats given up are handed on.
    pub async fn resize(&self, actor: &Actor, id: RegistrationId, party: Party) -> Result<Resized> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let resized = match own_to_change(&mut tx, actor, id).await? {
            None => Resized::Absent,
            Some((registration, event)) => self.try_resize(&mut tx, registration, &event, party, now).await?,
        };
        self.announce(tx, actor).await?;
        Ok(resized)
    }

    async fn try_resize(
        &self,
        tx: &mut Tx,
        registration: Registration,
        event: &Event,
        party: Party,
        now: DateTime<Utc>,
    ) -> Result<Resized> {
        let largest = event.largest_party();
        let largest = match (registration.standing, events::seats(tx, event.id).await?.free()) {
            (Standing::Seated, Some(free)) => largest
                .min(Party::new((free + registration.party.size()).min(Party::MAX)).unwrap_or(Party::ALONE)),
            _ => largest,
        };
        match (event.window(now), registration.standing) {
            (Window::Open, Standing::Seated | Standing::Waiting) => {}
            // Fewer people may be said as long as the event has not begun.
            (Window::Closed, Standing::Seated) if party < registration.party => {}
            // An open window here means that an offer must be answered first.
            (shut, _) => return Ok(Resized::Shut(shut)),
        }
        if party > largest {
            return Ok(Resized::TooMany(largest));
        }
        registrations::set_party(tx, registration.id, party).await?;
        self.hand_on(tx, event, now).await?;
        // A smaller party on the waiting list may fit at once: then the answer tells of the offer.
        let resized = registrations::lookup(tx, registration.id).await?;
        Ok(resized.map_or(Resized::Absent, Resized::Done))
    }

    /// The person's own standing registration with its event.
    pub async fn my_registration(&self, actor: &Actor, id: RegistrationId) -> Result<Option<MyEvent>> {
        let mut conn = self.store.read().await?;
        let Some((registration, event)) = own(&mut conn, actor, id).await? else { return Ok(None) };
        Ok(Some(MyEvent { event, mine: mine(&mut conn, registration).await? }))
    }

    /// A page of the person's events, coming or past.
    pub async fn my_events(&self, actor: &Actor, past: bool, page: u32) -> Result<Page<MyEvent>> {
        let mut conn = self.store.read().await?;
        // An event of today stays among the coming ones until it is over: that is when its ticket is needed.
        let from = self.now() - TimeDelta::hours(3);
        let total = registrations::count_by_person(&mut conn, actor.person, from, past).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let rows =
            registrations::list_by_person(&mut conn, actor.person, from, past, PAGE, page * PAGE).await?;
        let mut items = Vec::with_capacity(rows.len());
        for registration in rows {
            if let Some(event) = visible(&mut conn, registration.event).await? {
                items.push(MyEvent { event, mine: mine(&mut conn, registration).await? });
            }
        }
        Ok(Page { items, total })
    }

    /// Another standing registration of the person that shares time with the event.
    pub async fn overlap(&self, actor: &Actor, event: &Event) -> Result<Option<Event>> {
        let mut conn = self.store.read().await?;
        let from = event.starts_at - TimeDelta::days(1);
        for other in registrations::list_by_person(&mut conn, actor.person, from, false, 50, 0).await? {
            if other.event != event.id
                && let Some(other) = visible(&mut conn, other.event).await?
                && other.status == EventStatus::Published
                && other.overlaps(event)
            {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }

    /// Sends the ticket once more. `false` when there is no seat to show one for.
    pub async fn resend_ticket(&self, actor: &Actor, id: RegistrationId) -> Result<bool> {
        let mut tx = self.begin(actor).await?;
        let seated =
            own_to_change(&mut tx, actor, id).await?.is_some_and(|(r, _)| r.standing == Standing::Seated);
        if seated {
            outbox::renew(&mut tx, actor.person, &Notice::Ticket { registration: id }, self.now()).await?;
        }
        self.announce(tx, actor).await?;
        Ok(seated)
    }

    /// Takes back offers that have ended and hands their seats on. Returns how many.
    pub async fn lapse_offers(&self) -> Result<usize> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let lapsed = registrations::list_lapsed(&mut tx, now, QUEUE_DEPTH).await?;
        for registration in &lapsed {
            registrations::lock(&mut tx, registration.id).await?;
            // Answered in the instant before the lock?
            let standing = registrations::lookup(&mut tx, registration.id).await?.map(|r| r.standing);
            if standing == Some(registration.standing)
                && let Some(event) = events::lookup(&mut tx, registration.event).await?
            {
                self.cancel(&mut tx, registration, &event, now).await?;
                let notice = Notice::OfferLapsed { registration: registration.id };
                outbox::add(&mut tx, registration.person, &notice, now, Some(event.starts_at)).await?;
            }
        }
        self.announce(tx, &Actor::unprompted(PersonId(0))).await?;
        Ok(lapsed.len())
    }

    /// Cancels a registration and hands its seats on.
    pub(super) async fn cancel(
        &self,
        tx: &mut Tx,
        registration: &Registration,
        event: &Event,
        now: DateTime<Utc>,
    ) -> Result<()> {
        registrations::set_standing(tx, registration.id, Standing::Cancelled, now).await?;
        // A party that left the queue may have stood before one that fits what is free.
        self.hand_on(tx, event, now).await
    }

    /// Gives free seats to the waiting list: the first whose party fits is offered them, or moved up near the start.
    pub(super) async fn hand_on(&self, tx: &mut Tx, event: &Event, now: DateTime<Utc>) -> Result<()> {
        if event.status != EventStatus::Published {
            return Ok(());
        }
        let seats = events::seats(tx, event.id).await?;
        if seats.waiting == 0 {
            return Ok(());
        }
        let queue = registrations::list_waiting(tx, event.id, QUEUE_DEPTH).await?;
        let parties: Vec<_> = queue.iter().map(|(id, _, party)| (*id, *party)).collect();
        for id in next_in_line(seats.free().unwrap_or(u32::MAX), &parties) {
            let Some((_, person, _)) = queue.iter().find(|(waiting, ..)| *waiting == id) else { continue };
            let (standing, notice, void_after) =
                match hand_out(now, event.starts_at, self.policy.offer_window) {
                    HandOut::Nothing => return Ok(()),
                    // Whoever nothing can be sent to could not answer.
                    HandOut::Offer { until } if !person.is_stand_in() => {
                        (Standing::Offered { until }, Notice::SeatOffered { registration: id, until }, until)
                    }
                    HandOut::MoveUp | HandOut::Offer { .. } => {
                        (Standing::Seated, Notice::MovedUp { registration: id }, event.starts_at)
                    }
                };
            registrations::set_standing(tx, id, standing, now).await?;
            outbox::add(tx, *person, &notice, now, Some(void_after)).await?;
        }
        Ok(())
    }
}

/// The same as [`own`], with everybody else held back who would change it.
async fn own_to_change(
    tx: &mut Tx,
    actor: &Actor,
    id: RegistrationId,
) -> Result<Option<(Registration, Event)>> {
    registrations::lock(tx, id).await?;
    own(tx, actor, id).await
}

/// The actor's own standing registration with its event. A foreign one looks exactly like one that is not there.
async fn own(
    conn: &mut crate::store::Conn,
    actor: &Actor,
    id: RegistrationId,
) -> Result<Option<(Registration, Event)>> {
    let Some(registration) = registrations::lookup(conn, id).await? else { return Ok(None) };
    if registration.person != actor.person || registration.standing == Standing::Cancelled {
        return Ok(None);
    }
    let event = events::lookup(conn, registration.event).await?;
    Ok(event.map(|event| (registration, event)))
}
