### Copies of an event by a table.

# $most (Number) - lines
copies-ask =
    <b>Copy the event</b>
    Send a line for each copy, at most { $most }:
    <code>date; time; place; speaker; language; seats</code>
    What you leave empty stays as in this event. For example:
    <code>12.12; 18:30
    13.12; 11:00; City library; ; kk+ru; 120</code>
copies-week-key = Again a week later
# $n (Number) - lines
copies-faults =
    { $n ->
        [one] ❗️ <b>One line can't be read.</b> Nothing has been created.
       *[other] ❗️ <b>{ $n } lines can't be read.</b> Nothing has been created.
    }
# $line (Number) - which line
# $fault (String) - what is wrong
copies-fault-line = Line { $line }: { $fault }
copies-again = Correct them and send the whole table once more.
# $n (Number) - copies
copies-preview =
    { $n ->
        [one] <b>One copy:</b>
       *[other] <b>{ $n } copies:</b>
    }
# $n (Number) - copies
copies-more = … and { $n } more
# $list (String) - clashes
copies-clashes =
    ⚠️ <b>At the same time:</b>
    { $list }
# $line (Number) - which line
# $over (String) - place or speaker
# $with (String) - the other event
copies-clash-line = Line { $line }: { $over }, { $with }
# $over (String) - place or speaker
# $with (String) - the other event
copies-clash = { $over }, { $with }
copies-same-place = the same place
# $name (String) - of the speaker
copies-same-speaker = the speaker { $name }
# $line (Number) - which line
copies-with-line = line { $line }
# $title (String) - of the event
# $when (String) - date and time
copies-with-event = “{ $title }”, { $when }
# $n (Number) - copies
copies-publish-key = 📢 Publish all ({ $n })
# $n (Number) - copies
copies-publish-all-the-same-key = 📢 Publish anyway ({ $n })
copies-save-key = 💾 Keep as drafts
copies-other-key = ✏️ Another table
# $n (Number) - copies
copies-published = ✅ Published: { $n }
# $n (Number) - copies
copies-saved = ✅ Kept as drafts: { $n }
copies-none = Nothing has been created. Please start again from the event.
copies-nothing = There is no table to copy by. Please send it once more.
# $text (String) - what was written
copies-not-a-time = “{ $text }” is no date and time
copies-past = that time has passed
# $text (String) - what was written
copies-not-a-language = “{ $text }” is no language: write kk, ru, en or kk+ru
# $text (String) - what was written
copies-not-seats = “{ $text }” is no number of seats
copies-not-a-text = a text is too long or holds invisible characters
copies-too-many-cells = more than six columns
# $line (Number) - which line
copies-same-as = the same as line { $line }
# $most (Number) - lines
copies-too-many = more than { $most } lines
