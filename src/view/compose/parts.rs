//! The parts of a message to many in words: its audience, its texts, its button, its time, and what is wrong with them.

use super::{Facts, Note, key};
use crate::domain::{
    Attached, Audience, Background, Content, District, Event, Language, Level, Link, Month, Part, PartFault,
    Placeholder, Timing, Whom, visible,
};
use crate::i18n::{Html, Tr, one_line};
use crate::view::event_card::title_of;
use crate::view::parts::{LABEL, PLACE, back, paging, pairs};
use crate::view::{Button, Compose, Facet, Key};
use chrono::{DateTime, Datelike, Utc};

/// Organisations on one page: a row of keys each.
const PAGE: usize = 8;
/// Characters of a text that stand for all of it.
const BEGINNING: usize = 60;
/// Months before the present one that an audience can be narrowed to, and all of them.
const MONTHS: (u32, u32) = (3, 12);

/// Whom an audience means.
pub(super) fn audience(tr: &Tr, audience: &Audience, events: &[Event]) -> Html {
    let organisation = audience.organisation.as_ref().map(|name| Html::clip(&one_line(name, PLACE), PLACE));
    let filters = [
        Some(whom(tr, audience.whom)),
        audience.level.map(|level| tr.level(level)),
        audience.district.map(|district| tr.district(district)),
        organisation,
        audience.month.map(|month| tr.month_title(month.year, month.month)),
        audience.language.map(|language| tr.endonym(language)),
        audience.since.map(|since| tr.compose_since(tr.moment(since))),
    ];
    // Everybody is everybody, whatever the events.
    let meant = if audience.whom == Whom::Everybody { 0 } else { audience.events.len() };
    let listed =
        audience.events.iter().take(meant).map(|id| match events.iter().find(|event| event.id == *id) {
            Some(event) => Html::ours("• ")
                .and_html(&title_of(tr, &event.facts.title))
                .and(", ")
                .and_html(&tr.moment(event.starts_at)),
            None => Html::ours("• ").and_html(&tr.compose_event_gone()),
        });
    let filters = Html::join(filters.into_iter().flatten(), " · ");
    Html::join(std::iter::once(filters).chain(listed), "\n")
}

fn whom(tr: &Tr, whom: Whom) -> Html {
    match whom {
        Whom::Registered => tr.compose_whom_registered(),
        Whom::Seated => tr.compose_whom_seated(),
        Whom::Waiting => tr.compose_whom_waiting(),
        Whom::Came => tr.compose_whom_came(),
        Whom::Absent => tr.compose_whom_absent(),
        Whom::Cancelled => tr.compose_whom_cancelled(),
        Whom::Never => tr.compose_whom_never(),
        Whom::Everybody => tr.compose_whom_everybody(),
    }
}

pub(super) fn facet(tr: &Tr, facet: Facet) -> Html {
    match facet {
        Facet::Whom => tr.compose_facet_whom(),
        Facet::Level => tr.compose_facet_level(),
        Facet::District => tr.compose_facet_district(),
        Facet::Organisation => tr.compose_facet_organisation(),
        Facet::Month => tr.compose_facet_month(),
        Facet::Spoken => tr.compose_facet_spoken(),
    }
}

pub(super) fn is_chosen(audience: &Audience, facet: Facet) -> bool {
    match facet {
        // There is always an answer to this one.
        Facet::Whom => false,
        Facet::Level => audience.level.is_some(),
        Facet::District => audience.district.is_some(),
        Facet::Organisation => audience.organisation.is_some(),
        Facet::Month => audience.month.is_some(),
        Facet::Spoken => audience.language.is_some(),
    }
}

