//! Every screen in every language, made of harmless and of hostile texts. The promises they keep are in `promises`,
//! their wording in `wording_kk`, `wording_ru` and `wording_en`, `wording_after`, `wording_door`.

mod attendance;
mod broadcasts;
mod composing;
mod editing;
mod entrance;
mod feedback;
mod guests;
mod inline;
mod manage;
mod notices;
mod promises;
mod questions;
mod reports;
mod team;
mod wording_after;
mod wording_counts;
mod wording_door;
mod wording_en;
mod wording_kk;
mod wording_ru;

use super::sign_up::{Fault, Operator, Prompt};
use super::{Back, Keys, Screen};
use super::{calendar, event_card, events, home, poster, privacy, registrations, sign_up, ticket};
use crate::domain::*;
use crate::i18n::Tr;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use chrono_tz::Asia::Almaty;
use std::collections::BTreeMap;

type Gallery = Vec<(String, Screen)>;

/// What the screens are made of.
pub(super) struct World {
    pub(super) event: Event,
    pub(super) now: DateTime<Utc>,
    name: Name,
    operator: Operator,
    link: String,
    words: String,
}

pub(super) fn tr(language: Language) -> Tr {
    Tr::new(language, Almaty)
}

impl World {
    /// Four days before the sample event.
    pub(super) fn plain() -> Self {
        let mut event = sample::event();
        event.facts.description.ru = Some("Поговорим об истории города.".into());
        Self {
            now: event.starts_at - TimeDelta::days(4),
            event,
            name: Name::parse("Айгүл Серікқызы").unwrap(),
            operator: Operator {
                name: "Ғалымдар кеңесі".into(), bin: Some("123456789012".into())
            },
            link: "https://t.me/qatys_bot?start=e_k7m2x".into(),
            words: "дәріс".into(),
        }
    }

    /// The longest and worst texts that people and files can bring.
    pub(super) fn hostile() -> Self {
        let worst = "<a href='tg://x'>&</b>\u{202e}\u{0} *_`[ 😀 ".repeat(300);
        let texts = || Texts { ru: Some(worst.clone()), ..Texts::default() };
        let mut world = Self::plain();
        let facts = &mut world.event.facts;
        (facts.title, facts.description) = (texts(), texts());
        (facts.venue, facts.address) = (worst.clone(), worst.clone());
        facts.organisation.clone_from(&worst);
        facts.languages = Language::ALL.into();
        world.event.code = "<b>&".into();
        world.name = Name::parse(&"<b>&".repeat(16).replace("<b>", "<bb>")[..64]).unwrap();
        world.operator = Operator { name: worst.clone(), bin: Some(worst.clone()) };
        world.words = worst;
        world
    }

    pub(super) fn registration(&self, standing: Standing, party: u32) -> Registration {
        Registration {
            id: RegistrationId(9),
            event: self.event.id,
            person: PersonId(5),
            party: Party::new(party).unwrap(),
            standing,
            code: "K7M2".into(),
            confirmed_at: None,
        }
    }

    pub(super) fn standings(&self) -> [Standing; 4] {
        let until = self.now + TimeDelta::hours(12);
        [Standing::Seated, Standing::Waiting, Standing::Offered { until }, Standing::Cancelled]
    }

    /// What was promised before the event was moved by an hour to another house.
    fn before(&self) -> Promise {
        let starts_at = self.event.starts_at - TimeDelta::hours(1);
        Promise { starts_at, venue: "Театр".into(), ..Promise::of(&self.event) }
    }

    /// The event as it is once it has been cancelled.
    pub(super) fn called_off(&self) -> Event {
        let reason = Reason::parse(&self.words.chars().take(Reason::MAX).collect::<String>()).ok();
        Event { status: EventStatus::Cancelled, cancel_reason: reason, ..self.event.clone() }
    }

