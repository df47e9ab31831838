//! Personal data: reading it all, deleting it all, down to the bytes of the files; terms of storage; restored backups.

use super::*;
use qatys::domain::Admission;

const NAME: &str = "Құпияхан Қанарейқызы";
const PHONE: &str = "+77001234567";
const PERSON: i64 = 70_007_007;

fn canary(event: EventId, size: u32) -> SignUp {
    let details = Details {
        name: Name::parse(NAME).unwrap(),
        phone: Phone::parse(PHONE).ok(),
        district: Some(District::Nura),
    };
    SignUp { details, ..wish(event, size) }
}

/// What is told of a person, in the bytes of the database and of the log beside it.
fn traces(bench: &Bench) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    for file in ["qatys.db", "qatys.db-wal"] {
        let Ok(bytes) = std::fs::read(bench.folder.file(file)) else { continue };
        for needle in ["Құпияхан", "Қанарейқызы", "77001234567", "70007007", "canary-in-dialogue"]
        {
            if bytes.windows(needle.len()).any(|window| window == needle.as_bytes()) {
                found.push((file, needle));
            }
        }
        if file == "qatys.db" && bytes.windows(4).any(|window| window == (PERSON as u32).to_be_bytes()) {
            found.push((file, "the number as SQLite stores it"));
        }
    }
    found
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
    let columns = bench
        .number("SELECT count(*) FROM pragma_table_info('people') WHERE name NOT IN ('id', 'language', 'name', 'phone',
            'district', 'consent_version', 'consent_at', 'created_at', 'unreachable_at')")
        .await;
    assert_eq!(columns, 0);
}

#[tokio::test]
async fn nothing_is_left_in_the_files_after_an_erasure() {
    let bench = Bench::new().await;
    let event = bench.event(Some(2)).await;
    let services = &bench.services;
    services.receive((1..=4).map(|n| received(n, PERSON)).collect()).await.unwrap();
    services.meet(PersonId(PERSON), None).await.unwrap();
    services.remember(&because(PERSON, 1), "\"canary-in-dialogue\"").await.unwrap();
    services.join(&because(PERSON, 2), &canary(event, 2)).await.unwrap();
    services.remember(&because(PERSON, 3), "\"canary-in-dialogue\"").await.unwrap();
    // Read back, changed and moved about, so that pages have held it in more than one place.
    for n in 0..50 {
        bench.join(n + 1, event, 1).await;
    }
    assert!(traces(&bench).len() >= 4, "the search for traces finds what is there: {:?}", traces(&bench));
    services.erase(&because(PERSON, 4)).await.unwrap();
    let mut left = traces(&bench);
    // Telegram's number of the person stands for two days on the very update that asked for this, to know it again.
    left.retain(|(_, what)| *what != "the number as SQLite stores it");
    assert!(left.is_empty(), "{left:?}");
    let owned = "SELECT (SELECT count(*) FROM people WHERE id = 70007007)
        + (SELECT count(*) FROM dialogues WHERE person_id = 70007007)
        + (SELECT count(*) FROM outbox WHERE person_id = 70007007)
        + (SELECT count(*) FROM registrations WHERE person_id = 70007007)";
    assert_eq!(bench.number(owned).await, 0);
    assert_eq!(bench.number("SELECT count(body) FROM inbox WHERE person_id = 70007007").await, 0);
    bench.clock.advance(TimeDelta::hours(49));
    services.sweep().await.unwrap();
    bench.store.truncate_log().await.unwrap();
    assert!(traces(&bench).is_empty(), "{:?}", traces(&bench));
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
    let folder = Folder::new(&std::env::temp_dir());
    let journal = Some(folder.file("erasures"));
    Bench::with(folder, Policy { journal, ..policy() }).await
}

impl Bench {
    /// Goes back to a copy of the database, with the same journal.
    async fn restored(&self, backup: &str) -> (Services, Store) {
        let journal = Some(self.folder.file("erasures"));
        let store = Store::open(&self.folder.url(backup), 4).await.unwrap();
        let policy = Policy { journal, ..policy() };
        let services =
            Services::new(store.clone(), self.clock.clone(), Chance::seeded(5), policy).await.unwrap();
        (services, store)
    }
}

#[tokio::test]
async fn an_erasure_is_repeated_after_an_older_backup_is_restored() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    bench.join(2, event, 1).await;
    bench.copy("older.db").await;
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.erase(&by(PERSON)).await.unwrap();
    let (services, store) = bench.restored("older.db").await;
    assert!(services.personal_data(PersonId(PERSON)).await.unwrap().is_some(), "the backup had them");
    assert_eq!(services.repeat_erasures().await.unwrap(), 1);
    assert!(services.personal_data(PersonId(PERSON)).await.unwrap().is_none());
    assert!(services.personal_data(PersonId(2)).await.unwrap().is_some(), "nobody else is");
    assert_eq!(services.repeat_erasures().await.unwrap(), 0);
    store.close().await;
    let journal = std::fs::read_to_string(bench.folder.file("erasures")).unwrap();
    assert!(!journal.contains("70007007"), "the journal names nobody");
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
async fn whoever_was_erased_twice_is_erased_after_a_backup_from_between() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    for copy in [None, Some("between.db")] {
        bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
        if let Some(copy) = copy {
            bench.copy(copy).await;
        }
        bench.clock.advance(TimeDelta::hours(1));
        bench.services.erase(&by(PERSON)).await.unwrap();
        bench.clock.advance(TimeDelta::hours(1));
    }
    let (services, store) = bench.restored("between.db").await;
    assert_eq!(services.repeat_erasures().await.unwrap(), 1);
    assert!(services.personal_data(PersonId(PERSON)).await.unwrap().is_none());
    store.close().await;
}

#[tokio::test]
async fn a_torn_line_of_the_journal_is_passed_over() {
    let bench = journalled().await;
    let event = bench.event(None).await;
    bench.services.join(&by(PERSON), &canary(event, 1)).await.unwrap();
    bench.copy("older.db").await;
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.erase(&by(PERSON)).await.unwrap();
    let mut journal = std::fs::read_to_string(bench.folder.file("erasures")).unwrap();
    journal.push_str("half-a-line 2026-1");
    std::fs::write(bench.folder.file("erasures"), journal).unwrap();
    let (services, store) = bench.restored("older.db").await;
    assert_eq!(services.repeat_erasures().await.unwrap(), 1);
    store.close().await;
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
    services.receive((1..=3).map(|n| received(n, 1)).collect()).await.unwrap();
    services.join(&because(1, 1), &wish(event, 1)).await.unwrap();
    services.remember(&because(1, 2), "{}").await.unwrap();
    for claimed in services.claim_notices(&[(qatys::domain::Lane::Interactive, 9)]).await.unwrap() {
        services.finish_notice(&claimed, qatys::service::Ending::Sent).await.unwrap();
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
