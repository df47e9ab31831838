//! A message to many under way, as its author and its people see it: paused while it is sent, let go on, counted and
//! listed. How it is written is in `broadcasts`.

use super::cast::{scheduled, seated};
use super::stage::{Stage, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::simulator::{Fault, FaultKind, Faults};
use std::time::Duration;

/// How long Telegram asks to wait: longer than the bot waits by itself.
const WAIT: Duration = Duration::from_secs(5);

/// Goes out at 10:30. Telegram takes no photo at first, so the Russian message waits; an account that is gone gets
/// nothing. `stuck` and `done` are what the author sees by then.
async fn send(language: &str, [stuck, done]: [&str; 2]) -> (String, String) {
    let stage = Stage::with(&[dombra()]).await;
    seated(&stage).await;
    let gone = stage.guest("Дана", "kk");
    gone.sign_up(&stage.link("Домбыра").await, "1").await;
    let author = scheduled(&stage, language, "10:30").await;
    gone.person.deactivate();
    let busy = FaultKind::TooManyRequests { retry_after: WAIT.as_secs() as u32 };
    let busy = Fault::always(busy).on("sendPhoto");
    stage.demo.telegram.set_faults(Faults { calls: vec![busy], ..Faults::default() });
    stage.demo.advance(TimeDelta::minutes(90));
    author.awaits(stuck).await;
    stage.pass(TimeDelta::zero()).await;
    author.press_exactly("b.1.p").await;
    stage.demo.telegram.set_faults(Faults::default());
    tokio::time::sleep(WAIT).await;
    stage.pass(TimeDelta::minutes(10)).await;
    author.press_until("b.1.r", done).await;
    author.press_exactly("b.1.l").await;
    author.press_exactly("b.1.o").await;
    author.press_exactly("bs.0").await;
    let told = stage.told();
    let file = author.file();
    stage.forgive();
    stage.end().await;
    (told, file)
}

#[tokio::test]
async fn for_a_kazakh_author() {
    let (told, file) = send("kk", ["4 ішінен 3", "Жіберілді"]).await;
    assert_snapshot!(told, @r"
    ──── 01.12. 10:30
    → Айгүл
      <b>Сәлем, Айгүл!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Жаңалықтардан бас тарту]
    → Emma
      <b>Hello Emma!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [Unsubscribe from news]
    → Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ▶️ <b>Жіберіліп жатыр</b>
      4 ішінен 3
      Шамамен аяқталуы: 1 желтоқсан, сейсенбі, 10:30

      Жеткізілді: 2
      Қолжетімсіз: 1
      [⏸ Кідірту] [Тоқтату]
      [Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [⏸ Кідірту]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ⏸ <b>Кідіртілді</b>
      4 ішінен 3

      Жеткізілді: 2
      Қолжетімсіз: 1
      [▶️ Жалғастыру] [Тоқтату]
      [‹ Артқа]
    ──── 01.12. 10:40
    Дәурен ▸ [▶️ Жалғастыру]
    → Сергей
      <photo>
      <b>Сергей</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [Отписаться от новостей]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ✅ <b>Жіберілді</b>

      Жеткізілді: 3
      Қолжетімсіз: 1
      [Тізімді файлмен алу] [Жаңа қосылғандарға жіберу]
      [Түзету] [Қайтарып алу]
      [‹ Артқа]
    Дәурен ▸ [Тізімді файлмен алу]
    → Дәурен
      <document broadcast-1.csv>
      № 1 хабарлама тарату: әр адамға жеткізу немен аяқталды.
      [‹ Артқа]
    Дәурен ▸ [‹ Артқа]
    → Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ✅ <b>Жіберілді</b>

      Жеткізілді: 3
      Қолжетімсіз: 1
      [Тізімді файлмен алу] [Жаңа қосылғандарға жіберу]
      [Түзету] [Қайтарып алу]
      [‹ Артқа]
    Дәурен ▸ [‹ Артқа]
    ✎ Дәурен
      <b>Хабарлама тарату</b>
      [✅ бүгін 10:30 · Сәлем, {аты}!…]
      [Басты бет]
    ");
    assert_snapshot!(file, @r#"
    ﻿"аты","тілі","нәтиже","уақыты","себебі"
    "Айгүл","kk","жеткізілді","2026-12-01 10:30:00",""
    "Сергей","ru","жеткізілді","2026-12-01 10:40:00",""
    "Emma","en","жеткізілді","2026-12-01 10:30:00",""
    "Дана","kk","қолжетімсіз","2026-12-01 10:30:00",""
    "#);
}

#[tokio::test]
async fn for_a_russian_author() {
    let (told, file) = send("ru", ["3 из 4", "Отправлена"]).await;
    assert_snapshot!(told, @r"
    ──── 01.12. 10:30
    → Айгүл
      <b>Сәлем, Айгүл!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Жаңалықтардан бас тарту]
    → Emma
      <b>Hello Emma!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [Unsubscribe from news]
    → Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      ▶️ <b>Отправляется</b>
      3 из 4
      Закончится примерно: вторник, 1 декабря, 10:30

      Доставлено: 2
      Недоступны: 1
      [⏸ Пауза] [Остановить]
      [Обновить]
      [‹ Назад]
    Дәурен ▸ [⏸ Пауза]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      ⏸ <b>На паузе</b>
      3 из 4

      Доставлено: 2
      Недоступны: 1
      [▶️ Продолжить] [Остановить]
      [‹ Назад]
    ──── 01.12. 10:40
    Дәурен ▸ [▶️ Продолжить]
    → Сергей
      <photo>
      <b>Сергей</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [Отписаться от новостей]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      ✅ <b>Отправлена</b>

      Доставлено: 3
      Недоступны: 1
      [Список файлом] [Отправить новым]
      [Исправить] [Отозвать]
      [‹ Назад]
    Дәурен ▸ [Список файлом]
    → Дәурен
      <document broadcast-1.csv>
      Рассылка № 1: чем закончилась доставка для каждого.
      [‹ Назад]
    Дәурен ▸ [‹ Назад]
    → Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      ✅ <b>Отправлена</b>

      Доставлено: 3
      Недоступны: 1
      [Список файлом] [Отправить новым]
      [Исправить] [Отозвать]
      [‹ Назад]
    Дәурен ▸ [‹ Назад]
    ✎ Дәурен
      <b>Рассылки</b>
      [✅ сегодня в 10:30 · {имя}, жд…]
      [На главную]
    ");
    assert_snapshot!(file, @r#"
    ﻿"имя","язык","итог","время","причина"
    "Айгүл","kk","доставлено","2026-12-01 10:30:00",""
    "Сергей","ru","доставлено","2026-12-01 10:40:00",""
    "Emma","en","доставлено","2026-12-01 10:30:00",""
    "Дана","kk","недоступен","2026-12-01 10:30:00",""
    "#);
}

#[tokio::test]
async fn for_an_english_author() {
    let (told, file) = send("en", ["3 of 4", "Sent"]).await;
    assert_snapshot!(told, @r"
    ──── 01.12. 10:30
    → Айгүл
      <b>Сәлем, Айгүл!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Жаңалықтардан бас тарту]
    → Emma
      <b>Hello Emma!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [Unsubscribe from news]
    → Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ▶️ <b>Being sent</b>
      3 of 4
      Through at about Tuesday, 1 December, 10:30

      Delivered: 2
      Unreachable: 1
      [⏸ Pause] [Stop]
      [Refresh]
      [‹ Back]
    Дәурен ▸ [⏸ Pause]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ⏸ <b>Paused</b>
      3 of 4

      Delivered: 2
      Unreachable: 1
      [▶️ Resume] [Stop]
      [‹ Back]
    ──── 01.12. 10:40
    Дәурен ▸ [▶️ Resume]
    → Сергей
      <photo>
      <b>Сергей</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [Отписаться от новостей]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ✅ <b>Sent</b>

      Delivered: 3
      Unreachable: 1
      [List as a file] [Send to newcomers]
      [Correct] [Withdraw]
      [‹ Back]
    Дәурен ▸ [List as a file]
    → Дәурен
      <document broadcast-1.csv>
      How broadcast No. 1 ended with everybody.
      [‹ Back]
    Дәурен ▸ [‹ Back]
    → Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ✅ <b>Sent</b>

      Delivered: 3
      Unreachable: 1
      [List as a file] [Send to newcomers]
      [Correct] [Withdraw]
      [‹ Back]
    Дәурен ▸ [‹ Back]
    ✎ Дәурен
      <b>Broadcasts</b>
      [✅ today, 10:30 · Hello {name}…]
      [Home]
    ");
    assert_snapshot!(file, @r#"
    ﻿"name","language","outcome","time","reason"
    "Айгүл","kk","delivered","2026-12-01 10:30:00",""
    "Сергей","ru","delivered","2026-12-01 10:40:00",""
    "Emma","en","delivered","2026-12-01 10:30:00",""
    "Дана","kk","unreachable","2026-12-01 10:30:00",""
    "#);
}
