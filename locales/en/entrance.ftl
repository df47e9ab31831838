### Coming in by the door's code: for those who check in by themselves, and for those who show the code.

entrance-stale = This door code is no longer valid. Please scan the code at the entrance again.
# $when (String) - date and time
entrance-not-yet = The door code works from an hour before the start: { $when }.
entrance-over = The event is over and the code no longer works. If you have only just come, please speak to the staff at the entrance.
# $people (String) - how many people
entrance-seated = You are registered: { $people }. Are you here?
entrance-here-key = ✅ I'm here
entrance-open = You are not registered, but you can come in if there is room. How shall we count you?
entrance-waiting = You are on the waiting list and your seat is not confirmed. Ask the staff: if there is room, you can come in without one. How shall we count you?
entrance-offered = A seat is offered to you: please accept it first. Otherwise you can come in without one if there is room.
entrance-unknown = We don't know your name yet: you give it when you sign up for an event.
entrance-nameless = Without a name we only count people and don't keep who you are.
entrance-named-key = Check in with my name
entrance-nameless-key = Check in without a name
# $time (String) - HH:MM
entrance-already = ✅ You have been checked in since { $time }
entrance-code = <b>Door code</b>
entrance-code-scan = Guests scan it with their phones and check themselves in.
# $time (String) - HH:MM
entrance-code-until = Valid until { $time }; refresh it then.
entrance-paper-key = 🖨 Code on paper
entrance-paper-on-key = 🖨 Switch on a code on paper
entrance-paper-off-key = Switch off the code on paper
entrance-paper = <b>Code on paper</b>
entrance-paper-hang = Print it and hang it up at the entrance. It does not change, works from an hour before the start and until the end.
entrance-paper-off = The code on paper is off: nobody can come in by it.
