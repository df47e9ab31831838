//! Statements on the work of people at events: invitations, shifts, speakers, hosts, names.

use super::*;
use qatys::{
    domain::{Deed, District, Entry, Grant, HostId, Level, Name, Object, Scope, ShiftId, SpeakerId},
    store::{audit, hosts, invitations, scopes, shifts, speakers, staff},
};

const ONE: PersonId = PersonId(1);
const TWO: PersonId = PersonId(2);

fn grants(event: EventId) -> [Grant; 4] {
    let scope = Scope {
        level: Some(Level::City),
        district: Some(District::Nura),
        organisation: Some("Қала кітапханалары".into()),
    };
    [
        Grant::Organiser(scope),
        Grant::Steward { event, from: minutes(5), until: minutes(50) },
        Grant::Speaker { event, name: "Ахмет Байтұрсынұлы".into() },
        Grant::Host { event },
    ]
}

#[tokio::test]
async fn invitations_are_open_until_they_are_used_revoked_or_over() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    let mut kept = Vec::new();
    for (grant, print) in grants(event).iter().zip(["a", "b", "c", "d"]) {
        let added = invitations::add(&mut tx, grant, print, ONE, now()).await.unwrap();
        let found = invitations::find(&mut tx, print, now()).await.unwrap().unwrap();
        assert_eq!((&added, &added.grant, added.by), (&found, grant, ONE));
        assert_eq!(invitations::lookup(&mut tx, added.id, now()).await.unwrap().as_ref(), Some(&found));
        assert!(invitations::find(&mut tx, print, added.expires_at).await.unwrap().is_none());
        kept.push(found);
    }
    assert_eq!(invitations::list(&mut tx, Some(event), now()).await.unwrap(), kept[1..]);
    assert_eq!(invitations::list(&mut tx, None, now()).await.unwrap(), kept[..1]);
    assert!(invitations::find(&mut tx, "e", now()).await.unwrap().is_none());

    let [organiser, steward, speaker, host] = [0, 1, 2, 3].map(|n: usize| kept[n].id);
    assert!(!invitations::set_used(&mut tx, organiser, TWO, kept[0].expires_at).await.unwrap());
    assert!(invitations::set_used(&mut tx, organiser, TWO, now()).await.unwrap());
    assert!(!invitations::set_used(&mut tx, organiser, ONE, now()).await.unwrap(), "one is the first");
    assert!(!invitations::revoke(&mut tx, organiser, now()).await.unwrap());
    assert!(invitations::revoke(&mut tx, speaker, now()).await.unwrap());
    assert!(!invitations::revoke(&mut tx, speaker, now()).await.unwrap());
    assert!(!invitations::set_used(&mut tx, speaker, TWO, now()).await.unwrap());
    invitations::set_times(&mut tx, steward, minutes(60), minutes(90)).await.unwrap();
    let moved = invitations::lookup(&mut tx, steward, minutes(80)).await.unwrap().unwrap();
    assert_eq!(moved.grant, Grant::Steward { event, from: minutes(60), until: minutes(90) });
    let open = invitations::list(&mut tx, Some(event), now()).await.unwrap();
    assert_eq!(open.iter().map(|open| open.id).collect::<Vec<_>>(), [steward, host]);
    tx.rollback().await;
}

