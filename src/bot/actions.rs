//! What every command, press and text does: one exhaustive match each, to a use case and on to a screen.

use super::{
    arrive, broadcasts, calling_off,
    converse::{keeps_conversation, question},
    entrance, feedback, guests, head_count, materials,
    memory::{Conversation, MemoryError, State},
    poster, questions, reports,
    route::{Bot, Command},
    sign_up, staff, team,
};
use crate::{
    domain::{Days, EventCard, EventId, Filter, Language, Name, Person, Role},
    i18n::Tr,
    service::Actor,
    view::{
        Back, Button, Compose, Edit, Gate, Input, Reply, Screen, attendance, calendar, event_card, events,
        home, manage, privacy, registrations, sign_up::prompt,
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
        Command::Desk if !visit.role.has_desk() => return staff::refused(visit, "/desk").await,
        Command::Broadcast if !visit.role.runs_events() => return staff::refused(visit, "/broadcast").await,
        Command::New if !visit.role.runs_events() => return staff::refused(visit, "/new").await,
        Command::Staff if visit.role != Role::Admin => return staff::refused(visit, "/staff").await,
        Command::New => return visit.edit(Edit::New).await,
        Command::Broadcast => return visit.compose(&Input::Press(Button::Compose(Compose::Open))).await,
        Command::Language => return show(home::languages(tr)),
        Command::Cancel => return visit.cancel().await,
        // Tickets are scanned one after the other at the same door; whoever scans the code of one goes on afterwards.
        Command::Start(payload) if payload.starts_with("t_") || payload.starts_with("d_") => {
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
        Command::Privacy => show(visit.privacy().await?),
        Command::Desk => Ok(vec![Reply::Show(visit.desk(0).await?)]),
        Command::Staff => show(staff::members(visit, 0).await?),
        Command::Help | Command::Language | Command::Cancel | Command::Broadcast | Command::New => {
            unreachable!("answered above")
        }
    }
}

/// A command that is not there, or not for this person. In the middle of a sign-up it is an answer that does not fit.
pub async fn unknown_command(visit: &Visit, input: Input) -> Replies {
    match visit.state().await? {
        State::SignUp(state) => visit.step(*state, &input.plain()).await,
        State::Compose(state) if !state.is_away() => visit.composing(*state, &input).await,
        State::Edit(state) if !state.is_away() => visit.editing(*state, &input).await,
        _ => show(home::not_understood(&visit.tr)),
    }
}

/// Does what a text, a contact or anything else that is not a command says.
pub async fn input(visit: &Visit, input: Input) -> Replies {
    let state = visit.state().await?;
    if let State::Compose(state) = state {
        return match input {
            Input::Text(text) if state.is_away() => Ok(vec![Reply::Show(visit.search(&text, 0).await?)]),
            input => visit.composing(*state, &input).await,
        };
    }
    if let State::Counting { event } = state {
        return head_count::sent(visit, event, &input).await;
    }
    if let State::Edit(state) = state {
        return match input {
            Input::Text(text) if state.is_away() => Ok(vec![Reply::Show(visit.search(&text, 0).await?)]),
            input => visit.editing(*state, &input).await,
        };
    }
    if let State::Adding(adding) = state {
        return materials::sent(visit, *adding, &input).await;
    }
    match (state, input.plain()) {
        (State::SignUp(state), input) => visit.step(*state, &input).await,
        (State::Copies { event, .. }, input) => visit.table(event, &input).await,
        (State::CallingOff { event, .. }, input) => calling_off::written(visit, event, &input).await,
        (State::Removing { registration, .. }, input) => guests::reason(visit, registration, &input).await,
        (State::Correcting { event, figure, after }, input) => {
            reports::written(visit, (event, figure, after), &input).await
        }
        (State::AddGuest(state), input) => guests::step(visit, *state, &input).await,
        (State::Guests { event }, Input::Text(text)) => guests::typed(visit, event, &text).await,
        (State::Speaker { event }, input) => team::named(visit, event, &input).await,
        (State::Organisation { level, district }, input) => {
            staff::named(visit, (level, district), &input).await
        }
        (State::Feedback { registration, until }, input) if visit.bot.services.now() < until => {
            feedback::written(visit, registration, &input).await
        }
        (State::Writing(writing), input) => questions::written(visit, writing, &input).await,
        (State::Door { event }, Input::Text(text)) => arrive::typed(visit, event, &text).await,
        (State::Nothing | State::Feedback { .. }, Input::Text(text)) => {
            Ok(vec![Reply::Show(visit.search(&text, 0).await?)])
        }
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
        Button::Poster(event, language) => poster::poster(visit, event, language).await,
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
        Button::Privacy => redraw(visit.privacy().await?),
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
        Button::Manage(event) => visit.managed(event).await,
        Button::Edit(edit) => visit.edit(edit).await,
        Button::Photo(event) => visit.photo(event).await,
        Button::Door(event) => arrive::door(visit, event).await,
        Button::CheckIn(id, party) => arrive::check_in(visit, id, party).await,
        Button::Undo(id) => match services.undo(actor, id).await? {
            Some(arrival) => redraw(attendance::undone(tr, arrival.guest.event)),
            None => visit.old_button(),
        },
        Button::Gate(gate) => at_the_door(visit, gate).await,
        Button::Compose(_) => visit.compose(&Input::Press(button)).await,
        Button::Staff(staff) => staff::press(visit, staff).await,
        Button::Reports(button) => reports::press(visit, button).await,
        Button::Guests(button) => guests::press(visit, button).await,
        Button::CallOff(event) => calling_off::ask(visit, event).await,
        Button::CallOffSure(event) => calling_off::done(visit, event).await,
        Button::Broadcasts(page) => broadcasts::list(visit, page).await,
        Button::Broadcast(id, act) => broadcasts::act(visit, id, act).await,
        Button::Came(id, came) => feedback::came(visit, id, came).await,
        Button::Rate(id, rating) => feedback::rate(visit, id, rating).await,
        Button::Report(event, page) => feedback::report(visit, event, page).await,
        Button::Mute(kind) => {
            services.set_wanted(actor, kind, false).await?;
            Ok(vec![Reply::Alert(privacy::muted(tr, kind))])
        }
        Button::Want(kind, wanted) => {
            services.set_wanted(actor, kind, wanted).await?;
            redraw(visit.privacy().await?)
        }
        Button::Ask(ask) => questions::press(visit, ask).await,
        Button::Shelf(shelf) => materials::press(visit, shelf).await,
        Button::Still => Ok(Vec::new()),
    }
}

/// Does what a button of a door says.
async fn at_the_door(visit: &Visit, gate: Gate) -> Replies {
    match gate {
        Gate::WalkIn(event) => arrive::walk_in(visit, event).await,
        Gate::UndoWalkIn(id) => arrive::undo_walk_in(visit, id).await,
        Gate::Count(event) => head_count::open(visit, event).await,
        Gate::Step(event, step) => head_count::step(visit, event, step).await,
        Gate::UndoCount(id) => head_count::undo(visit, id).await,
        Gate::Proof(event) => head_count::proof(visit, event).await,
        Gate::Code(event) => entrance::code(visit, event).await,
        Gate::Paper(event) => entrance::paper(visit, event).await,
        Gate::SetPaper(event, good) => entrance::set_paper(visit, event, good).await,
        Gate::Enter(how, pass) => entrance::enter(visit, how, &pass).await,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the last word of most actions")]
pub(super) fn show(screen: Screen) -> Replies {
    Ok(vec![Reply::Show(screen)])
}

#[expect(clippy::unnecessary_wraps, reason = "the last word of most actions")]
pub(super) fn redraw(screen: Screen) -> Replies {
    Ok(vec![Reply::Redraw(screen)])
}

impl Visit {
    pub(super) fn home(&self) -> Screen {
        let name = self.person.details.as_ref().map(|details| &details.name);
        home::home(&self.tr, name, &self.role)
    }

    async fn privacy(&self) -> Result<Screen, MemoryError> {
        let unwanted = self.bot.services.mutes(self.actor.person).await?;
        let has_data =
            self.person.details.is_some() || self.bot.services.has_asked(self.actor.person).await?;
        Ok(privacy::privacy(&self.tr, has_data, &unwanted, &self.bot.operator))
    }

    fn share(&self, card: &EventCard) -> Screen {
        event_card::share(&self.tr, &card.event, &event_card::link(&self.bot.username, &card.event))
    }

    /// What those who work on an event can do with it.
    pub(super) async fn managed(&self, event: EventId) -> Replies {
        let services = &self.bot.services;
        match services.managed(&self.actor, event).await? {
            Some(managed) => redraw(manage::manage(&self.tr, &managed, services.now())),
            None => self.old_button(),
        }
    }

    /// The picture of an event, beside its card.
    async fn photo(&self, event: EventId) -> Replies {
        match self.bot.services.event(event).await?.and_then(|event| event_card::photo(&self.tr, &event)) {
            Some(screen) => show(screen),
            None => self.old_button(),
        }
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
        if let Ok(State::Compose(state)) = self.state().await
            && !state.is_away()
        {
            return Ok(vec![Reply::Redraw(self.composed(&tr, &state, None).await?)]);
        }
        if let Ok(State::Edit(state)) = self.state().await
            && !state.is_away()
        {
            return Ok(vec![Reply::Redraw(self.edited(&tr, &state, None).await?)]);
        }
        let name = self.person.details.as_ref().map(|details| &details.name);
        redraw(home::home(&tr, name, &self.role))
    }

    async fn search(&self, words: &str, page: u32) -> Result<Screen, MemoryError> {
        let found = self.bot.services.search(words, page).await?;
        let now = self.bot.services.now();
        Ok(events::found(&self.tr, words, found.turn(page), &found.items, found.total, now))
    }

    pub(super) async fn card(&self, event: EventId, back: &Back) -> Result<Screen, MemoryError> {
        let now = self.bot.services.now();
        Ok(match self.bot.services.card(self.actor.person, event).await? {
            Some(card) if self.role.works_on(&card.event) => {
                event_card::card_of_staff(&self.tr, &card, back, now)
            }
            Some(card) => event_card::card(&self.tr, &card, back, now),
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
        Ok({
            let makes = self.role.runs_events();
            attendance::desk(&self.tr, desk.turn(page), &desk.items, makes, self.bot.services.now())
        })
    }
}
