### The report on an event that is over.

reports-key = 📋 Report
reports-heading = 📋 <b>Report</b>
reports-ready = 📋 <b>The event is over, and its report is ready</b>
reports-overdue =
    ⏰ <b>A report is still to be confirmed</b>
    Please look at the numbers and confirm them today.
reports-missing =
    ⚠️ <b>A report has not been confirmed</b>
    Those who work on the event have been asked twice.
reports-question = Is everything right? Then confirm it: the event is finished with that. If not, correct it first.
reports-done = ✅ <b>Confirmed, and the event is finished. Thank you!</b>
reports-already = The report was confirmed before.
# $when (String) - date and time
reports-confirmed_at = ✅ Confirmed: { $when }
reports-confirm-key = ✅ Confirm the report
reports-correct-key = ✏️ Correct a number
reports-look-key = 📋 Open the report
reports-which = <b>Which number is wrong?</b>
# $what (String) - what is counted
# $n (String) - the number
reports-line = { $what }: { $n }
reports-unknown = unknown
reports-number = <b>Write the right number.</b>
# $n (String) - the largest number
reports-not-a-number = Please write a number in digits, { $n } at most.
# $n (Number) - characters
reports-why =
    <b>Why is this the right number?</b>
    Write it in one message of at most { $n } characters. It stays with the report.
reports-registered = Signed up
reports-coming = Said “I'm coming”
reports-came = Checked in by name
reports-absent = Did not come
reports-walk_ins = Without a registration
reports-head_count = In the room, counted
reports-questions = Questions
reports-languages = By language
