//! Every button's payload and its codec of at most 64 bytes. What a button does stands in `bot/actions.rs`.
//!
//! Payloads live as long as messages do: a form that was ever sent must parse for ever (see the frozen table below).
//! They are input from outside: whoever acts on one asks the service for the right to.

use crate::domain::{ArrivalId, Days, District, EventId, Filter, Language, Level, Party, RegistrationId};
use chrono::{Datelike, NaiveDate};

/// A press of one of our buttons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Button {
    /// The home screen.
    Home,
    /// The choice of language.
    Languages,
    /// Speak this language from now on.
    Speak(Language),
    /// The ways to find an event, keeping what is already chosen.
    Find(Filter),
    /// A page of the list of events, from 0.
    List(Filter, u32),
    /// The calendar of a month, to choose a day from.
    Month(Filter, i32, u32),
    /// The choice of district.
    Districts(Filter),
    /// The choice of level.
    Levels(Filter),
    /// The choice of the language spoken.
    Spoken(Filter),
    /// A page of what a search by words found.
    Search(u32, String),
    /// The card of an event, and where its back button leads.
    Event(EventId, Back),
    /// Begin to sign up.
    SignUp(EventId),
    /// An answer within a conversation.
    Answer(Answer),
    /// The calendar file.
    Calendar(EventId),
    /// The link to pass on.
    Share(EventId),
    /// The pin on the map.
    Place(EventId),
    /// My events: coming or past, page from 0.
    Mine {
        /// Past instead of coming.
        past: bool,
        /// Page from 0.
        page: u32,
    },
    /// The ticket once more.
    Ticket(RegistrationId),
    /// Ask whether to leave.
    Leave(RegistrationId),
    /// Leave.
    LeaveSure(RegistrationId),
    /// Choose another party size.
    Parties(RegistrationId),
    /// Take this party size.
    Resize(RegistrationId, Party),
    /// Accept the offered seats.
    Accept(RegistrationId),
    /// Decline them.
    Decline(RegistrationId),
    /// "I'm coming."
    Coming(RegistrationId),
    /// "I can't come."
    NotComing(RegistrationId),
    /// What is kept and why.
    Privacy,
    /// Download it.
    Download,
    /// Ask whether to delete everything.
    Erase,
    /// Ask once more.
    EraseSure,
    /// Delete everything.
    EraseNow,
    /// The desk: events near in time, page from 0.
    Desk(u32),
    /// The door of an event.
    Door(EventId),
    /// Record the arrival of this many of a party.
    CheckIn(RegistrationId, Party),
    /// Take an arrival back.
    Undo(ArrivalId),
    /// A button without effect: a title, a day that cannot be chosen.
    Still,
}

/// Where the back button of a card leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Back {
    /// Home.
    Home,
    /// The list it was opened from.
    List(Filter, u32),
    /// The search it was opened from.
    Search(u32, String),
    /// My events.
    Mine,
}

/// A press that answers a conversation's question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// I agree.
    Agree,
    /// Take the details of the last time.
    Same,
    /// Enter them anew.
    Anew,
    /// Take the suggestion.
    Suggested,
    /// Leave this question out.
    Skip,
    /// This district.
    District(District),
    /// With this many people, me included.
    Party(Party),
    /// Do it.
    Confirm,
    /// One question back.
    Back,
    /// Stop here.
    Cancel,
}

/// Longest payload Telegram takes, in bytes (Bot API, `InlineKeyboardButton.callback_data`).
pub const MAX_BYTES: usize = 64;

