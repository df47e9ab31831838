### Вход на мероприятие: для тех, кто отмечает приход.

attendance-desk = <b>Отметить приход</b>
attendance-desk-none = Мероприятий в ближайшее время нет.
attendance-counts = Пришли: { $arrived } из { $expected }
attendance-registrations = Записей: { $registrations }
attendance-door = Сканируйте билеты камерой телефона либо напишите сюда короткий код или имя.
attendance-last = Последние:
attendance-refresh-key = ⟳ Обновить
attendance-door-key = ‹ Ко входу
attendance-undo-key = ↩️ Снять отметку
attendance-came = { $came } из { $party }
attendance-all-key =
    { $n ->
        [one] { $n } человек
        [few] Все { $n }
        [many] Все { $n }
       *[other] Все { $n }
    }
attendance-arrived = ✅ <b>Добро пожаловать!</b>
attendance-already = ⚠️ <b>Приход уже отмечен в { $time }</b>
attendance-other = ⛔ <b>Это билет на другое мероприятие:</b> { $title }, { $when }
attendance-other-unnamed = ⛔ <b>Это билет на другое мероприятие.</b>
attendance-not-confirmed = ⛔ <b>Место не подтверждено:</b> этот человек в листе ожидания.
attendance-cancelled = ⛔ <b>Эта запись отменена.</b>
attendance-event-cancelled = ⛔ <b>Мероприятие отменено.</b>
attendance-unknown = ⛔ <b>Такого билета, кода или имени нет.</b> Проверьте и попробуйте ещё раз.
attendance-nameless = (имя удалено)
attendance-guests = Выберите человека:
attendance-guests-none = С таким именем никто не записан. Попробуйте только часть имени или код с билета.
attendance-undone = Отметка о приходе снята.
attendance-refusal = Это ссылка с билета. Её сканируют на входе сотрудники мероприятия. Ваши билеты здесь: /my
attendance-not-yet = Здесь вы отмечаете гостей начиная с этого времени: { $when }.
attendance-walk-ins = Без записи: { $n }
attendance-counted = В зале по счёту: { $n }
attendance-present = <b>Всего: { $n }</b>
attendance-late = ⏰ Приход после окончания.
attendance-walk-in-key = +1 без записи
attendance-walk-in-undo-key = ↩️ Снять +1
attendance-count-key = 👥 Посчитать зал
attendance-code-key = 🔳 Код входа
