//! Materials: getting, adding and removing them. Part of the actions, in a file of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::State,
};
use crate::{
    domain::{EventId, Language, Link, Material, MaterialId, Matter, Role, Texts},
    view::{
        Input, Reply, Screen, Sent, Shelf, events,
        materials::{self, Fault},
    },
};
use serde::{Deserialize, Serialize};

/// A material that is being added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adding {
    /// Of which event; `None`: of the whole programme.
    event: Option<EventId>,
    /// What it is, once it was sent.
    matter: Option<Matter>,
    /// What it is called so far.
    title: Texts,
    /// In which language the next text is its title.
    asked: Language,
}

impl Adding {
    const fn new(event: Option<EventId>, asked: Language) -> Self {
        Self { event, matter: None, title: Texts { kk: None, ru: None, en: None }, asked }
    }

    /// Takes what was sent: first the thing itself, then titles. What was wrong with it, if anything.
    fn take(mut self, input: &Input) -> (Self, Option<Fault>) {
        if self.matter.is_none() {
            self.matter = matter(input);
            let fault = self.matter.is_none().then_some(Fault::NoMatter);
            return (self, fault);
        }
        let title = match input {
            Input::Text(text) => Material::title(text),
            _ => None,
        };
        let Some(title) = title else { return (self, Some(Fault::NoTitle)) };
        match self.asked {
            Language::Kk => self.title.kk = Some(title),
            Language::Ru => self.title.ru = Some(title),
            Language::En => self.title.en = Some(title),
        }
        // The next one that is missing, so that three texts in a row make three titles.
        let missing = Language::ALL.into_iter().find(|language| self.title.exact(*language).is_none());
        self.asked = missing.unwrap_or(self.asked);
        (self, None)
    }

    fn screen(&self, visit: &Visit, fault: Option<Fault>) -> Screen {
        match &self.matter {
            None => materials::send(&visit.tr, self.event, fault),
            Some(matter) => materials::naming(&visit.tr, self.event, matter, &self.title, self.asked, fault),
        }
    }
}

/// What was sent as something to hand out.
fn matter(input: &Input) -> Option<Matter> {
    match input {
        Input::Text(text) => match Link::address(text)? {
            Link::Address(address) => Some(Matter::Address(address)),
            Link::Event(_) => None,
        },
        Input::Message(Sent { part, .. }) => part.attached.clone().map(Matter::File),
        _ => None,
    }
}

/// Does what a button says.
pub(super) async fn press(visit: &Visit, shelf: Shelf) -> Replies {
    let Visit { bot, actor, tr, .. } = visit;
    let services = &bot.services;
    match shelf {
        Shelf::Mine(page) => {
            let mine = services.my_materials(actor, page).await?;
            redraw(materials::mine(tr, mine.turn(page), &mine.items, visit.role == Role::Admin))
        }
        Shelf::Of(event, page) => redraw(of_event(visit, event, page).await?),
        Shelf::Beside(event) => show(of_event(visit, event, 0).await?),
        Shelf::Take(id) => match services.material(id).await? {
            Some(material) => show(materials::taken(tr, &material)),
            None => visit.old_button(),
        },
        Shelf::Tend(event, page) => redraw(tended(visit, event, page).await?),
        Shelf::Add(event) => {
            // Whoever may not is told before they have written anything.
            services.tended_materials(actor, event, 0).await?;
            if let Some(busy) = visit.busy().await? {
                return show(busy);
            }
            put(visit, Adding::new(event, tr.language), None, Reply::Redraw).await
        }
        Shelf::Title(language) => match visit.state().await? {
            State::Adding(adding) => {
                put(visit, Adding { asked: language, ..*adding }, None, Reply::Redraw).await
            }
            _ => visit.old_button(),
        },
        Shelf::Save => match visit.state().await? {
            State::Adding(adding) => save(visit, *adding).await,
            _ => visit.old_button(),
        },
        Shelf::Remove(id) => remove(visit, id).await,
        Shelf::RemoveSure(id) => {
            let material = services.remove_material(actor, id).await?;
            let list = tended(visit, material.event, 0).await?;
            Ok(vec![Reply::Redraw(list), Reply::Toast(materials::removed(tr))])
        }
    }
}

