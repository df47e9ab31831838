//! The main screens in English, as a person sees them: the words, then the keys by rows.

use super::{Language, as_text};

fn screen(name: &str) -> String {
    as_text(Language::En, name)
}

#[test]
fn home() {
    insta::assert_snapshot!(screen("home, known"), @"
    <b>Hello, Айгүл Серікқызы!</b>
    Where shall we start?
    [📅 Find an event]
    [🎫 My events]
    [📚 Materials and answers]
    [Language] [My data]
    [Check people in]
    [✉️ Write to people]
    ");
}

#[test]
fn list() {
    insta::assert_snapshot!(screen("list, short"), @r"
    <b>Upcoming events: 3</b>

    1. <b>Open lecture</b>
    Sat 5 Dec, 18:30 · Esil district · Open entry

    2. <b>Open lecture</b>
    Sat 5 Dec, 18:30 · Esil district · Seats left: 21

    3. <b>Open lecture</b>
    Sat 5 Dec, 18:30 · Esil district · No seats, waiting list open
    [1. Open lecture]
    [2. Open lecture]
    [3. Open lecture]
    [Change the filters] [Home]
    ");
}

#[test]
fn empty_list() {
    insta::assert_snapshot!(screen("list, empty"), @r"
    Nothing found with these filters. Try removing one of them:
    Chosen: Sat 5 Dec · Saraishyq district · Central level · Қазақша
    [✕ Sat 5 Dec] [✕ Saraishyq district]
    [✕ Central level] [✕ Қазақша]
    [Show all]
    [Change the filters] [Home]
    ");
}

#[test]
fn month() {
    insta::assert_snapshot!(screen("month"), @r"
    <b>December 2026</b>
    Events this month: 3. The numbers are the days they are on.
    Chosen: Sat 5 Dec · Saraishyq district · Central level · Қазақша
    [Mon] [Tue] [Wed] [Thu] [Fri] [Sat] [Sun]
    [ ] [·] [·] [·] [·] [5] [·]
    [·] [·] [·] [·] [·] [·] [·]
    [·] [·] [·] [·] [·] [·] [·]
    [·] [·] [·] [·] [·] [·] [·]
    [·] [·] [·] [31] [ ] [ ] [ ]
    [January ›]
    [‹ Back]
    ");
}

#[test]
fn card_of_a_registered_person() {
    insta::assert_snapshot!(screen("card, seated, 9 of Some(30)"), @"
    <b>Open lecture</b>

    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    Language: Kazakh, Russian
    Organiser: Ғалымдар кеңесі

    <blockquote>Поговорим об истории города. <i>(in Russian)</i></blockquote>

    Seats left: 21
    ✅ <b>You are registered</b> (5 people)
    [🎫 My ticket]
    [Change party size]
    [Cancel my registration]
    [Add to calendar]
    [📍 On the map] [Share]
    [💬 Questions and answers] [📎 Materials]
    [‹ Back]
    ");
}

#[test]
fn card_of_a_full_event() {
    insta::assert_snapshot!(screen("card, cancelled, 30 of Some(30)"), @"
    <b>Open lecture</b>

    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    Language: Kazakh, Russian
    Organiser: Ғалымдар кеңесі

    <blockquote>Поговорим об истории города. <i>(in Russian)</i></blockquote>

    No seats left, but you can join the waiting list.
    People waiting: 12
    [Join the waiting list]
    [Add to calendar]
    [📍 On the map] [Share]
    [💬 Questions and answers] [📎 Materials]
    [‹ Back]
    ");
}

#[test]
fn consent() {
    insta::assert_snapshot!(screen("consent"), @r"
    <b>Your consent, please</b>
    To sign you up we need your name, phone number (where the event asks for it), district (if you wish to name it) and Telegram ID.

    Ғалымдар кеңесі (BIN 123456789012) keeps them to register you, to remind you and to count attendance, until 90 days after the event, and passes nothing on to third parties. Messages travel through Telegram, so they may pass servers abroad.

    You can withdraw your consent at any time: /privacy

    <b>Do you agree to the collection and processing of your personal data?</b>
    [I agree]
    [Cancel]
    ");
}

#[test]
fn name() {
    insta::assert_snapshot!(screen("name, sugg"), @r"
    <b>What is your name?</b>
    Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
    [Айгүл Серікқызы]
    [‹ Back] [Cancel]
    ");
}

#[test]
fn phone() {
    insta::assert_snapshot!(screen("phone, optional"), @r"
    <b>Your phone number</b>
    Press the button below or type the number. You can also skip this.
    [📱 Send my number]
    [Skip]
    [‹ Back] [Cancel]
    ");
}

#[test]
fn confirmation() {
    insta::assert_snapshot!(screen("confirm, waiting"), @r"
    <b>Please check that everything is right</b>

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30

    Name: Айгүл Серікқызы
    Phone: +7 701 234 56 78
    Where you live: Saraishyq district
    People: 3

    There are not enough free seats: you will be on the waiting list. I'll write as soon as there is room.

    ⚠️ You are registered for another event at that time: <b>Open lecture</b>, Saturday, 5 December, 18:30.
    [✅ Confirm]
    [‹ Back] [Cancel]
    ");
}

#[test]
fn waiting_list() {
    insta::assert_snapshot!(screen("joined W"), @r"
    ⏳ <b>You are on the waiting list, place 12</b>
    There were not enough seats. As soon as one is free, I'll write to you.

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    [Add to calendar]
    [📍 On the map]
    [About the event] [🎫 My events]
    [Home]
    ");
}

#[test]
fn mine() {
    insta::assert_snapshot!(screen("mine"), @r"
    <b>My upcoming events</b>

    1. <b>Open lecture</b>
    Sat 5 Dec, 18:30 · ✅ registered

    2. <b>Open lecture</b>
    Sat 5 Dec, 18:30 · ⏳ waiting list, place 4

    3. <b>Open lecture</b>
    Sat 5 Dec, 18:30 · 🔔 a seat is free, confirm by 06:30 on 2 December

    4. <b>Open lecture</b>
    Sat 5 Dec, 18:30
    [1. Open lecture]
    [2. Open lecture]
    [3. Open lecture]
    [4. Open lecture]
    [1/2] [›]
    [Past events]
    [Home]
    ");
}

#[test]
fn ticket() {
    insta::assert_snapshot!(screen("ticket"), @r"
    🎫 <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district

    Айгүл Серікқызы · 5 people
    Code: <code>K7M2</code>

    Show this code at the entrance.
    [Add to calendar]
    [📍 On the map] [About the event]
    [Cancel my registration]
    ");
}

#[test]
fn seat_offered() {
    insta::assert_snapshot!(screen("seat offered"), @r"
    🔔 <b>A seat is free for you – confirm by 21:30</b>
    After that it goes to the next in line.

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    People: 2
    [✅ Take the seat]
    [Give up the seat]
    [About the event]
    ");
}

#[test]
fn reminder_of_the_day_before() {
    insta::assert_snapshot!(screen("reminder, day"), @r"
    🔔 <b>See you tomorrow!</b>
    Please tell us whether you are coming, so that no seat stays empty.

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    People: 2
    [✅ I'm coming]
    [I can't come]
    [About the event]
    ");
}

#[test]
fn reminder_shortly_before() {
    insta::assert_snapshot!(screen("reminder, soon"), @r"
    🔔 <b>We start in 2 hours!</b>

    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district

    Have your ticket ready: it is scanned at the entrance.
    [🎫 My ticket] [📍 On the map]
    [I can't come]
    ");
}

#[test]
fn event_changed() {
    insta::assert_snapshot!(screen("event changed"), @r"
    ⚠️ <b>The event has changed</b>
    Here are the new details. Your place is kept.

    <b>Open lecture</b>
    <s>📅 Saturday, 5 December, 17:30 (1 h 30 min)</s>
    📅 Saturday, 5 December, 18:30 (1 h 30 min)
    <s>📍 Театр, Достық көшесі, 11, Esil district</s>
    📍 Ұлттық академиялық кітапхана, Достық көшесі, 11, Esil district
    [Add to calendar]
    [📍 On the map] [About the event]
    [Cancel my registration]
    ");
}

#[test]
fn privacy() {
    insta::assert_snapshot!(screen("privacy"), @"
    <b>Your data</b>
    Kept by: Ғалымдар кеңесі (BIN 123456789012)

    <b>What:</b> your Telegram ID and language; after a sign-up also your name, phone number, district, your registrations and arrivals, and what you say of events; if you ask or vote, your questions and votes.
    <b>What for:</b> to register you, to remind you and to count attendance.
    <b>How long:</b> until 90 days after the event, or until you delete it. We pass nothing on to third parties.

    <b>What you get</b>
    Press to switch a kind off or on. Tickets, seats, changes and cancellations always come.
    [🔕 News: off]
    [🔔 Reminders: on]
    [🔔 Questions afterwards: on]
    [Download my data]
    [Delete my data]
    [Home]
    ");
}

#[test]
fn door() {
    insta::assert_snapshot!(screen("door, empty"), @"
    <b>Open lecture</b>
    📅 Saturday, 5 December, 18:30
    Arrived: 0 of 0
    Registrations: 0

    Scan tickets with the phone's camera, or type the short code or a name here.
    [+1 walk-in]
    [👥 Count heads] [🔳 Door code]
    [⟳ Refresh]
    [‹ Back]
    ");
}

#[test]
fn second_arrival() {
    insta::assert_snapshot!(screen("admission Already"), @r"
    ⚠️ <b>Already checked in at 18:30</b>
    <b>Айгүл Серікқызы</b> · 2 of 3
    [1 of 3] [All 3]
    [↩️ Undo]
    [‹ To the door]
    ");
}
