//! The people of an event in the hands of those who work on it: who may, what comes of it, and what the audit says.

use super::*;
use qatys::{
    domain::{
        Added, Admission, ByHand, Deed, Group, Lifted, Object, Reason, RegistrationId, Removed, Scope, Window,
    },
    service::Error,
};

/// Works on events of Esil.
const ORGANISER: i64 = 50;

fn by_hand(event: EventId, size: u32) -> ByHand {
    let name = Name::parse("Күләш Бекқызы").unwrap();
    let phone = Phone::parse("87779876543").ok();
    ByHand { event, details: Details { name, phone, district: None }, party: party(size) }
}

fn reason() -> Reason {
    Reason::parse("Екі рет тіркелгенсіз.").unwrap()
}

impl Bench {
    /// An event in Esil with an organiser who works on it, and one in Nura that is not theirs.
    async fn own_and_foreign(&self, capacity: Option<u32>) -> [EventId; 2] {
        let scope = Scope { district: Some(District::Esil), ..Scope::default() };
        self.services.add_scope(&by(ADMIN), PersonId(ORGANISER), &scope).await.unwrap();
        let of = |key: &str, district| EventFacts { district: Some(district), capacity, ..facts(key) };
        [self.publish(&of("ESIL", District::Esil)).await, self.publish(&of("NURA", District::Nura)).await]
    }

    async fn audited(&self, object: Object) -> Vec<(Deed, Option<String>, Option<String>)> {
        let mut conn = self.store.read().await.unwrap();
        let lines = store::audit::list_of(&mut conn, object, 9).await.unwrap();
        lines.into_iter().map(|line| (line.deed, line.before, line.after)).collect()
    }
}

/// Refused for good, not there, or done.
#[derive(Debug, PartialEq, Eq)]
enum Right {
    No,
    Absent,
    Yes,
}

fn right<T>(answer: Result<Option<T>, Error>) -> Right {
    match answer {
        Ok(Some(_)) => Right::Yes,
        Ok(None) => Right::Absent,
        Err(Error::NoRight) => Right::No,
        Err(fault) => panic!("{fault}"),
    }
}

#[tokio::test]
async fn only_those_who_work_on_an_event_see_and_change_its_people() {
    let bench = Bench::new().await;
    let [own, foreign] = bench.own_and_foreign(Some(2)).await;
    let mut registrations = Vec::new();
    for event in [own, foreign] {
        bench.join(1, event, 2).await;
        registrations.push(bench.join(2, event, 2).await.id);
    }
    let events = [own, foreign, EventId(99)];
    let ids = [registrations[0], registrations[1], RegistrationId(99)];
    let s = &bench.services;
    for (person, expected) in [
        (1, [Right::No, Right::No, Right::No]),
        (ORGANISER, [Right::Yes, Right::Absent, Right::Absent]),
        (ADMIN, [Right::Yes, Right::Yes, Right::Absent]),
    ] {
        let me = by(person);
        for (event, expected) in events.iter().zip(&expected) {
            assert_eq!(right(s.guests(&me, *event, Group::Seated, 0).await), *expected, "{person} {event}");
            assert_eq!(right(s.search_guests(&me, *event, "ай").await), *expected, "{person} {event}");
            assert_eq!(right(s.export_guests(&me, *event).await), *expected, "{person} {event}");
            let added = s.add_guest(&me, &by_hand(*event, 1)).await;
            let may = matches!(&added, Ok(Added::Waiting(_)));
            assert_eq!(may, *expected == Right::Yes, "{person} {event} {added:?}");
            assert!(may || matches!(added, Err(Error::NoRight)));
        }
        for (id, expected) in ids.iter().zip(&expected) {
            assert_eq!(right(s.guest(&me, *id).await), *expected, "{person} {id}");
            assert_eq!(right(s.guest_phone(&me, *id).await), *expected, "{person} {id}");
            assert_eq!(right(s.move_up(&me, *id).await), *expected, "{person} {id}");
        }
    }
    for person in [1, ORGANISER] {
        assert_ne!(right(s.remove_guest(&by(person), ids[1], &reason()).await), Right::Yes);
    }
    assert_eq!(right(s.remove_guest(&by(ORGANISER), ids[0], &reason()).await), Right::Yes);
    assert_eq!(right(s.remove_guest(&by(ADMIN), ids[1], &reason()).await), Right::Yes);
    assert_eq!(bench.told("removed").await, [2, 2]);
    let phones =
        |deeds: Vec<(Deed, _, _)>| deeds.iter().filter(|(deed, ..)| *deed == Deed::PhoneRead).count();
    assert_eq!(phones(bench.audited(Object::Registration(ids[0])).await), 2);
    assert_eq!(phones(bench.audited(Object::Registration(ids[1])).await), 1, "what is refused is not noted");
}

