//! The door beyond tickets: walk-ins, coming in by its code, counting heads, boards; and what is forgotten of it. Who may do
//! what is in `gate_rights`, a whole day in `flows/day_at_the_door`.

use super::*;
use qatys::{
    domain::{Admission, Counted, DoorCounts, Entering, Entrance, RegistrationId, Shut},
    service::RETENTION,
};

const STEWARD: i64 = ADMIN;

impl Bench {
    pub(crate) async fn counts(&self, event: EventId) -> DoorCounts {
        self.services.door(&by(STEWARD), event).await.unwrap().unwrap().counts
    }

    /// What the code of this moment says to a person, and their pass.
    async fn scan_code(&self, person: i64, event: EventId) -> (Entrance, String) {
        let code = self.services.door_code(&by(STEWARD), event).await.unwrap().unwrap().code;
        self.services.look_in(&by(person), &code).await.unwrap()
    }

    async fn enter(&self, person: i64, event: EventId, how: Entering) -> Entrance {
        let (_, pass) = self.scan_code(person, event).await;
        self.services.come_in(&by(person), &pass, how).await.unwrap()
    }

    /// Ten minutes before the start.
    fn open_the_door(&self) {
        self.clock.set(start() - TimeDelta::minutes(10));
    }
}

fn is_new(entrance: &Entrance) -> bool {
    matches!(entrance, Entrance::In { is_new: true, .. })
}

fn is_known(entrance: &Entrance) -> bool {
    matches!(entrance, Entrance::Open { is_known: true, .. })
}

#[tokio::test]
async fn named_walk_ins_and_heads_stand_side_by_side() {
    let bench = Bench::new().await;
    let event = bench.event(Some(10)).await;
    let one = bench.join(1, event, 3).await;
    bench.services.check_in(&by(STEWARD), one.id, party(2)).await.unwrap();
    bench.services.add_walk_in(&by(STEWARD), event).await.unwrap().unwrap();
    let last = bench.services.add_walk_in(&by(STEWARD), event).await.unwrap().unwrap();
    let door = bench.services.door(&by(STEWARD), event).await.unwrap().unwrap();
    assert_eq!(door.keys.walk_in, Some(last));
    assert_eq!((door.counts.people_arrived, door.counts.walk_ins, door.counts.counted), (2, 2, None));
    assert_eq!(door.counts.present(), 4);
    for (counted, sum, present) in [
        (Counted::More(1), 1, 4),
        (Counted::All(3), 3, 4),
        (Counted::More(50), 53, 53),
        (Counted::More(5), 58, 58),
    ] {
        let counting =
            bench.services.add_head_count(&by(STEWARD), event, counted, None).await.unwrap().unwrap();
        assert_eq!((counting.counts.counted, counting.counts.present()), (Some(sum), present));
        assert_eq!(counting.own.unwrap().counted, counted);
    }
    bench.services.undo_walk_in(&by(STEWARD), last).await.unwrap().unwrap();
    assert_eq!(bench.counts(event).await.walk_ins, 1);
    assert_eq!(bench.number("SELECT count(*) FROM walk_ins WHERE undone_by = 900").await, 1);
    // Seats are none of their business.
    let card = bench.services.card(PersonId(9), event).await.unwrap().unwrap();
    assert_eq!(card.seats.free(), Some(7));
}

#[tokio::test]
async fn nobody_is_counted_at_an_event_that_is_off() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.set_status(event, EventStatus::Cancelled).await;
    let s = &bench.services;
    assert_eq!(s.add_walk_in(&by(STEWARD), event).await.unwrap(), None);
    assert!(s.add_head_count(&by(STEWARD), event, Counted::More(1), None).await.unwrap().is_none());
    bench.open_the_door();
    for how in [Entering::Seated, Entering::Named, Entering::Nameless] {
        assert!(matches!(bench.enter(1, event, how).await, Entrance::Shut(_, Shut::Cancelled)));
    }
    assert_eq!(bench.counts(event).await, DoorCounts::default());
}

