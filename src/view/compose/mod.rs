//! Writing a message to many: the overview, the questions about its parts, and the words to what does not fit. What
//! comes next is decided by the conversation; the message as people get it is in `broadcasts`.

mod parts;

use super::parts::{LABEL, back, lines, pairs, paragraphs, press, screen};
use super::{Button, Compose, Facet, Key, Screen};
use crate::domain::{
    Allowed, Audience, Background, Content, Draft, Event, Language, PartFault, Placeholder, Reach, Timing,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A question about the message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Prompt {
    /// What is there, and what is missing.
    #[default]
    Overview,
    /// Whom it goes to.
    Audience,
    /// What one part of the audience can be; page from 0.
    Choice(Facet, u32),
    /// The text in a language.
    Text(Language),
    /// The button under it.
    Link,
    /// When it goes.
    Timing,
    /// Whether to send it.
    Send,
    /// Whether to send it for Stars.
    Fast,
    /// Whether to give it up.
    Leave,
}

/// A word on what was just done or sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The text in this language does not do.
    Part(Language, PartFault),
    /// Only the first picture of an album was taken.
    Album,
    /// A sticker, a voice message…: nothing that can be sent to many.
    NotSendable,
    /// Not an address.
    NotAnAddress,
    /// Not a date and time.
    NotATime,
    /// That time is over.
    Past,
    /// What was pressed is not there any more.
    Gone,
    /// More events than one audience can list.
    TooManyEvents(usize),
    /// Of what was sent the words can be corrected, not the picture or file.
    WordsOnly,
    /// There is nobody in the audience.
    Nobody,
    /// There is no text yet.
    NothingWritten,
    /// A text came while none was asked for.
    ChooseFirst,
}

/// What the screens are made of.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// What is written so far.
    pub draft: &'a Draft,
    /// What it refers to.
    pub background: &'a Background,
    /// How many people it would reach.
    pub reach: Reach,
    /// Whether its author may send it.
    pub allowed: Allowed,
    /// Now.
    pub now: DateTime<Utc>,
    /// When it begins, and is through at the free rate.
    pub free: (DateTime<Utc>, DateTime<Utc>),
    /// When it is through for Stars, if that is on, and how many at most.
    pub paid: Option<(DateTime<Utc>, u32)>,
    /// How many people have it, if it was sent and is being corrected.
    pub corrects: Option<u32>,
}

/// The open question, with a word on the last answer.
pub fn prompt(tr: &Tr, prompt: Prompt, note: Option<&Note>, facts: &Facts) -> Screen {
    let (html, rows) = match prompt {
        Prompt::Overview => overview(tr, facts),
        Prompt::Audience => audience_question(tr, facts),
        Prompt::Choice(facet, page) => parts::choice(tr, facet, page, facts),
        Prompt::Text(language) => text(tr, language, facts),
        Prompt::Link => link(tr, facts),
        Prompt::Timing => timing(tr, facts),
        Prompt::Send => send(tr, facts),
        Prompt::Fast => fast(tr, facts),
        Prompt::Leave => {
            let sure = key(tr.compose_leave_sure_key(), Compose::LeaveSure);
            (tr.compose_leave(), vec![vec![sure], back(tr, Button::Compose(Compose::Open))])
        }
    };
    let note = note.map(|note| parts::note(tr, note)).unwrap_or_default();
    screen(paragraphs([note, html]), rows)
}

/// Stands before the message that goes to its author alone.
pub fn test(tr: &Tr, language: Language) -> Screen {
    Screen::text(tr.compose_test_mark(tr.endonym(language)))
}

/// A message is being written: what was pressed would put it away.
pub fn busy(tr: &Tr) -> Screen {
    screen(
        tr.compose_busy(),
        [
            vec![key(tr.compose_open_key(), Compose::Open)],
            vec![key(tr.compose_leave_sure_key(), Compose::LeaveSure)],
        ],
    )
}

type Question = (Html, Vec<Vec<Key>>);

/// The overview of what was sent: only its words can be changed.
fn correction(tr: &Tr, content: &Content, people: u32) -> Question {
    let texts = Language::ALL.map(|language| parts::text_line(tr, content, language));
    let html = paragraphs([tr.compose_correction(tr.number(people)), Html::join(texts, "\n")]);
    let rows = vec![
        Language::ALL.map(|language| written(tr, content, language)).into(),
        vec![key(tr.compose_preview_key(), Compose::Preview), key(tr.compose_test_key(), Compose::Test)],
        vec![key(tr.compose_correct_key(tr.number(people)), Compose::Send)],
        vec![key(tr.common_cancel(), Compose::Leave)],
    ];
    (html, rows)
}

/// The key to the text in a language, marked if there is one.
fn written(tr: &Tr, content: &Content, language: Language) -> Key {
    let mark = if content.exact(language).is_some() { "✓ " } else { "＋ " };
    Key::press(format!("{mark}{}", tr.endonym(language)), Button::Compose(Compose::Text(language)))
}

