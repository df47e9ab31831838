### Материалдар: файлдар мен сілтемелер.

materials-key = 📎 Материалдар
materials-of = 📎 <b>Материалдар</b>
materials-none = Әзірге материал жоқ.
materials-mine = 📚 <b>Материалдар мен жауаптар</b>
materials-none_of_mine = Әзірге материал жоқ. Тіркелген іс-шараларыңыздың материалдары осында шығады.
materials-search-key = 🔎 Жауаптардан іздеу
materials-search_hint = Ұйымдастырушылар бұрын жауап берген сұрақтарды сөз бойынша іздей аласыз.
materials-home-key = 📚 Материалдар мен жауаптар
materials-tend-key = ⚙️ Бағдарлама материалдары
materials-all-key = 📎 Барлық материал
materials-open-key = 🔗 Ашу
materials-programme = Бүкіл бағдарлама
materials-tend = 🗑 – алып тастау. Барлығы ең көбі { $n } материал.
materials-add-key = ➕ Материал қосу
materials-send =
    <b>Не қосамыз?</b>
    Файл не сурет жіберіңіз немесе сілтеме жазыңыз, мысалы: qatys.kz/slides
materials-no_matter = Бұл файл да, сурет те, сілтеме де емес.
materials-photo = 🖼 Сурет
materials-file = 📄 Файл
materials-title = <b>Материал қалай аталады?</b> Тілі: { $language }. Бір жол жазыңыз, { $n } таңбадан аспасын.
materials-no_title = Атауын мәтінмен жазыңызшы, 2 таңбадан кем емес, { $n } таңбадан көп емес.
materials-untitled = Алдымен атауын жазыңыз.
materials-save-key = ✅ Қосу
materials-added = Материал қосылды
materials-too_many = Материал көп, ең көбі – { $n }. Алдымен біреуін алып тастаңыз.
materials-remove = <b>Материалды алып тастаймыз ба?</b>
materials-remove-key = Иә, алып тастау
materials-removed = Материал алынды
