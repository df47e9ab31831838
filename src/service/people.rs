//! Use cases on people: meeting them, their language, whether they can be reached.

use super::{Actor, Result, Services};
use crate::{
    domain::{Language, Person, PersonId, Role},
    store,
};

/// Everything an update needs to know of its sender.
#[derive(Clone, Debug)]
pub struct Known {
    /// The person.
    pub person: Person,
    /// What they may do.
    pub role: Role,
    /// The state of their conversation, as it was kept.
    pub dialogue: Option<String>,
}

impl Services {
    /// The person who sent an update; someone new is noted down, with the language Telegram names. Whoever writes can be
    /// reached.
    pub async fn meet(&self, id: PersonId, named: Option<Language>) -> Result<Known> {
        let known = {
            let mut conn = self.store.read().await?;
            match store::people::lookup_in_dialogue(&mut conn, id).await? {
                Some(known) => Some((self.role_of(&mut conn, id, known.2).await?, known)),
                None => None,
            }
        };
        let (role, (person, dialogue, _)) = if let Some(known) = known {
            known
        } else {
            let mut tx = self.store.begin().await?;
            store::people::add(&mut tx, id, named, self.now()).await?;
            let noted = store::people::lookup_in_dialogue(&mut tx, id).await?;
            let role = self.role_of(&mut tx, id, noted.as_ref().is_some_and(|known| known.2)).await?;
            tx.commit().await?;
            let unknown = Person { id, language: named, details: None, consent: None };
            (role, noted.unwrap_or((unknown, None, false)))
        };
        Ok(Known { person, role, dialogue })
    }

    /// Sets the language of the interface.
    pub async fn speak(&self, actor: &Actor, language: Language) -> Result<()> {
        let mut tx = self.begin(actor).await?;
        store::people::set_language(&mut tx, actor.person, language).await?;
        self.commit(tx, actor).await
    }

    /// Notes that the person blocked the bot, or came back.
    pub async fn set_reachable(&self, actor: &Actor, reachable: bool) -> Result<()> {
        let mut tx = self.begin(actor).await?;
        if reachable {
            store::people::add(&mut tx, actor.person, None, self.now()).await?;
        } else {
            store::people::set_unreachable(&mut tx, actor.person, self.now()).await?;
        }
        self.commit(tx, actor).await
    }
}
