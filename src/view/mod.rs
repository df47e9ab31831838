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
pub mod faq;
pub mod feedback;
pub mod guests;
pub mod head_count;
pub mod home;
pub mod inline;
pub mod invitations;
pub mod manage;
pub mod materials;
pub mod notices;
mod parts;
pub mod poster;
pub mod privacy;
mod qr;
pub mod questions;
pub mod registrations;
pub mod reports;
mod screen;
mod sheet;
pub mod sign_up;
pub mod staff;
pub mod talks;
pub mod team;
pub mod ticket;

#[cfg(test)]
mod gallery;

pub use button::{
    Act, Answer, Ask, Back, Button, Compose, Edit, Facet, Format, Gate, Guests, Pass, Reports, Shelf, Staff,
};
pub use inline::InlineCard;
pub use screen::{Attachment, Input, Key, Keys, Reply, Screen, Sent};
