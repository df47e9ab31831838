//! The stage of the flows: the whole bot with a held clock, people with phones, and a readable record of what they do
//! and see. No flow of its own.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};
use qatys::{
    app::{
        demo::{Demo, Setup},
        sample,
    },
    domain::{EventFacts, Language, Level, Texts},
    simulator::{Button, ButtonKind, Message, Names, Person, Profile, read_qr, transcript},
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap},
    fmt::Write as _,
    time::Duration,
};
use tokio::{
    task::JoinHandle,
    time::{sleep, timeout},
};

use crate::{
    database::{Database, Folder, close, contents},
    simulator::files::png,
};

/// Longest the bot may take to answer a press, in real time.
const PATIENCE: Duration = Duration::from_mins(2);

/// The bot and everybody in front of it.
pub(crate) struct Stage {
    pub(crate) demo: Demo,
    database: Database,
    _folder: Folder,
    people: RefCell<Vec<(String, Person)>>,
    seen: RefCell<BTreeMap<(i64, i32), Message>>,
    keyboards: RefCell<HashMap<i64, String>>,
    record: RefCell<String>,
    next_id: Cell<i64>,
    hurry: JoinHandle<()>,
}

/// Somebody with a phone in their hand.
pub(crate) struct Guest<'a> {
    stage: &'a Stage,
    name: String,
    pub(crate) person: Person,
}

/// Nine in the morning of Tuesday, 1 December 2026, in Astana.
pub(crate) fn morning() -> DateTime<Utc> {
    "2026-12-01T04:00:00Z".parse().unwrap()
}

/// A local time of that December.
pub(crate) fn december(day: u32, hour: u32, minute: u32) -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
}

/// The dombra evening: tomorrow at 18:00, three seats, a phone is asked for, four companions at most.
pub(crate) fn dombra() -> EventFacts {
    let texts = |kk: &str, ru: &str, en: &str| Texts {
        kk: Some(kk.into()),
        ru: Some(ru.into()),
        en: Some(en.into()),
    };
    EventFacts {
        external_id: "F-1".into(),
        level: Level::City,
        district: Some(qatys::domain::District::Esil),
        title: texts("Домбыра кеші", "Вечер домбры", "Dombra evening"),
        description: texts("Күй тыңдаймыз.", "Слушаем кюи.", "An evening of kuis."),
        local_start: december(2, 18, 0),
        duration_min: 90,
        venue: "Ұлттық кітапхана".into(),
        address: "Достық көшесі, 11".into(),
        point: Some((51.1256, 71.427)),
        capacity: Some(3),
        expected: None,
        languages: vec![Language::Kk, Language::Ru],
        organisation: "Қала кітапханалары".into(),
        phone_required: true,
        companions: 4,
        opens_at: None,
        closes_at: None,
    }
}

/// An open lecture on the day after the dombra evening: no phone, no companions, nobody is turned away.
pub(crate) fn lecture() -> EventFacts {
    EventFacts {
        external_id: "F-2".into(),
        title: Texts {
            kk: Some("Ашық дәріс".into()),
            ru: Some("Открытая лекция".into()),
            en: Some("Open lecture".into()),
        },
        description: Texts::default(),
        local_start: december(3, 15, 0),
        capacity: None,
        phone_required: false,
        companions: 0,
        ..dombra()
    }
}

/// Lets the timers of the bot run ten times as fast: a chat gets one message a second, and nobody reads these.
async fn hurry() {
    loop {
        // While a blocking task runs, the paused time does not jump to the next timer.
        let _ = tokio::task::spawn_blocking(|| std::thread::sleep(Duration::from_millis(2))).await;
        tokio::time::advance(Duration::from_millis(20)).await;
    }
}

/// A record without what follows `i_` in a link: it is drawn by chance.
fn without_secrets(record: &str) -> String {
    let mut parts = record.split("i_");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |shown, rest| {
        let is_secret = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
        let length = rest.chars().take_while(is_secret).count();
        if length >= 22 { shown + "i_…" + &rest[length..] } else { shown + "i_" + rest }
    })
}

