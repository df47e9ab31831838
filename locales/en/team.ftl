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
team-key = 👥 Team
team-head = 👥 <b>Team</b>
team-stewards = <b>Stewards</b>
# $times (String) - from when until when
team-door-link = 🔗 Link: { $times }
team-door-none = No link for stewards yet.
team-nameless = (no name)
# $count (String) - how many
team-more = … and { $count } more
team-speakers = <b>Speakers in the bot</b>
team-hosts = <b>Together with</b>
# $organisation (String) - name
team-host-waits = ❔ { $organisation } is asking
team-open = <b>Open invitations</b>
# $name (String) - of the speaker
# $until (String) - date and time
team-open-speaker = 🎤 { $name }, until { $until }
# $until (String) - date and time
team-open-host = 🤝 another organisation, until { $until }
team-door-key = 🔗 Link for stewards
team-end-all-key = End all shifts
team-speaker-key = 🎤 Invite a speaker
team-host-key = 🤝 Invite an organisation
team-doors =
    🔗 <b>Link for stewards</b>
    Whoever opens it can check people in at this event during this time, and do nothing else.
team-doors-anew = ⚠️ The link there is now will stop working, and so will the shifts of those who came by it.
team-now-key = From now on
team-end-all-sure =
    <b>End all shifts?</b>
    Nobody who came by the link will be able to check people in, and the link will stop working.
# $organisation (String) - name
team-end-host-sure =
    <b>End it with { $organisation }?</b>
    Its organisers will no longer see this event.
team-sure-key = Yes, end
team-speaker-name = 🎤 <b>Whom do you invite?</b> Choose, or write the speaker's name as it stands in the programme.
team-speaker-fault = This doesn't look like a name. Please write 2–64 letters, as text.
team-ended = Done, it has ended.
team-over = This event is over or cancelled: nobody can be invited to it.
