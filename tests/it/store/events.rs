//! Statements on events: what is written is read back, lists are ordered and cut alike, the search finds alike.

use super::*;
use qatys::{
    domain::{District, Language, Level, Reason, Texts},
    store::events::{self, Wanted},
};

/// Facts in which every field holds something.
fn full() -> EventFacts {
    EventFacts {
        district: Some(District::Nura),
        title: Texts {
            kk: Some("Қала күні".into()),
            ru: Some("День города".into()),
            en: Some(String::new()),
        },
        description: Texts {
            kk: Some("Ән, күй; «жыр» — 100% \\ 'тегін'\nҰйым".into()), ru: None, en: None
        },
        point: Some((51.125_600_000_1, -0.000_1)),
        capacity: Some(i32::MAX as u32 + 7),
        expected: Some(0),
        languages: vec![Language::Kk, Language::En],
        phone_required: false,
        companions: 0,
        opens_at: Some(now() + TimeDelta::milliseconds(7)),
        closes_at: Some(start() - TimeDelta::milliseconds(1)),
        ..facts("full")
    }
}

#[tokio::test]
async fn what_is_said_of_an_event_is_read_back_as_it_was() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let bare = EventFacts { capacity: None, phone_required: true, ..facts("bare") };
    for (facts, code) in [(full(), "abcde"), (bare, "fghij")] {
        let id = events::add(&mut tx, code, &facts, start()).await.unwrap();
        let event = events::lookup(&mut tx, id).await.unwrap().unwrap();
        assert_eq!(event.facts, facts);
        assert_eq!((event.id, event.code.as_str(), event.starts_at), (id, code, start()));
        assert_eq!((event.status, event.revision), (EventStatus::Draft, 0));
        assert_eq!(events::find_by_code(&mut tx, code).await.unwrap(), Some(id));
        let found = events::find_by_external_id(&mut tx, &facts.external_id).await.unwrap();
        assert_eq!(found.map(|event| event.id), Some(id));
        let moved = start() + TimeDelta::milliseconds(1);
        events::set_facts(&mut tx, id, &facts, moved, 3).await.unwrap();
        let event = events::lookup(&mut tx, id).await.unwrap().unwrap();
        assert_eq!((event.starts_at, event.revision), (moved, 3));
    }
    assert!(events::lookup(&mut tx, EventId(-1)).await.unwrap().is_none());
    assert_eq!(events::find_by_code(&mut tx, "ABCDE").await.unwrap(), None, "case matters");
    assert!(events::find_by_external_id(&mut tx, "").await.unwrap().is_none());
    tx.rollback().await;
}

#[tokio::test]
async fn a_code_is_given_once() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    events::add(&mut tx, "abcde", &facts("one"), start()).await.unwrap();
    assert!(events::add(&mut tx, "abcde", &facts("two"), start()).await.is_err());
    tx.rollback().await;
    let mut tx = bench.store.begin().await.unwrap();
    assert!(events::find_by_code(&mut tx, "abcde").await.unwrap().is_none(), "the fault undid it all");
    tx.rollback().await;
}

#[tokio::test]
async fn seats_are_counted_by_standing() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let id = event(&mut tx, "one", 0).await;
    let other = event(&mut tx, "other", 0).await;
    let empty = events::seats(&mut tx, id).await.unwrap();
    assert_eq!((empty.capacity, empty.taken, empty.waiting), (Some(30), 0, 0));
    sign_up(&mut tx, id, 1, 2, Standing::Seated).await;
    let offered = sign_up(&mut tx, id, 2, 3, Standing::Waiting).await;
    store::registrations::set_standing(&mut tx, offered, Standing::Offered { until: start() }, now())
        .await
        .unwrap();
    sign_up(&mut tx, id, 3, 4, Standing::Waiting).await;
    sign_up(&mut tx, id, 4, 5, Standing::Cancelled).await;
    sign_up(&mut tx, other, 1, 5, Standing::Seated).await;
    events::lock(&mut tx, id).await.unwrap();
    events::lock(&mut tx, EventId(404)).await.unwrap();
    let seats = events::seats(&mut tx, id).await.unwrap();
    assert_eq!((seats.capacity, seats.taken, seats.waiting), (Some(30), 5, 4));
    let (event, same) = events::lookup_with_seats(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((event.id, same), (id, seats));
    let lines = events::list(&mut tx, &Wanted::all(), 9, 0).await.unwrap();
    assert_eq!(lines.iter().find(|line| line.id == id).unwrap().seats, seats);
    assert!(events::lookup_with_seats(&mut tx, EventId(404)).await.unwrap().is_none());
    tx.rollback().await;
}

