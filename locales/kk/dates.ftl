### Күндер, уақыт және ұзақтық.

dates-month =
    { $n ->
        [1] қаңтар
        [2] ақпан
        [3] наурыз
        [4] сәуір
        [5] мамыр
        [6] маусым
        [7] шілде
        [8] тамыз
        [9] қыркүйек
        [10] қазан
        [11] қараша
       *[12] желтоқсан
    }
dates-month-alone =
    { $n ->
        [1] Қаңтар
        [2] Ақпан
        [3] Наурыз
        [4] Сәуір
        [5] Мамыр
        [6] Маусым
        [7] Шілде
        [8] Тамыз
        [9] Қыркүйек
        [10] Қазан
        [11] Қараша
       *[12] Желтоқсан
    }
dates-month-short =
    { $n ->
        [1] қаң
        [2] ақп
        [3] нау
        [4] сәу
        [5] мам
        [6] мау
        [7] шіл
        [8] там
        [9] қыр
        [10] қаз
        [11] қар
       *[12] жел
    }
dates-weekday =
    { $n ->
        [1] дүйсенбі
        [2] сейсенбі
        [3] сәрсенбі
        [4] бейсенбі
        [5] жұма
        [6] сенбі
       *[7] жексенбі
    }
dates-weekday-short =
    { $n ->
        [1] дс
        [2] сс
        [3] ср
        [4] бс
        [5] жм
        [6] сб
       *[7] жс
    }
dates-moment = { $day } { $month }, { $weekday }, { $time }
dates-moment-year = { $year } ж. { $day } { $month }, { $weekday }, { $time }
dates-day = { $day } { $month }, { $weekday }
dates-line = { $day } { $time }
dates-today-at = бүгін { $time }
dates-tomorrow-at = ертең { $time }
dates-until-time = { $time } дейін
dates-until-day = { $day } { $month }, { $time } дейін
dates-in-minutes =
    { $n ->
        [one] { $n } минуттан кейін
       *[other] { $n } минуттан кейін
    }
dates-in-hours =
    { $n ->
        [one] { $n } сағаттан кейін
       *[other] { $n } сағаттан кейін
    }
dates-in-days =
    { $n ->
        [one] { $n } күннен кейін
       *[other] { $n } күннен кейін
    }
dates-length-minutes = { $minutes } мин
dates-length-hours = { $hours } сағ
dates-length-both = { $hours } сағ { $minutes } мин
dates-month-title = { $month } { $year }
