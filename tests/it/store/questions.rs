//! Statements on questions, votes, the notices of answers, answers that are kept, and the search in them.

use super::*;
use qatys::{
    domain::{Answer, FaqId, Pile, Question, QuestionId, Texts, Threads, Words},
    store::{answers, faq, questions},
};

const ASKER: PersonId = PersonId(1);
const OTHER: PersonId = PersonId(2);

fn words(text: &str) -> Words {
    Words::parse(text).unwrap()
}

fn answer(text: &str) -> Answer {
    Answer::parse(text).unwrap()
}

async fn look(tx: &mut Tx, id: QuestionId) -> Question {
    questions::lookup(tx, id, OTHER).await.unwrap().unwrap()
}

fn ids(questions: &[Question]) -> Vec<QuestionId> {
    questions.iter().map(|question| question.id).collect()
}

#[tokio::test]
async fn questions_are_seen_counted_and_ordered() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, there) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 0).await);
    assert_eq!(questions::beside(&mut tx, here).await.unwrap(), Threads::default());
    let mut asked = Vec::new();
    for number in 0..5 {
        let text = words(&format!("{number}-сұрақ?"));
        asked.push(questions::add(&mut tx, here, ASKER, &text, minutes(number)).await.unwrap());
    }
    questions::add(&mut tx, there, ASKER, &words("Басқа"), now()).await.unwrap();
    let [new, open, popular, answered, hidden] = asked[..] else { panic!() };
    assert_eq!(questions::beside(&mut tx, here).await.unwrap(), Threads::default(), "new ones are not shown");
    questions::lock(&mut tx, new).await.unwrap();
    for id in [open, popular, hidden] {
        questions::set_approved(&mut tx, id, now()).await.unwrap();
    }
    assert!(questions::beside(&mut tx, here).await.unwrap().questions);
    for person in 2..=4 {
        assert!(questions::add_vote(&mut tx, popular, PersonId(person), now()).await.unwrap());
    }
    assert!(!questions::add_vote(&mut tx, popular, OTHER, now()).await.unwrap(), "once per person");
    questions::remove_vote(&mut tx, popular, PersonId(4)).await.unwrap();
    questions::set_answer(&mut tx, answered, &answer("Иә"), PersonId(9), minutes(9)).await.unwrap();
    questions::set_hidden(&mut tx, hidden, Some(now())).await.unwrap();

    let seen = questions::list(&mut tx, here, OTHER, 9, 0).await.unwrap();
    assert_eq!(ids(&seen), [popular, open, answered]);
    assert_eq!((seen[0].votes, seen[0].is_voted, seen[1].votes), (2, true, 0));
    assert_eq!(seen[2].answer, Some((answer("Иә"), minutes(9))));
    assert_eq!(questions::count(&mut tx, here, OTHER).await.unwrap(), 3);
    assert_eq!(ids(&questions::list(&mut tx, here, OTHER, 1, 1).await.unwrap()), [open]);
    let own = questions::list(&mut tx, here, ASKER, 9, 0).await.unwrap();
    assert_eq!(ids(&own), [popular, new, open, answered], "its asker sees the new one too");
    assert_eq!(questions::count(&mut tx, here, ASKER).await.unwrap(), 4);
    assert!(!own[1].is_approved && own[2].is_approved);

    assert_eq!(questions::count_piles(&mut tx, here).await.unwrap(), [1, 2, 1]);
    for (pile, expected) in
        [(Pile::New, vec![new]), (Pile::Open, vec![popular, open]), (Pile::Answered, vec![answered])]
    {
        let found = questions::list_pile(&mut tx, here, OTHER, pile, 9, 0).await.unwrap();
        assert_eq!(ids(&found), expected, "{pile:?}");
    }
    assert_eq!(questions::count_unanswered(&mut tx, here, ASKER).await.unwrap(), 4, "hidden ones too");
    assert!(look(&mut tx, hidden).await.is_hidden);
    questions::set_hidden(&mut tx, hidden, None).await.unwrap();
    let back = look(&mut tx, hidden).await;
    assert!(!back.is_hidden && back.is_approved, "as it was before");
    assert_eq!(questions::lookup(&mut tx, QuestionId(404), ASKER).await.unwrap(), None);
    tx.rollback().await;
}

