//! Finding events: the ways to look, lists, the month, what words found. One event is in `event_card`.

use super::parts::{LABEL, TITLE, back, home, lines, paging, pairs, paragraphs, press, screen};
use super::{Back, Button, Key, Screen};
use crate::domain::{Days, District, EventLine, Filter, Language, Level, Seats, normalise};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Datelike, Months, NaiveDate, Utc, Weekday};
use std::collections::BTreeMap;

/// The ways to find an event; what is already chosen stays chosen.
pub fn find(tr: &Tr, filter: &Filter, today: NaiveDate) -> Screen {
    let days = |days| Button::List(Filter { days, ..*filter }, 0);
    let (year, month) = match filter.days {
        Days::Day(day) => (day.year(), day.month()),
        _ => (today.year(), today.month()),
    };
    let mut rows = vec![
        vec![
            press(tr.events_today_key(), days(Days::Today)),
            press(tr.events_tomorrow_key(), days(Days::Tomorrow)),
            press(tr.events_week_key(), days(Days::Week)),
        ],
        vec![press(tr.events_day_key(), Button::Month(*filter, year, month))],
        vec![
            press(tr.events_district_key(), Button::Districts(*filter)),
            press(tr.events_level_key(), Button::Levels(*filter)),
            press(tr.events_language_key(), Button::Spoken(*filter)),
        ],
        vec![press(tr.events_all_key(), Button::List(*filter, 0))],
    ];
    if *filter != Filter::default() {
        rows.push(vec![press(tr.events_clear_key(), Button::Find(Filter::default()))]);
    }
    rows.push(home(tr));
    screen(paragraphs([tr.events_find(), chosen(tr, filter)]), rows)
}

/// A page of the events a filter finds. `page` counts from 0; `total` is over all pages.
pub fn list(
    tr: &Tr,
    filter: &Filter,
    (page, pages): (u32, u32),
    events: &[EventLine],
    total: u32,
    now: DateTime<Utc>,
) -> Screen {
    if events.is_empty() {
        return none(tr, filter);
    }
    let head = lines([tr.events_heading(total), chosen(tr, filter)]);
    let mut rows = keys(tr, events, &Back::List(*filter, page));
    rows.push(paging(page, pages, |page| Button::List(*filter, page)));
    rows.extend(pairs(removable(tr, filter)));
    rows.push(vec![
        press(tr.events_change_key(), Button::Find(*filter)),
        press(tr.common_home(), Button::Home),
    ]);
    screen(head.and("\n\n").and_html(&body(tr, events, now)), rows)
}

/// Nothing found: each filter can be taken away from here.
fn none(tr: &Tr, filter: &Filter) -> Screen {
    if *filter == Filter::default() {
        return screen(tr.events_none_at_all(), [home(tr)]);
    }
    let mut rows = pairs(removable(tr, filter));
    rows.push(vec![press(tr.events_all_key(), Button::List(Filter::default(), 0))]);
    rows.push(vec![
        press(tr.events_change_key(), Button::Find(*filter)),
        press(tr.common_home(), Button::Home),
    ]);
    screen(lines([tr.events_none(), chosen(tr, filter)]), rows)
}

/// A page of what a search by words found.
pub fn found(
    tr: &Tr,
    words: &str,
    (page, pages): (u32, u32),
    events: &[EventLine],
    total: u32,
    now: DateTime<Utc>,
) -> Screen {
    let shown = Html::clip(&one_line(words, TITLE), TITLE);
    let other_ways = vec![
        press(tr.events_other_key(), Button::Find(Filter::default())),
        press(tr.common_home(), Button::Home),
    ];
    if events.is_empty() {
        let all = vec![press(tr.events_all_key(), Button::List(Filter::default(), 0))];
        return screen(tr.events_found_none(shown), [all, other_ways]);
    }
    // The dots of the payload's codec must not meet a dot of the words; searching normalises them anyway.
    let words = normalise(words);
    let mut rows = keys(tr, events, &Back::Search(page, words.clone()));
    rows.push(paging(page, pages, |page| Button::Search(page, words.clone())));
    rows.push(other_ways);
    screen(tr.events_found(shown, total).and("\n\n").and_html(&body(tr, events, now)), rows)
}

/// No such event, or not for this person.
pub fn absent(tr: &Tr) -> Screen {
    let mut rows = super::home::ways_on(tr);
    rows.push(home(tr));
    screen(tr.events_absent(), rows)
}

/// The days of a month to choose from; `events` counts those of each day.
pub fn month(
    tr: &Tr,
    filter: &Filter,
    (year, month): (i32, u32),
    events: &BTreeMap<u32, u32>,
    today: NaiveDate,
) -> Screen {
    let Some(first) = NaiveDate::from_ymd_opt(year, month, 1) else {
        return find(tr, filter, today);
    };
    let count: u32 = events.values().sum();
    let hint = if count == 0 { tr.events_month_none() } else { tr.events_month_count(count) };
    let html = lines([tr.month_title(year, month).bold(), hint, chosen(tr, filter)]);
    let mut rows = vec![weekdays(tr)];
    rows.extend(weeks(filter, first, events));
    rows.push(other_months(tr, filter, first, today));
    rows.push(back(tr, Button::Find(*filter)));
    screen(html, rows)
}

fn weekdays(tr: &Tr) -> Vec<Key> {
    (1..=7_u32).map(|day| press(tr.dates_weekday_short(day), Button::Still)).collect()
}

