//! `qatys demo --play`: one scripted day over real HTTP with a held clock. Prints the chats; fails at the first step
//! that is not answered as scripted.

use super::{Demo, Setup, people};
use crate::{
    app::sample,
    domain::{EventFacts, Texts},
    simulator::{Message, Names, Person, read_qr, transcript},
};
use anyhow::{Context, bail, ensure};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use std::time::Duration;

/// Longest a step may take in real time.
const PATIENCE: Duration = Duration::from_secs(10);

/// One person's phone in the hands of the script.
struct Phone<'a> {
    person: &'a Person,
    name: &'static str,
}

/// Plays the day and prints it.
pub async fn run(database: Option<std::path::PathBuf>) -> anyhow::Result<()> {
    // A Tuesday at nine in the morning in Astana.
    let morning = Utc.with_ymd_and_hms(2026, 12, 1, 4, 0, 0).single().context("no such instant")?;
    let demo = Demo::start(Setup { database, ..Setup::held(morning) }).await?;
    let mut programme = sample::programme(morning, demo.app.services().zone());
    programme.push(evening(morning));
    demo.publish(&programme).await?;
    let everybody = people(&demo.telegram);
    let [aigul, sergei, emma, dauren] = &everybody;
    let phones = [
        Phone { person: aigul, name: "Айгүл" },
        Phone { person: sergei, name: "Сергей" },
        Phone { person: emma, name: "Emma" },
        Phone { person: dauren, name: "Дәурен" },
    ];
    let played = day(&demo, &phones).await;
    for phone in &phones {
        println!("\n════════ {} ════════\n", phone.name);
        println!("{}", phone.transcript());
    }
    let objections = demo.telegram.objections();
    demo.stop().await;
    played?;
    ensure!(objections.is_empty(), "the simulator objects: {}", objections.join("; "));
    println!("\nEverything was answered as scripted.");
    Ok(())
}

/// The event of the day: three seats, tomorrow evening.
fn evening(morning: DateTime<Utc>) -> EventFacts {
    let pattern = sample::programme(morning, chrono_tz::Asia::Almaty).swap_remove(0);
    EventFacts {
        external_id: "PLAY-1".into(),
        title: Texts {
            kk: Some("Домбыра кеші".into()),
            ru: Some("Вечер домбры".into()),
            en: Some("Dombra evening".into()),
        },
        description: Texts::default(),
        local_start: (morning + TimeDelta::hours(5 + 33)).naive_utc(),
        capacity: Some(3),
        phone_required: true,
        companions: 4,
        opens_at: None,
        closes_at: None,
        ..pattern
    }
}