fn overview(tr: &Tr, facts: &Facts) -> Question {
    let Draft { audience, content, .. } = facts.draft;
    if let Some(people) = facts.corrects {
        return correction(tr, content, people);
    }
    let texts = Language::ALL.map(|language| parts::text_line(tr, content, language));
    let html = paragraphs([
        tr.compose_overview(),
        lines([
            tr.compose_audience_line(parts::audience(tr, audience, &facts.background.events)),
            reach(tr, facts),
        ]),
        Html::join(texts, "\n"),
        lines([
            tr.compose_link_line(parts::link(tr, content.link.as_ref(), facts.background)),
            tr.compose_timing_line(parts::timing(tr, facts.draft.timing, facts)),
        ]),
        if facts.allowed == Allowed::Yes { Html::default() } else { tr.compose_approval() },
    ]);
    let mut rows = vec![
        vec![key(tr.compose_audience_key(), Compose::Audience)],
        Language::ALL.map(|language| written(tr, content, language)).into(),
        vec![key(tr.compose_link_key(), Compose::Link), key(tr.compose_timing_key(), Compose::Timing)],
    ];
    if content.written().next().is_some() {
        rows.push(vec![
            key(tr.compose_preview_key(), Compose::Preview),
            key(tr.compose_test_key(), Compose::Test),
        ]);
        rows.push(vec![key(tr.compose_send_key(), Compose::Send)]);
    } else {
        rows.push(vec![press(tr.compose_list_key(), Button::Broadcasts(0))]);
    }
    rows.push(vec![key(tr.common_cancel(), Compose::Leave)]);
    (html, rows)
}

/// How many people it would reach, by language, and how many of the audience it would not.
fn reach(tr: &Tr, facts: &Facts) -> Html {
    let Reach { by_language, unreachable, muted } = facts.reach;
    let by_language = Language::ALL.into_iter().zip(by_language).filter(|(_, people)| *people > 0);
    let by_language = by_language
        .map(|(language, people)| Html::ours(format!("{} ", language.code())).and_html(&tr.number(people)));
    let people = facts.reach.people();
    let mut reached = tr.compose_people(people, tr.number(people));
    if people > 0 {
        reached = reached.and(": ").and_html(&Html::join(by_language, " · "));
    }
    let gone = if unreachable > 0 { tr.compose_unreachable(tr.number(unreachable)) } else { Html::default() };
    let muted = if muted > 0 { tr.compose_muted(tr.number(muted)) } else { Html::default() };
    let missed = Html::join([gone, muted], ", ");
    let missed = if missed.is_empty() { missed } else { tr.compose_not_reached(missed) };
    lines([reached.bold(), missed])
}

fn audience_question(tr: &Tr, facts: &Facts) -> Question {
    let audience = &facts.draft.audience;
    let html = paragraphs([
        tr.compose_audience(),
        parts::audience(tr, audience, &facts.background.events),
        reach(tr, facts),
        tr.compose_audience_hint(),
    ]);
    let mut rows: Vec<_> = audience
        .events
        .iter()
        .map(|event| {
            let title = facts.background.event(*event).map(|event| tr.plain(&event.facts.title, LABEL));
            let label = one_line(&format!("✕ {}", title.unwrap_or_else(|| event.to_string())), LABEL);
            vec![Key::press(label, Button::Compose(Compose::Drop(*event)))]
        })
        .collect();
    rows.extend(pairs(Facet::ALL.into_iter().map(|facet| {
        let mark = if parts::is_chosen(audience, facet) { "✓ " } else { "" };
        let label = format!("{mark}{}", parts::facet(tr, facet));
        Key::press(label, Button::Compose(Compose::Choose(facet, 0)))
    })));
    rows.extend(since_key(tr, audience, facts).map(|key| vec![key]));
    rows.push(back(tr, Button::Compose(Compose::Open)));
    (html, rows)
}

/// Only those who came after the author's last message, if there was one.
fn since_key(tr: &Tr, audience: &Audience, facts: &Facts) -> Option<Key> {
    let on = audience.since.is_some();
    let label =
        if on { Html::ours("✓ ").and_html(&tr.compose_since_key()) } else { tr.compose_since_key() };
    (on || facts.background.last.is_some()).then(|| press(label, Button::Compose(Compose::Since(!on))))
}

fn text(tr: &Tr, language: Language, facts: &Facts) -> Question {
    let content = &facts.draft.content;
    let place = |placeholder: Placeholder| {
        Html::ours(format!("{{{}}}", parts::spelled(placeholder, language))).code()
    };
    let places = if facts.draft.audience.event().is_some() {
        let [name, event, date] = Placeholder::ALL.map(place);
        tr.compose_places_event(name, event, date)
    } else {
        tr.compose_places(place(Placeholder::Name))
    };
    let html = paragraphs([
        tr.compose_text(tr.endonym(language)),
        places,
        content.exact(language).map(|part| parts::snippet(tr, part).quote()).unwrap_or_default(),
    ]);
    let clear = content
        .exact(language)
        .map(|_| vec![key(tr.compose_clear_key(), Compose::Clear(language))])
        .unwrap_or_default();
    (html, vec![clear, back(tr, Button::Compose(Compose::Open))])
}

