//! `qatys demo --play`: one scripted day over real HTTP with a held clock. Tells what everybody does and sees; fails at
//! the first step that is not answered as scripted.

use super::{Demo, Setup, people, phone::Phone};
use crate::{
    app::sample,
    domain::{EventFacts, PersonId, Texts},
};
use anyhow::{Context, ensure};
use chrono::{DateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// Plays the day.
pub async fn run(database: Option<String>) -> anyhow::Result<()> {
    // A Tuesday at nine in the morning in Astana.
    let morning = Utc.with_ymd_and_hms(2026, 12, 1, 4, 0, 0).single().context("no such instant")?;
    let demo = Demo::start(Setup { database, ..Setup::held(morning) }).await?;
    let zone = demo.app.services().zone();
    let mut programme = sample::programme(morning, zone);
    programme.push(evening(morning, zone));
    demo.publish(&programme).await?;
    let phones = people(&demo.telegram).map(|person| Phone::new(&demo, &person));
    let played = day(&demo, &phones).await;
    drop(phones);
    let objections = demo.telegram.objections();
    demo.stop().await;
    played?;
    ensure!(objections.is_empty(), "the simulator objects: {}", objections.join("; "));
    println!("Everything was answered as scripted.");
    Ok(())
}

/// The event of the day: three seats, tomorrow at 18:00.
fn evening(morning: DateTime<Utc>, zone: Tz) -> EventFacts {
    let pattern = sample::programme(morning, zone).swap_remove(0);
    EventFacts {
        external_id: "PLAY-1".into(),
        title: Texts {
            kk: Some("Домбыра кеші".into()),
            ru: Some("Вечер домбры".into()),
            en: Some("Dombra evening".into()),
        },
        description: Texts::default(),
        local_start: (morning + TimeDelta::hours(33)).with_timezone(&zone).naive_local(),
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
    heading("09:00 · Айгүл scans the poster and signs up with a friend");
    with_a_friend(aigul, &link).await.context("Айгүл signs up with a friend")?;
    heading("09:00 · Сергей finds the evening by words and takes the last seat");
    the_last_seat(sergei).await.context("Сергей takes the last seat")?;
    heading("09:00 · Emma joins the waiting list");
    waiting(emma, &link).await.context("Emma waits")?;
    heading("11:00 · the day before: reminders; Айгүл can't come, her seats are offered to Emma");
    demo.advance(TimeDelta::hours(2));
    cannot_come(aigul).await.context("Айгүл can't come")?;
    offered(emma).await.context("Emma is offered a seat")?;
    sergei.expect("Завтра ждём вас").await.context("Сергей is reminded")?;
    heading("The next day, 17:30 · Emma at the door, her ticket is scanned twice");
    demo.advance(TimeDelta::minutes(30 * 60 + 30));
    at_the_door(emma, dauren).await.context("Emma at the door")?;
    heading("Сергей deletes his data");
    forget_me(sergei).await.context("Сергей deletes his data")
}

fn heading(text: &str) {
    println!("──── {text}\n");
}

/// The payload on the poster of the evening.
async fn poster(demo: &Demo) -> anyhow::Result<String> {
    let services = demo.app.services();
    let found = services.search("Домбыра кеші", 0).await?;
    let event = found.items.first().context("the evening is not in the programme")?.id;
    let card = services.card(PersonId(1), event).await?.context("the evening has no card")?;
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
    phone.press("✅").await?;
    phone.expect("Сіз тіркелдіңіз").await?;
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
    phone.press("✅").await?;
    phone.expect("Вы записаны").await?;
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
    phone.press("✅").await?;
    phone.expect("waiting list").await
}

async fn cannot_come(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.expect("Домбыра кеші").await?;
    phone.press("Келе алмаймын").await
}

async fn offered(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.expect("A seat is free").await?;
    phone.press("Take").await?;
    phone.ticket().await.map(|_| ())
}

async fn at_the_door(guest: &Phone<'_>, steward: &Phone<'_>) -> anyhow::Result<()> {
    guest.expect("We start").await?;
    let ticket = guest.ticket().await?;
    steward.say("/desk").await?;
    steward.press("Домбыра кеші").await?;
    steward.start(Some(&ticket)).await?;
    steward.expect("Emma").await?;
    steward.start(Some(&ticket)).await?;
    steward.expect("белгіленген").await
}

async fn forget_me(phone: &Phone<'_>) -> anyhow::Result<()> {
    phone.say("/privacy").await?;
    phone.press("Скачать").await?;
    phone.press("Удалить мои данные").await?;
    phone.press("Да, удалить").await?;
    phone.press("Да, удалить всё").await?;
    phone.expect("удалены").await
}
