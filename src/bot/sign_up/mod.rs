//! The conversation that signs a person up: consent → name → phone → district → party → confirm. A pure step function;
//! nothing is asked of the service and nothing is sent from here.

#[cfg(test)]
mod tests;

use crate::{
    domain::{Consent, Details, District, EventId, Name, Party, Phone, SignUp, Texts},
    view::{
        Answer, Button, Input,
        sign_up::{Fault, Prompt, reply_key},
    },
};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where the conversation stands, with everything said so far.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    facts: Facts,
    stage: Stage,
    /// They take the details of the last time.
    same: bool,
    name: Option<Name>,
    phone: Option<Phone>,
    district: Option<District>,
    party: Party,
}

/// What was known when the conversation began.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// For which event.
    pub event: EventId,
    /// Its title.
    pub title: Texts,
    /// Its start.
    pub starts_at: DateTime<Utc>,
    /// Whether it asks for a phone number.
    pub phone_required: bool,
    /// Largest party it takes.
    pub largest: Party,
    /// Seats that were free; `None` means open entry.
    pub free: Option<u32>,
    /// Another registration of theirs at the same time: title and start.
    pub overlap: Option<(Texts, DateTime<Utc>)>,
    /// Their name in Telegram, if it is one.
    pub suggested: Option<Name>,
    /// Details of their last sign-up.
    pub before: Option<Details>,
    /// Whether a consent to the present text is in force.
    pub consented: bool,
}

/// The question that is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Stage {
    Consent,
    Same,
    Name,
    Phone,
    District,
    Party,
    Confirm,
}

/// What comes of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The next question.
    Ask(State, Prompt),
    /// The same question once more, with what was wrong.
    Refuse(State, Prompt, Fault),
    /// Everything is said: sign them up.
    Done(SignUp),
    /// They went back from the first question: to the card of the event.
    Back(EventId),
    /// They stopped.
    Left,
}

/// Begins the conversation with its first question.
pub fn begin(facts: Facts) -> Step {
    let state = State {
        stage: Stage::Consent,
        same: false,
        name: None,
        phone: None,
        district: None,
        party: Party::ALONE,
        facts,
    };
    let first = Stage::ALL.into_iter().find(|stage| state.applies(*stage)).unwrap_or(Stage::Confirm);
    state.ask(first)
}

/// Takes an input.
pub fn step(state: State, input: &Input) -> Step {
    let typed;
    let input = match input {
        // Labels of the reply keyboard come back as text.
        Input::Text(text) => match reply_key(text) {
            Some(answer) => {
                typed = Input::Press(Button::Answer(answer));
                &typed
            }
            None => input,
        },
        _ => input,
    };
    match input {
        Input::Press(Button::Answer(Answer::Cancel)) => Step::Left,
        Input::Press(Button::Answer(Answer::Back)) => state.back(),
        _ => match state.stage {
            Stage::Consent => state.at_consent(input),
            Stage::Same => state.at_same(input),
            Stage::Name => state.at_name(input),
            Stage::Phone => state.at_phone(input),
            Stage::District => state.at_district(input),
            Stage::Party => state.at_party(input),
            Stage::Confirm => state.at_confirm(input),
        },
    }
}

/// The open question once more, for someone who comes back to it.
pub fn again(state: &State) -> Prompt {
    state.prompt()
}

/// The conversation with what is known of its event now.
pub fn renewed(state: State, facts: Facts) -> State {
    State { facts, ..state }
}

impl Stage {
    const ALL: [Stage; 7] = [
        Stage::Consent,
        Stage::Same,
        Stage::Name,
        Stage::Phone,
        Stage::District,
        Stage::Party,
        Stage::Confirm,
    ];
}

impl State {
    fn at_consent(self, input: &Input) -> Step {
        match input {
            Input::Press(Button::Answer(Answer::Agree)) => self.next(),
            _ => self.refuse(Fault::PressAButton),
        }
    }

    fn at_same(mut self, input: &Input) -> Step {
        match (input, self.facts.before.clone()) {
            (Input::Press(Button::Answer(Answer::Same)), Some(details)) => {
                (self.name, self.phone, self.district) =
                    (Some(details.name), details.phone, details.district);
                self.same = true;
                self.next()
            }
            (Input::Press(Button::Answer(Answer::Anew)), _) => {
                self.same = false;
                self.next()
            }
            _ => self.refuse(Fault::PressAButton),
        }
    }

    fn at_name(mut self, input: &Input) -> Step {
        let name = match input {
            Input::Text(text) => Name::parse(text).map_err(Fault::Name),
            Input::Press(Button::Answer(Answer::Suggested)) => {
                self.facts.suggested.clone().ok_or(Fault::OnlyText)
            }
            _ => Err(Fault::OnlyText),
        };
        match name {
            Ok(name) => {
                self.name = Some(name);
                self.next()
            }
            Err(fault) => self.refuse(fault),
        }
    }