#[tokio::test]
async fn shifts_are_listed_by_person_and_event() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (one, two) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    let [_, steward, ..] = grants(one);
    let link = invitations::add(&mut tx, &steward, "a", ONE, now()).await.unwrap().id;
    let name = Name::parse("Дәурен").unwrap();
    staff::set(&mut tx, TWO, Some(&name), now()).await.unwrap();
    shifts::set(&mut tx, (two, TWO), (minutes(9), minutes(20)), link).await.unwrap();
    shifts::set(&mut tx, (one, TWO), (minutes(0), minutes(1)), link).await.unwrap();
    shifts::set(&mut tx, (one, TWO), (minutes(5), minutes(10)), link).await.unwrap();
    shifts::set(&mut tx, (one, ONE), (minutes(5), minutes(10)), link).await.unwrap();
    let of = shifts::list_by_person(&mut tx, TWO, minutes(9)).await.unwrap();
    assert_eq!(
        of.iter().map(|shift| (shift.event, shift.from)).collect::<Vec<_>>(),
        [(one, minutes(5)), (two, minutes(9))]
    );
    assert_eq!(shifts::list_by_person(&mut tx, TWO, minutes(10)).await.unwrap(), of[1..]);
    let at = shifts::list_by_event(&mut tx, one).await.unwrap();
    assert_eq!(
        at.iter().map(|(shift, name)| (shift.person, name.clone())).collect::<Vec<_>>(),
        [(TWO, Some(name)), (ONE, None)]
    );
    shifts::set_times(&mut tx, of[0].id, minutes(30), minutes(40)).await.unwrap();
    let moved = shifts::lookup(&mut tx, of[0].id).await.unwrap().unwrap();
    assert_eq!((moved.from, moved.until, moved.person), (minutes(30), minutes(40), TWO));
    shifts::remove(&mut tx, of[0].id).await.unwrap();
    for id in [of[0].id, ShiftId(99)] {
        assert_eq!(shifts::lookup(&mut tx, id).await.unwrap(), None);
    }
    assert_eq!(shifts::clear(&mut tx, one).await.unwrap(), [ONE]);
    assert_eq!(shifts::clear(&mut tx, one).await.unwrap(), []);
    assert_eq!(shifts::list_by_person(&mut tx, TWO, now()).await.unwrap().len(), 1);
    tx.rollback().await;
}

#[tokio::test]
async fn a_speaker_of_the_programme_is_one_person() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (one, two) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    speakers::set(&mut tx, two, "Абай", ONE, now()).await.unwrap();
    speakers::set(&mut tx, one, "Абай", ONE, now()).await.unwrap();
    speakers::set(&mut tx, one, "Ыбырай", ONE, now()).await.unwrap();
    speakers::set(&mut tx, one, "Абай", TWO, now()).await.unwrap();
    assert_eq!(speakers::list_events(&mut tx, ONE).await.unwrap(), [two, one]);
    assert_eq!(speakers::list_events(&mut tx, TWO).await.unwrap(), [one]);
    let at = speakers::list_by_event(&mut tx, one).await.unwrap();
    let named: Vec<_> = at.iter().map(|speaker| (speaker.name.as_str(), speaker.person)).collect();
    assert_eq!(named, [("Абай", TWO), ("Ыбырай", ONE)]);
    assert_eq!(speakers::lookup(&mut tx, at[0].id).await.unwrap().as_ref(), Some(&at[0]));
    speakers::remove(&mut tx, at[0].id).await.unwrap();
    for id in [at[0].id, SpeakerId(99)] {
        assert_eq!(speakers::lookup(&mut tx, id).await.unwrap(), None);
    }
    tx.rollback().await;
}

#[tokio::test]
async fn hosts_ask_once_and_run_the_event_after_a_yes() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let one_event = event(&mut tx, "one", 0).await;
    let library = "Қала кітапханалары";
    let scope = Scope { organisation: Some(library.into()), level: Some(Level::Central), district: None };
    scopes::add(&mut tx, ONE, &scope, now()).await.unwrap();
    let host = hosts::add(&mut tx, one_event, library, ONE, now()).await.unwrap().unwrap();
    assert_eq!(hosts::add(&mut tx, one_event, library, TWO, now()).await.unwrap(), None);
    let asks = hosts::lookup(&mut tx, host).await.unwrap().unwrap();
    assert_eq!((asks.asked_by, asks.approved_at, asks.organisation.as_str()), (ONE, None, library));
    assert_eq!(hosts::list_events(&mut tx, ONE).await.unwrap(), []);
    let event = qatys::store::events::lookup(&mut tx, one_event).await.unwrap().unwrap();
    assert_eq!(scopes::list_workers(&mut tx, &event, true).await.unwrap(), []);
    assert!(hosts::approve(&mut tx, host, TWO, minutes(1)).await.unwrap());
    assert!(!hosts::approve(&mut tx, host, TWO, minutes(2)).await.unwrap());
    assert_eq!(hosts::list_by_event(&mut tx, one_event).await.unwrap()[0].approved_at, Some(minutes(1)));
    assert_eq!(hosts::list_events(&mut tx, ONE).await.unwrap(), [one_event]);
    assert_eq!(scopes::list_workers(&mut tx, &event, true).await.unwrap(), [ONE]);
    assert_eq!(scopes::list_workers(&mut tx, &event, false).await.unwrap(), []);
    assert!(hosts::remove(&mut tx, host).await.unwrap());
    for id in [host, HostId(99)] {
        assert!(!hosts::remove(&mut tx, id).await.unwrap());
        assert_eq!(hosts::lookup(&mut tx, id).await.unwrap(), None);
    }
    tx.rollback().await;
}

