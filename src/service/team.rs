//! Use cases on who works on an event: its stewards, its speakers, and the organisations that run it together. How they come
//! is in `invitations`.

use super::{Actor, Result, Services, invitations::is_ahead};
use crate::{
    domain::{
        Deed, Entry, Event, EventCard, EventId, Grant, Host, HostId, Notice, Object, PersonId, Shift,
        ShiftId, Speaker, SpeakerId, Team,
    },
    store::{Conn, Tx, audit, events, hosts, invitations, outbox, shifts, speakers},
};

impl Services {
    /// Who works on an event. For those who run it.
    pub async fn team(&self, actor: &Actor, event: EventId) -> Result<Option<Team>> {
        let mut conn = self.store.read().await?;
        let Some(event) = self.worked_on(&mut conn, actor, event).await? else { return Ok(None) };
        let is_own = self.role(&mut conn, actor.person).await?.owns(&event);
        let stewards = shifts::list_by_event(&mut conn, event.id).await?;
        let speakers = speakers::list_by_event(&mut conn, event.id).await?;
        let hosts = hosts::list_by_event(&mut conn, event.id).await?;
        let open = if is_ahead(&event) {
            invitations::list(&mut conn, Some(event.id), self.now()).await?
        } else {
            Vec::new()
        };
        Ok(Some(Team { event, is_own, stewards, speakers, hosts, open }))
    }

    /// Ends the time of one steward. Whose it was. For those who run the event.
    pub async fn end_shift(&self, actor: &Actor, id: ShiftId) -> Result<Option<Shift>> {
        let mut tx = self.begin(actor).await?;
        self.runs_events(&mut tx, actor).await?;
        let Some(shift) = shifts::lookup(&mut tx, id).await? else { return Ok(None) };
        let Some(event) = self.worked_on(&mut tx, actor, shift.event).await? else { return Ok(None) };
        shifts::remove(&mut tx, id).await?;
        let entry = Entry::new(actor.person, Deed::StewardEnded, Object::Event(event.id));
        audit::add(&mut tx, &entry, self.now()).await?;
        self.commit(tx, actor).await?;
        Ok(Some(shift))
    }

    /// Ends the time of all stewards, and their link. Who they were. For those who run the event.
    pub async fn end_shifts(&self, actor: &Actor, event: EventId) -> Result<Option<Vec<PersonId>>> {
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let Some(event) = self.worked_on(&mut tx, actor, event).await? else { return Ok(None) };
        let stewards = self.close_door(&mut tx, event.id).await?;
        let entry = Entry::new(actor.person, Deed::StewardsEnded, Object::Event(event.id));
        audit::add(&mut tx, &entry, self.now()).await?;
        self.commit(tx, actor).await?;
        Ok(Some(stewards))
    }

    /// Ends the link of stewards and all shifts that came by it. Whose they were.
    pub(super) async fn close_door(&self, tx: &mut Tx, event: EventId) -> Result<Vec<PersonId>> {
        let now = self.now();
        for open in invitations::list(tx, Some(event), now).await? {
            if matches!(open.grant, Grant::Steward { .. }) {
                invitations::revoke(tx, open.id, now).await?;
            }
        }
        Ok(shifts::clear(tx, event).await?)
    }

    /// Shifts and the link of stewards go with an event that is moved or takes longer.
    pub(super) async fn move_shifts(&self, tx: &mut Tx, before: &Event, after: &Event) -> Result<()> {
        let (begins, ends) = (after.starts_at - before.starts_at, after.ends_at() - before.ends_at());
        if begins.is_zero() && ends.is_zero() {
            return Ok(());
        }
        for (shift, _) in shifts::list_by_event(tx, after.id).await? {
            shifts::set_times(tx, shift.id, shift.from + begins, shift.until + ends).await?;
        }
        for open in invitations::list(tx, Some(after.id), self.now()).await? {
            if let Grant::Steward { from, until, .. } = open.grant {
                invitations::set_times(tx, open.id, from + begins, until + ends).await?;
            }
        }
        Ok(())
    }

