//! One table of rights: who may do what to which event. What is not allowed is refused in the very words in which something
//! absent is refused, and leaves no trace.

use super::{scopes::scope, *};
use crate::database::contents;
use futures::future::BoxFuture;
use qatys::{
    domain::{
        ArrivalId, Audience, Draft, HostId, InvitationId, Reason, RegistrationId, Scope, ScopeId, ShiftId,
        SpeakerId,
    },
    service::Error,
};
use std::fmt::Debug;

const LIBRARY: &str = "Қала кітапханалары";

/// What somebody is to an event; each is more than the ones before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Nothing,
    Door,
    Work,
    Own,
    Admin,
}

/// What a use case asks of whoever asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Need {
    /// A tie to the event.
    Tie(Tie),
    /// A desk, whatever is on it.
    Desk,
    /// Some events they run.
    Runs,
}

/// Somebody: who, whether they have a desk, whether they run events, and what they are to the event of the table.
const PEOPLE: [(&str, i64, bool, bool, Tie); 10] = [
    ("citizen", 10, false, false, Tie::Nothing),
    ("steward before their time", 20, true, false, Tie::Nothing),
    ("steward", 21, true, false, Tie::Door),
    ("steward after their time", 22, false, false, Tie::Nothing),
    ("steward of another event", 23, true, false, Tie::Nothing),
    ("organiser of other events", 30, true, true, Tie::Nothing),
    ("organiser", 31, true, true, Tie::Own),
    ("organiser of a host", 32, true, true, Tie::Work),
    ("speaker", 33, false, false, Tie::Nothing),
    ("admin", ADMIN, true, true, Tie::Admin),
];

/// An event with one of everything that belongs to one.
#[derive(Clone, Debug)]
struct Place {
    event: EventId,
    seated: RegistrationId,
    code: String,
    ticket: String,
    arrival: ArrivalId,
    shift: ShiftId,
    speaker: SpeakerId,
    asking: HostId,
    host: HostId,
    host_link: InvitationId,
    speaker_link: InvitationId,
    scope: ScopeId,
}

fn nowhere() -> Place {
    Place {
        event: EventId(999),
        seated: RegistrationId(999),
        code: "ZZZZ".into(),
        ticket: "AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg".into(),
        arrival: ArrivalId(999),
        shift: ShiftId(999),
        speaker: SpeakerId(999),
        asking: HostId(999),
        host: HostId(999),
        host_link: InvitationId(999),
        speaker_link: InvitationId(999),
        scope: ScopeId(999),
    }
}

struct Action {
    name: &'static str,
    need: Need,
    run: for<'a> fn(&'a Services, &'a Actor, &'a Place) -> BoxFuture<'a, String>,
}

fn shown<T: Debug>(outcome: Result<T, Error>) -> String {
    match outcome {
        Ok(outcome) => format!("{outcome:?}"),
        Err(Error::NoRight) => "no right".into(),
        Err(fault) => panic!("{fault}"),
    }
}

macro_rules! actions {
    ($(($name:literal, $need:expr, |$s:ident, $me:ident, $at:ident| $call:expr)),* $(,)?) => {
        vec![$(Action {
            name: $name,
            need: $need,
            run: |$s, $me, $at| Box::pin(async move { let _ = $at; shown($call.await) }),
        }),*]
    };
}

