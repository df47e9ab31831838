//! Use cases on walk-ins as a steward counts them, one press each. Those who come in by the door's code are in `entrances`.

use super::{Actor, Result, Services};
use crate::{
    domain::{Deed, Entry, EventId, EventStatus, Object, WalkInId},
    store::{audit, events, walk_ins},
};

impl Services {
    /// Counts in somebody without a ticket. `None` where nobody can come in: the event is cancelled, or not the actor's.
    pub async fn add_walk_in(&self, actor: &Actor, event: EventId) -> Result<Option<WalkInId>> {
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let event = self.at_door(&mut tx, actor, event).await?;
        let added = match event.filter(|event| event.status != EventStatus::Cancelled) {
            Some(event) => Some(walk_ins::add(&mut tx, event.id, actor.person, self.now()).await?),
            None => None,
        };
        self.commit(tx, actor).await?;
        Ok(added)
    }

    /// Takes back a walk-in that the actor has counted. Its event; `None` when there is none, or it was taken back before.
    pub async fn undo_walk_in(&self, actor: &Actor, id: WalkInId) -> Result<Option<EventId>> {
        let mut tx = self.begin(actor).await?;
        self.has_desk(&mut tx, actor).await?;
        let event = match walk_ins::lookup(&mut tx, id, actor.person).await? {
            Some(event) => self.at_door(&mut tx, actor, event).await?,
            None => None,
        };
        if let Some(event) = &event {
            walk_ins::undo(&mut tx, id, actor.person, self.now()).await?;
            let entry = Entry::new(actor.person, Deed::WalkInUndone, Object::Event(event.id));
            audit::add(&mut tx, &entry, self.now()).await?;
        }
        self.commit(tx, actor).await?;
        Ok(event.map(|event| event.id))
    }
}
