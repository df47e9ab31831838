### What those who work on an event can do with it.

manage-key = ⚙️ Manage
manage-draft = 📝 <b>Draft</b>: only those who work on it see it.
manage-published = 🟢 <b>Published</b>
manage-over = 🏁 <b>Over, the report is open</b>
manage-finished = 🏁 <b>Over and reported</b>
manage-cancelled = ❌ <b>Cancelled</b>
# $taken (String) - seats
# $capacity (String) - seats
manage-taken = Seats taken: { $taken } of { $capacity }
# $taken (String) - seats
manage-taken-open = Registered: { $taken }
# $waiting (String) - people
manage-waiting = waiting: { $waiting }
manage-door-key = 🚪 Entrance
manage-edit-key = ✏️ Edit
manage-copy-key = 🗐 Copy
manage-publish-key = 📢 Publish
manage-archive-key = 🗄 Archive
manage-unarchive-key = 🗄 Take out of the archive
