//! SQLite's reading connections and who has them. No statements.

use super::{Conn, Error, Result};
use sqlx::{Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use std::{
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Connections that are lent to one reader at a time.
///
/// Not the pool of sqlx: before and after every loan it asks the engine whether it is still there. Ours is a file in
/// this process, and the two questions cost more than a short read itself.
pub(super) struct Readers {
    free: Mutex<Vec<Conn>>,
    loans: Arc<Semaphore>,
}

/// A connection for reading, given back when dropped.
pub(super) struct Loan {
    conn: Option<Conn>,
    readers: Arc<Readers>,
    // After the connection: whoever gets the permit finds it.
    _permit: OwnedSemaphorePermit,
}

impl Readers {
    pub(super) async fn open(options: &SqliteConnectOptions, count: usize) -> Result<Arc<Self>> {
        let mut free = Vec::with_capacity(count);
        for _ in 0..count {
            free.push(Conn::Sqlite(SqliteConnection::connect_with(options).await?));
        }
        Ok(Arc::new(Self { free: Mutex::new(free), loans: Arc::new(Semaphore::new(count)) }))
    }

    pub(super) async fn lend(self: &Arc<Self>) -> Result<Loan> {
        let closed = || Error::Engine(sqlx::Error::PoolClosed);
        let loan = Arc::clone(&self.loans).acquire_owned().await.map_err(|_| closed())?;
        // The one given back last: its pages and statements are still warm.
        let conn = self.free().pop().ok_or_else(closed)?;
        Ok(Loan { conn: Some(conn), readers: Arc::clone(self), _permit: loan })
    }

    /// Closes what is not lent; nothing is lent any more.
    pub(super) async fn close(&self) {
        self.loans.close();
        let free = std::mem::take(&mut *self.free());
        for conn in free {
            if let Conn::Sqlite(conn) = conn {
                let _ = conn.close().await;
            }
        }
    }

    fn free(&self) -> MutexGuard<'_, Vec<Conn>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        self.readers.free().extend(self.conn.take());
    }
}

impl Deref for Loan {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn.as_ref().expect("the connection is taken out on drop only")
    }
}

impl DerefMut for Loan {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn.as_mut().expect("the connection is taken out on drop only")
    }
}
