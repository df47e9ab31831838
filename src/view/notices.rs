//! What is sent unasked, in words. When it is sent is in `domain::Notice`.

use super::event_card::{calendar_key, event_key, offer_keys, place_key, summary, title, where_it_is};
use super::parts::{LABEL, lines, paragraphs, press, screen};
use super::{Back, Button, Key, Screen};
use crate::domain::{
    Event, EventFacts, EventLine, Filter, Name, Optional, Promise, Reason, Registration, Standing, UpdateId,
};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Seats are held for them until an instant.
pub fn seat_offered(
    tr: &Tr,
    event: &Event,
    registration: &Registration,
    until: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Screen {
    let people = tr.sign_up_party_line(registration.party.size());
    let html = lines([summary(tr, event), people]);
    let mut rows = offer_keys(tr, registration);
    rows.push(vec![event_key(tr, event)]);
    screen(paragraphs([tr.notices_seat_offered(tr.until(until, now)), html]), rows)
}

/// They did not accept in time.
pub fn offer_lapsed(tr: &Tr, event: &Event) -> Screen {
    screen(
        paragraphs([tr.notices_offer_lapsed(), summary(tr, event)]),
        [vec![event_key(tr, event)], find(tr)],
    )
}

/// They were seated from the waiting list: the ticket, with the news in its caption.
pub fn moved_up(tr: &Tr, event: &Event, registration: &Registration, name: &Name, link: &str) -> Screen {
    super::ticket::moved_up(tr, (event, registration, name, link))
}

/// The reminder of the day before.
pub fn reminder_day(tr: &Tr, event: &Event, registration: &Registration) -> Screen {
    let people = tr.sign_up_party_line(registration.party.size());
    screen(
        paragraphs([tr.notices_tomorrow(), lines([summary(tr, event), people])]),
        [
            vec![press(tr.notices_coming_key(), Button::Coming(registration.id))],
            vec![press(tr.notices_not_coming_key(), Button::NotComing(registration.id))],
            vec![event_key(tr, event)],
        ],
    )
}

/// The reminder shortly before, with the way there.
pub fn reminder_soon(tr: &Tr, event: &Event, registration: &Registration, now: DateTime<Utc>) -> Screen {
    let head = if now < event.starts_at {
        tr.notices_soon(tr.within(event.starts_at, now))
    } else {
        tr.notices_started()
    };
    let mut row = vec![press(tr.event_card_ticket_key(), Button::Ticket(registration.id))];
    row.extend(place_key(tr, event));
    let cannot = vec![press(tr.notices_not_coming_key(), Button::NotComing(registration.id))];
    screen(paragraphs([head, summary(tr, event), tr.notices_soon_hint()]), [row, cannot])
}

/// Time or place have changed: what they knew `before` stands struck out over what is true now.
pub fn event_changed(
    tr: &Tr,
    event: &Event,
    registration: &Registration,
    before: Option<&Promise>,
) -> Screen {
    let mut row = place_key(tr, event);
    row.push(event_key(tr, event));
    let leave = match registration.standing {
        Standing::Waiting => tr.event_card_leave_line_key(),
        _ => tr.event_card_leave_key(),
    };
    let leave = vec![press(leave, Button::Leave(registration.id))];
    let about = before.map_or_else(|| summary(tr, event), |before| changes(tr, event, before));
    screen(paragraphs([tr.notices_changed(), about]), [calendar_key(tr, event), row, leave])
}

/// Title, date and place, each with what it was if it has changed.
fn changes(tr: &Tr, event: &Event, before: &Promise) -> Html {
    let length = event.facts.duration_min;
    let when = |starts_at| tr.event_card_when(tr.moment(starts_at), tr.length(length));
    let old = {
        let (venue, address) = (before.venue.clone(), before.address.clone());
        let facts = EventFacts { venue, address, ..event.facts.clone() };
        Event { facts, starts_at: before.starts_at, ..event.clone() }
    };
    let struck = |old: Html, new: &Html| if old == *new { Html::default() } else { old.struck() };
    let (time, place) = (when(event.starts_at), where_it_is(tr, event));
    let is_elsewhere = before.point != event.facts.point && old.facts == event.facts;
    lines([
        title(tr, event),
        struck(when(before.starts_at), &time),
        time,
        struck(where_it_is(tr, &old), &place),
        place,
        if is_elsewhere { tr.notices_point_changed() } else { Html::default() },
    ])
}

/// The event will not take place: why, and events `near` in time and place.
pub fn event_cancelled(tr: &Tr, event: &Event, near: &[EventLine], now: DateTime<Utc>) -> Screen {
    let reason = event.cancel_reason.as_ref().map(reason_of).unwrap_or_default();
    let hint = if near.is_empty() { Html::default() } else { tr.notices_near() };
    let mut rows = near_keys(tr, near, now);
    rows.extend([calendar_key(tr, event), find(tr)]);
    screen(paragraphs([tr.notices_cancelled(), summary(tr, event), reason, hint]), rows)
}

/// Somebody of the staff has cancelled their registration, for this reason.
pub fn removed(tr: &Tr, event: &Event, reason: &Reason) -> Screen {
    screen(paragraphs([tr.notices_removed(), summary(tr, event), reason_of(reason)]), [find(tr)])
}

/// They did not come: a kind word, and events `near` in time and place.
pub fn absent(tr: &Tr, event: &Event, near: &[EventLine], now: DateTime<Utc>) -> Screen {
    let hint = if near.is_empty() { Html::default() } else { tr.notices_near() };
    let mut rows = near_keys(tr, near, now);
    rows.extend([find(tr), vec![press(tr.feedback_mute_key(), Button::Mute(Optional::Feedback))]]);
    screen(paragraphs([tr.notices_absent(), title(tr, event), hint]), rows)
}

/// Nobody can sign up any more, or it has begun, and they still wait; events `near` in time and place.
pub fn closed(tr: &Tr, event: &Event, near: &[EventLine], now: DateTime<Utc>) -> Screen {
    let head = if now < event.starts_at { tr.notices_closed() } else { tr.notices_no_seat() };
    let hint = if near.is_empty() { Html::default() } else { tr.notices_near() };
    let mut rows = near_keys(tr, near, now);
    rows.extend([vec![event_key(tr, event)], find(tr)]);
    screen(paragraphs([head, summary(tr, event), hint]), rows)
}

/// The reason of a cancellation, as a quotation.
pub(super) fn reason_of(reason: &Reason) -> Html {
    Html::clip(reason.as_str(), 2 * Reason::MAX).quote()
}

/// A key to each of some events.
fn near_keys(tr: &Tr, near: &[EventLine], now: DateTime<Utc>) -> Vec<Vec<Key>> {
    let key = |line: &EventLine| {
        let title = tr.plain(&line.title, LABEL);
        let label = one_line(&format!("{} · {title}", tr.brief(line.starts_at, now)), LABEL);
        vec![Key::press(label, Button::Event(line.id, Back::Home))]
    };
    near.iter().map(key).collect()
}

/// To admins: an update failed for good.
pub fn dead_letter(tr: &Tr, update: UpdateId) -> Screen {
    screen(tr.notices_dead_letter(Html::ours(update.to_string()).code()), [])
}

fn find(tr: &Tr) -> Vec<Key> {
    vec![press(tr.home_find_key(), Button::Find(Filter::default()))]
}
