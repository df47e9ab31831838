//! The card of an event in all its states, for those who are not signed up.

use super::cast::trio;
use super::stage::{Stage, december, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::domain::EventFacts;

#[tokio::test]
async fn free_seats_open_entry_and_a_full_house() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    let (evening, lecture) = (stage.link("Домбыра").await, stage.link("дәріс").await);
    let people = trio(&stage);
    for guest in &people {
        guest.start(&evening).await;
        guest.start(&lecture).await;
    }
    let mut seen = stage.told();
    stage.guest("Anna", "en").sign_up(&evening, "3").await;
    stage.skip();
    for guest in &people {
        guest.start(&evening).await;
    }
    seen.push('\n');
    seen.push_str(&stage.told());
    assert_snapshot!(seen, @"
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Бос орын: 3
      [Тіркелу]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Айгүл ▸ /start e_mpstdfd
    → Айгүл
      <b>Ашық дәріс</b>

      📅 3 желтоқсан, бейсенбі, 15:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      Кіру еркін. Тіркелсеңіз, алдын ала еске саламын.
      [Тіркелу]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
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
    Сергей ▸ /start e_mpstdfd
    → Сергей
      <b>Открытая лекция</b>

      📅 четверг, 3 декабря, 15:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      Вход свободный. Запишитесь, и я напомню заранее.
      [Записаться]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Seats left: 3
      [Sign up]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Emma ▸ /start e_mpstdfd
    → Emma
      <b>Open lecture</b>

      📅 Thursday, 3 December, 15:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      Entry is open to everyone. Sign up and I'll remind you.
      [Sign up]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Бос орын жоқ, бірақ күту тізіміне жазыла аласыз.
      [Күту тізіміне жазылу]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Мест нет, но можно встать в лист ожидания.
      [Встать в лист ожидания]
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      No seats left, but you can join the waiting list.
      [Join the waiting list]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_window_that_is_not_open_yet_and_one_that_has_closed() {
    let at = |hours| Some(super::stage::morning() + TimeDelta::hours(hours));
    let stage = Stage::with(&[EventFacts { opens_at: at(1), closes_at: at(2), ..dombra() }]).await;
    let link = stage.link("Домбыра").await;
    let people = trio(&stage);
    for guest in &people {
        guest.start(&link).await;
    }
    stage.pass(TimeDelta::hours(2)).await;
    for guest in &people {
        guest.start(&link).await;
    }
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Тіркелудің басталуы: 1 желтоқсан, сейсенбі, 10:00
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Регистрация откроется: вторник, 1 декабря, 10:00
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Registration opens: Tuesday, 1 December, 10:00
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ──── 01.12. 11:00
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Тіркелу жабық.
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Регистрация закрыта.
      [Добавить в календарь]
      [📍 На карте] [Поделиться]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Registration is closed.
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn started_ended_and_cancelled() {
    let stage = Stage::with(&[EventFacts { local_start: december(1, 10, 0), ..dombra() }]).await;
    let link = stage.link("Домбыра").await;
    let people = trio(&stage);
    stage.pass(TimeDelta::hours(1)).await;
    for guest in &people {
        guest.start(&link).await;
    }
    stage.pass(TimeDelta::minutes(90)).await;
    for guest in &people {
        guest.start(&link).await;
    }
    stage.execute("UPDATE events SET status = 'cancelled'").await;
    for guest in &people {
        guest.start(&link).await;
    }
    assert_snapshot!(stage.told(), @"
    ──── 01.12. 10:00
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 1 желтоқсан, сейсенбі, 10:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Іс-шара басталып кетті.
      [📍 Картадан көру]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 вторник, 1 декабря, 10:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Мероприятие уже началось.
      [📍 На карте]
      [💬 Вопросы и ответы]
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Tuesday, 1 December, 10:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      The event has already begun.
      [📍 On the map]
      [💬 Questions and answers]
      [‹ Back]
    ──── 01.12. 11:30
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 1 желтоқсан, сейсенбі, 10:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Іс-шара аяқталды.
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 вторник, 1 декабря, 10:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      Мероприятие завершено.
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Tuesday, 1 December, 10:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      The event is over.
      [‹ Back]
    Айгүл ▸ /start e_r34zf34
    → Айгүл
      <b>Домбыра кеші</b>

      📅 1 желтоқсан, сейсенбі, 10:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      ❌ <b>Іс-шара болмайды.</b>
      [‹ Артқа]
    Сергей ▸ /start e_r34zf34
    → Сергей
      <b>Вечер домбры</b>

      📅 вторник, 1 декабря, 10:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Язык: казахский, русский
      Организатор: Қала кітапханалары

      <blockquote>Слушаем кюи.</blockquote>

      ❌ <b>Мероприятие отменено.</b>
      [‹ Назад]
    Emma ▸ /start e_r34zf34
    → Emma
      <b>Dombra evening</b>

      📅 Tuesday, 1 December, 10:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      ❌ <b>The event will not take place.</b>
      [‹ Back]
    ");
    stage.end().await;
}
