//! What every command, press and text does: one exhaustive match each, to a use case and on to a screen.

use super::{
    arrive,
    memory::{Conversation, MemoryError, State},
    route::{Bot, Command},
    sign_up::{self, Facts, Step},
};
use crate::{
    domain::{
        Consent, Days, Event, EventCard, EventId, Filter, Joined, Language, Name, Party, Person,
        RegistrationId, Role,
    },
    i18n::Tr,
    service::Actor,
    view::{
        Answer, Back, Button, Input, Keys, Reply, Screen, attendance, calendar, event_card, events, home,
        privacy, registrations,
        sign_up::{Fault, Prompt, noted, prompt},
    },
};
use chrono::Datelike;
use std::sync::Arc;

/// One update of a person, with everything its handling needs.
pub struct Visit {
    pub(super) bot: Arc<Bot>,
    pub(super) actor: Actor,
    pub(super) person: Person,
    pub(super) role: Role,
    pub(super) tr: Tr,
    pub(super) conversation: Conversation,
    /// Their name in Telegram, if it is one.
    pub(super) name: Option<Name>,
}

/// What comes of an action.
pub(super) type Replies = Result<Vec<Reply>, MemoryError>;

/// Does what a command says.
pub async fn command(visit: &Visit, command: Command) -> Replies {
    let tr = &visit.tr;
    match command {
        Command::Help => return visit.and_the_question(home::help(tr)).await,
        Command::Desk if !visit.role.has_desk() => return unknown_command(visit, "/desk").await,
        Command::Language => return show(home::languages(tr)),
        Command::Cancel => return visit.cancel().await,
        // Tickets are scanned one after the other at the same door.
        Command::Start(payload) if payload.starts_with("t_") => {
            return arrive::by_link(visit, &payload).await;
        }
        _ => {}
    }
    let mut replies = visit.leave_conversation().await?;
    replies.extend(leading(visit, command).await?);
    Ok(replies)
}

/// Does what a command says that leaves whatever the person was in the middle of.
async fn leading(visit: &Visit, command: Command) -> Replies {
    let Visit { bot, actor, tr, .. } = visit;
    match command {
        Command::Start(payload) => arrive::by_link(visit, &payload).await,
        Command::Events => show(events::find(tr, &Filter::default(), bot.services.today())),
        Command::My => {
            let page = bot.services.my_events(actor, false, 0).await?;
            show(registrations::mine(tr, false, (0, page.pages()), &page.items, bot.services.now()))
        }
        Command::Privacy => show(visit.privacy()),
        Command::Desk => Ok(vec![Reply::Show(visit.desk(0).await?)]),
        Command::Help | Command::Language | Command::Cancel => unreachable!("answered above"),
    }
}

/// A command that is not there, or not for this person. In the middle of a sign-up it is an answer that does not fit.
pub async fn unknown_command(visit: &Visit, text: &str) -> Replies {
    match visit.state().await? {
        State::SignUp(state) => visit.step(*state, &Input::Text(text.to_owned())).await,
        _ => show(home::not_understood(&visit.tr)),
    }
}

/// Does what a text, a contact or anything else that is not a command says.
pub async fn input(visit: &Visit, input: Input) -> Replies {
    match (visit.state().await?, input) {
        (State::SignUp(state), input) => visit.step(*state, &input).await,
        (State::Door { event }, Input::Text(text)) => arrive::typed(visit, event, &text).await,
        (State::Nothing, Input::Text(text)) => Ok(vec![Reply::Show(visit.search(&text, 0).await?)]),
        _ => show(home::not_understood(&visit.tr)),
    }
}

/// Does what a button says. Rights are checked by the use cases: a payload may come from anybody.
pub async fn press(visit: &Visit, button: Button) -> Replies {
    if keeps_conversation(&button) {
        return pressed(visit, button).await;
    }
    let mut replies = visit.leave_conversation().await?;
    replies.extend(pressed(visit, button).await?);
    Ok(replies)
}

#[expect(
    clippy::too_many_lines,
    reason = "every button has its line here: the compiler asks for each new one"
)]
async fn pressed(visit: &Visit, button: Button) -> Replies {
    let Visit { bot, actor, tr, .. } = visit;
    let services = &bot.services;
    let now = services.now();
    match button {
        Button::Home => redraw(visit.home()),
        Button::Languages => redraw(home::languages(tr)),
        Button::Speak(language) => visit.speak(language).await,
        Button::Find(filter) => redraw(events::find(tr, &filter, services.today())),
        Button::List(filter, page) => {
            let found = services.events(filter, page).await?;
            redraw(events::list(tr, &filter, found.turn(page), &found.items, found.total, now))
        }
        Button::Month(filter, year, month) => visit.month(&filter, year, month).await,
        Button::Districts(filter) => redraw(events::districts(tr, &filter)),
        Button::Levels(filter) => redraw(events::levels(tr, &filter)),
        Button::Spoken(filter) => redraw(events::spoken(tr, &filter)),
        Button::Search(page, words) => redraw(visit.search(&words, page).await?),
        Button::Event(event, back) => redraw(visit.card(event, &back).await?),
        Button::SignUp(event) => visit.begin(event).await,
        Button::Answer(answer) => visit.answer(answer).await,
        Button::Calendar(event) => visit.about(event, |card| calendar::calendar(tr, &card.event, now)).await,
        Button::Place(event) => visit.about(event, |card| event_card::place(tr, &card.event)).await,
        Button::Share(event) => visit.about(event, |card| visit.share(card)).await,
        Button::Mine { past, page } => {
            let mine = services.my_events(actor, past, page).await?;
            redraw(registrations::mine(tr, past, mine.turn(page), &mine.items, now))
        }
        Button::Ticket(id) => {
            // It comes by the outbox, like the first one.
            if services.resend_ticket(actor, id).await? { Ok(Vec::new()) } else { visit.old_button() }
        }
        Button::Leave(id) => match services.my_registration(actor, id).await? {
            Some(mine) => redraw(registrations::leave(tr, &mine.event, &mine.mine.registration)),
            None => visit.old_button(),
        },
        Button::LeaveSure(id) | Button::Decline(id) | Button::NotComing(id) => {
            redraw(registrations::left(tr, &services.leave(actor, id).await?))
        }
        Button::Parties(id) => visit.parties(id).await,
        Button::Resize(id, party) => visit.resize(id, party).await,
        Button::Accept(id) => redraw(registrations::accepted(tr, &services.accept(actor, id).await?, now)),
        Button::Coming(id) => {
            Ok(vec![Reply::Toast(registrations::confirmed(tr, &services.confirm(actor, id).await?))])
        }
        Button::Privacy => redraw(visit.privacy()),
        Button::Download => match services.personal_data(actor.person).await? {
            Some(data) => show(privacy::download(tr, &data)),
            None => visit.old_button(),
        },
        Button::Erase => redraw(privacy::erase(tr)),
        Button::EraseSure => redraw(privacy::erase_sure(tr)),
        Button::EraseNow => {
            services.erase(actor).await?;
            redraw(privacy::erased(tr))
        }
        Button::Desk(page) => redraw(visit.desk(page).await?),
        Button::Door(event) => arrive::door(visit, event).await,
        Button::CheckIn(id, party) => arrive::check_in(visit, id, party).await,
        Button::Undo(id) => match services.undo(actor, id).await? {
            Some(arrival) => redraw(attendance::undone(tr, arrival.guest.event)),
            None => visit.old_button(),
        },
        Button::Still => Ok(Vec::new()),
    }
}

/// Buttons that belong to a conversation or to the door, or only bring something beside it.
fn keeps_conversation(button: &Button) -> bool {
    matches!(
        button,
        Button::Answer(_)
            | Button::SignUp(_)
            | Button::Calendar(_)
            | Button::Place(_)
            | Button::Share(_)
            | Button::Ticket(_)
            | Button::Coming(_)
            | Button::Speak(_)
            | Button::Languages
            | Button::Door(_)
            | Button::CheckIn(..)
            | Button::Undo(_)
            | Button::Still
    )
}

#[expect(clippy::unnecessary_wraps, reason = "the last word of most actions")]
pub(super) fn show(screen: Screen) -> Replies {
    Ok(vec![Reply::Show(screen)])
}

/// A question in place of the pressed message; one with a keyboard of its own cannot take the place of a message.
fn question(screen: Screen) -> Reply {
    if matches!(screen.keys, Keys::Ask { .. }) { Reply::Show(screen) } else { Reply::Redraw(screen) }
}

#[expect(clippy::unnecessary_wraps, reason = "the last word of most actions")]
pub(super) fn redraw(screen: Screen) -> Replies {
    Ok(vec![Reply::Redraw(screen)])
}

impl Visit {
    /// What the person is in the middle of. A state of another release ends the conversation with a word.
    pub(super) async fn state(&self) -> Result<State, MemoryError> {
        Ok(self.conversation.get().await?.unwrap_or_default())
    }

