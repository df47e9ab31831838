//! The crash loop: people who sign up, leave and lose patience while the bot is killed over and over. In the end
//! nothing that anybody was told may be untrue. `QATYS_KILLS` sets how often, `QATYS_SEED` repeats a run.

#![cfg(test)]

mod broadcast;
pub(crate) mod judge;
pub(crate) mod visitor;

use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;

use qatys::clock::Chance;
use rand::rngs::SmallRng;
use rand::{Rng as _, SeedableRng as _};
use tokio::sync::Barrier;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::database::let_go;
use crate::process::{Bench, Victim, until};
use judge::{Verdict, judge, oversold};
use visitor::{Story, Visitor};

const PEOPLE: i64 = 24;
/// Notices of one lane that may be on their way at the same time (`jobs::courier`).
const WINDOW: i64 = 32;
/// One seat for everybody's first wish, then a little more, then plenty.
const SEATS: [Option<u32>; 8] = [Some(1), Some(2), Some(3), Some(5), Some(8), Some(13), Some(40), None];

#[tokio::test(flavor = "multi_thread")]
async fn no_kill_makes_anything_untrue_that_people_were_told() {
    let verdict = crash_loop(number("QATYS_KILLS").unwrap_or(30) as usize, false).await;
    assert_eq!(verdict.faults(), [""; 0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_crash_loop_finds_what_a_careless_bot_does() {
    // What goes wrong goes wrong by chance: on a slow machine the rush may miss the one instant.
    let (mut oversold, mut lost) = (false, false);
    for _ in 0..4 {
        let verdict = crash_loop(8, true).await;
        oversold |= !verdict.oversold.is_empty();
        lost |= verdict.lost_updates > 0;
        if oversold && lost {
            return;
        }
    }
    assert!(oversold, "seats counted before the lock were never sold twice");
    assert!(lost, "updates confirmed before they were stored were never lost");
}

/// The whole run. Its course depends on the seed and on the machine; the seed is printed.
async fn crash_loop(kills: usize, careless: bool) -> Verdict {
    let seed = number("QATYS_SEED").unwrap_or_else(|| u64::from_be_bytes(Chance::system().bytes()) >> 16);
    let begun = Instant::now();
    say(&format!(
        "crash loop: QATYS_SEED={seed} QATYS_KILLS={kills}{}",
        if careless { " careless" } else { "" }
    ));
    let mut bench = Bench::new().await;
    if careless {
        bench.set("QATYS_CARELESS", "1");
    }
    bench.telegram.keep_calls(false);
    bench.publish(&SEATS).await;
    let crowd = Crowd::enter(&bench, seed).await;
    let mut chance = SmallRng::seed_from_u64(seed);
    let mut meanwhile = Vec::new();
    for number in 0..kills {
        let busy = number % 3 == 1;
        meanwhile.extend(one_life(&bench, &mut chance, busy).await);
        bench.database.forget_the_dead().await;
    }
    let victim = bench.run().await;
    // On a slow machine the rush for the one seat may come only now.
    let rushed = "SELECT count(DISTINCT person_id) FROM registrations WHERE event_id = 1";
    until("everybody's first wish", async || bench.number(rushed).await == PEOPLE).await;
    let story = crowd.leave().await;
    bench.settled().await;
    victim.stop().await;
    let mut verdict = judge(&bench, &story, kills, kills as i64 * WINDOW).await;
    verdict.oversold.extend(meanwhile);
    verdict.oversold.sort();
    verdict.oversold.dedup();
    say(&format!("crash loop: {verdict}; {:.1} s", begun.elapsed().as_secs_f64()));
    verdict
}

/// Runs the bot for a random while and kills it; where `busy`, while the database lets nobody write. Returns events
/// seen oversold.
async fn one_life(bench: &Bench, chance: &mut SmallRng, busy: bool) -> Vec<String> {
    let victim = bench.spawn();
    let end = Instant::now() + Duration::from_millis(chance.random_range(50..1_500));
    let mut seen = Vec::new();
    // Some die before they are ready.
    if timeout_at(end, victim.ready()).await.is_ok() {
        seen = oversold(bench).await;
        sleep_until(end).await;
        if busy {
            kill_while_busy(bench, victim, chance).await;
            return seen;
        }
    }
    victim.kill().await;
    seen
}

/// Holds the database as a slow disk would, so that updates are on their way when the bot is killed.
async fn kill_while_busy(bench: &Bench, victim: Victim, chance: &mut SmallRng) {
    let held = bench.database.hold().await;
    sleep(Duration::from_millis(chance.random_range(20..300))).await;
    victim.kill().await;
    let_go(held).await;
}

/// Everybody at the bot.
struct Crowd {
    people: JoinSet<Story>,
    stop: CancellationToken,
}

impl Crowd {
    async fn enter(bench: &Bench, seed: u64) -> Self {
        let mut links = Vec::new();
        for event in 0..SEATS.len() {
            links.push(bench.link(event).await);
        }
        let (links, stop) = (Arc::new(links), CancellationToken::new());
        let rush = Arc::new(Barrier::new(PEOPLE as usize));
        let mut people = JoinSet::new();
        for number in 0..PEOPLE {
            let (person, links, rush) = (bench.person(number), Arc::clone(&links), Some(Arc::clone(&rush)));
            people.spawn(Visitor::new(person, links, seed, rush, stop.clone()).live());
        }
        Self { people, stop }
    }

    /// Everybody stops where they are. What they did last may still be on its way.
    async fn leave(self) -> Story {
        self.stop.cancel();
        gather(self.people).await
    }
}

/// One story of all.
pub(crate) async fn gather(people: JoinSet<Story>) -> Story {
    let mut all = Story::default();
    for story in people.join_all().await {
        all.told.extend(story.told);
        all.deeds += story.deeds;
        all.sign_ups += story.sign_ups;
        all.acknowledged += story.acknowledged;
    }
    all
}

/// Shown although the test passes.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

pub(crate) fn number(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name} must be a number")))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_stored_before_a_kill_is_answered_after_it_unasked() {
    use qatys::simulator::{Fault, FaultKind, Faults};
    let bench = Bench::new().await;
    bench.publish(&[None]).await;
    let victim = bench.run().await;
    let down = Fault::always(FaultKind::BadGateway).on("sendMessage");
    bench.telegram.set_faults(Faults { calls: vec![down], ..Faults::default() });
    let people: Vec<_> = (0..12).map(|number| bench.person(number)).collect();
    for person in &people {
        person.start(None);
    }
    until("everybody's update is begun, and confirmed to Telegram", async || {
        let begun = |id| bench.calls("sendMessage", Some(id), Some(502)) > 0;
        bench.telegram.pending_updates() == 0 && people.iter().all(|person| begun(person.id()))
    })
    .await;
    victim.kill().await;
    assert_eq!(bench.number("SELECT count(*) FROM inbox WHERE state = 'new'").await, 12);
    bench.telegram.set_faults(Faults::default());
    let victim = bench.run().await;
    bench.settled().await;
    for person in &people {
        let answers: Vec<_> = person.messages().into_iter().filter(|message| message.from_bot).collect();
        assert_eq!(answers.len(), 1, "{answers:#?}");
    }
    victim.stop().await;
}
