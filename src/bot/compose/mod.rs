//! The conversation that writes a message to many: whom it goes to, what it says, when it goes. A pure step function;
//! nothing is counted and nothing is sent from here. Its parts are done in any order: the overview leads to each.

#[cfg(test)]
mod tests;

use crate::{
    domain::{
        Audience, Background, Broadcast, BroadcastId, Draft, EventId, Language, Link, Part, Timing, Whom,
        local, moment,
    },
    view::{
        Button, Compose, Input, Sent,
        compose::{Note, Prompt},
    },
};
use chrono::DateTime;
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Most events that are listed in one audience: as many as fit the screen with their keys.
const MOST_EVENTS: usize = 10;

/// What is written so far, and which question is open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct State {
    draft: Draft,
    at: Prompt,
    /// They look at something else meanwhile: what they write is not for the message.
    away: bool,
    /// The album whose first picture was taken; the others come one by one.
    album: Option<String>,
    /// It was sent already, and is being corrected.
    #[serde(default)]
    corrects: Option<BroadcastId>,
}

/// What comes of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The open question, with a word on what was just done or sent.
    Ask(Box<State>, Option<Note>),
    /// Show it as people get it.
    Preview(Box<State>),
    /// Send it to its author.
    Test(Box<State>),
    /// Everything is said: send it.
    Done(Box<Draft>),
    /// Everything is said: edit what was sent.
    Corrected(BroadcastId, Box<Draft>),
    /// They gave it up.
    Left,
    /// Nothing is to be said to this.
    Silence,
}

/// Takes an input. `background` is what the draft of the state refers to; `here` is now in the programme's zone.
pub fn step(mut state: State, input: &Input, background: &Background, here: DateTime<Tz>) -> Step {
    state.away = false;
    let scene = Scene { background, here };
    match input {
        Input::Press(Button::Compose(press)) => state.pressed(*press, scene),
        _ => state.written(input, scene),
    }
}

/// What the conversation knows of the world.
#[derive(Clone, Copy)]
struct Scene<'a> {
    background: &'a Background,
    here: DateTime<Tz>,
}

impl State {
    /// The conversation about a draft that was handed back.
    pub fn of(draft: Draft) -> Self {
        Self { draft, ..Self::default() }
    }

    /// The conversation that corrects what was sent. Its time does not matter any more.
    pub fn correcting(broadcast: &Broadcast) -> Self {
        let Broadcast { id, audience, content, paid, .. } = broadcast.clone();
        let draft = Draft { audience, content, timing: Timing::Now, paid };
        Self { draft, corrects: Some(id), ..Self::default() }
    }

    /// The broadcast that is being corrected, if one is.
    pub const fn corrects(&self) -> Option<BroadcastId> {
        self.corrects
    }

    /// What is written so far.
    pub const fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The open question.
    pub const fn prompt(&self) -> Prompt {
        self.at
    }

    /// Whether they look at something else meanwhile.
    pub const fn is_away(&self) -> bool {
        self.away
    }

    /// Whether anything would be lost with it.
    pub fn is_empty(&self) -> bool {
        self.draft.content.written().next().is_none()
    }

    /// The same while they look at something else.
    #[must_use]
    pub fn put_aside(self) -> Self {
        Self { away: true, at: Prompt::Overview, ..self }
    }

    /// The overview once more, for what only whoever counts can know.
    #[must_use]
    pub fn back_to_overview(self) -> Self {
        Self { at: Prompt::Overview, ..self }
    }

    fn ask(mut self, at: Prompt) -> Step {
        self.at = at;
        Step::Ask(Box::new(self), None)
    }

    fn ask_with(mut self, at: Prompt, note: Note) -> Step {
        self.at = at;
        Step::Ask(Box::new(self), Some(note))
    }

    /// The open question once more.
    fn refuse(self, note: Note) -> Step {
        let at = self.at;
        self.ask_with(at, note)
    }

