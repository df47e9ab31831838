//! Use cases: each is one transaction that checks the right, applies the rules and enqueues what people must hear.
//! No wording, no Telegram.
//!
//! Whoever calls says for whom and because of which update ([`Actor`]): the update is marked done in the same
//! transaction as its effect, so that a crash can neither lose the effect nor repeat it.

mod attendance;
mod audiences;
mod boards;
mod broadcasts;
mod deliveries;
mod dialogues;
mod door_code;
mod editing;
mod entrances;
mod events;
mod faq;
mod feedback;
mod guests;
mod head_counts;
mod inbox;
mod inline;
mod invitations;
mod manage;
mod materials;
mod mutes;
mod notices;
mod people;
mod privacy;
mod programme;
mod questions;
mod registrations;
mod replicas;
mod reports;
mod scopes;
mod staff;
mod team;
mod ticket;
mod walk_ins;

pub use attendance::Door;
pub use broadcasts::BroadcastConfirmed;
pub use entrances::DoorCode;
pub use events::{PAGE, Page};
pub use faq::Keeping;
pub use feedback::Report;
pub use guests::{Export, Guests, Matches};
pub use head_counts::Counting;
pub use inbox::{Failed, MOST_TRIES};
pub use inline::INLINE_PAGE;
pub use notices::{Brief, Subject};
pub use people::Known;
pub use programme::{ImportFault, ImportReport};
pub use questions::{Board, Moderation};
pub use ticket::TicketKey;

pub use crate::store::{
    Held, Post,
    inbox::Received,
    outbox::{Claimed, Ending},
};

use crate::{
    clock::{Chance, Clock},
    domain::{Deed, Entry, Object, PersonId, QuietHours, ReminderRule, UpdateId},
    store::{self, Store, Tx},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use std::{
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI64, Ordering},
    },
};
use tokio::sync::Notify;

/// Why a use case did not happen. Expected outcomes are not here: they are values of the use case.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database failed; nothing was changed and it may be tried again.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The person may not do this. To them it looks as if the thing were not there.
    #[error("no right")]
    NoRight,
    /// The update that asked for this was done before, or is another replica's to do; nothing was changed.
    #[error("update was done before")]
    Repeated,
    /// A file beside the database could not be written.
    #[error("erasure journal: {0}")]
    Journal(#[from] std::io::Error),
}

/// Shorthand for results of this room.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// What the operator decided once for the whole programme.
#[derive(Clone, Debug)]
pub struct Policy {
    /// Zone of promised times.
    pub zone: Tz,
    /// Longest time an offer holds a seat.
    pub offer_window: TimeDelta,
    /// When people are reminded.
    pub reminders: Vec<ReminderRule>,
    /// When nothing optional is sent.
    pub quiet: QuietHours,
    /// Messages a second over all chats; beyond the free rate only what is paid for.
    pub send_rate: u32,
    /// Admins by the settings.
    pub admins: Vec<PersonId>,
    /// Where erasures are noted outside the database, to be repeated after a restore; `None` in tests and the demo.
    pub journal: Option<PathBuf>,
    /// Whether organisers get phones with the lists of people they export. Admins do in any case.
    pub export_phones: bool,
    /// For the negative controls of tests only: seats are counted and walk-ins looked up before the lock is taken, updates
    /// are confirmed before they are stored, nobody waits for their turn, broadcasts are sent again after a crash, and an
    /// invitation that was open a moment ago is taken. A test of a guard must fail with this.
    pub careless: bool,
}

/// Details are deleted this long after the start of a person's last event. The consent text names it.
pub const RETENTION: TimeDelta = TimeDelta::days(90);

/// On whose behalf something is done, and in answer to which update.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    update: Option<UpdateId>,
    settled: Arc<AtomicBool>,
}

impl Actor {
    /// Somebody who sent an update.
    pub fn new(person: PersonId, update: UpdateId) -> Self {
        Self { person, update: Some(update), settled: Arc::default() }
    }

    /// Somebody for whom the program acts by itself.
    pub fn unprompted(person: PersonId) -> Self {
        Self { person, update: None, settled: Arc::new(AtomicBool::new(true)) }
    }

