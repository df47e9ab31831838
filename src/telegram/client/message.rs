//! Screens as calls of the Bot API: which method, which fields, which keyboard. Sends nothing.

use super::error::CallError;
use super::wire::{Body, Upload};
use crate::domain::Attached;
use crate::view::{Attachment, Key, Keys, Screen};
use reqwest::Url;
use teloxide::payloads::{
    EditMessageCaption, EditMessageText, SendDocument, SendMessage, SendPhoto, SendVenue, setters::*,
};
use teloxide::requests::Payload;
use teloxide::types::{
    ButtonRequest, ChatId, InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, KeyboardMarkup,
    LinkPreviewOptions, MessageId, ParseMode, ReplyMarkup,
};

/// A method and what is posted to it.
pub(super) type Prepared = (&'static str, Body);

/// The call that shows a screen as a new message; `paid` beyond the free rate, for Stars.
pub(super) fn show(chat: i64, screen: &Screen, paid: bool) -> Result<Prepared, CallError> {
    let markup = markup(&screen.keys)?;
    let upload = |field, file_name: &str, mime, bytes: &[u8]| -> Result<Body, CallError> {
        let mut fields = vec![("chat_id", chat.to_string())];
        if !screen.html.is_empty() {
            fields.push(("caption", screen.html.clone()));
            fields.push(("parse_mode", "HTML".to_owned()));
        }
        if let Some(markup) = &markup {
            fields.push(("reply_markup", serde_json::to_string(markup).map_err(unserialized)?));
        }
        let file_name = file_name.to_owned();
        Ok(Body::Form(Upload { fields, field, file_name, mime, bytes: bytes.to_vec() }))
    };
    match &screen.attachment {
        None => {
            let mut call = SendMessage::new(ChatId(chat), &screen.html)
                .parse_mode(ParseMode::Html)
                .link_preview_options(NO_PREVIEW);
            call.reply_markup = markup;
            call.allow_paid_broadcast = paid.then_some(true);
            json(&call)
        }
        Some(Attachment::Kept(kept)) => kept_file(chat, kept, screen, markup.as_ref(), paid),
        Some(Attachment::Photo(png)) => {
            Ok((SendPhoto::NAME, upload("photo", "picture.png", "image/png", png)?))
        }
        Some(Attachment::Document { name, bytes }) => {
            Ok((SendDocument::NAME, upload("document", name, "application/octet-stream", bytes)?))
        }
        Some(Attachment::Venue { point: (latitude, longitude), title, address }) => {
            let mut call = SendVenue::new(ChatId(chat), *latitude, *longitude, title, address);
            call.reply_markup = markup;
            json(&call)
        }
    }
}

/// A picture or file that Telegram keeps.
fn kept_file(
    chat: i64,
    kept: &Attached,
    screen: &Screen,
    markup: Option<&ReplyMarkup>,
    paid: bool,
) -> Result<Prepared, CallError> {
    let (method, field, id) = match kept {
        Attached::Photo(id) => (SendPhoto::NAME, "photo", id),
        Attached::Document(id) => (SendDocument::NAME, "document", id),
    };
    let mut fields = serde_json::json!({
        "chat_id": chat, field: id, "caption": screen.html, "parse_mode": "HTML",
    });
    if let Some(markup) = markup {
        fields["reply_markup"] = serde_json::to_value(markup).map_err(unserialized)?;
    }
    if paid {
        fields["allow_paid_broadcast"] = true.into();
    }
    Ok((method, Body::Json(serde_json::to_vec(&fields).map_err(unserialized)?)))
}

/// The call that turns an old message into a screen. Text with buttons under it can replace a text; the caption of a kept
/// picture or file can replace its caption, the file itself stays.
pub(super) fn redraw(chat: i64, message_id: i32, screen: &Screen) -> Result<Prepared, CallError> {
    if matches!(screen.keys, Keys::Ask { .. } | Keys::Remove) {
        return Err(CallError::NotEditable);
    }
    match &screen.attachment {
        None => {}
        Some(Attachment::Kept(_)) => {
            let mut call = EditMessageCaption::new(ChatId(chat), MessageId(message_id))
                .caption(&screen.html)
                .parse_mode(ParseMode::Html);
            if let Keys::Inline(rows) = &screen.keys {
                call.reply_markup = Some(inline(rows)?);
            }
            return json(&call);
        }
        Some(_) => return Err(CallError::NotEditable),
    }
    let mut call = EditMessageText::new(ChatId(chat), MessageId(message_id), &screen.html)
        .parse_mode(ParseMode::Html)
        .link_preview_options(NO_PREVIEW);
    if let Keys::Inline(rows) = &screen.keys {
        call.reply_markup = Some(inline(rows)?);
    }
    json(&call)
}

/// A call without a file.
pub(super) fn json<P: Payload + serde::Serialize>(call: &P) -> Result<Prepared, CallError> {
    Ok((P::NAME, Body::Json(serde_json::to_vec(call).map_err(unserialized)?)))
}

const NO_PREVIEW: LinkPreviewOptions = LinkPreviewOptions {
    is_disabled: true,
    url: None,
    prefer_small_media: false,
    prefer_large_media: false,
    show_above_text: false,
};

fn markup(keys: &Keys) -> Result<Option<ReplyMarkup>, CallError> {
    Ok(match keys {
        Keys::None => None,
        Keys::Inline(rows) => Some(ReplyMarkup::InlineKeyboard(inline(rows)?)),
        Keys::Ask { contact, rows, placeholder } => {
            let share =
                contact.iter().map(|label| vec![KeyboardButton::new(label).request(ButtonRequest::Contact)]);
            let texts = rows.iter().map(|row| row.iter().map(KeyboardButton::new).collect());
            let mut keyboard = KeyboardMarkup::new(share.chain(texts).collect::<Vec<Vec<_>>>());
            keyboard.resize_keyboard = true;
            keyboard.one_time_keyboard = true;
            keyboard.input_field_placeholder.clone_from(placeholder);
            Some(ReplyMarkup::Keyboard(keyboard))
        }
        Keys::Remove => Some(ReplyMarkup::kb_remove()),
    })
}

pub(super) fn inline(rows: &[Vec<Key>]) -> Result<InlineKeyboardMarkup, CallError> {
    let button = |key: &Key| match key {
        Key::Press(label, button) => Ok(InlineKeyboardButton::callback(label, button.encode())),
        Key::Link(label, url) => match Url::parse(url) {
            Ok(url) => Ok(InlineKeyboardButton::url(label, url)),
            Err(_) => Err(CallError::Refused("the link of a button is no address".into())),
        },
    };
    let rows: Result<Vec<Vec<_>>, _> = rows.iter().map(|row| row.iter().map(button).collect()).collect();
    Ok(InlineKeyboardMarkup::new(rows?))
}

pub(super) fn unserialized(_: serde_json::Error) -> CallError {
    CallError::Refused("the call cannot be written as JSON".into())
}
