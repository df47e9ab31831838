//! The report on an event that is over: who may confirm and correct it, who is asked for it and when, and what those hear
//! who did not come. How it looks is in the flows.

use super::*;
use qatys::{
    domain::{Deed, EventReport, Figure, Heard, Object, Optional, Rating, Reason, ReportConfirmed, Scope},
    service::Error,
};

/// Works on events of Esil.
const ORGANISER: i64 = 50;

/// 20:00 local time.
fn end() -> DateTime<Utc> {
    start() + TimeDelta::minutes(90)
}

/// Ten in the morning so many days after the event.
fn ten(days: i64) -> DateTime<Utc> {
    let first: DateTime<Utc> = "2026-12-06T05:00:00Z".parse().unwrap();
    first + TimeDelta::days(days - 1)
}

fn why() -> Reason {
    Reason::parse("Қайта санадық").unwrap()
}

impl Bench {
    async fn appoint_for_esil(&self) {
        let scope = Scope { district: Some(District::Esil), ..Scope::default() };
        self.services.add_scope(&by(ADMIN), PersonId(ORGANISER), &scope).await.unwrap();
    }

    async fn event_in(&self, district: District) -> EventId {
        let next = self.number("SELECT count(*) FROM events").await;
        let facts = EventFacts { district: Some(district), capacity: None, ..facts(&format!("E-{next}")) };
        self.publish(&facts).await
    }

    async fn report(&self, event: EventId) -> EventReport {
        self.services.event_report(&by(ADMIN), event).await.unwrap().unwrap()
    }

    async fn status(&self, event: EventId) -> EventStatus {
        self.services.event(event).await.unwrap().unwrap().status
    }

    async fn deeds(&self, event: EventId) -> Vec<(Deed, Option<String>, Option<String>)> {
        let mut conn = self.store.read().await.unwrap();
        let lines = store::audit::list_of(&mut conn, Object::Event(event), 9).await.unwrap();
        lines.into_iter().map(|line| (line.deed, line.before, line.after)).collect()
    }
}

#[tokio::test]
async fn only_those_who_work_on_an_event_report_on_it_and_only_once_it_is_over() {
    let bench = Bench::new().await;
    bench.appoint_for_esil().await;
    let (own, foreign) = (bench.event_in(District::Esil).await, bench.event_in(District::Nura).await);
    let off = bench.event_in(District::Esil).await;
    let s = &bench.services;
    s.cancel_event(&by(ADMIN), off, &why()).await.unwrap();
    let absent = EventId(99);
    let answers = async |person: i64, event: EventId| {
        let me = by(person);
        let seen = s.event_report(&me, event).await.map(|report| report.is_some());
        let corrected = s.correct_figure(&me, event, Figure::Came, 7, &why()).await.map(|r| r.is_some());
        let confirmed = s.confirm_report(&me, event).await.map(|report| report.is_some());
        let answer = |answer: Result<bool, Error>| match answer {
            Ok(done) => Some(done),
            Err(Error::NoRight) => None,
            Err(fault) => panic!("{fault}"),
        };
        [seen, corrected, confirmed].map(answer)
    };
    assert_eq!(answers(ADMIN, own).await, [Some(false); 3], "it is not over");
    bench.clock.set(end());
    for (person, event, expected) in [
        (1, own, None),
        (1, foreign, None),
        (1, absent, None),
        (ORGANISER, foreign, Some(false)),
        (ORGANISER, absent, Some(false)),
        (ADMIN, absent, Some(false)),
        (ADMIN, off, Some(false)),
        (ORGANISER, own, Some(true)),
        (ADMIN, foreign, Some(true)),
    ] {
        assert_eq!(answers(person, event).await, [expected; 3], "{person} {event}");
    }
    assert_eq!(bench.number("SELECT count(*) FROM reports").await, 2);
    assert_eq!(bench.number("SELECT count(*) FROM corrections").await, 2);
}