    /// Whether the update is marked done already.
    pub fn is_settled(&self) -> bool {
        self.settled.load(Ordering::Acquire)
    }
}

/// All use cases. Its fields are private: nobody else reaches the store.
#[derive(Clone)]
pub struct Services {
    store: Store,
    clock: Clock,
    chance: Chance,
    policy: Arc<Policy>,
    tickets: TicketKey,
    /// Rung when something may have fallen due.
    bell: Arc<Notify>,
    /// Rung when a broadcast may have something to do.
    gong: Arc<Notify>,
    /// Knocked upon when a board was put up.
    knock: Arc<Notify>,
    /// Which of the processes on this database this is; see [`Services::enter`].
    replica: Arc<AtomicI64>,
}

impl Services {
    /// Puts the use cases on a store. Draws the key of tickets at the first start of a database.
    pub async fn new(store: Store, clock: Clock, chance: Chance, policy: Policy) -> Result<Self> {
        let mut tx = store.begin().await?;
        let fresh = TicketKey::fresh(&chance);
        let stored = store::settings::get_or_add(&mut tx, "ticket_key", &fresh.to_text()).await?;
        tx.commit().await?;
        let tickets = TicketKey::from_text(&stored).ok_or(store::Error::Unknown("ticket_key"))?;
        Ok(Self {
            store,
            clock,
            chance,
            policy: Arc::new(policy),
            tickets,
            bell: Arc::default(),
            gong: Arc::default(),
            knock: Arc::default(),
            replica: Arc::default(),
        })
    }

    /// Rings when something may have fallen due: a notice was enqueued, a seat offered.
    pub fn bell(&self) -> &Arc<Notify> {
        &self.bell
    }

    /// Rings when a broadcast may have something to do: it was confirmed, or goes on.
    pub fn gong(&self) -> &Arc<Notify> {
        &self.gong
    }

    /// Knocks when a board was put up: until then there is nothing to keep up to date.
    pub fn knock(&self) -> &Arc<Notify> {
        &self.knock
    }

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The level of durability in force, in the engine's words.
    pub async fn durability(&self) -> Result<String> {
        Ok(self.store.durability().await?)
    }

    /// See [`Policy::careless`].
    pub fn is_careless(&self) -> bool {
        self.policy.careless
    }

    /// Lets others get in between, where only a careless policy does: long enough on any machine, also where they have to
    /// connect to a server first, because a control must not hang on luck.
    async fn linger(&self) {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }

    /// Zone of promised times.
    pub fn zone(&self) -> Tz {
        self.policy.zone
    }

    /// Commits what may have enqueued a notice, and rings the bell.
    async fn announce(&self, tx: Tx, actor: &Actor) -> Result<()> {
        self.commit(tx, actor).await?;
        self.bell.notify_waiters();
        Ok(())
    }

    /// Writes down who of the staff did what to what, with how it was and how it is.
    async fn write_down(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        deed: Deed,
        object: Object,
        [before, after]: [Option<&str>; 2],
    ) -> Result<()> {
        let entry = Entry::new(actor.person, deed, object);
        let entry = entry.change(before.map(str::to_owned), after.map(str::to_owned));
        Ok(store::audit::add(tx, &entry, self.now()).await?)
    }

    /// Begins what the actor's update asks for, with the update marked done: both happen or neither.
    async fn begin(&self, actor: &Actor) -> Result<Tx> {
        let Some(update) = actor.update else { return Ok(self.store.begin().await?) };
        let turn = (!self.policy.careless).then(|| self.replica());
        let tx = self.store.begin_doing(update, turn).await?;
        if tx.is_none() {
            actor.settled.store(true, Ordering::Release);
        }
        tx.ok_or(Error::Repeated)
    }

    /// Commits what [`Services::begin`] has begun.
    async fn commit(&self, tx: Tx, actor: &Actor) -> Result<()> {
        tx.commit().await?;
        actor.settled.store(true, Ordering::Release);
        Ok(())
    }
}
