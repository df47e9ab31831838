//! Screens as plain values: pure functions of data and language. Nothing here waits, sends or knows Telegram's client.

pub mod button;
mod screen;

pub use button::{Answer, Back, Button};
pub use screen::{Attachment, Input, Key, Keys, Reply, Screen};
