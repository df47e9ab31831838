//! Signing up, question by question, in each language. The ways out are in `turns`, answers that do not fit in
//! `missteps`, what happens around a dialogue in `meanwhile`.

use super::stage::{Stage, dombra, lecture};
use insta::assert_snapshot;

#[tokio::test]
async fn every_question_in_kazakh() {
    let stage = Stage::with(&[dombra()]).await;
    let aigul = stage.guest("Айгүл", "kk");
    aigul.start(&stage.link("Домбыра").await).await;
    stage.skip();
    aigul.press("Тіркелу").await;
    aigul.press("Келісемін").await;
    aigul.say("Айгүл Серікқызы").await;
    aigul.share_contact().await;
    aigul.press("Сарыарқа").await;
    aigul.press("2").await;
    aigul.press("✅ Растау").await;
    aigul.press("Іс-шара туралы").await;
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ [Тіркелу]
    ✎ Айгүл
      <b>Келісіміңіз қажет</b>
      Тіркелу үшін мыналар керек: атыңыз, телефон нөміріңіз (іс-шараға қажет болса), тұратын ауданыңыз (айтқыңыз келсе) және Telegram идентификаторыңыз.

      Оларды Qatys demo іс-шараға тіркеу, еске салу және қатысуды есепке алу үшін іс-шарадан кейін 90 күнге дейін сақтайды және үшінші тұлғаларға бермейді. Хабарламалар Telegram арқылы жүреді, сондықтан шетелдегі серверлерден өтуі мүмкін.

      Келісімді кез келген уақытта қайтарып ала аласыз: /privacy

      <b>Дербес деректеріңізді жинауға және өңдеуге келісесіз бе?</b>
      [Келісемін]
      [Бас тарту]
    Айгүл ▸ [Келісемін]
    ✎ Айгүл
      <b>Атыңыз кім?</b>
      Атыңыз бен тегіңізді жазыңыз – кіреберісте сізді солай қарсы аламыз. Немесе атыңыз жазылған батырманы басыңыз.
      [Айгүл]
      [‹ Артқа] [Бас тарту]
    Айгүл ▸ Айгүл Серікқызы
    → Айгүл
      <b>Телефон нөміріңіз</b>
      Төмендегі батырманы басыңыз немесе нөмірді жазыңыз. Бұл іс-шара туралы хабарласу үшін ұйымдастырушыға қажет.
    ⌨ Айгүл: [📱 Нөмірімді жіберу][‹ Артқа][Бас тарту]
    Айгүл ▸ [📱 Нөмірімді жіберу]
    → Айгүл
      Телефон: +7 701 000 01 00
    → Айгүл
      <b>Қай ауданда тұрасыз?</b>
      Бұл сізге жақын жерде іс-шара өткізуге көмектеседі. Өткізіп жіберсеңіз де болады.
      [Алматы ауданы] [Байқоңыр ауданы]
      [Есіл ауданы] [Нұра ауданы]
      [Сарайшық ауданы] [Сарыарқа ауданы]
      [Өткізіп жіберу]
      [‹ Артқа] [Бас тарту]
    ⌨ Айгүл: —
    Айгүл ▸ [Сарыарқа ауданы]
    ✎ Айгүл
      <b>Неше адам боласыз?</b>
      Өзіңізді де қосып санаңыз.
      [1] [2] [3]
      [‹ Артқа] [Бас тарту]
    Айгүл ▸ [2]
    ✎ Айгүл
      <b>Бәрі дұрыс па, тексеріңіз</b>

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Аты-жөні: Айгүл Серікқызы
      Телефон: +7 701 000 01 00
      Тұратын жеріңіз: Сарыарқа ауданы
      Адам саны: 2
      [✅ Растау]
      [‹ Артқа] [Бас тарту]
    Айгүл ▸ [✅ Растау]
    ✎ Айгүл
      ✅ <b>Сіз тіркелдіңіз!</b> Билетіңіз келесі хабарламада.

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      [Күнтізбеге қосу]
      [📍 Картадан көру]
      [Іс-шара туралы] [🎫 Менің іс-шараларым]
      [Басты бет]
    → Айгүл
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы

      Айгүл Серікқызы · 2 адам
      Коды: <code>MPSTDF</code>

      Осы кодты кіреберісте көрсетіңіз.
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Іс-шара туралы]
      [Тіркелуден бас тарту]
    Айгүл ▸ [Іс-шара туралы]
    → Айгүл
      <b>Домбыра кеші</b>

      📅 2 желтоқсан, сәрсенбі, 18:00 (1 сағ 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Есіл ауданы
      Тілі: қазақша, орысша
      Ұйымдастырушы: Қала кітапханалары

      <blockquote>Күй тыңдаймыз.</blockquote>

      Бос орын: 1
      ✅ <b>Сіз тіркелдіңіз</b> (2 адам)
      [🎫 Менің билетім]
      [Адам санын өзгерту]
      [Тіркелуден бас тарту]
      [Күнтізбеге қосу]
      [📍 Картадан көру] [Бөлісу]
      [💬 Сұрақтар мен жауаптар]
      [‹ Артқа]
    ");
    stage.end().await;
}