#[tokio::test]
async fn a_search_finds_parts_of_names_and_codes_but_nobody_who_left() {
    let bench = Bench::new().await;
    let [own, other] = bench.own_and_foreign(None).await;
    let mut joined = Vec::new();
    for (person, name) in
        [(1, "Айгүл Серікқызы"), (2, "Қайрат Нұрлан"), (3, "Алёна Ким"), (4, "Серік Нұрлан")]
    {
        let mut wish = wish(own, 1);
        wish.details.name = Name::parse(name).unwrap();
        match bench.services.join(&by(person), &wish).await.unwrap() {
            Joined::Seated(registration) => joined.push(registration),
            other => panic!("{other:?}"),
        }
    }
    let elsewhere = bench.join(1, other, 1).await;
    bench.services.leave(&by(4), joined[3].id).await.unwrap();
    let (spaced, left) = (joined[1].code.to_lowercase(), joined[3].code.clone());
    for (typed, found) in [
        ("серик", vec![1]),
        ("кызы айг", vec![1]),
        ("НУРЛАН", vec![2]),
        ("елена", vec![]),
        ("алена", vec![3]),
        ("а", vec![1, 3, 2]),
        (spaced.as_str(), vec![2]),
        (left.as_str(), vec![]),
        (elsewhere.code.as_str(), vec![]),
        ("…", vec![]),
        ("", vec![]),
    ] {
        let matches = bench.services.search_guests(&by(ORGANISER), own, typed).await.unwrap().unwrap();
        let people: Vec<_> = matches.lines.iter().map(|line| line.registration.person.0).collect();
        assert_eq!((people, matches.total as usize), (found.clone(), found.len()), "{typed}");
    }
}

#[tokio::test]
async fn somebody_without_telegram_is_seated_checked_in_and_forgotten() {
    let bench = Bench::new().await;
    let [own, _] = bench.own_and_foreign(Some(3)).await;
    let (s, me) = (&bench.services, by(ORGANISER));
    let Added::Seated(line) = s.add_guest(&me, &by_hand(own, 2)).await.unwrap() else { panic!() };
    let registration = line.registration.clone();
    assert!(line.is_by_hand() && bench.taken(own).await == 2);
    assert_eq!(
        bench.audited(Object::Registration(registration.id)).await,
        [(Deed::GuestAdded, None, Some("seated".into()))]
    );
    let Added::Waiting(second) = s.add_guest(&me, &by_hand(own, 2)).await.unwrap() else { panic!() };
    assert_eq!(second.place, Some(1));
    assert_eq!(bench.notices().await, [], "nobody can be written to");
    let (_, _, phone) = s.guest_phone(&me, registration.id).await.unwrap().unwrap();
    assert_eq!(phone.unwrap().as_str(), "+77779876543");
    // An offer could not be answered: they are seated as soon as there is room.
    s.remove_guest(&me, registration.id, &reason()).await.unwrap();
    assert_eq!(bench.standing(&second.registration).await, Standing::Seated);
    assert_eq!(bench.notices().await, []);
    bench.clock.set(start() - TimeDelta::minutes(5));
    let admitted = s.admit_code(&me, own, &second.registration.code).await.unwrap();
    assert!(matches!(admitted, Admission::Arrived(arrival) if arrival.came == party(2)));
    bench.clock.set(start() + qatys::service::RETENTION + TimeDelta::days(1));
    s.sweep().await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM people WHERE id < 0").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM arrivals WHERE undone_at IS NULL").await, 1);
}

#[tokio::test]
async fn nobody_is_added_to_what_has_begun_or_is_off() {
    let bench = Bench::new().await;
    let [own, off] = bench.own_and_foreign(None).await;
    let (s, me) = (&bench.services, by(ADMIN));
    s.cancel_event(&me, off, &reason()).await.unwrap();
    assert_eq!(s.add_guest(&me, &by_hand(off, 1)).await.unwrap(), Added::Shut(Window::Cancelled));
    bench.clock.set(start());
    assert_eq!(s.add_guest(&me, &by_hand(own, 1)).await.unwrap(), Added::Shut(Window::Started));
    assert_eq!(bench.number("SELECT count(*) FROM registrations").await, 0);
}

#[tokio::test]
async fn whoever_waits_is_seated_when_there_is_room_and_hears_of_it() {
    let bench = Bench::new().await;
    let [own, _] = bench.own_and_foreign(Some(3)).await;
    let (s, me) = (&bench.services, by(ORGANISER));
    let first = bench.join(1, own, 2).await;
    let second = bench.join(2, own, 3).await;
    let third = bench.join(3, own, 2).await;
    let lifted = async |id| s.move_up(&me, id).await.unwrap().unwrap().1;
    assert_eq!(lifted(first.id).await, Lifted::Nothing, "has a seat");
    assert_eq!(lifted(third.id).await, Lifted::Full(1));
    assert_eq!(bench.standing(&third).await, Standing::Waiting);
    s.leave(&by(1), first.id).await.unwrap();
    assert!(matches!(bench.standing(&second).await, Standing::Offered { .. }));
    assert_eq!(lifted(third.id).await, Lifted::Full(0), "what is offered is held");
    let Lifted::Done(line) = lifted(second.id).await else { panic!("held seats are theirs") };
    assert_eq!((line.registration.standing, bench.taken(own).await), (Standing::Seated, 3));
    assert_eq!(bench.told("moved_up").await, [2]);
    let expected = (Deed::GuestMovedUp, Some("offered".to_owned()), Some("seated".to_owned()));
    assert_eq!(bench.audited(Object::Registration(second.id)).await, [expected]);
    assert_eq!(lifted(first.id).await, Lifted::Nothing, "has left");
    bench.clock.set(start() + TimeDelta::minutes(90));
    assert_eq!(lifted(third.id).await, Lifted::Shut(Window::Started));
}