#[tokio::test]
async fn a_picture_proves_the_last_count_of_whoever_sends_it() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let s = &bench.services;
    let bare = s.prove_head_count(&by(STEWARD), event, "photo-1").await.unwrap().unwrap();
    assert_eq!((bare.own, bare.proof), (None, None), "nothing is counted yet");
    s.add_head_count(&by(STEWARD), event, Counted::All(40), None).await.unwrap();
    let proved = s.prove_head_count(&by(STEWARD), event, "photo-1").await.unwrap().unwrap();
    assert_eq!(proved.own.as_ref().unwrap().photo.as_deref(), Some("photo-1"));
    assert_eq!(proved.proof, proved.own);
    let both =
        s.add_head_count(&by(STEWARD), event, Counted::All(45), Some("photo-2")).await.unwrap().unwrap();
    let own = both.own.unwrap();
    assert_eq!(own.photo.as_deref(), Some("photo-2"));
    let undone = s.undo_head_count(&by(STEWARD), own.id).await.unwrap().unwrap();
    assert_eq!(undone.counts.counted, Some(40));
    assert_eq!(undone.proof.unwrap().photo.as_deref(), Some("photo-1"));
}

#[tokio::test]
async fn whoever_has_seats_comes_in_with_their_party_by_one_press() {
    let bench = Bench::new().await;
    let event = bench.event(Some(5)).await;
    let one = bench.join(1, event, 3).await;
    bench.open_the_door();
    assert!(matches!(bench.scan_code(1, event).await.0, Entrance::Seated(_, size) if size == party(3)));
    assert!(
        matches!(bench.enter(1, event, Entering::Nameless).await, Entrance::Seated(..)),
        "they have seats"
    );
    let Entrance::In { came, is_new: true, at, .. } = bench.enter(1, event, Entering::Seated).await else {
        panic!("they are in")
    };
    assert_eq!(came, Some(party(3)));
    bench.clock.advance(TimeDelta::minutes(1));
    for how in [Entering::Seated, Entering::Named, Entering::Nameless] {
        let again = bench.enter(1, event, how).await;
        assert!(matches!(again, Entrance::In { is_new: false, at: then, .. } if then == at), "{again:?}");
    }
    let door = bench.services.door(&by(STEWARD), event).await.unwrap().unwrap();
    assert_eq!((door.counts.people_arrived, door.counts.walk_ins), (3, 0));
    assert_eq!((door.last[0].guest.registration, door.last[0].by), (one.id, PersonId(1)));
    assert_eq!(bench.number("SELECT count(*) FROM arrivals WHERE how = 'self'").await, 1);
    // The steward's scan says so, and can take it back.
    let Admission::Already(_) = bench.services.admit_code(&by(STEWARD), event, &one.code).await.unwrap()
    else {
        panic!("they are in")
    };
    bench.services.undo(&by(STEWARD), door.last[0].id).await.unwrap().unwrap();
    assert!(matches!(bench.scan_code(1, event).await.0, Entrance::Seated(..)));
}

#[tokio::test]
async fn without_seats_one_comes_in_once_with_a_name_or_without() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    bench.join(1, event, 1).await;
    let waiting = bench.join(2, event, 1).await;
    bench.open_the_door();
    bench.services.meet(PersonId(3), Some(Language::Ru)).await.unwrap();
    let Entrance::Open { line: Some(line), is_known: true, .. } = bench.scan_code(2, event).await.0 else {
        panic!("they wait")
    };
    assert_eq!(line.id, waiting.id);
    assert!(is_new(&bench.enter(2, event, Entering::Named).await));
    assert!(!is_known(&bench.scan_code(3, event).await.0));
    let nameless = bench.enter(3, event, Entering::Named).await;
    assert!(matches!(nameless, Entrance::Open { is_known: false, .. }), "we do not know their name");
    assert!(is_new(&bench.enter(3, event, Entering::Nameless).await));
    for person in [2, 3] {
        for how in [Entering::Seated, Entering::Named, Entering::Nameless] {
            let again = bench.enter(person, event, how).await;
            assert!(matches!(again, Entrance::In { is_new: false, came: None, .. }), "{again:?}");
        }
    }
    let counts = bench.counts(event).await;
    assert_eq!((counts.registrations, counts.people_arrived, counts.walk_ins), (1, 0, 2));
    assert_eq!(bench.number("SELECT count(*) FROM walk_ins WHERE person_id = 2").await, 1);
    // Nothing of whoever came without a name leads to them.
    let traces = "SELECT count(*) FROM walk_ins WHERE person_id = 3 OR by_id = 3 OR undone_by = 3";
    assert_eq!(bench.number(traces).await, 0);
    assert_eq!(
        bench.number("SELECT count(*) FROM walk_ins WHERE fingerprint LIKE '%3%' AND id < 0").await,
        0
    );
}

