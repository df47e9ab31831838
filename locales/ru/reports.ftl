### Отчёт о прошедшем мероприятии.

reports-key = 📋 Отчёт
reports-heading = 📋 <b>Отчёт</b>
reports-ready = 📋 <b>Мероприятие закончилось, отчёт готов</b>
reports-overdue =
    ⏰ <b>Отчёт ещё не подтверждён</b>
    Пожалуйста, посмотрите на числа и подтвердите их сегодня.
reports-missing =
    ⚠️ <b>Отчёт так и не подтверждён</b>
    Тех, кто занимается мероприятием, уже просили дважды.
reports-question = Всё верно? Тогда подтвердите: на этом мероприятие будет завершено. Если нет, сначала исправьте.
reports-done = ✅ <b>Отчёт подтверждён, мероприятие завершено. Спасибо!</b>
reports-already = Отчёт уже был подтверждён.
reports-confirmed_at = ✅ Подтверждён: { $when }
reports-confirm-key = ✅ Подтвердить отчёт
reports-correct-key = ✏️ Исправить число
reports-look-key = 📋 Открыть отчёт
reports-which = <b>Какое число неверно?</b>
reports-line = { $what }: { $n }
reports-unknown = неизвестно
reports-number = <b>Напишите верное число.</b>
reports-not-a-number = Напишите число цифрами, не больше { $n }.
reports-why =
    <b>Почему верно это число?</b>
    Напишите одним сообщением, не длиннее { $n } знаков. Это останется в отчёте.
reports-registered = Записались
reports-coming = Сказали «приду»
reports-came = Отмечены по имени
reports-absent = Не пришли
reports-walk_ins = Пришли без записи
reports-head_count = В зале по счёту
reports-questions = Вопросов
reports-languages = По языкам
