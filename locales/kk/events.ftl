### Іс-шараны табу: сүзгілер, тізімдер, ай.

events-find =
    <b>Іс-шара табу</b>
    Уақыты мен орнын таңдаңыз немесе атауынан бір сөз жазыңыз, мысалы: <i>дәріс</i>.
events-today-key = Бүгін
events-tomorrow-key = Ертең
events-week-key = 7 күн
events-day-key = 🗓 Күнді таңдау
events-district-key = Аудан
events-level-key = Деңгей
events-language-key = Тіл
events-all-key = Барлығын көрсету
events-clear-key = Сүзгіні тазалау
events-change-key = Сүзгіні өзгерту
events-other-key = Басқаша іздеу
events-any-district-key = Кез келген аудан
events-any-level-key = Кез келген деңгей
events-any-language-key = Кез келген тіл
events-chosen = Таңдалғаны: { $what }
events-heading = <b>Алдағы іс-шаралар: { $n }</b>
events-seats = Бос орын: { $n }
events-open = Кіру еркін
events-full = Орын жоқ, күту тізімі бар
events-none = Бұл сүзгілермен ештеңе табылмады. Біреуін алып тастап көріңіз:
events-none-at-all = Әзірге алдағы іс-шара жоқ. Кейінірек қайта кіріп көріңіз.
events-found = <b>«{ $words }» бойынша іздеу: { $n }</b>
events-found-none =
    «{ $words }» бойынша ештеңе табылмады.
    Басқа сөз немесе сөздің басын ғана жазып көріңіз. Күні мен ауданы бойынша таңдасаңыз да болады.
events-month-count = Осы айдағы іс-шара саны: { $n }. Сандар – іс-шара өтетін күндер.
events-month-none = Бұл айда іс-шара жоқ. Басқа айды қараңыз.
events-districts = Қай аудан?
events-levels = Қай деңгей?
events-spoken = Іс-шара қай тілде өтсін?
events-absent = Мұндай іс-шара табылмады. Сілтеме ескірген болуы мүмкін.