/// Everything the staff can do, what ends most of it last.
fn actions() -> Vec<Action> {
    let (door, work) = (Need::Tie(Tie::Door), Need::Tie(Tie::Work));
    let (own, admin) = (Need::Tie(Tie::Own), Need::Tie(Tie::Admin));
    actions![
        ("desk", Need::Desk, |s, me, at| s.desk(me, 0)),
        ("broadcasts", Need::Runs, |s, me, at| s.broadcasts(me, 0)),
        ("background", Need::Runs, |s, me, at| s.background(me, &Draft::default())),
        ("reach", Need::Runs, |s, me, at| s.reach(me, &Audience::default())),
        ("door", door, |s, me, at| s.door(me, at.event)),
        ("find guests", door, |s, me, at| s.find_guests(me, at.event, "ай")),
        ("count heads", door, |s, me, at| s.counting(me, at.event)),
        ("walk in", door, |s, me, at| s.add_walk_in(me, at.event)),
        ("scan", door, |s, me, at| s.scan(me, &at.ticket, None)),
        ("admit by code", door, |s, me, at| s.admit_code(me, at.event, &at.code)),
        ("check in", door, |s, me, at| s.check_in(me, at.seated, party(1))),
        ("undo", door, |s, me, at| s.undo(me, at.arrival)),
        ("manage", work, |s, me, at| s.managed(me, at.event)),
        ("door code", work, |s, me, at| s.door_code(me, at.event)),
        ("team", work, |s, me, at| s.team(me, at.event)),
        ("report", work, |s, me, at| s.report(me, at.event, 0)),
        ("count told", work, |s, me, at| s.count_told(me, at.event)),
        ("write to its people", work, |s, me, at| s.works_on(me, at.event)),
        ("end a speaker", work, |s, me, at| s.end_speaker(me, at.speaker)),
        ("revoke a speaker's link", work, |s, me, at| s.revoke_invitation(me, at.speaker_link)),
        ("invite a speaker", work, |s, me, at| s.invite_speaker(me, at.event, "Абай")),
        ("see a host", own, |s, me, at| s.hosting(me, at.host)),
        ("answer a host", own, |s, me, at| s.answer_host(me, at.asking, true)),
        ("revoke a host's link", own, |s, me, at| s.revoke_invitation(me, at.host_link)),
        ("invite a host", own, |s, me, at| s.invite_host(me, at.event)),
        ("end a host", own, |s, me, at| s.end_host(me, at.host)),
        ("end a shift", work, |s, me, at| s.end_shift(me, at.shift)),
        ("end all shifts", work, |s, me, at| s.end_shifts(me, at.event)),
        ("invite stewards", work, |s, me, at| s.invite_stewards(me, at.event, true)),
        ("call off", work, |s, me, at| s.cancel_event(me, at.event, &Reason::parse("Су басты").unwrap())),
        ("members", admin, |s, me, at| s.members(me, 0)),
        ("member", admin, |s, me, at| s.member(me, PersonId(31))),
        ("scopes", admin, |s, me, at| s.list_scopes(me, PersonId(31))),
        ("organisations", Need::Runs, |s, me, at| s.organisations(me)),
        ("open invitations", admin, |s, me, at| s.open_invitations(me)),
        ("invite an organiser", admin, |s, me, at| s.invite_organiser(me, &Scope::default())),
        ("give a scope", admin, |s, me, at| s.add_scope(me, PersonId(10), &Scope::default())),
        ("take a scope", admin, |s, me, at| s.remove_scope(me, at.scope)),
        ("take all scopes", admin, |s, me, at| s.remove_scopes(me, PersonId(31))),
    ]
}

impl Bench {
    /// An event of a district with one of everything; `steward` stands at its door.
    async fn furnish(&self, key: &str, district: District, steward: i64, first: i64) -> Place {
        let (s, admin) = (&self.services, by(ADMIN));
        let organisation = format!("Ұйым {key}");
        let event = self.publish(&EventFacts { district: Some(district), organisation, ..facts(key) }).await;
        let seated = self.join(first, event, 1).await;
        let other = self.join(first + 1, event, 1).await;
        s.check_in(&admin, other.id, party(1)).await.unwrap();
        let arrival = ArrivalId(self.number("SELECT max(id) FROM arrivals").await);
        let link = s.invite_stewards(&admin, event, true).await.unwrap().unwrap();
        self.take(steward, &link).await;
        let talk = s.invite_speaker(&admin, event, "Ыбырай").await.unwrap().unwrap();
        self.take(if first < 2_000 { 33 } else { 34 }, &talk).await;
        let speaker_link = s.invite_speaker(&admin, event, "Шоқан").await.unwrap().unwrap().invitation.id;
        let mut hosts = Vec::new();
        for (person, approved) in [(32, true), (35, false)] {
            let code = s.invite_host(&admin, event).await.unwrap().unwrap();
            let scope = s.offer(&by(person), &code.secret).await.unwrap().unwrap().organisations[0].0;
            s.redeem(&by(person), &code.secret, Some(scope), None).await.unwrap();
            let host = s.team(&admin, event).await.unwrap().unwrap().hosts.last().unwrap().id;
            if approved && first < 2_000 {
                s.answer_host(&admin, host, true).await.unwrap();
            }
            hosts.push(host);
        }
        let host_link = s.invite_host(&admin, event).await.unwrap().unwrap().invitation.id;
        let shift = s.team(&admin, event).await.unwrap().unwrap().stewards[0].0.id;
        let scope = s.list_scopes(&admin, PersonId(30)).await.unwrap()[0].0;
        let ticket = self.secret(&seated).await;
        Place {
            event,
            seated: seated.id,
            code: seated.code,
            ticket,
            arrival,
            shift,
            speaker: s.team(&admin, event).await.unwrap().unwrap().speakers[0].id,
            host: hosts[0],
            asking: hosts[1],
            host_link,
            speaker_link,
            scope,
        }
    }