/// Somebody with a number of their own.
fn profile(id: i64, name: &str) -> Profile {
    let phone = Some(format!("7701{:07}", id % 1_000_000));
    Profile { id, first_name: name.into(), phone, ..Profile::default() }
}

impl Stage {
    /// The bot at nine in the morning with these events.
    pub(crate) async fn with(events: &[EventFacts]) -> Self {
        let folder = Folder::new();
        let database = Database::new(&folder).await;
        let setup = Setup { database: Some(database.url().to_owned()), ..Setup::held(morning()) };
        let demo = Demo::start(setup).await.unwrap();
        demo.publish(events).await.unwrap();
        tokio::time::pause();
        Self {
            demo,
            database,
            _folder: folder,
            people: RefCell::default(),
            seen: RefCell::default(),
            keyboards: RefCell::default(),
            record: RefCell::default(),
            next_id: Cell::new(100),
            hurry: tokio::spawn(hurry()),
        }
    }

    /// The bot with the sample programme.
    pub(crate) async fn with_sample() -> Self {
        Self::with(&sample::programme(morning(), chrono_tz::Asia::Almaty)).await
    }

    /// Somebody whose Telegram speaks this language, with a number of their own.
    pub(crate) fn guest(&self, name: &str, language: &str) -> Guest<'_> {
        let id = self.next_id.replace(self.next_id.get() + 1);
        self.join(id, name, Some(language))
    }

    /// The same with a name in Telegram that is not fit for the record.
    pub(crate) fn guest_called(&self, name: &str, telegram: &str, language: &str) -> Guest<'_> {
        let id = self.next_id.replace(self.next_id.get() + 1);
        let profile = Profile { language_code: Some(language.into()), ..profile(id, telegram) };
        self.enter(name, profile)
    }

    /// The admin of the demo, with a Kazakh phone unless another language is named.
    pub(crate) fn steward(&self, name: &str, language: &str) -> Guest<'_> {
        self.join(900_001, name, Some(language))
    }

    pub(crate) fn join(&self, id: i64, name: &str, language: Option<&str>) -> Guest<'_> {
        self.enter(name, Profile { language_code: language.map(str::to_owned), ..profile(id, name) })
    }

    fn enter(&self, name: &str, profile: Profile) -> Guest<'_> {
        let person = self.demo.telegram.join(profile);
        self.people.borrow_mut().push((name.to_owned(), person.clone()));
        Guest { stage: self, name: name.to_owned(), person }
    }

    /// The link of the event with this title in Kazakh, as on its poster.
    pub(crate) async fn link(&self, title: &str) -> String {
        let services = self.demo.app.services();
        let found = services.search(title, 0).await.unwrap();
        let id = found.items.first().unwrap_or_else(|| panic!("no «{title}»")).id;
        let card = services.card(qatys::domain::PersonId(1), id).await.unwrap().unwrap();
        format!("e_{}", card.event.code)
    }

    /// Brings an event up to date, as a new import does, and waits until people are told.
    pub(crate) async fn import(&self, event: EventFacts) {
        self.demo.publish(&[event]).await.unwrap();
        self.pass(TimeDelta::minutes(1)).await;
    }

    /// Changes the database from outside, for what no use case brings about.
    pub(crate) async fn execute(&self, statement: &'static str) {
        let mut conn = self.database.connect().await;
        conn.sql(statement).run().await.unwrap();
        close(conn).await;
    }

    /// Everything in the database but what says who was met.
    pub(crate) async fn contents(&self) -> Vec<String> {
        let mut conn = self.database.connect().await;
        let contents = contents(&mut conn).await;
        close(conn).await;
        contents
    }

    /// Moves the clock and waits for what falls due.
    pub(crate) async fn pass(&self, by: TimeDelta) {
        self.demo.advance(by);
        self.demo.settled().await.unwrap();
        let zone = self.demo.app.services().zone();
        let now = self.demo.clock.now().with_timezone(&zone);
        let _ = writeln!(self.record.borrow_mut(), "──── {}", now.format("%d.%m. %H:%M"));
        self.write_down();
    }

    /// Waits until the bot rests and writes down what has become visible.
    pub(crate) async fn settle(&self) {
        self.demo.settled().await.unwrap();
        self.write_down();
    }

    /// What has happened since the last call.
    pub(crate) fn told(&self) -> String {
        let record = without_secrets(&self.record.take());
        record.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_end().to_owned()
    }

    /// Whether a message of the bot holds a text that leads elsewhere than it says.
    pub(crate) fn has_links(&self) -> bool {
        let people = self.people.borrow();
        let mut messages =
            people.iter().flat_map(|(_, person)| person.messages()).filter(|message| message.from_bot);
        messages.any(|message| message.html().contains("<a "))
    }

    /// Leaves what has happened so far out of the record.
    pub(crate) fn skip(&self) {
        self.record.take();
    }

    /// Takes what Telegram has refused so far out of the account: it was meant to.
    pub(crate) fn forgive(&self) {
        assert_eq!(self.demo.telegram.objections(), [""; 0]);
        self.demo.telegram.clear_calls();
    }

    /// Checks that nobody was left waiting and that Telegram had nothing to refuse, and takes everything down.
    pub(crate) async fn end(self) {
        // A press without an answer is noticed after ten seconds.
        self.demo.clock.advance(TimeDelta::seconds(15));
        assert_eq!(self.demo.telegram.objections(), [""; 0]);
        let calls = self.demo.telegram.calls().into_iter();
        // The menu of an admin who never wrote to the bot is refused: Telegram knows no chat with them yet.
        let refused = calls.filter(|call| call.status != 200 && call.method != "setMyCommands");
        // A press may lead to the very screen it stands on.
        let is_same = |why: &str| why.contains("message is not modified");
        let refused: Vec<_> =
            refused.filter(|call| !call.description.as_deref().is_some_and(is_same)).collect();
        assert!(refused.is_empty(), "{refused:#?}");
        assert_eq!(self.demo.app.services().count_updates().await.unwrap(), (0, 0));
        self.hurry.abort();
        tokio::time::resume();
        self.demo.stop().await;
    }

    fn write_down(&self) {
        let mut record = self.record.borrow_mut();
        for (name, person) in self.people.borrow().iter() {
            let names = Names { bot: "Qatys", person: name, files: Some(person) };
            let messages = person.messages();
            self.seen.borrow_mut().retain(|(owner, id), message| {
                let is_gone = *owner == person.id() && messages.iter().all(|message| message.id != *id);
                if is_gone && message.from_bot {
                    let html = message.html();
                    let _ = writeln!(record, "✗ {name}: {}", html.lines().next().unwrap_or_default());
                }
                !is_gone
            });
            for message in messages {
                let before = self.seen.borrow_mut().insert((person.id(), message.id), message.clone());
                if !message.from_bot || before.as_ref() == Some(&message) {
                    continue;
                }
                let sign = if before.is_some() { "✎" } else { "→" };
                // Only for what is new: reading the code of a ticket takes its time.
                let text = transcript(std::slice::from_ref(&message), names);
                let body = text.split_once('\n').map_or("", |(_, body)| body);
                let _ = writeln!(record, "{sign} {name}\n{body}");
            }
            let keys = person.keyboard().map_or_else(Vec::new, |keyboard| keyboard.rows.concat());
            let labels = keys.iter().map(|key| format!("[{}]", key.text)).collect::<Vec<_>>();
            let keyboard = labels.concat();
            let before =
                self.keyboards.borrow_mut().insert(person.id(), keyboard.clone()).unwrap_or_default();
            if before != keyboard {
                let _ = writeln!(record, "⌨ {name}: {}", if keyboard.is_empty() { "—" } else { &keyboard });
            }
        }
    }
}

