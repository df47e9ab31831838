### Finding events: filters, lists, the month.

events-find =
    <b>Find an event</b>
    Choose when and where, or just type a word from the title, for example <i>lecture</i>.
events-today-key = Today
events-tomorrow-key = Tomorrow
events-week-key = 7 days
events-day-key = 🗓 Choose a day
events-district-key = District
events-level-key = Level
events-language-key = Language
events-all-key = Show all
events-clear-key = Clear the filters
events-change-key = Change the filters
events-other-key = Search another way
events-any-district-key = Any district
events-any-level-key = Any level
events-any-language-key = Any language
# $what (String) - the chosen filters
events-chosen = Chosen: { $what }
# $n (Number) - how many events
events-heading = <b>Upcoming events: { $n }</b>
# $n (Number) - how many seats
events-seats = Seats left: { $n }
events-open = Open entry
events-full = No seats, waiting list open
events-none = Nothing found with these filters. Try removing one of them:
events-none-at-all = There are no upcoming events yet. Please look in again later.
# $words (String) - what was searched
# $n (Number) - how many events
events-found = <b>Search “{ $words }”: { $n }</b>
# $words (String) - what was searched
events-found-none =
    Nothing found for “{ $words }”.
    Try another word or only its beginning, or choose by day and district.
# $n (Number) - how many events
events-month-count = Events this month: { $n }. The numbers are the days they are on.
events-month-none = There are no events this month. Look at another one.
events-districts = Which district?
events-levels = Which level?
events-spoken = In which language should the event be?
events-absent = There is no such event. Perhaps the link is out of date.
