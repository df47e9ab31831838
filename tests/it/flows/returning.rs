//! What a person is asked who has signed up before, and what is pointed out to them.

use super::stage::{Stage, december, dombra, lecture};
use insta::assert_snapshot;
use qatys::domain::EventFacts;

#[tokio::test]
async fn a_returning_person_is_asked_whether_the_details_are_still_right() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let (evening, lecture) = (stage.link("Домбыра").await, stage.link("дәріс").await);
    let mut seen = Vec::new();
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let guest = stage.guest(name, language);
        guest.sign_up(&evening, "1").await;
        guest.start(&lecture).await;
        stage.skip();
        guest.press_data(|data| data.starts_with("s.")).await;
        guest.answer("s").await;
        guest.answer("c").await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ [Тіркелу]
    ✎ Айгүл
      <b>Сол деректерді қалдырамыз ба?</b>
      Өткен жолы былай тіркелгенсіз:

      Аты-жөні: Айгүл
      Телефон: +7 701 000 01 00
      [✅ Сол деректермен]
      [Жаңадан енгізу]
      [‹ Артқа] [Бас тарту]
    Айгүл ▸ [✅ Сол деректермен]
    ✎ Айгүл
      <b>Бәрі дұрыс па, тексеріңіз</b>

      <b>Ашық дәріс</b>
      📅 3 желтоқсан, бейсенбі, 15:00

      Аты-жөні: Айгүл
      Телефон: +7 701 000 01 00
      Адам саны: 1
      [✅ Растау]
      [‹ Артқа] [Бас тарту]
    Айгүл ▸ [✅ Растау]
    ✎ Айгүл
      ✅ <b>Сіз тіркелдіңіз!</b> Билетіңіз келесі хабарламада.

      <b>Ашық дәріс</b>
      📅 3 желтоқсан, бейсенбі, 15:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Күнтізбеге қосу]
      [📍 Картадан көру]
      [Іс-шара туралы] [🎫 Менің іс-шараларым]
      [Басты бет]
    → Айгүл
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAC7zJapszdBhQBj74D7tSM3Q>
      🎫 <b>Ашық дәріс</b>
      📅 3 желтоқсан, бейсенбі, 15:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      Айгүл · 1 адам
      Коды: <code>MR2E6F</code>

      Осы кодты кіреберісте көрсетіңіз.
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Іс-шара туралы]
      [Тіркелуден бас тарту]
    Сергей ▸ [Записаться]
    ✎ Сергей
      <b>Оставим те же данные?</b>
      В прошлый раз вы записались так:

      Имя: Сергей
      Телефон: +7 701 000 01 01
      [✅ Те же данные]
      [Ввести заново]
      [‹ Назад] [Отмена]
    Сергей ▸ [✅ Те же данные]
    ✎ Сергей
      <b>Проверьте, всё ли верно</b>

      <b>Открытая лекция</b>
      📅 четверг, 3 декабря, 15:00

      Имя: Сергей
      Телефон: +7 701 000 01 01
      Сколько человек: 1
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    Сергей ▸ [✅ Подтвердить]
    ✎ Сергей
      ✅ <b>Вы записаны!</b> Билет – в следующем сообщении.

      <b>Открытая лекция</b>
      📅 четверг, 3 декабря, 15:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [Добавить в календарь]
      [📍 На карте]
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    → Сергей
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAEo0EcuZv1LanZMvM4Rop_mg>
      🎫 <b>Открытая лекция</b>
      📅 четверг, 3 декабря, 15:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      Сергей · 1 человек
      Код: <code>BTAAAG</code>

      Покажите этот код на входе.
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    Emma ▸ [Sign up]
    ✎ Emma
      <b>Shall we use the same details?</b>
      This is how you signed up last time:

      Name: Emma
      Phone: +7 701 000 01 02
      [✅ The same details]
      [Enter new details]
      [‹ Back] [Cancel]
    Emma ▸ [✅ The same details]
    ✎ Emma
      <b>Please check that everything is right</b>

      <b>Open lecture</b>
      📅 Thursday, 3 December, 15:00

      Name: Emma
      Phone: +7 701 000 01 02
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    Emma ▸ [✅ Confirm]
    ✎ Emma
      ✅ <b>You are registered!</b> Your ticket is in the next message.

      <b>Open lecture</b>
      📅 Thursday, 3 December, 15:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAGu9yxNQn6a905oGWbuY9KZw>
      🎫 <b>Open lecture</b>
      📅 Thursday, 3 December, 15:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>4F5QAV</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_returning_person_may_give_new_details_and_a_missing_phone_is_asked_for() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let (evening, lecture) = (stage.link("Домбыра").await, stage.link("дәріс").await);
    let emma = stage.guest("Emma", "en");
    emma.start(&lecture).await;
    emma.press("Sign up").await;
    emma.press("I agree").await;
    emma.press("Emma").await;
    emma.say("Skip").await;
    emma.press("Skip").await;
    emma.press("Confirm").await;
    emma.start(&evening).await;
    stage.skip();
    emma.press("Sign up").await;
    emma.press("The same details").await;
    emma.say("Back").await;
    emma.say("‹ Back").await;
    emma.press("Enter new details").await;
    emma.say("Emma Stone").await;
    emma.share_contact().await;
    emma.press("Nura").await;
    emma.press("1").await;
    emma.press("Confirm").await;
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [Sign up]
    ✎ Emma
      <b>Shall we use the same details?</b>
      This is how you signed up last time:

      Name: Emma
      [✅ The same details]
      [Enter new details]
      [‹ Back] [Cancel]
    Emma ▸ [✅ The same details]
    → Emma
      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    ⌨ Emma: [📱 Send my number][‹ Back][Cancel]
    Emma ▸ Back
    → Emma
      <i>I couldn't read this number. Please type it like this: +7 701 234 56 78</i>

      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    Emma ▸ ‹ Back
    → Emma
      👌
    → Emma
      <b>Shall we use the same details?</b>
      This is how you signed up last time:

      Name: Emma
      [✅ The same details]
      [Enter new details]
      [‹ Back] [Cancel]
    ⌨ Emma: —
    Emma ▸ [Enter new details]
    ✎ Emma
      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ Emma Stone
    → Emma
      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    ⌨ Emma: [📱 Send my number][‹ Back][Cancel]
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
    Emma ▸ [Nura district]
    ✎ Emma
      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [2] [3] [4] [5]
      [‹ Back] [Cancel]
    Emma ▸ [1]
    ✎ Emma
      <b>Please check that everything is right</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Name: Emma Stone
      Phone: +7 701 000 01 00
      Where you live: Nura district
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    Emma ▸ [✅ Confirm]
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
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAAC7zJapszdBhQBj74D7tSM3Q>
      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma Stone · 1 person
      Code: <code>MR2E6F</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}

