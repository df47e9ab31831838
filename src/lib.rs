//! Front page.
pub mod clock;
pub mod domain;
pub mod i18n;
pub mod view;
