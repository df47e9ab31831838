//! The values that cross the border between words and Telegram: what is shown, and what a person does. No wording.

use super::Button;
use crate::domain::{Attached, EventId, Part, PersonId, Role};
use crate::i18n::html;

/// One message as it should stand in the chat.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Screen {
    /// Text or caption in Telegram's HTML; everything people wrote in it is escaped.
    pub html: String,
    /// Keyboard.
    pub keys: Keys,
    /// File or place that the message carries.
    pub attachment: Option<Attachment>,
}

/// A keyboard.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Keys {
    /// None.
    #[default]
    None,
    /// Buttons under the message, by rows.
    Inline(Vec<Vec<Key>>),
    /// Keyboard in place of the person's own, one use: a button that shares their own phone, then plain-text rows.
    /// `placeholder` stands in the empty input field.
    Ask {
        /// Label of the button that shares the phone number, if it is asked for.
        contact: Option<String>,
        /// Plain-text buttons, by rows; pressing one sends its label.
        rows: Vec<Vec<String>>,
        /// Hint in the empty input field, 1–64 characters.
        placeholder: String,
    },
    /// Takes such a keyboard away.
    Remove,
}

/// An inline button.
#[derive(Clone, Debug, PartialEq)]
pub enum Key {
    /// Sends a press to us.
    Press(String, Button),
    /// Opens a link.
    Link(String, String),
}

/// What a message can carry beside its text.
#[derive(Clone, Debug, PartialEq)]
pub enum Attachment {
    /// A picture as PNG.
    Photo(Vec<u8>),
    /// A picture or file that Telegram keeps for us.
    Kept(Attached),
    /// A file.
    Document {
        /// File name with extension.
        name: String,
        /// Content.
        bytes: Vec<u8>,
    },
    /// A pin on the map; `html` is not shown then.
    Venue {
        /// Latitude, longitude.
        point: (f64, f64),
        /// Name of the place.
        title: String,
        /// Street and number.
        address: String,
    },
}

/// What to do in answer to an input, in order.
#[derive(Clone, Debug, PartialEq)]
pub enum Reply {
    /// A new message.
    Show(Screen),
    /// The pressed message becomes this; a new message when it cannot be edited.
    Redraw(Screen),
    /// The same with the door of an event, which is kept up to date from now on; `shown` is what of it can change (see
    /// `domain::DoorCounts::mark`).
    Board {
        /// Which door.
        event: EventId,
        /// Its mark.
        shown: String,
        /// The door.
        screen: Screen,
    },
    /// A short word over the chat, in answer to a press; at most 200 characters.
    Toast(String),
    /// The same as a box that must be closed.
    Alert(String),
    /// Nothing in the chat: a person's menu of commands becomes that of this role.
    Menu(PersonId, Role),
}

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Wrote a text that is not a command.
    Text(String),
    /// Wrote a text with formatting, or sent a picture or a file.
    Message(Sent),
    /// Pressed one of our buttons.
    Press(Button),
    /// Shared a contact; `own` when Telegram vouches that it is the sender's.
    Contact {
        /// The number as shared.
        phone: String,
        /// Whether it is their own.
        own: bool,
    },
    /// Shared a place on the map.
    Location {
        /// Latitude and longitude in degrees.
        point: (f64, f64),
        /// Its name and address, if it has them.
        place: Option<(String, String)>,
    },
    /// Anything else: sticker, voice…
    Other,
}

/// A message of a person's as it looks, so that it can be sent on.
#[derive(Clone, Debug, PartialEq)]
pub struct Sent {
    /// Its text or caption with the formatting, and its picture or file.
    pub part: Part,
    /// Its text without the formatting; `None` if it is more than text.
    pub plain: Option<String>,
    /// The album it is one of, by Telegram's number.
    pub album: Option<String>,
}

impl Input {
    /// The same for those who ask for plain texts only.
    #[must_use]
    pub fn plain(self) -> Self {
        match self {
            Input::Message(Sent { plain: Some(text), .. }) => Input::Text(text),
            Input::Message(_) => Input::Other,
            other => other,
        }
    }

    /// The message as it looks, if it is one that can be sent on.
    pub fn sent(&self) -> Option<Sent> {
        match self {
            Input::Text(text) => Some(Sent {
                part: Part { html: html(text).into(), attached: None },
                plain: Some(text.clone()),
                album: None,
            }),
            Input::Message(sent) => Some(sent.clone()),
            _ => None,
        }
    }
}

impl Screen {
    /// A message of text only.
    pub fn text(html: impl Into<String>) -> Self {
        Self { html: html.into(), ..Self::default() }
    }

    /// The same with buttons under it.
    #[must_use]
    pub fn keys(mut self, rows: Vec<Vec<Key>>) -> Self {
        self.keys = Keys::Inline(rows);
        self
    }
}

impl Key {
    /// A button that sends a press to us.
    pub fn press(label: impl Into<String>, button: Button) -> Self {
        Self::Press(label.into(), button)
    }

    /// A button that opens a link.
    pub fn link(label: impl Into<String>, url: impl Into<String>) -> Self {
        Self::Link(label.into(), url.into())
    }
}
