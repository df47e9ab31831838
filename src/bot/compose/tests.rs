//! Tables of the conversation that writes to many: every question with every kind of answer, what is in the way of
//! sending, the state as kept.

use super::*;
use crate::{
    domain::{Attached, District, Event, Level, Month, PartFault, Placeholder, Texts, sample},
    view::Facet,
};
use chrono::{TimeDelta, Utc};
use chrono_tz::Asia::Almaty;

/// Four days before the sample event.
fn now() -> DateTime<Tz> {
    (sample::event().starts_at - TimeDelta::days(4)).with_timezone(&Almaty)
}

fn other() -> Event {
    let mut other = sample::event();
    other.id = EventId(8);
    other.facts.title = Texts::default();
    other
}

fn background() -> Background {
    Background {
        events: vec![sample::event(), other()],
        organisations: vec![
            (EventId(7), "Ғалымдар кеңесі".into()),
            (EventId(9), "Қала кітапханалары".into()),
        ],
        last: Some("2026-11-30T10:00:00Z".parse().unwrap()),
    }
}

fn press(press: Compose) -> Input {
    Input::Press(Button::Compose(press))
}

fn wrote(text: &str) -> Input {
    Input::Text(text.into())
}

fn photo(caption: &str, album: Option<&str>) -> Input {
    let part = Part { html: caption.into(), attached: Some(Attached::Photo("photo".into())) };
    Input::Message(Sent { part, plain: None, album: album.map(str::to_owned) })
}

/// What comes of these inputs, one after the other, in a new conversation.
fn after(inputs: &[Input]) -> (State, Option<Note>) {
    let mut last = (State::default(), None);
    for input in inputs {
        last = match step(last.0, input, &background(), now()) {
            Step::Ask(state, note) => (*state, note),
            Step::Preview(state) | Step::Test(state) => (*state, None),
            other => panic!("{input:?}: {other:?}"),
        };
    }
    last
}

/// A message to the people of the sample event, in Russian.
fn written() -> Vec<Input> {
    vec![press(Compose::To(EventId(7))), press(Compose::Text(Language::Ru)), wrote("Здравствуйте, {имя}!")]
}

fn with(mut inputs: Vec<Input>, more: impl IntoIterator<Item = Input>) -> Vec<Input> {
    inputs.extend(more);
    inputs
}

#[test]
fn it_begins_with_the_overview_and_the_event_it_was_opened_from() {
    let (state, note) = after(&[press(Compose::Open)]);
    assert_eq!((state.prompt(), note), (Prompt::Overview, None));
    assert_eq!(state.draft(), &Draft::default());
    let (state, _) = after(&[press(Compose::To(EventId(7)))]);
    assert_eq!(state.draft().audience, Audience::of(EventId(7)));
    let (state, _) = after(&[press(Compose::To(EventId(7))), press(Compose::To(EventId(7)))]);
    assert_eq!(state.draft().audience.events, [EventId(7)], "twice is once");
    let (state, _) = after(&[press(Compose::Whom(Whom::Everybody)), press(Compose::To(EventId(7)))]);
    assert_eq!(state.draft().audience.whom, Whom::Registered, "everybody has no events");
    let many: Vec<_> = (1..=11).map(|id| press(Compose::To(EventId(id)))).collect();
    assert_eq!(after(&many).1, Some(Note::TooManyEvents(MOST_EVENTS)));
}

