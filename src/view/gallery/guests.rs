//! The screens of an event's people, and of signing somebody up by hand.

use super::{Gallery, World, named, tr};
use crate::domain::{
    Added, ByHand, Details, Group, Groups, GuestLine, Language, Lifted, NameFault, Party, PersonId, Phone,
    Reason, ReasonFault, RegistrationId, Removed, Seats, Standing, Window,
};
use crate::i18n::{Html, Tr};
use crate::view::{
    Format,
    add_guest::{self, Question},
    calling_off::Fault,
    guests,
};
use std::collections::BTreeMap;

fn line(w: &World, standing: Standing, person: i64) -> GuestLine {
    let registration = w.registration(standing, 3);
    GuestLine {
        registration: crate::domain::Registration { person: PersonId(person), ..registration },
        name: Some(w.name.clone()),
        place: (standing == Standing::Waiting).then_some(12),
        since: w.now,
        came: None,
    }
}

/// One of each kind.
fn people(w: &World) -> Vec<GuestLine> {
    let seated = line(w, Standing::Seated, 5);
    let mut coming = seated.clone();
    coming.registration.confirmed_at = Some(w.now);
    let came = |people| GuestLine { came: Party::new(people).zip(Some(w.event.starts_at)), ..seated.clone() };
    let mut people =
        vec![came(3), came(1), coming, GuestLine { name: None, ..line(w, Standing::Seated, -5) }];
    people.extend(w.standings().map(|standing| line(w, standing, -7)));
    people
}

pub(super) fn screens(tr: &Tr, w: &World) -> Gallery {
    let people = people(w);
    let groups = Groups([1_234, 900, 300, 450, 620, 280]);
    let seats = |capacity| Seats { capacity, taken: 1_200, waiting: 34 };
    let listed = |capacity, lines, turn| guests::Listed {
        event: &w.event,
        seats: seats(capacity),
        groups: &groups,
        group: Group::Coming,
        turn,
        lines,
    };
    let over = w.event.ends_at();
    let phones: BTreeMap<_, _> =
        Phone::parse("87012345678").map(|phone| (RegistrationId(9), phone)).into_iter().collect();
    let phone = phones.values().next();
    let words: String = w.words.chars().take(Reason::MAX).collect();
    let reason = Reason::parse(&words).unwrap();
    let waiting = line(w, Standing::Waiting, 5);
    let by_hand = line(w, Standing::Waiting, -7);
    let word = Html::default;
    let file = |phones, format| guests::file(tr, &w.event, &people, phones, (w.name.as_str(), w.now), format);
    let mut all = named([
        ("guests", guests::list(tr, &listed(Some(1_200), &people[..6], (1, 3)), true, over)),
        ("guests, open", guests::list(tr, &listed(None, &people[6..], (0, 1)), false, w.now)),
        ("guests, none", guests::list(tr, &listed(None, &[], (0, 1)), true, w.now)),
        ("guests, found", guests::found(tr, &w.event, &people, 50, w.now)),
        ("guests, found none", guests::found(tr, &w.event, &[], 0, w.now)),
        ("guests, phone", guests::phone(tr, &w.event, &people[2], phone, w.now)),
        ("guests, no phone", guests::phone(tr, &w.event, &people[2], None, w.now)),
        ("guests, moved up", guests::moved_up(tr, &w.event, &people[2], w.now)),
        ("guests, moved up by hand", guests::moved_up(tr, &w.event, &by_hand, w.now)),
        ("guests, why", guests::why(tr, &waiting, None)),
        ("guests, why not a text", guests::why(tr, &waiting, Some(Fault::OnlyText))),
        ("guests, why by hand", guests::why(tr, &by_hand, Some(Fault::Reason(ReasonFault::TooShort)))),
        ("guests, sure", guests::sure(tr, &w.event, &waiting, &reason)),
        ("guests, sure by hand", guests::sure(tr, &w.event, &by_hand, &reason)),
        ("guests, removed", guests::removed(tr, &w.event, &Removed::Done(waiting.clone()))),
        ("guests, removed by hand", guests::removed(tr, &w.event, &Removed::Done(by_hand.clone()))),
        ("guests, removed before", guests::removed(tr, &w.event, &Removed::Nothing)),
        ("guests, removed late", guests::removed(tr, &w.event, &Removed::Started)),
        ("guests, file", file(Some(&phones), Format::Xlsx)),
        ("guests, file without phones", file(None, Format::Csv)),
        ("removed", crate::view::notices::removed(tr, &w.event, &reason)),
    ]);
    for (number, line) in people.iter().enumerate() {
        let card = guests::card(tr, &w.event, line, word(), (Group::Absent, 2), w.now);
        all.push((format!("guest {number}"), card));
    }
    all.extend(by_hand_screens(tr, w));
    all
}

fn by_hand_screens(tr: &Tr, w: &World) -> Gallery {
    let max = Party::new(5).unwrap();
    let details = Details { name: w.name.clone(), phone: Phone::parse("87012345678").ok(), district: None };
    let agreed = Question::Agreed(ByHand { event: w.event.id, details, party: max });
    let seated = Added::Seated(line(w, Standing::Seated, -7));
    let waiting = Added::Waiting(line(w, Standing::Waiting, -7));
    let added = |added| add_guest::added(tr, &w.event, added, w.now);
    let mut all = named([
        ("add a guest, name", add_guest::question(tr, &Question::Name, None)),
        ("add a guest, phone", add_guest::question(tr, &Question::Phone, None)),
        ("add a guest, party", add_guest::question(tr, &Question::Party { max }, None)),
        ("add a guest, agreed", add_guest::question(tr, &agreed, None)),
        ("add a guest, seated", added(&seated)),
        ("add a guest, waiting", added(&waiting)),
        ("add a guest, cancelled", added(&Added::Shut(Window::Cancelled))),
        ("add a guest, begun", added(&Added::Shut(Window::Started))),
    ]);
    let faults = [NameFault::TooShort, NameFault::TooLong, NameFault::NotAName].map(add_guest::Fault::Name);
    let others = [add_guest::Fault::Phone, add_guest::Fault::OnlyText, add_guest::Fault::PressAButton];
    for fault in faults.into_iter().chain(others) {
        let screen = add_guest::question(tr, &Question::Name, Some(fault));
        all.push((format!("add a guest, {fault:?}"), screen));
    }
    all
}

#[test]
fn alerts_keep_telegrams_limit() {
    let shut = [Window::Cancelled, Window::Started].map(Lifted::Shut);
    for lifted in [Lifted::Full(1_000_000), Lifted::Nothing].into_iter().chain(shut) {
        for language in Language::ALL {
            let alert = guests::not_moved_up(&tr(language), &lifted);
            assert!((1..=200).contains(&alert.chars().count()) && !alert.contains('<'), "{alert}");
        }
    }
}
