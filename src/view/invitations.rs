//! Invitations to work at events: the link for whoever passes it on, and what it offers to whoever opens it.

use super::event_card::{event_key, share_url, summary};
use super::parts::{LABEL, NAME, back, home, lines, paragraphs, press, screen};
use super::staff::scope;
use super::{Button, Key, Screen, Staff};
use crate::domain::{Grant, Issued, Offer, Secret, Taken};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Longest link shown, in UTF-16 units: ours has some sixty.
const LINK: usize = 200;

/// What an invitation offers, in a line.
pub(super) fn grant(tr: &Tr, grant: &Grant, now: DateTime<Utc>) -> Html {
    match grant {
        Grant::Organiser(given) => tr.invitations_organiser(scope(tr, given)),
        Grant::Steward { from, until, .. } => tr.invitations_steward(times(tr, *from, *until, now)),
        Grant::Speaker { name, .. } => tr.invitations_speaker(speaker(name)),
        Grant::Host { .. } => tr.invitations_host(),
    }
}

/// From when until when.
pub(super) fn times(tr: &Tr, from: DateTime<Utc>, until: DateTime<Utc>, now: DateTime<Utc>) -> Html {
    let until_on = if tr.day(from) == tr.day(until) { tr.time(until) } else { tr.brief(until, now) };
    Html::join([tr.brief(from, now), until_on], " – ")
}

/// The name of a speaker as the programme has it.
pub(super) fn speaker(name: &str) -> Html {
    Html::clip(&one_line(name, NAME), NAME)
}

/// The link that was just made, to pass on.
pub fn issued(tr: &Tr, issued: &Issued, link: &str, now: DateTime<Utc>) -> Screen {
    let invitation = &issued.invitation;
    let about = issued.event.as_ref().map(|event| summary(tr, event)).unwrap_or_default();
    let once = if invitation.grant.is_taken_once() {
        tr.invitations_issued_once()
    } else {
        tr.invitations_issued_door()
    };
    let text = match &issued.event {
        Some(event) => {
            let title = one_line(&tr.plain(&event.facts.title, LABEL), LABEL);
            tr.invitations_share_event(Html::clip(&title, 2 * LABEL))
        }
        None => tr.invitations_share(),
    };
    let to = match invitation.grant.event() {
        Some(event) => Staff::Team(event),
        None => Staff::Members(0),
    };
    let terms =
        lines([once, tr.invitations_until(tr.when(invitation.expires_at, now)), tr.invitations_shown_once()]);
    screen(
        paragraphs([
            tr.invitations_issued(),
            lines([grant(tr, &invitation.grant, now), about]),
            Html::clip(link, LINK),
            terms,
        ]),
        [
            vec![Key::link(tr.invitations_share_key(), share_url(link, &String::from(text)))],
            back(tr, Button::Staff(to)),
        ],
    )
}

/// What the link offers that somebody has opened; nothing happens until they press.
pub fn offer(tr: &Tr, offer: &Offer, secret: &Secret, now: DateTime<Utc>) -> Screen {
    let invitation = &offer.invitation;
    let about = offer.event.as_ref().map(|event| summary(tr, event)).unwrap_or_default();
    let is_host = matches!(invitation.grant, Grant::Host { .. });
    let hint = if is_host { tr.invitations_offer_host() } else { tr.invitations_offer_hint() };
    let mut rows: Vec<Vec<Key>> = if is_host {
        let key = |(id, name): &(_, String)| {
            let name = one_line(name, LABEL - 2);
            let take = Button::Staff(Staff::TakeFor(secret.clone(), *id));
            vec![Key::press(format!("🤝 {name}"), take)]
        };
        offer.organisations.iter().take(10).map(key).collect()
    } else {
        vec![vec![press(tr.invitations_take_key(), Button::Staff(Staff::Take(secret.clone())))]]
    };
    rows.push(home(tr));
    let what = lines([grant(tr, &invitation.grant, now), about]);
    screen(paragraphs([tr.invitations_offer(), what, hint]), rows)
}

/// What came of taking one.
pub fn taken(tr: &Tr, taken: &Taken) -> Screen {
    match taken {
        Taken::Dead => dead(tr),
        Taken::Asked(event, _) => {
            let html = paragraphs([tr.invitations_asked(), summary(tr, event)]);
            screen(html, [vec![event_key(tr, event)], home(tr)])
        }
        Taken::Done(offer) => {
            let about = offer.event.as_ref().map(|event| summary(tr, event)).unwrap_or_default();
            let desk = vec![press(tr.home_desk_key(), Button::Desk(0))];
            let (hint, keys) = match offer.invitation.grant {
                Grant::Steward { .. } => (tr.invitations_taken_steward(), desk),
                Grant::Speaker { .. } => {
                    (tr.invitations_taken_speaker(), vec![press(tr.talks_key(), Button::Staff(Staff::Talks))])
                }
                Grant::Organiser(_) | Grant::Host { .. } => (tr.invitations_taken_organiser(), desk),
            };
            screen(paragraphs([tr.invitations_taken(), about, hint]), [keys, home(tr)])
        }
    }
}

/// The link leads nowhere, for whatever reason.
pub fn dead(tr: &Tr) -> Screen {
    screen(tr.invitations_dead(), [home(tr)])
}
