//! When a message to many goes: a test to its author, a time, the counts, and the last word. How it is written is in
//! `broadcasts`.

use super::cast::{seated, write_texts};
use super::stage::{Stage, dombra};
use insta::assert_snapshot;

/// A message whose texts are there is tried out, given a time after two that do not do, and sent on its way.
async fn send(language: &str, wrong: &str) -> String {
    let stage = Stage::with(&[dombra()]).await;
    seated(&stage).await;
    let author = stage.steward("Дәурен", language);
    author.start(&stage.link("Домбыра").await).await;
    author.press_data(|data| data.starts_with("w.t.")).await;
    write_texts(&author).await;
    stage.skip();
    author.press_exactly("w.pt").await;
    author.press_exactly("w.i").await;
    author.say(wrong).await;
    author.say("30.11 18:30").await;
    author.press_exactly("w.is.-60").await;
    author.press_exactly("w.i").await;
    author.say("17:00").await;
    author.press_exactly("w.s").await;
    author.press_exactly("w.sc.0").await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn for_a_kazakh_author() {
    assert_snapshot!(send("kk", "кешке").await, @r"
    Дәурен ▸ [🧪 Өзіме жіберу]
    → Дәурен
      🧪 <b>Сынақ, Қазақша.</b> Мұны тек сіз көресіз:
    → Дәурен
      <b>Сәлем, достым!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Жаңалықтардан бас тарту]
    → Дәурен
      🧪 <b>Сынақ, Русский.</b> Мұны тек сіз көресіз:
    → Дәурен
      <photo>
      <b>друг</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [Отписаться от новостей]
    → Дәурен
      🧪 <b>Сынақ, English.</b> Мұны тек сіз көресіз:
    → Дәурен
      <b>Hello friend!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [Unsubscribe from news]
    → Дәурен
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      • <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00
      <b>3 адам: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Батырма:</b> жоқ
      <b>Қашан:</b> бірден
      [👥 Кімге]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Батырма] [🕒 Қашан]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [📨 Жіберу…]
      [Бас тарту]
    Дәурен ▸ [🕒 Қашан]
    ✎ Дәурен
      <b>Қашан жіберілсін?</b>
      Күні мен уақытын жазыңыз, мысалы <code>01.12 18:30</code>, немесе таңдаңыз:

      <b>Қашан:</b> бірден
      [Бірден]
      [басталардан 1 күн бұрын] [басталардан 3 сағ бұрын]
      [басталардан 1 сағ бұрын] [аяқталғанда]
      [аяқталғанына 1 сағ өткенде] [аяқталғанына 1 күн өткенде]
      [‹ Артқа]
    Дәурен ▸ кешке
    → Дәурен
      ⚠️ Күні мен уақыты танылмады. Былай жазыңыз: <code>5.12 18:30</code> немесе <code>ертең 18:30</code>

      <b>Қашан жіберілсін?</b>
      Күні мен уақытын жазыңыз, мысалы <code>01.12 18:30</code>, немесе таңдаңыз:

      <b>Қашан:</b> бірден
      [Бірден]
      [басталардан 1 күн бұрын] [басталардан 3 сағ бұрын]
      [басталардан 1 сағ бұрын] [аяқталғанда]
      [аяқталғанына 1 сағ өткенде] [аяқталғанына 1 күн өткенде]
      [‹ Артқа]
    Дәурен ▸ 30.11 18:30
    → Дәурен
      ⚠️ Бұл уақыт өтіп кетті. Кейінгі уақытты таңдаңыз.

      <b>Қашан жіберілсін?</b>
      Күні мен уақытын жазыңыз, мысалы <code>01.12 18:30</code>, немесе таңдаңыз:

      <b>Қашан:</b> бірден
      [Бірден]
      [басталардан 1 күн бұрын] [басталардан 3 сағ бұрын]
      [басталардан 1 сағ бұрын] [аяқталғанда]
      [аяқталғанына 1 сағ өткенде] [аяқталғанына 1 күн өткенде]
      [‹ Артқа]
    Дәурен ▸ [басталардан 1 сағ бұрын]
    ✎ Дәурен
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      • <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00
      <b>3 адам: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Батырма:</b> жоқ
      <b>Қашан:</b> басталардан 1 сағ бұрын: 2 желтоқсан, сәрсенбі, 17:00
      [👥 Кімге]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Батырма] [🕒 Қашан]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [📨 Жіберу…]
      [Бас тарту]
    Дәурен ▸ [🕒 Қашан]
    ✎ Дәурен
      <b>Қашан жіберілсін?</b>
      Күні мен уақытын жазыңыз, мысалы <code>01.12 18:30</code>, немесе таңдаңыз:

      <b>Қашан:</b> басталардан 1 сағ бұрын: 2 желтоқсан, сәрсенбі, 17:00
      [Бірден]
      [басталардан 1 күн бұрын] [басталардан 3 сағ бұрын]
      [басталардан 1 сағ бұрын] [аяқталғанда]
      [аяқталғанына 1 сағ өткенде] [аяқталғанына 1 күн өткенде]
      [‹ Артқа]
    Дәурен ▸ 17:00
    → Дәурен
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      • <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00
      <b>3 адам: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Батырма:</b> жоқ
      <b>Қашан:</b> 1 желтоқсан, сейсенбі, 17:00
      [👥 Кімге]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Батырма] [🕒 Қашан]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [📨 Жіберу…]
      [Бас тарту]
    Дәурен ▸ [📨 Жіберу…]
    ✎ Дәурен
      <b>3 адамға жіберілсін бе?</b>

      Басталуы: 1 желтоқсан, сейсенбі, 17:00
      Ұзақтығы: бір минуттан аз, аяқталуы: 17:00
      [📨 3 адамға жіберу]
      [‹ Артқа]
    Дәурен ▸ [📨 3 адамға жіберу]
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      🕒 Басталуы: 1 желтоқсан, сейсенбі, 17:00. Алушылар саны: шамамен 3.
      [⏸ Кідірту] [Тоқтату]
      [Жаңарту]
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn for_a_russian_author() {
    assert_snapshot!(send("ru", "вечером").await, @r"
    Дәурен ▸ [🧪 Отправить мне]
    → Дәурен
      🧪 <b>Проба, Қазақша.</b> Это видите только вы:
    → Дәурен
      <b>Сәлем, достым!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Жаңалықтардан бас тарту]
    → Дәурен
      🧪 <b>Проба, Русский.</b> Это видите только вы:
    → Дәурен
      <photo>
      <b>друг</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [Отписаться от новостей]
    → Дәурен
      🧪 <b>Проба, English.</b> Это видите только вы:
    → Дәурен
      <b>Hello friend!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [Unsubscribe from news]
    → Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Кнопка:</b> нет
      <b>Когда:</b> сразу
      [👥 Кому]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Кнопка] [🕒 Когда]
      [👁 Просмотр] [🧪 Отправить мне]
      [📨 Отправить…]
      [Отмена]
    Дәурен ▸ [🕒 Когда]
    ✎ Дәурен
      <b>Когда отправить?</b>
      Напишите дату и время, например <code>01.12 18:30</code>, или выберите:

      <b>Когда:</b> сразу
      [Сразу]
      [за 1 день до начала] [за 3 ч до начала]
      [за 1 ч до начала] [в конце]
      [через 1 ч после конца] [через 1 день после конца]
      [‹ Назад]
    Дәурен ▸ вечером
    → Дәурен
      ⚠️ Не получилось прочитать дату и время. Напишите так: <code>5.12 18:30</code> или <code>завтра 18:30</code>

      <b>Когда отправить?</b>
      Напишите дату и время, например <code>01.12 18:30</code>, или выберите:

      <b>Когда:</b> сразу
      [Сразу]
      [за 1 день до начала] [за 3 ч до начала]
      [за 1 ч до начала] [в конце]
      [через 1 ч после конца] [через 1 день после конца]
      [‹ Назад]
    Дәурен ▸ 30.11 18:30
    → Дәурен
      ⚠️ Это время уже прошло. Выберите более позднее.

      <b>Когда отправить?</b>
      Напишите дату и время, например <code>01.12 18:30</code>, или выберите:

      <b>Когда:</b> сразу
      [Сразу]
      [за 1 день до начала] [за 3 ч до начала]
      [за 1 ч до начала] [в конце]
      [через 1 ч после конца] [через 1 день после конца]
      [‹ Назад]
    Дәурен ▸ [за 1 ч до начала]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Кнопка:</b> нет
      <b>Когда:</b> за 1 ч до начала: среда, 2 декабря, 17:00
      [👥 Кому]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Кнопка] [🕒 Когда]
      [👁 Просмотр] [🧪 Отправить мне]
      [📨 Отправить…]
      [Отмена]
    Дәурен ▸ [🕒 Когда]
    ✎ Дәурен
      <b>Когда отправить?</b>
      Напишите дату и время, например <code>01.12 18:30</code>, или выберите:

      <b>Когда:</b> за 1 ч до начала: среда, 2 декабря, 17:00
      [Сразу]
      [за 1 день до начала] [за 3 ч до начала]
      [за 1 ч до начала] [в конце]
      [через 1 ч после конца] [через 1 день после конца]
      [‹ Назад]
    Дәурен ▸ 17:00
    → Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Кнопка:</b> нет
      <b>Когда:</b> вторник, 1 декабря, 17:00
      [👥 Кому]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Кнопка] [🕒 Когда]
      [👁 Просмотр] [🧪 Отправить мне]
      [📨 Отправить…]
      [Отмена]
    Дәурен ▸ [📨 Отправить…]
    ✎ Дәурен
      <b>Отправить 3 людям?</b>

      Начнётся: вторник, 1 декабря, 17:00
      Займёт меньше минуты, закончится: 17:00
      [📨 Отправить, людей: 3]
      [‹ Назад]
    Дәурен ▸ [📨 Отправить, людей: 3]
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньше.</blockquote>

      🕒 Начнётся: вторник, 1 декабря, 17:00. Получателей около 3.
      [⏸ Пауза] [Остановить]
      [Обновить]
      [‹ Назад]
    ");
}

