//! Statements on the audit.

use super::*;
use qatys::{
    domain::{Deed, Entry, Object},
    store::audit,
};

#[tokio::test]
async fn lines_are_read_latest_first_and_by_their_object() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = Object::Event(EventId(7));
    let first = Entry::new(PersonId(1), Deed::ScopeGiven, event);
    let then = Entry::new(PersonId(2), Deed::EventCancelled, event).change(None, Some("after".into()));
    audit::add(&mut tx, &first, now()).await.unwrap();
    audit::add(&mut tx, &then, minutes(1)).await.unwrap();
    audit::add(&mut tx, &Entry { object: Object::Event(EventId(70)), ..first }, now()).await.unwrap();
    let lines = audit::list_of(&mut tx, event, 9).await.unwrap();
    assert_eq!(
        lines.iter().map(|line| (line.by.0, line.at)).collect::<Vec<_>>(),
        [(2, minutes(1)), (1, now())]
    );
    assert_eq!((lines[0].deed, lines[0].object.as_str()), (Deed::EventCancelled, "event:7"));
    assert_eq!((lines[0].before.as_deref(), lines[0].after.as_deref()), (None, Some("after")));
    assert_eq!(audit::list_of(&mut tx, event, 1).await.unwrap().len(), 1);
    assert!(audit::list_of(&mut tx, Object::Person(PersonId(7)), 9).await.unwrap().is_empty());
    tx.rollback().await;
}
