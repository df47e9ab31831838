//! The conversation that writes an event, or changes one. A pure step function; nothing is kept and nobody is told from
//! here. A new event is led from one missing part to the next; after that the overview leads to each.

#[cfg(test)]
mod tests;

use crate::{
    domain::{
        Attached, EventId, Field, LONGEST, Language, Level, Party, Room, Sketch, SketchFault, length, local,
        moment,
    },
    view::{
        Button, Edit, Input, Sent,
        edit::{Note, Prompt},
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// What is written so far, and which question is open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct State {
    sketch: Sketch,
    /// The kept event that it changes.
    event: Option<EventId>,
    at: Prompt,
    /// The language in which its author writes first.
    first: Language,
    /// One missing part leads to the next.
    led: bool,
    /// They look at something else meanwhile: what they write is not for the event.
    away: bool,
}

/// What comes of an input.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// The open question, with a word on what was just done or sent.
    Ask(Box<State>, Option<Note>),
    /// Show it as citizens will see it.
    Preview(Box<State>),
    /// Keep it; `true` to let everybody see it.
    Save(Box<State>, bool),
    /// They gave it up.
    Left,
}

/// What the conversation knows of the world.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// Now in the programme's zone.
    pub here: DateTime<Tz>,
    /// Organisations of the programme, each with one of its events.
    pub organisations: &'a [(EventId, String)],
}

/// Takes an input.
pub fn step(mut state: State, input: &Input, scene: Scene) -> Step {
    state.away = false;
    match input {
        Input::Press(Button::Edit(press)) => state.pressed(*press, scene),
        _ => state.written(input, scene),
    }
}

impl State {
    /// A new event by somebody who writes in this language.
    pub fn new(sketch: Sketch, first: Language) -> Self {
        let at = sketch.missing(first).map_or(Prompt::Overview, Prompt::Field);
        Self { sketch, event: None, at, first, led: true, away: false }
    }

    /// A kept event that is changed.
    pub fn changing(event: EventId, sketch: Sketch, first: Language) -> Self {
        Self { sketch, event: Some(event), at: Prompt::Overview, first, led: false, away: false }
    }

    /// What is written so far.
    pub const fn sketch(&self) -> &Sketch {
        &self.sketch
    }

    /// The kept event that it changes.
    pub const fn event(&self) -> Option<EventId> {
        self.event
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
        self.event.is_none() && self.sketch.is_empty()
    }

    /// The same while they look at something else.
    #[must_use]
    pub fn put_aside(self) -> Self {
        Self { away: true, at: Prompt::Overview, ..self }
    }

    /// The question about a part, or the overview.
    #[must_use]
    pub fn asking(self, field: Option<Field>) -> Self {
        Self { at: field.map_or(Prompt::Overview, Prompt::Field), ..self }
    }

    fn ask(mut self, at: Prompt) -> Step {
        self.at = at;
        Step::Ask(Box::new(self), None)
    }

    /// The open question once more.
    fn refuse(self, note: Note) -> Step {
        Step::Ask(Box::new(self), Some(note))
    }

    /// On to the next missing part of a new event, or to the overview.
    fn on(self, note: Option<Note>) -> Step {
        let next = self.sketch.missing(self.first).filter(|_| self.led);
        Step::Ask(Box::new(self.asking(next)), note)
    }

    /// Goes on if that was done, else says why it was not.
    fn done(self, done: Result<(), SketchFault>, note: Option<Note>) -> Step {
        match done {
            Ok(()) => self.on(note),
            Err(fault) => self.refuse(Note::Fault(fault)),
        }
    }

    fn pressed(mut self, press: Edit, scene: Scene) -> Step {
        let starts_at = self.starts_at(scene);
        match press {
            Edit::Open => {
                self.led = false;
                self.ask(Prompt::Overview)
            }
            Edit::Ask(field) => self.ask(Prompt::Field(field)),
            Edit::Preview | Edit::Save | Edit::Publish => match self.sketch.missing(self.first) {
                Some(field) => Step::Ask(Box::new(self.asking(Some(field))), Some(Note::Missing)),
                None if press == Edit::Preview => Step::Preview(Box::new(self.asking(None))),
                None => Step::Save(Box::new(self.asking(None)), press == Edit::Publish),
            },
            Edit::Leave if !self.is_empty() => self.ask(Prompt::Leave),
            Edit::Leave | Edit::LeaveSure => Step::Left,
            Edit::Speak(language, on) => {
                self.sketch.languages.retain(|spoken| *spoken != language);
                if on {
                    self.sketch.languages.push(language);
                }
                self.sketch.languages.sort_by_key(|spoken| Language::ALL.iter().position(|l| l == spoken));
                self.ask(Prompt::Field(Field::Spoken))
            }
            Edit::Phone(on) => {
                self.sketch.phone_required = on;
                self.ask(Prompt::Field(Field::SignUp))
            }
            Edit::Companions(most) => {
                self.sketch.companions = most.min(Party::MAX - 1);
                self.ask(Prompt::Field(Field::SignUp))
            }
            Edit::Closes(hours) => {
                let before = hours.map(|hours| TimeDelta::hours(i64::from(hours.min(24 * 365))));
                let done = self.sketch.set_closing(before, starts_at);
                self.done(done, None)
            }
            Edit::Organisation(event) => match scene.organisations.iter().find(|(id, _)| *id == event) {
                Some((_, name)) => {
                    self.sketch.organisation = Some(name.clone());
                    self.on(None)
                }
                None => self.refuse(Note::Gone),
            },
            press => {
                self.chosen(press);
                self.on(None)
            }
        }
    }

