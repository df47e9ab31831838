//! No more news for whoever wants none: they are not counted until they want it again.

use super::cast::{seated, sent};
use super::stage::{Stage, dombra};
use insta::assert_snapshot;

#[tokio::test]
async fn whoever_unsubscribes_is_not_counted_until_they_want_it_again() {
    let stage = Stage::with(&[dombra()]).await;
    let people = seated(&stage).await;
    let author = sent(&stage, "ru", "Отправлена").await;
    let mut seen = Vec::new();
    for guest in &people {
        guest.press_exactly("u.news").await;
        guest.say("/privacy").await;
        let told = stage.told();
        author.start(&stage.link("Домбыра").await).await;
        stage.skip();
        author.press_data(|data| data.starts_with("w.t.")).await;
        seen.extend([told, stage.told()]);
    }
    for guest in &people {
        guest.press_exactly("pw.news.1").await;
    }
    let on = stage.told();
    author.start(&stage.link("Домбыра").await).await;
    stage.skip();
    author.press_data(|data| data.starts_with("w.t.")).await;
    seen.extend([on, stage.told()]);
    assert_snapshot!(seen.join("\n"), @"
    Айгүл ▸ [Жаңалықтардан бас тарту]
      (Жаңалықтар: өшірілді. Қайта қосу: /privacy)
    Айгүл ▸ /privacy
    → Айгүл
      <b>Сіздің деректеріңіз</b>
      Сақтайтын ұйым: Qatys demo

      <b>Не сақтаймыз:</b> Telegram идентификаторыңыз бен тіліңіз; тіркелгеннен кейін атыңыз, телефон нөміріңіз, ауданыңыз, тіркелулеріңіз, келгеніңіз туралы белгі мен пікірлеріңіз; сұрақ қойсаңыз немесе қолдасаңыз, сұрақтарыңыз бен дауыстарыңыз.
      <b>Не үшін:</b> іс-шараға тіркеу, еске салу және қатысуды есепке алу үшін.
      <b>Қанша уақыт:</b> іс-шарадан кейін 90 күнге дейін немесе өзіңіз жойғанша. Үшінші тұлғаларға бермейміз.

      <b>Сізге не келеді</b>
      Өшіру не қосу үшін басыңыз. Билет, орын, өзгеріс және іс-шараның болмайтыны туралы хабар әрқашан келеді.
      [🔕 Жаңалықтар: өшірулі]
      [🔔 Еске салулар: қосулы]
      [🔔 Кейінгі сауалдар: қосулы]
      [Деректерімді жүктеп алу]
      [Деректерімді жою]
      [Басты бет]
    Дәурен ▸ [✉️ Написать участникам]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>2 человека: ru 1 · en 1</b>
      Не получат: отписались – 1

      ▫️ <b>Қазақша</b>: текста пока нет
      ▫️ <b>Русский</b>: текста пока нет
      ▫️ <b>English</b>: текста пока нет

      <b>Кнопка:</b> нет
      <b>Когда:</b> сразу
      [👥 Кому]
      [＋ Қазақша] [＋ Русский] [＋ English]
      [🔘 Кнопка] [🕒 Когда]
      [📣 Отправленные и будущие]
      [Отмена]
    Сергей ▸ [Отписаться от новостей]
      (Новости: выключено. Включить снова можно в /privacy)
    Сергей ▸ /privacy
    → Сергей
      <b>Ваши данные</b>
      Хранит: Qatys demo

      <b>Что:</b> ваш Telegram ID и язык; после записи ещё имя, телефон, район, ваши записи, отметки о приходе и отзывы; если вы задаёте или поддерживаете вопросы – эти вопросы и голоса.
      <b>Зачем:</b> для регистрации, напоминаний и учёта посещений.
      <b>Как долго:</b> до 90 дней после мероприятия или пока вы их не удалите. Третьим лицам не передаём.

      <b>Что вы получаете</b>
      Нажмите, чтобы выключить или включить. Билеты, места, изменения и отмены приходят всегда.
      [🔕 Новости: выкл.]
      [🔔 Напоминания: вкл.]
      [🔔 Вопросы после встреч: вкл.]
      [Скачать мои данные]
      [Удалить мои данные]
      [На главную]
    Дәурен ▸ [✉️ Написать участникам]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>1 человек: en 1</b>
      Не получат: отписались – 2

      ▫️ <b>Қазақша</b>: текста пока нет
      ▫️ <b>Русский</b>: текста пока нет
      ▫️ <b>English</b>: текста пока нет

      <b>Кнопка:</b> нет
      <b>Когда:</b> сразу
      [👥 Кому]
      [＋ Қазақша] [＋ Русский] [＋ English]
      [🔘 Кнопка] [🕒 Когда]
      [📣 Отправленные и будущие]
      [Отмена]
    Emma ▸ [Unsubscribe from news]
      (News: switched off. You can switch it on again under /privacy)
    Emma ▸ /privacy
    → Emma
      <b>Your data</b>
      Kept by: Qatys demo

      <b>What:</b> your Telegram ID and language; after a sign-up also your name, phone number, district, your registrations and arrivals, and what you say of events; if you ask or vote, your questions and votes.
      <b>What for:</b> to register you, to remind you and to count attendance.
      <b>How long:</b> until 90 days after the event, or until you delete it. We pass nothing on to third parties.

      <b>What you get</b>
      Press to switch a kind off or on. Tickets, seats, changes and cancellations always come.
      [🔕 News: off]
      [🔔 Reminders: on]
      [🔔 Questions afterwards: on]
      [Download my data]
      [Delete my data]
      [Home]
    Дәурен ▸ [✉️ Написать участникам]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>0 человек</b>
      Не получат: отписались – 3

      ▫️ <b>Қазақша</b>: текста пока нет
      ▫️ <b>Русский</b>: текста пока нет
      ▫️ <b>English</b>: текста пока нет

      <b>Кнопка:</b> нет
      <b>Когда:</b> сразу
      [👥 Кому]
      [＋ Қазақша] [＋ Русский] [＋ English]
      [🔘 Кнопка] [🕒 Когда]
      [📣 Отправленные и будущие]
      [Отмена]
    Айгүл ▸ [🔕 Жаңалықтар: өшірулі]
    ✎ Айгүл
      <b>Сіздің деректеріңіз</b>
      Сақтайтын ұйым: Qatys demo

      <b>Не сақтаймыз:</b> Telegram идентификаторыңыз бен тіліңіз; тіркелгеннен кейін атыңыз, телефон нөміріңіз, ауданыңыз, тіркелулеріңіз, келгеніңіз туралы белгі мен пікірлеріңіз; сұрақ қойсаңыз немесе қолдасаңыз, сұрақтарыңыз бен дауыстарыңыз.
      <b>Не үшін:</b> іс-шараға тіркеу, еске салу және қатысуды есепке алу үшін.
      <b>Қанша уақыт:</b> іс-шарадан кейін 90 күнге дейін немесе өзіңіз жойғанша. Үшінші тұлғаларға бермейміз.

      <b>Сізге не келеді</b>
      Өшіру не қосу үшін басыңыз. Билет, орын, өзгеріс және іс-шараның болмайтыны туралы хабар әрқашан келеді.
      [🔔 Жаңалықтар: қосулы]
      [🔔 Еске салулар: қосулы]
      [🔔 Кейінгі сауалдар: қосулы]
      [Деректерімді жүктеп алу]
      [Деректерімді жою]
      [Басты бет]
    Сергей ▸ [🔕 Новости: выкл.]
    ✎ Сергей
      <b>Ваши данные</b>
      Хранит: Qatys demo

      <b>Что:</b> ваш Telegram ID и язык; после записи ещё имя, телефон, район, ваши записи, отметки о приходе и отзывы; если вы задаёте или поддерживаете вопросы – эти вопросы и голоса.
      <b>Зачем:</b> для регистрации, напоминаний и учёта посещений.
      <b>Как долго:</b> до 90 дней после мероприятия или пока вы их не удалите. Третьим лицам не передаём.

      <b>Что вы получаете</b>
      Нажмите, чтобы выключить или включить. Билеты, места, изменения и отмены приходят всегда.
      [🔔 Новости: вкл.]
      [🔔 Напоминания: вкл.]
      [🔔 Вопросы после встреч: вкл.]
      [Скачать мои данные]
      [Удалить мои данные]
      [На главную]
    Emma ▸ [🔕 News: off]
    ✎ Emma
      <b>Your data</b>
      Kept by: Qatys demo

      <b>What:</b> your Telegram ID and language; after a sign-up also your name, phone number, district, your registrations and arrivals, and what you say of events; if you ask or vote, your questions and votes.
      <b>What for:</b> to register you, to remind you and to count attendance.
      <b>How long:</b> until 90 days after the event, or until you delete it. We pass nothing on to third parties.

      <b>What you get</b>
      Press to switch a kind off or on. Tickets, seats, changes and cancellations always come.
      [🔔 News: on]
      [🔔 Reminders: on]
      [🔔 Questions afterwards: on]
      [Download my data]
      [Delete my data]
      [Home]
    Дәурен ▸ [✉️ Написать участникам]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>

      ▫️ <b>Қазақша</b>: текста пока нет
      ▫️ <b>Русский</b>: текста пока нет
      ▫️ <b>English</b>: текста пока нет

      <b>Кнопка:</b> нет
      <b>Когда:</b> сразу
      [👥 Кому]
      [＋ Қазақша] [＋ Русский] [＋ English]
      [🔘 Кнопка] [🕒 Когда]
      [📣 Отправленные и будущие]
      [Отмена]
    ");
    stage.end().await;
}
