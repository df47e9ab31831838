//! Integration tests: one binary, one file per matter.

mod balancer;
mod copying;
mod crash;
mod database;
mod file;
mod flows;
mod process;
mod replicas;
mod services;
mod simulator;
mod store;
