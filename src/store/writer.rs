//! The one writing connection and its transactions, several of which may share one commit. No statements of tables.
//!
//! An fsync is the dearest thing we do. Where many people act at once, transactions queue for the connection; each runs
//! in a savepoint of its own, so that it succeeds or fails by itself, and the last in the queue commits for all. None is
//! answered before that commit.

use super::{Conn, Error, Result};
use sqlx::SqliteConnection;
use std::{
    ops::{Deref, DerefMut},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{Mutex, OwnedMutexGuard, oneshot},
    time::Instant,
};

/// Most transactions that share one commit.
const MOST: usize = 128;
/// Longest a finished transaction waits for others before the commit. An fsync takes 0.2–2 ms; this keeps the queue's
/// share of an answer's latency in the same order.
const LONGEST: Duration = Duration::from_millis(4);

/// The writing connection and those who wait for it.
pub(super) struct Writer {
    slot: Arc<Mutex<Slot>>,
    waiting: AtomicUsize,
}

/// What the holder of the connection holds.
struct Slot {
    conn: SqliteConnection,
    /// Transactions that are done but for the commit.
    members: Vec<oneshot::Sender<Result<(), Arc<sqlx::Error>>>>,
    /// When the shared transaction was begun; `None` while there is none.
    begun: Option<Instant>,
}

/// A write transaction. Dropped without [`Tx::commit`], it leaves no trace.
pub struct Tx {
    slot: Option<OwnedMutexGuard<Slot>>,
    writer: Arc<Writer>,
}

impl Writer {
    pub(super) fn new(conn: SqliteConnection) -> Arc<Self> {
        let slot = Slot { conn, members: Vec::new(), begun: None };
        Arc::new(Self { slot: Arc::new(Mutex::new(slot)), waiting: AtomicUsize::new(0) })
    }

    pub(super) async fn begin(self: &Arc<Self>) -> Result<Tx> {
        let mut place = Place::take(self);
        let slot = Arc::clone(&self.slot).lock_owned().await;
        place.reached();
        let mut tx = Tx { slot: Some(slot), writer: Arc::clone(self) };
        let slot = tx.slot_mut();
        if slot.begun.is_none() {
            sqlx::query("BEGIN IMMEDIATE").execute(&mut slot.conn).await?;
            slot.begun = Some(Instant::now());
        }
        sqlx::query("SAVEPOINT member").execute(&mut slot.conn).await?;
        Ok(tx)
    }

    /// Moves the write-ahead log into the file and empties it.
    pub(super) async fn checkpoint(self: &Arc<Self>) -> Result<()> {
        let mut slot = Arc::clone(&self.slot).lock_owned().await;
        slot.commit().await;
        sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut slot.conn).await?;
        Ok(())
    }

    /// Commits for all members, unless somebody who waits for the connection will.
    async fn hand_on(&self, mut slot: OwnedMutexGuard<Slot>) {
        let in_time = slot.begun.is_some_and(|begun| begun.elapsed() < LONGEST);
        if self.waiting.load(Ordering::SeqCst) == 0 || slot.members.len() >= MOST || !in_time {
            slot.commit().await;
        }
    }
}

impl Slot {
    async fn commit(&mut self) {
        if self.begun.take().is_none() {
            return;
        }
        let outcome = sqlx::query("COMMIT").execute(&mut self.conn).await.map(|_| ()).map_err(Arc::new);
        if outcome.is_err() {
            // A full disk leaves the transaction open or undoes it; either way none of it may stay.
            let _ = sqlx::query("ROLLBACK").execute(&mut self.conn).await;
        }
        for member in self.members.drain(..) {
            let _ = member.send(outcome.clone());
        }
    }

    /// Undoes the current member only. If the engine has undone the whole transaction, every member is told.
    async fn undo(&mut self) {
        for statement in ["ROLLBACK TO member", "RELEASE member"] {
            if let Err(fault) = sqlx::query(statement).execute(&mut self.conn).await {
                let fault = Arc::new(fault);
                let _ = sqlx::query("ROLLBACK").execute(&mut self.conn).await;
                self.begun = None;
                for member in self.members.drain(..) {
                    let _ = member.send(Err(Arc::clone(&fault)));
                }
                return;
            }
        }
    }
}

impl Tx {
    /// Makes the changes durable. Returns after the commit that may be shared with others.
    pub async fn commit(mut self) -> Result<()> {
        let slot = self.slot_mut();
        sqlx::query("RELEASE member").execute(&mut slot.conn).await?;
        let (tell, told) = oneshot::channel();
        slot.members.push(tell);
        if let Some(slot) = self.slot.take() {
            let writer = Arc::clone(&self.writer);
            // In a task of its own: the commit belongs to all members and must not stop with the one who waits here.
            tokio::spawn(async move { writer.hand_on(slot).await });
        }
        told.await.map_err(|_| Error::Engine(sqlx::Error::WorkerCrashed))?.map_err(Error::Commit)
    }

    /// Undoes the changes and gives the connection back.
    pub async fn rollback(mut self) {
        if let Some(mut slot) = self.slot.take() {
            slot.undo().await;
            self.writer.hand_on(slot).await;
        }
    }

    fn slot_mut(&mut self) -> &mut Slot {
        self.slot
            .as_mut()
            .expect("the connection is held until commit or rollback takes the transaction by value")
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if let Some(mut slot) = self.slot.take() {
            let writer = Arc::clone(&self.writer);
            tokio::spawn(async move {
                slot.undo().await;
                writer.hand_on(slot).await;
            });
        }
    }
}

impl Deref for Tx {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self
            .slot
            .as_ref()
            .expect("the connection is held until commit or rollback takes the transaction by value")
            .conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.slot_mut().conn
    }
}

/// A place in the queue for the connection.
struct Place {
    writer: Arc<Writer>,
    reached: bool,
}

impl Place {
    fn take(writer: &Arc<Writer>) -> Self {
        writer.waiting.fetch_add(1, Ordering::SeqCst);
        Self { writer: Arc::clone(writer), reached: false }
    }

    fn reached(&mut self) {
        self.reached = true;
        self.writer.waiting.fetch_sub(1, Ordering::SeqCst);
    }
}

impl Drop for Place {
    /// Whoever gives up the wait may have been the one others counted on to commit for them.
    fn drop(&mut self) {
        if !self.reached {
            self.reached();
            let writer = Arc::clone(&self.writer);
            tokio::spawn(async move {
                let slot = Arc::clone(&writer.slot).lock_owned().await;
                writer.hand_on(slot).await;
            });
        }
    }
}