#[tokio::test]
async fn an_overlap_is_pointed_out() {
    let late = EventFacts { local_start: december(2, 19, 0), ..lecture() };
    let stage = Stage::with(&[dombra(), late]).await;
    let (evening, lecture) = (stage.link("Домбыра").await, stage.link("дәріс").await);
    let mut seen = Vec::new();
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let guest = stage.guest(name, language);
        guest.sign_up(&evening, "1").await;
        guest.start(&lecture).await;
        guest.press_data(|data| data.starts_with("s.")).await;
        stage.skip();
        guest.answer("s").await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ [✅ Сол деректермен]
    ✎ Айгүл
      <b>Бәрі дұрыс па, тексеріңіз</b>

      <b>Ашық дәріс</b>
      📅 2 желтоқсан, сәрсенбі, 19:00

      Аты-жөні: Айгүл
      Телефон: +7 701 000 01 00
      Адам саны: 1

      ⚠️ Осы уақытта басқа іс-шараға тіркелгенсіз: <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00.
      [✅ Растау]
      [‹ Артқа] [Бас тарту]
    Сергей ▸ [✅ Те же данные]
    ✎ Сергей
      <b>Проверьте, всё ли верно</b>

      <b>Открытая лекция</b>
      📅 среда, 2 декабря, 19:00

      Имя: Сергей
      Телефон: +7 701 000 01 01
      Сколько человек: 1

      ⚠️ На это время у вас есть другая запись: <b>Вечер домбры</b>, среда, 2 декабря, 18:00.
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    Emma ▸ [✅ The same details]
    ✎ Emma
      <b>Please check that everything is right</b>

      <b>Open lecture</b>
      📅 Wednesday, 2 December, 19:00

      Name: Emma
      Phone: +7 701 000 01 02
      People: 1

      ⚠️ You are registered for another event at that time: <b>Dombra evening</b>, Wednesday, 2 December, 18:00.
      [✅ Confirm]
      [‹ Back] [Cancel]
    ");
    stage.end().await;
}
