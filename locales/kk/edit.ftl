### Іс-шараны жазу: шолу және бөліктері.

edit-new = 📝 <b>Жаңа іс-шара</b>
edit-draft = 📝 <b>Жоба</b>
edit-published = ✏️ <b>Жарияланған іс-шараны өзгерту</b>
edit-published-hint = Адамдар өзгерістерді Сіз сақтағаннан кейін көреді. Уақыты немесе орны өзгерсе, тіркелгендерге хабар барады.
edit-no-title = <i>Атауы әлі жоқ</i>
edit-none = көрсетілмеген
edit-start-line = 📅 { $when } ({ $length })
edit-place-line = 📍 { $place }
edit-room-line = Орын саны: { $room }
edit-level-line = 🏛 { $level }
edit-spoken-line = Тілдер: { $languages }
edit-organisation-line = Ұйымдастырушы: { $name }
edit-speakers-line = Спикерлер: { $names }
edit-sign-up-line = Тіркелу кезінде: { $what }
edit-window-line = Тіркелу: { $window }
edit-open-entry = кіру еркін
edit-phone-yes = телефон міндетті
edit-phone-no = телефон міндетті емес
edit-party =
    { $n ->
        [one] бірге ең көбі { $n } адам
       *[other] бірге ең көбі { $n } адам
    }
edit-opens-now = жарияланғаннан бастап ашық
edit-opens = ашылуы: { $when }
edit-closes-start = іс-шара басталғанда жабылады
edit-closes = жабылуы: { $when }

edit-start-key = 📅 Күні мен уақыты
edit-length-key = ⏱ Ұзақтығы
edit-place-key = 📍 Өтетін орны
edit-room-key = 💺 Орын саны
edit-level-key = 🏛 Деңгей мен аудан
edit-spoken-key = 💬 Тілдер
edit-organisation-key = 🏢 Ұйымдастырушы
edit-speakers-key = 🎤 Спикерлер
edit-sign-up-key = ☎️ Телефон мен қонақ саны
edit-window-key = 🕒 Тіркелу мерзімі
edit-photo-key = 🖼 Сурет
edit-preview-key = 👁 Қарап шығу
edit-save-key = 💾 Жобаға сақтау
edit-publish-key = 📢 Жариялау
edit-save-changes-key = 💾 Өзгерістерді сақтау
edit-open-key = ‹ Іс-шараға
edit-next-key = Жалғастыру ›

edit-text =
    <b>{ $language }</b>
    Бірінші жолға атауын, астына сипаттамасын жазып жіберіңіз.
edit-clear-key = 🗑 Бұл мәтінді алып тастау
edit-start =
    <b>Қашан басталады?</b>
    Айтатындай етіп жазыңыз: <code>5 қыркүйек 18:30</code>, <code>ертең 19:00</code>, <code>05.09 18:30</code>.
edit-length =
    <b>Қанша уақытқа созылады?</b>
    Таңдаңыз немесе жазыңыз: <code>1 сағат 15 мин</code>.
edit-place =
    <b>Қайда өтеді?</b>
    Бірінші жолға орынның атауын, екіншісіне мекенжайын жазыңыз. Геопозицияны да жіберіңіз: сонда адамдар оны картадан көреді.
edit-room =
    <b>Қанша орын бар?</b>
    Санын жазыңыз. Кіру еркін болса, бәрі қабылданады.
edit-open-entry-key = Кіру еркін
edit-level = <b>Қай деңгейде өтеді?</b>
edit-district = <b>Қай ауданда?</b>
edit-district-key = Аудан…
edit-no-district-key = Бүкіл қала
edit-spoken =
    <b>Қай тілдерде өтеді?</b>
    Біреуін немесе бірнешеуін таңдаңыз.
edit-organisation =
    <b>Кім өткізеді?</b>
    Ұйымды таңдаңыз немесе атауын жазыңыз.
