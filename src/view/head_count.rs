//! Counting the heads in a room: what has been counted, the keys to count on, the picture that proves it.

use super::event_card::title;
use super::parts::{lines, paragraphs, press, screen};
use super::{Attachment, Button, Gate, Key, Screen, attendance};
use crate::domain::{Attached, Counted, DoorCounts, Event, HeadCount};
use crate::i18n::{Html, Tr};

/// Why what was sent is not a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a number of people.
    NotANumber,
    /// A picture of what has not been counted.
    CountFirst,
}

/// The counting of a room. `own` is the last count of whoever looks; `has_proof`: whether a picture is there to show.
pub fn counting(
    tr: &Tr,
    event: &Event,
    counts: &DoorCounts,
    own: Option<&HeadCount>,
    has_proof: bool,
    fault: Option<Fault>,
) -> Screen {
    let fault = match fault {
        Some(Fault::NotANumber) => tr.head_count_not_a_number(tr.number(Counted::MOST)),
        Some(Fault::CountFirst) => tr.head_count_count_first(),
        None => Html::default(),
    };
    let last = own.map_or_else(Html::default, |own| {
        let line = tr.head_count_last(number(tr, own.counted), tr.time(own.at));
        if own.photo.is_some() { line.and(" 📷") } else { line }
    });
    let event_id = event.id;
    let step = |step: u32| Key::press(format!("+{step}"), Button::Gate(Gate::Step(event_id, step)));
    let mut rows = vec![Counted::STEPS.map(step).to_vec()];
    rows.extend(own.map(|own| vec![press(tr.head_count_undo_key(), Button::Gate(Gate::UndoCount(own.id)))]));
    rows.extend(
        has_proof.then(|| vec![press(tr.head_count_proof_key(), Button::Gate(Gate::Proof(event.id)))]),
    );
    rows.push(vec![press(tr.attendance_door_key(), Button::Door(event.id))]);
    let head = lines([title(tr, event), attendance::counts(tr, counts), last]);
    screen(paragraphs([fault, head, tr.head_count_ask()]), rows)
}

/// The picture that proves a count.
pub fn proof(tr: &Tr, event: &Event, count: &HeadCount) -> Screen {
    let back = vec![press(tr.head_count_back_key(), Button::Gate(Gate::Count(event.id)))];
    let line = tr.head_count_proof(number(tr, count.counted), tr.time(count.at));
    let photo = count.photo.clone().map(|photo| Attachment::Kept(Attached::Photo(photo)));
    Screen { attachment: photo, ..screen(lines([title(tr, event), line]), [back]) }
}

/// What was counted: a step, or a number in all.
fn number(tr: &Tr, counted: Counted) -> Html {
    match counted {
        Counted::More(step) => Html::ours("+").and_html(&tr.number(step)),
        Counted::All(total) => tr.number(total),
    }
}
