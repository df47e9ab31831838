//! A broadcast as people get it, and how far it is as its author sees it. How it is written is in `compose`.

use super::parts::{
    LABEL, MESSAGE, NAME, TITLE, back, home, lines, paging, pairs, paragraphs, press, screen,
};
use super::sheet::{csv_head, csv_row};
use super::{Act, Attachment, Back, Button, Key, Keys, Screen, compose};
use crate::domain::{
    Attached, Broadcast, BroadcastId, BroadcastStatus, Content, Delivery, EVENT_CANCELLED, Event, Link, Name,
    Optional, Overview, Part, Placeholder, Task, visible,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, TimeDelta, Utc};

/// How long Telegram lets a bot delete what it sent (Bot API, `deleteMessage`).
const DELETABLE: TimeDelta = TimeDelta::hours(48);

/// The message as somebody gets it who is spoken to in this language; `name` as they gave it at a sign-up. `None` when it
/// says nothing in any language.
pub fn message(tr: &Tr, content: &Content, event: Option<&Event>, name: Option<&Name>) -> Option<Screen> {
    let (part, _) = content.nearest(tr.language)?;
    let html = Placeholder::fill(&part.html, |placeholder| {
        let text = match (placeholder, event) {
            (Placeholder::Name, _) => match name {
                Some(name) => Html::clip(name.as_str().split(' ').next().unwrap_or_default(), NAME),
                None => tr.broadcasts_friend(),
            },
            (Placeholder::Event, Some(event)) => Html::clip(&tr.plain(&event.facts.title, TITLE), TITLE),
            (Placeholder::Date, Some(event)) => tr.moment(event.starts_at),
            (Placeholder::Event | Placeholder::Date, None) => Html::default(),
        };
        text.into()
    });
    let link = content.link.as_ref().map(|link| match link {
        Link::Event(event) => press(tr.event_card_event_key(), Button::Event(*event, Back::Home)),
        Link::Address(address) => Key::link(tr.broadcasts_link_key(), address.clone()),
    });
    let unsubscribe = press(tr.broadcasts_unsubscribe_key(), Button::Mute(Optional::News));
    let rows = link.into_iter().chain([unsubscribe]).map(|key| vec![key]).collect();
    let attachment = part.attached.clone().map(Attachment::Kept);
    Some(Screen { html, keys: Keys::Inline(rows), attachment })
}

/// How far it is, and what can be done about it.
pub fn progress(tr: &Tr, overview: &Overview, now: DateTime<Utc>) -> Screen {
    let broadcast = &overview.broadcast;
    let title = tr.broadcasts_title(number(broadcast));
    let head = Html::join([title, about(tr, overview.event())], "\n");
    let text = paragraphs([head, snippet(tr, broadcast), status(tr, overview, now), endings(tr, overview)]);
    let mut rows = keys(tr, overview, now);
    rows.push(back(tr, Button::Broadcasts(0)));
    screen(text, rows)
}

/// Its correction has begun.
pub fn correcting(tr: &Tr, broadcast: BroadcastId) -> Screen {
    let look = press(tr.broadcasts_look_key(), Button::Broadcast(broadcast, Act::Look));
    screen(tr.broadcasts_correcting(), [vec![look]])
}

/// What an admin is asked about a broadcast of somebody who may not send it by themselves.
pub fn proposal(tr: &Tr, overview: &Overview, now: DateTime<Utc>) -> Screen {
    let broadcast = &overview.broadcast;
    let head = tr.broadcasts_proposal(number(broadcast), tr.number(broadcast.people));
    let due = if broadcast.due > now { tr.when(broadcast.due, now) } else { tr.compose_now() };
    let terms = lines([
        tr.compose_audience_line(compose::audience(tr, &broadcast.audience, &overview.events)),
        tr.compose_timing_line(due),
    ]);
    screen(
        paragraphs([head, terms, letters(tr, &broadcast.content)]),
        [
            vec![
                press(tr.broadcasts_approve_key(), Button::Broadcast(broadcast.id, Act::Approve)),
                press(tr.broadcasts_refuse_key(), Button::Broadcast(broadcast.id, Act::Refuse)),
            ],
            back(tr, Button::Broadcasts(0)),
        ],
    )
}

fn number(broadcast: &Broadcast) -> Html {
    Html::ours(broadcast.id.to_string())
}

fn about(tr: &Tr, event: Option<&Event>) -> Html {
    event.map_or_else(Html::default, |event| Html::clip(&tr.plain(&event.facts.title, TITLE), TITLE))
}

/// The beginning of its text, as a quotation without formatting.
fn snippet(tr: &Tr, broadcast: &Broadcast) -> Html {
    /// Characters.
    const BEGINNING: usize = 100;
    let Some((part, _)) = broadcast.content.nearest(tr.language) else { return Html::default() };
    let text = one_line(&visible(&part.html), BEGINNING);
    if text.is_empty() { Html::default() } else { Html::clip(&text, MESSAGE).quote() }
}

