//! The screens of those who work at events.

use super::{Gallery, World, named};
use crate::domain::{Host, HostId, PersonId};
use crate::i18n::Tr;
use crate::view::team;
use chrono::TimeDelta;

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let host = Host {
        id: HostId(5),
        event: w.event.id,
        organisation: w.event.facts.organisation.clone(),
        asked_by: PersonId(5),
        approved_at: None,
    };
    let shortly = w.event.starts_at - TimeDelta::hours(2);
    named([
        ("host asked", team::host_asked(tr, &w.event, &host)),
        ("host approved", team::host_told(tr, &w.event, &host, true)),
        ("host refused", team::host_told(tr, &w.event, &host, false)),
        ("host, yes", team::host_answered(tr, &w.event, true)),
        ("host, no", team::host_answered(tr, &w.event, false)),
        ("talk tomorrow", team::talk(tr, &w.event, w.now)),
        ("talk soon", team::talk(tr, &w.event, shortly)),
    ])
}
