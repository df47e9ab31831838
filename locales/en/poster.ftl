### The poster: a sheet to print and hang up.

poster-key = 🖨 Print a poster
poster-heading = 🖨 <b>Poster of the event</b>
poster-ask = In which language? You will get a file with a picture for a sheet of A4: print it and hang it where people will see it. Whoever points a phone at the code can sign up at once.
poster-caption = The poster fits a sheet of A4: print it at “actual size”.
# $day (Number) - of the month
# $month (String) - full name
poster-day = { $day } { $month }
# $weekday (String) - full name
# $time (String) - HH:MM
poster-time = { $weekday }, { $time }
poster-scan = Scan with your phone to sign up
poster-find = or find us in Telegram:
