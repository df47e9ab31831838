//! The waiting list: a seat is offered, taken, given up or lost, somebody is moved up shortly before the start.

use super::cast::PEOPLE;
use super::stage::{Guest, Stage, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;

/// Somebody who holds all seats, and three people who wait in their languages.
async fn full_house(stage: &Stage) -> (Guest<'_>, [Guest<'_>; 3]) {
    let link = stage.link("Домбыра").await;
    let holder = stage.guest("Holder", "en");
    holder.sign_up(&link, "3").await;
    let people = PEOPLE.map(|(name, language)| stage.guest(name, language));
    for guest in &people {
        guest.sign_up(&link, "1").await;
    }
    stage.skip();
    (holder, people)
}

async fn leave(holder: &Guest<'_>) {
    holder.press("Cancel my registration").await;
    holder.press("Yes, cancel").await;
}

#[tokio::test]
async fn freed_seats_are_offered_and_taken() {
    let stage = Stage::with(&[dombra()]).await;
    let (holder, people) = full_house(&stage).await;
    leave(&holder).await;
    for guest in &people {
        guest.press_data(|data| data.starts_with("ra.")).await;
    }
    assert_snapshot!(stage.told(), @r"
    Holder ▸ [Cancel my registration]
    → Holder
      <b>Cancel your registration?</b>
      Your seat becomes free for others straight away.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Yes, cancel]
      [No, keep it]
    Holder ▸ [Yes, cancel]
    ✎ Holder
      Your registration is cancelled. Thank you for letting us know!

      <b>Dombra evening</b>
      [📅 Find an event]
      [🎫 My events]
      [Home]
    → Айгүл
      🔔 <b>Сізге орын босады – 17:15 дейін растаңыз</b>
      Одан кейін орын кезектегі келесі адамға беріледі.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Адам саны: 1
      [✅ Орынды растау]
      [Орыннан бас тарту]
      [Іс-шара туралы]
    → Сергей
      🔔 <b>Для вас освободилось место – подтвердите до 17:15</b>
      Потом оно перейдёт следующему в очереди.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Сколько человек: 1
      [✅ Подтвердить место]
      [Отказаться от места]
      [О мероприятии]
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
    Айгүл ▸ [✅ Орынды растау]
    ✎ Айгүл
      ✅ <b>Орын сіздікі!</b> Билетіңіз келесі хабарламада.
      [Іс-шара туралы] [🎫 Менің іс-шараларым]
      [Басты бет]
    → Айгүл
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAC7zJapszdBhQBj74D7tSM3Q>
      🎫 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      Айгүл · 1 адам
      Коды: <code>9SNTWP</code>

      Осы кодты кіреберісте көрсетіңіз.
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Іс-шара туралы]
      [Тіркелуден бас тарту]
    Сергей ▸ [✅ Подтвердить место]
    ✎ Сергей
      ✅ <b>Место ваше!</b> Билет – в следующем сообщении.
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    → Сергей
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w>
      🎫 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      Сергей · 1 человек
      Код: <code>MR2E6F</code>

      Покажите этот код на входе.
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    Emma ▸ [✅ Take the seat]
    ✎ Emma
      ✅ <b>The seat is yours!</b> Your ticket is in the next message.
      [About the event] [🎫 My events]
      [Home]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAEo0EcuZv1LanZMvM4Rop_mg>
      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>TXZS9C</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}

#[tokio::test]
async fn an_offer_is_given_up_or_runs_out() {
    let stage = Stage::with(&[dombra()]).await;
    let (holder, people) = full_house(&stage).await;
    leave(&holder).await;
    stage.skip();
    people[0].press_data(|data| data.starts_with("rd.")).await;
    let late = people.iter().map(Guest::question).collect::<Vec<_>>();
    stage.pass(TimeDelta::hours(9)).await;
    for (guest, (offer, accept)) in people.iter().zip(late).skip(1) {
        guest.press_at(offer, &accept).await;
    }
    assert_snapshot!(stage.told(), @r"
    Айгүл ▸ [Орыннан бас тарту]
    ✎ Айгүл
      Тіркелуіңіз жойылды. Хабарлағаныңызға рақмет!

      <b>Домбыра кеші</b>
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    ──── 01.12. 18:00
    → Сергей
      Время на подтверждение вышло, и место за вами больше не держим. Если всё ещё хотите прийти, запишитесь снова.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [О мероприятии]
      [📅 Найти мероприятие]
    → Emma
      The time to confirm is over, and the seat is no longer held for you. If you still want to come, sign up again.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [About the event]
      [📅 Find an event]
    Сергей ▸ [✅ Подтвердить место]
    ✎ Сергей
      Время на подтверждение вышло, и место за вами больше не держим. Можно записаться снова.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [✅ Take the seat]
    ✎ Emma
      The time to confirm is over, and the seat is no longer held for you. You can sign up again.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn shortly_before_the_start_people_are_moved_up_at_once() {
    let stage = Stage::with(&[dombra()]).await;
    let (holder, people) = full_house(&stage).await;
    stage.pass(TimeDelta::hours(31)).await;
    stage.skip();
    leave(&holder).await;
    for guest in &people {
        assert!(guest.ticket().starts_with("t_"));
    }
    assert_snapshot!(stage.told(), @r"
    Holder ▸ [Cancel my registration]
    → Holder
      <b>Cancel your registration?</b>
      Your seat becomes free for others straight away.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Yes, cancel]
      [No, keep it]
    Holder ▸ [Yes, cancel]
    ✎ Holder
      Your registration is cancelled. Thank you for letting us know!

      <b>Dombra evening</b>
      [📅 Find an event]
      [🎫 My events]
      [Home]
    → Айгүл
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAC7zJapszdBhQBj74D7tSM3Q>
      <b>Орын босады, енді ол сіздікі!</b> Келе алмасаңыз, тіркелуден бас тартыңыз: орынды басқаға берейік.

      🎫 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      Айгүл · 1 адам
      Коды: <code>9SNTWP</code>

      Осы кодты кіреберісте көрсетіңіз.
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Іс-шара туралы]
      [Тіркелуден бас тарту]
    → Сергей
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w>
      <b>Место освободилось, и оно ваше!</b> Если прийти не получится, отмените запись: место пригодится другим.

      🎫 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      Сергей · 1 человек
      Код: <code>MR2E6F</code>

      Покажите этот код на входе.
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAEo0EcuZv1LanZMvM4Rop_mg>
      <b>A seat has come free, and it is yours!</b> If you can't come, please cancel so that someone else can.

      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>TXZS9C</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}