edit-sign-up =
    <b>Тіркелгенде не сұралады және бірге неше адам келе алады?</b>
    Санға тіркелушінің өзі де кіреді.
edit-phone-on-key = Телефонды міндетті ету
edit-phone-off-key = Телефонды сұрамау
edit-window =
    <b>Қашан тіркелуге болады?</b>
    Қашан жабылатынын таңдаңыз. Жарияланғаннан кейінірек ашу үшін күні мен уақытын жазыңыз.
edit-closes-start-key = Басталғанда жабу
edit-closes-before-key = { $length } бұрын
edit-opens-now-key = Бірден ашу
edit-speakers =
    <b>Кім сөйлейді?</b>
    Аты-жөндерін әрқайсысын жаңа жолдан жазыңыз.
edit-no-speakers-key = 🗑 Спикерсіз
edit-photo =
    <b>Сурет</b>
    Фото жіберіңіз: адамдар оны іс-шара бетінен ашады.
edit-photo-there = Сурет бар. Ауыстыру үшін басқасын жіберіңіз.
edit-no-photo-key = 🗑 Суретті алып тастау
edit-now = Қазір: { $value }

edit-read = 📅 Былай оқылды: <b>{ $when }</b>.
edit-missing = Мынау жетіспейді:
edit-gone = Ол енді жоқ. Қайта таңдаңыз.
edit-only-text = Мәтін етіп жазыңыз.
edit-not-a-photo = Бұл фото емес. Файл емес, сурет етіп жіберіңіз.
edit-choose-first = Батырмамен таңдаңыз.
edit-name-the-place = 🗺 Картадағы нүкте бар. Енді орынның атауы мен мекенжайын жазыңыз.
edit-saved = ✅ Сақталды.
edit-capacity-below = ❗️ Алынған орын: { $taken }. Одан аз етуге болмайды. Сонша немесе көбірек жазыңыз, не алдымен тізімнен адамдарды шығарыңыз.
edit-elsewhere = ❗️ Сіз бұл деңгейдің, ауданның немесе ұйымның іс-шараларын жүргізбейсіз. Өзіңіздікін таңдаңыз немесе әкімшіге хабарласыңыз.
edit-past = ❗️ Бұл уақыт өтіп кетті. Кейінірек уақытты жазыңыз.
edit-over = ❗️ Іс-шара басталған, өткен немесе тоқтатылған: оны өзгертуге болмайды. Көшірмесін жасауға болады.
edit-empty = ❗️ Мұнда оқитын ештеңе жоқ. Қайта жазыңыз.
edit-too-long = ❗️ Тым ұзын: ең көбі { $n } таңба.
edit-control = ❗️ Мәтінде көрінбейтін таңбалар бар. Қайта теріңіз.
edit-not-a-time = ❗️ Күні мен уақытын оқу мүмкін болмады. Мысалы, <code>5 қыркүйек 18:30</code> деп жазыңыз.
edit-not-a-length = ❗️ Ұзақтығын оқу мүмкін болмады. Мысалы, <code>90 мин</code> деп жазыңыз, ең көбі { $longest }.
edit-not-seats = ❗️ 1-ден 100 000-ға дейінгі орын санын жазыңыз.
edit-not-a-window = ❗️ Тіркелу жабылғанша ашылуы, ал іс-шара басталғанша жабылуы керек.
edit-too-many-speakers = ❗️ Тым көп: ең көбі { $n } аты-жөн.
edit-leave =
    <b>Жазғаныңыз жойылсын ба?</b>
    Сақталған іс-шара сол күйінде қалады.
edit-leave-sure-key = 🗑 Жою
edit-busy =
    <b>Сіз іс-шара жазып жатырсыз.</b>
    Алдымен оны аяқтаңыз немесе жойыңыз.
edit-preview-mark = 👁 <b>Алдын ала қарау, { $language }.</b> Адамдар оны осылай көреді:
