//! The route: which part of the bot an update goes to. dptree sorts by kind of update; what is done stands in `actions`.

use super::{
    actions::{self, Visit},
    inline::{self, Asked},
    memory::{Memory, MemoryError},
    perform::{self, Origin},
    poster::DRAWN_AT_ONCE,
    read::read,
};
use crate::{
    domain::{Language, Name, PersonId},
    i18n::Tr,
    service::{Actor, Error, Services},
    telegram::{
        client::Client,
        workers::{Incoming, Route, Trouble},
    },
    view::{Button, Reply, home, sign_up::Operator},
};
use futures::{FutureExt, future::BoxFuture};
use std::{ops::ControlFlow, sync::Arc};
use teloxide::{
    dptree::{self, Handler, deps},
    types::{UpdateKind, User},
    utils::command::BotCommands,
};
use tokio::sync::Semaphore;

/// Commands people write.
#[derive(Clone, Debug, PartialEq, Eq, BotCommands)]
#[command(rename_rule = "lowercase", parse_with = "split")]
pub enum Command {
    /// Home, or what a deep link asks for.
    #[command(parse_with = payload)]
    Start(String),
    /// Find events.
    Events,
    /// My events.
    My,
    /// Choose a language.
    Language,
    /// What is kept and why.
    Privacy,
    /// What one can do here.
    Help,
    /// Leave a conversation.
    Cancel,
    /// The desk of the staff.
    Desk,
    /// Write an event.
    New,
    /// Write to many.
    Broadcast,
    /// Who runs events.
    Staff,
}

/// The payload of `/start`, empty if there is none.
#[expect(clippy::unnecessary_wraps, clippy::needless_pass_by_value, reason = "teloxide asks for this shape")]
fn payload(rest: String) -> Result<(String,), teloxide::utils::command::ParseError> {
    Ok((rest.trim().to_owned(),))
}

type Handled = Result<(), Trouble>;

/// The bot, ready to take updates.
pub struct Bot {
    pub(super) services: Services,
    pub(super) client: Client,
    pub(super) operator: Operator,
    pub(super) username: String,
    /// Whose turn it is to have something drawn.
    pub(super) drawing: Semaphore,
    tree: Handler<'static, Handled>,
}

impl Bot {
    /// The bot on its use cases and its client. `username` is its name in links.
    pub fn new(services: Services, client: Client, operator: Operator, username: String) -> Arc<Self> {
        let drawing = Semaphore::new(DRAWN_AT_ONCE);
        Arc::new(Self { services, client, operator, username, drawing, tree: tree() })
    }

    /// Greets the sender: who they are, in which language they are spoken to.
    async fn visit(self: &Arc<Self>, actor: Actor, from: &User) -> Result<Visit, Trouble> {
        let named = from.language_code.as_deref().and_then(Language::parse);
        let known = self.services.meet(actor.person, named).await.map_err(|e| trouble(&e))?;
        let tr = Tr::new(known.person.language.unwrap_or(Language::Kk), self.services.zone());
        let conversation = Memory::conversation(self.services.clone(), actor.clone(), known.dialogue.clone());
        let name = Name::parse(&from.full_name()).ok();
        Ok(Visit {
            bot: Arc::clone(self),
            actor,
            person: known.person,
            role: known.role,
            tr,
            conversation,
            name,
        })
    }
}

impl Route for Arc<Bot> {
    fn take(&self, incoming: Incoming) -> BoxFuture<'_, Handled> {
        async move {
            // Shared, because dptree hands every branch a copy of what it asks for.
            match self.tree.dispatch(deps![Arc::clone(self), Arc::new(incoming)]).await {
                ControlFlow::Break(handled) => handled,
                // A kind of update that asks nothing of us.
                ControlFlow::Continue(_) => Ok(()),
            }
        }
        .boxed()
    }

    fn apologise(&self, person: PersonId) -> BoxFuture<'_, ()> {
        async move {
            let language = match self.services.meet(person, None).await {
                Ok(known) => known.person.language.unwrap_or(Language::Kk),
                Err(_) => Language::Kk,
            };
            let screen = home::trouble(&Tr::new(language, self.services.zone()));
            perform::all(self, person, None, vec![Reply::Show(screen)]).await.unwrap_or_default();
        }
        .boxed()
    }
}

/// Where each kind of update goes. Only private chats: in groups this bot says nothing but by the cards people send there.
fn tree() -> Handler<'static, Handled> {
    let of = |is_kind: fn(&UpdateKind) -> bool| {
        dptree::filter(move |incoming: Arc<Incoming>| is_kind(&incoming.update.kind))
    };
    dptree::entry()
        .branch(of(|kind| matches!(kind, UpdateKind::Message(m) if m.chat.is_private())).endpoint(message))
        .branch(of(|kind| matches!(kind, UpdateKind::CallbackQuery(_))).endpoint(press))
        .branch(of(|kind| matches!(kind, UpdateKind::MyChatMember(_))).endpoint(membership))
        .branch(of(|kind| matches!(kind, UpdateKind::InlineQuery(_))).endpoint(asked))
        .branch(of(|kind| matches!(kind, UpdateKind::ChosenInlineResult(_))).endpoint(chosen))
}