#[test]
fn every_part_of_the_audience_can_be_chosen_and_left_open_again() {
    type Look = fn(&Audience) -> String;
    let cases: [(Compose, Option<Compose>, Look); 8] = [
        (Compose::Whom(Whom::Came), None, |a| a.whom.slug().into()),
        (Compose::Level(Some(Level::City)), Some(Compose::Level(None)), |a| format!("{:?}", a.level)),
        (Compose::District(Some(District::Nura)), Some(Compose::District(None)), |a| {
            format!("{:?}", a.district)
        }),
        (Compose::Organisation(Some(EventId(9))), Some(Compose::Organisation(None)), |a| {
            format!("{:?}", a.organisation)
        }),
        (Compose::Month(Some(Month { year: 2026, month: 12 })), Some(Compose::Month(None)), |a| {
            format!("{:?}", a.month)
        }),
        (Compose::Spoken(Some(Language::Kk)), Some(Compose::Spoken(None)), |a| format!("{:?}", a.language)),
        (Compose::Since(true), Some(Compose::Since(false)), |a| format!("{:?}", a.since)),
        (Compose::To(EventId(8)), Some(Compose::Drop(EventId(8))), |a| format!("{:?}", a.events)),
    ];
    for (choose, open, look) in cases {
        let untouched = look(&Audience::default());
        let (state, note) = after(&[press(Compose::Audience), press(choose)]);
        assert_eq!(note, None, "{choose:?}");
        assert_ne!(look(&state.draft().audience), untouched, "{choose:?}");
        let Some(open) = open else { continue };
        let (state, _) = after(&[press(choose), press(open)]);
        assert_eq!(
            (look(&state.draft().audience), state.prompt()),
            (untouched, Prompt::Audience),
            "{open:?}"
        );
    }
    let (state, _) = after(&[press(Compose::Organisation(Some(EventId(9))))]);
    assert_eq!(state.draft().audience.organisation.as_deref(), Some("Қала кітапханалары"));
    assert_eq!(after(&[press(Compose::Organisation(Some(EventId(404))))]).1, Some(Note::Gone));
    let nothing = Background::default();
    let since = step(State::default(), &press(Compose::Since(true)), &nothing, now());
    assert!(matches!(since, Step::Ask(_, Some(Note::Gone))), "there was no message before");
    let (state, _) = after(&[press(Compose::Choose(Facet::Month, 3))]);
    assert_eq!(state.prompt(), Prompt::Choice(Facet::Month, 3));
}

#[test]
fn texts_are_taken_as_they_were_sent() {
    let bold = Part { html: "<b>Сәлем</b>".into(), attached: None };
    let formatted =
        Input::Message(Sent { part: bold.clone(), plain: Some("Сәлем".into()), album: None });
    let (state, note) = after(&[press(Compose::Text(Language::Kk)), formatted]);
    assert_eq!((state.prompt(), note), (Prompt::Overview, None));
    assert_eq!(state.draft().content.kk, Some(bold));
    let (state, _) = after(&[press(Compose::Text(Language::En)), wrote("a <b> & c")]);
    assert_eq!(state.draft().content.en.as_ref().unwrap().html, "a &lt;b&gt; &amp; c");
    let (state, _) = after(&[press(Compose::Text(Language::Ru)), photo("<i>Фото</i>", None)]);
    assert_eq!(state.draft().content.ru.as_ref().unwrap().attached, Some(Attached::Photo("photo".into())));
    let (state, _) = after(&with(written(), [press(Compose::Clear(Language::Ru))]));
    assert!(state.is_empty());
}

#[test]
fn what_cannot_be_sent_is_refused_and_asked_for_again() {
    let fault = |fault| Some(Note::Part(Language::Ru, fault));
    let long = |length, limit| fault(PartFault::TooLong { length, limit });
    for (answer, note) in [
        (wrote("Привет, {фамилия}!"), fault(PartFault::Unknown("фамилия".into()))),
        (wrote("{event}"), fault(PartFault::NoEvent(Placeholder::Event))),
        (wrote(&"ж".repeat(4097)), long(4097, 4096)),
        (photo(&"ж".repeat(1025), None), long(1025, 1024)),
        (Input::Other, Some(Note::NotSendable)),
        (Input::Contact { phone: "+77012345678".into(), own: true }, Some(Note::NotSendable)),
    ] {
        let (state, said) = after(&[press(Compose::Text(Language::Ru)), answer]);
        assert_eq!((state.prompt(), said), (Prompt::Text(Language::Ru), note));
        assert!(state.is_empty());
    }
    for at in [Compose::Open, Compose::Audience, Compose::Choose(Facet::Whom, 0), Compose::Preview] {
        let (state, note) = after(&[press(at), wrote("Привет")]);
        assert_eq!(note, Some(Note::ChooseFirst), "{at:?}");
        assert!(state.is_empty(), "{at:?}");
    }
}

