//! Sketches: what is missing, what is refused, and that an event survives the way there and back.

use super::*;
use crate::domain::sample;
use chrono::NaiveDate;

fn at(hour: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, 5).unwrap().and_hms_opt(hour, 0, 0).unwrap()
}

#[test]
fn an_event_becomes_a_sketch_and_the_same_event_again() {
    let event = sample::event();
    assert_eq!(Sketch::of(&event).facts("CI-0007"), Some(event.facts));
}

#[test]
fn what_is_missing_is_asked_in_order() {
    let mut sketch = Sketch::default();
    let mut asked = Vec::new();
    while let Some(field) = sketch.missing(Language::Ru) {
        assert_eq!(sketch.facts("x"), None);
        asked.push(field);
        match field {
            Field::Text(language) => sketch.set_text(language, "Лекция\n\nО городе").unwrap(),
            Field::Start => sketch.set_start(at(18), at(9)).unwrap(),
            Field::Place => sketch.set_place("Театр\nДостық, 1").unwrap(),
            Field::Room => sketch.set_seats("1 200").unwrap(),
            Field::Level => sketch.level = Some(Level::District),
            Field::District => sketch.district = Some(District::Nura),
            Field::Spoken => sketch.languages = vec![Language::Ru],
            Field::Organisation => sketch.set_organisation(" Қала  кітапханалары ").unwrap(),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(asked.len(), 8);
    let facts = sketch.facts("x").unwrap();
    assert_eq!(
        (facts.title.ru.as_deref(), facts.description.ru.as_deref()),
        (Some("Лекция"), Some("О городе"))
    );
    assert_eq!((facts.capacity, facts.organisation.as_str()), (Some(1_200), "Қала кітапханалары"));
    assert_eq!((facts.venue.as_str(), facts.address.as_str()), ("Театр", "Достық, 1"));
}

#[test]
fn what_does_not_do_is_named() {
    let mut sketch = Sketch::default();
    assert_eq!(sketch.set_text(Language::Kk, " \n "), Err(SketchFault::Empty));
    assert_eq!(sketch.set_text(Language::Kk, &"ә".repeat(201)), Err(SketchFault::TooLong(200)));
    assert_eq!(sketch.set_text(Language::Kk, "а\u{202e}б"), Err(SketchFault::Control));
    assert_eq!(sketch.set_start(at(9), at(9)), Err(SketchFault::Past));
    for seats in ["0", "-1", "много", "100001", "1.5", ""] {
        assert_eq!(sketch.set_seats(seats), Err(SketchFault::NotSeats), "{seats}");
    }
    assert_eq!(sketch.set_speakers(" ; \n"), Err(SketchFault::Empty));
    assert_eq!(sketch.set_speakers(&"а б\n".repeat(13)), Err(SketchFault::TooManySpeakers(12)));
    let start = at(18).and_utc();
    sketch.opens_at = Some(start - TimeDelta::hours(3));
    assert_eq!(sketch.set_closing(Some(TimeDelta::hours(3)), start), Err(SketchFault::NotAWindow));
    assert_eq!(sketch.set_opening(Some(start), start), Err(SketchFault::NotAWindow));
}

#[test]
fn a_moved_start_takes_the_window_along_and_a_new_place_loses_the_pin() {
    let mut sketch = Sketch::of(&sample::event());
    sketch.closes_at = Some(at(12).and_utc());
    sketch.start = Some(at(18));
    sketch.set_start(at(20), at(9)).unwrap();
    assert_eq!(sketch.closes_at, Some(at(14).and_utc()));
    sketch.set_place("Театр").unwrap();
    assert_eq!((sketch.point, sketch.address.as_str()), (None, ""));
}

#[test]
fn a_title_by_itself_keeps_the_description() {
    let mut sketch = Sketch::default();
    sketch.set_text(Language::En, "Lecture\nOn the city").unwrap();
    sketch.set_text(Language::En, "Open lecture").unwrap();
    assert_eq!(sketch.description.en.as_deref(), Some("On the city"));
    sketch.clear_text(Language::En);
    assert!(sketch.title.is_empty() && sketch.description.is_empty());
}
