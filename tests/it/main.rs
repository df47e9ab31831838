//! Integration tests: one binary, one file per matter.

mod simulator;
mod simulator_calls;
mod simulator_edits;
mod simulator_faults;
mod simulator_files;
mod simulator_keyboards;
mod simulator_page;
mod simulator_people;
mod simulator_texts;
mod simulator_updates;
mod simulator_webhook;