/// What one part of the audience can be.
pub(super) fn choice(tr: &Tr, chosen: Facet, page: u32, facts: &Facts) -> (Html, Vec<Vec<Key>>) {
    let audience = &facts.draft.audience;
    let option = |label: Html, is_now: bool, to: Compose| {
        let label = if is_now { Html::ours("✓ ").and_html(&label) } else { label };
        Key::press(one_line(label.as_ref(), LABEL), Button::Compose(to))
    };
    let mut rows = match chosen {
        Facet::Whom => {
            pairs(Whom::ALL.map(|one| option(whom(tr, one), audience.whom == one, Compose::Whom(one))))
        }
        Facet::Level => pairs(
            Level::ALL
                .map(|one| option(tr.level(one), audience.level == Some(one), Compose::Level(Some(one)))),
        ),
        Facet::District => pairs(District::ALL.map(|one| {
            option(tr.district(one), audience.district == Some(one), Compose::District(Some(one)))
        })),
        Facet::Organisation => organisations(audience, page, facts.background),
        Facet::Month => pairs(months(tr, facts.now).into_iter().map(|one| {
            let title = tr.month_title(one.year, one.month);
            option(title, audience.month == Some(one), Compose::Month(Some(one)))
        })),
        Facet::Spoken => vec![
            Language::ALL
                .map(|one| {
                    option(tr.endonym(one), audience.language == Some(one), Compose::Spoken(Some(one)))
                })
                .into(),
        ],
    };
    let any = match chosen {
        Facet::Whom => None,
        Facet::Level => Some(Compose::Level(None)),
        Facet::District => Some(Compose::District(None)),
        Facet::Organisation => Some(Compose::Organisation(None)),
        Facet::Month => Some(Compose::Month(None)),
        Facet::Spoken => Some(Compose::Spoken(None)),
    };
    rows.extend(any.filter(|_| is_chosen(audience, chosen)).map(|any| vec![key(tr.compose_any_key(), any)]));
    rows.push(back(tr, Button::Compose(Compose::Audience)));
    (tr.compose_choice(facet(tr, chosen)), rows)
}

/// A page of organisations: there can be more of them than a screen has room for.
fn organisations(audience: &Audience, page: u32, background: &Background) -> Vec<Vec<Key>> {
    let pages = background.organisations.len().div_ceil(PAGE).max(1);
    let page = (page as usize).min(pages - 1);
    let shown = background.organisations.iter().skip(page * PAGE).take(PAGE);
    let mut rows: Vec<_> = shown
        .map(|(event, name)| {
            let mark = if audience.organisation.as_ref() == Some(name) { "✓ " } else { "" };
            let label = one_line(&format!("{mark}{name}"), LABEL);
            vec![Key::press(label, Button::Compose(Compose::Organisation(Some(*event))))]
        })
        .collect();
    rows.push(paging(page as u32, pages as u32, |page| {
        Button::Compose(Compose::Choose(Facet::Organisation, page))
    }));
    rows
}

fn months(tr: &Tr, now: DateTime<Utc>) -> Vec<Month> {
    let today = tr.day(now);
    let (before, all) = MONTHS;
    let first = today.year() * 12 + today.month0() as i32 - before as i32;
    (first..first + all as i32)
        .map(|number| Month { year: number.div_euclid(12), month: number.rem_euclid(12) as u32 + 1 })
        .collect()
}

/// Whether the text in a language is there, how it begins, or what its readers get instead.
pub(super) fn text_line(tr: &Tr, content: &Content, language: Language) -> Html {
    let name = tr.endonym(language).bold();
    match content.nearest(language) {
        None => Html::ours("▫️ ").and_html(&tr.compose_text_none(name)),
        Some((part, own)) if own == language => {
            Html::ours("✅ ").and_html(&name).and(": ").and_html(&snippet(tr, part))
        }
        Some((_, other)) => Html::ours("▫️ ").and_html(&tr.compose_text_other(name, tr.endonym(other))),
    }
}

/// The beginning of a text without its formatting, and what comes with it.
pub(super) fn snippet(tr: &Tr, part: &Part) -> Html {
    let attached = match &part.attached {
        None => Html::default(),
        Some(Attached::Photo(_)) => tr.compose_photo(),
        Some(Attached::Document(_)) => tr.compose_document(),
    };
    let beginning = one_line(&visible(&part.html), BEGINNING);
    Html::join([attached, Html::clip(&beginning, BEGINNING * 5)], " ")
}

/// The button under it.
pub(super) fn link(tr: &Tr, link: Option<&Link>, background: &Background) -> Html {
    match link {
        None => tr.compose_link_none(),
        Some(Link::Address(address)) => Html::clip(&one_line(address, PLACE), PLACE),
        Some(Link::Event(event)) => match background.event(*event) {
            Some(event) => tr.compose_link_event(title_of(tr, &event.facts.title)),
            None => tr.compose_event_gone(),
        },
    }
}

