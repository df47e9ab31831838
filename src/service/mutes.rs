//! Use cases on what people want to get. What they must know is not among it.

use super::{Actor, Result, Services};
use crate::{
    domain::{Optional, PersonId},
    store::mutes,
};

impl Services {
    /// The kinds of messages that the person does not want.
    pub async fn mutes(&self, person: PersonId) -> Result<Vec<Optional>> {
        Ok(mutes::list(&mut *self.store.read().await?, person).await?)
    }

    /// Notes whether the actor wants this kind of messages.
    pub async fn set_wanted(&self, actor: &Actor, kind: Optional, wanted: bool) -> Result<()> {
        let mut tx = self.begin(actor).await?;
        if wanted {
            mutes::remove(&mut tx, actor.person, kind).await?;
        } else {
            mutes::add(&mut tx, actor.person, kind, self.now()).await?;
        }
        self.commit(tx, actor).await
    }
}
