//! Those who make events: drafts, changes, copies, what clashes, and that none of it is there for others.

use super::*;
use qatys::{
    domain::{Copy, Deed, Event, Field, Object, Over, Published, Room, Saved, Scope, Shelf, Sketch, With},
    service::Error,
    store::audit,
};

const ORGANISER: i64 = 50;
const OTHER: i64 = 51;

/// Somebody who works on the district events of Esil, and somebody of Nura.
async fn organisers(bench: &Bench) {
    for (person, district) in [(ORGANISER, District::Esil), (OTHER, District::Nura)] {
        let scope = Scope { level: Some(Level::District), district: Some(district), ..Scope::default() };
        bench.services.add_scope(&by(ADMIN), PersonId(person), &scope).await.unwrap();
    }
}

/// What the organiser of Esil writes: a lecture on the day of [`start`].
async fn sketch(bench: &Bench) -> Sketch {
    let mut sketch = bench.services.blank_sketch(&by(ORGANISER)).await.unwrap();
    assert_eq!((sketch.level, sketch.district), (Some(Level::District), Some(District::Esil)));
    assert!(matches!(sketch.missing(Language::Kk), Some(Field::Text(Language::Kk))));
    sketch.set_text(Language::Kk, "Дәріс\nҚала тарихы").unwrap();
    sketch.start = Some(start().with_timezone(&bench.services.zone()).naive_local());
    sketch.set_place("Театр\nДостық, 1").unwrap();
    sketch.set_seats("30").unwrap();
    sketch.set_speakers("Әлия Серік").unwrap();
    sketch.languages = vec![Language::Kk];
    sketch.set_organisation("Қала кітапханалары").unwrap();
    sketch
}

async fn save(bench: &Bench, event: Option<EventId>, sketch: &Sketch, publish: bool) -> Saved {
    bench.services.save_sketch(&by(ORGANISER), event, sketch, publish).await.unwrap()
}

async fn saved(bench: &Bench, event: Option<EventId>, sketch: &Sketch, publish: bool) -> Event {
    match save(bench, event, sketch, publish).await {
        Saved::Done(event) => *event,
        other => panic!("{other:?}"),
    }
}

async fn deeds(bench: &Bench, event: EventId) -> Vec<Deed> {
    let mut conn = bench.store.read().await.unwrap();
    let lines = audit::list_of(&mut conn, Object::Event(event), 99).await.unwrap();
    assert!(lines.iter().all(|line| line.by == PersonId(ORGANISER)));
    lines.into_iter().map(|line| line.deed).collect()
}

#[tokio::test]
async fn a_draft_is_seen_by_nobody_until_it_is_published() {
    let bench = Bench::new().await;
    organisers(&bench).await;
    let sketch = sketch(&bench).await;
    let draft = saved(&bench, None, &sketch, false).await;
    assert_eq!((draft.status, &draft.speakers[..]), (EventStatus::Draft, &["Әлия Серік".to_owned()][..]));
    assert_eq!(Sketch::of(&draft), sketch);
    let s = &bench.services;
    assert_eq!(s.card(PersonId(1), draft.id).await.unwrap(), None);
    assert_eq!(s.events(qatys::domain::Filter::default(), 0).await.unwrap().total, 0);
    assert_eq!(bench.try_join(1, draft.id, 1).await, Joined::Absent);
    assert_eq!(s.shelf(&by(ORGANISER), Shelf::Drafts, 0).await.unwrap().total, 1);
    assert_eq!(s.shelf(&by(OTHER), Shelf::Drafts, 0).await.unwrap().total, 0);
    assert_eq!(s.shelf(&by(ADMIN), Shelf::Drafts, 0).await.unwrap().total, 1);
    let Published::Done(event) = s.publish(&by(ORGANISER), draft.id).await.unwrap() else { panic!() };
    assert!(matches!(s.publish(&by(ORGANISER), draft.id).await.unwrap(), Published::Already(_)));
    assert!(s.card(PersonId(1), event.id).await.unwrap().is_some());
    assert!(matches!(bench.try_join(1, event.id, 1).await, Joined::Seated(_)));
    assert_eq!(s.shelf(&by(ORGANISER), Shelf::Coming, 0).await.unwrap().total, 1);
    assert_eq!(deeds(&bench, event.id).await, [Deed::EventPublished, Deed::EventAdded]);
    // Reminders are planned as for an imported one.
    assert!(bench.number("SELECT count(*) FROM occasions").await > 3);
}

