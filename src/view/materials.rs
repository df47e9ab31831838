//! Materials as people get them, and as those who add and remove them see them.

use super::event_card::title;
use super::parts::{back, home, lines, paging, paragraphs, press, screen};
use super::questions::label;
use super::{Ask, Attachment, Back, Button, Key, Screen, Shelf};
use crate::domain::{Attached, Event, EventId, Language, MOST_MATERIALS, Material, Matter, Texts};
use crate::i18n::{Html, Tr};

/// Longest title, in UTF-16 units of escaped text: any real one fits.
const TITLE: usize = 2 * Material::TITLE;

/// What was wrong with what was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Neither a file nor a picture nor an address.
    NoMatter,
    /// Not a text that can be a title.
    NoTitle,
    /// It has no title yet.
    Untitled,
}

/// The materials of an event.
pub fn of_event(tr: &Tr, event: &Event, (page, pages): (u32, u32), materials: &[Material]) -> Screen {
    let list = if materials.is_empty() { tr.materials_none() } else { Html::default() };
    let mut rows = takes(tr, materials.iter());
    rows.push(paging(page, pages, |page| Button::Shelf(Shelf::Of(event.id, page))));
    rows.push(back(tr, Button::Event(event.id, Back::Home)));
    screen(paragraphs([tr.materials_of(), title(tr, event), listed(tr, materials.iter()), list]), rows)
}

/// What there is for the person, each with the title of its event, and the way to the answers.
pub fn mine(tr: &Tr, (page, pages): (u32, u32), materials: &[(Material, Texts)], is_admin: bool) -> Screen {
    let entries = materials.iter().zip(1..).map(|((material, event), number)| {
        lines([entry(tr, number, material), tr.text(event, TITLE).italic()])
    });
    let list = Html::join(entries, "\n");
    let list = if list.is_empty() { tr.materials_none_of_mine() } else { list };
    let mut rows = takes(tr, materials.iter().map(|(material, _)| material));
    rows.push(paging(page, pages, |page| Button::Shelf(Shelf::Mine(page))));
    rows.push(vec![press(tr.materials_search_key(), Button::Ask(Ask::Search))]);
    if is_admin {
        rows.push(vec![press(tr.materials_tend_key(), Button::Shelf(Shelf::Tend(None, 0)))]);
    }
    rows.push(home(tr));
    screen(paragraphs([tr.materials_mine(), list, tr.materials_search_hint()]), rows)
}

/// The material itself.
pub fn taken(tr: &Tr, material: &Material) -> Screen {
    let name = tr.text(&material.title, TITLE).bold();
    let back = match material.event {
        Some(event) => vec![press(tr.materials_all_key(), Button::Shelf(Shelf::Beside(event)))],
        None => vec![press(tr.materials_home_key(), Button::Shelf(Shelf::Mine(0)))],
    };
    match &material.matter {
        Matter::File(file) => {
            let mut screen = screen(name, [back]);
            screen.attachment = Some(Attachment::Kept(file.clone()));
            screen
        }
        Matter::Address(address) => {
            let open = vec![Key::link(tr.materials_open_key().to_string(), address.clone())];
            screen(lines([name, Html::clip(address, 1000)]), [open, back])
        }
    }
}

/// The materials of an event or of the programme, for those who may change them.
pub fn tended(
    tr: &Tr,
    event: Option<&Event>,
    (page, pages): (u32, u32),
    materials: &[Material],
    total: u32,
) -> Screen {
    let id = event.map(|event| event.id);
    let head = event.map_or_else(|| tr.materials_programme().bold(), |event| title(tr, event));
    let list = listed(tr, materials.iter());
    let list = if list.is_empty() { tr.materials_none() } else { list };
    let mut rows: Vec<_> = materials
        .iter()
        .zip(1..)
        .map(|(material, number)| {
            let name = format!("🗑 {}", label(number, &tr.plain(&material.title, 24)));
            vec![Key::press(name, Button::Shelf(Shelf::Remove(material.id)))]
        })
        .collect();
    rows.push(paging(page, pages, |page| Button::Shelf(Shelf::Tend(id, page))));
    if total < MOST_MATERIALS {
        rows.push(vec![press(tr.materials_add_key(), Button::Shelf(Shelf::Add(id)))]);
    }
    rows.push(match event {
        Some(event) => back(tr, Button::Manage(event.id)),
        None => back(tr, Button::Shelf(Shelf::Mine(0))),
    });
    let hint = tr.materials_tend(MOST_MATERIALS);
    screen(paragraphs([tr.materials_of(), head, list, hint]), rows)
}

