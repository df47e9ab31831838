//! Integration tests: one binary, one file per matter.

mod flows;
mod simulator;