#[tokio::test]
async fn what_cannot_be_is_refused_and_nothing_is_kept() {
    let bench = Bench::new().await;
    organisers(&bench).await;
    let whole = sketch(&bench).await;
    let no_place = Sketch { venue: None, ..whole.clone() };
    assert_eq!(save(&bench, None, &no_place, false).await, Saved::Missing(Field::Place));
    let elsewhere = Sketch { district: Some(District::Nura), ..whole.clone() };
    assert_eq!(save(&bench, None, &elsewhere, true).await, Saved::Elsewhere);
    let local_now = bench.services.now().with_timezone(&bench.services.zone()).naive_local();
    let past = Sketch { start: Some(local_now), ..whole.clone() };
    assert_eq!(save(&bench, None, &past, true).await, Saved::Past);
    assert_eq!(bench.number("SELECT count(*) FROM events").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM audit WHERE deed <> 'scope_given'").await, 0);

    let event = saved(&bench, None, &whole, true).await.id;
    for person in 1..=3 {
        bench.join(person, event, 4).await;
    }
    let fewer = Sketch { room: Room::Seats(11), ..whole.clone() };
    assert_eq!(save(&bench, Some(event), &fewer, false).await, Saved::CapacityBelow(12));
    assert_eq!(save(&bench, Some(event), &past, false).await, Saved::Past);
    assert_eq!(save(&bench, Some(event), &elsewhere, false).await, Saved::Elsewhere);
    let kept = bench.services.edited(&by(ORGANISER), event).await.unwrap().unwrap();
    assert_eq!(Sketch::of(&kept), whole);
    bench.clock.advance(start() - bench.services.now());
    assert_eq!(save(&bench, Some(event), &whole, false).await, Saved::Over);
}

#[tokio::test]
async fn whoever_is_registered_hears_of_a_change_and_whoever_waits_moves_up() {
    let bench = Bench::new().await;
    organisers(&bench).await;
    let mut sketch = sketch(&bench).await;
    sketch.set_seats("1").unwrap();
    let event = saved(&bench, None, &sketch, true).await.id;
    bench.join(1, event, 1).await;
    bench.join(2, event, 1).await;
    sketch.set_text(Language::Ru, "Лекция").unwrap();
    saved(&bench, Some(event), &sketch, false).await;
    assert_eq!(bench.told("event_changed").await, [0; 0], "a text is no news");
    sketch.set_place("Цирк").unwrap();
    saved(&bench, Some(event), &sketch, false).await;
    assert_eq!(bench.told("event_changed").await, [1, 2]);
    sketch.set_seats("2").unwrap();
    saved(&bench, Some(event), &sketch, false).await;
    assert_eq!(bench.told("seat_offered").await, [2]);
    assert_eq!(deeds(&bench, event).await.iter().filter(|deed| **deed == Deed::EventChanged).count(), 3);
}

#[tokio::test]
async fn copies_are_made_all_or_none_and_clashes_are_seen() {
    let bench = Bench::new().await;
    organisers(&bench).await;
    let sketch = sketch(&bench).await;
    let event = saved(&bench, None, &sketch, true).await;
    let copy = |line, weeks, venue: Option<&str>| Copy {
        line,
        venue: venue.map(str::to_owned),
        ..Copy::later(&event, weeks)
    };
    let copies = [copy(1, 1, None), copy(2, 2, None), copy(3, 1, Some("Цирк"))];
    let clashes = bench.services.clashes(&by(ORGANISER), event.id, &copies).await.unwrap().unwrap();
    let [clash] = &clashes[..] else { panic!("{clashes:?}") };
    assert_eq!((clash.line, &clash.over), (3, &Over::Speaker("Әлия Серік".into())));
    assert!(matches!(clash.with, With::Line(1)));
    let same = [copy(1, 0, None)];
    let clashes = bench.services.clashes(&by(ORGANISER), event.id, &same).await.unwrap().unwrap();
    assert!(
        matches!(&clashes[..], [clash] if matches!(&clash.with, With::Event(line) if line.id == event.id))
    );
    assert_eq!(bench.services.clashes(&by(ORGANISER), event.id, &[]).await.unwrap().unwrap(), []);

    let late = [copy(1, 1, None), Copy { start: bench.services.now().naive_utc(), ..copy(2, 0, None) }];
    let made = bench.services.copy_event(&by(ORGANISER), event.id, &late, true).await.unwrap();
    assert!(matches!(&made[..], [Saved::Done(_), Saved::Past]));
    assert_eq!(bench.number("SELECT count(*) FROM events").await, 1, "all or none");

    let made = bench.services.copy_event(&by(ORGANISER), event.id, &copies, true).await.unwrap();
    assert!(made.iter().all(|saved| matches!(saved, Saved::Done(e) if e.status == EventStatus::Published)));
    assert_eq!(bench.number("SELECT count(*) FROM events WHERE status = 'published'").await, 4);
    let made = bench.services.copy_event(&by(ORGANISER), event.id, &copies[..1], false).await.unwrap();
    assert!(matches!(&made[..], [Saved::Done(e)] if e.status == EventStatus::Draft));
}

#[tokio::test]
async fn an_event_people_can_register_for_is_not_put_away() {
    let bench = Bench::new().await;
    organisers(&bench).await;
    let sketch = sketch(&bench).await;
    let event = saved(&bench, None, &sketch, true).await.id;
    let s = &bench.services;
    assert!(s.set_archived(&by(ORGANISER), event, true).await.unwrap().is_none());
    bench.clock.advance(TimeDelta::days(30));
    assert!(s.set_archived(&by(ORGANISER), event, true).await.unwrap().is_some());
    assert!(s.managed(&by(ORGANISER), event).await.unwrap().unwrap().archived);
    assert_eq!(s.shelf(&by(ORGANISER), Shelf::Archived, 0).await.unwrap().total, 1);
    assert!(s.set_archived(&by(ORGANISER), event, false).await.unwrap().is_some());
    assert_eq!(s.shelf(&by(ORGANISER), Shelf::Past, 0).await.unwrap().total, 1);
}

#[tokio::test]
async fn events_of_others_are_as_if_they_were_not_there() {
    let bench = Bench::new().await;
    organisers(&bench).await;
    let sketch = sketch(&bench).await;
    let event = saved(&bench, None, &sketch, false).await.id;
    let before = bench.number("SELECT count(*) FROM audit").await;
    let s = &bench.services;
    for person in [1, OTHER] {
        for event in [event, EventId(404)] {
            let me = by(person);
            assert!(matches!(s.save_sketch(&me, Some(event), &sketch, true).await, Err(Error::NoRight)));
            assert!(matches!(s.publish(&me, event).await, Err(Error::NoRight)));
            assert!(matches!(s.set_archived(&me, event, true).await, Err(Error::NoRight)));
            assert!(matches!(s.copy_event(&me, event, &[], true).await, Err(Error::NoRight)));
            let looks = (
                s.edited(&me, event).await.ok().flatten(),
                s.clashes(&me, event, &[]).await.ok().flatten(),
                s.managed(&me, event).await.ok().flatten(),
            );
            assert_eq!(looks, (None, None, None), "{person} {event}");
        }
    }
    assert!(matches!(s.blank_sketch(&by(1)).await, Err(Error::NoRight)));
    assert!(matches!(s.save_sketch(&by(1), None, &sketch, true).await, Err(Error::NoRight)));
    assert!(matches!(s.shelf(&by(1), Shelf::Drafts, 0).await, Err(Error::NoRight)));
    assert!(matches!(s.organisations(&by(1)).await, Err(Error::NoRight)));
    assert_eq!(bench.number("SELECT count(*) FROM audit").await, before, "nothing was done");
}
