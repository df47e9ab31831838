### The command menu. Plain text.

commands-start = Start
commands-events = Find an event
commands-my = My events and tickets
commands-language = Change the language
commands-privacy = My data
commands-help = How it works
commands-cancel = Stop what we've started
commands-desk = Check people in
commands-new = Write an event
commands-broadcast = Write to people
commands-staff = Organisers and invitations
