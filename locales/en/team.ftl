### Who works on an event.

# $organisation (String) - name
team-host-asked = 🤝 <b>{ $organisation }</b> would like to run this event together with you.
team-host-means = If you agree, its organisers will see the event, its people and its messages as you do. You can end this at any time under Team.
team-host-yes-key = ✅ Agree
team-host-no-key = Decline
# $organisation (String) - name
team-host-approved = ✅ <b>{ $organisation }</b> now runs the event together with you.
# $organisation (String) - name
team-host-refused = You have declined: <b>{ $organisation }</b> does not run the event.
team-host-yes = ✅ <b>Agreed:</b> your organisation runs this event together with its organiser. You will find it at /desk.
team-host-no = The organiser has declined: your organisation does not run this event.
team-talk-tomorrow = 🎤 <b>You speak tomorrow</b>
# $within (String) - how long until then
team-talk-soon = 🎤 <b>You speak { $within }</b>
