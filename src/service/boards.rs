//! Use cases on boards: the messages that show a door to its staff, and which of them are not true any more. Who edits them
//! is in `jobs/boards.rs`.

use super::{Actor, Result, Services, events::visible};
use crate::{
    domain::{Board, DoorCounts, Event, EventId, EventStatus, PersonId},
    store::{arrivals, boards},
};
use chrono::TimeDelta;

/// So long after the end a board is kept up to date: some come late.
const LINGERS: TimeDelta = TimeDelta::hours(1);

impl Services {
    /// Notes that this message shows a door to a person; `shown` is its mark (see [`DoorCounts::mark`]).
    pub async fn put_up(&self, person: PersonId, event: EventId, message: i32, shown: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        boards::set(&mut tx, person, event, message, shown).await?;
        tx.commit().await?;
        self.knock.notify_waiters();
        Ok(())
    }

    /// Lets the board of a person go; only if it is this message, where one is given.
    pub async fn take_down(&self, person: PersonId, message: Option<i32>) -> Result<()> {
        let mut tx = self.store.begin().await?;
        boards::remove(&mut tx, person, message).await?;
        Ok(tx.commit().await?)
    }

    /// Notes what a board shows by now.
    pub async fn set_shown(&self, board: &Board, shown: &str) -> Result<()> {
        let mut tx = self.store.begin().await?;
        boards::set_shown(&mut tx, board.person, board.message, shown).await?;
        Ok(tx.commit().await?)
    }

    /// How many boards are up, and those whose doors have other numbers by now. Lets those go whose event is over.
    pub async fn stale_boards(&self) -> Result<(usize, Vec<Board>)> {
        let (mut up, mut stale, mut over) = (0, Vec::new(), Vec::new());
        {
            let mut conn = self.store.read().await?;
            let mut mark: Option<(EventId, Option<String>)> = None;
            for board in boards::list(&mut conn).await? {
                // Those of a door stand together: it is counted once.
                let now = match mark {
                    Some((event, mark)) if event == board.event => mark,
                    _ => match visible(&mut conn, board.event).await?.filter(|event| self.is_on(event)) {
                        Some(event) => {
                            let counts: DoorCounts = arrivals::count(&mut conn, event.id).await?;
                            let last = arrivals::list_last(&mut conn, event.id, 1).await?;
                            Some(counts.mark(last.first().map(|last| last.id)))
                        }
                        None => None,
                    },
                };
                mark = Some((board.event, now.clone()));
                match now {
                    None => over.push(board),
                    Some(now) => {
                        up += 1;
                        stale.extend(Some(board).filter(|board| board.shown != now));
                    }
                }
            }
        }
        for board in over {
            self.take_down(board.person, Some(board.message)).await?;
        }
        Ok((up, stale))
    }

    /// Whether every board shows what is.
    pub async fn boards_rest(&self) -> Result<bool> {
        Ok(self.stale_boards().await?.1.is_empty())
    }

    /// The door that a board shows, as long as its person works there.
    pub async fn door_of(&self, board: &Board) -> Result<Option<super::Door>> {
        match self.door(&Actor::unprompted(board.person), board.event).await {
            Err(super::Error::NoRight) => Ok(None),
            door => door,
        }
    }

    fn is_on(&self, event: &Event) -> bool {
        event.status != EventStatus::Cancelled && self.now() < event.ends_at() + LINGERS
    }
}
