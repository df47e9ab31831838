//! The round trip of every button, its length, and payloads that stand in people's chats.

use super::{Act, Answer, Back, Button, Compose, Facet, Format, Gate, Guests, MAX_BYTES, Pass, Reports};
use crate::domain::{
    ArrivalId, BroadcastId, Days, District, Entering, EventId, Figure, Filter, Group, HeadCountId, Language,
    Level, Month, Optional, Party, Rating, RegistrationId, WalkInId, Whom,
};
use chrono::NaiveDate;
use proptest::prelude::*;

const WIDEST: i64 = i64::MIN;

fn widest_filter() -> Filter {
    Filter {
        days: Days::Day(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()),
        district: Some(District::Saryarqa),
        level: Some(Level::District),
        language: Some(Language::Kk),
    }
}

/// Every button once, with its longest fields.
fn all() -> Vec<Button> {
    let (f, event, registration) = (widest_filter(), EventId(WIDEST), RegistrationId(WIDEST));
    let party = Party::new(5).unwrap();
    let mut all = vec![
        Button::Home,
        Button::Languages,
        Button::Speak(Language::Kk),
        Button::Find(f),
        Button::List(f, u32::MAX),
        Button::Month(f, 2026, 12),
        Button::Districts(f),
        Button::Levels(f),
        Button::Spoken(f),
        Button::Search(u32::MAX, "конституция тарихы".into()),
        Button::Event(event, Back::Home),
        Button::Event(event, Back::Mine),
        Button::Event(event, Back::List(f, 9_999)),
        Button::Event(EventId(1), Back::Search(3, "дәріс".into())),
        Button::SignUp(event),
        Button::Calendar(event),
        Button::Share(event),
        Button::Place(event),
        Button::Photo(event),
        Button::Mine { past: true, page: u32::MAX },
        Button::Ticket(registration),
        Button::Leave(registration),
        Button::LeaveSure(registration),
        Button::Parties(registration),
        Button::Resize(registration, party),
        Button::Accept(registration),
        Button::Decline(registration),
        Button::Coming(registration),
        Button::NotComing(registration),
        Button::Came(registration, true),
        Button::Rate(registration, Rating::ALL[4]),
        Button::Still,
    ];
    all.extend([None, Some(Language::En)].map(|language| Button::Poster(event, language)));
    all.extend([Button::Privacy, Button::Download, Button::Erase, Button::EraseSure, Button::EraseNow]);
    all.extend(staff(event, registration, party).into_iter().chain(asking(event)));
    all.extend(held_together(event, registration));
    let answers = [
        Answer::Agree,
        Answer::Same,
        Answer::Anew,
        Answer::Suggested,
        Answer::Skip,
        Answer::District(District::Saraishyq),
        Answer::Party(party),
        Answer::Confirm,
        Answer::Back,
        Answer::Cancel,
    ];
    all.extend(answers.map(Button::Answer));
    all.extend(Optional::ALL.into_iter().flat_map(|kind| [Button::Mute(kind), Button::Want(kind, true)]));
    all
}

/// Those of the people who run events that stand in enums of their own.
fn held_together(event: EventId, registration: RegistrationId) -> Vec<Button> {
    let mut all: Vec<_> = composing(event).map(Button::Compose).into();
    all.extend(at_a_door(event).map(Button::Gate));
    all.extend(super::edit::all(event).into_iter().map(Button::Edit));
    all.extend(super::staff::all(event).into_iter().map(Button::Staff));
    all.extend(guests(event, registration).map(Button::Guests));
    all.extend([Reports::Look(event), Reports::Confirm(event), Reports::Correct(event)].map(Button::Reports));
    all.extend(Figure::ALL.map(|figure| Button::Reports(Reports::Figure(event, figure))));
    all.extend(Act::ALL.map(|act| Button::Broadcast(BroadcastId(WIDEST), act)));
    all
}

/// Those of the people who run events.
fn staff(event: EventId, registration: RegistrationId, party: Party) -> [Button; 9] {
    [
        Button::Desk(u32::MAX),
        Button::Manage(event),
        Button::Door(event),
        Button::CheckIn(registration, party),
        Button::Undo(ArrivalId(WIDEST)),
        Button::Broadcasts(u32::MAX),
        Button::CallOff(event),
        Button::CallOffSure(event),
        Button::Report(event, u32::MAX),
    ]
}

