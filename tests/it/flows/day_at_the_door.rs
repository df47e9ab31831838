//! A day at the door over HTTP: four stewards scan at once, in any order, good tickets and bad ones and the same ones again;
//! others come in by the code, or without any ticket. Every answer must be the right one, and the numbers in the end those
//! that are worked out here. How fast it goes is measured in the benches.

use super::stage::{december, dombra, lecture, morning};
use crate::database::{Database, Folder, close};
use chrono::TimeDelta;
use futures::future::{join, join_all};
use qatys::{
    app::demo::{Demo, Setup},
    clock::Chance,
    domain::{DoorCounts, EventFacts, EventId, PersonId, RegistrationId, Scope},
    service::{Actor, TicketKey},
    simulator::{Button, ButtonKind, Message, Person, Profile},
};
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering::Relaxed},
    },
    time::Duration,
};
use tokio::{
    task::JoinHandle,
    time::{Instant, sleep},
};

/// The admin of the demo.
const ADMIN: PersonId = PersonId(900_001);
/// Longest the bot may take to answer, in real time.
const PATIENCE: Duration = Duration::from_mins(2);
/// Scans of a steward between two pauses: a chat gets twenty messages at once, and one a second then.
const AT_ONCE: usize = 16;
/// Registrations for the evening that were cancelled, and seats at the other event.
const OTHERS: i64 = 30;

/// How large a day is.
struct Scale {
    /// Registrations that hold seats.
    registered: i64,
    /// Scans of their tickets beyond the first of each.
    repeats: usize,
    /// Scans of tickets for another event, of cancelled ones and of forged ones, each.
    bad: usize,
    /// Registered people who check in by themselves, at any moment.
    by_code: i64,
    /// People without a registration who come in by the code, twice each.
    nameless: i64,
    /// Walk-ins that each steward counts, of whom they take one back.
    walk_ins: u32,
}

/// What the door answers to a scan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Answer {
    Welcome,
    Already,
    Other,
    Cancelled,
    Unknown,
}

/// A ticket at the door, and what must come of it.
#[derive(Clone)]
struct Scan {
    secret: String,
    /// Whose it is, and how many people; of good ones.
    good: Option<(i64, i64)>,
    bad: Answer,
}

/// People of a registration: one, two or three.
const fn size(number: i64) -> i64 {
    1 + number % 3
}

fn answer_of(message: &Message) -> Answer {
    let words = [
        ("Welcome!", Answer::Welcome),
        ("Already checked in", Answer::Already),
        ("for another event", Answer::Other),
        ("was cancelled", Answer::Cancelled),
        ("no such ticket", Answer::Unknown),
    ];
    let found = words.iter().find(|(words, _)| message.text.contains(words));
    found.unwrap_or_else(|| panic!("an answer of the door: {}", message.text)).1
}

/// The bot at half past five, half an hour before the evening, with everybody's registrations.
struct Day {
    demo: Demo,
    database: Database,
    _folder: Folder,
    event: EventId,
    /// Milliseconds that pass in two of real time.
    pace: Arc<AtomicU64>,
    passing: JoinHandle<()>,
}

impl Day {
    async fn begin(scale: &Scale) -> Self {
        let folder = Folder::new();
        let database = Database::new(&folder).await;
        let setup = Setup { database: Some(database.url().to_owned()), ..Setup::held(morning()) };
        let demo = Demo::start(setup).await.unwrap();
        let evening = EventFacts { capacity: None, ..dombra() };
        demo.publish(&[evening, EventFacts { local_start: december(2, 18, 0), ..lecture() }]).await.unwrap();
        demo.advance(TimeDelta::minutes(32 * 60 + 30));
        demo.settled().await.unwrap();
        let event = demo.app.services().search("Домбыра", 0).await.unwrap().items[0].id;
        register(&database, scale).await;
        tokio::time::pause();
        let pace = Arc::new(AtomicU64::new(2));
        let passing = tokio::spawn(pass(Arc::clone(&pace)));
        Self { demo, database, _folder: folder, event, pace, passing }
    }

    /// What the secrets of tickets are made with: those of the cancelled ones were sent while they stood.
    async fn key(&self) -> TicketKey {
        let mut conn = self.database.connect().await;
        let key: String =
            conn.sql("SELECT value FROM settings WHERE name = 'ticket_key'").value().await.unwrap();
        close(conn).await;
        TicketKey::from_text(&key).unwrap()
    }

