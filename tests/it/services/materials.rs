//! Materials: who adds and removes them, how many there can be, and who gets them.

use super::*;
use qatys::{
    domain::{Attached, MOST_MATERIALS, MaterialId, Matter, Scope},
    service::Error,
};

const OWN: i64 = 50;
const FOREIGN: i64 = 51;

fn title() -> Texts {
    Texts { kk: Some("Слайдтар".into()), ..Texts::default() }
}

fn file() -> Matter {
    Matter::File(Attached::Document("D".into()))
}

impl Bench {
    async fn with_organisers(&self) -> EventId {
        for (person, district) in [(OWN, District::Esil), (FOREIGN, District::Nura)] {
            let scope = Scope { district: Some(district), ..Scope::default() };
            self.services.add_scope(&by(ADMIN), PersonId(person), &scope).await.unwrap();
        }
        self.publish(&EventFacts { district: Some(District::Esil), ..facts("ESIL") }).await
    }

    async fn newest(&self) -> MaterialId {
        MaterialId(self.number("SELECT max(id) FROM materials").await)
    }
}

#[tokio::test]
async fn those_who_work_on_an_event_change_its_materials_and_admins_those_of_the_programme() {
    let bench = Bench::new().await;
    let event = bench.with_organisers().await;
    let s = &bench.services;
    let is_refused = |refused: bool, may: bool| assert_ne!(refused, may);
    for (person, may, may_all) in
        [(1, false, false), (FOREIGN, false, false), (OWN, true, false), (ADMIN, true, true)]
    {
        let me = by(person);
        for (event, may) in [(Some(event), may), (None, may_all), (Some(EventId(404)), false)] {
            let listed = s.tended_materials(&me, event, 0).await;
            is_refused(matches!(listed, Err(Error::NoRight)), may);
            let added = s.add_material(&me, event, &title(), &file()).await;
            is_refused(matches!(added, Err(Error::NoRight)), may);
            if event == Some(EventId(404)) {
                continue;
            }
            s.add_material(&by(ADMIN), event, &title(), &file()).await.unwrap();
            let removed = s.remove_material(&me, bench.newest().await).await;
            is_refused(matches!(removed, Err(Error::NoRight)), may);
        }
        assert!(matches!(s.remove_material(&me, MaterialId(404)).await, Err(Error::NoRight)));
    }
    assert_eq!(bench.number("SELECT count(*) FROM audit WHERE by_id NOT IN (50, 900)").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM audit WHERE deed = 'material_removed'").await, 3);
}

#[tokio::test]
async fn everybody_gets_them_but_those_of_drafts() {
    let bench = Bench::new().await;
    let event = bench.with_organisers().await;
    let s = &bench.services;
    s.add_material(&by(OWN), Some(event), &title(), &file()).await.unwrap();
    let id = bench.newest().await;
    s.add_material(&by(ADMIN), None, &title(), &Matter::Address("https://qatys.kz/".into())).await.unwrap();
    assert_eq!(s.material(id).await.unwrap().unwrap().matter, file());
    assert_eq!(s.event_materials(event, 0).await.unwrap().unwrap().1.total, 1);
    assert!(s.card(PersonId(1), event).await.unwrap().unwrap().threads.materials);
    assert_eq!(s.my_materials(&by(1), 0).await.unwrap().total, 1);
    bench.join(1, event, 1).await;
    assert_eq!(s.my_materials(&by(1), 0).await.unwrap().total, 2);
    bench.set_status(event, EventStatus::Draft).await;
    assert_eq!(s.material(id).await.unwrap(), None);
    assert!(s.event_materials(event, 0).await.unwrap().is_none());
    assert_eq!(s.my_materials(&by(1), 0).await.unwrap().total, 1);
    assert_eq!(s.material(MaterialId(404)).await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_are_never_more_than_a_list_can_hold() {
    let bench = Bench::new().await;
    let event = bench.with_organisers().await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..MOST_MATERIALS + 5 {
        let services = bench.services.clone();
        tasks.spawn(
            async move { services.add_material(&by(OWN), Some(event), &title(), &file()).await.unwrap() },
        );
    }
    let added = tasks.join_all().await.into_iter().filter(|added| *added).count();
    assert_eq!(added, MOST_MATERIALS as usize);
    assert_eq!(bench.number("SELECT count(*) FROM materials").await, i64::from(MOST_MATERIALS));
}
