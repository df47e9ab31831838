//! Use cases on what people may do: which events they run, and who gives and takes that. Asked anew in every use case, on
//! its own connection, so that a right ends with the press after its removal.

use super::{Actor, Error, Result, Services, events::visible};
use crate::{
    domain::{Deed, Entry, Event, EventId, EventStatus, Object, PersonId, Role, Scope, ScopeId, Shift, Work},
    store::{Conn, Tx, audit, events, hosts, scopes, shifts, speakers},
};
use chrono::{DateTime, Utc};

impl Services {
    /// What the person may do.
    pub(super) async fn role(&self, conn: &mut Conn, person: PersonId) -> Result<Role> {
        self.role_of(conn, person, true).await
    }

    /// The same of somebody who may be known to have no work, and of whom nothing is asked then.
    pub(super) async fn role_of(&self, conn: &mut Conn, person: PersonId, is_staff: bool) -> Result<Role> {
        if self.policy.admins.contains(&person) {
            return Ok(Role::Admin);
        }
        if !is_staff {
            return Ok(Role::Citizen);
        }
        let now = self.now();
        let scopes: Vec<_> = scopes::list(conn, person).await?.into_iter().map(|(_, scope)| scope).collect();
        let hosted = if scopes.iter().any(|scope| scope.organisation.is_some()) {
            hosts::list_events(conn, person).await?
        } else {
            Vec::new()
        };
        let spoken = speakers::list_events(conn, person).await?;
        let shifts = shifts::list_by_person(conn, person, now).await?;
        let (doors, ahead): (Vec<_>, Vec<_>) = shifts.into_iter().partition(|shift| shift.from <= now);
        let events = |shifts: Vec<Shift>| shifts.into_iter().map(|shift| shift.event).collect();
        Ok(Role::of(Work { scopes, hosted, spoken, doors: events(doors), ahead: events(ahead) }))
    }

    /// The event, if the actor runs it, drafts included. Nobody learns by asking whether an event of others is there.
    pub(super) async fn worked_on(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        event: EventId,
    ) -> Result<Option<Event>> {
        let role = self.role(conn, actor.person).await?;
        if !role.runs_events() {
            return Err(Error::NoRight);
        }
        Ok(events::lookup(conn, event).await?.filter(|event| role.works_on(event)))
    }

    /// The same, if it is their own: those who run it together with them do not say who else does.
    pub(super) async fn owned(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        event: EventId,
    ) -> Result<Option<Event>> {
        let role = self.role(conn, actor.person).await?;
        if !role.runs_events() {
            return Err(Error::NoRight);
        }
        Ok(events::lookup(conn, event).await?.filter(|event| role.owns(event)))
    }

    /// The event, if the actor checks people in at its door now. A draft has no door.
    pub(super) async fn at_door(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        event: EventId,
    ) -> Result<Option<Event>> {
        let role = self.role(conn, actor.person).await?;
        if !role.has_desk() {
            return Err(Error::NoRight);
        }
        Ok(visible(conn, event).await?.filter(|event| role.checks_in(event)))
    }

    /// Refuses whoever does not run events.
    pub(super) async fn runs_events(&self, conn: &mut Conn, actor: &Actor) -> Result<()> {
        if self.role(conn, actor.person).await?.runs_events() { Ok(()) } else { Err(Error::NoRight) }
    }

    /// Whether the person writes to the people of an event, for a screen that offers to. A draft has none.
    pub async fn works_on(&self, actor: &Actor, event: EventId) -> Result<bool> {
        let mut conn = self.store.read().await?;
        match self.worked_on(&mut conn, actor, event).await {
            Ok(event) => Ok(event.is_some_and(|event| event.status != EventStatus::Draft)),
            Err(Error::NoRight) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// From when on the actor stands at the door of an event, if that is still to come.
    pub async fn shift_ahead(&self, actor: &Actor, event: EventId) -> Result<Option<DateTime<Utc>>> {
        let now = self.now();
        let shifts = shifts::list_by_person(&mut *self.store.read().await?, actor.person, now).await?;
        Ok(shifts.iter().find(|shift| shift.event == event && shift.from > now).map(|shift| shift.from))
    }

    /// What a person works on. For admins.
    pub async fn list_scopes(&self, actor: &Actor, person: PersonId) -> Result<Vec<(ScopeId, Scope)>> {
        self.runs_everything(actor)?;
        Ok(scopes::list(&mut *self.store.read().await?, person).await?)
    }

    /// Gives a person the events of a scope to run; what they have already is not given twice. For admins.
    pub async fn add_scope(&self, actor: &Actor, person: PersonId, scope: &Scope) -> Result<ScopeId> {
        self.runs_everything(actor)?;
        let mut tx = self.begin(actor).await?;
        let id = self.give_scope(&mut tx, actor.person, person, scope).await?;
        self.commit(tx, actor).await?;
        Ok(id)
    }

    /// The same in the name of the admin who gives it.
    pub(super) async fn give_scope(
        &self,
        tx: &mut Tx,
        by: PersonId,
        person: PersonId,
        scope: &Scope,
    ) -> Result<ScopeId> {
        let held = scopes::list(tx, person).await?.into_iter().find(|(_, held)| held == scope);
        if let Some((id, _)) = held {
            return Ok(id);
        }
        let entry = Entry::new(by, Deed::ScopeGiven, Object::Person(person));
        audit::add(tx, &entry.change(None, Some(scope.to_string())), self.now()).await?;
        Ok(scopes::add(tx, person, scope, self.now()).await?)
    }

    /// Takes a scope away. Whose it was, if it was there. For admins.
    pub async fn remove_scope(&self, actor: &Actor, id: ScopeId) -> Result<Option<PersonId>> {
        self.runs_everything(actor)?;
        let mut tx = self.begin(actor).await?;
        let removed = scopes::remove(&mut tx, id).await?;
        if let Some((person, scope)) = &removed {
            let entry = Entry::new(actor.person, Deed::ScopeTaken, Object::Person(*person));
            audit::add(&mut tx, &entry.change(Some(scope.to_string()), None), self.now()).await?;
        }
        self.commit(tx, actor).await?;
        Ok(removed.map(|(person, _)| person))
    }

    /// Refuses whoever is not an admin. Admins are named in the settings: nothing is asked of the database.
    pub(super) fn runs_everything(&self, actor: &Actor) -> Result<()> {
        if self.policy.admins.contains(&actor.person) { Ok(()) } else { Err(Error::NoRight) }
    }
}