    /// Every scan of the day, in an order that is the same every time.
    async fn scans(&self, scale: &Scale, chance: &Chance) -> Vec<Scan> {
        let key = self.key().await;
        let seal = |number| key.seal(RegistrationId(number));
        let good: Vec<_> = (1..=scale.registered)
            .map(|number| Scan {
                secret: seal(number),
                good: Some((number, size(number))),
                bad: Answer::Unknown,
            })
            .collect();
        let mut scans = good.clone();
        scans.extend((0..scale.repeats).map(|_| good[below(chance, good.len())].clone()));
        for (first, answer) in
            [(scale.registered, Answer::Cancelled), (scale.registered + OTHERS, Answer::Other)]
        {
            for n in 0..scale.bad as i64 {
                let secret = seal(first + 1 + n % OTHERS);
                scans.push(Scan { secret, good: None, bad: answer });
            }
        }
        for n in 0..scale.bad {
            // One letter of a good one is another.
            let mut secret = good[n % good.len()].secret.clone();
            let at = below(chance, secret.len() - 1);
            let letter = if &secret[at..=at] == "A" { "B" } else { "A" };
            secret.replace_range(at..=at, letter);
            scans.push(Scan { secret, good: None, bad: Answer::Unknown });
        }
        for place in (1..scans.len()).rev() {
            scans.swap(place, below(chance, place + 1));
        }
        scans
    }

    fn person(&self, id: i64) -> Person {
        self.demo.telegram.join(Profile {
            id,
            first_name: "Emma".into(),
            language_code: Some("en".into()),
            ..Profile::default()
        })
    }

    /// Four of the staff, each at the door.
    async fn stewards(&self) -> Vec<Person> {
        let services = self.demo.app.services();
        let mut stewards = Vec::new();
        for id in 800_001..=800_004 {
            let admin = Actor::unprompted(ADMIN);
            services.add_scope(&admin, PersonId(id), &Scope::default()).await.unwrap();
            let steward = self.person(id);
            sees(&steward, steward.start(None)).await;
            pressed(&steward, &format!("dd.{}", self.event)).await;
            stewards.push(steward);
        }
        stewards
    }

    /// The code on the organiser's screen.
    async fn code(&self) -> String {
        let code = self.demo.app.services().door_code(&Actor::unprompted(ADMIN), self.event).await.unwrap();
        format!("d_{}", code.unwrap().code)
    }

    /// Lets the time pass that chats need to take more, and boards to be true again.
    async fn pause(&self) {
        self.pace.store(200, Relaxed);
        let until = Instant::now() + Duration::from_secs(25);
        while Instant::now() < until {
            sleep(Duration::from_secs(1)).await;
        }
        self.demo.settled().await.unwrap();
        self.pace.store(2, Relaxed);
    }

    async fn counts(&self) -> DoorCounts {
        let door = self.demo.app.services().door(&Actor::unprompted(ADMIN), self.event).await.unwrap();
        door.unwrap().counts
    }
}

/// Puts the registrations down as months of signing up would: the first ones hold seats, then come cancelled ones, then
/// those of the other event.
async fn register(database: &Database, scale: &Scale) {
    let mut conn = database.connect().await;
    let all = scale.registered + 2 * OTHERS;
    conn.sql(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO people (id, language, name, created_at)
         SELECT 10000 + i, 'en', 'Айгүл Серікқызы', '2026-11-01T00:00:00.000+00:00' FROM n WHERE i <= $1",
    )
    .bind(all)
    .run()
    .await
    .unwrap();
    conn.sql(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO registrations (event_id, person_id, party, standing, code, created_at)
         SELECT CASE WHEN i <= $1 + $2 THEN 1 ELSE 2 END, 10000 + i, 1 + i % 3,
             CASE WHEN i > $1 AND i <= $1 + $2 THEN 'cancelled' ELSE 'seated' END,
             'C' || i, '2026-11-01T00:00:00.000+00:00'
         FROM n WHERE i <= $1 + 2 * $2",
    )
    .bind(scale.registered)
    .bind(OTHERS)
    .run()
    .await
    .unwrap();
    close(conn).await;
}

/// Time passes as fast as it is told to.
async fn pass(pace: Arc<AtomicU64>) {
    loop {
        // While a blocking task runs, the paused time does not jump to the next timer.
        let _ = tokio::task::spawn_blocking(|| std::thread::sleep(Duration::from_millis(2))).await;
        tokio::time::advance(Duration::from_millis(pace.load(Relaxed))).await;
    }
}