/// Asks for the file or link.
pub fn send(tr: &Tr, event: Option<EventId>, fault: Option<Fault>) -> Screen {
    screen(paragraphs([fault_of(tr, fault), tr.materials_send()]), [to_tended(tr, event)])
}

/// Asks for the title in a language, with what it is called so far.
pub fn naming(
    tr: &Tr,
    event: Option<EventId>,
    matter: &Matter,
    titles: &Texts,
    asked: Language,
    fault: Option<Fault>,
) -> Screen {
    let what = match matter {
        Matter::File(Attached::Photo(_)) => tr.materials_photo(),
        Matter::File(Attached::Document(_)) => tr.materials_file(),
        Matter::Address(address) => Html::ours("🔗 ").and_html(&Html::clip(address, 500)),
    };
    let names = Language::ALL.into_iter().filter_map(|language| {
        let name = Html::clip(titles.exact(language)?, TITLE);
        Some(tr.endonym(language).and(": ").and_html(&name.bold()))
    });
    let question = tr.materials_title(tr.endonym(asked), Material::TITLE);
    let languages = Language::ALL.into_iter().filter(|language| *language != asked);
    let languages = languages.map(|language| {
        let sign = if titles.exact(language).is_some() { "✅" } else { "➕" };
        let label = format!("{sign} {}", tr.endonym(language));
        Key::press(label, Button::Shelf(Shelf::Title(language)))
    });
    let save = (!titles.is_empty()).then(|| vec![press(tr.materials_save_key(), Button::Shelf(Shelf::Save))]);
    let rows = [Some(languages.collect()), save, Some(to_tended(tr, event))];
    screen(
        paragraphs([fault_of(tr, fault), lines([what, Html::join(names, "\n")]), question]),
        rows.into_iter().flatten(),
    )
}

/// Asks whether to remove it.
pub fn remove(tr: &Tr, material: &Material) -> Screen {
    let yes = vec![press(tr.materials_remove_key(), Button::Shelf(Shelf::RemoveSure(material.id)))];
    let name = tr.text(&material.title, TITLE).bold();
    screen(paragraphs([tr.materials_remove(), name]), [yes, to_tended(tr, material.event)])
}

/// Toast: it was added.
pub fn added(tr: &Tr) -> String {
    tr.materials_added().into()
}

/// Alert: there are too many already.
pub fn too_many(tr: &Tr) -> String {
    tr.materials_too_many(MOST_MATERIALS).into()
}

/// Toast: it was removed.
pub fn removed(tr: &Tr) -> String {
    tr.materials_removed().into()
}

/// The key to the materials of an event for those who may change them.
pub(super) fn tend_key(tr: &Tr, event: &Event) -> Key {
    press(tr.materials_key(), Button::Shelf(Shelf::Tend(Some(event.id), 0)))
}

/// The key to the materials of an event beside something that must stay.
pub(super) fn beside_key(tr: &Tr, event: &Event) -> Key {
    press(tr.materials_key(), Button::Shelf(Shelf::Beside(event.id)))
}

fn fault_of(tr: &Tr, fault: Option<Fault>) -> Html {
    match fault {
        None => Html::default(),
        Some(Fault::NoMatter) => tr.materials_no_matter(),
        Some(Fault::NoTitle) => tr.materials_no_title(Material::TITLE),
        Some(Fault::Untitled) => tr.materials_untitled(),
    }
}

fn to_tended(tr: &Tr, event: Option<EventId>) -> Vec<Key> {
    back(tr, Button::Shelf(Shelf::Tend(event, 0)))
}

fn listed<'a>(tr: &Tr, materials: impl Iterator<Item = &'a Material>) -> Html {
    Html::join(materials.zip(1..).map(|(material, number)| entry(tr, number, material)), "\n")
}

fn entry(tr: &Tr, number: u32, material: &Material) -> Html {
    let sign = match material.matter {
        Matter::File(Attached::Photo(_)) => "🖼",
        Matter::File(Attached::Document(_)) => "📄",
        Matter::Address(_) => "🔗",
    };
    Html::ours(format!("{number}. {sign} ")).and_html(&tr.text(&material.title, TITLE))
}

fn takes<'a>(tr: &Tr, materials: impl Iterator<Item = &'a Material>) -> Vec<Vec<Key>> {
    materials
        .zip(1..)
        .map(|(material, number)| {
            let name = label(number, &tr.plain(&material.title, Material::TITLE));
            vec![Key::press(name, Button::Shelf(Shelf::Take(material.id)))]
        })
        .collect()
}