    fn pressed(mut self, press: Compose, scene: Scene) -> Step {
        match press {
            Compose::Open => self.ask(Prompt::Overview),
            Compose::To(event) => self.add(event),
            Compose::Audience => self.ask(Prompt::Audience),
            Compose::Choose(facet, page) => self.ask(Prompt::Choice(facet, page)),
            Compose::Whom(_)
            | Compose::Level(_)
            | Compose::District(_)
            | Compose::Organisation(_)
            | Compose::Month(_)
            | Compose::Spoken(_)
            | Compose::Since(_)
            | Compose::Drop(_) => match narrowed(&mut self.draft.audience, press, scene.background) {
                Ok(()) => self.ask(Prompt::Audience),
                Err(note) => self.ask_with(Prompt::Audience, note),
            },
            Compose::Text(language) => self.ask(Prompt::Text(language)),
            Compose::Clear(language) => {
                self.draft.content.set(language, None);
                self.ask(Prompt::Overview)
            }
            Compose::Link => self.ask(Prompt::Link),
            Compose::NoLink => self.linked(None),
            Compose::LinkTo(event) if self.draft.audience.events.contains(&event) => {
                self.linked(Some(Link::Event(event)))
            }
            Compose::LinkTo(_) => self.ask_with(Prompt::Link, Note::Gone),
            Compose::Timing => self.ask(Prompt::Timing),
            Compose::Now => self.timed(Timing::Now, scene),
            Compose::Start(minutes) => self.relative(|event| Timing::Start(event, minutes), scene),
            Compose::End(minutes) => self.relative(|event| Timing::End(event, minutes), scene),
            Compose::Preview => self.sound(scene, |state| Step::Preview(Box::new(state.back_to_overview()))),
            Compose::Test => self.sound(scene, |state| Step::Test(Box::new(state.back_to_overview()))),
            Compose::Send => self.sound(scene, |state| state.ask(Prompt::Send)),
            // A press of an older screen: what is asked now was not what they saw.
            Compose::Fast | Compose::Confirm(true) if !matches!(self.at, Prompt::Send | Prompt::Fast) => {
                self.sound(scene, |state| state.ask(Prompt::Send))
            }
            Compose::Confirm(false) if self.at != Prompt::Send => {
                self.sound(scene, |state| state.ask(Prompt::Send))
            }
            Compose::Confirm(true) if self.at != Prompt::Fast => self.ask(Prompt::Fast),
            Compose::Fast => self.sound(scene, |state| state.ask(Prompt::Fast)),
            Compose::Confirm(paid) => self.sound(scene, |mut state| {
                if let Some(id) = state.corrects {
                    return Step::Corrected(id, Box::new(state.draft));
                }
                state.draft.paid = paid;
                Step::Done(Box::new(state.draft))
            }),
            Compose::Leave if !self.is_empty() => self.ask(Prompt::Leave),
            Compose::Leave | Compose::LeaveSure => Step::Left,
        }
    }

    /// An event's people are written to as well.
    fn add(mut self, event: EventId) -> Step {
        let audience = &mut self.draft.audience;
        if !audience.events.contains(&event) {
            if audience.events.len() == MOST_EVENTS {
                return self.ask_with(Prompt::Audience, Note::TooManyEvents(MOST_EVENTS));
            }
            audience.events.push(event);
        }
        if audience.whom == Whom::Everybody {
            audience.whom = Whom::Registered;
        }
        self.ask(Prompt::Overview)
    }

    fn linked(mut self, link: Option<Link>) -> Step {
        self.draft.content.link = link;
        self.ask(Prompt::Overview)
    }

    fn relative(self, timing: impl FnOnce(EventId) -> Timing, scene: Scene) -> Step {
        match self.draft.audience.event() {
            Some(event) => self.timed(timing(event), scene),
            None => self.ask_with(Prompt::Timing, Note::Gone),
        }
    }

    fn timed(mut self, timing: Timing, scene: Scene) -> Step {
        if let Err(note) = scene.coming(timing) {
            return self.ask_with(Prompt::Timing, note);
        }
        self.draft.timing = timing;
        self.ask(Prompt::Overview)
    }

    /// Goes on if the message can be sent as it is, else says what is in the way.
    fn sound(self, scene: Scene, on: impl FnOnce(Self) -> Step) -> Step {
        match self.obstacle(scene) {
            None => on(self),
            Some(note) => self.ask_with(Prompt::Overview, note),
        }
    }