#[test]
fn of_an_album_the_first_is_taken_and_the_others_are_passed_over() {
    let first = [press(Compose::Text(Language::Kk)), photo("Бір", Some("a"))];
    let (state, note) = after(&first);
    assert_eq!(note, Some(Note::Album));
    assert_eq!(state.draft().content.kk.as_ref().unwrap().html, "Бір");
    assert_eq!(step(state.clone(), &photo("", Some("a")), &background(), now()), Step::Silence);
    let another = step(state, &photo("", Some("b")), &background(), now());
    assert!(matches!(another, Step::Ask(_, Some(Note::ChooseFirst))));
    // Also when it was refused: one word is enough for all of them.
    let (state, _) = after(&[press(Compose::Text(Language::Kk)), photo("{x}", Some("a"))]);
    assert_eq!(step(state, &photo("", Some("a")), &background(), now()), Step::Silence);
}

#[test]
fn the_button_is_an_address_or_a_card_of_the_audience() {
    let link = |inputs: &[Input]| {
        let (state, note) = after(inputs);
        (state.draft().content.link.clone(), state.prompt(), note)
    };
    let address = Some(Link::Address("https://qatys.kz/".into()));
    let ask = press(Compose::Link);
    assert_eq!(link(&[ask.clone(), wrote("qatys.kz")]), (address, Prompt::Overview, None));
    assert_eq!(link(&[ask.clone(), wrote("қайда?")]), (None, Prompt::Link, Some(Note::NotAnAddress)));
    assert_eq!(link(&[ask.clone(), photo("qatys.kz", None)]), (None, Prompt::Link, Some(Note::NotAnAddress)));
    assert_eq!(link(&[press(Compose::LinkTo(EventId(7)))]), (None, Prompt::Link, Some(Note::Gone)));
    let own = [press(Compose::To(EventId(7))), press(Compose::LinkTo(EventId(7)))];
    assert_eq!(link(&own), (Some(Link::Event(EventId(7))), Prompt::Overview, None));
    let none = [wrote("qatys.kz"), press(Compose::NoLink)];
    assert_eq!(link(&[&[ask][..], &none].concat()), (None, Prompt::Overview, None));
}

#[test]
fn the_time_is_typed_or_counted_from_the_event() {
    let at = |text: &str| Timing::At(DateTime::parse_from_rfc3339(text).unwrap().with_timezone(&Utc));
    let timing = |inputs: &[Input]| {
        let (state, note) = after(inputs);
        (state.draft().timing, state.prompt(), note)
    };
    let ask = press(Compose::Timing);
    for (text, chosen, prompt, note) in [
        ("3.12 10:00", at("2026-12-03T10:00:00+05:00"), Prompt::Overview, None),
        ("2026-12-03T10:00", at("2026-12-03T10:00:00+05:00"), Prompt::Overview, None),
        ("30.11.2026 10:00", Timing::Now, Prompt::Timing, Some(Note::Past)),
        ("ертең", Timing::Now, Prompt::Timing, Some(Note::NotATime)),
    ] {
        assert_eq!(timing(&[ask.clone(), wrote(text)]), (chosen, prompt, note), "{text}");
    }
    let event = EventId(7);
    let own = press(Compose::To(event));
    for (choice, chosen, note) in [
        (Compose::Start(-60), Timing::Start(event, -60), None),
        (Compose::End(60), Timing::End(event, 60), None),
        (Compose::Start(-5 * 24 * 60), Timing::Now, Some(Note::Past)),
        (Compose::Now, Timing::Now, None),
    ] {
        let (timing, _, said) = timing(&[own.clone(), press(choice)]);
        assert_eq!((timing, said), (chosen, note), "{choice:?}");
    }
    assert_eq!(timing(&[press(Compose::Start(-60))]).2, Some(Note::Gone), "there is no event to count from");
    assert_eq!(timing(&[own, press(Compose::To(EventId(8))), press(Compose::End(60))]).2, Some(Note::Gone));
}

