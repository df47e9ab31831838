//! From the inbox to the bot: updates of one person in order, different people in parallel, all bounded.
//! What an update means is not known here; the route is handed in by the composition root.

use super::read;
use crate::{
    domain::{PersonId, UpdateId},
    service::{Actor, Failed, Received, Services},
};
use futures::{FutureExt, future::BoxFuture};
use std::{
    collections::{HashMap, VecDeque},
    panic::AssertUnwindSafe,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use teloxide::types::Update;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{sleep, timeout},
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

/// Updates handled at the same time. Each waits mostly for the database and for Telegram.
const AT_ONCE: usize = 64;
/// Inline queries answered at the same time; beyond it they are forgotten.
const PASSING: usize = 32;
/// Updates held in memory; beyond it intake waits, and Telegram keeps the rest.
const IN_MEMORY: usize = 4_096;
/// Updates of one person held in memory; the rest of a flood stays in the database until its turn.
const OF_ONE: usize = 32;
/// Longest an update may take. Telegram's own answers time out well before.
const LONGEST: Duration = Duration::from_mins(1);
/// Pause before a failed update is tried again, times the number of tries.
const PAUSE: Duration = Duration::from_millis(300);

/// An update with the person on whose behalf it acts.
#[derive(Debug)]
pub struct Incoming {
    /// The update as teloxide reads it.
    pub update: Update,
    /// Whose it is.
    pub actor: Actor,
}

/// Why an update could not be handled.
#[derive(Debug)]
pub enum Trouble {
    /// The database or Telegram is not there; it is tried again for as long as it takes.
    Passing(String),
    /// The update itself cannot be handled; after a few tries it is a dead letter. Carries no personal data.
    Lasting(String),
}

/// Takes updates to what they ask for.
pub trait Route: Send + Sync + 'static {
    /// Handles one update to its end, replies included.
    fn take(&self, incoming: Incoming) -> BoxFuture<'_, Result<(), Trouble>>;
    /// Tells a person that what they did could not be handled.
    fn apologise(&self, person: PersonId) -> BoxFuture<'_, ()>;
}

/// The workers. Cheap to clone.
#[derive(Clone)]
pub struct Workers(Arc<Shared>);

struct Shared {
    services: Services,
    route: Arc<dyn Route>,
    lines: Mutex<HashMap<i64, Line>>,
    room: Arc<Semaphore>,
    hands: Semaphore,
    passing: Arc<Semaphore>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

/// The line of one person.
#[derive(Default)]
struct Line {
    waiting: VecDeque<(Received, OwnedSemaphorePermit)>,
    /// Updates that found no place in memory since the line last read the database; they are only there.
    overflow: usize,
    /// Whether somebody works it off.
    attended: bool,
    /// Whether the turn of the person is ours, on a shared database.
    has_turn: bool,
}

/// What is next in a line.
enum Next {
    /// This update, which holds its place in memory until it is done.
    Update(Received, OwnedSemaphorePermit),
    /// So many that are only in the database.
    InDatabase(usize),
    /// Nothing: the line has been taken away.
    Nothing,
}

impl Workers {
    /// Ready to take updates until `stop`.
    pub fn new(services: Services, route: Arc<dyn Route>, stop: CancellationToken) -> Self {
        Self(Arc::new(Shared {
            services,
            route,
            lines: Mutex::default(),
            room: Arc::new(Semaphore::new(IN_MEMORY)),
            hands: Semaphore::new(AT_ONCE),
            passing: Arc::new(Semaphore::new(PASSING)),
            tasks: TaskTracker::new(),
            stop,
        }))
    }

    /// Whether intake should be refused for now.
    pub fn is_full(&self) -> bool {
        self.0.room.available_permits() == 0
    }

    /// Whether nobody has an update in their line: everything taken so far is handled, its replies included.
    pub fn is_idle(&self) -> bool {
        self.0.lines().is_empty()
    }

    /// Takes up what was stored and not done before the last stop.
    pub async fn resume(&self) -> crate::service::Result<()> {
        let mut after = None;
        loop {
            let open = self.0.services.open_updates(after, 500).await?;
            let Some(last) = open.last() else { return Ok(()) };
            after = Some(last.id);
            for update in open {
                self.take(update).await;
            }
        }
    }

    /// Puts a stored update in its person's line. Waits while too many are in memory.
    pub async fn take(&self, update: Received) {
        let person = update.person_id;
        if self.0.services.is_shared() {
            // It may be another process's turn: what is open is read from the database when the turn is ours.
            return self.call(PersonId(person));
        }
        let Ok(room) = Arc::clone(&self.0.room).acquire_owned().await else { return };
        let mut lines = self.0.lines();
        let line = lines.entry(person).or_default();
        if line.overflow > 0 || line.waiting.len() >= OF_ONE {
            line.overflow += 1;
            return;
        }
        line.waiting.push_back((update, room));
        self.0.see_to(person, line);
    }

    /// Handles an update that is not stored: at once and once, or not at all.
    pub fn pass(&self, update: Received) {
        let Ok(turn) = Arc::clone(&self.0.passing).try_acquire_owned() else { return };
        let shared = Arc::clone(&self.0);
        self.0.tasks.spawn(async move {
            let actor = Actor::unprompted(PersonId(update.person_id));
            if let Err(trouble) = shared.try_once(&update, &actor).await {
                tracing::warn!(update = update.id, ?trouble, "not answered");
            }
            drop(turn);
        });
    }

    /// Has somebody look into the database for what the person sent.
    pub fn call(&self, person: PersonId) {
        let mut lines = self.0.lines();
        let line = lines.entry(person.0).or_default();
        line.overflow += 1;
        self.0.see_to(person.0, line);
    }

