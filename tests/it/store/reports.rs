//! Statements on reports: what is counted, what is kept of a confirmed one, and what was put right.

use super::*;
use qatys::{
    domain::{Correction, Figure, Figures, Found, Guest, Language, Reason, Words},
    store::{
        arrivals, people, questions, registrations,
        reports::{self, Confirmed},
    },
};

#[tokio::test]
async fn figures_count_people_and_nobody_is_absent_where_nobody_was_checked_in() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (event, other) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    let first = sign_up(&mut tx, event, 1, 3, Standing::Seated).await;
    let second = sign_up(&mut tx, event, 2, 2, Standing::Seated).await;
    sign_up(&mut tx, event, 3, 4, Standing::Waiting).await;
    sign_up(&mut tx, event, 4, 5, Standing::Cancelled).await;
    sign_up(&mut tx, event, -5, 1, Standing::Seated).await;
    sign_up(&mut tx, other, 1, 1, Standing::Seated).await;
    registrations::set_confirmed(&mut tx, second, now()).await.unwrap();
    for (person, language) in [(1, Language::Ru), (2, Language::En), (3, Language::Ru)] {
        people::add(&mut tx, PersonId(person), Some(language), now()).await.unwrap();
    }
    people::add_stand_in(&mut tx, PersonId(-5), &details(), 1, now()).await.unwrap();
    let counted = Figures::from([(Figure::Registered, 6), (Figure::Coming, 2)]);
    assert_eq!(reports::count(&mut tx, event).await.unwrap(), counted);
    let guest = Guest { registration: first, event, name: None, party: party(3) };
    arrivals::add(&mut tx, &guest, party(2), PersonId(9), Found::Code, now()).await.unwrap().unwrap();
    let mut with_door = counted;
    with_door.extend([(Figure::Came, 2), (Figure::Absent, 4)]);
    assert_eq!(reports::count(&mut tx, event).await.unwrap(), with_door);
    for number in 0..3 {
        let words = Words::parse("Қанша орын бар?").unwrap();
        let asked = questions::add(&mut tx, event, PersonId(1), &words, minutes(number)).await.unwrap();
        questions::set_hidden(&mut tx, asked, (number == 2).then(now)).await.unwrap();
    }
    with_door.extend([(Figure::Questions, 2)]);
    assert_eq!(reports::count(&mut tx, event).await.unwrap(), with_door, "hidden ones do not count");
    assert_eq!(reports::count_languages(&mut tx, event).await.unwrap(), [0, 3, 2]);
    tx.rollback().await;
}

#[tokio::test]
async fn what_was_confirmed_and_put_right_is_kept() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (event, other) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    assert_eq!(reports::lookup(&mut tx, event).await.unwrap(), None);
    let figures = Figures::from([(Figure::Came, 7), (Figure::HeadCount, 940)]);
    let confirmed = Confirmed { figures, by: PersonId(50), at: minutes(1) };
    reports::set(&mut tx, event, &confirmed).await.unwrap();
    assert_eq!(reports::lookup(&mut tx, event).await.unwrap(), Some(confirmed));
    assert_eq!(reports::lookup(&mut tx, other).await.unwrap(), None);
    let correction = |figure, before, after, by| Correction {
        figure,
        before,
        after,
        reason: Reason::parse("Қайта санадық").unwrap(),
        by: PersonId(by),
        at: minutes(after.into()),
    };
    let corrections = [correction(Figure::WalkIns, None, 3, 50), correction(Figure::Came, Some(7), 8, 51)];
    for correction in &corrections {
        reports::add_correction(&mut tx, event, correction).await.unwrap();
    }
    assert_eq!(reports::list_corrections(&mut tx, event).await.unwrap(), corrections);
    assert_eq!(reports::list_corrections(&mut tx, other).await.unwrap(), []);
    people::erase(&mut tx, PersonId(50), PersonId(-9)).await.unwrap();
    let by: Vec<_> = {
        let kept = reports::list_corrections(&mut tx, event).await.unwrap();
        kept.into_iter().map(|correction| correction.by.0).collect()
    };
    assert_eq!(by, [-9, 51]);
    assert_eq!(reports::lookup(&mut tx, event).await.unwrap().unwrap().by, PersonId(-9));
    tx.rollback().await;
}