/// When it goes.
pub(super) fn timing(tr: &Tr, timing: Timing, facts: &Facts) -> Html {
    let event = timing.event().and_then(|event| facts.background.event(event));
    match (timing, event) {
        (Timing::Now, _) => tr.compose_now(),
        (Timing::At(at), _) => tr.when(at, facts.now),
        (_, Some(event)) => {
            let at = tr.when(timing.due(facts.now, Some(event)), facts.now);
            tr.compose_relative(relative(tr, timing), at)
        }
        (_, None) => tr.compose_event_gone(),
    }
}

/// How long before or after its event.
pub(super) fn relative(tr: &Tr, timing: Timing) -> Html {
    let (minutes, is_end) = match timing {
        Timing::Start(_, minutes) => (minutes, false),
        Timing::End(_, minutes) => (minutes, true),
        Timing::Now | Timing::At(_) => return tr.compose_now(),
    };
    let span = match minutes.unsigned_abs() {
        day if day > 0 && day % 1440 == 0 => tr.compose_days(day / 1440),
        other => tr.length(other),
    };
    match (minutes, is_end) {
        (0, false) => tr.compose_at_start(),
        (0, true) => tr.compose_at_end(),
        (..0, false) => tr.compose_before_start(span),
        (.., false) => tr.compose_after_start(span),
        (..0, true) => tr.compose_before_end(span),
        (.., true) => tr.compose_after_end(span),
    }
}

/// How long it takes.
pub(super) fn length(tr: &Tr, begins: DateTime<Utc>, ends: DateTime<Utc>) -> Html {
    let seconds = (ends - begins).num_seconds().max(0) as u32;
    if seconds < 60 { tr.compose_moment() } else { tr.compose_about(tr.length(seconds.div_ceil(60))) }
}

/// When it is through; the day is told unless it is today.
pub(super) fn end(tr: &Tr, at: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    if tr.day(at) == tr.day(now) { tr.time(at) } else { tr.when(at, now) }
}

/// A word on what was just done or sent.
pub(super) fn note(tr: &Tr, note: &Note) -> Html {
    let words = match note {
        Note::Part(language, fault) => tr.compose_fault(tr.endonym(*language), part(tr, fault)),
        Note::Album => tr.compose_album(),
        Note::NotSendable => tr.compose_not_sendable(),
        Note::NotAnAddress => tr.compose_not_an_address(),
        Note::NotATime => tr.compose_not_a_time(),
        Note::Past => tr.compose_past(),
        Note::Gone => tr.compose_gone(),
        Note::TooManyEvents(most) => tr.compose_too_many_events(*most as u32),
        Note::WordsOnly => tr.compose_words_only(),
        Note::Nobody => tr.compose_nobody(),
        Note::NothingWritten => tr.compose_nothing_written(),
        Note::ChooseFirst => tr.compose_choose_first(),
    };
    Html::ours("⚠️ ").and_html(&words)
}

fn part(tr: &Tr, fault: &PartFault) -> Html {
    match fault {
        PartFault::Empty => tr.compose_fault_empty(),
        PartFault::TooLong { length, limit } => {
            tr.compose_fault_long(tr.number(*length as u32), tr.number(*limit as u32))
        }
        PartFault::Unknown(word) => {
            let word = Html::clip(&format!("{{{}}}", one_line(word, 24)), 150).code();
            tr.compose_fault_unknown(word, spellings(tr))
        }
        PartFault::Split => tr.compose_fault_split(),
        PartFault::NoEvent(placeholder) => {
            tr.compose_fault_no_event(Html::ours(format!("{{{}}}", spelling(tr, *placeholder))).code())
        }
    }
}

/// All placeholders, as they are spelled in the language of the author.
fn spellings(tr: &Tr) -> Html {
    Html::join(Placeholder::ALL.map(|one| Html::ours(format!("{{{}}}", spelling(tr, one))).code()), ", ")
}

/// A placeholder as it is spelled in the language of the author.
fn spelling(tr: &Tr, placeholder: Placeholder) -> &'static str {
    spelled(placeholder, tr.language)
}

/// A placeholder as it is spelled in a language.
pub(super) const fn spelled(placeholder: Placeholder, language: Language) -> &'static str {
    let [en, kk, ru] = placeholder.spellings();
    match language {
        Language::Kk => kk,
        Language::Ru => ru,
        Language::En => en,
    }
}