#[tokio::test]
async fn the_latest_answer_stands_first_and_new_ones_in_their_order() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let here = event(&mut tx, "one", 0).await;
    let mut asked = Vec::new();
    for number in 0..3 {
        asked.push(questions::add(&mut tx, here, ASKER, &words("Қашан?"), minutes(number)).await.unwrap());
    }
    let new = questions::list_pile(&mut tx, here, OTHER, Pile::New, 2, 1).await.unwrap();
    assert_eq!(ids(&new), asked[1..]);
    for (number, id) in [asked[1], asked[2], asked[0]].into_iter().enumerate() {
        questions::set_answer(&mut tx, id, &answer("Ертең"), PersonId(9), minutes(number as i64))
            .await
            .unwrap();
    }
    let done = questions::list_pile(&mut tx, here, OTHER, Pile::Answered, 9, 0).await.unwrap();
    assert_eq!(ids(&done), [asked[0], asked[2], asked[1]]);
    questions::correct(&mut tx, asked[0], &answer("Бүгін")).await.unwrap();
    let corrected = look(&mut tx, asked[0]).await;
    assert_eq!(corrected.version, 1);
    assert_eq!(corrected.answer, Some((answer("Бүгін"), minutes(2))), "its day is that of the first answer");
    tx.rollback().await;
}

#[tokio::test]
async fn an_answer_goes_to_askers_and_voters_and_its_correction_to_those_who_have_it() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let here = event(&mut tx, "one", 0).await;
    for person in 1..=5 {
        store::people::add(&mut tx, PersonId(person), None, now()).await.unwrap();
    }
    let id = questions::add(&mut tx, here, ASKER, &words("Қашан?"), now()).await.unwrap();
    let beside = questions::add(&mut tx, here, PersonId(5), &words("Қайда?"), now()).await.unwrap();
    for person in [2, 3, -7] {
        questions::add_vote(&mut tx, id, PersonId(person), now()).await.unwrap();
    }
    questions::add_vote(&mut tx, beside, PersonId(4), now()).await.unwrap();
    assert_eq!(answers::add(&mut tx, id, minutes(60), now()).await.unwrap(), 3, "nobody has the number −7");
    assert_eq!(answers::add(&mut tx, id, minutes(60), now()).await.unwrap(), 0, "once");
    assert_eq!(answers::message_of(&mut tx, id, ASKER).await.unwrap(), None);
    let correct = async |tx: &mut Tx, version| {
        answers::add_corrections(tx, id, version, minutes(1), minutes(60)).await.unwrap()
    };
    assert_eq!(correct(&mut tx, 1).await, 0, "whoever waits for it gets it corrected");
    tx.sql("UPDATE outbox SET state = 'sent', message_id = 40 + person_id WHERE person_id <= 2")
        .run()
        .await
        .unwrap();
    assert_eq!(correct(&mut tx, 1).await, 2);
    assert_eq!((correct(&mut tx, 1).await, correct(&mut tx, 2).await), (0, 2));
    assert_eq!(answers::message_of(&mut tx, id, OTHER).await.unwrap(), Some(42));
    tx.rollback().await;
}

