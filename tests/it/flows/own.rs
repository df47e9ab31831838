//! What one does with a registration of one's own: another party size, leaving, the ticket again, the list.

use super::cast::PEOPLE;
use super::stage::{Stage, dombra};
use insta::assert_snapshot;
use qatys::domain::EventFacts;

#[tokio::test]
async fn the_party_grows_and_shrinks() {
    let stage = Stage::with(&[EventFacts { capacity: Some(5), ..dombra() }]).await;
    let link = stage.link("Домбыра").await;
    stage.guest("Дана", "kk").sign_up(&link, "2").await;
    let mut seen = Vec::new();
    for (name, language) in PEOPLE {
        let guest = stage.guest(name, language);
        guest.sign_up(&link, "2").await;
        guest.start(&link).await;
        stage.skip();
        for party in ["3", "5"] {
            guest.press_data(|data| data.starts_with("rp.") && data.matches('.').count() == 1).await;
            guest.press_data(|data| data.starts_with("rp.") && data.ends_with(&format!(".{party}"))).await;
            seen.push(stage.told());
            guest.start(&link).await;
            stage.skip();
        }
        guest.press_data(|data| data.starts_with("rl.")).await;
        guest.press_data(|data| data.starts_with("rls.")).await;
        stage.skip();
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ [Адам санын өзгерту]
    ✎ Айгүл
      <b>Неше адам боласыз?</b>
      Өзіңізді де қосып санаңыз.
      [1] [✓ 2] [3] [4] [5]
      [‹ Артқа]
    Айгүл ▸ [3]
    ✎ Айгүл
      Дайын: тіркелуіңіз енді 3 адамға.
      [🎫 Менің билетім]
      [Іс-шара туралы] [🎫 Менің іс-шараларым]
      [Басты бет]
    Айгүл ▸ [Адам санын өзгерту]
    ✎ Айгүл
      <b>Неше адам боласыз?</b>
      Өзіңізді де қосып санаңыз.
      [1] [2] [✓ 3] [4] [5]
      [‹ Артқа]
    Айгүл ▸ [5]
      (Бос орын жетпейді: 3 адамға ғана орын бар. Ештеңе өзгерген жоқ.)
    Сергей ▸ [Изменить число людей]
    ✎ Сергей
      <b>Сколько вас будет?</b>
      Считайте и себя.
      [1] [✓ 2] [3] [4] [5]
      [‹ Назад]
    Сергей ▸ [3]
    ✎ Сергей
      Готово: теперь запись на 3 человек.
      [🎫 Мой билет]
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ [Изменить число людей]
    ✎ Сергей
      <b>Сколько вас будет?</b>
      Считайте и себя.
      [1] [2] [✓ 3] [4] [5]
      [‹ Назад]
    Сергей ▸ [5]
      (Свободных мест не хватает: есть места для 3 человек. Ничего не изменилось.)
    Emma ▸ [Change party size]
    ✎ Emma
      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [✓ 2] [3] [4] [5]
      [‹ Back]
    Emma ▸ [3]
    ✎ Emma
      Done: your registration is now for 3 people.
      [🎫 My ticket]
      [About the event] [🎫 My events]
      [Home]
    Emma ▸ [Change party size]
    ✎ Emma
      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [2] [✓ 3] [4] [5]
      [‹ Back]
    Emma ▸ [5]
      (There are not enough free seats: there is room for 3 people. Nothing has changed.)
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_waiting_party_that_shrinks_gets_the_seat_that_fits() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    stage.guest("Holder", "en").sign_up(&link, "2").await;
    let emma = stage.guest("Emma", "en");
    emma.sign_up(&link, "2").await;
    emma.start(&link).await;
    stage.skip();
    emma.press("Change party size").await;
    emma.press("1").await;
    emma.start(&link).await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ [Change party size]
    ✎ Emma
      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [✓ 2] [3]
      [‹ Back]
    Emma ▸ [1]
    ✎ Emma
      Done: your registration is now for 1 person.
      [About the event] [🎫 My events]
      [Home]
    → Emma
      🔔 <b>A seat is free for you – confirm by 17:15</b>
      After that it goes to the next in line.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      People: 1
      [✅ Take the seat]
      [Give up the seat]
      [About the event]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      🔔 <b>A seat is free – confirm by 17:15</b>
      [✅ Take the seat]
      [Give up the seat]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn leaving_asks_once_and_says_goodbye() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let mut seen = Vec::new();
    for (name, language) in PEOPLE {
        let guest = stage.guest(name, language);
        guest.sign_up(&link, "3").await;
        let waiter = stage.guest(&format!("{name} 2"), language);
        waiter.sign_up(&link, "1").await;
        waiter.start(&link).await;
        stage.skip();
        waiter.press_data(|data| data.starts_with("rl.")).await;
        waiter.press_data(|data| data.starts_with("rls.")).await;
        // From the ticket, which is a picture: the question is a message of its own.
        guest.press_data(|data| data.starts_with("rl.")).await;
        let (question, yes) = guest.question();
        guest.press_at(question, &yes).await;
        guest.press_data(|data| data.starts_with("rl.")).await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл 2 ▸ [Күту тізімінен шығу]
    ✎ Айгүл 2
      <b>Күту тізімінен шығасыз ба?</b>
      Кезегіңіз сақталмайды.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Иә, шығамын]
      [Жоқ, қалдыру]
    Айгүл 2 ▸ [Иә, шығамын]
    ✎ Айгүл 2
      Тіркелуіңіз жойылды. Хабарлағаныңызға рақмет!

      <b>Домбыра кеші</b>
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Айгүл ▸ [Тіркелуден бас тарту]
    → Айгүл
      <b>Тіркелуден бас тартасыз ба?</b>
      Орныңыз бірден басқаларға босайды.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Иә, бас тартамын]
      [Жоқ, қалдыру]
    Айгүл ▸ [Иә, бас тартамын]
    ✎ Айгүл
      Тіркелуіңіз жойылды. Хабарлағаныңызға рақмет!

      <b>Домбыра кеші</b>
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Айгүл ▸ [Тіркелуден бас тарту]
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Сергей 2 ▸ [Выйти из листа ожидания]
    ✎ Сергей 2
      <b>Выйти из листа ожидания?</b>
      Место в очереди не сохранится.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [Да, выйти]
      [Нет, оставить]
    Сергей 2 ▸ [Да, выйти]
    ✎ Сергей 2
      Запись отменена. Спасибо, что предупредили!

      <b>Вечер домбры</b>
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ [Отменить запись]
    → Сергей
      <b>Отменить запись?</b>
      Ваше место сразу освободится для других.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [Да, отменить]
      [Нет, оставить]
    Сергей ▸ [Да, отменить]
    ✎ Сергей
      Запись отменена. Спасибо, что предупредили!

      <b>Вечер домбры</b>
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Сергей ▸ [Отменить запись]
      (Эта кнопка устарела. Откройте список заново: /events)
    Emma 2 ▸ [Leave the waiting list]
    ✎ Emma 2
      <b>Leave the waiting list?</b>
      Your place in line will be lost.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Yes, leave]
      [No, keep it]
    Emma 2 ▸ [Yes, leave]
    ✎ Emma 2
      Your registration is cancelled. Thank you for letting us know!

      <b>Dombra evening</b>
      [📅 Find an event]
      [🎫 My events]
      [Home]
    Emma ▸ [Cancel my registration]
    → Emma
      <b>Cancel your registration?</b>
      Your seat becomes free for others straight away.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Yes, cancel]
      [No, keep it]
    Emma ▸ [Yes, cancel]
    ✎ Emma
      Your registration is cancelled. Thank you for letting us know!

      <b>Dombra evening</b>
      [📅 Find an event]
      [🎫 My events]
      [Home]
    Emma ▸ [Cancel my registration]
      (This button is out of date. Please open the list again: /events)
    ");
    stage.end().await;
}

