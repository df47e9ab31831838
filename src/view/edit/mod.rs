//! Writing an event: the overview, the questions about its parts, and the words to what does not fit. What comes next is
//! decided by the conversation; the event as citizens see it is in `event_card`.

mod questions;

use super::parts::{PLACE, TITLE, back, lines, pairs, paragraphs, press, screen};
use super::{Button, Edit, Key, Screen};
use crate::domain::{EventId, Field, Language, Room, Sketch, SketchFault, local};
use crate::i18n::{Html, Tr, one_line};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

/// A question about the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Prompt {
    /// What is there, and what is missing.
    Overview,
    /// One part.
    Field(Field),
    /// Whether to give it up.
    Leave,
}

/// A word on what was just done or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// What was typed does not do.
    Fault(SketchFault),
    /// How a date and time was read.
    Read(NaiveDateTime),
    /// This part is missing yet.
    Missing,
    /// What was pressed is not there any more.
    Gone,
    /// Only a text does here.
    OnlyText,
    /// Only a picture does here.
    NotAPhoto,
    /// A part must be chosen by a button.
    ChooseFirst,
    /// The pin is there, the name of the place is not.
    NameThePlace,
    /// It is kept.
    Saved,
    /// So many hold seats: there cannot be fewer.
    CapacityBelow(u32),
    /// It would belong to somebody else.
    Elsewhere,
    /// It would begin in the past.
    Past,
    /// It has begun, is over or cancelled.
    Over,
}

/// What the screens are made of.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What is written so far.
    pub sketch: &'a Sketch,
    /// The kept event that it changes, and whether everybody sees it.
    pub kept: Option<(EventId, bool)>,
    /// Organisations of the programme, each with one of its events.
    pub organisations: &'a [(EventId, String)],
}

/// The open question, with a word on the last answer.
pub fn prompt(tr: &Tr, prompt: Prompt, note: Option<&Note>, facts: &Facts) -> Screen {
    let (html, mut rows) = match prompt {
        Prompt::Overview => overview(tr, facts),
        Prompt::Field(field) => questions::question(tr, field, facts),
        Prompt::Leave => (tr.edit_leave(), vec![vec![key(tr.edit_leave_sure_key(), Edit::LeaveSure)]]),
    };
    if prompt != Prompt::Overview {
        rows.push(back(tr, Button::Edit(Edit::Open)));
    }
    let note = note.map(|note| questions::note(tr, note)).unwrap_or_default();
    screen(paragraphs([note, html]), rows)
}

/// An event is being written: what was pressed would put it away.
pub fn busy(tr: &Tr) -> Screen {
    screen(
        tr.edit_busy(),
        [vec![key(tr.edit_open_key(), Edit::Open)], vec![key(tr.edit_leave_sure_key(), Edit::LeaveSure)]],
    )
}

/// Stands before the card as citizens will see it.
pub fn preview(tr: &Tr, language: Language) -> Screen {
    Screen::text(tr.edit_preview_mark(tr.endonym(language)))
}

type Question = (Html, Vec<Vec<Key>>);

fn key(label: Html, edit: Edit) -> Key {
    press(label, Button::Edit(edit))
}

fn overview(tr: &Tr, facts: &Facts) -> Question {
    let Facts { sketch, kept, .. } = facts;
    let head = match kept {
        None => tr.edit_new(),
        Some((_, false)) => tr.edit_draft(),
        Some((_, true)) => tr.edit_published(),
    };
    let title =
        if sketch.title.is_empty() { tr.edit_no_title() } else { tr.text(&sketch.title, TITLE).bold() };
    let texts = Html::join(Language::ALL.map(|language| text_mark(tr, sketch, language)), " · ");
    let what = lines([title, texts]);
    let about = lines([
        tr.edit_start_line(start(tr, sketch), tr.length(sketch.minutes)),
        tr.edit_place_line(place(tr, sketch)),
        tr.edit_room_line(room(tr, sketch)),
        tr.edit_level_line(level(tr, sketch)),
        tr.edit_spoken_line(spoken(tr, sketch)),
        tr.edit_organisation_line(or_none(tr, sketch.organisation.as_deref())),
        tr.edit_speakers_line(speakers(tr, sketch)),
        tr.edit_sign_up_line(sign_up(tr, sketch)),
        tr.edit_window_line(window(tr, sketch)),
    ]);
    let hint =
        if kept.is_some_and(|(_, published)| published) { tr.edit_published_hint() } else { Html::default() };
    (paragraphs([head, what, about, hint]), overview_keys(tr, facts))
}

