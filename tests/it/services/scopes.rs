//! Organisers: whose events they work on, who gives and takes that, and that events of others are not there for them.

use super::*;
use qatys::{
    domain::{Admission, Role, Scope, Work},
    service::Error,
};

const ORGANISER: i64 = 50;

/// The role of somebody who runs the events of these scopes.
fn organiser(scopes: &[&Scope]) -> Role {
    Role::of(Work { scopes: scopes.iter().map(|scope| (*scope).clone()).collect(), ..Work::default() })
}

pub(crate) fn scope(level: Option<Level>, district: Option<District>, organisation: Option<&str>) -> Scope {
    Scope { level, district, organisation: organisation.map(str::to_owned) }
}

impl Bench {
    pub(crate) async fn appoint(&self, person: i64, scope: &Scope) -> qatys::domain::ScopeId {
        self.services.add_scope(&by(ADMIN), PersonId(person), scope).await.unwrap()
    }

    /// An event in Esil and one in Nura, with an organiser who works on the first.
    async fn two_districts(&self) -> [EventId; 2] {
        let esil = EventFacts { district: Some(District::Esil), ..facts("ESIL") };
        let nura = EventFacts { district: Some(District::Nura), ..facts("NURA") };
        self.appoint(ORGANISER, &scope(None, Some(District::Esil), None)).await;
        [self.publish(&esil).await, self.publish(&nura).await]
    }

    pub(crate) async fn role(&self, person: i64) -> Role {
        self.services.meet(PersonId(person), None).await.unwrap().role
    }
}

#[tokio::test]
async fn scopes_are_given_and_taken_by_admins_only() {
    let bench = Bench::new().await;
    let esil = scope(None, Some(District::Esil), None);
    let library = scope(Some(Level::City), None, Some("Қала кітапханалары"));
    assert_eq!(bench.role(ORGANISER).await, Role::Citizen);
    let first = bench.appoint(ORGANISER, &esil).await;
    let second = bench.appoint(ORGANISER, &library).await;
    assert_eq!(bench.appoint(ORGANISER, &esil).await, first, "nothing is given twice");
    assert_eq!(bench.role(ORGANISER).await, organiser(&[&esil, &library]));
    assert_eq!(
        bench.services.list_scopes(&by(ADMIN), PersonId(ORGANISER)).await.unwrap(),
        [(first, esil.clone()), (second, library)]
    );
    for person in [1, ORGANISER] {
        let (s, me) = (&bench.services, by(person));
        assert!(matches!(s.add_scope(&me, PersonId(person), &Scope::default()).await, Err(Error::NoRight)));
        assert!(matches!(s.remove_scope(&me, second).await, Err(Error::NoRight)));
        assert!(matches!(s.list_scopes(&me, PersonId(ORGANISER)).await, Err(Error::NoRight)));
    }
    let take = async |id| bench.services.remove_scope(&by(ADMIN), id).await.unwrap();
    assert_eq!(take(first).await, Some(PersonId(ORGANISER)));
    assert_eq!(take(first).await, None);
    assert_eq!(take(second).await, Some(PersonId(ORGANISER)));
    assert_eq!(bench.role(ORGANISER).await, Role::Citizen, "the role ends with its last scope");
    assert_eq!(bench.role(ADMIN).await, Role::Admin);
}

#[tokio::test]
async fn the_desk_shows_what_the_scopes_cover() {
    let bench = Bench::new().await;
    let mut programme = Vec::new();
    for level in Level::ALL {
        for district in [None, Some(District::Esil), Some(District::Nura)] {
            for organisation in ["Ғалымдар кеңесі", "Қала кітапханалары"] {
                let number = programme.len();
                programme.push(EventFacts {
                    level,
                    district,
                    organisation: organisation.into(),
                    ..facts(&format!("E-{number}"))
                });
            }
        }
    }
    bench.services.import(&programme, true, false).await.unwrap().unwrap();
    let library = Some("Қала кітапханалары");
    let cases = [
        vec![Scope::default()],
        vec![scope(Some(Level::City), None, None)],
        vec![scope(None, Some(District::Nura), None)],
        vec![scope(None, None, library)],
        vec![scope(Some(Level::District), Some(District::Esil), library)],
        vec![scope(Some(Level::Central), None, None), scope(None, Some(District::Esil), library)],
        vec![scope(None, None, Some("%"))],
    ];
    for (person, scopes) in (100..).zip(cases) {
        for scope in &scopes {
            bench.appoint(person, scope).await;
        }
        let mut desk = Vec::new();
        let pages = bench.services.desk(&by(person), 0).await.unwrap().pages();
        for page in 0..pages {
            desk.extend(bench.services.desk(&by(person), page).await.unwrap().items);
        }
        let shown: Vec<_> = desk.into_iter().map(|(line, _)| line.id).collect();
        let mut covered = Vec::new();
        for facts in &programme {
            let event = bench.id_of(&facts.external_id).await;
            let event = bench.services.event(event).await.unwrap().unwrap();
            if scopes.iter().any(|scope| scope.covers(&event.facts)) {
                covered.push(event.id);
            }
            assert_eq!(
                bench.services.works_on(&by(person), event.id).await.unwrap(),
                covered.last() == Some(&event.id)
            );
        }
        assert_eq!(shown, covered, "the statement and the rule agree on {scopes:?}");
    }
}

