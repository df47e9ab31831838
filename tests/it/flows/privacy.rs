//! What is kept, its download, and deletion after two questions; afterwards everything is as for a new person.

use super::cast::PEOPLE;
use super::stage::{Stage, dombra};
use chrono::TimeDelta;
use insta::assert_snapshot;

#[tokio::test]
async fn there_is_nothing_yet() {
    let stage = Stage::with(&[]).await;
    for (name, language) in PEOPLE {
        stage.guest(name, language).say("/privacy").await;
    }
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /privacy
    → Айгүл
      <b>Сіздің деректеріңіз</b>
      Сақтайтын ұйым: Qatys demo

      <b>Не сақтаймыз:</b> Telegram идентификаторыңыз бен тіліңіз; тіркелгеннен кейін атыңыз, телефон нөміріңіз, ауданыңыз, тіркелулеріңіз, келгеніңіз туралы белгі мен пікірлеріңіз; сұрақ қойсаңыз немесе қолдасаңыз, сұрақтарыңыз бен дауыстарыңыз.
      <b>Не үшін:</b> іс-шараға тіркеу, еске салу және қатысуды есепке алу үшін.
      <b>Қанша уақыт:</b> іс-шарадан кейін 90 күнге дейін немесе өзіңіз жойғанша. Үшінші тұлғаларға бермейміз.

      Қазір сіз туралы Telegram идентификаторыңыз бен тіліңізден басқа ештеңе сақталмаған.

      <b>Сізге не келеді</b>
      Өшіру не қосу үшін басыңыз. Билет, орын, өзгеріс және іс-шараның болмайтыны туралы хабар әрқашан келеді.
      [🔔 Жаңалықтар: қосулы]
      [🔔 Еске салулар: қосулы]
      [🔔 Кейінгі сауалдар: қосулы]
      [Басты бет]
    Сергей ▸ /privacy
    → Сергей
      <b>Ваши данные</b>
      Хранит: Qatys demo

      <b>Что:</b> ваш Telegram ID и язык; после записи ещё имя, телефон, район, ваши записи, отметки о приходе и отзывы; если вы задаёте или поддерживаете вопросы – эти вопросы и голоса.
      <b>Зачем:</b> для регистрации, напоминаний и учёта посещений.
      <b>Как долго:</b> до 90 дней после мероприятия или пока вы их не удалите. Третьим лицам не передаём.

      Сейчас мы не храним о вас ничего, кроме Telegram ID и языка.

      <b>Что вы получаете</b>
      Нажмите, чтобы выключить или включить. Билеты, места, изменения и отмены приходят всегда.
      [🔔 Новости: вкл.]
      [🔔 Напоминания: вкл.]
      [🔔 Вопросы после встреч: вкл.]
      [На главную]
    Emma ▸ /privacy
    → Emma
      <b>Your data</b>
      Kept by: Qatys demo

      <b>What:</b> your Telegram ID and language; after a sign-up also your name, phone number, district, your registrations and arrivals, and what you say of events; if you ask or vote, your questions and votes.
      <b>What for:</b> to register you, to remind you and to count attendance.
      <b>How long:</b> until 90 days after the event, or until you delete it. We pass nothing on to third parties.

      At the moment we keep nothing about you beyond your Telegram ID and language.

      <b>What you get</b>
      Press to switch a kind off or on. Tickets, seats, changes and cancellations always come.
      [🔔 News: on]
      [🔔 Reminders: on]
      [🔔 Questions afterwards: on]
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_download_holds_everything() {
    let stage = Stage::with(&[dombra()]).await;
    let mut seen = Vec::new();
    for (name, language) in PEOPLE {
        let guest = stage.guest(name, language);
        guest.sign_up(&stage.link("Домбыра").await, "1").await;
        stage.skip();
        guest.say("/privacy").await;
        guest.press_data(|data| data == "pd").await;
        seen.push(stage.told());
        if language == "kk" {
            seen.push(guest.file());
        }
    }
    assert_snapshot!(seen.join("\n"), @r#"
    Айгүл ▸ /privacy
    → Айгүл
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
    Айгүл ▸ [Деректерімді жүктеп алу]
    → Айгүл
      <document qatys.json>
      Сіз туралы сақталған барлық дерек.
    {
      "telegram_id": 100,
      "language": "kk",
      "name": "Айгүл",
      "phone": "+77010000100",
      "district": null,
      "known_since": "2026-12-01T04:00:00Z",
      "consent": {
        "version": 1,
        "at": "2026-12-01T04:00:00Z"
      },
      "registrations": [
        {
          "event": "Домбыра кеші",
          "starts_at": "2026-12-02T13:00:00Z",
          "standing": "seated",
          "party": 1,
          "created_at": "2026-12-01T04:00:00Z",
          "arrived_at": null,
          "arrived_party": null
        }
      ],
      "unwanted": []
    }
    Сергей ▸ /privacy
    → Сергей
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
    Сергей ▸ [Скачать мои данные]
    → Сергей
      <document qatys.json>
      Всё, что мы о вас храним.
    Emma ▸ /privacy
    → Emma
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
    Emma ▸ [Download my data]
    → Emma
      <document qatys.json>
      Everything we keep about you.
    "#);
    stage.end().await;
}

#[tokio::test]
async fn arrivals_and_cancelled_registrations_are_in_the_download() {
    let stage = Stage::with(&[dombra()]).await;
    let (emma, steward) = (stage.guest("Emma", "en"), stage.steward("Дәурен", "kk"));
    let link = stage.link("Домбыра").await;
    emma.sign_up(&link, "1").await;
    emma.press("Cancel my registration").await;
    emma.press("Yes, cancel").await;
    emma.start(&link).await;
    emma.press("Sign up").await;
    emma.press("The same details").await;
    emma.press("2").await;
    emma.press("Confirm").await;
    stage.pass(TimeDelta::hours(33)).await;
    steward.start(&emma.ticket()).await;
    emma.say("/privacy").await;
    emma.press("Download").await;
    assert_snapshot!(emma.file(), @r#"
    {
      "telegram_id": 100,
      "language": "en",
      "name": "Emma",
      "phone": "+77010000100",
      "district": null,
      "known_since": "2026-12-01T04:00:00Z",
      "consent": {
        "version": 1,
        "at": "2026-12-01T04:00:00Z"
      },
      "registrations": [
        {
          "event": "Домбыра кеші",
          "starts_at": "2026-12-02T13:00:00Z",
          "standing": "cancelled",
          "party": 1,
          "created_at": "2026-12-01T04:00:00Z",
          "arrived_at": null,
          "arrived_party": null
        },
        {
          "event": "Домбыра кеші",
          "starts_at": "2026-12-02T13:00:00Z",
          "standing": "seated",
          "party": 2,
          "created_at": "2026-12-01T04:00:00Z",
          "arrived_at": "2026-12-02T13:00:00Z",
          "arrived_party": 2
        }
      ],
      "unwanted": []
    }
    "#);
    stage.end().await;
}

#[tokio::test]
async fn deletion_asks_twice_and_leaves_nothing() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let mut seen = Vec::new();
    for (name, language) in PEOPLE {
        let guest = stage.guest(name, language);
        guest.sign_up(&link, "3").await;
        let ticket = guest.ticket();
        guest.say("/privacy").await;
        stage.skip();
        guest.press_data(|data| data == "pe").await;
        guest.press_data(|data| data == "p").await;
        guest.press_data(|data| data == "pe").await;
        guest.press_data(|data| data == "pes").await;
        guest.press_data(|data| data == "pen").await;
        seen.push(stage.told());
        // As for a new person: no name in the greeting, no registration, a free house, consent asked for again.
        guest.start("").await;
        guest.say("/my").await;
        guest.start(&link).await;
        guest.press_data(|data| data.starts_with("s.")).await;
        guest.start(&ticket).await;
        if language == "ru" {
            seen.push(stage.told());
        }
        stage.skip();
    }
    assert_snapshot!(seen.join("\n"), @"
    Айгүл ▸ [Деректерімді жою]
    ✎ Айгүл
      <b>Барлық деректеріңізді жоямыз ба?</b>
      Атыңыз, телефон нөміріңіз, ауданыңыз, тіркелулеріңіз және жауап берілмеген сұрақтарыңыз жойылады; жауабы бар сұрақтар кім қойғаны көрсетілмей қалады. Келісіміңіз де қайтарып алынады.
      [Иә, жою]
      [Жоқ, қалдыру]
    Айгүл ▸ [Жоқ, қалдыру]
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
    Айгүл ▸ [Деректерімді жою]
    ✎ Айгүл
      <b>Барлық деректеріңізді жоямыз ба?</b>
      Атыңыз, телефон нөміріңіз, ауданыңыз, тіркелулеріңіз және жауап берілмеген сұрақтарыңыз жойылады; жауабы бар сұрақтар кім қойғаны көрсетілмей қалады. Келісіміңіз де қайтарып алынады.
      [Иә, жою]
      [Жоқ, қалдыру]
    Айгүл ▸ [Иә, жою]
    ✎ Айгүл
      <b>Сенімдісіз бе?</b>
      Бұл әрекетті қайтару мүмкін емес. Билеттеріңіз жарамсыз болады.
      [Иә, бәрін жою]
      [Жоқ, қалдыру]
    Айгүл ▸ [Иә, бәрін жою]
    ✎ Айгүл
      Дайын, деректеріңіз жойылды. Қайта оралғыңыз келсе, /start деп жазыңыз.
    Сергей ▸ [Удалить мои данные]
    ✎ Сергей
      <b>Удалить все ваши данные?</b>
      Имя, телефон, район и вопросы без ответа будут удалены, записи отменены; вопросы с ответом останутся без указания, кто их задал. Согласие тоже будет отозвано.
      [Да, удалить]
      [Нет, оставить]
    Сергей ▸ [Нет, оставить]
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
    Сергей ▸ [Удалить мои данные]
    ✎ Сергей
      <b>Удалить все ваши данные?</b>
      Имя, телефон, район и вопросы без ответа будут удалены, записи отменены; вопросы с ответом останутся без указания, кто их задал. Согласие тоже будет отозвано.
      [Да, удалить]
      [Нет, оставить]
    Сергей ▸ [Да, удалить]
    ✎ Сергей
      <b>Вы точно уверены?</b>
      Это действие нельзя отменить. Билеты перестанут действовать.
      [Да, удалить всё]
      [Нет, оставить]
    Сергей ▸ [Да, удалить всё]
    ✎ Сергей
      Готово, ваши данные удалены. Захотите прийти снова – просто напишите: /start
    Сергей ▸ /start
    → Сергей
      <b>Здравствуйте!</b>
      С чего начнём?
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [📚 Материалы и ответы]
      [Язык] [Мои данные]
    Сергей ▸ /my
    → Сергей
      Пока вы никуда не записаны. Найдём что-нибудь?
      [📅 Найти мероприятие]
      [Прошедшие]
      [На главную]
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
    Сергей ▸ [Записаться]
    ✎ Сергей
      <b>Нужно ваше согласие</b>
      Для записи нужны ваше имя, телефон (если он требуется для мероприятия), район (если хотите его назвать) и Telegram ID.

      Qatys demo хранит их для регистрации, напоминаний и учёта посещений до 90 дней после мероприятия и не передаёт третьим лицам. Сообщения идут через Telegram и могут проходить через серверы за рубежом.

      Согласие можно отозвать в любой момент: /privacy

      <b>Вы согласны на сбор и обработку ваших персональных данных?</b>
      [Даю согласие]
      [Отмена]
    Сергей ▸ /start t_AAAAAAAC7zJapszdBhQBj74D7tSM3Q
    → Сергей
      Это ссылка с билета. Её сканируют на входе сотрудники мероприятия. Ваши билеты здесь: /my
      [На главную]
    Emma ▸ [Delete my data]
    ✎ Emma
      <b>Delete all your data?</b>
      Your name, phone number, district and unanswered questions will be deleted and your registrations cancelled; answered questions stay without saying who asked. Your consent ends as well.
      [Yes, delete]
      [No, keep it]
    Emma ▸ [No, keep it]
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
    Emma ▸ [Delete my data]
    ✎ Emma
      <b>Delete all your data?</b>
      Your name, phone number, district and unanswered questions will be deleted and your registrations cancelled; answered questions stay without saying who asked. Your consent ends as well.
      [Yes, delete]
      [No, keep it]
    Emma ▸ [Yes, delete]
    ✎ Emma
      <b>Are you quite sure?</b>
      This cannot be undone. Your tickets will stop working.
      [Yes, delete everything]
      [No, keep it]
    Emma ▸ [Yes, delete everything]
    ✎ Emma
      Done, your data has been deleted. If you would like to come again, just write /start
    ");
    stage.end().await;
}

#[tokio::test]
async fn seats_of_the_deleted_go_on_and_their_tickets_end() {
    let stage = Stage::with(&[dombra()]).await;
    let link = stage.link("Домбыра").await;
    let (emma, sergei) = (stage.guest("Emma", "en"), stage.guest("Сергей", "ru"));
    let steward = stage.steward("Steward", "en");
    emma.sign_up(&link, "3").await;
    sergei.sign_up(&link, "1").await;
    let ticket = emma.ticket();
    emma.say("/privacy").await;
    emma.press("Delete my data").await;
    emma.press("Yes, delete").await;
    stage.skip();
    emma.press("Yes, delete everything").await;
    steward.start(&ticket).await;
    // The buttons of the old ticket.
    emma.press("Cancel my registration").await;
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [Yes, delete everything]
    ✎ Emma
      Done, your data has been deleted. If you would like to come again, just write /start
    → Сергей
      🔔 <b>Для вас освободилось место – подтвердите до 17:15</b>
      Потом оно перейдёт следующему в очереди.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      Сколько человек: 1
      [✅ Подтвердить место]
      [Отказаться от места]
      [О мероприятии]
    Steward ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Steward
      ⛔ <b>This registration was cancelled.</b>
      <b>(name deleted)</b> · 3 people
      [‹ To the door]
    Emma ▸ [Cancel my registration]
      (This button is out of date. Please open the list again: /events)
    ");
    stage.end().await;
}