    fn line(&self, seats: Seats) -> EventLine {
        EventLine {
            id: self.event.id,
            title: self.event.facts.title.clone(),
            starts_at: self.event.starts_at,
            district: self.event.facts.district,
            seats,
        }
    }

    fn lines(&self) -> Vec<EventLine> {
        let seats = |capacity, taken| Seats { capacity, taken, waiting: 4 };
        [seats(None, 3), seats(Some(30), 9), seats(Some(30), 30)]
            .into_iter()
            .cycle()
            .take(10)
            .map(|seats| self.line(seats))
            .collect()
    }

    fn details(&self) -> Details {
        Details {
            name: self.name.clone(),
            phone: Phone::parse("87012345678").ok(),
            district: Some(District::Saraishyq),
        }
    }

    fn guest(&self, party: u32) -> Guest {
        Guest {
            registration: RegistrationId(9),
            event: self.event.id,
            name: Some(self.name.clone()),
            party: Party::new(party).unwrap(),
        }
    }

    fn arrival(&self, came: u32, party: u32) -> Arrival {
        Arrival {
            id: ArrivalId(3),
            guest: self.guest(party),
            came: Party::new(came).unwrap(),
            at: self.event.starts_at,
            by: PersonId(1),
        }
    }
}

pub(super) fn full_filter() -> Filter {
    Filter {
        days: Days::Day(NaiveDate::from_ymd_opt(2026, 12, 5).unwrap()),
        district: Some(District::Saraishyq),
        level: Some(Level::Central),
        language: Some(Language::Kk),
    }
}

/// All screens, each with a name.
fn all(tr: &Tr, w: &World) -> Gallery {
    let mut all = Vec::new();
    all.extend(first_screens(tr, w));
    all.extend(finding(tr, w));
    all.extend(cards(tr, w));
    all.extend(signing_up(tr, w));
    all.extend(registered(tr, w));
    all.extend(notices::screens(tr, w));
    all.extend(feedback::screens(tr, w));
    all.extend(attendance::screens(tr, w));
    all.extend(questions::screens(tr, w));
    all.extend(manage::screens(tr, w));
    all.extend(team::screens(tr, w));
    all.extend(entrance::screens(tr, w));
    all.extend(editing::screens(tr, w));
    all.extend(guests::screens(tr, w));
    all.extend(reports::screens(tr, w));
    all.extend(broadcasts::screens(tr, w));
    all.extend(inline::screens(tr, w));
    all.extend(composing::screens(tr, w));
    all
}

fn named<const N: usize>(screens: [(&str, Screen); N]) -> Gallery {
    screens.map(|(name, screen)| (name.to_owned(), screen)).into()
}

fn first_screens(tr: &Tr, w: &World) -> Gallery {
    named([
        ("greeting", home::greeting()),
        ("languages", home::languages(tr)),
        ("home", home::home(tr, None, &Role::Citizen)),
        ("home, known", home::home(tr, Some(&w.name), &Role::Admin)),
        ("help", home::help(tr)),
        ("cancelled", home::cancelled(tr)),
        ("nothing to cancel", home::nothing_to_cancel(tr)),
        ("trouble", home::trouble(tr)),
        ("forgotten", home::forgotten(tr)),
        ("not understood", home::not_understood(tr)),
        ("privacy", privacy::privacy(tr, true, &[Optional::News], &w.operator)),
        ("privacy, nothing kept", privacy::privacy(tr, false, &Optional::ALL, &w.operator)),
        ("erase", privacy::erase(tr)),
        ("erase, sure", privacy::erase_sure(tr)),
        ("erased", privacy::erased(tr)),
    ])
}