#[tokio::test]
async fn an_event_of_others_is_not_there() {
    let bench = Bench::new().await;
    let [own, foreign] = bench.two_districts().await;
    let mine = bench.join(1, own, 2).await;
    let theirs = bench.join(2, foreign, 2).await;
    let (s, me, absent) = (&bench.services, by(ORGANISER), EventId(99));
    assert!(s.door(&me, own).await.unwrap().is_some());
    for event in [foreign, absent] {
        assert!(s.door(&me, event).await.unwrap().is_none());
        assert!(matches!(s.admit_code(&me, event, &theirs.code).await, Err(Error::NoRight)));
        assert!(matches!(s.find_guests(&me, event, "ай").await, Err(Error::NoRight)));
        assert!(!s.works_on(&me, event).await.unwrap());
    }
    for id in [theirs.id, qatys::domain::RegistrationId(99)] {
        assert_eq!(s.check_in(&me, id, party(1)).await.unwrap(), Admission::Unknown);
    }
    let Admission::Arrived(arrival) = s.check_in(&by(ADMIN), theirs.id, party(2)).await.unwrap() else {
        panic!("an admin works everywhere")
    };
    for id in [arrival.id, qatys::domain::ArrivalId(99)] {
        assert_eq!(s.undo(&me, id).await.unwrap(), None);
    }
    assert_eq!(bench.number("SELECT count(*) FROM arrivals WHERE undone_at IS NOT NULL").await, 0);
    assert!(matches!(s.check_in(&me, mine.id, party(2)).await.unwrap(), Admission::Arrived(_)));
    assert_eq!(s.find_guests(&me, own, "ай").await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_right_ends_with_the_press_after_its_removal() {
    let bench = Bench::new().await;
    let [own, _] = bench.two_districts().await;
    let one = bench.join(1, own, 1).await;
    let (s, me) = (&bench.services, by(ORGANISER));
    assert!(matches!(s.check_in(&me, one.id, party(1)).await.unwrap(), Admission::Arrived(_)));
    let held = s.list_scopes(&by(ADMIN), PersonId(ORGANISER)).await.unwrap();
    s.remove_scope(&by(ADMIN), held[0].0).await.unwrap();
    assert!(matches!(s.check_in(&me, one.id, party(1)).await, Err(Error::NoRight)));
    assert!(matches!(s.door(&me, own).await, Err(Error::NoRight)));
    assert!(matches!(s.desk(&me, 0).await, Err(Error::NoRight)));
}

#[tokio::test]
async fn scopes_go_with_the_person_but_not_with_the_term_of_their_details() {
    let bench = Bench::new().await;
    let [own, _] = bench.two_districts().await;
    bench.services.meet(PersonId(ORGANISER), None).await.unwrap();
    bench.join(ORGANISER, own, 1).await;
    let data = bench.services.personal_data(PersonId(ORGANISER)).await.unwrap().unwrap();
    assert_eq!(serde_json::to_value(&data).unwrap()["scopes"][0]["district"], "esil");
    bench.clock.set(start() + qatys::service::RETENTION + TimeDelta::days(1));
    bench.services.sweep().await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM people WHERE id = 50").await, 0);
    assert!(bench.role(ORGANISER).await.runs_events());
    bench.services.erase(&by(ORGANISER)).await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM scopes").await, 0);
    assert_eq!(bench.role(ORGANISER).await, Role::Citizen);
}