    /// Everybody of the table an hour before the start, their own event and one of others.
    async fn everybody(&self) -> [Place; 2] {
        self.clock.set(start() - TimeDelta::hours(1));
        self.appoint(30, &scope(Some(Level::Central), None, None)).await;
        self.appoint(31, &scope(None, Some(District::Esil), None)).await;
        self.appoint(32, &scope(Some(Level::Central), None, Some(LIBRARY))).await;
        self.appoint(35, &scope(Some(Level::Central), None, Some("Астана музейі"))).await;
        let own = self.furnish("OWN", District::Esil, 21, 1_000).await;
        let foreign = self.furnish("FOREIGN", District::Nura, 23, 2_000).await;
        let mut tx = self.store.begin().await.unwrap();
        let link = InvitationId(1);
        let hour = TimeDelta::hours(1);
        let now = self.clock.now();
        store::shifts::set(&mut tx, (own.event, PersonId(20)), (now + hour, now + hour * 2), link)
            .await
            .unwrap();
        store::shifts::set(&mut tx, (own.event, PersonId(22)), (now - hour * 2, now - hour), link)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        [own, foreign]
    }

    /// Everything in the database but what says who was met.
    async fn dump(&self) -> Vec<String> {
        let mut conn = self.store.read().await.unwrap();
        contents(&mut conn).await
    }
}

/// Whether an outcome says that there is nothing for this person.
fn is_refusal(outcome: &str) -> bool {
    ["no right", "None", "false", "Unknown"].contains(&outcome)
}

#[tokio::test]
async fn who_may_do_what_to_which_event() {
    let (mut allowed, mut refused) = (0, 0);
    for (who, person, desk, runs, tie) in PEOPLE {
        let bench = Bench::new().await;
        let [own, foreign] = bench.everybody().await;
        let (s, me) = (&bench.services, by(person));
        for Action { name, need, run } in actions() {
            let is_allowed = match need {
                Need::Desk => desk,
                Need::Runs => runs,
                Need::Tie(least) => tie >= least,
            };
            let before = bench.dump().await;
            let absent = run(s, &me, &nowhere()).await;
            let is_of_event = matches!(need, Need::Tie(Tie::Door | Tie::Work | Tie::Own));
            if is_of_event {
                assert!(is_refusal(&absent), "{who}, {name}, absent: {absent}");
                // One event of others is as good as another: the steward of another one knows that one.
                if tie != Tie::Admin && person != 23 {
                    assert_eq!(run(s, &me, &foreign).await, absent, "{who}, {name}, of others");
                }
                assert_eq!(bench.dump().await, before, "{who}, {name} left a trace");
            }
            if is_allowed {
                let done = run(s, &me, &own).await;
                assert!(done != "no right" && (!is_of_event || done != absent), "{who}, {name}: {done}");
                allowed += 1;
            } else {
                assert!(is_refusal(&absent), "{who}, {name}: {absent}");
                assert_eq!(run(s, &me, &own).await, absent, "{who}, {name}");
                assert_eq!(bench.dump().await, before, "{who}, {name} left a trace");
                refused += 1;
            }
        }
    }
    assert!(allowed >= 100 && refused >= 200, "{allowed} allowed, {refused} refused");
}
