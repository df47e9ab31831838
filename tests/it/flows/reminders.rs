//! Reminders of the day before and shortly before, what is answered to them, and news of a moved event.

use super::cast::seated;
use super::stage::{Stage, december, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::domain::EventFacts;

#[tokio::test]
async fn the_day_before_and_shortly_before() {
    let stage = Stage::with(&[dombra()]).await;
    let people = seated(&stage).await;
    stage.pass(TimeDelta::hours(2)).await;
    for guest in &people {
        guest.press_data(|data| data.starts_with("rc.")).await;
    }
    stage.pass(TimeDelta::hours(29)).await;
    for guest in &people {
        guest.press_data(|data| data.starts_with("rn.")).await;
    }
    assert_snapshot!(stage.told(), @r"
    ──── 01.12. 11:00
    → Айгүл
      🔔 <b>Ертең кездесеміз!</b>
      Келетін-келмейтініңізді айтыңызшы, орын бекер бос қалмасын.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Адам саны: 1
      [✅ Келемін]
      [Келе алмаймын]
      [Іс-шара туралы]
    → Сергей
      🔔 <b>Завтра ждём вас!</b>
      Скажите, пожалуйста, придёте ли вы, чтобы ни одно место не пропало.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Сколько человек: 1
      [✅ Приду]
      [Не смогу прийти]
      [О мероприятии]
    → Emma
      🔔 <b>See you tomorrow!</b>
      Please tell us whether you are coming, so that no seat stays empty.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      People: 1
      [✅ I'm coming]
      [I can't come]
      [About the event]
    Айгүл ▸ [✅ Келемін]
      (Тамаша, күтеміз!)
    Сергей ▸ [✅ Приду]
      (Отлично, ждём вас!)
    Emma ▸ [✅ I'm coming]
      (Great, see you there!)
    ──── 02.12. 16:00
    → Айгүл
      🔔 <b>2 сағаттан кейін басталады!</b>

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      Билетіңізді дайындап қойыңыз: кіреберісте тексеріледі.
      [🎫 Менің билетім] [📍 Картадан көру]
      [Келе алмаймын]
    → Сергей
      🔔 <b>Начнём через 2 часа!</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      Держите билет наготове: его проверят на входе.
      [🎫 Мой билет] [📍 На карте]
      [Не смогу прийти]
    → Emma
      🔔 <b>We start in 2 hours!</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Have your ticket ready: it is scanned at the entrance.
      [🎫 My ticket] [📍 On the map]
      [I can't come]
    Айгүл ▸ [Келе алмаймын]
    ✎ Айгүл
      Тіркелуіңіз жойылды. Хабарлағаныңызға рақмет!

      <b>Домбыра кеші</b>
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [Не смогу прийти]
    ✎ Сергей
      Запись отменена. Спасибо, что предупредили!

      <b>Вечер домбры</b>
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [I can't come]
    ✎ Emma
      Your registration is cancelled. Thank you for letting us know!

      <b>Dombra evening</b>
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn after_the_start_the_answers_come_too_late() {
    let stage = Stage::with(&[dombra()]).await;
    let people = seated(&stage).await;
    stage.pass(TimeDelta::hours(2)).await;
    stage.pass(TimeDelta::hours(31)).await;
    stage.skip();
    for guest in &people {
        guest.press_data(|data| data.starts_with("rc.")).await;
        guest.press_data(|data| data.starts_with("rn.")).await;
    }
    assert_snapshot!(stage.told(), @r"
    Айгүл ▸ [✅ Келемін]
      (Іс-шара басталып кетті.)
    Айгүл ▸ [Келе алмаймын]
    ✎ Айгүл
      Іс-шара басталып кетті, сондықтан тіркелуіңіз өзгермейді.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [✅ Приду]
      (Мероприятие уже началось.)
    Сергей ▸ [Не смогу прийти]
    ✎ Сергей
      Мероприятие уже началось, поэтому запись остаётся как есть.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [✅ I'm coming]
      (The event has already begun.)
    Emma ▸ [I can't come]
    ✎ Emma
      The event has already begun, so the registration stays as it is.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn an_answer_to_a_registration_that_is_gone() {
    let stage = Stage::with(&[dombra()]).await;
    let people = seated(&stage).await;
    stage.pass(TimeDelta::hours(2)).await;
    let mut seen = Vec::new();
    for guest in &people {
        let (reminder, _) = guest.question();
        guest.press_data(|data| data.starts_with("rl.")).await;
        guest.press_data(|data| data.starts_with("rls.")).await;
        stage.skip();
        let buttons = guest.person.message(reminder).unwrap().buttons;
        guest.press_at(reminder, &buttons[0][0].text).await;
        guest.press_at(reminder, &buttons[1][0].text).await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ [✅ Келемін]
      (Бұл тіркелуде енді орын жоқ. Қараңыз: /my)
    Айгүл ▸ [Келе алмаймын]
    ✎ Айгүл
      Бұл тіркелу бұрын жойылған.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [✅ Приду]
      (За этой записью больше нет места. Посмотрите: /my)
    Сергей ▸ [Не смогу прийти]
    ✎ Сергей
      Эта запись уже была отменена.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [✅ I'm coming]
      (This registration no longer holds a seat. See /my)
    Emma ▸ [I can't come]
    ✎ Emma
      This registration was cancelled before.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn somebody_who_signs_up_late_is_reminded_of_what_is_left() {
    let stage = Stage::with(&[dombra()]).await;
    stage.pass(TimeDelta::hours(26)).await;
    let emma = stage.guest("Emma", "en");
    emma.sign_up(&stage.link("Домбыра").await, "1").await;
    stage.skip();
    // Two hours before: the reminder of that moment, and none that says "tomorrow".
    stage.pass(TimeDelta::hours(5)).await;
    stage.pass(TimeDelta::minutes(119)).await;
    assert_snapshot!(stage.told(), @r"
    ──── 02.12. 16:00
    → Emma
      🔔 <b>We start in 2 hours!</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Have your ticket ready: it is scanned at the entrance.
      [🎫 My ticket] [📍 On the map]
      [I can't come]
    ──── 02.12. 17:59
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_moved_event_is_told_to_everybody_who_holds_a_place() {
    let stage = Stage::with(&[dombra()]).await;
    let people = seated(&stage).await;
    let waiter = stage.guest("Waiter", "en");
    waiter.sign_up(&stage.link("Домбыра").await, "1").await;
    stage.skip();
    stage.import(EventFacts { local_start: december(5, 19, 0), venue: "Оперa".into(), ..dombra() }).await;
    people[0].press_data(|data| data.starts_with("ec.")).await;
    stage.pass(TimeDelta::hours(2)).await;
    assert_snapshot!(stage.told(), @r"
    ──── 01.12. 09:01
    → Айгүл
      ⚠️ <b>Іс-шара өзгерді</b>
      Жаңа мәліметтер төменде. Орныңыз сақталады.

      <b>Домбыра кеші</b>
      <s>📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)</s>
      📅 5 желтоқсан, сенбі, 19:00 (1 сағ 30 мин)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы</s>
      📍 Оперa, Достық көшесі, 11, Есіл ауданы
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Іс-шара туралы]
      [Тіркелуден бас тарту]
    → Сергей
      ⚠️ <b>Мероприятие изменено</b>
      Ниже новые сведения. Ваше место за вами сохраняется.

      <b>Вечер домбры</b>
      <s>📅 среда, 2 декабря, 18:00 (1 ч 30 мин)</s>
      📅 суббота, 5 декабря, 19:00 (1 ч 30 мин)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль</s>
      📍 Оперa, Достық көшесі, 11, район Есиль
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    → Emma
      ⚠️ <b>The event has changed</b>
      Here are the new details. Your place is kept.

      <b>Dombra evening</b>
      <s>📅 Wednesday, 2 December, 18:00 (1 h 30 min)</s>
      📅 Saturday, 5 December, 19:00 (1 h 30 min)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district</s>
      📍 Оперa, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    → Waiter
      ⚠️ <b>The event has changed</b>
      Here are the new details. Your place is kept.

      <b>Dombra evening</b>
      <s>📅 Wednesday, 2 December, 18:00 (1 h 30 min)</s>
      📅 Saturday, 5 December, 19:00 (1 h 30 min)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district</s>
      📍 Оперa, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map] [About the event]
      [Leave the waiting list]
    Айгүл ▸ [Күнтізбеге қосу]
    → Айгүл
      <document qatys-r34zf34.ics>
      <b>Домбыра кеші</b>
      Файлды ашсаңыз, іс-шара күнтізбеңізге қосылады.
    ──── 01.12. 11:01
    ");
    stage.end().await;
}
