//! Stopping and starting: what was begun is finished, and what was not is taken up again.

use std::time::{Duration, Instant};

use super::scene::Guest;
use super::{Bench, until};
use qatys::simulator::{Fault, FaultKind, Faults};

const DONE: &str = "SELECT count(*) FROM inbox WHERE state = 'done'";

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_finishes_what_was_begun_and_the_dialogue_goes_on_after_it() {
    let bench = Bench::new().await;
    bench.publish(&[None]).await;
    let guest = Guest::new(bench.person(1));
    let victim = bench.run().await;
    guest.begin(&bench.link(0).await).await;
    bench.settled().await;
    let before = bench.number(DONE).await;
    bench.telegram.set_faults(Faults { latency: Duration::from_secs(1), ..Faults::default() });
    guest.touch("Emma Visitor").await;
    // Its effect stands, its answer is on its way.
    until("the press is done", async || bench.number(DONE).await > before).await;
    let begun = Instant::now();
    victim.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(10));
    guest.sees("Your phone number").await;
    bench.telegram.set_faults(Faults::default());

    // Written while nobody is there.
    guest.share_contact().await;
    let victim = bench.run().await;
    guest.press("Skip").await;
    guest.press("2").await;
    guest.press("Confirm").await;
    guest.sees("You are registered!").await;
    guest.ticket().await;
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_sigterm_ends_it_at_once_and_nothing_is_lost() {
    let bench = Bench::new().await;
    let victim = bench.run().await;
    let down = Fault::always(FaultKind::BadGateway).on("sendMessage");
    bench.telegram.set_faults(Faults { calls: vec![down], ..Faults::default() });
    let guest = Guest::new(bench.person(1));
    guest.say("/help");
    until("an answer is tried", async || bench.calls("sendMessage", None, Some(502)) > 0).await;
    victim.terminate();
    victim.says("stopping").await;
    victim.terminate();
    let output = victim.finish().await;
    assert_eq!(output.code, Some(1));
    assert!(output.text.ends_with("qatys: stopped at once\n"), "{}", output.text);
    bench.telegram.set_faults(Faults::default());
    let victim = bench.run().await;
    guest.sees("How I can help").await;
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_telegram_it_waits_and_serves_when_telegram_is_back() {
    let bench = Bench::new().await;
    let down = Fault::always(FaultKind::ResetBefore);
    bench.telegram.set_faults(Faults { calls: vec![down], ..Faults::default() });
    let victim = bench.spawn();
    until("it has tried", async || bench.calls("getMe", None, None) > 1).await;
    bench.telegram.set_faults(Faults::default());
    victim.ready().await;
    let guest = Guest::new(bench.person(1));
    guest.say("/help");
    guest.sees("How I can help").await;
    victim.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sigterm_at_any_moment_of_the_start_ends_it_in_peace() {
    let bench = Bench::new().await;
    let down = Fault::always(FaultKind::ResetBefore);
    bench.telegram.set_faults(Faults { calls: vec![down], ..Faults::default() });
    let waiting = bench.spawn();
    until("it has tried", async || bench.calls("getMe", None, None) > 1).await;
    waiting.stop().await;
    bench.telegram.set_faults(Faults::default());
    for _ in 0..5 {
        bench.run().await.stop().await;
    }
}
