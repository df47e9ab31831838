//! Importing a programme: all or nothing, the same file twice, what people are told of changes. Reads no files.

use super::*;
use qatys::service::{ImportFault, ImportReport};

impl Bench {
    async fn import(&self, programme: &[EventFacts]) -> Result<ImportReport, Vec<ImportFault>> {
        self.services.import(programme, true, false).await.unwrap()
    }
}

#[tokio::test]
async fn the_same_programme_twice_changes_nothing() {
    let bench = Bench::new().await;
    let programme: Vec<_> = (0..40).map(|n| facts(&format!("E-{n}"))).collect();
    let report = ImportReport { added: 40, published: 40, ..ImportReport::default() };
    assert_eq!(bench.import(&programme).await, Ok(report));
    bench.join(1, bench.id_of("E-7").await, 1).await;
    let before = bench.notices().await;
    let report = ImportReport { unchanged: 40, ..ImportReport::default() };
    assert_eq!(bench.import(&programme).await, Ok(report));
    assert_eq!(bench.import(&programme).await, Ok(report));
    assert_eq!(bench.notices().await, before);
    assert_eq!(bench.number("SELECT count(*) FROM events").await, 40);
    assert_eq!(bench.number("SELECT count(DISTINCT code) FROM events").await, 40);
    assert_eq!(bench.number("SELECT count(*) FROM event_search").await, 40);
    assert_eq!(bench.number("SELECT CAST(sum(revision) AS BIGINT) FROM events").await, 0);
}

#[tokio::test]
async fn a_dry_run_says_the_same_and_keeps_nothing() {
    let bench = Bench::new().await;
    let report = bench.services.import(&[facts("one")], true, true).await.unwrap().unwrap();
    assert_eq!((report.added, report.published), (1, 1));
    assert_eq!(bench.number("SELECT count(*) FROM events").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM occasions").await, 0);
}

#[tokio::test]
async fn drafts_are_seen_by_nobody_until_published() {
    let bench = Bench::new().await;
    let programme = [facts("one")];
    let report = bench.services.import(&programme, false, false).await.unwrap().unwrap();
    assert_eq!((report.added, report.published), (1, 0));
    let event = bench.id_of("one").await;
    assert_eq!(bench.services.card(PersonId(1), event).await.unwrap(), None);
    assert_eq!(bench.services.events(qatys::domain::Filter::default(), 0).await.unwrap().total, 0);
    assert_eq!(bench.services.next_due().await.unwrap(), None, "and reminded of by nothing");
    let report = bench.services.import(&programme, true, false).await.unwrap().unwrap();
    assert_eq!((report.unchanged, report.published), (1, 1));
    assert!(bench.services.card(PersonId(1), event).await.unwrap().is_some());
}

#[tokio::test]
async fn time_and_place_are_told_to_all_who_hold_or_await_a_place_once() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    bench.join(1, event, 1).await;
    bench.join(2, event, 1).await;
    let three = bench.join(3, event, 1).await;
    bench.services.leave(&by(3), three.id).await.unwrap();
    let base = EventFacts { capacity: Some(1), ..facts("E-0") };
    let changes: [(&str, EventFacts, bool); 6] = [
        (
            "title",
            EventFacts { title: Texts { kk: Some("Жаңа".into()), ..Texts::default() }, ..base.clone() },
            false,
        ),
        ("length", EventFacts { duration_min: 60, ..base.clone() }, false),
        ("venue", EventFacts { venue: "Театр".into(), ..base.clone() }, true),
        ("address", EventFacts { address: "Абай, 1".into(), ..base.clone() }, true),
        ("point", EventFacts { point: Some((51.1, 71.4)), ..base.clone() }, true),
        ("start", EventFacts { local_start: "2026-12-06T18:30:00".parse().unwrap(), ..base.clone() }, true),
    ];
    let mut revision = 0;
    for (what, changed, told) in changes {
        let before = bench.told("event_changed").await.len();
        for again in 0..2 {
            let report = bench.import(std::slice::from_ref(&changed)).await.unwrap();
            assert_eq!((report.changed, report.unchanged), (1 - again, again), "{what}");
        }
        let news = bench.told("event_changed").await.split_off(before);
        assert_eq!(news, if told { vec![1, 2] } else { vec![] }, "{what}");
        // Back to what it was: place and time have changed once more.
        bench.import(std::slice::from_ref(&base)).await.unwrap();
        revision += if told { 2 } else { 0 };
        assert_eq!(bench.number("SELECT revision FROM events").await, revision, "{what}");
    }
}

