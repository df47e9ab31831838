//! Use cases on events as people meet them: lists, search, cards.

use super::{Actor, Error, Result, Services};
use crate::{
    domain::{
        CalledOff, Deed, Entry, Event, EventCard, EventId, EventLine, EventStatus, Filter, Mine, Notice,
        Object, PersonId, Reason, Registration, Seats, Standing, local,
    },
    store::{
        self, Conn, audit,
        events::{self, Wanted},
        occasions,
    },
};
use chrono::{Datelike, Days as Plus, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// Events on one page of a list: as many buttons as a phone shows without scrolling.
pub const PAGE: u32 = 6;

/// A page of something, with the number of all.
#[derive(Clone, Debug, PartialEq)]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// How many there are on all pages.
    pub total: u32,
}

impl<T> Page<T> {
    /// How many pages there are; one even when there is nothing.
    pub fn pages(&self) -> u32 {
        self.total.div_ceil(PAGE).max(1)
    }

    /// Which page this is of how many, if `page` was asked for: a list may have become shorter since.
    pub fn turn(&self, page: u32) -> (u32, u32) {
        (page.min(self.pages() - 1), self.pages())
    }
}

impl Services {
    /// A page of published events that have not begun, by filter, in order of start.
    pub async fn events(&self, filter: Filter, page: u32) -> Result<Page<EventLine>> {
        self.page(&self.wanted(filter), page).await
    }

    /// A page of published events that have not begun and contain these words.
    pub async fn search(&self, words: &str, page: u32) -> Result<Page<EventLine>> {
        let Some(matching) = Wanted::words(words) else { return Ok(Page { items: Vec::new(), total: 0 }) };
        self.page(&Wanted { matching: Some(matching), ..self.wanted(Filter::default()) }, page).await
    }

    /// How many events of the filter each day of a month has.
    pub async fn month(&self, filter: Filter, year: i32, month: u32) -> Result<BTreeMap<u32, u32>> {
        let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else { return Ok(BTreeMap::new()) };
        let after = first.checked_add_months(chrono::Months::new(1)).unwrap_or(first);
        let mut wanted = self.wanted(filter);
        wanted.from = local(first.and_time(NaiveTime::MIN), self.zone()).max(self.now());
        wanted.to = Some(local(after.and_time(NaiveTime::MIN), self.zone()));
        let starts = events::list_starts(&mut *self.store.read().await?, &wanted).await?;
        let mut days = BTreeMap::new();
        for start in starts {
            *days.entry(start.with_timezone(&self.zone()).day()).or_default() += 1;
        }
        Ok(days)
    }

    /// Today in the programme's zone.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&self.zone()).date_naive()
    }

    /// The event as the person sees it. Drafts do not exist for anybody but their organisers.
    pub async fn card(&self, person: PersonId, event: EventId) -> Result<Option<EventCard>> {
        let mut conn = self.store.read().await?;
        let Some((event, seats)) = visible_with_seats(&mut conn, event).await? else { return Ok(None) };
        let mine = match store::registrations::find(&mut conn, event.id, person).await? {
            Some(registration) => Some(mine(&mut conn, registration).await?),
            None => None,
        };
        let hosts = store::hosts::list_by_event(&mut conn, event.id).await?.into_iter();
        let hosts = hosts.filter(|host| host.approved_at.is_some()).map(|host| host.organisation).collect();
        let threads = store::questions::beside(&mut conn, event.id).await?;
        Ok(Some(EventCard { event, seats, mine, threads, hosts }))
    }

    /// The event alone.
    pub async fn event(&self, event: EventId) -> Result<Option<Event>> {
        visible(&mut *self.store.read().await?, event).await
    }

    /// The event behind the code of a deep link.
    pub async fn event_by_code(&self, code: &str) -> Result<Option<EventId>> {
        Ok(events::find_by_code(&mut *self.store.read().await?, code).await?)
    }

    /// Calls an event off; everybody who holds a place or waits for one is told why. For those who work on it.
    pub async fn cancel_event(&self, actor: &Actor, event: EventId, reason: &Reason) -> Result<CalledOff> {
        let now = self.now();
        let mut tx = self.begin(actor).await?;
        events::lock(&mut tx, event).await?;
        let event = self.worked_on(&mut tx, actor, event).await?;
        let mut event = event.filter(|event| event.status != EventStatus::Draft).ok_or(Error::NoRight)?;
        if event.status == EventStatus::Cancelled {
            return Ok(CalledOff::Already(Box::new(event)));
        }
        if now >= event.starts_at {
            return Ok(CalledOff::Started);
        }
        events::set_cancelled(&mut tx, event.id, reason).await?;
        (event.status, event.cancel_reason) = (EventStatus::Cancelled, Some(reason.clone()));
        occasions::clear(&mut tx, Some(event.id), now).await?;
        let entry = Entry::new(actor.person, Deed::EventCancelled, Object::Event(event.id));
        audit::add(&mut tx, &entry.change(None, Some(reason.as_str().to_owned())), now).await?;
        let mut told = 0;
        self.tell_all(&mut tx, &event, |registration, _| {
            told += 1;
            Some((Notice::EventCancelled { registration }, now))
        })
        .await?;
        self.announce(tx, actor).await?;
        self.gong.notify_waiters();
        Ok(CalledOff::Done(Box::new(event), told))
    }

    /// How many registrations would be told if the event were called off. For those who work on it.
    pub async fn count_told(&self, actor: &Actor, event: EventId) -> Result<Option<(Event, u32)>> {
        let mut conn = self.store.read().await?;
        let event = self.worked_on(&mut conn, actor, event).await?;
        let Some(event) = event.filter(|event| event.status != EventStatus::Draft) else { return Ok(None) };
        let told = store::registrations::count_standing(&mut conn, event.id).await?;
        Ok(Some((event, told)))
    }

    pub(super) fn wanted(&self, filter: Filter) -> Wanted {
        let (first, last) = filter.days.bounds(self.today());
        let midnight = |day: NaiveDate| local(day.and_time(NaiveTime::MIN), self.zone());
        Wanted {
            from: midnight(first).max(self.now()),
            to: last.and_then(|last| last.checked_add_days(Plus::new(1))).map(midnight),
            district: filter.district,
            level: filter.level,
            language: filter.language,
            worker: None,
            matching: None,
        }
    }

    async fn page(&self, wanted: &Wanted, page: u32) -> Result<Page<EventLine>> {
        let mut conn = self.store.read().await?;
        let total = events::count(&mut conn, wanted).await?;
        // A list may have become shorter since its buttons were made.
        let page = page.min(total.div_ceil(PAGE).saturating_sub(1));
        Ok(Page { items: events::list(&mut conn, wanted, PAGE, page * PAGE).await?, total })
    }
}

/// The event, unless it is a draft.
pub(super) async fn visible(conn: &mut Conn, id: EventId) -> Result<Option<Event>> {
    Ok(events::lookup(conn, id).await?.filter(|event| event.status != EventStatus::Draft))
}

/// The same with how full it is.
pub(super) async fn visible_with_seats(conn: &mut Conn, id: EventId) -> Result<Option<(Event, Seats)>> {
    let found = events::lookup_with_seats(conn, id).await?;
    Ok(found.filter(|(event, _)| event.status != EventStatus::Draft))
}

/// A registration with its place on the waiting list.
pub(super) async fn mine(conn: &mut Conn, registration: Registration) -> Result<Mine> {
    let place = match registration.standing {
        Standing::Waiting => {
            Some(store::registrations::place(conn, registration.event, registration.id).await?)
        }
        _ => None,
    };
    Ok(Mine { registration, place })
}
