//! The questions about the parts of an event, one screen each, and the words to answers that do not do.

use super::super::parts::{LABEL, TITLE, pairs, paragraphs};
use super::super::{Button, Edit, Key};
use super::{Facts, Note, Question, key, level, place, room, sign_up, speakers, spoken, start, window};
use crate::domain::{District, EventId, Field, LONGEST, Language, Level, Party, Sketch, SketchFault, local};
use crate::i18n::{Html, Tr, one_line};

/// Lengths offered, in minutes.
const LENGTHS: [u32; 6] = [60, 90, 120, 180, 240, 480];
/// How long before the start sign-up can close, in hours.
const CLOSINGS: [u32; 3] = [1, 3, 24];
/// Most organisations offered; others are typed.
const MOST_ORGANISATIONS: usize = 12;
/// Longest text shown again, in UTF-16 units.
const SHOWN: usize = 3_000;

/// The question about a part, with how it is now.
pub(super) fn question(tr: &Tr, field: Field, facts: &Facts) -> Question {
    let sketch = facts.sketch;
    let now = |html: Html| if html == tr.edit_none() { Html::default() } else { tr.edit_now(html) };
    match field {
        Field::Text(language) => text(tr, sketch, language),
        Field::Start => (paragraphs([tr.edit_start(), now(start(tr, sketch))]), Vec::new()),
        Field::Length => {
            let lengths = LENGTHS.map(|minutes| key(tr.length(minutes), Edit::Minutes(minutes)));
            (paragraphs([tr.edit_length(), now(tr.length(sketch.minutes))]), pairs(lengths))
        }
        Field::Place => (paragraphs([tr.edit_place(), now(place(tr, sketch))]), Vec::new()),
        Field::Room => {
            let open = vec![key(tr.edit_open_entry_key(), Edit::OpenEntry)];
            (paragraphs([tr.edit_room(), now(room(tr, sketch))]), vec![open])
        }
        Field::Level => {
            let levels = Level::ALL.map(|level| vec![key(tr.level(level), Edit::Level(level))]);
            let mut rows: Vec<_> = levels.into();
            if sketch.level.is_some_and(|level| level != Level::Central) {
                rows.push(vec![key(tr.edit_district_key(), Edit::Ask(Field::District))]);
            }
            (paragraphs([tr.edit_level(), now(level(tr, sketch))]), rows)
        }
        Field::District => district(tr, sketch),
        Field::Spoken => languages(tr, sketch, facts),
        Field::Organisation => organisation(tr, facts.organisations, sketch),
        Field::SignUp => asked(tr, sketch),
        Field::Window => closing(tr, sketch),
        Field::Speakers => {
            let none =
                (!sketch.speakers.is_empty()).then(|| vec![key(tr.edit_no_speakers_key(), Edit::NoSpeakers)]);
            (paragraphs([tr.edit_speakers(), now(speakers(tr, sketch))]), none.into_iter().collect())
        }
        Field::Photo => {
            let none = sketch.photo.as_ref().map(|_| vec![key(tr.edit_no_photo_key(), Edit::NoPhoto)]);
            let now = if none.is_some() { tr.edit_photo_there() } else { Html::default() };
            (paragraphs([tr.edit_photo(), now]), none.into_iter().collect())
        }
    }
}

fn text(tr: &Tr, sketch: &Sketch, language: Language) -> Question {
    let title = sketch.title.exact(language);
    let shown = |text: Option<&str>, most| text.map(|text| Html::clip(text, most)).unwrap_or_default();
    let written = [shown(title, TITLE), shown(sketch.description.exact(language), SHOWN)];
    let written = Html::join(written, "\n");
    let written = if written.is_empty() { written } else { written.quote() };
    let clear = title.map(|_| vec![key(tr.edit_clear_key(), Edit::Clear(language))]);
    (paragraphs([tr.edit_text(tr.endonym(language)), written]), clear.into_iter().collect())
}

fn district(tr: &Tr, sketch: &Sketch) -> Question {
    let districts = District::ALL.map(|district| key(tr.district(district), Edit::District(Some(district))));
    let mut rows = pairs(districts);
    if sketch.level != Some(Level::District) {
        rows.push(vec![key(tr.edit_no_district_key(), Edit::District(None))]);
    }
    (tr.edit_district(), rows)
}

