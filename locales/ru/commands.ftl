### Меню команд. Простой текст.

commands-start = Начать
commands-events = Найти мероприятие
commands-my = Мои мероприятия и билеты
commands-language = Сменить язык
commands-privacy = Мои данные
commands-help = Как это работает
commands-cancel = Остановить начатое
commands-desk = Отметить приход
commands-new = Создать мероприятие
commands-broadcast = Написать людям
commands-staff = Организаторы и приглашения
