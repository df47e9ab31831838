//! Use cases of those who make events: write, change, publish, copy, put away. Who hears of a change is in `programme`.

use super::{Actor, Error, PAGE, Page, Result, Services};
use crate::{
    domain::{
        Clash, Copy, Deed, Entry, Event, EventFacts, EventId, EventLine, EventStatus, Field, Language,
        Object, Published, Role, Saved, Shelf, Sketch, Times, clashes, local,
    },
    store::{Conn, Tx, audit, desk, events},
};
use chrono::{TimeDelta, Utc};

/// Events that begin so long before another one may still take up its place.
const LONGEST: TimeDelta = TimeDelta::days(1);

impl Services {
    /// What a new event of the actor's begins with: whatever all their events have in common.
    pub async fn blank_sketch(&self, actor: &Actor) -> Result<Sketch> {
        let mut conn = self.store.read().await?;
        self.runs_events(&mut conn, actor).await?;
        let role = self.role(&mut conn, actor.person).await?;
        let scope = role.work().and_then(|work| work.scopes.first().cloned()).unwrap_or_default();
        let level = scope.level.or(scope.district.map(|_| crate::domain::Level::District));
        Ok(Sketch { level, district: scope.district, organisation: scope.organisation, ..Sketch::default() })
    }

    /// An event as it stands, to be changed or copied.
    pub async fn edited(&self, actor: &Actor, event: EventId) -> Result<Option<Event>> {
        let mut conn = self.store.read().await?;
        self.worked_on(&mut conn, actor, event).await
    }

    /// Keeps what was written: as a new draft, or as the event that it changes. People hear of a published one's new
    /// time or place. With `publish`, everybody is let see a draft in the same breath.
    pub async fn save_sketch(
        &self,
        actor: &Actor,
        event: Option<EventId>,
        sketch: &Sketch,
        publish: bool,
    ) -> Result<Saved> {
        let mut tx = self.begin(actor).await?;
        let mut saved = match event {
            None => self.add_event(&mut tx, actor, sketch).await?,
            Some(id) => {
                events::lock(&mut tx, id).await?;
                let Some(event) = self.worked_on(&mut tx, actor, id).await? else {
                    return Err(Error::NoRight);
                };
                self.change_event(&mut tx, actor, event, sketch).await?
            }
        };
        if let (Saved::Done(event), true) = (&saved, publish) {
            saved = self.publish_one(&mut tx, actor, (**event).clone()).await?.into();
        }
        if matches!(saved, Saved::Done(_)) {
            self.announce(tx, actor).await?;
        } else {
            // What was written is kept in the conversation.
            tx.rollback().await;
        }
        Ok(saved)
    }

    async fn add_event(&self, tx: &mut Tx, actor: &Actor, sketch: &Sketch) -> Result<Saved> {
        let code = self.event_code();
        let Some(facts) = sketch.facts(&format!("chat-{code}")) else { return Ok(missing(sketch)) };
        if !self.may_hold(tx, actor, &facts, None).await? {
            return Ok(Saved::Elsewhere);
        }
        let starts_at = local(facts.local_start, self.zone());
        let id = events::add(tx, &code, &facts, starts_at).await?;
        desk::set_extras(tx, id, &sketch.speakers, sketch.photo.as_deref()).await?;
        self.note(tx, actor, Deed::EventAdded, id, (None, Some(told(&facts)))).await?;
        let event = events::lookup(tx, id).await?.ok_or(Error::NoRight)?;
        Ok(Saved::Done(Box::new(event)))
    }

    async fn change_event(&self, tx: &mut Tx, actor: &Actor, event: Event, sketch: &Sketch) -> Result<Saved> {
        let now = self.now();
        let Some(facts) = sketch.facts(&event.facts.external_id) else { return Ok(missing(sketch)) };
        if !self.may_hold(tx, actor, &facts, Some(&event)).await? {
            return Ok(Saved::Elsewhere);
        }
        let starts_at = local(facts.local_start, self.zone());
        match event.status {
            EventStatus::Cancelled | EventStatus::Finished => return Ok(Saved::Over),
            EventStatus::Published if now >= event.starts_at => return Ok(Saved::Over),
            EventStatus::Published if starts_at <= now => return Ok(Saved::Past),
            EventStatus::Published | EventStatus::Draft => {}
        }
        if let Err(fault) = self.change(tx, &event, &facts, starts_at, now).await? {
            let super::ImportFault::CapacityBelowSeated { taken, .. } = fault;
            return Ok(Saved::CapacityBelow(taken));
        }
        desk::set_extras(tx, event.id, &sketch.speakers, sketch.photo.as_deref()).await?;
        if facts != event.facts {
            let change = (Some(told(&event.facts)), Some(told(&facts)));
            self.note(tx, actor, Deed::EventChanged, event.id, change).await?;
        }
        let changed = events::lookup(tx, event.id).await?.ok_or(Error::NoRight)?;
        Ok(Saved::Done(Box::new(changed)))
    }

    /// Lets everybody see a draft.
    pub async fn publish(&self, actor: &Actor, event: EventId) -> Result<Published> {
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let Some(event) = self.worked_on(&mut tx, actor, event).await? else { return Err(Error::NoRight) };
        let published = self.publish_one(&mut tx, actor, event).await?;
        self.announce(tx, actor).await?;
        Ok(published)
    }

