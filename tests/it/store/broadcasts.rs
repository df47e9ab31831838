//! Statements on audiences, broadcasts and their deliveries.

use super::*;
use qatys::{
    domain::{
        Audience, BroadcastStatus, Content, Draft, Found, Guest, Language, Level, Month, Notice, Optional,
        Part, Span, Tally, Task, Timing, Whom,
    },
    store::{
        audience::{self, Wanted},
        broadcasts, deliveries, outbox,
    },
};

async fn known(tx: &mut Tx, person: i64, language: Option<Language>) {
    store::people::add(tx, PersonId(person), language, now()).await.unwrap();
}

fn wanted(audience: &Audience) -> Wanted<'_> {
    Wanted { audience, zone: chrono_tz::Asia::Almaty, now: now() + TimeDelta::days(7) }
}

async fn ids(tx: &mut Tx, audience: &Audience) -> Vec<i64> {
    let people = audience::list(tx, &wanted(audience), Span::ALL).await.unwrap();
    let reach = audience::reach(tx, &wanted(audience)).await.unwrap();
    assert_eq!(reach.people() as usize, people.len(), "{audience:?}");
    people.into_iter().map(|person| person.0).collect()
}

/// Two events of this December and one of January; people 1 to 9 in every standing.
async fn town(tx: &mut Tx) -> [EventId; 3] {
    let one = event(tx, "one", 0).await;
    let two = event(tx, "two", 24).await;
    let january = event(tx, "january", 40 * 24).await;
    for person in 1..=9 {
        let language =
            [Some(Language::Kk), Some(Language::Ru), Some(Language::En), None][person as usize % 4];
        known(tx, person, language).await;
    }
    sign_up(tx, one, 1, 1, Standing::Seated).await;
    let came = sign_up(tx, one, 2, 2, Standing::Seated).await;
    let guest = Guest { registration: came, event: one, name: None, party: party(2) };
    store::arrivals::add(tx, &guest, party(2), PersonId(9), Found::Code, now()).await.unwrap();
    sign_up(tx, one, 3, 1, Standing::Waiting).await;
    sign_up(tx, one, 4, 1, Standing::Offered { until: minutes(9) }).await;
    let gave_up = sign_up(tx, one, 5, 1, Standing::Seated).await;
    store::registrations::set_standing(tx, gave_up, Standing::Cancelled, now()).await.unwrap();
    let back = sign_up(tx, one, 6, 1, Standing::Seated).await;
    store::registrations::set_standing(tx, back, Standing::Cancelled, now()).await.unwrap();
    store::registrations::add(tx, one, PersonId(6), party(1), Standing::Seated, "B6", now()).await.unwrap();
    sign_up(tx, two, 1, 1, Standing::Seated).await;
    sign_up(tx, two, 7, 1, Standing::Seated).await;
    sign_up(tx, january, 8, 1, Standing::Seated).await;
    [one, two, january]
}

