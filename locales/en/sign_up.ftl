### The questions of a sign-up, and what is said to an answer that does not fit.

# $operator (String) - who keeps the data
sign_up-consent =
    <b>Your consent, please</b>
    To sign you up we need your name, phone number (where the event asks for it), district (if you wish to name it) and Telegram ID.

    { $operator } keeps them to register you, to remind you and to count attendance, until 90 days after the event, and passes nothing on to third parties. Messages travel through Telegram, so they may pass servers abroad.

    You can withdraw your consent at any time: /privacy

    <b>Do you agree to the collection and processing of your personal data?</b>
# $name (String) - of the operator
# $bin (String) - business identification number
sign_up-operator = { $name } (BIN { $bin })
sign_up-agree-key = I agree
sign_up-same =
    <b>Shall we use the same details?</b>
    This is how you signed up last time:
sign_up-same-key = ✅ The same details
sign_up-anew-key = Enter new details
# $name (String) - as they gave it
sign_up-name-line = Name: { $name }
# $phone (String) - as people read it
sign_up-phone-line = Phone: { $phone }
# $district (String) - its name
sign_up-district-line = Where you live: { $district }
# $n (Number) - the person included
sign_up-party-line = People: { $n }
sign_up-name =
    <b>What is your name?</b>
    Write your first and last name: that is how we'll greet you at the entrance.
sign_up-name-suggested =
    <b>What is your name?</b>
    Write your first and last name: that is how we'll greet you at the entrance. Or press the button with your name.
sign_up-phone =
    <b>Your phone number</b>
    Press the button below or type the number. The organiser needs it to reach you about this event.
sign_up-phone-optional =
    <b>Your phone number</b>
    Press the button below or type the number. You can also skip this.
sign_up-phone-example = +7 701 234 56 78
sign_up-contact-key = 📱 Send my number
sign_up-noted = 👌
sign_up-district =
    <b>Which district do you live in?</b>
    It helps to plan events near you. You can skip this.
sign_up-party =
    <b>How many of you will come?</b>
    Count yourself as well.
sign_up-confirm = <b>Please check that everything is right</b>
sign_up-confirm-waiting = There are not enough free seats: you will be on the waiting list. I'll write as soon as there is room.
# $title (String) - of the other event
# $when (String) - date and time
sign_up-overlap = ⚠️ You are registered for another event at that time: { $title }, { $when }.
sign_up-confirm-key = ✅ Confirm
sign_up-fault-name-short = That is too short for a name. Please write at least two letters.
sign_up-fault-name-long = That is too long: 64 characters at most, please.
sign_up-fault-name = That doesn't look like a name. Please write it in letters, without links or numbers.
sign_up-fault-phone = I couldn't read this number. Please type it like this: +7 701 234 56 78
sign_up-fault-contact = This is someone else's contact. Please send your own number.
sign_up-fault-phone-required = This event needs a phone number, so we can't skip it.
sign_up-fault-press = Please choose one of the buttons.
sign_up-fault-text = Please answer with a text message.
sign_up-fault-moved = The event has just been moved. Please check whether the new time suits you.
# $n (Number) - largest party
sign_up-fault-party =
    { $n ->
        [one] For this event one registration is for { $n } person at most.
       *[other] For this event one registration is for { $n } people at most.
    }