fn overview_keys(tr: &Tr, Facts { sketch, kept, .. }: &Facts) -> Vec<Vec<Key>> {
    let text = |language: Language| {
        let mark = if sketch.title.exact(language).is_some() { "✓ " } else { "＋ " };
        Key::press(format!("{mark}{}", tr.endonym(language)), Button::Edit(Edit::Ask(Field::Text(language))))
    };
    let mut rows = vec![Language::ALL.map(text).into()];
    rows.extend(pairs([
        key(tr.edit_start_key(), Edit::Ask(Field::Start)),
        key(tr.edit_length_key(), Edit::Ask(Field::Length)),
        key(tr.edit_place_key(), Edit::Ask(Field::Place)),
        key(tr.edit_room_key(), Edit::Ask(Field::Room)),
        key(tr.edit_level_key(), Edit::Ask(Field::Level)),
        key(tr.edit_spoken_key(), Edit::Ask(Field::Spoken)),
        key(tr.edit_organisation_key(), Edit::Ask(Field::Organisation)),
        key(tr.edit_speakers_key(), Edit::Ask(Field::Speakers)),
        key(tr.edit_sign_up_key(), Edit::Ask(Field::SignUp)),
        key(tr.edit_window_key(), Edit::Ask(Field::Window)),
        key(tr.edit_photo_key(), Edit::Ask(Field::Photo)),
        key(tr.edit_preview_key(), Edit::Preview),
    ]));
    rows.extend(match kept {
        Some((_, true)) => vec![vec![key(tr.edit_save_changes_key(), Edit::Save)]],
        _ => vec![vec![key(tr.edit_save_key(), Edit::Save), key(tr.edit_publish_key(), Edit::Publish)]],
    });
    rows.push(vec![key(tr.common_cancel(), Edit::Leave)]);
    rows
}

/// How complete the texts of a language are.
fn text_mark(tr: &Tr, sketch: &Sketch, language: Language) -> Html {
    let mark = match (sketch.title.exact(language), sketch.description.exact(language)) {
        (Some(_), Some(_)) => "✅ ",
        (Some(_), None) => "🟡 ",
        _ => "▫️ ",
    };
    Html::ours(mark).and_html(&tr.endonym(language))
}

fn or_none(tr: &Tr, text: Option<&str>) -> Html {
    text.map_or_else(|| tr.edit_none(), |text| Html::clip(&one_line(text, PLACE), PLACE))
}

fn start(tr: &Tr, sketch: &Sketch) -> Html {
    sketch.start.map_or_else(|| tr.edit_none(), |start| tr.moment_with_year(local(start, tr.zone)))
}

fn place(tr: &Tr, sketch: &Sketch) -> Html {
    let Some(venue) = &sketch.venue else { return tr.edit_none() };
    let pin = if sketch.point.is_some() { Html::ours("🗺") } else { Html::default() };
    let written = [venue, &sketch.address].map(|text| Html::clip(&one_line(text, PLACE), PLACE));
    let written = Html::join(written, ", ");
    if pin.is_empty() { written } else { written.and(" ").and_html(&pin) }
}

fn room(tr: &Tr, sketch: &Sketch) -> Html {
    match sketch.room {
        Room::Unsaid => tr.edit_none(),
        Room::Open => tr.edit_open_entry(),
        Room::Seats(seats) => tr.number(seats),
    }
}

fn level(tr: &Tr, sketch: &Sketch) -> Html {
    let level = sketch.level.map(|level| tr.level(level));
    let district = sketch.district.map(|district| tr.district(district));
    let said: Vec<_> = level.into_iter().chain(district).collect();
    if said.is_empty() { tr.edit_none() } else { Html::join(said, ", ") }
}

fn spoken(tr: &Tr, sketch: &Sketch) -> Html {
    if sketch.languages.is_empty() {
        return tr.edit_none();
    }
    Html::join(sketch.languages.iter().map(|language| tr.language(*language)), ", ")
}

fn speakers(tr: &Tr, sketch: &Sketch) -> Html {
    if sketch.speakers.is_empty() {
        return tr.edit_none();
    }
    // A list of a dozen long names must not crowd out the rest.
    let names = sketch.speakers.iter().map(|name| Html::clip(&one_line(name, PLACE), 60));
    Html::join(names, ", ")
}

fn sign_up(tr: &Tr, sketch: &Sketch) -> Html {
    let phone = if sketch.phone_required { tr.edit_phone_yes() } else { tr.edit_phone_no() };
    Html::join([phone, tr.edit_party(sketch.companions + 1)], ", ")
}

fn window(tr: &Tr, sketch: &Sketch) -> Html {
    let opens = sketch.opens_at.map_or_else(|| tr.edit_opens_now(), |at| tr.edit_opens(tr.moment(at)));
    let closes = sketch.closes_at.map_or_else(|| tr.edit_closes_start(), |at| tr.edit_closes(tr.moment(at)));
    Html::join([opens, closes], ", ")
}