impl Button {
    /// The payload: a tag and its fields, separated by dots.
    pub fn encode(&self) -> String {
        match self {
            Button::Home => "h".into(),
            Button::Languages => "l".into(),
            Button::Speak(language) => format!("l.{}", language.code()),
            Button::Find(f) => format!("f.{}", filter(f)),
            Button::List(f, page) => format!("fl.{}.{page}", filter(f)),
            Button::Month(f, year, month) => format!("fm.{}.{year}.{month}", filter(f)),
            Button::Districts(f) => format!("fd.{}", filter(f)),
            Button::Levels(f) => format!("fv.{}", filter(f)),
            Button::Spoken(f) => format!("fs.{}", filter(f)),
            Button::Search(page, words) => cut(format!("q.{page}.{words}")),
            Button::Event(id, back) => cut(format!("e.{id}.{}", back.encode())),
            Button::SignUp(id) => format!("s.{id}"),
            Button::Answer(answer) => format!("a.{}", answer.encode()),
            Button::Calendar(id) => format!("ec.{id}"),
            Button::Share(id) => format!("es.{id}"),
            Button::Place(id) => format!("ep.{id}"),
            Button::Mine { past, page } => format!("m.{}.{page}", u8::from(*past)),
            Button::Ticket(id) => format!("t.{id}"),
            Button::Leave(id) => format!("rl.{id}"),
            Button::LeaveSure(id) => format!("rls.{id}"),
            Button::Parties(id) => format!("rp.{id}"),
            Button::Resize(id, party) => format!("rp.{id}.{}", party.size()),
            Button::Accept(id) => format!("ra.{id}"),
            Button::Decline(id) => format!("rd.{id}"),
            Button::Coming(id) => format!("rc.{id}"),
            Button::NotComing(id) => format!("rn.{id}"),
            Button::Privacy => "p".into(),
            Button::Download => "pd".into(),
            Button::Erase => "pe".into(),
            Button::EraseSure => "pes".into(),
            Button::EraseNow => "pen".into(),
            Button::Desk(page) => format!("d.{page}"),
            Button::Door(id) => format!("dd.{id}"),
            Button::CheckIn(id, party) => format!("dc.{id}.{}", party.size()),
            Button::Undo(id) => format!("du.{id}"),
            Button::Still => "-".into(),
        }
    }

    /// Reads a payload; `None` for everything [`Button::encode`] never made.
    pub fn decode(payload: &str) -> Option<Self> {
        let mut fields = Fields(payload.split('.'));
        let button = match fields.next()? {
            "h" => Button::Home,
            "l" => match fields.next() {
                None => Button::Languages,
                Some(code) => Button::Speak(exact_language(code)?),
            },
            "f" => Button::Find(fields.filter()?),
            "fl" => Button::List(fields.filter()?, fields.number()?),
            "fm" => Button::Month(fields.filter()?, fields.number()?, fields.number()?),
            "fd" => Button::Districts(fields.filter()?),
            "fv" => Button::Levels(fields.filter()?),
            "fs" => Button::Spoken(fields.filter()?),
            "q" => Button::Search(fields.number()?, fields.next()?.to_owned()),
            "e" => Button::Event(EventId(fields.number()?), fields.back()?),
            "s" => Button::SignUp(EventId(fields.number()?)),
            "a" => Button::Answer(fields.answer()?),
            "ec" => Button::Calendar(EventId(fields.number()?)),
            "es" => Button::Share(EventId(fields.number()?)),
            "ep" => Button::Place(EventId(fields.number()?)),
            "m" => Button::Mine { past: fields.number::<u8>()? == 1, page: fields.number()? },
            "p" => Button::Privacy,
            "pd" => Button::Download,
            "pe" => Button::Erase,
            "pes" => Button::EraseSure,
            "pen" => Button::EraseNow,
            "d" => Button::Desk(fields.number()?),
            "dd" => Button::Door(EventId(fields.number()?)),
            "du" => Button::Undo(ArrivalId(fields.number()?)),
            "-" => Button::Still,
            tag => fields.registration(tag)?,
        };
        fields.next().is_none().then_some(button)
    }
}

impl Back {
    fn encode(&self) -> String {
        match self {
            Back::Home => "h".into(),
            Back::Mine => "m".into(),
            Back::List(f, page) => format!("l.{}.{page}", filter(f)),
            Back::Search(page, words) => format!("q.{page}.{words}"),
        }
    }

    /// The button that leads there.
    pub fn button(&self) -> Button {
        match self {
            Back::Home => Button::Home,
            Back::Mine => Button::Mine { past: false, page: 0 },
            Back::List(f, page) => Button::List(*f, *page),
            Back::Search(page, words) => Button::Search(*page, words.clone()),
        }
    }
}

impl Answer {
    fn encode(self) -> String {
        match self {
            Answer::Agree => "y".into(),
            Answer::Same => "s".into(),
            Answer::Anew => "n".into(),
            Answer::Suggested => "u".into(),
            Answer::Skip => "k".into(),
            Answer::District(district) => format!("d.{}", district_code(Some(district))),
            Answer::Party(party) => format!("p.{}", party.size()),
            Answer::Confirm => "c".into(),
            Answer::Back => "b".into(),
            Answer::Cancel => "x".into(),
        }
    }
}

/// The fields of a payload, read one after the other.
struct Fields<'a>(std::str::Split<'a, char>);

