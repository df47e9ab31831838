//! The composition root: puts the rooms together; decides nothing that belongs to one of them.

pub mod sample;
pub mod sheet;
