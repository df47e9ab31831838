//! Connections that are lent to one user at a time. No statements.

use super::{Conn, Error, Result};
use sqlx::{Connection, PgPool};
use std::{
    ops::{Deref, DerefMut},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// Connections that are lent: a file's readers, or those to a server.
///
/// Not the pool of sqlx by itself: before or after every loan it asks the engine whether it is still there, which costs
/// more than a short statement. A server's connections come from it, are handed on here from one user to the next, and
/// are given back to it when there is doubt about them.
pub(super) struct Loans {
    free: Mutex<Vec<Conn>>,
    places: Arc<Semaphore>,
    server: Option<PgPool>,
}

/// A connection, given back when dropped.
pub struct Loan {
    conn: Option<Conn>,
    loans: Arc<Loans>,
    // After the connection: whoever gets the permit finds it.
    _permit: OwnedSemaphorePermit,
}

impl Loans {
    /// Of these connections.
    pub(super) fn of(conns: Vec<Conn>) -> Arc<Self> {
        let places = Arc::new(Semaphore::new(conns.len()));
        Arc::new(Self { free: Mutex::new(conns), places, server: None })
    }

    /// Of connections to a server, made when they are needed.
    pub(super) fn from_server(pool: PgPool) -> Arc<Self> {
        // One is left for the posts, which are asked for beside everything else.
        let places = pool.options().get_max_connections().saturating_sub(1).max(1) as usize;
        let places = Arc::new(Semaphore::new(places));
        Arc::new(Self { free: Mutex::default(), places, server: Some(pool) })
    }

    pub(super) async fn lend(self: &Arc<Self>) -> Result<Loan> {
        let closed = || Error::Engine(sqlx::Error::PoolClosed);
        let place = Arc::clone(&self.places).acquire_owned();
        let permit = match &self.server {
            None => place.await,
            Some(pool) => timeout(pool.options().get_acquire_timeout(), place)
                .await
                .map_err(|_| Error::Engine(sqlx::Error::PoolTimedOut))?,
        };
        let permit = permit.map_err(|_| closed())?;
        // The one given back last: its pages and statements are still warm.
        let free = self.free().pop();
        let conn = match (free, &self.server) {
            (Some(conn), _) => conn,
            (None, Some(pool)) => pool.acquire().await?.into(),
            (None, None) => return Err(closed()),
        };
        Ok(Loan { conn: Some(conn), loans: Arc::clone(self), _permit: permit })
    }

    /// Closes what is not lent; nothing is lent any more.
    pub(super) async fn close(&self) {
        self.places.close();
        let free = std::mem::take(&mut *self.free());
        for conn in free {
            if let Conn::Sqlite(conn) = conn {
                let _ = conn.close().await;
            }
        }
        if let Some(pool) = &self.server {
            pool.close().await;
        }
    }

    fn free(&self) -> MutexGuard<'_, Vec<Conn>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Loan {
    fn drop(&mut self) {
        // One that is in doubt goes back to the pool, which asks it.
        let sound = self.conn.take().filter(Conn::is_sound);
        let mut free = self.loans.free();
        // Asked under the lock: what is left among the free ones by then is seen by `close`. The pool waits for the others.
        if !self.loans.places.is_closed() {
            free.extend(sound);
        }
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
