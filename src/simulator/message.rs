//! What stands in a chat: messages, their entities, buttons and the reply keyboard. Plain values; nothing
//! here decides whether Telegram would have accepted them.

use std::fmt::Write as _;

use chrono::{DateTime, Utc};

/// A part of a text with a meaning. Offsets and lengths count UTF-16 code units, as the Bot API does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What the part is.
    pub kind: EntityKind,
    /// Where it begins, in UTF-16 code units.
    pub offset: usize,
    /// How long it is, in UTF-16 code units.
    pub length: usize,
}

/// The kinds of [`Entity`], named as in the Bot API's `MessageEntity.type`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names are those of MessageEntity.type and say all there is to say")]
pub enum EntityKind {
    Mention,
    Hashtag,
    Cashtag,
    BotCommand,
    Url,
    Email,
    PhoneNumber,
    Bold,
    Italic,
    Underline,
    Strikethrough,
    Spoiler,
    Blockquote,
    ExpandableBlockquote,
    Code,
    Pre(Option<String>),
    TextLink(String),
    TextMention(i64),
    CustomEmoji(String),
    DateTime { unix: i64, format: String },
}

impl EntityKind {
    /// The value of `MessageEntity.type`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Mention => "mention",
            Self::Hashtag => "hashtag",
            Self::Cashtag => "cashtag",
            Self::BotCommand => "bot_command",
            Self::Url => "url",
            Self::Email => "email",
            Self::PhoneNumber => "phone_number",
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::Underline => "underline",
            Self::Strikethrough => "strikethrough",
            Self::Spoiler => "spoiler",
            Self::Blockquote => "blockquote",
            Self::ExpandableBlockquote => "expandable_blockquote",
            Self::Code => "code",
            Self::Pre(_) => "pre",
            Self::TextLink(_) => "text_link",
            Self::TextMention(_) => "text_mention",
            Self::CustomEmoji(_) => "custom_emoji",
            Self::DateTime { .. } => "date_time",
        }
    }
}

/// One size of a photo, smallest first in [`Message::photo_sizes`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoSize {
    /// Identifier of this size, good for downloading and resending.
    pub file_id: String,
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Bytes.
    pub size: usize,
}

/// A file sent as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Identifier for downloading and resending.
    pub file_id: String,
    /// File name as the sender gave it.
    pub name: String,
    /// MIME type guessed from the name or given by the sender.
    pub mime: String,
    /// Bytes.
    pub size: usize,
}

/// A place with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Venue {
    /// Name of the place.
    pub title: String,
    /// Where it is, in words.
    pub address: String,
}

/// A shared phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Usually without `+`.
    pub phone: String,
    /// First name as in the sender's address book.
    pub first_name: String,
    /// Last name, if any.
    pub last_name: Option<String>,
    /// Present when the number belongs to a Telegram user; equal to the sender's id when it is their own.
    pub user_id: Option<i64>,
}

/// One button under a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Button {
    /// What is written on it.
    pub text: String,
    /// What it does.
    pub kind: ButtonKind,
}

/// What an inline button does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ButtonKind {
    /// Sends `callback_data` back to the bot.
    Data(String),
    /// Opens a link.
    Url(String),
    /// Copies text to the clipboard.
    Copy(String),
    /// Opens a Mini App.
    WebApp(String),
    /// Asks for a chat and writes `@bot query` there.
    SwitchInline(String),
    /// Writes `@bot query` in this chat.
    SwitchInlineHere(String),
    /// Anything else Telegram knows; kept as it came, it cannot be pressed here.
    Other {
        /// Name of the field, e.g. `login_url`.
        field: String,
        /// Its value as JSON.
        value: String,
    },
}

/// A keyboard in place of the letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReplyKeyboard {
    /// The message that brought it.
    pub message_id: i32,
    /// Keys, row by row.
    pub rows: Vec<Vec<Key>>,
    /// Hides after one use.
    pub one_time: bool,
    /// Grey text in the input field.
    pub placeholder: Option<String>,
}

