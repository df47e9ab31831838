### Көп адамға хабарлама: шолу және бөліктері.

compose-overview = ✉️ <b>Адамдарға хабарлама</b>
compose-audience-line = <b>Кімге:</b> { $audience }
compose-people =
    { $n ->
        [one] { $people } адам
       *[other] { $people } адам
    }
compose-not-reached = Жетпейді: { $missed }
compose-unreachable = қолжетімсіз – { $people }
compose-muted = жазылудан бас тартқан – { $people }
compose-text-none = { $language }: мәтін әлі жоқ
compose-text-other = { $language }: мына тілдегі мәтінді алады: { $other }
compose-photo = 🖼
compose-document = 📎
compose-link-line = <b>Батырма:</b> { $link }
compose-link-none = жоқ
compose-link-event = іс-шара беті, { $title }
compose-timing-line = <b>Қашан:</b> { $when }
compose-now = бірден
compose-relative = { $offset }: { $when }
compose-event-gone = іс-шара енді жоқ
compose-approval = 🔒 Олардың арасында басқа іс-шаралардың адамдары болуы мүмкін, сондықтан хабарламаны алдымен әкімші мақұлдауы керек.
compose-audience-key = 👥 Кімге
compose-link-key = 🔘 Батырма
compose-timing-key = 🕒 Қашан
compose-preview-key = 👁 Қарап шығу
compose-test-key = 🧪 Өзіме жіберу
compose-send-key = 📨 Жіберу…
compose-open-key = ‹ Хабарламаға
compose-list-key = 📣 Жіберілген және жоспарланған

compose-audience =
    <b>Кімге?</b>
    Осында таңдалғанның бәріне сай келетін іс-шаралардың адамдарына:
compose-audience-hint = Жеке іс-шараны қосу үшін оның бетін ашып, «✉️ Қатысушыларға жазу» батырмасын басыңыз.
compose-facet-whom = Кімдер
compose-facet-level = Деңгей
compose-facet-district = Аудан
compose-facet-organisation = Ұйым
compose-facet-month = Ай
compose-facet-spoken = Тіл
compose-choice = <b>{ $facet }</b>
compose-any-key = Кез келген
compose-since-key = Соңғы хабарламадан кейін
compose-since = мына уақыттан кейін тіркелгендер: { $when }
compose-whom-registered = тіркелгендер
compose-whom-seated = орны барлар
compose-whom-waiting = күту тізіміндегілер
compose-whom-came = келгендер
compose-whom-absent = келмегендер
compose-whom-cancelled = бас тартқандар
compose-whom-never = бірде-бір рет тіркелмегендер
compose-whom-everybody = боттағы барлық адам

compose-text =
    <b>{ $language }</b>
    Хабарламаны адамдар көретін түрінде жіберіңіз: безендірілген мәтін немесе жазуы бар сурет не файл.
compose-places = { $name } орнында әркім өз атын көреді.
compose-places-event = { $name } орнында әркім өз атын, { $event } орнында іс-шараның атауын, { $date } орнында оның күні мен уақытын көреді.
compose-clear-key = 🗑 Бұл мәтінді алып тастау

compose-link =
    <b>Хабарлама астындағы батырма</b>
    Мекенжай жіберіңіз, мысалы <code>https://example.kz</code>, немесе таңдаңыз:
compose-no-link-key = Батырмасыз

compose-timing =
    <b>Қашан жіберілсін?</b>
    Күні мен уақытын жазыңыз, мысалы <code>{ $example } 18:30</code>, немесе таңдаңыз:
compose-now-key = Бірден
compose-days =
    { $n ->
        [one] { $n } күн
       *[other] { $n } күн
    }
compose-before-start = басталардан { $span } бұрын
compose-after-start = басталғанына { $span } өткенде
compose-before-end = аяқталардан { $span } бұрын
compose-after-end = аяқталғанына { $span } өткенде
compose-at-start = басталғанда
compose-at-end = аяқталғанда

compose-send =
    { $n ->
        [one] <b>{ $people } адамға жіберілсін бе?</b>
       *[other] <b>{ $people } адамға жіберілсін бе?</b>
    }
