//! Choosing a day of a month, and what is said when nothing is found.

use super::stage::{Stage, dombra, lecture};
use insta::assert_snapshot;

#[tokio::test]
async fn months_are_turned_and_a_day_is_chosen() {
    let stage = Stage::with_sample().await;
    let [aigul, sergei, emma] =
        [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")].map(|(n, l)| stage.guest(n, l));
    for guest in [&aigul, &sergei, &emma] {
        guest.say("/events").await;
        stage.skip();
        guest.press("🗓").await;
    }
    sergei.press("Январь ›").await;
    sergei.press("Февраль ›").await;
    sergei.press("‹ Январь").await;
    sergei.press("‹ Декабрь").await;
    sergei.press("5").await;
    sergei.press("Изменить").await;
    sergei.press("🗓").await;
    sergei.press("Назад").await;
    // A day without events does nothing.
    emma.press("·").await;
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [🗓 Choose a day]
    ✎ Emma
      <b>December 2026</b>
      Events this month: 62. The numbers are the days they are on.
      [Mon] [Tue] [Wed] [Thu] [Fri] [Sat] [Sun]
      [ ] [1] [2] [3] [4] [5] [6]
      [7] [8] [9] [10] [11] [12] [13]
      [14] [15] [16] [17] [18] [19] [·]
      [21] [22] [23] [24] [25] [26] [27]
      [28] [29] [30] [31] [ ] [ ] [ ]
      [January ›]
      [‹ Back]
    Сергей ▸ [Январь ›]
    ✎ Сергей
      <b>Январь 2027</b>
      Мероприятий в этом месяце: 10. Числа – дни, когда они проходят.
      [пн] [вт] [ср] [чт] [пт] [сб] [вс]
      [ ] [ ] [ ] [ ] [1] [2] [·]
      [4] [·] [6] [·] [8] [9] [10]
      [·] [12] [13] [·] [15] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [‹ Декабрь] [Февраль ›]
      [‹ Назад]
    Сергей ▸ [Февраль ›]
    ✎ Сергей
      <b>Февраль 2027</b>
      В этом месяце мероприятий нет. Посмотрите другой.
      [пн] [вт] [ср] [чт] [пт] [сб] [вс]
      [·] [·] [·] [·] [·] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [‹ Январь] [Март ›]
      [‹ Назад]
    Сергей ▸ [‹ Январь]
    ✎ Сергей
      <b>Январь 2027</b>
      Мероприятий в этом месяце: 10. Числа – дни, когда они проходят.
      [пн] [вт] [ср] [чт] [пт] [сб] [вс]
      [ ] [ ] [ ] [ ] [1] [2] [·]
      [4] [·] [6] [·] [8] [9] [10]
      [·] [12] [13] [·] [15] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [·] [·] [·] [·] [·] [·] [·]
      [‹ Декабрь] [Февраль ›]
      [‹ Назад]
    Сергей ▸ [‹ Декабрь]
    ✎ Сергей
      <b>Декабрь 2026</b>
      Мероприятий в этом месяце: 62. Числа – дни, когда они проходят.
      [пн] [вт] [ср] [чт] [пт] [сб] [вс]
      [ ] [1] [2] [3] [4] [5] [6]
      [7] [8] [9] [10] [11] [12] [13]
      [14] [15] [16] [17] [18] [19] [·]
      [21] [22] [23] [24] [25] [26] [27]
      [28] [29] [30] [31] [ ] [ ] [ ]
      [Январь ›]
      [‹ Назад]
    Сергей ▸ [5]
    ✎ Сергей
      <b>Ближайшие мероприятия: 2</b>
      Выбрано: 5 дек, сб

      1. <b>Открытый велотрек: детские заезды</b>
      5 дек, сб 11:00 · район Нура · Свободных мест: 300

      2. <b>Семейный бюджет: как планировать</b>
      5 дек, сб 18:30 · район Есиль · Свободных мест: 36
      [1. Открытый велотрек: детские…]
      [2. Семейный бюджет: как плани…]
      [✕ 5 дек, сб]
      [Изменить фильтры] [На главную]
    Сергей ▸ [Изменить фильтры]
    ✎ Сергей
      <b>Поиск мероприятий</b>
      Выберите, когда и где, или просто напишите слово из названия, например <i>лекция</i>.

      Выбрано: 5 дек, сб
      [Сегодня] [Завтра] [7 дней]
      [🗓 Выбрать день]
      [Район] [Уровень] [Язык]
      [Показать все]
      [Сбросить фильтры]
      [На главную]
    Сергей ▸ [🗓 Выбрать день]
    ✎ Сергей
      <b>Декабрь 2026</b>
      Мероприятий в этом месяце: 62. Числа – дни, когда они проходят.
      Выбрано: 5 дек, сб
      [пн] [вт] [ср] [чт] [пт] [сб] [вс]
      [ ] [1] [2] [3] [4] [5] [6]
      [7] [8] [9] [10] [11] [12] [13]
      [14] [15] [16] [17] [18] [19] [·]
      [21] [22] [23] [24] [25] [26] [27]
      [28] [29] [30] [31] [ ] [ ] [ ]
      [Январь ›]
      [‹ Назад]
    Сергей ▸ [‹ Назад]
    ✎ Сергей
      <b>Поиск мероприятий</b>
      Выберите, когда и где, или просто напишите слово из названия, например <i>лекция</i>.

      Выбрано: 5 дек, сб
      [Сегодня] [Завтра] [7 дней]
      [🗓 Выбрать день]
      [Район] [Уровень] [Язык]
      [Показать все]
      [Сбросить фильтры]
      [На главную]
    Emma ▸ [·]
    ");
    stage.end().await;
}

#[tokio::test]
async fn nothing_found_says_what_to_change() {
    let stage = Stage::with(&[dombra(), lecture()]).await;
    for (name, language, today, district, nura, change) in [
        ("Айгүл", "kk", "Бүгін", "Аудан", "Нұра", "Сүзгіні өзгерту"),
        ("Сергей", "ru", "Сегодня", "Район", "Нура", "Изменить"),
        ("Emma", "en", "Today", "District", "Nura", "Change"),
    ] {
        let guest = stage.guest(name, language);
        guest.say("/events").await;
        stage.skip();
        guest.press(today).await;
        guest.press(change).await;
        stage.skip();
        guest.press(district).await;
        guest.press(nura).await;
        guest.press("✕").await;
        guest.press("✕").await;
    }
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [District]
    ✎ Emma
      Which district?
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Any district]
      [‹ Back]
    Emma ▸ [Nura district]
    ✎ Emma
      Nothing found with these filters. Try removing one of them:
      Chosen: Today · Nura district
      [✕ Today] [✕ Nura district]
      [Show all]
      [Change the filters] [Home]
    Emma ▸ [✕ Today]
    ✎ Emma
      Nothing found with these filters. Try removing one of them:
      Chosen: Nura district
      [✕ Nura district]
      [Show all]
      [Change the filters] [Home]
    Emma ▸ [✕ Nura district]
    ✎ Emma
      <b>Upcoming events: 2</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · Esil district · Seats left: 3

      2. <b>Open lecture</b>
      Thu 3 Dec, 15:00 · Esil district · Open entry
      [1. Dombra evening]
      [2. Open lecture]
      [Change the filters] [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn an_empty_programme_says_so() {
    let stage = Stage::with(&[]).await;
    for (name, language, all) in
        [("Айгүл", "kk", "Барлығын"), ("Сергей", "ru", "Показать"), ("Emma", "en", "Show")]
    {
        let guest = stage.guest(name, language);
        guest.say("/events").await;
        stage.skip();
        guest.press(all).await;
    }
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [Show all]
    ✎ Emma
      There are no upcoming events yet. Please look in again later.
      [Home]
    ");
    stage.end().await;
}
