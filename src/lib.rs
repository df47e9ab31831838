//! Front page.
pub mod app;
pub mod clock;
pub mod domain;
pub mod view;
