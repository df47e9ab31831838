//! After an event and at its closing: who is asked and told what and when, what is taken of their answers, and who reads
//! it. How it looks is in the flows.

use super::*;
use qatys::{
    domain::{Comment, Heard, Lane, Optional, Rating, Reason, RegistrationId, Results, Scope},
    service::{Ending, Error, Report, Subject},
};

const ORGANISER: i64 = 50;

/// 20:00 local time.
fn end() -> DateTime<Utc> {
    start() + TimeDelta::minutes(90)
}

fn stars(stars: u32) -> Rating {
    Rating::new(stars).unwrap()
}

impl Bench {
    /// Sends what is due; of what the notices of this kind were, as far as they applied.
    pub(crate) async fn sent(&self, kind: &str) -> Vec<(i64, Subject)> {
        while self.services.fire_occasions().await.unwrap() {}
        let mut sent = Vec::new();
        for claimed in self.services.claim_notices(&[100; Lane::ALL.len()]).await.unwrap() {
            let brief = self.services.brief(&claimed).await.unwrap();
            let ending = if brief.is_some() { Ending::Sent(None) } else { Ending::Void };
            self.services.finish_notice(&claimed, &ending).await.unwrap();
            let brief = brief.filter(|_| claimed.notice.kind() == kind);
            sent.extend(brief.map(|brief| (claimed.person.0, brief.subject)));
        }
        sent.sort_by_key(|(person, _)| *person);
        sent
    }

    pub(crate) async fn people_sent(&self, kind: &str) -> Vec<i64> {
        self.sent(kind).await.into_iter().map(|(person, _)| person).collect()
    }

    async fn report_of(&self, event: EventId) -> Report {
        self.services.report(&by(ADMIN), event, 0).await.unwrap().unwrap()
    }
}