fn finding(tr: &Tr, w: &World) -> Gallery {
    let (filter, today) = (full_filter(), tr.day(w.now));
    let days = BTreeMap::from([(5, 2), (31, 1)]);
    named([
        ("find", events::find(tr, &Filter::default(), today)),
        ("find, chosen", events::find(tr, &filter, today)),
        ("list", events::list(tr, &filter, (1, 3), &w.lines(), 30, w.now)),
        ("list, short", events::list(tr, &Filter::default(), (0, 1), &w.lines()[..3], 3, w.now)),
        ("list, empty", events::list(tr, &filter, (0, 0), &[], 0, w.now)),
        ("list, nothing at all", events::list(tr, &Filter::default(), (0, 0), &[], 0, w.now)),
        ("found", events::found(tr, &w.words, (0, 1), &w.lines()[..1], 1, w.now)),
        ("found, long", events::found(tr, &w.words, (9, 99), &w.lines(), 990, w.now)),
        ("found, empty", events::found(tr, &w.words, (0, 0), &[], 0, w.now)),
        ("month", events::month(tr, &filter, (2026, 12), &days, today)),
        ("month, empty", events::month(tr, &filter, (2027, 2), &BTreeMap::new(), today)),
        ("districts", events::districts(tr, &filter)),
        ("levels", events::levels(tr, &filter)),
        ("spoken", events::spoken(tr, &filter)),
        ("absent", events::absent(tr)),
    ])
}

fn cards(tr: &Tr, w: &World) -> Gallery {
    let mut cards = named([
        ("place", event_card::place(tr, &w.event)),
        ("share", event_card::share(tr, &w.event, &w.link)),
        ("poster", poster::ask(tr, &w.event)),
        ("calendar", calendar::calendar(tr, &w.event, w.now)),
    ]);
    let back = Back::Search(3, "дәріс".into());
    for standing in w.standings() {
        for (capacity, taken, waiting) in [(None, 9, 0), (Some(30), 9, 0), (Some(30), 30, 12)] {
            let mine = Mine { registration: w.registration(standing, 5), place: Some(4) };
            let seats = Seats { capacity, taken, waiting };
            let threads = Threads { questions: true, materials: capacity.is_some() };
            let (event, hosts) = (w.event.clone(), Vec::new());
            let card = EventCard { event, seats, mine: Some(mine), hosts, threads };
            let name = format!("card, {}, {taken} of {capacity:?}", standing.slug());
            cards.push((name, event_card::card(tr, &card, &back, w.now)));
        }
    }
    cards
}

fn signing_up(tr: &Tr, w: &World) -> Gallery {
    let max = Party::new(5).unwrap();
    let confirm = |waiting, overlap| Prompt::Confirm {
        title: w.event.facts.title.clone(),
        starts_at: w.event.starts_at,
        details: w.details(),
        party: Party::new(3).unwrap(),
        waiting,
        overlap,
    };
    let prompts = [
        ("consent", Prompt::Consent),
        ("same", Prompt::Same { details: w.details() }),
        ("name", Prompt::Name { suggested: None }),
        ("name, suggested", Prompt::Name { suggested: Some(w.name.clone()) }),
        ("phone", Prompt::Phone { required: true }),
        ("phone, optional", Prompt::Phone { required: false }),
        ("district", Prompt::District),
        ("party", Prompt::Party { max }),
        ("confirm", confirm(false, None)),
        ("confirm, waiting", confirm(true, Some((w.event.facts.title.clone(), w.event.starts_at)))),
    ];
    let faults = [
        Fault::Name(NameFault::TooShort),
        Fault::Name(NameFault::TooLong),
        Fault::Name(NameFault::NotAName),
        Fault::Phone,
        Fault::NotYourContact,
        Fault::PhoneRequired,
        Fault::PressAButton,
        Fault::OnlyText,
        Fault::Moved,
        Fault::TooMany { max },
    ];
    let mut all: Gallery = prompts
        .iter()
        .map(|(name, prompt)| ((*name).into(), sign_up::prompt(tr, prompt, None, &w.operator)))
        .collect();
    for fault in faults {
        let screen = sign_up::prompt(tr, &prompts[0].1, Some(&fault), &w.operator);
        all.push((format!("fault {fault:?}"), screen));
    }
    all.push(("noted".into(), sign_up::noted(tr, None)));
    all
}

