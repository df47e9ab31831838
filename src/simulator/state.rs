//! Everything the server remembers: people with their chats, and the parts each with a lock of its own. No
//! lock is held while a request is read or an answer is awaited, and none covers two people.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use chrono::{DateTime, Utc};
use rand::SeedableRng as _;
use rand::rngs::SmallRng;
use tokio::sync::{broadcast, watch};

use super::Options;
use super::about::About;
use super::callbacks::Callbacks;
use super::faults::FaultState;
use super::files::Files;
use super::inline::Inline;
use super::ledger::Ledger;
use super::limits::Limits;
use super::message::{Message, ReplyKeyboard};
use super::methods::Poller;
use super::person::Profile;
use super::updates::Queue;
use super::webhook::Webhook;
use super::wire::BotCard;

/// Locks, going on after another thread's panic: the data is only ever replaced whole.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something a browser wants to hear about.
#[derive(Clone, Debug)]
pub(crate) enum PageEvent {
    /// A chat changed.
    Chat { person: i64, version: u64 },
    /// A press was answered.
    Answer { person: i64, message_id: Option<i32>, text: String, alert: bool },
    /// Somebody joined or changed.
    People,
    /// The bot is typing.
    Typing { person: i64 },
}

/// One person's private chat with the bot.
#[derive(Debug)]
pub(crate) struct Chat {
    pub(crate) id: i64,
    pub(crate) state: Mutex<ChatState>,
    /// Grows with each visible change.
    pub(crate) version: watch::Sender<u64>,
}

/// How bot and person stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The bot has never heard of this person: no chat to be found.
    Stranger,
    /// The bot has seen them, in a group perhaps, but they never wrote to it.
    Seen,
    /// The person wrote first, so the bot may write too.
    Open,
    /// The person stopped the bot.
    Blocked,
    /// The account was deleted.
    Gone,
}

/// What changes in a chat.
#[derive(Debug)]
pub(crate) struct ChatState {
    pub(crate) profile: Profile,
    pub(crate) standing: Standing,
    pub(crate) messages: BTreeMap<i32, Message>,
    pub(crate) keyboard: Option<ReplyKeyboard>,
    pub(crate) unread: u32,
}

/// The whole server.
pub(crate) struct World {
    pub(crate) options: Options,
    pub(crate) bot: BotCard,
    chats: RwLock<HashMap<i64, Arc<Chat>>>,
    /// Ids in the order of joining, for lists.
    joined: Mutex<Vec<i64>>,
    next_message: AtomicI32,
    next_album: AtomicI32,
    pub(crate) queue: Queue,
    pub(crate) poller: Poller,
    pub(crate) callbacks: Callbacks,
    pub(crate) inline: Inline,
    pub(crate) files: Files,
    pub(crate) ledger: Ledger,
    pub(crate) faults: FaultState,
    pub(crate) limits: Limits,
    pub(crate) about: Mutex<About>,
    pub(crate) webhook: Webhook,
    pub(crate) events: broadcast::Sender<PageEvent>,
}

impl World {
    pub(crate) fn new(options: Options) -> Self {
        let mut chance = SmallRng::seed_from_u64(options.seed);
        let id = options.token.split(':').next().and_then(|id| id.parse().ok()).unwrap_or(0);
        let bot = BotCard { id, name: options.bot_name.clone(), username: options.bot_username.clone() };
        Self {
            bot,
            chats: RwLock::default(),
            joined: Mutex::default(),
            next_message: AtomicI32::new(1),
            next_album: AtomicI32::new(1),
            queue: Queue::new(&mut chance),
            poller: Poller::default(),
            callbacks: Callbacks::new(&mut chance),
            inline: Inline::new(&mut chance),
            files: Files::default(),
            ledger: Ledger::default(),
            faults: FaultState::new(options.seed),
            limits: Limits::default(),
            about: Mutex::default(),
            webhook: Webhook::default(),
            events: broadcast::channel(1024).0,
            options,
        }
    }

    /// The wall clock, as the caller of the simulator gives it.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        (self.options.now)()
    }

    /// The next message identifier; one row for all private chats, as with a real bot account.
    pub(crate) fn new_message_id(&self) -> i32 {
        self.next_message.fetch_add(1, Ordering::Relaxed)
    }

    /// An id for somebody added on the page, beyond everybody's.
    pub(crate) fn new_person_id(&self) -> i64 {
        lock(&self.joined).iter().copied().max().unwrap_or(0).max(5_550_000) + 1
    }

    /// A number for the messages of one album.
    pub(crate) fn new_album(&self) -> i32 {
        self.next_album.fetch_add(1, Ordering::Relaxed)
    }

    /// The chat with this person.
    pub(crate) fn chat(&self, id: i64) -> Option<Arc<Chat>> {
        self.chats.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }

    /// All chats in the order of joining.
    pub(crate) fn all(&self) -> Vec<Arc<Chat>> {
        let joined = lock(&self.joined).clone();
        joined.into_iter().filter_map(|id| self.chat(id)).collect()
    }

    /// Adds a person, or finds the one with this id.
    pub(crate) fn join(&self, profile: Profile) -> Arc<Chat> {
        let id = profile.id;
        let mut chats = self.chats.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(chat) = chats.get(&id) {
            return Arc::clone(chat);
        }
        let state = ChatState {
            profile,
            standing: Standing::Stranger,
            messages: BTreeMap::new(),
            keyboard: None,
            unread: 0,
        };
        let chat = Arc::new(Chat { id, state: Mutex::new(state), version: watch::Sender::new(0) });
        chats.insert(id, Arc::clone(&chat));
        drop(chats);
        lock(&self.joined).push(id);
        self.tell(|| PageEvent::People);
        chat
    }

    /// Marks a visible change of a chat.
    pub(crate) fn touch(&self, chat: &Chat) {
        let mut version = 0;
        chat.version.send_modify(|value| {
            *value += 1;
            version = *value;
        });
        self.tell(|| PageEvent::Chat { person: chat.id, version });
    }

    /// Tells open browsers, if there are any.
    pub(crate) fn tell(&self, event: impl FnOnce() -> PageEvent) {
        if self.events.receiver_count() > 0 {
            let _ = self.events.send(event());
        }
    }
}
