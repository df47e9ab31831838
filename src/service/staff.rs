//! Use cases on those who run events as admins see them: who they are, what they run, and taking it away.

use super::{Actor, PAGE, Page, Result, Services};
use crate::{
    domain::{Deed, Entry, EventId, Invitation, Member, Object, PersonId, Role},
    store::{audit, events, invitations, scopes, staff},
};

impl Services {
    /// A page of those who run events. For admins.
    pub async fn members(&self, actor: &Actor, page: u32) -> Result<Page<Member>> {
        self.runs_everything(actor)?;
        let mut conn = self.store.read().await?;
        let total = staff::count(&mut conn).await?;
        let page = page.min(total.div_ceil(PAGE).max(1) - 1);
        let mut items = Vec::new();
        for (person, name) in staff::list(&mut conn, PAGE, page * PAGE).await? {
            let scopes = scopes::list(&mut conn, person).await?;
            items.push(Member { person, name, scopes });
        }
        Ok(Page { items, total })
    }

    /// One of them. For admins.
    pub async fn member(&self, actor: &Actor, person: PersonId) -> Result<Option<Member>> {
        self.runs_everything(actor)?;
        let mut conn = self.store.read().await?;
        let scopes = scopes::list(&mut conn, person).await?;
        if scopes.is_empty() {
            return Ok(None);
        }
        let name = staff::lookup(&mut conn, person).await?.and_then(|(name, _)| name);
        Ok(Some(Member { person, name, scopes }))
    }

    /// Takes all scopes of a person away. How many there were. For admins.
    pub async fn remove_scopes(&self, actor: &Actor, person: PersonId) -> Result<usize> {
        self.runs_everything(actor)?;
        let mut tx = self.begin(actor).await?;
        let held = scopes::list(&mut tx, person).await?;
        for (id, scope) in &held {
            scopes::remove(&mut tx, *id).await?;
            let entry = Entry::new(actor.person, Deed::ScopeTaken, Object::Person(person));
            audit::add(&mut tx, &entry.change(Some(scope.to_string()), None), self.now()).await?;
        }
        self.commit(tx, actor).await?;
        Ok(held.len())
    }

    /// Invitations to run events that nobody has taken. For admins.
    pub async fn open_invitations(&self, actor: &Actor) -> Result<Vec<Invitation>> {
        self.runs_everything(actor)?;
        Ok(invitations::list(&mut *self.store.read().await?, None, self.now()).await?)
    }

    /// Organisations of the programme, each by the first of its events. For those who run events.
    pub async fn organisations(&self, actor: &Actor) -> Result<Vec<(EventId, String)>> {
        let mut conn = self.store.read().await?;
        self.runs_events(&mut conn, actor).await?;
        let mut organisations = events::list_organisations(&mut conn).await?;
        // Not by the database: every server has an order of its own.
        organisations.sort_by(|(_, one), (_, other)| one.cmp(other));
        Ok(organisations)
    }

    /// What a person may do now, for the menu of their chat.
    pub async fn role_now(&self, person: PersonId) -> Result<Role> {
        self.role(&mut *self.store.read().await?, person).await
    }

    /// Whether a person has ever taken up work: their chat may have a menu of its own.
    pub async fn has_worked(&self, person: PersonId) -> Result<bool> {
        Ok(staff::lookup(&mut *self.store.read().await?, person).await?.is_some())
    }
}
