//! How buttons are written as payloads of at most 64 bytes, and read back. No meaning of buttons.

use super::{Act, Answer, Ask, Back, Button, Compose, Edit, Gate, Guests, Reports, Shelf, Staff};
use crate::domain::{
    ArrivalId, BroadcastId, Days, District, EventId, Filter, Language, Level, Optional, Party, Rating,
    RegistrationId,
};
use chrono::{Datelike, NaiveDate};

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
            Button::Poster(id, None) => format!("eg.{id}"),
            Button::Poster(id, Some(language)) => format!("eg.{id}.{}", language.code()),
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
            Button::Manage(id) => format!("dm.{id}"),
            Button::Door(id) => format!("dd.{id}"),
            Button::CheckIn(id, party) => format!("dc.{id}.{}", party.size()),
            Button::Undo(id) => format!("du.{id}"),
            Button::Gate(gate) => gate.encode(),
            Button::Compose(compose) => compose.encode(),
            Button::Staff(staff) => staff.encode(),
            Button::Edit(edit) => edit.encode(),
            Button::Photo(id) => format!("eo.{id}"),
            Button::Guests(guests) => guests.encode(),
            Button::Reports(reports) => reports.encode(),
            Button::CallOff(id) => format!("x.{id}"),
            Button::CallOffSure(id) => format!("xs.{id}"),
            Button::Broadcasts(page) => format!("bs.{page}"),
            Button::Broadcast(id, act) => format!("b.{id}.{}", act_code(*act)),
            Button::Came(id, came) => format!("gc.{id}.{}", u8::from(*came)),
            Button::Rate(id, rating) => format!("gr.{id}.{}", rating.stars()),
            Button::Report(id, page) => format!("gs.{id}.{page}"),
            Button::Want(kind, wanted) => format!("pw.{}.{}", kind.slug(), u8::from(*wanted)),
            Button::Mute(kind) => format!("u.{}", kind.slug()),
            Button::Ask(ask) => cut(ask.encode()),
            Button::Shelf(press) => press.encode(),
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
            "eg" => {
                let event = EventId(fields.number()?);
                match fields.next() {
                    None => Button::Poster(event, None),
                    Some(code) => Button::Poster(event, Some(exact_language(code)?)),
                }
            }
            "ep" => Button::Place(EventId(fields.number()?)),
            "m" => Button::Mine { past: fields.number::<u8>()? == 1, page: fields.number()? },
            "p" => Button::Privacy,
            "pd" => Button::Download,
            "pe" => Button::Erase,
            "pes" => Button::EraseSure,
            "pen" => Button::EraseNow,
            "d" => Button::Desk(fields.number()?),
            "dm" => Button::Manage(EventId(fields.number()?)),
            "dd" => Button::Door(EventId(fields.number()?)),
            "du" => Button::Undo(ArrivalId(fields.number()?)),
            "dg" => Button::Gate(Gate::decode(&mut fields)?),
            "w" => Button::Compose(Compose::decode(&mut fields)?),
            "j" => Button::Staff(Staff::decode(&mut fields)?),
            "n" => Button::Edit(Edit::decode(&mut fields)?),
            "eo" => Button::Photo(EventId(fields.number()?)),
            "k" => Button::Guests(Guests::decode(&mut fields)?),
            "y" => Button::Reports(Reports::decode(&mut fields)?),
            "x" => Button::CallOff(EventId(fields.number()?)),
            "xs" => Button::CallOffSure(EventId(fields.number()?)),
            "bs" => Button::Broadcasts(fields.number()?),
            "b" => Button::Broadcast(BroadcastId(fields.number()?), fields.act()?),
            "gc" => Button::Came(RegistrationId(fields.number()?), fields.flag()?),
            "gr" => Button::Rate(RegistrationId(fields.number()?), Rating::new(fields.number()?)?),
            "gs" => Button::Report(EventId(fields.number()?), fields.number()?),
            "pw" => Button::Want(Optional::parse(fields.next()?)?, fields.flag()?),
            "u" => Button::Mute(Optional::parse(fields.next()?)?),
            "as" => Button::Ask(Ask::decode(&mut fields)?),
            "mt" => Button::Shelf(Shelf::decode(&mut fields)?),
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
pub(super) struct Fields<'a>(std::str::Split<'a, char>);

impl<'a> Fields<'a> {
    pub(super) fn next(&mut self) -> Option<&'a str> {
        self.0.next()
    }

    /// A number exactly as we write it: no sign but minus, no leading zero.
    pub(super) fn number<N: std::str::FromStr + ToString>(&mut self) -> Option<N> {
        let field = self.next()?;
        field.parse::<N>().ok().filter(|number| number.to_string() == field)
    }

    /// Yes or no.
    pub(super) fn flag(&mut self) -> Option<bool> {
        match self.next()? {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        }
    }

    /// Something that may be left open.
    #[expect(clippy::option_option, reason = "outer: could be read; inner: something is chosen")]
    pub(super) fn optional<T>(&mut self, read: impl FnOnce(&str) -> Option<T>) -> Option<Option<T>> {
        read_optional(self.next()?, read)
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

    fn act(&mut self) -> Option<Act> {
        let code = self.next()?;
        Act::ALL.into_iter().find(|act| act_code(*act) == code)
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

pub(super) fn exact_language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.code() == code)
}

const fn act_code(act: Act) -> &'static str {
    match act {
        Act::Look => "o",
        Act::Pause => "p",
        Act::Resume => "r",
        Act::Stop => "s",
        Act::StopSure => "ss",
        Act::List => "l",
        Act::Late => "t",
        Act::Again => "a",
        Act::Correct => "c",
        Act::Withdraw => "w",
        Act::WithdrawSure => "ws",
        Act::Approve => "y",
        Act::Refuse => "n",
    }
}

pub(super) const fn district_code(district: Option<District>) -> &'static str {
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

pub(super) const fn level_code(level: Option<Level>) -> &'static str {
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
