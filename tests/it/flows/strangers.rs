//! Those who may not: a citizen who scans tickets, asks for the desk or forges the buttons of the staff learns nothing.

use super::stage::{Stage, dombra};
use insta::assert_snapshot;

#[tokio::test]
async fn a_citizen_who_scans_a_ticket_learns_nothing() {
    let stage = Stage::with(&[dombra()]).await;
    let holder = stage.guest("Holder", "en");
    holder.sign_up(&stage.link("Домбыра").await, "2").await;
    stage.skip();
    let mut answers = Vec::new();
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let guest = stage.guest(name, language);
        guest.start(&holder.ticket()).await;
        answers.push(guest.last().text);
        // One that was never issued looks exactly the same.
        guest.start("t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dA").await;
        assert_eq!(guest.last().text, answers.last().unwrap().as_str());
    }
    // Their own ticket, too: only the staff check in.
    holder.start(&holder.ticket()).await;
    assert_eq!(holder.last().text, answers[2]);
    assert_snapshot!(answers.join("\n\n"), @r"
    Бұл – билеттің сілтемесі. Оны кіреберісте іс-шара қызметкерлері сканерлейді. Өз билеттеріңіз мына жерде: /my

    Это ссылка с билета. Её сканируют на входе сотрудники мероприятия. Ваши билеты здесь: /my

    This is the link of a ticket. The event's staff scan it at the entrance. You'll find your own tickets here: /my
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_desk_is_not_there_for_a_citizen() {
    let stage = Stage::with(&[dombra()]).await;
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let guest = stage.guest(name, language);
        guest.say("/desk").await;
        let desk = guest.last();
        guest.say("/no_such_command").await;
        assert_eq!((desk.text, desk.buttons), (guest.last().text, guest.last().buttons));
    }
    stage.end().await;
}

#[tokio::test]
async fn forged_buttons_of_the_staff_are_old_buttons() {
    let stage = Stage::with(&[dombra()]).await;
    let holder = stage.guest("Holder", "en");
    holder.sign_up(&stage.link("Домбыра").await, "2").await;
    let steward = stage.steward("Дәурен", "kk");
    steward.start(&holder.ticket()).await;
    let emma = stage.guest("Emma", "en");
    emma.start("").await;
    let before = emma.person.messages();
    let mut answers = Vec::new();
    // A desk, doors, check-ins and arrivals that are there, each with one that is not; and junk.
    for payload in ["d.0", "dd.1", "dd.999", "dc.1.1", "dc.999.1", "du.1", "du.999", "junk"] {
        stage.skip();
        emma.forge(payload).await;
        answers.push(stage.told().lines().skip(1).collect::<Vec<_>>().join("\n"));
    }
    answers.dedup();
    assert_eq!(answers, ["  (This button is out of date. Please open the list again: /events)"]);
    assert_eq!(emma.person.messages(), before, "nothing is shown");
    stage.end().await;
}

#[tokio::test]
async fn registrations_of_others_cannot_be_touched() {
    let stage = Stage::with(&[dombra()]).await;
    let holder = stage.guest("Holder", "en");
    holder.sign_up(&stage.link("Домбыра").await, "2").await;
    let emma = stage.guest("Emma", "en");
    for tag in ["t.1", "rl.1", "rls.1", "rp.1", "rp.1.1", "ra.1", "rd.1", "rc.1", "rn.1"] {
        let (mine, none) = (tag.to_owned(), tag.replacen(".1", ".999", 1));
        let mut answers = Vec::new();
        for payload in [mine, none] {
            emma.start("").await;
            stage.skip();
            emma.forge(&payload).await;
            answers.push(stage.told().lines().skip(1).collect::<Vec<_>>().join("\n"));
        }
        assert_eq!(answers[0], answers[1], "{tag}");
    }
    holder.say("/my").await;
    assert!(holder.last().text.contains("registered"));
    stage.end().await;
}
