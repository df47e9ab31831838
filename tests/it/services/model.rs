//! The registration rules against a model of a few lines: random days of an event, step by step, on real SQL.
//! The model is a plain list and knows nothing of the product's code.

use super::*;
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use qatys::domain::{Accepted, Left, Resized};
use std::{collections::BTreeSet, path::Path};

/// People who act: few, so that they meet again and again.
const PEOPLE: i64 = 6;
/// Random days played.
const DAYS: u32 = 1_500;
/// There every commit waits for the disk.
const DAYS_ON_A_SERVER: u32 = 100;

/// What happens next.
#[derive(Clone, Copy, Debug)]
enum Command {
    Join(i64, u32),
    Leave(i64),
    Accept(i64),
    Resize(i64, u32),
    Lapse,
    Wait(i64),
    Capacity(u32),
}

/// A standing of the model, with the instant an offer ends in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Seated,
    Waiting,
    Offered(i64),
    Gone,
}

/// A line of the model, in order of joining.
#[derive(Clone, Copy, Debug)]
struct Line {
    id: i64,
    person: i64,
    size: u32,
    stands: Stands,
}

/// The whole model: who stands how, how many seats there are, and what people have been told.
#[derive(Debug)]
struct Model {
    lines: Vec<Line>,
    seats: u32,
    /// Minutes until the start.
    left: i64,
    told: BTreeSet<(&'static str, i64, i64)>,
}

/// Minutes from the beginning of a day to the start of its event, and the longest an offer lasts.
const AHEAD: i64 = 600;
const OFFER: i64 = 90;

impl Model {
    fn taken(&self) -> u32 {
        let holds = |line: &&Line| matches!(line.stands, Stands::Seated | Stands::Offered(_));
        self.lines.iter().filter(holds).map(|line| line.size).sum()
    }

    fn now(&self) -> i64 {
        AHEAD - self.left
    }

    fn of(&self, person: i64) -> Option<usize> {
        self.lines.iter().position(|line| line.person == person && line.stands != Stands::Gone)
    }

    /// First come first served, among those whose party fits.
    fn hand_on(&mut self) {
        let (now, left) = (self.now(), self.left);
        for n in 0..self.lines.len() {
            let free = self.seats.saturating_sub(self.taken());
            let line = &mut self.lines[n];
            if left <= 0 || line.stands != Stands::Waiting || line.size > free {
                continue;
            }
            if left < 180 {
                line.stands = Stands::Seated;
                self.told.insert(("moved_up", line.id, 0));
            } else {
                // A quarter of the time left; minutes are kept in seconds to be exact.
                let until = now * 60 + (OFFER * 60).min(left * 60 / 4);
                line.stands = Stands::Offered(until);
                self.told.insert(("seat_offered", line.id, until));
            }
        }
    }

    fn give_up(&mut self, n: usize) {
        self.lines[n].stands = Stands::Gone;
        self.hand_on();
    }

    fn lapse(&mut self) -> usize {
        let now = self.now() * 60;
        let mut late: Vec<(i64, usize)> = Vec::new();
        for (n, line) in self.lines.iter().enumerate() {
            if let Stands::Offered(until) = line.stands
                && until <= now
            {
                late.push((until, n));
            }
        }
        late.sort_unstable();
        for (_, n) in &late {
            self.give_up(*n);
            self.told.insert(("offer_lapsed", self.lines[*n].id, 0));
        }
        late.len()
    }
}

fn command() -> impl Strategy<Value = Command> {
    let person = 1..=PEOPLE;
    prop_oneof![
        6 => (person.clone(), 1..=5_u32).prop_map(|(p, n)| Command::Join(p, n)),
        3 => person.clone().prop_map(Command::Leave),
        3 => person.clone().prop_map(Command::Accept),
        2 => (person, 1..=5_u32).prop_map(|(p, n)| Command::Resize(p, n)),
        2 => Just(Command::Lapse),
        3 => (1..=120_i64).prop_map(Command::Wait),
        1 => (1..=9_u32).prop_map(Command::Capacity),
    ]
}

/// The event with so many seats.
fn with(seats: u32) -> EventFacts {
    EventFacts { capacity: Some(seats), ..facts("E-0") }
}

/// A registration as the database holds it: id, person, party, standing, end of its offer.
type Row = (i64, i64, i64, String, Option<DateTime<Utc>>);

/// One day on the real database beside the model.
struct Day<'a> {
    bench: &'a Bench,
    event: EventId,
    start: DateTime<Utc>,
    model: Model,
}

