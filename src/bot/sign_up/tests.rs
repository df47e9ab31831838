//! Tables of the sign-up conversation: every question with every kind of answer, the ways out, the state as kept.

use super::*;
use crate::{
    domain::{Language, NameFault},
    i18n::Tr,
};

fn party(size: u32) -> Party {
    Party::new(size).unwrap()
}

fn name(text: &str) -> Option<Name> {
    Name::parse(text).ok()
}

fn details(phone: bool) -> Details {
    let phone = phone.then(|| Phone::parse("77019998877").unwrap());
    Details { name: name("Ескі Есім").unwrap(), phone, district: Some(District::Nura) }
}

/// Somebody new signs up for an event that asks for everything.
fn facts() -> Facts {
    Facts {
        event: EventId(7),
        title: Texts { kk: Some("Дәріс".into()), ..Texts::default() },
        starts_at: "2026-12-05T13:30:00Z".parse().unwrap(),
        phone_required: true,
        largest: party(3),
        free: Some(30),
        overlap: None,
        suggested: name("Айгүл"),
        before: None,
        consented: false,
    }
}

fn wrote(typed: &str) -> Input {
    Input::Text(typed.into())
}

fn press(answer: Answer) -> Input {
    Input::Press(Button::Answer(answer))
}

fn contact(own: bool) -> Input {
    Input::Contact { phone: "+7 701 234 56 78".into(), own }
}

/// A conversation at this question, with all earlier ones answered.
fn at(stage: Stage, facts: Facts) -> State {
    let mut there = State {
        facts,
        stage,
        same: false,
        name: name("Айгүл"),
        phone: Phone::parse("77012345678").ok(),
        district: Some(District::Esil),
        party: party(2),
    };
    if stage <= Stage::Name {
        (there.name, there.phone, there.district, there.party) = (None, None, None, Party::ALONE);
    }
    there
}

/// What a step came to, in short: the question that is open, or the fault, or the end.
#[derive(Debug, PartialEq)]
enum Outcome {
    To(Stage),
    Fault(Fault),
    Done,
    Back,
    Left,
}
use Outcome::{Back, Done, Left, To};

fn outcome(step: &Step) -> Outcome {
    match step {
        Step::Ask(state, prompt) => {
            assert_eq!(*prompt, again(state), "the question is that of the state");
            To(state.stage)
        }
        Step::Refuse(state, prompt, fault) => {
            assert_eq!(*prompt, again(state), "the same question once more");
            Outcome::Fault(*fault)
        }
        Step::Done(_) => Done,
        Step::Back(event) => {
            assert_eq!(*event, EventId(7));
            Back
        }
        Step::Left => Left,
    }
}

/// Every kind of input there is.
fn inputs() -> Vec<(&'static str, Input)> {
    vec![
        ("name", wrote("Бек Ли")),
        ("number", wrote("8 701 234 56 78")),
        ("digit", wrote(" 2 ")),
        ("district", wrote("Есіл ауданы")),
        ("own", contact(true)),
        ("foreign", contact(false)),
        ("agree", press(Answer::Agree)),
        ("same", press(Answer::Same)),
        ("anew", press(Answer::Anew)),
        ("suggested", press(Answer::Suggested)),
        ("skip", press(Answer::Skip)),
        ("button district", press(Answer::District(District::Almaty))),
        ("button party", press(Answer::Party(party(3)))),
        ("confirm", press(Answer::Confirm)),
        ("other button", Input::Press(Button::Home)),
        ("other", Input::Other),
    ]
}