fn below(chance: &Chance, bound: usize) -> usize {
    (u64::from_be_bytes(chance.bytes()) % bound as u64) as usize
}

/// The first message of the bot after one of the person's.
async fn sees(person: &Person, sent: i32) -> Message {
    loop {
        let version = person.version();
        let seen = person.messages().into_iter().find(|message| message.from_bot && message.id > sent);
        if let Some(message) = seen {
            return message;
        }
        person.changed_since(version, PATIENCE).await.expect("the bot answers");
    }
}

/// Presses a button with this payload on the last message and waits for the answer to the press.
async fn pressed(person: &Person, payload: &str) -> i32 {
    let message = person.last().unwrap().id;
    let query = person.press_data(message, payload);
    person.answer(&query, PATIENCE).await.expect("every press is answered");
    message
}

/// One steward scans what comes, and counts some in without a ticket; what the door said.
async fn at_work(steward: &Person, scans: &[Scan], event: EventId, walk_in: bool) -> Vec<(Scan, Answer)> {
    let mut answers = Vec::new();
    for scan in scans {
        let sent = steward.start(Some(&format!("t_{}", scan.secret)));
        let message = sees(steward, sent).await;
        let answer = answer_of(&message);
        if let Some((_, people)) = scan.good.filter(|_| answer == Answer::Welcome) {
            let people = if people == 1 { "1 person".to_owned() } else { format!("{people} people") };
            assert!(message.text.contains(&people), "{people}: {}", message.text);
        }
        answers.push((scan.clone(), answer));
    }
    if walk_in {
        pressed(steward, &format!("dg.w.{event}")).await;
    }
    answers
}

/// Somebody scans the code of the door and presses what it offers. Whether it was this that let them in.
async fn by_the_code(person: &Person, code: &str) -> bool {
    let sent = person.start(Some(code));
    let asked = sees(person, sent).await;
    let payload = |tag: &str| {
        asked.buttons.iter().flatten().find_map(|button| match &button.kind {
            ButtonKind::Data(data) if data.starts_with(tag) => Some(data.clone()),
            _ => None,
        })
    };
    let Some(payload) = payload("dg.h.").or_else(|| payload("dg.a.")) else {
        assert!(asked.text.contains("been checked in since"), "{}", asked.text);
        return false;
    };
    let query = person.press_data(asked.id, &payload);
    person.answer(&query, PATIENCE).await.expect("every press is answered");
    loop {
        let version = person.version();
        let text = person.message(asked.id).unwrap().text;
        if text != asked.text {
            assert!(text.contains("Welcome!") || text.contains("been checked in since"), "{text}");
            return text.contains("Welcome!");
        }
        person.changed_since(version, PATIENCE).await.expect("the screen changes");
    }
}

/// The whole day. Returns the first wrong answer if there is one, what the door counts in the end, and what is true.
async fn day(
    scale: &Scale,
    prepare: &'static [&'static str],
) -> (Result<(), String>, DoorCounts, DoorCounts) {
    let day = Day::begin(scale).await;
    let mut conn = day.database.connect().await;
    for statement in prepare {
        conn.sql(statement).run().await.unwrap();
    }
    close(conn).await;
    let chance = Chance::seeded(20_261_202);
    let scans = day.scans(scale, &chance).await;
    let stewards = day.stewards().await;
    day.pause().await;
    // Those who come in by the code do so at their own moments, between and during the scans.
    let mut own: Vec<i64> =
        (1..=scale.by_code).map(|n| 10_000 + n * scale.registered / scale.by_code).collect();
    own.extend((1..=scale.nameless).flat_map(|n| [30_000 + n, 30_000 + n]));
    for place in (1..own.len()).rev() {
        own.swap(place, below(&chance, place + 1));
    }
    let (mut answers, mut entered) = (Vec::new(), Vec::new());
    let rounds: Vec<_> = scans.chunks(AT_ONCE * stewards.len()).collect();
    for (round, scans) in rounds.iter().enumerate() {
        let code = day.code().await;
        let share = scans.len().div_ceil(stewards.len());
        let walks_in = round < scale.walk_ins as usize;
        let shares = stewards.iter().zip(scans.chunks(share));
        let work = join_all(shares.map(|(steward, scans)| at_work(steward, scans, day.event, walks_in)));
        let taken = own.len().div_ceil(rounds.len() - round).min(own.len());
        let people: Vec<_> = own.drain(..taken).collect();
        let coming = async {
            let mut entered = Vec::new();
            for id in people {
                entered.push((id, by_the_code(&day.person(id), &code).await));
            }
            entered
        };
        let (said, came) = join(work, coming).await;
        answers.extend(said.into_iter().flatten());
        entered.extend(came);
        day.pause().await;
    }
    for steward in &stewards {
        pressed(steward, &format!("dd.{}", day.event)).await;
        let undo = undo_of(steward);
        pressed(steward, &undo).await;
    }
    day.pause().await;
    let counted = day.counts().await;
    let boards = shown(&stewards, &counted);
    let objections = day.demo.telegram.objections();
    day.passing.abort();
    tokio::time::resume();
    day.demo.stop().await;
    assert_eq!(objections, [""; 0]);
    let registrations: Vec<i64> = (1..=scale.registered).collect();
    let people = registrations.iter().map(|number| size(*number)).sum::<i64>() as u32;
    let expected = DoorCounts {
        registrations: scale.registered as u32,
        people,
        arrived: scale.registered as u32,
        people_arrived: people,
        walk_ins: 4 * (scale.walk_ins - 1) + scale.nameless as u32,
        counted: None,
    };
    (judge(&answers, &entered).and(boards), counted, expected)
}

