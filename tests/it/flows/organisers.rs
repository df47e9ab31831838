//! Somebody who works on the events of one organisation writes to people beyond them: an admin is asked, says yes or no,
//! and the author hears of it.

use super::cast::seated;
use super::stage::{Guest, Stage, dombra, lecture};
use chrono::TimeDelta;
use insta::assert_snapshot;
use qatys::{
    domain::{EventFacts, PersonId, Scope},
    service::Actor,
};

/// Works on the dombra evening alone and writes to the people of all events, to go at half past ten; the last word is
/// still to be said. With the admin, who speaks another language.
async fn before_the_last_word<'a>(stage: &'a Stage, [author, admin]: [&str; 2]) -> (Guest<'a>, Guest<'a>) {
    seated(stage).await;
    let steward = stage.steward("Дәурен", admin);
    steward.start("").await;
    let author = stage.guest("Мәдина", author);
    let scope = Scope { organisation: Some(dombra().organisation), ..Scope::default() };
    let person = PersonId(author.person.id());
    let by = Actor::unprompted(PersonId(steward.person.id()));
    stage.demo.app.services().add_scope(&by, person, &scope).await.unwrap();
    author.say("/broadcast").await;
    for (language, text) in
        [("kk", "Кітапхана жексенбіде де ашық."), ("ru", "Библиотека открыта и по воскресеньям.")]
    {
        author.press_exactly(&format!("w.x.{language}")).await;
        author.say_formatted(&format!("<b>{{name}}!</b> {text}")).await;
    }
    author.press_exactly("w.i").await;
    stage.skip();
    author.say("10:30").await;
    (author, steward)
}

fn events() -> [EventFacts; 2] {
    [dombra(), EventFacts { organisation: "Астана музейі".into(), ..lecture() }]
}

/// What comes of a yes; `done` is what the author sees in the end.
async fn approved(languages: [&str; 2], done: &str) -> String {
    let stage = Stage::with(&events()).await;
    let (author, steward) = before_the_last_word(&stage, languages).await;
    author.press_exactly("w.s").await;
    author.press_exactly("w.sc.0").await;
    steward.press_exactly("b.1.y").await;
    stage.demo.advance(TimeDelta::minutes(90));
    author.awaits(done).await;
    stage.pass(TimeDelta::zero()).await;
    let told = stage.told();
    stage.end().await;
    told
}

