//! Use cases of the processes that share a database: their places, their turns, the posts only one may hold.

use super::{Result, Services};
use crate::{
    domain::PersonId,
    store::{Held, Post, inbox, outbox, replicas},
};
use chrono::TimeDelta;
use std::{sync::atomic::Ordering, time::Duration};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;

/// An open update whose turn nobody has is left alone this long: it is most likely being handed on right now.
const UNNOTICED: TimeDelta = TimeDelta::seconds(2);
/// People who are looked after at once.
const AT_ONCE: u32 = 500;

/// How often a process that does not hold a post asks for it.
const ASK_EVERY: Duration = Duration::from_secs(3);

impl Services {
    /// Takes a place among the processes on this database. What a process claims bears its number, so that it can be
    /// told when whoever claimed it is gone.
    pub async fn enter(&self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let replica = replicas::add(&mut tx).await?;
        tx.commit().await?;
        self.replica.store(replica, Ordering::SeqCst);
        Ok(())
    }

    /// Says that this process is alive, and takes a new place if it was taken for dead. Returns how many processes there
    /// are.
    pub async fn beat(&self) -> Result<u32> {
        let mut tx = self.store.begin().await?;
        let is_known = replicas::beat(&mut tx, self.replica()).await?;
        let count = replicas::count(&mut tx).await?;
        tx.commit().await?;
        if is_known {
            return Ok(count);
        }
        tracing::warn!("taken for dead by the others; what was being done is theirs now");
        self.enter().await?;
        Ok(count + 1)
    }

    /// Strikes out processes that have not been heard of, and frees what they held. Returns how many notices that are
    /// sent again without knowing whether they had arrived.
    pub async fn bury(&self) -> Result<u64> {
        let mut tx = self.store.begin().await?;
        replicas::bury(&mut tx).await?;
        let recovered = outbox::recover(&mut tx, self.now()).await?;
        tx.commit().await?;
        if recovered > 0 {
            self.bell.notify_waiters();
        }
        Ok(recovered)
    }

    /// Gives this process's place up, and every turn with it.
    pub async fn exit(&self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        replicas::remove(&mut tx, self.replica()).await?;
        Ok(tx.commit().await?)
    }

    /// Whether other processes may use the same database at the same time.
    pub const fn is_shared(&self) -> bool {
        self.store.is_shared()
    }

    /// Stands by until a post that only one process may hold is ours; `None` on `stop`.
    pub async fn await_post(&self, post: Post, stop: &CancellationToken) -> Option<Held> {
        while !stop.is_cancelled() {
            match self.store.take_post(post).await {
                Ok(Some(held)) => return Some(held),
                Ok(None) => {}
                Err(fault) => tracing::warn!(%fault, ?post, "not known yet who holds this post"),
            }
            tokio::select! {
                () = sleep(ASK_EVERY) => {}
                () = stop.cancelled() => {}
            }
        }
        None
    }

    /// Takes the turn of handling the person's updates; `false` while another process has it.
    pub async fn take_turn(&self, person: PersonId) -> Result<bool> {
        if self.policy.careless {
            return Ok(true);
        }
        let mut tx = self.store.begin_single().await?;
        let taken = replicas::take_turn(&mut tx, person, self.replica()).await?;
        tx.commit().await?;
        Ok(taken)
    }

    /// Gives the turn back.
    pub async fn give_turn(&self, person: PersonId) -> Result<()> {
        let mut tx = self.store.begin_single().await?;
        replicas::give_turn(&mut tx, person, self.replica()).await?;
        Ok(tx.commit().await?)
    }

    /// People with open updates that nobody looks after.
    pub async fn forgotten(&self) -> Result<Vec<PersonId>> {
        let before = self.now() - UNNOTICED;
        Ok(inbox::list_forgotten(&mut *self.store.read().await?, before, AT_ONCE).await?)
    }

    pub(super) fn replica(&self) -> i64 {
        self.replica.load(Ordering::SeqCst)
    }
}
