//! Lists, search, start and rest on a database after months of use.

use crate::{
    figures::{Durations, Table, millis},
    process::{Bot, TOKEN},
    sign_up::now,
    stage::{self, Folder},
};
use qatys::{
    domain::{Days, District, Filter, Language, Level},
    service::Services,
    simulator::{Options, Simulator},
};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// Times each page is read.
const TIMES: usize = 300;
/// How long the bot is left alone before its memory is looked at.
const REST: Duration = Duration::from_secs(3);

/// Pages of lists and of search.
pub(crate) async fn pages(table: &mut Table) -> anyhow::Result<()> {
    let folder = Folder::new("reading")?;
    stage::months_of_use(&folder.database()).await?;
    let (services, store) = stage::open(&folder.database()).await?;
    let all = Filter::default();
    let district = Filter { district: Some(District::Esil), ..all };
    let narrow = Filter { level: Some(Level::City), language: Some(Language::Ru), ..district };
    for (name, filter, page) in [
        ("all events, first page", all, 0),
        ("all events, page 100", all, 100),
        ("this week", Filter { days: Days::Week, ..all }, 0),
        ("one district", district, 0),
        ("district, level and language", narrow, 0),
    ] {
        table.row(name, list(&services, filter, page).await?.line(), "p99 10 ms");
    }
    for words in ["домбыра", "вечер", "city park", "а", "такого слова нет"] {
        table.row(format!("search «{words}»"), search(&services, words).await?.line(), "p99 10 ms");
    }
    store.close().await;
    Ok(())
}

async fn list(services: &Services, filter: Filter, page: u32) -> anyhow::Result<Durations> {
    let mut times = Durations::default();
    for _ in 0..TIMES {
        let begun = Instant::now();
        services.events(filter, page).await?;
        times.add(begun.elapsed());
    }
    Ok(times)
}

async fn search(services: &Services, words: &str) -> anyhow::Result<Durations> {
    let mut times = Durations::default();
    for _ in 0..TIMES {
        let begun = Instant::now();
        services.search(words, 0).await?;
        times.add(begun.elapsed());
    }
    Ok(times)
}

/// How soon the bot is ready, and what it holds while nobody writes.
pub(crate) async fn start(table: &mut Table) -> anyhow::Result<()> {
    let folder = Folder::new("start")?;
    stage::months_of_use(&folder.database()).await?;
    let telegram = Simulator::start(Options::new(TOKEN, Arc::new(now))).await?;
    for attempt in 1..=3 {
        let bot = Bot::start(&telegram, &folder.database())?;
        tokio::time::sleep(REST).await;
        let figure =
            format!("ready after {:.0} ms, {:.1} MB at rest", millis(bot.ready_after), bot.memory("VmRSS")?);
        table.row(format!("start {attempt}"), figure, "300 ms, 25 MB");
        bot.stop()?;
    }
    telegram.stop().await;
    Ok(())
}
