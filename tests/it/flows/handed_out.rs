//! What the card of an event hands out: calendar file, pin, link.

use super::cast::trio;
use super::stage::{Guest, Stage, december, dombra};
use insta::assert_snapshot;
use qatys::domain::EventFacts;

#[tokio::test]
async fn map_link_and_calendar_come_beside_the_card() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    for guest in &trio(&stage) {
        guest.start(&link).await;
        stage.skip();
        guest.press_data(|data| data.starts_with("ep.")).await;
        guest.press_data(|data| data.starts_with("es.")).await;
        guest.press_data(|data| data.starts_with("ec.")).await;
    }
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [📍 On the map]
    → Emma
      <venue Ұлттық кітапхана, Достық көшесі, 11>
      [About the event]
    Emma ▸ [Share]
    → Emma
      <b>Dombra evening</b>
      📅 Wednesday, 2 December 2026, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      https://t.me/qatys_demo_bot?start=e_r34zf34
      [Share in Telegram]
      [🖨 Print a poster]
      [‹ Back]
    Emma ▸ [Add to calendar]
    → Emma
      <document qatys-r34zf34.ics>
      <b>Dombra evening</b>
      Open the file, and the event will be in your calendar.
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_calendar_file_of_a_moved_event_updates_the_entry() {
    let stage = Stage::with(&[dombra()]).await;
    let aigul = stage.guest("Айгүл", "kk");
    aigul.start(&stage.link("Домбыра").await).await;
    aigul.press("Күнтізбеге").await;
    let before = entry(&aigul);
    stage.import(EventFacts { local_start: december(2, 19, 30), duration_min: 60, ..dombra() }).await;
    aigul.press("Күнтізбеге").await;
    let after = entry(&aigul);
    stage.execute("UPDATE events SET status = 'cancelled'").await;
    aigul.press("Күнтізбеге").await;
    assert_snapshot!(format!("{before}\n\n{after}\n\n{}", entry(&aigul)), @r"
    DTEND:20261202T143000Z
    DTSTART:20261202T130000Z
    LOCATION:Ұлттық кітапхана\, Достық көшесі\, 11
    SEQUENCE:0
    STATUS:CONFIRMED
    SUMMARY:Домбыра кеші
    UID:1@qatys

    DTEND:20261202T153000Z
    DTSTART:20261202T143000Z
    LOCATION:Ұлттық кітапхана\, Достық көшесі\, 11
    SEQUENCE:1
    STATUS:CONFIRMED
    SUMMARY:Домбыра кеші
    UID:1@qatys

    DTEND:20261202T153000Z
    DTSTART:20261202T143000Z
    LOCATION:Ұлттық кітапхана\, Достық көшесі\, 11
    SEQUENCE:1
    STATUS:CANCELLED
    SUMMARY:Домбыра кеші
    UID:1@qatys
    ");
    stage.end().await;
}

/// What a calendar goes by in the newest file: identity, order of changes, times.
fn entry(guest: &Guest<'_>) -> String {
    let file = guest.file();
    // Long lines are folded: the next one begins with a space (RFC 5545, section 3.1).
    let unfolded = file.replace("\r\n ", "");
    assert!(unfolded.starts_with("BEGIN:VCALENDAR\r\n") && unfolded.ends_with("END:VCALENDAR\r\n"));
    let names = ["UID", "SEQUENCE", "STATUS", "DTSTART", "DTEND", "SUMMARY", "LOCATION"];
    let is_named = |line: &&str| line.split_once(':').is_some_and(|(name, _)| names.contains(&name));
    unfolded.lines().filter(is_named).collect::<Vec<_>>().join("\n")
}
