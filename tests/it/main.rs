//! Integration tests: one binary, one file per matter.

mod copying;
mod crash;
mod database;
mod file;
mod flows;
mod process;
mod services;
mod simulator;
mod store;
