//! The menu of commands with their descriptions. What a command does is the bot's affair.

use crate::i18n::Tr;

/// Name and description of each command, in the order of the menu. `staff` see those of their work as well.
pub fn commands(tr: &Tr, staff: bool) -> Vec<(&'static str, String)> {
    let desk = staff.then(|| {
        [("desk", tr.commands_desk()), ("new", tr.commands_new()), ("broadcast", tr.commands_broadcast())]
    });
    [
        ("events", tr.commands_events()),
        ("my", tr.commands_my()),
        ("language", tr.commands_language()),
        ("privacy", tr.commands_privacy()),
        ("help", tr.commands_help()),
        ("cancel", tr.commands_cancel()),
        ("start", tr.commands_start()),
    ]
    .into_iter()
    .chain(desk.into_iter().flatten())
    .map(|(name, description)| (name, description.into()))
    .collect()
}