fn windows(w: &World) -> [Window; 4] {
    [Window::NotYet(w.event.starts_at), Window::Closed, Window::Started, Window::Cancelled]
}

fn registered(tr: &Tr, w: &World) -> Gallery {
    let seated = w.registration(Standing::Seated, 5);
    let mine = |standing| Mine { registration: w.registration(standing, 2), place: Some(4) };
    let mut joined = vec![
        Joined::Seated(seated.clone()),
        Joined::Waiting(w.registration(Standing::Waiting, 3), 12),
        Joined::Already(mine(Standing::Seated)),
        Joined::Absent,
    ];
    joined.extend(windows(w).map(Joined::Shut));
    let mut accepted = vec![
        Accepted::Seated(seated.clone()),
        Accepted::Already(seated.clone()),
        Accepted::Lapsed,
        Accepted::Absent,
    ];
    accepted.extend(windows(w).map(Accepted::Shut));
    let mut resized = vec![
        Resized::Done(seated.clone()),
        Resized::TooMany(Party::ALONE),
        Resized::Shut(Window::Open),
        Resized::Absent,
    ];
    resized.extend(windows(w).map(Resized::Shut));
    let left = [Left::Done(Box::new(w.event.clone())), Left::Nothing, Left::Started];
    let mut events = Vec::new();
    for standing in w.standings() {
        events.push(MyEvent { event: w.event.clone(), mine: mine(standing) });
    }
    let mut all = named([
        ("mine", registrations::mine(tr, false, (0, 2), &events, w.now)),
        ("mine, past", registrations::mine(tr, true, (1, 2), &events, w.now)),
        ("mine, none", registrations::mine(tr, false, (0, 0), &[], w.now)),
        ("mine, past, none", registrations::mine(tr, true, (0, 0), &[], w.now)),
        ("leave", registrations::leave(tr, &w.event, &seated)),
        ("leave the line", registrations::leave(tr, &w.event, &w.registration(Standing::Waiting, 1))),
        ("parties", registrations::parties(tr, &seated, Party::new(5).unwrap())),
        ("ticket", ticket::ticket(tr, &w.event, &seated, &w.name, &w.link)),
    ]);
    let mut add = |name: String, screen| all.push((name, screen));
    for outcome in &joined {
        add(format!("joined {outcome:?}"), registrations::joined(tr, outcome, &w.event, w.now));
    }
    for outcome in &accepted {
        add(format!("accepted {outcome:?}"), registrations::accepted(tr, outcome, w.now));
    }
    for outcome in &resized {
        add(format!("resized {outcome:?}"), registrations::resized(tr, outcome, w.now));
    }
    for (number, outcome) in left.iter().enumerate() {
        add(format!("left {number}"), registrations::left(tr, outcome));
    }
    all
}

/// The first screen whose name begins so, as text.
fn as_text(language: Language, name: &str) -> String {
    let screens = all(&tr(language), &World::plain());
    shown(&screens.iter().find(|(given, _)| given.starts_with(name)).unwrap().1)
}

/// A screen as text: the words, then the keys by rows.
fn shown(screen: &Screen) -> String {
    let mut rows = vec![screen.html.clone()];
    let mut row = |labels: Vec<String>| rows.push(format!("[{}]", labels.join("] [")));
    match &screen.keys {
        Keys::Inline(keys) => keys.iter().map(|keys| keys.iter().map(label).collect()).for_each(&mut row),
        Keys::Ask { contact, rows: labels, .. } => {
            contact.iter().map(|contact| vec![contact.clone()]).chain(labels.clone()).for_each(&mut row);
        }
        Keys::None | Keys::Remove => {}
    }
    rows.join("\n")
}

fn label(key: &super::Key) -> String {
    let (super::Key::Press(label, _) | super::Key::Link(label, _)) = key;
    label.clone()
}
