//! What the bot tells about itself: commands per scope and language, names, descriptions, menu buttons. Only
//! memory; the rules are in the methods.

use std::collections::HashMap;

use serde_json::Value;

/// A command of the menu.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub(crate) struct Command {
    pub(crate) command: String,
    pub(crate) description: String,
}

/// Everything set by `setMy…`.
#[derive(Default)]
pub(crate) struct About {
    /// By scope (as normalised text) and language.
    pub(crate) commands: HashMap<(String, String), Vec<Command>>,
    /// Name, description and short description by language.
    pub(crate) texts: HashMap<(&'static str, String), String>,
    /// Menu button by chat; 0 is the default for all.
    pub(crate) menu: HashMap<i64, Value>,
}

impl About {
    /// The commands a person sees: the nearest scope first, in it the person's language before none
    /// (reference, "Determining list of commands").
    pub(crate) fn commands_for(&self, chat: i64, language: Option<&str>) -> Vec<Command> {
        let scopes = [format!("chat {chat}"), "all_private_chats".to_owned(), "default".to_owned()];
        for scope in scopes {
            for language in [language.unwrap_or_default(), ""] {
                if let Some(list) = self.commands.get(&(scope.clone(), language.to_owned())) {
                    return list.clone();
                }
            }
        }
        Vec::new()
    }
}
