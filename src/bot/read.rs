//! What a message of a person's says: from Telegram's message with its entities to our input. Decides nothing.

use crate::{
    domain::{Attached, Part},
    view::{Input, Sent},
};
use teloxide::types::{Message, MessageEntity, MessageEntityKind as Kind};

/// What a message that is not a command says.
pub(super) fn read(message: &Message) -> Input {
    if let Some(contact) = message.contact() {
        // Telegram puts the sender's own id on a contact that they shared as theirs.
        let own = contact.user_id.is_some() && contact.user_id == message.from.as_ref().map(|from| from.id);
        return Input::Contact { phone: contact.phone_number.clone(), own };
    }
    if let Some(venue) = message.venue() {
        let point = (venue.location.latitude, venue.location.longitude);
        return Input::Location { point, place: Some((venue.title.clone(), venue.address.clone())) };
    }
    if let Some(location) = message.location() {
        return Input::Location { point: (location.latitude, location.longitude), place: None };
    }
    if let Some(text) = message.text() {
        let html = html(text, message.entities().unwrap_or_default());
        if !html.contains('<') {
            return Input::Text(text.to_owned());
        }
        let part = Part { html, attached: None };
        return Input::Message(Sent { part, plain: Some(text.to_owned()), album: None });
    }
    let largest = message.photo().and_then(|sizes| sizes.iter().max_by_key(|size| size.width * size.height));
    let attached = match (largest, message.document()) {
        (Some(photo), _) => Attached::Photo(photo.file.id.0.clone()),
        (None, Some(document)) => Attached::Document(document.file.id.0.clone()),
        (None, None) => return Input::Other,
    };
    let html = html(message.caption().unwrap_or_default(), message.caption_entities().unwrap_or_default());
    let album = message.media_group_id().map(|id| id.0.clone());
    Input::Message(Sent { part: Part { html, attached: Some(attached) }, plain: None, album })
}

/// A tag that is open, and where it ends, in UTF-16 units.
struct Open {
    end: usize,
    tag: Tag,
}

#[derive(Clone)]
struct Tag {
    start: String,
    end: &'static str,
}

/// A text in Telegram's HTML. teloxide's own rendering is not used: it escapes nothing in a text without formatting and
/// nothing in an address, and lets tags cross that Telegram refuses to read.
fn html(text: &str, entities: &[MessageEntity]) -> String {
    let known = entities.iter().rev();
    let mut waiting: Vec<_> =
        known.filter_map(|entity| Some((entity.offset, entity.length, tag(&entity.kind)?))).collect();
    // Taken from the end: the longer one is the outer one; of two alike, the one that is named first.
    waiting.sort_by_key(|(offset, length, _)| (std::cmp::Reverse(*offset), *length));
    let (mut html, mut open, mut at) = (String::with_capacity(text.len()), Vec::<Open>::new(), 0);
    for c in text.chars() {
        close(&mut html, &mut open, at);
        while let Some((offset, length, tag)) = waiting.pop_if(|(offset, ..)| *offset <= at) {
            if offset + length > at {
                html.push_str(&tag.start);
                open.push(Open { end: offset + length, tag });
            }
        }
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            c => html.push(c),
        }
        at += c.len_utf16();
    }
    close(&mut html, &mut open, usize::MAX);
    html
}

/// Closes every tag that ends here, and opens those again that had to be closed before their end.
fn close(html: &mut String, open: &mut Vec<Open>, at: usize) {
    let Some(outermost) = open.iter().position(|one| one.end <= at) else { return };
    let closed = open.split_off(outermost);
    for one in closed.iter().rev() {
        html.push_str(one.tag.end);
    }
    for one in closed.into_iter().filter(|one| one.end > at) {
        html.push_str(&one.tag.start);
        open.push(one);
    }
}