/// What it says in each language, as quotations without formatting: whoever approves it has read it.
fn letters(tr: &Tr, content: &Content) -> Html {
    /// Characters of each: all three fit a message, beside the events of the longest audience.
    const LETTER: usize = 400;
    let letter = |(language, part): (_, &Part)| {
        let attached = match &part.attached {
            None => Html::default(),
            Some(Attached::Photo(_)) => tr.compose_photo(),
            Some(Attached::Document(_)) => tr.compose_document(),
        };
        let text = one_line(&visible(&part.html), LETTER);
        let text = if text.is_empty() { Html::default() } else { Html::clip(&text, LETTER).quote() };
        lines([Html::join([tr.endonym(language).bold(), attached], " "), text])
    };
    Html::join(content.written().map(letter), "\n")
}

fn status(tr: &Tr, overview: &Overview, now: DateTime<Utc>) -> Html {
    let Overview { broadcast, tally, task, .. } = overview;
    let (done, people) = match broadcast.task {
        Task::Send => (tally.ended(), broadcast.people.max(tally.ended() + tally.queued)),
        _ => (task.ended(), tally.sent),
    };
    let how_far = tr.broadcasts_how_far(tr.number(done), tr.number(people));
    match broadcast.status {
        BroadcastStatus::Proposed => tr.broadcasts_proposed(),
        BroadcastStatus::Refused => tr.broadcasts_refused(),
        BroadcastStatus::Scheduled => {
            tr.broadcasts_scheduled(tr.when(broadcast.due, now), tr.number(broadcast.people))
        }
        BroadcastStatus::Running => {
            let doing = match broadcast.task {
                Task::Send => tr.broadcasts_sending(),
                Task::Correct => tr.broadcasts_correcting(),
                Task::Withdraw => tr.broadcasts_withdrawing(),
            };
            lines([doing, how_far, tr.broadcasts_through(tr.when(overview.through, now))])
        }
        BroadcastStatus::Paused => {
            let why = match &broadcast.fault {
                None => Html::default(),
                Some(fault) if fault == EVENT_CANCELLED => tr.broadcasts_event_cancelled(),
                Some(fault) => tr.broadcasts_refused_by_telegram(Html::clip(fault, TITLE)),
            };
            lines([tr.broadcasts_paused(), how_far, why])
        }
        BroadcastStatus::Stopped => lines([tr.broadcasts_stopped(), how_far]),
        BroadcastStatus::Done => {
            let done = match broadcast.task {
                Task::Send => tr.broadcasts_sent(),
                Task::Correct => tr.broadcasts_corrected(),
                Task::Withdraw => tr.broadcasts_withdrawn(),
            };
            lines([done, if broadcast.task == Task::Send { Html::default() } else { how_far }])
        }
    }
}

/// What became of the messages, as far as there is anything to say.
fn endings(tr: &Tr, overview: &Overview) -> Html {
    let tally = &overview.tally;
    let line = |count: u32, line: fn(&Tr, Html) -> Html| match count {
        0 => Html::default(),
        count => line(tr, tr.number(count)),
    };
    let faults = overview.faults.iter().map(|(fault, times)| {
        Html::ours("  ").and_html(&tr.number(*times)).and(" × ").and_html(&Html::clip(fault, TITLE))
    });
    Html::join(
        [
            line(tally.sent, |tr, n| tr.broadcasts_delivered(n)),
            line(tally.gone, |tr, n| tr.broadcasts_gone(n)),
            line(tally.failed, |tr, n| tr.broadcasts_failed(n)),
        ]
        .into_iter()
        .chain(faults)
        .chain([
            line(tally.uncertain, |tr, n| tr.broadcasts_uncertain(n)),
            line(tally.void, |tr, n| tr.broadcasts_void(n)),
        ]),
        "\n",
    )
}

/// What can be done about it now.
fn keys(tr: &Tr, overview: &Overview, now: DateTime<Utc>) -> Vec<Vec<Key>> {
    let Overview { broadcast, tally, .. } = overview;
    let key = |label: Html, act| press(label, Button::Broadcast(broadcast.id, act));
    let stop = || key(tr.broadcasts_stop_key(), Act::Stop);
    let refresh = || key(tr.broadcasts_refresh_key(), Act::Look);
    match broadcast.status {
        BroadcastStatus::Proposed => vec![vec![stop(), refresh()]],
        BroadcastStatus::Refused => Vec::new(),
        BroadcastStatus::Scheduled | BroadcastStatus::Running => {
            vec![vec![key(tr.broadcasts_pause_key(), Act::Pause), stop()], vec![refresh()]]
        }
        BroadcastStatus::Paused => vec![vec![key(tr.broadcasts_resume_key(), Act::Resume), stop()]],
        BroadcastStatus::Stopped | BroadcastStatus::Done => {
            let unsure = tally.uncertain + tally.failed;
            let begun = broadcast.started_at.filter(|_| broadcast.task != Task::Withdraw);
            let again = (unsure > 0).then(|| key(tr.broadcasts_again_key(tr.number(unsure)), Act::Again));
            let withdraw = begun.filter(|begun| tally.sent > 0 && now < *begun + DELETABLE);
            let list = (tally.ended() > 0).then(|| key(tr.broadcasts_list_key(), Act::List));
            let late = begun.map(|_| key(tr.broadcasts_late_key(), Act::Late));
            let correct = begun.filter(|_| tally.sent > 0);
            let correct = correct.map(|_| key(tr.broadcasts_correct_key(), Act::Correct));
            let withdraw = withdraw.map(|_| key(tr.broadcasts_withdraw_key(), Act::Withdraw));
            let again = again.filter(|_| begun.is_some());
            pairs([list, late, correct, withdraw, again].into_iter().flatten())
        }
    }
}

