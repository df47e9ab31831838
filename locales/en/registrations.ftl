### A person's registrations: signing up, leaving, accepting, changing the party.

registrations-joined = ✅ <b>You are registered!</b> Your ticket is in the next message.
# $place (Number) - from 1
registrations-waiting =
    ⏳ <b>You are on the waiting list, place { $place }</b>
    There were not enough seats. As soon as one is free, I'll write to you.
registrations-already = You have already signed up for this event:
registrations-mine = <b>My upcoming events</b>
registrations-mine-past = <b>My past events</b>
registrations-mine-none = You have no upcoming events yet. Shall we find one?
registrations-mine-past-none = There are no past events here yet.
registrations-past-key = Past events
registrations-coming-key = Upcoming events
registrations-line-seated = ✅ registered
# $place (Number) - from 1
registrations-line-waiting = ⏳ waiting list, place { $place }
# $until (String) - end of the offer
registrations-line-offered = 🔔 a seat is free, confirm { $until }
registrations-line-cancelled = ❌ cancelled
registrations-leave =
    <b>Cancel your registration?</b>
    Your seat becomes free for others straight away.
registrations-leave-line =
    <b>Leave the waiting list?</b>
    Your place in line will be lost.
registrations-leave-key = Yes, cancel
registrations-leave-line-key = Yes, leave
registrations-stay-key = No, keep it
registrations-left = Your registration is cancelled. Thank you for letting us know!
registrations-left-nothing = This registration was cancelled before.
registrations-left-started = The event has already begun, so the registration stays as it is.
registrations-accepted = ✅ <b>The seat is yours!</b> Your ticket is in the next message.
registrations-accepted-already = The seat is yours already.
registrations-lapsed = The time to confirm is over, and the seat is no longer held for you. You can sign up again.
registrations-absent = This registration is not there any more.
registrations-confirmed = Great, see you there!
registrations-confirmed-not-seated = This registration no longer holds a seat. See /my
registrations-confirmed-cancelled = The event will not take place.
registrations-confirmed-started = The event has already begun.
registrations-parties =
    <b>How many of you will come?</b>
    Count yourself as well.
# $n (Number) - the person included
registrations-resized =
    { $n ->
        [one] Done: your registration is now for { $n } person.
       *[other] Done: your registration is now for { $n } people.
    }
# $n (Number) - largest party that fits
registrations-too-many =
    { $n ->
        [one] There are not enough free seats: there is room for { $n } person. Nothing has changed.
       *[other] There are not enough free seats: there is room for { $n } people. Nothing has changed.
    }
registrations-shut-offer = First confirm the seat that is offered to you, then you can change this.
