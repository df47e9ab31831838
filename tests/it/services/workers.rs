//! The workers between inbox and bot: order, floods, panics, poison, stopping and going on. No meaning of updates.

use super::*;
use futures::{FutureExt, future::BoxFuture};
use qatys::telegram::workers::{Incoming, Route, Trouble, Workers};
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering as Order},
    },
    time::Duration,
};
use tokio::{sync::Semaphore, time::timeout};
use tokio_util::sync::CancellationToken;

/// Longer than anything here may take.
const LONG: Duration = Duration::from_secs(30);

/// What a route does with an update.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Fine,
    /// Waits until the gate is opened.
    Gate,
    Panic,
    Fails,
    /// Fails so often and is fine then.
    Passing(usize),
    /// Never ends.
    Hangs,
    /// Takes effect, and then panics.
    Late,
}

/// A route that notes what it took, by person and in order.
struct Script {
    services: Services,
    fates: BTreeMap<i64, Fate>,
    taken: Mutex<Vec<(i64, i64)>>,
    sorry: Mutex<Vec<i64>>,
    gate: Semaphore,
    tries: AtomicUsize,
    begun: AtomicUsize,
}

impl Script {
    fn taken_of(&self, person: i64) -> Vec<i64> {
        let taken = self.taken.lock().unwrap();
        taken.iter().filter(|(who, _)| *who == person).map(|(_, update)| *update).collect()
    }
}

/// The script as a route.
struct Player(Arc<Script>);

impl Route for Player {
    fn take(&self, incoming: Incoming) -> BoxFuture<'_, Result<(), Trouble>> {
        async move {
            let (person, update) = (incoming.actor.person.0, i64::from(incoming.update.id.0));
            let script = &self.0;
            let fate = script.fates.get(&update).copied().unwrap_or(Fate::Fine);
            script.begun.fetch_add(1, Order::Relaxed);
            if fate == Fate::Gate {
                script.gate.acquire().await.unwrap().forget();
            }
            script.taken.lock().unwrap().push((person, update));
            match fate {
                Fate::Fine | Fate::Gate => {
                    tokio::task::yield_now().await;
                    Ok(())
                }
                Fate::Panic => panic!("on purpose"),
                Fate::Fails => Err(Trouble::Lasting("on purpose".into())),
                Fate::Passing(times) if script.tries.fetch_add(1, Order::Relaxed) < times => {
                    Err(Trouble::Passing("on purpose".into()))
                }
                Fate::Passing(_) => Ok(()),
                Fate::Hangs => futures::future::pending().await,
                Fate::Late => {
                    script.services.settle(&incoming.actor).await.unwrap();
                    panic!("on purpose, afterwards")
                }
            }
        }
        .boxed()
    }

    fn apologise(&self, person: PersonId) -> BoxFuture<'_, ()> {
        self.0.sorry.lock().unwrap().push(person.0);
        futures::future::ready(()).boxed()
    }
}

/// A bench with workers on it.
struct Works {
    bench: Bench,
    script: Arc<Script>,
    workers: Workers,
    stop: CancellationToken,
}

impl Works {
    async fn new(fates: impl IntoIterator<Item = (i64, Fate)>) -> Self {
        let bench = Bench::new().await;
        let (script, workers, stop) = staff(&bench, fates);
        Self { bench, script, workers, stop }
    }

    /// Receives and takes, as intake does.
    async fn take(&self, updates: Vec<Received>) {
        for update in self.bench.services.receive(updates).await.unwrap() {
            self.workers.take(update).await;
        }
    }

