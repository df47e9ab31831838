//! Use cases on audiences: how many people one has, who may write to it, and what it can be narrowed to. What is sent to
//! one is in `broadcasts`.

use super::{Actor, Result, Services};
use crate::{
    domain::{Allowed, Audience, Background, Draft, Event, EventId, EventStatus, Reach, Role},
    store::{
        Conn,
        audience::{self, Wanted},
        broadcasts, events,
    },
};

impl Services {
    /// How many people an audience has at the moment. For those who work on events.
    pub async fn reach(&self, actor: &Actor, audience: &Audience) -> Result<Reach> {
        let mut conn = self.store.read().await?;
        self.runs_events(&mut conn, actor).await?;
        let wanted = Wanted { audience, zone: self.zone(), now: self.now() };
        Ok(audience::reach(&mut conn, &wanted).await?)
    }

    /// Whether the actor may write to an audience.
    pub async fn may_write(&self, actor: &Actor, audience: &Audience) -> Result<Allowed> {
        self.allowed(&mut *self.store.read().await?, actor, audience).await
    }

    /// The same on a connection of a use case.
    pub(super) async fn allowed(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        audience: &Audience,
    ) -> Result<Allowed> {
        let role = self.role(conn, actor.person).await?;
        let events = match role {
            Role::Staff(_) => listed(conn, &audience.events).await?,
            Role::Citizen | Role::Admin => Vec::new(),
        };
        Ok(role.may_write(audience, &events))
    }

    /// What the author of a draft can refer to. For those who work on events.
    pub async fn background(&self, actor: &Actor, draft: &Draft) -> Result<Background> {
        let mut conn = self.store.read().await?;
        self.runs_events(&mut conn, actor).await?;
        let events = listed(&mut conn, &draft.events()).await?;
        let mut organisations = events::list_organisations(&mut conn).await?;
        // Not by the database: every server has an order of its own.
        organisations.sort_by(|(_, one), (_, other)| one.cmp(other));
        let last = broadcasts::last_by(&mut conn, actor.person).await?;
        Ok(Background { events, organisations, last })
    }
}

/// Those of the events that are there for others than their organisers too.
pub(super) async fn listed(conn: &mut Conn, ids: &[EventId]) -> Result<Vec<Event>> {
    let mut found = Vec::new();
    for id in ids {
        found.extend(events::lookup(conn, *id).await?.filter(|event| event.status != EventStatus::Draft));
    }
    Ok(found)
}