#[tokio::test]
async fn what_is_kept_is_listed_found_corrected_and_removed() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (here, next) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 48).await);
    let mut asked = Vec::new();
    for (question, said) in
        [("Көлік тұрағы бар ма?", "Иә, «Жеті қазына» жанында."), ("Можно с детьми?", "Да, с шести лет.")]
    {
        let id = questions::add(&mut tx, here, ASKER, &words(question), now()).await.unwrap();
        questions::set_answer(&mut tx, id, &answer(said), PersonId(9), now()).await.unwrap();
        asked.push(look(&mut tx, id).await);
    }
    for question in &asked {
        let said = &question.answer.as_ref().unwrap().0;
        assert!(faq::add(&mut tx, here, question, said, now()).await.unwrap());
        assert!(!faq::add(&mut tx, here, question, said, now()).await.unwrap(), "once");
    }
    assert!(faq::add(&mut tx, next, &asked[0], &answer("Иә"), now()).await.unwrap());
    assert_eq!((faq::count(&mut tx, here).await.unwrap(), faq::count(&mut tx, next).await.unwrap()), (2, 1));
    assert_eq!(questions::count(&mut tx, here, OTHER).await.unwrap(), 0, "they stand in a list of their own");
    let listed = faq::list(&mut tx, here, 1, 1).await.unwrap();
    assert_eq!((&listed[0].words, listed[0].question), (&asked[1].words, asked[1].id));
    assert_eq!(faq::lookup(&mut tx, listed[0].id).await.unwrap().as_ref(), Some(&listed[0]));
    assert_eq!(faq::lookup(&mut tx, FaqId(404)).await.unwrap(), None);

    let title = Texts { kk: Some("Ашық дәріс".into()), ..Texts::default() };
    for (typed, found) in
        [("тура", 1), ("көлік казы", 1), ("детям", 0), ("дет", 1), ("тұр шести", 0), ("или", 0)]
    {
        let typed = qatys::domain::normalise(typed);
        assert_eq!(faq::count_found(&mut tx, &typed).await.unwrap(), found, "{typed}");
        let page = faq::search(&mut tx, &typed, 9, 0).await.unwrap();
        assert_eq!(page.len(), found as usize, "{typed}");
        assert!(page.iter().all(|(_, event)| *event == title));
    }
    faq::correct(&mut tx, &asked[0], &answer("Жоқ, аялдамадан жаяу.")).await.unwrap();
    assert_eq!(faq::count_found(&mut tx, "аялдам").await.unwrap(), 1, "in all places, found once");
    assert_eq!(faq::count_found(&mut tx, "казына").await.unwrap(), 0);
    store::events::set_status(&mut tx, next, EventStatus::Draft).await.unwrap();
    assert_eq!(faq::search(&mut tx, "аялдам", 9, 0).await.unwrap()[0].0.event, here, "drafts are not there");
    let entry = faq::find(&mut tx, here, asked[0].id).await.unwrap().unwrap();
    faq::remove(&mut tx, entry).await.unwrap();
    assert_eq!(faq::find(&mut tx, here, asked[0].id).await.unwrap(), None);
    assert_eq!(faq::count_found(&mut tx, "аялдам").await.unwrap(), 0);
    tx.rollback().await;
}

#[tokio::test]
async fn a_person_reads_their_own_and_the_term_ends_for_all_but_what_is_kept() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let (past, ahead) = (event(&mut tx, "one", 0).await, event(&mut tx, "two", 48).await);
    let old = questions::add(&mut tx, past, ASKER, &words("Қашан?"), now()).await.unwrap();
    let fresh = questions::add(&mut tx, ahead, OTHER, &words("Қайда?"), minutes(1)).await.unwrap();
    questions::add_vote(&mut tx, old, OTHER, minutes(2)).await.unwrap();
    questions::set_answer(&mut tx, old, &answer("Ертең"), PersonId(9), minutes(3)).await.unwrap();
    let question = look(&mut tx, old).await;
    faq::add(&mut tx, past, &question, &answer("Ертең"), now()).await.unwrap();
    let records = questions::list_records(&mut tx, OTHER).await.unwrap();
    let shown: Vec<_> = records.iter().map(|one| (one.own, one.question.as_str(), one.at)).collect();
    assert_eq!(shown, [(false, "Қашан?", minutes(2)), (true, "Қайда?", minutes(1))]);
    assert_eq!((records[0].answer.as_deref(), records[0].event.as_str()), (Some("Ертең"), "Ашық дәріс"));
    assert_eq!(questions::sweep(&mut tx, start()).await.unwrap(), 0);
    assert_eq!(questions::sweep(&mut tx, start() + TimeDelta::hours(1)).await.unwrap(), 1);
    assert_eq!(questions::lookup(&mut tx, old, OTHER).await.unwrap(), None);
    assert_eq!(look(&mut tx, fresh).await.words, words("Қайда?"));
    assert_eq!(faq::count(&mut tx, past).await.unwrap(), 1);
    assert_eq!(questions::list_records(&mut tx, OTHER).await.unwrap().len(), 1);
    tx.rollback().await;
}
