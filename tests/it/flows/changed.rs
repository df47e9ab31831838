//! An event is moved: what people get, and how a message that follows its start goes with it. One that is called off is in
//! `called_off`.

use super::cast::{LANGUAGES, follow_the_start, seated};
use super::stage::{Stage, december, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::domain::EventFacts;

/// Two days later and an hour later.
fn moved() -> EventFacts {
    EventFacts { local_start: december(4, 19, 0), ..dombra() }
}

#[tokio::test]
async fn two_saves_make_one_notice() {
    let stage = Stage::with(&[dombra()]).await;
    seated(&stage).await;
    stage.demo.publish(&[moved()]).await.unwrap();
    stage.pass(TimeDelta::seconds(30)).await;
    let address = "Дінмұхамед Қонаев, 1".into();
    stage.import(EventFacts { venue: "Астана Опера".into(), address, ..moved() }).await;
    assert_snapshot!(stage.told(), @r"
    ──── 01.12. 09:00
    ──── 01.12. 09:01
    → Айгүл
      ⚠️ <b>Іс-шара өзгерді</b>
      Жаңа мәліметтер төменде. Орныңыз сақталады.

      <b>Домбыра кеші</b>
      <s>📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)</s>
      📅 4 желтоқсан, жұма, 19:00 (1 сағ 30 мин)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы</s>
      📍 Астана Опера, Дінмұхамед Қонаев, 1, Есіл ауданы
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Іс-шара туралы]
      [Тіркелуден бас тарту]
    → Сергей
      ⚠️ <b>Мероприятие изменено</b>
      Ниже новые сведения. Ваше место за вами сохраняется.

      <b>Вечер домбры</b>
      <s>📅 среда, 2 декабря, 18:00 (1 ч 30 мин)</s>
      📅 пятница, 4 декабря, 19:00 (1 ч 30 мин)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль</s>
      📍 Астана Опера, Дінмұхамед Қонаев, 1, район Есиль
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    → Emma
      ⚠️ <b>The event has changed</b>
      Here are the new details. Your place is kept.

      <b>Dombra evening</b>
      <s>📅 Wednesday, 2 December, 18:00 (1 h 30 min)</s>
      📅 Friday, 4 December, 19:00 (1 h 30 min)
      <s>📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district</s>
      📍 Астана Опера, Дінмұхамед Қонаев, 1, Esil district
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}

#[tokio::test]
async fn what_is_as_it_was_again_is_not_told() {
    let stage = Stage::with(&[dombra()]).await;
    seated(&stage).await;
    stage.demo.publish(&[moved()]).await.unwrap();
    stage.pass(TimeDelta::seconds(30)).await;
    stage.import(dombra()).await;
    assert_snapshot!(stage.told(), @r"
    ──── 01.12. 09:00
    ──── 01.12. 09:01
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_message_follows_the_start() {
    let mut seen = Vec::new();
    for language in LANGUAGES {
        let stage = Stage::with(&[dombra()]).await;
        seated(&stage).await;
        let author = follow_the_start(&stage, language).await;
        stage.import(moved()).await;
        author.say("/broadcast").await;
        stage.skip();
        author.press_exactly("bs.0").await;
        author.press_exactly("b.1.o").await;
        seen.push(stage.told());
        stage.end().await;
    }
    assert_snapshot!(seen.join("\n"), @r"
    Дәурен ▸ [📣 Жіберілген және жоспарланған]
    ✎ Дәурен
      <b>Хабарлама тарату</b>
      [🕒 4 жел, жм 18:00 · Сәлем, {а…]
      [Басты бет]
    Дәурен ▸ [🕒 4 жел, жм 18:00 · Сәлем, {а…]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      🕒 Басталуы: 4 желтоқсан, жұма, 18:00. Алушылар саны: шамамен 3.
      [⏸ Кідірту] [Тоқтату]
      [Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [📣 Отправленные и будущие]
    ✎ Дәурен
      <b>Рассылки</b>
      [🕒 4 дек, пт 18:00 · {имя}, жд…]
      [На главную]
    Дәурен ▸ [🕒 4 дек, пт 18:00 · {имя}, жд…]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      🕒 Начнётся: пятница, 4 декабря, 18:00. Получателей около 3.
      [⏸ Пауза] [Остановить]
      [Обновить]
      [‹ Назад]
    Дәурен ▸ [📣 Sent and scheduled]
    ✎ Дәурен
      <b>Broadcasts</b>
      [🕒 Fri 4 Dec, 18:00 · Hello {n…]
      [Home]
    Дәурен ▸ [🕒 Fri 4 Dec, 18:00 · Hello {n…]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      🕒 Goes out Friday, 4 December, 18:00. People: about 3
      [⏸ Pause] [Stop]
      [Refresh]
      [‹ Back]
    ");
}
