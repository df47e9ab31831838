### Вопросы о мероприятии: как их видят все, как видят те, кто отвечает, и ответ, который приходит.

questions-key = 💬 Вопросы и ответы
questions-board = 💬 <b>Вопросы и ответы</b>
questions-waits = ⏳ Организаторы ещё не посмотрели, его видите только вы.
questions-own = 🙋 Ваш вопрос
questions-none = Вопросов пока нет. Задайте первый!
questions-none_any_more = Вопросов не было.
questions-vote = 👍 – мне тоже интересно: ответ придёт и вам.
questions-kept-key = 📌 Частые вопросы ({ $n })
questions-write-key = ✍️ Задать вопрос
questions-write =
    <b>О чём вы хотите спросить?</b>
    Напишите одним сообщением, не длиннее { $n } знаков. Вашего имени никто не увидит. Сначала вопрос посмотрят организаторы, ответ придёт сюда.
    Вопрос хранится вместе с вашим Telegram ID до 90 дней после мероприятия: /privacy
questions-only_text = Напишите, пожалуйста, текстом.
questions-too_short = Это слишком коротко.
questions-too_long = Слишком длинно: не больше { $n } знаков.
questions-asked = ✅ <b>Спасибо, вопрос принят!</b> Когда организаторы его посмотрят, он станет виден и другим. Ответ придёт сюда.
questions-too_many = По этому мероприятию у вас уже много вопросов без ответа, больше всего может быть { $n }. Дождитесь, пожалуйста, ответов.
questions-closed = Вопросы об этом мероприятии больше не принимаются.
questions-answer = 💬 <b>Ответ на вопрос</b>
questions-corrected = ✏️ Ответ исправлен
questions-news = ❓ <b>Новые вопросы: { $n }</b>
questions-look-key = Посмотреть
questions-piles = ❓ <b>Вопросы участников</b>
questions-pile_none = Здесь ничего нет.
questions-legend_new = ✅ – показать всем, 🙈 – скрыть, ✍️ – ответить
questions-legend_open = ✍️ – ответить, 🙈 – скрыть
questions-legend_answered = 📌 – оставить для всех, ✏️ – исправить ответ, 🙈 – скрыть
questions-new-key = Новые { $n }
questions-open-key = Открытые { $n }
questions-answered-key = С ответом { $n }
questions-hidden = 🙈 <b>Вопрос скрыт.</b> Его видят только те, кто отвечает.
questions-undo-key = ↩️ Вернуть
questions-approved = Теперь вопрос видят все
questions-answering = <b>Напишите ответ одним сообщением</b>, не длиннее { $n } знаков. Его получат все, кто задал или поддержал вопрос, – так, как вы написали.
questions-correcting = <b>Напишите новый ответ одним сообщением</b>, не длиннее { $n } знаков. Отправленные сообщения исправятся, второе не придёт никому.
questions-answered_done = ✅ <b>Ответ дан.</b> Получат: { $n }
questions-corrected_done = ✅ <b>Ответ исправлен.</b> Исправим сообщений: { $n }
questions-already = На этот вопрос уже ответили:
questions-too_late = Исправить ответ больше нельзя: на это даются сутки.
questions-correct-key = ✏️ Исправить ответ
questions-keep-key = 📌 Оставить для всех
questions-vote_given = Ответ придёт и вам
questions-vote_taken = Ваш голос снят
questions-vote_own = Это ваш вопрос: ответ придёт и так
questions-vote_answered = На этот вопрос уже ответили
questions-manage-key = ❓ Вопросы, новых: { $n }
