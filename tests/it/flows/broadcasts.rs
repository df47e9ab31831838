//! A message to many as its author writes it: from the card of an event to the texts, a picture, a button and a look at
//! it. When it goes is in `broadcasts_timed`, what comes of it in `broadcasts_sent` and `broadcasts_after`.

use super::cast::{seated, write_texts};
use super::stage::{Stage, dombra};
use insta::assert_snapshot;
use qatys::simulator::Person;

/// Three people hold seats; a fourth waits for one and has stopped the bot. The text in the author's own language is
/// `wrong` at first.
async fn write(language: &str, wrong: &str) -> String {
    let stage = Stage::with(&[dombra()]).await;
    seated(&stage).await;
    let link = stage.link("Домбыра").await;
    let gone = stage.guest("Дана", "kk");
    gone.sign_up(&link, "1").await;
    gone.does("blocks the bot", Person::block).await;
    let author = stage.steward("Дәурен", language);
    author.start(&link).await;
    stage.skip();
    author.press_data(|data| data.starts_with("w.t.")).await;
    author.press_exactly(&format!("w.x.{language}")).await;
    author.say(wrong).await;
    let first = stage.told();
    author.press_exactly("w").await;
    write_texts(&author).await;
    stage.skip();
    author.press_exactly("w.k").await;
    author.press_data(|data| data.starts_with("w.ke.")).await;
    author.press_exactly("w.p").await;
    let look = stage.told();
    stage.end().await;
    [first, look].join("\n")
}

#[tokio::test]
async fn in_kazakh() {
    assert_snapshot!(write("kk", "Сәлем, {есімі}!").await, @r"
    Дәурен ▸ [✉️ Қатысушыларға жазу]
    ✎ Дәурен
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      • <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00
      <b>3 адам: kk 1 · ru 1 · en 1</b>
      Жетпейді: қолжетімсіз – 1

      ▫️ <b>Қазақша</b>: мәтін әлі жоқ
      ▫️ <b>Русский</b>: мәтін әлі жоқ
      ▫️ <b>English</b>: мәтін әлі жоқ

      <b>Батырма:</b> жоқ
      <b>Қашан:</b> бірден
      [👥 Кімге]
      [＋ Қазақша] [＋ Русский] [＋ English]
      [🔘 Батырма] [🕒 Қашан]
      [📣 Жіберілген және жоспарланған]
      [Бас тарту]
    Дәурен ▸ [＋ Қазақша]
    ✎ Дәурен
      <b>Қазақша</b>
      Хабарламаны адамдар көретін түрінде жіберіңіз: безендірілген мәтін немесе жазуы бар сурет не файл.

      <code>{аты}</code> орнында әркім өз атын, <code>{іс-шара}</code> орнында іс-шараның атауын, <code>{күні}</code> орнында оның күні мен уақытын көреді.
      [‹ Артқа]
    Дәурен ▸ Сәлем, {есімі}!
    → Дәурен
      ⚠️ <b>Қазақша:</b> <code>{есімі}</code> деген белгі жоқ. Мыналар бар: <code>{аты}</code>, <code>{іс-шара}</code>, <code>{күні}</code>.

      <b>Қазақша</b>
      Хабарламаны адамдар көретін түрінде жіберіңіз: безендірілген мәтін немесе жазуы бар сурет не файл.

      <code>{аты}</code> орнында әркім өз атын, <code>{іс-шара}</code> орнында іс-шараның атауын, <code>{күні}</code> орнында оның күні мен уақытын көреді.
      [‹ Артқа]
    Дәурен ▸ [🔘 Батырма]
    ✎ Дәурен
      <b>Хабарлама астындағы батырма</b>
      Мекенжай жіберіңіз, мысалы <code>https://example.kz</code>, немесе таңдаңыз:

      <b>Батырма:</b> жоқ
      [🎫 Домбыра кеші]
      [Батырмасыз]
      [‹ Артқа]
    Дәурен ▸ [🎫 Домбыра кеші]
    ✎ Дәурен
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      • <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00
      <b>3 адам: kk 1 · ru 1 · en 1</b>
      Жетпейді: қолжетімсіз – 1

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Батырма:</b> іс-шара беті, <b>Домбыра кеші</b>
      <b>Қашан:</b> бірден
      [👥 Кімге]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Батырма] [🕒 Қашан]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [📨 Жіберу…]
      [Бас тарту]
    Дәурен ▸ [👁 Қарап шығу]
    → Дәурен
      <b>Сәлем, достым!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Іс-шара туралы]
      [Жаңалықтардан бас тарту]
    → Дәурен
      <photo>
      <b>друг</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [О мероприятии]
      [Отписаться от новостей]
    → Дәурен
      <b>Hello friend!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [About the event]
      [Unsubscribe from news]
    → Дәурен
      ✉️ <b>Адамдарға хабарлама</b>

      <b>Кімге:</b> тіркелгендер
      • <b>Домбыра кеші</b>, 2 желтоқсан, сәрсенбі, 18:00
      <b>3 адам: kk 1 · ru 1 · en 1</b>
      Жетпейді: қолжетімсіз – 1

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Батырма:</b> іс-шара беті, <b>Домбыра кеші</b>
      <b>Қашан:</b> бірден
      [👥 Кімге]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Батырма] [🕒 Қашан]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [📨 Жіберу…]
      [Бас тарту]
    ");
}

