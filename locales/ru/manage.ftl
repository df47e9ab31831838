### Что могут делать с мероприятием те, кто его ведёт.

manage-key = ⚙️ Управление
manage-draft = 📝 <b>Черновик</b>: его видят только те, кто его ведёт.
manage-published = 🟢 <b>Опубликовано</b>
manage-over = 🏁 <b>Прошло, отчёта ещё нет</b>
manage-finished = 🏁 <b>Прошло, отчёт подтверждён</b>
manage-cancelled = ❌ <b>Отменено</b>
manage-taken = Занято мест: { $taken } из { $capacity }
manage-taken-open = Записано: { $taken }
manage-waiting = ждут: { $waiting }
manage-door-key = 🚪 Вход
manage-edit-key = ✏️ Изменить
manage-copy-key = 🗐 Копии
manage-publish-key = 📢 Опубликовать
manage-archive-key = 🗄 В архив
manage-unarchive-key = 🗄 Из архива