    /// Ends what the person is in the middle of. What is to be shown for it takes a keyboard away that stands there.
    async fn leave_conversation(&self) -> Replies {
        let replies = match self.conversation.get().await {
            Ok(None | Some(State::Nothing)) => return Ok(Vec::new()),
            Ok(Some(State::SignUp(state))) => self.keyboard_away(&state),
            Ok(Some(State::Door { .. })) | Err(MemoryError::Foreign) => Vec::new(),
            Err(fault) => return Err(fault),
        };
        self.conversation.exit().await?;
        Ok(replies)
    }

    /// Whatever the sign-up has put in place of the person's own keyboard must not outlive it: its labels would come
    /// back later as words to search for.
    fn keyboard_away(&self, state: &sign_up::State) -> Vec<Reply> {
        if state.has_keyboard() { vec![Reply::Show(noted(&self.tr, None))] } else { Vec::new() }
    }

    async fn cancel(&self) -> Replies {
        if let Ok(None | Some(State::Nothing)) = self.conversation.get().await {
            return show(home::nothing_to_cancel(&self.tr));
        }
        let mut replies = self.leave_conversation().await?;
        replies.push(Reply::Show(home::cancelled(&self.tr)));
        Ok(replies)
    }

    /// A screen beside the sign-up, and its open question once more, so that the way on is the last thing they see.
    async fn and_the_question(&self, screen: Screen) -> Replies {
        let mut replies = vec![Reply::Show(screen)];
        if let State::SignUp(state) = self.state().await? {
            let question = prompt(&self.tr, &sign_up::again(&state), None, &self.bot.operator);
            replies.push(Reply::Show(question));
        }
        Ok(replies)
    }

    pub(super) fn home(&self) -> Screen {
        let name = self.person.details.as_ref().map(|details| &details.name);
        home::home(&self.tr, name, self.role.has_desk())
    }

    fn privacy(&self) -> Screen {
        privacy::privacy(&self.tr, self.person.details.is_some(), &self.bot.operator)
    }

    fn share(&self, card: &EventCard) -> Screen {
        let link = format!("https://t.me/{}?start=e_{}", self.bot.username, card.event.code);
        event_card::share(&self.tr, &card.event, &link)
    }

    #[expect(clippy::unnecessary_wraps, reason = "the last word of many actions")]
    pub(super) fn old_button(&self) -> Replies {
        Ok(vec![Reply::Toast(home::old_button(&self.tr))])
    }

    async fn speak(&self, language: Language) -> Replies {
        self.bot.services.speak(&self.actor, language).await?;
        let tr = Tr::new(language, self.tr.zone);
        if let Ok(State::SignUp(state)) = self.state().await {
            return Ok(vec![question(prompt(&tr, &sign_up::again(&state), None, &self.bot.operator))]);
        }
        let name = self.person.details.as_ref().map(|details| &details.name);
        redraw(home::home(&tr, name, self.role.has_desk()))
    }

    async fn search(&self, words: &str, page: u32) -> Result<Screen, MemoryError> {
        let found = self.bot.services.search(words, page).await?;
        let now = self.bot.services.now();
        Ok(events::found(&self.tr, words, found.turn(page), &found.items, found.total, now))
    }

    pub(super) async fn card(&self, event: EventId, back: &Back) -> Result<Screen, MemoryError> {
        Ok(match self.bot.services.card(self.actor.person, event).await? {
            Some(card) => event_card::card(&self.tr, &card, back, self.bot.services.now()),
            None => events::absent(&self.tr),
        })
    }

    /// A new message about an event beside its card.
    async fn about(&self, event: EventId, screen: impl FnOnce(&EventCard) -> Screen) -> Replies {
        match self.bot.services.card(self.actor.person, event).await? {
            Some(card) => show(screen(&card)),
            None => self.old_button(),
        }
    }

    async fn month(&self, filter: &Filter, year: i32, month: u32) -> Replies {
        let today = self.bot.services.today();
        // A payload of ours names a month a person can page to; another one is brought to today's.
        let near = (today.year() - 1..=today.year() + 2).contains(&year) && (1..=12).contains(&month);
        let (year, month) = if near { (year, month) } else { (today.year(), today.month()) };
        let any_day = Filter { days: Days::All, ..*filter };
        let days = self.bot.services.month(any_day, year, month).await?;
        redraw(events::month(&self.tr, filter, (year, month), &days, today))
    }

    pub(super) async fn desk(&self, page: u32) -> Result<Screen, MemoryError> {
        let desk = self.bot.services.desk(&self.actor, page).await?;
        Ok(attendance::desk(&self.tr, desk.turn(page), &desk.items, self.bot.services.now()))
    }

    async fn parties(&self, id: RegistrationId) -> Replies {
        match self.bot.services.my_registration(&self.actor, id).await? {
            Some(mine) => {
                redraw(registrations::parties(&self.tr, &mine.mine.registration, mine.event.largest_party()))
            }
            None => self.old_button(),
        }
    }