#[tokio::test]
async fn every_question_in_russian() {
    let stage = Stage::with(&[dombra()]).await;
    let sergei = stage.guest("Сергей", "ru");
    sergei.start(&stage.link("Домбыра").await).await;
    stage.skip();
    sergei.press("Записаться").await;
    sergei.press("Даю согласие").await;
    sergei.press("Сергей").await;
    sergei.say("8 701 234 56 02").await;
    sergei.say("есиль").await;
    sergei.say("3").await;
    sergei.press("✅ Подтвердить").await;
    sergei.press("О мероприятии").await;
    assert_snapshot!(stage.told(), @"
    Сергей ▸ [Записаться]
    ✎ Сергей
      <b>Нужно ваше согласие</b>
      Для записи нужны ваше имя, телефон (если он требуется для мероприятия), район (если хотите его назвать) и Telegram ID.

      Qatys demo хранит их для регистрации, напоминаний и учёта посещений до 90 дней после мероприятия и не передаёт третьим лицам. Сообщения идут через Telegram и могут проходить через серверы за рубежом.

      Согласие можно отозвать в любой момент: /privacy

      <b>Вы согласны на сбор и обработку ваших персональных данных?</b>
      [Даю согласие]
      [Отмена]
    Сергей ▸ [Даю согласие]
    ✎ Сергей
      <b>Как вас зовут?</b>
      Напишите имя и фамилию – так вас встретят на входе. Или нажмите кнопку с вашим именем.
      [Сергей]
      [‹ Назад] [Отмена]
    Сергей ▸ [Сергей]
    → Сергей
      <b>Ваш номер телефона</b>
      Нажмите кнопку ниже или напишите номер. Он нужен организатору, чтобы связаться с вами по этому мероприятию.
    ⌨ Сергей: [📱 Отправить мой номер][‹ Назад][Отмена]
    Сергей ▸ 8 701 234 56 02
    → Сергей
      Телефон: +7 701 234 56 02
    → Сергей
      <b>В каком районе вы живёте?</b>
      Это помогает проводить мероприятия ближе к вам. Можно пропустить.
      [район Алматы] [район Байконыр]
      [район Есиль] [район Нура]
      [район Сарайшык] [район Сарыарка]
      [Пропустить]
      [‹ Назад] [Отмена]
    ⌨ Сергей: —
    Сергей ▸ есиль
    → Сергей
      <b>Сколько вас будет?</b>
      Считайте и себя.
      [1] [2] [3]
      [‹ Назад] [Отмена]
    Сергей ▸ 3
    → Сергей
      <b>Проверьте, всё ли верно</b>

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00

      Имя: Сергей
      Телефон: +7 701 234 56 02
      Где живёте: район Есиль
      Сколько человек: 3
      [✅ Подтвердить]
      [‹ Назад] [Отмена]
    Сергей ▸ [✅ Подтвердить]
    ✎ Сергей
      ✅ <b>Вы записаны!</b> Билет – в следующем сообщении.

      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль
      [Добавить в календарь]
      [📍 На карте]
      [О мероприятии] [🎫 Мои мероприятия]
      [На главную]
    → Сергей
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00 (1 ч 30 мин)
      📍 Ұлттық кітапхана, Достық көшесі, 11, район Есиль

      Сергей · 3 человека
      Код: <code>MPSTDF</code>

      Покажите этот код на входе.
      [Добавить в календарь]
      [📍 На карте] [О мероприятии]
      [Отменить запись]
    Сергей ▸ [О мероприятии]
    → Сергей
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
    ");
    stage.end().await;
}

#[tokio::test]
async fn every_question_in_english() {
    let stage = Stage::with(&[dombra()]).await;
    let emma = stage.guest("Emma", "en");
    emma.start(&stage.link("Домбыра").await).await;
    stage.skip();
    emma.press("Sign up").await;
    emma.press("I agree").await;
    emma.press("Emma").await;
    emma.say("+44 7911 123456").await;
    emma.press("Skip").await;
    emma.press("1").await;
    emma.press("✅ Confirm").await;
    emma.press("About the event").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ [Sign up]
    ✎ Emma
      <b>Your consent, please</b>
      To sign you up we need your name, phone number (where the event asks for it), district (if you wish to name it) and Telegram ID.

      Qatys demo keeps them to register you, to remind you and to count attendance, until 90 days after the event, and passes nothing on to third parties. Messages travel through Telegram, so they may pass servers abroad.

      You can withdraw your consent at any time: /privacy

      <b>Do you agree to the collection and processing of your personal data?</b>
      [I agree]
      [Cancel]
    Emma ▸ [I agree]
    ✎ Emma
      <b>What is your name?</b>
      Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
      [Emma]
      [‹ Back] [Cancel]
    Emma ▸ [Emma]
    → Emma
      <b>Your phone number</b>
      Press the button below or type the number. The organiser needs it to reach you about this event.
    ⌨ Emma: [📱 Send my number][‹ Back][Cancel]
    Emma ▸ +44 7911 123456
    → Emma
      Phone: +447911123456
    → Emma
      <b>Which district do you live in?</b>
      It helps to plan events near you. You can skip this.
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Skip]
      [‹ Back] [Cancel]
    ⌨ Emma: —
    Emma ▸ [Skip]
    ✎ Emma
      <b>How many of you will come?</b>
      Count yourself as well.
      [1] [2] [3]
      [‹ Back] [Cancel]
    Emma ▸ [1]
    ✎ Emma
      <b>Please check that everything is right</b>

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00

      Name: Emma
      Phone: +447911123456
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    Emma ▸ [✅ Confirm]
    ✎ Emma
      ✅ <b>You are registered!</b> Your ticket is in the next message.

      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg>
      🎫 <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>MPSTDF</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    Emma ▸ [About the event]
    → Emma
      <b>Dombra evening</b>

      📅 Wednesday, 2 December, 18:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      Language: Kazakh, Russian
      Organiser: Қала кітапханалары

      <blockquote>An evening of kuis.</blockquote>

      Seats left: 2
      ✅ <b>You are registered</b> (1 person)
      [🎫 My ticket]
      [Change party size]
      [Cancel my registration]
      [Add to calendar]
      [📍 On the map] [Share]
      [💬 Questions and answers]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn without_companions_and_phone_there_are_fewer_questions() {
    let stage = Stage::with(&[lecture()]).await;
    let link = stage.link("дәріс").await;
    for (name, language) in [("Айгүл", "kk"), ("Сергей", "ru"), ("Emma", "en")] {
        let guest = stage.guest(name, language);
        guest.start(&link).await;
        guest.press_data(|data| data.starts_with("s.")).await;
        guest.answer("y").await;
        stage.skip();
        guest.answer("u").await;
        let skip = guest.person.keyboard().unwrap().rows[1][0].text.clone();
        guest.say(&skip).await;
        guest.answer("k").await;
        guest.answer("c").await;
    }
    // Emma's part of it; the questions in the other languages are above.
    assert_snapshot!(stage.told(), @r"
    Emma ▸ [Emma]
    → Emma
      <b>Your phone number</b>
      Press the button below or type the number. You can also skip this.
    ⌨ Emma: [📱 Send my number][Skip][‹ Back][Cancel]
    Emma ▸ Skip
    → Emma
      👌
    → Emma
      <b>Which district do you live in?</b>
      It helps to plan events near you. You can skip this.
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Skip]
      [‹ Back] [Cancel]
    ⌨ Emma: —
    Emma ▸ [Skip]
    ✎ Emma
      <b>Please check that everything is right</b>

      <b>Open lecture</b>
      📅 Thursday, 3 December, 15:00

      Name: Emma
      People: 1
      [✅ Confirm]
      [‹ Back] [Cancel]
    Emma ▸ [✅ Confirm]
    ✎ Emma
      ✅ <b>You are registered!</b> Your ticket is in the next message.

      <b>Open lecture</b>
      📅 Thursday, 3 December, 15:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district
      [Add to calendar]
      [📍 On the map]
      [About the event] [🎫 My events]
      [Home]
    → Emma
      <photo: QR https://t.me/qatys_demo_bot?start=t_AAAAAAADx3Sq8_Hsv9J7oL4oRooA3w>
      🎫 <b>Open lecture</b>
      📅 Thursday, 3 December, 15:00 (1 h 30 min)
      📍 Ұлттық кітапхана, Достық көшесі, 11, Esil district

      Emma · 1 person
      Code: <code>MR2E6F</code>

      Show this code at the entrance.
      [Add to calendar]
      [📍 On the map] [About the event]
      [Cancel my registration]
    ");
    stage.end().await;
}
