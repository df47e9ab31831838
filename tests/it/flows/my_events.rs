//! The list of one's own events, coming and past.

use super::cast::PEOPLE;
use super::stage::{Stage, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;

#[tokio::test]
async fn my_events_coming_and_past() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let people = PEOPLE.map(|(name, language)| stage.guest(name, language));
    let (evening, lecture) = (stage.link("Домбыра").await, stage.link("дәріс").await);
    for guest in &people {
        guest.say("/my").await;
        guest.press_data(|data| data == "m.1.0").await;
    }
    let mut seen = vec![stage.told()];
    for guest in &people {
        guest.sign_up(&evening, "2").await;
        guest.start(&lecture).await;
        guest.press_data(|data| data.starts_with("s.")).await;
        guest.answer("s").await;
        guest.answer("c").await;
    }
    stage.skip();
    for guest in &people {
        guest.say("/my").await;
    }
    seen.push(stage.told());
    stage.pass(TimeDelta::hours(38)).await;
    stage.skip();
    for guest in &people {
        guest.say("/my").await;
        guest.press_data(|data| data == "m.1.0").await;
        guest.press_data(|data| data.starts_with("e.")).await;
    }
    seen.push(stage.told());
    assert_snapshot!(seen.join("\n"), @r"
    Айгүл ▸ /my
    → Айгүл
      Әзірге алдағы іс-шараңыз жоқ. Бірін табайық па?
      [📅 Іс-шара табу]
      [Өткен іс-шаралар]
      [Басты бет]
    Айгүл ▸ [Өткен іс-шаралар]
    ✎ Айгүл
      Мұнда әзірге өткен іс-шара жоқ.
      [📅 Іс-шара табу]
      [Алдағы іс-шаралар]
      [Басты бет]
    Сергей ▸ /my
    → Сергей
      Пока вы никуда не записаны. Найдём что-нибудь?
      [📅 Найти мероприятие]
      [Прошедшие]
      [На главную]
    Сергей ▸ [Прошедшие]
    ✎ Сергей
      Прошедших мероприятий здесь пока нет.
      [📅 Найти мероприятие]
      [Ближайшие]
      [На главную]
    Emma ▸ /my
    → Emma
      You have no upcoming events yet. Shall we find one?
      [📅 Find an event]
      [Past events]
      [Home]
    Emma ▸ [Past events]
    ✎ Emma
      There are no past events here yet.
      [📅 Find an event]
      [Upcoming events]
      [Home]
    Айгүл ▸ /my
    → Айгүл
      <b>Алдағы іс-шараларым</b>

      1. <b>Домбыра кеші</b>
      ертең 18:00 · ✅ тіркелдіңіз

      2. <b>Ашық дәріс</b>
      3 жел, бс 15:00 · ✅ тіркелдіңіз
      [1. Домбыра кеші]
      [2. Ашық дәріс]
      [Өткен іс-шаралар]
      [Басты бет]
    Сергей ▸ /my
    → Сергей
      <b>Мои ближайшие мероприятия</b>

      1. <b>Вечер домбры</b>
      завтра в 18:00 · ⏳ лист ожидания, номер 1

      2. <b>Открытая лекция</b>
      3 дек, чт 15:00 · ✅ вы записаны
      [1. Вечер домбры]
      [2. Открытая лекция]
      [Прошедшие]
      [На главную]
    Emma ▸ /my
    → Emma
      <b>My upcoming events</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · ⏳ waiting list, place 2

      2. <b>Open lecture</b>
      Thu 3 Dec, 15:00 · ✅ registered
      [1. Dombra evening]
      [2. Open lecture]
      [Past events]
      [Home]
    Айгүл ▸ /my
    → Айгүл
      <b>Алдағы іс-шараларым</b>

      1. <b>Ашық дәріс</b>
      ертең 15:00 · ✅ тіркелдіңіз
      [1. Ашық дәріс]
      [Өткен іс-шаралар]
      [Басты бет]
    Айгүл ▸ [Өткен іс-шаралар]
    ✎ Айгүл
      <b>Өткен іс-шараларым</b>

      1. <b>Домбыра кеші</b>
      бүгін 18:00
      [1. Домбыра кеші]
      [Алдағы іс-шаралар]
      [Басты бет]
    Айгүл ▸ [1. Домбыра кеші]
    ✎ Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Іс-шара аяқталды.
      [‹ Артқа]
    Сергей ▸ /my
    → Сергей
      <b>Мои ближайшие мероприятия</b>

      1. <b>Открытая лекция</b>
      завтра в 15:00 · ✅ вы записаны
      [1. Открытая лекция]
      [Прошедшие]
      [На главную]
    Сергей ▸ [Прошедшие]
    ✎ Сергей
      <b>Мои прошедшие мероприятия</b>

      1. <b>Вечер домбры</b>
      сегодня в 18:00
      [1. Вечер домбры]
      [Ближайшие]
      [На главную]
    Сергей ▸ [1. Вечер домбры]
    ✎ Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Мероприятие завершено.
      [‹ Назад]
    Emma ▸ /my
    → Emma
      <b>My upcoming events</b>

      1. <b>Open lecture</b>
      tomorrow, 15:00 · ✅ registered
      [1. Open lecture]
      [Past events]
      [Home]
    Emma ▸ [Past events]
    ✎ Emma
      <b>My past events</b>

      1. <b>Dombra evening</b>
      today, 18:00
      [1. Dombra evening]
      [Upcoming events]
      [Home]
    Emma ▸ [1. Dombra evening]
    ✎ Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      The event is over.
      [‹ Back]
    ");
    stage.end().await;
}
