//! Full sign-ups over HTTP: everything a person does from the deep link to the ticket, against the real binary.

use crate::{
    figures::{Durations, Table, millis},
    people::{self, Times},
    process::{Bot, TOKEN},
    server::Server,
    stage::{self, Folder},
};
use chrono::Utc;
use qatys::simulator::{Options, Simulator};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{task::JoinSet, time::MissedTickBehavior};

/// Events people sign up for.
const EVENTS: usize = 40;
/// People in a round.
const PEOPLE: usize = 2_000;
/// People at a time.
const AT_ONCE: usize = 200;
/// Rounds in a row; the best says what the machine can do, the spread how busy it was.
const ROUNDS: usize = 3;
/// People whose calls are counted before anything is measured.
const COUNTED: usize = 100;
/// Sign-ups a second, and for how many seconds.
const STEADY: (u32, usize) = (50, 20);

/// A bot with its Telegram, its events, and people by number.
pub(crate) struct Scene {
    telegram: Simulator,
    bots: Vec<Bot>,
    codes: Vec<String>,
    next: AtomicUsize,
    place: Place,
}

/// Where the database lies; removed in the end.
pub(crate) enum Place {
    /// In a file.
    File(Folder),
    /// On a server.
    Server(Server),
}

impl Place {
    fn address(&self) -> String {
        match self {
            Place::File(folder) => folder.database(),
            Place::Server(server) => server.address(),
        }
    }
}

impl Scene {
    async fn new(name: &str) -> anyhow::Result<Arc<Self>> {
        let place = Place::File(Folder::new(name)?);
        Self::at(place, |telegram, address| Ok(vec![Bot::start(telegram, address)?])).await
    }

    /// The same with the database in a place of its own and bots that are started so.
    pub(crate) async fn at(
        place: Place,
        start: impl Fn(&Simulator, &str) -> anyhow::Result<Vec<Bot>>,
    ) -> anyhow::Result<Arc<Self>> {
        let codes = stage::roomy_events(&place.address(), EVENTS).await?;
        let telegram = Simulator::start(Options::new(TOKEN, Arc::new(now))).await?;
        let bots = start(&telegram, &place.address())?;
        Ok(Arc::new(Self { telegram, bots, codes, next: AtomicUsize::new(0), place }))
    }

    /// Processor time of all bots together.
    fn cpu(&self) -> anyhow::Result<Duration> {
        self.bots.iter().map(Bot::cpu).sum()
    }

    /// The next new person signs up.
    async fn one(&self) -> anyhow::Result<Times> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let person = people::person(&self.telegram, number);
        people::sign_up(&person, &self.codes[number % self.codes.len()]).await
    }

    /// So many new people sign up, so many at a time.
    async fn crowd(self: &Arc<Self>, people: usize, at_once: usize) -> anyhow::Result<Times> {
        let left = Arc::new(AtomicUsize::new(people));
        let mut tasks = JoinSet::new();
        for _ in 0..at_once {
            let (scene, left) = (Arc::clone(self), Arc::clone(&left));
            tasks.spawn(async move {
                let mut times = Times::default();
                while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1)).is_ok() {
                    times.extend(&scene.one().await?);
                }
                anyhow::Ok(times)
            });
        }
        joined(tasks).await
    }

    /// People sign up while calls are counted; also warms everything up.
    async fn counted(self: &Arc<Self>, table: &mut Table) -> anyhow::Result<()> {
        self.telegram.clear_calls();
        self.crowd(COUNTED, 20).await?;
        let calls = self.telegram.calls();
        let polls = calls.iter().filter(|call| call.method == "getUpdates").count();
        let each = |count: usize| count as f64 / COUNTED as f64;
        table.row(
            "calls per sign-up",
            format!("{:.1} and {:.1} polls", each(calls.len() - polls), each(polls)),
            "",
        );
        self.telegram.keep_calls(false);
        self.telegram.clear_calls();
        Ok(())
    }

    pub(crate) async fn stop(self: Arc<Self>) -> anyhow::Result<()> {
        let objections = self.telegram.objections();
        if !objections.is_empty() {
            println!("  the simulator objects: {}", objections.join("; "));
        }
        let Some(scene) = Arc::into_inner(self) else { anyhow::bail!("somebody still signs up") };
        for bot in scene.bots {
            bot.stop()?;
        }
        scene.telegram.stop().await;
        if let Place::Server(server) = scene.place {
            server.drop().await?;
        }
        Ok(())
    }
}