#[tokio::test]
async fn a_confirmed_report_stands_and_can_still_be_put_right() {
    let bench = Bench::new().await;
    bench.appoint_for_esil().await;
    let event = bench.event_in(District::Esil).await;
    let (one, two) = (bench.join(1, event, 3).await, bench.join(2, event, 2).await);
    let (s, me) = (&bench.services, by(ORGANISER));
    s.confirm(&by(2), two.id).await.unwrap();
    s.check_in(&me, one.id, party(2)).await.unwrap();
    bench.clock.set(end());
    let figures = |report: &EventReport| {
        [Figure::Registered, Figure::Coming, Figure::Came, Figure::Absent, Figure::HeadCount]
            .map(|figure| report.figure(figure))
    };
    assert_eq!(figures(&bench.report(event).await), [Some(5), Some(2), Some(2), Some(3), None]);
    let corrected = s.correct_figure(&me, event, Figure::Came, 3, &why()).await.unwrap().unwrap();
    assert_eq!(corrected, bench.report(event).await);
    let Some(ReportConfirmed::Done(done)) = s.confirm_report(&me, event).await.unwrap() else { panic!() };
    assert_eq!((figures(&done), done.confirmed), (figures(&corrected), Some((PersonId(ORGANISER), end()))));
    assert_eq!(done, bench.report(event).await);
    assert_eq!(bench.status(event).await, EventStatus::Finished);
    // Somebody is marked late: what was counted moves no more, but can be put right.
    s.check_in(&me, two.id, party(2)).await.unwrap();
    assert_eq!(bench.report(event).await.counted, done.counted);
    s.correct_figure(&by(ADMIN), event, Figure::HeadCount, 40, &why()).await.unwrap();
    let report = bench.report(event).await;
    assert_eq!(figures(&report), [Some(5), Some(2), Some(3), Some(3), Some(40)]);
    let kept: Vec<_> = report.corrections.iter().map(|c| (c.figure, c.before, c.after, c.by.0)).collect();
    assert_eq!(kept, [(Figure::Came, Some(2), 3, ORGANISER), (Figure::HeadCount, None, 40, ADMIN)]);
    assert!(matches!(s.confirm_report(&by(ADMIN), event).await.unwrap(), Some(ReportConfirmed::Already(_))));
    let word = |text: &str| Some(text.to_owned());
    assert_eq!(
        bench.deeds(event).await,
        [
            (Deed::FigureCorrected, word("head_count -"), word("head_count 40")),
            (Deed::ReportConfirmed, None, None),
            (Deed::FigureCorrected, word("came 2"), word("came 3")),
        ]
    );
}

#[tokio::test]
async fn a_finished_event_lives_on_for_those_who_were_there() {
    let bench = Bench::new().await;
    let event = bench.event_in(District::Esil).await;
    let one = bench.join(1, event, 1).await;
    bench.clock.set(end() + TimeDelta::minutes(1));
    let s = &bench.services;
    s.confirm_report(&by(ADMIN), event).await.unwrap();
    s.plan_occasions().await.unwrap();
    bench.clock.set(end() + TimeDelta::hours(1));
    assert_eq!(bench.people_sent("feedback").await, [1]);
    assert!(matches!(s.rate(&by(1), one.id, Rating::ALL[4]).await.unwrap(), Heard::Noted(..)));
    assert_eq!(s.my_events(&by(1), false, 0).await.unwrap().total, 1);
    assert_eq!(s.report(&by(ADMIN), event, 0).await.unwrap().unwrap().results.rated(), 1);
    assert_eq!(bench.report(event).await.results.rated(), 1);
    assert_eq!(s.export_guests(&by(ADMIN), event).await.unwrap().unwrap().lines.len(), 1);
    assert!(s.personal_data(PersonId(1)).await.unwrap().unwrap().registrations[0].rating.is_some());
}

#[tokio::test]
async fn organisers_are_asked_then_reminded_and_in_the_end_admins_are() {
    let bench = Bench::new().await;
    bench.appoint_for_esil().await;
    let event = bench.event_in(District::Esil).await;
    bench.services.meet(PersonId(ORGANISER), None).await.unwrap();
    bench.services.meet(PersonId(ADMIN), None).await.unwrap();
    for (at, kind, people) in [
        (end() + TimeDelta::minutes(59), "report", vec![]),
        (end() + TimeDelta::hours(1), "report", vec![ORGANISER]),
        (ten(1) - TimeDelta::minutes(1), "report_overdue", vec![]),
        (ten(1), "report_overdue", vec![ORGANISER]),
        (ten(2) - TimeDelta::minutes(1), "report_missing", vec![]),
        (ten(2), "report_missing", vec![ADMIN]),
    ] {
        bench.clock.set(at);
        assert_eq!(bench.people_sent(kind).await, people, "{kind} at {at}");
    }
    assert_eq!(bench.told("report_overdue").await, [ORGANISER]);
    assert!(bench.services.confirm_report(&by(ORGANISER), event).await.unwrap().is_some());
}