/// Toast: what was to be done cannot be done any more.
pub fn too_late(tr: &Tr) -> String {
    tr.broadcasts_too_late().into()
}

/// Asks whether to stop it.
pub fn stop(tr: &Tr, overview: &Overview) -> Screen {
    let left = overview.broadcast.people.saturating_sub(overview.tally.ended());
    question(
        tr,
        &overview.broadcast,
        tr.broadcasts_stop(tr.number(left)),
        tr.broadcasts_stop_sure_key(),
        Act::StopSure,
    )
}

/// Asks whether to withdraw it.
pub fn withdraw(tr: &Tr, overview: &Overview) -> Screen {
    let question_text = tr.broadcasts_withdraw(tr.number(overview.tally.sent));
    question(tr, &overview.broadcast, question_text, tr.broadcasts_withdraw_sure_key(), Act::WithdrawSure)
}

fn question(tr: &Tr, broadcast: &Broadcast, text: Html, yes: Html, act: Act) -> Screen {
    let yes = vec![press(yes, Button::Broadcast(broadcast.id, act))];
    screen(text, [yes, back(tr, Button::Broadcast(broadcast.id, Act::Look))])
}

/// A page of broadcasts, latest first.
pub fn list(tr: &Tr, (page, pages): (u32, u32), broadcasts: &[Broadcast], now: DateTime<Utc>) -> Screen {
    let text = if broadcasts.is_empty() { tr.broadcasts_none() } else { tr.broadcasts_list() };
    let mut rows: Vec<Vec<Key>> = broadcasts
        .iter()
        .map(|broadcast| {
            let sign = match broadcast.status {
                BroadcastStatus::Proposed => "❔",
                BroadcastStatus::Refused | BroadcastStatus::Stopped => "⏹",
                BroadcastStatus::Scheduled => "🕒",
                BroadcastStatus::Running => "▶️",
                BroadcastStatus::Paused => "⏸",
                BroadcastStatus::Done => "✅",
            };
            let part = broadcast.content.nearest(tr.language);
            let text = part.map_or_else(String::new, |(part, _)| visible(&part.html));
            let label = one_line(&format!("{sign} {} · {text}", tr.brief(broadcast.due, now)), LABEL);
            vec![Key::press(label, Button::Broadcast(broadcast.id, Act::Look))]
        })
        .collect();
    rows.push(paging(page, pages, Button::Broadcasts));
    rows.push(home(tr));
    screen(text, rows)
}

/// The list of everybody and how it ended with them, as a file for a spreadsheet.
pub fn file(tr: &Tr, broadcast: &Broadcast, deliveries: &[Delivery]) -> Screen {
    let head = [
        tr.broadcasts_column_name(),
        tr.broadcasts_column_language(),
        tr.broadcasts_column_state(),
        tr.broadcasts_column_at(),
        tr.broadcasts_column_fault(),
    ];
    let mut bytes = csv_head(&head.map(String::from));
    for line in deliveries {
        let at = line.at.map(|at| at.with_timezone(&tr.zone).format("%Y-%m-%d %H:%M:%S").to_string());
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let row = [
            text(&line.name),
            text(&line.language),
            state(tr, &line.state).into(),
            at.unwrap_or_default(),
            text(&line.fault),
        ];
        if !csv_row(&mut bytes, &row) {
            break;
        }
    }
    let mut screen =
        screen(tr.broadcasts_file(number(broadcast)), [back(tr, Button::Broadcast(broadcast.id, Act::Look))]);
    let name = format!("broadcast-{}.csv", broadcast.id);
    screen.attachment = Some(Attachment::Document { name, bytes });
    screen
}

/// How it ended with somebody, in a word.
fn state(tr: &Tr, state: &str) -> Html {
    match state {
        "sent" => tr.broadcasts_state_sent(),
        "gone" => tr.broadcasts_state_gone(),
        "failed" => tr.broadcasts_state_failed(),
        "uncertain" => tr.broadcasts_state_uncertain(),
        "void" => tr.broadcasts_state_void(),
        _ => tr.broadcasts_state_waiting(),
    }
}