impl<'a> Fields<'a> {
    fn next(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    /// A number exactly as we write it: no sign but minus, no leading zero.
    fn number<N: std::str::FromStr + ToString>(&mut self) -> Option<N> {
        let field = self.next()?;
        field.parse::<N>().ok().filter(|number| number.to_string() == field)
    }

    fn party(&mut self) -> Option<Party> {
        Party::new(self.number()?)
    }

    fn filter(&mut self) -> Option<Filter> {
        let mut parts = self.next()?.split(',');
        let filter = Filter {
            days: read_days(parts.next()?)?,
            district: read_optional(parts.next()?, |code| {
                District::ALL.into_iter().find(|d| district_code(Some(*d)) == code)
            })?,
            level: read_optional(parts.next()?, |code| {
                Level::ALL.into_iter().find(|l| level_code(Some(*l)) == code)
            })?,
            language: read_optional(parts.next()?, exact_language)?,
        };
        parts.next().is_none().then_some(filter)
    }

    fn back(&mut self) -> Option<Back> {
        Some(match self.next()? {
            "h" => Back::Home,
            "m" => Back::Mine,
            "l" => Back::List(self.filter()?, self.number()?),
            "q" => Back::Search(self.number()?, self.next()?.to_owned()),
            _ => return None,
        })
    }

    fn answer(&mut self) -> Option<Answer> {
        Some(match self.next()? {
            "y" => Answer::Agree,
            "s" => Answer::Same,
            "n" => Answer::Anew,
            "u" => Answer::Suggested,
            "k" => Answer::Skip,
            "d" => {
                let code = self.next()?;
                Answer::District(District::ALL.into_iter().find(|d| district_code(Some(*d)) == code)?)
            }
            "p" => Answer::Party(self.party()?),
            "c" => Answer::Confirm,
            "b" => Answer::Back,
            "x" => Answer::Cancel,
            _ => return None,
        })
    }

    /// The buttons whose first field is a registration.
    fn registration(&mut self, tag: &str) -> Option<Button> {
        let id = RegistrationId(self.number()?);
        Some(match tag {
            "t" => Button::Ticket(id),
            "rl" => Button::Leave(id),
            "rls" => Button::LeaveSure(id),
            "rp" => match self.0.clone().next() {
                None => Button::Parties(id),
                Some(_) => Button::Resize(id, self.party()?),
            },
            "ra" => Button::Accept(id),
            "rd" => Button::Decline(id),
            "rc" => Button::Coming(id),
            "rn" => Button::NotComing(id),
            "dc" => Button::CheckIn(id, self.party()?),
            _ => return None,
        })
    }
}

fn filter(f: &Filter) -> String {
    let days = match f.days {
        Days::All => "a".into(),
        Days::Today => "t".into(),
        Days::Tomorrow => "m".into(),
        Days::Week => "w".into(),
        Days::Day(day) => format!("{:04}{:02}{:02}", day.year(), day.month(), day.day()),
    };
    let language = f.language.map_or("", Language::code);
    format!("{days},{},{},{language}", district_code(f.district), level_code(f.level))
}

fn read_days(code: &str) -> Option<Days> {
    Some(match code {
        "a" => Days::All,
        "t" => Days::Today,
        "m" => Days::Tomorrow,
        "w" => Days::Week,
        day if day.len() == 8 => Days::Day(NaiveDate::parse_from_str(day, "%Y%m%d").ok()?),
        _ => return None,
    })
}

/// An empty code is nothing chosen; an unknown one is not ours.
#[expect(clippy::option_option, reason = "outer: could be read; inner: something is chosen")]
fn read_optional<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
    if code.is_empty() { Some(None) } else { read(code).map(Some) }
}

fn exact_language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.code() == code)
}

const fn district_code(district: Option<District>) -> &'static str {
    match district {
        None => "",
        Some(District::Almaty) => "al",
        Some(District::Baiqonyr) => "ba",
        Some(District::Esil) => "es",
        Some(District::Nura) => "nu",
        Some(District::Saraishyq) => "sh",
        Some(District::Saryarqa) => "sa",
    }
}

const fn level_code(level: Option<Level>) -> &'static str {
    match level {
        None => "",
        Some(Level::Central) => "c",
        Some(Level::City) => "i",
        Some(Level::District) => "d",
    }
}

