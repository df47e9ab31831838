### Invitations to work at events: the link for whoever passes it on, and what it offers to whoever opens it.

# $scope (String) - level, district, organisation
invitations-organiser = Run events: <b>{ $scope }</b>
# $times (String) - from when until when
invitations-steward = Check people in at the entrance: { $times }
# $name (String) - of the speaker
invitations-speaker = Speak at this event as <b>{ $name }</b>
invitations-host = Run this event together with its organiser
invitations-issued = 🔗 <b>The link is ready</b>
invitations-issued-once = The first person to open it and agree takes it, so send it to one person only.
invitations-issued-door = Send it to your stewards: several can open it.
# $until (String) - date and time
invitations-until = It works until { $until }.
invitations-shown-once = It can't be shown again: if it gets lost, make a new one.
invitations-share-key = 📤 Send the link
invitations-share = You are invited to work at events with Qatys
# $event (String) - title
invitations-share-event = You are invited to work at “{ $event }”
invitations-offer = ✉️ <b>You are invited:</b>
invitations-offer-hint = Press the button if this is meant for you. Nothing happens until then.
invitations-take-key = ✅ Accept
invitations-offer-host = Which of your organisations is it for? The organiser will be asked first.
invitations-taken = ✅ <b>Welcome to the team!</b>
invitations-taken-organiser = Everything you need is at /desk.
invitations-taken-steward = Your events are at /desk. Scan tickets there, or type a code or a name.
invitations-taken-speaker = Your talks are on the home screen. I'll remind you of them.
invitations-asked = 📨 <b>The organiser is asked.</b> You'll hear the answer here.
invitations-dead = 🔒 <b>This link leads nowhere.</b> It has been used, has ended, or isn't meant for you. Please ask whoever sent it for a new one.
