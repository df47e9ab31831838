### A broadcast as people get it, and how far it is.

broadcasts-friend = friend
broadcasts-link-key = Open
broadcasts-unsubscribe-key = Unsubscribe from news
# $id (String) - number of the broadcast
broadcasts-title = 📣 <b>Broadcast No. { $id }</b>
# $id (String) - number of the broadcast
# $people (String) - how many people
broadcasts-proposal =
    ❔ <b>May broadcast No. { $id } go out? People: { $people }</b>
    It goes beyond the events of its author.
broadcasts-approve-key = ✅ Approve
broadcasts-refuse-key = Decline
broadcasts-look-key = How far it is
broadcasts-proposed = ❔ Waits for an admin to approve it.
broadcasts-refused = ⏹ An admin did not approve it.
# $when (String) - day and time
# $people (String) - how many people
broadcasts-scheduled = 🕒 Goes out { $when }. People: about { $people }
broadcasts-sending = ▶️ <b>Being sent</b>
broadcasts-correcting = ▶️ <b>Being corrected</b>
broadcasts-withdrawing = ▶️ <b>Being withdrawn</b>
# $done (String) - how many are through
# $people (String) - of how many
broadcasts-how-far = { $done } of { $people }
# $when (String) - day and time
broadcasts-through = Through at about { $when }
broadcasts-event-cancelled = Its event was cancelled. Resume it if it is still to be sent.
# $fault (String) - Telegram's words
broadcasts-refused-by-telegram = Telegram refuses the message: { $fault }. Stop the broadcast, correct it and send it to the others.
broadcasts-paused = ⏸ <b>Paused</b>
broadcasts-stopped = ⏹ <b>Stopped</b>
broadcasts-sent = ✅ <b>Sent</b>
broadcasts-corrected = ✅ <b>Corrected</b>
broadcasts-withdrawn = ✅ <b>Withdrawn</b>
# $n (String) - how many
broadcasts-delivered = Delivered: { $n }
# $n (String) - how many
broadcasts-gone = Unreachable: { $n }
# $n (String) - how many
broadcasts-failed = Failed: { $n }
# $n (String) - how many
broadcasts-uncertain = Uncertain: { $n } (nobody gets it twice)
# $n (String) - how many
broadcasts-void = Not sent: { $n }
broadcasts-stop-key = Stop
broadcasts-refresh-key = Refresh
broadcasts-pause-key = ⏸ Pause
broadcasts-resume-key = ▶️ Resume
# $n (String) - how many
broadcasts-again-key = Try once more: { $n }
broadcasts-list-key = List as a file
broadcasts-late-key = Send to newcomers
broadcasts-correct-key = Correct
broadcasts-withdraw-key = Withdraw
# $n (String) - how many
broadcasts-stop =
    <b>Stop the broadcast?</b>
    People who will not get it: { $n }. Those who have it keep it.
broadcasts-stop-sure-key = Yes, stop
# $n (String) - how many
broadcasts-withdraw =
    <b>Withdraw the broadcast?</b>
    The message disappears from the chats of all who have it: { $n }.
broadcasts-withdraw-sure-key = Yes, withdraw
broadcasts-none = There are no broadcasts yet. Write one with /broadcast
broadcasts-list = <b>Broadcasts</b>
# $id (String) - number of the broadcast
broadcasts-file = How broadcast No. { $id } ended with everybody.
broadcasts-column-name = name
broadcasts-column-language = language
broadcasts-column-state = outcome
broadcasts-column-at = time
broadcasts-column-fault = reason
broadcasts-state-waiting = not sent yet
broadcasts-state-sent = delivered
broadcasts-state-gone = unreachable
broadcasts-state-failed = failed
broadcasts-state-uncertain = uncertain
broadcasts-state-void = not sent
broadcasts-too-late = This is no longer possible: here is how it stands.
