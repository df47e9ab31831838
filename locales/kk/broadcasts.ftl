### Хабарлама: оны адамдар қалай алады және ол қалай жүріп жатыр.

broadcasts-friend = достым
broadcasts-link-key = Ашу
broadcasts-unsubscribe-key = Жаңалықтардан бас тарту
broadcasts-title = 📣 <b>№ { $id } хабарлама тарату</b>
broadcasts-proposal =
    ❔ <b>№ { $id } хабарлама таратуға рұқсат бересіз бе? Алушылар: { $people }</b>
    Ол авторының іс-шараларынан тыс адамдарға да барады.
broadcasts-approve-key = ✅ Рұқсат беру
broadcasts-refuse-key = Рұқсат бермеу
broadcasts-look-key = Барысын көру
broadcasts-proposed = ❔ Әкімшінің рұқсатын күтіп тұр.
broadcasts-refused = ⏹ Әкімші рұқсат бермеді.
broadcasts-scheduled = 🕒 Басталуы: { $when }. Алушылар саны: шамамен { $people }.
broadcasts-sending = ▶️ <b>Жіберіліп жатыр</b>
broadcasts-correcting = ▶️ <b>Түзетіліп жатыр</b>
broadcasts-withdrawing = ▶️ <b>Қайтарып алынып жатыр</b>
broadcasts-how-far = { $people } ішінен { $done }
broadcasts-through = Шамамен аяқталуы: { $when }
broadcasts-event-cancelled = Оның іс-шарасы болмайтын болды. Сонда да жіберу керек болса, жалғастырыңыз.
broadcasts-refused-by-telegram = Telegram хабарды қабылдамай жатыр: { $fault }. Хабарламаны тоқтатып, түзетіп, қалғандарға жіберіңіз.
broadcasts-paused = ⏸ <b>Кідіртілді</b>
broadcasts-stopped = ⏹ <b>Тоқтатылды</b>
broadcasts-sent = ✅ <b>Жіберілді</b>
broadcasts-corrected = ✅ <b>Түзетілді</b>
broadcasts-withdrawn = ✅ <b>Қайтарып алынды</b>
broadcasts-delivered = Жеткізілді: { $n }
broadcasts-gone = Қолжетімсіз: { $n }
broadcasts-failed = Жіберілмеді: { $n }
broadcasts-uncertain = Белгісіз: { $n } (ешкімге екі рет жіберілмейді)
broadcasts-void = Жіберілмей қалды: { $n }
broadcasts-stop-key = Тоқтату
broadcasts-refresh-key = Жаңарту
broadcasts-pause-key = ⏸ Кідірту
broadcasts-resume-key = ▶️ Жалғастыру
broadcasts-again-key = Қайта көру: { $n }
broadcasts-list-key = Тізімді файлмен алу
broadcasts-late-key = Жаңа қосылғандарға жіберу
broadcasts-correct-key = Түзету
broadcasts-withdraw-key = Қайтарып алу
broadcasts-stop =
    <b>Хабарламаны тоқтатамыз ба?</b>
    Оны алмайтындар: { $n }. Алып қойғандарда қалады.
broadcasts-stop-sure-key = Иә, тоқтату
broadcasts-withdraw =
    <b>Хабарламаны қайтарып аламыз ба?</b>
    Ол мына сандағы чаттан жойылады: { $n }.
broadcasts-withdraw-sure-key = Иә, қайтарып алу
broadcasts-none = Әзірге хабарлама жоқ. Біріншісін жазыңыз: /broadcast
broadcasts-list = <b>Хабарлама тарату</b>
broadcasts-file = № { $id } хабарлама тарату: әр адамға жеткізу немен аяқталды.
broadcasts-column-name = аты
broadcasts-column-language = тілі
broadcasts-column-state = нәтиже
broadcasts-column-at = уақыты
broadcasts-column-fault = себебі
broadcasts-state-waiting = әлі жіберілген жоқ
broadcasts-state-sent = жеткізілді
broadcasts-state-gone = қолжетімсіз
broadcasts-state-failed = жіберілмеді
broadcasts-state-uncertain = белгісіз
broadcasts-state-void = жіберілмей қалды
broadcasts-too-late = Бұл енді мүмкін емес: қазіргі жағдайы осындай.
