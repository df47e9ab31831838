//! The card of an event as one person sees it, its place and its link. Its calendar file is in `calendar`.

use super::notices::reason_of;
use super::parts::{MESSAGE, PLACE, TITLE, back, lines, paragraphs, press, screen};
use super::{Attachment, Back, Button, Compose, Key, Screen};
use crate::domain::{Attached, Event, EventCard, EventStatus, Mine, Registration, Standing, Texts, Window};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};
use std::fmt::Write;

/// The card; `back` is where it was opened from.
pub fn card(tr: &Tr, card: &EventCard, back: &Back, now: DateTime<Utc>) -> Screen {
    with_keys(tr, card, Vec::new(), back, now)
}

/// The same for those who work on the event.
pub fn card_of_staff(tr: &Tr, card: &EventCard, back: &Back, now: DateTime<Utc>) -> Screen {
    let rows = vec![
        vec![press(tr.compose_card_key(), Button::Compose(Compose::To(card.event.id)))],
        vec![press(tr.manage_key(), Button::Manage(card.event.id))],
    ];
    with_keys(tr, card, rows, back, now)
}

fn with_keys(tr: &Tr, card: &EventCard, keys: Vec<Vec<Key>>, back_to: &Back, now: DateTime<Utc>) -> Screen {
    let event = &card.event;
    let spoken = Html::join(event.facts.languages.iter().map(|l| tr.language(*l)), ", ");
    let organiser = Html::clip(&one_line(&event.facts.organisation, PLACE), PLACE);
    let facts = lines([
        tr.event_card_when(tr.when(event.starts_at, now), tr.length(event.facts.duration_min)),
        where_it_is(tr, event),
        if spoken.is_empty() { spoken } else { tr.event_card_languages(spoken) },
        if organiser.is_empty() { organiser } else { tr.event_card_organiser(organiser) },
        speakers(tr, event),
        together(tr, &card.hosts),
    ]);
    let state = lines([state(tr, card, now), own_state(tr, card, now)]);
    let title = title(tr, event);
    // What is left of the message, less the tags, the gaps between paragraphs and the mark of another language.
    let used =
        [&title, &facts, &state].map(|part| part.as_ref().encode_utf16().count()).iter().sum::<usize>();
    let description = tr.text(&event.facts.description, MESSAGE.saturating_sub(used + 100));
    let description = if description.is_empty() { description } else { description.quote() };

    let mut rows = own_keys(tr, card, now);
    rows.extend(more_keys(tr, event, now));
    rows.extend(super::questions::card_keys(tr, card, now));
    rows.extend(keys);
    rows.push(back(tr, back_to.button()));
    screen(paragraphs([title, facts, description, state]), rows)
}

/// Who speaks.
fn speakers(tr: &Tr, event: &Event) -> Html {
    let names = event.speakers.iter().map(|name| Html::clip(&one_line(name, PLACE), 60));
    let names = Html::join(names, ", ");
    if names.is_empty() { names } else { tr.event_card_speakers(names) }
}

/// Who runs the event together with its organiser.
fn together(tr: &Tr, hosts: &[String]) -> Html {
    let names = hosts.iter().take(5).map(|name| Html::clip(&one_line(name, PLACE), PLACE));
    let names = Html::join(names, ", ");
    if names.is_empty() { names } else { tr.event_card_hosts(names) }
}

/// The picture, if there is one.
pub fn photo(tr: &Tr, event: &Event) -> Option<Screen> {
    let photo = event.photo.clone()?;
    let mut screen = screen(title(tr, event), [vec![event_key(tr, event)]]);
    screen.attachment = Some(Attachment::Kept(Attached::Photo(photo)));
    Some(screen)
}

/// Title in bold, marked if it is in another language.
pub(super) fn title(tr: &Tr, event: &Event) -> Html {
    title_of(tr, &event.facts.title)
}

/// The same of a title by itself.
pub(super) fn title_of(tr: &Tr, title: &Texts) -> Html {
    tr.text(title, TITLE).bold()
}

/// Title, date and place: what an event is called in notices, tickets and answers.
pub(super) fn summary(tr: &Tr, event: &Event) -> Html {
    lines([
        title(tr, event),
        tr.event_card_when(tr.moment(event.starts_at), tr.length(event.facts.duration_min)),
        where_it_is(tr, event),
    ])
}

