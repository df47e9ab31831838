//! The questions by which somebody without Telegram is signed up by those who work on an event, and what came of it.

use super::event_card::{title, window};
use super::guests::{name, to_list};
use super::parts::{NAME, lines, paragraphs, press, screen, sizes};
use super::{Answer, Button, Guests, Key, Screen};
use crate::domain::{Added, ByHand, Event, Group, GuestLine, NameFault, Party};
use crate::i18n::{Html, Tr};
use chrono::{DateTime, Utc};

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// Their name.
    Name,
    /// Their phone, if they have one.
    Phone,
    /// How many come.
    Party {
        /// Largest party allowed.
        max: Party,
    },
    /// Whether all is right, and whether they have agreed.
    Agreed(ByHand),
}

/// What was wrong with the last answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a name.
    Name(NameFault),
    /// Not a phone number.
    Phone,
    /// Something else where a text was asked for.
    OnlyText,
    /// A text where one of the buttons was asked for.
    PressAButton,
}

/// A question, with a word on what was wrong with the last answer.
pub fn question(tr: &Tr, question: &Question, fault: Option<Fault>) -> Screen {
    let answer = |label, answer| vec![press(label, Button::Answer(answer))];
    let (html, rows) = match question {
        Question::Name => (tr.add_guest_name(), Vec::new()),
        Question::Phone => (tr.add_guest_phone(), vec![answer(tr.common_skip(), Answer::Skip)]),
        Question::Party { max } => {
            let size =
                |party: Party| Key::press(party.size().to_string(), Button::Answer(Answer::Party(party)));
            (tr.add_guest_party(), vec![sizes(*max, size)])
        }
        Question::Agreed(wish) => {
            let details = &wish.details;
            let phone = details.phone.as_ref();
            let given = lines([
                tr.sign_up_name_line(Html::clip(details.name.as_str(), NAME)),
                phone.map_or_else(Html::default, |p| tr.sign_up_phone_line(Html::clip(&p.pretty(), NAME))),
                tr.sign_up_party_line(wish.party.size()),
            ]);
            let html = paragraphs([tr.sign_up_confirm(), given, tr.add_guest_agreed()]);
            (html, vec![answer(tr.add_guest_agreed_key(), Answer::Confirm)])
        }
    };
    let fault = match fault {
        None => Html::default(),
        Some(Fault::Name(NameFault::TooShort)) => tr.sign_up_fault_name_short(),
        Some(Fault::Name(NameFault::TooLong)) => tr.sign_up_fault_name_long(),
        Some(Fault::Name(NameFault::NotAName)) => tr.sign_up_fault_name(),
        Some(Fault::Phone) => tr.sign_up_fault_phone(),
        Some(Fault::OnlyText) => tr.sign_up_fault_text(),
        Some(Fault::PressAButton) => tr.sign_up_fault_press(),
    };
    let way_out = [(tr.common_back(), Answer::Back), (tr.common_cancel(), Answer::Cancel)]
        .map(|(label, answer)| press(label, Button::Answer(answer)));
    screen(paragraphs([fault, html]), rows.into_iter().chain([way_out.into()]))
}

/// What came of it.
pub fn added(tr: &Tr, event: &Event, added: &Added, now: DateTime<Utc>) -> Screen {
    let (html, id) = match added {
        Added::Seated(line) => {
            let code = tr.ticket_code(Html::clip(&line.registration.code, 16).code());
            let done = lines([tr.add_guest_seated(who(tr, line)), code, tr.add_guest_code()]);
            (done, line.registration.id)
        }
        Added::Waiting(line) => {
            (tr.add_guest_waiting(who(tr, line), line.place.unwrap_or(1)), line.registration.id)
        }
        Added::Shut(shut) => return screen(window(tr, *shut, now), [to_list(tr, event.id)]),
    };
    let key = |label, guests| vec![press(label, Button::Guests(guests))];
    let card = key(tr.add_guest_card_key(), Guests::Card(id, Group::Everybody, 0));
    let again = key(tr.add_guest_again_key(), Guests::Add(event.id));
    screen(paragraphs([html, title(tr, event)]), [card, again, to_list(tr, event.id)])
}

fn who(tr: &Tr, line: &GuestLine) -> Html {
    Html::join([name(tr, line).bold(), tr.common_people(line.registration.party.size())], " · ")
}
