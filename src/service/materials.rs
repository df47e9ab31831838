//! Use cases on materials: adding, listing and removing what is handed out, of an event by those who work on it, of the
//! whole programme by admins.

use super::{Actor, Error, PAGE, Page, Result, Services, events::visible};
use crate::{
    domain::{Deed, Entry, Event, EventId, MOST_MATERIALS, Material, MaterialId, Matter, Object, Texts},
    store::{Conn, Tx, audit, events, materials},
};

impl Services {
    /// A page of the materials of an event. `None` if it is not there.
    pub async fn event_materials(
        &self,
        event: EventId,
        page: u32,
    ) -> Result<Option<(Event, Page<Material>)>> {
        let mut conn = self.store.read().await?;
        let Some(event) = visible(&mut conn, event).await? else { return Ok(None) };
        let list = page_of(&mut conn, Some(event.id), page).await?;
        Ok(Some((event, list)))
    }

    /// A page of what there is for the actor: of the whole programme, and of events they are registered for, each with
    /// the title of its event.
    pub async fn my_materials(&self, actor: &Actor, page: u32) -> Result<Page<(Material, Texts)>> {
        let mut conn = self.store.read().await?;
        let total = materials::count_for(&mut conn, actor.person).await?;
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        let items = materials::list_for(&mut conn, actor.person, PAGE, page * PAGE).await?;
        Ok(Page { items, total })
    }

    /// One of them. Those of a draft are not there.
    pub async fn material(&self, id: MaterialId) -> Result<Option<Material>> {
        let mut conn = self.store.read().await?;
        let Some(material) = materials::lookup(&mut conn, id).await? else { return Ok(None) };
        Ok(match material.event {
            Some(event) => visible(&mut conn, event).await?.map(|_| material),
            None => Some(material),
        })
    }

    /// The same page for those who may change it.
    pub async fn tended_materials(
        &self,
        actor: &Actor,
        event: Option<EventId>,
        page: u32,
    ) -> Result<(Option<Event>, Page<Material>)> {
        let mut conn = self.store.read().await?;
        let event = self.shelved_by(&mut conn, actor, event).await?;
        let list = page_of(&mut conn, event.as_ref().map(|event| event.id), page).await?;
        Ok((event, list))
    }

    /// Adds a file or link. For those who work on the event, or for admins. `false` when there are too many already.
    pub async fn add_material(
        &self,
        actor: &Actor,
        event: Option<EventId>,
        title: &Texts,
        matter: &Matter,
    ) -> Result<bool> {
        let mut tx = self.begin(actor).await?;
        if let Some(event) = event {
            events::lock(&mut tx, event).await?;
        }
        let event = self.shelved_by(&mut tx, actor, event).await?.map(|event| event.id);
        if materials::count(&mut tx, event).await? >= MOST_MATERIALS {
            return Ok(false);
        }
        let id = materials::add(&mut tx, event, title, matter, actor.person, self.now()).await?;
        self.note_material(&mut tx, actor, Deed::MaterialAdded, event, id).await?;
        self.commit(tx, actor).await?;
        Ok(true)
    }

    /// Removes one. For the same people. Gives what it was.
    pub async fn remove_material(&self, actor: &Actor, id: MaterialId) -> Result<Material> {
        let mut tx = self.begin(actor).await?;
        let material = materials::lookup(&mut tx, id).await?.ok_or(Error::NoRight)?;
        self.shelved_by(&mut tx, actor, material.event).await?;
        materials::remove(&mut tx, id).await?;
        self.note_material(&mut tx, actor, Deed::MaterialRemoved, material.event, id).await?;
        self.commit(tx, actor).await?;
        Ok(material)
    }

    async fn note_material(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        deed: Deed,
        event: Option<EventId>,
        id: MaterialId,
    ) -> Result<()> {
        let object = event.map_or(Object::Programme, Object::Event);
        let entry = Entry::new(actor.person, deed, object).change(None, Some(format!("material:{id}")));
        Ok(audit::add(tx, &entry, self.now()).await?)
    }

    /// The event whose materials the actor may change; for admins also none, which is the whole programme.
    async fn shelved_by(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        event: Option<EventId>,
    ) -> Result<Option<Event>> {
        match event {
            Some(event) => self.worked_on(conn, actor, event).await?.ok_or(Error::NoRight).map(Some),
            None => self.runs_everything(actor).map(|()| None),
        }
    }
}

async fn page_of(conn: &mut Conn, event: Option<EventId>, page: u32) -> Result<Page<Material>> {
    let total = materials::count(conn, event).await?;
    let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
    Ok(Page { items: materials::list(conn, event, PAGE, page * PAGE).await?, total })
}