    async fn resize(&self, id: RegistrationId, party: Party) -> Replies {
        let resized = self.bot.services.resize(&self.actor, id, party).await?;
        redraw(registrations::resized(&self.tr, &resized, self.bot.services.now()))
    }

    /// Begins a sign-up, or says why there is nothing to begin.
    async fn begin(&self, event: EventId) -> Replies {
        let services = &self.bot.services;
        let Some(card) = services.card(self.actor.person, event).await? else {
            return redraw(events::absent(&self.tr));
        };
        let shut = match (&card.mine, card.event.window(services.now())) {
            (Some(mine), _) => Some(Joined::Already(mine.clone())),
            (None, crate::domain::Window::Open) => None,
            (None, shut) => Some(Joined::Shut(shut)),
        };
        let mut replies = self.leave_conversation().await?;
        if let Some(joined) = shut {
            let screen = registrations::joined(&self.tr, &joined, &card.event, services.now());
            replies.push(Reply::Redraw(screen));
        } else {
            let facts = self.facts(&card).await?;
            replies.extend(self.follow(sign_up::begin(facts)).await?);
        }
        Ok(replies)
    }

    async fn facts(&self, card: &EventCard) -> Result<Facts, MemoryError> {
        let event: &Event = &card.event;
        let overlap = self.bot.services.overlap(&self.actor, event).await?;
        Ok(Facts {
            event: event.id,
            title: event.facts.title.clone(),
            starts_at: event.starts_at,
            phone_required: event.facts.phone_required,
            largest: event.largest_party(),
            free: card.seats.free(),
            overlap: overlap.map(|other| (other.facts.title, other.starts_at)),
            suggested: self.name.clone(),
            before: self.person.details.clone(),
            consented: self
                .person
                .consent
                .as_ref()
                .is_some_and(|consent| consent.version == Consent::VERSION),
        })
    }

    /// A press that answers a conversation's question.
    async fn answer(&self, answer: Answer) -> Replies {
        match self.state().await? {
            State::SignUp(state) => {
                let (event, starts_at) = state.event();
                if answer == Answer::Confirm
                    && let Some(card) = self.bot.services.card(self.actor.person, event).await?
                    && card.event.starts_at != starts_at
                {
                    let facts = self.facts(&card).await?;
                    return self.ask_anew(sign_up::renewed(*state, facts)).await;
                }
                self.step(*state, &Input::Press(Button::Answer(answer))).await
            }
            _ => self.old_button(),
        }
    }

    /// Nobody is signed up for a time they have not seen.
    async fn ask_anew(&self, state: sign_up::State) -> Replies {
        let screen = prompt(&self.tr, &sign_up::again(&state), Some(&Fault::Moved), &self.bot.operator);
        self.conversation.update(State::SignUp(Box::new(state))).await?;
        Ok(vec![question(screen)])
    }

    async fn step(&self, state: sign_up::State, input: &Input) -> Replies {
        let had_keyboard = state.has_keyboard();
        let step = sign_up::step(state, input);
        let is_past = !matches!(step, Step::Refuse(..));
        let phone = match &step {
            Step::Ask(state, _) => state.phone().cloned(),
            _ => None,
        };
        let mut replies = self.follow(step).await?;
        if had_keyboard && is_past {
            replies.insert(0, Reply::Show(noted(&self.tr, phone.as_ref())));
        }
        Ok(replies)
    }

    /// Does what a step of the sign-up leads to. Only a finished one reaches a use case.
    async fn follow(&self, step: Step) -> Replies {
        let put = |asked: &Prompt, fault: Option<&Fault>| {
            question(prompt(&self.tr, asked, fault, &self.bot.operator))
        };
        match step {
            Step::Ask(state, question) => {
                self.conversation.update(State::SignUp(Box::new(state))).await?;
                Ok(vec![put(&question, None)])
            }
            // Nothing has changed, so nothing is kept.
            Step::Refuse(_, question, fault) => Ok(vec![put(&question, Some(&fault))]),
            Step::Back(event) => {
                self.conversation.exit().await?;
                redraw(self.card(event, &Back::Home).await?)
            }
            Step::Left => {
                self.conversation.exit().await?;
                redraw(home::cancelled(&self.tr))
            }
            Step::Done(wish) => {
                let joined = self.bot.services.join(&self.actor, &wish).await?;
                let Some(event) = self.bot.services.event(wish.event).await? else {
                    return redraw(events::absent(&self.tr));
                };
                redraw(registrations::joined(&self.tr, &joined, &event, self.bot.services.now()))
            }
        }
    }
}
