//! The bot: from an update to what is done and shown. Conversations are pure; everything else is one match away.

pub mod actions;
pub mod add_guest;
mod arrive;
mod broadcasts;
mod calling_off;
pub mod compose;
mod composing;
mod converse;
pub mod edit;
mod editing;
mod entrance;
mod feedback;
mod guests;
mod head_count;
mod inline;
mod invitations;
mod materials;
pub mod memory;
mod mine;
mod perform;
mod poster;
mod questions;
mod read;
mod reports;
pub mod route;
pub mod sign_up;
mod staff;
mod team;

pub use route::Bot;