fn asking(event: EventId) -> impl Iterator<Item = Button> {
    let asking = super::ask::all(event, WIDEST).into_iter().map(Button::Ask);
    asking.chain(super::shelf::all(event, WIDEST).map(Button::Shelf))
}

fn at_a_door(event: EventId) -> [Gate; 12] {
    let pass = || Pass::new("AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz").unwrap();
    [
        Gate::WalkIn(event),
        Gate::UndoWalkIn(WalkInId(WIDEST)),
        Gate::Count(event),
        Gate::Step(event, 50),
        Gate::UndoCount(HeadCountId(WIDEST)),
        Gate::Proof(event),
        Gate::Code(event),
        Gate::Paper(event),
        Gate::SetPaper(event, true),
        Gate::Enter(Entering::Seated, pass()),
        Gate::Enter(Entering::Named, pass()),
        Gate::Enter(Entering::Nameless, pass()),
    ]
}

fn guests(event: EventId, registration: RegistrationId) -> [Guests; 8] {
    [
        Guests::List(event, Group::Everybody, u32::MAX),
        Guests::Card(registration, Group::Waiting, u32::MAX),
        Guests::Phone(registration),
        Guests::MoveUp(registration),
        Guests::Remove(registration),
        Guests::RemoveSure(registration),
        Guests::Add(event),
        Guests::File(event, Format::Xlsx),
    ]
}

fn composing(event: EventId) -> [Compose; 33] {
    [
        Compose::Open,
        Compose::To(event),
        Compose::Audience,
        Compose::Choose(Facet::Organisation, u32::MAX),
        Compose::Whom(Whom::Registered),
        Compose::Level(Some(Level::District)),
        Compose::Level(None),
        Compose::District(Some(District::Saryarqa)),
        Compose::District(None),
        Compose::Organisation(Some(event)),
        Compose::Organisation(None),
        Compose::Month(Some(Month { year: 2026, month: 12 })),
        Compose::Month(None),
        Compose::Spoken(Some(Language::Kk)),
        Compose::Spoken(None),
        Compose::Since(true),
        Compose::Drop(event),
        Compose::Text(Language::Ru),
        Compose::Clear(Language::Ru),
        Compose::Link,
        Compose::NoLink,
        Compose::LinkTo(event),
        Compose::Timing,
        Compose::Now,
        Compose::Start(i32::MIN),
        Compose::End(i32::MAX),
        Compose::Preview,
        Compose::Test,
        Compose::Send,
        Compose::Fast,
        Compose::Confirm(true),
        Compose::Leave,
        Compose::LeaveSure,
    ]
}

#[test]
fn every_button_survives_the_round_trip_in_64_bytes() {
    for button in all() {
        let payload = button.encode();
        assert!(payload.len() <= MAX_BYTES, "{payload}");
        assert_eq!(Button::decode(&payload), Some(button), "{payload}");
    }
}

#[test]
fn long_searches_are_cut_at_a_letter() {
    let payload = Button::Search(0, "ә".repeat(60)).encode();
    assert!(payload.len() <= MAX_BYTES);
    assert!(
        matches!(Button::decode(&payload), Some(Button::Search(0, words)) if words.chars().all(|c| c == 'ә'))
    );
}