/// As many sign-ups as the machine can do.
pub(crate) async fn saturated(table: &mut Table) -> anyhow::Result<()> {
    let scene = Scene::new("saturated").await?;
    rush(&scene, "", table).await?;
    table.row("peak memory", format!("{:.1} MB", scene.bots[0].memory("VmHWM")?), "");
    scene.stop().await
}

/// Rounds of a rush; `about` is said before each figure.
pub(crate) async fn rush(scene: &Arc<Scene>, about: &str, table: &mut Table) -> anyhow::Result<()> {
    scene.counted(table).await?;
    let mut best = (0.0, Times::default());
    for round in 1..=ROUNDS {
        let (cpu, begun) = (scene.cpu()?, Instant::now());
        let times = scene.crowd(PEOPLE, AT_ONCE).await?;
        let rate = PEOPLE as f64 / begun.elapsed().as_secs_f64();
        let cpu = scene.cpu()?.saturating_sub(cpu) / PEOPLE as u32;
        let figure = format!("{rate:.0} sign-ups/s at {:.2} ms of the bot's processor each", millis(cpu));
        table.row(format!("{about} round {round}").trim(), figure, "300/s, 4 ms");
        if rate > best.0 {
            best = (rate, times);
        }
    }
    for (step, times) in best.1.steps() {
        table.row(format!("  {step}"), times.line(), "");
    }
    let all = best.1.all();
    table.row("  all steps", all.line(), "");
    Ok(())
}

/// An even stream of sign-ups well below what the machine can do.
pub(crate) async fn steady(table: &mut Table) -> anyhow::Result<()> {
    let scene = Scene::new("steady").await?;
    scene.counted(table).await?;
    let own = own_answers(&scene.telegram).await?;
    table.row("the simulator's own answer", own.line(), "");
    let (rate, seconds) = STEADY;
    let people = rate as usize * seconds;
    let mut ticks = tokio::time::interval(Duration::from_secs(1) / rate);
    // Open loop: people come whether or not those before them were served.
    ticks.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let (cpu, mut tasks) = (scene.cpu()?, JoinSet::new());
    for _ in 0..people {
        ticks.tick().await;
        let scene = Arc::clone(&scene);
        tasks.spawn(async move { scene.one().await });
    }
    let times = joined(tasks).await?;
    let cpu = scene.cpu()?.saturating_sub(cpu) / people as u32;
    for (step, times) in times.steps() {
        table.row(format!("  {step}"), times.line(), "");
    }
    let all = times.all();
    table.row("all steps", all.line(), "");
    let above = millis(all.quantile(0.99)) - millis(own.quantile(0.99));
    table.row("p99 above the simulator's own", format!("{above:.2} ms"), "25 ms");
    table.row("the bot's processor", format!("{:.2} ms each", millis(cpu)), "");
    scene.stop().await
}

/// How long the simulator takes over a message when nothing else happens.
async fn own_answers(telegram: &Simulator) -> anyhow::Result<Durations> {
    let person = people::person(telegram, usize::try_from(i32::MAX)?);
    person.start(None);
    let http = reqwest::Client::new();
    let url = format!("{}/bot{TOKEN}/sendMessage", telegram.url());
    let body = serde_json::json!({"chat_id": person.id(), "text": "Сәлем"});
    let mut times = Durations::default();
    for _ in 0..1_000 {
        let begun = Instant::now();
        http.post(&url).json(&body).send().await?.bytes().await?;
        times.add(begun.elapsed());
    }
    Ok(times)
}

async fn joined(mut tasks: JoinSet<anyhow::Result<Times>>) -> anyhow::Result<Times> {
    let mut all = Times::default();
    while let Some(times) = tasks.join_next().await {
        all.extend(&times??);
    }
    Ok(all)
}

/// The wall clock of the simulator.
pub(crate) fn now() -> chrono::DateTime<Utc> {
    qatys::clock::Clock::system().now()
}
