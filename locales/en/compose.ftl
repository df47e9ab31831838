### Writing a message to many: its overview and its parts.

compose-overview = ✉️ <b>Message to people</b>
# $audience (String) - whom it means
compose-audience-line = <b>To:</b> { $audience }
# $n (Number) - people, for the plural
# $people (String) - the same as it is shown
compose-people =
    { $n ->
        [one] { $people } person
       *[other] { $people } people
    }
# $missed (String) - numbers of people
compose-not-reached = Not reached: { $missed }
# $people (String) - how many
compose-unreachable = { $people } unreachable
# $people (String) - how many
compose-muted = { $people } unsubscribed
# $language (String) - its own name
compose-text-none = { $language }: no text yet
# $language (String) - its own name
# $other (String) - its own name
compose-text-other = { $language }: gets the text in { $other }
compose-photo = 🖼
compose-document = 📎
# $link (String) - what it is
compose-link-line = <b>Button:</b> { $link }
compose-link-none = none
# $title (String) - of the event
compose-link-event = card of { $title }
# $when (String) - date and time
compose-timing-line = <b>When:</b> { $when }
compose-now = at once
# $offset (String) - before or after
# $when (String) - date and time
compose-relative = { $offset }: { $when }
compose-event-gone = the event is no longer there
compose-approval = 🔒 There may be people of other events among them, so an admin has to approve it first.
compose-audience-key = 👥 To whom
compose-link-key = 🔘 Button
compose-timing-key = 🕒 When
compose-preview-key = 👁 Preview
compose-test-key = 🧪 Send to me
compose-send-key = 📨 Send…
compose-open-key = ‹ To the message
compose-list-key = 📣 Sent and scheduled

compose-audience =
    <b>To whom?</b>
    People of the events that match everything chosen here:
compose-audience-hint = To add a single event, open its card and press “✉️ Write to its people”.
compose-facet-whom = Who
compose-facet-level = Level
compose-facet-district = District
compose-facet-organisation = Organisation
compose-facet-month = Month
compose-facet-spoken = Language
# $facet (String) - what is chosen
compose-choice = <b>{ $facet }</b>
compose-any-key = Any
compose-since-key = New since my last message
# $when (String) - date and time
compose-since = signed up after { $when }
compose-whom-registered = registered
compose-whom-seated = with a seat
compose-whom-waiting = on the waiting list
compose-whom-came = came
compose-whom-absent = did not come
compose-whom-cancelled = cancelled
compose-whom-never = never registered
compose-whom-everybody = everybody in the bot

# $language (String) - its own name
compose-text =
    <b>{ $language }</b>
    Send the message just as it should look: a text with formatting, or a picture or a file with a caption.
# $name (String) - placeholder
compose-places = { $name } becomes each person's name.
# $name (String) - placeholder
# $event (String) - placeholder
# $date (String) - placeholder
compose-places-event = { $name } becomes each person's name, { $event } the title of the event, { $date } its date and time.
compose-clear-key = 🗑 Remove this text

compose-link =
    <b>A button under the message</b>
    Send an address, such as <code>https://example.kz</code>, or choose:
compose-no-link-key = No button

# $example (String) - day and month
compose-timing =
    <b>When shall it go?</b>
    Write date and time, such as <code>{ $example } 18:30</code>, or choose:
compose-now-key = At once
# $n (Number) - days
compose-days =
    { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
# $span (String) - a length
compose-before-start = { $span } before the start
# $span (String) - a length
compose-after-start = { $span } after the start
# $span (String) - a length
compose-before-end = { $span } before the end
# $span (String) - a length
compose-after-end = { $span } after the end
compose-at-start = at the start
compose-at-end = at the end

# $n (Number) - people, for the plural
# $people (String) - the same as it is shown
compose-send =
    { $n ->
        [one] <b>Send to { $people } person?</b>
       *[other] <b>Send to { $people } people?</b>
    }
# $when (String) - date and time
compose-begins = Begins: { $when }
# $length (String) - how long it takes
# $end (String) - when it is through
compose-takes = Takes { $length }, through by { $end }
# $length (String) - how long
compose-about = about { $length }
compose-moment = less than a minute
# $people (String) - how many
compose-confirm-key = 📨 Send to { $people }
# $stars (String) - how many at most
compose-fast-key = ⚡ Fast, up to { $stars } ⭐
# $n (Number) - people, for the plural
# $people (String) - the same as it is shown
# $stars (String) - how many at most
compose-fast =
    { $n ->
        [one] <b>Send fast to { $people } person for up to { $stars } ⭐?</b>
       *[other] <b>Send fast to { $people } people for up to { $stars } ⭐?</b>
    }
    Telegram takes the Stars from the bot's balance, for delivered messages only.
# $stars (String) - how many at most
compose-fast-sure-key = ⚡ Yes, up to { $stars } ⭐

# $language (String) - its own name
compose-test-mark = 🧪 <b>Test, { $language }.</b> Only you see this:
compose-leave =
    <b>Discard the message?</b>
    Its texts will be lost.
compose-leave-sure-key = 🗑 Discard it
compose-busy =
    <b>You are writing a message.</b>
    Finish it first, or discard it.
compose-card-key = ✉️ Write to its people
compose-home-key = ✉️ Write to people

# $language (String) - its own name
# $fault (String) - what is wrong
compose-fault = <b>{ $language }:</b> { $fault }
compose-fault-empty = the message says nothing.
# $length (String) - characters
# $limit (String) - characters
compose-fault-long = too long, { $length } characters with room for names and dates. Telegram takes { $limit }: shorten it.
# $word (String) - as written
# $known (String) - the valid ones
compose-fault-unknown = there is no { $word }. You can use: { $known }.
compose-fault-split = formatting begins or ends inside the braces. Format the whole placeholder, braces included.
# $word (String) - as written
compose-fault-no-event = { $word } works only when the message goes to the people of one event. Choose one event, or take { $word } out.
compose-album = Only one picture or file fits in a message: the first one was taken.
compose-not-sendable = This can't be sent to many. Send a text, a picture or a file.
compose-not-an-address = This is not an address. It looks like this: <code>https://example.kz</code>
compose-not-a-time = I can't read a date and time in this. Write it like this: <code>5.12 18:30</code> or <code>tomorrow 18:30</code>
compose-past = That time is over. Choose a later one.
compose-gone = This is no longer there. Choose again.
# $n (Number) - events
compose-too-many-events = One message lists at most { $n } events. Use district, level or month for more.
compose-nobody = There is nobody to send it to. Change the audience.
compose-nothing-written = There is no text yet. Choose a language and send the message.
compose-choose-first = Choose first what this is: press a language to write its text.

# $n (String) - how many
compose-correction =
    <b>Correct the message</b>
    People who have it: { $n }. Write the texts anew: the pictures and files stay.
# $n (String) - how many
compose-correct-key = ✏️ Correct for { $n }
# $n (String) - how many
compose-correct =
    <b>Correct the message? People who have it: { $n }</b>
    It changes in their chats; they are not notified.
compose-correct-sure-key = ✏️ Yes, correct it
compose-words-only = Only the words can be corrected: the picture or file stays as it was.
