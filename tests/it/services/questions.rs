//! Questions: who may ask, vote, let through, hide and answer; that one answer stands and everybody who wanted it hears it
//! once; what is kept of it, and how it goes with the person.

use super::*;
use qatys::{
    domain::{Answer, Answered, Asked, FaqId, MOST_OPEN, Pile, Question, QuestionId, Scope, Voted, Words},
    service::{Ending, Error, RETENTION, Subject},
};

/// Works on events in Esil.
const OWN: i64 = 50;
/// Works on events in Nura.
const FOREIGN: i64 = 51;
/// Speaks at the event in Esil.
const SPEAKER: i64 = 52;

fn words(text: &str) -> Words {
    Words::parse(text).unwrap()
}

fn answer(text: &str) -> Answer {
    Answer::parse(text).unwrap()
}

impl Bench {
    /// An event in Esil with its organiser, and the organiser of another district.
    async fn asked_about(&self) -> EventId {
        for (person, district) in [(OWN, District::Esil), (FOREIGN, District::Nura)] {
            let scope = Scope { district: Some(district), ..Scope::default() };
            self.services.add_scope(&by(ADMIN), PersonId(person), &scope).await.unwrap();
        }
        for person in [1, 2, 3, 4, OWN, FOREIGN, ADMIN] {
            self.services.meet(PersonId(person), Some(Language::Kk)).await.unwrap();
        }
        self.publish(&EventFacts { district: Some(District::Esil), ..facts("ESIL") }).await
    }

    /// A question of person 1.
    async fn ask(&self, event: EventId) -> QuestionId {
        assert_eq!(self.services.ask(&by(1), event, &words("Тұрақ бар ма?")).await.unwrap(), Asked::Done);
        QuestionId(self.number("SELECT max(id) FROM questions").await)
    }

    /// The same, which everybody sees.
    async fn open(&self, event: EventId) -> QuestionId {
        let id = self.ask(event).await;
        self.services.approve_question(&by(OWN), id).await.unwrap();
        id
    }

    async fn answered(&self, event: EventId) -> QuestionId {
        let id = self.open(event).await;
        let done = self.services.answer_question(&by(OWN), id, &answer("Иә, бар.")).await.unwrap();
        assert!(matches!(done, Answered::Done(..)));
        id
    }

    async fn seen(&self, person: i64, event: EventId) -> Vec<Question> {
        self.services.board(&by(person), event, 0).await.unwrap().unwrap().questions.items
    }

    /// Sends what is due: each notice gets a message of its own.
    async fn deliver(&self) {
        for claimed in self.services.claim_notices(&[99; 5]).await.unwrap() {
            let ending = match self.services.brief(&claimed).await.unwrap() {
                Some(_) => Ending::Sent(Some(claimed.id.0 as i32)),
                None => Ending::Void,
            };
            self.services.finish_notice(&claimed, &ending).await.unwrap();
        }
    }
}

fn refused<T: std::fmt::Debug>(result: &Result<T, Error>) -> bool {
    matches!(result, Err(Error::NoRight))
}

#[tokio::test]
async fn only_those_who_answer_moderate() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let s = &bench.services;
    let mut tx = bench.store.begin().await.unwrap();
    store::speakers::set(&mut tx, event, "Әсет", PersonId(SPEAKER), now()).await.unwrap();
    tx.commit().await.unwrap();
    for (person, may) in
        [(1, false), (2, false), (FOREIGN, false), (SPEAKER, true), (OWN, true), (ADMIN, true)]
    {
        let (me, id) = (by(person), bench.ask(event).await);
        assert_eq!(!refused(&s.pile(&me, event, Pile::New, 0).await), may, "{person}");
        assert_eq!(!refused(&s.hide_question(&me, id, true).await), may, "{person}");
        assert_eq!(!refused(&s.hide_question(&me, id, false).await), may, "{person}");
        assert_eq!(!refused(&s.approve_question(&me, id).await), may, "{person}");
        assert_eq!(!refused(&s.answer_question(&me, id, &answer("Иә")).await), may, "{person}");
        assert_eq!(!refused(&s.correct_answer(&me, id, &answer("Жоқ")).await), may, "{person}");
        assert_eq!(!refused(&s.keep(&me, id, event, true).await), may, "{person}");
        assert_eq!(!refused(&s.keeping(&me, id, 0).await), may, "{person}");
        assert_eq!(s.may_answer(&me, event).await.unwrap(), may, "{person}");
        // What is not there looks the same to all of them.
        let absent = QuestionId(404);
        assert!(refused(&s.pile(&me, EventId(404), Pile::New, 0).await));
        assert!(refused(&s.hide_question(&me, absent, true).await));
        assert!(refused(&s.approve_question(&me, absent).await));
        assert!(refused(&s.answer_question(&me, absent, &answer("Иә")).await));
        assert!(refused(&s.correct_answer(&me, absent, &answer("Иә")).await));
        assert!(refused(&s.keep(&me, absent, event, true).await));
        assert!(refused(&s.keep(&me, id, EventId(404), true).await));
        assert!(refused(&s.keeping(&me, absent, 0).await));
        assert!(refused(&s.remove_entry(&me, FaqId(404)).await));
        if may {
            let entry = FaqId(bench.number("SELECT max(id) FROM faq").await);
            assert!(refused(&s.remove_entry(&by(FOREIGN), entry).await));
            assert!(refused(&s.remove_entry(&by(1), entry).await));
            assert_eq!(s.remove_entry(&me, entry).await.unwrap(), event);
        }
    }
    assert_eq!(bench.number("SELECT count(*) FROM audit WHERE by_id NOT IN (50, 52, 900)").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM audit WHERE object LIKE 'question:%'").await, 15);
    assert!(bench.told("asked").await.contains(&SPEAKER));
}

#[tokio::test]
async fn a_question_is_seen_by_its_asker_until_it_is_let_through() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let (s, id) = (&bench.services, bench.ask(event).await);
    let see = async |person| {
        let sees = !bench.seen(person, event).await.is_empty();
        let opens = bench.services.question(&by(person), id).await.unwrap().is_some();
        (sees, opens)
    };
    assert_eq!((see(1).await, see(2).await), ((true, true), (false, false)));
    assert_eq!((see(OWN).await, see(FOREIGN).await), ((false, true), (false, false)), "it lies in a pile");
    assert_eq!(s.vote(&by(2), id).await.unwrap(), None);
    s.approve_question(&by(OWN), id).await.unwrap();
    assert_eq!((see(1).await, see(2).await), ((true, true), (true, true)));
    s.hide_question(&by(OWN), id, true).await.unwrap();
    assert_eq!((see(1).await, see(2).await, see(OWN).await), ((false, false), (false, false), (false, true)));
    assert_eq!(s.vote(&by(2), id).await.unwrap(), None);
    s.hide_question(&by(OWN), id, false).await.unwrap();
    assert_eq!(see(2).await, (true, true));
    bench.set_status(event, EventStatus::Draft).await;
    assert_eq!(s.question(&by(1), id).await.unwrap(), None);
    assert_eq!(s.vote(&by(2), id).await.unwrap(), None);
}

#[tokio::test]
async fn questions_have_their_time_and_their_number() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let s = &bench.services;
    for _ in 0..MOST_OPEN {
        bench.ask(event).await;
    }
    let hidden = QuestionId(1);
    s.hide_question(&by(OWN), hidden, true).await.unwrap();
    let more = words("Тағы бір сұрақ");
    assert_eq!(s.ask(&by(1), event, &more).await.unwrap(), Asked::TooMany, "a hidden one counts");
    assert_eq!(s.ask(&by(2), event, &more).await.unwrap(), Asked::Done);
    s.answer_question(&by(OWN), QuestionId(2), &answer("Иә")).await.unwrap();
    assert_eq!(s.ask(&by(1), event, &more).await.unwrap(), Asked::Done);
    bench.clock.set(start() + TimeDelta::minutes(89));
    assert_eq!(s.ask(&by(3), event, &more).await.unwrap(), Asked::Done, "while it goes on");
    bench.clock.set(start() + TimeDelta::minutes(90));
    assert_eq!(s.ask(&by(3), event, &more).await.unwrap(), Asked::Closed);
    assert_eq!(s.ask(&by(3), EventId(404), &more).await.unwrap(), Asked::Closed);
    let cancelled = bench.event(None).await;
    bench.set_status(cancelled, EventStatus::Cancelled).await;
    assert_eq!(s.ask(&by(3), cancelled, &more).await.unwrap(), Asked::Closed);
}

#[tokio::test]
async fn a_vote_counts_once_and_is_taken_back() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let (s, id) = (&bench.services, bench.open(event).await);
    let vote = async |person| bench.services.vote(&by(person), id).await.unwrap().map(|(_, voted)| voted);
    assert_eq!(vote(2).await, Some(Voted::Given));
    assert_eq!(vote(3).await, Some(Voted::Given));
    assert_eq!((bench.seen(2, event).await[0].votes, bench.seen(4, event).await[0].is_voted), (2, false));
    assert_eq!(vote(2).await, Some(Voted::Taken));
    assert_eq!(bench.seen(2, event).await[0].votes, 1);
    assert_eq!(vote(1).await, Some(Voted::Own));
    s.answer_question(&by(OWN), id, &answer("Иә")).await.unwrap();
    assert_eq!(vote(2).await, Some(Voted::Answered));
    assert_eq!(bench.number("SELECT count(*) FROM votes").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_presses_of_one_person_at_once_leave_one_vote_or_none() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let id = bench.open(event).await;
    let mut tasks = tokio::task::JoinSet::new();
    for _ in 0..21 {
        let services = bench.services.clone();
        tasks.spawn(async move { services.vote(&by(2), id).await.unwrap().unwrap().1 });
    }
    let voted = tasks.join_all().await;
    assert_eq!(voted.iter().filter(|voted| **voted == Voted::Given).count(), 11);
    assert_eq!(bench.number("SELECT count(*) FROM votes").await, 1);
}

#[tokio::test]
async fn askers_and_voters_hear_the_answer_once() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let (s, id) = (&bench.services, bench.open(event).await);
    for person in [2, 3, 4] {
        s.vote(&by(person), id).await.unwrap();
    }
    s.vote(&by(4), id).await.unwrap();
    let Answered::Done(question, told) = s.answer_question(&by(OWN), id, &answer("Иә")).await.unwrap()
    else {
        panic!("nobody else has answered")
    };
    assert_eq!((question.answer.unwrap().0, told), (answer("Иә"), 3));
    assert!(matches!(s.answer_question(&by(ADMIN), id, &answer("Жоқ")).await.unwrap(), Answered::Already(q)
        if q.answer.as_ref().unwrap().0 == answer("Иә")));
    let mut told = bench.told("answer").await;
    told.sort_unstable();
    assert_eq!(told, [1, 2, 3]);
    bench.deliver().await;
    assert_eq!(bench.told("answer_corrected").await, [0; 0]);
    let Answered::Done(_, edited) = s.correct_answer(&by(ADMIN), id, &answer("Жоқ")).await.unwrap() else {
        panic!("it is the same day")
    };
    assert_eq!(edited, 3);
    assert_eq!(bench.told("answer").await.len(), 3, "nobody gets a second one");
    bench.clock.advance(TimeDelta::minutes(1));
    for claimed in s.claim_notices(&[99; 5]).await.unwrap() {
        let brief = s.brief(&claimed).await.unwrap().unwrap();
        let Subject::Answer { question, message: Some(_), .. } = brief.subject else { continue };
        assert_eq!((question.version, &question.answer.unwrap().0), (1, &answer("Жоқ")));
    }
    bench.clock.set(now() + TimeDelta::hours(24));
    let late = s.correct_answer(&by(OWN), id, &answer("Иә")).await.unwrap();
    assert!(matches!(late, Answered::TooLate(_)));
}

#[tokio::test]
async fn an_answer_that_is_hidden_or_corrected_before_it_went_is_not_sent_as_it_was() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let s = &bench.services;
    let (hidden, corrected) = (bench.answered(event).await, bench.answered(event).await);
    s.hide_question(&by(OWN), hidden, true).await.unwrap();
    s.correct_answer(&by(OWN), corrected, &answer("Жоқ")).await.unwrap();
    let mut sent = Vec::new();
    for claimed in s.claim_notices(&[99; 5]).await.unwrap() {
        if let Some(brief) = s.brief(&claimed).await.unwrap()
            && let Subject::Answer { question, message, .. } = brief.subject
        {
            sent.push((question.id, question.answer.unwrap().0, message));
        }
    }
    assert_eq!(sent, [(corrected, answer("Жоқ"), None)]);
}

/// How many of so many organisers who answer at once believe that theirs stands.
async fn rush(services: &Services, id: QuestionId) -> usize {
    let mut tasks = tokio::task::JoinSet::new();
    for number in 0..12 {
        let services = services.clone();
        let person = if number % 2 == 0 { OWN } else { ADMIN };
        tasks.spawn(async move {
            let answered = services.answer_question(&by(person), id, &answer(&format!("№ {number}"))).await;
            matches!(answered.unwrap(), Answered::Done(..))
        });
    }
    tasks.join_all().await.into_iter().filter(|won| *won).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_those_who_answer_at_once_one_wins() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let id = bench.open(event).await;
    assert_eq!(rush(&bench.services, id).await, 1);
    assert_eq!(bench.told("answer").await, [1]);
}

/// If this fails, the test above proves nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_the_guard_several_win() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let id = bench.open(event).await;
    let careless = bench.under(Policy { careless: true, ..policy() }).await;
    assert!(rush(&careless, id).await > 1);
}

#[tokio::test]
async fn those_who_answer_hear_of_several_questions_at_once() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let first = bench.ask(event).await;
    bench.clock.advance(TimeDelta::minutes(3));
    bench.ask(event).await;
    assert_eq!(bench.told("asked").await, [OWN]);
    assert!(bench.services.claim_notices(&[99; 5]).await.unwrap().is_empty(), "not yet");
    bench.services.approve_question(&by(OWN), first).await.unwrap();
    bench.clock.advance(TimeDelta::minutes(7));
    let claimed = bench.services.claim_notices(&[99; 5]).await.unwrap();
    let brief = bench.services.brief(&claimed[0]).await.unwrap().unwrap();
    assert!(matches!(brief.subject, Subject::Asked { new: 1, .. }), "what is seen by then is not new");
    let next = bench.ask(event).await;
    assert_eq!(bench.told("asked").await, [OWN; 2]);
    for id in [next, QuestionId(2)] {
        bench.services.hide_question(&by(OWN), id, true).await.unwrap();
    }
    bench.clock.advance(TimeDelta::minutes(10));
    let claimed = bench.services.claim_notices(&[99; 5]).await.unwrap();
    assert!(bench.services.brief(&claimed[0]).await.unwrap().is_none(), "nothing is new any more");
    let open = bench.publish(&EventFacts { district: Some(District::Almaty), ..facts("ALMATY") }).await;
    bench.ask(open).await;
    assert_eq!(bench.told("asked").await, [OWN, OWN, ADMIN], "where nobody works, the admins answer");
}

#[tokio::test]
async fn good_ones_are_kept_at_their_event_and_at_others_of_the_same_people() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let s = &bench.services;
    let esil = EventFacts { district: Some(District::Esil), ..facts("NEXT") };
    let next =
        bench.publish(&EventFacts { local_start: "2026-12-12T18:30:00".parse().unwrap(), ..esil }).await;
    let nura = bench.publish(&EventFacts { district: Some(District::Nura), ..facts("NURA") }).await;
    let open = bench.open(event).await;
    assert_eq!(s.keep(&by(OWN), open, event, true).await.unwrap(), None, "it has no answer");
    let id = bench.answered(event).await;
    s.keep(&by(OWN), id, event, true).await.unwrap().unwrap();
    assert!(refused(&s.keep(&by(OWN), id, nura, true).await), "not theirs");
    assert!(refused(&s.keep(&by(FOREIGN), id, nura, true).await), "nor is the question");
    s.keep(&by(OWN), id, next, true).await.unwrap().unwrap();
    let keeping = s.keeping(&by(OWN), id, 0).await.unwrap();
    let events: Vec<_> = keeping.events.items.iter().map(|(line, kept)| (line.id, *kept)).collect();
    assert_eq!((keeping.is_kept, events), (true, vec![(event, true), (next, true)]));
    assert_eq!(s.keeping(&by(ADMIN), id, 0).await.unwrap().events.total, 3);
    let (_, kept) = s.faq(next, 0).await.unwrap().unwrap();
    assert_eq!(kept.items[0].answer, answer("Иә, бар."));
    s.correct_answer(&by(OWN), id, &answer("Жоқ.")).await.unwrap();
    assert_eq!(s.entry(kept.items[0].id).await.unwrap().unwrap().0.answer, answer("Жоқ."));
    let found = s.search_answers("тұр", 0).await.unwrap();
    assert_eq!((found.total, found.items[0].0.answer.clone()), (1, answer("Жоқ.")));
    assert_eq!(s.search_answers("…", 0).await.unwrap().total, 0);
    s.keep(&by(OWN), id, next, false).await.unwrap().unwrap();
    assert_eq!(s.faq(next, 0).await.unwrap().unwrap().1.total, 0);
    assert!(s.faq(EventId(404), 0).await.unwrap().is_none());
}

#[tokio::test]
async fn what_was_asked_goes_with_the_person_and_answers_stay() {
    let bench = Bench::new().await;
    let event = bench.asked_about().await;
    let s = &bench.services;
    let (open, answered) = (bench.open(event).await, bench.answered(event).await);
    s.vote(&by(2), open).await.unwrap();
    s.keep(&by(OWN), answered, event, true).await.unwrap();
    assert!(s.has_asked(PersonId(1)).await.unwrap() && s.has_asked(PersonId(2)).await.unwrap());
    let data = s.personal_data(PersonId(1)).await.unwrap().unwrap();
    let shown = serde_json::to_value(&data).unwrap();
    assert_eq!(shown["questions"][1]["answer"], "Иә, бар.");
    s.erase(&by(1)).await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM questions WHERE person_id = 1").await, 0);
    assert_eq!(bench.seen(3, event).await, [], "the open one is gone, the other is kept in its place");
    assert_eq!(bench.number("SELECT count(*) FROM votes").await, 0);
    assert_eq!(bench.number("SELECT count(*) FROM questions WHERE person_id < 0").await, 1);
    s.erase(&by(OWN)).await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM questions WHERE answered_by = 50").await, 0);
    assert!(!s.has_asked(PersonId(1)).await.unwrap());
    bench.clock.set(start() + RETENTION);
    s.sweep().await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM questions").await, 1);
    bench.clock.advance(TimeDelta::milliseconds(1));
    s.sweep().await.unwrap();
    assert_eq!(bench.number("SELECT count(*) FROM questions").await, 0);
    let kept = s.search_answers("тұрақ", 0).await.unwrap();
    assert_eq!(kept.total, 1, "what is kept holds no person");
}
