//! The door: every admission there is, corrections, undoing, who may work there, forged tickets. No screens.

use super::*;
use qatys::{
    domain::{Admission, ArrivalId, RegistrationId},
    service::Error,
};

fn admin() -> Actor {
    by(ADMIN)
}

impl Bench {
    pub(crate) async fn secret(&self, registration: &Registration) -> String {
        let claimed = qatys::service::Claimed {
            id: qatys::domain::NoticeId(1),
            person: registration.person,
            notice: Notice::Ticket { registration: registration.id },
            attempt: 1,
            replica: 0,
        };
        match self.services.brief(&claimed).await.unwrap().unwrap().subject {
            qatys::service::Subject::Registration { ticket, .. } => ticket,
            _ => unreachable!("a ticket is about a registration"),
        }
    }

    async fn scan(&self, secret: &str, at: Option<EventId>) -> Admission {
        self.services.scan(&admin(), secret, at).await.unwrap()
    }
}

#[tokio::test]
async fn a_ticket_lets_its_party_in_once() {
    let bench = Bench::new().await;
    let event = bench.event(Some(10)).await;
    let one = bench.join(1, event, 3).await;
    let secret = bench.secret(&one).await;
    let Admission::Arrived(first) = bench.scan(&secret, Some(event)).await else { panic!("a good ticket") };
    assert_eq!((first.guest.registration, first.came, first.by), (one.id, party(3), PersonId(ADMIN)));
    assert_eq!(first.guest.name, Name::parse("Айгүл Серікқызы").ok(), "the steward sees whose it is");
    bench.clock.advance(TimeDelta::minutes(5));
    for at in [Some(event), None] {
        let Admission::Already(again) = bench.scan(&secret, at).await else { panic!("they are in") };
        assert_eq!(again, first, "with the time of then");
    }
    let counts = bench.services.door(&admin(), event).await.unwrap().unwrap().counts;
    assert_eq!((counts.registrations, counts.people, counts.arrived, counts.people_arrived), (1, 3, 1, 3));
}

#[tokio::test]
async fn every_other_answer_of_the_door() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let other = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    let three = bench.join(3, other, 1).await;
    let secret = bench.secret(&one).await;
    let foreign = bench.secret(&three).await;
    assert_eq!(bench.scan(&foreign, Some(event)).await, Admission::OtherEvent(other));
    let code = |event, code: String| {
        let services = bench.services.clone();
        async move { services.admit_code(&admin(), event, &code).await.unwrap() }
    };
    assert_eq!(code(other, one.code.clone()).await, Admission::Unknown, "a code is good at its own door");
    assert!(
        matches!(code(event, two.code.clone()).await, Admission::NotConfirmed(g) if g.registration == two.id)
    );
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert!(matches!(bench.scan(&secret, None).await, Admission::Cancelled(g) if g.registration == one.id));
    assert!(matches!(bench.standing(&two).await, Standing::Offered { .. }));
    assert!(
        matches!(code(event, two.code.clone()).await, Admission::NotConfirmed(_)),
        "offered is not seated"
    );
    bench.set_status(event, EventStatus::Cancelled).await;
    assert_eq!(bench.scan(&secret, Some(event)).await, Admission::EventCancelled);
    for junk in ["", "t", "AAAA", "é", &secret[1..]] {
        assert_eq!(bench.scan(junk, Some(event)).await, Admission::Unknown);
    }
    assert_eq!(
        bench.services.check_in(&admin(), RegistrationId(99), party(1)).await.unwrap(),
        Admission::Unknown
    );
    assert_eq!(bench.number("SELECT count(*) FROM arrivals").await, 0);
}

#[tokio::test]
async fn a_code_is_read_as_people_type_it() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    for (person, form) in [(1, "abc-def"), (2, " ABC DEF "), (3, "abcdef")] {
        let one = bench.join(person, event, 1).await;
        let (left, right) = one.code.split_at(3);
        let typed = match form {
            "abc-def" => format!("{}-{}", left.to_lowercase(), right.to_lowercase()),
            " ABC DEF " => format!(" {left} {right} "),
            _ => one.code.to_lowercase(),
        };
        let admission = bench.services.admit_code(&admin(), event, &typed).await.unwrap();
        assert!(matches!(admission, Admission::Arrived(a) if a.guest.registration == one.id), "{form}");
    }
}

#[tokio::test]
async fn the_number_of_those_who_came_can_be_put_right() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 3).await;
    let check_in = |size| {
        let services = bench.services.clone();
        async move { services.check_in(&admin(), one.id, party(size)).await.unwrap() }
    };
    let Admission::Arrived(first) = check_in(2).await else { panic!("first arrival") };
    assert_eq!(first.came, party(2));
    assert!(matches!(check_in(2).await, Admission::Already(a) if a.came == party(2)));
    assert!(matches!(check_in(1).await, Admission::Arrived(a) if (a.id, a.came) == (first.id, party(1))));
    assert!(
        matches!(check_in(5).await, Admission::Arrived(a) if a.came == party(3)),
        "no more than registered"
    );
    assert_eq!(bench.services.door(&admin(), event).await.unwrap().unwrap().counts.people_arrived, 3);
    assert_eq!(bench.number("SELECT count(*) FROM arrivals").await, 1);
}

#[tokio::test]
async fn an_arrival_taken_back_leaves_a_trace_and_can_be_made_again() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    let secret = bench.secret(&one).await;
    let Admission::Arrived(arrival) = bench.scan(&secret, None).await else { panic!("a good ticket") };
    bench.clock.advance(TimeDelta::minutes(1));
    let undone = bench.services.undo(&admin(), arrival.id).await.unwrap();
    assert_eq!(undone.as_ref(), Some(&arrival));
    assert_eq!(bench.services.undo(&admin(), arrival.id).await.unwrap(), None);
    assert_eq!(bench.services.undo(&admin(), ArrivalId(99)).await.unwrap(), None);
    assert_eq!(
        bench.number("SELECT count(*) FROM arrivals WHERE undone_at IS NOT NULL AND undone_by = 900").await,
        1
    );
    let door = bench.services.door(&admin(), event).await.unwrap().unwrap();
    assert_eq!((door.counts.arrived, door.last.len()), (0, 0));
    let Admission::Arrived(second) = bench.scan(&secret, None).await else { panic!("they come again") };
    assert!(second.id > arrival.id);
}

#[tokio::test]
async fn guests_are_found_by_the_beginnings_of_their_names() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    for (person, name) in [(1, "Айгүл Серікқызы"), (2, "Айдар Серіков"), (3, "Бек Ли")]
    {
        let mut wish = wish(event, 1);
        wish.details.name = Name::parse(name).unwrap();
        bench.services.join(&by(person), &wish).await.unwrap();
    }
    let find = |typed: &'static str| {
        let services = bench.services.clone();
        async move {
            let guests = services.find_guests(&admin(), event, typed).await.unwrap();
            guests.into_iter().map(|g| String::from(g.name.unwrap())).collect::<Vec<_>>()
        }
    };
    assert_eq!(find("ай").await, ["Айгүл Серікқызы", "Айдар Серіков"]);
    assert_eq!(find("сер АЙД").await, ["Айдар Серіков"]);
    assert_eq!(find("ли").await, ["Бек Ли"]);
    for typed in ["", "   ", "%", "үл"] {
        assert!(find(typed).await.is_empty(), "{typed}");
    }
}

#[tokio::test]
async fn a_citizen_can_do_nothing_at_any_door() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let mine = bench.join(1, event, 2).await;
    let theirs = bench.join(2, event, 2).await;
    let Admission::Arrived(arrival) = bench.scan(&bench.secret(&theirs).await, None).await else {
        panic!("a good ticket")
    };
    let before =
        bench.number("SELECT CAST(coalesce(sum(party), 0) + count(undone_at) AS BIGINT) FROM arrivals").await;
    let s = &bench.services;
    let me = by(1);
    let no = |name: &str, right: bool| assert!(right, "{name} was allowed");
    let denied = |e: &Error| matches!(e, Error::NoRight);
    no("desk", s.desk(&me, 0).await.is_err_and(|e| denied(&e)));
    for e in [event, EventId(99)] {
        no("door", s.door(&me, e).await.is_err_and(|e| denied(&e)));
        no("code", s.admit_code(&me, e, &mine.code).await.is_err_and(|e| denied(&e)));
        no("name", s.find_guests(&me, e, "ай").await.is_err_and(|e| denied(&e)));
    }
    for secret in [bench.secret(&mine).await, bench.secret(&theirs).await, "junk".into()] {
        no("scan", s.scan(&me, &secret, None).await.is_err_and(|e| denied(&e)));
    }
    for id in [mine.id, theirs.id, RegistrationId(99)] {
        no("check in", s.check_in(&me, id, party(1)).await.is_err_and(|e| denied(&e)));
    }
    no("undo", s.undo(&me, arrival.id).await.is_err_and(|e| denied(&e)));
    assert_eq!(
        bench.number("SELECT CAST(coalesce(sum(party), 0) + count(undone_at) AS BIGINT) FROM arrivals").await,
        before
    );
}

#[tokio::test]
async fn a_right_ends_with_the_settings_that_gave_it() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    assert!(bench.services.door(&admin(), event).await.is_ok());
    let without = bench.under(Policy { admins: Vec::new(), ..policy() }).await;
    assert!(matches!(without.door(&admin(), event).await, Err(Error::NoRight)));
}

#[tokio::test]
async fn ten_thousand_forged_tickets_find_nobody() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let mut secrets = Vec::new();
    for person in 1..=20 {
        secrets.push(bench.secret(&bench.join(person, event, 1).await).await);
    }
    let chance = Chance::seeded(99);
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    for n in 0..10_000_usize {
        // Half of them keep the number of a real registration: only the tag is guessed.
        let bytes: [u8; 30] = chance.bytes();
        let mut forged: String =
            bytes.iter().map(|byte| char::from(letters[usize::from(byte % 64)])).collect();
        if n % 2 == 0 {
            forged.replace_range(..8, &secrets[n / 2 % 20][..8]);
        }
        assert!(!secrets.contains(&forged));
        assert_eq!(bench.scan(&forged, (n % 3 == 0).then_some(event)).await, Admission::Unknown, "{forged}");
    }
    assert_eq!(bench.number("SELECT count(*) FROM arrivals").await, 0);
    let foreign = Bench::new().await;
    let elsewhere = foreign.under(policy()).await;
    assert!(matches!(elsewhere.scan(&admin(), &secrets[0], None).await, Ok(Admission::Unknown)));
}

#[tokio::test]
async fn a_guest_who_was_forgotten_still_comes_in_without_a_name() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    let secret = bench.secret(&one).await;
    bench.clock.set(start() + TimeDelta::minutes(1));
    bench.services.erase(&by(1)).await.unwrap();
    let Admission::Arrived(arrival) = bench.scan(&secret, Some(event)).await else { panic!("still seated") };
    assert_eq!(arrival.guest.name, None);
}
