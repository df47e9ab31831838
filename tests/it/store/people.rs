//! Statements on people, their conversations, and the values the program keeps for itself.

use super::*;
use qatys::{
    domain::{Details, District, Language, Name, Phone},
    store::{dialogues, people, settings},
};

#[tokio::test]
async fn a_person_is_noted_once_and_keeps_what_is_known() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let id = PersonId(i64::MAX);
    assert!(people::lookup(&mut tx, id).await.unwrap().is_none());
    assert_eq!(people::known_since(&mut tx, id).await.unwrap(), None);
    people::add(&mut tx, id, None, minutes(1)).await.unwrap();
    let bare = people::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((bare.id, bare.language, bare.details, bare.consent), (id, None, None, None));
    people::add(&mut tx, id, Some(Language::Ru), minutes(2)).await.unwrap();
    people::add(&mut tx, id, Some(Language::En), minutes(3)).await.unwrap();
    people::add(&mut tx, id, None, minutes(4)).await.unwrap();
    let known = people::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(known.language, Some(Language::Ru), "the first language stays");
    people::set_language(&mut tx, id, Language::Kk).await.unwrap();
    assert_eq!(people::lookup(&mut tx, id).await.unwrap().unwrap().language, Some(Language::Kk));
    assert_eq!(people::known_since(&mut tx, id).await.unwrap(), Some(minutes(1)));
    people::set_unreachable(&mut tx, id, minutes(5)).await.unwrap();
    assert!(!people::lookup_reachable(&mut tx, id).await.unwrap().unwrap().1);
    assert!(people::lookup_in_dialogue(&mut tx, id).await.unwrap().is_none());
    people::add(&mut tx, id, None, minutes(6)).await.unwrap();
    assert!(people::lookup_reachable(&mut tx, id).await.unwrap().unwrap().1);
    assert_eq!(people::lookup_in_dialogue(&mut tx, id).await.unwrap().unwrap().1, None);
    assert!(people::lookup_reachable(&mut tx, PersonId(404)).await.unwrap().is_none());
    tx.rollback().await;
}

#[tokio::test]
async fn details_are_kept_with_the_consent_they_were_given_under() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let id = PersonId(-3);
    people::set_details(&mut tx, id, &details(), 1, minutes(1)).await.unwrap();
    let person = people::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(person.details, Some(details()));
    let second =
        Details { name: Name::parse("Ғани-Əлі О'Нил").unwrap(), phone: None, district: None };
    people::set_unreachable(&mut tx, id, minutes(2)).await.unwrap();
    people::set_details(&mut tx, id, &second, 1, minutes(3)).await.unwrap();
    let person = people::lookup(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(person.details, Some(Details { phone: details().phone, ..second.clone() }), "the phone stays");
    assert_eq!(person.consent.unwrap().at, minutes(1), "the same consent is not given anew");
    assert!(people::lookup_reachable(&mut tx, id).await.unwrap().unwrap().1);
    let third =
        Details { phone: Phone::parse("77019999999").ok(), district: Some(District::Saryarqa), ..second };
    people::set_details(&mut tx, id, &third, 2, minutes(4)).await.unwrap();
    let person = people::lookup(&mut tx, id).await.unwrap().unwrap();
    let consent = person.consent.unwrap();
    assert_eq!((person.details, consent.version, consent.at), (Some(third), 2, minutes(4)));
    tx.rollback().await;
}

#[tokio::test]
async fn conversations_are_replaced_ended_and_swept() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let id = PersonId(1);
    assert_eq!(dialogues::lookup(&mut tx, id).await.unwrap(), None);
    dialogues::set(&mut tx, id, "", minutes(1)).await.unwrap();
    assert_eq!(dialogues::lookup(&mut tx, id).await.unwrap().as_deref(), Some(""));
    let state = r#"{"name":"Әйгерім \u0000 \\ 'x' 😀"}"#;
    dialogues::set(&mut tx, id, state, minutes(2)).await.unwrap();
    assert_eq!(dialogues::lookup(&mut tx, id).await.unwrap().as_deref(), Some(state));
    people::add(&mut tx, id, None, now()).await.unwrap();
    let (_, found, _) = people::lookup_in_dialogue(&mut tx, id).await.unwrap().unwrap();
    assert_eq!(found.as_deref(), Some(state));
    dialogues::set(&mut tx, PersonId(2), "two", minutes(9)).await.unwrap();
    assert_eq!(dialogues::sweep(&mut tx, minutes(2)).await.unwrap(), 0);
    assert_eq!(dialogues::sweep(&mut tx, minutes(2) + TimeDelta::milliseconds(1)).await.unwrap(), 1);
    dialogues::remove(&mut tx, PersonId(2)).await.unwrap();
    assert_eq!(dialogues::lookup(&mut tx, PersonId(2)).await.unwrap(), None);
    tx.rollback().await;
}

