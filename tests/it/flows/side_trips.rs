//! Commands, other languages and old buttons in the middle of a sign-up.

use super::cast::at_the_first_question;
use super::stage::{Stage, dombra, lecture};
use insta::assert_snapshot;

#[tokio::test]
async fn side_trips_lead_back_to_the_open_question() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = at_the_first_question(&stage, "Emma", "en").await;
    emma.press("I agree").await;
    stage.skip();
    emma.say("/help").await;
    emma.say("/no_such_command").await;
    emma.say("/desk").await;
    emma.say("/language").await;
    emma.press("Русский").await;
    emma.say("Эмма").await;
    emma.say("/language").await;
    emma.press("English").await;
    // A label of the keyboard in the language of before.
    emma.say("‹ Назад").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ /help
    → Emma
      <b>How I can help</b>

      📅 /events – find an event by day, district, level or language. You can also just type a word, for example <i>lecture</i>.
      🎫 /my – your registrations and tickets. Plans changed? You can cancel there too.
      📚 “Materials and answers” on the home screen – materials of events and answers to what was asked.
      🔔 I'll remind you before the start and tell you if anything changes.

      /language – change the language
      /privacy – what we keep about you, and how to delete it
      /cancel – stop what we've started
      [Home]
    → Emma
      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ /no_such_command
    → Emma
      <i>That doesn't look like a name. Please write it in letters, without links or numbers.</i>

      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ /desk
    → Emma
      <i>That doesn't look like a name. Please write it in letters, without links or numbers.</i>

      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ /language
    → Emma
      Which language shall we speak?
      [Қазақша] [Русский] [English]
      [Home]
    Emma ▸ [Русский]
    ✎ Emma
      <b>Как вас зовут?</b>
      Напишите имя и фамилию – так вас встретят на входе. Или нажмите кнопку с вашим именем.
      [Emma]
      [‹ Назад] [Отмена]
    Emma ▸ Эмма
    → Emma
      <b>Ваш номер телефона</b>
      Нажмите кнопку ниже или напишите номер. Он нужен организатору, чтобы связаться с вами по этому мероприятию.
    ⌨ Emma: [📱 Отправить мой номер][‹ Назад][Отмена]
    Emma ▸ /language
    → Emma
      На каком языке будем общаться?
      [Қазақша] [Русский] [English]
      [На главную]
    Emma ▸ [English]
    → Emma
      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    ⌨ Emma: [📱 Send my number][‹ Back][Cancel]
    Emma ▸ ‹ Назад
    → Emma
      👌
    → Emma
      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    ⌨ Emma: —
    ");
    stage.end().await;
}

#[tokio::test]
async fn old_buttons_say_that_they_are_old() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let mut seen = Vec::new();
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let guest = stage.guest(name, language);
        guest.start("").await;
        stage.skip();
        // Of no release, of an event that is not there, of a dialogue that is over, of somebody else's registration.
        for payload in ["junk", "ec.999", "a.c", "t.999", "rl.999", "du.999"] {
            guest.forge(payload).await;
        }
        seen.push(stage.told());
    }
    let sergei = stage.guest("Сергей", "ru");
    sergei.start("").await;
    stage.skip();
    for payload in ["e.999.h", "s.999", "rls.999", "ra.999", "rp.999.2", "rc.999"] {
        sergei.forge(payload).await;
    }
    seen.push(stage.told());
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ (forged junk)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Айгүл ▸ (forged ec.999)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Айгүл ▸ (forged a.c)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Айгүл ▸ (forged t.999)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Айгүл ▸ (forged rl.999)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Айгүл ▸ (forged du.999)
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Сергей ▸ (forged junk)
      (Эта кнопка устарела. Откройте список заново: /events)
    Сергей ▸ (forged ec.999)
      (Эта кнопка устарела. Откройте список заново: /events)
    Сергей ▸ (forged a.c)
      (Эта кнопка устарела. Откройте список заново: /events)
    Сергей ▸ (forged t.999)
      (Эта кнопка устарела. Откройте список заново: /events)
    Сергей ▸ (forged rl.999)
      (Эта кнопка устарела. Откройте список заново: /events)
    Сергей ▸ (forged du.999)
      (Эта кнопка устарела. Откройте список заново: /events)
    Emma ▸ (forged junk)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged ec.999)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged a.c)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged t.999)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged rl.999)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged du.999)
      (This button is out of date. Please open the list again: /events)
    Сергей ▸ (forged e.999.h)
    ✎ Сергей
      Такого мероприятия нет. Возможно, ссылка устарела.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ (forged s.999)
    Сергей ▸ (forged rls.999)
    ✎ Сергей
      Эта запись уже была отменена.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ (forged ra.999)
    ✎ Сергей
      Такой записи больше нет.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ (forged rp.999.2)
    Сергей ▸ (forged rc.999)
      (За этой записью больше нет места. Посмотрите: /my)
    ");
    stage.end().await;
}

#[tokio::test]
async fn an_old_answer_does_not_move_the_dialogue() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = at_the_first_question(&stage, "Emma", "en").await;
    emma.press("I agree").await;
    let (name_question, _) = emma.button("Emma");
    emma.press("Emma").await;
    emma.share_contact().await;
    stage.skip();
    emma.press_at(name_question, "Emma").await;
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [Emma]
    ✎ Emma
      <i>Please choose one of the buttons.</i>

      <b>Which district do you live in?</b>
      It helps to plan events near you. You can skip this.
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Skip]
      [‹ Back] [Cancel]
    ");
    stage.end().await;
}