#[tokio::test]
async fn whoever_gets_seats_after_all_is_counted_by_name_only() {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let one = bench.join(1, event, 1).await;
    let two = bench.join(2, event, 1).await;
    bench.open_the_door();
    assert!(is_new(&bench.enter(2, event, Entering::Nameless).await));
    bench.services.leave(&by(1), one.id).await.unwrap();
    assert_eq!(bench.standing(&two).await, Standing::Seated, "the start is near: moved up at once");
    assert!(matches!(bench.scan_code(2, event).await.0, Entrance::Seated(..)));
    let Admission::Arrived(_) = bench.services.admit_code(&by(STEWARD), event, &two.code).await.unwrap()
    else {
        panic!("they have seats")
    };
    let counts = bench.counts(event).await;
    assert_eq!((counts.people_arrived, counts.walk_ins), (1, 0));
    let trace = "SELECT count(*) FROM walk_ins WHERE undone_at IS NOT NULL AND undone_by IS NULL";
    assert_eq!(bench.number(trace).await, 1);
}

#[tokio::test]
async fn a_code_is_good_in_its_minute_and_the_next_while_the_door_is_open() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.services.meet(PersonId(1), None).await.unwrap();
    let opens = start() - TimeDelta::hours(1);
    let end = start() + TimeDelta::minutes(90);
    for (at, expected) in [
        (opens - TimeDelta::milliseconds(1), Some(Shut::NotYet(opens))),
        (opens, None),
        (end - TimeDelta::milliseconds(1), None),
        (end, Some(Shut::Over)),
    ] {
        bench.clock.set(at);
        match bench.scan_code(1, event).await.0 {
            Entrance::Shut(_, shut) => assert_eq!(Some(shut), expected, "{at}"),
            Entrance::Open { .. } => assert_eq!(None, expected, "{at}"),
            other => panic!("{other:?}"),
        }
    }
    bench.clock.set(start());
    let code = bench.services.door_code(&by(STEWARD), event).await.unwrap().unwrap();
    assert_eq!(code.until, start() + TimeDelta::minutes(2));
    for (seconds, is_good) in [(0, true), (119, true), (120, false)] {
        bench.clock.set(start() + TimeDelta::seconds(seconds));
        let (found, pass) = bench.services.look_in(&by(1), &code.code).await.unwrap();
        assert_eq!(found != Entrance::Stale, is_good, "{seconds} s");
        assert_eq!(!pass.is_empty(), is_good);
    }
}

#[tokio::test]
async fn a_pass_is_for_one_person_at_one_door_and_not_for_long() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    bench.join(2, event, 1).await;
    bench.open_the_door();
    let (_, pass) = bench.scan_code(1, event).await;
    let enter =
        async |person, pass: &str| bench.services.come_in(&by(person), pass, Entering::Seated).await.unwrap();
    assert_eq!(enter(2, &pass).await, Entrance::Stale, "it is another's");
    for junk in ["", "AAAA", &pass[1..], &one.code] {
        assert_eq!(enter(1, junk).await, Entrance::Stale);
    }
    bench.clock.advance(TimeDelta::minutes(11));
    assert_eq!(enter(1, &pass).await, Entrance::Stale, "it is too old");
    assert_eq!(bench.counts(event).await.people_arrived, 0);
    // A pass that was got while the door was open does not open one that is shut.
    bench.clock.set(start() + TimeDelta::minutes(89));
    let (_, pass) = bench.scan_code(1, event).await;
    bench.clock.advance(TimeDelta::minutes(1));
    assert!(matches!(enter(1, &pass).await, Entrance::Shut(_, Shut::Over)));
}

#[tokio::test]
async fn a_code_on_paper_is_good_while_it_is_switched_on() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    bench.services.meet(PersonId(1), None).await.unwrap();
    bench.open_the_door();
    let s = &bench.services;
    assert_eq!(s.door_code(&by(STEWARD), event).await.unwrap().unwrap().paper, None);
    let paper = s.set_printed(&by(STEWARD), event, true).await.unwrap().unwrap().paper.unwrap();
    bench.clock.advance(TimeDelta::minutes(30));
    let (found, pass) = s.look_in(&by(1), &paper).await.unwrap();
    assert!(matches!(found, Entrance::Open { .. }));
    assert!(is_new(&s.come_in(&by(1), &pass, Entering::Nameless).await.unwrap()));
    assert_eq!(s.set_printed(&by(STEWARD), event, false).await.unwrap().unwrap().paper, None);
    assert_eq!(s.look_in(&by(1), &paper).await.unwrap().0, Entrance::Stale);
    let again = s.set_printed(&by(STEWARD), event, true).await.unwrap().unwrap().paper;
    assert_eq!(again, Some(paper), "what hangs at the wall stays true");
}