#[tokio::test]
async fn an_audience_is_who_stands_so_to_its_events() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let [one, two, january] = town(&mut tx).await;
    let level = facts("one").level;
    let other = Level::ALL.into_iter().find(|other| *other != level);
    let of = |whom| Audience { whom, ..Audience::default() };
    let december = Some(Month { year: 2026, month: 12 });
    let named = store::events::list_organisations(&mut tx).await.unwrap();
    assert_eq!(named, [(one, facts("one").organisation)]);
    assert_eq!(store::registrations::count_standing(&mut tx, one).await.unwrap(), 5);
    for (audience, people) in [
        (of(Whom::Registered), vec![1, 2, 3, 4, 6, 7, 8]),
        (of(Whom::Seated), vec![1, 2, 6, 7, 8]),
        (of(Whom::Waiting), vec![3, 4]),
        (of(Whom::Came), vec![2]),
        // Who is seated at an event that lies ahead is not absent yet.
        (of(Whom::Absent), vec![1, 6, 7]),
        (of(Whom::Cancelled), vec![5]),
        (of(Whom::Never), vec![9]),
        (of(Whom::Everybody), (1..=9).collect()),
        (Audience { month: december, ..of(Whom::Seated) }, vec![1, 2, 6, 7]),
        (Audience { month: Some(Month { year: 2027, month: 1 }), ..of(Whom::Registered) }, vec![8]),
        (Audience { events: vec![two], ..of(Whom::Registered) }, vec![1, 7]),
        (Audience { events: vec![two, january], ..of(Whom::Seated) }, vec![1, 7, 8]),
        (Audience { events: vec![one], ..of(Whom::Never) }, vec![7, 8, 9]),
        (Audience { level: Some(level), ..of(Whom::Waiting) }, vec![3, 4]),
        (Audience { level: other, ..of(Whom::Registered) }, vec![]),
        (Audience { district: facts("one").district, ..of(Whom::Came) }, vec![2]),
        (Audience { organisation: Some(facts("one").organisation), ..of(Whom::Came) }, vec![2]),
        (Audience { organisation: Some("another".into()), ..of(Whom::Came) }, vec![]),
        // Nobody has said which language 3 and 7 speak: they are spoken to in Kazakh.
        (Audience { language: Some(Language::Kk), ..of(Whom::Registered) }, vec![3, 4, 7, 8]),
        (Audience { language: Some(Language::En), ..of(Whom::Everybody) }, vec![2, 6]),
        (Audience { since: Some(now()), ..of(Whom::Registered) }, vec![]),
        (Audience { since: Some(minutes(-1)), ..of(Whom::Waiting) }, vec![3, 4]),
    ] {
        assert_eq!(ids(&mut tx, &audience).await, people, "{audience:?}");
    }
    tx.rollback().await;
}

#[tokio::test]
async fn who_cannot_or_does_not_want_to_be_reached_is_counted_apart() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    town(&mut tx).await;
    store::people::set_unreachable(&mut tx, PersonId(1), now()).await.unwrap();
    for (person, kind) in [(2, Optional::News), (3, Optional::Feedback)] {
        store::mutes::add(&mut tx, PersonId(person), kind, now()).await.unwrap();
    }
    store::mutes::add(&mut tx, PersonId(3), Optional::News, now()).await.unwrap();
    store::mutes::remove(&mut tx, PersonId(3), Optional::News).await.unwrap();
    assert_eq!(store::mutes::list(&mut tx, PersonId(3)).await.unwrap(), [Optional::Feedback]);
    let all = Audience { whom: Whom::Everybody, ..Audience::default() };
    let reach = audience::reach(&mut tx, &wanted(&all)).await.unwrap();
    assert_eq!((reach.by_language, reach.unreachable, reach.muted), ([4, 2, 1], 1, 1));
    assert_eq!(ids(&mut tx, &all).await, [3, 4, 5, 6, 7, 8, 9]);
    // Part by part they are the same people.
    let (mut after, mut parts) = (PersonId(0), Vec::new());
    while let Some(span) = audience::span(&mut tx, after, 2).await.unwrap() {
        parts.extend(audience::list(&mut tx, &wanted(&all), span).await.unwrap());
        after = span.upto;
    }
    assert_eq!(parts.into_iter().map(|person| person.0).collect::<Vec<_>>(), [3, 4, 5, 6, 7, 8, 9]);
    tx.rollback().await;
}

fn draft() -> Draft {
    let part = Part { html: "<b>Сәлем</b>".into(), attached: None };
    Draft {
        audience: Audience::default(),
        content: Content { kk: Some(part), ..Content::default() },
        timing: Timing::Now,
        paid: true,
    }
}

