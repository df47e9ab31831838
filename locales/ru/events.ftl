### Поиск мероприятий: фильтры, списки, месяц.

events-find =
    <b>Поиск мероприятий</b>
    Выберите, когда и где, или просто напишите слово из названия, например <i>лекция</i>.
events-today-key = Сегодня
events-tomorrow-key = Завтра
events-week-key = 7 дней
events-day-key = 🗓 Выбрать день
events-district-key = Район
events-level-key = Уровень
events-language-key = Язык
events-all-key = Показать все
events-clear-key = Сбросить фильтры
events-change-key = Изменить фильтры
events-other-key = Искать иначе
events-any-district-key = Любой район
events-any-level-key = Любой уровень
events-any-language-key = Любой язык
events-chosen = Выбрано: { $what }
events-heading = <b>Ближайшие мероприятия: { $n }</b>
events-seats = Свободных мест: { $n }
events-open = Вход свободный
events-full = Мест нет, есть лист ожидания
events-none = С такими фильтрами ничего не нашлось. Попробуйте убрать один из них:
events-none-at-all = Ближайших мероприятий пока нет. Загляните позже.
events-found = <b>Поиск «{ $words }»: { $n }</b>
events-found-none =
    По запросу «{ $words }» ничего не нашлось.
    Попробуйте другое слово или только его начало, либо выберите по дню и району.
events-month-count = Мероприятий в этом месяце: { $n }. Числа – дни, когда они проходят.
events-month-none = В этом месяце мероприятий нет. Посмотрите другой.
events-districts = Какой район?
events-levels = Какой уровень?
events-spoken = На каком языке должно быть мероприятие?
events-absent = Такого мероприятия нет. Возможно, ссылка устарела.
