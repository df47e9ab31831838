### The desk and the door of an event, for those who check people in.

attendance-desk = <b>Check people in</b>
attendance-desk-none = There are no events coming up.
# $arrived (Number) - people
# $expected (Number) - people
attendance-counts = Arrived: { $arrived } of { $expected }
# $registrations (Number) - how many registrations
attendance-registrations = Registrations: { $registrations }
attendance-door = Scan tickets with the phone's camera, or type the short code or a name here.
attendance-last = Last arrivals:
attendance-refresh-key = ⟳ Refresh
attendance-door-key = ‹ To the door
attendance-undo-key = ↩️ Undo
# $came (Number) - people
# $party (Number) - people
attendance-came = { $came } of { $party }
# $n (Number) - people
attendance-all-key =
    { $n ->
        [one] { $n } person
       *[other] All { $n }
    }
attendance-arrived = ✅ <b>Welcome!</b>
# $time (String) - HH:MM
attendance-already = ⚠️ <b>Already checked in at { $time }</b>
# $title (String) - of the other event
# $when (String) - date and time
attendance-other = ⛔ <b>This ticket is for another event:</b> { $title }, { $when }
attendance-other-unnamed = ⛔ <b>This ticket is for another event.</b>
attendance-not-confirmed = ⛔ <b>The seat is not confirmed:</b> this person is on the waiting list.
attendance-cancelled = ⛔ <b>This registration was cancelled.</b>
attendance-event-cancelled = ⛔ <b>The event is cancelled.</b>
attendance-unknown = ⛔ <b>There is no such ticket, code or name.</b> Check it and try again.
attendance-nameless = (name deleted)
attendance-guests = Choose the person:
attendance-guests-none = Nobody of that name is registered here. Try only a part of the name or the code from the ticket.
attendance-undone = The check-in is undone.
attendance-refusal = This is the link of a ticket. The event's staff scan it at the entrance. You'll find your own tickets here: /my
# $when (String) - date and time
attendance-not-yet = You check people in here from { $when } on.
# $n (String) - people
attendance-walk-ins = Walk-ins: { $n }
# $n (String) - people
attendance-counted = Head-count: { $n }
# $n (String) - people
attendance-present = <b>In all: { $n }</b>
attendance-late = ⏰ After the end.
attendance-walk-in-key = +1 walk-in
attendance-walk-in-undo-key = ↩️ Undo +1
attendance-count-key = 👥 Count heads
attendance-code-key = 🔳 Door code