async fn day(demo: &Demo, [aigul, sergei, emma, dauren]: &[Phone<'_>; 4]) -> anyhow::Result<()> {
    let link = poster(demo).await?;
    with_a_friend(aigul, &link).await.context("Айгүл signs up with a friend")?;
    the_last_seat(sergei).await.context("Сергей takes the last seat")?;
    waiting(emma, &link).await.context("Emma waits")?;
    // Eleven o'clock: tomorrow's events are remembered.
    demo.advance(TimeDelta::hours(2));
    cannot_come(aigul).await.context("Айгүл can't come")?;
    offered(emma).await.context("Emma is offered the seat")?;
    // The next evening, half an hour before the start.
    demo.advance(TimeDelta::minutes(31 * 60 - 30));
    at_the_door(emma, dauren).await.context("Emma at the door")?;
    forget_me(sergei).await.context("Сергей deletes his data")
}

/// The payload on the poster of the evening.
async fn poster(demo: &Demo) -> anyhow::Result<String> {
    let found = demo.app.services().search("Домбыра кеші", 0).await?;
    let event = found.items.first().context("the evening is not in the programme")?.id;
    let card = demo.app.services().card(crate::domain::PersonId(1), event).await?.context("no card")?;
    Ok(format!("e_{}", card.event.code))
}

async fn with_a_friend(phone: &Phone<'_>, link: &str) -> anyhow::Result<()> {
    phone.start(Some(link)).await?;
    phone.expect("Домбыра кеші").await?;
    phone.press("Тіркелу").await?;
    phone.press("Келісемін").await?;
    phone.say("Айгүл Серікқызы").await?;
    phone.share_contact().await?;
    phone.press("Есіл").await?;
    phone.press("2").await?;
    phone.press("Растау").await?;
    phone.ticket().await.map(|_| ())
}

async fn the_last_seat(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.start(None).await?;
    phone.say("вечер домбр").await?;
    phone.press("Вечер домбры").await?;
    phone.press("Записаться").await?;
    phone.press("Даю согласие").await?;
    phone.press("Сергей").await?;
    phone.say("8 701 234 56 02").await?;
    phone.press("Пропустить").await?;
    phone.press("1").await?;
    phone.press("Подтвердить").await?;
    phone.ticket().await.map(|_| ())
}

async fn waiting(phone: &Phone<'_>, link: &str) -> anyhow::Result<()> {
    phone.start(Some(link)).await?;
    phone.press("waiting list").await?;
    phone.press("I agree").await?;
    phone.press("Emma").await?;
    phone.share_contact().await?;
    phone.press("Skip").await?;
    phone.press("1").await?;
    phone.press("Confirm").await?;
    phone.expect("waiting list").await
}

async fn cannot_come(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.expect("Домбыра кеші").await?;
    phone.press("Келе алмаймын").await?;
    Ok(())
}

async fn offered(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.expect("Dombra evening").await?;
    phone.press("Take").await?;
    phone.ticket().await.map(|_| ())
}

async fn at_the_door(guest: &Phone<'_>, steward: &Phone<'_>) -> anyhow::Result<()> {
    guest.expect("30").await?;
    let secret = guest.ticket().await?;
    steward.say("/desk").await?;
    steward.press("Домбыра кеші").await?;
    steward.start(Some(&secret)).await?;
    steward.expect("Emma").await?;
    steward.start(Some(&secret)).await?;
    steward.expect("белгіленген").await
}

async fn forget_me(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.say("/privacy").await?;
    phone.press("Скачать").await?;
    phone.press("Удалить").await?;
    phone.press("Да").await?;
    phone.press("Да").await?;
    phone.expect("удалены").await
}

impl Phone<'_> {
    async fn start(&self, payload: Option<&str>) -> anyhow::Result<()> {
        let before = self.person.version();
        self.person.start(payload);
        self.answered(before).await
    }

    async fn say(&self, text: &str) -> anyhow::Result<()> {
        let before = self.person.version();
        self.person.say(text);
        self.answered(before).await
    }

    async fn share_contact(&self) -> anyhow::Result<()> {
        let before = self.person.version();
        self.person.share_contact();
        self.answered(before).await
    }

    /// Presses the newest button whose label holds this text, and waits for its answer.
    async fn press(&self, label: &str) -> anyhow::Result<()> {
        let found = || {
            self.person.messages().into_iter().rev().filter(|message| message.from_bot).find_map(|message| {
                let button = message.buttons.iter().flatten().find(|button| button.text.contains(label))?;
                Some((message.id, button.text.clone()))
            })
        };
        let (message, text) =
            self.until(found).await.with_context(|| format!("{}: no button «{label}»", self.name))?;
        let query = self.person.press(message, &text).map_err(|refused| anyhow::anyhow!("{}", refused.0))?;
        let before = self.person.version();
        self.person.answer(&query, PATIENCE).await.with_context(|| format!("«{text}» was not answered"))?;
        // What the press shows comes beside its answer.
        self.settled(before).await;
        Ok(())
    }

    /// Waits until a message of the bot holds this text.
    async fn expect(&self, text: &str) -> anyhow::Result<()> {
        let found =
            || self.person.messages().into_iter().rev().take(4).find(|m| m.from_bot && m.text.contains(text));
        self.until(found).await.map(|_| ()).with_context(|| format!("{}: nothing says «{text}»", self.name))
    }

    /// Waits for the ticket and scans it. Returns the payload of its link.
    async fn ticket(&self) -> anyhow::Result<String> {
        let found = || {
            let photo =
                self.person.messages().into_iter().rev().find_map(|message: Message| message.photo)?;
            let link = read_qr(&self.person.file(&photo)?.bytes)?;
            link.split_once("start=").map(|(_, payload)| payload.to_owned())
        };
        self.until(found).await.with_context(|| format!("{}: no ticket", self.name))
    }

    /// Waits for something of the bot's.
    async fn answered(&self, before: u64) -> anyhow::Result<()> {
        // The first change is the person's own message.
        if self.person.changed_since(before + 1, PATIENCE).await.is_none() {
            bail!("{}: no answer", self.name);
        }
        self.settled(before).await;
        Ok(())
    }

    /// Waits until nothing more comes.
    async fn settled(&self, before: u64) {
        let mut version = before;
        while let Some(changed) = self.person.changed_since(version, Duration::from_millis(120)).await {
            version = changed;
        }
    }

    async fn until<T>(&self, found: impl Fn() -> Option<T>) -> Option<T> {
        loop {
            let version = self.person.version();
            if let Some(value) = found() {
                return Some(value);
            }
            self.person.changed_since(version, PATIENCE).await?;
        }
    }

    fn transcript(&self) -> String {
        let names = Names { bot: "Qatys", person: self.name, files: Some(self.person) };
        transcript(&self.person.messages(), names)
    }
}