    /// A speaker of the programme is no longer this person. Who it was. For those who run the event.
    pub async fn end_speaker(&self, actor: &Actor, id: SpeakerId) -> Result<Option<Speaker>> {
        let mut tx = self.begin(actor).await?;
        self.runs_events(&mut tx, actor).await?;
        let Some(speaker) = speakers::lookup(&mut tx, id).await? else { return Ok(None) };
        let Some(event) = self.worked_on(&mut tx, actor, speaker.event).await? else { return Ok(None) };
        speakers::remove(&mut tx, id).await?;
        let entry = Entry::new(actor.person, Deed::SpeakerEnded, Object::Event(event.id));
        audit::add(&mut tx, &entry, self.now()).await?;
        self.commit(tx, actor).await?;
        Ok(Some(speaker))
    }

    /// Answers an organisation that asks to run an event too; whoever asked for it hears so. What it is about, if it still
    /// asks. For those whose event it is.
    pub async fn answer_host(&self, actor: &Actor, id: HostId, yes: bool) -> Result<Option<(Event, Host)>> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        let Some((event, host)) = self.host(&mut tx, actor, id).await? else { return Ok(None) };
        let is_answered = host.approved_at.is_some()
            || !if yes {
                hosts::approve(&mut tx, id, actor.person, now).await?
            } else {
                hosts::remove(&mut tx, id).await?
            };
        if is_answered {
            return Ok(None);
        }
        let deed = if yes { Deed::HostApproved } else { Deed::HostRefused };
        let entry = Entry::new(actor.person, deed, Object::Event(event.id));
        audit::add(&mut tx, &entry.change(None, Some(host.organisation.clone())), now).await?;
        let notice = Notice::HostAnswered { host: id, event: event.id, yes };
        outbox::add(&mut tx, host.asked_by, &notice, now, Some(event.ends_at())).await?;
        self.announce(tx, actor).await?;
        Ok(Some((event, host)))
    }

    /// An organisation no longer runs the event. Which it was. For those whose event it is.
    pub async fn end_host(&self, actor: &Actor, id: HostId) -> Result<Option<(Event, Host)>> {
        let mut tx = self.begin(actor).await?;
        let Some((event, host)) = self.host(&mut tx, actor, id).await? else { return Ok(None) };
        if host.approved_at.is_none() || !hosts::remove(&mut tx, id).await? {
            return Ok(None);
        }
        let entry = Entry::new(actor.person, Deed::HostEnded, Object::Event(event.id));
        audit::add(&mut tx, &entry.change(Some(host.organisation.clone()), None), self.now()).await?;
        self.commit(tx, actor).await?;
        Ok(Some((event, host)))
    }

    /// An organisation that runs an event too. For those whose event it is.
    pub async fn hosting(&self, actor: &Actor, id: HostId) -> Result<Option<(Event, Host)>> {
        let found = self.host(&mut *self.store.read().await?, actor, id).await?;
        Ok(found.filter(|(_, host)| host.approved_at.is_some()))
    }

    async fn host(&self, conn: &mut Conn, actor: &Actor, id: HostId) -> Result<Option<(Event, Host)>> {
        self.runs_events(conn, actor).await?;
        let Some(host) = hosts::lookup(conn, id).await? else { return Ok(None) };
        Ok(self.owned(conn, actor, host.event).await?.map(|event| (event, host)))
    }

    /// Everything the actor speaks at that is not over, soonest first, with how full it is.
    pub async fn talks(&self, actor: &Actor) -> Result<Vec<EventCard>> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let mut talks = Vec::new();
        for id in speakers::list_events(&mut conn, actor.person).await? {
            if let Some((event, seats)) = super::events::visible_with_seats(&mut conn, id).await?
                && now < event.ends_at()
            {
                let threads = crate::domain::Threads::default();
                talks.push(EventCard { event, seats, mine: None, hosts: Vec::new(), threads });
            }
        }
        talks.sort_by_key(|talk| (talk.event.starts_at, talk.event.id));
        Ok(talks)
    }
}
