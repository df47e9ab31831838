//! Use cases on what people may do: whose events they work on, and who gives and takes that. Asked anew in every use
//! case, on its own connection, so that a right ends with the press after its removal.

use super::{Actor, Error, Result, Services, events::visible};
use crate::{
    domain::{Deed, Entry, Event, EventId, Object, PersonId, Role, Scope, ScopeId},
    store::{Conn, audit, scopes},
};

impl Services {
    /// What the person may do.
    pub(super) async fn role(&self, conn: &mut Conn, person: PersonId) -> Result<Role> {
        self.role_of(conn, person, true).await
    }

    /// The same of somebody who may be known to have no scopes, and of whom nothing is asked then.
    pub(super) async fn role_of(&self, conn: &mut Conn, person: PersonId, has_scopes: bool) -> Result<Role> {
        if self.policy.admins.contains(&person) {
            return Ok(Role::Admin);
        }
        let scopes = if has_scopes { scopes::list(conn, person).await? } else { Vec::new() };
        let scopes: Vec<_> = scopes.into_iter().map(|(_, scope)| scope).collect();
        Ok(if scopes.is_empty() { Role::Citizen } else { Role::Organiser(scopes) })
    }

    /// The event, if the actor works on it. Nobody learns by asking whether an event of others is there.
    pub(super) async fn worked_on(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        event: EventId,
    ) -> Result<Option<Event>> {
        match self.role(conn, actor.person).await? {
            Role::Citizen => Err(Error::NoRight),
            role => Ok(visible(conn, event).await?.filter(|event| role.works_on(event))),
        }
    }

    /// Whether the person works on an event, for a screen that offers to.
    pub async fn works_on(&self, actor: &Actor, event: EventId) -> Result<bool> {
        let mut conn = self.store.read().await?;
        match self.worked_on(&mut conn, actor, event).await {
            Ok(event) => Ok(event.is_some()),
            Err(Error::NoRight) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// What a person works on. For admins.
    pub async fn list_scopes(&self, actor: &Actor, person: PersonId) -> Result<Vec<(ScopeId, Scope)>> {
        self.runs_everything(actor)?;
        Ok(scopes::list(&mut *self.store.read().await?, person).await?)
    }

    /// Gives a person the events of a scope to work on; what they have already is not given twice. For admins.
    pub async fn add_scope(&self, actor: &Actor, person: PersonId, scope: &Scope) -> Result<ScopeId> {
        self.runs_everything(actor)?;
        let mut tx = self.begin(actor).await?;
        let held = scopes::list(&mut tx, person).await?.into_iter().find(|(_, held)| held == scope);
        let id = if let Some((id, _)) = held {
            id
        } else {
            let entry = Entry::new(actor.person, Deed::ScopeGiven, Object::Person(person));
            audit::add(&mut tx, &entry.change(None, Some(scope.to_string())), self.now()).await?;
            scopes::add(&mut tx, person, scope, self.now()).await?
        };
        self.commit(tx, actor).await?;
        Ok(id)
    }

    /// Takes a scope away. Whether it was there. For admins.
    pub async fn remove_scope(&self, actor: &Actor, id: ScopeId) -> Result<bool> {
        self.runs_everything(actor)?;
        let mut tx = self.begin(actor).await?;
        let removed = scopes::remove(&mut tx, id).await?;
        if let Some((person, scope)) = &removed {
            let entry = Entry::new(actor.person, Deed::ScopeTaken, Object::Person(*person));
            audit::add(&mut tx, &entry.change(Some(scope.to_string()), None), self.now()).await?;
        }
        self.commit(tx, actor).await?;
        Ok(removed.is_some())
    }

    /// Refuses whoever is not an admin. Admins are named in the settings: nothing is asked of the database.
    pub(super) fn runs_everything(&self, actor: &Actor) -> Result<()> {
        if self.policy.admins.contains(&actor.person) { Ok(()) } else { Err(Error::NoRight) }
    }
}
