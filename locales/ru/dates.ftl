### Даты, время и длительность.

dates-month =
    { $n ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    }
dates-month-alone =
    { $n ->
        [1] Январь
        [2] Февраль
        [3] Март
        [4] Апрель
        [5] Май
        [6] Июнь
        [7] Июль
        [8] Август
        [9] Сентябрь
        [10] Октябрь
        [11] Ноябрь
       *[12] Декабрь
    }
dates-month-short =
    { $n ->
        [1] янв
        [2] фев
        [3] мар
        [4] апр
        [5] мая
        [6] июн
        [7] июл
        [8] авг
        [9] сен
        [10] окт
        [11] ноя
       *[12] дек
    }
dates-weekday =
    { $n ->
        [1] понедельник
        [2] вторник
        [3] среда
        [4] четверг
        [5] пятница
        [6] суббота
       *[7] воскресенье
    }
dates-weekday-short =
    { $n ->
        [1] пн
        [2] вт
        [3] ср
        [4] чт
        [5] пт
        [6] сб
       *[7] вс
    }
dates-moment = { $weekday }, { $day } { $month }, { $time }
dates-moment-year = { $weekday }, { $day } { $month } { $year } г., { $time }
dates-day = { $day } { $month }, { $weekday }
dates-line = { $day } { $time }
dates-today-at = сегодня в { $time }
dates-tomorrow-at = завтра в { $time }
dates-until-time = до { $time }
dates-until-day = до { $day } { $month }, { $time }
dates-in-minutes =
    { $n ->
        [one] через { $n } минуту
        [few] через { $n } минуты
        [many] через { $n } минут
       *[other] через { $n } минуты
    }
dates-in-hours =
    { $n ->
        [one] через { $n } час
        [few] через { $n } часа
        [many] через { $n } часов
       *[other] через { $n } часа
    }
dates-in-days =
    { $n ->
        [one] через { $n } день
        [few] через { $n } дня
        [many] через { $n } дней
       *[other] через { $n } дня
    }
dates-length-minutes = { $minutes } мин
dates-length-hours = { $hours } ч
dates-length-both = { $hours } ч { $minutes } мин
dates-month-title = { $month } { $year }
