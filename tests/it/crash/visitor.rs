//! An impatient person: presses again or starts anew when no answer comes, and remembers what they were told.
//! Whether it was the truth is judged in `judge`.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use qatys::domain::EventId;
use qatys::simulator::{ButtonKind, Message, Person};
use qatys::view::{Answer, Button};
use rand::rngs::SmallRng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};
use rand::{Rng as _, SeedableRng as _};
use tokio::sync::Barrier;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_util::sync::CancellationToken;

use crate::process::PATIENCE;

/// What a person knows of their registration for one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// They were told that they hold seats.
    Seated,
    /// They were told that they are on the waiting list.
    Waiting,
    /// They were told that their registration is cancelled.
    Left,
    /// They asked to be signed up or to leave, and have not heard yet.
    Unsure,
}

/// What all people together have done.
#[derive(Clone, Debug, Default)]
pub(crate) struct Story {
    /// What each person knows, by person and number of the event.
    pub(crate) told: BTreeMap<(i64, usize), Told>,
    /// Updates made.
    pub(crate) deeds: usize,
    /// Presses of "confirm".
    pub(crate) sign_ups: usize,
    /// Times somebody was told that they hold seats.
    pub(crate) acknowledged: usize,
}

/// What they are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Errand {
    Join,
    Leave,
}

/// What the chat asks of them.
#[derive(Clone, Debug, PartialEq)]
enum Sight {
    /// No answer yet, or one that asks nothing.
    Nothing,
    /// A button to press: message, payload.
    Press(i32, String),
    /// Their phone number, asked for by this message.
    Phone(i32),
    /// The end of the errand.
    Told(Told),
}

/// One impatient person.
pub(crate) struct Visitor {
    person: Person,
    links: Arc<Vec<String>>,
    chance: SmallRng,
    /// Met once, before the first "confirm" of the first event, so that many press at the same time.
    rush: Option<Arc<Barrier>>,
    stop: CancellationToken,
    /// Shortest wait for an answer, in milliseconds; the longest is twice that.
    patience: u64,
    story: Story,
}

impl Visitor {
    pub(crate) fn new(
        person: Person,
        links: Arc<Vec<String>>,
        seed: u64,
        rush: Option<Arc<Barrier>>,
        stop: CancellationToken,
    ) -> Self {
        let chance = SmallRng::seed_from_u64(seed ^ person.id() as u64);
        Self { person, links, chance, rush, stop, patience: 1_000, story: Story::default() }
    }

    /// Comes and goes until told to stop. The first event is everybody's first wish.
    pub(crate) async fn live(mut self) -> Story {
        while self.rush.is_some() && !self.stop.is_cancelled() {
            self.errand(Errand::Join, 0).await;
        }
        while !self.stop.is_cancelled() {
            let held = self.known(|told| matches!(told, Told::Seated | Told::Waiting));
            match held.choose(&mut self.chance) {
                Some(event) if self.chance.random_bool(0.4) => self.errand(Errand::Leave, *event).await,
                _ => {
                    let event = self.chance.random_range(0..self.links.len());
                    self.errand(Errand::Join, event).await;
                }
            }
        }
        self.story
    }

    /// Signs up for every event once, in an order of their own, however long it takes, and with more patience.
    pub(crate) async fn tour(mut self) -> Story {
        self.patience = 4_000;
        let mut events: Vec<_> = (0..self.links.len()).collect();
        events.shuffle(&mut self.chance);
        for event in events {
            let key = (self.person.id(), event);
            while !matches!(self.story.told.get(&key), Some(Told::Seated | Told::Waiting)) {
                assert!(!self.stop.is_cancelled(), "no answer about event {event}");
                self.errand(Errand::Join, event).await;
            }
        }
        self.story
    }

    fn known(&self, wanted: impl Fn(Told) -> bool) -> Vec<usize> {
        self.story.told.iter().filter(|(_, told)| wanted(**told)).map(|((_, event), _)| *event).collect()
    }

    fn note(&mut self, event: usize, told: Told) {
        self.story.acknowledged += usize::from(told == Told::Seated);
        self.story.told.insert((self.person.id(), event), told);
    }

    /// Follows the bot's questions until it says how it stands, or until patience is gone.
    async fn errand(&mut self, errand: Errand, event: usize) {
        self.story.deeds += 1;
        let since = self.person.start(Some(&self.links[event]));
        let mut sight = Sight::Nothing;
        for _ in 0..20 {
            sight = match self.change((errand, event), since, &sight).await {
                Some(new) => new,
                // They press the same button again, or give up and come back.
                None if self.chance.random_bool(0.5) && sight != Sight::Nothing => sight,
                None => return,
            };
            match &sight {
                Sight::Nothing => {}
                Sight::Told(told) => return self.note(event, *told),
                Sight::Phone(_) => {
                    self.story.deeds += 1;
                    self.person.share_contact();
                }
                Sight::Press(message, data) => {
                    let (message, data) = (*message, data.clone());
                    self.press(event, message, &data).await;
                }
            }
        }
    }

