//! A chat as plain text for people and snapshots: who, what, buttons in brackets. Lossy on purpose.

use std::fmt::Write as _;

use super::message::{self, Message};
use super::person::Person;
use super::qr::read_qr;

/// How the two sides are called, and where their files are.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Name of the bot.
    pub bot: &'a str,
    /// Name of the person.
    pub person: &'a str,
    /// Whose files the messages speak of; without it QR codes are not read.
    pub files: Option<&'a Person>,
}

/// A readable chat: one paragraph per message, its buttons below in rows.
pub fn transcript(messages: &[Message], names: Names) -> String {
    let mut out = String::new();
    for message in messages {
        let who = if message.from_bot { names.bot } else { names.person };
        let edited = if message.edited { " (edited)" } else { "" };
        let _ = writeln!(out, "{who}{edited}:");
        for line in lines(message, names) {
            let _ = writeln!(out, "  {line}").map(|()| ());
        }
        out.push('\n');
    }
    let trimmed = out.trim_end().len();
    out.truncate(trimmed);
    out
}

fn lines(message: &Message, names: Names) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(photo) = &message.photo {
        let file = names.files.and_then(|person| person.file(photo));
        let code = file.and_then(|file| read_qr(&file.bytes));
        lines.push(code.map_or_else(|| "<photo>".to_owned(), |text| format!("<photo: QR {text}>")));
    }
    if let Some(document) = &message.document {
        lines.push(format!("<document {}>", document.name));
    }
    if let Some(venue) = &message.venue {
        lines.push(format!("<venue {}, {}>", venue.title, venue.address));
    } else if let Some((latitude, longitude)) = message.location {
        lines.push(format!("<location {latitude}, {longitude}>"));
    }
    if let Some(contact) = &message.contact {
        lines.push(format!("<contact {} {}>", contact.first_name, contact.phone));
    }
    if !message.text.is_empty() {
        lines.extend(message.html().lines().map(str::to_owned));
    }
    let rows = message.buttons.iter();
    lines.extend(rows.map(|row| message::row(row.iter().map(|button| button.text.as_str()))));
    lines
}

impl Person {
    /// The whole chat as text, with the names of both sides.
    pub fn transcript(&self) -> String {
        let profile = self.profile();
        let names = Names { bot: &self.world.bot.name, person: &profile.first_name, files: Some(self) };
        transcript(&self.messages(), names)
    }
}