#[tokio::test]
async fn nobody_is_asked_for_what_is_confirmed_and_admins_where_nobody_else_works() {
    let bench = Bench::new().await;
    bench.appoint_for_esil().await;
    let (own, foreign) = (bench.event_in(District::Esil).await, bench.event_in(District::Nura).await);
    for person in [ORGANISER, ADMIN] {
        bench.services.meet(PersonId(person), None).await.unwrap();
    }
    bench.clock.set(end() + TimeDelta::hours(1));
    assert_eq!(bench.people_sent("report").await, [ORGANISER, ADMIN], "each for one of the two");
    assert_eq!(bench.told("report").await.len(), 2);
    bench.services.confirm_report(&by(ADMIN), own).await.unwrap();
    bench.clock.set(ten(1));
    assert_eq!(bench.people_sent("report_overdue").await, [ADMIN]);
    bench.services.confirm_report(&by(ADMIN), foreign).await.unwrap();
    bench.clock.set(ten(2));
    assert_eq!(bench.people_sent("report_missing").await, [0_i64; 0]);
}

#[tokio::test]
async fn a_report_that_is_confirmed_while_it_waits_to_be_sent_is_not_asked_for() {
    let bench = Bench::new().await;
    bench.appoint_for_esil().await;
    let event = bench.event_in(District::Esil).await;
    bench.services.meet(PersonId(ORGANISER), None).await.unwrap();
    bench.clock.set(end() + TimeDelta::hours(1));
    while bench.services.fire_occasions().await.unwrap() {}
    assert_eq!(bench.told("report").await, [ORGANISER]);
    bench.services.confirm_report(&by(ORGANISER), event).await.unwrap();
    assert_eq!(bench.people_sent("report").await, [0_i64; 0]);
}

#[tokio::test]
async fn whoever_did_not_come_gets_one_kind_word_the_day_after() {
    let bench = Bench::new().await;
    let event = bench.event_in(District::Esil).await;
    let unused = bench.event_in(District::Nura).await;
    let mut joined = Vec::new();
    for person in 1..=6 {
        joined.push(bench.join(person, event, 1).await);
    }
    bench.join(7, unused, 1).await;
    let s = &bench.services;
    s.check_in(&by(ADMIN), joined[0].id, party(1)).await.unwrap();
    s.leave(&by(2), joined[1].id).await.unwrap();
    s.set_wanted(&by(3), Optional::Feedback, false).await.unwrap();
    bench.clock.set(end() + TimeDelta::hours(1));
    bench.people_sent("feedback").await;
    s.say_came(&by(4), joined[3].id, true).await.unwrap();
    s.say_came(&by(5), joined[4].id, false).await.unwrap();
    bench.clock.set(ten(1) + TimeDelta::minutes(59));
    assert_eq!(bench.people_sent("absent").await, [0_i64; 0]);
    bench.clock.set(ten(1) + TimeDelta::hours(1));
    assert_eq!(bench.people_sent("absent").await, [5, 6], "where nobody was checked in, nobody is absent");
    s.plan_occasions().await.unwrap();
    bench.clock.set(ten(2) + TimeDelta::hours(1));
    assert_eq!(bench.people_sent("absent").await, [0_i64; 0]);
    assert_eq!(bench.told("absent").await, [5, 6]);
}

#[tokio::test]
async fn whoever_says_at_the_last_moment_that_they_came_gets_no_word() {
    let bench = Bench::new().await;
    let event = bench.event_in(District::Esil).await;
    let joined =
        [bench.join(1, event, 1).await, bench.join(2, event, 1).await, bench.join(3, event, 1).await];
    let s = &bench.services;
    s.check_in(&by(ADMIN), joined[0].id, party(1)).await.unwrap();
    bench.clock.set(ten(1) + TimeDelta::hours(1));
    while s.fire_occasions().await.unwrap() {}
    s.say_came(&by(2), joined[1].id, true).await.unwrap();
    s.check_in(&by(ADMIN), joined[2].id, party(1)).await.unwrap();
    assert_eq!(bench.people_sent("absent").await, [0_i64; 0]);
}

/// Two confirm at the same moment, with four presses each; how many of these were told that they did.
async fn rush_to_confirm(careless: bool) -> usize {
    let bench = Bench::new().await;
    bench.appoint_for_esil().await;
    let event = bench.event_in(District::Esil).await;
    bench.clock.set(end());
    let services = bench.under(Policy { careless, ..policy() }).await;
    let mut tasks = tokio::task::JoinSet::new();
    for person in [ORGANISER, ADMIN].repeat(4) {
        let services = services.clone();
        tasks.spawn(async move { services.confirm_report(&by(person), event).await.unwrap().unwrap() });
    }
    let done = tasks.join_all().await;
    let done = done.iter().filter(|confirmed| matches!(confirmed, ReportConfirmed::Done(_))).count();
    assert_eq!(bench.deeds(event).await.len(), done);
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_those_who_confirm_at_once_one_does() {
    assert_eq!(rush_to_confirm(false).await, 1);
}

/// If this fails, the test above proves nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guard_more_do() {
    assert!(rush_to_confirm(true).await > 1);
}
