//! Use cases on cards in other people's chats: finding events to show there, remembering the copies, keeping them up to
//! date. What a card says is in `view/inline`.

use super::{
    Actor, Page, Result, Services,
    events::{visible, visible_with_seats},
};
use crate::{
    domain::{Event, EventId, Filter, InlineCopy, Language, PersonId, Seats, normalise},
    store::{
        self,
        events::{self, Wanted},
        inline,
    },
};
use chrono::TimeDelta;

/// Cards in one answer; more are asked for when somebody scrolls.
pub const INLINE_PAGE: u32 = 20;

/// A copy is changed no sooner than this after the last time: Telegram counts edits like messages.
const COPY_PAUSE: TimeDelta = TimeDelta::seconds(30);

impl Services {
    /// A page of published events that have not begun and contain these words; without words, the nearest.
    pub async fn inline_cards(&self, words: &str, page: u32) -> Result<Page<(Event, Seats)>> {
        let mut wanted = self.wanted(Filter::default());
        if !normalise(words).is_empty() {
            let Some(matching) = Wanted::words(words) else {
                return Ok(Page { items: Vec::new(), total: 0 });
            };
            wanted.matching = Some(matching);
        }
        let mut conn = self.store.read().await?;
        let total = events::count(&mut conn, &wanted).await?;
        let mut items = Vec::new();
        for line in events::list(&mut conn, &wanted, INLINE_PAGE, page.saturating_mul(INLINE_PAGE)).await? {
            items.extend(visible_with_seats(&mut conn, line.id).await?);
        }
        Ok(Page { items, total })
    }

    /// In which language somebody wants to be spoken to, if we know them. Nobody is noted down for asking.
    pub async fn language_of(&self, person: PersonId) -> Result<Option<Language>> {
        let mut conn = self.store.read().await?;
        let known = store::people::lookup_in_dialogue(&mut conn, person).await?;
        Ok(known.and_then(|(person, ..)| person.language))
    }

    /// Remembers a copy, so that it can be kept up to date. Not who sent it.
    pub async fn keep_copy(&self, actor: &Actor, copy: &InlineCopy) -> Result<()> {
        let mut tx = self.begin(actor).await?;
        if visible(&mut tx, copy.event).await?.is_some() {
            inline::add(&mut tx, copy, self.now()).await?;
        }
        self.commit(tx, actor).await
    }

    /// Events that have copies, and how full they are.
    pub async fn copied_events(&self) -> Result<Vec<(Event, Seats)>> {
        let mut conn = self.store.read().await?;
        let mut copied = Vec::new();
        for event in inline::list_events(&mut conn).await? {
            copied.extend(events::lookup_with_seats(&mut conn, event).await?);
        }
        Ok(copied)
    }

    /// Copies that show something else than `shown` and have rested long enough to be changed, at most `limit`.
    pub async fn stale_copies(
        &self,
        event: EventId,
        language: Language,
        shown: &str,
        limit: u32,
    ) -> Result<Vec<String>> {
        let mut conn = self.store.read().await?;
        let before = self.now() - COPY_PAUSE;
        Ok(inline::list_stale(&mut conn, event, language, shown, before, limit).await?)
    }

    /// Notes what a copy shows now.
    pub async fn note_copy(&self, id: &str, shown: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        inline::set_shown(&mut tx, id, shown, self.now()).await?;
        Ok(tx.commit().await?)
    }

    /// Forgets a copy that can no longer be changed.
    pub async fn forget_copy(&self, id: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        inline::remove(&mut tx, id).await?;
        Ok(tx.commit().await?)
    }

    /// Forgets all copies of an event.
    pub async fn forget_copies(&self, event: EventId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        inline::remove_of(&mut tx, event).await?;
        Ok(tx.commit().await?)
    }
}
