//! Use cases on head-counts: steps and final numbers, their proof, and taking them back. Only for those who work at the
//! door.

use super::{Actor, Result, Services};
use crate::{
    domain::{Counted, Deed, DoorCounts, Entry, Event, EventId, EventStatus, HeadCount, HeadCountId, Object},
    store::{Conn, Tx, arrivals, audit, events, head_counts},
};

/// A room while it is being counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Counting {
    /// Of which event.
    pub event: Event,
    /// Its numbers.
    pub counts: DoorCounts,
    /// The last count that the actor has made, to take it back or to prove it.
    pub own: Option<HeadCount>,
    /// The last count that has a picture.
    pub proof: Option<HeadCount>,
}

impl Services {
    /// How far the counting of a room is.
    pub async fn counting(&self, actor: &Actor, event: EventId) -> Result<Option<Counting>> {
        let mut conn = self.store.read().await?;
        match self.at_door(&mut conn, actor, event).await? {
            Some(event) => Ok(Some(counting(&mut conn, actor, event).await?)),
            None => Ok(None),
        }
    }

    /// Records a count, with a picture if there is one. `None` where there is nobody to count: the event is cancelled, or
    /// not the actor's.
    pub async fn add_head_count(
        &self,
        actor: &Actor,
        event: EventId,
        counted: Counted,
        photo: Option<&str>,
    ) -> Result<Option<Counting>> {
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let event = self.at_door(&mut tx, actor, event).await?;
        let counting = match event.filter(|event| event.status != EventStatus::Cancelled) {
            Some(event) => {
                let before = head_counts::sum(&mut tx, event.id).await?;
                let id = head_counts::add(&mut tx, event.id, counted, actor.person, self.now()).await?;
                self.note_count(&mut tx, actor, Deed::HeadCounted, event.id, before).await?;
                if let Some(photo) = photo {
                    head_counts::set_photo(&mut tx, id, photo).await?;
                }
                Some(counting(&mut tx, actor, event).await?)
            }
            None => None,
        };
        self.commit(tx, actor).await?;
        Ok(counting)
    }

    /// Keeps the picture that proves the actor's last count; whether there was one is in `own`.
    pub async fn prove_head_count(
        &self,
        actor: &Actor,
        event: EventId,
        photo: &str,
    ) -> Result<Option<Counting>> {
        let mut tx = self.begin(actor).await?;
        let counting = match self.at_door(&mut tx, actor, event).await? {
            Some(event) => {
                if let Some(own) = head_counts::find_last(&mut tx, event.id, actor.person).await? {
                    head_counts::set_photo(&mut tx, own.id, photo).await?;
                }
                Some(counting(&mut tx, actor, event).await?)
            }
            None => None,
        };
        self.commit(tx, actor).await?;
        Ok(counting)
    }

    /// Writes down what the sum was before, and what it is.
    async fn note_count(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        deed: Deed,
        event: EventId,
        before: Option<u32>,
    ) -> Result<()> {
        let after = head_counts::sum(tx, event).await?;
        let text = |sum: Option<u32>| sum.map(|sum| sum.to_string());
        let entry = Entry::new(actor.person, deed, Object::Event(event)).change(text(before), text(after));
        Ok(audit::add(tx, &entry, self.now()).await?)
    }

    /// Takes back a count that the actor has made. `None` when there is none, or it was taken back before.
    pub async fn undo_head_count(&self, actor: &Actor, id: HeadCountId) -> Result<Option<Counting>> {
        let mut tx = self.begin(actor).await?;
        self.has_desk(&mut tx, actor).await?;
        let event = match head_counts::lookup(&mut tx, id, actor.person).await? {
            Some(event) => self.at_door(&mut tx, actor, event).await?,
            None => None,
        };
        let counting = match event {
            Some(event) => {
                let before = head_counts::sum(&mut tx, event.id).await?;
                head_counts::undo(&mut tx, id, actor.person, self.now()).await?;
                self.note_count(&mut tx, actor, Deed::HeadCountUndone, event.id, before).await?;
                Some(counting(&mut tx, actor, event).await?)
            }
            None => None,
        };
        self.commit(tx, actor).await?;
        Ok(counting)
    }
}

async fn counting(conn: &mut Conn, actor: &Actor, event: Event) -> Result<Counting> {
    Ok(Counting {
        counts: arrivals::count(conn, event.id).await?,
        own: head_counts::find_last(conn, event.id, actor.person).await?,
        proof: head_counts::find_proof(conn, event.id).await?,
        event,
    })
}
