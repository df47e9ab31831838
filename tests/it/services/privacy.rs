//! Personal data: reading it all, deleting it all, terms of storage. What a file still holds afterwards is in `file`.

use super::*;
use qatys::domain::Admission;

const NAME: &str = "Құпияхан Қанарейқызы";
const PHONE: &str = "+77001234567";
pub(crate) const PERSON: i64 = 70_007_007;

pub(crate) fn canary(event: EventId, size: u32) -> SignUp {
    let details = Details {
        name: Name::parse(NAME).unwrap(),
        phone: Phone::parse(PHONE).ok(),
        district: Some(District::Nura),
    };
    SignUp { details, ..wish(event, size) }
}

#[tokio::test]
async fn the_export_holds_everything_that_is_kept() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let other = bench.event(Some(1)).await;
    assert!(bench.services.personal_data(PersonId(PERSON)).await.unwrap().is_none());
    bench.services.meet(PersonId(PERSON), Some(Language::Ru)).await.unwrap();
    bench.clock.advance(TimeDelta::minutes(1));
    let Joined::Seated(one) = bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap() else {
        panic!("there is room")
    };
    bench.join(1, other, 1).await;
    bench.services.join(&by(PERSON), &canary(other, 2)).await.unwrap();
    bench.services.check_in(&by(ADMIN), one.id, party(1)).await.unwrap();
    let cancelled = bench.event(None).await;
    let Joined::Seated(left) = bench.services.join(&by(PERSON), &canary(cancelled, 1)).await.unwrap() else {
        panic!("there is room")
    };
    bench.services.leave(&by(PERSON), left.id).await.unwrap();
    let data = bench.services.personal_data(PersonId(PERSON)).await.unwrap().unwrap();
    let shown = serde_json::to_value(&data).unwrap();
    assert_eq!(shown["telegram_id"], PERSON);
    assert_eq!(shown["language"], "ru");
    assert_eq!((shown["name"].as_str(), shown["phone"].as_str()), (Some(NAME), Some(PHONE)));
    assert_eq!(shown["district"], "nura");
    assert_eq!(data.known_since, now());
    let consent = data.consent.unwrap();
    assert_eq!((consent.version, consent.at), (1, now() + TimeDelta::minutes(1)));
    let standings: Vec<_> = data.registrations.iter().map(|r| (r.standing.as_str(), r.party)).collect();
    assert_eq!(standings, [("seated", 1), ("waiting", 2), ("cancelled", 1)]);
    assert_eq!(data.registrations[0].arrived_at, Some(now() + TimeDelta::minutes(1)));
    assert_eq!(data.registrations[0].arrived_party, Some(1));
    // A column that is added to the table of people must come into the export, or be named here.
    let mut conn = bench.store.read().await.unwrap();
    let columns: Vec<String> = conn
        .either(
            "SELECT name FROM pragma_table_info('people') ORDER BY cid",
            "SELECT CAST(column_name AS TEXT) FROM information_schema.columns
             WHERE table_schema = 'public' AND table_name = 'people' ORDER BY ordinal_position",
        )
        .values()
        .await
        .unwrap();
    let exported = ["id", "language", "name", "phone", "district", "consent_version", "consent_at"];
    assert_eq!(columns, [&exported[..], &["unreachable_at", "created_at"]].concat());
}

#[tokio::test]
async fn seats_of_coming_events_move_on_and_numbers_of_past_ones_stay() {
    let bench = Bench::new().await;
    let past = bench.event(Some(5)).await;
    let coming = bench
        .publish(&EventFacts {
            local_start: "2026-12-20T18:30:00".parse().unwrap(),
            capacity: Some(1),
            ..facts("later")
        })
        .await;
    let Joined::Seated(one) = bench.services.join(&by(PERSON), &canary(past, 3)).await.unwrap() else {
        panic!("there is room")
    };
    bench.services.join(&by(PERSON), &canary(coming, 1)).await.unwrap();
    let next = bench.join(2, coming, 1).await;
    bench.clock.set(start());
    assert!(matches!(
        bench.services.check_in(&by(ADMIN), one.id, party(2)).await.unwrap(),
        Admission::Arrived(_)
    ));
    bench.clock.advance(TimeDelta::hours(5));
    let before = bench.services.door(&by(ADMIN), past).await.unwrap().unwrap().counts;
    bench.services.erase(&by(PERSON)).await.unwrap();
    let door = bench.services.door(&by(ADMIN), past).await.unwrap().unwrap();
    assert_eq!(door.counts, before);
    assert_eq!((door.counts.people, door.counts.people_arrived), (3, 2));
    assert_eq!(door.last[0].guest.name, None);
    assert!(matches!(bench.standing(&next).await, Standing::Offered { .. }));
    assert_eq!(bench.told("seat_offered").await, [2]);
    assert!(bench.number("SELECT max(person_id) FROM registrations WHERE person_id <> 2").await < 0);
}