#[tokio::test]
async fn staying_leads_back_to_the_card() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = stage.guest("Emma", "en");
    emma.sign_up(&stage.link("Домбыра").await, "1").await;
    stage.skip();
    emma.press("Cancel my registration").await;
    emma.press("No, keep it").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ [Cancel my registration]
    → Emma
      <b>Cancel your registration?</b>
      Your seat becomes free for others straight away.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Yes, cancel]
      [No, keep it]
    Emma ▸ [No, keep it]
    ✎ Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Seats left: 2
      ✅ <b>You are registered</b> (1 person)
      [🎫 My ticket]
      [Change party size]
      [Cancel my registration]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_ticket_comes_again_and_is_the_same() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = stage.guest("Emma", "en");
    emma.sign_up(&stage.link("Домбыра").await, "1").await;
    let first = (emma.ticket(), emma.last().id);
    stage.skip();
    emma.say("/my").await;
    emma.press("1. Dombra").await;
    emma.press("My ticket").await;
    assert_ne!(emma.last().id, first.1);
    assert_eq!(emma.ticket(), first.0);
    assert_snapshot!(stage.told(), @"
    Emma ▸ /my
    → Emma
      <b>My upcoming events</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · ✅ registered
      [1. Dombra evening]
      [Past events]
      [Home]
    Emma ▸ [1. Dombra evening]
    ✎ Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Seats left: 2
      ✅ <b>You are registered</b> (1 person)
      [🎫 My ticket]
      [Change party size]
      [Cancel my registration]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Emma ▸ [🎫 My ticket]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>MPSTDF</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}
