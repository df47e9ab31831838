### What is sent unasked.

# $until (String) - end of the offer
notices-seat-offered =
    🔔 <b>A seat is free for you – confirm { $until }</b>
    After that it goes to the next in line.
notices-offer-lapsed = The time to confirm is over, and the seat is no longer held for you. If you still want to come, sign up again.
notices-tomorrow =
    🔔 <b>See you tomorrow!</b>
    Please tell us whether you are coming, so that no seat stays empty.
# $within (String) - in 2 hours
notices-soon = 🔔 <b>We start { $within }!</b>
notices-soon-hint = Have your ticket ready: it is scanned at the entrance.
notices-started = 🔔 <b>The event has begun!</b>
notices-changed =
    ⚠️ <b>The event has changed</b>
    Here are the new details. Your place is kept.
notices-point-changed = The point on the map has been put right.
notices-cancelled =
    ❌ <b>The event will not take place</b>
    We are sorry. Perhaps you'll like another one.
notices-removed =
    ❌ <b>Your registration has been cancelled by the organisers</b>
    Their words are below.
notices-absent =
    🌿 <b>It is a pity that we did not see you</b>
    Things come up. We would be glad to see you another time.
notices-closed =
    <b>Registration has closed, and you are still on the waiting list</b>
    If a seat is freed before the start, you will hear of it at once.
notices-no-seat =
    <b>The event has begun, and no seat was freed for you</b>
    We are sorry. Perhaps you'll like another one.
notices-near = These are near in time and place:
notices-coming-key = ✅ I'm coming
notices-not-coming-key = I can't come
# $id (String) - number of the update
notices-dead-letter = An update could not be processed and waits in the inbox: { $id }