    async fn publish_one(&self, tx: &mut Tx, actor: &Actor, mut event: Event) -> Result<Published> {
        let now = self.now();
        if event.status != EventStatus::Draft {
            return Ok(Published::Already(Box::new(event)));
        }
        if event.starts_at <= now {
            return Ok(Published::Past(Box::new(event)));
        }
        events::set_status(tx, event.id, EventStatus::Published).await?;
        event.status = EventStatus::Published;
        let times = Times::new(event.starts_at, event.facts.duration_min, event.facts.closes_at);
        self.plan(tx, event.id, &times).await?;
        self.note(tx, actor, Deed::EventPublished, event.id, (None, None)).await?;
        Ok(Published::Done(Box::new(event)))
    }

    /// Puts an event away, or takes it back. One that people can still sign up for stays where it is: `None`.
    pub async fn set_archived(&self, actor: &Actor, event: EventId, away: bool) -> Result<Option<Event>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let Some(event) = self.worked_on(&mut tx, actor, event).await? else { return Err(Error::NoRight) };
        let is_alive = event.status == EventStatus::Published && now < event.ends_at();
        if away && is_alive {
            self.commit(tx, actor).await?;
            return Ok(None);
        }
        desk::set_archived(&mut tx, event.id, away.then_some(now)).await?;
        self.note(&mut tx, actor, Deed::EventArchived, event.id, (None, Some(away.to_string()))).await?;
        self.commit(tx, actor).await?;
        Ok(Some(event))
    }

    /// A page of the actor's events on a shelf.
    pub async fn shelf(
        &self,
        actor: &Actor,
        which: Shelf,
        page: u32,
    ) -> Result<Page<(EventLine, EventStatus)>> {
        let mut conn = self.store.read().await?;
        self.runs_events(&mut conn, actor).await?;
        let worker = (self.role(&mut conn, actor.person).await? != Role::Admin).then_some(actor.person);
        let now = self.now();
        let total = desk::count(&mut conn, worker, which, now).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let items = desk::list(&mut conn, worker, which, now, PAGE, page * PAGE).await?;
        Ok(Page { items, total })
    }

    /// What copies of an event would clash with; of the event itself, where there are none. `None` when it is not the
    /// actor's.
    pub async fn clashes(
        &self,
        actor: &Actor,
        event: EventId,
        copies: &[Copy],
    ) -> Result<Option<Vec<Clash>>> {
        let mut conn = self.store.read().await?;
        let Some(event) = self.worked_on(&mut conn, actor, event).await? else { return Ok(None) };
        let (sketches, but) = if copies.is_empty() {
            (vec![(0, Sketch::of(&event))], Some(event.id))
        } else {
            (copies.iter().map(|copy| (copy.line, copy.sketch(&event))).collect(), None)
        };
        let starts = || sketches.iter().filter_map(|(_, sketch)| sketch.start);
        let (Some(first), Some(last)) = (starts().min(), starts().max()) else { return Ok(Some(Vec::new())) };
        let booked = desk::list_booked(&mut conn, first - LONGEST, last + LONGEST, but).await?;
        Ok(Some(clashes(&sketches, &booked)))
    }

    /// Makes copies of an event, as drafts or published: all or none.
    pub async fn copy_event(
        &self,
        actor: &Actor,
        event: EventId,
        copies: &[Copy],
        publish: bool,
    ) -> Result<Vec<Saved>> {
        let mut tx = self.begin(actor).await?;
        let Some(event) = self.worked_on(&mut tx, actor, event).await? else { return Err(Error::NoRight) };
        let mut made = Vec::new();
        for copy in copies {
            let mut saved = self.add_event(&mut tx, actor, &copy.sketch(&event)).await?;
            if let (Saved::Done(event), true) = (&saved, publish) {
                saved = self.publish_one(&mut tx, actor, (**event).clone()).await?.into();
            }
            made.push(saved);
        }
        if made.iter().all(|saved| matches!(saved, Saved::Done(_))) {
            self.announce(tx, actor).await?;
        } else {
            tx.rollback().await;
        }
        Ok(made)
    }

    /// Whether the actor may hold an event of which this is said; `now` is the event as it stands, if there is one. Those
    /// who run it together with its owners leave it where it belongs.
    async fn may_hold(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        facts: &EventFacts,
        now: Option<&Event>,
    ) -> Result<bool> {
        let role = self.role(conn, actor.person).await?;
        if !role.runs_events() {
            return Err(Error::NoRight);
        }
        let stays = now.is_some_and(|event| {
            let belongs = |facts: &EventFacts| (facts.level, facts.district, facts.organisation.clone());
            role.works_on(event) && belongs(facts) == belongs(&event.facts)
        });
        Ok(stays || role.may_hold(facts))
    }

    async fn note(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        deed: Deed,
        event: EventId,
        (before, after): (Option<String>, Option<String>),
    ) -> Result<()> {
        let entry = Entry::new(actor.person, deed, Object::Event(event)).change(before, after);
        Ok(audit::add(tx, &entry, self.now()).await?)
    }
}

fn missing(sketch: &Sketch) -> Saved {
    Saved::Missing(sketch.missing(Language::Kk).unwrap_or(Field::Start))
}

/// What the audit keeps of an event: what people rely on.
fn told(facts: &EventFacts) -> String {
    let title = facts.title.nearest(Language::Kk).map_or("", |(text, _)| text);
    let seats = facts.capacity.map_or_else(|| "open".to_owned(), |seats| seats.to_string());
    let utc = |at: Option<chrono::DateTime<Utc>>| at.map_or_else(String::new, |at| at.to_rfc3339());
    let EventFacts { local_start, duration_min, venue, address, organisation, .. } = facts;
    let (level, opens, closes) = (facts.level.slug(), utc(facts.opens_at), utc(facts.closes_at));
    format!(
        "{title} · {local_start} · {duration_min} min · {venue}, {address} · {seats} · {level} · {organisation} · {opens}–{closes}"
    )
}
