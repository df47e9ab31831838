//! Reminders: planned with the event, fired once, skipped when stale, planned anew when it moves.

use super::*;
use qatys::domain::Lane;

/// 11:00 local time on the day before.
fn day_before() -> DateTime<Utc> {
    "2026-12-04T06:00:00Z".parse().unwrap()
}

impl Bench {
    /// Fires all that is due.
    async fn fire(&self) {
        while self.services.fire_occasions().await.unwrap() {}
    }

    /// Who is reminded by which rule.
    async fn reminded(&self) -> Vec<(i64, String)> {
        let mut conn = self.store.read().await.unwrap();
        conn.either(
            "SELECT person_id, substr(subject, instr(subject, '@') + 1) FROM outbox WHERE kind = 'reminder' ORDER BY id",
            "SELECT person_id, substr(subject, strpos(subject, '@') + 1) FROM outbox WHERE kind = 'reminder' ORDER BY id",
        )
        .all()
        .await
        .unwrap()
    }

    /// Sends whatever is due, and says what applied when its turn came.
    async fn send_all(&self) -> Vec<(String, i64)> {
        let mut sent = Vec::new();
        for claimed in self.services.claim_notices(&[100; Lane::ALL.len()]).await.unwrap() {
            let applies = self.services.brief(&claimed).await.unwrap().is_some();
            let ending =
                if applies { qatys::service::Ending::Sent(None) } else { qatys::service::Ending::Void };
            self.services.finish_notice(&claimed, &ending).await.unwrap();
            if applies {
                sent.push((claimed.notice.kind().to_owned(), claimed.person.0));
            }
        }
        sent
    }
}

fn reminded(list: &[(i64, &str)]) -> Vec<(i64, String)> {
    list.iter().map(|(person, rule)| (*person, (*rule).to_owned())).collect()
}

#[tokio::test]
async fn everybody_seated_is_reminded_once_by_each_rule() {
    let bench = Bench::new().await;
    let event = bench.event(Some(2)).await;
    for person in 1..=3 {
        bench.join(person, event, 1).await;
    }
    assert_eq!(bench.services.next_due().await.unwrap(), Some(day_before()));
    bench.clock.set(day_before() - TimeDelta::milliseconds(1));
    bench.fire().await;
    assert!(bench.reminded().await.is_empty());
    bench.clock.set(day_before());
    bench.fire().await;
    bench.fire().await;
    let first = reminded(&[(1, "day@11:00"), (2, "day@11:00")]);
    assert_eq!(bench.reminded().await, first, "whoever waits is not reminded");
    // A clock set back and a plan made anew repeat nothing.
    bench.clock.set(day_before() - TimeDelta::hours(1));
    bench.services.plan_occasions().await.unwrap();
    bench.clock.set(day_before() + TimeDelta::minutes(1));
    bench.fire().await;
    assert_eq!(bench.reminded().await, first);
    bench.clock.set(start() - TimeDelta::hours(2));
    bench.fire().await;
    assert_eq!(bench.reminded().await, [first, reminded(&[(1, "2h"), (2, "2h")])].concat());
    assert_eq!(bench.services.next_due().await.unwrap(), Some(start()), "then its list closes");
}

#[tokio::test]
async fn late_sign_ups_get_only_the_reminders_ahead() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.clock.set(day_before() + TimeDelta::seconds(1));
    bench.join(2, event, 1).await;
    bench.fire().await;
    assert_eq!(bench.reminded().await, reminded(&[(1, "day@11:00")]));
    bench.clock.set(start() - TimeDelta::hours(2));
    bench.fire().await;
    bench.join(3, event, 1).await;
    bench.fire().await;
    assert_eq!(bench.reminded().await, reminded(&[(1, "day@11:00"), (1, "2h"), (2, "2h")]));
}

#[tokio::test]
async fn an_event_published_late_is_reminded_of_only_ahead() {
    let bench = Bench::new().await;
    bench.clock.set(day_before() + TimeDelta::hours(1));
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.fire().await;
    assert!(bench.reminded().await.is_empty());
    assert_eq!(bench.services.next_due().await.unwrap(), Some(start() - TimeDelta::hours(2)));
}

