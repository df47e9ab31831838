//! The menu of commands with their descriptions. What a command does is the bot's affair.

use crate::domain::{Language, Role};
use crate::i18n::Tr;
use chrono_tz::Tz;

/// Commands with their descriptions, in the order of the menu.
pub type Menu = Vec<(&'static str, String)>;

/// Name and description of each command that somebody in this role is offered.
pub fn commands(tr: &Tr, role: &Role) -> Menu {
    let everybody = [
        ("events", tr.commands_events()),
        ("my", tr.commands_my()),
        ("language", tr.commands_language()),
        ("privacy", tr.commands_privacy()),
        ("help", tr.commands_help()),
        ("cancel", tr.commands_cancel()),
        ("start", tr.commands_start()),
    ];
    let of_staff = [
        role.has_desk().then(|| ("desk", tr.commands_desk())),
        role.runs_events().then(|| ("new", tr.commands_new())),
        role.runs_events().then(|| ("broadcast", tr.commands_broadcast())),
        (*role == Role::Admin).then(|| ("staff", tr.commands_staff())),
    ];
    everybody
        .into_iter()
        .chain(of_staff.into_iter().flatten())
        .map(|(name, description)| (name, description.into()))
        .collect()
}

/// The menu of a role in every language. Kazakh also stands where Telegram knows no language of ours.
pub fn menus(role: &Role, zone: Tz) -> Vec<(Option<Language>, Menu)> {
    let of = |language: Language| commands(&Tr::new(language, zone), role);
    let named = Language::ALL.map(|language| (Some(language), of(language)));
    [(None, of(Language::Kk))].into_iter().chain(named).collect()
}
