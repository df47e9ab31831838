### The people of an event, for those who work on it.

guests-key = 👥 People
# $title (String) - of the event
guests-heading = 👥 { $title }
# $taken (String) - people
# $capacity (String) - seats
guests-seats = Seats taken: { $taken } of { $capacity }
# $taken (String) - people
guests-open = Signed up: { $taken }
guests-hint = Looking for somebody? Write a part of their name, or their code.
guests-none = There is nobody here.
guests-nobody = Nobody of that name or code is on the list. Try only a part of the name.
# $shown (String) - how many are shown
# $total (String) - how many there are
guests-more = Shown: { $shown } of { $total }. Write more of the name.
# $n (String) - registrations
guests-everybody-key = Everybody: { $n }
# $n (String) - registrations
guests-seated-key = With a seat: { $n }
# $n (String) - registrations
guests-waiting-key = In line: { $n }
# $n (String) - registrations
guests-coming-key = “I'm coming”: { $n }
# $n (String) - registrations
guests-came-key = Came: { $n }
# $n (String) - registrations
guests-absent-key = Did not come: { $n }
guests-add-key = ➕ Add by hand
guests-xlsx-key = ⬇️ Excel
guests-csv-key = ⬇️ CSV
guests-list-key = ‹ To the list
guests-line-seated = has a seat
guests-line-coming = 👍 is coming
# $place (Number) - from 1
guests-line-waiting = ⏳ in line, place { $place }
# $until (String) - end of the offer
guests-line-offered = 🔔 offered a seat, to confirm { $until }
# $time (String) - HH:MM
guests-line-came = ✅ came at { $time }
guests-line-cancelled = ❌ cancelled
# $when (String) - date and time
guests-confirmed = Said “I'm coming”: { $when }
# $when (String) - date and time
guests-since = Signed up: { $when }
guests-by_hand = Signed up by hand: messages do not reach them.
guests-phone-key = 📞 Show phone
guests-phone-noted = It is on record that you have looked at it.
guests-phone-none = They have not given a phone.
guests-move_up-key = ⬆️ Seat now
guests-remove-key = Remove from the list…
guests-moved_up = ✅ <b>They have a seat.</b>
guests-told = They are told.
guests-tell_them = Messages do not reach them: please tell them yourself.
# $free (String) - seats
guests-full = There are not enough free seats: { $free }. Nothing has changed. Add seats to the event first.
guests-shut = The event is over or cancelled. Nothing has changed.
guests-not-in-line = They are not in line any more.
# $name (String) - of the person
guests-why =
    <b>Why are you removing { $name }?</b>
    Write it in one message.
guests-why-read = They will read it as you wrote it.
# $name (String) - of the person
guests-sure = <b>Remove { $name }? They will get this:</b>
guests-again = Other words? Just write them again.
guests-remove_sure-key = ❌ Yes, remove
# $name (String) - of the person
guests-removed = { $name } is off the list, and the seats go to those who wait.
guests-removed-before = They were off the list before.
guests-removed-late = The event has already begun, so the list stays as it is.
# $n (String) - registrations
guests-file = Registrations in the file: { $n }
guests-file-phones = Phones are in it: keep it to yourself, and delete it when you need it no longer. That you have it is on record.
guests-file-no_phones = There are no phones in it. That you have it is on record.
guests-column-number = No.
guests-column-name = Name
guests-column-people = People
guests-column-standing = Standing
guests-column-place = Place in line
guests-column-since = Signed up
guests-column-confirmed = Said “I'm coming”
guests-column-came = People who came
guests-column-came_at = Came at
guests-column-phone = Phone
guests-seated = seat
guests-waiting = in line
guests-offered = offered
guests-cancelled = cancelled
# $when (String) - date and time
# $by (String) - who
guests-origin = Exported { $when }: { $by }
