//! What is kept of a person and why, the download, and deletion after two questions.

use super::parts::{home, paragraphs, press, screen};
use super::sign_up::Operator;
use super::{Attachment, Button, Screen};
use crate::domain::{Optional, PersonalData};
use crate::i18n::{Html, Tr};

/// What is kept and why, and what they get; `has_data` when there is more than a language, `unwanted` what they have
/// switched off.
pub fn privacy(tr: &Tr, has_data: bool, unwanted: &[Optional], operator: &Operator) -> Screen {
    let none = if has_data { Html::default() } else { tr.privacy_none() };
    let mut rows = vec![vec![press(tr.privacy_download_key(), Button::Download)]];
    rows.push(vec![press(tr.privacy_erase_key(), Button::Erase)]);
    if !has_data {
        rows.clear();
    }
    rows.splice(
        0..0,
        Optional::ALL.map(|kind| {
            let is_wanted = !unwanted.contains(&kind);
            let label = if is_wanted {
                tr.privacy_on_key(named(tr, kind))
            } else {
                tr.privacy_off_key(named(tr, kind))
            };
            vec![press(label, Button::Want(kind, !is_wanted))]
        }),
    );
    rows.push(home(tr));
    screen(paragraphs([tr.privacy_kept(operator.named(tr)), none, tr.privacy_wishes()]), rows)
}

fn named(tr: &Tr, kind: Optional) -> Html {
    match kind {
        Optional::News => tr.privacy_news(),
        Optional::Reminders => tr.privacy_reminders(),
        Optional::Feedback => tr.privacy_feedback(),
    }
}

/// Alert: a kind of messages has been switched off.
pub fn muted(tr: &Tr, kind: Optional) -> String {
    tr.privacy_muted(named(tr, kind)).into()
}

/// Everything kept, as a file to read.
pub fn download(tr: &Tr, data: &PersonalData) -> Screen {
    let mut screen = screen(tr.privacy_file(), []);
    // A struct of texts, numbers and times always becomes JSON; an empty file would be seen at once.
    let bytes = serde_json::to_vec_pretty(data).unwrap_or_default();
    screen.attachment = Some(Attachment::Document { name: "qatys.json".into(), bytes });
    screen
}

/// The first question before deletion.
pub fn erase(tr: &Tr) -> Screen {
    question(tr, tr.privacy_erase(), press(tr.privacy_erase_key_on(), Button::EraseSure))
}

/// The second one.
pub fn erase_sure(tr: &Tr) -> Screen {
    question(tr, tr.privacy_erase_sure(), press(tr.privacy_erase_key_now(), Button::EraseNow))
}

fn question(tr: &Tr, question: Html, yes: super::Key) -> Screen {
    screen(question, [vec![yes], vec![press(tr.privacy_keep_key(), Button::Privacy)]])
}

/// Everything is deleted.
pub fn erased(tr: &Tr) -> Screen {
    screen(tr.privacy_erased(), [])
}
