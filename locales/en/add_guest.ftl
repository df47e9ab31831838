### The questions by which somebody without Telegram is signed up.

add_guest-name =
    <b>Whom shall I sign up?</b>
    Write the first and last name of somebody who has no Telegram: that is how they will be greeted at the entrance.
add_guest-phone =
    <b>Their phone number</b>
    Messages do not reach them, so you will have to call. You can skip this.
add_guest-party =
    <b>How many people will come?</b>
    Count them as well.
add_guest-agreed = <b>Has this person agreed</b> that their name and phone are kept to register them and to count attendance, until 90 days after the event?
add_guest-agreed-key = ✅ Yes, sign them up
# $who (String) - name and number of people
add_guest-seated = ✅ { $who }: on the list, with a seat.
add_guest-code = At the entrance this code or the name is enough.
# $who (String) - name and number of people
# $place (Number) - from 1
add_guest-waiting = ⏳ { $who }: there are not enough seats, place { $place } on the waiting list. As soon as seats are free, they get them without being asked.
add_guest-card-key = To the card
add_guest-again-key = ➕ One more
