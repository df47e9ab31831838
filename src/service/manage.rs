//! Use cases on one event as a whole, for those who work on it. Its door, its people and its messages have files of their
//! own.

use super::{Actor, Result, Services};
use crate::{
    domain::{EventId, Managed},
    store::{arrivals, desk, events, questions},
};

impl Services {
    /// The event with its numbers.
    pub async fn managed(&self, actor: &Actor, event: EventId) -> Result<Option<Managed>> {
        let mut conn = self.store.read().await?;
        let Some(event) = self.worked_on(&mut conn, actor, event).await? else { return Ok(None) };
        let seats = events::seats(&mut conn, event.id).await?;
        let counts = arrivals::count(&mut conn, event.id).await?;
        let archived = desk::is_archived(&mut conn, event.id).await?;
        let [new_questions, ..] = questions::count_piles(&mut conn, event.id).await?;
        Ok(Some(Managed { event, seats, counts, archived, new_questions }))
    }
}