#[tokio::test]
async fn a_steward_who_is_erased_leaves_the_arrivals() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    bench.services.check_in(&by(ADMIN), one.id, party(1)).await.unwrap();
    bench.services.erase(&by(ADMIN)).await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM arrivals WHERE by_id = 900").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM arrivals WHERE by_id < 0").await, 1);
}

/// A bench with a journal beside its database.
async fn journalled() -> Bench {
    let folder = Folder::new();
    let journal = Some(folder.file("erasures"));
    Bench::with(folder, Policy { journal, ..policy() }).await
}

#[tokio::test]
async fn whoever_came_back_is_not_erased_by_the_journal() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.erase(&by(PERSON)).await.unwrap();
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    assert_eq!(bench.services.repeat_erasures().await.unwrap(), 0);
    assert!(bench.services.personal_data(PersonId(PERSON)).await.unwrap().is_some());
    // Nor after a restore of a backup from before the erasure, taken together with a new life in it.
    bench.tamper("DELETE FROM erasures").await;
    assert_eq!(bench.services.repeat_erasures().await.unwrap(), 0);
}

#[tokio::test]
async fn details_go_ninety_days_after_the_last_event() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    bench.services.meet(PersonId(3), None).await.unwrap();
    let term = qatys::service::RETENTION;
    bench.clock.set(start() + term);
    bench.services.sweep().await.unwrap();
    assert!(bench.services.personal_data(PersonId(PERSON)).await.unwrap().is_some());
    bench.clock.advance(TimeDelta::milliseconds(1));
    bench.services.sweep().await.unwrap();
    assert!(bench.services.personal_data(PersonId(PERSON)).await.unwrap().is_none());
    assert_eq!(bench.services.door(&by(ADMIN), event).await.unwrap().unwrap().counts.people, 1);
    assert!(bench.services.meet(PersonId(3), None).await.unwrap().person.details.is_none());
}

#[tokio::test]
async fn an_event_ahead_keeps_the_details() {
    let bench = Bench::new().await;
    let past = bench.event(None).await;
    let local_start = "2027-06-01T18:30:00".parse().unwrap();
    let ahead = bench.publish(&EventFacts { local_start, ..facts("ahead") }).await;
    for event in [past, ahead] {
        bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    }
    bench.clock.set(start() + TimeDelta::days(120));
    bench.services.sweep().await.unwrap();
    assert!(bench.services.personal_data(PersonId(PERSON)).await.unwrap().is_some());
}

#[tokio::test]
async fn a_sweep_takes_whatever_number_of_people_has_had_its_time() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    for person in 1..=450 {
        bench.join(person, event, 1).await;
    }
    bench.clock.set(start() + TimeDelta::days(91));
    bench.services.sweep().await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM people").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM registrations").await, 450);
    assert_eq!(bench.number("SELECT count(DISTINCT person_id) FROM registrations").await, 450);
}

#[tokio::test]
async fn finished_updates_notices_and_forsaken_conversations_are_swept() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let services = &bench.services;
    bench.receive((1..=3).map(|n| received(n, 1)).collect()).await;
    services.join(&because(1, 1), &wish(event, 1)).await.unwrap();
    services.remember(&because(1, 2), "{}").await.unwrap();
    for claimed in services.claim_notices(&[9, 0, 0, 0, 0]).await.unwrap() {
        services.finish_notice(&claimed, &qatys::service::Ending::Sent(None)).await.unwrap();
    }
    let counts = || async {
        (
            bench.number("SELECT count(*) FROM inbox").await,
            bench.number("SELECT count(*) FROM dialogues").await,
            bench.number("SELECT count(*) FROM outbox").await,
        )
    };
    for (days, expected) in [(1, (3, 1, 1)), (3, (1, 1, 1)), (8, (1, 0, 1)), (61, (1, 0, 0))] {
        bench.clock.set(now() + TimeDelta::days(days));
        services.sweep().await.unwrap();
        assert_eq!(counts().await, expected, "after {days} days; an open update is never swept");
    }
}
