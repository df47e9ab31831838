//! Organisers come by an invitation of an admin and go when it is taken away: the very next press is refused.

use super::stage::{Stage, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::domain::{District, EventFacts};

/// An admin invites an organiser, who looks before they take it and finds their events; somebody else comes too late.
/// Then all of it is taken away while they look at the door.
async fn invited(language: &str) -> String {
    let other = EventFacts { district: Some(District::Nura), ..lecture() };
    let stage = Stage::with(&[dombra(), other]).await;
    let (admin, organiser) = (stage.steward("Дәурен", language), stage.guest("Мәдина", language));
    let stranger = stage.guest("Emma", language);
    for person in [&admin, &organiser, &stranger] {
        person.start("").await;
    }
    stage.skip();
    admin.say("/staff").await;
    admin.press_exactly("j.i").await;
    admin.press_exactly("j.il.i").await;
    admin.press_exactly("j.id.i.es.0").await;
    admin.press_exactly("j.io.i.es.1").await;
    let link = admin.invitation();
    organiser.start(&link).await;
    organiser.press_data(|data| data.starts_with("j.k.")).await;
    stranger.start(&link).await;
    organiser.press_exactly("d.0").await;
    organiser.press_exactly("dd.1").await;
    stage.pass(TimeDelta::minutes(1)).await;
    admin.say("/staff").await;
    admin.press_data(|data| data.starts_with("j.m.")).await;
    admin.press_data(|data| data.starts_with("j.x.")).await;
    organiser.press_exactly("dd.1").await;
    organiser.say("/desk").await;
    let menus = |method: &str| {
        stage.demo.telegram.calls().iter().filter(|call| call.method == method && call.status == 200).count()
    };
    assert_eq!(menus("deleteMyCommands"), 8, "taken with the right, and once more at the useless command");
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn in_kazakh() {
    assert_snapshot!(invited("kk").await, @"
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Ұйымдастырушылар: 0</b>

      Іс-шараларды әзірге ешкім өткізбейді. Алғашқы ұйымдастырушыны шақырыңыз.
      [＋ Ұйымдастырушыны шақыру]
      [Басты бет]
    Дәурен ▸ [＋ Ұйымдастырушыны шақыру]
    ✎ Дәурен
      <b>Қандай іс-шаралар?</b> Деңгейін таңдаңыз.
      [Орталық деңгей]
      [Қалалық деңгей]
      [Аудандық деңгей]
      [Кез келген деңгей]
      [‹ Артқа]
    Дәурен ▸ [Қалалық деңгей]
    ✎ Дәурен
      <b>Қай аудан?</b>
      [Алматы ауданы] [Байқоңыр ауданы]
      [Есіл ауданы] [Нұра ауданы]
      [Сарайшық ауданы] [Сарыарқа ауданы]
      [Кез келген аудан]
      [‹ Артқа]
    Дәурен ▸ [Есіл ауданы]
    ✎ Дәурен
      <b>Қай ұйым?</b> Таңдаңыз немесе атауын бағдарламада тұрғандай дәл жазыңыз.
      [Қала кітапханалары]
      [Кез келген ұйым]
      [‹ Артқа]
    Дәурен ▸ [Қала кітапханалары]
    ✎ Дәурен
      🔗 <b>Сілтеме дайын</b>

      Іс-шаралар өткізу: <b>Қалалық деңгей · Есіл ауданы · Қала кітапханалары</b>

      https://t.me/qatys_demo_bot?start=i_…

      Оны бірінші ашып, келіскен адам алады, сондықтан бір ғана адамға жіберіңіз.
      Мерзімі: 8 желтоқсан, сейсенбі, 09:00.
      Оны қайта көрсету мүмкін емес: жоғалса, жаңасын жасаңыз.
      [📤 Сілтемені жіберу]
      [‹ Артқа]
    Мәдина ▸ /start i_…
    → Мәдина
      ✉️ <b>Сізді шақырады:</b>

      Іс-шаралар өткізу: <b>Қалалық деңгей · Есіл ауданы · Қала кітапханалары</b>

      Бұл Сізге арналса, батырманы басыңыз. Оған дейін ештеңе болмайды.
      [✅ Қабылдау]
      [Басты бет]
    Мәдина ▸ [✅ Қабылдау]
    ✎ Мәдина
      ✅ <b>Командаға қош келдіңіз!</b>

      Қажеттінің бәрі /desk бөлімінде.
      [Келгендерді белгілеу]
      [Басты бет]
    Emma ▸ /start i_…
    → Emma
      🔒 <b>Сілтеме жарамсыз.</b> Ол қолданылған, мерзімі өткен немесе Сізге арналмаған. Жіберген адамнан жаңасын сұраңыз.
      [Басты бет]
    Мәдина ▸ [Келгендерді белгілеу]
    ✎ Мәдина
      <b>Келгендерді белгілеу</b>

      1. <b>Домбыра кеші</b>
      ертең 18:00 · Келгендер саны: 0 / 0
      [1. Домбыра кеші]
      [➕ Жаңа іс-шара] [🗂 Менің іс-шараларым]
      [Басты бет]
    Мәдина ▸ [1. Домбыра кеші]
    ✎ Мәдина
      <b>Домбыра кеші</b>
      📅 2 желтоқсан, сәрсенбі, 18:00
      Келгендер саны: 0 / 0
      Тіркелу саны: 0

      Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
      [+1 тіркелусіз]
      [👥 Залды санау] [🔳 Кіреберіс коды]
      [⟳ Жаңарту]
      [‹ Артқа]
    ──── 01.12. 09:01
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Ұйымдастырушылар: 1</b>

      1. <b>Мәдина</b>
      Қалалық деңгей · Есіл ауданы · Қала кітапханалары
      [1. Мәдина]
      [＋ Ұйымдастырушыны шақыру]
      [Басты бет]
    Дәурен ▸ [1. Мәдина]
    ✎ Дәурен
      <b>Мәдина</b>

      Қалалық деңгей · Есіл ауданы · Қала кітапханалары

      Алып тастау үшін басыңыз.
      [✕ Қалалық деңгей · Есіл аудан…]
      [‹ Артқа]
    Дәурен ▸ [✕ Қалалық деңгей · Есіл аудан…]
      (Дайын, рұқсат алынды.)
    ✎ Дәурен
      👥 <b>Ұйымдастырушылар: 0</b>

      Іс-шараларды әзірге ешкім өткізбейді. Алғашқы ұйымдастырушыны шақырыңыз.
      [＋ Ұйымдастырушыны шақыру]
      [Басты бет]
    Мәдина ▸ [⟳ Жаңарту]
      (Бұл батырма ескірген. Тізімді қайта ашыңыз: /events)
    Мәдина ▸ /desk
    → Мәдина
      Түсінбей қалдым. Іс-шара атауынан бір сөз жазыңыз немесе төменнен таңдаңыз.
      [📅 Іс-шара табу]
      [🎫 Менің іс-шараларым]
      [Басты бет]
    ");
}

#[tokio::test]
async fn in_russian() {
    assert_snapshot!(invited("ru").await, @"
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Организаторы: 0</b>

      Мероприятия пока никто не проводит. Пригласите первого организатора.
      [＋ Пригласить организатора]
      [На главную]
    Дәурен ▸ [＋ Пригласить организатора]
    ✎ Дәурен
      <b>Какие мероприятия?</b> Выберите уровень.
      [Центральный уровень]
      [Городской уровень]
      [Районный уровень]
      [Любой уровень]
      [‹ Назад]
    Дәурен ▸ [Городской уровень]
    ✎ Дәурен
      <b>Какой район?</b>
      [район Алматы] [район Байконыр]
      [район Есиль] [район Нура]
      [район Сарайшык] [район Сарыарка]
      [Любой район]
      [‹ Назад]
    Дәурен ▸ [район Есиль]
    ✎ Дәурен
      <b>Какая организация?</b> Выберите или напишите название точно так, как оно стоит в программе.
      [Қала кітапханалары]
      [Любая организация]
      [‹ Назад]
    Дәурен ▸ [Қала кітапханалары]
    ✎ Дәурен
      🔗 <b>Ссылка готова</b>

      Проводить мероприятия: <b>Городской уровень · район Есиль · Қала кітапханалары</b>

      https://t.me/qatys_demo_bot?start=i_…

      Её займёт первый, кто откроет и согласится, поэтому отправьте её только одному человеку.
      Срок действия: вторник, 8 декабря, 09:00.
      Показать её ещё раз нельзя: если потеряется, создайте новую.
      [📤 Отправить ссылку]
      [‹ Назад]
    Мәдина ▸ /start i_…
    → Мәдина
      ✉️ <b>Вас приглашают:</b>

      Проводить мероприятия: <b>Городской уровень · район Есиль · Қала кітапханалары</b>

      Нажмите кнопку, если это для вас. До этого ничего не произойдёт.
      [✅ Принять]
      [На главную]
    Мәдина ▸ [✅ Принять]
    ✎ Мәдина
      ✅ <b>Добро пожаловать в команду!</b>

      Всё нужное – в /desk.
      [Отметить приход]
      [На главную]
    Emma ▸ /start i_…
    → Emma
      🔒 <b>Ссылка никуда не ведёт.</b> Она использована, её срок закончился или она не для вас. Попросите новую у того, кто её прислал.
      [На главную]
    Мәдина ▸ [Отметить приход]
    ✎ Мәдина
      <b>Отметить приход</b>

      1. <b>Вечер домбры</b>
      завтра в 18:00 · Пришли: 0 из 0
      [1. Вечер домбры]
      [➕ Новое мероприятие] [🗂 Мои мероприятия]
      [На главную]
    Мәдина ▸ [1. Вечер домбры]
    ✎ Мәдина
      <b>Вечер домбры</b>
      📅 среда, 2 декабря, 18:00
      Пришли: 0 из 0
      Записей: 0

      Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
      [+1 без записи]
      [👥 Посчитать зал] [🔳 Код входа]
      [⟳ Обновить]
      [‹ Назад]
    ──── 01.12. 09:01
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Организаторы: 1</b>

      1. <b>Мәдина</b>
      Городской уровень · район Есиль · Қала кітапханалары
      [1. Мәдина]
      [＋ Пригласить организатора]
      [На главную]
    Дәурен ▸ [1. Мәдина]
    ✎ Дәурен
      <b>Мәдина</b>

      Городской уровень · район Есиль · Қала кітапханалары

      Нажмите на строку, чтобы забрать.
      [✕ Городской уровень · район Е…]
      [‹ Назад]
    Дәурен ▸ [✕ Городской уровень · район Е…]
      (Готово, доступ закрыт.)
    ✎ Дәурен
      👥 <b>Организаторы: 0</b>

      Мероприятия пока никто не проводит. Пригласите первого организатора.
      [＋ Пригласить организатора]
      [На главную]
    Мәдина ▸ [⟳ Обновить]
      (Эта кнопка устарела. Откройте список заново: /events)
    Мәдина ▸ /desk
    → Мәдина
      Не получилось понять. Напишите слово из названия мероприятия или выберите ниже.
      [📅 Найти мероприятие]
      [🎫 Мои мероприятия]
      [На главную]
    ");
}

#[tokio::test]
async fn in_english() {
    assert_snapshot!(invited("en").await, @"
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Organisers: 0</b>

      Nobody runs events yet. Invite the first organiser.
      [＋ Invite an organiser]
      [Home]
    Дәурен ▸ [＋ Invite an organiser]
    ✎ Дәурен
      <b>Whose events?</b> Choose the level.
      [Central level]
      [City level]
      [District level]
      [Any level]
      [‹ Back]
    Дәурен ▸ [City level]
    ✎ Дәурен
      <b>Which district?</b>
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Any district]
      [‹ Back]
    Дәурен ▸ [Esil district]
    ✎ Дәурен
      <b>Which organisation?</b> Choose one, or write its name exactly as it stands in the programme.
      [Қала кітапханалары]
      [Any organisation]
      [‹ Back]
    Дәурен ▸ [Қала кітапханалары]
    ✎ Дәурен
      🔗 <b>The link is ready</b>

      Run events: <b>City level · Esil district · Қала кітапханалары</b>

      https://t.me/qatys_demo_bot?start=i_…

      The first person to open it and agree takes it, so send it to one person only.
      It works until Tuesday, 8 December, 09:00.
      It can't be shown again: if it gets lost, make a new one.
      [📤 Send the link]
      [‹ Back]
    Мәдина ▸ /start i_…
    → Мәдина
      ✉️ <b>You are invited:</b>

      Run events: <b>City level · Esil district · Қала кітапханалары</b>

      Press the button if this is meant for you. Nothing happens until then.
      [✅ Accept]
      [Home]
    Мәдина ▸ [✅ Accept]
    ✎ Мәдина
      ✅ <b>Welcome to the team!</b>

      Everything you need is at /desk.
      [Check people in]
      [Home]
    Emma ▸ /start i_…
    → Emma
      🔒 <b>This link leads nowhere.</b> It has been used, has ended, or isn't meant for you. Please ask whoever sent it for a new one.
      [Home]
    Мәдина ▸ [Check people in]
    ✎ Мәдина
      <b>Check people in</b>

      1. <b>Dombra evening</b>
      tomorrow, 18:00 · Arrived: 0 of 0
      [1. Dombra evening]
      [➕ New event] [🗂 My events]
      [Home]
    Мәдина ▸ [1. Dombra evening]
    ✎ Мәдина
      <b>Dombra evening</b>
      📅 Wednesday, 2 December, 18:00
      Arrived: 0 of 0
      Registrations: 0

      Scan tickets with the phone's camera, or type the short code or a name here.
      [+1 walk-in]
      [👥 Count heads] [🔳 Door code]
      [⟳ Refresh]
      [‹ Back]
    ──── 01.12. 09:01
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Organisers: 1</b>

      1. <b>Мәдина</b>
      City level · Esil district · Қала кітапханалары
      [1. Мәдина]
      [＋ Invite an organiser]
      [Home]
    Дәурен ▸ [1. Мәдина]
    ✎ Дәурен
      <b>Мәдина</b>

      City level · Esil district · Қала кітапханалары

      Press one to take it away.
      [✕ City level · Esil district…]
      [‹ Back]
    Дәурен ▸ [✕ City level · Esil district…]
      (Done, taken away.)
    ✎ Дәурен
      👥 <b>Organisers: 0</b>

      Nobody runs events yet. Invite the first organiser.
      [＋ Invite an organiser]
      [Home]
    Мәдина ▸ [⟳ Refresh]
      (This button is out of date. Please open the list again: /events)
    Мәдина ▸ /desk
    → Мәдина
      I didn't quite get that. Type a word from an event's title or choose below.
      [📅 Find an event]
      [🎫 My events]
      [Home]
    ");
}

/// An organisation that the programme does not name yet is written; what is no name is said so; a link is revoked.
#[tokio::test]
async fn an_organisation_is_written_and_a_link_is_revoked() {
    let stage = Stage::with(&[dombra()]).await;
    let admin = stage.steward("Дәурен", "en");
    admin.start("").await;
    stage.skip();
    admin.say("/staff").await;
    admin.press_exactly("j.i").await;
    admin.press_exactly("j.il.").await;
    admin.press_exactly("j.id...0").await;
    admin.say("x").await;
    admin.say("Museum of  Astana").await;
    let link = admin.invitation();
    admin.press_exactly("j.p.0").await;
    admin.press_exactly("j.o").await;
    admin.press_exactly("j.r.1").await;
    admin.start(&link).await;
    assert_snapshot!(stage.told(), @"
    Дәурен ▸ /staff
    → Дәурен
      👥 <b>Organisers: 0</b>

      Nobody runs events yet. Invite the first organiser.
      [＋ Invite an organiser]
      [Home]
    Дәурен ▸ [＋ Invite an organiser]
    ✎ Дәурен
      <b>Whose events?</b> Choose the level.
      [Central level]
      [City level]
      [District level]
      [Any level]
      [‹ Back]
    Дәурен ▸ [Any level]
    ✎ Дәурен
      <b>Which district?</b>
      [Almaty district] [Baiqonyr district]
      [Esil district] [Nura district]
      [Saraishyq district] [Saryarqa district]
      [Any district]
      [‹ Back]
    Дәурен ▸ [Any district]
    ✎ Дәурен
      <b>Which organisation?</b> Choose one, or write its name exactly as it stands in the programme.
      [Қала кітапханалары]
      [Any organisation]
      [‹ Back]
    Дәурен ▸ x
    → Дәурен
      Please write the name as text, 2–120 letters.

      <b>Which organisation?</b> Choose one, or write its name exactly as it stands in the programme.
      [Қала кітапханалары]
      [Any organisation]
      [‹ Back]
    Дәурен ▸ Museum of  Astana
    → Дәурен
      🔗 <b>The link is ready</b>

      Run events: <b>Museum of Astana</b>

      https://t.me/qatys_demo_bot?start=i_…

      The first person to open it and agree takes it, so send it to one person only.
      It works until Tuesday, 8 December, 09:00.
      It can't be shown again: if it gets lost, make a new one.
      [📤 Send the link]
      [‹ Back]
    Дәурен ▸ [‹ Back]
    ✎ Дәурен
      👥 <b>Organisers: 0</b>

      Nobody runs events yet. Invite the first organiser.
      [＋ Invite an organiser]
      [Open invitations: 1]
      [Home]
    Дәурен ▸ [Open invitations: 1]
    ✎ Дәурен
      <b>Open invitations</b>

      Press one to revoke it.
      [✕ Museum of Astana]
      [‹ Back]
    Дәурен ▸ [✕ Museum of Astana]
      (Done, the link leads nowhere now.)
    ✎ Дәурен
      <b>Open invitations</b>

      There are none: all have been taken or have ended.
      [‹ Back]
    Дәурен ▸ /start i_…
    → Дәурен
      🔒 <b>This link leads nowhere.</b> It has been used, has ended, or isn't meant for you. Please ask whoever sent it for a new one.
      [Home]
    ");
    stage.end().await;
}
