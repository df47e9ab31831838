### The events of those who run them, by shelf.

desk-drafts = 📝 Drafts
desk-coming = 📅 Coming
desk-past = 🏁 Past
desk-archived = 🗄 Archive
desk-empty = Nothing here yet.
desk-new-key = ➕ New event
desk-shelf-key = 🗂 My events
desk-published = ✅ <b>Published.</b> People can find it now. This link leads to it:
desk-already = The event was published before.
desk-alive = People can still register for it: cancel it first, or wait for its end.
desk-away = It is in the archive now.
desk-back = It is out of the archive again.