#[tokio::test]
async fn lists_are_narrowed_ordered_and_cut_alike() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let mut ids = Vec::new();
    // Two at the same time: the older one first.
    for (n, hours) in [5, 1, 3, 3].into_iter().enumerate() {
        ids.push(event(&mut tx, &format!("e{n}"), hours).await);
    }
    let order = [ids[1], ids[2], ids[3], ids[0]];
    let hidden = events::add(&mut tx, "hidden", &facts("hidden"), start()).await.unwrap();
    let changed = EventFacts { district: Some(District::Esil), level: Level::Central, ..full() };
    let changed = EventFacts { external_id: "e3".into(), ..changed };
    events::set_facts(&mut tx, ids[3], &changed, start() + TimeDelta::hours(3), 1).await.unwrap();
    let all = Wanted::all();
    let page = async |tx: &mut Tx, wanted: &Wanted, limit, offset| -> Vec<EventId> {
        events::list(tx, wanted, limit, offset).await.unwrap().into_iter().map(|line| line.id).collect()
    };
    assert_eq!(page(&mut tx, &all, 9, 0).await, order);
    assert_eq!(page(&mut tx, &all, 2, 1).await, order[1..3]);
    assert_eq!(page(&mut tx, &all, 2, 4).await, []);
    assert_eq!(page(&mut tx, &all, 0, 0).await, []);
    assert_eq!(events::count(&mut tx, &all).await.unwrap(), 4);
    let starts: Vec<_> = [1, 3, 3, 5].into_iter().map(|hours| start() + TimeDelta::hours(hours)).collect();
    assert_eq!(events::list_starts(&mut tx, &all).await.unwrap(), starts);
    let (from, to) = (starts[1], Some(starts[3]));
    for (wanted, expected) in [
        (Wanted { from, to, ..Wanted::all() }, vec![ids[2], ids[3]]),
        (Wanted { district: Some(District::Esil), ..Wanted::all() }, vec![ids[3]]),
        (Wanted { level: Some(Level::Central), ..Wanted::all() }, vec![ids[3]]),
        (Wanted { level: Some(Level::District), ..Wanted::all() }, vec![]),
        (Wanted { language: Some(Language::En), ..Wanted::all() }, vec![ids[3]]),
        (Wanted { language: Some(Language::Kk), ..Wanted::all() }, order.to_vec()),
    ] {
        assert_eq!(page(&mut tx, &wanted, 9, 0).await, expected, "{wanted:?}");
        assert_eq!(events::count(&mut tx, &wanted).await.unwrap() as usize, expected.len(), "{wanted:?}");
    }
    events::set_status(&mut tx, hidden, EventStatus::Published).await.unwrap();
    assert_eq!(page(&mut tx, &all, 1, 0).await, [hidden]);
    let line = &events::list(&mut tx, &all, 9, 0).await.unwrap()[3];
    assert_eq!((&line.title, line.district), (&full().title, Some(District::Esil)));
    tx.rollback().await;
}