    async fn press(&mut self, event: usize, message: i32, data: &str) {
        match Button::decode(data) {
            Some(Button::Answer(Answer::Confirm)) => {
                if let Some(rush) = self.rush.take() {
                    // Without everybody it is still a rush.
                    let _ = timeout(Duration::from_secs(10), rush.wait()).await;
                }
                self.story.sign_ups += 1;
                self.note(event, Told::Unsure);
            }
            Some(Button::LeaveSure(_) | Button::Accept(_)) => self.note(event, Told::Unsure),
            _ => {}
        }
        self.story.deeds += 1;
        self.person.press_data(message, data);
    }

    /// Waits until the chat asks something else; `None` when it does not in time.
    async fn change(
        &mut self,
        (errand, event): (Errand, usize),
        since: i32,
        before: &Sight,
    ) -> Option<Sight> {
        let patience = Instant::now()
            + Duration::from_millis(self.chance.random_range(self.patience..2 * self.patience));
        let stop = self.stop.clone();
        loop {
            let version = self.person.version();
            let sight = self.look(errand, event, since);
            if sight != *before && sight != Sight::Nothing {
                return Some(sight);
            }
            let changed = self.person.changed_since(version, PATIENCE);
            tokio::select! {
                changed = timeout_at(patience, changed) => { changed.ok()??; }
                () = stop.cancelled() => return None,
            }
        }
    }

    /// What the newest message that matters says.
    fn look(&self, errand: Errand, event: usize, since: i32) -> Sight {
        let messages = self.person.messages();
        let newest = messages.iter().rev().filter(|message| message.from_bot && message.id > since);
        let keyboard = self.person.keyboard().map_or(0, |keyboard| keyboard.message_id);
        for message in newest {
            if message.id == keyboard {
                return Sight::Phone(message.id);
            }
            if !concerns(message, event) {
                continue;
            }
            let sight = read(errand, message);
            if sight != Sight::Nothing {
                return sight;
            }
        }
        Sight::Nothing
    }
}

/// What a message says to somebody on this errand. Tickets and other notices come by themselves and say nothing here.
fn read(errand: Errand, message: &Message) -> Sight {
    if message.photo.is_some() || message.text.contains("A seat is free for you") {
        return Sight::Nothing;
    }
    let told = |words: &[&str]| words.iter().any(|words| message.text.contains(words));
    let buttons = message.buttons.iter().flatten().filter_map(|button| match &button.kind {
        ButtonKind::Data(data) => Some((rank(errand, &Button::decode(data)?, message.id)?, data)),
        _ => None,
    });
    let best = buttons.min_by_key(|(rank, _)| *rank).map(|(_, data)| Sight::Press(message.id, data.clone()));
    if told(&["Your registration is cancelled", "was cancelled before"]) {
        Sight::Told(Told::Left)
    } else if let Some(press) = best {
        press
    } else if told(&["You are registered", "The seat is yours"]) {
        Sight::Told(Told::Seated)
    } else if told(&["You are on the waiting list, place"]) {
        Sight::Told(Told::Waiting)
    } else {
        Sight::Nothing
    }
}

/// Whether a message is about this event or about none: what was asked before a crash may be answered after it.
fn concerns(message: &Message, event: usize) -> bool {
    if message.text.contains("Event ") {
        return message.text.contains(&format!("Event {event:02}"));
    }
    // Events are numbered from 1 in the order of the programme.
    let id = EventId(event as i64 + 1);
    message.buttons.iter().flatten().all(|button| match &button.kind {
        ButtonKind::Data(data) => {
            !matches!(Button::decode(data), Some(Button::Event(other, _)) if other != id)
        }
        _ => true,
    })
}

/// How much a button is what they look for; `None` when it is not.
fn rank(errand: Errand, button: &Button, message: i32) -> Option<u32> {
    match (errand, button) {
        (Errand::Join, Button::Answer(answer)) => match answer {
            Answer::Confirm => Some(0),
            Answer::Same | Answer::Agree | Answer::Suggested => Some(1),
            // A size of their own for every message: mostly few, sometimes many.
            Answer::Party(party) => Some(2 + (party.size() + message as u32) % 5),
            Answer::District(_) => Some(10),
            Answer::Skip => Some(9),
            _ => None,
        },
        (Errand::Join, Button::SignUp(_)) => Some(20),
        (_, Button::Accept(_)) => Some(21),
        (Errand::Leave, Button::LeaveSure(_)) => Some(0),
        (Errand::Leave, Button::Leave(_)) => Some(1),
        _ => None,
    }
}