impl Day<'_> {
    fn instant(&self, seconds: i64) -> DateTime<Utc> {
        self.start - TimeDelta::minutes(AHEAD) + TimeDelta::seconds(seconds)
    }

    async fn play(&mut self, command: Command) {
        let services = &self.bench.services;
        match command {
            Command::Join(person, size) => self.join(person, size).await,
            Command::Leave(person) => {
                let Some(n) = self.model.of(person) else { return };
                let id = qatys::domain::RegistrationId(self.model.lines[n].id);
                let left = services.leave(&by(person), id).await.unwrap();
                if self.model.left <= 0 {
                    assert_eq!(left, Left::Started);
                } else {
                    assert!(matches!(left, Left::Done(_)), "{left:?}");
                    self.model.give_up(n);
                }
            }
            Command::Accept(person) => self.accept(person).await,
            Command::Resize(person, size) => self.resize(person, size).await,
            Command::Lapse => {
                assert_eq!(services.lapse_offers().await.unwrap(), self.model.lapse());
            }
            Command::Wait(minutes) => {
                self.model.left -= minutes;
                self.bench.clock.set(self.instant(self.model.now() * 60));
            }
            Command::Capacity(seats) => {
                let done = services.import(&[with(seats)], true, false).await.unwrap();
                if seats == self.model.seats {
                    return;
                }
                assert_eq!(done.is_ok(), seats >= self.model.taken(), "{done:?}");
                if done.is_ok() {
                    self.model.seats = seats;
                    self.model.hand_on();
                }
            }
        }
    }

    async fn join(&mut self, person: i64, size: u32) {
        let joined = self.bench.try_join(person, self.event, size).await;
        let model = &mut self.model;
        if let Some(n) = model.of(person) {
            assert!(matches!(&joined, Joined::Already(mine) if mine.registration.id.0 == model.lines[n].id));
            return;
        }
        if model.left <= 0 {
            assert!(matches!(joined, Joined::Shut(_)));
            return;
        }
        let fits = model.taken() + size <= model.seats;
        let (registration, stands) = match joined {
            Joined::Seated(registration) => (registration, Stands::Seated),
            Joined::Waiting(registration, place) => {
                let before = model.lines.iter().filter(|line| line.stands == Stands::Waiting).count();
                assert_eq!(place as usize, before + 1);
                (registration, Stands::Waiting)
            }
            other => panic!("{other:?}"),
        };
        assert_eq!(stands == Stands::Seated, fits, "seated if and only if the party fits");
        let id = registration.id.0;
        assert!(model.lines.last().is_none_or(|last| last.id < id));
        if fits {
            model.told.insert(("ticket", id, 0));
        }
        model.lines.push(Line { id, person, size, stands });
    }

    async fn accept(&mut self, person: i64) {
        let Some(n) = self.model.of(person) else { return };
        let line = self.model.lines[n];
        let id = qatys::domain::RegistrationId(line.id);
        let accepted = self.bench.services.accept(&by(person), id).await.unwrap();
        match line.stands {
            _ if self.model.left <= 0 => assert!(matches!(accepted, Accepted::Shut(_))),
            Stands::Seated => assert!(matches!(accepted, Accepted::Already(_))),
            Stands::Offered(until) if self.model.now() * 60 < until => {
                assert!(matches!(accepted, Accepted::Seated(_)));
                self.model.lines[n].stands = Stands::Seated;
                self.model.told.insert(("ticket", line.id, 0));
            }
            Stands::Offered(_) => {
                assert_eq!(accepted, Accepted::Lapsed);
                self.model.give_up(n);
            }
            Stands::Waiting | Stands::Gone => assert_eq!(accepted, Accepted::Lapsed),
        }
    }

    async fn resize(&mut self, person: i64, size: u32) {
        let Some(n) = self.model.of(person) else { return };
        let line = self.model.lines[n];
        let id = qatys::domain::RegistrationId(line.id);
        let resized = self.bench.services.resize(&by(person), id, party(size)).await.unwrap();
        let room = self.model.seats.saturating_sub(self.model.taken()) + line.size;
        match line.stands {
            _ if self.model.left <= 0 => assert!(matches!(resized, Resized::Shut(_))),
            Stands::Offered(_) => assert!(matches!(resized, Resized::Shut(_))),
            Stands::Seated if size > room => assert_eq!(resized, Resized::TooMany(party(room))),
            _ => {
                assert!(matches!(resized, Resized::Done(_)), "{resized:?}");
                self.model.lines[n].size = size;
                self.model.hand_on();
            }
        }
    }

    /// The database says the same as the model, and no seat is sold twice.
    async fn compare(&self, after: &[Command]) {
        let mut conn = self.bench.store.read().await.unwrap();
        let rows: Vec<Row> = conn.sql(
            "SELECT id, person_id, party, standing, offer_until FROM registrations WHERE event_id = $1 ORDER BY id",
        )
        .bind(self.event.0)
        .all()
        .await
        .unwrap();
        let expected: Vec<_> = self
            .model
            .lines
            .iter()
            .map(|line| {
                let (standing, until) = match line.stands {
                    Stands::Seated => ("seated", None),
                    Stands::Waiting => ("waiting", None),
                    Stands::Offered(until) => ("offered", Some(self.instant(until))),
                    Stands::Gone => ("cancelled", None),
                };
                (line.id, line.person, i64::from(line.size), standing.to_owned(), until)
            })
            .collect();
        assert_eq!(rows, expected, "after {after:?}");
        let holds = |row: &&Row| row.3 == "seated" || row.3 == "offered";
        let held: i64 = rows.iter().filter(holds).map(|row| row.2).sum();
        assert!(held <= i64::from(self.model.seats), "{held} of {} seats after {after:?}", self.model.seats);
        let notices: Vec<(String, String)> =
            conn.sql("SELECT kind, subject FROM outbox").all().await.unwrap();
        let told: BTreeSet<_> = notices.iter().cloned().collect();
        assert_eq!(told.len(), notices.len(), "something was said twice after {after:?}");
        let expected: BTreeSet<_> = self
            .model
            .told
            .iter()
            .map(|(kind, id, until)| match *until {
                0 => ((*kind).to_owned(), id.to_string()),
                until => ((*kind).to_owned(), format!("{id}@{}", self.instant(until).timestamp())),
            })
            .collect();
        assert_eq!(told, expected, "after {after:?}");
    }
}