    fn at_phone(mut self, input: &Input) -> Step {
        let phone = match input {
            Input::Contact { own: false, .. } => Err(Fault::NotYourContact),
            Input::Contact { phone, .. } | Input::Text(phone) => {
                Phone::parse(phone).map(Some).map_err(|_| Fault::Phone)
            }
            Input::Press(Button::Answer(Answer::Skip)) if self.facts.phone_required => {
                Err(Fault::PhoneRequired)
            }
            Input::Press(Button::Answer(Answer::Skip)) => Ok(None),
            _ => Err(Fault::Phone),
        };
        match phone {
            Ok(phone) => {
                self.phone = phone;
                self.next()
            }
            Err(fault) => self.refuse(fault),
        }
    }

    fn at_district(mut self, input: &Input) -> Step {
        self.district = match input {
            Input::Press(Button::Answer(Answer::District(district))) => Some(*district),
            Input::Press(Button::Answer(Answer::Skip)) => None,
            Input::Text(text) => match District::parse(text) {
                Some(district) => Some(district),
                None => return self.refuse(Fault::PressAButton),
            },
            _ => return self.refuse(Fault::PressAButton),
        };
        self.next()
    }

    fn at_party(mut self, input: &Input) -> Step {
        let size = match input {
            Input::Press(Button::Answer(Answer::Party(party))) => party.size(),
            Input::Text(text) => text.trim().parse().unwrap_or(0),
            _ => 0,
        };
        let max = self.facts.largest;
        match Party::new(size) {
            Some(party) if party <= max => {
                self.party = party;
                self.next()
            }
            _ if size > 0 => self.refuse(Fault::TooMany { max }),
            _ => self.refuse(Fault::PressAButton),
        }
    }

    fn at_confirm(self, input: &Input) -> Step {
        match (input, self.details()) {
            (Input::Press(Button::Answer(Answer::Confirm)), Some(details)) => Step::Done(SignUp {
                event: self.facts.event,
                details,
                party: self.party,
                consent: Consent::VERSION,
            }),
            // A press of an older question, such as another party size: the question is put again.
            _ => self.refuse(Fault::PressAButton),
        }
    }

    /// Whether the question is put at all.
    fn applies(&self, stage: Stage) -> bool {
        match stage {
            Stage::Consent => !self.facts.consented,
            Stage::Same => self.facts.before.is_some(),
            Stage::Name | Stage::District => !self.same,
            Stage::Phone => {
                let known = self.facts.before.as_ref().is_some_and(|details| details.phone.is_some());
                !self.same || (self.facts.phone_required && !known)
            }
            Stage::Party => self.facts.largest > Party::ALONE,
            Stage::Confirm => true,
        }
    }

    fn next(self) -> Step {
        let later = Stage::ALL.into_iter().skip_while(|stage| *stage != self.stage).skip(1);
        let next = later.into_iter().find(|stage| self.applies(*stage)).unwrap_or(Stage::Confirm);
        self.ask(next)
    }

    /// Whether the open question has put a keyboard of its own in place of the person's.
    pub fn has_keyboard(&self) -> bool {
        self.stage == Stage::Phone
    }

    /// The number they gave so far.
    pub const fn phone(&self) -> Option<&Phone> {
        self.phone.as_ref()
    }

    /// For which event, and for when as the person was told.
    pub const fn event(&self) -> (EventId, DateTime<Utc>) {
        (self.facts.event, self.facts.starts_at)
    }

    /// One question back; from the first one, to where the conversation began.
    fn back(self) -> Step {
        let earlier = Stage::ALL.into_iter().take_while(|stage| *stage != self.stage);
        match earlier.filter(|stage| self.applies(*stage)).last() {
            Some(previous) => self.ask(previous),
            None => Step::Back(self.facts.event),
        }
    }

    fn ask(mut self, stage: Stage) -> Step {
        self.stage = stage;
        if stage == Stage::Same {
            self.same = false;
        }
        let prompt = self.prompt();
        Step::Ask(self, prompt)
    }

    fn refuse(self, fault: Fault) -> Step {
        let prompt = self.prompt();
        Step::Refuse(self, prompt, fault)
    }

    fn details(&self) -> Option<Details> {
        Some(Details { name: self.name.clone()?, phone: self.phone.clone(), district: self.district })
    }

    fn prompt(&self) -> Prompt {
        let facts = &self.facts;
        match (self.stage, self.details(), facts.before.clone()) {
            (Stage::Same, _, Some(details)) => Prompt::Same { details },
            (Stage::Confirm, Some(details), _) => Prompt::Confirm {
                title: facts.title.clone(),
                starts_at: facts.starts_at,
                details,
                party: self.party,
                waiting: facts.free.is_some_and(|free| free < self.party.size()),
                overlap: facts.overlap.clone(),
            },
            (Stage::Phone, ..) => Prompt::Phone { required: facts.phone_required },
            (Stage::District, ..) => Prompt::District,
            (Stage::Party, ..) => Prompt::Party { max: facts.largest },
            (Stage::Consent, ..) => Prompt::Consent,
            (Stage::Name | Stage::Same | Stage::Confirm, ..) => {
                Prompt::Name { suggested: facts.suggested.clone() }
            }
        }
    }
}
