//! The report on an event that is over, as those who work on it read, correct and confirm it. What people said of it, one
//! by one, is in `feedback`.

use super::calling_off::{Fault as ReasonFault, fault_of};
use super::event_card::title;
use super::feedback::mean;
use super::parts::{back, lines, pairs, paragraphs, press, screen};
use super::{Button, Key, Reports, Screen};
use crate::domain::{Correction, Event, EventId, EventReport, Figure, Language, Reason};
use crate::i18n::{Html, Tr};

/// Corrections shown, the latest.
const SHOWN: usize = 5;
/// Longest reason shown with one, in UTF-16 units.
const WHY: usize = 200;

/// What was wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a number, or too large a one.
    NotANumber,
    /// Not a reason.
    Reason(ReasonFault),
}

/// Why somebody is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The event is just over.
    First,
    /// Nobody has confirmed it by the next day.
    Again,
    /// Nor by the day after: to admins.
    Escalated,
}

/// The report as it stands.
pub fn report(tr: &Tr, report: &EventReport) -> Screen {
    let head = lines([tr.reports_heading(), title(tr, &report.event), at(tr, &report.event)]);
    let state = match report.confirmed {
        Some((_, at)) => tr.reports_confirmed_at(tr.moment(at)),
        None => tr.reports_question(),
    };
    let html = paragraphs([head, figures(tr, report), said(tr, report), corrections(tr, report), state]);
    screen(html, keys(tr, report))
}

/// The same once it was confirmed, now or `before`.
pub fn confirmed(tr: &Tr, report: &EventReport, before: bool) -> Screen {
    let word = if before { tr.reports_already() } else { tr.reports_done() };
    let head = lines([word, title(tr, &report.event), at(tr, &report.event)]);
    let html = paragraphs([head, figures(tr, report), said(tr, report), corrections(tr, report)]);
    screen(html, keys(tr, report))
}

/// To those who are asked for it. What people say of the event follows by itself a day later, so it is not told twice.
pub fn asked(tr: &Tr, report: &EventReport, asked: Asked) -> Screen {
    let event = &report.event;
    let about = lines([title(tr, event), at(tr, event)]);
    let html = match asked {
        Asked::First => paragraphs([tr.reports_ready(), about, figures(tr, report), tr.reports_question()]),
        Asked::Again => paragraphs([tr.reports_overdue(), about]),
        Asked::Escalated => paragraphs([tr.reports_missing(), about]),
    };
    let rows = match asked {
        Asked::First => keys(tr, report),
        Asked::Again | Asked::Escalated => vec![key(tr.reports_look_key(), Reports::Look(event.id))],
    };
    screen(html, rows)
}

/// Which figure is to be put right.
pub fn which(tr: &Tr, report: &EventReport) -> Screen {
    let event = report.event.id;
    let keys =
        Figure::ALL.map(|figure| press(name_of(tr, figure), Button::Reports(Reports::Figure(event, figure))));
    let mut rows = pairs(keys);
    rows.push(to_report(tr, event));
    let html = paragraphs([tr.reports_which(), title(tr, &report.event), figures(tr, report)]);
    screen(html, rows)
}

/// Asks for the right number.
pub fn number(tr: &Tr, report: &EventReport, figure: Figure, fault: Option<Fault>) -> Screen {
    let now = report.figure(figure).map_or_else(|| tr.reports_unknown(), |number| tr.number(number));
    let question = lines([tr.reports_line(name_of(tr, figure), now), tr.reports_number()]);
    screen(paragraphs([fault_word(tr, fault), question]), [to_report(tr, report.event.id)])
}

/// Asks why it is the right one.
pub fn why(tr: &Tr, event: EventId, figure: Figure, after: u32, fault: Option<Fault>) -> Screen {
    let question =
        lines([tr.reports_line(name_of(tr, figure), tr.number(after)), tr.reports_why(Reason::MAX)]);
    screen(paragraphs([fault_word(tr, fault), question]), [to_report(tr, event)])
}

fn fault_word(tr: &Tr, fault: Option<Fault>) -> Html {
    match fault {
        None => Html::default(),
        Some(Fault::NotANumber) => tr.reports_not_a_number(tr.number(Figure::MOST)),
        Some(Fault::Reason(fault)) => fault_of(tr, fault),
    }
}

fn at(tr: &Tr, event: &Event) -> Html {
    tr.event_card_at(tr.moment(event.starts_at))
}

/// A line for every figure that is known, with what was counted struck out where it was put right.
fn figures(tr: &Tr, report: &EventReport) -> Html {
    let line = |figure: Figure| {
        let number = report.figure(figure)?;
        let counted = report.counted.get(&figure).copied().filter(|counted| *counted != number);
        let struck = counted.map_or_else(Html::default, |counted| tr.number(counted).struck());
        Some(tr.reports_line(name_of(tr, figure), Html::join([struck, tr.number(number).bold()], " ")))
    };
    let languages = Language::ALL.into_iter().zip(report.languages).filter(|(_, people)| *people > 0);
    let languages: Vec<_> = languages
        .map(|(language, people)| Html::join([tr.language(language), tr.number(people)], " – "))
        .collect();
    let languages = if languages.is_empty() {
        Html::default()
    } else {
        tr.reports_line(tr.reports_languages(), Html::join(languages, ", "))
    };
    Html::join(Figure::ALL.into_iter().filter_map(line).chain([languages]), "\n")
}

/// The mean rating, once somebody has rated it.
fn said(tr: &Tr, report: &EventReport) -> Html {
    mean(tr, &report.results).unwrap_or_default()
}

/// What was put right, and why.
fn corrections(tr: &Tr, report: &EventReport) -> Html {
    let first = report.corrections.len().saturating_sub(SHOWN);
    let line = |correction: &Correction| {
        let before = correction.before.map_or_else(|| tr.reports_unknown(), |number| tr.number(number));
        let change = Html::join([before, tr.number(correction.after)], " → ");
        let head = Html::ours("✏️ ").and_html(&tr.reports_line(name_of(tr, correction.figure), change));
        lines([head, Html::clip(correction.reason.as_str(), WHY).quote()])
    };
    Html::join(report.corrections[first..].iter().map(line), "\n")
}

fn keys(tr: &Tr, report: &EventReport) -> Vec<Vec<Key>> {
    let event = report.event.id;
    let mut rows = Vec::new();
    if report.confirmed.is_none() {
        rows.push(key(tr.reports_confirm_key(), Reports::Confirm(event)));
    }
    rows.push(key(tr.reports_correct_key(), Reports::Correct(event)));
    rows.push(vec![press(tr.feedback_report_key(), Button::Report(event, 0))]);
    rows.push(back(tr, Button::Manage(event)));
    rows
}

fn key(label: Html, button: Reports) -> Vec<Key> {
    vec![press(label, Button::Reports(button))]
}

fn to_report(tr: &Tr, event: EventId) -> Vec<Key> {
    back(tr, Button::Reports(Reports::Look(event)))
}

/// What a figure is called.
fn name_of(tr: &Tr, figure: Figure) -> Html {
    match figure {
        Figure::Registered => tr.reports_registered(),
        Figure::Coming => tr.reports_coming(),
        Figure::Came => tr.reports_came(),
        Figure::Absent => tr.reports_absent(),
        Figure::WalkIns => tr.reports_walk_ins(),
        Figure::HeadCount => tr.reports_head_count(),
        Figure::Questions => tr.reports_questions(),
    }
}
