### Записи человека: запись, отмена, подтверждение, число людей.

registrations-joined = ✅ <b>Вы записаны!</b> Билет – в следующем сообщении.
registrations-waiting =
    ⏳ <b>Вы в листе ожидания, номер { $place }</b>
    Мест не хватило. Как только место освободится, я напишу.
registrations-already = Вы уже записаны на это мероприятие, запись в силе:
registrations-mine = <b>Мои ближайшие мероприятия</b>
registrations-mine-past = <b>Мои прошедшие мероприятия</b>
registrations-mine-none = Пока вы никуда не записаны. Найдём что-нибудь?
registrations-mine-past-none = Прошедших мероприятий здесь пока нет.
registrations-past-key = Прошедшие
registrations-coming-key = Ближайшие
registrations-line-seated = ✅ вы записаны
registrations-line-waiting = ⏳ лист ожидания, номер { $place }
registrations-line-offered = 🔔 место освободилось, подтвердите { $until }
registrations-line-cancelled = ❌ отменено
registrations-leave =
    <b>Отменить запись?</b>
    Ваше место сразу освободится для других.
registrations-leave-line =
    <b>Выйти из листа ожидания?</b>
    Место в очереди не сохранится.
registrations-leave-key = Да, отменить
registrations-leave-line-key = Да, выйти
registrations-stay-key = Нет, оставить
registrations-left = Запись отменена. Спасибо, что предупредили!
registrations-left-nothing = Эта запись уже была отменена.
registrations-left-started = Мероприятие уже началось, поэтому запись остаётся как есть.
registrations-accepted = ✅ <b>Место ваше!</b> Билет – в следующем сообщении.
registrations-accepted-already = Место уже за вами.
registrations-lapsed = Время на подтверждение вышло, и место за вами больше не держим. Можно записаться снова.
registrations-absent = Такой записи больше нет.
registrations-confirmed = Отлично, ждём вас!
registrations-confirmed-not-seated = За этой записью больше нет места. Посмотрите: /my
registrations-confirmed-cancelled = Мероприятие отменено.
registrations-confirmed-started = Мероприятие уже началось.
registrations-parties =
    <b>Сколько вас будет?</b>
    Считайте и себя.
registrations-resized =
    { $n ->
        [one] Готово: теперь запись на { $n } человека.
        [few] Готово: теперь запись на { $n } человек.
        [many] Готово: теперь запись на { $n } человек.
       *[other] Готово: теперь запись на { $n } человека.
    }
registrations-too-many =
    { $n ->
        [one] Свободных мест не хватает: есть место для { $n } человека. Ничего не изменилось.
        [few] Свободных мест не хватает: есть места для { $n } человек. Ничего не изменилось.
        [many] Свободных мест не хватает: есть места для { $n } человек. Ничего не изменилось.
       *[other] Свободных мест не хватает: есть места для { $n } человека. Ничего не изменилось.
    }
registrations-shut-offer = Сначала подтвердите предложенное место, потом можно будет изменить.