/// Place, address and district.
pub(super) fn where_it_is(tr: &Tr, event: &Event) -> Html {
    let facts = &event.facts;
    let written = [&facts.venue, &facts.address].map(|text| Html::clip(&one_line(text, PLACE), PLACE));
    let district = facts.district.map(|d| tr.district(d)).unwrap_or_default();
    let place = Html::join(written.into_iter().chain([district]), ", ");
    if place.is_empty() { place } else { tr.event_card_where(place) }
}

/// What the event says of itself at this moment: seats, or why one cannot sign up.
pub(super) fn state(tr: &Tr, EventCard { event, seats, mine, .. }: &EventCard, now: DateTime<Utc>) -> Html {
    match event.window(now) {
        // An invitation to sign up is not for those who have done so, nor other seats for those who are offered theirs.
        Window::Open if let Some(registration) = standing(mine.as_ref()) => match seats.free() {
            Some(free @ 1..) if !matches!(registration.standing, Standing::Offered { .. }) => {
                tr.events_seats(free)
            }
            _ => Html::default(),
        },
        Window::Open => match seats.free() {
            None => tr.event_card_open(),
            Some(0) if seats.waiting > 0 => lines([tr.event_card_full(), tr.event_card_queue(seats.waiting)]),
            Some(0) => tr.event_card_full(),
            Some(free) => tr.events_seats(free),
        },
        Window::Started if now >= event.ends_at() => tr.event_card_ended(),
        Window::Cancelled => {
            let reason = event.cancel_reason.as_ref().map(reason_of).unwrap_or_default();
            lines([tr.event_card_cancelled(), reason])
        }
        shut => window(tr, shut, now),
    }
}

/// Why one cannot sign up; empty while one can.
pub(super) fn window(tr: &Tr, window: Window, now: DateTime<Utc>) -> Html {
    match window {
        Window::Open => Html::default(),
        Window::NotYet(opens) => tr.event_card_not_yet(tr.when(opens, now)),
        Window::Closed => tr.event_card_closed(),
        Window::Started => tr.event_card_started(),
        Window::Cancelled => tr.event_card_cancelled(),
    }
}

/// How the person's own registration stands; empty if there is none.
pub(super) fn own(tr: &Tr, mine: Option<&Mine>, now: DateTime<Utc>) -> Html {
    let Some(Mine { registration, place }) = mine else { return Html::default() };
    let people = tr.common_people(registration.party.size());
    match registration.standing {
        Standing::Seated => tr.event_card_seated(people),
        Standing::Waiting => tr.event_card_waiting(place.unwrap_or(1), people),
        Standing::Offered { until } => tr.event_card_offered(tr.until(until, now)),
        Standing::Cancelled => Html::default(),
    }
}

/// The same while it still means something: a place in a line that leads nowhere any more is not worth a word.
fn own_state(tr: &Tr, EventCard { event, mine, .. }: &EventCard, now: DateTime<Utc>) -> Html {
    let is_seated = standing(mine.as_ref()).is_some_and(|mine| mine.standing == Standing::Seated);
    match event.window(now) {
        Window::Cancelled => Html::default(),
        Window::Started if !is_seated || now >= event.ends_at() => Html::default(),
        _ => own(tr, mine.as_ref(), now),
    }
}

/// What the person can do about their registration now.
fn own_keys(tr: &Tr, card: &EventCard, now: DateTime<Utc>) -> Vec<Vec<Key>> {
    let (event, window) = (&card.event, card.event.window(now));
    let Some(registration) = standing(card.mine.as_ref()) else {
        let label = match card.seats.free() {
            _ if window != Window::Open => return Vec::new(),
            Some(0) => tr.event_card_wait_key(),
            _ => tr.event_card_sign_up_key(),
        };
        return vec![vec![press(label, Button::SignUp(event.id))]];
    };
    let id = registration.id;
    match (registration.standing, window) {
        (Standing::Seated, Window::Started) if now < event.ends_at() => {
            vec![vec![press(tr.event_card_ticket_key(), Button::Ticket(id))]]
        }
        (_, Window::Started | Window::Cancelled) => Vec::new(),
        (Standing::Seated, _) => {
            let mut rows = vec![vec![press(tr.event_card_ticket_key(), Button::Ticket(id))]];
            if window == Window::Open && event.facts.companions > 0 {
                rows.push(vec![press(tr.event_card_parties_key(), Button::Parties(id))]);
            }
            rows.push(vec![press(tr.event_card_leave_key(), Button::Leave(id))]);
            rows
        }
        (Standing::Offered { .. }, _) => offer_keys(tr, registration),
        _ => {
            // A smaller party may fit where the whole one does not.
            let is_open = window == Window::Open && event.facts.companions > 0;
            let parties = is_open.then(|| vec![press(tr.event_card_parties_key(), Button::Parties(id))]);
            let leave = vec![press(tr.event_card_leave_line_key(), Button::Leave(id))];
            parties.into_iter().chain([leave]).collect()
        }
    }
}

