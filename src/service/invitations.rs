//! Use cases on invitations: who makes a link by which people come to work, what it offers, and taking it. What the work
//! allows is in `domain/role.rs`.

use super::{Actor, Result, Services};
use crate::{
    domain::{
        Deed, Entry, Event, EventId, EventStatus, Grant, Invitation, InvitationId, Issued, Name, Notice,
        Object, Offer, PersonId, Role, Scope, ScopeId, Secret, Taken,
    },
    store::{Conn, Tx, audit, events, hosts, invitations, outbox, scopes, shifts, speakers, staff},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// What is kept of a secret.
fn fingerprint(secret: &Secret) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_str()))
}

/// What the audit says an invitation was about.
fn object(invitation: &Invitation) -> Object {
    invitation.grant.event().map_or(Object::Invitation(invitation.id), Object::Event)
}

impl Services {
    /// An invitation to run the events of a scope. For admins.
    pub async fn invite_organiser(&self, actor: &Actor, scope: &Scope) -> Result<Issued> {
        self.runs_everything(actor)?;
        let mut tx = self.begin(actor).await?;
        let issued = self.issue(&mut tx, actor, Grant::Organiser(scope.clone()), None).await?;
        self.commit(tx, actor).await?;
        Ok(issued)
    }

    /// A link for the stewards of an event, from the usual time on or `at_once`. The one before and the shifts that came by
    /// it end. For those who run the event; `None` when it has no door any more.
    pub async fn invite_stewards(
        &self,
        actor: &Actor,
        event: EventId,
        at_once: bool,
    ) -> Result<Option<Issued>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let Some(event) = self.worked_on(&mut tx, actor, event).await? else { return Ok(None) };
        let grant = Grant::steward(&event, at_once.then_some(now));
        if !is_ahead(&event) || grant.expires_at(now) <= now {
            return Ok(None);
        }
        self.close_door(&mut tx, event.id).await?;
        let issued = self.issue(&mut tx, actor, grant, Some(event)).await?;
        self.commit(tx, actor).await?;
        Ok(Some(issued))
    }

    /// An invitation to one of the speakers whom the programme names. One made before for the same name ends. For those who
    /// run the event; `None` when it is over.
    pub async fn invite_speaker(&self, actor: &Actor, event: EventId, name: &str) -> Result<Option<Issued>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let Some(event) = self.worked_on(&mut tx, actor, event).await? else { return Ok(None) };
        if !is_ahead(&event) || now >= event.ends_at() {
            return Ok(None);
        }
        let grant = Grant::Speaker { event: event.id, name: name.to_owned() };
        for open in invitations::list(&mut tx, Some(event.id), now).await? {
            if open.grant == grant {
                invitations::revoke(&mut tx, open.id, now).await?;
            }
        }
        let issued = self.issue(&mut tx, actor, grant, Some(event)).await?;
        self.commit(tx, actor).await?;
        Ok(Some(issued))
    }

    /// An invitation to another organisation to run an event together. For those whose event it is; `None` when it is over.
    pub async fn invite_host(&self, actor: &Actor, event: EventId) -> Result<Option<Issued>> {
        let mut tx = self.begin(actor).await?;
        let Some(event) = self.owned(&mut tx, actor, event).await? else { return Ok(None) };
        if !is_ahead(&event) || self.now() >= event.ends_at() {
            return Ok(None);
        }
        let grant = Grant::Host { event: event.id };
        let issued = self.issue(&mut tx, actor, grant, Some(event)).await?;
        self.commit(tx, actor).await?;
        Ok(Some(issued))
    }

    async fn issue(&self, tx: &mut Tx, actor: &Actor, grant: Grant, event: Option<Event>) -> Result<Issued> {
        let secret = loop {
            let text = URL_SAFE_NO_PAD.encode(self.chance.bytes::<16>());
            if let Some(secret) = Secret::parse(&text) {
                break secret;
            }
        };
        let now = self.now();
        let invitation = invitations::add(tx, &grant, &fingerprint(&secret), actor.person, now).await?;
        let entry = Entry::new(actor.person, Deed::Invited, object(&invitation));
        audit::add(tx, &entry.change(None, Some(grant.to_string())), now).await?;
        Ok(Issued { secret, invitation, event: event.map(Box::new) })
    }

    /// Ends an invitation that was not taken. What it was, if it could be: for those who could make it.
    pub async fn revoke_invitation(&self, actor: &Actor, id: InvitationId) -> Result<Option<Invitation>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        self.runs_events(&mut tx, actor).await?;
        let Some(invitation) = invitations::lookup(&mut tx, id, now).await? else { return Ok(None) };
        if self.event_of(&mut tx, actor.person, &invitation.grant).await?.is_none() {
            return Ok(None);
        }
        invitations::revoke(&mut tx, id, now).await?;
        let entry = Entry::new(actor.person, Deed::InvitationRevoked, object(&invitation));
        audit::add(&mut tx, &entry.change(Some(invitation.grant.to_string()), None), now).await?;
        self.commit(tx, actor).await?;
        Ok(Some(invitation))
    }

    /// The event of an invitation, if it is about one; nothing at all when the person may not make such an invitation.
    async fn event_of(
        &self,
        conn: &mut Conn,
        person: PersonId,
        grant: &Grant,
    ) -> Result<Option<Option<Event>>> {
        let role = self.role(conn, person).await?;
        let Some(event) = grant.event() else { return Ok((role == Role::Admin).then_some(None)) };
        let event = events::lookup(conn, event).await?.filter(|event| match grant {
            Grant::Host { .. } => role.owns(event),
            _ => role.works_on(event),
        });
        Ok(event.map(Some))
    }

    /// What a link offers the actor; `None` for every link that leads nowhere.
    pub async fn offer(&self, actor: &Actor, secret: &Secret) -> Result<Option<Offer>> {
        self.offered(&mut *self.store.read().await?, actor, secret).await
    }

    async fn offered(&self, conn: &mut Conn, actor: &Actor, secret: &Secret) -> Result<Option<Offer>> {
        let now = self.now();
        let Some(invitation) = invitations::find(conn, &fingerprint(secret), now).await? else {
            return Ok(None);
        };
        // Whoever has lost the right to invite has lost it for the links they left behind.
        let Some(event) = self.event_of(conn, invitation.by, &invitation.grant).await? else {
            return Ok(None);
        };
        if event.as_ref().is_some_and(|event| !is_ahead(event)) {
            return Ok(None);
        }
        let mut organisations = Vec::new();
        if let (Grant::Host { .. }, Some(event)) = (&invitation.grant, &event) {
            organisations = self.hosts_of(conn, actor.person, event).await?;
            if organisations.is_empty() {
                return Ok(None);
            }
        }
        Ok(Some(Offer { invitation, event: event.map(Box::new), organisations }))
    }

    /// Organisations of a person that do not run the event yet.
    async fn hosts_of(
        &self,
        conn: &mut Conn,
        person: PersonId,
        event: &Event,
    ) -> Result<Vec<(ScopeId, String)>> {
        let there: Vec<_> = hosts::list_by_event(conn, event.id)
            .await?
            .into_iter()
            .filter(|host| host.approved_at.is_some())
            .map(|host| host.organisation)
            .chain([event.facts.organisation.clone()])
            .collect();
        let mut others: Vec<(ScopeId, String)> = Vec::new();
        for (id, scope) in scopes::list(conn, person).await? {
            if let Some(organisation) = scope.organisation
                && !there.contains(&organisation)
                && !others.iter().any(|(_, other)| *other == organisation)
            {
                others.push((id, organisation));
            }
        }
        Ok(others)
    }

    /// Takes what a link offers; `scope` names the organisation that would run an event too. `name` is what Telegram calls
    /// the actor. Of several who take it at once, one does.
    pub async fn redeem(
        &self,
        actor: &Actor,
        secret: &Secret,
        scope: Option<ScopeId>,
        name: Option<&Name>,
    ) -> Result<Taken> {
        let now = self.now();
        let early = if self.policy.careless {
            let early = self.offer(actor, secret).await?;
            self.linger().await;
            early
        } else {
            None
        };
        let mut tx = self.begin(actor).await?;
        let offer = match early {
            None => self.offered(&mut tx, actor, secret).await?,
            early => early,
        };
        let Some(offer) = offer else { return Ok(Taken::Dead) };
        let Offer { invitation, event, organisations } = &offer;
        if let Some(event) = event {
            // A link of stewards that is ended meanwhile must not leave a shift behind.
            events::lock(&mut tx, event.id).await?;
            if invitations::lookup(&mut tx, invitation.id, now).await?.is_none() && !self.policy.careless {
                return Ok(Taken::Dead);
            }
        }
        let host = organisations.iter().find(|(id, _)| Some(*id) == scope).map(|(_, name)| name.clone());
        if matches!(invitation.grant, Grant::Host { .. }) && host.is_none() {
            return Ok(Taken::Dead);
        }
        let is_mine = !invitation.grant.is_taken_once()
            || invitations::set_used(&mut tx, invitation.id, actor.person, now).await?;
        if !is_mine && !self.policy.careless {
            return Ok(Taken::Dead);
        }
        let entry = Entry::new(actor.person, Deed::InvitationTaken, object(invitation));
        audit::add(&mut tx, &entry.change(None, Some(invitation.grant.to_string())), now).await?;
        staff::set(&mut tx, actor.person, name, now).await?;
        let taken = if let (Some(event), Some(organisation)) = (event, host) {
            self.ask_owners(&mut tx, actor, event, &organisation).await?;
            Taken::Asked(event.clone(), organisation)
        } else {
            self.give(&mut tx, actor, invitation).await?;
            Taken::Done(Box::new(offer))
        };
        self.announce(tx, actor).await?;
        Ok(taken)
    }

    async fn give(&self, tx: &mut Tx, actor: &Actor, invitation: &Invitation) -> Result<()> {
        match &invitation.grant {
            Grant::Organiser(scope) => {
                self.give_scope(tx, invitation.by, actor.person, scope).await?;
            }
            Grant::Steward { event, from, until } => {
                shifts::set(tx, (*event, actor.person), (*from, *until), invitation.id).await?;
            }
            Grant::Speaker { event, name } => {
                speakers::set(tx, *event, name, actor.person, self.now()).await?;
            }
            Grant::Host { .. } => {}
        }
        Ok(())
    }

    /// Asks those whose event it is; admins, where nobody else would hear of it.
    async fn ask_owners(&self, tx: &mut Tx, actor: &Actor, event: &Event, organisation: &str) -> Result<()> {
        let now = self.now();
        let Some(host) = hosts::add(tx, event.id, organisation, actor.person, now).await? else {
            return Ok(());
        };
        let mut owners = scopes::list_workers(tx, event, false).await?;
        owners.retain(|owner| *owner != actor.person);
        if owners.is_empty() {
            owners.clone_from(&self.policy.admins);
        }
        for owner in owners {
            outbox::add(tx, owner, &Notice::HostAsked { host }, now, Some(event.ends_at())).await?;
        }
        Ok(())
    }
}

/// Whether there is still something to do for an event.
pub(super) const fn is_ahead(event: &Event) -> bool {
    matches!(event.status, EventStatus::Draft | EventStatus::Published)
}
