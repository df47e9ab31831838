### Questions with their answers that are kept for everybody.

faq-kept = 📌 <b>Frequent questions</b>
faq-none = There is nothing here yet.
faq-all-key = 📌 Answers of this event
faq-drop-key = 🗑 Take off the list
faq-drop = <b>Take this answer off the list?</b>
faq-drop_sure-key = Yes, take it off
faq-dropped = The answer is off the list
faq-not_kept = A question that is hidden or has no answer cannot be kept
faq-search =
    🔎 <b>Search in the answers</b>
    Write a word or a few, for example: <i>parking</i>.
# $words (String) - as they were written
# $n (String) - how many
faq-found = 🔎 Answers for “{ $words }”: { $n }
# $words (String) - as they were written
faq-found_none = 🔎 No answers were found for “{ $words }”.
faq-again = Write other words, and I'll search again.
faq-keeping = 📌 <b>The question and its answer stay on the card of the event.</b>
faq-keeping_not = 📌 <b>The question and its answer are not on the card of the event.</b>
faq-keep-key = 📌 Keep at this event
faq-unkeep-key = 🗑 Take off this event
faq-elsewhere = You can add it to other coming events of yours too:
