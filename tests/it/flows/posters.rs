//! Posters: from the screen to pass an event on to a sheet whose code leads back to the event, in all three languages.

use super::stage::{Stage, dombra};
use insta::assert_snapshot;
use qatys::simulator::read_qr;

async fn poster(name: &str, language: &str) -> String {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let guest = stage.guest(name, language);
    guest.start(&link).await;
    guest.press_data(|data| data.starts_with("es.")).await;
    stage.skip();
    guest.press_data(|data| data.starts_with("eg.")).await;
    guest.press_data(|data| data.starts_with("eg.") && data.ends_with(language)).await;
    let sheet = guest.last().document.expect("a poster");
    let file = guest.person.file(&sheet.file_id).unwrap();
    let bot = stage.demo.telegram.bot_username();
    assert_eq!(read_qr(&file.bytes), Some(format!("https://t.me/{bot}?start={link}")));
    let told = stage.told();
    stage.execute("UPDATE events SET status = 'cancelled'").await;
    guest.press_data(|data| data.starts_with("eg.") && data.ends_with(language)).await;
    let told = format!("{told}\n{}", stage.told());
    stage.end().await;
    told
}

#[tokio::test]
async fn a_poster_in_kazakh() {
    assert_snapshot!(poster("Айгүл", "kk").await, @"
    Айгүл ▸ [🖨 Афишаны басып шығару]
    ✎ Айгүл
      🖨 <b>Іс-шараның афишасы</b>
      <b>Домбыра кеші</b>

      Қай тілде? А4 парағына арналған сурет файл болып келеді: басып шығарып, адамдар көретін жерге іліңіз. Ондағы кодты телефонмен сканерлеген адам бірден тіркеле алады.
      [Қазақша] [Русский] [English]
      [‹ Артқа]
    Айгүл ▸ [Қазақша]
    → Айгүл
      <document qatys-r34zf34-kk.png>
      <b>Домбыра кеші</b>
      Афиша А4 парағына дәл келеді: «нақты өлшем» деп басып шығарыңыз.
    Айгүл ▸ [Қазақша]
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    ");
}

#[tokio::test]
async fn a_poster_in_russian() {
    assert_snapshot!(poster("Сергей", "ru").await, @"
    Сергей ▸ [🖨 Напечатать афишу]
    ✎ Сергей
      🖨 <b>Афиша мероприятия</b>
      <b>Вечер домбры</b>

      На каком языке? Придёт файл с картинкой на лист А4: напечатайте её и повесьте там, где увидят. Кто наведёт телефон на код, сразу сможет записаться.
      [Қазақша] [Русский] [English]
      [‹ Назад]
    Сергей ▸ [Русский]
    → Сергей
      <document qatys-r34zf34-ru.png>
      <b>Вечер домбры</b>
      Афиша точно на лист А4: печатайте в «реальном размере».
    Сергей ▸ [Русский]
      (Эта кнопка устарела. Откройте список заново: /events)
    ");
}

#[tokio::test]
async fn a_poster_in_english() {
    assert_snapshot!(poster("Emma", "en").await, @"
    Emma ▸ [🖨 Print a poster]
    ✎ Emma
      🖨 <b>Poster of the event</b>
      <b>Dombra evening</b>

      In which language? You will get a file with a picture for a sheet of A4: print it and hang it where people will see it. Whoever points a phone at the code can sign up at once.
      [Қазақша] [Русский] [English]
      [‹ Back]
    Emma ▸ [English]
    → Emma
      <document qatys-r34zf34-en.png>
      <b>Dombra evening</b>
      The poster fits a sheet of A4: print it at “actual size”.
    Emma ▸ [English]
      (This button is out of date. Please open the list again: /events)
    ");
}
