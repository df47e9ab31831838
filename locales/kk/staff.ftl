### Іс-шара өткізетіндер, әкімшілер көретіндей.

staff-head = 👥 <b>Ұйымдастырушылар: { $count }</b>
staff-none = Іс-шараларды әзірге ешкім өткізбейді. Алғашқы ұйымдастырушыны шақырыңыз.
staff-nameless = № { $number }
staff-everything = барлық іс-шара
staff-invite-key = ＋ Ұйымдастырушыны шақыру
staff-open-key = Ашық шақырулар: { $count }
staff-open = <b>Ашық шақырулар</b>
staff-open-none = Олар жоқ: бәрі қабылданған немесе мерзімі өткен.
staff-revoke-hint = Қайтарып алу үшін шақыруды басыңыз.
staff-away-hint = Алып тастау үшін басыңыз.
staff-all-key = Барлығын алып тастау
staff-all-sure =
    <b>Барлық іс-шарасын аласыз ба? { $name }</b>
    Бұл адам өзі өткізетін іс-шараларды енді көрмейді.
staff-sure-key = Иә, алып тастау
staff-level = <b>Қандай іс-шаралар?</b> Деңгейін таңдаңыз.
staff-district = <b>Қай аудан?</b>
staff-organisation = <b>Қай ұйым?</b> Таңдаңыз немесе атауын бағдарламада тұрғандай дәл жазыңыз.
staff-organisation-fault = Атауын мәтінмен жазыңыз, 2–120 әріп.
staff-any-level-key = Кез келген деңгей
staff-any-district-key = Кез келген аудан
staff-any-organisation-key = Кез келген ұйым
staff-gone = Дайын, рұқсат алынды.
staff-revoked = Дайын, сілтеме енді жарамсыз.
