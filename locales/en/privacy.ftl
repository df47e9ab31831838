### What is kept, downloaded and deleted.

# $operator (String) - who keeps the data
privacy-kept =
    <b>Your data</b>
    Kept by: { $operator }

    <b>What:</b> your Telegram ID and language; after a sign-up also your name, phone number, district, your registrations and arrivals, and what you say of events; if you ask or vote, your questions and votes.
    <b>What for:</b> to register you, to remind you and to count attendance.
    <b>How long:</b> until 90 days after the event, or until you delete it. We pass nothing on to third parties.
privacy-none = At the moment we keep nothing about you beyond your Telegram ID and language.
privacy-download-key = Download my data
privacy-erase-key = Delete my data
privacy-file = Everything we keep about you.
privacy-erase =
    <b>Delete all your data?</b>
    Your name, phone number, district and unanswered questions will be deleted and your registrations cancelled; answered questions stay without saying who asked. Your consent ends as well.
privacy-erase-key-on = Yes, delete
privacy-erase-sure =
    <b>Are you quite sure?</b>
    This cannot be undone. Your tickets will stop working.
privacy-erase-key-now = Yes, delete everything
privacy-keep-key = No, keep it
privacy-erased = Done, your data has been deleted. If you would like to come again, just write /start
privacy-wishes =
    <b>What you get</b>
    Press to switch a kind off or on. Tickets, seats, changes and cancellations always come.
privacy-news = News
privacy-reminders = Reminders
privacy-feedback = Questions afterwards
# $kind (String) - which kind
privacy-on-key = 🔔 { $kind }: on
# $kind (String) - which kind
privacy-off-key = 🔕 { $kind }: off
# $kind (String) - which kind
privacy-muted = { $kind }: switched off. You can switch it on again under /privacy
