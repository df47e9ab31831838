//! The questions of a sign-up and the words to an answer that does not fit. Which question comes next is decided
//! by the conversation.

use super::event_card::title_of;
use super::parts::{LABEL, NAME, PLACE, lines, pairs, paragraphs, press, screen, sizes};
use super::{Answer, Button, Key, Keys, Screen};
use crate::domain::{Details, District, Language, Name, NameFault, Party, Phone, Texts};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use std::sync::LazyLock;

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub enum Prompt {
    /// Consent to the processing of personal data.
    Consent,
    /// Whether the details of the last time are still right.
    Same {
        /// Those details.
        details: Details,
    },
    /// Their name. Asked by a new message.
    Name {
        /// The name Telegram knows them by.
        suggested: Option<Name>,
    },
    /// Their phone number. Asked by a new message.
    Phone {
        /// Whether the event needs it.
        required: bool,
    },
    /// The district they live in.
    District,
    /// How many they are.
    Party {
        /// Largest party allowed.
        max: Party,
    },
    /// Whether everything is right.
    Confirm {
        /// Title of the event.
        title: Texts,
        /// Its start.
        starts_at: DateTime<Utc>,
        /// What they gave.
        details: Details,
        /// How many they are.
        party: Party,
        /// Whether there are not enough seats now.
        waiting: bool,
        /// Title and start of another event of theirs at that time.
        overlap: Option<(Texts, DateTime<Utc>)>,
    },
}

/// Why an answer does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a name.
    Name(NameFault),
    /// Not a phone number.
    Phone,
    /// A contact that is not the person's own.
    NotYourContact,
    /// The phone cannot be left out.
    PhoneRequired,
    /// A text where one of the buttons was asked for.
    PressAButton,
    /// A picture, a voice message… where a text was asked for.
    OnlyText,
    /// The event has another time than they were shown.
    Moved,
    /// More people than allowed.
    TooMany {
        /// Largest party allowed.
        max: Party,
    },
}

/// Who keeps the data; named in the consent. From the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operator {
    /// Name of the organisation.
    pub name: String,
    /// Its business identification number (БСН, БИН).
    pub bin: Option<String>,
}

impl Operator {
    /// Name and number, escaped.
    pub(super) fn named(&self, tr: &Tr) -> Html {
        let name = Html::clip(&one_line(&self.name, PLACE), PLACE);
        match &self.bin {
            Some(bin) => tr.sign_up_operator(name, Html::clip(bin, 20)),
            None => name,
        }
    }
}

/// A question, with a word on what was wrong with the last answer.
pub fn prompt(tr: &Tr, prompt: &Prompt, fault: Option<&Fault>, operator: &Operator) -> Screen {
    let (question, rows) = match prompt {
        Prompt::Phone { required } => return phone(tr, *required, fault),
        Prompt::Consent => {
            let agree = vec![answer(tr.sign_up_agree_key(), Answer::Agree)];
            let cancel = vec![answer(tr.common_cancel(), Answer::Cancel)];
            let html = with_fault(tr, fault, tr.sign_up_consent(operator.named(tr)));
            return screen(html, [agree, cancel]);
        }
        Prompt::Same { details } => same(tr, details),
        Prompt::Name { suggested } => name(tr, suggested.as_ref()),
        Prompt::District => district(tr),
        Prompt::Party { max } => {
            let size =
                |party: Party| Key::press(party.size().to_string(), Button::Answer(Answer::Party(party)));
            (tr.sign_up_party(), vec![sizes(*max, size)])
        }
        Prompt::Confirm { title, starts_at, details, party, waiting, overlap } => {
            let event = lines([title_of(tr, title), tr.event_card_at(tr.moment(*starts_at))]);
            let given = lines([given(tr, details), tr.sign_up_party_line(party.size())]);
            let waiting = if *waiting { tr.sign_up_confirm_waiting() } else { Html::default() };
            let overlap = overlap
                .as_ref()
                .map(|(title, starts_at)| tr.sign_up_overlap(title_of(tr, title), tr.moment(*starts_at)));
            let html = paragraphs([tr.sign_up_confirm(), event, given, waiting, overlap.unwrap_or_default()]);
            (html, vec![vec![answer(tr.sign_up_confirm_key(), Answer::Confirm)]])
        }
    };
    let way_out = vec![answer(tr.common_back(), Answer::Back), answer(tr.common_cancel(), Answer::Cancel)];
    screen(with_fault(tr, fault, question), rows.into_iter().chain([way_out]))
}

