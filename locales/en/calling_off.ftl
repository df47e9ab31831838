### Calling an event off.

calling_off-key = Cancel the event…
# $n (String) - how many
calling_off-why =
    <b>Why will it not take place?</b>
    Write the reason in one message and in a language all of them understand: people read it as you wrote it. Registrations that will be told: { $n }.
calling_off-only-text = Please write the reason as a text.
calling_off-too-short = That is too short to be a reason.
# $n (Number) - characters
calling_off-too-long = That is too long: at most { $n } characters.
# $n (String) - how many
calling_off-sure = <b>Everybody registered ({ $n }) will get this, with up to three other events:</b>
calling_off-again = Another reason? Just write it again.
calling_off-sure-key = ❌ Yes, cancel the event
# $n (String) - how many
calling_off-done = ✅ The event is cancelled. Told: { $n }
calling_off-already = The event was cancelled before.