/// Several may be chosen; the way on is the next missing part, or the overview.
fn languages(tr: &Tr, sketch: &Sketch, facts: &Facts) -> Question {
    let toggle = |language: Language| {
        let on = sketch.languages.contains(&language);
        let mark = if on { "✅ " } else { "▫️ " };
        Key::press(format!("{mark}{}", tr.endonym(language)), Button::Edit(Edit::Speak(language, !on)))
    };
    let mut rows: Vec<Vec<Key>> = vec![Language::ALL.map(toggle).into()];
    if !sketch.languages.is_empty() && facts.kept.is_none() {
        let next = if sketch.organisation.is_none() { Edit::Ask(Field::Organisation) } else { Edit::Open };
        rows.push(vec![key(tr.edit_next_key(), next)]);
    }
    (paragraphs([tr.edit_spoken(), spoken_now(tr, sketch)]), rows)
}

fn spoken_now(tr: &Tr, sketch: &Sketch) -> Html {
    if sketch.languages.is_empty() { Html::default() } else { tr.edit_now(spoken(tr, sketch)) }
}

fn organisation(tr: &Tr, known: &[(EventId, String)], sketch: &Sketch) -> Question {
    let offered = known.iter().take(MOST_ORGANISATIONS);
    let rows = offered
        .map(|(event, name)| {
            vec![Key::press(one_line(name, LABEL), Button::Edit(Edit::Organisation(*event)))]
        })
        .collect();
    let now = sketch
        .organisation
        .as_ref()
        .map_or_else(Html::default, |name| tr.edit_now(Html::clip(&one_line(name, LABEL * 4), LABEL * 4)));
    (paragraphs([tr.edit_organisation(), now]), rows)
}

fn asked(tr: &Tr, sketch: &Sketch) -> Question {
    let phone = if sketch.phone_required { tr.edit_phone_off_key() } else { tr.edit_phone_on_key() };
    let parties = (0..Party::MAX).map(|companions| {
        let mark = if companions == sketch.companions { "✓ " } else { "" };
        Key::press(format!("{mark}{}", companions + 1), Button::Edit(Edit::Companions(companions)))
    });
    let rows = vec![vec![key(phone, Edit::Phone(!sketch.phone_required))], parties.collect()];
    (paragraphs([tr.edit_sign_up(), tr.edit_now(sign_up(tr, sketch))]), rows)
}

fn closing(tr: &Tr, sketch: &Sketch) -> Question {
    let closings = CLOSINGS
        .map(|hours| key(tr.edit_closes_before_key(tr.length(hours * 60)), Edit::Closes(Some(hours))));
    let mut rows = vec![vec![key(tr.edit_closes_start_key(), Edit::Closes(None))]];
    rows.extend(pairs(closings));
    if sketch.opens_at.is_some() {
        rows.push(vec![key(tr.edit_opens_now_key(), Edit::OpensNow)]);
    }
    (paragraphs([tr.edit_window(), tr.edit_now(window(tr, sketch))]), rows)
}

/// A word on what was just done or sent.
pub(super) fn note(tr: &Tr, note: &Note) -> Html {
    match note {
        Note::Fault(fault) => self::fault(tr, *fault),
        Note::Read(start) => tr.edit_read(tr.moment_with_year(local(*start, tr.zone))),
        Note::Missing => tr.edit_missing(),
        Note::Gone => tr.edit_gone(),
        Note::OnlyText => tr.edit_only_text(),
        Note::NotAPhoto => tr.edit_not_a_photo(),
        Note::ChooseFirst => tr.edit_choose_first(),
        Note::NameThePlace => tr.edit_name_the_place(),
        Note::Saved => tr.edit_saved(),
        Note::CapacityBelow(taken) => tr.edit_capacity_below(tr.number(*taken)),
        Note::Elsewhere => tr.edit_elsewhere(),
        Note::Past => tr.edit_past(),
        Note::Over => tr.edit_over(),
    }
}

fn fault(tr: &Tr, fault: SketchFault) -> Html {
    match fault {
        SketchFault::Empty => tr.edit_empty(),
        SketchFault::TooLong(limit) => tr.edit_too_long(limit),
        SketchFault::Control => tr.edit_control(),
        SketchFault::NotATime => tr.edit_not_a_time(),
        SketchFault::Past => tr.edit_past(),
        SketchFault::NotALength => tr.edit_not_a_length(tr.length(LONGEST)),
        SketchFault::NotSeats => tr.edit_not_seats(),
        SketchFault::NotAWindow => tr.edit_not_a_window(),
        SketchFault::TooManySpeakers(most) => tr.edit_too_many_speakers(most),
    }
}
