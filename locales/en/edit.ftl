### Writing an event: its overview and its parts.

edit-new = 📝 <b>New event</b>
edit-draft = 📝 <b>Draft</b>
edit-published = ✏️ <b>Changing a published event</b>
edit-published-hint = Citizens see changes once you save them. Whoever is registered hears of a new time or place.
edit-no-title = <i>No title yet</i>
edit-none = not said yet
# $when (String) - date and time
# $length (String) - how long
edit-start-line = 📅 { $when } ({ $length })
# $place (String) - name and address
edit-place-line = 📍 { $place }
# $room (String) - seats
edit-room-line = Seats: { $room }
# $level (String) - level and district
edit-level-line = 🏛 { $level }
# $languages (String) - a list
edit-spoken-line = Languages: { $languages }
# $name (String) - organisation
edit-organisation-line = Organiser: { $name }
# $names (String) - a list
edit-speakers-line = Speakers: { $names }
# $what (String) - what is asked
edit-sign-up-line = When registering: { $what }
# $window (String) - from when to when
edit-window-line = Registration: { $window }
edit-open-entry = open entry
edit-phone-yes = phone number required
edit-phone-no = phone number not required
# $n (Number) - people
edit-party =
    { $n ->
        [one] alone only
       *[other] up to { $n } people together
    }
edit-opens-now = open from publication
# $when (String) - date and time
edit-opens = opens { $when }
edit-closes-start = closes with the start
# $when (String) - date and time
edit-closes = closes { $when }

edit-start-key = 📅 Date and time
edit-length-key = ⏱ Length
edit-place-key = 📍 Place
edit-room-key = 💺 Seats
edit-level-key = 🏛 Level and district
edit-spoken-key = 💬 Languages
edit-organisation-key = 🏢 Organiser
edit-speakers-key = 🎤 Speakers
edit-sign-up-key = ☎️ Phone and party
edit-window-key = 🕒 Registration
edit-photo-key = 🖼 Picture
edit-preview-key = 👁 Preview
edit-save-key = 💾 Keep as draft
edit-publish-key = 📢 Publish
edit-save-changes-key = 💾 Save the changes
edit-open-key = ‹ To the event
edit-next-key = Continue ›

# $language (String) - its own name
edit-text =
    <b>{ $language }</b>
    Send the title in the first line and the description below it.
edit-clear-key = 🗑 Remove this text
edit-start =
    <b>When does it start?</b>
    Write it as you would say it: <code>5 September 18:30</code>, <code>tomorrow 19:00</code>, <code>05.09 18:30</code>.
edit-length =
    <b>How long does it last?</b>
    Choose, or write it: <code>1 hour 15 min</code>.
edit-place =
    <b>Where is it?</b>
    Send the name of the place in the first line and the address in the second. Share a location from the map as well, and people will get a pin.
edit-room =
    <b>How many seats are there?</b>
    Write a number. With open entry nobody is turned away.
edit-open-entry-key = Open entry
edit-level = <b>On which level is it held?</b>
edit-district = <b>In which district?</b>
edit-district-key = District…
edit-no-district-key = The whole city
edit-spoken =
    <b>Which languages are spoken there?</b>
    Choose one or more.
edit-organisation =
    <b>Who holds it?</b>
    Choose the organisation or write its name.
edit-sign-up =
    <b>What does registering ask, and how many may come together?</b>
    The number is the largest party, the person included.
edit-phone-on-key = Require a phone number
edit-phone-off-key = Don't require a phone number
edit-window =
    <b>When can people register?</b>
    Choose when it closes. To open it later than with publication, write date and time.
edit-closes-start-key = Closes with the start
# $length (String) - how long
edit-closes-before-key = { $length } before
edit-opens-now-key = Opens with publication
edit-speakers =
    <b>Who speaks?</b>
    Write the names, one a line.
edit-no-speakers-key = 🗑 No speakers
edit-photo =
    <b>Picture</b>
    Send a photo: people open it from the event's card.
edit-photo-there = The picture is there. Send another one to replace it.
edit-no-photo-key = 🗑 Remove the picture
# $value (String) - as it is
edit-now = Now: { $value }

# $when (String) - date and time
edit-read = 📅 I read that as <b>{ $when }</b>.
edit-missing = This is still missing:
edit-gone = That is no longer there. Please choose again.
edit-only-text = Please write it as a text.
edit-not-a-photo = That is not a photo. Please send it as a picture, not as a file.
edit-choose-first = Please choose with a button.
edit-name-the-place = 🗺 The pin is set. Now write the name of the place and its address.
edit-saved = ✅ Saved.
# $taken (String) - seats
edit-capacity-below = ❗️ { $taken } seats are taken already, so there can't be fewer. Enter that many or more, or remove people from the list first.
edit-elsewhere = ❗️ You don't work on events of this level, district or organisation. Choose the ones you work for, or ask an admin.
edit-past = ❗️ That time has passed. Write a later one.
edit-over = ❗️ The event has begun, is over or cancelled: nothing is changed any more. You can make a copy of it.
edit-empty = ❗️ There is nothing to read in it. Please write it once more.
# $n (Number) - characters
edit-too-long = ❗️ That is too long: at most { $n } characters.
edit-control = ❗️ There are invisible characters in it. Please type the text anew.
edit-not-a-time = ❗️ I can't read that as date and time. Write it like <code>5 September 18:30</code>.
# $longest (String) - length
edit-not-a-length = ❗️ I can't read that as a length. Write it like <code>90 min</code>, at most { $longest }.
edit-not-seats = ❗️ Please write a number of seats from 1 to 100,000.
edit-not-a-window = ❗️ Registration must open before it closes, and close by the start.
# $n (Number) - names
edit-too-many-speakers = ❗️ That are too many: at most { $n } names.
edit-leave =
    <b>Discard what you have written?</b>
    A kept event stays as it was.
edit-leave-sure-key = 🗑 Discard it
edit-busy =
    <b>You are writing an event.</b>
    Finish it first, or discard it.
# $language (String) - its own name
edit-preview-mark = 👁 <b>Preview, { $language }.</b> This is how people will see it:
