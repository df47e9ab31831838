//! What somebody may do beyond being a citizen: run events, stand at a door, speak. Who gives and takes that is in
//! `service/scopes`, `service/invitations` and `service/team`.

use super::{Audience, Broadcast, Event, EventFacts, EventId, PersonId, Scope};

/// What a person may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Takes part in events.
    Citizen,
    /// Has some work at events; there is at least one piece of it.
    Staff(Work),
    /// Runs everything. Named in the settings.
    Admin,
}

/// The work of somebody of the staff, as it stands at one instant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Whose events they run.
    pub scopes: Vec<Scope>,
    /// Events that an organisation of theirs runs together with others.
    pub hosted: Vec<EventId>,
    /// Events they speak at.
    pub spoken: Vec<EventId>,
    /// Events at whose door they check people in now.
    pub doors: Vec<EventId>,
    /// Events at whose door they will.
    pub ahead: Vec<EventId>,
}

/// Whether somebody may write to an audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Yes, to all of it.
    Yes,
    /// Once an admin has agreed: there may be people of other events among them.
    WithApproval,
    /// No.
    No,
}

impl Work {
    /// Whether there is nothing of it.
    pub const fn is_empty(&self) -> bool {
        let Self { scopes, hosted, spoken, doors, ahead } = self;
        scopes.is_empty() && hosted.is_empty() && spoken.is_empty() && doors.is_empty() && ahead.is_empty()
    }

    /// Whether they run events.
    const fn runs_events(&self) -> bool {
        !self.scopes.is_empty() || !self.hosted.is_empty()
    }

    fn covers(&self, facts: &EventFacts) -> bool {
        self.scopes.iter().any(|scope| scope.covers(facts))
    }
}

impl Role {
    /// What somebody with this work may do.
    pub fn of(work: Work) -> Self {
        if work.is_empty() { Role::Citizen } else { Role::Staff(work) }
    }

    /// Their work, if they are of the staff.
    pub const fn work(&self) -> Option<&Work> {
        match self {
            Role::Staff(work) => Some(work),
            Role::Citizen | Role::Admin => None,
        }
    }

    /// Whether they run events: write to people, manage, report.
    pub fn runs_events(&self) -> bool {
        *self == Role::Admin || self.work().is_some_and(Work::runs_events)
    }

    /// Whether they have a desk: run events, or stand at a door now or later.
    pub fn has_desk(&self) -> bool {
        let at_doors = |work: &Work| !work.doors.is_empty() || !work.ahead.is_empty();
        self.runs_events() || self.work().is_some_and(at_doors)
    }

    /// Whether they speak at events.
    pub fn speaks(&self) -> bool {
        self.work().is_some_and(|work| !work.spoken.is_empty())
    }

    /// Whether the event is theirs: nobody runs it together with them but by their leave.
    pub fn owns(&self, event: &Event) -> bool {
        self.may_hold(&event.facts)
    }

    /// Whether they run the event: theirs, or together with those whose it is.
    pub fn works_on(&self, event: &Event) -> bool {
        self.owns(event) || self.work().is_some_and(|work| work.hosted.contains(&event.id))
    }

    /// Whether they check people in at the door of the event now.
    pub fn checks_in(&self, event: &Event) -> bool {
        self.works_on(event) || self.work().is_some_and(|work| work.doors.contains(&event.id))
    }

    /// Whether they answer what people ask about the event.
    pub fn answers(&self, event: &Event) -> bool {
        self.works_on(event) || self.work().is_some_and(|work| work.spoken.contains(&event.id))
    }

    /// Whether they may make an event like this, or of another one this.
    pub fn may_hold(&self, facts: &EventFacts) -> bool {
        *self == Role::Admin || self.work().is_some_and(|work| work.covers(facts))
    }

    /// Whether they may see, pause, stop, correct and withdraw a broadcast: their own, or anybody's.
    pub fn controls(&self, person: PersonId, broadcast: &Broadcast) -> bool {
        *self == Role::Admin || self.runs_events() && broadcast.author == person
    }

    /// Whether they may write to an audience; `events` are the ones it lists, as far as they are there.
    pub fn may_write(&self, audience: &Audience, events: &[Event]) -> Allowed {
        match self {
            Role::Admin => Allowed::Yes,
            Role::Staff(work) if work.runs_events() => {
                let listed = audience.is_of_events()
                    && !audience.events.is_empty()
                    && events.len() == audience.events.len()
                    && events.iter().all(|event| self.works_on(event));
                let bounded = work.scopes.iter().any(|scope| scope.bounds(audience));
                if listed || bounded { Allowed::Yes } else { Allowed::WithApproval }
            }
            Role::Citizen | Role::Staff(_) => Allowed::No,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Level, sample};

    #[test]
    fn each_piece_of_work_opens_its_own_doors_and_no_others() {
        let event = sample::event();
        let other = Event { id: EventId(8), ..event.clone() };
        let mut other = other;
        other.facts.level = Level::Central;
        let city = Scope { level: Some(Level::City), ..Scope::default() };
        let work = |work: Work| Role::of(work);
        let roles = [
            Role::Citizen,
            work(Work { scopes: vec![city], ..Work::default() }),
            work(Work { hosted: vec![event.id], ..Work::default() }),
            work(Work { spoken: vec![event.id], ..Work::default() }),
            work(Work { doors: vec![event.id], ..Work::default() }),
            work(Work { ahead: vec![event.id], ..Work::default() }),
            Role::Admin,
        ];
        let table = roles.each_ref().map(|role| {
            let of = |event: &Event| {
                [role.owns(event), role.works_on(event), role.checks_in(event), role.answers(event)]
            };
            assert_eq!(of(&other), [*role == Role::Admin; 4], "{role:?}");
            let own = of(&event).map(u8::from);
            (own, role.runs_events(), role.has_desk(), role.speaks())
        });
        let expected = [
            ([0, 0, 0, 0], false, false, false),
            ([1, 1, 1, 1], true, true, false),
            ([0, 1, 1, 1], true, true, false),
            ([0, 0, 0, 1], false, false, true),
            ([0, 0, 1, 0], false, true, false),
            ([0, 0, 0, 0], false, true, false),
            ([1, 1, 1, 1], true, true, false),
        ];
        assert_eq!(table, expected);
        assert_eq!(Role::of(Work::default()), Role::Citizen);
    }

    #[test]
    fn nobody_writes_to_many_from_a_door_or_a_stage() {
        let event = sample::event();
        let audience = Audience::of(event.id);
        for work in [
            Work { spoken: vec![event.id], ..Work::default() },
            Work { doors: vec![event.id], ..Work::default() },
        ] {
            assert_eq!(Role::of(work).may_write(&audience, std::slice::from_ref(&event)), Allowed::No);
        }
        let host = Role::of(Work { hosted: vec![event.id], ..Work::default() });
        assert_eq!(host.may_write(&audience, std::slice::from_ref(&event)), Allowed::Yes);
        assert_eq!(host.may_write(&Audience::default(), &[]), Allowed::WithApproval);
    }
}
