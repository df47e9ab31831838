//! A write transaction on either engine. What the one writer is to a file, the lock on an event's row is to a server
//! (see `events::lock`). No statements of tables.

use super::{Conn, Result, postgres::Session, writer::Member};
use std::ops::{Deref, DerefMut};

/// A write transaction. Dropped without [`Tx::commit`], it leaves no trace.
pub struct Tx(Held);

enum Held {
    File(Member),
    Server(Session),
}

impl Tx {
    /// Makes the changes durable.
    pub async fn commit(self) -> Result<()> {
        match self.0 {
            Held::File(member) => member.commit().await,
            Held::Server(session) => session.commit().await,
        }
    }

    /// Undoes the changes and gives the connection back.
    pub async fn rollback(self) {
        match self.0 {
            Held::File(member) => member.rollback().await,
            Held::Server(session) => session.rollback().await,
        }
    }
}

impl From<Member> for Tx {
    fn from(member: Member) -> Self {
        Self(Held::File(member))
    }
}

impl From<Session> for Tx {
    fn from(session: Session) -> Self {
        Self(Held::Server(session))
    }
}

impl Deref for Tx {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        match &self.0 {
            Held::File(member) => member,
            Held::Server(session) => session,
        }
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        match &mut self.0 {
            Held::File(member) => member,
            Held::Server(session) => session,
        }
    }
}
