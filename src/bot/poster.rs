//! Posters: which event and language, then the drawing. What stands on them is in the view.

use super::actions::{Replies, Visit, redraw, show};
use crate::{
    domain::{EventId, Language, Window},
    i18n::Tr,
    view::{home, poster},
};
use tokio::task::spawn_blocking;

/// Posters that are drawn at a time, so that many who want one keep neither all processors busy nor much memory.
pub(super) const DRAWN_AT_ONCE: usize = 2;

/// Asks for the language, or draws the poster of an event that one can still come to.
///
/// Drawing keeps a processor busy for tens of milliseconds, in which nobody else on that thread would be answered: the
/// view, which never waits, is called here on a thread of its own.
pub(super) async fn poster(visit: &Visit, event: EventId, language: Option<Language>) -> Replies {
    let services = &visit.bot.services;
    let Some(event) = services.event(event).await? else { return visit.old_button() };
    if matches!(event.window(services.now()), Window::Started | Window::Cancelled) {
        return visit.old_button();
    }
    let Some(language) = language else { return redraw(poster::ask(&visit.tr, &event)) };
    let (tr, on, bot) = (visit.tr, Tr::new(language, visit.tr.zone), visit.bot.username.clone());
    let _turn = visit.bot.drawing.acquire().await;
    let drawn = spawn_blocking(move || poster::poster(&tr, &on, &event, &bot)).await;
    show(drawn.ok().flatten().unwrap_or_else(|| home::trouble(&visit.tr)))
}
