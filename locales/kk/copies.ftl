### Кесте бойынша іс-шараның көшірмелері.

copies-ask =
    <b>Іс-шараның көшірмелері</b>
    Әр көшірмеге бір жол жіберіңіз, ең көбі { $most }:
    <code>күні; уақыты; орны; спикер; тіл; орын саны</code>
    Бос қалғаны осы іс-шарадағыдай болады. Мысалы:
    <code>12.12; 18:30
    13.12; 11:00; Қалалық кітапхана; ; kk+ru; 120</code>
copies-week-key = Бір аптадан кейін тағы
copies-faults =
    { $n ->
        [one] ❗️ <b>{ $n } жол оқылмады.</b> Ештеңе жасалған жоқ.
       *[other] ❗️ <b>{ $n } жол оқылмады.</b> Ештеңе жасалған жоқ.
    }
copies-fault-line = { $line }-жол: { $fault }
copies-again = Түзетіп, кестені толығымен қайта жіберіңіз.
copies-preview =
    { $n ->
        [one] <b>{ $n } көшірме:</b>
       *[other] <b>{ $n } көшірме:</b>
    }
copies-more = … және тағы { $n }
copies-clashes =
    ⚠️ <b>Дәл сол уақытта:</b>
    { $list }
copies-clash-line = { $line }-жол: { $over }, { $with }
copies-clash = { $over }, { $with }
copies-same-place = сол орын
copies-same-speaker = спикер { $name }
copies-with-line = { $line }-жол
copies-with-event = «{ $title }», { $when }
copies-publish-key = 📢 Бәрін жариялау ({ $n })
copies-publish-all-the-same-key = 📢 Бәрібір жариялау ({ $n })
copies-save-key = 💾 Жобаға сақтау
copies-other-key = ✏️ Басқа кесте
copies-published = ✅ Жарияланды: { $n }
copies-saved = ✅ Жобаға сақталды: { $n }
copies-none = Ештеңе жасалған жоқ. Іс-шарадан қайта бастаңыз.
copies-nothing = Көшіретін кесте жоқ. Оны қайта жіберіңіз.
copies-not-a-time = «{ $text }» күн мен уақыт емес
copies-past = бұл уақыт өтіп кетті
copies-not-a-language = «{ $text }» тіл емес: kk, ru, en немесе kk+ru деп жазыңыз
copies-not-seats = «{ $text }» орын саны емес
copies-not-a-text = мәтін тым ұзын немесе онда көрінбейтін таңбалар бар
copies-too-many-cells = алты бағаннан көп
copies-same-as = { $line }-жолмен бірдей
copies-too-many = { $most } жолдан көп
