### Questions about an event: as everybody sees them, as those who answer do, and the answer that is sent.

questions-key = 💬 Questions and answers
questions-board = 💬 <b>Questions and answers</b>
questions-waits = ⏳ The organisers have not looked at it yet: only you see it.
questions-own = 🙋 Your question
questions-none = No questions yet. Ask the first one!
questions-none_any_more = There were no questions.
questions-vote = 👍 – I want to know that too: the answer will come to you.
# $n (String) - how many
questions-kept-key = 📌 Frequent questions ({ $n })
questions-write-key = ✍️ Ask a question
# $n (Number) - characters
questions-write =
    <b>What would you like to ask?</b>
    Write it in one message of at most { $n } characters. Nobody sees your name. The organisers look at the question first, and the answer comes to you here.
    It is kept with your Telegram ID until 90 days after the event: /privacy
questions-only_text = Please write it as a text.
questions-too_short = That is too short.
# $n (Number) - characters
questions-too_long = That is too long: at most { $n } characters.
questions-asked = ✅ <b>Thank you, your question has been noted!</b> Once the organisers have looked at it, others see it too. The answer will come to you here.
# $n (Number) - how many
questions-too_many = You have many questions about this event without an answer, and there can be { $n } at most. Please wait for the answers.
questions-closed = Questions about this event are not taken any more.
questions-answer = 💬 <b>The answer to a question</b>
questions-corrected = ✏️ The answer was corrected
# $n (String) - how many
questions-news = ❓ <b>New questions: { $n }</b>
questions-look-key = Look at them
questions-piles = ❓ <b>What people ask</b>
questions-pile_none = There is nothing here.
questions-legend_new = ✅ – show to everybody, 🙈 – hide, ✍️ – answer
questions-legend_open = ✍️ – answer, 🙈 – hide
questions-legend_answered = 📌 – keep for everybody, ✏️ – correct the answer, 🙈 – hide
# $n (String) - how many
questions-new-key = New { $n }
# $n (String) - how many
questions-open-key = Open { $n }
# $n (String) - how many
questions-answered-key = Answered { $n }
questions-hidden = 🙈 <b>The question is hidden.</b> Only those who answer see it.
questions-undo-key = ↩️ Undo
questions-approved = Everybody sees the question now
# $n (Number) - characters
questions-answering = <b>Write the answer in one message</b> of at most { $n } characters. Everybody who asked or voted will get it as you write it.
# $n (Number) - characters
questions-correcting = <b>Write the new answer in one message</b> of at most { $n } characters. The messages that were sent are edited; nobody gets a second one.
# $n (String) - how many
questions-answered_done = ✅ <b>Answered.</b> People who get it: { $n }
# $n (String) - how many
questions-corrected_done = ✅ <b>Corrected.</b> Messages to be edited: { $n }
questions-already = Somebody has answered this question already:
questions-too_late = The answer cannot be corrected any more: that is possible for a day.
questions-correct-key = ✏️ Correct the answer
questions-keep-key = 📌 Keep for everybody
questions-vote_given = The answer will come to you too
questions-vote_taken = Your vote is taken back
questions-vote_own = This is your own question: the answer comes anyway
questions-vote_answered = This question is answered already
# $n (String) - how many
questions-manage-key = ❓ Questions, new: { $n }
