//! How many come with a person to an event of theirs. Part of the actions, in a file of its own.

use super::actions::{Replies, Visit, redraw};
use crate::{
    domain::{Party, RegistrationId, Resized},
    view::{Reply, registrations},
};

impl Visit {
    /// The choice of sizes.
    pub(super) async fn parties(&self, id: RegistrationId) -> Replies {
        match self.bot.services.my_registration(&self.actor, id).await? {
            Some(mine) => redraw(registrations::parties(
                &self.tr,
                &mine.mine.registration,
                mine.event.largest_sensible_party(),
            )),
            None => self.old_button(),
        }
    }

    /// This many from now on.
    pub(super) async fn resize(&self, id: RegistrationId, party: Party) -> Replies {
        let resized = self.bot.services.resize(&self.actor, id, party).await?;
        // The choice of sizes stays where it is: another one may do.
        if let Resized::TooMany(most) = resized {
            return Ok(vec![Reply::Alert(registrations::too_many(&self.tr, most))]);
        }
        redraw(registrations::resized(&self.tr, &resized, self.bot.services.now()))
    }
}