/// One key of a [`ReplyKeyboard`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// What is written on it, and sent when it is an ordinary key.
    pub text: String,
    /// What it asks for instead of sending its text.
    pub request: KeyRequest,
}

/// What a key asks the person for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyRequest {
    /// Nothing: the text is sent.
    Nothing,
    /// The person's own phone number.
    Contact,
    /// Where the person is.
    Location,
    /// Something this simulator does not perform (users, chats, polls, Mini Apps).
    Unsupported,
}

/// One message of a chat as it stands now, edits applied.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "a message has this many independent marks")]
pub struct Message {
    /// Identifier, growing over all private chats of the bot.
    pub id: i32,
    /// Sent by the bot, not by the person.
    pub from_bot: bool,
    /// Chosen by the person from what the bot offered.
    pub via_bot: bool,
    /// When it was sent.
    pub date: DateTime<Utc>,
    /// It was changed since.
    pub edited: bool,
    /// When it was last changed.
    pub edit_date: Option<DateTime<Utc>>,
    /// Text, or caption of a photo or document.
    pub text: String,
    /// Parts of the text with a meaning.
    pub entities: Vec<Entity>,
    /// `file_id` of the largest size of the photo.
    pub photo: Option<String>,
    /// All sizes of the photo, smallest first.
    pub photo_sizes: Vec<PhotoSize>,
    /// The attached document.
    pub document: Option<Document>,
    /// Latitude and longitude (also of a venue).
    pub location: Option<(f64, f64)>,
    /// The place, when the location has a name.
    pub venue: Option<Venue>,
    /// The shared phone number.
    pub contact: Option<Contact>,
    /// Inline buttons, row by row.
    pub buttons: Vec<Vec<Button>>,
    /// The message answered by this one.
    pub reply_to: Option<i32>,
    /// It came with a reply keyboard (or took one away), so Telegram does not let the bot edit it.
    pub has_reply_markup: bool,
    /// Forwarding and saving are forbidden.
    pub protected: bool,
    /// Sent without a sound.
    pub silent: bool,
    /// Pinned in the chat.
    pub pinned: bool,
    /// Messages of one album share it.
    pub media_group_id: Option<String>,
}

impl Message {
    /// Text with its formatting as Telegram's HTML; what Telegram adds by itself (links, commands) stays text.
    pub fn html(&self) -> String {
        render(&self.text, &self.entities, &telegram_tags)
    }

    /// The first inline button with this text.
    pub fn button(&self, text: &str) -> Option<&Button> {
        self.buttons.iter().flatten().find(|button| button.text == text)
    }

    /// Whether the text field is a caption.
    pub(crate) fn is_media(&self) -> bool {
        self.photo.is_some() || self.document.is_some()
    }

    /// Whether it is plain text, i.e. may be changed by `editMessageText`.
    pub(crate) fn is_text(&self) -> bool {
        !self.is_media() && self.location.is_none() && self.contact.is_none()
    }
}