#[tokio::test]
async fn an_hour_after_the_end_everybody_seated_is_asked_once() {
    let bench = Bench::new().await;
    let event = bench.event(Some(3)).await;
    let marked = bench.join(1, event, 1).await;
    bench.join(2, event, 1).await;
    bench.join(3, event, 1).await;
    bench.join(4, event, 1).await;
    bench.services.set_wanted(&by(3), Optional::Feedback, false).await.unwrap();
    bench.services.admit_code(&by(ADMIN), event, &marked.code).await.unwrap();
    bench.clock.set(end() + TimeDelta::minutes(59));
    assert_eq!(bench.people_sent("feedback").await, [0_i64; 0]);
    bench.clock.set(end() + TimeDelta::hours(1));
    let asked = bench.sent("feedback").await;
    let marks: Vec<_> = asked
        .iter()
        .map(|(person, subject)| match subject {
            Subject::Registration { has_arrived, .. } => (*person, *has_arrived),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(marks, [(1, true), (2, false)], "neither who waits nor who does not want it");
    bench.services.plan_occasions().await.unwrap();
    bench.clock.set(end() + TimeDelta::hours(2));
    assert_eq!(bench.people_sent("feedback").await, [0_i64; 0]);
}

#[tokio::test]
async fn nobody_is_asked_at_night_or_of_what_did_not_take_place() {
    let hours = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap();
    // An hour after the end it is 21:00.
    let quiet = QuietHours { from: hours(21), to: hours(8), zone: Almaty };
    let bench = Bench::with(Folder::new(), Policy { quiet, ..policy() }).await;
    let (event, off) = (bench.event(None).await, bench.event(None).await);
    bench.join(1, event, 1).await;
    bench.join(2, off, 1).await;
    let reason = Reason::parse("Жөндеу жұмыстары").unwrap();
    bench.services.cancel_event(&by(ADMIN), off, &reason).await.unwrap();
    bench.clock.set(end() + TimeDelta::hours(1));
    assert_eq!(bench.people_sent("feedback").await, [0_i64; 0]);
    let morning = "2026-12-06T03:00:00Z".parse().unwrap();
    assert_eq!(bench.services.next_notice().await.unwrap(), Some(morning));
    bench.clock.set(morning);
    assert_eq!(bench.people_sent("feedback").await, [1]);
}

#[tokio::test]
async fn an_outage_of_days_leaves_nobody_asked_about_long_ago() {
    for (back_at, asked) in [(TimeDelta::hours(72), vec![1]), (TimeDelta::hours(73), vec![])] {
        let bench = Bench::new().await;
        let event = bench.event(None).await;
        bench.join(1, event, 1).await;
        bench.clock.set(end() + back_at);
        bench.services.plan_occasions().await.unwrap();
        assert_eq!(bench.people_sent("feedback").await, asked, "{back_at}");
    }
}

#[tokio::test]
async fn answers_are_kept_changed_and_counted() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let [one, two, three] = [1, 2, 3].map(|person| bench.join(person, event, 1));
    let (one, two, three) = (one.await, two.await, three.await);
    let s = &bench.services;
    assert_eq!(s.rate(&by(1), one.id, stars(5)).await.unwrap(), Heard::Nothing, "it is not over");
    assert_eq!(s.report(&by(ADMIN), event, 0).await.unwrap(), None);
    s.admit_code(&by(ADMIN), event, &one.code).await.unwrap();
    bench.clock.set(end());
    assert!(bench.report_of(event).await.results.is_empty());
    s.rate(&by(1), one.id, stars(3)).await.unwrap();
    s.rate(&by(1), one.id, stars(5)).await.unwrap();
    s.comment(&by(1), one.id, &Comment::parse("Керемет!").unwrap()).await.unwrap();
    s.say_came(&by(2), two.id, true).await.unwrap();
    s.rate(&by(2), two.id, stars(4)).await.unwrap();
    s.rate(&by(3), three.id, stars(1)).await.unwrap();
    let Heard::Noted(_, said) = s.say_came(&by(3), three.id, false).await.unwrap() else { panic!() };
    assert_eq!((said.came, said.rating), (Some(false), None), "whoever was not there rates nothing");
    let report = bench.report_of(event).await;
    let expected = Results { ratings: [0, 0, 0, 1, 1], say_came: 1, say_absent: 1, comments: 1 };
    assert_eq!(report.results, expected);
    assert_eq!((report.counts.registrations, report.counts.arrived), (3, 1));
    assert_eq!(report.comments.items, [(Some(stars(5)), Comment::parse("Керемет!").unwrap())]);
}

#[tokio::test]
async fn only_who_held_seats_is_heard_and_only_for_a_while() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let (seated, waiting) = (bench.join(1, event, 1).await, bench.join(2, event, 1).await);
    bench.clock.set(end() + TimeDelta::days(14) - TimeDelta::seconds(1));
    let comment = Comment::parse("Сәлем").unwrap();
    for (person, id) in [(2, waiting.id), (2, seated.id), (1, waiting.id), (1, RegistrationId(404))] {
        let s = &bench.services;
        assert_eq!(s.rate(&by(person), id, stars(5)).await.unwrap(), Heard::Nothing);
        assert_eq!(s.say_came(&by(person), id, true).await.unwrap(), Heard::Nothing);
        assert_eq!(s.comment(&by(person), id, &comment).await.unwrap(), Heard::Nothing);
    }
    assert_eq!(bench.number("SELECT count(*) FROM feedback").await, 0);
    assert!(matches!(bench.services.rate(&by(1), seated.id, stars(5)).await.unwrap(), Heard::Noted(..)));
    bench.clock.advance(TimeDelta::seconds(1));
    assert_eq!(bench.services.rate(&by(1), seated.id, stars(1)).await.unwrap(), Heard::Nothing);
}

