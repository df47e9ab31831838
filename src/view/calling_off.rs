//! Calling an event off, as whoever does it sees it. What people are told of it is in `notices`.

use super::event_card::summary;
use super::notices::reason_of;
use super::parts::{back, home, paragraphs, press, screen};
use super::{Back, Button, Screen};
use crate::domain::{CalledOff, Event, Reason, ReasonFault};
use crate::i18n::{Html, Tr};

/// What was wrong with the last answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a text.
    OnlyText,
    /// A text that is no reason.
    Reason(ReasonFault),
}

/// Asks why; so many registrations would be told.
pub fn why(tr: &Tr, event: &Event, told: u32, fault: Option<Fault>) -> Screen {
    let fault = fault.map_or_else(Html::default, |fault| fault_of(tr, fault));
    let question = tr.calling_off_why(tr.number(told));
    screen(paragraphs([fault, summary(tr, event), question]), [to_card(tr, event)])
}

/// What was wrong with an answer that should have been a reason.
pub(super) fn fault_of(tr: &Tr, fault: Fault) -> Html {
    match fault {
        Fault::OnlyText => tr.calling_off_only_text(),
        Fault::Reason(ReasonFault::TooShort) => tr.calling_off_too_short(),
        Fault::Reason(ReasonFault::TooLong) => tr.calling_off_too_long(Reason::MAX),
    }
}

/// Asks once more, with what people will get.
pub fn sure(tr: &Tr, event: &Event, reason: &Reason, told: u32) -> Screen {
    let head = tr.calling_off_sure(tr.number(told));
    let notice = paragraphs([tr.notices_cancelled(), summary(tr, event), reason_of(reason)]);
    let yes = vec![press(tr.calling_off_sure_key(), Button::CallOffSure(event.id))];
    screen(paragraphs([head, notice, tr.calling_off_again()]), [yes, to_card(tr, event)])
}

/// What came of it.
pub fn called_off(tr: &Tr, outcome: &CalledOff) -> Screen {
    match outcome {
        CalledOff::Done(event, told) => {
            let done = tr.calling_off_done(tr.number(*told));
            screen(paragraphs([done, summary(tr, event)]), [to_card(tr, event)])
        }
        CalledOff::Already(event) => {
            screen(paragraphs([tr.calling_off_already(), summary(tr, event)]), [to_card(tr, event)])
        }
        CalledOff::Started => screen(tr.event_card_started(), [home(tr)]),
    }
}

fn to_card(tr: &Tr, event: &Event) -> Vec<super::Key> {
    back(tr, Button::Event(event.id, Back::Home))
}
