//! Statements on feedback: what is kept of each person, what everybody says together, and what is forgotten.

use super::*;
use qatys::{
    domain::{Comment, Feedback, Found, Guest, Rating, Results},
    store::{arrivals, feedback},
};

fn said(came: Option<bool>, stars: u32, comment: &str) -> Feedback {
    Feedback { came, rating: Rating::new(stars), comment: Comment::parse(comment) }
}

#[tokio::test]
async fn the_last_word_of_each_is_counted_and_nobody_is_named() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (event, other) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    assert_eq!(feedback::results(&mut tx, event).await.unwrap(), Results::default());
    let mut registrations = Vec::new();
    for person in 1..=5 {
        registrations.push(sign_up(&mut tx, event, person, 1, Standing::Seated).await);
    }
    let elsewhere = sign_up(&mut tx, other, 1, 1, Standing::Seated).await;
    assert_eq!(feedback::find(&mut tx, registrations[0]).await.unwrap(), Feedback::default());
    let guest = Guest { registration: registrations[0], event, name: None, party: party(1) };
    arrivals::add(&mut tx, &guest, party(1), PersonId(9), Found::Code, now()).await.unwrap().unwrap();
    for (number, feedback) in [
        (0, said(None, 2, "")),
        (0, said(Some(true), 5, "Керемет")),
        (1, said(Some(true), 4, "")),
        (2, said(Some(false), 0, "")),
        (3, said(Some(true), 4, "Бір <b>сөз</b>")),
    ] {
        feedback::set(&mut tx, registrations[number], event, &feedback, minutes(number as i64))
            .await
            .unwrap();
        assert_eq!(feedback::find(&mut tx, registrations[number]).await.unwrap(), feedback);
    }
    feedback::set(&mut tx, elsewhere, other, &said(None, 1, "Басқа"), now()).await.unwrap();
    let results = feedback::results(&mut tx, event).await.unwrap();
    // Whoever was marked at the door came, whatever they say.
    let expected = Results { ratings: [0, 0, 0, 2, 1], say_came: 2, say_absent: 1, comments: 2 };
    assert_eq!(results, expected);
    let comments = async |tx: &mut Tx, limit, offset| {
        let page = feedback::list_comments(tx, event, limit, offset).await.unwrap();
        page.into_iter().map(|(r, c)| (r.unwrap().stars(), c.as_str().to_owned())).collect::<Vec<_>>()
    };
    let all = [(4, "Бір <b>сөз</b>".to_owned()), (5, "Керемет".to_owned())];
    assert_eq!(comments(&mut tx, 9, 0).await, all);
    assert_eq!(comments(&mut tx, 1, 1).await, all[1..]);
    assert_eq!(feedback::forget_comments(&mut tx, minutes(1)).await.unwrap(), 2, "of both events");
    assert_eq!(comments(&mut tx, 9, 0).await, all[..1]);
    assert_eq!(feedback::results(&mut tx, event).await.unwrap(), Results { comments: 1, ..expected });
    tx.rollback().await;
}