    /// Waits until so many updates are open, and then dead.
    async fn until(&self, open: u32, dead: u32) {
        let wait = async {
            while self.bench.services.count_updates().await.unwrap() != (open, dead) {
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        let in_time = timeout(LONG, wait).await.is_ok();
        assert!(in_time, "{:?} instead of {:?}", self.bench.services.count_updates().await, (open, dead));
    }
}

/// Time that passes only in [`Time::until`]. Without it a paused clock would run ahead of the database's thread.
struct Time {
    _until_dropped: std::sync::mpsc::Sender<()>,
}

impl Time {
    fn stands_still() -> Self {
        tokio::time::pause();
        let (keep, kept) = std::sync::mpsc::channel();
        // While a blocking task runs, a paused clock does not move by itself.
        tokio::task::spawn_blocking(move || kept.recv());
        Self { _until_dropped: keep }
    }

    /// Lets time pass until so many updates are open and dead, and says how much that was.
    async fn until(&self, works: &Works, open: u32, dead: u32) -> Duration {
        let begun = tokio::time::Instant::now();
        while works.bench.services.count_updates().await.unwrap() != (open, dead) {
            tokio::time::advance(Duration::from_millis(200)).await;
            assert!(begun.elapsed() < Duration::from_hours(1), "nothing comes of it");
        }
        begun.elapsed()
    }
}

fn staff(
    bench: &Bench,
    fates: impl IntoIterator<Item = (i64, Fate)>,
) -> (Arc<Script>, Workers, CancellationToken) {
    let stop = CancellationToken::new();
    let script = Arc::new(Script {
        services: bench.services.clone(),
        fates: fates.into_iter().collect(),
        taken: Mutex::default(),
        sorry: Mutex::default(),
        gate: Semaphore::new(0),
        tries: AtomicUsize::new(0),
        begun: AtomicUsize::new(0),
    });
    let workers = Workers::new(bench.services.clone(), Arc::new(Player(Arc::clone(&script))), stop.clone());
    (script, workers, stop)
}

/// `each` updates of every one of `people`, mixed as they would come.
fn crowd(people: i64, each: i64) -> Vec<Received> {
    let mut updates = Vec::new();
    for round in 0..each {
        for person in 1..=people {
            updates.push(received(round * people + person, person));
        }
    }
    updates
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_is_served_in_the_order_they_wrote() {
    let works = Works::new([]).await;
    works.take(crowd(50, 40)).await;
    works.until(0, 0).await;
    for person in 1..=50 {
        let expected: Vec<_> = (0..40).map(|round| round * 50 + person).collect();
        assert_eq!(works.script.taken_of(person), expected, "person {person}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flood_goes_by_the_database_and_stays_in_order() {
    // The first one waits, so that all the others come in meanwhile.
    let works = Works::new([(1, Fate::Gate)]).await;
    works.take((1..=300).map(|id| received(id, 7)).collect()).await;
    works.script.gate.add_permits(1);
    works.take((301..=400).map(|id| received(id, 7)).collect()).await;
    works.until(0, 0).await;
    assert_eq!(works.script.taken_of(7), (1..=400).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_flooding_person_holds_up_nobody() {
    let fates = (1..=500).map(|id| (id, Fate::Gate));
    let works = Works::new(fates).await;
    let flood = (1..=500).map(|id| received(id, 7)).collect();
    timeout(LONG, works.take(flood)).await.expect("intake waits for one person");
    assert!(!works.workers.is_full());
    works.take((501..=520).map(|id| received(id, id)).collect()).await;
    works.until(500, 0).await;
    works.script.gate.add_permits(500);
    works.until(0, 0).await;
    assert_eq!(works.script.taken_of(7).len(), 500);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_flooding_people_do_not_wait_for_each_other_for_ever() {
    // More lines than there is room for, each with more than one line's worth in the database.
    let (people, each) = (170, 66);
    let works = Works::new((1..=people).map(|id| (id, Fate::Gate))).await;
    let updates = crowd(people, each);
    works.bench.services.receive(updates).await.unwrap();
    let resuming = works.workers.clone();
    let resumed = tokio::spawn(async move { resuming.resume().await });
    works.script.gate.add_permits(people as usize);
    timeout(LONG, resumed).await.expect("intake waits for ever").unwrap().unwrap();
    works.until(0, 0).await;
    for person in 1..=people {
        assert!(works.script.taken_of(person).is_sorted(), "person {person}");
    }
}

#[tokio::test]
async fn a_poisonous_update_dies_after_three_tries_and_the_next_goes_on() {
    let time = Time::stands_still();
    for fate in [Fate::Panic, Fate::Fails] {
        let works = Works::new([(2, fate)]).await;
        works.take((1..=4).map(|id| received(id, 7)).collect()).await;
        time.until(&works, 0, 1).await;
        assert_eq!(works.script.taken_of(7), [1, 2, 2, 2, 3, 4], "{fate:?}");
        assert_eq!(*works.script.sorry.lock().unwrap(), [7]);
        assert_eq!(works.bench.told("dead_letter").await, [ADMIN]);
    }
}

#[tokio::test]
async fn an_update_that_cannot_be_read_is_a_dead_letter() {
    let time = Time::stands_still();
    let works = Works::new([]).await;
    works.take(vec![Received { body: "junk".into(), ..received(1, 7) }, received(2, 7)]).await;
    time.until(&works, 0, 1).await;
    assert_eq!(works.script.taken_of(7), [2]);
    assert_eq!(*works.script.sorry.lock().unwrap(), [7]);
}

#[tokio::test]
async fn an_update_that_never_ends_is_given_up() {
    let time = Time::stands_still();
    let works = Works::new([(1, Fate::Hangs)]).await;
    works.take(vec![received(1, 7), received(2, 7), received(3, 8)]).await;
    let took = time.until(&works, 0, 1).await;
    assert_eq!(works.script.taken_of(7), [1, 1, 1, 2]);
    // The database's own time passes outside this clock, so only the lower bound is sharp.
    assert!(took >= Duration::from_mins(3), "three tries of a minute: {took:?}");
}

#[tokio::test]
async fn passing_trouble_is_waited_out_however_long() {
    let time = Time::stands_still();
    let works = Works::new([(1, Fate::Passing(10))]).await;
    works.take(vec![received(1, 7), received(2, 7)]).await;
    time.until(&works, 0, 0).await;
    assert_eq!(works.script.taken_of(7), [[1; 11].as_slice(), &[2]].concat());
    assert!(works.script.sorry.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_effect_that_stands_is_not_repeated_for_a_lost_answer() {
    let works = Works::new([(1, Fate::Late)]).await;
    works.take(vec![received(1, 7), received(2, 7)]).await;
    works.until(0, 0).await;
    assert_eq!(works.script.taken_of(7), [1, 2]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_stop_leaves_behind_is_taken_up_at_the_next_start() {
    let works = Works::new((1..=5).map(|id| (id, Fate::Gate))).await;
    works.take(crowd(5, 50)).await;
    while works.script.begun.load(Order::Relaxed) < 5 {
        tokio::task::yield_now().await;
    }
    works.stop.cancel();
    let draining = works.workers.clone();
    let drained = tokio::spawn(async move { draining.drain().await });
    works.script.gate.add_permits(5);
    timeout(LONG, drained).await.expect("a stop waits only for what was begun").unwrap();
    let (open, dead) = works.bench.services.count_updates().await.unwrap();
    assert_eq!((open, dead), (245, 0), "the five that had begun are done, and no others");
    assert_eq!(works.script.taken.lock().unwrap().len(), 5);

    let (script, workers, _stop) = staff(&works.bench, []);
    workers.resume().await.unwrap();
    works.until(0, 0).await;
    for person in 1..=5 {
        let expected: Vec<_> = (1..50).map(|round| round * 5 + person).collect();
        assert_eq!(script.taken_of(person), expected, "each once, in order, without what was done");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn updates_of_nobody_share_one_line_and_harm_nobody() {
    let works = Works::new([(2, Fate::Fine)]).await;
    works.take(vec![received(1, 0), received(2, 0), received(3, 9)]).await;
    works.until(0, 0).await;
    assert_eq!(works.script.taken_of(0), [1, 2]);
}