    /// A press that sets one part and has nothing else to say.
    fn chosen(&mut self, press: Edit) {
        let sketch = &mut self.sketch;
        match press {
            Edit::Level(level) => {
                sketch.level = Some(level);
                if level == Level::Central {
                    sketch.district = None;
                }
            }
            Edit::District(district) => sketch.district = district,
            Edit::Minutes(minutes) => sketch.minutes = minutes.clamp(1, LONGEST),
            Edit::OpenEntry => sketch.room = Room::Open,
            Edit::OpensNow => sketch.opens_at = None,
            Edit::Clear(language) => sketch.clear_text(language),
            Edit::NoSpeakers => sketch.speakers.clear(),
            Edit::NoPhoto => sketch.photo = None,
            _ => {}
        }
    }

    fn starts_at(&self, scene: Scene) -> DateTime<Utc> {
        self.sketch.start.map_or(DateTime::<Utc>::MAX_UTC, |start| local(start, scene.here.timezone()))
    }

    fn written(mut self, input: &Input, scene: Scene) -> Step {
        let Prompt::Field(field) = self.at else { return self.refuse(Note::ChooseFirst) };
        if let Input::Location { point, place } = input {
            return self.located(field, *point, place.as_ref());
        }
        let sent = input.sent();
        if field == Field::Photo {
            return match sent {
                Some(Sent { part, .. }) => match part.attached {
                    Some(Attached::Photo(photo)) => {
                        self.sketch.photo = Some(photo);
                        self.on(None)
                    }
                    _ => self.refuse(Note::NotAPhoto),
                },
                None => self.refuse(Note::NotAPhoto),
            };
        }
        let Some(Sent { plain: Some(text), .. }) = sent else { return self.refuse(Note::OnlyText) };
        self.typed(field, &text, scene)
    }

    fn typed(mut self, field: Field, text: &str, scene: Scene) -> Step {
        let sketch = &mut self.sketch;
        let done = match field {
            Field::Text(language) => sketch.set_text(language, text),
            Field::Start => {
                let Some(start) = moment(text, scene.here) else {
                    return self.refuse(Note::Fault(SketchFault::NotATime));
                };
                let done = sketch.set_start(start, scene.here.naive_local());
                return self.done(done, Some(Note::Read(start)));
            }
            Field::Length => match length(text).filter(|minutes| (1..=LONGEST).contains(minutes)) {
                Some(minutes) => {
                    sketch.minutes = minutes;
                    Ok(())
                }
                None => Err(SketchFault::NotALength),
            },
            Field::Place => sketch.set_place(text),
            Field::Room => sketch.set_seats(text),
            Field::Organisation => sketch.set_organisation(text),
            Field::Speakers => sketch.set_speakers(text),
            Field::Window => {
                let Some(opens) = moment(text, scene.here) else {
                    return self.refuse(Note::Fault(SketchFault::NotATime));
                };
                let opens = local(opens, scene.here.timezone());
                let starts_at = self.starts_at(scene);
                let done = self.sketch.set_opening(Some(opens), starts_at);
                return self.done(done, None);
            }
            Field::Level | Field::District | Field::Spoken | Field::SignUp | Field::Photo => {
                return self.refuse(Note::ChooseFirst);
            }
        };
        self.done(done, None)
    }

    /// A place that was shared from the map: with a name of its own, or as the pin of the one that was typed.
    fn located(mut self, field: Field, point: (f64, f64), place: Option<&(String, String)>) -> Step {
        if field != Field::Place {
            return self.refuse(Note::OnlyText);
        }
        if let Some((name, address)) = place
            && let Err(fault) = self.sketch.set_place(&format!("{name}\n{address}"))
        {
            return self.refuse(Note::Fault(fault));
        }
        self.sketch.point = Some(point);
        if self.sketch.venue.is_none() { self.refuse(Note::NameThePlace) } else { self.on(None) }
    }
}