    /// What is in the way of sending it. The audience may have changed since a text was written.
    fn obstacle(&self, scene: Scene) -> Option<Note> {
        let Draft { audience, content, timing, .. } = &self.draft;
        if self.is_empty() {
            return Some(Note::NothingWritten);
        }
        let has_event = audience.event().is_some();
        let mut parts = content.written();
        if let Some(note) =
            parts.find_map(|(language, part)| Some(Note::Part(language, part.fault(has_event)?)))
        {
            return Some(note);
        }
        if audience.events.iter().any(|event| scene.background.event(*event).is_none()) {
            return Some(Note::Gone);
        }
        match &content.link {
            Some(Link::Event(event)) if scene.background.event(*event).is_none() => Some(Note::Gone),
            _ => scene.coming(*timing).err(),
        }
    }

    fn written(self, input: &Input, scene: Scene) -> Step {
        let sent = input.sent();
        let album = sent.as_ref().and_then(|sent| sent.album.as_ref());
        if album.is_some() && album == self.album.as_ref() {
            return Step::Silence;
        }
        match (self.at, sent) {
            (Prompt::Text(language), Some(sent)) => self.take(language, sent),
            (Prompt::Text(_), None) => self.refuse(Note::NotSendable),
            (Prompt::Link, Some(Sent { plain: Some(text), .. })) => match Link::address(&text) {
                Some(link) => self.linked(Some(link)),
                None => self.refuse(Note::NotAnAddress),
            },
            (Prompt::Timing, Some(Sent { plain: Some(text), .. })) => match moment(&text, scene.here) {
                Some(time) => self.timed(Timing::At(local(time, scene.here.timezone())), scene),
                None => self.refuse(Note::NotATime),
            },
            (Prompt::Link, _) => self.refuse(Note::NotAnAddress),
            (Prompt::Timing, _) => self.refuse(Note::NotATime),
            _ => self.refuse(Note::ChooseFirst),
        }
    }

    /// The message in a language, as they sent it.
    fn take(mut self, language: Language, Sent { mut part, album, .. }: Sent) -> Step {
        self.album = album;
        // Of what was sent the words can be edited; the picture or file stays as it is.
        let is_other = match self.corrects {
            Some(_) => {
                let kept = self.draft.content.nearest(language).and_then(|(part, _)| part.attached.clone());
                std::mem::replace(&mut part.attached, kept).is_some()
            }
            None => false,
        };
        let has_event = self.draft.audience.event().is_some();
        if let Some(fault) = Part::fault(&part, has_event) {
            return self.refuse(Note::Part(language, fault));
        }
        self.draft.content.set(language, Some(part));
        if is_other {
            return self.ask_with(Prompt::Overview, Note::WordsOnly);
        }
        if self.album.is_some() {
            return self.ask_with(Prompt::Overview, Note::Album);
        }
        self.ask(Prompt::Overview)
    }
}

impl Scene<'_> {
    /// Whether this time is still to come.
    fn coming(self, timing: Timing) -> Result<(), Note> {
        let now = self.here.to_utc();
        let event = timing.event().and_then(|event| self.background.event(event));
        match timing {
            Timing::Start(..) | Timing::End(..) if event.is_none() => Err(Note::Gone),
            _ if timing.due(now, event) < now => Err(Note::Past),
            _ => Ok(()),
        }
    }
}

/// Narrows an audience, or widens it.
fn narrowed(audience: &mut Audience, press: Compose, background: &Background) -> Result<(), Note> {
    match press {
        Compose::Whom(whom) => audience.whom = whom,
        Compose::Level(level) => audience.level = level,
        Compose::District(district) => audience.district = district,
        Compose::Organisation(None) => audience.organisation = None,
        Compose::Organisation(Some(event)) => {
            let named = background.organisations.iter().find(|(id, _)| *id == event).ok_or(Note::Gone)?;
            audience.organisation = Some(named.1.clone());
        }
        Compose::Month(month) => audience.month = month,
        Compose::Spoken(language) => audience.language = language,
        Compose::Since(false) => audience.since = None,
        Compose::Since(true) => audience.since = Some(background.last.ok_or(Note::Gone)?),
        Compose::Drop(event) => audience.events.retain(|one| *one != event),
        _ => {}
    }
    Ok(())
}
