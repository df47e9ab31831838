//! Integration tests: one binary, one file per matter.

mod services;
mod simulator;
