//! SQLite's one writing connection and its transactions, several of which may share one commit. No statements of tables.
//!
//! An fsync is the dearest thing we do. Where many people act at once, transactions queue for the connection; each but
//! the first runs in a savepoint of its own, so that it succeeds or fails by itself, and the last in the queue commits
//! for all. None is answered before that commit.

use super::{Conn, Error, Result};
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
    conn: Conn,
    /// Transactions that are done but for the commit.
    members: Vec<oneshot::Sender<Result<(), Arc<Error>>>>,
    /// When the shared transaction was begun; `None` while there is none.
    begun: Option<Instant>,
    /// Whether the present member stands in a savepoint of its own, which can be undone by itself. Savepoints of
    /// members that are done stay open, one in the other, until the commit: each statement costs a way to the
    /// connection's thread and back.
    apart: bool,
}

/// What a transaction begins with: on its own, or as one more member of a shared one. The first statements of tables
/// may stand in the same text, since each way to the connection's thread and back costs more than most statements.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    pub(super) alone: &'static str,
    pub(super) shared: &'static str,
}

/// Nothing but the beginning.
pub(super) const PLAIN: Opening = Opening { alone: "BEGIN IMMEDIATE", shared: "SAVEPOINT member" };

/// A transaction that may share its commit. Dropped without [`Member::commit`], it leaves no trace.
pub(super) struct Member {
    slot: Option<OwnedMutexGuard<Slot>>,
    writer: Arc<Writer>,
}

impl Writer {
    pub(super) fn new(conn: Conn) -> Arc<Self> {
        let slot = Slot { conn, members: Vec::new(), begun: None, apart: false };
        Arc::new(Self { slot: Arc::new(Mutex::new(slot)), waiting: AtomicUsize::new(0) })
    }

    /// Begins; `id` is the first variable of the opening. The second part says whether the opening returned a row.
    pub(super) async fn begin(self: &Arc<Self>, opening: Opening, id: Option<i64>) -> Result<(Member, bool)> {
        let mut place = Place::take(self);
        let slot = Arc::clone(&self.slot).lock_owned().await;
        place.reached();
        let mut tx = Member { slot: Some(slot), writer: Arc::clone(self) };
        let row = tx.slot_mut().admit(opening, id).await?;
        Ok((tx, row))
    }

    /// Moves the write-ahead log into the file and empties it.
    pub(super) async fn checkpoint(self: &Arc<Self>) -> Result<()> {
        let mut slot = Arc::clone(&self.slot).lock_owned().await;
        slot.commit().await;
        slot.conn.sql("PRAGMA wal_checkpoint(TRUNCATE)").run().await?;
        Ok(())
    }

    /// Commits for all members, unless somebody who waits for the connection will.
    async fn hand_on(&self, mut slot: OwnedMutexGuard<Slot>) {
        // Whoever is about to ask for the connection does so now and shares the commit.
        tokio::task::yield_now().await;
        if !self.can_wait(&slot) {
            slot.commit().await;
        }
    }

    /// Whether the commit may be left to somebody who waits for the connection.
    fn can_wait(&self, slot: &Slot) -> bool {
        let in_time = slot.begun.is_some_and(|begun| begun.elapsed() < LONGEST);
        self.waiting.load(Ordering::SeqCst) > 0 && slot.members.len() < MOST && in_time
    }
}

impl Slot {
    /// Begins the transaction of a member: the shared one, or a savepoint in it.
    async fn admit(&mut self, opening: Opening, id: Option<i64>) -> Result<bool> {
        // Said before it is so: whoever gives up in the middle of this must not undo the member before them.
        self.apart = false;
        let joins = self.begun.is_some();
        let statement = if joins { opening.shared } else { opening.alone };
        self.begun.get_or_insert_with(Instant::now);
        let row: Option<i64> = self.conn.sql(statement).bind(id).optional_value().await?;
        self.apart = joins;
        Ok(row.is_some())
    }

    async fn commit(&mut self) {
        if self.begun.take().is_none() {
            return;
        }
        let outcome = self.conn.sql("COMMIT").run().await.map(|_| ()).map_err(Arc::new);
        if outcome.is_err() {
            // A full disk leaves the transaction open or undoes it; either way none of it may stay.
            let _ = self.conn.sql("ROLLBACK").run().await;
        }
        for member in self.members.drain(..) {
            let _ = member.send(outcome.clone());
        }
    }

    /// Undoes the present member only. Where that cannot be done, everything is undone and every member is told.
    async fn undo(&mut self) {
        if self.apart && self.conn.sql("ROLLBACK TO member").run().await.is_ok() {
            return;
        }
        let _ = self.conn.sql("ROLLBACK").run().await;
        self.begun = None;
        let fault = Arc::new(Error::Undone);
        for member in self.members.drain(..) {
            let _ = member.send(Err(Arc::clone(&fault)));
        }
    }
}

impl Member {
    /// Makes the changes durable. Returns after the commit that may be shared with others.
    pub(super) async fn commit(mut self) -> Result<()> {
        let (tell, told) = oneshot::channel();
        if let Some(mut slot) = self.slot.take() {
            slot.members.push(tell);
            if !self.writer.can_wait(&slot) {
                let writer = Arc::clone(&self.writer);
                // In a task of its own: the commit belongs to all members and must not stop with the one who waits here.
                tokio::spawn(async move { writer.hand_on(slot).await });
            }
        }
        told.await.map_err(|_| Error::Engine(sqlx::Error::WorkerCrashed))?.map_err(Error::Commit)
    }

    /// Undoes the changes and gives the connection back.
    pub(super) async fn rollback(mut self) {
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

impl Drop for Member {
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

impl Deref for Member {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        &self
            .slot
            .as_ref()
            .expect("the connection is held until commit or rollback takes the transaction by value")
            .conn
    }
}

impl DerefMut for Member {
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
