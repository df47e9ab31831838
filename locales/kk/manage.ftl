### Іс-шараны жүргізетіндер онымен не істей алады.

manage-key = ⚙️ Басқару
manage-draft = 📝 <b>Жоба</b>: оны тек жүргізетіндер көреді.
manage-published = 🟢 <b>Жарияланды</b>
manage-over = 🏁 <b>Өтті, есеп әлі жоқ</b>
manage-finished = 🏁 <b>Өтті, есеп расталды</b>
manage-cancelled = ❌ <b>Болмайды</b>
manage-taken = Алынған орын: { $taken } / { $capacity }
manage-taken-open = Тіркелгендер: { $taken }
manage-waiting = күтіп тұр: { $waiting }
manage-door-key = 🚪 Кіреберіс
manage-edit-key = ✏️ Өңдеу
manage-copy-key = 🗐 Көшірмелер
manage-publish-key = 📢 Жариялау
manage-archive-key = 🗄 Мұрағатқа
manage-unarchive-key = 🗄 Мұрағаттан алу
