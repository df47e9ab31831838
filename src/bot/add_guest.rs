//! The conversation that signs up somebody who has no Telegram: name, phone, number of people, and that they have agreed.
//! Pure: only its last step reaches a use case, elsewhere.

use crate::{
    domain::{ByHand, Details, EventId, Name, Party, Phone},
    view::{
        Answer, Button, Input,
        add_guest::{Fault, Question},
    },
};
use serde::{Deserialize, Serialize};

/// What has been answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    event: EventId,
    /// Largest party worth asking for.
    largest: Party,
    at: At,
    name: Option<Name>,
    phone: Option<Phone>,
    party: Party,
}

/// Which question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum At {
    Name,
    Phone,
    Party,
    Agreed,
}

/// What an input leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Another question.
    Ask(State),
    /// The same one again, with a word on the answer.
    Refuse(Fault),
    /// Back to the people of the event.
    Left(EventId),
    /// All is said.
    Done(ByHand),
}

impl State {
    /// Begins for an event.
    pub fn new(event: EventId, largest: Party) -> Self {
        Self { event, largest, at: At::Name, name: None, phone: None, party: Party::ALONE }
    }

    /// The question that stands.
    pub fn question(&self) -> Question {
        match (self.at, self.wish()) {
            (At::Phone, _) => Question::Phone,
            (At::Party, _) => Question::Party { max: self.largest },
            (At::Agreed, Some(wish)) => Question::Agreed(wish),
            (At::Name | At::Agreed, _) => Question::Name,
        }
    }

    fn wish(&self) -> Option<ByHand> {
        let details = Details { name: self.name.clone()?, phone: self.phone.clone(), district: None };
        Some(ByHand { event: self.event, details, party: self.party })
    }

    /// The question after this one, or before it; nobody is asked for a number that can only be one.
    fn step(self, forwards: bool) -> Step {
        let alone = self.largest == Party::ALONE;
        let at = match (self.at, forwards) {
            (At::Phone, true) | (At::Agreed, false) if !alone => At::Party,
            (At::Name, true) | (At::Party | At::Agreed, false) => At::Phone,
            (At::Phone | At::Party, true) => At::Agreed,
            (At::Phone, false) => At::Name,
            (At::Name, false) => return Step::Left(self.event),
            (At::Agreed, true) => return self.wish().map_or(Step::Left(self.event), Step::Done),
        };
        Step::Ask(State { at, ..self })
    }
}

/// What an input leads to.
pub fn step(state: State, input: &Input) -> Step {
    let answer = match input {
        Input::Press(Button::Answer(answer)) => Some(*answer),
        _ => None,
    };
    match (state.at, answer, input) {
        (_, Some(Answer::Cancel), _) => Step::Left(state.event),
        (_, Some(Answer::Back), _) => state.step(false),
        (At::Name, _, Input::Text(text)) => match Name::parse(text) {
            Ok(name) => State { name: Some(name), ..state }.step(true),
            Err(fault) => Step::Refuse(Fault::Name(fault)),
        },
        (At::Phone, Some(Answer::Skip), _) => State { phone: None, ..state }.step(true),
        (At::Phone, _, Input::Text(text)) => phone(state, text),
        // Somebody's card from the phone's list of contacts will do as well.
        (At::Phone, _, Input::Contact { phone: number, .. }) => phone(state, number),
        (At::Party, Some(Answer::Party(party)), _) if party <= state.largest => {
            State { party, ..state }.step(true)
        }
        (At::Agreed, Some(Answer::Confirm), _) => state.step(true),
        (At::Name | At::Phone, ..) => Step::Refuse(Fault::OnlyText),
        (At::Party | At::Agreed, ..) => Step::Refuse(Fault::PressAButton),
    }
}

fn phone(state: State, text: &str) -> Step {
    match Phone::parse(text) {
        Ok(phone) => State { phone: Some(phone), ..state }.step(true),
        Err(_) => Step::Refuse(Fault::Phone),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::NameFault;

    fn press(answer: Answer) -> Input {
        Input::Press(Button::Answer(answer))
    }

    fn text(text: &str) -> Input {
        Input::Text(text.into())
    }

    fn new(largest: u32) -> State {
        State::new(EventId(7), Party::new(largest).unwrap())
    }

    /// The state after these answers, each of which leads on.
    fn after(largest: u32, inputs: &[Input]) -> State {
        inputs.iter().fold(new(largest), |state, input| match step(state, input) {
            Step::Ask(state) => state,
            other => panic!("{input:?}: {other:?}"),
        })
    }

    #[test]
    fn from_the_name_to_the_wish() {
        let two = Party::new(2).unwrap();
        let answers = [text("  Күләш апа "), text("8 701 234 56 78"), press(Answer::Party(two))];
        let state = after(5, &answers);
        let details = Details {
            name: Name::parse("Күләш апа").unwrap(),
            phone: Phone::parse("77012345678").ok(),
            district: None,
        };
        let wish = ByHand { event: EventId(7), details, party: two };
        assert_eq!(state.question(), Question::Agreed(wish.clone()));
        let text = serde_json::to_string(&state).unwrap();
        assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state);
        assert_eq!(step(state, &press(Answer::Confirm)), Step::Done(wish));
    }

    #[test]
    fn nobody_is_asked_for_a_number_that_can_only_be_one() {
        let contact = Input::Contact { phone: "+7 701 234 56 78".into(), own: false };
        for answer in [press(Answer::Skip), contact] {
            let state = after(1, &[text("Күләш"), answer]);
            assert!(matches!(state.question(), Question::Agreed(_)));
            assert!(
                matches!(step(state, &press(Answer::Back)), Step::Ask(s) if s.question() == Question::Phone)
            );
        }
    }

    #[test]
    fn every_question_has_its_way_back_and_out() {
        let three = Party::new(3).unwrap();
        let answers = [text("Күләш"), press(Answer::Skip), press(Answer::Party(three))];
        let mut state = after(5, &answers);
        assert_eq!(step(state.clone(), &press(Answer::Cancel)), Step::Left(EventId(7)));
        for before in [Question::Party { max: Party::new(5).unwrap() }, Question::Phone, Question::Name] {
            state = match step(state, &press(Answer::Back)) {
                Step::Ask(state) => state,
                other => panic!("{other:?}"),
            };
            assert_eq!(state.question(), before);
        }
        assert_eq!(step(state, &press(Answer::Back)), Step::Left(EventId(7)));
    }

    #[test]
    fn what_does_not_fit_is_refused_with_a_word() {
        let (phone, party) = (after(2, &[text("Күләш")]), after(2, &[text("Күләш"), press(Answer::Skip)]));
        let agreed = after(1, &[text("Күләш"), press(Answer::Skip)]);
        let five = press(Answer::Party(Party::new(5).unwrap()));
        for (state, input, fault) in [
            (new(2), text("1"), Fault::Name(NameFault::NotAName)),
            (new(2), Input::Other, Fault::OnlyText),
            (new(2), press(Answer::Skip), Fault::OnlyText),
            (phone.clone(), text("жоқ"), Fault::Phone),
            (phone, press(Answer::Confirm), Fault::OnlyText),
            (party.clone(), five, Fault::PressAButton),
            (party, text("2"), Fault::PressAButton),
            (agreed, text("иә"), Fault::PressAButton),
        ] {
            assert_eq!(step(state.clone(), &input), Step::Refuse(fault), "{state:?} {input:?}");
        }
    }
}
