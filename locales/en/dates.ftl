### Dates, times and spans.

dates-month =
    { $n ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
dates-month-alone =
    { $n ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
dates-month-short =
    { $n ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    }
dates-weekday =
    { $n ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
dates-weekday-short =
    { $n ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    }
# $weekday (String) - full name
# $day (Number) - of the month
# $month (String) - full name
# $time (String) - HH:MM
dates-moment = { $weekday }, { $day } { $month }, { $time }
# $weekday (String) - full name
# $day (Number) - of the month
# $month (String) - full name
# $year (Number) - four digits
# $time (String) - HH:MM
dates-moment-year = { $weekday }, { $day } { $month } { $year }, { $time }
# $weekday (String) - short name
# $day (Number) - of the month
# $month (String) - short name
dates-day = { $weekday } { $day } { $month }
# $day (String) - short day
# $time (String) - HH:MM
dates-line = { $day }, { $time }
# $time (String) - HH:MM
dates-today-at = today, { $time }
# $time (String) - HH:MM
dates-tomorrow-at = tomorrow, { $time }
# $time (String) - HH:MM
dates-until-time = by { $time }
# $time (String) - HH:MM
# $day (Number) - of the month
# $month (String) - full name
dates-until-day = by { $time } on { $day } { $month }
dates-in-minutes =
    { $n ->
        [one] in { $n } minute
       *[other] in { $n } minutes
    }
dates-in-hours =
    { $n ->
        [one] in { $n } hour
       *[other] in { $n } hours
    }
dates-in-days =
    { $n ->
        [one] in { $n } day
       *[other] in { $n } days
    }
# $minutes (Number) - 1 to 59
dates-length-minutes = { $minutes } min
# $hours (Number) - 1 or more
dates-length-hours = { $hours } h
# $hours (Number) - 1 or more
# $minutes (Number) - 1 to 59
dates-length-both = { $hours } h { $minutes } min
# $month (String) - standing alone
# $year (Number) - four digits
dates-month-title = { $month } { $year }
