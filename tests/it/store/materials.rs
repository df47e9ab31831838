//! Statements on materials: of events and of the programme, and what there is of them for a person.

use super::*;
use qatys::{
    domain::{Attached, Material, MaterialId, Matter, Texts},
    store::materials,
};

fn titled(title: &str) -> Texts {
    Texts { ru: Some(title.into()), ..Texts::default() }
}

#[tokio::test]
async fn materials_are_added_listed_and_removed() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 48).await);
    let by = PersonId(9);
    let slides = Matter::File(Attached::Document("D".into()));
    let link = Matter::Address("https://qatys.kz/".into());
    let add = async |tx: &mut Tx, event, title: &str, matter: &Matter| {
        materials::add(tx, event, &titled(title), matter, by, now()).await.unwrap()
    };
    let one = add(&mut tx, Some(here), "Слайды", &slides).await;
    let two = add(&mut tx, Some(here), "Видео", &link).await;
    let all = add(&mut tx, None, "О программе", &link).await;
    let other = add(&mut tx, Some(there), "План", &slides).await;
    let material = materials::lookup(&mut tx, one).await.unwrap().unwrap();
    let expected = Material { id: one, event: Some(here), title: titled("Слайды"), matter: slides };
    assert_eq!(material, expected);
    assert_eq!(materials::lookup(&mut tx, MaterialId(404)).await.unwrap(), None);
    let of = async |tx: &mut Tx, event| {
        let list = materials::list(tx, event, 9, 0).await.unwrap();
        assert_eq!(materials::count(tx, event).await.unwrap() as usize, list.len());
        list.into_iter().map(|one| one.id).collect::<Vec<_>>()
    };
    assert_eq!(of(&mut tx, Some(here)).await, [one, two]);
    assert_eq!(of(&mut tx, None).await, [all]);
    assert_eq!(materials::list(&mut tx, Some(here), 1, 1).await.unwrap()[0].id, two);

    let mine = async |tx: &mut Tx, person| {
        let list = materials::list_for(tx, PersonId(person), 9, 0).await.unwrap();
        assert_eq!(materials::count_for(tx, PersonId(person)).await.unwrap() as usize, list.len());
        list
    };
    assert_eq!(mine(&mut tx, 1).await.len(), 1, "of the programme");
    let registration = sign_up(&mut tx, here, 1, 1, Standing::Seated).await;
    sign_up(&mut tx, there, 1, 1, Standing::Waiting).await;
    let list = mine(&mut tx, 1).await;
    assert_eq!(list.iter().map(|(one, _)| one.id).collect::<Vec<_>>(), [all, other, one, two]);
    assert_eq!((&list[0].1, list[1].1.kk.as_deref()), (&Texts::default(), Some("Ашық дәріс")));
    let left = Standing::Cancelled;
    store::registrations::set_standing(&mut tx, registration, left, now()).await.unwrap();
    store::events::set_status(&mut tx, there, EventStatus::Draft).await.unwrap();
    assert_eq!(mine(&mut tx, 1).await.len(), 1);
    materials::remove(&mut tx, one).await.unwrap();
    assert_eq!(of(&mut tx, Some(here)).await, [two]);
    tx.rollback().await;
}
