### Рассылка: как её получают и как она идёт.

broadcasts-friend = друг
broadcasts-link-key = Открыть
broadcasts-unsubscribe-key = Отписаться от новостей
broadcasts-title = 📣 <b>Рассылка № { $id }</b>
broadcasts-proposal =
    ❔ <b>Разрешить рассылку № { $id }? Получателей: { $people }</b>
    Она выходит за пределы мероприятий её автора.
broadcasts-approve-key = ✅ Разрешить
broadcasts-refuse-key = Отклонить
broadcasts-look-key = Как идёт
broadcasts-proposed = ❔ Ждёт разрешения администратора.
broadcasts-refused = ⏹ Администратор отклонил рассылку.
broadcasts-scheduled = 🕒 Начнётся: { $when }. Получателей около { $people }.
broadcasts-sending = ▶️ <b>Отправляется</b>
broadcasts-correcting = ▶️ <b>Исправляется</b>
broadcasts-withdrawing = ▶️ <b>Отзывается</b>
broadcasts-how-far = { $done } из { $people }
broadcasts-through = Закончится примерно: { $when }
broadcasts-event-cancelled = Её мероприятие отменено. Продолжите, если отправить всё же нужно.
broadcasts-refused-by-telegram = Telegram не принимает сообщение: { $fault }. Остановите рассылку, исправьте её и отправьте остальным.
broadcasts-paused = ⏸ <b>На паузе</b>
broadcasts-stopped = ⏹ <b>Остановлена</b>
broadcasts-sent = ✅ <b>Отправлена</b>
broadcasts-corrected = ✅ <b>Исправлена</b>
broadcasts-withdrawn = ✅ <b>Отозвана</b>
broadcasts-delivered = Доставлено: { $n }
broadcasts-gone = Недоступны: { $n }
broadcasts-failed = Не удалось: { $n }
broadcasts-uncertain = Неизвестно: { $n } (дважды никто не получит)
broadcasts-void = Не отправлено: { $n }
broadcasts-stop-key = Остановить
broadcasts-refresh-key = Обновить
broadcasts-pause-key = ⏸ Пауза
broadcasts-resume-key = ▶️ Продолжить
broadcasts-again-key = Попробовать ещё раз: { $n }
broadcasts-list-key = Список файлом
broadcasts-late-key = Отправить новым
broadcasts-correct-key = Исправить
broadcasts-withdraw-key = Отозвать
broadcasts-stop =
    <b>Остановить рассылку?</b>
    Её не получат: { $n }. У тех, кто уже получил, она останется.
broadcasts-stop-sure-key = Да, остановить
broadcasts-withdraw =
    <b>Отозвать рассылку?</b>
    Сообщение исчезнет из чатов: { $n }.
broadcasts-withdraw-sure-key = Да, отозвать
broadcasts-none = Рассылок пока нет. Напишите первую: /broadcast
broadcasts-list = <b>Рассылки</b>
broadcasts-file = Рассылка № { $id }: чем закончилась доставка для каждого.
broadcasts-column-name = имя
broadcasts-column-language = язык
broadcasts-column-state = итог
broadcasts-column-at = время
broadcasts-column-fault = причина
broadcasts-state-waiting = ещё не отправлено
broadcasts-state-sent = доставлено
broadcasts-state-gone = недоступен
broadcasts-state-failed = не удалось
broadcasts-state-uncertain = неизвестно
broadcasts-state-void = не отправлено
broadcasts-too-late = Это уже невозможно: вот как обстоят дела.
