//! Front page.
pub mod clock;
pub mod domain;
pub mod telegram;
pub mod view;
