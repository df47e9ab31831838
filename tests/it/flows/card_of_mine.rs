//! The card of an event for those who are signed up, wait or are offered a seat.

use super::stage::{Stage, dombra};
use insta::assert_snapshot;

#[tokio::test]
async fn the_persons_own_seated_waiting_offered() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let mut seen = Vec::new();
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let (holder, waiter) = (stage.guest("Holder", language), stage.guest(name, language));
        holder.sign_up(&link, "3").await;
        waiter.sign_up(&link, "2").await;
        stage.skip();
        holder.start(&link).await;
        waiter.start(&link).await;
        seen.push(stage.told());
        holder.press_data(|data| data.starts_with("rl.")).await;
        holder.press_data(|data| data.starts_with("rls.")).await;
        stage.skip();
        waiter.start(&link).await;
        seen.push(stage.told());
        waiter.press_data(|data| data.starts_with("rd.")).await;
        stage.skip();
    }
    assert_snapshot!(seen.join("\n"), @"
    Holder ▸ /start e_r34zf34
    → Holder
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      ✅ <b>Сіз тіркелдіңіз</b> (3 адам)
      [🎫 Менің билетім]
      [Адам санын өзгерту]
      [Тіркелуден бас тарту]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      ⏳ <b>Сіз күту тізіміндесіз, кезегіңіз – 1</b> (2 адам)
      [Адам санын өзгерту]
      [Күту тізімінен шығу]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      🔔 <b>Орын босады – 17:15 дейін растаңыз</b>
      [✅ Орынды растау]
      [Орыннан бас тарту]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Holder ▸ /start e_r34zf34
    → Holder
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      ✅ <b>Вы записаны</b> (3 человека)
      [🎫 Мой билет]
      [Изменить число людей]
      [Отменить запись]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      ⏳ <b>Вы в листе ожидания, номер 1</b> (2 человека)
      [Изменить число людей]
      [Выйти из листа ожидания]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      🔔 <b>Место освободилось – подтвердите до 17:15</b>
      [✅ Подтвердить место]
      [Отказаться от места]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Holder ▸ /start e_r34zf34
    → Holder
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      ✅ <b>You are registered</b> (3 people)
      [🎫 My ticket]
      [Change party size]
      [Cancel my registration]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      ⏳ <b>You are on the waiting list, place 1</b> (2 people)
      [Change party size]
      [Leave the waiting list]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
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
