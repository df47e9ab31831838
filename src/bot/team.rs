//! Who works on an event: what its organisers decide of it. Part of the actions, in a file of its own.

use super::actions::{Replies, Visit, redraw};
use crate::{
    domain::HostId,
    view::{Staff, team},
};

/// Does what a button about who works where says.
pub(super) async fn press(visit: &Visit, staff: Staff) -> Replies {
    match staff {
        Staff::Answer(id, yes) => answer(visit, id, yes).await,
    }
}

/// Yes or no to an organisation that asks.
async fn answer(visit: &Visit, id: HostId, yes: bool) -> Replies {
    match visit.bot.services.answer_host(&visit.actor, id, yes).await? {
        Some((event, host)) => redraw(team::host_told(&visit.tr, &event, &host, yes)),
        None => visit.old_button(),
    }
}
