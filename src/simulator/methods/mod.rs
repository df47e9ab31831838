//! Every method in one table: its name, its parameters (for the record of unknown ones) and the function that
//! performs it. A method not in the table does not exist here, and Telegram's 404 says so.

mod commands;
mod deletes;
mod edits;
mod info;
mod inline;
mod media;
mod polling;
mod send;
mod target;
mod webhooks;

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

pub(crate) use polling::Poller;

use super::reply::{Done, Outcome};
use super::request::Params;
use super::state::World;

/// How a method runs.
enum Run {
    /// At once.
    Now(fn(&Arc<World>, &Params) -> Outcome),
    /// At once, and without a way to fail.
    Sure(fn(&Arc<World>, &Params) -> Done),
    /// `getUpdates`, which may wait.
    Poll,
}

/// One method.
pub(crate) struct Method {
    /// Name as in the reference.
    pub(crate) name: &'static str,
    /// Its parameters in the reference, and older names the server still reads.
    pub(crate) fields: &'static [&'static str],
    /// It makes or changes a message, so rate limits count it.
    pub(crate) counts: bool,
    run: Run,
}

macro_rules! fields {
    ($($own:literal),*; send) => {
        &[
            "business_connection_id", "chat_id", "message_thread_id", "direct_messages_topic_id",
            "ephemeral_message_parameters", "disable_notification", "protect_content", "allow_paid_broadcast",
            "message_effect_id", "suggested_post_parameters", "reply_parameters", "reply_markup",
            "reply_to_message_id", "allow_sending_without_reply", $($own),*
        ]
    };
    ($($own:literal),*; edit) => {
        &["business_connection_id", "chat_id", "message_id", "inline_message_id", "reply_markup", $($own),*]
    };
    ($($own:literal),*) => { &[$($own),*] };
}

const fn quiet(
    name: &'static str,
    run: fn(&Arc<World>, &Params) -> Outcome,
    fields: &'static [&'static str],
) -> Method {
    Method { name, fields, counts: false, run: Run::Now(run) }
}

const fn sure(
    name: &'static str,
    run: fn(&Arc<World>, &Params) -> Done,
    fields: &'static [&'static str],
) -> Method {
    Method { name, fields, counts: false, run: Run::Sure(run) }
}

const fn counted(
    name: &'static str,
    run: fn(&Arc<World>, &Params) -> Outcome,
    fields: &'static [&'static str],
) -> Method {
    Method { name, fields, counts: true, run: Run::Now(run) }
}

static METHODS: &[Method] = &[
    Method {
        name: "getUpdates",
        fields: fields!["offset", "limit", "timeout", "allowed_updates"],
        counts: false,
        run: Run::Poll,
    },
    sure("getMe", info::get_me, &[]),
    counted(
        "sendMessage",
        send::message,
        fields!["text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview"; send],
    ),
    counted(
        "sendPhoto",
        media::photo,
        fields!["photo", "caption", "parse_mode", "caption_entities", "show_caption_above_media", "has_spoiler"; send],
    ),
    counted(
        "sendDocument",
        media::document,
        fields!["document", "thumbnail", "caption", "parse_mode", "caption_entities", "disable_content_type_detection"; send],
    ),
    counted(
        "sendLocation",
        send::location,
        fields!["latitude", "longitude", "horizontal_accuracy", "live_period", "heading", "proximity_alert_radius"; send],
    ),
    counted(
        "sendVenue",
        send::venue,
        fields!["latitude", "longitude", "title", "address", "foursquare_id", "foursquare_type", "google_place_id", "google_place_type"; send],
    ),
    counted("sendContact", send::contact, fields!["phone_number", "first_name", "last_name", "vcard"; send]),
    counted("sendMediaGroup", media::group, fields!["media"; send]),
    counted(
        "copyMessage",
        send::copy,
        fields!["from_chat_id", "message_id", "video_start_timestamp", "caption", "parse_mode", "caption_entities", "show_caption_above_media"; send],
    ),
    counted(
        "editMessageText",
        edits::text,
        fields!["text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview", "rich_message"; edit],
    ),
    counted(
        "editMessageCaption",
        edits::caption,
        fields!["caption", "parse_mode", "caption_entities", "show_caption_above_media"; edit],
    ),
    counted("editMessageMedia", edits::media, fields!["media"; edit]),
    counted("editMessageReplyMarkup", edits::markup, fields![; edit]),
    quiet("deleteMessage", deletes::one, fields!["chat_id", "message_id"]),
    quiet("deleteMessages", deletes::many, fields!["chat_id", "message_ids"]),
    quiet(
        "answerCallbackQuery",
        info::answer_callback,
        fields!["callback_query_id", "text", "show_alert", "url", "cache_time"],
    ),
    quiet(
        "answerInlineQuery",
        inline::answer,
        fields!["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
    ),
    quiet(
        "sendChatAction",
        info::chat_action,
        fields!["business_connection_id", "chat_id", "message_thread_id", "action"],
    ),
    quiet(
        "pinChatMessage",
        deletes::pin,
        fields!["business_connection_id", "chat_id", "message_id", "disable_notification"],
    ),
    quiet("unpinChatMessage", deletes::unpin, fields!["business_connection_id", "chat_id", "message_id"]),
    quiet("getChat", info::get_chat, fields!["chat_id"]),
    quiet("getFile", info::get_file, fields!["file_id"]),
    quiet("setMyCommands", commands::set, fields!["commands", "scope", "language_code"]),
    quiet("getMyCommands", commands::get, fields!["scope", "language_code"]),
    quiet("deleteMyCommands", commands::delete, fields!["scope", "language_code"]),
    quiet("setMyName", commands::set_name, fields!["name", "language_code"]),
    quiet("getMyName", commands::get_name, fields!["language_code"]),
    quiet("setMyDescription", commands::set_description, fields!["description", "language_code"]),
    quiet("getMyDescription", commands::get_description, fields!["language_code"]),
    quiet(
        "setMyShortDescription",
        commands::set_short_description,
        fields!["short_description", "language_code"],
    ),
    quiet("getMyShortDescription", commands::get_short_description, fields!["language_code"]),
    quiet("setChatMenuButton", commands::set_menu, fields!["chat_id", "menu_button"]),
    quiet("getChatMenuButton", commands::get_menu, fields!["chat_id"]),
    quiet(
        "setWebhook",
        webhooks::set,
        fields![
            "url",
            "certificate",
            "ip_address",
            "max_connections",
            "allowed_updates",
            "drop_pending_updates",
            "secret_token"
        ],
    ),
    sure("deleteWebhook", webhooks::delete, fields!["drop_pending_updates"]),
    sure("getWebhookInfo", webhooks::info, &[]),
    sure("logOut", info::yes, &[]),
    sure("close", info::yes, &[]),
];

static BY_NAME: LazyLock<HashMap<String, &'static Method>> =
    LazyLock::new(|| METHODS.iter().map(|method| (method.name.to_ascii_lowercase(), method)).collect());

/// The method of this name, in any case.
pub(crate) fn find(name: &str) -> Option<&'static Method> {
    BY_NAME.get(&name.to_ascii_lowercase()).copied()
}

/// Performs a method.
pub(crate) async fn run(world: &Arc<World>, method: &Method, params: &Params) -> Outcome {
    match method.run {
        Run::Now(run) => run(world, params),
        Run::Sure(run) => Ok(run(world, params)),
        Run::Poll => polling::get_updates(world, params).await,
    }
}
