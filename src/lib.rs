//! Front page.
pub mod app;
pub mod clock;
pub mod domain;
pub mod service;
pub mod store;
pub mod telegram;
pub mod view;