/// Takes the keyboard of the phone question away, with the number as it was understood. Shown before the next message
/// whenever that question is left: a message cannot both take a keyboard away and carry buttons of its own.
pub fn noted(tr: &Tr, phone: Option<&Phone>) -> Screen {
    let html = phone.map_or_else(|| tr.sign_up_noted(), |phone| phone_line(tr, phone));
    Screen { html: html.into(), keys: Keys::Remove, attachment: None }
}

/// The answer behind a plain-text button of the phone question, in any of the languages: the person may have
/// changed the language while the keyboard stood.
pub fn reply_key(text: &str) -> Option<Answer> {
    static LABELS: LazyLock<Vec<(String, Answer)>> = LazyLock::new(|| {
        Language::ALL
            .into_iter()
            .flat_map(|language| {
                let tr = Tr::new(language, Tz::UTC);
                [
                    (tr.common_skip().into(), Answer::Skip),
                    (tr.common_back().into(), Answer::Back),
                    (tr.common_cancel().into(), Answer::Cancel),
                ]
            })
            .collect()
    });
    LABELS.iter().find(|(label, _)| label == text.trim()).map(|(_, answer)| *answer)
}

type Question = (Html, Vec<Vec<Key>>);

fn same(tr: &Tr, details: &Details) -> Question {
    let rows = vec![
        vec![answer(tr.sign_up_same_key(), Answer::Same)],
        vec![answer(tr.sign_up_anew_key(), Answer::Anew)],
    ];
    (paragraphs([tr.sign_up_same(), given(tr, details)]), rows)
}

fn name(tr: &Tr, suggested: Option<&Name>) -> Question {
    match suggested {
        None => (tr.sign_up_name(), Vec::new()),
        Some(name) => {
            let label = one_line(name.as_str(), LABEL);
            (tr.sign_up_name_suggested(), vec![vec![Key::press(label, Button::Answer(Answer::Suggested))]])
        }
    }
}

fn district(tr: &Tr) -> Question {
    let mut rows = pairs(District::ALL.map(|d| answer(tr.district(d), Answer::District(d))));
    rows.push(vec![answer(tr.common_skip(), Answer::Skip)]);
    (tr.sign_up_district(), rows)
}

/// Asked with a keyboard in place of the person's own: only that can share a contact.
fn phone(tr: &Tr, required: bool, fault: Option<&Fault>) -> Screen {
    let question = if required { tr.sign_up_phone() } else { tr.sign_up_phone_optional() };
    let skip = if required { Vec::new() } else { vec![tr.common_skip().into()] };
    let way_out = vec![tr.common_back().into(), tr.common_cancel().into()];
    let keys = Keys::Ask {
        contact: Some(tr.sign_up_contact_key().into()),
        rows: [skip, way_out].into_iter().filter(|row| !row.is_empty()).collect(),
        placeholder: tr.sign_up_phone_example().into(),
    };
    Screen { html: with_fault(tr, fault, question).into(), keys, attachment: None }
}

fn given(tr: &Tr, details: &Details) -> Html {
    lines([
        tr.sign_up_name_line(Html::clip(details.name.as_str(), NAME)),
        details.phone.as_ref().map(|phone| phone_line(tr, phone)).unwrap_or_default(),
        details.district.map(|d| tr.sign_up_district_line(tr.district(d))).unwrap_or_default(),
    ])
}

fn phone_line(tr: &Tr, phone: &Phone) -> Html {
    tr.sign_up_phone_line(Html::clip(&phone.pretty(), 32))
}

