//! Who works on an event, as those who run it see it and as those who work there hear of it.

use super::event_card::{event_key, summary, title};
use super::invitations::{speaker, times};
use super::parts::{LABEL, NAME, PLACE, back, home, lines, paragraphs, press, screen};
use super::{Button, Key, Screen, Staff};
use crate::domain::{Event, Grant, Host, Invitation, Name, Shift, Team};
use crate::i18n::{Html, Tr, one_line};
use chrono::{DateTime, Utc};

/// Most of one kind that are listed.
const MOST: usize = 10;

/// Who works on an event, with a key to everything that can be ended.
pub fn team(tr: &Tr, team: &Team, now: DateTime<Utc>) -> Screen {
    let event = &team.event;
    let head = lines([tr.team_head(), title(tr, event), tr.event_card_at(tr.moment(event.starts_at))]);
    let body =
        paragraphs([head, stewards(tr, team, now), speakers(tr, team), hosts(tr, team), open(tr, team, now)]);
    let mut rows = vec![vec![press(tr.team_door_key(), Button::Staff(Staff::Doors(event.id)))]];
    rows.extend(steward_keys(tr, team));
    rows.push(vec![press(tr.team_speaker_key(), Button::Staff(Staff::Speaker(event.id)))]);
    for speaker in team.speakers.iter().take(MOST) {
        rows.push(vec![end(&format!("🎤 {}", speaker.name), Staff::EndSpeaker(speaker.id))]);
    }
    if team.is_own {
        rows.push(vec![press(tr.team_host_key(), Button::Staff(Staff::Host(event.id)))]);
        rows.extend(team.hosts.iter().take(MOST).map(host_keys));
    }
    for invitation in pending(team) {
        rows.push(vec![end(&in_short(tr, &invitation.grant), Staff::Revoke(invitation.id))]);
    }
    rows.push(back(tr, Button::Manage(event.id)));
    screen(body, rows)
}

/// A key that ends something of this name.
fn end(name: &str, staff: Staff) -> Key {
    Key::press(one_line(&format!("✕ {name}"), LABEL), Button::Staff(staff))
}

fn stewards(tr: &Tr, team: &Team, now: DateTime<Utc>) -> Html {
    let link = match team.door_link().map(|link| &link.grant) {
        Some(Grant::Steward { from, until, .. }) => tr.team_door_link(times(tr, *from, *until, now)),
        _ => tr.team_door_none(),
    };
    let entry = |(shift, name): &(Shift, Option<Name>)| {
        let name = name.as_ref().map_or_else(|| tr.team_nameless(), |name| Html::clip(name.as_str(), NAME));
        Html::join([name, times(tr, shift.from, shift.until, now)], " · ")
    };
    let more = match team.stewards.len().saturating_sub(MOST) {
        0 => Html::default(),
        more => tr.team_more(tr.number(u32::try_from(more).unwrap_or(u32::MAX))),
    };
    let names = Html::join(team.stewards.iter().take(MOST).map(entry), "\n");
    lines([tr.team_stewards(), link, names, more])
}

fn steward_keys(tr: &Tr, team: &Team) -> Vec<Vec<Key>> {
    let key = |(shift, name): &(Shift, Option<Name>)| {
        let name = name.as_ref().map_or_else(|| tr.team_nameless().into(), |name| name.as_str().to_owned());
        vec![end(&name, Staff::EndShift(shift.id))]
    };
    let mut rows: Vec<_> = team.stewards.iter().take(MOST).map(key).collect();
    if !team.stewards.is_empty() || team.door_link().is_some() {
        rows.push(vec![press(tr.team_end_all_key(), Button::Staff(Staff::EndShifts(team.event.id, false)))]);
    }
    rows
}

fn speakers(tr: &Tr, team: &Team) -> Html {
    let names = team.speakers.iter().take(MOST).map(|one| Html::ours("🎤 ").and_html(&speaker(&one.name)));
    let names = Html::join(names, "\n");
    if names.is_empty() { names } else { lines([tr.team_speakers(), names]) }
}

fn hosts(tr: &Tr, team: &Team) -> Html {
    let name = |host: &Host| match host.approved_at {
        Some(_) => Html::ours("🤝 ").and_html(&organisation(&host.organisation)),
        None => tr.team_host_waits(organisation(&host.organisation)),
    };
    let names = Html::join(team.hosts.iter().take(MOST).map(name), "\n");
    if names.is_empty() { names } else { lines([tr.team_hosts(), names]) }
}

/// A yes and a no for one that asks, an end for one that runs the event.
fn host_keys(host: &Host) -> Vec<Key> {
    let name = &host.organisation;
    if host.approved_at.is_some() {
        return vec![end(&format!("🤝 {name}"), Staff::EndHost(host.id, false))];
    }
    let key = |sign: &str, yes| {
        Key::press(one_line(&format!("{sign} {name}"), LABEL), Button::Staff(Staff::Answer(host.id, yes)))
    };
    vec![key("✅", true), key("✕", false)]
}

/// Open invitations but the link of stewards, which has a place of its own.
fn pending(team: &Team) -> impl Iterator<Item = &Invitation> {
    let is_other = |invitation: &&Invitation| !matches!(invitation.grant, Grant::Steward { .. });
    team.open.iter().filter(is_other).take(MOST)
}

