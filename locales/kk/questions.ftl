### Іс-шара туралы сұрақтар: бәріне, жауап беретіндерге көрінетін түрі және жіберілетін жауап.

questions-key = 💬 Сұрақтар мен жауаптар
questions-board = 💬 <b>Сұрақтар мен жауаптар</b>
questions-waits = ⏳ Ұйымдастырушылар әлі қарамаған, өзіңізге ғана көрінеді.
questions-own = 🙋 Сіздің сұрағыңыз
questions-none = Әзірге сұрақ жоқ. Біріншіні сіз қойыңыз!
questions-none_any_more = Сұрақ қойылмаған.
questions-vote = 👍 – маған да қызық: жауабы сізге де келеді.
questions-kept-key = 📌 Жиі сұрақтар ({ $n })
questions-write-key = ✍️ Сұрақ қою
questions-write =
    <b>Не сұрағыңыз келеді?</b>
    Бір хабармен жазыңыз, { $n } таңбадан аспасын. Атыңыз ешкімге көрінбейді. Сұрақты алдымен ұйымдастырушылар қарайды, жауабы осында келеді.
    Сұрағыңыз іс-шарадан кейін 90 күнге дейін Telegram идентификаторыңызбен бірге сақталады: /privacy
questions-only_text = Мәтінмен жазыңызшы.
questions-too_short = Бұл тым қысқа.
questions-too_long = Тым ұзын: ең көбі { $n } таңба.
questions-asked = ✅ <b>Рақмет, сұрағыңыз қабылданды!</b> Ұйымдастырушылар қараған соң басқаларға да көрінеді. Жауабы осында келеді.
questions-too_many = Бұл іс-шара бойынша жауабын күткен сұрақтарыңыз көп, ең көбі – { $n }. Жауаптарын күтіңіз.
questions-closed = Бұл іс-шара туралы сұрақ енді қабылданбайды.
questions-answer = 💬 <b>Сұраққа жауап берілді</b>
questions-corrected = ✏️ Жауап түзетілді
questions-news = ❓ <b>Жаңа сұрақтар: { $n }</b>
questions-look-key = Қарау
questions-piles = ❓ <b>Қатысушылардың сұрақтары</b>
questions-pile_none = Мұнда ештеңе жоқ.
questions-legend_new = ✅ – бәріне көрсету, 🙈 – жасыру, ✍️ – жауап беру
questions-legend_open = ✍️ – жауап беру, 🙈 – жасыру
questions-legend_answered = 📌 – бәріне қалдыру, ✏️ – жауапты түзету, 🙈 – жасыру
questions-new-key = Жаңа { $n }
questions-open-key = Ашық { $n }
questions-answered-key = Жауабы бар { $n }
questions-hidden = 🙈 <b>Сұрақ жасырылды.</b> Ол жауап беретіндерден басқа ешкімге көрінбейді.
questions-undo-key = ↩️ Қайтару
questions-approved = Сұрақ енді бәріне көрінеді
questions-answering = <b>Жауабыңызды бір хабармен жазыңыз</b>, { $n } таңбадан аспасын. Сұрақты қойған және қолдаған адамдардың бәрі оны сіз жазғандай алады.
questions-correcting = <b>Жаңа жауапты бір хабармен жазыңыз</b>, { $n } таңбадан аспасын. Жіберілген хабарлар түзетіледі, екінші хабар ешкімге келмейді.
questions-answered_done = ✅ <b>Жауап берілді.</b> Алатындар: { $n }
questions-corrected_done = ✅ <b>Жауап түзетілді.</b> Түзетілетін хабарлар: { $n }
questions-already = Бұл сұраққа басқа біреу жауап беріп қойды:
questions-too_late = Жауапты енді түзету мүмкін емес: оны бір тәулік ішінде ғана түзетуге болады.
questions-correct-key = ✏️ Жауапты түзету
questions-keep-key = 📌 Бәріне қалдыру
questions-vote_given = Жауабы сізге де келеді
questions-vote_taken = Дауысыңыз қайтарып алынды
questions-vote_own = Бұл – өз сұрағыңыз, жауабы онсыз да келеді
questions-vote_answered = Бұл сұраққа жауап берілген
questions-manage-key = ❓ Сұрақтар, жаңа: { $n }