async fn play(bench: &Bench, event: EventId, seats: u32, commands: &[Command]) {
    bench.tamper("DELETE FROM outbox").await;
    bench.tamper("DELETE FROM registrations").await;
    let model = Model { lines: Vec::new(), seats, left: AHEAD, told: BTreeSet::new() };
    let mut day = Day { bench, event, start: start(), model };
    bench.clock.set(day.instant(0));
    bench.publish(&with(seats)).await;
    for n in 0..commands.len() {
        day.play(commands[n]).await;
        day.compare(&commands[..=n]).await;
    }
}

#[test]
fn random_days_go_as_the_model_says() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    // In memory where there is such a place: the rules are under test here and not the disk.
    let memory = Path::new("/dev/shm");
    let parent = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let policy = Policy { offer_window: TimeDelta::minutes(OFFER), reminders: Vec::new(), ..policy() };
    let bench = runtime.block_on(Bench::with(Folder::within(&parent), policy));
    let event = runtime.block_on(bench.event(Some(5)));
    let cases = if bench.database.is_on_server() { DAYS_ON_A_SERVER } else { DAYS };
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let days = (1..=7_u32, proptest::collection::vec(command(), 1..30));
    TestRunner::new(config)
        .run(&days, |(seats, commands)| {
            runtime.block_on(play(&bench, event, seats, &commands));
            Ok(())
        })
        .unwrap();
    runtime.block_on(bench.store.close());
}
