### The card of an event, its place, link and calendar file.

# $when (String) - date and time
# $length (String) - how long it lasts
event_card-when = 📅 { $when } ({ $length })
# $when (String) - date and time
event_card-at = 📅 { $when }
# $place (String) - name and address of the place
event_card-where = 📍 { $place }
# $languages (String) - a list
event_card-languages = Language: { $languages }
# $name (String) - of the organisation
event_card-organiser = Organiser: { $name }
# $names (String) - a list
event_card-speakers = Speakers: { $names }
event_card-photo-key = 🖼 Picture
event_card-open = Entry is open to everyone. Sign up and I'll remind you.
event_card-full = No seats left, but you can join the waiting list.
# $n (Number) - how many people wait
event_card-queue = People waiting: { $n }
# $people (String) - how many people
event_card-seated = ✅ <b>You are registered</b> ({ $people })
# $place (Number) - from 1
# $people (String) - how many people
event_card-waiting = ⏳ <b>You are on the waiting list, place { $place }</b> ({ $people })
# $until (String) - end of the offer
event_card-offered = 🔔 <b>A seat is free – confirm { $until }</b>
# $when (String) - date and time
event_card-not-yet = Registration opens: { $when }
event_card-closed = Registration is closed.
event_card-started = The event has already begun.
event_card-ended = The event is over.
event_card-cancelled = ❌ <b>The event will not take place.</b>
event_card-sign-up-key = Sign up
event_card-wait-key = Join the waiting list
event_card-ticket-key = 🎫 My ticket
event_card-parties-key = Change party size
event_card-leave-key = Cancel my registration
event_card-leave-line-key = Leave the waiting list
event_card-accept-key = ✅ Take the seat
event_card-decline-key = Give up the seat
event_card-calendar-key = Add to calendar
event_card-calendar-cancelled-key = Mark in my calendar
event_card-place-key = 📍 On the map
event_card-share-key = Share
event_card-event-key = About the event
event_card-share-link-key = Share in Telegram
event_card-calendar = Open the file, and the event will be in your calendar.
event_card-calendar-cancelled = Open the file, and the event will be marked as cancelled in your calendar.
# $organisations (String) - names
event_card-hosts = 🤝 Together with: { $organisations }