#[tokio::test]
async fn in_russian() {
    assert_snapshot!(write("ru", "Здравствуйте! Ждём в {время}.").await, @r"
    Дәурен ▸ [✉️ Написать участникам]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>
      Не получат: недоступны – 1

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
    Дәурен ▸ [＋ Русский]
    ✎ Дәурен
      <b>Русский</b>
      Пришлите сообщение таким, каким его должны увидеть: текст с оформлением либо фото или файл с подписью.

      Вместо <code>{имя}</code> каждый увидит своё имя, вместо <code>{мероприятие}</code> – название мероприятия, вместо <code>{дата}</code> – его дату и время.
      [‹ Назад]
    Дәурен ▸ Здравствуйте! Ждём в {время}.
    → Дәурен
      ⚠️ <b>Русский:</b> подстановки <code>{время}</code> нет. Есть такие: <code>{имя}</code>, <code>{мероприятие}</code>, <code>{дата}</code>.

      <b>Русский</b>
      Пришлите сообщение таким, каким его должны увидеть: текст с оформлением либо фото или файл с подписью.

      Вместо <code>{имя}</code> каждый увидит своё имя, вместо <code>{мероприятие}</code> – название мероприятия, вместо <code>{дата}</code> – его дату и время.
      [‹ Назад]
    Дәурен ▸ [🔘 Кнопка]
    ✎ Дәурен
      <b>Кнопка под сообщением</b>
      Пришлите адрес, например <code>https://example.kz</code>, или выберите:

      <b>Кнопка:</b> нет
      [🎫 Вечер домбры]
      [Без кнопки]
      [‹ Назад]
    Дәурен ▸ [🎫 Вечер домбры]
    ✎ Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>
      Не получат: недоступны – 1

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Кнопка:</b> карточка <b>Вечер домбры</b>
      <b>Когда:</b> сразу
      [👥 Кому]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Кнопка] [🕒 Когда]
      [👁 Просмотр] [🧪 Отправить мне]
      [📨 Отправить…]
      [Отмена]
    Дәурен ▸ [👁 Просмотр]
    → Дәурен
      <b>Сәлем, достым!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Іс-шара туралы]
      [Жаңалықтардан бас тарту]
    → Дәурен
      <photo>
      <b>друг</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [О мероприятии]
      [Отписаться от новостей]
    → Дәурен
      <b>Hello friend!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [About the event]
      [Unsubscribe from news]
    → Дәурен
      ✉️ <b>Сообщение людям</b>

      <b>Кому:</b> записанные
      • <b>Вечер домбры</b>, среда, 2 декабря, 18:00
      <b>3 человека: kk 1 · ru 1 · en 1</b>
      Не получат: недоступны – 1

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Кнопка:</b> карточка <b>Вечер домбры</b>
      <b>Когда:</b> сразу
      [👥 Кому]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Кнопка] [🕒 Когда]
      [👁 Просмотр] [🧪 Отправить мне]
      [📨 Отправить…]
      [Отмена]
    ");
}