/// Seven keys a week; a day without events is a dot that does nothing.
fn weeks(filter: &Filter, first: NaiveDate, events: &BTreeMap<u32, u32>) -> Vec<Vec<Key>> {
    let monday = first.week(Weekday::Mon).first_day();
    let days: Vec<_> = monday
        .iter_days()
        .take(42)
        .map(|day| match events.get(&day.day()) {
            Some(1..) if day.month() == first.month() => {
                let filter = Filter { days: Days::Day(day), ..*filter };
                Key::press(day.day().to_string(), Button::List(filter, 0))
            }
            _ if day.month() == first.month() => Key::press("·", Button::Still),
            _ => Key::press(" ", Button::Still),
        })
        .collect();
    // A last week that lies wholly in the next month is left out.
    let last = first.checked_add_months(Months::new(1)).unwrap_or(first);
    days.chunks(7)
        .zip(monday.iter_weeks())
        .take_while(|(_, monday)| *monday < last)
        .map(|(week, _)| week.to_vec())
        .collect()
}

/// To the month before and after; the past has no events to sign up for.
fn other_months(tr: &Tr, filter: &Filter, first: NaiveDate, today: NaiveDate) -> Vec<Key> {
    let key = |month: Option<NaiveDate>, left: &str, right: &str| {
        let month = month?;
        let name = tr.dates_month_alone(month.month());
        Some(Key::press(format!("{left}{name}{right}"), Button::Month(*filter, month.year(), month.month())))
    };
    let before = first.checked_sub_months(Months::new(1)).filter(|_| first > today);
    let after = first.checked_add_months(Months::new(1));
    [key(before, "‹ ", ""), key(after, "", " ›")].into_iter().flatten().collect()
}

/// The choice of district.
pub fn districts(tr: &Tr, filter: &Filter) -> Screen {
    let to = |district| Button::List(Filter { district, ..*filter }, 0);
    let mut rows = pairs(District::ALL.map(|d| press(tr.district(d), to(Some(d)))));
    rows.push(vec![press(tr.events_any_district_key(), to(None))]);
    rows.push(back(tr, Button::Find(*filter)));
    screen(tr.events_districts(), rows)
}

/// The choice of level.
pub fn levels(tr: &Tr, filter: &Filter) -> Screen {
    let to = |level| Button::List(Filter { level, ..*filter }, 0);
    let mut rows: Vec<_> = Level::ALL.map(|l| vec![press(tr.level(l), to(Some(l)))]).into();
    rows.push(vec![press(tr.events_any_level_key(), to(None))]);
    rows.push(back(tr, Button::Find(*filter)));
    screen(tr.events_levels(), rows)
}

/// The choice of the language spoken.
pub fn spoken(tr: &Tr, filter: &Filter) -> Screen {
    let to = |language| Button::List(Filter { language, ..*filter }, 0);
    let mut rows = vec![Language::ALL.map(|l| press(tr.endonym(l), to(Some(l)))).into()];
    rows.push(vec![press(tr.events_any_language_key(), to(None))]);
    rows.push(back(tr, Button::Find(*filter)));
    screen(tr.events_spoken(), rows)
}

/// Each part of a filter that narrows the list, with the filter that lacks it.
fn parts(tr: &Tr, filter: &Filter) -> Vec<(Html, Filter)> {
    let days = match filter.days {
        Days::All => None,
        Days::Today => Some(tr.events_today_key()),
        Days::Tomorrow => Some(tr.events_tomorrow_key()),
        Days::Week => Some(tr.events_week_key()),
        Days::Day(day) => Some(tr.day_brief(day)),
    };
    [
        days.map(|label| (label, Filter { days: Days::All, ..*filter })),
        filter.district.map(|d| (tr.district(d), Filter { district: None, ..*filter })),
        filter.level.map(|l| (tr.level(l), Filter { level: None, ..*filter })),
        filter.language.map(|l| (tr.endonym(l), Filter { language: None, ..*filter })),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn chosen(tr: &Tr, filter: &Filter) -> Html {
    let what = Html::join(parts(tr, filter).into_iter().map(|(label, _)| label), " · ");
    if what.is_empty() { what } else { tr.events_chosen(what) }
}

fn removable(tr: &Tr, filter: &Filter) -> Vec<Key> {
    parts(tr, filter)
        .into_iter()
        .map(|(label, without)| Key::press(format!("✕ {label}"), Button::List(without, 0)))
        .collect()
}

fn body(tr: &Tr, events: &[EventLine], now: DateTime<Utc>) -> Html {
    let entries = events.iter().zip(1..).map(|(event, number)| {
        let place = event.district.map(|d| tr.district(d)).unwrap_or_default();
        let facts = [tr.brief(event.starts_at, now), place, seats(tr, event.seats)];
        let title = tr.text(&event.title, TITLE).bold();
        lines([Html::ours(format!("{number}. ")).and_html(&title), Html::join(facts, " · ")])
    });
    Html::join(entries, "\n\n")
}

fn keys(tr: &Tr, events: &[EventLine], back: &Back) -> Vec<Vec<Key>> {
    let row = |(event, number): (&EventLine, u32)| {
        let title = format!("{number}. {}", tr.plain(&event.title, LABEL));
        vec![Key::press(one_line(&title, LABEL), Button::Event(event.id, back.clone()))]
    };
    events.iter().zip(1..).map(row).collect()
}

/// How full an event is, in a few words.
pub(super) fn seats(tr: &Tr, seats: Seats) -> Html {
    match seats.free() {
        None => tr.events_open(),
        Some(0) => tr.events_full(),
        Some(free) => tr.events_seats(free),
    }
}