/// The registration, unless it was given up.
fn standing(mine: Option<&Mine>) -> Option<&Registration> {
    mine.map(|mine| &mine.registration).filter(|registration| registration.standing != Standing::Cancelled)
}

/// Yes and no to an offered seat.
pub(super) fn offer_keys(tr: &Tr, registration: &Registration) -> Vec<Vec<Key>> {
    vec![
        vec![press(tr.event_card_accept_key(), Button::Accept(registration.id))],
        vec![press(tr.event_card_decline_key(), Button::Decline(registration.id))],
    ]
}

/// Map, calendar and link, while they are of use.
fn more_keys(tr: &Tr, event: &Event, now: DateTime<Utc>) -> Vec<Vec<Key>> {
    match event.window(now) {
        Window::Cancelled => Vec::new(),
        Window::Started if now >= event.ends_at() => Vec::new(),
        Window::Started => vec![place_key(tr, event)],
        _ => {
            let mut row = place_key(tr, event);
            row.extend(
                event.photo.as_ref().map(|_| press(tr.event_card_photo_key(), Button::Photo(event.id))),
            );
            row.push(press(tr.event_card_share_key(), Button::Share(event.id)));
            vec![calendar_key(tr, event), row]
        }
    }
}

/// The key that sends a pin on the map, if the point is known.
pub(super) fn place_key(tr: &Tr, event: &Event) -> Vec<Key> {
    let key = event.facts.point.map(|_| press(tr.event_card_place_key(), Button::Place(event.id)));
    key.into_iter().collect()
}

/// The key that sends the calendar file.
pub(super) fn calendar_key(tr: &Tr, event: &Event) -> Vec<Key> {
    let label = match event.status {
        EventStatus::Cancelled => tr.event_card_calendar_cancelled_key(),
        _ => tr.event_card_calendar_key(),
    };
    vec![press(label, Button::Calendar(event.id))]
}

/// The key to the card, from something of the person's own.
pub(super) fn event_key(tr: &Tr, event: &Event) -> Key {
    press(tr.event_card_event_key(), Button::Event(event.id, Back::Mine))
}

/// The pin on the map; the address as text if the point is not known.
pub fn place(tr: &Tr, event: &Event) -> Screen {
    let mut screen = screen(lines([title(tr, event), where_it_is(tr, event)]), [vec![event_key(tr, event)]]);
    // Telegram takes no empty name or address: the one stands in for the other, and the title for both.
    let [venue, address] = [&event.facts.venue, &event.facts.address].map(|text| one_line(text, PLACE));
    let written = |first: &str, second: &str| match (first, second) {
        ("", "") => tr.plain(&event.facts.title, PLACE),
        ("", second) => second.to_owned(),
        (first, _) => first.to_owned(),
    };
    screen.attachment = event.facts.point.map(|point| Attachment::Venue {
        point,
        title: written(&venue, &address),
        address: written(&address, &venue),
    });
    screen
}

/// The link that opens an event. `bot` is the bot's username.
pub fn link(bot: &str, event: &Event) -> String {
    format!("https://t.me/{bot}?start=e_{}", event.code)
}

/// A text to pass on, and the key that opens Telegram's choice of whom to pass it to. `link` opens the event.
pub fn share(tr: &Tr, event: &Event, link: &str) -> Screen {
    let when = tr.moment_with_year(event.starts_at);
    let about = lines([
        title(tr, event),
        tr.event_card_when(when.clone(), tr.length(event.facts.duration_min)),
        where_it_is(tr, event),
        Html::clip(link, PLACE),
    ]);
    let plain =
        format!("{}\n{when}\n{}", tr.plain(&event.facts.title, 100), one_line(&event.facts.venue, 60));
    let url = share_url(link, &plain);
    let rows = [
        vec![Key::link(tr.event_card_share_link_key(), url)],
        vec![press(tr.poster_key(), Button::Poster(event.id, None))],
        back(tr, Button::Event(event.id, Back::Home)),
    ];
    screen(about, rows)
}

/// What opens Telegram's choice of whom to pass a link to, with a plain text.
pub(super) fn share_url(link: &str, text: &str) -> String {
    format!("https://t.me/share/url?url={}&text={}", percent_encoded(link), percent_encoded(text))
}

