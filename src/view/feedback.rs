//! What people are asked once an event is over, and what its organisers read of their answers.

use super::event_card::{summary, title};
use super::parts::{MESSAGE, back, home, lines, paging, paragraphs, press, screen};
use super::{Back, Button, Key, Screen};
use crate::domain::{
    Comment, DoorCounts, Event, Feedback, Filter, Optional, Rating, RegistrationId, Results,
};
use crate::i18n::{Html, Tr};

/// Longest comment shown, in UTF-16 units, so that a page of them fits a message.
const SHOWN: usize = 500;

/// The first question: how it was, or whether they came where nobody marked them at the door; and the way to the
/// materials, if there are any.
pub fn asked(tr: &Tr, event: &Event, id: RegistrationId, has_arrived: bool, has_materials: bool) -> Screen {
    let materials: Vec<_> =
        has_materials.then(|| super::materials::beside_key(tr, event)).into_iter().collect();
    let mute = vec![press(tr.feedback_mute_key(), Button::Mute(Optional::Feedback))];
    if has_arrived {
        let question = paragraphs([tr.feedback_how(), summary(tr, event), tr.feedback_scale()]);
        return screen(question, [stars(id, None), materials, mute]);
    }
    let answer = |label, came| vec![press(label, Button::Came(id, came))];
    screen(
        paragraphs([tr.feedback_came(), summary(tr, event)]),
        [answer(tr.feedback_came_key(), true), answer(tr.feedback_absent_key(), false), materials, mute],
    )
}

/// What comes after an answer: how it was, a line of text if it is `asked` for, or events instead of the missed one.
pub fn heard(tr: &Tr, event: &Event, id: RegistrationId, said: &Feedback, asked: bool) -> Screen {
    if said.came == Some(false) {
        let find = vec![press(tr.home_find_key(), Button::Find(Filter::default()))];
        return screen(paragraphs([tr.feedback_missed(), title(tr, event)]), [find, home(tr)]);
    }
    let rows = [stars(id, said.rating), home(tr)];
    match (said.rating, &said.comment) {
        (None, _) => screen(paragraphs([tr.feedback_how(), title(tr, event), tr.feedback_scale()]), rows),
        (Some(_), None) if asked => {
            screen(paragraphs([tr.feedback_rated(), title(tr, event), tr.feedback_line()]), rows)
        }
        (Some(_), _) => screen(paragraphs([tr.feedback_thanks(), title(tr, event)]), rows),
    }
}

/// The words were noted.
pub fn commented(tr: &Tr) -> Screen {
    screen(tr.feedback_thanks(), [home(tr)])
}

/// What was sent is not a line of text.
pub fn not_a_line(tr: &Tr) -> Screen {
    screen(tr.feedback_not_a_line(Comment::MAX), [home(tr)])
}

/// Alert: it is too late to say anything.
pub fn too_late(tr: &Tr) -> String {
    tr.feedback_too_late().into()
}

/// The ratings as a row; the one that was given stands between dots.
fn stars(id: RegistrationId, given: Option<Rating>) -> Vec<Key> {
    let key = |rating: Rating| {
        let label = match given {
            Some(given) if given == rating => format!("· {} ·", rating.stars()),
            _ => format!("{} ⭐", rating.stars()),
        };
        Key::press(label, Button::Rate(id, rating))
    };
    Rating::ALL.map(key).into()
}

/// What people said of an event: the numbers, and a page of what they wrote.
pub fn report(
    tr: &Tr,
    event: &Event,
    counts: &DoorCounts,
    results: &Results,
    (page, pages): (u32, u32),
    comments: &[(Option<Rating>, Comment)],
) -> Screen {
    let came = super::attendance::counts(tr, counts);
    let words = comments.iter().map(|(rating, comment)| {
        let stars = rating.map_or_else(Html::default, |rating| Html::ours(format!("{} ⭐ ", rating.stars())));
        stars.and_html(&Html::clip(comment.as_str(), SHOWN)).quote()
    });
    let head = paragraphs([title(tr, event), lines([came, said(tr, results)]), numbers(tr, results)]);
    let used = head.as_ref().encode_utf16().count();
    let words = fitting(words, MESSAGE.saturating_sub(used + 2));
    screen(
        paragraphs([head, words]),
        [
            paging(page, pages, |page| Button::Report(event.id, page)),
            back(tr, Button::Event(event.id, Back::Home)),
        ],
    )
}

/// To organisers, a day later: the numbers, and the way to what people wrote.
pub fn results(tr: &Tr, event: &Event, results: &Results) -> Screen {
    let key = vec![press(tr.feedback_report_key(), Button::Report(event.id, 0))];
    screen(
        paragraphs([tr.feedback_results(), title(tr, event), said(tr, results), numbers(tr, results)]),
        [key],
    )
}

fn said(tr: &Tr, results: &Results) -> Html {
    let line = |people: u32, line: fn(&Tr, Html) -> Html| match people {
        0 => Html::default(),
        people => line(tr, tr.number(people)),
    };
    lines([
        line(results.say_came, |tr, n| tr.feedback_say_came(n)),
        line(results.say_absent, |tr, n| tr.feedback_say_absent(n)),
        line(results.comments, |tr, n| tr.feedback_comments(n)),
    ])
}

/// The mean and how often each rating was given, best first.
fn numbers(tr: &Tr, results: &Results) -> Html {
    /// Signs of the longest bar.
    const BAR: u32 = 10;
    let Some(mean) = mean(tr, results) else { return tr.feedback_none() };
    let most = results.ratings.into_iter().max().unwrap_or_default().max(1);
    let bars = Rating::ALL.iter().zip(results.ratings).rev().map(|(rating, people)| {
        let bar = Html::ours("▇".repeat((people * BAR).div_ceil(most) as usize));
        Html::join([Html::ours(rating.stars().to_string()), bar, tr.number(people)], " ")
    });
    Html::join([mean].into_iter().chain(bars), "\n")
}

/// The mean rating and how many gave one; `None` while nobody did.
pub(super) fn mean(tr: &Tr, results: &Results) -> Option<Html> {
    let mean = results.mean_in_tenths()?;
    Some(tr.feedback_mean(tr.tenths(mean), tr.number(results.rated())))
}

/// As many paragraphs as fit so many UTF-16 units.
fn fitting(paragraphs: impl Iterator<Item = Html>, room: usize) -> Html {
    let mut used = 0;
    let fits = paragraphs.take_while(|paragraph| {
        used += paragraph.as_ref().encode_utf16().count() + 1;
        used <= room
    });
    Html::join(fits, "\n")
}