/// Payloads that stand in people's chats. Lines are added, never changed.
const FROZEN: &[&str] = &[
    "h",
    "l",
    "l.kk",
    "f.a,,,",
    "fl.t,es,i,ru.2",
    "fm.w,,c,.2026.12",
    "fd.20261205,sa,d,en",
    "q.0.дәріс",
    "e.7.h",
    "e.7.m",
    "e.7.l.a,,,.0",
    "e.7.q.1.дәріс",
    "s.7",
    "a.y",
    "a.d.sh",
    "a.p.3",
    "ec.7",
    "eg.7",
    "eg.7.kk",
    "es.7",
    "ep.7",
    "m.0.0",
    "t.9",
    "rl.9",
    "rls.9",
    "rp.9",
    "rp.9.2",
    "ra.9",
    "rd.9",
    "rc.9",
    "rn.9",
    "p",
    "pd",
    "pe",
    "pes",
    "pen",
    "d.0",
    "dd.7",
    "dm.7",
    "dc.9.2",
    "du.4",
    "bs.0",
    "eo.7",
    "n",
    "n.a.kk",
    "n.a.t",
    "n.d.",
    "n.d.es",
    "n.e.7",
    "n.w.",
    "n.w.3",
    "n.yy.1",
    "n.z.drafts.0",
    "n.za.7.1",
    "x.7",
    "xs.7",
    "b.3.o",
    "b.3.ws",
    "u.news",
    "pw.reminders.0",
    "-",
    "w",
    "w.t.7",
    "w.a",
    "w.f.w.0",
    "w.f.o.2",
    "w.fw.came",
    "w.fv.c",
    "w.fv.",
    "w.fd.es",
    "w.fo.7",
    "w.fo.",
    "w.fm.202612",
    "w.fm.",
    "w.fs.kk",
    "w.fn.1",
    "w.fx.7",
    "w.x.kk",
    "w.xx.kk",
    "w.k",
    "w.kn",
    "w.ke.7",
    "w.i",
    "w.in",
    "w.is.-60",
    "w.ie.60",
    "w.p",
    "w.pt",
    "w.s",
    "w.sf",
    "w.sc.0",
    "w.q",
    "w.qq",
    "gc.9.0",
    "gr.9.5",
    "gs.7.0",
    "dg.w.7",
    "dg.wu.3",
    "dg.c.7",
    "dg.cs.7.5",
    "dg.cu.4",
    "dg.cp.7",
    "dg.q.7",
    "dg.p.7",
    "dg.ps.7.0",
    "dg.h.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz",
    "dg.n.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz",
    "dg.a.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz",
    "k.l.7.all.0",
    "k.l.7.absent.2",
    "k.c.9.coming.0",
    "k.p.9",
    "k.u.9",
    "k.r.9",
    "k.rs.9",
    "k.a.7",
    "k.f.7.csv",
    "k.f.7.xlsx",
    "y.l.7",
    "y.y.7",
    "y.c.7",
    "y.f.7.walk_ins",
];

#[test]
fn old_payloads_still_parse() {
    for payload in
        FROZEN.iter().chain(super::ask::FROZEN).chain(super::shelf::FROZEN).chain(super::staff::FROZEN)
    {
        let button = Button::decode(payload);
        assert_eq!(button.map(|b| b.encode()).as_deref(), Some(*payload));
    }
}

#[test]
fn what_we_never_sent_is_refused() {
    for payload in [
        "",
        "x",
        "h.1",
        "s",
        "s.07",
        "s.+7",
        "s.7.7",
        "rp.9.0",
        "rp.9.6",
        "gr.9.0",
        "gr.9.6",
        "gc.9.2",
        "l.kz",
        "f.z,,,",
        "f.a,,",
        "e.7",
        "a",
        "w.",
        "w.fm.202613",
        "w.fm.2026",
        "w.fn.2",
        "w.fo.07",
        "w.fw.all",
        "w.is",
        "w.sc.",
        "w.a.1",
        "dg",
        "dg.w",
        "dg.cs.7.2",
        "dg.ps.7.2",
        "dg.h.",
        "dg.h.a b",
        "dg.h.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "k.l.7.none.0",
        "k.f.7.xls",
        "k.c.9",
        "j",
        "j.k.short",
        "j.k.AAAAAAAAAA_bbbbbbbbb-9.5",
        "j.da.7.2",
        "j.io.d.nu.07",
    ] {
        assert_eq!(Button::decode(payload), None, "{payload}");
    }
}

proptest! {
    #[test]
    fn any_text_is_a_button_we_made_or_nothing(payload in "\\PC{0,70}") {
        if let Some(button) = Button::decode(&payload) {
            prop_assert_eq!(Button::decode(&button.encode()), Some(button));
        }
    }
}