#[tokio::test]
async fn its_organisers_hear_a_day_later_if_there_is_anything() {
    for rated in [true, false] {
        let bench = Bench::new().await;
        let event = bench.event(None).await;
        let one = bench.join(1, event, 1).await;
        let scope = Scope { organisation: Some("Ғалымдар кеңесі".into()), ..Scope::default() };
        let other = Scope { district: Some(District::Esil), ..Scope::default() };
        bench.services.meet(PersonId(ORGANISER), Some(Language::En)).await.unwrap();
        bench.services.add_scope(&by(ADMIN), PersonId(ORGANISER), &scope).await.unwrap();
        bench.services.add_scope(&by(ADMIN), PersonId(ORGANISER + 1), &other).await.unwrap();
        bench.clock.set(end() + TimeDelta::hours(1));
        bench.sent("feedback").await;
        if rated {
            bench.services.rate(&by(1), one.id, stars(4)).await.unwrap();
        }
        bench.clock.set(end() + TimeDelta::hours(25));
        let told = bench.sent("results").await;
        let expected = Results { ratings: [0, 0, 0, 1, 0], say_came: 1, ..Results::default() };
        match told.as_slice() {
            [(ORGANISER, Subject::Results { results, .. })] if rated => assert_eq!(*results, expected),
            [] if !rated => {}
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn what_people_said_is_there_for_those_who_work_on_the_event() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.clock.set(end());
    let s = &bench.services;
    s.add_scope(&by(ADMIN), PersonId(60), &Scope { level: Some(Level::City), ..Scope::default() })
        .await
        .unwrap();
    let elsewhere = Scope { level: Some(Level::Central), ..Scope::default() };
    s.add_scope(&by(ADMIN), PersonId(61), &elsewhere).await.unwrap();
    for person in [ADMIN, 60] {
        assert!(s.report(&by(person), event, 9).await.unwrap().is_some());
    }
    for (person, event) in [(1, event), (61, event), (60, EventId(404))] {
        assert!(matches!(s.report(&by(person), event, 0).await, Err(Error::NoRight)));
    }
}

#[tokio::test]
async fn words_go_with_the_person_and_with_time_numbers_stay() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let (one, two) = (bench.join(1, event, 1).await, bench.join(2, event, 1).await);
    bench.clock.set(end());
    for (person, id) in [(1, one.id), (2, two.id)] {
        bench.services.rate(&by(person), id, stars(5)).await.unwrap();
        bench.services.comment(&by(person), id, &Comment::parse("Сөз").unwrap()).await.unwrap();
    }
    let data = bench.services.personal_data(PersonId(1)).await.unwrap().unwrap();
    let record = &data.registrations[0];
    assert_eq!((record.came, record.rating, record.comment.as_deref()), (Some(true), Some(5), Some("Сөз")));
    bench.services.erase(&by(1)).await.unwrap();
    let words = "SELECT count(*) FROM feedback WHERE comment IS NOT NULL";
    assert_eq!((bench.number(words).await, bench.report_of(event).await.results.rated()), (1, 2));
    bench.clock.advance(TimeDelta::days(90) + TimeDelta::seconds(1));
    bench.services.sweep().await.unwrap();
    assert_eq!((bench.number(words).await, bench.report_of(event).await.results.rated()), (0, 2));
}

#[tokio::test]
async fn whoever_still_waits_hears_that_the_list_has_closed() {
    let bench = Bench::new().await;
    let closes = start() - TimeDelta::hours(5);
    let early = EventFacts { capacity: Some(1), closes_at: Some(closes), ..facts("EARLY") };
    let (early, late) = (bench.publish(&early).await, bench.event(Some(1)).await);
    for (person, event) in [(1, early), (2, early), (3, late), (4, late)] {
        bench.join(person, event, 1).await;
    }
    bench.sent("ticket").await;
    for (at, told) in [
        (closes - TimeDelta::seconds(1), vec![]),
        (closes, vec![2]),
        (start() - TimeDelta::seconds(1), vec![]),
        (start(), vec![4]),
        (end(), vec![]),
    ] {
        bench.clock.set(at);
        assert_eq!(bench.people_sent("closed").await, told, "{at}");
    }
}

#[tokio::test]
async fn a_list_that_is_opened_again_closes_again() {
    let bench = Bench::new().await;
    let with = |closes: i64, local_start: &str| EventFacts {
        capacity: Some(1),
        closes_at: Some(start() - TimeDelta::hours(closes)),
        local_start: local_start.parse().unwrap(),
        ..facts("E-0")
    };
    let event = bench.publish(&with(5, "2026-12-05T18:30:00")).await;
    bench.join(1, event, 1).await;
    bench.join(2, event, 1).await;
    bench.clock.set(start() - TimeDelta::hours(5));
    assert_eq!(bench.people_sent("closed").await, [2]);
    // Opened for two hours more, at the same time and place: nobody hears the same twice.
    bench.publish(&with(3, "2026-12-05T18:30:00")).await;
    bench.clock.set(start() - TimeDelta::hours(3));
    assert_eq!(bench.people_sent("closed").await, [0_i64; 0]);
    // Moved to the next day: that is another event to them.
    bench.publish(&with(-19, "2026-12-06T18:30:00")).await;
    bench.clock.set(start() + TimeDelta::hours(19));
    assert_eq!(bench.people_sent("closed").await, [2]);
}