#[tokio::test]
async fn only_the_latest_of_several_changes_is_said() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    for venue in ["Театр", "Парк"] {
        bench.publish(&EventFacts { venue: venue.into(), capacity: None, ..facts("E-0") }).await;
    }
    let early = bench.services.claim_notices(&[0, 10, 0, 0, 0]).await.unwrap();
    assert!(early.is_empty(), "there may be more to come");
    bench.clock.advance(TimeDelta::minutes(1));
    let mut said = Vec::new();
    for claimed in bench.services.claim_notices(&[0, 10, 0, 0, 0]).await.unwrap() {
        if bench.services.brief(&claimed).await.unwrap().is_some() {
            said.push(claimed.notice);
        }
    }
    let [Notice::EventChanged { revision: 2, before: Some(before), .. }] = &said[..] else {
        panic!("{said:?}")
    };
    assert_eq!(before.venue, facts("E-0").venue, "what they knew before both changes");
    // What is under way is left alone; whoever signs up in between knows the rest.
    bench.join(2, event, 1).await;
    bench.publish(&EventFacts { venue: "Алаң".into(), capacity: None, ..facts("E-0") }).await;
    let known = |notice: &Notice| match notice {
        Notice::EventChanged { before: Some(before), .. } => before.venue.clone(),
        other => panic!("{other:?}"),
    };
    let all = bench.bodies("event_changed").await;
    assert_eq!(all.iter().map(known).collect::<Vec<_>>(), [facts("E-0").venue, "Парк".into(), "Парк".into()]);
    // Back to what everybody knows: there is nothing to say.
    bench.publish(&EventFacts { venue: "Парк".into(), capacity: None, ..facts("E-0") }).await;
    assert_eq!(bench.bodies("event_changed").await.len(), 1);
}

#[tokio::test]
async fn a_change_that_cannot_be_told_is_not_made() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.tamper("ALTER TABLE outbox RENAME TO broken").await;
    let moved = EventFacts { venue: "Театр".into(), capacity: None, ..facts("E-0") };
    assert!(bench.services.import(&[moved], true, false).await.is_err());
    bench.tamper("ALTER TABLE broken RENAME TO outbox").await;
    assert_eq!(bench.number("SELECT count(*) FROM events WHERE venue = 'Театр'").await, 0);
    assert_eq!(bench.number("SELECT revision FROM events").await, 0);
}

#[tokio::test]
async fn too_small_a_capacity_stops_the_whole_import() {
    let bench = Bench::new().await;
    let event = bench.event(Some(5)).await;
    bench.join(1, event, 3).await;
    let small = EventFacts { capacity: Some(2), ..facts("E-0") };
    let fault = ImportFault::CapacityBelowSeated { external_id: "E-0".into(), capacity: 2, taken: 3 };
    assert_eq!(bench.import(&[facts("other"), small]).await, Err(vec![fault]));
    assert_eq!(bench.number("SELECT count(*) FROM events").await, 1, "the good row is not kept either");
    assert_eq!(bench.number("SELECT capacity FROM events").await, 5);
    let exact = EventFacts { capacity: Some(3), ..facts("E-0") };
    assert_eq!(bench.import(&[exact]).await.unwrap().changed, 1);
}

#[tokio::test]
async fn a_seat_on_offer_counts_against_a_smaller_capacity() {
    let bench = Bench::new().await;
    let event = bench.event(Some(2)).await;
    let one = bench.join(1, event, 2).await;
    bench.join(2, event, 2).await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    let fault = ImportFault::CapacityBelowSeated { external_id: "E-0".into(), capacity: 1, taken: 2 };
    assert_eq!(bench.import(&[EventFacts { capacity: Some(1), ..facts("E-0") }]).await, Err(vec![fault]));
}

#[tokio::test]
async fn promised_local_times_become_instants_of_the_zone() {
    let bench = Bench::new().await;
    for (key, local, instant) in [
        ("new-year", "2026-12-31T23:30:00", "2026-12-31T18:30:00Z"),
        // 24:00 on 2024-02-29 was turned back to 23:00: the first of the two is meant.
        ("twice", "2024-02-29T23:30:00", "2024-02-29T17:30:00Z"),
        ("after", "2024-03-01T00:30:00", "2024-02-29T19:30:00Z"),
    ] {
        let event = bench.publish(&EventFacts { local_start: local.parse().unwrap(), ..facts(key) }).await;
        let card = bench.services.card(PersonId(1), event).await.unwrap().unwrap();
        assert_eq!(card.event.starts_at, instant.parse::<DateTime<Utc>>().unwrap(), "{key}");
        assert_eq!(card.event.facts.local_start, local.parse().unwrap());
    }
}

#[tokio::test]
async fn a_new_rule_of_the_zone_moves_the_instant_and_not_the_promise() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    // As if the zone had got +06 back: the same file means another instant.
    let other = Policy { zone: chrono_tz::Asia::Omsk, ..policy() };
    let services = bench.under(other).await;
    let same = EventFacts { capacity: None, ..facts("E-0") };
    assert_eq!(services.import(&[same], true, false).await.unwrap().unwrap().changed, 1);
    let card = services.card(PersonId(1), event).await.unwrap().unwrap();
    assert_eq!(card.event.starts_at, start() - TimeDelta::hours(1));
    assert_eq!(services.next_due().await.unwrap(), Some("2026-12-04T05:00:00Z".parse().unwrap()));
}