type Row = (State, Fault, Vec<(&'static str, Outcome)>);

/// For each question: what those inputs are told that it does not take, and where the others lead.
fn answers() -> Vec<Row> {
    let before = || Facts { before: Some(details(true)), ..facts() };
    let optional = || Facts { phone_required: false, ..facts() };
    let unfit = |fault: fn(NameFault) -> Fault| {
        vec![
            ("number", Outcome::Fault(fault(NameFault::NotAName))),
            ("digit", Outcome::Fault(fault(NameFault::NotAName))),
        ]
    };
    let mut at_name = vec![("name", To(Stage::Phone)), ("district", To(Stage::Phone))];
    at_name.push(("suggested", To(Stage::Phone)));
    at_name.extend(unfit(Fault::Name));
    let foreign = || ("foreign", Outcome::Fault(Fault::NotYourContact));
    let required = ("skip", Outcome::Fault(Fault::PhoneRequired));
    let number = || ("number", To(Stage::District));
    vec![
        (at(Stage::Consent, facts()), Fault::PressAButton, vec![("agree", To(Stage::Name))]),
        (at(Stage::Consent, before()), Fault::PressAButton, vec![("agree", To(Stage::Same))]),
        (
            at(Stage::Same, before()),
            Fault::PressAButton,
            vec![("same", To(Stage::Party)), ("anew", To(Stage::Name))],
        ),
        (at(Stage::Name, facts()), Fault::OnlyText, at_name),
        (
            at(Stage::Phone, facts()),
            Fault::Phone,
            vec![number(), ("own", To(Stage::District)), foreign(), required],
        ),
        (
            at(Stage::Phone, optional()),
            Fault::Phone,
            vec![number(), ("own", To(Stage::District)), foreign(), ("skip", To(Stage::District))],
        ),
        (
            at(Stage::District, facts()),
            Fault::PressAButton,
            vec![
                ("district", To(Stage::Party)),
                ("button district", To(Stage::Party)),
                ("skip", To(Stage::Party)),
            ],
        ),
        (
            at(Stage::Party, facts()),
            Fault::PressAButton,
            vec![("digit", To(Stage::Confirm)), ("button party", To(Stage::Confirm))],
        ),
        (at(Stage::Confirm, facts()), Fault::PressAButton, vec![("confirm", Done)]),
    ]
}

#[test]
fn every_question_with_every_input() {
    for (state, otherwise, taken) in &answers() {
        for (what, input) in inputs() {
            let came = step(state.clone(), &input);
            let expected = taken.iter().find(|(taken, _)| *taken == what).map(|(_, outcome)| outcome);
            let refused = Outcome::Fault(*otherwise);
            assert_eq!(&outcome(&came), expected.unwrap_or(&refused), "{what} at {:?}", state.stage);
            if let Step::Refuse(after, ..) = came {
                assert_eq!(after, *state, "{what} at {:?}: a refusal changes nothing", state.stage);
            }
        }
    }
}

#[test]
fn back_and_cancel_work_at_every_question() {
    let before = || Facts { before: Some(details(true)), ..facts() };
    let known = || Facts { consented: true, ..before() };
    let same = |stage, facts| State { same: true, ..at(stage, facts) };
    for (state, expected) in [
        (at(Stage::Consent, facts()), Back),
        (at(Stage::Same, before()), To(Stage::Consent)),
        (at(Stage::Same, known()), Back),
        (at(Stage::Name, facts()), To(Stage::Consent)),
        (at(Stage::Name, Facts { consented: true, ..facts() }), Back),
        (at(Stage::Name, before()), To(Stage::Same)),
        (at(Stage::Phone, facts()), To(Stage::Name)),
        (same(Stage::Phone, Facts { before: Some(details(false)), ..facts() }), To(Stage::Same)),
        (at(Stage::District, facts()), To(Stage::Phone)),
        (at(Stage::Party, facts()), To(Stage::District)),
        (same(Stage::Party, before()), To(Stage::Same)),
        (at(Stage::Confirm, facts()), To(Stage::Party)),
        (at(Stage::Confirm, Facts { largest: Party::ALONE, ..facts() }), To(Stage::District)),
        (same(Stage::Confirm, Facts { largest: Party::ALONE, ..before() }), To(Stage::Same)),
    ] {
        let stage = state.stage;
        assert_eq!(outcome(&step(state.clone(), &press(Answer::Cancel))), Left, "{stage:?}");
        assert_eq!(outcome(&step(state, &press(Answer::Back))), expected, "{stage:?}");
    }
}

/// The labels of the reply keyboard come back as text, in whatever language it stood.
#[test]
fn labels_are_presses_in_every_language() {
    for language in Language::ALL {
        let tr = Tr::new(language, chrono_tz::Asia::Almaty);
        let optional = Facts { phone_required: false, ..facts() };
        for (label, required, expected) in [
            (String::from(tr.common_skip()), Outcome::Fault(Fault::PhoneRequired), To(Stage::District)),
            (String::from(tr.common_back()), To(Stage::Name), To(Stage::Name)),
            (String::from(tr.common_cancel()), Left, Left),
        ] {
            for typed in [label.clone(), format!("  {label} ")] {
                let come = |facts| outcome(&step(at(Stage::Phone, facts), &wrote(&typed)));
                assert_eq!(come(facts()), required, "{typed}");
                assert_eq!(come(optional.clone()), expected, "{typed}");
            }
            // And nobody is called so.
            assert_ne!(outcome(&step(at(Stage::Name, facts()), &wrote(&label))), To(Stage::Phone), "{label}");
        }
    }
}

/// Plays a conversation through and gives its sign-up.
fn play(facts: Facts, inputs: &[Input]) -> (Vec<Stage>, SignUp) {
    let mut stages = Vec::new();
    let mut came = begin(facts);
    for input in inputs {
        let Step::Ask(state, _) = came else { panic!("{came:?} before {input:?}") };
        stages.push(state.stage);
        came = step(state, input);
    }
    match came {
        Step::Done(wish) => (stages, wish),
        other => panic!("{other:?}"),
    }
}

#[test]
fn whole_conversations() {
    use Stage::{Confirm, Consent, District as Where, Name as Called, Party as Many, Phone as Call, Same};
    let agree = || press(Answer::Agree);
    let confirm = || press(Answer::Confirm);
    let (stages, wish) =
        play(facts(), &[agree(), wrote("Бек Ли"), contact(true), press(Answer::Skip), wrote("3"), confirm()]);
    assert_eq!(stages, [Consent, Called, Call, Where, Many, Confirm]);
    assert_eq!(
        (wish.event, wish.party, wish.consent),
        (EventId(7), party(3), crate::domain::Consent::VERSION)
    );
    assert_eq!(wish.details.name, name("Бек Ли").unwrap());
    assert_eq!(wish.details.phone.as_ref().map(Phone::as_str), Some("+77012345678"));
    assert_eq!(wish.details.district, None);

    // Known, consented, alone: two presses.
    let known = Facts { before: Some(details(true)), consented: true, largest: Party::ALONE, ..facts() };
    let (stages, wish) = play(known, &[press(Answer::Same), confirm()]);
    assert_eq!(stages, [Same, Confirm]);
    assert_eq!((wish.details, wish.party), (details(true), Party::ALONE));

    // The phone that is missing from the details of the last time is asked for where it is needed…
    let without = Facts { before: Some(details(false)), consented: true, largest: Party::ALONE, ..facts() };
    let (stages, wish) = play(without.clone(), &[press(Answer::Same), contact(true), confirm()]);
    assert_eq!(stages, [Same, Call, Confirm]);
    assert_eq!(wish.details.phone.as_ref().map(Phone::as_str), Some("+77012345678"));
    // …and nowhere else.
    let optional = Facts { phone_required: false, ..without };
    let (stages, wish) = play(optional, &[press(Answer::Same), confirm()]);
    assert_eq!((stages, wish.details.phone), (vec![Same, Confirm], None));

    // Everything anew, the suggested name, no phone.
    let anew = Facts { before: Some(details(true)), phone_required: false, ..facts() };
    let skip = || press(Answer::Skip);
    let (stages, wish) = play(
        anew,
        &[agree(), press(Answer::Anew), press(Answer::Suggested), skip(), skip(), wrote("1"), confirm()],
    );
    assert_eq!(stages, [Consent, Same, Called, Call, Where, Many, Confirm]);
    assert_eq!(wish.details, Details { name: name("Айгүл").unwrap(), phone: None, district: None });
}

#[test]
fn going_back_and_answering_otherwise_keeps_the_rest() {
    let state = at(Stage::Confirm, facts());
    let Step::Ask(state, _) = step(state, &press(Answer::Back)) else { panic!("to the party") };
    let Step::Ask(state, _) = step(state, &press(Answer::Party(party(1)))) else { panic!("on again") };
    let Step::Done(wish) = step(state, &press(Answer::Confirm)) else { panic!("done") };
    assert_eq!((wish.party, wish.details.district), (party(1), Some(District::Esil)));
    // From the details of the last time back to the choice and anew: nothing of them sticks by itself.
    let known = Facts { before: Some(details(true)), consented: true, ..facts() };
    let Step::Ask(state, _) = step(at(Stage::Same, known), &press(Answer::Same)) else { panic!("on") };
    let Step::Ask(state, _) = step(state, &press(Answer::Back)) else { panic!("back") };
    let Step::Ask(state, _) = step(state, &press(Answer::Anew)) else { panic!("anew") };
    assert_eq!(state.stage, Stage::Name);
}

#[test]
fn a_party_is_bounded_by_the_event() {
    for (input, expected) in [
        (wrote("0"), Outcome::Fault(Fault::PressAButton)),
        (wrote("1"), To(Stage::Confirm)),
        (wrote("3"), To(Stage::Confirm)),
        (wrote("4"), Outcome::Fault(Fault::TooMany { max: party(3) })),
        (press(Answer::Party(party(5))), Outcome::Fault(Fault::TooMany { max: party(3) })),
        (wrote("6"), Outcome::Fault(Fault::TooMany { max: party(3) })),
        (wrote("-1"), Outcome::Fault(Fault::PressAButton)),
        (wrote("99999999999"), Outcome::Fault(Fault::PressAButton)),
    ] {
        assert_eq!(outcome(&step(at(Stage::Party, facts()), &input)), expected, "{input:?}");
    }
}

#[test]
fn names_and_numbers_that_are_none_are_told_apart() {
    for (typed, fault) in [
        ("А", NameFault::TooShort),
        ("👍", NameFault::TooShort),
        ("https://example.kz", NameFault::NotAName),
        (&"ә".repeat(65), NameFault::TooLong),
    ] {
        let came = outcome(&step(at(Stage::Name, facts()), &wrote(typed)));
        assert_eq!(came, Outcome::Fault(Fault::Name(fault)), "{typed}");
    }
    let nobody = Facts { suggested: None, ..facts() };
    let stale = step(at(Stage::Name, nobody), &press(Answer::Suggested));
    assert_eq!(outcome(&stale), Outcome::Fault(Fault::OnlyText), "a press of an older question");
    let card = Input::Contact { phone: "12".into(), own: true };
    assert_eq!(outcome(&step(at(Stage::Phone, facts()), &card)), Outcome::Fault(Fault::Phone));
}

#[test]
fn the_last_question_shows_what_was_said_and_what_to_expect() {
    let overlap = Some((Texts { kk: Some("Кеш".into()), ..Texts::default() }, facts().starts_at));
    // A party of two is told that it will wait when fewer seats than that are free.
    for (free, expected) in [(Some(0), true), (Some(1), true), (Some(2), false), (None, false)] {
        let state = at(Stage::Confirm, Facts { free, overlap: overlap.clone(), ..facts() });
        let Prompt::Confirm { details, party: many, waiting, overlap: shown, .. } = again(&state) else {
            panic!("{:?}", again(&state))
        };
        assert_eq!((many, waiting, &shown), (party(2), expected, &overlap), "{free:?} free");
        assert_eq!(Some(details), state.details());
    }
    assert_eq!(again(&at(Stage::Phone, facts())), Prompt::Phone { required: true });
    assert!(at(Stage::Phone, facts()).has_keyboard() && !at(Stage::Name, facts()).has_keyboard());
}

#[test]
fn the_state_is_kept_and_recalled_at_every_question() {
    for stage in Stage::ALL {
        let overlap = Some((Texts::default(), facts().starts_at));
        for before in [None, Some(details(true)), Some(details(false))] {
            let state = at(stage, Facts { before, overlap: overlap.clone(), ..facts() });
            let kept = serde_json::to_string(&state).unwrap();
            assert_eq!(serde_json::from_str::<State>(&kept).unwrap(), state);
        }
    }
}

/// A conversation that somebody is in while the bot is renewed. This text must parse for as long as conversations are
/// kept: add fields only with a default, and take none away.
const KEPT: &str = r#"{"facts":{"event":7,"title":{"kk":"Дәріс","ru":null,"en":null},
    "starts_at":"2026-12-05T13:30:00Z","phone_required":true,"largest":3,"free":30,
    "overlap":[{"kk":null,"ru":"Вечер","en":null},"2026-12-05T13:00:00Z"],"suggested":"Айгүл",
    "before":{"name":"Ескі Есім","phone":"+77019998877","district":"nura"},"consented":true},
    "stage":"Confirm","same":false,"name":"Айгүл","phone":"+77012345678","district":"esil","party":2}"#;

#[test]
fn a_state_kept_by_the_first_release_is_understood() {
    let overlap = Some((
        Texts { ru: Some("Вечер".into()), ..Texts::default() },
        "2026-12-05T13:00:00Z".parse().unwrap(),
    ));
    let expected =
        at(Stage::Confirm, Facts { overlap, before: Some(details(true)), consented: true, ..facts() });
    assert_eq!(serde_json::from_str::<State>(KEPT).unwrap(), expected);
    for stage in ["Consent", "Same", "Name", "Phone", "District", "Party"] {
        let kept = KEPT.replace("\"Confirm\"", &format!("\"{stage}\""));
        let state: State = serde_json::from_str(&kept).unwrap();
        assert_eq!(format!("{:?}", state.stage), stage);
    }
    // What was kept is checked like what is typed.
    for (good, bad) in [("\"party\":2", "\"party\":9"), ("+77012345678", "12"), ("\"Айгүл\"", "\"/start\"")]
    {
        assert!(serde_json::from_str::<State>(&KEPT.replace(good, bad)).is_err(), "{bad}");
    }
}
