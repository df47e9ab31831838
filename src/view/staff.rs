//! Those who run events as admins see them, and the choices that make an invitation to.

use super::parts::{LABEL, NAME, PLACE, back, home, lines, paging, pairs, paragraphs, press, screen};
use super::{Button, Key, Screen, Staff};
use crate::domain::{District, EventId, Grant, Invitation, Level, Member, Scope};
use crate::i18n::{Html, Tr, one_line};

/// Longest name of an organisation that is typed, in characters.
pub const ORGANISATION: usize = 120;
/// Organisations on one page of the choice.
const ON_PAGE: usize = 8;
/// Most scopes and invitations listed at once.
const MOST: usize = 12;

/// Level, district and organisation, those that are bounded.
pub(super) fn scope(tr: &Tr, scope: &Scope) -> Html {
    let organisation = scope.organisation.as_ref().map(|name| Html::clip(&one_line(name, PLACE), PLACE));
    let parts = [scope.level.map(|l| tr.level(l)), scope.district.map(|d| tr.district(d)), organisation];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() { tr.staff_everything() } else { Html::join(parts, " · ") }
}

/// The same as a label.
fn label(tr: &Tr, scope: &Scope) -> String {
    let parts = [
        scope.level.map(|l| String::from(tr.level(l))),
        scope.district.map(|d| String::from(tr.district(d))),
        scope.organisation.clone(),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let whole = if parts.is_empty() { tr.staff_everything().into() } else { parts.join(" · ") };
    one_line(&format!("✕ {whole}"), LABEL)
}

fn name(tr: &Tr, member: &Member) -> Html {
    match &member.name {
        Some(name) => Html::clip(name.as_str(), NAME),
        None => tr.staff_nameless(Html::clip(&member.person.to_string(), NAME)),
    }
}

/// A page of those who run events; so many invitations are open.
pub fn members(tr: &Tr, (page, pages): (u32, u32), members: &[Member], total: u32, open: usize) -> Screen {
    let entry = |(member, number): (&Member, u32)| {
        let head = Html::ours(format!("{number}. ")).and_html(&name(tr, member).bold());
        let scopes = member.scopes.iter().take(3).map(|(_, held)| scope(tr, held));
        lines([head, Html::join(scopes, "; ")])
    };
    let entries = Html::join(members.iter().zip(1..).map(entry), "\n");
    let none = if members.is_empty() { tr.staff_none() } else { Html::default() };
    let key = |(member, number): (&Member, u32)| {
        let name = match &member.name {
            Some(name) => name.as_str().to_owned(),
            None => member.person.to_string(),
        };
        let label = one_line(&format!("{number}. {name}"), LABEL);
        vec![Key::press(label, Button::Staff(Staff::Member(member.person)))]
    };
    let mut rows: Vec<_> = members.iter().zip(1..).map(key).collect();
    rows.push(paging(page, pages, |page| Button::Staff(Staff::Members(page))));
    rows.push(vec![press(tr.staff_invite_key(), Button::Staff(Staff::Invite))]);
    if open > 0 {
        let label = tr.staff_open_key(tr.number(u32::try_from(open).unwrap_or(u32::MAX)));
        rows.push(vec![press(label, Button::Staff(Staff::Open))]);
    }
    rows.push(home(tr));
    screen(paragraphs([tr.staff_head(tr.number(total)), none, entries]), rows)
}

/// One of them, with a key to each scope that takes it away.
pub fn member(tr: &Tr, member: &Member) -> Screen {
    let held = Html::join(member.scopes.iter().take(MOST).map(|(_, held)| scope(tr, held)), "\n");
    let key =
        |(id, held): &(_, Scope)| vec![Key::press(label(tr, held), Button::Staff(Staff::TakeAway(*id)))];
    let mut rows: Vec<_> = member.scopes.iter().take(MOST).map(key).collect();
    if member.scopes.len() > 1 {
        rows.push(vec![press(tr.staff_all_key(), Button::Staff(Staff::TakeAll(member.person, false)))]);
    }
    rows.push(back(tr, Button::Staff(Staff::Members(0))));
    screen(paragraphs([name(tr, member).bold(), held, tr.staff_away_hint()]), rows)
}

/// Asks whether to take everything away.
pub fn all_sure(tr: &Tr, member: &Member) -> Screen {
    let yes = vec![press(tr.staff_sure_key(), Button::Staff(Staff::TakeAll(member.person, true)))];
    let no = back(tr, Button::Staff(Staff::Member(member.person)));
    screen(tr.staff_all_sure(name(tr, member)), [yes, no])
}

/// Invitations that nobody has taken, with a key to each that revokes it.
pub fn open(tr: &Tr, invitations: &[Invitation]) -> Screen {
    let mut rows = Vec::new();
    for invitation in invitations.iter().take(MOST) {
        if let Grant::Organiser(held) = &invitation.grant {
            rows.push(vec![Key::press(label(tr, held), Button::Staff(Staff::Revoke(invitation.id)))]);
        }
    }
    let hint = if rows.is_empty() { tr.staff_open_none() } else { tr.staff_revoke_hint() };
    rows.push(back(tr, Button::Staff(Staff::Members(0))));
    screen(paragraphs([tr.staff_open(), hint]), rows)
}

/// The choice of level.
pub fn level(tr: &Tr) -> Screen {
    let to = |level| Button::Staff(Staff::InviteAt(level));
    let mut rows: Vec<_> = Level::ALL.map(|l| vec![press(tr.level(l), to(Some(l)))]).into();
    rows.push(vec![press(tr.staff_any_level_key(), to(None))]);
    rows.push(back(tr, Button::Staff(Staff::Members(0))));
    screen(tr.staff_level(), rows)
}

/// The choice of district.
pub fn district(tr: &Tr, level: Option<Level>) -> Screen {
    let to = |district| Button::Staff(Staff::InviteIn(level, district, 0));
    let mut rows = pairs(District::ALL.map(|d| press(tr.district(d), to(Some(d)))));
    rows.push(vec![press(tr.staff_any_district_key(), to(None))]);
    rows.push(back(tr, Button::Staff(Staff::Invite)));
    screen(tr.staff_district(), rows)
}

/// The choice of organisation: those of the programme, each by an event of its own, or one that is typed. `is_fault` when
/// what was typed is no name.
pub fn organisation(
    tr: &Tr,
    (level, district): (Option<Level>, Option<District>),
    organisations: &[(EventId, String)],
    page: u32,
    is_fault: bool,
) -> Screen {
    let pages = organisations.len().div_ceil(ON_PAGE).max(1) as u32;
    let page = page.min(pages - 1);
    let to = |event| Button::Staff(Staff::InviteFor(level, district, event));
    let key = |(event, name): &(EventId, String)| vec![Key::press(one_line(name, LABEL), to(Some(*event)))];
    let shown = organisations.iter().skip(page as usize * ON_PAGE).take(ON_PAGE);
    let mut rows: Vec<_> = shown.filter(|(_, name)| !name.trim().is_empty()).map(key).collect();
    rows.push(paging(page, pages, |page| Button::Staff(Staff::InviteIn(level, district, page))));
    rows.push(vec![press(tr.staff_any_organisation_key(), to(None))]);
    rows.push(back(tr, Button::Staff(Staff::InviteAt(level))));
    let fault = if is_fault { tr.staff_organisation_fault() } else { Html::default() };
    screen(paragraphs([fault, tr.staff_organisation()]), rows)
}

/// Toast: access was taken away.
pub fn gone(tr: &Tr) -> String {
    tr.staff_gone().into()
}

/// Toast: an invitation was revoked.
pub fn revoked(tr: &Tr) -> String {
    tr.staff_revoked().into()
}
