//! Use cases on the memory of conversations. What a state means only the conversation knows.

use super::{Actor, Result, Services};
use crate::{domain::PersonId, store};

impl Services {
    /// The state of the person's conversation, as it was kept.
    pub async fn dialogue(&self, person: PersonId) -> Result<Option<String>> {
        Ok(store::dialogues::lookup(&mut *self.store.read().await?, person).await?)
    }

    /// Keeps the state of the conversation, which settles the update that brought it about.
    pub async fn remember(&self, actor: &Actor, state: &str) -> Result<()> {
        let mut tx = self.begin(actor).await?;
        store::dialogues::set(&mut tx, actor.person, state, self.now()).await?;
        self.commit(tx, actor).await
    }

    /// Keeps the state beside what else the update asks for, which is not settled by that.
    pub async fn keep_aside(&self, person: PersonId, state: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        store::dialogues::set(&mut tx, person, state, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Ends the conversation. The update that ended it is not settled by that: it may ask for more.
    pub async fn forget(&self, person: PersonId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        store::dialogues::remove(&mut tx, person).await?;
        Ok(tx.commit().await?)
    }
}