#[tokio::test]
async fn names_of_the_staff_are_kept_while_they_have_work() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let one_event = event(&mut tx, "one", 0).await;
    let name = |text| Name::parse(text).ok();
    let [_, steward, ..] = grants(one_event);
    let link = invitations::add(&mut tx, &steward, "a", ONE, now()).await.unwrap().id;
    staff::set(&mut tx, ONE, name("Дәурен").as_ref(), now()).await.unwrap();
    staff::set(&mut tx, ONE, None, minutes(1)).await.unwrap();
    staff::set(&mut tx, TWO, name("Мәдина").as_ref(), now()).await.unwrap();
    assert_eq!(staff::lookup(&mut tx, ONE).await.unwrap(), Some((name("Дәурен"), now())));
    assert_eq!(staff::lookup(&mut tx, PersonId(3)).await.unwrap(), None);
    scopes::add(&mut tx, TWO, &Scope::default(), now()).await.unwrap();
    scopes::add(&mut tx, PersonId(3), &Scope::default(), now()).await.unwrap();
    scopes::add(&mut tx, TWO, &Scope { level: Some(Level::City), ..Scope::default() }, now()).await.unwrap();
    assert_eq!(staff::count(&mut tx).await.unwrap(), 2);
    let listed = staff::list(&mut tx, 9, 0).await.unwrap();
    assert_eq!(listed, [(TWO, name("Мәдина")), (PersonId(3), None)]);
    assert_eq!(staff::list(&mut tx, 1, 1).await.unwrap(), listed[1..]);

    shifts::set(&mut tx, (one_event, ONE), (minutes(5), minutes(50)), link).await.unwrap();
    staff::sweep(&mut tx, minutes(10)).await.unwrap();
    assert!(staff::lookup(&mut tx, ONE).await.unwrap().is_some());
    staff::sweep(&mut tx, minutes(60)).await.unwrap();
    assert_eq!(staff::lookup(&mut tx, ONE).await.unwrap(), None, "the shift is over and forgotten");
    assert_eq!(invitations::lookup(&mut tx, link, now()).await.unwrap(), None);
    assert!(staff::lookup(&mut tx, TWO).await.unwrap().is_some());

    speakers::set(&mut tx, one_event, "Абай", TWO, now()).await.unwrap();
    let host = hosts::add(&mut tx, one_event, "Х", TWO, now()).await.unwrap().unwrap();
    let given = |person| Entry::new(ONE, Deed::ScopeGiven, Object::Person(person));
    for person in [TWO, PersonId(TWO.0 * 10)] {
        audit::add(&mut tx, &given(person), now()).await.unwrap();
    }
    staff::clear(&mut tx, TWO, -7).await.unwrap();
    for (person, lines) in [(TWO, 0), (PersonId(-7), 1), (PersonId(TWO.0 * 10), 1)] {
        let found = audit::list_of(&mut tx, Object::Person(person), 9).await.unwrap();
        assert_eq!(found.len(), lines, "{person}");
    }
    assert_eq!(staff::lookup(&mut tx, TWO).await.unwrap(), None);
    assert!(scopes::list(&mut tx, TWO).await.unwrap().is_empty());
    assert!(speakers::list_events(&mut tx, TWO).await.unwrap().is_empty());
    assert_eq!(hosts::lookup(&mut tx, host).await.unwrap().unwrap().asked_by, PersonId(-7));
    tx.rollback().await;
}