#[tokio::test]
async fn in_english() {
    assert_snapshot!(write("en", "Hello {nmae}!").await, @r"
    Дәурен ▸ [✉️ Write to its people]
    ✎ Дәурен
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      • <b>Dombra evening</b>, Wednesday, 2 December, 18:00
      <b>3 people: kk 1 · ru 1 · en 1</b>
      Not reached: 1 unreachable

      ▫️ <b>Қазақша</b>: no text yet
      ▫️ <b>Русский</b>: no text yet
      ▫️ <b>English</b>: no text yet

      <b>Button:</b> none
      <b>When:</b> at once
      [👥 To whom]
      [＋ Қазақша] [＋ Русский] [＋ English]
      [🔘 Button] [🕒 When]
      [📣 Sent and scheduled]
      [Cancel]
    Дәурен ▸ [＋ English]
    ✎ Дәурен
      <b>English</b>
      Send the message just as it should look: a text with formatting, or a picture or a file with a caption.

      <code>{name}</code> becomes each person's name, <code>{event}</code> the title of the event, <code>{date}</code> its date and time.
      [‹ Back]
    Дәурен ▸ Hello {nmae}!
    → Дәурен
      ⚠️ <b>English:</b> there is no <code>{nmae}</code>. You can use: <code>{name}</code>, <code>{event}</code>, <code>{date}</code>.

      <b>English</b>
      Send the message just as it should look: a text with formatting, or a picture or a file with a caption.

      <code>{name}</code> becomes each person's name, <code>{event}</code> the title of the event, <code>{date}</code> its date and time.
      [‹ Back]
    Дәурен ▸ [🔘 Button]
    ✎ Дәурен
      <b>A button under the message</b>
      Send an address, such as <code>https://example.kz</code>, or choose:

      <b>Button:</b> none
      [🎫 Dombra evening]
      [No button]
      [‹ Back]
    Дәурен ▸ [🎫 Dombra evening]
    ✎ Дәурен
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      • <b>Dombra evening</b>, Wednesday, 2 December, 18:00
      <b>3 people: kk 1 · ru 1 · en 1</b>
      Not reached: 1 unreachable

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Button:</b> card of <b>Dombra evening</b>
      <b>When:</b> at once
      [👥 To whom]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Button] [🕒 When]
      [👁 Preview] [🧪 Send to me]
      [📨 Send…]
      [Cancel]
    Дәурен ▸ [👁 Preview]
    → Дәурен
      <b>Сәлем, достым!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
      [Іс-шара туралы]
      [Жаңалықтардан бас тарту]
    → Дәурен
      <photo>
      <b>друг</b>, ждём вас: «Вечер домбры», среда, 2 декабря, 18:00. Приходите пораньше.
      [О мероприятии]
      [Отписаться от новостей]
    → Дәурен
      <b>Hello friend!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
      [About the event]
      [Unsubscribe from news]
    → Дәурен
      ✉️ <b>Message to people</b>

      <b>To:</b> registered
      • <b>Dombra evening</b>, Wednesday, 2 December, 18:00
      <b>3 people: kk 1 · ru 1 · en 1</b>
      Not reached: 1 unreachable

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…

      <b>Button:</b> card of <b>Dombra evening</b>
      <b>When:</b> at once
      [👥 To whom]
      [✓ Қазақша] [✓ Русский] [✓ English]
      [🔘 Button] [🕒 When]
      [👁 Preview] [🧪 Send to me]
      [📨 Send…]
      [Cancel]
    ");
}
