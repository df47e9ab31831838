//! Screens as plain values: pure functions of data and language. Nothing here waits, sends or knows Telegram's client.
//!
//! One file per noun; the words of `event_card.rs` are the keys `event_card-…` in `locales/`.

pub mod add_guest;
pub mod attendance;
pub mod broadcasts;
pub mod button;
pub mod calendar;
pub mod calling_off;
pub mod commands;
pub mod compose;
pub mod copies;
pub mod desk;
pub mod edit;
pub mod entrance;
pub mod event_card;
pub mod events;
pub mod feedback;
pub mod guests;
pub mod head_count;
pub mod home;
pub mod inline;
pub mod manage;
pub mod notices;
mod parts;
pub mod poster;
pub mod privacy;
mod qr;
pub mod registrations;
mod screen;
mod sheet;
pub mod sign_up;
pub mod team;
pub mod ticket;

#[cfg(test)]
mod gallery;

pub use button::{Act, Answer, Back, Button, Compose, Edit, Facet, Format, Gate, Guests, Pass, Staff};
pub use inline::InlineCard;
pub use screen::{Attachment, Input, Key, Keys, Reply, Screen, Sent};
