//! Cards in other chats: asking for them from any chat, choosing one, signing up by its button, and how the copy keeps up
//! with the seats, in all three languages.

use super::stage::{Guest, Stage, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::simulator::{ButtonKind, InlineAnswer, Message};
use std::{fmt::Write as _, time::Duration};
use tokio::time::sleep;

/// Longest the bot may take, in the time of its timers.
const PATIENCE: Duration = Duration::from_mins(2);

async fn offered(guest: &Guest<'_>, words: &str) -> (String, InlineAnswer) {
    let query = guest.person.ask_inline(words, "");
    let answer = guest.person.inline_answer(&query, PATIENCE).await.expect("every query is answered");
    (query, answer)
}

fn shown(message: &Message) -> String {
    let labels: Vec<_> =
        message.buttons.iter().flatten().map(|button| format!("[{}]", button.text)).collect();
    format!("{}\n{}", message.html(), labels.join(" ")).trim_end().to_owned()
}

/// Lets time pass until the copy looks different.
async fn changed(stage: &Stage, guest: &Guest<'_>, copy: i32) -> String {
    let before = shown(&guest.person.message(copy).unwrap());
    stage.pass(TimeDelta::minutes(1)).await;
    for _ in 0..600 {
        sleep(Duration::from_millis(500)).await;
        let now = shown(&guest.person.message(copy).unwrap());
        if now != before {
            stage.skip();
            return now;
        }
    }
    panic!("the copy still shows {before}");
}

/// Somebody shows the dombra evening to others; one of them signs up by its button; then it is called off.
async fn passed_on(name: &str, language: &str, words: &str) -> String {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let sender = stage.guest(name, language);
    let mut told = String::new();
    for asked in ["", words, "xyz"] {
        let _ = writeln!(told, "{}", format!("@bot {asked}").trim_end());
        for entry in offered(&sender, asked).await.1.results {
            let _ = writeln!(told, "  {} | {}", entry.title, entry.description);
        }
    }
    let (query, answer) = offered(&sender, words).await;
    let copy = sender.person.choose(&query, &answer.results[0].id).unwrap();
    stage.settle().await;
    let card = sender.person.message(copy).unwrap();
    let _ = writeln!(told, "──── chosen\n{}", shown(&card));
    let ButtonKind::Url(url) = &card.buttons[0][0].kind else { panic!("no link") };
    let link = url.split_once("?start=").unwrap().1;
    assert_eq!(link, stage.link("Домбыра").await);
    stage.guest("Anna", "en").sign_up(link, "2").await;
    let _ = writeln!(told, "──── two seats taken\n{}", changed(&stage, &sender, copy).await);
    stage.execute("UPDATE events SET status = 'cancelled' WHERE external_id = 'F-1'").await;
    let _ = writeln!(told, "──── called off\n{}", changed(&stage, &sender, copy).await);
    // The copy is deleted by who sent it: at the next change it is given up.
    sender.person.delete(copy);
    stage.execute("UPDATE events SET status = 'published' WHERE external_id = 'F-1'").await;
    stage.pass(TimeDelta::minutes(1)).await;
    for _ in 0..600 {
        if stage.demo.app.services().copied_events().await.unwrap().is_empty() {
            stage.forgive();
            stage.end().await;
            return told;
        }
        sleep(Duration::from_millis(500)).await;
    }
    panic!("a deleted copy is remembered");
}

#[tokio::test]
async fn a_card_in_kazakh() {
    assert_snapshot!(passed_on("Айгүл", "kk", "домбыра").await, @"
    @bot
      Домбыра кеші | ертең 18:00 · Ұлттық кітапхана · Бос орын: 3
      Ашық дәріс | 3 жел, бс 15:00 · Ұлттық кітапхана
    @bot домбыра
      Домбыра кеші | ертең 18:00 · Ұлттық кітапхана · Бос орын: 3
    @bot xyz
    ──── chosen
    <b>Домбыра кеші</b>
    📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
    📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

    Бос орын: 3
    [Тіркелу]
    ──── two seats taken
    <b>Домбыра кеші</b>
    📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
    📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

    Бос орын: 1
    [Тіркелу]
    ──── called off
    <b>Домбыра кеші</b>
    📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
    📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

    ❌ <b>Іс-шара болмайды.</b>
    ");
}

#[tokio::test]
async fn a_card_in_russian() {
    assert_snapshot!(passed_on("Сергей", "ru", "вечер").await, @"
    @bot
      Вечер домбры | завтра в 18:00 · Ұлттық кітапхана · Свободных мест: 3
      Открытая лекция | 3 дек, чт 15:00 · Ұлттық кітапхана
    @bot вечер
      Вечер домбры | завтра в 18:00 · Ұлттық кітапхана · Свободных мест: 3
    @bot xyz
    ──── chosen
    <b>Вечер домбры</b>
    📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
    📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

    Свободных мест: 3
    [Записаться]
    ──── two seats taken
    <b>Вечер домбры</b>
    📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
    📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

    Свободных мест: 1
    [Записаться]
    ──── called off
    <b>Вечер домбры</b>
    📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
    📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

    ❌ <b>Мероприятие отменено.</b>
    ");
}

#[tokio::test]
async fn a_card_in_english() {
    assert_snapshot!(passed_on("Emma", "en", "dombra").await, @"
    @bot
      Dombra evening | tomorrow, 18:00 · Ұлттық кітапхана · Seats left: 3
      Open lecture | Thu 3 Dec, 15:00 · Ұлттық кітапхана
    @bot dombra
      Dombra evening | tomorrow, 18:00 · Ұлттық кітапхана · Seats left: 3
    @bot xyz
    ──── chosen
    <b>Dombra evening</b>
    📅 Wednesday, 2 December, 18:00 (1 h 30 min)
    📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

    Seats left: 3
    [Sign up]
    ──── two seats taken
    <b>Dombra evening</b>
    📅 Wednesday, 2 December, 18:00 (1 h 30 min)
    📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

    Seats left: 1
    [Sign up]
    ──── called off
    <b>Dombra evening</b>
    📅 Wednesday, 2 December, 18:00 (1 h 30 min)
    📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

    ❌ <b>The event will not take place.</b>
    ");
}

#[tokio::test]
async fn long_lists_go_on_and_a_card_sent_to_the_bot_itself_is_no_word_to_it() {
    let many: Vec<_> = (0..45)
        .map(|number| qatys::domain::EventFacts { external_id: format!("M-{number}"), ..lecture() })
        .collect();
    let stage = Stage::with(&many).await;
    let guest = stage.guest("Anna", "en");
    guest.start("").await;
    let (mut offset, mut seen) = (String::new(), Vec::new());
    loop {
        let query = guest.person.ask_inline("", &offset);
        let page = guest.person.inline_answer(&query, PATIENCE).await.unwrap();
        seen.extend(page.results.iter().map(|entry| entry.id.clone()));
        if page.next_offset.is_empty() {
            guest.person.choose(&query, &page.results[0].id).unwrap();
            break;
        }
        offset = page.next_offset;
    }
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 45);
    let before = guest.person.last().unwrap().id;
    stage.settle().await;
    assert_eq!(guest.person.last().unwrap().id, before, "the bot answered its own card");
    stage.end().await;
}
