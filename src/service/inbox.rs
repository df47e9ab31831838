//! Use cases on the inbox: receive, settle, fail. What an update says is none of its business.

use super::{Actor, Error, Received, Result, Services};
use crate::{
    domain::{Notice, PersonId, UpdateId},
    store::{inbox, outbox},
};
use std::sync::atomic::Ordering;

/// Tries an update gets before it becomes a dead letter.
pub const MOST_TRIES: u32 = 3;

/// What a failed try led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// It is tried again.
    Again,
    /// It is a dead letter; the admins are told.
    Dead,
}

impl Services {
    /// Stores updates before Telegram is told that we have them. Returns those that were not there before.
    pub async fn receive(&self, updates: Vec<Received>) -> Result<Vec<Received>> {
        // One statement for as many as Telegram gives at once.
        let mut tx = self.store.begin_single().await?;
        let mut added = inbox::add(&mut tx, &updates, self.now()).await?;
        tx.commit().await?;
        // Taken out, because an update may stand twice in one batch.
        Ok(updates.into_iter().filter(|update| added.remove(&update.id)).collect())
    }

    /// Marks the actor's update done, unless the use case it led to has done so.
    pub async fn settle(&self, actor: &Actor) -> Result<()> {
        if actor.is_settled() {
            return Ok(());
        }
        match self.begin(actor).await {
            Ok(tx) => self.commit(tx, actor).await,
            Err(Error::Repeated) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// Counts a failed try of the actor's update. The last one makes it a dead letter, of which every admin is told.
    pub async fn fail(&self, actor: &Actor, fault: &str) -> Result<Failed> {
        let Some(update) = actor.update else { return Ok(Failed::Dead) };
        let mut tx = self.store.begin().await?;
        if inbox::add_attempt(&mut tx, update).await? < MOST_TRIES {
            tx.commit().await?;
            return Ok(Failed::Again);
        }
        inbox::set_dead(&mut tx, update, fault).await?;
        for admin in &self.policy.admins {
            outbox::add(&mut tx, *admin, &Notice::DeadLetter { update }, self.now(), None).await?;
        }
        tx.commit().await?;
        actor.settled.store(true, Ordering::Release);
        self.bell.notify_waiters();
        Ok(Failed::Dead)
    }

    /// Updates that were stored but not done, oldest first, after the given one.
    pub async fn open_updates(&self, after: Option<i64>, limit: u32) -> Result<Vec<Received>> {
        Ok(inbox::list_open(&mut *self.store.read().await?, after, limit).await?)
    }

    /// The same of one person.
    pub async fn open_updates_of(
        &self,
        person: PersonId,
        after: UpdateId,
        limit: u32,
    ) -> Result<Vec<Received>> {
        Ok(inbox::list_open_of(&mut *self.store.read().await?, person, after, limit).await?)
    }

    /// How many updates are open and how many are dead letters.
    pub async fn count_updates(&self) -> Result<(u32, u32)> {
        Ok(inbox::count(&mut *self.store.read().await?).await?)
    }
}
