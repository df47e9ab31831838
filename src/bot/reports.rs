//! The report on an event in the hands of those who work on it: read, put right, confirmed. Part of the actions, in a file
//! of its own.

use super::{
    actions::{Replies, Visit, redraw, show},
    memory::State,
};
use crate::{
    domain::{EventId, Figure, Reason, ReportConfirmed},
    view::{Input, Reports, calling_off, reports},
};

/// Does what a button says.
pub(super) async fn press(visit: &Visit, button: Reports) -> Replies {
    let (services, actor, tr) = (&visit.bot.services, &visit.actor, &visit.tr);
    match button {
        Reports::Look(event) => match services.event_report(actor, event).await? {
            Some(report) => redraw(reports::report(tr, &report)),
            None => visit.old_button(),
        },
        Reports::Confirm(event) => match services.confirm_report(actor, event).await? {
            Some(ReportConfirmed::Done(report)) => redraw(reports::confirmed(tr, &report, false)),
            Some(ReportConfirmed::Already(report)) => redraw(reports::confirmed(tr, &report, true)),
            None => visit.old_button(),
        },
        Reports::Correct(event) => match services.event_report(actor, event).await? {
            Some(report) => redraw(reports::which(tr, &report)),
            None => visit.old_button(),
        },
        Reports::Figure(event, figure) => ask(visit, event, figure).await,
    }
}

/// Asks for the right number.
async fn ask(visit: &Visit, event: EventId, figure: Figure) -> Replies {
    let Some(report) = visit.bot.services.event_report(&visit.actor, event).await? else {
        return visit.old_button();
    };
    if let Some(busy) = visit.busy().await? {
        return show(busy);
    }
    visit.conversation.update(State::Correcting { event, figure, after: None }).await?;
    redraw(reports::number(&visit.tr, &report, figure, None))
}

/// Takes the right number, and then why it is right.
pub(super) async fn written(
    visit: &Visit,
    (event, figure, after): (EventId, Figure, Option<u32>),
    input: &Input,
) -> Replies {
    let (services, tr) = (&visit.bot.services, &visit.tr);
    let Some(report) = services.event_report(&visit.actor, event).await? else { return visit.old_button() };
    let text = if let Input::Text(text) = input { Some(text.as_str()) } else { None };
    let Some(after) = after else {
        let Some(after) = text.and_then(number) else {
            return show(reports::number(tr, &report, figure, Some(reports::Fault::NotANumber)));
        };
        visit.conversation.update(State::Correcting { event, figure, after: Some(after) }).await?;
        return show(reports::why(tr, event, figure, after, None));
    };
    let reason = match text.map(Reason::parse) {
        Some(Ok(reason)) => reason,
        fault => {
            let fault = match fault {
                Some(Err(fault)) => calling_off::Fault::Reason(fault),
                _ => calling_off::Fault::OnlyText,
            };
            return show(reports::why(tr, event, figure, after, Some(reports::Fault::Reason(fault))));
        }
    };
    let report = services.correct_figure(&visit.actor, event, figure, after, &reason).await?;
    visit.conversation.exit().await?;
    match report {
        Some(report) => show(reports::report(tr, &report)),
        None => visit.old_button(),
    }
}

/// A number as people write it, with or without its thousands set apart.
fn number(text: &str) -> Option<u32> {
    let digits: String = text.trim().chars().filter(|c| ![' ', '\u{a0}', ','].contains(c)).collect();
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|number| is_number && *number <= Figure::MOST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in [
            (" 940 ", Some(940)),
            ("1 200", Some(1_200)),
            ("1,200", Some(1_200)),
            ("0", Some(0)),
            ("1000000", Some(1_000_000)),
            ("1000001", None),
            ("99999999999", None),
            ("-1", None),
            ("+1", None),
            ("1.5", None),
            ("көп", None),
            ("", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }
}
