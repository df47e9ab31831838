//! Integration tests: one binary, one file per matter.

mod crash;
mod process;
mod services;
mod simulator;
