//! The ticket: a picture to scan and a code to read out. Whether it is good is decided at the door.

use super::event_card::{calendar_key, event_key, place_key, title, where_it_is};
use super::parts::{NAME, lines, paragraphs, press, screen};
use super::{Attachment, Button, Screen};
use crate::domain::{Event, Name, Registration};
use crate::i18n::{Html, Tr};

/// The ticket of a registration that holds seats. `link` is what the picture says: the secret deep link.
pub fn ticket(tr: &Tr, event: &Event, registration: &Registration, name: &Name, link: &str) -> Screen {
    with_head(tr, Html::default(), (event, registration, name, link))
}

/// The ticket of someone who got seats from the waiting list without being asked.
pub(super) fn moved_up(tr: &Tr, of: (&Event, &Registration, &Name, &str)) -> Screen {
    with_head(tr, tr.ticket_moved_up(), of)
}

fn with_head(
    tr: &Tr,
    head: Html,
    (event, registration, name, link): (&Event, &Registration, &Name, &str),
) -> Screen {
    let facts = lines([
        tr.ticket_heading(title(tr, event)),
        tr.event_card_when(tr.moment(event.starts_at), tr.length(event.facts.duration_min)),
        where_it_is(tr, event),
    ]);
    let people = tr.common_people(registration.party.size());
    let who = Html::join([Html::clip(name.as_str(), NAME), people], " · ");
    let code = tr.ticket_code(Html::clip(&registration.code, 16).code());
    let mut row = place_key(tr, event);
    row.push(event_key(tr, event));
    let leave = vec![press(tr.event_card_leave_key(), Button::Leave(registration.id))];
    let mut screen = screen(
        paragraphs([head, facts, lines([who, code]), tr.ticket_show()]),
        [calendar_key(tr, event), row, leave],
    );
    screen.attachment = super::qr::png(link).map(Attachment::Photo);
    screen
}