/// Shortens search words to what a payload holds. Words are matched by their beginning, so a shorter last word
/// still finds what the longer one found.
fn cut(mut payload: String) -> String {
    while payload.len() > MAX_BYTES {
        payload.pop();
    }
    payload.truncate(payload.trim_end().len());
    payload
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WIDEST: i64 = i64::MIN;

    fn widest_filter() -> Filter {
        Filter {
            days: Days::Day(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()),
            district: Some(District::Saryarqa),
            level: Some(Level::District),
            language: Some(Language::Kk),
        }
    }

    /// Every button once, with its longest fields.
    fn all() -> Vec<Button> {
        let (f, event, registration) = (widest_filter(), EventId(WIDEST), RegistrationId(WIDEST));
        let party = Party::new(5).unwrap();
        let mut all = vec![
            Button::Home,
            Button::Languages,
            Button::Speak(Language::Kk),
            Button::Find(f),
            Button::List(f, u32::MAX),
            Button::Month(f, 2026, 12),
            Button::Districts(f),
            Button::Levels(f),
            Button::Spoken(f),
            Button::Search(u32::MAX, "конституция тарихы".into()),
            Button::Event(event, Back::Home),
            Button::Event(event, Back::Mine),
            Button::Event(event, Back::List(f, 9_999)),
            Button::Event(EventId(1), Back::Search(3, "дәріс".into())),
            Button::SignUp(event),
            Button::Calendar(event),
            Button::Share(event),
            Button::Place(event),
            Button::Mine { past: true, page: u32::MAX },
            Button::Ticket(registration),
            Button::Leave(registration),
            Button::LeaveSure(registration),
            Button::Parties(registration),
            Button::Resize(registration, party),
            Button::Accept(registration),
            Button::Decline(registration),
            Button::Coming(registration),
            Button::NotComing(registration),
            Button::Privacy,
            Button::Download,
            Button::Erase,
            Button::EraseSure,
            Button::EraseNow,
            Button::Desk(u32::MAX),
            Button::Door(event),
            Button::CheckIn(registration, party),
            Button::Undo(ArrivalId(WIDEST)),
            Button::Still,
        ];
        let answers = [
            Answer::Agree,
            Answer::Same,
            Answer::Anew,
            Answer::Suggested,
            Answer::Skip,
            Answer::District(District::Saraishyq),
            Answer::Party(party),
            Answer::Confirm,
            Answer::Back,
            Answer::Cancel,
        ];
        all.extend(answers.map(Button::Answer));
        all
    }

    #[test]
    fn every_button_survives_the_round_trip_in_64_bytes() {
        for button in all() {
            let payload = button.encode();
            assert!(payload.len() <= MAX_BYTES, "{payload}");
            assert_eq!(Button::decode(&payload), Some(button), "{payload}");
        }
    }

    #[test]
    fn long_searches_are_cut_at_a_letter() {
        let payload = Button::Search(0, "ә".repeat(60)).encode();
        assert!(payload.len() <= MAX_BYTES);
        assert!(
            matches!(Button::decode(&payload), Some(Button::Search(0, words)) if words.chars().all(|c| c == 'ә'))
        );
    }

    /// Payloads that stand in people's chats. Lines are added, never changed.
    #[test]
    fn old_payloads_still_parse() {
        for payload in [
            "h",
            "l",
            "l.kk",
            "f.a,,,",
            "fl.t,es,i,ru.2",
            "fm.w,,c,.2026.12",
            "fd.20261205,sa,d,en",
            "q.0.дәріс",
            "e.7.h",
            "e.7.m",
            "e.7.l.a,,,.0",
            "e.7.q.1.дәріс",
            "s.7",
            "a.y",
            "a.d.sh",
            "a.p.3",
            "ec.7",
            "es.7",
            "ep.7",
            "m.0.0",
            "t.9",
            "rl.9",
            "rls.9",
            "rp.9",
            "rp.9.2",
            "ra.9",
            "rd.9",
            "rc.9",
            "rn.9",
            "p",
            "pd",
            "pe",
            "pes",
            "pen",
            "d.0",
            "dd.7",
            "dc.9.2",
            "du.4",
            "-",
        ] {
            let button = Button::decode(payload);
            assert_eq!(button.map(|b| b.encode()).as_deref(), Some(payload));
        }
    }

    #[test]
    fn what_we_never_sent_is_refused() {
        for payload in [
            "", "x", "h.1", "s", "s.07", "s.+7", "s.7.7", "rp.9.0", "rp.9.6", "l.kz", "f.z,,,", "f.a,,",
            "e.7", "a",
        ] {
            assert_eq!(Button::decode(payload), None, "{payload}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_button_we_made_or_nothing(payload in "\\PC{0,70}") {
            if let Some(button) = Button::decode(&payload) {
                prop_assert_eq!(Button::decode(&button.encode()), Some(button));
            }
        }
    }
}
