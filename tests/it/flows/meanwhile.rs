//! What happens around a sign-up while it is under way: seats go, the event moves or closes, two devices press at once.

use super::cast::PEOPLE;
use super::stage::{Guest, Stage, december, dombra};
use insta::assert_snapshot;
use qatys::domain::EventFacts;
use std::time::Duration;

/// Somebody who has only to confirm.
async fn about_to_confirm<'a>(stage: &'a Stage, name: &str, language: &str, party: &str) -> Guest<'a> {
    let guest = stage.guest(name, language);
    guest.start(&stage.link("Домбыра").await).await;
    guest.press_data(|data| data.starts_with("s.")).await;
    guest.answer("y").await;
    guest.answer("u").await;
    guest.share_contact().await;
    guest.answer("k").await;
    guest.answer(&format!("p.{party}")).await;
    stage.skip();
    guest
}

#[tokio::test]
async fn the_event_fills_up() {
    let stage = Stage::with(&[dombra()]).await;
    let mut waiting = Vec::new();
    for (name, language) in PEOPLE {
        waiting.push(about_to_confirm(&stage, name, language, "1").await);
    }
    about_to_confirm(&stage, "Anna", "en", "3").await.answer("c").await;
    stage.skip();
    for guest in &waiting {
        guest.answer("c").await;
    }
    assert_snapshot!(stage.told(), @r"
    Айгүл ▸ [✅ Растау]
    ✎ Айгүл
      ⏳ <b>Сіз күту тізіміндесіз, кезегіңіз – 1</b>
      Орын жетпей қалды. Орын босаса, бірден жазамын.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Күнтізбеге қосу]
      [📍 Картадан көру]
      [Іс-шара туралы] [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [✅ Подтвердить]
    ✎ Сергей
      ⏳ <b>Вы в листе ожидания, номер 2</b>
      Мест не хватило. Как только место освободится, я напишу.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [Добавить в календарь]
      [📍 На карте]
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [✅ Confirm]
    ✎ Emma
      ⏳ <b>You are on the waiting list, place 3</b>
      There were not enough seats. As soon as one is free, I'll write to you.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_party_larger_than_the_free_seats_is_told_before_it_confirms() {
    let stage = Stage::with(&[EventFacts { capacity: Some(5), ..dombra() }]).await;
    let sergei = stage.guest("Сергей", "ru");
    stage.guest("Дана", "kk").sign_up(&stage.link("Домбыра").await, "2").await;
    sergei.start(&stage.link("Домбыра").await).await;
    for answer in ["y", "u"] {
        if answer == "y" {
            sergei.press("Записаться").await;
        }
        sergei.answer(answer).await;
    }
    sergei.share_contact().await;
    sergei.answer("k").await;
    stage.skip();
    sergei.answer("p.4").await;
    sergei.press("Назад").await;
    sergei.answer("p.3").await;
    assert_snapshot!(stage.told(), @r"
    Сергей ▸ [4]
    ✎ Сергей
      <b>Проверьте, всё ли верно</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Имя: Сергей
      Телефон: +7 701 000 01 00
      Сколько человек: 4

      Свободных мест не хватает: вы встанете в лист ожидания. Как только место освободится, я напишу.
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Сколько вас будет?</b>
      Считайте и себя.
      [1] [2] [3] [4] [5]
      [‹ Назад] [Отмена]
    Сергей ▸ [3]
    ✎ Сергей
      <b>Проверьте, всё ли верно</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Имя: Сергей
      Телефон: +7 701 000 01 00
      Сколько человек: 3
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_event_is_moved() {
    let stage = Stage::with(&[dombra()]).await;
    let mut people = Vec::new();
    for (name, language) in PEOPLE {
        people.push(about_to_confirm(&stage, name, language, "1").await);
    }
    stage.import(EventFacts { local_start: december(2, 20, 0), ..dombra() }).await;
    for guest in &people {
        guest.answer("c").await;
    }
    people[2].answer("c").await;
    assert_snapshot!(stage.told(), @r"
    ──── 01.12. 09:01
    Айгүл ▸ [✅ Растау]
    ✎ Айгүл
      <i>Іс-шараның уақыты жаңа ғана өзгерді. Жаңа уақыты өзіңізге ыңғайлы ма, қараңыз.</i>

      <b>Бәрі дұрыс па, тексеріңіз</b>

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 20:00

      Аты-жөні: Айгүл
      Телефон: +7 701 000 01 00
      Адам саны: 1
      [✅ Растау]
      [‹ Артқа] [Бас тарту]
    Сергей ▸ [✅ Подтвердить]
    ✎ Сергей
      <i>Время мероприятия только что изменилось. Посмотрите, подходит ли вам новое.</i>

      <b>Проверьте, всё ли верно</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 20:00

      Имя: Сергей
      Телефон: +7 701 000 01 01
      Сколько человек: 1
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    Emma ▸ [✅ Confirm]
    ✎ Emma
      <i>The event has just been moved. Please check whether the new time suits you.</i>

      <b>Please check that everything is right</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 20:00

      Name: Emma
      Phone: +7 701 000 01 02
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    Emma ▸ [✅ Confirm]
    ✎ Emma
      ✅ <b>You are registered!</b> Your ticket is in the next message.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 20:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 20:00 (1 h 30 min)
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

#[tokio::test]
async fn the_event_closes_is_cancelled_or_begins() {
    let stage = Stage::with(&[dombra()]).await;
    let [aigul, sergei, emma] = [
        about_to_confirm(&stage, "Айгүл", "kk", "1").await,
        about_to_confirm(&stage, "Сергей", "ru", "1").await,
        about_to_confirm(&stage, "Emma", "en", "1").await,
    ];
    stage.import(EventFacts { closes_at: Some(super::stage::morning()), ..dombra() }).await;
    aigul.answer("c").await;
    stage.execute("UPDATE events SET status = 'cancelled'").await;
    sergei.answer("c").await;
    stage.execute("UPDATE events SET status = 'published'").await;
    stage.pass(chrono::TimeDelta::hours(33)).await;
    emma.answer("c").await;
    assert_snapshot!(stage.told(), @r"
    ──── 01.12. 09:01
    Айгүл ▸ [✅ Растау]
    ✎ Айгүл
      Тіркелу жабық.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Іс-шара туралы] [📅 Іс-шара табу]
      [Басты бет]
    Сергей ▸ [✅ Подтвердить]
    ✎ Сергей
      ❌ <b>Мероприятие отменено.</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [О мероприятии] [📅 Найти мероприятие]
      [На главную]
    ──── 02.12. 18:01
    Emma ▸ [✅ Confirm]
    ✎ Emma
      The event has already begun.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [About the event] [📅 Find an event]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn somebody_who_has_signed_up_is_told_so() {
    let stage = Stage::with(&[dombra()]).await;
    let mut seen = Vec::new();
    for (name, language) in PEOPLE {
        let guest = stage.guest(name, language);
        let link = stage.link("Домбыра").await;
        guest.start(&link).await;
        let (card, sign_up) = guest.button(match language {
            "kk" => "Тіркелу",
            "ru" => "Записаться",
            _ => "Sign up",
        });
        // Another card of the same event, opened on another device, still offers to sign up.
        guest.start(&link).await;
        guest.sign_up(&link, "1").await;
        stage.skip();
        guest.press_at(card, &sign_up).await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ [Тіркелу]
    ✎ Айгүл
      Бұл іс-шараға бұрын тіркелгенсіз, тіркелуіңіз күшінде:
      ✅ <b>Сіз тіркелдіңіз</b> (1 адам)

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Күнтізбеге қосу]
      [📍 Картадан көру]
      [Іс-шара туралы] [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [Записаться]
    ✎ Сергей
      Вы уже записаны на это мероприятие, запись в силе:
      ✅ <b>Вы записаны</b> (1 человек)

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [Добавить в календарь]
      [📍 На карте]
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [Sign up]
    ✎ Emma
      You have already signed up for this event:
      ✅ <b>You are registered</b> (1 person)

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_double_press_signs_up_once() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = about_to_confirm(&stage, "Emma", "en", "2").await;
    let (message, button) = emma.button("Confirm");
    // Two presses before the first is answered, as a shaking finger or a second device does it.
    let presses =
        [emma.person.press(message, &button).unwrap(), emma.person.press(message, &button).unwrap()];
    for press in presses {
        emma.person.answer(&press, Duration::from_secs(9)).await.expect("an answer");
    }
    stage.settle().await;
    let tickets = emma.person.messages().iter().filter(|message| message.photo.is_some()).count();
    assert_eq!(tickets, 1);
    assert_snapshot!(stage.told(), @r"
    ✎ Emma
      ✅ <b>You are registered!</b> Your ticket is in the next message.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 2 people
      Code: <code>MPSTDF</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}