/// What comes of a no.
async fn refused(languages: [&str; 2]) -> String {
    let stage = Stage::with(&events()).await;
    let (author, steward) = before_the_last_word(&stage, languages).await;
    author.press_exactly("w.s").await;
    author.press_exactly("w.sc.0").await;
    stage.skip();
    steward.press_exactly("bs.0").await;
    steward.press_exactly("b.1.o").await;
    steward.press_exactly("b.1.n").await;
    stage.pass(TimeDelta::minutes(90)).await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn a_kazakh_author_and_a_russian_admin() {
    assert_snapshot!(approved(["kk", "ru"], "Жіберілді").await, @r"
    Мәдина ▸ 10:30
    → Мәдина
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      <b>3 адам: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: {name}! Кітапхана жексенбіде де ашық.
      ✅ <b>Русский</b>: {name}! Библиотека открыта и по воскресеньям.
      ▫️ <b>English</b>: мына тілдегі мәтінді алады: Қазақша

      <b>Батырма:</b> жоқ
      <b>Қашан:</b> 1 желтоқсан, сейсенбі, 10:30

      🔒 Олардың арасында басқа іс-шаралардың адамдары болуы мүмкін, сондықтан хабарламаны алдымен әкімші мақұлдауы керек.
      [👥 Кімге]
      [✓ Қазақша] [✓ Русский] [＋ English]
      [🔘 Батырма] [🕒 Қашан]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [📨 Жіберу…]
      [Бас тарту]
    Мәдина ▸ [📨 Жіберу…]
    ✎ Мәдина
      <b>3 адамға жіберілсін бе?</b>

      Басталуы: 1 желтоқсан, сейсенбі, 10:30
      Ұзақтығы: бір минуттан аз, аяқталуы: 10:30

      🔒 Олардың арасында басқа іс-шаралардың адамдары болуы мүмкін, сондықтан хабарламаны алдымен әкімші мақұлдауы керек.
      [📨 3 адамға жіберу]
      [‹ Артқа]
    Мәдина ▸ [📨 3 адамға жіберу]
    → Дәурен
      ❔ <b>Разрешить рассылку № 1? Получателей: 3</b>
      Она выходит за пределы мероприятий её автора.

      <b>Кому:</b> записанные
      <b>Когда:</b> вторник, 1 декабря, 10:30

      <b>Қазақша</b>
      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>
      <b>Русский</b>
      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>
      [✅ Разрешить] [Отклонить]
      [‹ Назад]
    ✎ Мәдина
      📣 <b>№ 1 хабарлама тарату</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ❔ Әкімшінің рұқсатын күтіп тұр.
      [Тоқтату] [Жаңарту]
      [‹ Артқа]
    Дәурен ▸ [✅ Разрешить]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>

      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>

      🕒 Начнётся: вторник, 1 декабря, 10:30. Получателей около 3.
      [⏸ Пауза] [Остановить]
      [Обновить]
      [‹ Назад]
    → Мәдина
      📣 <b>№ 1 хабарлама тарату</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      🕒 Басталуы: 1 желтоқсан, сейсенбі, 10:30. Алушылар саны: шамамен 3.
      [⏸ Кідірту] [Тоқтату]
      [Жаңарту]
      [‹ Артқа]
    ──── 01.12. 10:30
    → Айгүл
      <b>Айгүл!</b> Кітапхана жексенбіде де ашық.
      [Жаңалықтардан бас тарту]
    → Сергей
      <b>Сергей!</b> Библиотека открыта и по воскресеньям.
      [Отписаться от новостей]
    → Emma
      <b>Emma!</b> Кітапхана жексенбіде де ашық.
      [Unsubscribe from news]
    → Мәдина
      📣 <b>№ 1 хабарлама тарату</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ✅ <b>Жіберілді</b>

      Жеткізілді: 3
      [Тізімді файлмен алу] [Жаңа қосылғандарға жіберу]
      [Түзету] [Қайтарып алу]
      [‹ Артқа]
    ");
    assert_snapshot!(refused(["kk", "ru"]).await, @r"
    Дәурен ▸ [‹ Назад]
    ✎ Дәурен
      <b>Рассылки</b>
      [❔ сегодня в 10:30 · {name}! Б…]
      [На главную]
    Дәурен ▸ [❔ сегодня в 10:30 · {name}! Б…]
    ✎ Дәурен
      ❔ <b>Разрешить рассылку № 1? Получателей: 3</b>
      Она выходит за пределы мероприятий её автора.

      <b>Кому:</b> записанные
      <b>Когда:</b> вторник, 1 декабря, 10:30

      <b>Қазақша</b>
      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>
      <b>Русский</b>
      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>
      [✅ Разрешить] [Отклонить]
      [‹ Назад]
    Дәурен ▸ [Отклонить]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>

      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>

      ⏹ Администратор отклонил рассылку.
      [‹ Назад]
    → Мәдина
      📣 <b>№ 1 хабарлама тарату</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ⏹ Әкімші рұқсат бермеді.
      [‹ Артқа]
    ──── 01.12. 10:30
    ");
}

#[tokio::test]
async fn a_russian_author_and_an_english_admin() {
    assert_snapshot!(approved(["ru", "en"], "Отправлена").await, @r"
    Мәдина ▸ 10:30
    → Мәдина
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      <b>3 человека: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: {name}! Кітапхана жексенбіде де ашық.
      ✅ <b>Русский</b>: {name}! Библиотека открыта и по воскресеньям.
      ▫️ <b>English</b>: получат текст на языке «Қазақша»

      <b>Кнопка:</b> нет
      <b>Когда:</b> вторник, 1 декабря, 10:30

      🔒 Среди них могут быть люди с чужих мероприятий, поэтому сначала сообщение должен одобрить администратор.
      [👥 Кому]
      [✓ Қазақша] [✓ Русский] [＋ English]
      [🔘 Кнопка] [🕒 Когда]
      [👁 Просмотр] [🧪 Отправить мне]
      [📨 Отправить…]
      [Отмена]
    Мәдина ▸ [📨 Отправить…]
    ✎ Мәдина
      <b>Отправить 3 людям?</b>

      Начнётся: вторник, 1 декабря, 10:30
      Займёт меньше минуты, закончится: 10:30

      🔒 Среди них могут быть люди с чужих мероприятий, поэтому сначала сообщение должен одобрить администратор.
      [📨 Отправить, людей: 3]
      [‹ Назад]
    Мәдина ▸ [📨 Отправить, людей: 3]
    → Дәурен
      ❔ <b>May broadcast No. 1 go out? People: 3</b>
      It goes beyond the events of its author.

      <b>To:</b> registered
      <b>When:</b> Tuesday, 1 December, 10:30

      <b>Қазақша</b>
      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>
      <b>Русский</b>
      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>
      [✅ Approve] [Decline]
      [‹ Back]
    ✎ Мәдина
      📣 <b>Рассылка № 1</b>

      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>

      ❔ Ждёт разрешения администратора.
      [Остановить] [Обновить]
      [‹ Назад]
    Дәурен ▸ [✅ Approve]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      🕒 Goes out Tuesday, 1 December, 10:30. People: about 3
      [⏸ Pause] [Stop]
      [Refresh]
      [‹ Back]
    → Мәдина
      📣 <b>Рассылка № 1</b>

      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>

      🕒 Начнётся: вторник, 1 декабря, 10:30. Получателей около 3.
      [⏸ Пауза] [Остановить]
      [Обновить]
      [‹ Назад]
    ──── 01.12. 10:30
    → Айгүл
      <b>Айгүл!</b> Кітапхана жексенбіде де ашық.
      [Жаңалықтардан бас тарту]
    → Сергей
      <b>Сергей!</b> Библиотека открыта и по воскресеньям.
      [Отписаться от новостей]
    → Emma
      <b>Emma!</b> Кітапхана жексенбіде де ашық.
      [Unsubscribe from news]
    → Мәдина
      📣 <b>Рассылка № 1</b>

      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>

      ✅ <b>Отправлена</b>

      Доставлено: 3
      [Список файлом] [Отправить новым]
      [Исправить] [Отозвать]
      [‹ Назад]
    ");
    assert_snapshot!(refused(["ru", "en"]).await, @r"
    Дәурен ▸ [‹ Back]
    ✎ Дәурен
      <b>Broadcasts</b>
      [❔ today, 10:30 · {name}! Кіта…]
      [Home]
    Дәурен ▸ [❔ today, 10:30 · {name}! Кіта…]
    ✎ Дәурен
      ❔ <b>May broadcast No. 1 go out? People: 3</b>
      It goes beyond the events of its author.

      <b>To:</b> registered
      <b>When:</b> Tuesday, 1 December, 10:30

      <b>Қазақша</b>
      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>
      <b>Русский</b>
      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>
      [✅ Approve] [Decline]
      [‹ Back]
    Дәурен ▸ [Decline]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ⏹ An admin did not approve it.
      [‹ Back]
    → Мәдина
      📣 <b>Рассылка № 1</b>

      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>

      ⏹ Администратор отклонил рассылку.
      [‹ Назад]
    ──── 01.12. 10:30
    ");
}

#[tokio::test]
async fn an_english_author_and_a_kazakh_admin() {
    assert_snapshot!(approved(["en", "kk"], "Sent").await, @r"
    Мәдина ▸ 10:30
    → Мәдина
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      <b>3 people: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: {name}! Кітапхана жексенбіде де ашық.
      ✅ <b>Русский</b>: {name}! Библиотека открыта и по воскресеньям.
      ▫️ <b>English</b>: gets the text in Қазақша

      <b>Button:</b> none
      <b>When:</b> Tuesday, 1 December, 10:30

      🔒 There may be people of other events among them, so an admin has to approve it first.
      [👥 To whom]
      [✓ Қазақша] [✓ Русский] [＋ English]
      [🔘 Button] [🕒 When]
      [👁 Preview] [🧪 Send to me]
      [📨 Send…]
      [Cancel]
    Мәдина ▸ [📨 Send…]
    ✎ Мәдина
      <b>Send to 3 people?</b>

      Begins: Tuesday, 1 December, 10:30
      Takes less than a minute, through by 10:30

      🔒 There may be people of other events among them, so an admin has to approve it first.
      [📨 Send to 3]
      [‹ Back]
    Мәдина ▸ [📨 Send to 3]
    → Дәурен
      ❔ <b>№ 1 хабарлама таратуға рұқсат бересіз бе? Алушылар: 3</b>
      Ол авторының іс-шараларынан тыс адамдарға да барады.

      <b>Кімге:</b> тіркелгендер
      <b>Қашан:</b> 1 желтоқсан, сейсенбі, 10:30

      <b>Қазақша</b>
      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>
      <b>Русский</b>
      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>
      [✅ Рұқсат беру] [Рұқсат бермеу]
      [‹ Артқа]
    ✎ Мәдина
      📣 <b>Broadcast No. 1</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ❔ Waits for an admin to approve it.
      [Stop] [Refresh]
      [‹ Back]
    Дәурен ▸ [✅ Рұқсат беру]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      🕒 Басталуы: 1 желтоқсан, сейсенбі, 10:30. Алушылар саны: шамамен 3.
      [⏸ Кідірту] [Тоқтату]
      [Жаңарту]
      [‹ Артқа]
    → Мәдина
      📣 <b>Broadcast No. 1</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      🕒 Goes out Tuesday, 1 December, 10:30. People: about 3
      [⏸ Pause] [Stop]
      [Refresh]
      [‹ Back]
    ──── 01.12. 10:30
    → Айгүл
      <b>Айгүл!</b> Кітапхана жексенбіде де ашық.
      [Жаңалықтардан бас тарту]
    → Сергей
      <b>Сергей!</b> Библиотека открыта и по воскресеньям.
      [Отписаться от новостей]
    → Emma
      <b>Emma!</b> Кітапхана жексенбіде де ашық.
      [Unsubscribe from news]
    → Мәдина
      📣 <b>Broadcast No. 1</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ✅ <b>Sent</b>

      Delivered: 3
      [List as a file] [Send to newcomers]
      [Correct] [Withdraw]
      [‹ Back]
    ");
    assert_snapshot!(refused(["en", "kk"]).await, @r"
    Дәурен ▸ [‹ Артқа]
    ✎ Дәурен
      <b>Хабарлама тарату</b>
      [❔ бүгін 10:30 · {name}! Кітап…]
      [Басты бет]
    Дәурен ▸ [❔ бүгін 10:30 · {name}! Кітап…]
    ✎ Дәурен
      ❔ <b>№ 1 хабарлама таратуға рұқсат бересіз бе? Алушылар: 3</b>
      Ол авторының іс-шараларынан тыс адамдарға да барады.

      <b>Кімге:</b> тіркелгендер
      <b>Қашан:</b> 1 желтоқсан, сейсенбі, 10:30

      <b>Қазақша</b>
      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>
      <b>Русский</b>
      <blockquote>{name}! Библиотека открыта и по воскресеньям.</blockquote>
      [✅ Рұқсат беру] [Рұқсат бермеу]
      [‹ Артқа]
    Дәурен ▸ [Рұқсат бермеу]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ⏹ Әкімші рұқсат бермеді.
      [‹ Артқа]
    → Мәдина
      📣 <b>Broadcast No. 1</b>

      <blockquote>{name}! Кітапхана жексенбіде де ашық.</blockquote>

      ⏹ An admin did not approve it.
      [‹ Back]
    ──── 01.12. 10:30
    ");
}
