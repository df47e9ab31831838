//! A message to many that people have: corrected and withdrawn.

use super::cast::{seated, sent};
use super::stage::{Stage, dombra};
use insta::assert_snapshot;

/// A word is put right and then everything taken back. The words are what the author sees when it
/// is sent, corrected and withdrawn.
async fn correct_and_withdraw(language: &str, [done, corrected, withdrawn]: [&str; 3]) -> String {
    let stage = Stage::with(&[dombra()]).await;
    seated(&stage).await;
    let author = sent(&stage, language, done).await;
    author.press_exactly("b.1.c").await;
    author.press_exactly("w.x.ru").await;
    author.say_formatted("<b>{имя}</b>, начнём на час позже, чем <s>{дата}</s>.").await;
    author.press_exactly("w.s").await;
    author.press_until("w.sc.0", corrected).await;
    author.press_exactly("b.1.w").await;
    author.press_until("b.1.ws", withdrawn).await;
    let told = stage.told();
    stage.end().await;
    told
}

#[tokio::test]
async fn a_kazakh_author_corrects_and_withdraws() {
    let told = correct_and_withdraw("kk", ["Жіберілді", "Түзетілді", "Қайтарып алынды"]).await;
    assert_snapshot!(told, @r"
    Дәурен ▸ [Түзету]
    ✎ Дәурен
      <b>Хабарды түзету</b>
      Оны алғандар: 3. Мәтіндерді қайта жазыңыз: суреттер мен файлдар өзгермейді.

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…
      [✓ Қазақша] [✓ Русский] [✓ English]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [✏️ Түзету: 3]
      [Бас тарту]
    Дәурен ▸ [✓ Русский]
    ✎ Дәурен
      <b>Русский</b>
      Хабарламаны адамдар көретін түрінде жіберіңіз: безендірілген мәтін немесе жазуы бар сурет не файл.

      <code>{имя}</code> орнында әркім өз атын, <code>{мероприятие}</code> орнында іс-шараның атауын, <code>{дата}</code> орнында оның күні мен уақытын көреді.

      <blockquote>🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…</blockquote>
      [🗑 Бұл мәтінді алып тастау]
      [‹ Артқа]
    Дәурен ▸ <b>{имя}</b>, начнём на час позже, чем <s>{дата}</s>.
    → Дәурен
      <b>Хабарды түзету</b>
      Оны алғандар: 3. Мәтіндерді қайта жазыңыз: суреттер мен файлдар өзгермейді.

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, начнём на час позже, чем {дата}.
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…
      [✓ Қазақша] [✓ Русский] [✓ English]
      [👁 Қарап шығу] [🧪 Өзіме жіберу]
      [✏️ Түзету: 3]
      [Бас тарту]
    Дәурен ▸ [✏️ Түзету: 3]
    ✎ Дәурен
      <b>Хабарды түзетеміз бе? Алғандар: 3</b>
      Хабар олардың чаттарында өзгереді, бірақ хабарландыру келмейді.
      [✏️ Иә, түзету]
      [‹ Артқа]
    Дәурен ▸ [✏️ Иә, түзету]
    ✎ Сергей
      <photo>
      <b>Сергей</b>, начнём на час позже, чем <s>среда, 2 декабря, 18:00</s>.
      [Отписаться от новостей]
    ✎ Дәурен
      ▶️ <b>Түзетіліп жатыр</b>
      [Барысын көру]
    → Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ✅ <b>Түзетілді</b>
      3 ішінен 3

      Жеткізілді: 3
      [Тізімді файлмен алу] [Жаңа қосылғандарға жіберу]
      [Түзету] [Қайтарып алу]
      [‹ Артқа]
    Дәурен ▸ [Қайтарып алу]
    ✎ Дәурен
      <b>Хабарламаны қайтарып аламыз ба?</b>
      Ол мына сандағы чаттан жойылады: 3.
      [Иә, қайтарып алу]
      [‹ Артқа]
    Дәурен ▸ [Иә, қайтарып алу]
    ✗ Айгүл: <b>Сәлем, Айгүл!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
    ✗ Сергей: <b>Сергей</b>, начнём на час позже, чем <s>среда, 2 декабря, 18:00</s>.
    ✗ Emma: <b>Hello Emma!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
    ✎ Дәурен
      📣 <b>№ 1 хабарлама тарату</b>
      Домбыра кеші

      <blockquote>Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.</blockquote>

      ✅ <b>Қайтарып алынды</b>
      3 ішінен 3

      Жеткізілді: 3
      [Тізімді файлмен алу]
      [‹ Артқа]
    ");
}

#[tokio::test]
async fn a_russian_author_corrects_and_withdraws() {
    let told = correct_and_withdraw("ru", ["Отправлена", "Исправлена", "Отозвана"]).await;
    assert_snapshot!(told, @r"
    Дәурен ▸ [Исправить]
    ✎ Дәурен
      <b>Исправить сообщение</b>
      Его получили: 3. Напишите тексты заново: картинки и файлы останутся.

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…
      [✓ Қазақша] [✓ Русский] [✓ English]
      [👁 Просмотр] [🧪 Отправить мне]
      [✏️ Исправить: 3]
      [Отмена]
    Дәурен ▸ [✓ Русский]
    ✎ Дәурен
      <b>Русский</b>
      Пришлите сообщение таким, каким его должны увидеть: текст с оформлением либо фото или файл с подписью.

      Вместо <code>{имя}</code> каждый увидит своё имя, вместо <code>{мероприятие}</code> – название мероприятия, вместо <code>{дата}</code> – его дату и время.

      <blockquote>🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…</blockquote>
      [🗑 Убрать этот текст]
      [‹ Назад]
    Дәурен ▸ <b>{имя}</b>, начнём на час позже, чем <s>{дата}</s>.
    → Дәурен
      <b>Исправить сообщение</b>
      Его получили: 3. Напишите тексты заново: картинки и файлы останутся.

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, начнём на час позже, чем {дата}.
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…
      [✓ Қазақша] [✓ Русский] [✓ English]
      [👁 Просмотр] [🧪 Отправить мне]
      [✏️ Исправить: 3]
      [Отмена]
    Дәурен ▸ [✏️ Исправить: 3]
    ✎ Дәурен
      <b>Исправить сообщение? Получивших: 3</b>
      Оно изменится в их чатах, уведомления не будет.
      [✏️ Да, исправить]
      [‹ Назад]
    Дәурен ▸ [✏️ Да, исправить]
    ✎ Сергей
      <photo>
      <b>Сергей</b>, начнём на час позже, чем <s>среда, 2 декабря, 18:00</s>.
      [Отписаться от новостей]
    ✎ Дәурен
      ▶️ <b>Исправляется</b>
      [Как идёт]
    → Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, начнём на час позже, чем {дата}.</blockquote>

      ✅ <b>Исправлена</b>
      3 из 3

      Доставлено: 3
      [Список файлом] [Отправить новым]
      [Исправить] [Отозвать]
      [‹ Назад]
    Дәурен ▸ [Отозвать]
    ✎ Дәурен
      <b>Отозвать рассылку?</b>
      Сообщение исчезнет из чатов: 3.
      [Да, отозвать]
      [‹ Назад]
    Дәурен ▸ [Да, отозвать]
    ✗ Айгүл: <b>Сәлем, Айгүл!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
    ✗ Сергей: <b>Сергей</b>, начнём на час позже, чем <s>среда, 2 декабря, 18:00</s>.
    ✗ Emma: <b>Hello Emma!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
    ✎ Дәурен
      📣 <b>Рассылка № 1</b>
      Вечер домбры

      <blockquote>{имя}, начнём на час позже, чем {дата}.</blockquote>

      ✅ <b>Отозвана</b>
      3 из 3

      Доставлено: 3
      [Список файлом]
      [‹ Назад]
    ");
}

#[tokio::test]
async fn an_english_author_corrects_and_withdraws() {
    let told = correct_and_withdraw("en", ["Sent", "Corrected", "Withdrawn"]).await;
    assert_snapshot!(told, @r"
    Дәурен ▸ [Correct]
    ✎ Дәурен
      <b>Correct the message</b>
      People who have it: 3. Write the texts anew: the pictures and files stay.

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…
      [✓ Қазақша] [✓ Русский] [✓ English]
      [👁 Preview] [🧪 Send to me]
      [✏️ Correct for 3]
      [Cancel]
    Дәурен ▸ [✓ Русский]
    ✎ Дәурен
      <b>Русский</b>
      Send the message just as it should look: a text with formatting, or a picture or a file with a caption.

      <code>{имя}</code> becomes each person's name, <code>{мероприятие}</code> the title of the event, <code>{дата}</code> its date and time.

      <blockquote>🖼 {имя}, ждём вас: «{мероприятие}», {дата}. Приходите пораньш…</blockquote>
      [🗑 Remove this text]
      [‹ Back]
    Дәурен ▸ <b>{имя}</b>, начнём на час позже, чем <s>{дата}</s>.
    → Дәурен
      <b>Correct the message</b>
      People who have it: 3. Write the texts anew: the pictures and files stay.

      ✅ <b>Қазақша</b>: Сәлем, {аты}! «{іс-шара}» болады: {күні}. Ерте келіңіз.
      ✅ <b>Русский</b>: 🖼 {имя}, начнём на час позже, чем {дата}.
      ✅ <b>English</b>: Hello {name}! See you at “{event}”, {date}. Come a little e…
      [✓ Қазақша] [✓ Русский] [✓ English]
      [👁 Preview] [🧪 Send to me]
      [✏️ Correct for 3]
      [Cancel]
    Дәурен ▸ [✏️ Correct for 3]
    ✎ Дәурен
      <b>Correct the message? People who have it: 3</b>
      It changes in their chats; they are not notified.
      [✏️ Yes, correct it]
      [‹ Back]
    Дәурен ▸ [✏️ Yes, correct it]
    ✎ Сергей
      <photo>
      <b>Сергей</b>, начнём на час позже, чем <s>среда, 2 декабря, 18:00</s>.
      [Отписаться от новостей]
    ✎ Дәурен
      ▶️ <b>Being corrected</b>
      [How far it is]
    → Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ✅ <b>Corrected</b>
      3 of 3

      Delivered: 3
      [List as a file] [Send to newcomers]
      [Correct] [Withdraw]
      [‹ Back]
    Дәурен ▸ [Withdraw]
    ✎ Дәурен
      <b>Withdraw the broadcast?</b>
      The message disappears from the chats of all who have it: 3.
      [Yes, withdraw]
      [‹ Back]
    Дәурен ▸ [Yes, withdraw]
    ✗ Айгүл: <b>Сәлем, Айгүл!</b> «Домбыра кеші» болады: 2 желтоқсан, сәрсенбі, 18:00. Ерте келіңіз.
    ✗ Сергей: <b>Сергей</b>, начнём на час позже, чем <s>среда, 2 декабря, 18:00</s>.
    ✗ Emma: <b>Hello Emma!</b> See you at “Dombra evening”, Wednesday, 2 December, 18:00. Come a little early.
    ✎ Дәурен
      📣 <b>Broadcast No. 1</b>
      Dombra evening

      <blockquote>Hello {name}! See you at “{event}”, {date}. Come a little early.</blockquote>

      ✅ <b>Withdrawn</b>
      3 of 3

      Delivered: 3
      [List as a file]
      [‹ Back]
    ");
}