#[tokio::test]
async fn whoever_is_removed_hears_why_and_their_seats_move_on() {
    let bench = Bench::new().await;
    let [own, _] = bench.own_and_foreign(Some(2)).await;
    let (s, me) = (&bench.services, by(ORGANISER));
    let first = bench.join(1, own, 2).await;
    let second = bench.join(2, own, 2).await;
    assert!(matches!(s.check_in(&me, first.id, party(2)).await.unwrap(), Admission::Arrived(_)));
    let removed = async |id| s.remove_guest(&me, id, &reason()).await.unwrap().unwrap().1;
    assert!(matches!(removed(first.id).await, Removed::Done(_)));
    assert_eq!(bench.standing(&first).await, Standing::Cancelled);
    assert!(matches!(bench.standing(&second).await, Standing::Offered { .. }));
    assert_eq!((bench.told("removed").await, bench.told("seat_offered").await), (vec![1], vec![2]));
    assert_eq!(bench.bodies("removed").await, [Notice::Removed { registration: first.id, reason: reason() }]);
    assert_eq!(bench.number("SELECT count(*) FROM arrivals WHERE undone_at IS NULL").await, 0);
    let expected = (Deed::GuestRemoved, Some("seated".to_owned()), Some("cancelled".to_owned()));
    assert_eq!(bench.audited(Object::Registration(first.id)).await, [expected], "nothing of the words");
    assert_eq!(removed(first.id).await, Removed::Nothing);
    bench.clock.set(start());
    assert_eq!(removed(second.id).await, Removed::Started);
}

#[tokio::test]
async fn phones_are_exported_to_admins_and_where_the_settings_allow_it() {
    let bench = Bench::new().await;
    let [own, _] = bench.own_and_foreign(None).await;
    let one = bench.join(1, own, 1).await;
    let generous = bench.under(Policy { export_phones: true, ..policy() }).await;
    for (services, person, has_phones) in [
        (&bench.services, ORGANISER, false),
        (&bench.services, ADMIN, true),
        (&generous, ORGANISER, true),
        (&generous, ADMIN, true),
    ] {
        let export = services.export_guests(&by(person), own).await.unwrap().unwrap();
        assert_eq!((export.by, export.lines.len()), (PersonId(person), 1));
        assert_eq!(export.phones.map(|phones| phones.contains_key(&one.id)), has_phones.then_some(true));
    }
    let deeds = bench.audited(Object::Event(own)).await;
    let words: Vec<_> = deeds.iter().map(|(_, _, after)| after.as_deref().unwrap()).collect();
    assert_eq!(words, ["with phones", "with phones", "with phones", "without phones"]);
}

/// Two organisers seat eight who wait on the one free seat at the same moment; how many got it.
async fn rush_for_the_last_seat(careless: bool) -> u32 {
    let bench = Bench::new().await;
    let [own, _] = bench.own_and_foreign(Some(1)).await;
    let first = bench.join(1, own, 1).await;
    let mut waiting = Vec::new();
    for person in 2..10 {
        waiting.push(bench.join(person, own, 1).await);
    }
    // Given back behind the back of the rule, so that nobody has been offered it yet.
    let mut tx = bench.store.begin().await.unwrap();
    store::registrations::set_standing(&mut tx, first.id, Standing::Cancelled, now()).await.unwrap();
    tx.commit().await.unwrap();
    let services = bench.under(Policy { careless, ..policy() }).await;
    let mut tasks = tokio::task::JoinSet::new();
    for (person, registration) in [ORGANISER, ADMIN].into_iter().cycle().zip(&waiting) {
        let (services, id) = (services.clone(), registration.id);
        tasks.spawn(async move { services.move_up(&by(person), id).await.unwrap().unwrap().1 });
    }
    let lifted = tasks.join_all().await;
    let done = lifted.iter().filter(|lifted| matches!(lifted, Lifted::Done(_))).count() as u32;
    assert_eq!(bench.taken(own).await, done);
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_those_who_are_seated_at_once_on_the_last_seat_one_gets_it() {
    assert_eq!(rush_for_the_last_seat(false).await, 1);
}

/// If this fails, the test above proves nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guard_more_get_it() {
    assert!(rush_for_the_last_seat(true).await > 1);
}
