//! Qatys (қатыс, "take part") signs people up for public events in Telegram: they find an event, sign up in a dialogue,
//! get a ticket and reminders, come and are checked in. One process on one SQLite file, or several on one PostgreSQL.
//!
//! This is the map for developers; `README.md` is for users. Data flows one way:
//!
//! ```text
//! Telegram ─▶ telegram::ingest ─▶ inbox ─▶ telegram::workers ─▶ bot ─▶ service (one transaction) ─▶ store
//!                                                                │        └─▶ outbox
//! Telegram ◀── telegram::budget ◀── telegram::client ◀── replies ┘               └─▶ jobs::courier ─▶ client
//!                                                     jobs::broadcasts ─▶ outbox
//! ```
//!
//! | room | what it is | what it is not |
//! |---|---|---|
//! | [`domain`] | words and rules: seats, offers, reminders, names, phones | no input or output |
//! | [`store`] | every SQL statement, one text for both engines (`conn`); shared commits in `writer` | no rules |
//! | [`service`] | use cases, one transaction each; rights are checked here | no wording |
//! | [`i18n`] | languages, typed messages, dates | no screens |
//! | [`view`] | screens as values; `button` = every payload | never waits |
//! | [`bot`] | update → input → action → replies; one file per conversation | no SQL, no wording |
//! | [`telegram`] | client, send budget, intake, workers | does not know what is said |
//! | [`jobs`] | scheduler (what falls due), courier (outbox → people), broadcasts (audience → outbox), boards (doors as their staff see them), replica (a place among the processes) | no updates |
//! | [`web`] | health and metrics | no pages for people yet |
//! | [`app`] | composition root, commands of the command line, demo | no rules |
//! | [`simulator`] | a Telegram to talk to without Telegram | knows no other room |
//!
//! The walls between them are in the table of the test `walls` below: what it does not list is forbidden.
//!
//! # Where things are
//!
//! The same noun has the same file name in every room: `registrations` is in `store` (SQL), `service` (use cases),
//! `view` (screens) and `locales/*/registrations.ftl` (words). The text of a reminder is `notices-…` in
//! `locales/*/notices.ftl`; the waiting list moves up in `service/registrations.rs::hand_on` by the rule
//! `domain/registration.rs::next_in_line`; a button of the event card is in `view/event_card.rs`. What a press does is a
//! line in `bot/actions.rs`; how a conversation is carried from question to question is in `bot/converse.rs`.
//!
//! # One process or many
//!
//! On SQLite there is one process (`app::Lock`), and its one writer puts everything in order. On PostgreSQL there may be
//! many, and four things keep them together, all in `store/replicas.rs`, `service/replicas.rs` and `jobs/replica.rs`:
//!
//! * **A place.** Each process has a row in `replicas` that it renews; whoever is silent for five seconds is struck out,
//!   and what it held is free. What a process claims bears its number, without which nothing can be finished.
//! * **Turns.** A person's updates are handled by whoever has their row in `turns`, in order; the others leave them in the
//!   inbox. An update takes effect only in a transaction that finds the turn still held.
//! * **Posts.** One process schedules, and one polls where there is no webhook: locks that end with their connection.
//! * **The event's row.** Whoever decides by counts takes it first (`events::lock`); SQLite's writer needs no lock.
//!
//! The send rate is divided among them evenly.
//!
//! # Messages to many
//!
//! A broadcast is written in the conversation `bot/compose` and confirmed in `service/broadcasts.rs`. Whom it is for is a
//! description (`domain/audience.rs`), not a list: `jobs/broadcasts.rs` walks over the people in order of their numbers
//! and hands them to the outbox part by part (`service/deliveries.rs::feed`), some hundred ahead of what is being sent, so
//! that neither memory nor a pause depends on how many there are. In the outbox each is a notice like any other, with a
//! key that makes a second one for the same person impossible; the courier claims no more of them than the budget lets
//! go at once. What was on its way when a process died stays *uncertain*: it is listed, and sent again only when somebody
//! asks. Corrections and withdrawals go the same way once more, over those who have it.
//!
//! # Running an event
//!
//! Who may do what is a [`domain::Role`], loaded anew in every use case (`service/scopes.rs`): a right ends with the press
//! after its removal, and what belongs to others looks like what is not there. Admins are named in the settings; the others
//! come by invitations (`service/invitations.rs`), single-use links that say what they offer before they are taken.
//! Whatever staff do is written down (`store/audit.rs`).
//!
//! An event is written in the conversation `bot/edit`: a [`domain::Sketch`] in which every part may be missing, kept as a
//! draft or published by `service/editing.rs`. A published one changes the same way an import changes it
//! (`service/programme.rs::change`), so that the same people hear of it. Copies are read from a pasted table by
//! `domain/copies.rs`. Everything else that can be done with an event is a key of `view/manage.rs`.
//!
//! # Cards in other chats
//!
//! Whoever writes `@bot words` in any chat is offered cards of events (`bot/inline`, `view/inline`). Such a query comes at
//! every letter and is worth nothing a moment later: `telegram::ingest` hands it to the workers without storing it, and it
//! is answered or forgotten. What is chosen is an update like any other: it is stored, and the copy that was sent is
//! remembered without who sent it. `jobs/inline.rs` brings copies up to date whose mark tells that they show something
//! else by now, no copy more often than twice a minute, and gives up those that can no longer be changed.
//!
//! # At the door
//!
//! Three things are counted side by side and never added twice (`domain::DoorCounts::present`): arrivals of registrations
//! (`store/arrivals.rs`), walk-ins without one (`walk_ins`) and heads (`head_counts`), of which everybody is one. A unique
//! index on what is in force, not a look before, decides who was first; what is taken back stays as a row. Whoever scans the
//! code of a door (`service/door_code.rs`: an HMAC of event and minute, stored nowhere) gets buttons with a pass of their own
//! and comes in by `service/entrances.rs`: with their seats, by name, or as a fingerprint that says who only to itself. The
//! message that shows a door to its staff is its board (`Reply::Board`); `jobs/boards.rs` edits those that are not true any
//! more.
//!
//! # How to add…
//!
//! * **a button** — a variant in `view/button` with its payload in `codec`, its longest form and a frozen payload in
//!   `tests`; the compiler then asks for its line in `bot/actions.rs`.
//! * **a kind of audience** — a variant of `domain::Whom` and its condition in `store/audience.rs`, asked in
//!   `tests/it/store/broadcasts.rs`; its words in `view/compose`.
//! * **a notice** — a variant of `domain::Notice` with kind, subject, lane and when it still applies; enqueue it in the
//!   transaction that causes it (`store::outbox::add`); word it in `view/notices.rs`; `jobs/courier.rs` asks for it.
//! * **an occasion** — something an event brings about by itself, like its reminders or the question how it was: a
//!   variant of `domain::Occasion` with its time and its term, and whom it concerns in
//!   `store/occasions.rs::add_for_registrations`; the scheduler fires it.
//! * **a query** — a function in the noun's file in `store`, in SQL that SQLite and PostgreSQL both understand
//!   (`conn.sql`; `conn.either` where their words differ), asked in `tests/it/store`; a use case in the same file of
//!   `service`, which checks the right; never a query from anywhere else.
//! * **a conversation** — one file in `bot`: a serialisable `State`, `step(state, input) -> Step`, table tests; a
//!   variant in `bot/memory.rs::State`; its questions in `view`. Only its last step reaches a use case.
//! * **a text** — a key in `locales/kk`, `ru` and `en`, named after the view file; a missing language does not compile.
//! * **a setting** — a field of `config::Config` that names its variable, an entry in `config::NAMES`, a README line.
//! * **a migration** — a new file of the same name in `migrations/sqlite` and `migrations/postgres`, and its columns in
//!   `store/tables.rs`, by which `qatys copy` knows them; applied files never change.

pub mod app;
pub mod bot;
pub mod clock;
pub mod config;
pub mod domain;
pub mod i18n;
pub mod jobs;
pub mod service;
#[cfg(feature = "demo")]
pub mod simulator;
pub mod store;
pub mod telegram;
pub mod view;
pub mod web;

#[cfg(test)]
mod walls;
