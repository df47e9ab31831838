//! Statements on copies of cards in other chats: which are out of date, and when they are forgotten.

use super::*;
use qatys::{
    domain::{InlineCopy, Language},
    store::inline,
};

#[tokio::test]
async fn a_copy_is_out_of_date_by_what_it_shows_and_rests_after_a_change() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (one, two) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    for (id, event, language, shown) in [
        ("a", one, Language::Kk, "old"),
        ("b", one, Language::Kk, "new"),
        ("c", one, Language::Ru, "old"),
        ("d", two, Language::Kk, "old"),
        // Told a second time, it stays as it was.
        ("a", two, Language::En, "new"),
    ] {
        let copy = InlineCopy { id: id.into(), event, language, shown: shown.into() };
        inline::add(&mut tx, &copy, now()).await.unwrap();
    }
    assert_eq!(inline::list_events(&mut tx).await.unwrap(), [one, two]);
    let stale = async |tx: &mut Tx, before| {
        inline::list_stale(tx, one, Language::Kk, "new", before, 10).await.unwrap()
    };
    assert_eq!(stale(&mut tx, minutes(-1)).await, [""; 0], "changed too lately");
    assert_eq!(stale(&mut tx, now()).await, ["a"]);
    inline::set_shown(&mut tx, "a", "new", minutes(1)).await.unwrap();
    assert_eq!(stale(&mut tx, minutes(5)).await, [""; 0]);
    inline::remove(&mut tx, "d").await.unwrap();
    assert_eq!(inline::list_events(&mut tx).await.unwrap(), [one]);
    inline::remove_of(&mut tx, one).await.unwrap();
    assert_eq!(inline::list_events(&mut tx).await.unwrap(), []);
}
