//! Invitations: who makes them, what they give, who of several takes one, and that every dead end looks alike.

use super::{scopes::scope, *};
use qatys::{
    domain::{Grant, Issued, Name, Scope, ScopeId, Secret, Taken},
    service::Error,
};

const LIBRARY: &str = "Қала кітапханалары";

fn esil(key: &str) -> EventFacts {
    EventFacts { district: Some(District::Esil), ..facts(key) }
}

impl Bench {
    pub(crate) async fn take(&self, person: i64, issued: &Issued) -> Taken {
        let name = Name::parse("Дәурен Серікұлы").unwrap();
        self.services.redeem(&by(person), &issued.secret, None, Some(&name)).await.unwrap()
    }

    async fn is_dead(&self, person: i64, secret: &Secret) {
        let me = by(person);
        assert_eq!(self.services.offer(&me, secret).await.unwrap(), None);
        assert_eq!(self.services.redeem(&me, secret, None, None).await.unwrap(), Taken::Dead);
    }

    /// Somebody who runs the events of Esil, and one of them.
    async fn with_organiser(&self) -> EventId {
        self.appoint(50, &scope(None, Some(District::Esil), None)).await;
        self.publish(&esil("E-1")).await
    }
}

#[tokio::test]
async fn an_organiser_is_invited_by_an_admin_and_takes_it_once() {
    let bench = Bench::new().await;
    let esil = scope(None, Some(District::Esil), None);
    for person in [1, 50] {
        assert!(matches!(bench.services.invite_organiser(&by(person), &esil).await, Err(Error::NoRight)));
    }
    let issued = bench.services.invite_organiser(&by(ADMIN), &esil).await.unwrap();
    assert_eq!(issued.invitation.expires_at, now() + TimeDelta::days(7));
    let offer = bench.services.offer(&by(1), &issued.secret).await.unwrap().unwrap();
    assert_eq!(offer.invitation.grant, Grant::Organiser(esil.clone()));
    assert!(!bench.role(1).await.has_desk(), "looking is not taking");
    assert!(matches!(bench.take(1, &issued).await, Taken::Done(_)));
    assert!(bench.role(1).await.runs_events());
    bench.is_dead(2, &issued.secret).await;
    assert!(!bench.role(2).await.has_desk());
    assert_eq!(bench.number("SELECT count(*) FROM audit WHERE deed = 'invited' AND by_id = 900").await, 1);
    assert_eq!(
        bench.number("SELECT count(*) FROM audit WHERE deed = 'invitation_taken' AND by_id = 1").await,
        1
    );
    assert_eq!(
        bench.number("SELECT count(*) FROM audit WHERE deed = 'scope_given' AND by_id = 900").await,
        1
    );
    let members = bench.services.members(&by(ADMIN), 0).await.unwrap().items;
    assert_eq!(members[0].name.as_ref().map(Name::as_str), Some("Дәурен Серікұлы"));
    assert_eq!(bench.number("SELECT count(*) FROM invitations WHERE length(fingerprint) = 43").await, 1);
}

#[tokio::test]
async fn every_dead_end_looks_alike() {
    let bench = Bench::new().await;
    let event = bench.with_organiser().await;
    let (s, admin) = (&bench.services, by(ADMIN));
    let mut dead = vec![Secret::parse(&"A".repeat(Secret::LENGTH)).unwrap()];
    let revoked = s.invite_organiser(&admin, &Scope::default()).await.unwrap();
    s.revoke_invitation(&admin, revoked.invitation.id).await.unwrap().unwrap();
    assert_eq!(s.revoke_invitation(&admin, revoked.invitation.id).await.unwrap(), None);
    let used = s.invite_organiser(&admin, &Scope::default()).await.unwrap();
    bench.take(2, &used).await;
    let host = s.invite_host(&by(50), event).await.unwrap().unwrap();
    dead.extend([revoked.secret, used.secret, host.secret]);
    for secret in &dead {
        bench.is_dead(3, secret).await;
    }
    let expired = s.invite_organiser(&admin, &Scope::default()).await.unwrap();
    let speaker = s.invite_speaker(&by(50), event, "Абай").await.unwrap().unwrap();
    let again = s.invite_speaker(&by(50), event, "Абай").await.unwrap().unwrap();
    bench.is_dead(3, &speaker.secret).await;
    s.remove_scopes(&admin, PersonId(50)).await.unwrap();
    // A link is worth nothing without the right of whoever made it.
    bench.is_dead(3, &again.secret).await;
    bench.clock.advance(TimeDelta::days(7));
    bench.is_dead(3, &expired.secret).await;
    assert!(!bench.role(3).await.has_desk());
}