#[tokio::test]
async fn a_broadcast_is_kept_as_it_was_written() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let author = PersonId(7);
    let terms = broadcasts::Terms {
        status: BroadcastStatus::Scheduled,
        due: minutes(5),
        expires_at: minutes(50),
        people: 3,
    };
    assert_eq!(broadcasts::last_by(&mut tx, author).await.unwrap(), None);
    let id = broadcasts::add(&mut tx, author, &draft(), terms, now()).await.unwrap();
    let kept = broadcasts::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(broadcasts::lock(&mut tx, id).await.unwrap().unwrap(), kept);
    let Draft { audience, content, timing, paid } = draft();
    assert_eq!((&kept.audience, &kept.content, kept.timing, kept.paid), (&audience, &content, timing, paid));
    assert_eq!((kept.status, kept.task, kept.people, kept.version), (terms.status, Task::Send, 3, 0));
    assert_eq!((kept.due, kept.expires_at, kept.created_at), (minutes(5), minutes(50), now()));
    assert_eq!(broadcasts::last_by(&mut tx, author).await.unwrap(), Some(now()));
    let other = broadcasts::add(&mut tx, PersonId(8), &draft(), terms, now()).await.unwrap();
    assert_eq!(broadcasts::count(&mut tx, None).await.unwrap(), 2);
    assert_eq!(broadcasts::count(&mut tx, Some(author)).await.unwrap(), 1);
    let listed = broadcasts::list(&mut tx, None, 9, 0).await.unwrap();
    assert_eq!(listed.iter().map(|one| one.id).collect::<Vec<_>>(), [other, id], "latest first");
    assert_eq!(broadcasts::list(&mut tx, Some(author), 9, 0).await.unwrap().len(), 1);
    broadcasts::begin(&mut tx, id, Task::Correct, minutes(60), minutes(6)).await.unwrap();
    broadcasts::set_after(&mut tx, id, Some(PersonId(5))).await.unwrap();
    broadcasts::set_progress(&mut tx, id, Some(77)).await.unwrap();
    broadcasts::set_due(&mut tx, other, minutes(1), minutes(2)).await.unwrap();
    broadcasts::set_timing(&mut tx, other, Timing::At(minutes(1))).await.unwrap();
    broadcasts::set_content(&mut tx, id, &Content::default()).await.unwrap();
    let open = broadcasts::list_open(&mut tx).await.unwrap();
    assert_eq!(open.iter().map(|one| one.id).collect::<Vec<_>>(), [other, id], "by their time");
    assert_eq!(open[0].timing, Timing::At(minutes(1)));
    let running = &open[1];
    assert_eq!((running.status, running.task, running.version), (BroadcastStatus::Running, Task::Correct, 1));
    assert_eq!((running.after, running.progress), (Some(PersonId(5)), Some(77)));
    assert_eq!((running.started_at, running.finished_at), (Some(minutes(6)), None));
    assert_eq!(running.content, Content::default());
    broadcasts::set_status(&mut tx, id, BroadcastStatus::Paused, Some("why"), minutes(7)).await.unwrap();
    let paused = broadcasts::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((paused.fault.as_deref(), paused.finished_at), (Some("why"), None));
    broadcasts::set_status(&mut tx, id, BroadcastStatus::Done, None, minutes(8)).await.unwrap();
    let done = broadcasts::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((done.fault, done.finished_at), (None, Some(minutes(8))));
    assert_eq!(broadcasts::list_open(&mut tx).await.unwrap().len(), 1);
    tx.rollback().await;
}