#[tokio::test]
async fn late_arrivals_are_let_in_by_stewards() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let one = bench.join(1, event, 1).await;
    bench.clock.set(start() + TimeDelta::hours(3));
    assert!(matches!(
        bench.services.admit_code(&by(STEWARD), event, &one.code).await.unwrap(),
        Admission::Arrived(_)
    ));
    let door = bench.services.door(&by(STEWARD), event).await.unwrap().unwrap();
    assert!(door.event.is_late(door.last[0].at));
}

/// So many presses of the same person at once; how many of them let somebody in.
async fn rush(services: &Services, event: EventId, presses: usize) -> usize {
    let code = services.door_code(&by(STEWARD), event).await.unwrap().unwrap().code;
    let (_, pass) = services.look_in(&by(1), &code).await.unwrap();
    let mut tasks = tokio::task::JoinSet::new();
    for press in 0..presses {
        let (services, pass) = (services.clone(), pass.clone());
        let how = if press % 2 == 0 { Entering::Named } else { Entering::Nameless };
        tasks.spawn(async move { services.come_in(&by(1), &pass, how).await.unwrap() });
    }
    tasks.join_all().await.iter().filter(|entrance| is_new(entrance)).count()
}

/// Somebody we know, at an open door without a seat for them.
async fn known_without_a_seat() -> (Bench, EventId) {
    let bench = Bench::new().await;
    let event = bench.event(Some(1)).await;
    let other = bench.event(None).await;
    bench.join(1, other, 1).await;
    bench.open_the_door();
    (bench, event)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_rush_of_presses_counts_a_person_once() {
    let (bench, event) = known_without_a_seat().await;
    assert_eq!(rush(&bench.services, event, 40).await, 1);
    assert_eq!(bench.counts(event).await.walk_ins, 1);
}

/// If this fails, the test above proves nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guards_the_same_rush_counts_them_again_and_again() {
    let (bench, event) = known_without_a_seat().await;
    bench.tamper("DROP INDEX walk_ins_once").await;
    let careless = bench.under(Policy { careless: true, ..policy() }).await;
    assert!(rush(&careless, event, 40).await > 1);
    assert!(bench.counts(event).await.walk_ins > 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn heads_that_many_count_at_once_add_up() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let mut tasks = tokio::task::JoinSet::new();
    for press in 0..60 {
        let services = bench.services.clone();
        let step = Counted::STEPS[press % 3];
        tasks.spawn(async move {
            services.add_head_count(&by(STEWARD), event, Counted::More(step), None).await.unwrap().unwrap();
            services.add_walk_in(&by(STEWARD), event).await.unwrap().unwrap();
        });
    }
    tasks.join_all().await;
    let counts = bench.counts(event).await;
    assert_eq!((counts.counted, counts.walk_ins), (Some(20 * 56), 60));
}

#[tokio::test]
async fn boards_are_true_until_something_changes_and_go_after_the_event() {
    let bench = Bench::new().await;
    let (event, other) = (bench.event(None).await, bench.event(None).await);
    let one = bench.join(1, event, 1).await;
    let s = &bench.services;
    let mark = async |event| s.door(&by(STEWARD), event).await.unwrap().unwrap().mark();
    s.put_up(PersonId(STEWARD), event, 10, &mark(event).await).await.unwrap();
    s.put_up(PersonId(51), event, 20, &mark(event).await).await.unwrap();
    s.put_up(PersonId(52), other, 30, &mark(other).await).await.unwrap();
    assert!(s.boards_rest().await.unwrap());
    let stale = async || {
        let (up, stale) = s.stale_boards().await.unwrap();
        (up, stale.into_iter().map(|board| board.message).collect::<Vec<_>>())
    };
    s.add_walk_in(&by(STEWARD), event).await.unwrap();
    assert_eq!(stale().await, (3, vec![20, 10]), "in order of their people");
    for board in s.stale_boards().await.unwrap().1 {
        s.set_shown(&board, &mark(event).await).await.unwrap();
    }
    assert!(s.boards_rest().await.unwrap());
    // One comes while another is taken back: the sums stay.
    let Admission::Arrived(first) = s.check_in(&by(STEWARD), one.id, party(1)).await.unwrap() else {
        panic!()
    };
    for board in s.stale_boards().await.unwrap().1 {
        s.set_shown(&board, &mark(event).await).await.unwrap();
    }
    s.undo(&by(STEWARD), first.id).await.unwrap();
    s.check_in(&by(STEWARD), one.id, party(1)).await.unwrap();
    assert_eq!(stale().await.1.len(), 2);
    s.take_down(PersonId(51), None).await.unwrap();
    assert_eq!(stale().await, (2, vec![10]));
    bench.set_status(other, EventStatus::Cancelled).await;
    assert_eq!(stale().await, (1, vec![10]));
    bench.clock.set(start() + TimeDelta::minutes(90) + TimeDelta::hours(1));
    assert_eq!(stale().await, (0, vec![]));
    assert_eq!(bench.number("SELECT count(*) FROM boards").await, 0);
}

#[tokio::test]
async fn what_a_person_reads_of_themselves_and_what_is_left_of_them() {
    let (bench, event) = known_without_a_seat().await;
    assert!(is_new(&bench.enter(1, event, Entering::Named).await));
    bench.services.meet(PersonId(2), None).await.unwrap();
    assert!(is_new(&bench.enter(2, event, Entering::Nameless).await));
    let data = bench.services.personal_data(PersonId(1)).await.unwrap().unwrap();
    assert_eq!(data.walk_ins.iter().map(|w| w.at).collect::<Vec<_>>(), [bench.clock.now()]);
    let nameless = bench.services.personal_data(PersonId(2)).await.unwrap().unwrap();
    assert!(nameless.walk_ins.is_empty(), "nothing of theirs is kept");
    for person in [1, 2] {
        bench.services.erase(&by(person)).await.unwrap();
    }
    assert_eq!(bench.counts(event).await.walk_ins, 2);
    assert_eq!(bench.number("SELECT count(*) FROM walk_ins WHERE person_id < 0").await, 1);
    assert_eq!(bench.number("SELECT count(*) FROM walk_ins WHERE fingerprint IS NOT NULL").await, 0);
}

#[tokio::test]
async fn a_steward_who_is_erased_leaves_what_they_counted() {
    let bench = Bench::new().await;
    let event = bench.event(None).await;
    let s = &bench.services;
    let undone = s.add_walk_in(&by(STEWARD), event).await.unwrap().unwrap();
    s.undo_walk_in(&by(STEWARD), undone).await.unwrap();
    s.add_walk_in(&by(STEWARD), event).await.unwrap();
    s.add_head_count(&by(STEWARD), event, Counted::All(7), None).await.unwrap();
    s.put_up(PersonId(STEWARD), event, 10, "").await.unwrap();
    let before = bench.counts(event).await;
    s.erase(&by(STEWARD)).await.unwrap();
    assert_eq!(bench.counts(event).await, before);
    for named in [
        "SELECT count(*) FROM walk_ins WHERE by_id = 900 OR undone_by = 900",
        "SELECT count(*) FROM head_counts WHERE by_id = 900",
        "SELECT count(*) FROM boards",
    ] {
        assert_eq!(bench.number(named).await, 0, "{named}");
    }
}

#[tokio::test]
async fn fingerprints_and_pictures_go_after_their_term() {
    let (bench, event) = known_without_a_seat().await;
    assert!(is_new(&bench.enter(1, event, Entering::Named).await));
    bench.services.meet(PersonId(2), None).await.unwrap();
    assert!(is_new(&bench.enter(2, event, Entering::Nameless).await));
    bench.services.add_head_count(&by(STEWARD), event, Counted::All(7), Some("photo")).await.unwrap();
    let kept = "SELECT count(*) FROM walk_ins WHERE fingerprint IS NOT NULL OR person_id = 1";
    let pictures = "SELECT count(*) FROM head_counts WHERE photo IS NOT NULL";
    bench.clock.advance(RETENTION);
    bench.services.sweep().await.unwrap();
    assert_eq!((bench.number(kept).await, bench.number(pictures).await), (2, 1));
    bench.clock.advance(TimeDelta::hours(1));
    bench.services.sweep().await.unwrap();
    assert_eq!((bench.number(kept).await, bench.number(pictures).await), (0, 0));
    let counts = bench.counts(event).await;
    assert_eq!((counts.walk_ins, counts.counted), (2, Some(7)));
    assert!(bench.services.personal_data(PersonId(1)).await.unwrap().is_none());
    assert_eq!(
        bench.services.check_in(&by(STEWARD), RegistrationId(404), party(1)).await.unwrap(),
        Admission::Unknown
    );
}