impl Guest<'_> {
    /// Opens the bot by a link, or by START.
    pub(crate) async fn start(&self, payload: &str) {
        self.say(format!("/start {payload}").trim_end()).await;
    }

    /// Writes a text.
    pub(crate) async fn say(&self, text: &str) {
        let shown: String = text.chars().take(80).collect();
        self.note(&shown);
        self.person.say(text);
        self.stage.settle().await;
    }

    /// Writes a text with formatting, given as Telegram's HTML.
    pub(crate) async fn say_formatted(&self, html: &str) {
        self.note(html);
        self.person.say_formatted(html);
        self.stage.settle().await;
    }

    /// Sends a photo with a caption, given as Telegram's HTML.
    pub(crate) async fn send_photo(&self, caption: &str) {
        self.note(&format!("<photo> {caption}"));
        self.person.send_photo(png(9, 9), Some(caption));
        self.stage.settle().await;
    }

    /// Waits until the newest message of the bot holds these words: how far a work is, is shown while it goes on. It is
    /// written down with the next deed.
    pub(crate) async fn awaits(&self, words: &str) {
        let shown = async {
            while !self.person.last().is_some_and(|message| message.text.contains(words)) {
                sleep(Duration::from_millis(100)).await;
            }
        };
        timeout(PATIENCE, shown).await.unwrap_or_else(|_| panic!("{} never saw «{words}»", self.name));
    }

    /// Shares the own number by the button that asks for it.
    pub(crate) async fn share_contact(&self) {
        let keyboard = self.person.keyboard().expect("a keyboard");
        let key = keyboard.rows[0][0].text.clone();
        self.note(&format!("[{key}]"));
        self.person.press_key(&key).unwrap();
        self.stage.settle().await;
    }

    /// Does something else on the phone, named so in the record.
    pub(crate) async fn does(&self, what: &str, deed: impl FnOnce(&Person)) {
        self.note(&format!("({what})"));
        deed(&self.person);
        self.stage.settle().await;
    }

    /// Presses the newest button whose label holds this text; fails if it is not answered.
    pub(crate) async fn press(&self, label: &str) {
        let (message, button) = self.button(label);
        self.press_at(message, &button).await;
    }

    /// Presses a button of a message.
    pub(crate) async fn press_at(&self, message: i32, button: &str) {
        self.note(&format!("[{button}]"));
        let query = self.person.press(message, button).unwrap();
        self.answered(&query).await;
    }

    /// Presses the newest button whose payload passes: for flows that are the same in every language.
    pub(crate) async fn press_data(&self, wanted: impl Fn(&str) -> bool) {
        let (message, button) = self.found(wanted);
        self.press_at(message, &button).await;
    }

    /// Message and label of the newest button whose payload passes.
    fn found(&self, wanted: impl Fn(&str) -> bool) -> (i32, String) {
        let found =
            self.person.messages().into_iter().rev().filter(|message| message.from_bot).find_map(|m| {
                let is_wanted =
                    |button: &&Button| matches!(&button.kind, ButtonKind::Data(data) if wanted(data));
                Some((m.id, m.buttons.iter().flatten().find(is_wanted)?.text.clone()))
            });
        found.unwrap_or_else(|| panic!("{} has no such button", self.name))
    }

    /// Message and label of the newest button whose payload passes, to press it more than once.
    pub(crate) fn find_data(&self, wanted: impl Fn(&str) -> bool) -> (i32, String) {
        self.found(wanted)
    }

    /// The payload of a button.
    pub(crate) fn payload_of(&self, message: i32, label: &str) -> String {
        let message = self.person.message(message).expect("a message");
        let button = message.buttons.iter().flatten().find(|button| button.text == label);
        match &button.expect("a button").kind {
            ButtonKind::Data(data) => data.clone(),
            other => panic!("{other:?}"),
        }
    }

    /// Presses the newest button with this payload and waits until the newest message holds these words: what comes of
    /// it takes its time, and only its end is written down.
    pub(crate) async fn press_until(&self, payload: &str, words: &str) {
        let (message, button) = self.found(|data| data == payload);
        self.note(&format!("[{button}]"));
        let query = self.person.press(message, &button).unwrap();
        self.person.answer(&query, PATIENCE).await.expect("every press is answered");
        self.awaits(words).await;
        self.stage.settle().await;
    }

    /// Presses the newest button with exactly this payload.
    pub(crate) async fn press_exactly(&self, payload: &str) {
        self.press_data(|data| data == payload).await;
    }

    /// Answers the open question by its button.
    pub(crate) async fn answer(&self, payload: &str) {
        self.press_data(|data| data == format!("a.{payload}")).await;
    }

    /// Signs up from the card to the ticket, consent given and the number shared.
    pub(crate) async fn sign_up(&self, link: &str, party: &str) {
        self.start(link).await;
        self.press_data(|data| data.starts_with("s.")).await;
        self.answer("y").await;
        self.answer("u").await;
        self.share_contact().await;
        self.answer("k").await;
        self.answer(&format!("p.{party}")).await;
        self.answer("c").await;
    }

    /// Sends this payload for the newest message, as a modified app can.
    pub(crate) async fn forge(&self, payload: &str) {
        self.note(&format!("(forged {payload})"));
        let message = self.person.last().map_or(1, |message| message.id);
        let query = self.person.press_data(message, payload);
        self.answered(&query).await;
    }

    async fn answered(&self, query: &str) {
        let answer = self.person.answer(query, PATIENCE).await.expect("every press is answered");
        self.stage.demo.settled().await.unwrap();
        if let Some(text) = answer.text {
            let _ = writeln!(self.stage.record.borrow_mut(), "  ({text})");
        }
        self.stage.write_down();
    }

    /// Message and label of the newest button whose label holds this text.
    pub(crate) fn button(&self, label: &str) -> (i32, String) {
        let found =
            self.person.messages().into_iter().rev().filter(|message| message.from_bot).find_map(|m| {
                let button = m.buttons.iter().flatten().find(|button| button.text.contains(label))?;
                Some((m.id, button.text.clone()))
            });
        found.unwrap_or_else(|| panic!("{} has no button «{label}»", self.name))
    }

    /// The newest message and its first button.
    pub(crate) fn question(&self) -> (i32, String) {
        let message = self.last();
        (message.id, message.buttons[0][0].text.clone())
    }

    /// The newest message of the bot.
    pub(crate) fn last(&self) -> Message {
        self.person.last().unwrap()
    }

    /// The payload of the link in the newest ticket.
    pub(crate) fn ticket(&self) -> String {
        let photo =
            self.person.messages().into_iter().rev().find_map(|message| message.photo).expect("a ticket");
        let link = read_qr(&self.person.file(&photo).unwrap().bytes).unwrap();
        link.split_once("start=").unwrap().1.to_owned()
    }

    /// The payload of the invitation in the newest message that has one.
    pub(crate) fn invitation(&self) -> String {
        let messages = self.person.messages().into_iter().rev();
        let mut texts = messages.filter(|message| message.from_bot).map(|message| message.text);
        let after = |text: String| Some(text.split_once("start=i_")?.1.chars().take(22).collect::<String>());
        format!("i_{}", texts.find_map(after).expect("an invitation"))
    }

    /// The newest file of the chat as text.
    pub(crate) fn file(&self) -> String {
        let document =
            self.person.messages().into_iter().rev().find_map(|message| message.document).expect("a file");
        String::from_utf8(self.person.file(&document.file_id).unwrap().bytes.to_vec()).unwrap()
    }

    fn note(&self, deed: &str) {
        let _ = writeln!(self.stage.record.borrow_mut(), "{} ▸ {deed}", self.name);
    }
}
