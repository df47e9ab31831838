//! The poster of an event, to be printed and hung up: the screens around it and what stands on it. How it is set and
//! drawn is in the files below.
//!
//! Drawing takes a large part of a second: whoever asks for it does so beside the threads that wait for others.

mod draw;
#[cfg(test)]
mod tests;
mod text;

use super::event_card::title;
use super::parts::{LABEL, back, lines, paragraphs, press, screen};
use super::{Attachment, Back, Button, Screen};
use crate::domain::{Event, Language};
use crate::i18n::{Tr, html, one_line};
use chrono::Datelike;
use draw::{Sheet, Tone};
use text::{Face, Text};

/// Asks for the language of the poster.
pub fn ask(tr: &Tr, event: &Event) -> Screen {
    let languages =
        Language::ALL.map(|language| press(tr.endonym(language), Button::Poster(event.id, Some(language))));
    let text = paragraphs([lines([tr.poster_heading(), title(tr, event)]), tr.poster_ask()]);
    screen(text, [languages.into(), back(tr, Button::Event(event.id, Back::Home))])
}

/// The poster in the language of `on`, as a file with a word in the language of `tr`: Telegram makes pictures smaller.
/// `bot` is the bot's username. `None` if it cannot be drawn.
pub fn poster(tr: &Tr, on: &Tr, event: &Event, bot: &str) -> Option<Screen> {
    let bytes = draw(on, event, bot)?;
    let name = format!("qatys-{}-{}.png", one_line(&event.code, LABEL), on.language.code());
    let mut screen = screen(lines([title(tr, event), tr.poster_caption()]), []);
    screen.attachment = Some(Attachment::Document { name, bytes });
    Some(screen)
}

/// Left and right edge of what is printed, in millimetres.
const LEFT: f32 = 20.0;
const RIGHT: f32 = 190.0;
/// Top of the panel with the code, its height, and the side of the code with the white around it.
const PANEL: f32 = 184.0;
const HEIGHT: f32 = 93.0;
const CODE: f32 = 86.0;

/// An A4 sheet: who and what above, when and where in the middle, the code and what to do with it below.
fn draw(tr: &Tr, event: &Event, bot: &str) -> Option<Vec<u8>> {
    let facts = &event.facts;
    let mut sheet = Sheet::new();
    sheet.bar(LEFT, 20.0, 22.0, 2.2);
    let organiser = Text::fit(&facts.organisation, Face::Bold, RIGHT - LEFT, (5.6, 4.6), 2)?;
    let below = sheet.write(&organiser, LEFT, 27.0, Tone::Muted);

    let (when, place) = (when(tr, event)?, place(tr, event)?);
    let middle =
        PANEL - 11.0 - when.iter().chain(&place).map(|(text, _)| text.height() + 1.0).sum::<f32>() - 6.0;
    let room = middle - 10.0 - (below + 6.0);
    let heading = Text::fill(&tr.plain(&facts.title, 200), Face::Bold, RIGHT - LEFT, (23.0, 8.0), room)?;
    sheet.write(&heading, LEFT, below + 6.0, Tone::Ink);

    let mut y = middle;
    for (text, tone) in &when {
        y = sheet.write(text, LEFT, y, *tone) + 1.0;
    }
    y += 6.0;
    for (text, tone) in &place {
        y = sheet.write(text, LEFT, y, *tone) + 1.0;
    }

    sheet.panel(LEFT, PANEL, RIGHT - LEFT, HEIGHT);
    let inset = (HEIGHT - CODE) / 2.0;
    sheet.code(&super::event_card::link(bot, event), LEFT + inset, PANEL + inset, CODE)?;
    let x = LEFT + CODE + 2.0 * inset + 2.0;
    let what = Text::fit(tr.poster_scan().as_ref(), Face::Bold, RIGHT - inset - x, (9.2, 5.0), 6)?;
    let find = Text::fit(tr.poster_find().as_ref(), Face::Regular, RIGHT - inset - x, (5.2, 4.0), 2)?;
    let name = Text::fit(&format!("@{bot}"), Face::Bold, RIGHT - inset - x, (6.2, 2.5), 1)?;
    let mut y = PANEL + (HEIGHT - what.height() - 6.0 - find.height() - 1.0 - name.height()) / 2.0;
    y = sheet.write(&what, x, y, Tone::Ink) + 6.0;
    y = sheet.write(&find, x, y, Tone::Muted) + 1.0;
    sheet.write(&name, x, y, Tone::Accent);
    sheet.png()
}

type Lines = Vec<(Text, Tone)>;

/// The day large, its name and the time below.
fn when(tr: &Tr, event: &Event) -> Option<Lines> {
    let day = tr.day(event.starts_at);
    let date = tr.poster_day(day.day(), tr.dates_month(day.month()));
    let time = tr.poster_time(tr.dates_weekday(day.weekday().number_from_monday()), tr.time(event.starts_at));
    Some(vec![
        (Text::fit(date.as_ref(), Face::Bold, RIGHT - LEFT, (15.0, 8.0), 1)?, Tone::Accent),
        (Text::fit(time.as_ref(), Face::Bold, RIGHT - LEFT, (9.5, 6.0), 1)?, Tone::Ink),
    ])
}

/// The place and how to find it; what is not known is left out.
fn place(tr: &Tr, event: &Event) -> Option<Lines> {
    let facts = &event.facts;
    let district = facts.district.map(|district| tr.district(district).to_string()).unwrap_or_default();
    let address = [facts.address.as_str(), &district].map(str::trim);
    let address = address.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(", ");
    Some(vec![
        (Text::fit(&facts.venue, Face::Bold, RIGHT - LEFT, (7.0, 5.0), 2)?, Tone::Ink),
        (Text::fit(&address, Face::Regular, RIGHT - LEFT, (6.0, 4.5), 2)?, Tone::Muted),
    ])
}

/// A text as it may stand in SVG: only what the font can show, in one line. It lacks the sign of the tenge.
fn plain(text: &str) -> String {
    let text: String = text
        .replace('₸', "тг")
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| printed(*c))
        .collect();
    one_line(&text, 400)
}

/// Latin, Greek and Cyrillic letters, and what is written among them; a picture of a face has no place on paper.
fn printed(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{52f}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{203a}' | '№' | '€')
}

fn escaped(text: &str) -> String {
    html(text).to_string()
}
