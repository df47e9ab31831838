//! The conversation as a table of inputs: what is asked, what is kept of each answer, and what is refused.

use super::*;
use crate::domain::{District, Part, sample};
use chrono::NaiveDate;
use chrono_tz::Asia::Almaty;

fn here() -> DateTime<Tz> {
    DateTime::parse_from_rfc3339("2026-12-01T12:00:00+05:00").unwrap().with_timezone(&Almaty)
}

fn take(state: State, input: &Input) -> Step {
    let organisations = [(EventId(3), "Қала кітапханалары".to_owned())];
    step(state, input, Scene { here: here(), organisations: &organisations })
}

fn press(edit: Edit) -> Input {
    Input::Press(Button::Edit(edit))
}

fn text(text: &str) -> Input {
    Input::Text(text.into())
}

fn asked(step: Step) -> (State, Option<Note>) {
    match step {
        Step::Ask(state, note) => (*state, note),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_new_event_is_led_from_part_to_part() {
    let mut state = State::new(Sketch::default(), Language::Ru);
    for (input, next, note) in [
        (text("Лекция\nО городе"), Prompt::Field(Field::Start), None),
        (text("вчера"), Prompt::Field(Field::Start), Some(Note::Fault(SketchFault::NotATime))),
        (text("30.11 18:30"), Prompt::Field(Field::Start), Some(Note::Fault(SketchFault::Past))),
        (text("05.12 18:30"), Prompt::Field(Field::Place), Some(Note::Read(start()))),
        (
            Input::Location { point: (51.1, 71.4), place: None },
            Prompt::Field(Field::Place),
            Some(Note::NameThePlace),
        ),
        (text("Театр\nДостық, 1"), Prompt::Field(Field::Room), None),
        (Input::Other, Prompt::Field(Field::Room), Some(Note::OnlyText)),
        (text("нет"), Prompt::Field(Field::Room), Some(Note::Fault(SketchFault::NotSeats))),
        (text("120"), Prompt::Field(Field::Level), None),
        (text("городской"), Prompt::Field(Field::Level), Some(Note::ChooseFirst)),
        (press(Edit::Level(Level::District)), Prompt::Field(Field::District), None),
        (press(Edit::District(Some(District::Nura))), Prompt::Field(Field::Spoken), None),
        (press(Edit::Speak(Language::Ru, true)), Prompt::Field(Field::Spoken), None),
        (press(Edit::Speak(Language::Kk, true)), Prompt::Field(Field::Spoken), None),
        (press(Edit::Ask(Field::Organisation)), Prompt::Field(Field::Organisation), None),
        (press(Edit::Organisation(EventId(9))), Prompt::Field(Field::Organisation), Some(Note::Gone)),
        (press(Edit::Organisation(EventId(3))), Prompt::Overview, None),
    ] {
        let said;
        (state, said) = asked(take(state, &input));
        assert_eq!((state.prompt(), &said), (next, &note), "{input:?}");
    }
    assert_eq!(state.sketch().languages, [Language::Kk, Language::Ru]);
    // The pin came before the name, which does not take it away.
    assert_eq!(state.sketch().point, Some((51.1, 71.4)));
    assert!(matches!(take(state.clone(), &press(Edit::Preview)), Step::Preview(_)));
    assert!(matches!(take(state.clone(), &press(Edit::Save)), Step::Save(_, false)));
    assert!(matches!(take(state, &press(Edit::Publish)), Step::Save(_, true)));
}

fn start() -> chrono::NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, 5).unwrap().and_hms_opt(18, 30, 0).unwrap()
}

fn changing() -> State {
    State::changing(EventId(7), Sketch::of(&sample::event()), Language::Kk)
}

#[test]
fn a_kept_event_is_changed_part_by_part() {
    let photo = Sent {
        part: Part { html: String::new(), attached: Some(Attached::Photo("p".into())) },
        plain: None,
        album: None,
    };
    let place = Some(("Цирк".to_owned(), "Қабанбай, 5".to_owned()));
    for (field, input, note) in [
        (Field::Length, text("2 сағат"), None),
        (Field::Length, text("25 сағат"), Some(Note::Fault(SketchFault::NotALength))),
        (Field::Place, Input::Location { point: (51.0, 71.0), place }, None),
        (Field::Speakers, text("Әлия Серік; Бек"), None),
        (Field::Photo, text("жоқ"), Some(Note::NotAPhoto)),
        (Field::Photo, Input::Message(photo), None),
        (Field::Window, text("02.12 10:00"), None),
        (Field::Window, text("06.12 10:00"), Some(Note::Fault(SketchFault::NotAWindow))),
        (Field::Organisation, text("  "), Some(Note::Fault(SketchFault::Empty))),
        (Field::SignUp, text("5"), Some(Note::ChooseFirst)),
    ] {
        let (state, _) = asked(take(changing(), &press(Edit::Ask(field))));
        let (state, said) = asked(take(state, &input));
        assert_eq!(said, note, "{field:?} {input:?}");
        let stays = note.is_some();
        assert_eq!(state.prompt(), if stays { Prompt::Field(field) } else { Prompt::Overview }, "{field:?}");
        assert_eq!(state.sketch() == changing().sketch(), stays, "{field:?} {input:?}");
    }
}

#[test]
fn choices_set_what_they_say() {
    for (edit, check) in [
        (Edit::Minutes(45), (|s| s.minutes == 45) as fn(&Sketch) -> bool),
        (Edit::Minutes(u32::MAX), |s| s.minutes == LONGEST),
        (Edit::OpenEntry, |s| s.room == Room::Open),
        (Edit::Level(Level::Central), |s| s.level == Some(Level::Central) && s.district.is_none()),
        (Edit::Phone(false), |s| !s.phone_required),
        (Edit::Companions(9), |s| s.companions == 4),
        (Edit::Companions(0), |s| s.companions == 0),
        (Edit::Closes(Some(2)), |s| s.closes_at.is_some()),
        (Edit::Closes(None), |s| s.closes_at.is_none()),
        (Edit::Clear(Language::En), |s| s.title.en.is_none()),
        (Edit::Speak(Language::Ru, false), |s| s.languages == [Language::Kk]),
    ] {
        let (state, note) = asked(take(changing(), &press(edit)));
        assert!(check(state.sketch()) && note.is_none(), "{edit:?}");
    }
}

#[test]
fn nothing_written_is_lost_without_a_question() {
    assert_eq!(take(State::new(Sketch::default(), Language::Kk), &press(Edit::Leave)), Step::Left);
    let (state, _) = asked(take(changing(), &press(Edit::Leave)));
    assert_eq!(state.prompt(), Prompt::Leave);
    assert_eq!(take(state, &press(Edit::LeaveSure)), Step::Left);
    let (state, note) = asked(take(State::new(Sketch::default(), Language::Kk), &press(Edit::Publish)));
    assert_eq!((state.prompt(), note), (Prompt::Field(Field::Text(Language::Kk)), Some(Note::Missing)));
    assert!(changing().put_aside().is_away());
}
