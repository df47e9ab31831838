//! Performing replies: shows, redraws and answers presses, and tries again where the network failed. No decisions.

use super::route::{Bot, trouble};
use crate::{
    domain::{EventId, Lane, PersonId, Role},
    service::Actor,
    telegram::{client::CallError, workers::Trouble},
    view::{Keys, Reply, Screen, commands::menus},
};
use std::time::Duration;
use teloxide::types::{CallbackQuery, MaybeInaccessibleMessage};
use tokio::time::sleep;

/// Pauses before a reply that did not get through is tried again.
const PAUSES: [Duration; 3] = [Duration::from_millis(300), Duration::from_secs(1), Duration::from_secs(3)];

/// The press that is answered.
#[derive(Clone, Debug)]
pub(super) struct Origin {
    query: String,
    /// The pressed message, if another text can take its place.
    message: Option<i32>,
}

impl Origin {
    pub(super) fn of(query: &CallbackQuery) -> Self {
        // A picture, a file or a place has no text that could be replaced.
        let has_text = |message: &&MaybeInaccessibleMessage| {
            message.regular_message().is_some_and(|message| message.text().is_some())
        };
        let message = query.message.as_ref().filter(has_text).map(|message| message.id().0);
        Self { query: query.id.0.clone(), message }
    }
}

/// Performs replies in order. A press is answered in any case and at once.
pub(super) async fn all(
    bot: &Bot,
    person: PersonId,
    origin: Option<Origin>,
    replies: Vec<Reply>,
) -> Result<(), Trouble> {
    let word = replies.iter().find_map(|reply| match reply {
        Reply::Toast(text) => Some((text.clone(), false)),
        Reply::Alert(text) => Some((text.clone(), true)),
        _ => None,
    });
    let answered = async {
        match (&origin, &word) {
            (Some(origin), Some((text, alert))) => {
                tries(|| bot.client.answer(&origin.query, Some(text), *alert)).await
            }
            (Some(origin), None) => tries(|| bot.client.answer(&origin.query, None, false)).await,
            // A word over the chat has no chat to stand over here.
            (None, Some((text, _))) => {
                let screen = Screen::text(text.clone());
                tries(|| bot.client.show(Lane::Interactive, person.0, &screen)).await.map(|_| ())
            }
            (None, None) => Ok(()),
        }
    };
    let shown = async {
        for reply in &replies {
            match reply {
                Reply::Show(screen) => {
                    tries(|| bot.client.show(Lane::Interactive, person.0, screen)).await.map(|_| ())?;
                }
                Reply::Redraw(screen) => redraw(bot, person, origin.as_ref(), screen).await.map(|_| ())?,
                Reply::Board { event, shown, screen } => {
                    let message = redraw(bot, person, origin.as_ref(), screen).await?;
                    put_up(bot, person, *event, message, shown).await;
                }
                Reply::Menu(person, role) => menu(bot, *person, role).await,
                Reply::Toast(_) | Reply::Alert(_) => {}
            }
        }
        Ok(())
    };
    let (answered, shown) = futures::future::join(answered, shown).await;
    match answered.and(shown) {
        Ok(()) => Ok(()),
        Err(CallError::Gone) => {
            let gone = bot.services.set_reachable(&Actor::unprompted(person), false).await;
            gone.map_err(|fault| trouble(&fault))
        }
        Err(fault @ (CallError::Later(_) | CallError::Broken { .. })) => {
            Err(Trouble::Passing(fault.to_string()))
        }
        Err(fault) => Err(Trouble::Lasting(fault.to_string())),
    }
}

/// Notes which message is the board of a door. Without that it stands still, which is no reason to say anything else.
async fn put_up(bot: &Bot, person: PersonId, event: EventId, message: i32, shown: &str) {
    if let Err(fault) = bot.services.put_up(person, event, message, shown).await {
        tracing::warn!(%fault, "a board is not kept up to date");
    }
}

/// Gives a person the menu of their role, or everybody's. That it fails does no harm: commands are obeyed without it.
async fn menu(bot: &Bot, person: PersonId, role: &Role) {
    for (language, menu) in menus(role, bot.services.zone()) {
        let done = if role.has_desk() {
            bot.client.set_menu(Some(person.0), language, &menu).await
        } else {
            bot.client.delete_menu(person.0, language).await
        };
        if let Err(fault) = done {
            tracing::debug!(%fault, "a menu was not set");
        }
    }
}

/// Turns the pressed message into the screen, or shows a new one where Telegram does not let it be turned. Returns which
/// message shows it.
async fn redraw(
    bot: &Bot,
    person: PersonId,
    origin: Option<&Origin>,
    screen: &Screen,
) -> Result<i32, CallError> {
    let editable = screen.attachment.is_none() && matches!(screen.keys, Keys::None | Keys::Inline(_));
    if let Some(message) = origin.and_then(|origin| origin.message).filter(|_| editable) {
        match tries(|| bot.client.redraw(Lane::Interactive, person.0, message, screen)).await {
            Err(CallError::NotEditable) => {}
            done => return done.map(|()| message),
        }
    }
    tries(|| bot.client.show(Lane::Interactive, person.0, screen)).await
}

/// Makes a call until it is through, a refusal says that it never will be, or the pauses are used up.
async fn tries<T, F: Future<Output = Result<T, CallError>>>(call: impl Fn() -> F) -> Result<T, CallError> {
    for pause in PAUSES {
        match call().await {
            Err(CallError::Broken { .. }) => sleep(pause).await,
            Err(CallError::Later(wait)) if wait <= Duration::from_secs(30) => sleep(wait).await,
            outcome => return outcome,
        }
    }
    call().await
}
