//! Integration tests: one binary, one file per matter.

mod crash;
mod database;
mod file;
mod flows;
mod process;
mod services;
mod simulator;
mod store;
