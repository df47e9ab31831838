//! Answers that do not fit, at every question of a sign-up, in English.

use super::cast::at_the_first_question;
use super::missteps::sticker;
use super::stage::{Stage, dombra};
use insta::assert_snapshot;

#[tokio::test]
async fn wrong_answers_in_english() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = at_the_first_question(&stage, "Emma", "en").await;
    stage.skip();
    emma.say("yes").await;
    emma.press("I agree").await;
    emma.does("a sticker", sticker).await;
    emma.say("E").await;
    emma.say(&"e".repeat(65)).await;
    emma.say("@emma").await;
    emma.say("Emma").await;
    emma.say("none").await;
    emma.does("a contact of someone else", |person| {
        person.share_contact_of("77010000000", "Bek", Some(5));
    })
    .await;
    emma.say("Skip").await;
    emma.share_contact().await;
    emma.say("Berlin").await;
    emma.press("Skip").await;
    emma.say("6").await;
    emma.press("1").await;
    emma.say("ok").await;
    assert_snapshot!(stage.told(), @r"
    Emma ▸ yes
    → Emma
      <i>Please choose one of the buttons.</i>

      <b>Your consent, please</b>
      To sign you up we need your name, phone number (where the event asks for it), district (if you wish to name it) and Telegram ID.

      Qatys demo keeps them to register you, to remind you and to count attendance, until 90 days after the event, and passes nothing on to third parties. Messages travel through Telegram, so they may pass servers abroad.

      You can withdraw your consent at any time: /privacy

      <b>Do you agree to the collection and processing of your personal data?</b>
      [I agree]
      [Cancel]
    Emma ▸ [I agree]
    ✎ Emma
      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ (a sticker)
    → Emma
      <i>Please answer with a text message.</i>

      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ E
    → Emma
      <i>That is too short for a name. Please write at least two letters.</i>

      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee
    → Emma
      <i>That is too long: 64 characters at most, please.</i>

      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ @emma
    → Emma
      <i>That doesn't look like a name. Please write it in letters, without links or numbers.</i>

      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ Emma
    → Emma
      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    ⌨ Emma: [📱 Send my number][‹ Back][Cancel]
    Emma ▸ none
    → Emma
      <i>I couldn't read this number. Please type it like this: +7 701 234 56 78</i>

      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    Emma ▸ (a contact of someone else)
    → Emma
      <i>This is someone else's contact. Please send your own number.</i>

      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    Emma ▸ Skip
    → Emma
      <i>This event needs a phone number, so we can't skip it.</i>

      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    Emma ▸ [📱 Send my number]
    → Emma
      Phone: +7 701 000 01 00
    → Emma
      <b>Which district do you live in?</b>
      It helps to plan events near you. You can skip this.
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Skip]
      [‹ Back] [Cancel]
    ⌨ Emma: —
    Emma ▸ Berlin
    → Emma
      <i>Please choose one of the buttons.</i>

      <b>Which district do you live in?</b>
      It helps to plan events near you. You can skip this.
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Skip]
      [‹ Back] [Cancel]
    Emma ▸ [Skip]
    ✎ Emma
      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [2] [3] [4] [5]
      [‹ Back] [Cancel]
    Emma ▸ 6
    → Emma
      <i>For this event one registration is for 5 people at most.</i>

      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [2] [3] [4] [5]
      [‹ Back] [Cancel]
    Emma ▸ [1]
    ✎ Emma
      <b>Please check that everything is right</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Name: Emma
      Phone: +7 701 000 01 00
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    Emma ▸ ok
    → Emma
      <i>Please choose one of the buttons.</i>

      <b>Please check that everything is right</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Name: Emma
      Phone: +7 701 000 01 00
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    ");
    stage.end().await;
}