#[tokio::test]
async fn words_are_found_by_their_beginnings_and_by_neighbouring_letters() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let city = events::add(&mut tx, "city", &full(), start()).await.unwrap();
    let lecture = EventFacts {
        address: "Үй-жай №12, 2-қабат; C++ / e-mail: a.b@c.kz".into(),
        ..facts("two")
    };
    let lecture = events::add(&mut tx, "talk", &lecture, start() + TimeDelta::hours(1)).await.unwrap();
    for id in [city, lecture] {
        events::set_status(&mut tx, id, EventStatus::Published).await.unwrap();
    }
    for (words, expected) in [
        ("кала", vec![city]),
        ("ҚАЛА", vec![city]),
        ("қал", vec![city]),
        ("ала", vec![]),
        ("город день", vec![city]),
        ("город лекция", vec![]),
        ("тегин 100", vec![city]),
        ("уй жай", vec![lecture]),
        ("үй-жай", vec![lecture]),
        ("12", vec![lecture]),
        ("2 кабат", vec![lecture]),
        ("c++", vec![lecture]),
        ("a.b@c", vec![lecture]),
        ("mail a b", vec![lecture]),
        ("китап", vec![city, lecture]),
        ("NEAR OR NOT AND", vec![]),
        ("к & ! | ( ) : * ' \" \\ <-> %", vec![city, lecture]),
        ("ғалымдар кеңесі", vec![city, lecture]),
    ] {
        let wanted = Wanted { matching: Wanted::words(words), ..Wanted::all() };
        assert!(wanted.matching.is_some(), "{words}");
        let found = events::list(&mut tx, &wanted, 9, 0).await.unwrap();
        assert_eq!(found.iter().map(|line| line.id).collect::<Vec<_>>(), expected, "{words}");
        assert_eq!(events::count(&mut tx, &wanted).await.unwrap() as usize, expected.len(), "{words}");
    }
    let long = Wanted { matching: Wanted::words(&"қ".repeat(4096)), ..Wanted::all() };
    assert_eq!(events::count(&mut tx, &long).await.unwrap(), 0);
    assert_eq!(Wanted::words("\0 … - '"), None);
    // What is no longer said of it is no longer found.
    let renamed =
        EventFacts { title: Texts { kk: Some("Ауыл күні".into()), ..Texts::default() }, ..full() };
    events::set_facts(&mut tx, city, &renamed, start(), 1).await.unwrap();
    for (words, count) in [("кала", 0), ("ауыл", 1)] {
        let wanted = Wanted { matching: Wanted::words(words), ..Wanted::all() };
        assert_eq!(events::count(&mut tx, &wanted).await.unwrap(), count, "{words}");
    }
    tx.rollback().await;
}

#[tokio::test]
async fn what_is_near_is_open_has_room_and_is_not_theirs_already() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let gone = event(&mut tx, "gone", 0).await;
    let full = event(&mut tx, "full", 1).await;
    sign_up(&mut tx, full, 8, 5, Standing::Seated).await;
    let theirs = event(&mut tx, "theirs", 2).await;
    sign_up(&mut tx, theirs, 5, 1, Standing::Waiting).await;
    let given_up = event(&mut tx, "given up", 3).await;
    let once = sign_up(&mut tx, given_up, 5, 1, Standing::Seated).await;
    store::registrations::set_standing(&mut tx, once, Standing::Cancelled, now()).await.unwrap();
    let draft = event(&mut tx, "draft", 1).await;
    store::events::set_status(&mut tx, draft, EventStatus::Draft).await.unwrap();
    let begun = event(&mut tx, "begun", -24 * 6).await;
    let elsewhere = event(&mut tx, "elsewhere", 4).await;
    let far = event(&mut tx, "far", 24 * 2).await;
    let farther = event(&mut tx, "farther", -24 * 4).await;
    for statement in [
        "UPDATE events SET capacity = 5, district = 'esil'",
        "UPDATE events SET district = 'nura' WHERE external_id = 'elsewhere'",
    ] {
        tx.sql(statement).run().await.unwrap();
    }
    let reason = Reason::parse("Сахна жөндеуде").unwrap();
    store::events::set_cancelled(&mut tx, gone, &reason).await.unwrap();
    let gone = store::events::lookup(&mut tx, gone).await.unwrap().unwrap();
    assert_eq!((gone.status, &gone.cancel_reason), (EventStatus::Cancelled, &Some(reason)));
    let near = async |tx: &mut Tx, size: u32| {
        let near = store::events::list_near(tx, &gone, PersonId(5), party(size), now()).await.unwrap();
        near.into_iter().map(|line| line.id).collect::<Vec<_>>()
    };
    // Another district is as far as three days: what is here in two days comes before it, in four after it.
    assert_eq!(near(&mut tx, 1).await, [given_up, far, elsewhere]);
    tx.sql("UPDATE events SET capacity = NULL WHERE external_id IN ('full', 'farther')").run().await.unwrap();
    assert_eq!(near(&mut tx, 5).await, [full, given_up, far], "there is always room");
    tx.sql("UPDATE events SET capacity = 4 WHERE external_id <> 'farther'").run().await.unwrap();
    assert_eq!(near(&mut tx, 5).await, [farther], "the party is too large elsewhere");
    assert!(![theirs, draft, begun].contains(&near(&mut tx, 1).await[0]));
    tx.rollback().await;
}