/// The tag of a formatting. What Telegram finds by itself needs none; of a custom emoji, which a bot may not send, the
/// plain one in the text is left; a link of a kind that nobody should be led to loses its address.
fn tag(kind: &Kind) -> Option<Tag> {
    let plain = |start: &str, end| Some(Tag { start: start.to_owned(), end });
    match kind {
        Kind::Bold => plain("<b>", "</b>"),
        Kind::Italic => plain("<i>", "</i>"),
        Kind::Underline => plain("<u>", "</u>"),
        Kind::Strikethrough => plain("<s>", "</s>"),
        Kind::Spoiler => plain("<tg-spoiler>", "</tg-spoiler>"),
        Kind::Code => plain("<code>", "</code>"),
        Kind::Blockquote => plain("<blockquote>", "</blockquote>"),
        Kind::ExpandableBlockquote => plain("<blockquote expandable>", "</blockquote>"),
        Kind::Pre { language: None } => plain("<pre>", "</pre>"),
        Kind::Pre { language: Some(language) } => {
            let start = format!("<pre><code class=\"language-{}\">", quoted(language));
            Some(Tag { start, end: "</code></pre>" })
        }
        Kind::TextLink { url } if ["http", "https", "tg"].contains(&url.scheme()) => {
            Some(Tag { start: format!("<a href=\"{}\">", quoted(url.as_str())), end: "</a>" })
        }
        Kind::TextMention { user } => {
            Some(Tag { start: format!("<a href=\"tg://user?id={}\">", user.id), end: "</a>" })
        }
        _ => None,
    }
}

/// A text between quotation marks.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entities(json: serde_json::Value) -> Vec<MessageEntity> {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn formatting_becomes_tags() {
        use serde_json::json;
        let one = |kind: &str, offset: usize, length: usize| json!({"type": kind, "offset": offset, "length": length});
        let link = |url: &str| json!([{"type": "text_link", "offset": 0, "length": 2, "url": url}]);
        for (text, given, html_text) in [
            ("<b> & \"q\"", json!([]), "&lt;b&gt; &amp; \"q\""),
            ("ab", json!([one("bold", 0, 2), one("italic", 0, 2)]), "<b><i>ab</i></b>"),
            ("abc", json!([one("bold", 0, 3), one("italic", 1, 1)]), "<b>a<i>b</i>c</b>"),
            ("abcd", json!([one("bold", 0, 3), one("italic", 1, 3)]), "<b>a<i>bc</i></b><i>d</i>"),
            ("😀ә<", json!([one("underline", 2, 1), one("strikethrough", 3, 1)]), "😀<u>ә</u><s>&lt;</s>"),
            ("abc", json!([one("spoiler", 1, 99)]), "a<tg-spoiler>bc</tg-spoiler>"),
            ("😀a", json!([one("bold", 1, 2)]), "😀<b>a</b>"),
            ("a\nb", json!([one("blockquote", 0, 3)]), "<blockquote>a\nb</blockquote>"),
            ("ab", json!([one("expandable_blockquote", 0, 2)]), "<blockquote expandable>ab</blockquote>"),
            ("x<y", json!([one("code", 0, 3)]), "<code>x&lt;y</code>"),
            (
                "x",
                json!([{"type": "pre", "offset": 0, "length": 1, "language": "a\"><b"}]),
                "<pre><code class=\"language-a&quot;&gt;&lt;b\">x</code></pre>",
            ),
            (
                "😀x",
                json!([{"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5"}]),
                "😀x",
            ),
            ("x.kz #a", json!([one("url", 0, 4), one("hashtag", 5, 2)]), "x.kz #a"),
            ("ab", link("https://x.kz/?a=1&b=\"2\""), "<a href=\"https://x.kz/?a=1&amp;b=%222%22\">ab</a>"),
            ("ab", link("tg://resolve?domain=x"), "<a href=\"tg://resolve?domain=x\">ab</a>"),
            ("ab", link("javascript:alert(1)"), "ab"),
            ("ab", link("file:///etc/passwd"), "ab"),
        ] {
            assert_eq!(html(text, &entities(given)), html_text);
        }
    }
}