compose-begins = Басталуы: { $when }
compose-takes = Ұзақтығы: { $length }, аяқталуы: { $end }
compose-about = шамамен { $length }
compose-moment = бір минуттан аз
compose-confirm-key = 📨 { $people } адамға жіберу
compose-fast-key = ⚡ Жылдам, { $stars } ⭐ дейін
compose-fast =
    { $n ->
        [one] <b>{ $people } адамға жұлдыздарға жылдам жіберілсін бе? Ең көбі { $stars } ⭐.</b>
       *[other] <b>{ $people } адамға жұлдыздарға жылдам жіберілсін бе? Ең көбі { $stars } ⭐.</b>
    }
    Telegram жұлдыздарды боттың балансынан алады, тек жеткен хабарламалар үшін.
compose-fast-sure-key = ⚡ Иә, { $stars } ⭐ дейін

compose-test-mark = 🧪 <b>Сынақ, { $language }.</b> Мұны тек сіз көресіз:
compose-leave =
    <b>Хабарлама жойылсын ба?</b>
    Оның мәтіндері сақталмайды.
compose-leave-sure-key = 🗑 Жою
compose-busy =
    <b>Сіз хабарлама жазып жатырсыз.</b>
    Алдымен оны аяқтаңыз немесе жойыңыз.
compose-card-key = ✉️ Қатысушыларға жазу
compose-home-key = ✉️ Адамдарға жазу

compose-fault = <b>{ $language }:</b> { $fault }
compose-fault-empty = хабарлама бос.
compose-fault-long = тым ұзын, аттар мен күндерді қоса есептегенде { $length } таңба. Telegram { $limit } таңба қабылдайды: қысқартыңыз.
compose-fault-unknown = { $word } деген белгі жоқ. Мыналар бар: { $known }.
compose-fault-split = жақшалардың ішінде безендіру басталады немесе аяқталады. Белгіні жақшаларымен бірге тұтас безендіріңіз.
compose-fault-no-event = { $word } хабарлама бір ғана іс-шараның қатысушыларына жіберілгенде ғана жарайды. Бір іс-шараны таңдаңыз немесе { $word } белгісін алып тастаңыз.
compose-album = Хабарламаға бір ғана сурет не файл сыяды: біріншісі алынды.
compose-not-sendable = Мұны көп адамға жіберуге болмайды. Мәтін, сурет немесе файл жіберіңіз.
compose-not-an-address = Бұл мекенжай емес. Ол былай жазылады: <code>https://example.kz</code>
compose-not-a-time = Күні мен уақыты танылмады. Былай жазыңыз: <code>5.12 18:30</code> немесе <code>ертең 18:30</code>
compose-past = Бұл уақыт өтіп кетті. Кейінгі уақытты таңдаңыз.
compose-gone = Бұл енді жоқ. Қайта таңдаңыз.
compose-too-many-events =
    { $n ->
        [one] Бір хабарламаға ең көбі { $n } іс-шара сыяды. Көбірек керек болса, ауданды, деңгейді немесе айды таңдаңыз.
       *[other] Бір хабарламаға ең көбі { $n } іс-шара сыяды. Көбірек керек болса, ауданды, деңгейді немесе айды таңдаңыз.
    }
compose-nobody = Жіберетін ешкім жоқ. Алушыларды өзгертіңіз.
compose-nothing-written = Мәтін әлі жоқ. Тілді таңдап, хабарламаны жіберіңіз.
compose-choose-first = Алдымен бұл не екенін таңдаңыз: мәтінін жазатын тілді басыңыз.

compose-correction =
    <b>Хабарды түзету</b>
    Оны алғандар: { $n }. Мәтіндерді қайта жазыңыз: суреттер мен файлдар өзгермейді.
compose-correct-key = ✏️ Түзету: { $n }
compose-correct =
    <b>Хабарды түзетеміз бе? Алғандар: { $n }</b>
    Хабар олардың чаттарында өзгереді, бірақ хабарландыру келмейді.
compose-correct-sure-key = ✏️ Иә, түзету
compose-words-only = Тек сөздерін түзетуге болады: сурет не файл бұрынғыша қалады.
