//! The benches: `cargo bench` runs all of them, `cargo bench -- steady` one. Plain figures in one table each; nothing
//! passes or fails here. The load, the simulator and the bot share the machine; the bot is a process of its own, so
//! that its processor time and memory can be told from theirs.

#[path = "../it/balancer.rs"]
mod balancer;
mod broadcast;
mod copying;
mod door;
mod figures;
mod people;
mod process;
mod reading;
mod replicas;
mod server;
mod sign_up;
mod stage;

use figures::Table;

/// Name for the filter, and what it measures.
const BENCHES: [(&str, &str); 11] = [
    ("broadcast fast", "100,000 people at 1,000 a second"),
    (
        "broadcast faulty",
        "the same while Telegram answers 2 % 429, 1 % 5xx, 0.5 % cut connections and 5 % blocked",
    ),
    ("broadcast free", "the first ten minutes of 100,000 people at 30 a second"),
    ("broadcast queue", "700,000 people through the queue alone, with a held clock"),
    ("saturated", "2,000 people sign up, 200 at a time"),
    ("steady", "50 people a second begin to sign up"),
    ("replicas", "2,000 people sign up, 200 at a time: a file, a server, and three processes on a server"),
    ("reading", "lists and search over 1,200 events and 700,000 registrations"),
    ("door", "1,400 scans by four stewards, one in 1.6 seconds each, while Telegram takes 20 ms over a call"),
    ("start", "start and rest with 1,200 events and 700,000 registrations"),
    ("copying", "1,200 events and 700,000 registrations moved between files and a server"),
];

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with("--")).unwrap_or_default();
    for (name, about) in BENCHES.into_iter().filter(|(name, _)| name.contains(&filter)) {
        let mut table = Table::new(name, about);
        match name {
            "broadcast fast" => broadcast::fast(&mut table).await?,
            "broadcast faulty" => broadcast::faulty(&mut table).await?,
            "broadcast free" => broadcast::free(&mut table).await?,
            "broadcast queue" => broadcast::queue(&mut table).await?,
            "saturated" => sign_up::saturated(&mut table).await?,
            "steady" => sign_up::steady(&mut table).await?,
            "replicas" => replicas::compared(&mut table).await?,
            "reading" => reading::pages(&mut table).await?,
            "door" => door::scans(&mut table).await?,
            "start" => reading::start(&mut table).await?,
            _ => copying::move_and_check(&mut table).await?,
        }
        table.print();
    }
    Ok(())
}
