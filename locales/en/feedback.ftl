### What people are asked once an event is over, and what its organisers read.

feedback-came =
    👋 <b>Did you come?</b>
    It was not marked at the entrance.
feedback-came-key = ✅ Yes, I was there
feedback-absent-key = No, I could not come
feedback-how = ⭐ <b>How was it?</b>
feedback-scale = 1 – not good, 5 – excellent. The organisers see no names.
feedback-mute-key = Don't ask me after events
feedback-missed = Thank you for telling us! We hope to see you at another event.
feedback-rated = 🙏 <b>Thank you!</b>
feedback-line = What did you like, what should be better? Write it in one message, if you like. The organisers see no names.
feedback-thanks = 🙏 <b>Thank you, that helps the organisers!</b>
# $n (Number) - characters
feedback-not_a_line = Please write it as a text of at most { $n } characters.
feedback-too_late = It is too late to say anything of this event, or you were not registered for it.
feedback-report-key = ⭐ Feedback
feedback-results = 📊 <b>What people say</b>
# $n (String) - registrations
feedback-say_came = Not marked at the door, say they came: { $n }
# $n (String) - registrations
feedback-say_absent = Say they did not come: { $n }
# $n (String) - how many
feedback-comments = Comments: { $n }
feedback-none = Nobody has rated it yet.
# $mean (String) - with one decimal
# $n (String) - how many
feedback-mean = <b>Rating: { $mean } of 5</b>, given by { $n }
