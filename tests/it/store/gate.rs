//! Statements on walk-ins, head-counts, boards and the code on paper.

use super::*;
use qatys::{
    domain::{Board, Counted, HeadCountId, Language, WalkInId},
    store::{arrivals, boards, head_counts, people, walk_ins},
};

const STEWARD: PersonId = PersonId(5);
const OTHER: PersonId = PersonId(6);

#[tokio::test]
async fn walk_ins_of_a_steward_are_rows_of_their_own() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "here", 0).await, event(&mut tx, "there", 0).await);
    assert_eq!(walk_ins::find_last(&mut tx, here, STEWARD).await.unwrap(), None);
    let one = walk_ins::add(&mut tx, here, STEWARD, minutes(1)).await.unwrap();
    let two = walk_ins::add(&mut tx, here, STEWARD, minutes(2)).await.unwrap();
    let third = walk_ins::add(&mut tx, here, OTHER, minutes(3)).await.unwrap();
    walk_ins::add(&mut tx, there, STEWARD, minutes(4)).await.unwrap();
    assert_eq!(walk_ins::find_last(&mut tx, here, STEWARD).await.unwrap(), Some(two));
    assert_eq!(walk_ins::lookup(&mut tx, one, STEWARD).await.unwrap(), Some(here));
    assert_eq!(walk_ins::lookup(&mut tx, third, STEWARD).await.unwrap(), None, "it is another's");
    assert_eq!(walk_ins::lookup(&mut tx, WalkInId(404), STEWARD).await.unwrap(), None);
    walk_ins::undo(&mut tx, two, STEWARD, minutes(5)).await.unwrap();
    assert_eq!(walk_ins::lookup(&mut tx, two, STEWARD).await.unwrap(), None);
    assert_eq!(walk_ins::find_last(&mut tx, here, STEWARD).await.unwrap(), Some(one));
    assert_eq!(arrivals::count(&mut tx, here).await.unwrap().walk_ins, 2);
    let trace = "SELECT count(*) FROM walk_ins WHERE undone_by = 5 AND undone_at IS NOT NULL";
    assert_eq!(tx.sql(trace).count().await.unwrap(), 1);
    tx.rollback().await;
}

#[tokio::test]
async fn whoever_comes_by_the_code_is_in_once() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "here", 0).await, event(&mut tx, "there", 0).await);
    let (one, two) = (PersonId(1), PersonId(2));
    assert!(walk_ins::add_own(&mut tx, here, Some(one), "f-1", minutes(1)).await.unwrap());
    assert!(!walk_ins::add_own(&mut tx, here, Some(one), "f-1", minutes(2)).await.unwrap());
    assert!(!walk_ins::add_own(&mut tx, here, None, "f-1", minutes(2)).await.unwrap());
    assert!(walk_ins::add_own(&mut tx, here, None, "f-2", minutes(2)).await.unwrap());
    assert!(walk_ins::add_own(&mut tx, there, Some(two), "f-2", minutes(3)).await.unwrap());
    assert_eq!(walk_ins::find_own(&mut tx, here, "f-1").await.unwrap(), Some(minutes(1)));
    assert_eq!(walk_ins::find_own(&mut tx, there, "f-1").await.unwrap(), None);
    let mine = walk_ins::list_by_person(&mut tx, one).await.unwrap();
    assert_eq!(
        mine.iter().map(|w| (w.event.as_str(), w.at)).collect::<Vec<_>>(),
        [("Ашық дәріс", minutes(1))]
    );
    assert!(walk_ins::supersede(&mut tx, here, "f-1", minutes(4)).await.unwrap());
    assert!(!walk_ins::supersede(&mut tx, here, "f-1", minutes(5)).await.unwrap());
    assert!(walk_ins::list_by_person(&mut tx, one).await.unwrap().is_empty());
    assert_eq!(arrivals::count(&mut tx, here).await.unwrap().walk_ins, 1);
    assert!(walk_ins::add_own(&mut tx, here, None, "f-1", minutes(6)).await.unwrap(), "they may come again");
    assert_eq!(walk_ins::list_events(&mut tx).await.unwrap().len(), 2);
    walk_ins::forget(&mut tx, there, "f-2").await.unwrap();
    assert_eq!(walk_ins::list_events(&mut tx).await.unwrap(), [here]);
    assert_eq!(walk_ins::sweep(&mut tx, minutes(2)).await.unwrap(), 1, "the one that was taken back");
    assert_eq!(walk_ins::sweep(&mut tx, minutes(9)).await.unwrap(), 2);
    assert!(walk_ins::list_events(&mut tx).await.unwrap().is_empty());
    assert_eq!(arrivals::count(&mut tx, here).await.unwrap().walk_ins, 2, "that they came stays");
    tx.rollback().await;
}

