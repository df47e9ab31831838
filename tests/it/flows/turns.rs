//! Back, cancel and every other way out of a sign-up.

use super::stage::{Stage, dombra};
use insta::assert_snapshot;

#[tokio::test]
async fn back_leads_through_every_question_to_the_card() {
    let stage = Stage::with(&[dombra()]).await;
    let sergei = stage.guest("Сергей", "ru");
    sergei.start(&stage.link("Домбыра").await).await;
    for answer in ["s", "y", "u"] {
        sergei
            .press_data(|data| data == format!("a.{answer}") || answer == "s" && data.starts_with("s."))
            .await;
    }
    sergei.share_contact().await;
    sergei.answer("d.nu").await;
    sergei.answer("p.2").await;
    stage.skip();
    // From the confirmation: party, district, phone, name, consent, card.
    for _ in 0..3 {
        sergei.answer("b").await;
    }
    sergei.say("‹ Назад").await;
    for _ in 0..2 {
        sergei.answer("b").await;
    }
    assert_snapshot!(stage.told(), @"
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Сколько вас будет?</b>
      Считайте и себя.
      [1] [2] [3]
      [‹ Назад] [Отмена]
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>В каком районе вы живёте?</b>
      Это помогает проводить мероприятия ближе к вам. Можно пропустить.
      [район Алматы] [район Байконыр]
      [район Есиль] [район Нура]
      [район Сарайшык] [район Сарыарка]
      [Пропустить]
      [‹ Назад] [Отмена]
    Сергей ▸ [‹ Назад]
    → Сергей
      <b>Ваш номер телефона</b>
      Нажмите кнопку ниже или напишите номер. Он нужен организатору, чтобы связаться с вами по этому мероприятию.
    ⌨ Сергей: [📱 Отправить мой номер][‹ Назад][Отмена]
    Сергей ▸ ‹ Назад
    → Сергей
      Телефон: +7 701 000 01 00
    → Сергей
      <b>Как вас зовут?</b>
      Напишите имя и фамилию – так вас встретят на входе. Или нажмите кнопку с вашим именем.
      [Сергей]
      [‹ Назад] [Отмена]
    ⌨ Сергей: —
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Нужно ваше согласие</b>
      Для записи нужны ваше имя, телефон (если он требуется для мероприятия), район (если хотите его назвать) и Telegram ID.

      Qatys demo хранит их для регистрации, напоминаний и учёта посещений до 90 дней после мероприятия и не передаёт третьим лицам. Сообщения идут через Telegram и могут проходить через серверы за рубежом.

      Согласие можно отозвать в любой момент: /privacy

      <b>Вы согласны на сбор и обработку ваших персональных данных?</b>
      [Даю согласие]
      [Отмена]
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Свободных мест: 3
      [Записаться]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    ");
    stage.end().await;
}

#[tokio::test]
async fn cancel_stops_at_every_question_and_takes_the_keyboard_along() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let people = [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")];
    let mut seen = Vec::new();
    for (steps, (name, language)) in (0..6).zip(people.iter().cycle()) {
        let guest = stage.guest(name, language);
        guest.start(&link).await;
        guest.press_data(|data| data.starts_with("s.")).await;
        for answer in ["y", "u", "phone", "k", "p.1"].iter().take(steps) {
            match *answer {
                "phone" => guest.share_contact().await,
                answer => guest.answer(answer).await,
            }
        }
        stage.skip();
        match guest.person.keyboard() {
            Some(keyboard) => guest.say(&keyboard.rows.last().unwrap().last().unwrap().text).await,
            None => guest.answer("x").await,
        }
        seen.push(stage.told());
        assert_eq!(guest.person.keyboard(), None, "after {steps} answers");
    }
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ [Бас тарту]
    ✎ Айгүл
      Жақсы, тоқтаттық. Ештеңе өзгерген жоқ.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [Отмена]
    ✎ Сергей
      Хорошо, остановились. Ничего не изменилось.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ Cancel
    → Emma
      👌
    → Emma
      All right, we've stopped. Nothing has changed.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ⌨ Emma: —
    Айгүл ▸ [Бас тарту]
    ✎ Айгүл
      Жақсы, тоқтаттық. Ештеңе өзгерген жоқ.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    Сергей ▸ [Отмена]
    ✎ Сергей
      Хорошо, остановились. Ничего не изменилось.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    Emma ▸ [Cancel]
    ✎ Emma
      All right, we've stopped. Nothing has changed.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn any_way_out_takes_the_phone_keyboard_away() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    for way_out in ["/cancel", "/start", "/events", "/my", "/privacy", "[another event]"] {
        let guest = stage.guest("Emma", "en");
        guest.start(&link).await;
        let (card, _) = guest.button("Sign up");
        guest.press_data(|data| data.starts_with("s.")).await;
        guest.answer("y").await;
        guest.answer("u").await;
        assert!(guest.person.keyboard().is_some());
        match way_out {
            "[another event]" => {
                let query = guest.person.press_data(card, "h");
                guest.person.answer(&query, std::time::Duration::from_secs(9)).await.unwrap();
                stage.settle().await;
            }
            command => guest.say(command).await,
        }
        assert_eq!(guest.person.keyboard(), None, "{way_out}");
    }
    stage.end().await;
}