fn with_fault(tr: &Tr, fault: Option<&Fault>, question: Html) -> Html {
    let fault = match fault {
        None => return question,
        Some(Fault::Name(NameFault::TooShort)) => tr.sign_up_fault_name_short(),
        Some(Fault::Name(NameFault::TooLong)) => tr.sign_up_fault_name_long(),
        Some(Fault::Name(NameFault::NotAName)) => tr.sign_up_fault_name(),
        Some(Fault::Phone) => tr.sign_up_fault_phone(),
        Some(Fault::NotYourContact) => tr.sign_up_fault_contact(),
        Some(Fault::PhoneRequired) => tr.sign_up_fault_phone_required(),
        Some(Fault::PressAButton) => tr.sign_up_fault_press(),
        Some(Fault::OnlyText) => tr.sign_up_fault_text(),
        Some(Fault::Moved) => tr.sign_up_fault_moved(),
        Some(Fault::TooMany { max }) => tr.sign_up_fault_party(max.size()),
    };
    paragraphs([fault.italic(), question])
}

fn answer(label: Html, answer: Answer) -> Key {
    press(label, Button::Answer(answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tr() -> Tr {
        Tr::new(Language::Kk, chrono_tz::Asia::Almaty)
    }

    fn asked(question: &Prompt) -> Vec<Answer> {
        let operator = Operator { name: "Ғалымдар кеңесі".into(), bin: None };
        match prompt(&tr(), question, None, &operator).keys {
            Keys::Inline(rows) => rows
                .iter()
                .flatten()
                .filter_map(|key| match key {
                    Key::Press(_, Button::Answer(answer)) => Some(*answer),
                    _ => None,
                })
                .collect(),
            Keys::Ask { rows, .. } => rows.iter().flatten().filter_map(|label| reply_key(label)).collect(),
            Keys::None | Keys::Remove => Vec::new(),
        }
    }

    #[test]
    fn every_question_offers_its_answers_and_the_way_out() {
        let out = [Answer::Back, Answer::Cancel];
        let name = Name::parse("Айгүл").ok();
        let party = |size| Answer::Party(Party::new(size).unwrap());
        let districts = District::ALL.map(Answer::District);
        for (question, answers) in [
            (Prompt::Name { suggested: None }, vec![]),
            (Prompt::Name { suggested: name }, vec![Answer::Suggested]),
            (Prompt::Phone { required: true }, vec![]),
            (Prompt::Phone { required: false }, vec![Answer::Skip]),
            (Prompt::District, [&districts[..], &[Answer::Skip]].concat()),
            (Prompt::Party { max: Party::ALONE }, vec![party(1)]),
            (Prompt::Party { max: Party::new(3).unwrap() }, vec![party(1), party(2), party(3)]),
        ] {
            assert_eq!(asked(&question), [&answers[..], &out].concat(), "{question:?}");
        }
        assert_eq!(asked(&Prompt::Consent), [Answer::Agree, Answer::Cancel]);
    }

    #[test]
    fn plain_text_buttons_are_recognised_in_every_language() {
        for (text, answer) in [
            ("Өткізіп жіберу", Some(Answer::Skip)),
            ("Пропустить", Some(Answer::Skip)),
            ("Skip", Some(Answer::Skip)),
            (" ‹ Артқа ", Some(Answer::Back)),
            ("‹ Назад", Some(Answer::Back)),
            ("Отмена", Some(Answer::Cancel)),
            ("Бас тарту", Some(Answer::Cancel)),
            ("+7 701 234 56 78", None),
            ("", None),
        ] {
            assert_eq!(reply_key(text), answer, "{text}");
        }
    }

    #[test]
    fn the_consent_names_the_operator_with_and_without_a_number() {
        for (bin, shown) in
            [(None, "Кеңес &lt;7&gt; іс-шараға"), (Some("123".into()), "Кеңес &lt;7&gt; (БСН 123) іс-шараға")]
        {
            let operator = Operator { name: "Кеңес <7>".into(), bin };
            let html = prompt(&tr(), &Prompt::Consent, None, &operator).html;
            assert!(html.contains(shown), "{html}");
        }
    }
}
