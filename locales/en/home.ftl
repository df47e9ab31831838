### The first screens, help, and answers to what was not expected.

home-hello = Hello! I'm Qatys: I help you sign up for events in the city. Choose a language:
home-welcome =
    <b>Hello!</b>
    Where shall we start?
# $name (String) - as they gave it
home-welcome-name =
    <b>Hello, { $name }!</b>
    Where shall we start?
home-find-key = 📅 Find an event
home-mine-key = 🎫 My events
home-language-key = Language
home-privacy-key = My data
home-desk-key = Check people in
home-languages = Which language shall we speak?
home-help =
    <b>How I can help</b>

    📅 /events – find an event by day, district, level or language. You can also just type a word, for example <i>lecture</i>.
    🎫 /my – your registrations and tickets. Plans changed? You can cancel there too.
    📚 “Materials and answers” on the home screen – materials of events and answers to what was asked.
    🔔 I'll remind you before the start and tell you if anything changes.

    /language – change the language
    /privacy – what we keep about you, and how to delete it
    /cancel – stop what we've started
home-cancelled = All right, we've stopped. Nothing has changed.
home-nothing-to-cancel = There is nothing to stop right now. To cancel a registration, open /my.
home-trouble = Sorry, something went wrong on our side. Please try again in a minute.
home-forgotten = The bot has been updated, so we can't go on from where we were. Sorry! Please start again.
home-not-understood = I didn't quite get that. Type a word from an event's title or choose below.
home-old-button = This button is out of date. Please open the list again: /events