#[tokio::test]
async fn stewards_work_at_their_door_in_their_time_until_the_link_is_made_anew() {
    let bench = Bench::new().await;
    let event = bench.with_organiser().await;
    let other = bench.publish(&facts("E-2")).await;
    let guest = bench.join(1, event, 1).await;
    let (s, me, admin) = (&bench.services, by(60), by(50));
    let link = s.invite_stewards(&admin, event, false).await.unwrap().unwrap();
    for person in [60, 61] {
        assert!(matches!(bench.take(person, &link).await, Taken::Done(_)), "several may take it");
    }
    assert!(bench.role(60).await.has_desk());
    assert!(s.door(&me, event).await.unwrap().is_none(), "not yet");
    assert_eq!(s.shift_ahead(&me, event).await.unwrap(), Some(start() - TimeDelta::hours(3)));
    assert_eq!(s.desk(&me, 0).await.unwrap().items.len(), 1, "they see what comes");
    bench.clock.set(start() - TimeDelta::hours(3));
    assert!(s.door(&me, event).await.unwrap().is_some());
    assert!(s.door(&me, other).await.unwrap().is_none());
    s.check_in(&me, guest.id, party(1)).await.unwrap();
    assert_eq!(bench.number("SELECT by_id FROM arrivals").await, 60);

    bench.import_moved("E-1", 24).await;
    assert!(s.door(&me, event).await.unwrap().is_none(), "the shift has moved with the event");
    bench.clock.advance(TimeDelta::hours(24));
    assert!(s.door(&me, event).await.unwrap().is_some());
    assert!(matches!(bench.take(62, &link).await, Taken::Done(_)), "and so has the link");

    let anew = s.invite_stewards(&admin, event, true).await.unwrap().unwrap();
    bench.is_dead(63, &link.secret).await;
    assert!(matches!(s.door(&me, event).await, Err(Error::NoRight)), "the old link's shifts have ended");
    bench.take(60, &anew).await;
    assert!(s.door(&me, event).await.unwrap().is_some(), "from now on");
    let team = s.team(&admin, event).await.unwrap().unwrap();
    assert_eq!(team.stewards.len(), 1);
    assert_eq!(team.door_link().map(|link| link.id), Some(anew.invitation.id));
    assert!(s.end_shift(&admin, team.stewards[0].0.id).await.unwrap().is_some());
    assert!(s.end_shift(&admin, team.stewards[0].0.id).await.unwrap().is_none());
    assert!(matches!(s.door(&me, event).await, Err(Error::NoRight)));
    bench.take(60, &anew).await;
    bench.clock.set(start() + TimeDelta::hours(24) + TimeDelta::minutes(90 + 120));
    assert!(matches!(s.door(&me, event).await, Err(Error::NoRight)), "their time is over");
    bench.is_dead(64, &anew.secret).await;
    assert!(s.invite_stewards(&admin, event, true).await.unwrap().is_none());
}

impl Bench {
    /// Moves an event by so many hours.
    async fn import_moved(&self, key: &str, hours: i64) {
        let moved = EventFacts { local_start: facts(key).local_start + TimeDelta::hours(hours), ..esil(key) };
        self.publish(&moved).await;
    }
}

#[tokio::test]
async fn another_organisation_runs_an_event_too_once_its_owner_agrees() {
    let bench = Bench::new().await;
    let event = bench.with_organiser().await;
    let foreign = bench.publish(&EventFacts { district: Some(District::Nura), ..facts("E-2") }).await;
    let (s, owner, host) = (&bench.services, by(50), by(70));
    bench.appoint(70, &scope(Some(Level::Central), None, Some(LIBRARY))).await;
    bench.appoint(71, &scope(Some(Level::District), None, Some(LIBRARY))).await;
    bench.appoint(72, &scope(Some(Level::Central), None, None)).await;
    let code = s.invite_host(&owner, event).await.unwrap().unwrap();
    // Whoever stands for no other organisation cannot take it, nor the owner.
    for person in [1, 50, 72] {
        bench.is_dead(person, &code.secret).await;
    }
    let offer = s.offer(&host, &code.secret).await.unwrap().unwrap();
    let [(scope_id, name)] = offer.organisations.as_slice() else { panic!("{offer:?}") };
    assert_eq!(name, LIBRARY);
    for wrong in [None, Some(ScopeId(99))] {
        assert_eq!(s.redeem(&host, &code.secret, wrong, None).await.unwrap(), Taken::Dead);
    }
    let asked = s.redeem(&host, &code.secret, Some(*scope_id), None).await.unwrap();
    assert!(matches!(asked, Taken::Asked(..)), "{asked:?}");
    assert_eq!(bench.told("host_asked").await, [50]);
    assert!(s.managed(&host, event).await.unwrap().is_none(), "asking is not a right");
    let asks = s.team(&owner, event).await.unwrap().unwrap().hosts[0].id;
    for person in [70, 72] {
        assert_eq!(s.answer_host(&by(person), asks, true).await.unwrap(), None);
    }
    assert!(matches!(s.answer_host(&by(1), asks, true).await, Err(Error::NoRight)));
    assert!(s.answer_host(&owner, asks, true).await.unwrap().is_some());
    assert!(s.answer_host(&owner, asks, false).await.unwrap().is_none(), "answered is answered");
    assert_eq!(bench.told("host_answered").await, [70]);
    for person in [70, 71] {
        let me = by(person);
        assert!(s.managed(&me, event).await.unwrap().is_some(), "everybody of the organisation");
        assert!(s.managed(&me, foreign).await.unwrap().is_none());
        let desk = s.desk(&me, 0).await.unwrap().items;
        assert_eq!(desk.into_iter().map(|(line, _)| line.id).collect::<Vec<_>>(), [event]);
        let team = s.team(&me, event).await.unwrap().unwrap();
        assert!(!team.is_own);
        assert!(s.invite_host(&me, event).await.unwrap().is_none(), "they invite nobody further");
        assert!(s.end_host(&me, asks).await.unwrap().is_none());
    }
    assert!(s.managed(&by(72), event).await.unwrap().is_none());
    assert!(s.end_host(&owner, asks).await.unwrap().is_some());
    assert!(s.managed(&host, event).await.unwrap().is_none());

    let code = s.invite_host(&owner, event).await.unwrap().unwrap();
    s.redeem(&by(71), &code.secret, Some(ScopeId(3)), None).await.unwrap();
    let asks = s.team(&owner, event).await.unwrap().unwrap().hosts[0].id;
    assert!(s.answer_host(&owner, asks, false).await.unwrap().is_some());
    assert!(s.team(&owner, event).await.unwrap().unwrap().hosts.is_empty());
    assert_eq!(bench.told("host_answered").await, [70, 71]);
}