#[test]
fn it_is_shown_and_sent_only_when_nothing_is_in_the_way() {
    let about_event =
        vec![press(Compose::To(EventId(7))), press(Compose::Text(Language::Kk)), wrote("{іс-шара}, {күні}")];
    let second = press(Compose::To(EventId(8)));
    let no_event = Some(Note::Part(Language::Kk, PartFault::NoEvent(Placeholder::Event)));
    let outdated =
        vec![press(Compose::To(EventId(404))), press(Compose::Text(Language::Ru)), wrote("Привет")];
    for (written, note) in [
        (vec![], Some(Note::NothingWritten)),
        (about_event.clone(), None),
        (with(about_event.clone(), [second]), no_event.clone()),
        (with(about_event.clone(), [press(Compose::Whom(Whom::Everybody))]), no_event.clone()),
        (with(about_event, [press(Compose::Drop(EventId(7)))]), no_event),
        (outdated, Some(Note::Gone)),
        (written(), None),
    ] {
        for (ask, prompt) in [
            (Compose::Preview, Prompt::Overview),
            (Compose::Test, Prompt::Overview),
            (Compose::Send, Prompt::Send),
        ] {
            let (state, said) = after(&with(written.clone(), [press(ask)]));
            assert_eq!(said, note, "{ask:?}");
            assert_eq!(state.prompt(), if note.is_none() { prompt } else { Prompt::Overview });
        }
    }
}

#[test]
fn nothing_is_sent_that_was_not_asked_just_now() {
    let done = |inputs: Vec<Input>, last: Compose| {
        let (state, _) = after(&inputs);
        match step(state, &press(last), &background(), now()) {
            Step::Done(draft) => Some(draft.paid),
            Step::Ask(..) => None,
            other => panic!("{other:?}"),
        }
    };
    let asked = || with(written(), [press(Compose::Send)]);
    assert_eq!(done(asked(), Compose::Confirm(false)), Some(false));
    assert_eq!(done(with(asked(), [press(Compose::Fast)]), Compose::Confirm(true)), Some(true));
    for (inputs, last) in [
        (written(), Compose::Confirm(false)),
        (written(), Compose::Confirm(true)),
        (asked(), Compose::Confirm(true)),
        (with(asked(), [press(Compose::Fast)]), Compose::Confirm(false)),
        (with(asked(), [press(Compose::Whom(Whom::Everybody))]), Compose::Confirm(false)),
        (vec![press(Compose::Send)], Compose::Confirm(false)),
    ] {
        assert_eq!(done(inputs, last), None, "{last:?}");
    }
    // Time passes between the question and the answer.
    let timed = vec![press(Compose::Timing), wrote("1.12 19:00"), press(Compose::Send)];
    let (state, _) = after(&with(written(), timed));
    let late = step(state, &press(Compose::Confirm(false)), &background(), now() + TimeDelta::hours(1));
    assert!(matches!(late, Step::Ask(_, Some(Note::Past))), "{late:?}");
}

#[test]
fn it_is_given_up_only_after_a_question_if_anything_is_lost() {
    let left = |state| step(state, &press(Compose::Leave), &background(), now());
    assert_eq!(left(State::default()), Step::Left);
    let (state, _) = after(&with(written(), [press(Compose::Leave)]));
    assert_eq!(state.prompt(), Prompt::Leave);
    assert_eq!(step(state, &press(Compose::LeaveSure), &background(), now()), Step::Left);
}

#[test]
fn a_side_trip_loses_nothing() {
    let (state, _) = after(&with(written(), [press(Compose::Text(Language::En))]));
    let aside = state.clone().put_aside();
    assert!(aside.is_away() && !state.is_away());
    assert_eq!(aside.draft(), state.draft());
    let Step::Ask(back, None) = step(aside, &press(Compose::Open), &background(), now()) else { panic!() };
    assert!(!back.is_away());
    assert_eq!(back.draft(), state.draft());
}

#[test]
fn it_is_kept_as_text() {
    let all = [
        press(Compose::Month(Some(Month { year: 2026, month: 12 }))),
        press(Compose::Since(true)),
        press(Compose::LinkTo(EventId(7))),
        press(Compose::Start(-60)),
        press(Compose::Choose(Facet::Organisation, 2)),
    ];
    let (state, _) = after(&with(written(), all));
    let text = serde_json::to_string(&state).unwrap();
    assert_eq!(serde_json::from_str::<State>(&text).unwrap(), state);
}