async fn message(bot: Arc<Bot>, incoming: Arc<Incoming>) -> Handled {
    let UpdateKind::Message(message) = &incoming.update.kind else { return Ok(()) };
    let Some(from) = &message.from else { return Ok(()) };
    // A card of ours that was sent to ourselves is no word to us.
    if message.via_bot.as_ref().is_some_and(|via| via.username.as_deref() == Some(&bot.username)) {
        return Ok(());
    }
    let visit = bot.visit(incoming.actor.clone(), from).await?;
    let text = message.text().unwrap_or_default();
    let replies = if text.starts_with('/') {
        match Command::parse(text, &bot.username) {
            Ok(command) => actions::command(&visit, command).await,
            Err(_) => actions::unknown_command(&visit, read(message)).await,
        }
    } else {
        actions::input(&visit, read(message)).await
    };
    perform::all(&bot, visit.actor.person, None, answer(&visit, replies).await?).await
}

async fn press(bot: Arc<Bot>, incoming: Arc<Incoming>) -> Handled {
    let UpdateKind::CallbackQuery(query) = &incoming.update.kind else { return Ok(()) };
    let visit = bot.visit(incoming.actor.clone(), &query.from).await?;
    let origin = Origin::of(query);
    let replies = match query.data.as_deref().and_then(Button::decode) {
        Some(button) => actions::press(&visit, button).await,
        None => Ok(vec![Reply::Toast(home::old_button(&visit.tr))]),
    };
    perform::all(&bot, visit.actor.person, Some(origin), answer(&visit, replies).await?).await
}

async fn membership(bot: Arc<Bot>, incoming: Arc<Incoming>) -> Handled {
    let UpdateKind::MyChatMember(change) = &incoming.update.kind else { return Ok(()) };
    if change.chat.is_private() {
        let reachable = change.new_chat_member.is_present();
        bot.services.set_reachable(&incoming.actor, reachable).await.map_err(|e| trouble(&e))?;
    }
    Ok(())
}

async fn asked(bot: Arc<Bot>, incoming: Arc<Incoming>) -> Handled {
    let UpdateKind::InlineQuery(query) = &incoming.update.kind else { return Ok(()) };
    let asked = Asked {
        query: &query.id.0,
        person: incoming.actor.person,
        named: query.from.language_code.as_deref().and_then(Language::parse),
        words: &query.query,
        offset: &query.offset,
    };
    inline::offer(&bot, asked).await
}

async fn chosen(bot: Arc<Bot>, incoming: Arc<Incoming>) -> Handled {
    let UpdateKind::ChosenInlineResult(chosen) = &incoming.update.kind else { return Ok(()) };
    inline::chosen(&bot, &incoming.actor, &chosen.result_id, chosen.inline_message_id.clone()).await
}

/// Says what is for the person to hear of a fault, and passes the rest on.
async fn answer(visit: &Visit, replies: Result<Vec<Reply>, MemoryError>) -> Result<Vec<Reply>, Trouble> {
    match replies {
        Ok(replies) => Ok(replies),
        // Somebody did the same update before; its answers were given then.
        Err(MemoryError::Service(Error::Repeated)) => Ok(Vec::new()),
        // What one may not do looks exactly like what is not there.
        Err(MemoryError::Service(Error::NoRight)) => Ok(vec![Reply::Toast(home::old_button(&visit.tr))]),
        Err(MemoryError::Service(fault)) => Err(trouble(&fault)),
        Err(MemoryError::Foreign) => {
            visit.bot.services.forget(visit.actor.person).await.map_err(|fault| trouble(&fault))?;
            Ok(vec![Reply::Show(home::forgotten(&visit.tr))])
        }
    }
}

pub(super) fn trouble(fault: &Error) -> Trouble {
    match fault {
        Error::Store(_) | Error::Journal(_) => Trouble::Passing(fault.to_string()),
        Error::NoRight | Error::Repeated => Trouble::Lasting(fault.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_has_all_it_needs() {
        // dptree checks what handlers ask for when the tree is first used, and panics: better here than at the start.
        let _ = tree();
    }

    #[test]
    fn commands() {
        let parse = |text| Command::parse(text, "qatys_bot").ok();
        assert_eq!(parse("/start"), Some(Command::Start(String::new())));
        assert_eq!(parse("/start e_abc"), Some(Command::Start("e_abc".into())));
        assert_eq!(parse("/my@qatys_bot"), Some(Command::My));
        assert_eq!(parse("/my@other_bot"), None);
        assert_eq!(parse("/unknown"), None);
    }
}