    /// After `stop`: waits until what has been begun is done. What waits stays in the inbox for the next start.
    pub async fn drain(&self) {
        self.0.tasks.close();
        self.0.tasks.wait().await;
    }
}

impl Shared {
    fn lines(&self) -> MutexGuard<'_, HashMap<i64, Line>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sees to it that somebody works the line off.
    fn see_to(self: &Arc<Self>, person: i64, line: &mut Line) {
        if !line.attended {
            line.attended = true;
            let shared = Arc::clone(self);
            self.tasks.spawn(async move { shared.work_off(person).await });
        }
    }

    /// Works one person's line off and leaves when it is empty.
    async fn work_off(&self, person: i64) {
        while !self.stop.is_cancelled() {
            match self.next(person) {
                Next::Update(update, room) => {
                    let Ok(_hand) = self.hands.acquire().await else { return };
                    self.handle(update).await;
                    drop(room);
                }
                Next::InDatabase(overflow) => self.refill(PersonId(person), overflow).await,
                Next::Nothing => return,
            }
        }
    }

    /// What is next in a line. An empty one is taken away under the same lock that found it empty, so that nobody can
    /// join it in between and be forgotten.
    fn next(&self, person: i64) -> Next {
        let mut lines = self.lines();
        let Some(line) = lines.get_mut(&person) else { return Next::Nothing };
        match line.waiting.pop_front() {
            Some((update, room)) => Next::Update(update, room),
            None if line.overflow > 0 => Next::InDatabase(line.overflow),
            None => {
                lines.remove(&person);
                Next::Nothing
            }
        }
    }

    /// Fetches what overflowed from the database; there were `before` of them.
    async fn refill(&self, person: PersonId, before: usize) {
        let is_ours = self.lines().get(&person.0).is_some_and(|line| line.has_turn);
        let found = match self.open_of(person, is_ours).await {
            Ok(found) => found,
            Err(fault) => {
                tracing::warn!(%fault, "a line waits for the database");
                return sleep(PAUSE).await;
            }
        };
        if let Some(line) = self.lines().get_mut(&person.0) {
            line.has_turn = !found.is_empty() && self.services.is_shared();
        }
        let mut complete = found.len() < OF_ONE;
        for (n, update) in found.into_iter().enumerate() {
            // Whoever holds room must not wait for more of it: many lines that did would wait for each other for ever.
            let room = match Arc::clone(&self.room).try_acquire_owned() {
                Ok(room) => room,
                Err(_) if n > 0 => {
                    complete = false;
                    break;
                }
                Err(_) => match Arc::clone(&self.room).acquire_owned().await {
                    Ok(room) => room,
                    Err(_) => return,
                },
            };
            if let Some(line) = self.lines().get_mut(&person.0) {
                line.waiting.push_back((update, room));
            }
        }
        if let Some(line) = self.lines().get_mut(&person.0)
            && complete
            && line.overflow == before
        {
            // A turn that is ours is given back when nothing is left.
            line.overflow = usize::from(line.has_turn);
        }
    }

    /// The person's open updates. On a shared database only if the turn is ours to take; `is_ours` says that it is ours
    /// already. Before it is taken again it is given back and looked once more: whoever stored something meanwhile has
    /// seen it taken, and counts on us.
    async fn open_of(&self, person: PersonId, mut is_ours: bool) -> crate::service::Result<Vec<Received>> {
        let services = &self.services;
        let open = || services.open_updates_of(person, UpdateId(i64::MIN), OF_ONE as u32);
        if !services.is_shared() {
            return open().await;
        }
        loop {
            if is_ours {
                services.give_turn(person).await?;
                if open().await?.is_empty() {
                    return Ok(Vec::new());
                }
            }
            if !services.take_turn(person).await? {
                return Ok(Vec::new());
            }
            let found = open().await?;
            if !found.is_empty() {
                return Ok(found);
            }
            is_ours = true;
        }
    }

    /// Handles one update, however often it takes.
    async fn handle(&self, received: Received) {
        let actor = Actor::new(PersonId(received.person_id), UpdateId(received.id));
        let mut pause = PAUSE;
        loop {
            let outcome = self.try_once(&received, &actor).await;
            let fault = match outcome {
                Ok(()) => match self.services.settle(&actor).await {
                    Ok(()) => return,
                    Err(fault) => Trouble::Passing(fault.to_string()),
                },
                // The effect stands; only its answer may not have arrived.
                Err(trouble) if actor.is_settled() => {
                    tracing::warn!(update = received.id, ?trouble, "answer lost");
                    return;
                }
                Err(trouble) => trouble,
            };
            match fault {
                Trouble::Passing(reason) => tracing::warn!(update = received.id, reason, "waits"),
                Trouble::Lasting(reason) => {
                    tracing::error!(update = received.id, reason, "update failed");
                    match self.services.fail(&actor, &reason).await {
                        Ok(Failed::Dead) => return self.route.apologise(actor.person).await,
                        Ok(Failed::Again) | Err(_) => {}
                    }
                }
            }
            tokio::select! {
                () = sleep(pause) => {}
                () = self.stop.cancelled() => return,
            }
            pause = (pause * 2).min(Duration::from_secs(10));
        }
    }

    /// One try, in which a panic or a time-out is a fault like any other.
    async fn try_once(&self, received: &Received, actor: &Actor) -> Result<(), Trouble> {
        let update = read::update(&received.body).map_err(|fault| Trouble::Lasting(fault.to_string()))?;
        let incoming = Incoming { update, actor: actor.clone() };
        match timeout(LONGEST, AssertUnwindSafe(self.route.take(incoming)).catch_unwind()).await {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(_panic)) => Err(Trouble::Lasting("panicked".into())),
            Err(_) => Err(Trouble::Lasting("took too long".into())),
        }
    }
}
