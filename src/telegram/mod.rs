//! Everything that speaks with Telegram. What is said is decided elsewhere: here it is taken in, budgeted and sent.

pub mod budget;
pub mod client;
pub mod ingest;
pub mod read;
pub mod workers;