#[tokio::test]
async fn deliveries_are_held_let_go_given_up_and_counted_together() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (broadcast, far) = (qatys::domain::BroadcastId(1), minutes(900));
    let notice = Notice::Broadcast { broadcast, paid: false };
    let people: Vec<_> = (1..=9).map(PersonId).collect();
    known(&mut tx, 3, Some(Language::Ru)).await;
    let add = async |tx: &mut Tx, people: &[PersonId]| {
        deliveries::add_to_all(tx, people, &notice, now(), far).await.unwrap()
    };
    assert_eq!(add(&mut tx, &people[..6]).await, 6);
    assert_eq!(add(&mut tx, &people).await, 3, "once for each");
    // Quiet hours, then a pause.
    assert_eq!(outbox::put_off(&mut tx, minutes(1)).await.unwrap(), 9);
    assert!(
        outbox::rests(&mut tx, now()).await.unwrap() && !outbox::rests(&mut tx, minutes(1)).await.unwrap()
    );
    let claimed = outbox::claim(&mut tx, [0, 0, 0, 6, 0], minutes(1), 1).await.unwrap();
    assert!(!outbox::rests(&mut tx, now()).await.unwrap(), "some are on their way");
    assert_eq!(deliveries::hold(&mut tx, &notice).await.unwrap(), 3);
    assert_eq!(deliveries::count_open(&mut tx, &notice).await.unwrap(), 9);
    let endings = [
        outbox::Ending::Sent(Some(41)),
        outbox::Ending::Gone,
        outbox::Ending::Failed("no".into()),
        outbox::Ending::Uncertain,
        outbox::Ending::Held,
        outbox::Ending::Sent(Some(46)),
    ];
    let mut claimed = claimed;
    claimed.sort_by_key(|claimed| claimed.person);
    for (claimed, ending) in claimed.iter().zip(&endings) {
        outbox::finish(&mut tx, claimed, ending, minutes(2)).await.unwrap();
    }
    let tally = deliveries::tally(&mut tx, &notice).await.unwrap();
    assert_eq!(tally, Tally { queued: 4, sent: 2, gone: 1, failed: 1, uncertain: 1, void: 0 });
    assert_eq!(deliveries::faults(&mut tx, &notice).await.unwrap(), [("no".to_owned(), 1)]);
    assert_eq!(deliveries::let_go(&mut tx, &notice, far).await.unwrap(), 4);
    assert_eq!(deliveries::give_up(&mut tx, &notice, minutes(3)).await.unwrap(), 4);
    let again = deliveries::again(&mut tx, &notice, ["uncertain", "failed"], minutes(4), far).await.unwrap();
    assert_eq!((again, deliveries::count_open(&mut tx, &notice).await.unwrap()), (2, 2));
    let sent = deliveries::list_sent(&mut tx, broadcast, PersonId(0), 9).await.unwrap();
    assert_eq!(sent, [PersonId(1), PersonId(6)]);
    assert_eq!(deliveries::list_sent(&mut tx, broadcast, PersonId(1), 9).await.unwrap(), [PersonId(6)]);
    assert_eq!(deliveries::message_of(&mut tx, broadcast, PersonId(6)).await.unwrap(), Some(46));
    assert_eq!(deliveries::message_of(&mut tx, broadcast, PersonId(2)).await.unwrap(), None);
    let listed = deliveries::list_endings(&mut tx, broadcast, PersonId(2), 2).await.unwrap();
    let listed: Vec<_> =
        listed.iter().map(|one| (one.person.0, one.language.as_deref(), &*one.state)).collect();
    assert_eq!(listed, [(3, Some("ru"), "queued"), (4, None, "queued")]);
    tx.rollback().await;
}

#[tokio::test]
async fn what_a_dead_process_was_sending_to_many_is_not_sent_again() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let broadcast = qatys::domain::BroadcastId(1);
    let far = minutes(900);
    for notice in [Notice::Broadcast { broadcast, paid: true }, Notice::Withdrawal { broadcast }] {
        deliveries::add_to_all(&mut tx, &[PersonId(1)], &notice, now(), far).await.unwrap();
    }
    assert_eq!(outbox::claim(&mut tx, [9; 5], now(), 1).await.unwrap().len(), 2);
    store::replicas::remove(&mut tx, 1).await.unwrap();
    assert_eq!(outbox::recover(&mut tx, now(), false).await.unwrap(), 2);
    let states: Vec<(String, String)> =
        tx.sql("SELECT kind, state FROM outbox ORDER BY kind").all().await.unwrap();
    let states: Vec<_> = states.iter().map(|(kind, state)| (&**kind, &**state)).collect();
    assert_eq!(states, [("broadcast", "uncertain"), ("withdrawal", "queued")]);
    tx.rollback().await;
}