fn link(tr: &Tr, facts: &Facts) -> Question {
    let Draft { audience, content, .. } = facts.draft;
    let now = tr.compose_link_line(parts::link(tr, content.link.as_ref(), facts.background));
    let mut rows: Vec<_> = audience
        .events
        .iter()
        .filter_map(|event| facts.background.event(*event))
        .map(|event| {
            let label = one_line(&format!("🎫 {}", tr.plain(&event.facts.title, LABEL)), LABEL);
            vec![Key::press(label, Button::Compose(Compose::LinkTo(event.id)))]
        })
        .collect();
    rows.push(vec![key(tr.compose_no_link_key(), Compose::NoLink)]);
    rows.push(back(tr, Button::Compose(Compose::Open)));
    (paragraphs([tr.compose_link(), now]), rows)
}

fn timing(tr: &Tr, facts: &Facts) -> Question {
    /// Minutes before and after, as they are offered.
    const OFFERED: [Compose; 6] = [
        Compose::Start(-24 * 60),
        Compose::Start(-3 * 60),
        Compose::Start(-60),
        Compose::End(0),
        Compose::End(60),
        Compose::End(24 * 60),
    ];
    let example = tr.day(facts.now).format("%d.%m").to_string();
    let now = tr.compose_timing_line(parts::timing(tr, facts.draft.timing, facts));
    let event = facts.draft.audience.event().and_then(|event| facts.background.event(event));
    let is_coming = |event: &Event, timing: Timing| timing.due(facts.now, Some(event)) >= facts.now;
    let mut rows = vec![vec![key(tr.compose_now_key(), Compose::Now)]];
    rows.extend(
        event
            .map(|event| {
                pairs(OFFERED.into_iter().filter_map(|offered| {
                    let timing = match offered {
                        Compose::Start(minutes) => Timing::Start(event.id, minutes),
                        Compose::End(minutes) => Timing::End(event.id, minutes),
                        _ => return None,
                    };
                    is_coming(event, timing)
                        .then(|| press(parts::relative(tr, timing), Button::Compose(offered)))
                }))
            })
            .into_iter()
            .flatten(),
    );
    rows.push(back(tr, Button::Compose(Compose::Open)));
    (paragraphs([tr.compose_timing(Html::ours(example)), now]), rows)
}

fn send(tr: &Tr, facts: &Facts) -> Question {
    if let Some(people) = facts.corrects {
        let sure = key(tr.compose_correct_sure_key(), Compose::Confirm(false));
        let html = tr.compose_correct(tr.number(people));
        return (html, vec![vec![sure], back(tr, Button::Compose(Compose::Open))]);
    }
    let people = facts.reach.people();
    let number = || tr.number(people);
    let (begins, ends) = facts.free;
    let begins_later = begins > facts.now;
    let html = paragraphs([
        tr.compose_send(people, number()),
        lines([
            if begins_later { tr.compose_begins(tr.when(begins, facts.now)) } else { Html::default() },
            tr.compose_takes(parts::length(tr, begins, ends), parts::end(tr, ends, facts.now)),
        ]),
        if facts.allowed == Allowed::Yes { Html::default() } else { tr.compose_approval() },
    ]);
    let mut rows = vec![vec![key(tr.compose_confirm_key(number()), Compose::Confirm(false))]];
    if let Some((_, stars)) = facts.paid {
        rows.push(vec![key(tr.compose_fast_key(tr.number(stars)), Compose::Fast)]);
    }
    rows.push(back(tr, Button::Compose(Compose::Open)));
    (html, rows)
}

fn fast(tr: &Tr, facts: &Facts) -> Question {
    let (ends, stars) = facts.paid.unwrap_or((facts.free.1, 0));
    let people = facts.reach.people();
    let html = paragraphs([
        tr.compose_fast(people, tr.number(people), tr.number(stars)),
        tr.compose_takes(parts::length(tr, facts.free.0, ends), parts::end(tr, ends, facts.now)),
    ]);
    let sure = vec![key(tr.compose_fast_sure_key(tr.number(stars)), Compose::Confirm(true))];
    let rows = if facts.paid.is_some() { vec![sure] } else { Vec::new() };
    (html, rows.into_iter().chain([back(tr, Button::Compose(Compose::Send))]).collect())
}

/// Whom an audience means, in words.
pub fn audience(tr: &Tr, audience: &Audience, events: &[Event]) -> Html {
    parts::audience(tr, audience, events)
}

fn key(label: Html, compose: Compose) -> Key {
    press(label, Button::Compose(compose))
}
