//! The door beyond tickets, in each language: coming in by its code, walk-ins, heads and a picture of them, boards. What the
//! answers mean is tested in `services/gate`.

use super::cast::{LANGUAGES, PEOPLE, at_the_door, before_the_start, trio};
use super::stage::{Guest, Stage, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::{
    domain::{EventFacts, PersonId, Scope},
    service::Actor,
};

/// The steward shows the code of this minute; the payload of its link.
async fn code_of(steward: &Guest<'_>) -> String {
    steward.press_data(|data| data.starts_with("dg.q.")).await;
    steward.ticket()
}

#[tokio::test]
async fn whoever_has_seats_checks_in_by_themselves() {
    let stage = Stage::with(&[EventFacts { capacity: Some(30), ..dombra() }]).await;
    let link = stage.link("Домбыра").await;
    let people = trio(&stage);
    for guest in &people {
        guest.sign_up(&link, "2").await;
    }
    stage.pass(TimeDelta::minutes(32 * 60 + 30)).await;
    let steward = at_the_door(&stage, "kk").await;
    let code = code_of(&steward).await;
    stage.skip();
    for guest in &people {
        guest.start(&code).await;
        guest.press_data(|data| data.starts_with("dg.h.")).await;
        guest.start(&code).await;
    }
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Айгүл
      <b>Домбыра кеші</b>
      Сіз тіркелгенсіз: 2 адам. Келдіңіз бе?
      [✅ Келдім]
      [Басты бет]
    Айгүл ▸ [✅ Келдім]
    ✎ Айгүл
      ✅ <b>Қош келдіңіз!</b>
      <b>Домбыра кеші</b>
      2 адам
      [Басты бет]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 2 / 6
      Тіркелу саны: 3

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:30 · Айгүл · 2 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Айгүл ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Айгүл
      ✅ Бұрын белгіленгенсіз, уақыты – 17:30
      <b>Домбыра кеші</b>
      2 адам
      [Басты бет]
    Сергей ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Сергей
      <b>Вечер домбры</b>
      Вы записаны: 2 человека. Вы уже здесь?
      [✅ Я на месте]
      [На главную]
    Сергей ▸ [✅ Я на месте]
    ✎ Сергей
      ✅ <b>Добро пожаловать!</b>
      <b>Вечер домбры</b>
      2 человека
      [На главную]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 4 / 6
      Тіркелу саны: 3

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:30 · Сергей · 2 адам
      17:30 · Айгүл · 2 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Сергей ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Сергей
      ✅ Вы уже отмечены в 17:30
      <b>Вечер домбры</b>
      2 человека
      [На главную]
    Emma ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Emma
      <b>Dombra evening</b>
      You are registered: 2 people. Are you here?
      [✅ I'm here]
      [Home]
    Emma ▸ [✅ I'm here]
    ✎ Emma
      ✅ <b>Welcome!</b>
      <b>Dombra evening</b>
      2 people
      [Home]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 6 / 6
      Тіркелу саны: 3

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      17:30 · Emma · 2 адам
      17:30 · Сергей · 2 адам
      17:30 · Айгүл · 2 адам
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Emma ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Emma
      ✅ You have been checked in since 17:30
      <b>Dombra evening</b>
      2 people
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn whoever_has_none_walks_in_with_a_name_or_without() {
    let stage = Stage::with(&[EventFacts { capacity: Some(2), ..dombra() }, lecture()]).await;
    let link = stage.link("Домбыра").await;
    let lecture = stage.link("дәріс").await;
    let people = trio(&stage);
    // The first has the seats, and is not at the door; the second waits; the third is known from elsewhere.
    people[0].sign_up(&link, "2").await;
    people[1].sign_up(&link, "1").await;
    people[2].start(&lecture).await;
    people[2].press_data(|data| data.starts_with("s.")).await;
    people[2].answer("y").await;
    people[2].answer("u").await;
    people[2].say("Skip").await;
    people[2].answer("k").await;
    people[2].answer("c").await;
    stage.pass(TimeDelta::minutes(32 * 60 + 30)).await;
    let steward = at_the_door(&stage, "ru").await;
    let code = code_of(&steward).await;
    stage.skip();
    people[1].start(&code).await;
    people[1].press_data(|data| data.starts_with("dg.a.")).await;
    people[2].start(&code).await;
    people[2].press_data(|data| data.starts_with("dg.n.")).await;
    let stranger = stage.guest("Арман", "kk");
    stranger.start(&code).await;
    stranger.press_data(|data| data.starts_with("dg.a.")).await;
    stranger.start(&code).await;
    assert_snapshot!(stage.told(), @"
    Сергей ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Сергей
      <b>Вечер домбры</b>

      Вы в листе ожидания, место не подтверждено. Спросите сотрудников: если в зале есть место, можно войти и без записи. Как вас отметить?

      Без имени мы считаем только людей и не храним, кто вы.
      [Отметиться с именем]
      [Отметиться без имени]
      [На главную]
    Сергей ▸ [Отметиться без имени]
    ✎ Сергей
      ✅ <b>Добро пожаловать!</b>
      <b>Вечер домбры</b>
      [На главную]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 2
      Без записи: 1
      <b>Всего: 1</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Emma ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Emma
      <b>Dombra evening</b>

      You are not registered, but you can come in if there is room. How shall we count you?

      Without a name we only count people and don't keep who you are.
      [Check in with my name]
      [Check in without a name]
      [Home]
    Emma ▸ [Check in with my name]
    ✎ Emma
      ✅ <b>Welcome!</b>
      <b>Dombra evening</b>
      [Home]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 2
      Без записи: 2
      <b>Всего: 2</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Арман ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Арман
      <b>Домбыра кеші</b>

      Сіз тіркелмегенсіз. Залда орын болса, кіре аласыз: қалай белгілейміз?

      Есіміңізді әлі білмейміз: ол іс-шараға тіркелгенде көрсетіледі.
      Есімсіз белгіленсеңіз, тек саныңыз есептеледі, кім екеніңіз сақталмайды.
      [Тіркелу]
      [Есімсіз белгілену]
      [Басты бет]
    Арман ▸ [Есімсіз белгілену]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 2
      Без записи: 3
      <b>Всего: 3</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ✎ Арман
      ✅ <b>Қош келдіңіз!</b>
      <b>Домбыра кеші</b>
      [Басты бет]
    Арман ▸ /start d_AAAAAAAB574Unbs-qAiY9SJkAEHRng
    → Арман
      ✅ Бұрын белгіленгенсіз, уақыты – 17:30
      <b>Домбыра кеші</b>
      [Басты бет]
    ");
    stage.end().await;
}

#[tokio::test]
async fn codes_that_are_old_or_early_or_too_late_and_those_on_paper() {
    let stage = Stage::with(&[dombra()]).await;
    let people = trio(&stage);
    let steward = at_the_door(&stage, "kk").await;
    let early = code_of(&steward).await;
    stage.skip();
    for guest in &people {
        guest.start(&early).await;
    }
    stage.pass(TimeDelta::minutes(32 * 60 + 30)).await;
    for guest in &people {
        guest.start(&early).await;
    }
    steward.press_data(|data| data.starts_with("dg.ps.")).await;
    let paper = steward.ticket();
    stage.pass(TimeDelta::minutes(10)).await;
    people[2].start(&paper).await;
    steward.press_data(|data| data.starts_with("dg.ps.")).await;
    people[2].start(&paper).await;
    steward.press_data(|data| data.starts_with("dg.ps.")).await;
    stage.pass(TimeDelta::hours(3)).await;
    for guest in &people {
        guest.start(&paper).await;
    }
    assert_snapshot!(stage.told(), @"
    Айгүл ▸ /start d_AAAAAAABqh18Y7eev-KRJblGgzGTow
    → Айгүл
      <b>Домбыра кеші</b>
      Кіреберіс коды басталардан бір сағат бұрын жұмыс істейді: 2 желтоқсан, сәрсенбі, 17:00.
      [Басты бет]
    Сергей ▸ /start d_AAAAAAABqh18Y7eev-KRJblGgzGTow
    → Сергей
      <b>Вечер домбры</b>
      Код входа заработает за час до начала: среда, 2 декабря, 17:00.
      [На главную]
    Emma ▸ /start d_AAAAAAABqh18Y7eev-KRJblGgzGTow
    → Emma
      <b>Dombra evening</b>
      The door code works from an hour before the start: Wednesday, 2 December, 17:00.
      [Home]
    ──── 02.12. 17:30
    Айгүл ▸ /start d_AAAAAAABqh18Y7eev-KRJblGgzGTow
    → Айгүл
      Бұл кіреберіс кодының мерзімі өткен. Кіреберістегі кодты қайта сканерлеңіз.
      [Басты бет]
    Сергей ▸ /start d_AAAAAAABqh18Y7eev-KRJblGgzGTow
    → Сергей
      Этот код входа уже не действует. Отсканируйте код у входа ещё раз.
      [На главную]
    Emma ▸ /start d_AAAAAAABqh18Y7eev-KRJblGgzGTow
    → Emma
      This door code is no longer valid. Please scan the code at the entrance again.
      [Home]
    Дәурен ▸ [🖨 Қағаздағы кодты қосу]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg>
      <b>Қағаздағы код</b>
      <b>Домбыра кеші</b>

      Басып шығарып, кіреберіске іліңіз. Ол өзгермейді, басталардан бір сағат бұрын жұмыс істей бастайды және іс-шара аяқталғанша жарамды.
      [Қағаздағы кодты өшіру]
      [🔳 Кіреберіс коды]
      [‹ Кіреберіске]
    ──── 02.12. 17:40
    Emma ▸ /start d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg
    → Emma
      <b>Dombra evening</b>

      You are not registered, but you can come in if there is room. How shall we count you?

      We don't know your name yet: you give it when you sign up for an event.
      Without a name we only count people and don't keep who you are.
      [Sign up]
      [Check in without a name]
      [Home]
    Дәурен ▸ [Қағаздағы кодты өшіру]
    → Дәурен
      <b>Домбыра кеші</b>
      Қағаздағы код өшірулі: онымен ешкім кіре алмайды.
      [🖨 Қағаздағы кодты қосу]
      [🔳 Кіреберіс коды]
      [‹ Кіреберіске]
    Emma ▸ /start d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg
    → Emma
      This door code is no longer valid. Please scan the code at the entrance again.
      [Home]
    Дәурен ▸ [🖨 Қағаздағы кодты қосу]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg>
      <b>Қағаздағы код</b>
      <b>Домбыра кеші</b>

      Басып шығарып, кіреберіске іліңіз. Ол өзгермейді, басталардан бір сағат бұрын жұмыс істей бастайды және іс-шара аяқталғанша жарамды.
      [Қағаздағы кодты өшіру]
      [🔳 Кіреберіс коды]
      [‹ Кіреберіске]
    ──── 02.12. 20:40
    → Дәурен
      📋 <b>Іс-шара аяқталды, есебі дайын</b>

      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00

      Тіркелгендер: <b>0</b>
      «Келемін» дегендер: <b>0</b>

      Бәрі дұрыс па? Онда растаңыз: сонымен іс-шара аяқталған болып есептеледі. Дұрыс болмаса, алдымен түзетіңіз.
      [✅ Есепті растау]
      [✏️ Санды түзету]
      [⭐ Пікірлер]
      [‹ Артқа]
    Айгүл ▸ /start d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg
    → Айгүл
      <b>Домбыра кеші</b>
      Іс-шара аяқталды, код енді жұмыс істемейді. Жаңа келсеңіз, кіреберістегі қызметкерлерге айтыңыз.
      [Басты бет]
    Сергей ▸ /start d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg
    → Сергей
      <b>Вечер домбры</b>
      Мероприятие закончилось, код больше не действует. Если вы только что пришли, обратитесь к сотрудникам у входа.
      [На главную]
    Emma ▸ /start d_AAAAAAABxHOEDT1M8SePRLNJWPPKpg
    → Emma
      <b>Dombra evening</b>
      The event is over and the code no longer works. If you have only just come, please speak to the staff at the entrance.
      [Home]
    ");
    stage.end().await;
}

#[tokio::test]
async fn the_code_of_the_door_in_each_language() {
    let stage = Stage::with(&[dombra()]).await;
    let mut seen = Vec::new();
    for language in LANGUAGES {
        let steward = at_the_door(&stage, language).await;
        steward.say("/language").await;
        steward.press_exactly(&format!("l.{language}")).await;
        steward.press_data(|data| data.starts_with("dd.")).await;
        stage.skip();
        steward.press_data(|data| data.starts_with("dg.q.")).await;
        steward.press_data(|data| data.starts_with("dg.q.")).await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @"
    Дәурен ▸ [🔳 Кіреберіс коды]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABqh18Y7eev-KRJblGgzGTow>
      <b>Кіреберіс коды</b>
      <b>Домбыра кеші</b>

      Келгендер оны телефонмен сканерлеп, өздері белгіленеді.
      Жарамды уақыты: 09:02 дейін. Содан кейін жаңартыңыз.
      [⟳ Жаңарту]
      [🖨 Қағаздағы кодты қосу]
      [‹ Кіреберіске]
    Дәурен ▸ [⟳ Жаңарту]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABqh18Y7eev-KRJblGgzGTow>
      <b>Кіреберіс коды</b>
      <b>Домбыра кеші</b>

      Келгендер оны телефонмен сканерлеп, өздері белгіленеді.
      Жарамды уақыты: 09:02 дейін. Содан кейін жаңартыңыз.
      [⟳ Жаңарту]
      [🖨 Қағаздағы кодты қосу]
      [‹ Кіреберіске]
    Дәурен ▸ [🔳 Код входа]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABqh18Y7eev-KRJblGgzGTow>
      <b>Код входа</b>
      <b>Вечер домбры</b>

      Гости сканируют его телефоном и отмечаются сами.
      Действует до 09:02, потом обновите.
      [⟳ Обновить]
      [🖨 Включить код на бумаге]
      [‹ Ко входу]
    Дәурен ▸ [⟳ Обновить]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABqh18Y7eev-KRJblGgzGTow>
      <b>Код входа</b>
      <b>Вечер домбры</b>

      Гости сканируют его телефоном и отмечаются сами.
      Действует до 09:02, потом обновите.
      [⟳ Обновить]
      [🖨 Включить код на бумаге]
      [‹ Ко входу]
    Дәурен ▸ [🔳 Door code]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABqh18Y7eev-KRJblGgzGTow>
      <b>Door code</b>
      <b>Dombra evening</b>

      Guests scan it with their phones and check themselves in.
      Valid until 09:02; refresh it then.
      [⟳ Refresh]
      [🖨 Switch on a code on paper]
      [‹ To the door]
    Дәурен ▸ [⟳ Refresh]
    → Дәурен
      <photo: QR https://t.me/qatys_demo_bot?start=d_AAAAAAABqh18Y7eev-KRJblGgzGTow>
      <b>Door code</b>
      <b>Dombra evening</b>

      Guests scan it with their phones and check themselves in.
      Valid until 09:02; refresh it then.
      [⟳ Refresh]
      [🖨 Switch on a code on paper]
      [‹ To the door]
    ");
    stage.end().await;
}

#[tokio::test]
async fn walk_ins_and_heads_in_each_language() {
    let stage = Stage::with(&[dombra()]).await;
    before_the_start(&stage).await;
    let mut seen = Vec::new();
    for language in LANGUAGES {
        let steward = at_the_door(&stage, language).await;
        steward.say("/language").await;
        steward.press_exactly(&format!("l.{language}")).await;
        steward.say("/desk").await;
        steward.press_data(|data| data.starts_with("dd.")).await;
        stage.skip();
        steward.press_data(|data| data.starts_with("dg.w.")).await;
        steward.press_data(|data| data.starts_with("dg.w.")).await;
        let (message, undo) = steward.find_data(|data| data.starts_with("dg.wu."));
        steward.press_at(message, &undo).await;
        steward.press_data(|data| data.starts_with("dg.c.")).await;
        steward.press_data(|data| data.ends_with(".5")).await;
        steward.press_data(|data| data.ends_with(".50")).await;
        steward.say("көп").await;
        steward.say("40").await;
        steward.send_photo("").await;
        steward.press_data(|data| data.starts_with("dg.cp.")).await;
        steward.press_data(|data| data.starts_with("dg.cu.")).await;
        steward.send_photo("41").await;
        steward.press_data(|data| data.starts_with("dd.")).await;
        seen.push(stage.told());
    }
    assert_snapshot!(seen.join("\n"), @"
    Дәурен ▸ [+1 тіркелусіз]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      <b>Барлығы: 1</b>
      Тіркелу саны: 1

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
      [+1 тіркелусіз] [↩️ +1 белгісін алу]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [+1 тіркелусіз]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 2
      <b>Барлығы: 2</b>
      Тіркелу саны: 1

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
      [+1 тіркелусіз] [↩️ +1 белгісін алу]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [↩️ +1 белгісін алу]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      <b>Барлығы: 1</b>
      Тіркелу саны: 1

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
      [+1 тіркелусіз] [↩️ +1 белгісін алу]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [👥 Залды санау]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      <b>Барлығы: 1</b>

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [‹ Кіреберіске]
    Дәурен ▸ [+5]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 5
      <b>Барлығы: 5</b>
      Соңғы санағыңыз: +5 (уақыты – 17:30)

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ [+50]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 55
      <b>Барлығы: 55</b>
      Соңғы санағыңыз: +50 (уақыты – 17:30)

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ көп
    → Дәурен
      Бұл адам саны емес. Санды цифрмен жазыңыз (ең көбі – 100 000) немесе залдың фотосын жіберіңіз.

      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 55
      <b>Барлығы: 55</b>
      Соңғы санағыңыз: +50 (уақыты – 17:30)

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ 40
    → Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 40
      <b>Барлығы: 40</b>
      Соңғы санағыңыз: 40 (уақыты – 17:30)

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ <photo>
    → Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 40
      <b>Барлығы: 40</b>
      Соңғы санағыңыз: 40 (уақыты – 17:30) 📷

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [📷 Фотоны көрсету]
      [‹ Кіреберіске]
    Дәурен ▸ [📷 Фотоны көрсету]
    → Дәурен
      <photo>
      <b>Домбыра кеші</b>
      Санақ: 40 (уақыты – 17:30)
      [‹ Санаққа]
    Дәурен ▸ [↩️ Соңғы санақты алып тастау]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 55
      <b>Барлығы: 55</b>
      Соңғы санағыңыз: +50 (уақыты – 17:30)

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ <photo> 41
    → Дәурен
      <b>Домбыра кеші</b>
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 41
      <b>Барлығы: 41</b>
      Соңғы санағыңыз: 41 (уақыты – 17:30) 📷

      Залдағы барлық адамды санаңыз: тіркелгендер де, тіркелусіз келгендер де кіреді. Түймелерді басыңыз немесе жалпы санды жазыңыз. Содан кейін залдың фотосын жіберіңіз.
      [+1] [+5] [+50]
      [↩️ Соңғы санақты алып тастау]
      [📷 Фотоны көрсету]
      [‹ Кіреберіске]
    Дәурен ▸ [‹ Кіреберіске]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 0 / 3
      Тіркелусіз келгендер: 1
      Залдағы адам саны: 41
      <b>Барлығы: 41</b>
      Тіркелу саны: 1

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
      [+1 тіркелусіз] [↩️ +1 белгісін алу]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [+1 без записи]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 41
      <b>Всего: 41</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи] [↩️ Снять +1]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ [+1 без записи]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 3
      Без записи: 3
      В зале по счёту: 41
      <b>Всего: 41</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи] [↩️ Снять +1]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ [↩️ Снять +1]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 41
      <b>Всего: 41</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи] [↩️ Снять +1]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ [👥 Посчитать зал]
    ✎ Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 41
      <b>Всего: 41</b>
      Ваш последний счёт: 41 (в 17:30) 📷

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ [+5]
    ✎ Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 46
      <b>Всего: 46</b>
      Ваш последний счёт: +5 (в 17:30)

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ [+50]
    ✎ Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 96
      <b>Всего: 96</b>
      Ваш последний счёт: +50 (в 17:30)

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ көп
    → Дәурен
      Это не число людей. Напишите цифрами число не больше 100 000 или пришлите фото зала.

      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 96
      <b>Всего: 96</b>
      Ваш последний счёт: +50 (в 17:30)

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ 40
    → Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 40
      <b>Всего: 40</b>
      Ваш последний счёт: 40 (в 17:30)

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ <photo>
    → Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 40
      <b>Всего: 40</b>
      Ваш последний счёт: 40 (в 17:30) 📷

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ [📷 Показать фото]
    → Дәурен
      <photo>
      <b>Вечер домбры</b>
      Счёт: 40 (в 17:30)
      [‹ К счёту]
    Дәурен ▸ [↩️ Снять последний счёт]
    ✎ Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 96
      <b>Всего: 96</b>
      Ваш последний счёт: +50 (в 17:30)

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ <photo> 41
    → Дәурен
      <b>Вечер домбры</b>
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 41
      <b>Всего: 41</b>
      Ваш последний счёт: 41 (в 17:30) 📷

      Считайте всех, кто в зале: и записавшихся, и пришедших без записи. Нажимайте на кнопки или напишите число целиком. Потом пришлите фото зала.
      [+1] [+5] [+50]
      [↩️ Снять последний счёт]
      [📷 Показать фото]
      [‹ Ко входу]
    Дәурен ▸ [‹ Ко входу]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 3
      Без записи: 2
      В зале по счёту: 41
      <b>Всего: 41</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи] [↩️ Снять +1]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ [+1 walk-in]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 41
      <b>In all: 41</b>
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.
      [+1 walk-in] [↩️ Undo +1]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    Дәурен ▸ [+1 walk-in]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 0 of 3
      Walk-ins: 4
      Head-count: 41
      <b>In all: 41</b>
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.
      [+1 walk-in] [↩️ Undo +1]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    Дәурен ▸ [↩️ Undo +1]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 41
      <b>In all: 41</b>
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.
      [+1 walk-in] [↩️ Undo +1]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    Дәурен ▸ [👥 Count heads]
    ✎ Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 41
      <b>In all: 41</b>
      Your last count: 41 (at 17:30) 📷

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ [+5]
    ✎ Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 46
      <b>In all: 46</b>
      Your last count: +5 (at 17:30)

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ [+50]
    ✎ Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 96
      <b>In all: 96</b>
      Your last count: +50 (at 17:30)

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ көп
    → Дәурен
      That is not a number of people. Type a number up to 100,000 in digits, or send a photo of the room.

      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 96
      <b>In all: 96</b>
      Your last count: +50 (at 17:30)

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ 40
    → Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 40
      <b>In all: 40</b>
      Your last count: 40 (at 17:30)

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ <photo>
    → Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 40
      <b>In all: 40</b>
      Your last count: 40 (at 17:30) 📷

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ [📷 Show the photo]
    → Дәурен
      <photo>
      <b>Dombra evening</b>
      Count: 40 (at 17:30)
      [‹ To the count]
    Дәурен ▸ [↩️ Undo the last count]
    ✎ Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 96
      <b>In all: 96</b>
      Your last count: +50 (at 17:30)

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ <photo> 41
    → Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 41
      <b>In all: 41</b>
      Your last count: 41 (at 17:30) 📷

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [📷 Show the photo]
      [‹ To the door]
    Дәурен ▸ [‹ To the door]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 0 of 3
      Walk-ins: 3
      Head-count: 41
      <b>In all: 41</b>
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.
      [+1 walk-in] [↩️ Undo +1]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_picture_before_anything_is_counted_and_an_undo_that_comes_twice() {
    let stage = Stage::with(&[dombra()]).await;
    before_the_start(&stage).await;
    let steward = at_the_door(&stage, "en").await;
    steward.press_data(|data| data.starts_with("dg.c.")).await;
    stage.skip();
    steward.send_photo("").await;
    steward.press_data(|data| data.ends_with(".1")).await;
    let (message, undo) = steward.find_data(|data| data.starts_with("dg.cu."));
    let payload = steward.payload_of(message, &undo);
    steward.press_at(message, &undo).await;
    steward.forge(&payload).await;
    assert_snapshot!(stage.told(), @"
    Дәурен ▸ <photo>
    → Дәурен
      Count first: press a key or type a number. Send the photo then.

      <b>Dombra evening</b>
      Arrived: 0 of 3

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [‹ To the door]
    Дәурен ▸ [+1]
    ✎ Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3
      Head-count: 1
      <b>In all: 1</b>
      Your last count: +1 (at 17:30)

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [↩️ Undo the last count]
      [‹ To the door]
    Дәурен ▸ [↩️ Undo the last count]
    ✎ Дәурен
      <b>Dombra evening</b>
      Arrived: 0 of 3

      Count everybody in the room, with a registration or without. Press the keys or type the whole number. Then send a photo of the room.
      [+1] [+5] [+50]
      [‹ To the door]
    Дәурен ▸ (forged dg.cu.1)
      (This button is out of date. Please open the list again: /events)
    ");
    stage.end().await;
}

#[tokio::test]
async fn whoever_comes_after_the_end_is_marked() {
    let stage = Stage::with(&[dombra()]).await;
    let (aigul, _) = before_the_start(&stage).await;
    stage.pass(TimeDelta::minutes(150)).await;
    let mut seen = Vec::new();
    for language in LANGUAGES {
        let steward = at_the_door(&stage, language).await;
        steward.say("/language").await;
        steward.press_exactly(&format!("l.{language}")).await;
        steward.say("/desk").await;
        steward.press_data(|data| data.starts_with("dd.")).await;
        stage.skip();
        steward.start(&aigul.ticket()).await;
        steward.press_data(|data| data.starts_with("dd.")).await;
        seen.push(stage.told());
        steward.start(&aigul.ticket()).await;
        steward.press_data(|data| data.starts_with("du.")).await;
    }
    assert_snapshot!(seen.join("\n"), @"
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 3 / 3
      Тіркелу саны: 1

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      20:00 · Әсем Ёлкина · 3 адам ⏰
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    → Дәурен
      ✅ <b>Қош келдіңіз!</b>
      ⏰ Іс-шара аяқталған соң келді.
      <b>Әсем Ёлкина</b> · 3 адам
      [1 / 3 адам] [2 / 3 адам]
      [↩️ Белгіні алып тастау]
      [‹ Кіреберіске]
    Дәурен ▸ [‹ Кіреберіске]
    ✎ Дәурен
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 3 / 3
      Тіркелу саны: 1

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.

      Соңғы келгендер:
      20:00 · Әсем Ёлкина · 3 адам ⏰
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      20:00 · Әсем Ёлкина · 3 человека ⏰
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    → Дәурен
      ✅ <b>Добро пожаловать!</b>
      ⏰ Приход после окончания.
      <b>Әсем Ёлкина</b> · 3 человека
      [1 из 3] [2 из 3]
      [↩️ Снять отметку]
      [‹ Ко входу]
    Дәурен ▸ [‹ Ко входу]
    ✎ Дәурен
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      20:00 · Әсем Ёлкина · 3 человека ⏰
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 3 of 3
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      20:00 · Әсем Ёлкина · 3 people ⏰
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    → Дәурен
      ✅ <b>Welcome!</b>
      ⏰ After the end.
      <b>Әсем Ёлкина</b> · 3 people
      [1 of 3] [2 of 3]
      [↩️ Undo]
      [‹ To the door]
    Дәурен ▸ [‹ To the door]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 3 of 3
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      20:00 · Әсем Ёлкина · 3 people ⏰
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ");
    stage.end().await;
}

#[tokio::test]
async fn a_board_follows_the_door_until_its_steward_leaves() {
    let stage = Stage::with(&[dombra()]).await;
    let (aigul, _) = before_the_start(&stage).await;
    let steward = at_the_door(&stage, "en").await;
    let organiser = stage.guest("Сәуле", "ru");
    let (admin, person) = (Actor::unprompted(PersonId(steward.person.id())), PersonId(organiser.person.id()));
    stage.demo.app.services().add_scope(&admin, person, &Scope::default()).await.unwrap();
    organiser.say("/desk").await;
    organiser.press_data(|data| data.starts_with("dd.")).await;
    stage.skip();
    // What one of them does the other sees, and neither asked for it.
    steward.start(&aigul.ticket()).await;
    organiser.press_data(|data| data.starts_with("dg.w.")).await;
    steward.say("/desk").await;
    organiser.press_data(|data| data.starts_with("dg.w.")).await;
    assert_snapshot!(stage.told(), @"
    Дәурен ▸ /start t_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 3 of 3
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      17:30 · Әсем Ёлкина · 3 people
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    → Дәурен
      ✅ <b>Welcome!</b>
      <b>Әсем Ёлкина</b> · 3 people
      [1 of 3] [2 of 3]
      [↩️ Undo]
      [‹ To the door]
    ✎ Сәуле
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 3
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Әсем Ёлкина · 3 человека
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Сәуле ▸ [+1 без записи]
    ✎ Дәурен
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 3 of 3
      Walk-ins: 1
      <b>In all: 4</b>
      Registrations: 1

      Scan tickets with the phone's camera, or type the short code or a name here.

      Last arrivals:
      17:30 · Әсем Ёлкина · 3 people
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ✎ Сәуле
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 3
      Без записи: 1
      <b>Всего: 4</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Әсем Ёлкина · 3 человека
      [+1 без записи] [↩️ Снять +1]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    Дәурен ▸ /desk
    → Дәурен
      <b>Check people in</b>

      1. <b>Dombra evening</b>
      today, 18:00 · Arrived: 3 of 3 · <b>In all: 4</b>
      [1. Dombra evening]
      [➕ New event] [🗂 My events]
      [Home]
    Сәуле ▸ [+1 без записи]
    ✎ Сәуле
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 3 из 3
      Без записи: 2
      <b>Всего: 5</b>
      Записей: 1

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.

      Последние:
      17:30 · Әсем Ёлкина · 3 человека
      [+1 без записи] [↩️ Снять +1]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ");
    stage.end().await;
}

#[tokio::test]
async fn what_others_forge_at_a_door_is_an_old_button() {
    let stage = Stage::with(&[dombra()]).await;
    let citizen = stage.guest(PEOPLE[2].0, PEOPLE[2].1);
    citizen.say("/my").await;
    stage.skip();
    for payload in
        ["dg.w.1", "dg.wu.1", "dg.c.1", "dg.cs.1.50", "dg.cu.1", "dg.cp.1", "dg.q.1", "dg.p.1", "dg.ps.1.1"]
    {
        citizen.forge(payload).await;
    }
    citizen.forge("dg.h.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz").await;
    citizen.start("d_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg").await;
    assert_snapshot!(stage.told(), @"
    Emma ▸ (forged dg.w.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.wu.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.c.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.cs.1.50)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.cu.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.cp.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.q.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.p.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.ps.1.1)
      (This button is out of date. Please open the list again: /events)
    Emma ▸ (forged dg.h.AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg_wxyz)
    ✎ Emma
      This door code is no longer valid. Please scan the code at the entrance again.
      [Home]
    Emma ▸ /start d_AAAAAAABf7XRa0Jfg8NSl-6Z7RM8dg
    → Emma
      This door code is no longer valid. Please scan the code at the entrance again.
      [Home]
    ");
    stage.end().await;
}