#[tokio::test]
async fn whoever_cancelled_is_not_reminded_even_if_it_was_on_its_way() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    bench.send_all().await;
    bench.services.leave(&by(1), one.id).await.unwrap();
    bench.clock.set(day_before());
    bench.fire().await;
    assert_eq!(bench.reminded().await, reminded(&[(2, "day@11:00")]));
    bench.services.leave(&by(2), two.id).await.unwrap();
    assert!(bench.send_all().await.is_empty());
    assert_eq!(bench.notices().await[2].2, "void");
}

#[tokio::test]
async fn nobody_is_reminded_of_a_cancelled_event() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.send_all().await;
    bench.set_status(event, EventStatus::Cancelled).await;
    bench.clock.set(day_before());
    bench.fire().await;
    assert!(bench.send_all().await.is_empty());
}

#[tokio::test]
async fn after_an_outage_stale_reminders_are_skipped_and_useful_ones_sent() {
    let late = TimeDelta::minutes(30);
    for (back_at, expected) in [
        (day_before() + late, vec!["day@11:00"]),
        // On the day itself nobody is told "tomorrow".
        (start() - TimeDelta::hours(3), vec![]),
        (start() - late, vec!["2h"]),
        (start(), vec![]),
        (start() + late, vec![]),
    ] {
        for restarted in [false, true] {
            let bench = Bench::new().await;
            let event = bench.event(None).await;
            bench.join(1, event, 1).await;
            bench.send_all().await;
            bench.clock.set(back_at);
            if restarted {
                bench.services.bury().await.unwrap();
                bench.services.plan_occasions().await.unwrap();
            }
            bench.fire().await;
            let rules: Vec<_> = bench.reminded().await.into_iter().map(|(_, rule)| rule).collect();
            assert_eq!(rules, expected, "back at {back_at}, restarted: {restarted}");
        }
    }
}

#[tokio::test]
async fn reminders_that_waited_in_the_outbox_past_the_start_are_void() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.send_all().await;
    bench.clock.set(start() - TimeDelta::hours(2));
    bench.fire().await;
    bench.clock.set(start());
    assert!(bench.send_all().await.is_empty());
    assert!(bench.notices().await.iter().all(|notice| notice.0 != "reminder" || notice.2 == "void"));
}

#[tokio::test]
async fn a_moved_event_is_reminded_of_anew() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.send_all().await;
    bench.clock.set(day_before());
    bench.fire().await;
    assert_eq!(bench.send_all().await, [("reminder".to_owned(), 1)]);
    // A week later, at another hour.
    let moved =
        EventFacts { local_start: "2026-12-12T20:00:00".parse().unwrap(), capacity: None, ..facts("E-0") };
    bench.publish(&moved).await;
    bench.clock.advance(TimeDelta::minutes(1));
    assert_eq!(bench.send_all().await, [("event_changed".to_owned(), 1)]);
    bench.clock.set(start() - TimeDelta::hours(2));
    bench.fire().await;
    assert!(bench.send_all().await.is_empty(), "the former time is reminded of no more");
    bench.clock.set("2026-12-11T06:00:00Z".parse().unwrap());
    bench.fire().await;
    assert_eq!(bench.send_all().await, [("reminder".to_owned(), 1)]);
    bench.clock.set("2026-12-12T13:00:00Z".parse().unwrap());
    bench.fire().await;
    assert_eq!(bench.send_all().await, [("reminder".to_owned(), 1)]);
    let closes = "2026-12-12T15:00:00Z".parse().unwrap();
    assert_eq!(bench.services.next_due().await.unwrap(), Some(closes), "then its list closes");
}

#[tokio::test]
async fn a_new_venue_leaves_the_reminders_as_they_are() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    bench.clock.set(day_before());
    bench.fire().await;
    bench.publish(&EventFacts { venue: "Театр".into(), capacity: None, ..facts("E-0") }).await;
    bench.fire().await;
    assert_eq!(bench.reminded().await, reminded(&[(1, "day@11:00")]), "not lost and not repeated");
}

#[tokio::test]
async fn other_rules_in_the_settings_hold_from_the_next_start() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.join(1, event, 1).await;
    let other = Policy { reminders: vec!["30m".parse().unwrap()], ..policy() };
    bench.under(other).await.plan_occasions().await.unwrap();
    assert_eq!(bench.services.next_due().await.unwrap(), Some(start() - TimeDelta::minutes(30)));
    bench.clock.set(start() - TimeDelta::minutes(30));
    bench.fire().await;
    assert_eq!(bench.reminded().await, reminded(&[(1, "30m")]));
}