/// Opening and closing tag of a kind of entity; `None` leaves the text bare.
pub(crate) type Tags = dyn Fn(&EntityKind, &str) -> Option<(String, &'static str)>;

fn telegram_tags(kind: &EntityKind, _part: &str) -> Option<(String, &'static str)> {
    let (open, close) = match kind {
        EntityKind::Bold => ("<b>", "</b>"),
        EntityKind::Italic => ("<i>", "</i>"),
        EntityKind::Underline => ("<u>", "</u>"),
        EntityKind::Strikethrough => ("<s>", "</s>"),
        EntityKind::Spoiler => ("<tg-spoiler>", "</tg-spoiler>"),
        EntityKind::Blockquote => ("<blockquote>", "</blockquote>"),
        EntityKind::ExpandableBlockquote => ("<blockquote expandable>", "</blockquote>"),
        EntityKind::Code => ("<code>", "</code>"),
        EntityKind::Pre(None) => ("<pre>", "</pre>"),
        EntityKind::Pre(Some(language)) => {
            let open = format!("<pre><code class=\"language-{}\">", escape(language));
            return Some((open, "</code></pre>"));
        }
        EntityKind::TextLink(url) => return Some((format!("<a href=\"{}\">", escape(url)), "</a>")),
        EntityKind::TextMention(id) => return Some((format!("<a href=\"tg://user?id={id}\">"), "</a>")),
        EntityKind::CustomEmoji(id) => {
            return Some((format!("<tg-emoji emoji-id=\"{}\">", escape(id)), "</tg-emoji>"));
        }
        _ => return None,
    };
    Some((open.to_owned(), close))
}

/// The tags the chat page knows: no Telegram-only names, and links that can be clicked.
pub(crate) fn page_tags(kind: &EntityKind, part: &str) -> Option<(String, &'static str)> {
    match kind {
        EntityKind::Spoiler => Some(("<span class=\"spoiler\">".to_owned(), "</span>")),
        EntityKind::ExpandableBlockquote => Some(("<blockquote>".to_owned(), "</blockquote>")),
        EntityKind::Pre(_) => Some(("<pre>".to_owned(), "</pre>")),
        EntityKind::Url => {
            let url = if part.contains("://") { part.to_owned() } else { format!("http://{part}") };
            Some((format!("<a href=\"{}\">", escape(&url)), "</a>"))
        }
        EntityKind::TextLink(url) if !(url.starts_with("http://") || url.starts_with("https://")) => None,
        EntityKind::CustomEmoji(_) | EntityKind::TextMention(_) => None,
        _ => telegram_tags(kind, part),
    }
}

/// Text with entities as HTML. Entities must be nested properly, which normalising guarantees.
pub(crate) fn render(text: &str, entities: &[Entity], tags: &Tags) -> String {
    let mut html = String::with_capacity(text.len() + entities.len() * 8);
    let mut open: Vec<(usize, &'static str)> = Vec::new();
    let mut rest = entities.iter().peekable();
    let mut at = 0;
    for (byte, character) in text.char_indices() {
        close_until(&mut html, &mut open, at);
        while let Some(entity) = rest.next_if(|entity| entity.offset <= at) {
            let part = slice(&text[byte..], entity.length);
            if let Some((opening, closing)) = tags(&entity.kind, part) {
                html.push_str(&opening);
                open.push((entity.offset + entity.length, closing));
            }
        }
        push_escaped(&mut html, character);
        at += character.len_utf16();
    }
    close_until(&mut html, &mut open, usize::MAX);
    html
}

fn close_until(html: &mut String, open: &mut Vec<(usize, &'static str)>, at: usize) {
    while let Some((_, closing)) = open.pop_if(|(end, _)| *end <= at) {
        html.push_str(closing);
    }
}

/// The first `length` UTF-16 code units of `text`.
pub(crate) fn slice(text: &str, length: usize) -> &str {
    let mut units = 0;
    for (byte, character) in text.char_indices() {
        if units >= length {
            return &text[..byte];
        }
        units += character.len_utf16();
    }
    text
}

fn push_escaped(html: &mut String, character: char) {
    match character {
        '<' => html.push_str("&lt;"),
        '>' => html.push_str("&gt;"),
        '&' => html.push_str("&amp;"),
        '"' => html.push_str("&quot;"),
        other => html.push(other),
    }
}

/// `text` safe inside HTML text and attributes.
pub(crate) fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    text.chars().for_each(|character| push_escaped(&mut html, character));
    html
}

/// One row of buttons or keys as `[One] [Two]`.
pub(crate) fn row<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let mut line = String::new();
    for text in texts {
        let gap = if line.is_empty() { "" } else { " " };
        let _ = write!(line, "{gap}[{text}]");
    }
    line
}