/// The payload that takes the last walk-in of a steward back.
fn undo_of(steward: &Person) -> String {
    let buttons = steward.messages().into_iter().rev().flat_map(|message| message.buttons.concat());
    let payload = |button: Button| match button.kind {
        ButtonKind::Data(data) if data.starts_with("dg.wu.") => Some(data),
        _ => None,
    };
    buttons.into_iter().find_map(payload).expect("a walk-in to take back")
}

/// Whether every steward sees on their board what the door counts.
fn shown(stewards: &[Person], counts: &DoorCounts) -> Result<(), String> {
    let numbers = format!("Arrived: {} of {}", counts.people_arrived, counts.people);
    let walk_ins = format!("Walk-ins: {}", counts.walk_ins);
    for steward in stewards {
        let messages = steward.messages();
        let board = messages.iter().rev().find(|message| message.text.contains("Registrations:"));
        let text = board.map(|board| board.text.clone()).unwrap_or_default();
        if !text.contains(&numbers) || !text.contains(&walk_ins) {
            return Err(format!("a board is not true: {numbers}, {walk_ins}\n{text}"));
        }
    }
    Ok(())
}

/// Every ticket must have let its party in once, whoever scanned it first, and the bad ones nobody.
fn judge(answers: &[(Scan, Answer)], entered: &[(i64, bool)]) -> Result<(), String> {
    let mut welcomes: BTreeMap<i64, u32> = BTreeMap::new();
    for (scan, answer) in answers {
        match (scan.good, answer) {
            (Some((number, _)), Answer::Welcome) => *welcomes.entry(10_000 + number).or_default() += 1,
            (Some((number, _)), Answer::Already) => *welcomes.entry(10_000 + number).or_default() += 0,
            (None, answer) if *answer == scan.bad => {}
            (good, answer) => return Err(format!("{good:?} instead of {:?}: {answer:?}", scan.bad)),
        }
    }
    for (person, is_new) in entered {
        *welcomes.entry(*person).or_default() += u32::from(*is_new);
    }
    match welcomes.iter().find(|(_, times)| **times != 1) {
        None => Ok(()),
        Some((person, times)) => Err(format!("{person} was let in {times} times")),
    }
}

#[tokio::test]
async fn nine_hundred_people_and_four_stewards() {
    let scale = Scale { registered: 900, repeats: 230, bad: 90, by_code: 60, nameless: 40, walk_ins: 10 };
    let (judged, counted, expected) = day(&scale, &[]).await;
    assert_eq!(judged, Ok(()));
    assert_eq!(counted, expected);
    assert_eq!(counted.present(), expected.people_arrived + expected.walk_ins);
}

/// If this fails, the test above proves nothing.
#[tokio::test]
async fn without_the_guard_the_same_day_counts_people_twice() {
    let scale = Scale { registered: 40, repeats: 60, bad: 3, by_code: 10, nameless: 5, walk_ins: 2 };
    let (judged, counted, expected) = day(&scale, &["DROP INDEX arrivals_once"]).await;
    assert!(judged.is_err_and(|why| why.contains("was let in")));
    assert!(counted.people_arrived > expected.people_arrived, "{counted:?}");
}
