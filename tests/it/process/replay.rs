//! Updates twice, late and out of order: the database ends the same, and nobody gets an answer more than once.

use std::collections::BTreeMap;

use futures::future::join_all;
use qatys::simulator::Faults;

use super::scene::Guest;
use super::webhook::{SECRET, post, writes};
use super::{Bench, Victim};
use crate::database::close;

/// What must be the same: registrations, people, and messages by chat.
type State = (Vec<(i64, String, i64, String)>, Vec<(i64, String, String)>, BTreeMap<Option<i64>, usize>);

const PEOPLE: i64 = 6;

#[tokio::test(flavor = "multi_thread")]
async fn updates_twice_and_out_of_order_change_nothing() {
    let trouble =
        Faults { duplicate_updates: 1.0, reorder_updates: 0.3, shuffle_batches: 0.5, ..Faults::default() };
    let plain = play(Bench::new().await, Faults::default()).await;
    assert_eq!(plain.0.len() as i64, PEOPLE);
    assert_eq!(play(Bench::new().await, trouble.clone()).await, plain, "polling");
    let mut bench = Bench::new().await;
    bench.use_webhook(SECRET);
    assert_eq!(play(bench, trouble).await, plain, "webhook");
}

/// The same scenes under whatever trouble there is.
async fn play(bench: Bench, trouble: Faults) -> State {
    bench.publish(&[None, Some(40)]).await;
    let victim = bench.run().await;
    bench.telegram.set_faults(trouble);
    let links = [bench.link(0).await, bench.link(1).await];
    let guests: Vec<_> = (0..PEOPLE).map(|number| Guest::new(bench.person(number))).collect();
    let scenes = (0..).zip(&guests).map(|(number, guest)| scene(number, guest, &links));
    join_all(scenes).await;
    bench.settled().await;
    state(&bench, victim).await
}

async fn scene(number: usize, guest: &Guest, links: &[String; 2]) {
    guest.sign_up(&links[number % 2], 1 + number as u32 % 3).await;
    guest.ticket().await;
    guest.say("/help");
    guest.sees("How I can help").await;
    if number.is_multiple_of(2) {
        guest.say("/my");
        guest.press("Event 00").await;
        guest.press("Cancel my registration").await;
        guest.press("Yes, cancel").await;
        guest.sees("Your registration is cancelled").await;
    }
}

async fn state(bench: &Bench, victim: Victim) -> State {
    let mut conn = bench.database.connect().await;
    let registrations = conn.sql(
        "SELECT person_id, e.external_id, party, standing FROM registrations r JOIN events e ON e.id = r.event_id
         ORDER BY person_id, r.id",
    );
    let registrations = registrations.all().await.unwrap();
    let people = conn.sql("SELECT id, name, phone FROM people ORDER BY id").all().await.unwrap();
    close(conn).await;
    victim.stop().await;
    let mut messages = BTreeMap::<Option<i64>, usize>::new();
    for call in bench.telegram.calls() {
        if ["sendMessage", "sendPhoto", "editMessageText", "answerCallbackQuery"].contains(&&*call.method) {
            *messages.entry(call.chat_id).or_default() += 1;
        }
    }
    (registrations, people, messages)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_update_at_once_and_again_later_is_answered_once() {
    let mut bench = Bench::new().await;
    let url = bench.use_webhook(SECRET);
    let victim = bench.run().await;
    let guest = Guest::new(bench.person(1));
    guest.say("/help");
    guest.sees("How I can help").await;
    bench.settled().await;
    let answers = || bench.calls("sendMessage", Some(guest.person.id()), None);
    bench.settled().await;
    let before = answers();
    let update = writes(900_000_001, &guest.person, "/my");
    let posts = (0..16).map(|_| post(&url, Some(SECRET), update.clone()));
    assert_eq!(join_all(posts).await, [200; 16]);
    bench.settled().await;
    assert_eq!(post(&url, Some(SECRET), update.clone()).await, 200);
    victim.stop().await;
    let victim = bench.run().await;
    assert_eq!(post(&url, Some(SECRET), update).await, 200);
    // After a week of silence Telegram starts from any number: a low one is no old one.
    assert_eq!(post(&url, Some(SECRET), writes(17, &guest.person, "/help")).await, 200);
    bench.settled().await;
    assert_eq!(answers(), before + 2);
    victim.stop().await;
}
