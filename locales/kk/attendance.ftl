### Іс-шараның кіреберісі: келгендерді белгілейтіндер үшін.

attendance-desk = <b>Келгендерді белгілеу</b>
attendance-desk-none = Жақын уақытта іс-шара жоқ.
attendance-counts = Келгендер саны: { $arrived } / { $expected }
attendance-registrations = Тіркелу саны: { $registrations }
attendance-door = Билетті телефон камерасымен сканерлеңіз немесе қысқа кодты не есімді осында жазыңыз.
attendance-last = Соңғы келгендер:
attendance-refresh-key = ⟳ Жаңарту
attendance-door-key = ‹ Кіреберіске
attendance-undo-key = ↩️ Белгіні алып тастау
attendance-came = { $came } / { $party } адам
attendance-all-key =
    { $n ->
        [one] { $n } адам
       *[other] Түгел: { $n } адам
    }
attendance-arrived = ✅ <b>Қош келдіңіз!</b>
attendance-already = ⚠️ <b>Бұрын белгіленген, уақыты – { $time }</b>
attendance-other = ⛔ <b>Бұл билет басқа іс-шараға арналған:</b> { $title }, { $when }
attendance-other-unnamed = ⛔ <b>Бұл билет басқа іс-шараға арналған.</b>
attendance-not-confirmed = ⛔ <b>Орын расталмаған:</b> бұл адам күту тізімінде.
attendance-cancelled = ⛔ <b>Бұл тіркелу жойылған.</b>
attendance-event-cancelled = ⛔ <b>Іс-шара болмайды.</b>
attendance-unknown = ⛔ <b>Мұндай билет, код не есім табылмады.</b> Тексеріп, қайталап көріңіз.
attendance-nameless = (есімі жойылған)
attendance-guests = Адамды таңдаңыз:
attendance-guests-none = Мұндай есіммен ешкім тіркелмеген. Есімнің бір бөлігін не билеттегі кодты жазып көріңіз.
attendance-undone = Келгені туралы белгі алынды.
attendance-refusal = Бұл – билеттің сілтемесі. Оны кіреберісте іс-шара қызметкерлері сканерлейді. Өз билеттеріңіз мына жерде: /my
attendance-not-yet = Мұнда келгендерді белгілеу уақытыңыздың басталуы: { $when }.
attendance-walk-ins = Тіркелусіз келгендер: { $n }
attendance-counted = Залдағы адам саны: { $n }
attendance-present = <b>Барлығы: { $n }</b>
attendance-late = ⏰ Іс-шара аяқталған соң келді.
attendance-walk-in-key = +1 тіркелусіз
attendance-walk-in-undo-key = ↩️ +1 белгісін алу
attendance-count-key = 👥 Залды санау
attendance-code-key = 🔳 Кіреберіс коды