/// Takes what they send.
pub(super) async fn sent(visit: &Visit, adding: Adding, input: &Input) -> Replies {
    let is_link = adding.matter.is_none();
    // A link has no formatting that could matter; neither has a title.
    let plain = input.clone().plain();
    let input = if matches!(plain, Input::Text(_)) || !is_link { &plain } else { input };
    let (adding, fault) = adding.take(input);
    put(visit, adding, fault, Reply::Show).await
}

/// Keeps how far it is and asks for what is missing.
async fn put(visit: &Visit, adding: Adding, fault: Option<Fault>, reply: fn(Screen) -> Reply) -> Replies {
    let screen = adding.screen(visit, fault);
    visit.conversation.update(State::Adding(Box::new(adding))).await?;
    Ok(vec![reply(screen)])
}

async fn save(visit: &Visit, adding: Adding) -> Replies {
    let Some(matter) = adding.matter.as_ref().filter(|_| !adding.title.is_empty()) else {
        return Ok(vec![Reply::Redraw(adding.screen(visit, Some(Fault::Untitled)))]);
    };
    let services = &visit.bot.services;
    let added = services.add_material(&visit.actor, adding.event, &adding.title, matter).await?;
    visit.conversation.exit().await?;
    let word = if added {
        Reply::Toast(materials::added(&visit.tr))
    } else {
        Reply::Alert(materials::too_many(&visit.tr))
    };
    Ok(vec![Reply::Redraw(tended(visit, adding.event, 0).await?), word])
}

async fn remove(visit: &Visit, id: MaterialId) -> Replies {
    let services = &visit.bot.services;
    let Some(material) = services.material(id).await? else { return visit.old_button() };
    // Whoever may not remove it is not asked either.
    services.tended_materials(&visit.actor, material.event, 0).await?;
    redraw(materials::remove(&visit.tr, &material))
}

async fn of_event(visit: &Visit, event: EventId, page: u32) -> Result<Screen, super::memory::MemoryError> {
    Ok(match visit.bot.services.event_materials(event, page).await? {
        Some((event, list)) => materials::of_event(&visit.tr, &event, list.turn(page), &list.items),
        None => events::absent(&visit.tr),
    })
}

async fn tended(
    visit: &Visit,
    event: Option<EventId>,
    page: u32,
) -> Result<Screen, super::memory::MemoryError> {
    let (event, list) = visit.bot.services.tended_materials(&visit.actor, event, page).await?;
    let turn = list.turn(page);
    Ok(materials::tended(&visit.tr, event.as_ref(), turn, &list.items, list.total))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Attached, Part};

    fn text(text: &str) -> Input {
        Input::Text(text.into())
    }

    fn file() -> Input {
        let part = Part { html: String::new(), attached: Some(Attached::Document("F".into())) };
        Input::Message(Sent { part, plain: None, album: None })
    }

    #[test]
    fn first_the_thing_then_its_titles() {
        let fresh = || Adding::new(Some(EventId(7)), Language::Ru);
        for input in [text("слайдтар"), Input::Other, text("")] {
            assert_eq!(fresh().take(&input), (fresh(), Some(Fault::NoMatter)));
        }
        let (linked, fault) = fresh().take(&text("qatys.kz/a"));
        assert_eq!((linked.matter, fault), (Some(Matter::Address("https://qatys.kz/a".into())), None));
        let (mut adding, _) = fresh().take(&file());
        assert_eq!(adding.matter, Some(Matter::File(Attached::Document("F".into()))));
        for input in [text("x"), file()] {
            assert_eq!(adding.clone().take(&input), (adding.clone(), Some(Fault::NoTitle)));
        }
        for (title, next) in [("Слайды", Language::Kk), ("Слайдтар", Language::En), ("Slides", Language::En)]
        {
            let (named, fault) = adding.take(&text(title));
            assert_eq!((named.asked, fault), (next, None));
            adding = named;
        }
        let title =
            Texts {
                kk: Some("Слайдтар".into()), ru: Some("Слайды".into()), en: Some("Slides".into())
            };
        assert_eq!(adding.title, title);
    }
}
