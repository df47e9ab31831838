//! The JSON shapes Telegram sends: users, chats, messages. Absent fields are left out, never `null`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::message::{Button, ButtonKind, Contact, Document, Entity, EntityKind, Message, PhotoSize};
use super::person::Profile;

/// Who the bot is.
#[derive(Clone, Debug)]
pub(crate) struct BotCard {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) username: String,
}

#[derive(Serialize)]
pub(crate) struct User<'a> {
    id: i64,
    is_bot: bool,
    first_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language_code: Option<&'a str>,
}

impl<'a> User<'a> {
    pub(crate) fn person(profile: &'a Profile) -> Self {
        Self {
            id: profile.id,
            is_bot: false,
            first_name: &profile.first_name,
            last_name: profile.last_name.as_deref(),
            username: profile.username.as_deref(),
            language_code: profile.language_code.as_deref(),
        }
    }

    pub(crate) fn bot(bot: &'a BotCard) -> Self {
        Self {
            id: bot.id,
            is_bot: true,
            first_name: &bot.name,
            last_name: None,
            username: Some(&bot.username),
            language_code: None,
        }
    }
}

#[derive(Serialize)]
pub(crate) struct Chat<'a> {
    id: i64,
    first_name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    username: Option<&'a str>,
    r#type: &'static str,
}

impl<'a> Chat<'a> {
    pub(crate) fn of(profile: &'a Profile) -> Self {
        Self {
            id: profile.id,
            first_name: &profile.first_name,
            last_name: profile.last_name.as_deref(),
            username: profile.username.as_deref(),
            r#type: "private",
        }
    }
}

#[derive(Serialize)]
struct WireVenue<'a> {
    location: WireLocation,
    title: &'a str,
    address: &'a str,
}

#[derive(Clone, Copy, Serialize)]
struct WireLocation {
    latitude: f64,
    longitude: f64,
}

#[derive(Serialize)]
struct Markup<'a> {
    inline_keyboard: &'a [Vec<Button>],
}

/// A message as the Bot API returns it.
#[derive(Serialize)]
pub(crate) struct WireMessage<'a> {
    message_id: i32,
    from: User<'a>,
    chat: Chat<'a>,
    date: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    via_bot: Option<User<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edit_date: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_to_message: Option<Box<WireMessage<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    media_group_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    has_protected_content: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entities: Option<&'a [Entity]>,
    #[serde(skip_serializing_if = "<[PhotoSize]>::is_empty")]
    photo: &'a [PhotoSize],
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<&'a Document>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    caption_entities: Option<&'a [Entity]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    venue: Option<WireVenue<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<WireLocation>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a Contact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reply_markup: Option<Markup<'a>>,
}

impl<'a> WireMessage<'a> {
    /// `answered` is the message this one replies to; Telegram sends it one level deep.
    pub(crate) fn of(
        message: &'a Message,
        profile: &'a Profile,
        bot: &'a BotCard,
        answered: Option<&'a Message>,
    ) -> Self {
        let media = message.is_media();
        let text = (!message.text.is_empty()).then_some(message.text.as_str());
        let entities = (!message.entities.is_empty()).then_some(message.entities.as_slice());
        let location = message.location.map(|(latitude, longitude)| WireLocation { latitude, longitude });
        Self {
            message_id: message.id,
            from: if message.from_bot { User::bot(bot) } else { User::person(profile) },
            chat: Chat::of(profile),
            date: message.date.timestamp(),
            via_bot: message.via_bot.then(|| User::bot(bot)),
            edit_date: message.edit_date.map(|at| at.timestamp()),
            reply_to_message: answered.map(|other| Box::new(Self::of(other, profile, bot, None))),
            media_group_id: message.media_group_id.as_deref(),
            has_protected_content: message.protected.then_some(true),
            text: text.filter(|_| !media),
            entities: entities.filter(|_| !media),
            photo: &message.photo_sizes,
            document: message.document.as_ref(),
            caption: text.filter(|_| media),
            caption_entities: entities.filter(|_| media),
            venue: message.venue.as_ref().zip(location).map(|(venue, location)| WireVenue {
                location,
                title: &venue.title,
                address: &venue.address,
            }),
            location,
            contact: message.contact.as_ref(),
            reply_markup: (!message.buttons.is_empty())
                .then_some(Markup { inline_keyboard: &message.buttons }),
        }
    }
}

impl Serialize for Entity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("offset", &self.offset)?;
        map.serialize_entry("length", &self.length)?;
        map.serialize_entry("type", self.kind.name())?;
        match &self.kind {
            EntityKind::TextLink(url) => map.serialize_entry("url", url)?,
            EntityKind::Pre(Some(language)) => map.serialize_entry("language", language)?,
            EntityKind::CustomEmoji(id) => map.serialize_entry("custom_emoji_id", id)?,
            EntityKind::TextMention(id) => {
                let user = serde_json::json!({"id": id, "is_bot": false, "first_name": ""});
                map.serialize_entry("user", &user)?;
            }
            EntityKind::DateTime { unix, format } => {
                map.serialize_entry("unix_time", unix)?;
                map.serialize_entry("date_time_format", format)?;
            }
            _ => {}
        }
        map.end()
    }
}

impl Serialize for Button {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        match &self.kind {
            ButtonKind::Data(data) => map.serialize_entry("callback_data", data)?,
            ButtonKind::Url(url) => map.serialize_entry("url", url)?,
            ButtonKind::Copy(text) => {
                map.serialize_entry("copy_text", &serde_json::json!({ "text": text }))?;
            }
            ButtonKind::WebApp(url) => map.serialize_entry("web_app", &serde_json::json!({ "url": url }))?,
            ButtonKind::SwitchInline(query) => map.serialize_entry("switch_inline_query", query)?,
            ButtonKind::SwitchInlineHere(query) => {
                map.serialize_entry("switch_inline_query_current_chat", query)?;
            }
            ButtonKind::Other { field, value } => {
                let value: serde_json::Value = serde_json::from_str(value).unwrap_or_default();
                map.serialize_entry(field, &value)?;
            }
        }
        map.end()
    }
}

impl Serialize for PhotoSize {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("file_id", &self.file_id)?;
        map.serialize_entry("file_unique_id", unique(&self.file_id))?;
        map.serialize_entry("file_size", &self.size)?;
        map.serialize_entry("width", &self.width)?;
        map.serialize_entry("height", &self.height)?;
        map.end()
    }
}

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("file_name", &self.name)?;
        map.serialize_entry("mime_type", &self.mime)?;
        map.serialize_entry("file_id", &self.file_id)?;
        map.serialize_entry("file_unique_id", unique(&self.file_id))?;
        map.serialize_entry("file_size", &self.size)?;
        map.end()
    }
}

impl Serialize for Contact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("phone_number", &self.phone)?;
        map.serialize_entry("first_name", &self.first_name)?;
        if let Some(last_name) = &self.last_name {
            map.serialize_entry("last_name", last_name)?;
        }
        if let Some(user_id) = self.user_id {
            map.serialize_entry("user_id", &user_id)?;
        }
        map.end()
    }
}

/// The part of a `file_id` that is the same for everybody; here simply its tail.
pub(crate) fn unique(file_id: &str) -> &str {
    &file_id[file_id.len().saturating_sub(15)..]
}