/// Percent-encodes everything but the unreserved characters (RFC 3986, section 2.3).
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::domain::{Seats, Threads};
    use crate::view::Keys;
    use crate::view::gallery::{World, tr};
    use chrono::TimeDelta;

    fn payloads(screen: &Screen) -> Vec<String> {
        let Keys::Inline(rows) = &screen.keys else { return Vec::new() };
        let press = |key: &Key| match key {
            Key::Press(_, button) => Some(button.encode()),
            Key::Link(..) => None,
        };
        rows.iter().flatten().filter_map(press).collect()
    }

    #[test]
    fn keys_follow_the_registration_and_the_window() {
        let world = World::plain();
        let start = world.event.starts_at;
        let [seated, waiting, offered, cancelled] = world.standings();
        let (before, during, after) = (world.now, start, start + TimeDelta::minutes(90));
        let more = ["ec.7", "ep.7", "es.7", "as.b.7.0", "h"];
        let with = |own: &[&'static str]| [own, &more].concat();
        let full = Some(30);
        for (standing, capacity, now, expected) in [
            (None, Some(31), before, with(&["s.7"])),
            (None, None, before, with(&["s.7"])),
            (None, full, before, with(&["s.7"])),
            (Some(cancelled), None, before, with(&["s.7"])),
            (Some(seated), full, before, with(&["t.9", "rp.9", "rl.9"])),
            (Some(waiting), full, before, with(&["rp.9", "rl.9"])),
            (Some(offered), full, before, with(&["ra.9", "rd.9"])),
            (None, full, during, vec!["ep.7", "as.b.7.0", "h"]),
            (Some(seated), full, during, vec!["t.9", "ep.7", "as.b.7.0", "h"]),
            (Some(waiting), full, during, vec!["ep.7", "as.b.7.0", "h"]),
            (Some(seated), full, after, vec!["h"]),
        ] {
            let place = Some(1);
            let mine = standing.map(|s| Mine { registration: world.registration(s, 2), place });
            let seats = Seats { capacity, taken: 30, waiting: 0 };
            let threads = Threads::default();
            let view = EventCard { event: world.event.clone(), seats, mine, hosts: Vec::new(), threads };
            let screen = card(&tr(Language::Kk), &view, &Back::Home, now);
            assert_eq!(payloads(&screen), expected, "{standing:?} {capacity:?} {now}");
        }
    }

    #[test]
    fn a_closed_or_cancelled_event_offers_what_is_left() {
        let mut world = World::plain();
        let mine = Some(Mine { registration: world.registration(Standing::Seated, 2), place: None });
        let seats = Seats { capacity: None, taken: 0, waiting: 0 };
        world.event.facts.closes_at = Some(world.now);
        let threads = Threads { questions: true, materials: true };
        let hosts = Vec::new();
        let mut view = EventCard { event: world.event.clone(), seats, mine: None, hosts, threads };
        let tr = tr(Language::Ru);
        let closed = card(&tr, &view, &Back::Home, world.now);
        assert_eq!(payloads(&closed), ["ec.7", "ep.7", "es.7", "as.b.7.0", "mt.o.7.0", "h"]);
        assert!(closed.html.contains(tr.event_card_closed().as_ref()));
        view.mine.clone_from(&mine);
        let closed = card(&tr, &view, &Back::Home, world.now);
        assert_eq!(
            payloads(&closed),
            ["t.9", "rl.9", "ec.7", "ep.7", "es.7", "as.b.7.0", "mt.o.7.0", "h"],
            "leaving stays possible"
        );
        view.event.status = crate::domain::EventStatus::Cancelled;
        let cancelled = card(&tr, &view, &Back::Mine, world.now);
        assert_eq!(payloads(&cancelled), ["as.b.7.0", "mt.o.7.0", "m.0.0"]);
        assert!(cancelled.html.contains(tr.event_card_cancelled().as_ref()));
    }

    #[test]
    fn links_are_percent_encoded() {
        assert_eq!(percent_encoded("a-Z_0.~ &?=ә\n"), "a-Z_0.~%20%26%3F%3D%D3%99%0A");
        let screen = share(&tr(Language::En), &World::plain().event, "https://t.me/b?start=e_k7m2x");
        let Keys::Inline(rows) = screen.keys else { panic!() };
        let Key::Link(_, url) = &rows[0][0] else { panic!() };
        assert!(url.starts_with(
            "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fb%3Fstart%3De_k7m2x&text=Open%20lecture%0A"
        ));
    }
}
