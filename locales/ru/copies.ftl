### Копии мероприятия по таблице.

copies-ask =
    <b>Копии мероприятия</b>
    Пришлите по строке на каждую копию, не больше { $most }:
    <code>дата; время; место; спикер; язык; места</code>
    Что оставите пустым, будет как у этого мероприятия. Например:
    <code>12.12; 18:30
    13.12; 11:00; Городская библиотека; ; kk+ru; 120</code>
copies-week-key = Ещё раз через неделю
copies-faults =
    { $n ->
        [one] ❗️ <b>Не прочитана { $n } строка.</b> Ничего не создано.
        [few] ❗️ <b>Не прочитаны { $n } строки.</b> Ничего не создано.
        [many] ❗️ <b>Не прочитаны { $n } строк.</b> Ничего не создано.
       *[other] ❗️ <b>Не прочитаны { $n } строк.</b> Ничего не создано.
    }
copies-fault-line = Строка { $line }: { $fault }
copies-again = Исправьте и пришлите всю таблицу ещё раз.
copies-preview =
    { $n ->
        [one] <b>{ $n } копия:</b>
        [few] <b>{ $n } копии:</b>
        [many] <b>{ $n } копий:</b>
       *[other] <b>{ $n } копий:</b>
    }
copies-more = … и ещё { $n }
copies-clashes =
    ⚠️ <b>В то же время:</b>
    { $list }
copies-clash-line = Строка { $line }: { $over }, { $with }
copies-clash = { $over }, { $with }
copies-same-place = то же место
copies-same-speaker = спикер { $name }
copies-with-line = строка { $line }
copies-with-event = «{ $title }», { $when }
copies-publish-key = 📢 Опубликовать все ({ $n })
copies-publish-all-the-same-key = 📢 Всё равно опубликовать ({ $n })
copies-save-key = 💾 В черновики
copies-other-key = ✏️ Другая таблица
copies-published = ✅ Опубликовано: { $n }
copies-saved = ✅ Сохранено в черновиках: { $n }
copies-none = Ничего не создано. Начните, пожалуйста, снова с мероприятия.
copies-nothing = Таблицы для копий нет. Пришлите её ещё раз.
copies-not-a-time = «{ $text }» – это не дата и время
copies-past = это время уже прошло
copies-not-a-language = «{ $text }» – не язык: напишите kk, ru, en или kk+ru
copies-not-seats = «{ $text }» – не число мест
copies-not-a-text = текст слишком длинный или с невидимыми знаками
copies-too-many-cells = больше шести столбцов
copies-same-as = то же, что в строке { $line }
copies-too-many = больше { $most } строк
