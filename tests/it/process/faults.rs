//! Telegram in trouble: errors, lost answers, floods refused, people who are gone. Everybody gets there all the same.

use std::sync::Arc;

use chrono::TimeDelta;
use qatys::simulator::{Fault, FaultKind, Faults};
use serde_json::json;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::scene::Guest;
use super::{Bench, until};
use crate::crash::{gather, judge::judge, say, visitor::Visitor};
use crate::database::close;

#[tokio::test(flavor = "multi_thread")]
async fn errors_and_lost_answers_keep_nobody_from_signing_up() {
    let bench = Bench::new().await;
    bench.publish(&[None, Some(50), None]).await;
    let victim = bench.run().await;
    // Of tickets so many fail and no more: each waits longer than the last one.
    let tickets = [(FaultKind::ResetAfter, 3), (FaultKind::BadGateway, 2), (FaultKind::ResetBefore, 1)];
    let tickets = tickets.map(|(kind, times)| Fault::always(kind).on("sendPhoto").times(times));
    let replies = [
        (FaultKind::BadGateway, 0.05),
        (FaultKind::ResetBefore, 0.05),
        (FaultKind::ResetAfter, 0.08),
        (FaultKind::TooManyRequests { retry_after: 1 }, 0.03),
    ];
    let methods = ["getUpdates", "sendMessage", "editMessageText", "answerCallbackQuery"];
    let replies =
        replies.map(|(kind, share)| methods.iter().fold(Fault::sometimes(kind, share), |f, m| f.on(m)));
    let calls = tickets.into_iter().chain(replies).collect();
    bench.telegram.set_faults(Faults { calls, ..Faults::default() });
    let links = Arc::new(vec![bench.link(0).await, bench.link(1).await, bench.link(2).await]);
    let mut people = JoinSet::new();
    for number in 0..10 {
        let stop = CancellationToken::new();
        people.spawn(Visitor::new(bench.person(number), Arc::clone(&links), 11, None, stop).tour());
    }
    let story = gather(people).await;
    bench.telegram.set_faults(Faults::default());
    bench.settled().await;
    let doubtful = bench.calls("sendPhoto", None, Some(0)) + bench.calls("sendPhoto", None, Some(502));
    let verdict = judge(&bench, &story, 0, doubtful as i64).await;
    say(&format!("faults: {verdict}"));
    assert_eq!(verdict.faults(), [""; 0]);

    // The judge is not blind: a seat that is taken away without a word is found.
    let mut conn = bench.database.connect().await;
    conn.sql("UPDATE registrations SET standing = 'cancelled' WHERE id = 1").run().await.unwrap();
    close(conn).await;
    assert_eq!(judge(&bench, &story, 0, doubtful as i64).await.lost.len(), 1);
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_chat_that_asks_to_wait_gets_nothing_before() {
    let bench = Bench::new().await;
    bench.publish(&[None]).await;
    let victim = bench.run().await;
    let guest = Guest::new(bench.person(1));
    guest.sign_up(&bench.link(0).await, 1).await;
    guest.ticket().await;
    guest.say("/my");
    guest.press("Event 00").await;
    bench.settled().await;
    for (method, seconds) in [("sendMessage", 2), ("sendMessage", 5), ("sendPhoto", 4)] {
        bench.telegram.clear_calls();
        let fault = Fault::always(FaultKind::TooManyRequests { retry_after: seconds }).on(method).times(1);
        bench.telegram.set_faults(Faults { calls: vec![fault], ..Faults::default() });
        if method == "sendPhoto" {
            guest.say("/my");
            guest.press("Event 00").await;
            guest.press("My ticket").await;
        } else {
            guest.say("/help");
        }
        until("refused", async || bench.calls(method, None, Some(429)) == 1).await;
        guest.say("/language");
        guest.sees("Which language shall we speak?").await;
        bench.settled().await;
        let calls = bench.telegram.calls();
        let refused = calls.iter().find(|call| call.status == 429).unwrap().at;
        let end = refused + TimeDelta::seconds(i64::from(seconds));
        let early: Vec<_> = calls
            .iter()
            .filter(|call| call.chat_id == Some(guest.person.id()) && call.at > refused && call.at < end)
            .collect();
        assert!(early.is_empty(), "{method}, {seconds} s: {early:#?}");
        assert_eq!(bench.calls(method, None, Some(429)), 1);
    }
    // The ticket that was refused came once all the same.
    assert_eq!(guest.tickets().len(), 2);
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_who_are_gone_are_not_tried_again_until_they_return() {
    let bench = Bench::new().await;
    bench.publish(&[Some(1), Some(1)]).await;
    let (first, second) = (bench.link(0).await, bench.link(1).await);
    let victim = bench.run().await;
    let [holder, gone, blocking] = [1, 2, 3].map(|number| Guest::new(bench.person(number)));
    holder.sign_up(&first, 1).await;
    wait_in_line(&gone, &first).await;
    let other = Guest::new(bench.person(4));
    other.sign_up(&second, 1).await;
    wait_in_line(&blocking, &second).await;
    bench.settled().await;
    gone.person.deactivate();
    blocking.person.block();
    bench.settled().await;
    bench.telegram.clear_calls();
    for (guest, event) in [(&holder, "Event 00"), (&other, "Event 01")] {
        guest.say("/my");
        guest.press(event).await;
        guest.press("Cancel my registration").await;
        guest.press("Yes, cancel").await;
    }
    bench.settled().await;
    victim.stop().await;
    let victim = bench.run().await;
    bench.settled().await;
    // Telegram told us of the one; of the other we learn by trying, once.
    assert_eq!(bench.calls("sendMessage", Some(blocking.person.id()), None), 0);
    assert_eq!(bench.calls("sendMessage", Some(gone.person.id()), Some(403)), 1);
    assert_eq!(bench.calls("sendMessage", Some(gone.person.id()), None), 1);

    blocking.say("/my");
    blocking.press("Event 01").await;
    blocking.press("Take the seat").await;
    blocking.sees("The seat is yours!").await;
    blocking.ticket().await;
    bench.settled().await;
    assert_eq!(blocking.tickets().len(), 1);
    victim.stop().await;
}

/// Signs up where no seat is left.
async fn wait_in_line(guest: &Guest, link: &str) {
    guest.start(link);
    guest.press("Join the waiting list").await;
    guest.press("I agree").await;
    guest.answer_all(1).await;
    guest.press("Confirm").await;
    guest.sees("You are on the waiting list").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn updates_of_impossible_forms_hold_nobody_up() {
    let bench = Bench::new().await;
    let victim = bench.run().await;
    let guest = Guest::new(bench.person(1));
    for form in [
        json!({"message": 5}),
        json!({"message": {"from": {"id": "x"}, "text": "hm"}}),
        json!({"callback_query": {"from": {"id": guest.person.id()}}}),
        json!({"hologram": {"of": "a kind not known yet"}}),
        json!([]),
    ] {
        guest.person.inject(form.clone());
        guest.say("/help");
        guest.sees("How I can help").await;
        bench.settled().await;
        // Nothing is asked for over and over.
        let polls = bench.calls("getUpdates", None, None);
        assert!(polls < 40, "{form}: {polls} polls");
        bench.telegram.clear_calls();
    }
    victim.stop().await;
}