#[tokio::test]
async fn steps_go_on_from_the_last_number_in_all() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "here", 0).await, event(&mut tx, "there", 0).await);
    assert_eq!(head_counts::sum(&mut tx, here).await.unwrap(), None);
    let add = async |tx: &mut Tx, event, counted, by| {
        head_counts::add(tx, event, counted, by, minutes(1)).await.unwrap()
    };
    add(&mut tx, here, Counted::More(5), STEWARD).await;
    add(&mut tx, here, Counted::More(1), OTHER).await;
    assert_eq!(head_counts::sum(&mut tx, here).await.unwrap(), Some(6));
    let total = add(&mut tx, here, Counted::All(40), OTHER).await;
    let step = add(&mut tx, here, Counted::More(50), STEWARD).await;
    add(&mut tx, there, Counted::All(0), STEWARD).await;
    assert_eq!(head_counts::sum(&mut tx, here).await.unwrap(), Some(90));
    assert_eq!(head_counts::sum(&mut tx, there).await.unwrap(), Some(0));
    assert_eq!(arrivals::count(&mut tx, here).await.unwrap().counted, Some(90));
    assert_eq!(head_counts::lookup(&mut tx, step, STEWARD).await.unwrap(), Some(here));
    assert_eq!(head_counts::lookup(&mut tx, step, OTHER).await.unwrap(), None, "it is another's");
    assert_eq!(head_counts::lookup(&mut tx, HeadCountId(404), OTHER).await.unwrap(), None);
    let last = head_counts::find_last(&mut tx, here, STEWARD).await.unwrap().unwrap();
    assert_eq!((last.id, last.counted, last.photo, last.at), (step, Counted::More(50), None, minutes(1)));
    assert_eq!(head_counts::find_proof(&mut tx, here).await.unwrap(), None);
    head_counts::set_photo(&mut tx, total, "photo-1").await.unwrap();
    let proof = head_counts::find_proof(&mut tx, here).await.unwrap().unwrap();
    assert_eq!((proof.id, proof.photo.as_deref()), (total, Some("photo-1")));
    head_counts::undo(&mut tx, total, OTHER, minutes(2)).await.unwrap();
    assert_eq!(head_counts::sum(&mut tx, here).await.unwrap(), Some(56), "as if it had never been");
    assert_eq!(head_counts::find_proof(&mut tx, here).await.unwrap(), None);
    assert_eq!(head_counts::sweep(&mut tx, minutes(1)).await.unwrap(), 0);
    assert_eq!(head_counts::sweep(&mut tx, minutes(2)).await.unwrap(), 1);
    assert_eq!(head_counts::sum(&mut tx, here).await.unwrap(), Some(56));
    tx.rollback().await;
}

#[tokio::test]
async fn everybody_has_one_board() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "here", 0).await, event(&mut tx, "there", 0).await);
    people::add(&mut tx, STEWARD, Some(Language::Ru), now()).await.unwrap();
    boards::set(&mut tx, STEWARD, here, 10, "a").await.unwrap();
    boards::set(&mut tx, OTHER, there, 11, "b").await.unwrap();
    boards::set(&mut tx, STEWARD, there, 12, "c").await.unwrap();
    let board = |person, message, language, shown: &str| Board {
        person,
        language,
        event: there,
        message,
        shown: shown.into(),
    };
    let other = board(OTHER, 11, Language::Kk, "b");
    assert_eq!(boards::list(&mut tx).await.unwrap(), [board(STEWARD, 12, Language::Ru, "c"), other.clone()]);
    boards::set_shown(&mut tx, STEWARD, 10, "late").await.unwrap();
    boards::remove(&mut tx, STEWARD, Some(10)).await.unwrap();
    assert_eq!(boards::list(&mut tx).await.unwrap()[0].shown, "c", "another message has taken its place");
    boards::set_shown(&mut tx, STEWARD, 12, "d").await.unwrap();
    assert_eq!(boards::list(&mut tx).await.unwrap()[0].shown, "d");
    boards::remove(&mut tx, STEWARD, Some(12)).await.unwrap();
    assert_eq!(boards::list(&mut tx).await.unwrap(), [other]);
    boards::remove(&mut tx, OTHER, None).await.unwrap();
    assert!(boards::list(&mut tx).await.unwrap().is_empty());
    tx.rollback().await;
}

#[tokio::test]
async fn a_code_on_paper_is_good_or_not() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "here", 0).await, event(&mut tx, "there", 0).await);
    for (good, minute) in [(true, 1), (true, 2), (false, 3), (false, 4), (true, 5)] {
        boards::set_printed(&mut tx, here, good, minutes(minute)).await.unwrap();
        assert_eq!(boards::is_printed(&mut tx, here).await.unwrap(), good);
        assert!(!boards::is_printed(&mut tx, there).await.unwrap());
    }
    tx.rollback().await;
}