#[tokio::test]
async fn an_erasure_leaves_numbers_and_no_person() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    for person in [1, 2] {
        people::set_details(&mut tx, PersonId(person), &details(), 1, minutes(person)).await.unwrap();
        sign_up(&mut tx, event, person, 2, Standing::Seated).await;
    }
    dialogues::set(&mut tx, PersonId(1), "{}", now()).await.unwrap();
    let records = people::list_registrations(&mut tx, PersonId(1)).await.unwrap();
    let record = &records[0];
    assert_eq!((record.event.as_str(), record.starts_at, record.party), ("Ашық дәріс", start(), 2));
    assert_eq!((record.standing.as_str(), record.created_at), ("seated", now()));
    assert_eq!((record.arrived_at, record.arrived_party), (None, None));
    assert_eq!(people::list_names(&mut tx, event).await.unwrap().len(), 2);
    people::erase(&mut tx, PersonId(1), PersonId(-9)).await.unwrap();
    assert!(people::lookup(&mut tx, PersonId(1)).await.unwrap().is_none());
    assert_eq!(dialogues::lookup(&mut tx, PersonId(1)).await.unwrap(), None);
    assert_eq!(people::list_registrations(&mut tx, PersonId(-9)).await.unwrap().len(), 1);
    assert_eq!(people::list_names(&mut tx, event).await.unwrap().len(), 1);
    assert_eq!(people::list_ids(&mut tx).await.unwrap(), [(PersonId(2), minutes(2))]);
    people::add_erasure(&mut tx, "print", minutes(1)).await.unwrap();
    people::add_erasure(&mut tx, "print", minutes(2)).await.unwrap();
    let erasures = people::list_erasures(&mut tx).await.unwrap();
    assert_eq!(erasures.into_iter().collect::<Vec<_>>(), [("print".to_owned(), minutes(2))]);
    // Their term is over when both the consent and the last event lie before.
    let expired = async |tx: &mut Tx, before, limit| people::list_expired(tx, before, limit).await.unwrap();
    assert_eq!(expired(&mut tx, start(), 9).await, []);
    let after = start() + TimeDelta::milliseconds(1);
    assert_eq!(expired(&mut tx, after, 9).await, [PersonId(2)]);
    assert_eq!(expired(&mut tx, after, 0).await, []);
    tx.rollback().await;
}

#[tokio::test]
async fn names_are_in_the_same_order_everywhere() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    let event = event(&mut tx, "one", 0).await;
    for (person, name) in ["Ян", "әлия", "Aida", "Азат", "bek", "Қуат"].into_iter().enumerate()
    {
        let details = Details { name: Name::parse(name).unwrap(), ..details() };
        people::set_details(&mut tx, PersonId(person as i64), &details, 1, now()).await.unwrap();
        sign_up(&mut tx, event, person as i64, 1, Standing::Waiting).await;
    }
    let names = people::list_names(&mut tx, event).await.unwrap();
    let names: Vec<_> = names.iter().map(|(_, name)| name.as_str()).collect();
    assert!(names.is_sorted(), "{names:?}");
    tx.rollback().await;
}

#[tokio::test]
async fn a_setting_is_drawn_once() {
    let bench = Bench::new().await;
    let mut tx = bench.store.begin().await.unwrap();
    for fresh in ["", "other"] {
        assert_eq!(settings::get_or_add(&mut tx, "word", fresh).await.unwrap(), "");
    }
    tx.rollback().await;
}