fn open(tr: &Tr, team: &Team, now: DateTime<Utc>) -> Html {
    let entry = |invitation: &Invitation| {
        let until = tr.brief(invitation.expires_at, now);
        match &invitation.grant {
            Grant::Speaker { name, .. } => tr.team_open_speaker(speaker(name), until),
            _ => tr.team_open_host(until),
        }
    };
    let entries = Html::join(pending(team).map(entry), "\n");
    if entries.is_empty() { entries } else { lines([tr.team_open(), entries]) }
}

fn in_short(tr: &Tr, grant: &Grant) -> String {
    match grant {
        Grant::Speaker { name, .. } => format!("🎤 {name}"),
        _ => tr.team_host_key().into(),
    }
}

/// From when on the link for stewards is to hold.
pub fn doors(tr: &Tr, team: &Team, now: DateTime<Utc>) -> Screen {
    let event = &team.event;
    let anew = match team.door_link() {
        None if team.stewards.is_empty() => Html::default(),
        _ => tr.team_doors_anew(),
    };
    let mut rows = Vec::new();
    if let Grant::Steward { from, until, .. } = Grant::steward(event, None)
        && now < from
    {
        let label = String::from(times(tr, from, until, now));
        rows.push(vec![Key::press(one_line(&label, LABEL), Button::Staff(Staff::Door(event.id, false)))]);
    }
    rows.push(vec![press(tr.team_now_key(), Button::Staff(Staff::Door(event.id, true)))]);
    rows.push(back(tr, Button::Staff(Staff::Team(event.id))));
    screen(paragraphs([tr.team_doors(), summary(tr, event), anew]), rows)
}

/// Asks whether to end the time of all stewards.
pub fn end_shifts(tr: &Tr, event: &Event) -> Screen {
    let yes = vec![press(tr.team_sure_key(), Button::Staff(Staff::EndShifts(event.id, true)))];
    let no = back(tr, Button::Staff(Staff::Team(event.id)));
    screen(paragraphs([tr.team_end_all_sure(), summary(tr, event)]), [yes, no])
}

/// Asks whether an organisation is to run the event no longer.
pub fn end_host(tr: &Tr, event: &Event, host: &Host) -> Screen {
    let yes = vec![press(tr.team_sure_key(), Button::Staff(Staff::EndHost(host.id, true)))];
    let no = back(tr, Button::Staff(Staff::Team(event.id)));
    let question = tr.team_end_host_sure(organisation(&host.organisation));
    screen(paragraphs([question, summary(tr, event)]), [yes, no])
}

/// Asks which speaker to invite: one of the programme, or one whose name is written. `is_fault` when what was written is
/// none.
pub fn speaker_name(tr: &Tr, event: &Event, is_fault: bool) -> Screen {
    let fault = if is_fault { tr.team_speaker_fault() } else { Html::default() };
    let html = paragraphs([fault, tr.team_speaker_name(), summary(tr, event)]);
    let key = |(name, number): (&String, u32)| {
        let invite = Button::Staff(Staff::SpeakerOf(event.id, number));
        vec![Key::press(one_line(&format!("🎤 {name}"), LABEL), invite)]
    };
    let mut rows: Vec<_> = event.speakers.iter().zip(0..).take(MOST).map(key).collect();
    rows.push(back(tr, Button::Staff(Staff::Team(event.id))));
    screen(html, rows)
}

/// Toast: something has ended.
pub fn ended(tr: &Tr) -> String {
    tr.team_ended().into()
}

/// Box: nobody can be invited to the event any more.
pub fn over(tr: &Tr) -> String {
    tr.team_over().into()
}

/// An organisation asks to run the event too.
pub fn host_asked(tr: &Tr, event: &Event, host: &Host) -> Screen {
    let key = |label, yes| press(label, Button::Staff(Staff::Answer(host.id, yes)));
    screen(
        paragraphs([
            tr.team_host_asked(organisation(&host.organisation)),
            summary(tr, event),
            tr.team_host_means(),
        ]),
        [
            vec![key(tr.team_host_yes_key(), true), key(tr.team_host_no_key(), false)],
            vec![event_key(tr, event)],
        ],
    )
}

/// What came of the answer to it.
pub fn host_told(tr: &Tr, event: &Event, host: &Host, yes: bool) -> Screen {
    let name = organisation(&host.organisation);
    let told = if yes { tr.team_host_approved(name) } else { tr.team_host_refused(name) };
    screen(paragraphs([told, summary(tr, event)]), [vec![event_key(tr, event)], home(tr)])
}

/// Whoever asked hears the answer.
pub fn host_answered(tr: &Tr, event: &Event, yes: bool) -> Screen {
    let told = if yes { tr.team_host_yes() } else { tr.team_host_no() };
    screen(paragraphs([told, summary(tr, event)]), [vec![event_key(tr, event)], home(tr)])
}

/// A speaker's event is near.
pub fn talk(tr: &Tr, event: &Event, now: DateTime<Utc>) -> Screen {
    let head = if tr.day(event.starts_at) > tr.day(now) {
        tr.team_talk_tomorrow()
    } else {
        tr.team_talk_soon(tr.within(event.starts_at, now))
    };
    screen(paragraphs([head, summary(tr, event)]), [vec![event_key(tr, event)], home(tr)])
}

fn organisation(name: &str) -> Html {
    Html::clip(&one_line(name, PLACE), PLACE)
}
