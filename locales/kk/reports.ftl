### Өткен іс-шараның есебі.

reports-key = 📋 Есеп
reports-heading = 📋 <b>Есеп</b>
reports-ready = 📋 <b>Іс-шара аяқталды, есебі дайын</b>
reports-overdue =
    ⏰ <b>Есеп әлі расталмаған</b>
    Сандарды қарап, бүгін растап жіберіңізші.
reports-missing =
    ⚠️ <b>Есеп сол расталмаған күйі қалды</b>
    Іс-шарамен айналысатындардан екі рет сұралды.
reports-question = Бәрі дұрыс па? Онда растаңыз: сонымен іс-шара аяқталған болып есептеледі. Дұрыс болмаса, алдымен түзетіңіз.
reports-done = ✅ <b>Есеп расталды, іс-шара аяқталды. Рақмет!</b>
reports-already = Есеп бұрын расталған.
reports-confirmed_at = ✅ Расталған уақыты: { $when }
reports-confirm-key = ✅ Есепті растау
reports-correct-key = ✏️ Санды түзету
reports-look-key = 📋 Есепті ашу
reports-which = <b>Қай сан дұрыс емес?</b>
reports-line = { $what }: { $n }
reports-unknown = белгісіз
reports-number = <b>Дұрыс санды жазыңыз.</b>
reports-not-a-number = Санды цифрмен жазыңыз, ең көбі – { $n }.
reports-why =
    <b>Неге бұл сан дұрыс?</b>
    { $n } таңбадан аспайтын бір хабарламамен жазыңыз. Ол есепте сақталады.
reports-registered = Тіркелгендер
reports-coming = «Келемін» дегендер
reports-came = Аты бойынша белгіленгендер
reports-absent = Келмегендер
reports-walk_ins = Тіркелусіз келгендер
reports-head_count = Санақ бойынша залда
reports-questions = Сұрақтар
reports-languages = Тілі бойынша
