//! Statements on scopes: given, listed, taken away one by one and all together.

use super::*;
use qatys::{
    domain::{District, Level, Scope, ScopeId},
    store::scopes,
};

#[tokio::test]
async fn scopes_are_listed_in_order_and_taken_away() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (one, two) = (PersonId(1), PersonId(2));
    let narrow = Scope {
        level: Some(Level::District),
        district: Some(District::Nura),
        organisation: Some("Қала кітапханалары".into()),
    };
    let first = scopes::add(&mut tx, one, &narrow, now()).await.unwrap();
    let second = scopes::add(&mut tx, one, &Scope::default(), now()).await.unwrap();
    let other = scopes::add(&mut tx, two, &narrow, now()).await.unwrap();
    let held = scopes::list(&mut tx, one).await.unwrap();
    assert_eq!(held, [(first, narrow.clone()), (second, Scope::default())]);
    let one_event = event(&mut tx, "one", 0).await;
    let mut event = qatys::store::events::lookup(&mut tx, one_event).await.unwrap().unwrap();
    assert_eq!(scopes::list_workers(&mut tx, &event, true).await.unwrap(), [one]);
    (event.facts.level, event.facts.district) = (Level::District, Some(District::Nura));
    event.facts.organisation = "Қала кітапханалары".into();
    assert_eq!(scopes::list_workers(&mut tx, &event, true).await.unwrap(), [one, two]);
    assert_eq!(scopes::remove(&mut tx, first).await.unwrap(), Some((one, narrow.clone())));
    assert_eq!(scopes::remove(&mut tx, first).await.unwrap(), None);
    assert_eq!(scopes::remove(&mut tx, ScopeId(404)).await.unwrap(), None);
    qatys::store::staff::clear(&mut tx, one, -1).await.unwrap();
    assert!(scopes::list(&mut tx, one).await.unwrap().is_empty());
    assert_eq!(scopes::list(&mut tx, two).await.unwrap(), [(other, narrow)]);
    tx.rollback().await;
}