#[tokio::test]
async fn a_speaker_has_their_talks_and_is_reminded_of_them() {
    let bench = Bench::new().await;
    let event = bench.with_organiser().await;
    let (s, me, owner) = (&bench.services, by(80), by(50));
    let issued = s.invite_speaker(&owner, event, "Абай").await.unwrap().unwrap();
    bench.take(80, &issued).await;
    let role = bench.role(80).await;
    assert!(role.speaks() && !role.has_desk() && !role.runs_events());
    assert_eq!(s.talks(&me).await.unwrap()[0].event.id, event);
    assert!(s.talks(&by(1)).await.unwrap().is_empty());
    bench.clock.set("2026-12-04T06:00:00Z".parse().unwrap());
    while s.fire_occasions().await.unwrap() {}
    assert_eq!(bench.told("talk").await, [80]);
    bench.import_moved("E-1", 24).await;
    bench.clock.advance(TimeDelta::hours(24));
    while s.fire_occasions().await.unwrap() {}
    assert_eq!(bench.told("talk").await, [80], "of the new time once more, and only of it");
    let team = s.team(&owner, event).await.unwrap().unwrap();
    assert!(s.end_speaker(&owner, team.speakers[0].id).await.unwrap().is_some());
    assert!(s.talks(&me).await.unwrap().is_empty());
    assert!(!bench.role(80).await.speaks());
}

/// So many take the same link at once: how many it made organisers.
async fn rush(bench: &Bench, services: &Services) -> usize {
    let issued = bench.services.invite_organiser(&by(ADMIN), &Scope::default()).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for person in 100..140 {
        let (services, secret) = (services.clone(), issued.secret.clone());
        tasks.spawn(async move { services.redeem(&by(person), &secret, None, None).await.unwrap() });
    }
    tasks.join_all().await.iter().filter(|taken| matches!(taken, Taken::Done(_))).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_forty_who_take_one_link_one_gets_it() {
    let bench = Bench::new().await;
    assert_eq!(rush(&bench, &bench.services).await, 1);
    assert_eq!(bench.number("SELECT count(*) FROM scopes").await, 1);
}

/// If this fails, the test above proves nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guard_several_get_it() {
    let bench = Bench::new().await;
    let careless = bench.under(Policy { careless: true, ..policy() }).await;
    assert!(rush(&bench, &careless).await > 1);
    assert!(bench.number("SELECT count(*) FROM scopes").await > 1);
}

#[tokio::test]
async fn work_is_in_the_export_and_goes_with_the_person() {
    let bench = Bench::new().await;
    let event = bench.with_organiser().await;
    let s = &bench.services;
    s.meet(PersonId(60), None).await.unwrap();
    let link = s.invite_stewards(&by(50), event, false).await.unwrap().unwrap();
    bench.take(60, &link).await;
    let talk = s.invite_speaker(&by(50), event, "Абай").await.unwrap().unwrap();
    bench.take(60, &talk).await;
    let data = serde_json::to_value(s.personal_data(PersonId(60)).await.unwrap().unwrap()).unwrap();
    assert_eq!(data["work"]["name"], "Дәурен Серікұлы");
    assert_eq!(data["work"]["shifts"][0]["event"], data["work"]["talks"][0]);
    s.erase(&by(60)).await.unwrap();
    assert!(!bench.role(60).await.has_desk());
    for table in ["shifts", "speakers", "staff"] {
        let statement = match table {
            "shifts" => "SELECT count(*) FROM shifts",
            "speakers" => "SELECT count(*) FROM speakers",
            _ => "SELECT count(*) FROM staff",
        };
        assert_eq!(bench.number(statement).await, 0, "{table}");
    }
    assert_eq!(bench.number("SELECT count(*) FROM invitations WHERE used_by = 60 OR by_id = 60").await, 0);
}
