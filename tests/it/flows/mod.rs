//! Flows: what people do and see from the first word to the last, over real HTTP with a held clock, as transcripts to
//! read. Rules are tested where they live; here is how it all looks.

#![cfg(test)]
#![expect(clippy::too_many_lines, reason = "a transcript is one literal, however long")]

mod broadcasts;
mod broadcasts_after;
mod broadcasts_sent;
mod broadcasts_timed;
mod called_off;
mod card;
mod card_of_mine;
mod cast;
mod changed;
mod day_at_the_door;
mod door;
mod editing;
mod feedback;
mod find;
mod first_contact;
mod forged;
mod gate;
mod guests;
mod handed_out;
mod hostile;
mod inline;
mod meanwhile;
mod missteps;
mod missteps_en;
mod my_events;
mod narrow;
mod organisers;
mod own;
mod posters;
mod privacy;
mod questions;
mod reminders;
mod reports;
mod returning;
mod search;
mod side_trips;
mod sign_up;
mod staff;
mod stage;
mod strangers;
mod team;
mod tickets;
mod turns;
mod unsubscribing;
mod waiting;