#[tokio::test]
async fn for_an_english_author() {
    assert_snapshot!(send("en", "tonight").await, @r"
    Дәурен ▸ [🧪 Send to me]
    → Дәурен
      🧪 <b>Test, Қазақша.</b> Only you see this:
    → Дәурен
      <b>Сәлем, достым!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Жаңалықтардан бас тарту]
    → Дәурен
      🧪 <b>Test, Русский.</b> Only you see this:
    → Дәурен
      <photo>
      <b>друг</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [Отписаться от новостей]
    → Дәурен
      🧪 <b>Test, English.</b> Only you see this:
    → Дәурен
      <b>Hello friend!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [Unsubscribe from news]
    → Дәурен
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      • <b>Dombra evening</b>, Wednesday, 2 December, 18:00
      <b>3 people: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Button:</b> none
      <b>When:</b> at once
      [👥 To whom]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Button] [🕒 When]
      [👁 Preview] [🧪 Send to me]
      [📨 Send…]
      [Cancel]
    Дәурен ▸ [🕒 When]
    ✎ Дәурен
      <b>When shall it go?</b>
      Write date and time, such as <code>01.12 18:30</code>, or choose:

      <b>When:</b> at once
      [At once]
      [1 day before the start] [3 h before the start]
      [1 h before the start] [at the end]
      [1 h after the end] [1 day after the end]
      [‹ Back]
    Дәурен ▸ tonight
    → Дәурен
      ⚠️ I can't read a date and time in this. Write it like this: <code>5.12 18:30</code> or <code>tomorrow 18:30</code>

      <b>When shall it go?</b>
      Write date and time, such as <code>01.12 18:30</code>, or choose:

      <b>When:</b> at once
      [At once]
      [1 day before the start] [3 h before the start]
      [1 h before the start] [at the end]
      [1 h after the end] [1 day after the end]
      [‹ Back]
    Дәурен ▸ 30.11 18:30
    → Дәурен
      ⚠️ That time is over. Choose a later one.

      <b>When shall it go?</b>
      Write date and time, such as <code>01.12 18:30</code>, or choose:

      <b>When:</b> at once
      [At once]
      [1 day before the start] [3 h before the start]
      [1 h before the start] [at the end]
      [1 h after the end] [1 day after the end]
      [‹ Back]
    Дәурен ▸ [1 h before the start]
    ✎ Дәурен
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      • <b>Dombra evening</b>, Wednesday, 2 December, 18:00
      <b>3 people: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Button:</b> none
      <b>When:</b> 1 h before the start: Wednesday, 2 December, 17:00
      [👥 To whom]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Button] [🕒 When]
      [👁 Preview] [🧪 Send to me]
      [📨 Send…]
      [Cancel]
    Дәурен ▸ [🕒 When]
    ✎ Дәурен
      <b>When shall it go?</b>
      Write date and time, such as <code>01.12 18:30</code>, or choose:

      <b>When:</b> 1 h before the start: Wednesday, 2 December, 17:00
      [At once]
      [1 day before the start] [3 h before the start]
      [1 h before the start] [at the end]
      [1 h after the end] [1 day after the end]
      [‹ Back]
    Дәурен ▸ 17:00
    → Дәурен
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      • <b>Dombra evening</b>, Wednesday, 2 December, 18:00
      <b>3 people: kk 1 · ru 1 · en 1</b>

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Button:</b> none
      <b>When:</b> Tuesday, 1 December, 17:00
      [👥 To whom]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Button] [🕒 When]
      [👁 Preview] [🧪 Send to me]
      [📨 Send…]
      [Cancel]
    Дәурен ▸ [📨 Send…]
    ✎ Дәурен
      <b>Send to 3 people?</b>

      Begins: Tuesday, 1 December, 17:00
      Takes less than a minute, through by 17:00
      [📨 Send to 3]
      [‹ Back]
    Дәурен ▸ [📨 Send to 3]
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      🕒 Goes out Tuesday, 1 December, 17:00. People: about 3
      [⏸ Pause] [Stop]
      [Refresh]
      [‹ Back]
    ");
}
